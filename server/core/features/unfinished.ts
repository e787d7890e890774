// The sentence that is being written: what is wrong in it may be so only because it has not come to its end. Must not know
// who writes or what is done with the findings.

import type { Problem } from '../lint/lint.ts';
import { flowOffset, paragraphAt, sourceSpan } from '../report/query.ts';
import type { Report } from '../report/report.ts';
import { isBlank } from '../text/characters.ts';
import { isSentenceEnd, sentenceAround } from '../text/sentence.ts';
import { overlaps, type Span } from '../text/span.ts';

/**
 * Source span of the sentence around the place of writing, without the mark that ends it; undefined where the last
 * character written is such a mark, or where nothing is written.
 */
export function unfinished(report: Report, offset: number): Span | undefined {
  // A blank at the end of a line belongs to no paragraph, but the writer may go on behind it.
  let place = offset;
  while (place > 0 && isBlank(report.source.text.charCodeAt(place - 1))) place--;
  const paragraph = paragraphAt(report, place);
  if (!paragraph) return undefined;
  const { text } = paragraph.facts.flow;
  const at = Math.min(flowOffset(paragraph, place), text.length);
  if (at === 0 || isSentenceEnd(text.charCodeAt(at - 1))) return undefined;
  const { start, end } = sentenceAround(text, at);
  return sourceSpan(paragraph, start, end);
}

/**
 * Whether a finding waits for a sentence: it stands there or rests on what stands there. What is told at the title is told
 * of the whole report and waits for nothing.
 */
export function waitsFor(sentence: Span, { span, related = [] }: Problem, { title }: Report): boolean {
  if (title && span.start === title.span.start && span.end === title.span.end) return false;
  return overlaps(span, sentence) || related.some((place) => place.of === undefined && overlaps(place.span, sentence));
}
