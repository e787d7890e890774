// How two strings differ: by one slip or two (a unit lost, added, changed, swapped with its neighbour), or by more.
// Must not know what the strings are.

export interface Difference {
  readonly kind: 'lost' | 'added' | 'changed' | 'swapped';
  /** Offset in the right string. */
  readonly at: number;
  /** The units concerned: of the right string, for `added` of the wrong one, for `changed` the right one and the wrong one. */
  readonly units: string;
}

/** The slips that turn `right` into `wrong`, at most `most` of them; undefined where there are more, empty where they are alike. */
export function differences(right: string, wrong: string, most: number): readonly Difference[] | undefined {
  if (Math.abs(right.length - wrong.length) > most) return undefined;
  let from = 0;
  while (from < right.length && right[from] === wrong[from]) from++;
  if (from === right.length && from === wrong.length) return [];
  if (most === 0 || (most === 1 && !sharesAllBut(right, wrong, from, 2))) return undefined;
  let shortest: readonly Difference[] | undefined;
  const go = (kind: Difference['kind'], ofRight: number, ofWrong: number): void => {
    const rest = differences(right.slice(from + ofRight), wrong.slice(from + ofWrong), most - 1);
    if (!rest || (shortest && shortest.length <= rest.length + 1)) return;
    const units = kind === 'added' ? wrong.slice(from, from + 1) : kind === 'changed' ? `${right[from]}${wrong[from]}` : right.slice(from, from + ofRight);
    shortest = [{ kind, at: from, units }, ...rest.map((each) => ({ ...each, at: each.at + from + ofRight }))];
  };
  if (right[from] === wrong[from + 1] && right[from + 1] === wrong[from] && right[from] !== undefined) go('swapped', 2, 2);
  if (from < right.length && from < wrong.length) go('changed', 1, 1);
  if (from < right.length) go('lost', 1, 0);
  if (from < wrong.length) go('added', 0, 1);
  return shortest;
}

/** Whether behind `from` all but `most` units stand alike, counted from the end. */
function sharesAllBut(right: string, wrong: string, from: number, most: number): boolean {
  const least = Math.max(right.length, wrong.length) - from - most;
  for (let i = 1; i <= least; i++) if (right[right.length - i] !== wrong[wrong.length - i]) return false;
  return true;
}
