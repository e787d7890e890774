// A document as lines and grids: the number before its paragraph, one line between two breaks, a cell in one line. Must not
// know titles, headings or marks of Markdown other than those inside a line.

import { readMarker } from '../../core/index.ts';
import type { Block, Paragraph, Table } from './model.ts';
import { joined, NOTHING, replaced, slice, Writer, type WordText } from './text.ts';

export type Layout = 'plain' | 'markdown';

export interface Line {
  readonly kind: 'line';
  readonly text: WordText;
  readonly isBullet: boolean;
  /** 0 for the first level of headings. */
  readonly outline: number | undefined;
  readonly isTitle: boolean;
  readonly isCentred: boolean;
}

export interface Grid {
  readonly kind: 'grid';
  /** All rows have as many cells. */
  readonly rows: readonly (readonly WordText[])[];
}

export type Item = Line | Grid;

const SENTENCE_END = /[。！？；：:;]$/u;
const ASCII_WORD = /[0-9A-Za-z]/u;
const NUMBER_CELL = /^[\d,，.]+[%％]?$/u;
/** A number that ends so needs no blank: 一、 （一） 1. ①. */
const CLOSED = /[、．.，,:：)）\]】〕\u2460-\u24ff\u3200-\u33ff]$/u;
const WIDEST = 100;

export function itemsOf(blocks: readonly Block[], layout: Layout): readonly Item[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? linesOf(block, layout) : isFrame(block) ? block.rows.flatMap(({ cells }) => cells.flatMap((cell) => itemsOf(cell.blocks, layout))) : gridOf(block, layout)));
}

/** One column: a frame around text. */
const isFrame = ({ rows }: Table): boolean => rows.every(({ cells }) => cells.length <= 1);

/** Blanks around a line are layout, as its indent is. */
function linesOf({ content, number, outline, isTitle, isCentred }: Paragraph, layout: Layout): readonly Line[] {
  const writer = new Writer();
  for (const piece of content) {
    if ('text' in piece) writer.add(piece.text, piece.place);
    else writer.add(layout === 'markdown' ? `[^${piece.note}]` : `（注${piece.note}）`);
  }
  const lines = split(writer.done()).map(trimmed);
  const first = numbered(number, lines[0] ?? NOTHING, layout);
  return [first, ...lines.slice(1)].flatMap((text, i): Line[] => (text.text === '' ? [] : [{ kind: 'line', text, isBullet: i === 0 && number?.isBullet === true, outline, isTitle, isCentred }]));
}

function trimmed(word: WordText): WordText {
  const { text } = word;
  const end = text.trimEnd().length;
  return slice(word, Math.min(end, text.length - text.trimStart().length), end);
}

function split(word: WordText): readonly WordText[] {
  if (!word.text.includes('\n')) return [word];
  let at = 0;
  return word.text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return slice(word, start, start + line.length);
  });
}

function numbered(number: Paragraph['number'], line: WordText, layout: Layout): WordText {
  if (!number) return line;
  const writer = new Writer();
  const text = number.text.trim();
  if (number.isBullet && layout === 'markdown') {
    writer.add('- ');
    writer.addText(line);
    return writer.done();
  }
  writer.add(text + gap(text, number.isApart && !number.isBullet, line.text));
  writer.addText(line);
  return writer.done();
}

/** Chinese reports write nothing between a number and its title; digits would run together. */
function gap(number: string, isApart: boolean, title: string): string {
  if (title === '') return '';
  if (CLOSED.test(number)) return /[.．]$/u.test(number) && /^\d/u.test(title) && !/^[12]\d{3}年/u.test(title) ? ' ' : '';
  return isApart ? ' ' : '';
}

/** What parts columns in this layout cannot stand inside them. */
function gridOf({ rows }: Table, layout: Layout): readonly Item[] {
  const grid = rows.map(({ before, cells }) => {
    const row: { text: WordText; isContinued: boolean }[] = Array.from({ length: before }, () => ({ text: NOTHING, isContinued: false }));
    for (const { blocks, span, isContinued } of cells) {
      row.push({ text: cellText(blocks, layout), isContinued });
      for (let i = 1; i < span && row.length < WIDEST; i++) row.push({ text: NOTHING, isContinued: false });
    }
    return row;
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  const firstNumbers = grid.findIndex((row) => row.some(({ text }) => NUMBER_CELL.test(text.text)));
  // A heading that reaches over two rows is the heading of its column in the lower one too.
  for (let r = 1; r < firstNumbers; r++) {
    for (const [column, cell] of (grid[r] ?? []).entries()) if (cell.isContinued && cell.text.text === '') cell.text = { text: grid[r - 1]?.[column]?.text.text ?? '', origins: [] };
  }
  const filled = grid.filter((row) => row.some(({ text }) => text.text !== '')).map((row) => Array.from({ length: width }, (_, column) => row[column]?.text ?? NOTHING));
  return filled.length === 0 ? [] : [{ kind: 'grid', rows: filled }];
}

function cellText(blocks: readonly Block[], layout: Layout): WordText {
  const lines = itemsOf(blocks, 'plain').flatMap((item) => (item.kind === 'line' ? [item.text] : item.rows.map((row) => joined(row.filter(({ text }) => text !== ''), ' '))));
  const writer = new Writer();
  let before = '';
  for (const line of lines) {
    if (before !== '') writer.add(between(before, line.text, layout));
    writer.addText(line);
    before = line.text;
  }
  const text = replaced(writer.done(), /\t+/gu, ' ');
  return layout === 'markdown' ? withBars(text) : text;
}

/** Most cells are broken for want of room; only where a sentence or an item ends does the break say something. */
function between(line: string, next: string, layout: Layout): string {
  if (SENTENCE_END.test(line) || readMarker(next, 0)?.certain === true) return layout === 'markdown' ? '<br>' : ' ';
  return jointOf(line, next);
}

/** Between two lines that become one. */
export const jointOf = (line: string, next: string): string => (ASCII_WORD.test(line.at(-1) ?? '') && ASCII_WORD.test(next[0] ?? '') ? ' ' : '');

function withBars(word: WordText): WordText {
  if (!word.text.includes('|')) return word;
  const writer = new Writer();
  let at = 0;
  for (const piece of word.text.split(/(?=\|)/u)) {
    if (piece.startsWith('|')) writer.add('\\');
    writer.addText(slice(word, at, at + piece.length));
    at += piece.length;
  }
  return writer.done();
}
