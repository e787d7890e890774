// How the time of a piece of work grows with its text: measured at a size, twice and four times that. The time of this
// process is taken, not the clock's, and the least of several runs, since noise only ever adds. Must not know what the work is.

/** What takes less than this, in milliseconds, at the largest size is quick enough, however it grows. */
const QUICK = 20;
/** Twice the text takes twice as long, four times where the work is quadratic; between them is room for noise. */
const MOST = 2.7;
/** As often is what looks slow measured again. */
const TRIES = 4;

/** Milliseconds of one run. */
function timeOf(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** Times at n, 2n and 4n where they grow by more than the text does; undefined where they do not. `prepare` is not measured. */
export function superLinear(n: number, prepare: (size: number) => () => void): readonly number[] | undefined {
  const large = prepare(4 * n);
  let least = timeOf(large);
  if (least < QUICK) return undefined;
  const small = prepare(n);
  const middle = prepare(2 * n);
  let [ofSmall, ofMiddle] = [Infinity, Infinity];
  for (let run = 0; run < TRIES; run++) {
    // The sizes take turns, so that what disturbs disturbs all of them.
    ofSmall = Math.min(ofSmall, timeOf(small));
    ofMiddle = Math.min(ofMiddle, timeOf(middle));
    least = Math.min(least, timeOf(large));
    if (least < QUICK || ofMiddle < ofSmall * MOST || least < ofMiddle * MOST) return undefined;
  }
  return [ofSmall, ofMiddle, least];
}
