// All dated or wrong wordings, from the files of terms/, each with the rule that reports it. Assembles, holds no data.

import { OUTDATED } from './terms/outdated.ts';
import type { TermSpec } from './types.ts';

export interface Term extends TermSpec {
  /** Id of the rule that reports the entry. */
  readonly rule: string;
}

const of = (rule: string, entries: readonly TermSpec[]): readonly Term[] => entries.map((entry) => ({ ...entry, rule }));

export const TERMS: readonly Term[] = [...of('wording-outdated', OUTDATED)];
