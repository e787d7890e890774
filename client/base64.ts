// Bytes as the text in which they go to the server and come from it. Must not know what they are.

/** In pieces, since a call takes only so many arguments; each of them a multiple of three bytes. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  return pieces.join('');
}

const PIECE = 0x6000;

export const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
