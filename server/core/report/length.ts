// How long a paragraph is, as Word counts it. Counted once for all paragraphs of the same text. Must not know what a length
// is compared with.

import { countWords } from '../text/count.ts';
import type { Facts, Paragraph, Report } from './report.ts';

const COUNTED = new WeakMap<Facts, number>();

export function wordsOf(report: Report, { span, kind, facts }: Paragraph): number {
  let count = COUNTED.get(facts);
  if (count === undefined) {
    const { runs, origins, text } = facts.flow;
    // As written: logical text has made full-width digits half-width.
    const seen = runs.map((run, i) => report.source.text.substr(span.start + (origins[i] ?? 0), (runs[i + 1] ?? text.length) - run)).join('');
    COUNTED.set(facts, (count = countWords(kind === 'row' ? cells(seen) : seen)));
  }
  return count;
}

/** A row of a table without what draws it. */
const cells = (row: string): string => (/^[|:\-]*$/u.test(row) ? '' : row.replaceAll('|', ' '));
