// What a figure is: a number with its unit, its name and, for a rate, its metric. Types only.
// Offsets are flow offsets. Must not know how figures are found or checked.

import type { CountClass, MetricSpec } from '../domain/types.ts';
import type { Span } from '../text/span.ts';

export type Exactness = 'exact' | 'about' | 'at-least' | 'at-most' | 'range' | 'ratio';

export interface Quantity {
  readonly value: number;
  readonly exactness: Exactness;
  /** Decimal places as written. */
  readonly decimals: number;
  /** 10,000 for 3.6万: the value is rounded to that unit and its decimals. */
  readonly scale: number;
  /** The upper end of a range; `value` is the lower one. */
  readonly upper?: number;
}

export interface Figure {
  /** Number and unit, `232起`, `97.8%`. Flow offsets. */
  readonly start: number;
  readonly end: number;
  /** The digits alone. */
  readonly number: Span;
  readonly quantity: Quantity;
  /** How the number is written: 1234, 1,234 or 十二. */
  readonly form: 'digits' | 'parted' | 'numeral';
  /** `%` for every way to write a percentage; undefined where no known unit follows. */
  readonly unit: string | undefined;
  readonly counts: CountClass | undefined;
  /** From the punctuation before the figure up to the figure. */
  readonly head: Span;
  readonly metric: MetricSpec | undefined;
  /** Where the name of the metric stands, for a rate that has one. */
  readonly named: Span | undefined;
  /** Start of the list 参考率、合格率分别为98%、95% that the rate stands in. */
  readonly listed?: number;
  /** What is counted, in the words of the text. */
  readonly name: string;
  /** The 。；-bounded sentence that holds the figure. */
  readonly sentence: Span;
}
