// The figures of a report as a list. Must not judge them.

import { sourceSpan } from '../report/query.ts';
import type { Exactness } from '../figures/figure.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';

export interface FigureItem {
  /** As written, layout blanks taken away. */
  readonly text: string;
  readonly value: number;
  readonly unit: string | undefined;
  readonly percent: boolean;
  readonly exactness: Exactness;
  readonly metric: string | undefined;
  readonly name: string;
  readonly span: Span;
}

/** In order of position; empty for a text that is no such report. */
export function figures(report: Report): readonly FigureItem[] {
  if (!report.recognised) return [];
  return report.paragraphs.flatMap((paragraph) =>
    paragraph.facts.figures.map((figure) => ({
      text: paragraph.facts.flow.text.slice(figure.start, figure.end),
      value: figure.quantity.value,
      unit: figure.unit,
      percent: figure.unit === '%',
      exactness: figure.quantity.exactness,
      metric: figure.metric?.id,
      name: figure.name,
      span: sourceSpan(paragraph, figure.start, figure.end),
    })),
  );
}
