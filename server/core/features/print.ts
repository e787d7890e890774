// A report as it is printed: its text in blocks, in order, each with its part on the page (title, heading, date …) and every
// character with its place in the source. The one source of the Word file and of the preview. Layout is gone: Markdown marks,
// wraps, comments, page numbers. Everything else is printed as it was written, full-width digits and blanks between words too.
// Must not know fonts or lengths.

import { ANNEX_HEAD, ATTACHMENTS_NOTE, BLANK_LINES, DATED_BYLINE, DOCUMENT_NUMBER_LINE, LEFT_BLANKS, PAGE_BREAK, RIGHT_BLANKS } from '../domain/page.ts';
import { ADDRESSEE_LINE, ATTACHMENT, CLOSING_LINE, DATE_LINE, NAME_LINE, OPENING } from '../domain/titles.ts';
import { allSections } from '../report/query.ts';
import type { Heading, Paragraph, Report } from '../report/report.ts';
import { isBlank, isInvisible, isLineBreak, printedWidth } from '../text/characters.ts';
import { contentStart, isPageNumber } from '../text/flow.ts';
import { readMarker } from '../text/numbering.ts';
import type { Span } from '../text/span.ts';

/** `at` is the offset of its first character from the start of the block's span; the others follow one by one. */
export interface PrintPiece {
  readonly text: string;
  readonly at: number;
  readonly bold?: true;
  /** It belongs to the heading that begins its paragraph. */
  readonly lead?: true;
  /** The text refers to this note. */
  readonly note?: string;
  /** A new line begins before it, as the writer wanted. */
  readonly newLine?: true;
}

export interface PrintCell {
  readonly pieces: readonly PrintPiece[];
}

export type PrintKind = 'byline' | 'title' | 'addressee' | 'heading' | 'text' | 'item' | 'attachments' | 'issuer' | 'date' | 'annex' | 'annexTitle' | 'table' | 'note';

export interface PrintBlock {
  readonly kind: PrintKind;
  /** In the source; what stands between two blocks is layout. */
  readonly span: Span;
  readonly pieces: readonly PrintPiece[];
  /** Depth of a heading, or of the one that begins the paragraph. */
  readonly depth?: number;
  /** Blank lines above. */
  readonly gap?: number;
  readonly newPage?: true;
  /** Characters between its end and the right edge. */
  readonly right?: number;
  /** Characters to its left, and from there to its first line. */
  readonly hang?: { readonly left: number; readonly first: number };
  /** Of a note: the name by which the text refers to it. */
  readonly name?: string;
  readonly table?: PrintTable;
}

export interface PrintTable {
  readonly rows: readonly (readonly PrintCell[])[];
  /** Rows at the top that are repeated on every page. */
  readonly headers: number;
  readonly columns: readonly { readonly share: number; readonly align: 'left' | 'center' | 'right' }[];
}

export interface Printed {
  readonly title: string;
  readonly blocks: readonly PrintBlock[];
}

const IS_ADDRESSEE = new RegExp(ADDRESSEE_LINE, 'u');
const IS_OPENING = new RegExp(OPENING, 'u');
const IS_DATE = new RegExp(DATE_LINE, 'u');
const IS_NAME = new RegExp(NAME_LINE, 'u');
const CLOSES = new RegExp(CLOSING_LINE, 'u');
const ENDS_IN_DATE = new RegExp(`(?:${DATE_LINE.slice(1)})`, 'u');
const IS_ATTACHMENT = new RegExp(ATTACHMENT, 'u');
const NAMES_ATTACHMENTS = new RegExp(ATTACHMENTS_NOTE, 'u');
const HEADS_ANNEX = new RegExp(ANNEX_HEAD, 'u');
const IS_DATED = new RegExp(DATED_BYLINE, 'u');
const IS_NUMBER = new RegExp(DOCUMENT_NUMBER_LINE, 'u');
const BREAKS_PAGE = new RegExp(PAGE_BREAK, 'iu');
const NOTE_HEAD = /^\[\^([^\]\s]{1,40})\][:：]/u;
const NOTE_REFERENCE = /\[\^([^\]\s]{1,40})\]/uy;
const RULE_LINE = /^[-—–－][-—–－ ]{2,}$/u;
/** | --- | :-: |; a row of single dashes may say that there is nothing. */
const RULE_CELLS = /^[ \t|:-]+$/u;
const RULE_CELL = /--|:-|-:/u;
const CELL_BREAK = /<br[ \t]*\/?>/iuy;
const STOPS = /[。；！？：，、;:,]$/u;
/** A name below the text, or the title of an annex, is not longer. */
const LONGEST_NAME = 40;
/** As many offices may sign together. */
const MOST_SIGNERS = 4;
/** The same document number, name or day stands among the first paragraphs. */
const HEAD = 8;

/** `titleCharacters` is what a line of the title holds: a longer one is parted behind the name of the issuer. */
export function print(report: Report, titleCharacters = Infinity): Printed {
  const blocks = withoutLooseNotes(new Printer(report).run()).map((block) => (block.kind === 'title' ? folded(block, report.issuer, titleCharacters) : block));
  return { title: report.title?.text ?? blocks.find(({ pieces }) => pieces.length > 0)?.pieces.map(({ text }) => text).join('').slice(0, 60) ?? '', blocks };
}

/** What nothing refers to is no footnote, and a reference to nothing is text. */
function withoutLooseNotes(blocks: readonly PrintBlock[]): readonly PrintBlock[] {
  const pieces = blocks.flatMap((block) => [...block.pieces, ...(block.table?.rows.flat().flatMap((cell) => cell.pieces) ?? [])]);
  const referred = new Set(pieces.flatMap(({ note }) => note ?? []));
  const told = new Set(blocks.flatMap(({ name }) => name ?? []));
  if (referred.size === 0 && told.size === 0) return blocks;
  const plain = (each: readonly PrintPiece[]): readonly PrintPiece[] => each.map(({ note, ...piece }) => (note !== undefined && told.has(note) ? { ...piece, note } : piece));
  return blocks.map(({ name, ...block }) => ({
    ...block,
    ...(name === undefined ? {} : referred.has(name) ? { name } : { kind: 'text' as const }),
    pieces: plain(block.pieces),
    ...(block.table ? { table: { ...block.table, rows: block.table.rows.map((row) => row.map((cell) => ({ pieces: plain(cell.pieces) }))) } } : {}),
  }));
}

/** 松澜镇人民政府⏎关于……的报告, where the two do not fit on one line. */
function folded(block: PrintBlock, issuer: string | undefined, most: number): PrintBlock {
  const { pieces } = block;
  if (issuer === undefined || widthOf(pieces) <= most || pieces.some(({ newLine }) => newLine) || !pieces.map(({ text }) => text).join('').startsWith(issuer)) return block;
  const [first, [head, ...rest]] = cut(pieces, issuer.length);
  return head && widthOf([head, ...rest]) <= most ? { ...block, pieces: [...first, { ...head, newLine: true }, ...rest] } : block;
}

/** What a paragraph is on the page. */
type Role = Exclude<PrintKind, 'table'>;

class Printer {
  readonly #report: Report;
  readonly #text: string;
  readonly #headings: ReadonlyMap<number, Heading>;
  readonly #blocks: PrintBlock[] = [];
  #roles: readonly (Role | undefined)[] = [];
  #last: Role | 'table' | undefined;
  #end = 0;

  constructor(report: Report) {
    this.#report = report;
    this.#text = report.source.text;
    this.#headings = new Map(allSections(report.sections).map(({ heading }) => [heading.paragraph, heading]));
  }

  run(): readonly PrintBlock[] {
    const { paragraphs } = this.#report;
    this.#roles = rolesOf(this.#report, this.#headings);
    for (let i = 0; i < paragraphs.length; i++) {
      const paragraph = paragraphs[i] as Paragraph;
      if (paragraph.kind === 'row') {
        let last = i;
        while (paragraphs[last + 1]?.kind === 'row') last++;
        this.#tables(paragraphs.slice(i, last + 1));
        i = last;
      } else this.#paragraph(paragraph, i);
    }
    return this.#blocks;
  }

  #add(block: PrintBlock): void {
    const breaks = this.#breaksPage(this.#end, block.span.start);
    this.#blocks.push({ ...block, ...(breaks || block.kind === 'annex' ? { newPage: true } : {}) });
    this.#end = block.span.end;
    this.#last = block.kind;
  }

  /** Whether a comment between two blocks asks for a new page. */
  #breaksPage(from: number, to: number): boolean {
    if (to - from < 8 || this.#blocks.length === 0) return false;
    const between = this.#text.slice(from, to);
    for (let at = between.indexOf('<!--'); at >= 0; at = between.indexOf('<!--', at + 4)) {
      const close = between.indexOf('-->', at + 4);
      if (close < 0) return false;
      if (BREAKS_PAGE.test(between.slice(at + 4, close))) return true;
    }
    return false;
  }

  /** Notes that stand below a paragraph may have been taken for its end. */
  #paragraph(paragraph: Paragraph, index: number): void {
    const { span } = paragraph;
    const raw = this.#text.slice(span.start, span.end);
    const notes = noteStarts(raw);
    const [first = raw.length] = notes;
    if (first > 0) this.#own({ ...paragraph, span: { start: span.start, end: span.start + raw.slice(0, first).trimEnd().length } }, index);
    notes.forEach((start, n) => this.#note({ start: span.start + start, end: span.start + raw.slice(0, notes[n + 1] ?? raw.length).trimEnd().length }));
  }

  #own({ span, facts }: Paragraph, index: number): void {
    const heading = this.#headings.get(index);
    const role = this.#roles[index];
    if (heading) {
      const isStop = heading.runIn && this.#text[heading.span.end] === '。';
      const leadEnd = heading.runIn ? heading.span.end + (isStop ? 1 : 0) : span.end;
      const gap = this.#gapAfterTitle();
      const pieces = read(this.#text, span, { leadEnd });
      this.#add({ kind: heading.runIn ? 'text' : 'heading', span, pieces, depth: heading.depth, ...gap });
      return;
    }
    switch (role) {
      case 'title':
      case 'byline':
        this.#add({ kind: role, span, pieces: read(this.#text, span, { keepBreaks: role === 'title' }) });
        return;
      case 'issuer':
        this.#closing(span, facts.flow.text, index);
        return;
      case 'date':
        if (this.#last === 'issuer') this.#day(span);
        else this.#closing(span, facts.flow.text, index);
        return;
      case 'attachments':
        this.#add({ kind: 'attachments', span, pieces: read(this.#text, span, {}), hang: hangOf(facts.flow.text), ...(this.#last === 'attachments' ? {} : { gap: BLANK_LINES.attachments }) });
        return;
      case 'annex':
        this.#add({ kind: 'annex', span, pieces: read(this.#text, span, {}) });
        return;
      case 'annexTitle':
        this.#add({ kind: 'annexTitle', span, pieces: read(this.#text, span, { keepBreaks: true }), gap: BLANK_LINES.annexTitle });
        return;
      default: {
        const gap = this.#gapAfterTitle();
        const kind = role === 'addressee' ? 'addressee' : isItem(this.#text, span.start) ? 'item' : 'text';
        this.#add({ kind, span, pieces: read(this.#text, span, {}), ...gap });
      }
    }
  }

  #gapAfterTitle(): { readonly gap?: number } {
    return this.#last === 'title' || this.#last === 'byline' || this.#last === 'annexTitle' ? { gap: BLANK_LINES.afterTitle } : {};
  }

  #day(span: Span): void {
    this.#add({ kind: 'date', span, pieces: read(this.#text, span, {}), right: RIGHT_BLANKS.date });
  }

  /** The names of those who sign, centred over the day, which may stand behind them on the same line. */
  #closing(span: Span, flow: string, index: number): void {
    const day = ENDS_IN_DATE.exec(flow)?.[0] ?? '';
    if (day === flow) {
      this.#add({ kind: 'date', span, pieces: read(this.#text, span, {}), right: RIGHT_BLANKS.date, gap: BLANK_LINES.issuer });
      return;
    }
    const gap = this.#last === 'issuer' ? {} : { gap: BLANK_LINES.issuer };
    const whole = read(this.#text, span, {});
    const own = this.#roles[index] === 'date' ? cut(whole, lengthOf(whole) - dayLength(whole, day)) : undefined;
    const names = trimmed(own?.[0] ?? whole);
    const last = this.#dayBelow(index);
    const dayWidth = own ? widthOf(own[1]) : last === undefined ? 0 : printedWidth(last, 0, last.length);
    const right = Math.max(0, RIGHT_BLANKS.date + dayWidth / 2 - widthOf(names) / 2);
    const endOfNames = own ? span.start + (own[1][0]?.at ?? 0) : span.end;
    this.#add({ kind: 'issuer', span: { start: span.start, end: endOfNames }, pieces: names, right, ...gap });
    if (!own) return;
    const start = span.start + (own[1][0]?.at ?? 0);
    this.#add({ kind: 'date', span: { start, end: span.end }, pieces: own[1].map((piece) => ({ ...piece, at: piece.at - (start - span.start) })), right: RIGHT_BLANKS.date });
  }

  #dayBelow(index: number): string | undefined {
    for (let i = index + 1; i <= index + MOST_SIGNERS; i++) if (this.#roles[i] === 'date') return this.#report.paragraphs[i]?.facts.flow.text;
    return undefined;
  }

  /** [^1]: 数据来自台账。 */
  #note(span: Span): void {
    const [head = '', name = ''] = NOTE_HEAD.exec(this.#text.slice(span.start, span.end)) ?? [];
    const pieces = read(this.#text, { start: span.start + head.length, end: span.end }, {});
    this.#add({ kind: 'note', span, name, pieces: pieces.map((piece) => ({ ...piece, at: piece.at + head.length })) });
  }

  /** Rows that follow each other; a rule below a row makes it the head of a table. */
  #tables(rows: readonly Paragraph[]): void {
    const lines = rows.map(({ span }) => ({ start: lineStart(this.#text, span.start), end: span.end }));
    const isRule = lines.map(({ start, end }, i) => {
      const row = this.#text.slice(start, end);
      return RULE_CELLS.test(row) && (RULE_CELL.test(row) || (i === 1 && row.includes('-')));
    });
    let from = 0;
    for (let i = 1; i <= lines.length; i++) {
      const begins = i < lines.length - 1 && isRule[i + 1] === true && isRule[i] === false && i > from && isRule.slice(from, i).includes(true);
      if (i < lines.length && !begins) continue;
      this.#table(lines.slice(from, i), isRule.slice(from, i));
      from = i;
    }
  }

  #table(lines: readonly Span[], isRule: readonly boolean[]): void {
    const first = lines.find((_, i) => !isRule[i]) ?? lines[0];
    const last = lines[lines.length - 1];
    if (!first || !last) return;
    const { start } = first;
    const rule = isRule.indexOf(true);
    const aligns = rule < 0 ? [] : alignsOf(this.#text.slice(lines[rule]?.start, lines[rule]?.end));
    const rows = lines.flatMap((line, i) => (isRule[i] ? [] : [cellsOf(this.#text, line, start)]));
    if (rows.length === 0) return;
    const width = Math.max(...rows.map((row) => row.length));
    const whole = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, (): PrintCell => ({ pieces: [] }))]);
    this.#add({ kind: 'table', span: { start, end: last.end }, pieces: [], table: { rows: whole, headers: rule > 0 ? rule : 0, columns: columnsOf(whole, aligns) } });
  }
}

/** What each paragraph is on the page; undefined for text, headings and rows. */
function rolesOf({ paragraphs, issuer }: Report, headings: ReadonlyMap<number, Heading>): readonly (Role | undefined)[] {
  const roles: (Role | undefined)[] = paragraphs.map(({ kind }) => (kind === 'title' ? 'title' : undefined));
  const text = (i: number): string => paragraphs[i]?.facts.flow.text ?? '';
  const isFree = (i: number): boolean => paragraphs[i]?.kind === 'text' && !headings.has(i) && roles[i] === undefined;
  const title = paragraphs.findIndex(({ kind }) => kind === 'title');
  const isByline = (i: number): boolean => isFree(i) && (IS_NUMBER.test(text(i)) || IS_DATED.test(text(i)) || IS_DATE.test(text(i)) || (issuer !== undefined && issuer.split('、').includes(text(i))));
  for (let i = 0; i < Math.min(title, HEAD); i++) if (isByline(i)) roles[i] = 'byline';
  // 松澜镇人民政府⏎关于……的报告 is one title.
  for (let i = title - 1; i >= 0 && issuer?.includes(text(i)); i--) roles[i] = 'title';
  let next = title + 1;
  for (; title >= 0 && next - title <= 3 && isByline(next); next++) roles[next] = 'byline';
  if (isFree(next) && IS_ADDRESSEE.test(text(next)) && !IS_OPENING.test(text(next))) roles[next] = 'addressee';

  const end = closing(paragraphs, roles, isFree, text, next);
  let annex = false;
  for (let i = next; i < paragraphs.length; i++) {
    if (!isFree(i) || !IS_ATTACHMENT.test(text(i))) continue;
    if (!annex && i < (end ?? paragraphs.length) && NAMES_ATTACHMENTS.test(text(i))) {
      roles[i] = 'attachments';
      for (let value = 2; isFreeOrNumbered(paragraphs, roles, i + 1, value) && i + 1 < (end ?? paragraphs.length); value++) roles[++i] = 'attachments';
    } else if (HEADS_ANNEX.test(text(i))) {
      annex = true;
      roles[i] = 'annex';
      if (paragraphs[i + 1]?.kind === 'text' && !headings.has(i + 1) && text(i + 1).length <= LONGEST_NAME && !STOPS.test(text(i + 1))) roles[++i] = 'annexTitle';
    }
  }
  return roles;
}

/** 2.…… behind 附件：1.……, whatever it was taken for. */
function isFreeOrNumbered(paragraphs: readonly Paragraph[], roles: readonly (Role | undefined)[], i: number, value: number): boolean {
  const marker = readMarker(paragraphs[i]?.facts.flow.text ?? '', 0);
  return roles[i] === undefined && marker?.level === 3 && marker.value === value;
}

/** Marks the names and the day below the text; the index of the first of them. */
function closing(paragraphs: readonly Paragraph[], roles: (Role | undefined)[], isFree: (i: number) => boolean, text: (i: number) => string, from: number): number | undefined {
  const annex = paragraphs.findIndex((_, i) => i >= from && HEADS_ANNEX.test(text(i)));
  for (let i = (annex < 0 ? paragraphs.length : annex) - 1; i >= from && i > from; i--) {
    if (!isFree(i)) continue;
    const day = ENDS_IN_DATE.exec(text(i))?.[0];
    if (day === undefined) continue;
    const before = text(i).slice(0, -day.length);
    if (before !== '' && !(IS_NAME.test(before) && before.length <= LONGEST_NAME)) continue;
    roles[i] = 'date';
    let first = i;
    if (before === '') for (; first - 1 > from && i - first < MOST_SIGNERS && isFree(first - 1) && IS_NAME.test(text(first - 1)) && !CLOSES.test(text(first - 1)); first--) roles[first - 1] = 'issuer';
    return first;
  }
  return undefined;
}

interface ReadOptions {
  /** Source offset at which the heading that begins the text ends. */
  readonly leadEnd?: number;
  /** Lines stay lines. */
  readonly keepBreaks?: boolean;
}

/** The printed characters of a source span, with the way back. */
function read(text: string, { start, end }: Span, { leadEnd = start, keepBreaks = false }: ReadOptions, origin = start): PrintPiece[] {
  const out = new Pieces(origin);
  // A paragraph begins behind the mark that opens it.
  let bold = text.startsWith('**', start - 2);
  let wrapAt = -1; // where the line ended that is being joined to the next
  let blankAt = -1; // first of the blanks seen since the last character
  let atLineStart = true;
  let i = start;
  while (i < end) {
    if (atLineStart) {
      atLineStart = false;
      const stop = Math.min(end, nextBreak(text, i));
      const isLayout = i > start && (isPageNumber(text, i, stop) || RULE_LINE.test(text.slice(i, stop).trim()));
      // A bold mark that opens the line is read below.
      i = isLayout ? stop : i === start ? i : unmarked(text, i, stop);
      blankAt = -1;
      continue;
    }
    const c = text.charCodeAt(i);
    if (isLineBreak(c)) {
      if (wrapAt < 0) wrapAt = i;
      atLineStart = true;
      i++;
    } else if (isBlank(c)) {
      if (blankAt < 0) blankAt = i;
      i++;
    } else if (isInvisible(c)) i++;
    else if (c === STAR && text.charCodeAt(i + 1) === STAR) {
      bold = !bold;
      i += 2;
    } else if (text.startsWith('<!--', i)) {
      const close = text.indexOf('-->', i + 4);
      i = close < 0 ? end : close + 3;
    } else {
      CELL_BREAK.lastIndex = NOTE_REFERENCE.lastIndex = i;
      const cellBreak = CELL_BREAK.exec(text);
      if (cellBreak && i + cellBreak[0].length <= end) {
        out.newLine();
        blankAt = wrapAt = -1;
        i += cellBreak[0].length;
        continue;
      }
      if (wrapAt >= 0) {
        if (keepBreaks) out.newLine();
        else if (isAsciiWord(out.last) && isAsciiWord(c)) out.take(' ', wrapAt, look(bold, wrapAt < leadEnd));
      } else if (blankAt >= 0 && !out.isEmpty) takeBlanks(out, text, blankAt, i, look(bold, blankAt < leadEnd), c);
      wrapAt = blankAt = -1;
      const note = c === BRACKET ? NOTE_REFERENCE.exec(text) : null;
      if (note && i + note[0].length <= end) {
        out.note(note[0], i, note[1] as string);
        i += note[0].length;
      } else {
        // A bar that parts no cells.
        if (c === BACKSLASH && text[i + 1] === '|') i++;
        out.take(text[i] as string, i, look(bold, i < leadEnd));
        i++;
      }
    }
  }
  return out.pieces;
}

const STAR = 42;
const BRACKET = 91;
const BACKSLASH = 92;
const isAsciiWord = (c: number): boolean => (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

/** Where a line that goes on with its paragraph begins, its bold marks left for the reader. */
function unmarked(text: string, from: number, end: number): number {
  let start = contentStart(text, from, end);
  while (start - 2 >= from && text.charCodeAt(start - 1) === STAR && text.charCodeAt(start - 2) === STAR) start -= 2;
  return start;
}

type Look = 'plain' | 'bold' | 'lead';
const look = (bold: boolean, lead: boolean): Look => (lead ? 'lead' : bold ? 'bold' : 'plain');

/** Blanks as they were written; a tab is one, between words. */
function takeBlanks(out: Pieces, text: string, from: number, to: number, as: Look, next: number): void {
  const blanks = text.slice(from, to);
  if (!blanks.includes('\t')) {
    for (let i = from; i < to; i++) if (isBlank(text.charCodeAt(i))) out.take(text[i] as string, i, as);
  } else if (isAsciiWord(out.last) && isAsciiWord(next)) out.take(' ', from, as);
}

/** Pieces under way: as few as there can be. */
class Pieces {
  readonly pieces: PrintPiece[] = [];
  readonly #origin: number;
  #text = '';
  #at = 0;
  #look: Look = 'plain';
  #isNewLine = false;
  #wantsLine = false;

  constructor(origin: number) {
    this.#origin = origin;
  }

  get isEmpty(): boolean {
    return this.#text === '' && this.pieces.length === 0;
  }

  get last(): number {
    return this.#text.charCodeAt(this.#text.length - 1);
  }

  newLine(): void {
    if (!this.isEmpty) this.#wantsLine = true;
  }

  take(character: string, at: number, as: Look): void {
    if (this.#text === '' || this.#wantsLine || as !== this.#look || at !== this.#at + this.#text.length) this.#begin(at, as);
    this.#text += character;
    this.#flushInto();
  }

  note(text: string, at: number, name: string): void {
    this.#begin(at, 'plain');
    this.pieces.push({ text, at: at - this.#origin, note: name, ...(this.#isNewLine ? { newLine: true } : {}) });
    this.#text = '';
    this.#isNewLine = false;
  }

  #begin(at: number, as: Look): void {
    this.#text = '';
    this.#at = at;
    this.#look = as;
    this.#isNewLine = this.#wantsLine;
    this.#wantsLine = false;
  }

  /** The piece that grows is always the last one. */
  #flushInto(): void {
    const piece: PrintPiece = {
      text: this.#text,
      at: this.#at - this.#origin,
      ...(this.#look === 'bold' ? { bold: true as const } : {}),
      ...(this.#look === 'lead' ? { lead: true as const } : {}),
      ...(this.#isNewLine ? { newLine: true as const } : {}),
    };
    if (this.#text.length === 1) this.pieces.push(piece);
    else this.pieces[this.pieces.length - 1] = piece;
  }
}

/** Names of attachments stand below each other, the first behind 附件：. */
function hangOf(text: string): NonNullable<PrintBlock['hang']> {
  const [head = ''] = /^(?:附件[:：])?(?:[0-9]{1,2}[.．、])?/u.exec(text) ?? [];
  const numbered = /[0-9]/u.test(head);
  const own = printedWidth(head, 0, head.length);
  const left = LEFT_BLANKS.attachments + ATTACHMENTS_WIDTH + (numbered ? NUMBER_WIDTH : 0);
  return { left, first: -own };
}

/** Of 附件：, and of a number with its point. */
const ATTACHMENTS_WIDTH = 3;
const NUMBER_WIDTH = 1;

const lengthOf = (pieces: readonly PrintPiece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0);
const widthOf = (pieces: readonly PrintPiece[]): number => pieces.reduce((sum, { text }) => sum + printedWidth(text, 0, text.length), 0);

/** How many printed characters at the end make up a day, blanks between them included. */
function dayLength(pieces: readonly PrintPiece[], day: string): number {
  const text = pieces.map((piece) => piece.text).join('');
  let left = day.length;
  let i = text.length;
  while (i > 0 && left > 0) if (!isBlank(text.charCodeAt(--i))) left--;
  return text.length - i;
}

function cut(pieces: readonly PrintPiece[], at: number): readonly [readonly PrintPiece[], readonly PrintPiece[]] {
  const before: PrintPiece[] = [];
  const behind: PrintPiece[] = [];
  let from = 0;
  for (const piece of pieces) {
    const inside = Math.min(piece.text.length, Math.max(0, at - from));
    if (inside > 0) before.push({ ...piece, text: piece.text.slice(0, inside) });
    if (inside < piece.text.length) behind.push({ ...piece, text: piece.text.slice(inside), at: piece.at + inside });
    from += piece.text.length;
  }
  return [before, behind];
}

/** Without the blanks at the end. */
function trimmed(pieces: readonly PrintPiece[]): readonly PrintPiece[] {
  const last = pieces[pieces.length - 1];
  if (!last) return pieces;
  const text = last.text.trimEnd();
  return text === '' ? pieces.slice(0, -1) : [...pieces.slice(0, -1), { ...last, text }];
}

/** Where notes begin: at starts of lines. */
function noteStarts(raw: string): readonly number[] {
  const starts: number[] = [];
  for (let at = raw.indexOf('[^'); at >= 0; at = raw.indexOf('[^', at + 2)) {
    if ((at === 0 || isLineBreak(raw.charCodeAt(at - 1))) && NOTE_HEAD.test(raw.slice(at, at + 50))) starts.push(at);
  }
  return starts;
}

function isItem(text: string, at: number): boolean {
  let i = lineStart(text, at);
  while (i < at && isBlank(text.charCodeAt(i))) i++;
  return i < at && '-+*'.includes(text[i] as string) && isBlank(text.charCodeAt(i + 1));
}

function lineStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && !isLineBreak(text.charCodeAt(i - 1))) i--;
  return i;
}

function nextBreak(text: string, from: number): number {
  let i = from;
  while (i < text.length && !isLineBreak(text.charCodeAt(i))) i++;
  return i;
}

/** Cells of one row: between bars, or between tabs. */
function cellsOf(text: string, { start, end }: Span, origin: number): readonly PrintCell[] {
  let from = start;
  while (from < end && (text[from] === ' ' || text[from] === '\u3000')) from++;
  const isMarkdown = text[from] === '|';
  let to = end;
  while (to > from && isBlank(text.charCodeAt(to - 1)) && (isMarkdown || text[to - 1] !== '\t')) to--;
  if (isMarkdown) {
    from++;
    if (to > from && text[to - 1] === '|' && text[to - 2] !== '\\') to--;
  }
  const cells: PrintCell[] = [];
  let cell = from;
  for (let i = from; i <= to; i++) {
    const parts = i === to || (isMarkdown ? text[i] === '|' && text[i - 1] !== '\\' : text[i] === '\t');
    if (!parts) continue;
    let seen = cell;
    while (seen < i && isBlank(text.charCodeAt(seen))) seen++;
    cells.push({ pieces: read(text, { start: seen, end: i }, {}, origin) });
    cell = i + 1;
  }
  return cells;
}

function alignsOf(rule: string): readonly ('left' | 'center' | 'right' | undefined)[] {
  return rule.trim().replace(/^\||\|$/gu, '').split('|').map((cell) => {
    const [left, right] = [/^\s*:/u.test(cell), /:\s*$/u.test(cell)];
    return left && right ? 'center' : right ? 'right' : left ? 'left' : undefined;
  });
}

/** A column is as wide as its longest cell asks for, within these characters. */
const NARROWEST = 4;
const WIDEST = 24;
/** Cells that are longer read better from the left. */
const LONGEST_CENTRED = 10;

function columnsOf(rows: readonly (readonly PrintCell[])[], aligns: readonly ('left' | 'center' | 'right' | undefined)[]): PrintTable['columns'] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(0, ...rows.map((row) => widthOf(row[column]?.pieces ?? []))));
  const wanted = widths.map((width) => Math.min(WIDEST, Math.max(NARROWEST, width + 1)));
  const sum = wanted.reduce((a, b) => a + b, 0);
  return widths.map((width, column) => ({ share: (wanted[column] as number) / sum, align: aligns[column] ?? (width > LONGEST_CENTRED ? 'left' : 'center') }));
}
