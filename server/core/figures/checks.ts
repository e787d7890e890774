// All checks of the figures of one paragraph, in order of what they judge. Must not know rules.

import { checkChanges } from './changes.ts';
import type { Check } from './check.ts';
import { checkCompleteness } from './completeness.ts';
import type { Figure } from './figure.ts';
import { checkRates } from './rates.ts';
import { checkShares } from './shares.ts';
import { statements } from './statement.ts';
import { checkSums } from './sums.ts';

export function checkFigures(text: string, figures: readonly Figure[]): readonly Check[] {
  if (figures.length === 0) return NONE;
  const found = statements(text, figures).flatMap((statement, i, all) => [
    ...checkShares(statement), ...checkSums(statement, all[i - 1]), ...checkChanges(statement), ...checkCompleteness(statement),
  ]);
  return [...checkRates(text, figures), ...found].sort((a, b) => a.stated.start - b.stated.start);
}

const NONE: readonly Check[] = [];
