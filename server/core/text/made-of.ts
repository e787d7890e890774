// Whether a text is nothing but words of a list, one behind the other. Words may be made of other words of the list, so an
// expression would try every way to divide a text, and there are more ways than atoms. Must not know what the words mean.

/** Asks of a text whether it is such words from its first to its last character; the empty text is. */
export function madeOf(words: readonly string[]): (text: string) => boolean {
  const byStart = new Map<string, string[]>();
  for (const word of new Set(words)) byStart.set(word.charAt(0), [...(byStart.get(word.charAt(0)) ?? []), word]);
  return (text) => {
    const reached = new Set([0]);
    for (const at of reached) {
      for (const word of byStart.get(text.charAt(at)) ?? []) if (text.startsWith(word, at)) reached.add(at + word.length);
    }
    return reached.has(text.length);
  };
}

/** Of words any number of which follow each other, those that are not made of the others. */
export const indivisible = (words: readonly string[]): readonly string[] => words.filter((word) => !madeOf(words.filter((other) => other !== word))(word));
