// Many patterns over one text in one scan. Every pattern is filed under literals that each of its matches
// contains; the text is walked once, and a regular expression runs only where one of its literals was seen: at that
// very place if its matches begin with the literal, else over the whole text. Must not know what the patterns mean.

import { bitsOf, hasBit } from './bits.ts';
import { makePrefixTable, pairKey, tripleKey } from './pairs.ts';

export interface Indexed {
  readonly pattern: string;
  /** Literals, one of which stands in every text that matches: best in the match itself, rare, and longer than one unit. */
  readonly anchors: readonly string[];
}

export interface Match<T> {
  readonly entry: T;
  /** Of the entry among all. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

interface Filed {
  readonly literal: string;
  readonly index: number;
  /** Its first units, to ask before the whole. */
  readonly one: number;
  readonly two: number;
  readonly three: number;
}

export interface Matcher<T> {
  /** All matches of all patterns, in order of position, then of the entries. Patterns do not hide each other. */
  scan(text: string): Match<T>[];
}

/** @throws SyntaxError for a pattern that does not compile; a bad anchor throws RangeError. */
export function makeMatcher<T extends Indexed>(entries: readonly T[]): Matcher<T> {
  const leading = entries.map(({ pattern, anchors }) => beginsWithAnchor(pattern, anchors));
  const expressions = entries.map(({ pattern }, i) => new RegExp(pattern, leading[i] === true ? 'yu' : 'gu'));
  const singles = new Map<number, number[]>();
  const filed: [string, Filed][] = [];
  entries.forEach((entry, index) => {
    if (entry.anchors.length === 0) throw new RangeError(`no anchor for ${entry.pattern}`);
    for (const literal of entry.anchors) {
      if (literal === '') throw new RangeError(`empty anchor for ${entry.pattern}`);
      if (literal.length === 1) append(singles, literal.charCodeAt(0), index);
      else filed.push([literal, { literal, index, one: literal.charCodeAt(0), two: literal.charCodeAt(1), three: literal.charCodeAt(2) }]);
    }
  });
  const { keys, pairs, triples } = makePrefixTable(filed);
  const single = bitsOf(String.fromCharCode(...singles.keys()));
  // Per entry, of the scan that runs; wiped when it ends, so that no scan allocates them.
  const ends = new Int32Array(entries.length); // end of its last match: matches of one entry do not overlap
  const seen = new Uint8Array(entries.length);

  return {
    scan(text) {
      const matches: Match<T>[] = [];
      const touched: number[] = [];
      const take = (index: number, at: number): void => {
        if (leading[index] !== true) {
          if (seen[index] === 0) touched.push(index);
          seen[index] = 1;
          return;
        }
        if (at < (ends[index] as number)) return;
        const expression = expressions[index] as RegExp;
        expression.lastIndex = at;
        // Asked without an array of groups: most do not match, and all that is wanted of those that do is their end.
        if (!expression.test(text) || expression.lastIndex === at) return;
        const end = expression.lastIndex;
        if (ends[index] === 0) touched.push(index);
        ends[index] = end;
        matches.push({ entry: entries[index] as T, index, start: at, end });
      };
      const units = single;
      const last = text.length - 1;
      let next = last < 0 ? 0 : text.charCodeAt(0);
      for (let i = 0; i <= last; i++) {
        const unit = next;
        if (hasBit(units, unit)) for (const index of singles.get(unit) as number[]) take(index, i);
        // Nothing is read behind the end: what answers NaN there is twice as slow everywhere.
        if (i === last) break;
        next = text.charCodeAt(i + 1);
        const key = pairKey(unit, next);
        if (!hasBit(keys, key)) continue;
        if (hasBit(pairs.keys, key)) for (const each of pairs.bucket(key)) if (each.one === unit && each.two === next) take(each.index, i);
        if (i + 1 === last) continue;
        const third = text.charCodeAt(i + 2);
        const triple = tripleKey(key, third);
        if (!hasBit(triples.keys, triple)) continue;
        for (const each of triples.bucket(triple)) {
          if (each.one === unit && each.two === next && each.three === third && (each.literal.length === 3 || text.startsWith(each.literal, i))) take(each.index, i);
        }
      }
      for (const index of touched) {
        ends[index] = 0;
        if (seen[index] === 0) continue;
        seen[index] = 0;
        const expression = expressions[index] as RegExp;
        expression.lastIndex = 0;
        for (let match = expression.exec(text); match; match = expression.exec(text)) {
          if (match[0] === '') expression.lastIndex++;
          else matches.push({ entry: entries[index] as T, index, start: match.index, end: expression.lastIndex });
        }
      }
      return matches.length < 2 ? matches : matches.sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
    },
  };
}

/**
 * Whether every alternative of a pattern begins with one of the literals, behind lookbehinds at most. Errs towards
 * no: such a pattern is merely slower.
 */
export function beginsWithAnchor(pattern: string, anchors: readonly string[]): boolean {
  return alternatives(pattern).every((alternative) => {
    const words = withoutLookbehinds(alternative);
    return anchors.some((anchor) => words.startsWith(escaped(anchor)) && !/^[?*+{]/u.test(words.slice(escaped(anchor).length)));
  });
}

/** Splits at the `|` that stand in no group and no class. */
function alternatives(pattern: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let inClass = false;
  let from = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === '\\') i++;
    else if (inClass) inClass = c !== ']';
    else if (c === '[') inClass = true;
    else if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === '|' && depth === 0) {
      parts.push(pattern.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, pattern.slice(from)];
}

function withoutLookbehinds(alternative: string): string {
  let rest = alternative;
  while (rest.startsWith('(?<!') || rest.startsWith('(?<=')) {
    let depth = 0;
    let inClass = false;
    let i = 0;
    for (; i < rest.length; i++) {
      const c = rest[i];
      if (c === '\\') i++;
      else if (inClass) inClass = c !== ']';
      else if (c === '[') inClass = true;
      else if (c === '(') depth++;
      else if (c === ')' && --depth === 0) break;
    }
    rest = rest.slice(i + 1);
  }
  return rest;
}

const escaped = (literal: string): string => literal.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

function append<V>(map: Map<number, V[]>, key: number, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
