// The sentence around a place in logical text. Must not know what stands in it.

import { oneOf } from './characters.ts';
import type { Span } from './span.ts';

/** Marks that end a sentence for checks and exceptions: figures and claims do not reach over them. */
export const isSentenceEnd = oneOf('。；;！？');

/** A text without marks is no sentence; whoever asks for one gets at most this much to either side. */
const REACH = 400;

/** From behind the mark before `start` up to the mark at or behind `end`. */
export function sentenceAround(text: string, start: number, end = start): Span {
  let from = start;
  let to = end;
  while (from > 0 && start - from < REACH && !isSentenceEnd(text.charCodeAt(from - 1))) from--;
  while (to < text.length && to - end < REACH && !isSentenceEnd(text.charCodeAt(to))) to++;
  return { start: from, end: to };
}

/** The sentences of a text from an offset on, without the marks that end them; empty ones are left out. */
export function sentencesOf(text: string, from = 0): readonly Span[] {
  const sentences: Span[] = [];
  let start = from;
  for (let i = from; i <= text.length; i++) {
    if (i < text.length && !isSentenceEnd(text.charCodeAt(i))) continue;
    if (i > start) sentences.push({ start, end: i });
    start = i + 1;
  }
  return sentences;
}
