// Where a paragraph has blanks between Chinese characters and digits, and where it has none. Logical text holds no such
// blanks, so they are read off the places where it leaps in the raw text. Must not judge which is right.

import { isBlank, isInvisible } from '../text/characters.ts';
import type { Flow } from '../text/flow.ts';

export interface Spacing {
  /** Flow offsets of the characters behind a blank. */
  readonly spaced: readonly number[];
  /** The same where there is none. */
  readonly tight: readonly number[];
}

const isHan = (c: number): boolean => c >= 0x4e00 && c <= 0x9fff;
const isDigit = (c: number): boolean => c >= 48 && c <= 57;

export function findSpacing(raw: string, { text, runs, origins }: Flow): Spacing {
  const spaced: number[] = [];
  const tight: number[] = [];
  let run = 1;
  let before = text.charCodeAt(0);
  for (let i = 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const leaps = runs[run] === i;
    if ((isDigit(c) && isHan(before)) || (isHan(c) && isDigit(before))) {
      if (!leaps) tight.push(i);
      else if (onlyBlanks(raw, (origins[run - 1] ?? 0) + i - (runs[run - 1] ?? 0), origins[run] ?? 0)) spaced.push(i);
    }
    if (leaps) run++;
    before = c;
  }
  return { spaced, tight };
}

/** Line breaks and Markdown marks are something else. */
function onlyBlanks(raw: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = raw.charCodeAt(i);
    if (!isBlank(c) && !isInvisible(c)) return false;
  }
  return to > from;
}
