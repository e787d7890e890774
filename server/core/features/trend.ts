// A few values of one quantity as a line of blocks, for places where there is room for text alone. Must not know what they are.

const BLOCKS = '▁▂▃▄▅▆▇█';

/** From the lowest to the highest block; values that are all alike stand in the middle. Empty for fewer than three. */
export function sparkline(values: readonly number[]): string {
  if (values.length < LEAST_FOR_A_TREND) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => BLOCKS[most === least ? 3 : Math.round(((value - least) / (most - least)) * (BLOCKS.length - 1))]).join('');
}

/** Two values are a change, and said as one. */
export const LEAST_FOR_A_TREND = 3;
