// The entries of a zip archive, inflated piece by piece and never more than may be. Sizes that the archive declares are not
// believed. Nothing is ever written, so what entries are called leads nowhere. Must not know Word.

import { Inflate } from 'fflate/browser';
import { MOST_ENTRIES, type Budget } from './limits.ts';
import { DAMAGED, WordRefusal } from './refusal.ts';

export interface Entry {
  /** As it is asked for: without a leading slash, slashes forward. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
  /** Of its header in the directory. */
  readonly directory: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** Packed bytes that are inflated at a time: at most a thousand times as many come of them. */
const STEP = 4096;

/** Part names know no case. The first of two entries with one name counts. */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();
  readonly #all: Entry[] = [];

  /** @throws WordRefusal */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#readDirectory();
    } catch (error) {
      // What lies outside the bytes cannot be read from them.
      throw error instanceof RangeError ? new WordRefusal(DAMAGED) : error;
    }
  }

  /** In the order of the directory, those that a name hides among them. */
  get all(): readonly Entry[] {
    return this.#all;
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  find(pattern: RegExp): Entry | undefined {
    return [...this.#entries.values()].find((entry) => pattern.test(entry.name));
  }

  /** The bytes of an entry in pieces; undefined where there is none. @throws WordRefusal */
  read(name: string, budget: Budget): Iterable<Uint8Array> | undefined {
    const entry = this.#entries.get(name.toLowerCase());
    return entry && this.#inflate(entry, budget);
  }

  #readDirectory(): void {
    const view = this.#view;
    let end = view.byteLength - END_LENGTH;
    const least = Math.max(0, end - LONGEST_COMMENT);
    while (end >= least && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
    if (end < least) throw new WordRefusal(DAMAGED);
    const count = view.getUint16(end + 10, true);
    if (count > MOST_ENTRIES) throw new WordRefusal('压缩包里的文件太多，不像 Word 文档，没有读。');
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) at = this.#readEntry(at);
  }

  /** Returns where the next one begins. */
  #readEntry(at: number): number {
    const view = this.#view;
    if (view.getUint32(at, true) !== IN_DIRECTORY) throw new WordRefusal(DAMAGED);
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const nameAt = at + 46;
    const extraAt = nameAt + nameLength;
    if (extraAt + extraLength > view.byteLength) throw new WordRefusal(DAMAGED);
    const name = new TextDecoder().decode(this.#bytes.subarray(nameAt, extraAt)).replaceAll('\\', '/').replace(/^\/+/u, '');
    const [packed, size, offset] = this.#sizes(at, extraAt, extraAt + extraLength);
    const key = name.toLowerCase();
    const entry = { name, method: view.getUint16(at + 10, true), encrypted: (view.getUint16(at + 8, true) & 1) === 1, crc: view.getUint32(at + 16, true), packed, size, offset, directory: at };
    this.#all.push(entry);
    if (!this.#entries.has(key)) this.#entries.set(key, entry);
    return extraAt + extraLength + commentLength;
  }

  /** Packed, unpacked, offset: where the field is full, in the extra field of large archives, in the order of these three. */
  #sizes(at: number, extraAt: number, extraEnd: number): readonly [packed: number, size: number, offset: number] {
    const view = this.#view;
    const fields = { size: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) };
    for (let i = extraAt; i + 4 <= extraEnd; i += 4 + view.getUint16(i + 2, true)) {
      if (view.getUint16(i, true) !== 1) continue;
      let value = i + 4;
      for (const field of ['size', 'packed', 'offset'] as const) {
        if (fields[field] !== 0xffffffff) continue;
        fields[field] = Number(view.getBigUint64(value, true));
        value += 8;
      }
      break;
    }
    return [fields.packed, fields.size, fields.offset];
  }

  *#inflate({ method, encrypted, crc, packed, size, offset }: Entry, budget: Budget): Iterable<Uint8Array> {
    if (encrypted) throw new WordRefusal('这个压缩包设了密码，读不了。');
    const view = this.#view;
    if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) throw new WordRefusal(DAMAGED);
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packed > view.byteLength || (method !== STORED && method !== DEFLATED)) throw new WordRefusal(DAMAGED);
    let made = 0;
    let sum = ~0;
    for (const piece of method === STORED ? steps(this.#bytes, start, packed) : inflated(this.#bytes, start, packed)) {
      made += piece.length;
      budget.inflated(piece.length, made, packed);
      sum = crcOf(piece, sum);
      yield piece;
    }
    if (made !== size || ~sum >>> 0 !== crc) throw new WordRefusal(DAMAGED);
  }
}

function* steps(bytes: Uint8Array, start: number, length: number): Iterable<Uint8Array> {
  for (let at = start; at < start + length; at += STEP) yield bytes.subarray(at, Math.min(start + length, at + STEP));
}

function* inflated(bytes: Uint8Array, start: number, length: number): Iterable<Uint8Array> {
  const made: Uint8Array[] = [];
  const inflate = new Inflate((piece) => void made.push(piece));
  let rest = length;
  for (const step of steps(bytes, start, length)) {
    rest -= step.length;
    try {
      inflate.push(step, rest === 0);
    } catch {
      throw new WordRefusal(DAMAGED);
    }
    yield* made.splice(0);
  }
}

const CRC = Int32Array.from({ length: 256 }, (_, byte) => {
  let c = byte;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** The check sum goes on from `before`; ~0 begins one, ~ ends it. */
export function crcOf(bytes: Uint8Array, before: number): number {
  let c = before;
  for (let i = 0; i < bytes.length; i++) c = (CRC[(c ^ (bytes[i] as number)) & 0xff] as number) ^ (c >>> 8);
  return c;
}
