// How a rule tells what a check of figures found: the place, the figures it rests on, the fix. The words are the rule's.
// Must not compute: the report has checked every figure.

import type { Check, Role } from '../figures/check.ts';
import { breaksLine, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import { toDecimals, toFullWidth } from '../text/numerals.ts';
import type { Figure } from '../figures/figure.ts';
import { oncePer } from '../text/once.ts';
import type { Finding, Fix } from './rule.ts';

const ROLE: Readonly<Record<Role, string>> = { numerator: '分子', denominator: '分母', part: '分项', total: '总数', current: '本期', base: '上期', difference: '增减' };

export interface Told {
  readonly paragraph: Paragraph;
  readonly check: Check;
}

/** The checks of these kinds that found something, in order. */
export const told = (report: Report, kinds: ReadonlySet<Check['kind']>): readonly Told[] => allTold(report).filter(({ check }) => kinds.has(check.kind));

const allTold = oncePer((report: Report): readonly Told[] => {
  const found: Told[] = [];
  for (const paragraph of report.paragraphs) {
    for (const check of paragraph.facts.checks) if (check.verdict === 'inconsistent' || check.verdict === 'doubtful') found.push({ paragraph, check });
  }
  return found;
});

/** A figure in the words of the text. */
export const written = ({ facts: { flow } }: Paragraph, { start, end }: Figure): string => flow.text.slice(start, end);

/** The computed value with the places of the stated one. */
export const rightValue = ({ stated, computed = 0 }: Check): string => toDecimals(computed, stated.quantity.decimals);

export function checkFinding({ paragraph, check }: Told, message: string, fixes: readonly Fix[] = []): Finding {
  return {
    span: sourceSpan(paragraph, check.stated.start, check.stated.end),
    severity: check.verdict === 'inconsistent' ? 'warning' : check.reason === 'short' || check.reason === 'per cent of a rate' ? 'hint' : 'information',
    message,
    related: check.operands.map(({ figure, role }) => ({
      span: sourceSpan(paragraph, figure.start, figure.end),
      message: `${ROLE[role]}：${figure.name}${written(paragraph, figure)}`,
    })),
    fixes,
  };
}

/** Puts the computed value into the place of the stated one, in the same width of digits. */
export function valueFix(report: Report, { paragraph, check }: Told, name: string): readonly Fix[] {
  const span = sourceSpan(paragraph, check.stated.number.start, check.stated.number.end);
  const asWritten = report.source.text.slice(span.start, span.end);
  if (check.verdict !== 'inconsistent' || !/^[0-9０-９.．]+$/u.test(asWritten) || breaksLine(report, span)) return [];
  const right = rightValue(check);
  const text = /[０-９]/u.test(asWritten) ? toFullWidth(right).replace('.', '．') : right;
  return [{ title: `${name}改为${right}${check.stated.unit ?? ''}`, applicability: 'review', edits: [{ span, text }] }];
}
