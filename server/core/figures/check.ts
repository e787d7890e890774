// What a check of figures is: a figure that should follow from others, its working, and a verdict; with the
// tolerances all checks share. Must not phrase messages: an equation is notation, not a sentence.

import { toDecimals } from '../text/numerals.ts';
import type { Figure, Quantity } from './figure.ts';

/**
 * `consistent`: the numbers bear the statement out. `inconsistent`: beyond doubt they do not. `doubtful`: they do not,
 * but something else may be meant. `unchecked`: nothing can be concluded.
 */
export type Verdict = 'consistent' | 'inconsistent' | 'doubtful' | 'unchecked';

export type Role = 'numerator' | 'denominator' | 'part' | 'total' | 'current' | 'base' | 'difference';

export interface Operand {
  readonly figure: Figure;
  readonly role: Role;
}

/** Why a statement is wrong or in doubt: what a rule needs to choose its words. */
export type Reason =
  | 'value' // the computed value is another
  | 'outlier' // all others of a column have one base, this one has not
  | 'other-base' // the shares of a list have a common base, which is not the total
  | 'no-integer' // no whole number gives the stated percentage
  | 'impossible' // above 100 %
  | 'above' // the part is larger than the whole, though both may be right
  | 'over' // parts exceed their total
  | 'sum' // a closed list does not give its total
  | 'balance' // what came in does not equal what went out
  | 'short' // an open list falls short by little
  | 'direction' // up is called down
  | 'times' // grown to N times is called grown by N times
  | 'per cent of a rate' // a rate moves by per cent, and nothing shows which is meant
  | 'points' // a rate moves in points, not in per cent
  | 'incomplete'; // 应…尽… against two counts that differ

export interface Check {
  readonly kind: 'rate' | 'share' | 'sum' | 'change' | 'difference' | 'points' | 'completeness';
  /** The figure that should follow from the operands. */
  readonly stated: Figure;
  readonly operands: readonly Operand[];
  readonly verdict: Verdict;
  readonly reason?: Reason;
  /** In the unit of `stated`, unrounded. */
  readonly computed?: number;
  /** The working as a reader would write it: 242÷250＝96.80%. */
  readonly equation?: string;
}

export const operandOf = (check: Check, role: Role): Figure | undefined => check.operands.find((operand) => operand.role === role)?.figure;

/** Rounded half up or half even, cut off, or less than one unit of the last printed place away. */
export function fits(computed: number, { value, decimals, exactness }: Quantity): boolean {
  const unit = 10 ** -decimals;
  const slack = exactness === 'about' ? Math.max(0.5, value * 0.02) : 0;
  return Math.abs(computed - value) < Math.max(unit, slack) - 1e-9;
}

/** The values a printed number may stand for: half a unit of its last place to either side, upwards for 余. */
export function interval({ value, decimals, scale, exactness }: Quantity): readonly [number, number] {
  if (scale === 1 && decimals === 0 && exactness === 'exact') return [value, value];
  const unit = scale * 10 ** -decimals;
  if (exactness === 'at-least') return [value, value + Math.max(unit, lastPlace(value))];
  if (exactness === 'at-most') return [0, value];
  const slack = exactness === 'about' ? value * 0.05 : 0;
  return [value - unit / 2 - slack, value + unit / 2 + slack];
}

/** 100 for 1900, 1000 for 7000: what 余 may add. */
function lastPlace(value: number): number {
  let place = 1;
  while (value % (place * 10) === 0 && place < value) place *= 10;
  return place;
}

/** A plain whole number, as counts are. */
export const isExactCount = ({ quantity: { exactness, decimals, scale, value } }: Figure): boolean =>
  exactness === 'exact' && decimals === 0 && scale === 1 && Number.isInteger(value);

/** Counts that may be added and divided: 件 and 起, 人 and 名, otherwise the same unit. */
export const sameKind = (a: Figure, b: Figure): boolean =>
  a.unit !== undefined && (a.unit === b.unit || ((a.counts === 'case' || a.counts === 'person') && a.counts === b.counts));

export const isPercent = ({ unit }: Figure): boolean => unit === '%';

/** A number as an equation shows it. */
export const plain = ({ quantity: { value, decimals, scale } }: Pick<Figure, 'quantity'>): string =>
  scale === 1 ? (decimals > 0 ? value.toFixed(decimals) : String(value)) : `${Number((value / scale).toPrecision(12))}${SCALE_NAMES.get(scale) ?? ''}`;

const SCALE_NAMES = new Map([[100, '百'], [1000, '千'], [1e4, '万'], [1e6, '百万'], [1e7, '千万'], [1e8, '亿'], [1e10, '百亿'], [1e11, '千亿']]);

/** A percentage with as many places as the stated one, and two at least. */
export const percentage = (value: number, decimals: number): string => `${toDecimals(value, Math.max(2, decimals))}%`;

/** A rate or share judged by the two counts it should be the quotient of. `whole` is not 0. */
export function quotient(kind: 'rate' | 'share', stated: Figure, part: Figure, whole: Figure, verdict: Verdict, reason?: Reason): Check {
  const computed = percentOf(part, whole);
  return {
    kind,
    stated,
    operands: [{ figure: part, role: 'numerator' }, { figure: whole, role: 'denominator' }],
    verdict,
    computed,
    equation: `${plain(part)}÷${plain(whole)}＝${percentage(computed, stated.quantity.decimals)}`,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Per cent, unrounded. */
export const percentOf = (part: Figure, whole: Figure): number => (part.quantity.value / whole.quantity.value) * 100;

const MOST_ADDENDS = 8;

/** 9＋93＋16＋5＝123; long sums are cut in the middle. */
export function addition(parts: readonly Figure[], sum: number): string {
  const shown = parts.length <= MOST_ADDENDS ? parts.map(plain) : [...parts.slice(0, 4).map(plain), '…', plain(parts[parts.length - 1] as Figure)];
  const decimals = Math.max(...parts.map(({ quantity }) => quantity.decimals));
  const scale = parts[0]?.quantity.scale ?? 1;
  return `${shown.join('＋')}＝${decimals > 0 || scale !== 1 ? `${toDecimals(sum / scale, decimals)}${SCALE_NAMES.get(scale) ?? ''}` : sum}`;
}
