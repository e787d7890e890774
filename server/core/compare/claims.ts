// What a report claims about the year before, held against that year's own report. Only where both speak of one quantity
// beyond doubt; else nothing is said. Must not phrase messages.

import { isPercent, plain, percentage } from '../figures/check.ts';
import { canHold, claimsOf, type Claim } from '../figures/claims.ts';
import type { Figure } from '../figures/figure.ts';
import { statements, type Statement } from '../figures/statement.ts';
import { sourceSpan } from '../report/query.ts';
import type { Facts, Paragraph, Report } from '../report/report.ts';
import { toDecimals } from '../text/numerals.ts';
import type { Segmenter } from '../words/segmenter.ts';
import { alignedOf, type Aligned } from './aligned.ts';
import { lastYear, type PastReport } from './past.ts';
import type { Value } from './values.ts';

/** A claim that last year's report does not bear out. */
export interface RefutedClaim {
  readonly paragraph: Paragraph;
  readonly claim: Claim;
  /** The value of this year that it speaks of. */
  readonly now: Figure;
  readonly of: PastReport;
  /** The value in last year's report. */
  readonly then: Value;
  /** What it should be by both values, as it would be written; undefined where that cannot be given. */
  readonly right: string | undefined;
  /** The working: （120－110）÷110＝9.09%. */
  readonly equation: string | undefined;
}

const claimed = new WeakMap<Facts, { readonly year: number; readonly claims: readonly Claim[] }>();

export function* refutedClaims(report: Report, past: readonly PastReport[], words: Segmenter): Iterable<RefutedClaim> {
  const before = lastYear(report, past);
  if (!before || report.year === undefined) return;
  const aligned = alignedOf(report, past, words);
  if (aligned.size === 0) return;
  for (const paragraph of report.paragraphs) {
    if (paragraph.kind === 'row' || paragraph.kind === 'title') continue;
    for (const claim of claimsIn(paragraph.facts, report.year)) {
      const found = claim.of.map((figure) => aligned.get(sourceSpan(paragraph, figure.start, figure.end).start));
      const last = found.at(-1);
      const then = last?.past[0];
      const now = claim.of.at(-1);
      // If it may speak of several values, it must be wrong of each.
      if (!now || !then || !found.every((each) => each && isFit(each, before) && canHold(claim, each.value.figure, each.past[0].value.figure) === false)) continue;
      yield { paragraph, claim, now, of: before, then: then.value, ...workingOf(claim, now, then.value.figure) };
    }
  }
}

const isFit = ({ past: [then] }: Aligned, before: PastReport): boolean => then.of === before && then.certain;

function claimsIn(facts: Facts, year: number): readonly Claim[] {
  const known = claimed.get(facts);
  if (known?.year === year) return known.claims;
  const claims = statements(facts.flow.text, facts.figures).flatMap((statement: Statement) => claimsOf(statement, year));
  claimed.set(facts, { year, claims });
  return claims;
}

function workingOf({ kind, stated }: Claim, now: Figure, then: Figure): Pick<RefutedClaim, 'right' | 'equation'> {
  const [a, b] = [now.quantity, then.quantity];
  if (kind === 'base' || a.exactness !== 'exact' || b.exactness !== 'exact' || a.scale !== 1 || b.scale !== 1) return { right: undefined, equation: undefined };
  const rises = a.value >= b.value;
  const [more, less] = rises ? [now, then] : [then, now];
  const gap = Math.abs(a.value - b.value);
  const mark = isPercent(now) ? '%' : '';
  if (kind === 'growth') {
    const growth = (gap / b.value) * (stated.unit === '倍' ? 1 : 100);
    const shown = stated.unit === '倍' ? toDecimals(growth, Math.max(2, stated.quantity.decimals)) : percentage(growth, stated.quantity.decimals);
    return { right: gap === 0 ? '持平' : `${rises ? '增长' : '下降'}${toDecimals(growth, stated.quantity.decimals)}${stated.unit ?? ''}`, equation: `（${plain(more)}－${plain(less)}）÷${plain(then)}＝${shown}` };
  }
  const decimals = Math.max(a.decimals, b.decimals);
  const difference = toDecimals(gap, decimals);
  return { right: gap === 0 ? '持平' : `${rises ? (kind === 'points' ? '上升' : '增加') : kind === 'points' ? '下降' : '减少'}${difference}${stated.unit ?? ''}`, equation: `${plain(more)}${mark}－${plain(less)}${mark}＝${difference}${stated.unit ?? ''}` };
}
