// A short fingerprint of a text, the same on every machine. Not for secrets: only to know a sentence again.
// Must not know what is fingerprinted.

/** 11 characters at most; texts that differ have the same one about once in 10^15 pairs. */
export function digest(text: string): string {
  // Two multiplicative hashes of 32 bits each, mixed; the construction is known as cyrb53.
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
