// Text to GB18030, the way back of the decoder that every host has: its table is made by asking that decoder once. Must not know
// files.

let table: Map<string, number> | undefined;

/** Code points beyond the first plane are counted on from here. */
const BEYOND = 0x90308130;

/** Undefined where a character has no place in it. */
export function toGb18030(text: string): Uint8Array | undefined {
  const codes = (table ??= makeTable());
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    const code = point < 0x80 ? point : point > 0xffff ? fourBytes(point - 0x10000) : codes.get(character);
    if (code === undefined) return undefined;
    if (code > 0xffff) bytes.push((code >>> 24) & 0xff, (code >>> 16) & 0xff);
    if (code > 0xff) bytes.push((code >>> 8) & 0xff);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The bytes have 126, 10, 126 and 10 values. */
const fourBytes = (index: number): number => (BEYOND + (Math.floor(index / 12600) << 24) + ((Math.floor(index / 1260) % 10) << 16) + ((Math.floor(index / 10) % 126) << 8) + (index % 10)) >>> 0;

function makeTable(): Map<string, number> {
  const made = new Map<string, number>();
  const decoder = new TextDecoder('gb18030');
  const learn = (...bytes: number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    const code = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    if (character.length === 1 && character !== '\ufffd' && !made.has(character)) made.set(character, code);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) learn(lead, trail);
  for (let a = 0x81; a <= 0x84; a++) for (let b = 0x30; b <= 0x39; b++) for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) learn(a, b, c, d);
  return made;
}
