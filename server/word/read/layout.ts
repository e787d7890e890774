// Lines and grids to a text in one of the two layouts of new reports. Which lines are title and headings, Word says by styles and
// the core by what is written, since many drafts have no styles. Must not know where the lines come from.

import { analyze, joinLines, readMarker, type Report } from '../../core/index.ts';
import { itemsOf, jointOf, type Item, type Layout, type Line } from './lines.ts';
import type { Block } from './model.ts';
import { edited, Writer, type WordText } from './text.ts';

export interface LaidOut {
  readonly word: WordText;
  /** The lines were those of a page, and were joined to paragraphs. */
  readonly isJoined: boolean;
}

const GAP = '\n\n';
/** A heading, without the points that end sentences and clauses. */
const LONGEST_HEADING = 50;
const NO_HEADING = /[。；;，,：:、]$/u;
const LONGEST_TITLE = 60;
/** Lines that may be the title where the core knows none. */
const HEAD_LINES = 3;
/** Longer texts hold no report. */
const LONGEST_REPORT = 2_000_000;
/** What Markdown would take a paragraph for, though it is one. */
const TAKEN_OTHERWISE = /^(?:#{1,6}(?:\s|$)|[>|]|```|~~~|<!--)/u;

/** An item, or a few lines that make one, with what stands before them. */
interface Piece {
  readonly items: readonly Item[];
  readonly lead: string;
}

export function layOut(blocks: readonly Block[], notes: readonly (readonly Block[])[], layout: Layout): LaidOut {
  const items = itemsOf(blocks, layout);
  const plain = written(items.map((item) => ({ items: [item], lead: '' })), 'plain');
  const report = plain.word.text.length > LONGEST_REPORT ? undefined : analyze(plain.word.text, { isReport: true });
  const body = layout === 'plain' ? plain.word : written(withHeadings(items, plain.starts, report), layout).word;
  const whole = report?.wrapWidth === undefined ? body : edited(body, joinLines(layout === 'plain' ? report : analyze(body.text, { isReport: true })));
  return { word: withNotes(whole, notes, layout), isJoined: whole.text.length !== body.text.length };
}

/** The pieces with blank lines between them, and where each begins. */
function written(pieces: readonly Piece[], layout: Layout): { readonly word: WordText; readonly starts: readonly number[] } {
  const writer = new Writer();
  const starts = pieces.map(({ items, lead }) => {
    if (writer.length > 0) writer.add(GAP);
    const start = writer.length;
    writer.add(lead);
    let before = '';
    for (const item of items) {
      if (item.kind === 'grid') writeGrid(writer, item.rows, layout);
      else {
        writer.add(before === '' ? '' : jointOf(before, item.text.text));
        writer.addText(item.text);
        before = item.text.text;
      }
    }
    return start;
  });
  return { word: writer.done(), starts };
}

function writeGrid(writer: Writer, rows: readonly (readonly WordText[])[], layout: Layout): void {
  for (const [r, row] of rows.entries()) {
    if (r > 0) writer.add('\n');
    if (layout === 'plain') {
      for (const [c, cell] of row.entries()) {
        if (c > 0) writer.add('\t');
        writer.addText(cell);
      }
      continue;
    }
    for (const cell of row) {
      writer.add('| ');
      writer.addText(cell);
      writer.add(cell.text === '' ? '' : ' ');
    }
    writer.add('|');
    if (r === 0) writer.add(`\n${'| --- '.repeat(row.length)}|`);
  }
}

/** Title and headings under `#`, a heading of several lines in one. */
function withHeadings(items: readonly Item[], starts: readonly number[], report: Report | undefined): readonly Piece[] {
  const headings = new Map<number, { readonly last: number; readonly hashes: number }>();
  const indexAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const take = (span: { readonly start: number; readonly end: number }, hashes: number): void => {
    const [first, last] = [indexAt(span.start), indexAt(span.end - 1)];
    const end = items[last];
    const isWhole = starts[first] === span.start && end?.kind === 'line' && (starts[last] as number) + end.text.text.length - span.end <= 1;
    if (isWhole && items.slice(first, last).every(({ kind }) => kind === 'line')) headings.set(first, { last, hashes });
  };
  const all = report ? [...sectionsOf(report.sections)].map(({ heading }) => heading) : [];
  const shift = all.some(({ depth }) => depth === 0) ? 2 : 1;
  if (report?.title) take(report.title.span, 1);
  // One with 。 may be an item of a list as well; its number says enough.
  for (const { span, depth, runIn, stopped } of all) if (!runIn && !stopped) take(span, Math.min(6, depth + shift));
  if (!report?.title) {
    const title = titleIn(items);
    if (title !== undefined) headings.set(title, { last: title, hashes: 1 });
  }
  const pieces: Piece[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    const found = headings.get(i) ?? styledHeading(item, shift, i);
    pieces.push(found ? { items: items.slice(i, found.last + 1), lead: `${'#'.repeat(found.hashes)} ` } : { items: [item], lead: leadOf(item) });
    i = found?.last ?? i;
  }
  return pieces;
}

function* sectionsOf(sections: Report['sections']): Iterable<Report['sections'][number]> {
  for (const section of sections) {
    yield section;
    yield* sectionsOf(section.children);
  }
}

/** The first line that Word has as a title, else the first one in the middle of the page, else a heading above all others. */
function titleIn(items: readonly Item[]): number | undefined {
  const mayBe = ({ text: { text } }: Line): boolean => text.length <= LONGEST_TITLE && !NO_HEADING.test(text);
  const head = items.slice(0, HEAD_LINES);
  for (const of of [(line: Line): boolean => line.isTitle, (line: Line): boolean => line.isCentred]) {
    const index = head.findIndex((item) => item.kind === 'line' && of(item) && mayBe(item));
    if (index >= 0) return index;
  }
  const [first, ...others] = items;
  const isTop = (item: Item | undefined): boolean => item?.kind === 'line' && item.outline === 0;
  return first?.kind === 'line' && isTop(first) && mayBe(first) && !others.some(isTop) ? 0 : undefined;
}

function styledHeading(item: Item, shift: number, index: number): { readonly last: number; readonly hashes: number } | undefined {
  if (item.kind !== 'line' || item.outline === undefined || item.isBullet) return undefined;
  const { text } = item.text;
  if (text.length > LONGEST_HEADING || NO_HEADING.test(text)) return undefined;
  const marker = readMarker(text, 0);
  return { last: index, hashes: Math.min(6, marker?.certain === true ? marker.level + shift : item.outline + 2) };
}

function leadOf(item: Item): string {
  if (item.kind === 'grid') return '';
  return TAKEN_OTHERWISE.test(item.text.text) ? '\\' : '';
}

/** Notes stand behind all else. */
function withNotes(body: WordText, notes: readonly (readonly Block[])[], layout: Layout): WordText {
  const writer = new Writer();
  writer.addText(body);
  for (const [i, blocks] of notes.entries()) {
    const lines = itemsOf(blocks, 'plain').flatMap((item) => (item.kind === 'line' ? [item.text] : item.rows.flat()));
    writer.add(layout === 'markdown' ? `${GAP}[^${i + 1}]: ` : `${GAP}注${i + 1}：`);
    for (const [n, line] of lines.entries()) {
      if (n > 0) writer.add('\n    ');
      writer.addText(line);
    }
  }
  if (writer.length > 0) writer.add('\n');
  return writer.done();
}
