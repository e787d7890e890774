// A passage between two 。 as its figures and the words between them: what all checks read.
// Must not know what the words mean.

import { oneOf } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { sameKind } from './check.ts';
import type { Figure } from './figure.ts';

export interface Statement extends Span {
  /** The paragraph's logical text. */
  readonly text: string;
  /** In order. Bare numbers of a list have the unit of its last one: 电话1530、来信1143、其他1件. */
  readonly figures: readonly Figure[];
}

const ENDS = /[。！？]/gu;
const MARKS = '，,、；;：:（）()';
const isMark = oneOf(MARKS);
const HOLDS_MARK = new RegExp(`[${MARKS}]`, 'u');

/** Passages that hold figures, in order. */
export function statements(text: string, figures: readonly Figure[]): readonly Statement[] {
  if (figures.length === 0) return [];
  const found: Statement[] = [];
  let start = 0;
  let next = 0;
  const take = (end: number): void => {
    const from = next;
    while (next < figures.length && (figures[next] as Figure).end <= end) next++;
    if (next > from) found.push({ text, start, end, figures: withListUnits(text, figures.slice(from, next)) });
    start = end + 1;
  };
  for (const { index } of text.matchAll(ENDS)) take(index);
  take(text.length);
  return found;
}

function withListUnits(text: string, figures: readonly Figure[]): readonly Figure[] {
  if (!figures.some(({ unit }) => unit === undefined)) return figures;
  const all = [...figures];
  for (let i = all.length - 2; i >= 0; i--) {
    const bare = all[i] as Figure;
    const next = all[i + 1] as Figure;
    const between = text.slice(bare.end, next.start);
    if (bare.unit === undefined && next.unit !== undefined && next.unit !== '%' && between.startsWith('、') && !HOLDS_MARK.test(between.slice(1))) {
      all[i] = { ...bare, unit: next.unit, counts: next.counts };
    }
  }
  return all;
}

/** The text between figure `i` and the one before it, or the beginning of the passage. */
export function gap({ text, figures, start }: Statement, i: number): string {
  const figure = figures[i];
  return figure === undefined ? '' : text.slice(figures[i - 1]?.end ?? start, figure.start);
}

/** The text behind the last figure. */
export const rest = ({ text, figures, end }: Statement): string => text.slice(figures[figures.length - 1]?.end ?? end, end);

/** The text behind figure `i`, up to the next one or the end of the passage. */
export const behind = (statement: Statement, i: number): string => (i + 1 < statement.figures.length ? gap(statement, i + 1) : rest(statement));

/** What stands behind the last mark of a text. */
export function lastClause(text: string): string {
  let i = text.length;
  while (i > 0 && !isMark(text.charCodeAt(i - 1))) i--;
  return text.slice(i);
}

/** Whether a figure stands directly behind another of another kind: 95件134人. */
export const isCompanion = (statement: Statement, i: number): boolean =>
  i > 0 && i < statement.figures.length && gap(statement, i) === '' && !sameKind(statement.figures[i] as Figure, statement.figures[i - 1] as Figure);
