// The years a paragraph speaks of: not those in titles, quotations, document numbers or spans of years.
// Works on logical text. Must not know the report's own year.

import { YEAR_NAMED, YEARS_HIDDEN } from '../domain/years.ts';

export interface YearMention {
  readonly year: number;
  /** The digits and 年. */
  readonly start: number;
  readonly end: number;
}

const HIDDEN = new RegExp(YEARS_HIDDEN, 'gu');
const NAMED = new RegExp(YEAR_NAMED, 'gu');
const NONE: readonly YearMention[] = [];

export function findYears(text: string): readonly YearMention[] {
  if (text.search(NAMED) < 0) return NONE;
  const seen = text.replace(HIDDEN, (hidden) => ' '.repeat(hidden.length));
  return [...seen.matchAll(NAMED)].map(({ 0: found, index }) => ({ year: Number(found.slice(0, 4)), start: index, end: index + found.length }));
}
