// The user's settings as the server needs them, read once and again when they change.
// Must not trust what it is given: a value of the wrong type counts as absent.

import { GROUPS, KINDS, PROFILES, RULES, type RuleChoice, type GroupSettings, type Ignore, type KindId, type LocalRules, type ProfileId, type RuleSettings, type Severity } from '../core/index.ts';
import type { Config } from '../config/read.ts';

export interface Settings {
  readonly rules: RuleSettings;
  readonly groups: GroupSettings;
  readonly profile: ProfileId;
  /** Whether findings in a sentence wait while it is being written. */
  readonly waitForSentence: boolean;
  /** Report year, where the writer sets it for all reports. */
  readonly year: number | undefined;
  /** Kind of reporter, where the writer sets it. */
  readonly kind: KindId | undefined;
  /** Whether rates that the text does not state are shown between its words. */
  readonly inlayHints: boolean;
  /** Whether something is said above the headings. */
  readonly codeLens: boolean;
  /** Longer documents are not read, in UTF-16 units. */
  readonly maxCharacters: number;
  /** What the workspace file asks for beyond the rules. */
  readonly local: LocalRules | undefined;
  /** Findings that the workspace file takes off the list. */
  readonly ignores: readonly Ignore[];
}

export const SECTION = 'fazhiReport';

/** A hundred ordinary reports; who has more in one document has pasted something else, or keeps a collection. */
export const MAX_CHARACTERS = 500_000;
/** With less than this a report of a county would not be read. */
export const LEAST_MAX_CHARACTERS = 10_000;

const LEVELS = new Set<unknown>(['off', 'hint', 'information', 'warning', 'error']);

export function readSettings(value: unknown): Settings {
  const given = isObject(value) ? value : {};
  const rules: Record<string, Severity | 'off'> = {};
  if (isObject(given['rules'])) {
    for (const { id } of RULES) {
      const level = given['rules'][id];
      if (LEVELS.has(level)) rules[id] = level as Severity | 'off';
    }
  }
  const switches = isObject(given['groups']) ? given['groups'] : {};
  return {
    rules,
    groups: Object.fromEntries(GROUPS.map(({ id }) => [id, switches[id] !== false])),
    profile: PROFILES.find(({ id }) => id === given['profile'])?.id ?? 'review',
    waitForSentence: given['waitForSentence'] !== false,
    year: readYear(given['year']),
    kind: KINDS.find(({ id }) => id === given['kind'])?.id,
    inlayHints: given['inlayHints'] === true,
    codeLens: given['codeLens'] !== false,
    maxCharacters: readMaxCharacters(given['maxCharacters']),
    local: undefined,
    ignores: [],
  };
}

const readMaxCharacters = (most: unknown): number => (typeof most === 'number' && Number.isSafeInteger(most) && most >= LEAST_MAX_CHARACTERS ? most : MAX_CHARACTERS);

export const readYear = (year: unknown): number | undefined => (typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year < 2100 ? year : undefined);

/**
 * The workspace's file speaks before the user's settings: it belongs to the reports. It has no profile, since the reports
 * of one folder are not all equally far along.
 */
export const withConfig = (settings: Settings, config: Config): Settings => ({
  ...settings,
  rules: { ...settings.rules, ...config.rules },
  year: config.year ?? settings.year,
  kind: config.kind ?? settings.kind,
  local: config.local,
  ignores: config.ignores,
});

/** What of the settings decides which rules run and how grave they are. */
export const ruleChoiceOf = ({ rules, groups, profile }: Settings): RuleChoice => ({ settings: rules, groups, profile });

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
