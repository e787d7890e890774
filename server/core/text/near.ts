// Phrases with one slip inside: a character lost, doubled, changed or swapped with its neighbour. One half of the phrase
// stands as it should, so the text is walked once and compared only where a half was seen.
// Quotation marks are looked through, and a page number that stands inside a phrase is a slip as well. Must not know what the phrases mean.

import type { Edit } from './edit.ts';

export interface Near<T> {
  readonly entry: T;
  readonly start: number;
  readonly end: number;
  /** What puts it right. */
  readonly edit: Edit;
}

interface Half<T> {
  readonly entry: T;
  readonly phrase: string;
  readonly closed: boolean;
  readonly literal: string;
  /** Whether it is the first half. */
  readonly head: boolean;
}

interface Slip {
  /** Units of the text that stand for the other half. */
  readonly length: number;
  /** Distance of the slip from the half that is right, and how many units to take out there. */
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const QUOTES = /[“”"‘’']/u;
const CLOSING = /[”"’'》]/u;
const hash = (a: number, b: number): number => ((a * 31) ^ (b * 7)) & 0xffff;
const isHan = (c: string | undefined): boolean => c !== undefined && c >= '一' && c <= '龥';
/** Conjunctions stand for each other, and list marks come and go. */
const SAME = '和与及';

export interface Phrase {
  /** At least five characters, without quotation marks. */
  readonly phrase: string;
  /** Whether a quotation mark behind it shows its end, so that the last character is judged as well. */
  readonly closed: boolean;
}

export function makeNearFinder<T>(entries: readonly T[], phraseOf: (entry: T) => Phrase): (text: string) => readonly Near<T>[] {
  // Buckets by the hash of the first two units; 0 for the usual answer, "none".
  const table = new Uint16Array(0x10000);
  const buckets: Half<T>[][] = [[]];
  for (const entry of entries) {
    const { phrase, closed } = phraseOf(entry);
    if (phrase.length < 5 || QUOTES.test(phrase)) throw new RangeError(`no phrase to compare with: ${phrase}`);
    const middle = (phrase.length + 1) >> 1;
    for (const [literal, head] of [[phrase.slice(0, middle), true], [phrase.slice(middle), false]] as const) {
      const key = hash(literal.charCodeAt(0), literal.charCodeAt(1));
      if (table[key] === 0) table[key] = buckets.push([]) - 1;
      buckets[table[key] as number]?.push({ entry, phrase, closed, literal, head });
    }
  }
  return (text) => {
    const [bare, origins] = withoutQuotes(text);
    const found: Near<T>[] = [];
    let next = bare.charCodeAt(0);
    for (let i = 0; i + 1 < bare.length; i++) {
      const unit = next;
      next = bare.charCodeAt(i + 1);
      const bucket = table[hash(unit, next)] as number;
      if (bucket === 0) continue;
      for (const { entry, phrase, closed, literal, head } of buckets[bucket] as Half<T>[]) {
        if (!bare.startsWith(literal, i)) continue;
        // The phrase as it should be: the usual case.
        if (bare.startsWith(phrase, head ? i : i - (phrase.length - literal.length))) continue;
        const near = head ? behind(bare, i, literal, phrase, closed ? (end) => isClosed(text, origins, end) : undefined) : before(bare, i, literal, phrase);
        if (!near) continue;
        const at = (offset: number): number => origins?.[offset] ?? offset;
        const edit = { span: { start: at(near.edit.at), end: near.edit.remove === 0 ? at(near.edit.at) : at(near.edit.at + near.edit.remove - 1) + 1 }, text: near.edit.insert };
        const start = at(near.start);
        const end = at(near.end - 1) + 1;
        // Both halves may show one slip: then the first has just been found.
        if (!found.slice(-RECENT).some((other) => other.entry === entry && other.start === start)) found.push({ entry, start, end, edit });
      }
    }
    return found;
  };
}

/** How far back a slip can have been found by the other half. */
const RECENT = 16;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly edit: { readonly at: number; readonly remove: number; readonly insert: string };
}

/** Whether a quotation mark stands behind the unit before `end`. */
function isClosed(text: string, origins: readonly number[] | undefined, end: number): boolean {
  const last = origins?.[end - 1];
  return last !== undefined && CLOSING.test(text[last + 1] ?? '');
}

/** The first half is right at `i`: looks behind it. */
function behind(bare: string, i: number, literal: string, phrase: string, closedAt: ((end: number) => boolean) | undefined): Place | undefined {
  const from = i + literal.length;
  const rest = phrase.length - literal.length;
  const slip = slipOf((k) => bare[from + k], (k) => phrase[literal.length + k], rest, closedAt?.(from + rest) === true);
  return slip && { start: i, end: from + slip.length, edit: { at: from + slip.at, remove: slip.remove, insert: slip.insert } };
}

/** The second half is right at `i`: looks before it, from its end. */
function before(bare: string, i: number, literal: string, phrase: string): Place | undefined {
  const rest = phrase.length - literal.length;
  const slip = slipOf((k) => bare[i - 1 - k], (k) => phrase[rest - 1 - k], rest, false);
  if (!slip || (phrase.length < LONG && slip.insert !== '' && slip.at >= rest - FIRST)) return undefined;
  const insert = slip.insert.length === 2 ? `${slip.insert[1]}${slip.insert[0]}` : slip.insert;
  return { start: i - slip.length, end: i + literal.length, edit: { at: i - slip.at - slip.remove, remove: slip.remove, insert } };
}

type At = (k: number) => string | undefined;

/** How the text differs from the other half, read away from the half that is right; undefined unless by one slip. */
function slipOf(text: At, half: At, length: number, closed: boolean): Slip | undefined {
  let k = 0;
  while (k < length && text(k) === half(k)) k++;
  if (k === length || !isHan(half(k))) return undefined;
  const here = text(k);
  const goesOn = (fromText: number, fromHalf: number): boolean => {
    for (let j = fromHalf; j < length; j++) if (text(fromText + j - fromHalf) !== half(j)) return false;
    return true;
  };
  const wanted = half(k) as string;
  if (here !== undefined && here === text(k - 1) && isHan(here) && goesOn(k + 1, k)) return { length: length + 1, at: k, remove: 1, insert: '' };
  const number = pageNumber(text, k);
  if (number > 0 && goesOn(k + number, k)) return { length: length + number, at: k, remove: number, insert: '' };
  const last = k === length - 1;
  if (!isHan(here) && !(here === half(k + 1) && !last)) return undefined;
  if (!last && goesOn(k, k + 1)) return { length: length - 1, at: k, remove: 0, insert: wanted };
  if (k + 2 < length && here === half(k + 1) && text(k + 1) === wanted && goesOn(k + 2, k + 2)) return { length, at: k, remove: 2, insert: `${wanted}${here}` };
  if ((!last || closed) && !(SAME.includes(wanted) && SAME.includes(here as string)) && goesOn(k + 1, k + 1)) return { length, at: k, remove: 1, insert: wanted };
  return undefined;
}

/** In a shorter phrase the first characters must stand: one alone may be the end of another word, 行政信息公开 for 政府信息公开. */
const LONG = 8;
const FIRST = 2;

const LONGEST_NUMBER = 5;

/** Length of `3` or `-3-` at `k`. */
function pageNumber(text: At, k: number): number {
  let n = 0;
  while (n <= LONGEST_NUMBER && /[0-9—–-]/u.test(text(k + n) ?? '')) n++;
  return n <= LONGEST_NUMBER ? n : 0;
}

/** The text without quotation marks, and where each of its units stands; no list where nothing was taken out. */
function withoutQuotes(text: string): readonly [string, readonly number[] | undefined] {
  if (!QUOTES.test(text)) return [text, undefined];
  const origins: number[] = [];
  let bare = '';
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isQuote(text.charCodeAt(i))) {
      origins.push(i);
      continue;
    }
    bare += text.slice(from, i);
    from = i + 1;
  }
  return [bare, origins];
}

const isQuote = (c: number): boolean => c === 0x22 || c === 0x27 || (c >= 0x2018 && c <= 0x201d && c !== 0x201a && c !== 0x201b);
