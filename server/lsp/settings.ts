// The user's settings as the server needs them, read once and again when they change.
// Must not trust what it is given: a value of the wrong type counts as absent.

import { GROUPS, KINDS, PROFILES, RULES, type RuleChoice, type GroupSettings, type Ignore, type KindId, type LocalRules, type PageChoices, type ProfileId, type RuleSettings, type Severity } from '../core/index.ts';
import { readPage } from '../config/page.ts';
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
  /** What is set of the page on which reports are printed. */
  readonly page: PageChoices;
  /** What the workspace file asks for beyond the rules. */
  readonly local: LocalRules | undefined;
  /** Findings that the workspace file takes off the list. */
  readonly ignores: readonly Ignore[];
  /** What was given and cannot be used, a sentence each. */
  readonly faults: readonly string[];
}

export const SECTION = 'fazhiReport';

/** A hundred ordinary reports; who has more in one document has pasted something else, or keeps a collection. */
export const MAX_CHARACTERS = 500_000;
/** With less than this a report of a county would not be read. */
export const LEAST_MAX_CHARACTERS = 10_000;

const LEVELS = ['off', 'hint', 'information', 'warning', 'error'] as const;

/** Values of the wrong kind count as absent, and each is told. An absent one may be null. */
export function readSettings(value: unknown): Settings {
  const faults: string[] = [];
  const given = isObject(value) ? value : {};
  if (value !== undefined && value !== null && !isObject(value)) faults.push(`设置 ${SECTION} 应当是一对大括号，现在都不起作用。`);
  /** The value under a name, where it is right; `wants` says what is. */
  function read<T>(holder: Record<string, unknown>, name: string, prefix: string, isRight: (each: unknown) => each is T, wants: string): T | undefined {
    const each = holder[name];
    if (each === undefined || each === null) return undefined;
    if (isRight(each)) return each;
    faults.push(`设置 ${prefix}.${name} ${wants}，现在写的不起作用。`);
    return undefined;
  }
  const object = (name: string): Record<string, unknown> => read(given, name, SECTION, isObject, '应当是一对大括号') ?? {};
  const flag = (holder: Record<string, unknown>, name: string, prefix = SECTION): boolean | undefined => read(holder, name, prefix, isBoolean, '应当是 true 或 false');
  const choice = <T extends string>(holder: Record<string, unknown>, name: string, choices: readonly T[], prefix = SECTION): T | undefined =>
    read(holder, name, prefix, (each): each is T => (choices as readonly unknown[]).includes(each), `只能写 ${choices.join('、')}`);

  const levels = object('rules');
  const switches = object('groups');
  for (const id of Object.keys(levels)) if (!RULES.some((rule) => rule.id === id)) faults.push(`设置 ${SECTION}.rules 里没有“${id.slice(0, LONGEST_NAME)}”这条规则。`);
  for (const id of Object.keys(switches)) if (!GROUPS.some((group) => group.id === id)) faults.push(`设置 ${SECTION}.groups 里没有“${id.slice(0, LONGEST_NAME)}”这一组。`);
  const rules: Record<string, Severity | 'off'> = {};
  for (const { id } of RULES) {
    const level = choice(levels, id, LEVELS, `${SECTION}.rules`);
    if (level !== undefined) rules[id] = level;
  }
  const page = readPage<unknown>(object('page'), {
    value: (each) => each,
    fields: (each) => (isObject(each) ? Object.entries(each).filter(([, value]) => value !== undefined && value !== null) : undefined),
    say: (_, path, fault) => faults.push(`设置 ${SECTION}.page${path === '' ? '' : `.${path.slice(0, LONGEST_NAME)}`} ${fault}，现在写的不起作用。`),
  });
  const kind = choice(given, 'kind', [AUTO, ...KINDS.map(({ id }) => id)]);
  return {
    rules,
    groups: Object.fromEntries(GROUPS.map(({ id }) => [id, flag(switches, id, `${SECTION}.groups`) ?? true])),
    profile: choice(given, 'profile', PROFILES.map(({ id }) => id)) ?? 'review',
    waitForSentence: flag(given, 'waitForSentence') ?? true,
    year: read(given, 'year', SECTION, (each): each is number => readYear(each) !== undefined, '应当是2000到2099之间的整数'),
    kind: kind === AUTO ? undefined : kind,
    inlayHints: flag(given, 'inlayHints') ?? false,
    codeLens: flag(given, 'codeLens') ?? true,
    maxCharacters: read(given, 'maxCharacters', SECTION, isLimit, `应当是不小于${LEAST_MAX_CHARACTERS}的整数`) ?? MAX_CHARACTERS,
    page,
    local: undefined,
    ignores: [],
    faults,
  };
}

/** The kind is to be found out. */
const AUTO = 'auto';
/** Of a name that is told as unknown. */
const LONGEST_NAME = 40;

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isLimit = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= LEAST_MAX_CHARACTERS;

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
  page: Object.keys(config.page).length === 0 ? settings.page : { ...settings.page, ...config.page },
});

/** What of the settings decides which rules run and how grave they are. */
export const ruleChoiceOf = ({ rules, groups, profile }: Settings): RuleChoice => ({ settings: rules, groups, profile });

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
