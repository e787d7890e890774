// Text that knows of every character where in the document it stood, so that what is found in it can be written back there.
// Must not know Word's elements.

import type { Edit, Span } from '../../core/index.ts';

/** Where a character stands in a document. Elements are counted from 0, in the order of their opening tags in the part. */
export interface Place {
  /** Name of the part in the archive, `word/document.xml`. */
  readonly part: string;
  /** Which `w:p` of the part. */
  readonly paragraph: number;
  /** Which `w:r` of the part; in a formula, which `m:r`. */
  readonly run: number;
  /** The element that holds it, and which of its kind in the part: the third `w:t`. */
  readonly piece: string;
  readonly nth: number;
  /** UTF-16 offset into the character data of that element, entities counted as their characters. */
  readonly offset: number;
}

/** A stretch of text that stands in one piece, character by character. */
export interface Origin extends Span {
  /** Of the first character. */
  readonly place: Place;
}

export interface WordText {
  readonly text: string;
  /** Ascending, apart from each other. What lies between them was made: numbers, marks of Markdown, line breaks. */
  readonly origins: readonly Origin[];
}

export const NOTHING: WordText = { text: '', origins: [] };

/** Where the character at `offset` comes from; undefined where it was made. */
export function placeAt({ origins }: Pick<WordText, 'origins'>, offset: number): Place | undefined {
  let low = 0;
  let high = origins.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const origin = origins[middle] as Origin;
    if (offset < origin.start) high = middle - 1;
    else if (offset >= origin.end) low = middle + 1;
    else return { ...origin.place, offset: origin.place.offset + offset - origin.start };
  }
  return undefined;
}

/** Text that is put together of pieces. */
export class Writer {
  readonly #pieces: string[] = [];
  readonly #origins: Origin[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(text: string, place?: Place): void {
    if (text === '') return;
    if (place) this.#origins.push({ start: this.#length, end: this.#length + text.length, place });
    this.#pieces.push(text);
    this.#length += text.length;
  }

  addText({ text, origins }: WordText): void {
    for (const { start, end, place } of origins) this.#origins.push({ start: this.#length + start, end: this.#length + end, place });
    this.#pieces.push(text);
    this.#length += text.length;
  }

  done(): WordText {
    return { text: this.#pieces.join(''), origins: this.#origins };
  }
}

export function joined(texts: readonly WordText[], between: string): WordText {
  const writer = new Writer();
  texts.forEach((text, i) => {
    if (i > 0) writer.add(between);
    writer.addText(text);
  });
  return writer.done();
}

/** The text with edits that do not overlap; what they put in was made. */
export function edited(word: WordText, edits: readonly Edit[]): WordText {
  if (edits.length === 0) return word;
  const writer = new Writer();
  let next = 0; // the first origin that may still be needed
  const copy = (from: number, to: number): void => {
    let at = from;
    while (next < word.origins.length && (word.origins[next] as Origin).end <= from) next++;
    for (let i = next; i < word.origins.length; i++) {
      const { start, end, place } = word.origins[i] as Origin;
      if (start >= to) break;
      const [first, last] = [Math.max(start, from), Math.min(end, to)];
      writer.add(word.text.slice(at, first));
      writer.add(word.text.slice(first, last), { ...place, offset: place.offset + first - start });
      at = last;
    }
    writer.add(word.text.slice(at, to));
  };
  let at = 0;
  for (const { span, text } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    copy(at, span.start);
    writer.add(text);
    at = span.end;
  }
  copy(at, word.text.length);
  return writer.done();
}

/** With `by` for whatever `pattern`, a global one, finds. */
export const replaced = (word: WordText, pattern: RegExp, by: string): WordText =>
  edited(word, [...word.text.matchAll(pattern)].flatMap(({ 0: found, index }) => (found === '' ? [] : [{ span: { start: index, end: index + found.length }, text: by }])));

export const slice = (word: WordText, start: number, end = word.text.length): WordText =>
  start === 0 && end === word.text.length ? word : edited(word, [{ span: { start: 0, end: start }, text: '' }, { span: { start: end, end: word.text.length }, text: '' }]);
