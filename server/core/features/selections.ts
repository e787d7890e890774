// What a selection grows to: the clause, the sentence, the paragraph, the section, the sections around it, the text.
// Must not know how an editor asks.

import { flowOffset, paragraphAt, sectionsAt, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { sentenceAround } from '../text/sentence.ts';

/** Spans around an offset, the inmost first, each inside the next. */
export function selections(report: Report, offset: number): readonly Span[] {
  const paragraph = paragraphAt(report, offset);
  const spans = [
    ...(paragraph ? [sentenceOf(paragraph, offset), paragraph.span] : []),
    ...sectionsAt(report, offset).map((section) => section.span).reverse(),
    { start: 0, end: report.source.text.length },
  ];
  const nested: Span[] = [];
  for (const span of spans) {
    const inner = nested[nested.length - 1];
    if (!inner || (span.start <= inner.start && inner.end <= span.end && (span.start < inner.start || inner.end < span.end))) nested.push(span);
  }
  return nested;
}

/** The sentence with the mark that ends it. */
function sentenceOf(paragraph: Paragraph, offset: number): Span {
  const { text } = paragraph.facts.flow;
  const { start, end } = sentenceAround(text, Math.min(flowOffset(paragraph, offset), text.length));
  return sourceSpan(paragraph, start, Math.min(end + 1, text.length));
}
