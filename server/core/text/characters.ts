// Kinds of characters: blanks, line breaks, what is not seen at all. One notion of each for the whole core.
// Must not know lines or words.

import { bitsOf, hasBit } from './bits.ts';

/** Space, tab, no-break, ideographic and the typographic spaces that web pages indent with. */
export const isBlank = (c: number): boolean =>
  c === 0x20 || c === 0x09 || c === 0x3000 || c === 0xa0 || (c >= 0x2000 && c <= 0x200a) || c === 0x202f || c === 0x205f;

export const isLineBreak = (c: number): boolean => c === 10 || c === 13;

/** Byte order mark, soft hyphen, zero-width characters. */
export const isInvisible = (c: number): boolean => c === 0xfeff || c === 0xad || (c >= 0x200b && c <= 0x200d) || c === 0x2060;

/** Length of `[from, to)` as printed: a full-width character counts 1, a half-width one a half. */
export function printedWidth(text: string, from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to; i++) width += text.charCodeAt(i) < 0x100 ? 0.5 : 1;
  return width;
}

/** Asks of a code unit whether it is one of the characters; quicker than a search in a string. */
export function oneOf(characters: string): (unit: number) => boolean {
  const bits = bitsOf(characters);
  return (unit) => hasBit(bits, unit);
}
