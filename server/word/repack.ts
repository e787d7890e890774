// A zip archive with some entries replaced or added. All others keep their packed bytes, their day and their place. Must not know
// what is in them.

import { deflateSync } from 'fflate/browser';
import { Archive, crcOf, type Entry } from './read/zip.ts';

const [LOCAL_LENGTH, DIRECTORY_LENGTH, END_LENGTH] = [30, 46, 22];
const [LOCAL, IN_DIRECTORY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const DEFLATED = 8;
const UTF8 = 0x0800;
/** Sizes stand behind the bytes of the entry; here they stand before. */
const SIZES_BEHIND = 0x0008;
/** The extra field of large archives; none of its sizes is needed. */
const LARGE = 1;

interface Out {
  readonly local: Uint8Array;
  readonly data: Uint8Array;
  readonly directory: Uint8Array;
}

/** `changes` by the names of entries, which know no case. @throws WordRefusal for what is no archive */
export function repacked(bytes: Uint8Array, changes: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const archive = new Archive(bytes);
  const left = new Map([...changes].map(([name, content]) => [name.toLowerCase(), { name, content }]));
  const out = archive.all.map((entry) => {
    const key = entry.name.toLowerCase();
    const change = left.get(key);
    left.delete(key);
    return change ? changed(bytes, entry, change.content) : kept(bytes, entry);
  });
  const day = archive.all[0] ? viewOf(bytes).getUint32(archive.all[0].directory + 12, true) : 0x00210000;
  for (const { name, content } of left.values()) out.push(added(name, content, day));
  return joined(out);
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

interface Sizes {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

function kept(bytes: Uint8Array, entry: Entry): Out {
  const view = viewOf(bytes);
  const [name, extra] = [view.getUint16(entry.offset + 26, true), view.getUint16(entry.offset + 28, true)];
  const data = entry.offset + LOCAL_LENGTH + name + extra;
  return {
    local: withSizes(bytes, entry.offset, [LOCAL_LENGTH, name, extra, 0], { flags: 6, sizes: 14 }, entry),
    data: bytes.subarray(data, data + entry.packed),
    directory: directoryOf(bytes, entry, entry),
  };
}

function changed(bytes: Uint8Array, entry: Entry, content: Uint8Array): Out {
  const view = viewOf(bytes);
  const data = deflateSync(content, { level: 6 });
  const sizes = { crc: ~crcOf(content, ~0) >>> 0, packed: data.length, size: content.length };
  const local = withSizes(bytes, entry.offset, [LOCAL_LENGTH, view.getUint16(entry.offset + 26, true), view.getUint16(entry.offset + 28, true), 0], { flags: 6, sizes: 14 }, sizes);
  viewOf(local).setUint16(8, DEFLATED, true);
  const directory = directoryOf(bytes, entry, sizes);
  viewOf(directory).setUint16(10, DEFLATED, true);
  return { local, data, directory };
}

function directoryOf(bytes: Uint8Array, { directory }: Entry, sizes: Sizes): Uint8Array {
  const view = viewOf(bytes);
  return withSizes(bytes, directory, [DIRECTORY_LENGTH, view.getUint16(directory + 28, true), view.getUint16(directory + 30, true), view.getUint16(directory + 32, true)], { flags: 8, sizes: 16 }, sizes);
}

/** A copy of a header whose sizes are told in it. `lengths`: of the header, the name, the extra field, the comment. */
function withSizes(bytes: Uint8Array, at: number, [header, name, extra, comment]: readonly [number, number, number, number], fields: { readonly flags: number; readonly sizes: number }, { crc, packed, size }: Sizes): Uint8Array {
  const behind = at + header + name;
  const isLarge = hasLarge(bytes, behind, behind + extra);
  const copy = isLarge ? concat([bytes.subarray(at, behind), bytes.subarray(behind + extra, behind + extra + comment)]) : bytes.slice(at, behind + extra + comment);
  const view = viewOf(copy);
  view.setUint16(fields.flags, view.getUint16(fields.flags, true) & ~SIZES_BEHIND, true);
  view.setUint32(fields.sizes, crc, true);
  view.setUint32(fields.sizes + 4, packed, true);
  view.setUint32(fields.sizes + 8, size, true);
  // The length of the extra field stands behind that of the name, both behind the sizes.
  if (isLarge) view.setUint16(fields.sizes + 14, 0, true);
  return copy;
}

function hasLarge(bytes: Uint8Array, from: number, to: number): boolean {
  const view = viewOf(bytes);
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) if (view.getUint16(at, true) === LARGE) return true;
  return false;
}

function added(name: string, content: Uint8Array, day: number): Out {
  const title = new TextEncoder().encode(name);
  const data = deflateSync(content, { level: 6 });
  const crc = ~crcOf(content, ~0) >>> 0;
  const header = (length: number, mark: number, shift: number): Uint8Array => {
    const bytes = new Uint8Array(length + title.length);
    const view = viewOf(bytes);
    view.setUint32(0, mark, true);
    if (shift > 0) view.setUint16(4, 20, true);
    view.setUint16(4 + shift, 20, true);
    view.setUint16(6 + shift, UTF8, true);
    view.setUint16(8 + shift, DEFLATED, true);
    view.setUint32(10 + shift, day, true);
    view.setUint32(14 + shift, crc, true);
    view.setUint32(18 + shift, data.length, true);
    view.setUint32(22 + shift, content.length, true);
    view.setUint16(26 + shift, title.length, true);
    bytes.set(title, length);
    return bytes;
  };
  return { local: header(LOCAL_LENGTH, LOCAL, 0), data, directory: header(DIRECTORY_LENGTH, IN_DIRECTORY, 2) };
}

function joined(out: readonly Out[]): Uint8Array {
  let at = 0;
  for (const { local, data, directory } of out) {
    viewOf(directory).setUint32(42, at, true);
    at += local.length + data.length;
  }
  const end = new Uint8Array(END_LENGTH);
  const view = viewOf(end);
  view.setUint32(0, END, true);
  view.setUint16(8, out.length, true);
  view.setUint16(10, out.length, true);
  view.setUint32(12, out.reduce((sum, { directory }) => sum + directory.length, 0), true);
  view.setUint32(16, at, true);
  return concat([...out.flatMap(({ local, data }) => [local, data]), ...out.map(({ directory }) => directory), end]);
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
