// What an editor may write between the words: the rate that two counts of a sentence give where the text states none.
// Must not be stored or judged: it is only shown.

import { quotients } from '../figures/quotients.ts';
import { sourceSpan } from '../report/query.ts';
import type { Report } from '../report/report.ts';
import { toDecimals } from '../text/numerals.ts';
import { overlaps, type Span } from '../text/span.ts';

export interface Hint {
  /** Source offset it stands at, behind the numerator. */
  readonly at: number;
  readonly text: string;
  /** The working. */
  readonly tooltip: string;
}

const DECIMALS = 1;

/** In order of position; only those of paragraphs that touch the span. */
export function hints(report: Report, span: Span): readonly Hint[] {
  if (!report.recognised) return [];
  return report.paragraphs.flatMap((paragraph) => {
    if ((paragraph.kind !== 'text' && paragraph.kind !== 'heading') || !overlaps(paragraph.span, span)) return [];
    const { flow, figures } = paragraph.facts;
    return quotients(flow.text, figures).map(({ numerator, value, equation, metrics }): Hint => {
      const [metric] = metrics;
      const name = metrics.length === 1 && metric ? metric.name : '';
      return {
        at: sourceSpan(paragraph, numerator.start, numerator.end).end,
        text: `${toDecimals(value, DECIMALS)}%`,
        tooltip: `${name}${equation}（按本句的两个数算出，正文里没有写）`,
      };
    });
  });
}
