// Phrases with one slip inside: a character lost, doubled, changed or swapped with its neighbour. One half of the phrase
// stands as it should, so the text is walked once and compared only where a half was seen.
// Quotation marks are looked through, and a page number that stands inside a phrase is a slip as well. Must not know what the phrases mean.

import { hasBit } from './bits.ts';
import { oneOf } from './characters.ts';
import type { Edit } from './edit.ts';
import { makePrefixTable, pairKey, tripleKey } from './pairs.ts';

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
const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fa5;
/** Conjunctions stand for each other, and list marks come and go. */
const isSame = oneOf('和与及');

export interface Phrase {
  /** At least five characters, without quotation marks. */
  readonly phrase: string;
  /** Whether a quotation mark behind it shows its end, so that the last character is judged as well. */
  readonly closed: boolean;
}

export function makeNearFinder<T>(entries: readonly T[], phraseOf: (entry: T) => Phrase): (text: string) => readonly Near<T>[] {
  const halves: [string, Half<T>][] = [];
  for (const entry of entries) {
    const { phrase, closed } = phraseOf(entry);
    if (phrase.length < 5 || QUOTES.test(phrase)) throw new RangeError(`no phrase to compare with: ${phrase}`);
    const middle = (phrase.length + 1) >> 1;
    for (const [literal, head] of [[phrase.slice(0, middle), true], [phrase.slice(middle), false]] as const) {
      halves.push([literal, { entry, phrase, closed, literal, head }]);
    }
  }
  const { keys, pairs, triples } = makePrefixTable(halves);
  return (text) => {
    const found: Near<T>[] = [];
    // Made when a half may stand somewhere: most paragraphs with quotation marks hold none.
    let bare = '';
    let at = itself;
    let quotes = 0;
    let unit = -1;
    const compare = (half: Half<T>, i: number): void => {
      const { entry, phrase, closed, literal, head } = half;
      // The phrase as it should be: the usual case.
      if (!standsAt(bare, i, literal) || standsAt(bare, head ? i : i - (phrase.length - literal.length), phrase)) return;
      const near = head ? behind(bare, i, literal, phrase, closed ? (end) => CLOSING.test(text[at(end - 1) + 1] ?? '') : undefined) : before(bare, i, literal, phrase);
      if (!near) return;
      const edit = { span: { start: at(near.edit.at), end: near.edit.remove === 0 ? at(near.edit.at) : at(near.edit.at + near.edit.remove - 1) + 1 }, text: near.edit.insert };
      const start = at(near.start);
      const end = at(near.end - 1) + 1;
      // Both halves may show one slip: then the first has just been found.
      if (!found.slice(-RECENT).some((other) => other.entry === entry && other.start === start)) found.push({ entry, start, end, edit });
    };
    for (let end = 0; end < text.length; end++) {
      const next = text.charCodeAt(end);
      if (next < BEHIND_QUOTES && isQuote(next)) {
        quotes++;
        continue;
      }
      const key = pairKey(unit, next);
      const isHit = unit >= 0 && hasBit(keys, key);
      unit = next;
      if (!isHit) continue;
      if (bare === '') {
        bare = text.replace(ALL_QUOTES, '');
        if (bare.length < text.length) at = withQuotes(text);
      }
      const i = end - quotes - 1;
      if (hasBit(pairs.keys, key)) for (const half of pairs.bucket(key)) compare(half, i);
      if (i + 2 >= bare.length) continue;
      const triple = tripleKey(key, bare.charCodeAt(i + 2));
      if (hasBit(triples.keys, triple)) for (const half of triples.bucket(triple)) compare(half, i);
    }
    return found;
  };
}

/** Above all quotation marks, below all Chinese characters. */
const BEHIND_QUOTES = 0x2020;

/** As `startsWith`, which costs more to call than a short literal to compare. */
function standsAt(text: string, at: number, literal: string): boolean {
  if (at < 0 || at + literal.length > text.length) return false;
  for (let k = 0; k < literal.length; k++) if (text.charCodeAt(at + k) !== literal.charCodeAt(k)) return false;
  return true;
}

/** How far back a slip can have been found by the other half. */
const RECENT = 16;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly edit: { readonly at: number; readonly remove: number; readonly insert: string };
}

/** The first half is right at `i`: looks behind it. */
function behind(bare: string, i: number, literal: string, phrase: string, closedAt: ((end: number) => boolean) | undefined): Place | undefined {
  const from = i + literal.length;
  const rest = phrase.length - literal.length;
  const slip = slipOf({ text: bare, at: from, phrase, from: literal.length, step: 1 }, rest, () => closedAt?.(from + rest) === true);
  return slip && { start: i, end: from + slip.length, edit: { at: from + slip.at, remove: slip.remove, insert: slip.insert } };
}

/** The second half is right at `i`: looks before it, from its end. */
function before(bare: string, i: number, literal: string, phrase: string): Place | undefined {
  const rest = phrase.length - literal.length;
  const slip = slipOf({ text: bare, at: i - 1, phrase, from: rest - 1, step: -1 }, rest, () => false);
  if (!slip || (phrase.length < LONG && slip.insert !== '' && slip.at >= rest - FIRST)) return undefined;
  const insert = slip.insert.length === 2 ? `${slip.insert[1]}${slip.insert[0]}` : slip.insert;
  return { start: i - slip.length, end: i + literal.length, edit: { at: i - slip.at - slip.remove, remove: slip.remove, insert } };
}

/** Text and other half, read side by side away from the half that is right: from `at` and `from` on, `step` by `step`. */
interface Reading {
  readonly text: string;
  readonly at: number;
  readonly phrase: string;
  readonly from: number;
  readonly step: 1 | -1;
}

/** Code unit `k` of the text; -1 where there is none. */
function unitOf({ text, at, step }: Reading, k: number): number {
  const i = at + k * step;
  return i >= 0 && i < text.length ? text.charCodeAt(i) : -1;
}

const wantedOf = ({ phrase, from, step }: Reading, k: number): number => phrase.charCodeAt(from + k * step);

/** Whether the text goes on as the half does, the one from `fromText`, the other from `fromHalf` to its end. */
function goesOn(reading: Reading, fromText: number, fromHalf: number, length: number): boolean {
  for (let j = fromHalf; j < length; j++) if (unitOf(reading, fromText + j - fromHalf) !== wantedOf(reading, j)) return false;
  return true;
}

/** How the text differs from the other half; undefined unless by one slip. */
function slipOf(reading: Reading, length: number, isClosed: () => boolean): Slip | undefined {
  let k = 0;
  while (k < length && unitOf(reading, k) === wantedOf(reading, k)) k++;
  if (k === length) return undefined;
  const wanted = wantedOf(reading, k);
  if (!isHan(wanted)) return undefined;
  const here = unitOf(reading, k);
  if (here === unitOf(reading, k - 1) && isHan(here) && goesOn(reading, k + 1, k, length)) return { length: length + 1, at: k, remove: 1, insert: '' };
  const number = pageNumber(reading, k);
  if (number > 0 && goesOn(reading, k + number, k, length)) return { length: length + number, at: k, remove: number, insert: '' };
  const last = k === length - 1;
  const skips = !last && here === wantedOf(reading, k + 1);
  if (!isHan(here) && !skips) return undefined;
  if (!last && goesOn(reading, k, k + 1, length)) return { length: length - 1, at: k, remove: 0, insert: String.fromCharCode(wanted) };
  if (k + 2 < length && skips && unitOf(reading, k + 1) === wanted && goesOn(reading, k + 2, k + 2, length)) return { length, at: k, remove: 2, insert: String.fromCharCode(wanted, here) };
  if (!goesOn(reading, k + 1, k + 1, length)) return undefined;
  return (last && !isClosed()) || (isSame(wanted) && isSame(here)) ? undefined : { length, at: k, remove: 1, insert: String.fromCharCode(wanted) };
}

/** In a shorter phrase the first characters must stand: one alone may be the end of another word, 行政信息公开 for 政府信息公开. */
const LONG = 8;
const FIRST = 2;

const LONGEST_NUMBER = 5;
const isNumber = oneOf('0123456789—–-');

/** Length of `3` or `-3-` at `k`. */
function pageNumber(reading: Reading, k: number): number {
  let n = 0;
  for (let unit = unitOf(reading, k); n <= LONGEST_NUMBER && unit >= 0 && isNumber(unit); unit = unitOf(reading, k + n)) n++;
  return n <= LONGEST_NUMBER ? n : 0;
}

const itself = (offset: number): number => offset;

/** Where in the text a unit stands that is at an offset without the quotation marks. Asked seldom and for neighbours, so it walks from one answer to the next. */
function withQuotes(text: string): (offset: number) => number {
  let i = -1;
  let bare = -1;
  return (offset) => {
    while (bare < offset && i < text.length) if (!isQuote(text.charCodeAt(++i))) bare++;
    while (bare > offset && i > 0) {
      bare--;
      while (isQuote(text.charCodeAt(--i)));
    }
    return i;
  };
}

const ALL_QUOTES = /["'‘’“”]/gu;
const isQuote = oneOf('"\'‘’“”');
