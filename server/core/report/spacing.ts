// Where a paragraph has blanks between Chinese characters and digits, and where it has none; and blanks inside a known
// phrase. Logical text holds no such
// blanks, so they are read off the places where it leaps in the raw text. Must not judge which is right.

import { TERMS } from '../domain/terms.ts';
import { isBlank, isInvisible } from '../text/characters.ts';
import type { Flow } from '../text/flow.ts';

export interface Spacing {
  /** Flow offsets of the characters behind a blank. */
  readonly spaced: readonly number[];
  /** The same where there is none. */
  readonly tight: readonly number[];
  /** Flow offsets of characters behind a blank that parts a known phrase. */
  readonly gaps: readonly number[];
}

const PHRASES = TERMS.filter(({ near }) => near !== undefined).map(({ pattern }) => pattern);
/** Two characters that stand side by side in a phrase: without them nothing is compared. */
const PAIRS = new Set(PHRASES.flatMap((phrase) => Array.from({ length: phrase.length - 1 }, (_, i) => phrase.slice(i, i + 2))));

const isHan = (c: number): boolean => c >= 0x4e00 && c <= 0x9fff;
const isDigit = (c: number): boolean => c >= 48 && c <= 57;

export function findSpacing(raw: string, { text, runs, origins }: Flow): Spacing {
  const spaced: number[] = [];
  const tight: number[] = [];
  const gaps: number[] = [];
  let run = 1;
  let leapAt = runs[run] ?? -1;
  let before = text.charCodeAt(0);
  for (let i = 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const leaps = i === leapAt;
    if (isDigit(c) ? isHan(before) : isDigit(before) && isHan(c)) {
      if (!leaps) tight.push(i);
      else if (onlyBlanks(raw, (origins[run - 1] ?? 0) + i - (runs[run - 1] ?? 0), origins[run] ?? 0)) spaced.push(i);
    }
    else if (leaps && isHan(c) && isHan(before) && PAIRS.has(text.slice(i - 1, i + 1)) && onlyBlanks(raw, (origins[run - 1] ?? 0) + i - (runs[run - 1] ?? 0), origins[run] ?? 0) && partsPhrase(text, i)) gaps.push(i);
    if (leaps) leapAt = runs[++run] ?? -1;
    before = c;
  }
  return { spaced, tight, gaps };
}

/** Whether a known phrase stands on both sides of `at`. */
function partsPhrase(text: string, at: number): boolean {
  return PHRASES.some((phrase) => {
    for (let k = 1; k < phrase.length; k++) if (k <= at && text.startsWith(phrase, at - k)) return true;
    return false;
  });
}

/** Line breaks and Markdown marks are something else. */
function onlyBlanks(raw: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = raw.charCodeAt(i);
    if (!isBlank(c) && !isInvisible(c)) return false;
  }
  return to > from;
}
