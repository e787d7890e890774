// A set of 16-bit numbers, code units above all, as 8 KB of bits: small enough to stay in the fastest memory while a text
// is walked. Must not know what the numbers mean.

export type Bits = Int32Array;

export const makeBits = (): Bits => new Int32Array(0x10000 >> 5);

/** `n` is below 65,536. */
export const hasBit = (bits: Bits, n: number): boolean => ((bits[n >> 5] as number) & (1 << (n & 31))) !== 0;

export function setBit(bits: Bits, n: number): void {
  bits[n >> 5] = (bits[n >> 5] as number) | (1 << (n & 31));
}

/** The code units of a string. */
export function bitsOf(characters: string): Bits {
  const bits = makeBits();
  for (let i = 0; i < characters.length; i++) setBit(bits, characters.charCodeAt(i));
  return bits;
}
