// Where a paragraph has blanks between Chinese characters and digits, and where it has none; and blanks inside a known
// phrase. Logical text holds no such blanks, so they are read off the places where it leaps in the raw text.
// Must not judge which is right.

import { TERMS } from '../domain/terms.ts';
import { isBlank, isInvisible } from '../text/characters.ts';
import type { Flow } from '../text/flow.ts';

export interface Spacing {
  /** Flow offsets of the characters behind a blank. */
  readonly spaced: readonly number[];
  /** Flow offsets of characters behind a blank that parts a known phrase. */
  readonly gaps: readonly number[];
}

const PHRASES = TERMS.filter(({ near }) => near !== undefined).map(({ pattern }) => pattern);
/** Two characters that stand side by side in a phrase: without them nothing is compared. */
const PAIRS = new Set(PHRASES.flatMap((phrase) => Array.from({ length: phrase.length - 1 }, (_, i) => phrase.slice(i, i + 2))));

const isHan = (c: number): boolean => c >= 0x4e00 && c <= 0x9fff;
const isDigit = (c: number): boolean => c >= 48 && c <= 57;

export function findSpacing(raw: string, { text, runs, origins }: Flow): Spacing {
  if (runs.length < 2) return NONE;
  const spaced: number[] = [];
  const gaps: number[] = [];
  for (let run = 1; run < runs.length; run++) {
    const i = runs[run] as number;
    const before = text.charCodeAt(i - 1);
    const c = text.charCodeAt(i);
    const isBlankHere = (): boolean => onlyBlanks(raw, (origins[run - 1] as number) + i - (runs[run - 1] as number), origins[run] as number);
    if (meetsDigit(before, c)) {
      if (isBlankHere()) spaced.push(i);
    } else if (isHan(c) && isHan(before) && PAIRS.has(text.slice(i - 1, i + 1)) && isBlankHere() && partsPhrase(text, i)) gaps.push(i);
  }
  return spaced.length === 0 && gaps.length === 0 ? NONE : { spaced, gaps };
}

const NONE: Spacing = { spaced: [], gaps: [] };

const meetsDigit = (before: number, c: number): boolean => (isDigit(c) ? isHan(before) : isDigit(before) && isHan(c));

/** Flow offsets of the characters that stand where a blank might, and none does. Not kept: asked only where there are blanks as well. */
export function findTight({ text, runs }: Flow): readonly number[] {
  const tight: number[] = [];
  let run = 1;
  let before = text.charCodeAt(0);
  let wasDigit = isDigit(before);
  for (let i = 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const digit = isDigit(c);
    if (digit !== wasDigit && isHan(digit ? before : c)) {
      while ((runs[run] ?? i) < i) run++;
      if (runs[run] !== i) tight.push(i);
    }
    before = c;
    wasDigit = digit;
  }
  return tight;
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
