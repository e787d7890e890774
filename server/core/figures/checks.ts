// All checks of the figures of one paragraph, in order of what they judge. Must not know rules.

import { checkChanges } from './changes.ts';
import type { Check } from './check.ts';
import { checkCompleteness } from './completeness.ts';
import type { Figure } from './figure.ts';
import { checkRates } from './rates.ts';
import { checkShares } from './shares.ts';
import { statements, type Statement } from './statement.ts';
import { checkSums } from './sums.ts';

export function checkFigures(text: string, figures: readonly Figure[]): readonly Check[] {
  if (figures.length === 0) return NONE;
  const found: Check[] = [];
  const take = (checks: readonly Check[]): void => {
    for (const check of checks) found.push(check);
  };
  take(checkRates(text, figures));
  let before: Statement | undefined;
  for (const statement of statements(text, figures)) {
    take(checkShares(statement));
    take(checkSums(statement, before));
    take(checkChanges(statement));
    take(checkCompleteness(statement));
    before = statement;
  }
  return found.length < 2 ? found : found.sort((a, b) => a.stated.start - b.stated.start);
}

const NONE: readonly Check[] = [];
