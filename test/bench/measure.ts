// Medians and percentiles of repeated runs. Must not know what is run.

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const median = (values: readonly number[]): number => sorted(values)[values.length >> 1] ?? NaN;

export const percentile = (values: readonly number[], percent: number): number => sorted(values)[Math.min(values.length - 1, Math.floor((values.length * percent) / 100))] ?? NaN;

/** Milliseconds before any run is counted: an editor's server has long been compiled when somebody types. */
const WARM_UP = 1_500;

/** Milliseconds of one run, median; `body` gets the number of the run, all different. */
export async function time(runs: number, body: (run: number) => unknown): Promise<number> {
  const end = performance.now() + WARM_UP;
  let warm = 0;
  do await body(warm++);
  while (performance.now() < end);
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const from = performance.now();
    await body(i + warm);
    times.push(performance.now() - from);
  }
  return median(times);
}
