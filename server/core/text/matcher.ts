// Many patterns over one text in one scan. Every pattern is filed under literals that each of its matches
// contains; the text is walked once, and a regular expression runs only where one of its literals was seen.
// Must not know what the patterns mean.

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
}

export interface Matcher<T> {
  /** All matches of all patterns, in order of position, then of the entries. Patterns do not hide each other. */
  scan(text: string): Match<T>[];
}

/** @throws SyntaxError for a pattern that does not compile; a bad anchor throws RangeError. */
export function makeMatcher<T extends Indexed>(entries: readonly T[]): Matcher<T> {
  const expressions = entries.map((entry) => new RegExp(entry.pattern, 'gu'));
  // First unit of a literal → the literals that begin with it. The bitmap answers the usual question, "none".
  const first = new Uint8Array(0x10000);
  const filed = new Map<number, Filed[]>();
  const singles = new Map<number, number[]>();
  entries.forEach((entry, index) => {
    if (entry.anchors.length === 0) throw new RangeError(`no anchor for ${entry.pattern}`);
    for (const literal of entry.anchors) {
      if (literal === '') throw new RangeError(`empty anchor for ${entry.pattern}`);
      first[literal.charCodeAt(0)] = 1;
      if (literal.length === 1) append(singles, literal.charCodeAt(0), index);
      else append(filed, pairAt(literal, 0), { literal, index });
    }
  });

  return {
    scan(text) {
      let seen: Set<number> | undefined;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (first[unit] === 0) continue;
        for (const index of singles.get(unit) ?? []) (seen ??= new Set()).add(index);
        for (const { literal, index } of filed.get(pairAt(text, i)) ?? []) {
          if (text.startsWith(literal, i)) (seen ??= new Set()).add(index);
        }
      }
      if (!seen) return [];
      const matches: Match<T>[] = [];
      for (const index of seen) {
        const expression = expressions[index] as RegExp;
        for (const match of text.matchAll(expression)) {
          if (match[0] !== '') matches.push({ entry: entries[index] as T, start: match.index, end: match.index + match[0].length });
        }
      }
      return matches.sort((a, b) => a.start - b.start || a.end - b.end);
    },
  };
}

function append<V>(map: Map<number, V[]>, key: number, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Behind the end of the text the second unit counts as 0, which begins no literal. */
const pairAt = (text: string, i: number): number => text.charCodeAt(i) * 0x10000 + (text.charCodeAt(i + 1) || 0);
