// A text broken into lines of one width as Word breaks Chinese: every full-width character takes one cell, words and numbers
// stay whole, no closing mark begins a line and no opening one ends it, and one mark may hang over the edge. Must not know
// the DOM; widths of half-width characters are asked for.

import type { Block, Face, Piece, Role, Sheet } from './shapes.ts';

/** A character, or two halves of one, with its width in twentieths of a point. */
export interface Atom {
  readonly text: string;
  /** Offset from the start of the block. */
  readonly at: number;
  readonly width: number;
  readonly role: Role;
  readonly latin: boolean;
  readonly bold: boolean;
  readonly note: string | undefined;
  readonly newLine: boolean;
}

export interface Line {
  readonly atoms: readonly Atom[];
  /** From the left edge of the text, or of the cell. */
  readonly left: number;
  /** What is added behind every character so that the line is full. */
  readonly spread: number;
  readonly height: number;
  readonly notes: readonly string[];
}

/** Width of a half-width character. */
export type Measure = (text: string, face: Face, bold: boolean) => number;

/** Word's own lists for simplified Chinese. */
const NOT_AT_START = new Set('!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠');
const NOT_AT_END = new Set('$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥');
const MAY_HANG = new Set('、。，．：；！？,.');

/** Latin letters and digits have a font of their own; marks that both scripts have are Chinese here. */
const isLatin = (unit: number): boolean => unit < 0x80 || (unit >= 0xc0 && unit < 0x250);

export function atomsOf(pieces: readonly Piece[], sheet: Sheet, roleOf: (piece: Piece) => Role, measure: Measure): readonly Atom[] {
  return pieces.flatMap(({ text, at, bold = false, note, newLine = false, ...piece }): Atom[] => {
    const role = roleOf({ text, at, ...piece });
    const face = sheet.faces[role];
    const isBold = bold || face.bold;
    if (note !== undefined) return [{ text, at, width: face.size * 10, role, latin: true, bold: isBold, note, newLine }];
    let offset = at;
    return [...text].map((character, i) => {
      const latin = isLatin(character.charCodeAt(0));
      const atom: Atom = { text: character, at: offset, width: (latin ? measure(character, face, isBold) : face.size * 20) + face.tracking, role, latin, bold: isBold, note: undefined, newLine: newLine && i === 0 };
      offset += character.length;
      return atom;
    });
  });
}

const isBlank = ({ text }: Atom): boolean => text === ' ';
/** Words and numbers stay whole. */
const isWhole = (a: Atom, b: Atom): boolean => a.latin && b.latin && !isBlank(a) && !isBlank(b) && a.note === undefined && b.note === undefined;
const mayBreak = (a: Atom, b: Atom): boolean => b.note === undefined && !isWhole(a, b) && !isBlank(b) && !NOT_AT_START.has(b.text) && !NOT_AT_END.has(a.text);

export interface Shape {
  readonly width: number;
  readonly left: number;
  /** From `left` to the first line. */
  readonly first: number;
  readonly align: 'both' | 'left' | 'center' | 'right';
  readonly height: number;
}

/** At least one line, which may be empty. */
export function breakLines(atoms: readonly Atom[], { width, left, first, align, height }: Shape): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  do {
    const indent = left + (lines.length === 0 ? first : 0);
    const room = width - indent;
    const to = endOfLine(atoms, from, room);
    const own = atoms.slice(from, to);
    const isLast = to >= atoms.length || atoms[to]?.newLine === true;
    lines.push(lineOf(own, indent, room, isLast && align === 'both' ? 'left' : align, height));
    from = to;
    // Blanks at which a line was broken are not seen.
    while (!isLast && from < atoms.length && isBlank(atoms[from] as Atom)) from++;
  } while (from < atoms.length);
  return lines;
}

/** Index behind the last atom of the line that begins at `from`. */
function endOfLine(atoms: readonly Atom[], from: number, room: number): number {
  let used = 0;
  for (let i = from; i < atoms.length; i++) {
    const atom = atoms[i] as Atom;
    if (i > from && atom.newLine) return i;
    used += atom.width;
    if (used <= room || isBlank(atom) || i === from) continue;
    const next = atoms[i + 1];
    if (MAY_HANG.has(atom.text) && used - atom.width <= room && (!next || next.newLine || mayBreak(atom, next))) return i + 1;
    for (let end = i; end > from; end--) if (mayBreak(atoms[end - 1] as Atom, atoms[end] as Atom)) return end;
    return i;
  }
  return atoms.length;
}

function lineOf(atoms: readonly Atom[], indent: number, room: number, align: Shape['align'], height: number): Line {
  let end = atoms.length;
  while (end > 0 && isBlank(atoms[end - 1] as Atom)) end--;
  const seen = atoms.slice(0, end);
  const sum = seen.reduce((all, { width }) => all + width, 0);
  const last = seen[seen.length - 1];
  // What hangs is not in the line.
  const hanging = last && sum > room && MAY_HANG.has(last.text) ? last.width : 0;
  const spare = room - (sum - hanging);
  const gaps = seen.length - (hanging > 0 ? 2 : 1);
  return {
    atoms,
    left: indent + (align === 'center' ? spare / 2 : align === 'right' ? spare : 0),
    spread: align === 'both' && gaps > 0 && spare > 0 ? spare / gaps : 0,
    height,
    notes: seen.flatMap(({ note }) => note ?? []),
  };
}

export const roleFor = ({ kind, depth }: Block) => ({ lead }: Pick<Piece, 'lead'>): Role => {
  if (kind === 'heading' || lead === true) return `heading${Math.min(4, depth ?? 1)}` as Role;
  switch (kind) {
    case 'title':
    case 'annexTitle':
      return 'title';
    case 'byline':
    case 'annex':
    case 'note':
    case 'table':
      return kind;
    default:
      return 'body';
  }
};

/** How a block stands on the page. */
export function shapeOf({ kind, right, hang }: Block, sheet: Sheet): Shape {
  const { textWidth, pitch, indent, line, titleLine, noteLine } = sheet;
  const plain: Shape = { width: textWidth, left: 0, first: 0, align: 'both', height: line };
  switch (kind) {
    case 'title':
    case 'annexTitle':
      return { ...plain, align: 'center', height: titleLine };
    case 'byline':
      return { ...plain, align: 'center' };
    case 'addressee':
    case 'annex':
      return plain;
    case 'issuer':
    case 'date':
      return { ...plain, width: textWidth - (right ?? 0) * pitch, align: 'right' };
    case 'attachments':
      return hang ? { ...plain, left: hang.left * pitch, first: hang.first * pitch } : plain;
    case 'note':
      return { ...plain, align: 'left', height: noteLine };
    default:
      return { ...plain, first: indent * pitch };
  }
}
