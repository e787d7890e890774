// Cutting Chinese text into words: the interface, and a longest-match cutter over a small vocabulary that is always
// at hand. Must not know nodejieba or any other engine; whoever has one passes it in.

export interface Segmenter {
  /** Which engine answers, for the status shown to users. */
  readonly name: string;
  /** Words in order; joined they give the text again. */
  cut(text: string): readonly string[];
}

/** Cuts at the longest known word; unknown characters stand alone. */
export function longestMatch(vocabulary: Iterable<string>): Segmenter {
  const words = new Set(vocabulary);
  // First character → length of the longest word that begins with it.
  const longest = new Map<string, number>();
  for (const word of words) longest.set(word.charAt(0), Math.max(word.length, longest.get(word.charAt(0)) ?? 0));
  return {
    name: 'longest-match',
    cut(text) {
      const cut: string[] = [];
      for (let i = 0; i < text.length; ) {
        let length = Math.min(longest.get(text.charAt(i)) ?? 1, text.length - i);
        while (length > 1 && !words.has(text.slice(i, i + length))) length--;
        const end = i + Math.max(length, wholeCharacter(text, i));
        cut.push(text.slice(i, end));
        i = end;
      }
      return cut;
    },
  };
}

const wholeCharacter = (text: string, i: number): number => ((text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1);

/** Words are cut in a window around the place: what is farther off does not decide. */
const WINDOW = 24;

/** Whether `[start, end)` begins and ends at word borders. A border inside does not matter. */
export function atWordBorders(segmenter: Segmenter, text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - WINDOW);
  let at = from;
  let beginsAt = false;
  for (const word of segmenter.cut(text.slice(from, end + WINDOW))) {
    if (at === start) beginsAt = true;
    if (at >= end) return beginsAt && at === end;
    at += word.length;
  }
  return beginsAt && at === end;
}
