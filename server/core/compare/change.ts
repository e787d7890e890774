// How far a quantity moved from one year to the next, in exact decimals: a difference, and for counts its share of what there
// was. Must not phrase sentences.

import { plain } from '../figures/check.ts';
import type { Quantity } from '../figures/figure.ts';

export interface Change {
  readonly sign: -1 | 0 | 1;
  /** Without sign, with the places of both values: `12`, `0.5`, `1.2万`. */
  readonly difference: string;
  /** Of rates the difference is in points. */
  readonly points: boolean;
  /** Without sign, one place: `8.3`. Undefined for rates, and where there was nothing before. */
  readonly percent: string | undefined;
  /** One of the values is approximate, or only one is rounded. */
  readonly rough: boolean;
}

export function changeOf(now: Quantity, then: Quantity, isRate: boolean): Change {
  const decimals = Math.max(placesOf(now), placesOf(then));
  const [a, b] = [toInteger(now.value, decimals), toInteger(then.value, decimals)];
  const gap = a > b ? a - b : b - a;
  const scale = now.scale === then.scale ? now.scale : 1;
  const shown = { value: Number(gap) / 10 ** decimals, decimals: scale === 1 ? decimals : Math.max(now.decimals, then.decimals), scale, exactness: 'exact' } as const;
  return {
    sign: a > b ? 1 : a < b ? -1 : 0,
    difference: plain({ quantity: shown }),
    points: isRate,
    percent: isRate || b <= 0n ? undefined : tenths((2000n * gap + b) / (2n * b)),
    rough: now.exactness !== 'exact' || then.exactness !== 'exact' || now.scale !== then.scale,
  };
}

/** `+12（+8.3%）`, `-0.5个百分点`, `持平`; 约 before what is not exact. */
export function changeText({ sign, difference, points, percent, rough }: Change): string {
  if (sign === 0) return rough ? '大致持平' : '持平';
  const mark = sign > 0 ? '+' : '-';
  const share = percent === undefined ? '' : `（${mark}${percent}%）`;
  return `${rough ? '约' : ''}${mark}${difference}${points ? '个百分点' : ''}${share}`;
}

/** Of 3.6万 none are needed: its value is a whole number. */
const placesOf = ({ decimals, scale }: Quantity): number => (scale === 1 ? decimals : 0);

const toInteger = (value: number, decimals: number): bigint => BigInt(Math.round(value * 10 ** decimals));

const tenths = (count: bigint): string => `${count / 10n}.${count % 10n}`;
