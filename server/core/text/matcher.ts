// Many patterns over one text in one scan. Every pattern is filed under literals that each of its matches
// contains; the text is walked once, and a regular expression runs only where one of its literals was seen.
// Must not know what the patterns mean.

export interface Indexed {
  readonly pattern: string;
  /** Literals of at least two UTF-16 units, one of which every match contains. */
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
  entries.forEach((entry, index) => {
    if (entry.anchors.length === 0) throw new RangeError(`no anchor for ${entry.pattern}`);
    for (const literal of entry.anchors) {
      if (literal.length < 2) throw new RangeError(`anchor too short: ${literal}`);
      const key = pairAt(literal, 0);
      first[literal.charCodeAt(0)] = 1;
      const list = filed.get(key);
      if (list) list.push({ literal, index });
      else filed.set(key, [{ literal, index }]);
    }
  });

  return {
    scan(text) {
      let seen: Set<number> | undefined;
      for (let i = 0; i + 1 < text.length; i++) {
        if (first[text.charCodeAt(i)] === 0) continue;
        const list = filed.get(pairAt(text, i));
        if (!list) continue;
        for (const { literal, index } of list) {
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

const pairAt = (text: string, i: number): number => text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1);
