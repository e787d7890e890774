// What the writer chose by hand for single documents: kind of reporter, year, stage of the work. The client keeps it and tells it again
// when the server starts. Must not trust what it is given.

import { KINDS, PROFILES, type KindId, type ProfileId } from '../core/index.ts';
import { isObject, readYear, type Settings } from './settings.ts';

export interface Choice {
  readonly kind: KindId | undefined;
  readonly year: number | undefined;
  readonly profile: ProfileId | undefined;
  /** Earlier reports to compare with, as URIs; empty where there are to be none. */
  readonly past: readonly string[] | undefined;
}

const NONE: Choice = { kind: undefined, year: undefined, profile: undefined, past: undefined };

/** More are a slip, or somebody's folder. */
const MOST_PAST = 20;

const readPast = (given: unknown): readonly string[] | undefined =>
  Array.isArray(given) ? given.filter((uri): uri is string => typeof uri === 'string' && /^[a-z][a-z0-9+.-]*:/iu.test(uri)).slice(0, MOST_PAST) : undefined;

export class Choices {
  readonly #byUri = new Map<string, Choice>();
  /** Settings with the choice in them, by the settings they were made of: the same object as long as neither changes. */
  readonly #merged = new Map<string, { readonly base: Settings; readonly settings: Settings }>();

  /** Takes what the client kept: choices by URI. */
  constructor(kept?: unknown) {
    if (isObject(kept)) for (const [uri, choice] of Object.entries(kept)) this.choose(uri, choice);
  }

  /** A choice of nothing takes back the one there is. */
  choose(uri: unknown, given: unknown): void {
    if (typeof uri !== 'string') return;
    const { kind, year, profile, past } = isObject(given) ? given : {};
    const choice: Choice = { kind: KINDS.find(({ id }) => id === kind)?.id, year: readYear(year), profile: PROFILES.find(({ id }) => id === profile)?.id, past: readPast(past) };
    this.#merged.delete(uri);
    if (Object.values(choice).every((value) => value === undefined)) this.#byUri.delete(uri);
    else this.#byUri.set(uri, choice);
  }

  of(uri: string): Choice {
    return this.#byUri.get(uri) ?? NONE;
  }

  /** A choice speaks before every setting. */
  apply(uri: string, base: Settings): Settings {
    const choice = this.#byUri.get(uri);
    if (!choice) return base;
    const known = this.#merged.get(uri);
    if (known?.base === base) return known.settings;
    const settings = { ...base, kind: choice.kind ?? base.kind, year: choice.year ?? base.year, profile: choice.profile ?? base.profile };
    this.#merged.set(uri, { base, settings });
    return settings;
  }
}
