// What is filed under the first two or three units of a literal. Asked at every place of a text, where the answer is nearly
// always "nothing": bits that fit the fastest memory say so. Must not know what is filed.

import { hasBit, makeBits, setBit, type Bits } from './bits.ts';

/** 16 bits for two units; different pairs may share them. */
export const pairKey = (one: number, two: number): number => ((one * 31) ^ (two * 7)) & 0xffff;

/** 16 bits for a pair, by its key, and a third unit. */
export const tripleKey = (pair: number, three: number): number => ((pair * 37) ^ (three * 11)) & 0xffff;

export interface Table<V> {
  /** The keys that hold something. A loop asks these itself. */
  readonly keys: Bits;
  /** What is filed under a key of `keys`, with what is filed under others that share it. */
  bucket(key: number): readonly V[];
}

export interface PrefixTable<V> {
  /** Keys of the pairs that any literal begins with. */
  readonly keys: Bits;
  /** Literals of two units, by `pairKey`. */
  readonly pairs: Table<V>;
  /** Longer ones, by `tripleKey`: one pair may begin forty of them. */
  readonly triples: Table<V>;
}

export function makePrefixTable<V>(entries: Iterable<readonly [literal: string, value: V]>): PrefixTable<V> {
  const keys = makeBits();
  const pairs: [number, V][] = [];
  const triples: [number, V][] = [];
  for (const [literal, value] of entries) {
    const key = pairKey(literal.charCodeAt(0), literal.charCodeAt(1));
    setBit(keys, key);
    if (literal.length === 2) pairs.push([key, value]);
    else triples.push([tripleKey(key, literal.charCodeAt(2)), value]);
  }
  return { keys, pairs: makeTable(pairs), triples: makeTable(triples) };
}

function makeTable<V>(entries: readonly (readonly [key: number, value: V])[]): Table<V> {
  const keys = makeBits();
  const numbers = new Uint16Array(0x10000);
  const buckets: V[][] = [];
  for (const [key, value] of entries) {
    if (!hasBit(keys, key)) numbers[key] = buckets.push([]) - 1;
    setBit(keys, key);
    buckets[numbers[key] as number]?.push(value);
  }
  return { keys, bucket: (key) => buckets[numbers[key] as number] as readonly V[] };
}
