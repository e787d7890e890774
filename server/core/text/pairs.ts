// What is filed under two neighbouring units of a text. Asked at every place of a text, where the answer is nearly always
// "nothing": bits that fit the fastest memory say so. Must not know what is filed.

import { hasBit, makeBits, setBit, type Bits } from './bits.ts';

/** 16 bits for two units; different pairs may share them. */
export const pairKey = (one: number, two: number): number => ((one * 31) ^ (two * 7)) & 0xffff;

export interface PairTable<V> {
  /** The keys that hold something. A loop asks these itself. */
  readonly keys: Bits;
  /** What is filed under a key of `keys`, with what is filed under others that share it. */
  bucket(key: number): readonly V[];
}

/** Each value under the first two units of its literal. */
export function makePairTable<V>(entries: Iterable<readonly [literal: string, value: V]>): PairTable<V> {
  const keys = makeBits();
  const numbers = new Uint16Array(0x10000);
  const buckets: V[][] = [];
  for (const [literal, value] of entries) {
    const key = pairKey(literal.charCodeAt(0), literal.charCodeAt(1));
    if (!hasBit(keys, key)) numbers[key] = buckets.push([]) - 1;
    setBit(keys, key);
    buckets[numbers[key] as number]?.push(value);
  }
  return { keys, bucket: (key) => buckets[numbers[key] as number] as readonly V[] };
}
