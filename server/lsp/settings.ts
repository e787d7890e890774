// The user's settings as the server needs them, read once and again when they change.
// Must not trust what it is given: a value of the wrong type counts as absent.

import { RULES, type RuleSettings, type Severity } from '../core/index.ts';

export interface Settings {
  readonly rules: RuleSettings;
  /** Report year, where the writer sets it for all reports. */
  readonly year: number | undefined;
}

export const SECTION = 'fazhiReport';

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
  const year = given['year'];
  return { rules, year: typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year < 2100 ? year : undefined };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
