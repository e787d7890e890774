// Many patterns over one text in one scan. Every pattern is filed under literals that each of its matches
// contains; the text is walked once, and a regular expression runs only where one of its literals was seen: at that
// very place if its matches begin with the literal, else over the whole text. Must not know what the patterns mean.

export interface Indexed {
  readonly pattern: string;
  /** Literals, one of which stands in every text that matches: best in the match itself, rare, and longer than one unit. */
  readonly anchors: readonly string[];
}

export interface Match<T> {
  readonly entry: T;
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
  // Single units in a bitmap; pairs in a table of buckets by hash, 0 for the usual answer, "none".
  const first = new Uint8Array(0x10000);
  const singles = new Map<number, number[]>();
  const table = new Uint16Array(0x10000);
  const buckets: Filed[][] = [[]];
  entries.forEach((entry, index) => {
    if (entry.anchors.length === 0) throw new RangeError(`no anchor for ${entry.pattern}`);
    for (const literal of entry.anchors) {
      if (literal === '') throw new RangeError(`empty anchor for ${entry.pattern}`);
      if (literal.length === 1) {
        first[literal.charCodeAt(0)] = 1;
        append(singles, literal.charCodeAt(0), index);
      } else {
        const one = literal.charCodeAt(0);
        const two = literal.charCodeAt(1);
        const key = hash(one, two);
        if (table[key] === 0) table[key] = buckets.push([]) - 1;
        buckets[table[key] as number]?.push({ literal, index, one, two, three: literal.charCodeAt(2) });
      }
    }
  });

  return {
    scan(text) {
      const matches: Match<T>[] = [];
      let seen: Set<number> | undefined;
      let ends: Map<number, number> | undefined; // entry → end of its last match: matches of one entry do not overlap
      const take = (index: number, at: number): void => {
        if (leading[index] !== true) {
          (seen ??= new Set()).add(index);
          return;
        }
        if (at < (ends?.get(index) ?? 0)) return;
        const expression = expressions[index] as RegExp;
        expression.lastIndex = at;
        const match = expression.exec(text);
        if (!match || match[0] === '') return;
        (ends ??= new Map()).set(index, at + match[0].length);
        matches.push({ entry: entries[index] as T, start: at, end: at + match[0].length });
      };
      let next = text.charCodeAt(0);
      for (let i = 0; i < text.length; i++) {
        const unit = next;
        next = text.charCodeAt(i + 1) || 0;
        if (first[unit] !== 0) for (const index of singles.get(unit) ?? []) take(index, i);
        const bucket = table[hash(unit, next)] as number;
        if (bucket === 0) continue;
        const third = text.charCodeAt(i + 2);
        for (const each of buckets[bucket] as Filed[]) {
          if (each.one !== unit || each.two !== next) continue;
          const { length } = each.literal;
          if (length === 2 || (each.three === third && (length === 3 || text.startsWith(each.literal, i)))) take(each.index, i);
        }
      }
      for (const index of seen ?? []) {
        for (const match of text.matchAll(expressions[index] as RegExp)) {
          if (match[0] !== '') matches.push({ entry: entries[index] as T, start: match.index, end: match.index + match[0].length });
        }
      }
      return matches.length < 2 ? matches : matches.sort((a, b) => a.start - b.start || a.end - b.end);
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
const hash = (a: number, b: number): number => ((a * 31) ^ (b * 7)) & 0xffff;

function append<V>(map: Map<number, V[]>, key: number, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
