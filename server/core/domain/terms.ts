// All dated or wrong wordings, from the files of terms/, each with the rule that reports it. Assembles, holds no data.

import { TOLD_AS_PAST } from './mentions.ts';
import { DATES, DOCUMENT_NUMBERS, PUNCTUATION, YEAR_RANGES } from './terms/format.ts';
import { CHANGE_FORMS, PRECISION, RATE_FORMS, UNITS_OF_FIGURES } from './terms/figure.ts';
import { FAZHI } from './terms/fazhi.ts';
import { FIXED_PHRASES } from './terms/fixed-phrase.ts';
import { INSTITUTIONS } from './terms/institution.ts';
import { LAW_TITLES } from './terms/law-title.ts';
import { MISSPELLINGS } from './terms/misspelling.ts';
import { OPENINGS } from './terms/opening.ts';
import { OUTDATED } from './terms/outdated.ts';
import { PLACEHOLDERS } from './terms/placeholder.ts';
import { REWORDED } from './terms/reworded.ts';
import { USAGES } from './terms/usage.ts';
import type { TermSpec } from './types.ts';

export interface Term extends TermSpec {
  /** Id of the rule that reports the entry. */
  readonly rule: string;
}

const of = (rule: string, entries: readonly TermSpec[]): readonly Term[] => entries.map((entry) => ({ ...entry, rule }));
/** What holds no longer may still be told of. */
const dated = (rule: string, entries: readonly TermSpec[]): readonly Term[] => of(rule, entries).map((entry) => ({ ...entry, exceptions: [...entry.exceptions, TOLD_AS_PAST] }));

export const TERMS: readonly Term[] = [
  ...dated('wording-outdated', OUTDATED),
  ...dated('wording-outdated', INSTITUTIONS),
  ...dated('wording-fazhi', FAZHI),
  ...of('wording-misspelling', MISSPELLINGS),
  ...of('wording-reworded', REWORDED),
  ...of('wording-usage', USAGES),
  ...of('wording-law-title', LAW_TITLES),
  ...of('wording-fixed-phrase', FIXED_PHRASES),
  ...of('format-year-range', YEAR_RANGES),
  ...of('format-date', DATES),
  ...of('format-document-number', DOCUMENT_NUMBERS),
  ...of('format-punctuation', PUNCTUATION),
  ...of('structure-opening', OPENINGS),
  ...of('structure-placeholder', PLACEHOLDERS),
  ...of('figure-rate-mismatch', RATE_FORMS),
  ...of('figure-change-mismatch', CHANGE_FORMS),
  ...of('figure-precision', PRECISION),
  ...of('figure-unit', UNITS_OF_FIGURES),
];
