// Logical text: a paragraph as a reader sees it, and the way back to the source.
// Line breaks, layout blanks, Markdown marks and HTML comments are gone; full-width digits, letters and ％ are
// half-width, and so are the points inside such numbers. Must not know headings, figures or terms.
//
//     raw   "**（一）办理 １２件\n\n次。**"
//     text  "（一）办理12件次。"

import { hasBit, makeBits, setBit } from './bits.ts';
import { isBlank, isInvisible, isLineBreak } from './characters.ts';
import type { Span } from './span.ts';

export interface Flow {
  readonly text: string;
  /** Starts of the runs of `text` that are contiguous in the raw text, ascending, the first 0. */
  readonly runs: readonly number[];
  /** Raw offset of the first character of each run. */
  readonly origins: readonly number[];
}

const isAsciiWord = (c: number): boolean => (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
/** ０–９ Ａ–Ｚ ａ–ｚ ％ */
const isFullWidthWord = (c: number): boolean =>
  (c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a) || c === 0xff05;
const FULL_WIDTH_SHIFT = 0xfee0;
const isFullWidthDigit = (c: number): boolean => c >= 0xff10 && c <= 0xff19;
/** ． or ， inside a number written in full-width digits. */
const isFullWidthPoint = (raw: string, i: number, c: number): boolean =>
  (c === 0xff0e || c === 0xff0c) && isFullWidthDigit(raw.charCodeAt(i - 1)) && isFullWidthDigit(raw.charCodeAt(i + 1));
const HASH = 35;
const STAR = 42;
const LESS = 60;
const SPACE = 32;

/** Where the reader's text of a line begins: after blanks, Markdown `#`, `>`, list bullets and bold marks. */
export function contentStart(raw: string, from: number, end: number): number {
  let i = from;
  const skipBlanks = (): void => {
    while (i < end && (isBlank(raw.charCodeAt(i)) || isInvisible(raw.charCodeAt(i)))) i++;
  };
  skipBlanks();
  if (raw.charCodeAt(i) === HASH) {
    let k = i;
    while (raw.charCodeAt(k) === HASH) k++;
    if (k - i <= 6 && (k >= end || isBlank(raw.charCodeAt(k)))) i = k;
  } else if ((raw[i] === '>' || raw[i] === '-' || raw[i] === '+' || raw[i] === '*') && isBlank(raw.charCodeAt(i + 1)) && i + 1 < end) {
    i++;
  }
  skipBlanks();
  while (i + 1 < end && raw.charCodeAt(i) === STAR && raw.charCodeAt(i + 1) === STAR) i += 2;
  skipBlanks();
  return i;
}

/**
 * Never fails; an empty or blank raw text gives an empty flow. The text is a fresh string, not a view of
 * `raw`: facts outlive the version they were found in and must not hold it in memory.
 */
export function makeFlow(raw: string): Flow {
  const own = ownString(raw);
  const start = isPageNumber(own, 0, own.length) ? own.length : contentStart(own, 0, own.length);
  for (let i = start; i < own.length; i++) if (hasBit(SPECIAL, own.charCodeAt(i))) return readFlow(own);
  // The usual paragraph: one line with nothing in it but what a reader sees.
  return start === own.length ? { text: '', runs: [], origins: [] } : { text: start === 0 ? own : ownString(own.slice(start)), runs: [0], origins: [start] };
}

/** What may not stand in a flow as it stands in the raw text; full-width points only count between full-width digits, which are here. */
const SPECIAL = makeBits();
for (let unit = 0; unit < 0x10000; unit++) if (isBlank(unit) || isLineBreak(unit) || isInvisible(unit) || isFullWidthWord(unit) || unit === STAR || unit === LESS) setBit(SPECIAL, unit);

function readFlow(raw: string): Flow {
  const runs: number[] = [];
  const origins: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let last = -1; // the unit taken last
  let next = -1; // raw offset that would continue the current run
  let from = 0; // raw offset behind what stands in `parts`; what is between here and `next` goes there as it is
  const flush = (): void => {
    if (from < next) parts.push(raw.slice(from, next));
  };
  const take = (at: number, unit: number): void => {
    if (at !== next) {
      flush();
      runs.push(length);
      origins.push(at);
      from = at;
      next = at;
    }
    if (unit !== raw.charCodeAt(at)) {
      flush();
      parts.push(String.fromCharCode(unit));
      from = at + 1;
    }
    length++;
    last = unit;
    next = at + 1;
  };

  let i = 0;
  let atLineStart = true;
  let blankAt = -1; // first of the blanks seen since the last character taken
  while (i < raw.length) {
    if (atLineStart) {
      const end = nextBreak(raw, i);
      const start = isPageNumber(raw, i, end) ? end : contentStart(raw, i, end);
      if (start > i && blankAt < 0) blankAt = i;
      i = start;
      atLineStart = false;
      continue;
    }
    const c = raw.charCodeAt(i);
    if (isLineBreak(c)) {
      if (blankAt < 0) blankAt = i;
      atLineStart = true;
      i++;
    } else if (isBlank(c)) {
      if (blankAt < 0) blankAt = i;
      i++;
    } else if (isInvisible(c)) {
      i++;
    } else if (c === STAR && raw.charCodeAt(i + 1) === STAR) {
      i += 2;
    } else if (c === LESS && raw.startsWith('<!--', i)) {
      const close = raw.indexOf('-->', i + 4);
      i = close < 0 ? raw.length : close + 3;
    } else {
      const unit = isFullWidthWord(c) || isFullWidthPoint(raw, i, c) ? c - FULL_WIDTH_SHIFT : c;
      // A blank is kept only between two half-width words, where it separates something.
      if (blankAt >= 0 && isAsciiWord(last) && isAsciiWord(unit)) take(blankAt, SPACE);
      blankAt = -1;
      take(i++, unit);
      // What follows as it stands is taken at once; behind a full-width digit may come a point that does not.
      if (unit !== c) continue;
      const behind = i;
      while (i < raw.length && !hasBit(SPECIAL, raw.charCodeAt(i))) i++;
      if (i === behind) continue;
      length += i - behind;
      last = raw.charCodeAt(i - 1);
      next = i;
    }
  }
  flush();
  return { text: parts.length === 1 ? ownString(parts[0] as string) : parts.join(''), runs, origins };
}

/** The same characters side by side in memory, no view of a longer string: every walk over them is a third shorter. */
const ownString = (text: string): string => [text.slice(0, 1), text.slice(1)].join('');

const PAGE_NUMBER = /^\s*(?:[-—–－·]\s*\d{1,3}\s*[-—–－·]|\d{1,3}|第\s*\d{1,3}\s*页(?:[,，]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/u;

/** A line that holds nothing but a page number, however far to the right: `— 3 —`, `3`, `第3页`, `3/12`. */
export function isPageNumber(raw: string, start: number, end: number): boolean {
  let from = start;
  while (from < end && isBlank(raw.charCodeAt(from))) from++;
  return end - from < 24 && end > from && PAGE_NUMBER.test(raw.slice(from, end));
}

function nextBreak(raw: string, from: number): number {
  for (let i = from; i < raw.length; i++) {
    if (isLineBreak(raw.charCodeAt(i))) return i;
  }
  return raw.length;
}

/** Raw offset of a flow offset; the end of the flow maps behind its last character. */
export function toRaw(flow: Flow, offset: number): number {
  if (flow.text.length === 0) return 0;
  if (offset >= flow.text.length) return toRaw(flow, flow.text.length - 1) + 1;
  let low = 0;
  let high = flow.runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((flow.runs[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (flow.origins[low] ?? 0) + offset - (flow.runs[low] ?? 0);
}

/** Raw span of the flow characters `[start, end)`; it does not reach over layout behind the last character. */
export function toRawSpan(flow: Flow, start: number, end: number): Span {
  const from = toRaw(flow, start);
  return { start: from, end: end > start ? toRaw(flow, end - 1) + 1 : from };
}

/** Flow offset of a raw offset: of the first flow character at or behind it. */
export function fromRaw(flow: Flow, raw: number): number {
  let low = 0;
  let high = flow.runs.length - 1;
  if (high < 0) return 0;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((flow.origins[middle] ?? 0) <= raw) low = middle;
    else high = middle - 1;
  }
  const next = flow.runs[low + 1] ?? flow.text.length;
  return Math.max(0, Math.min(next, (flow.runs[low] ?? 0) + raw - (flow.origins[low] ?? 0)));
}
