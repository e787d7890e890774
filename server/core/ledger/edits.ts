// How a figure of a report gets the value that the ledger has: in its own scale, width of digits and separators. Must not decide
// which figures.

import { breaksLine, sourceSpan } from '../report/query.ts';
import type { Report } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import { inStyleOf, toDecimals } from '../text/numerals.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import type { LedgerMatch } from './matches.ts';

const ARABIC = /^[0-9０-９]+(?:[,， ][0-9０-９]{3})*(?:[.．][0-9０-９]+)?$/u;

/** Where an entry stands, as messages say it: 数据.csv第5行. */
export const ledgerPlace = ({ name }: Ledger, { row }: LedgerEntry): string => `${name}第${row}行`;

/** Undefined for a number in words, one that a line break parts, and where one of both is approximate. */
export function ledgerFix(report: Report, { paragraph, figure, entry }: LedgerMatch): Edit | undefined {
  const span = sourceSpan(paragraph, figure.number.start, figure.number.end);
  const asWritten = report.source.text.slice(span.start, span.end);
  if (!ARABIC.test(asWritten) || breaksLine(report, span) || figure.quantity.exactness !== 'exact' || entry.figure.quantity.exactness !== 'exact') return undefined;
  const text = inStyleOf(asWritten, digitsIn(entry, figure.quantity));
  return text === asWritten ? undefined : { span, text };
}

/** The value in the scale of a place: as it is written where that has the same. */
export function digitsIn({ digits, figure: { quantity } }: Pick<LedgerEntry, 'digits' | 'figure'>, { scale, decimals }: { readonly scale: number; readonly decimals: number }): string {
  if (quantity.scale === scale) return digits.replace(/[,， ]/gu, '');
  // 232起 for a place in 万 keeps the places that are there; a rounded value for a place in units cannot have more than it has.
  const value = Number((quantity.value / scale).toPrecision(15));
  return scale === 1 ? String(value) : toDecimals(value, Math.max(decimals, 0));
}
