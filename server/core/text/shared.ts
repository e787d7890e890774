// What two texts have in common, piece by piece. Must not know what the pieces are.

/** Length of the longest run of `text` from `at` on that `other` holds too. */
export function sharedRun(text: string, at: number, other: string): number {
  let length = 0;
  while (at + length < text.length && other.includes(text.slice(at, at + length + 1))) length++;
  return length;
}
