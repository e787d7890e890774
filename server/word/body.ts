// The parts of a Word file that hold text: the body, the footnotes, the feet of the pages. Numbers of headings stay text, as
// they were written. Must not know how a style looks, nor how parts are put into a file.

import type { PrintBlock, PrintCell, PrintPiece, Sheet } from '../core/index.ts';
import { headingStyle, indent, leadStyle, STYLE, W, footerLine } from './styles.ts';
import { DECLARATION, el, escaped, val } from './xml.ts';

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Ids of the parts to which the body points. */
export const REL = { styles: 'rId1', settings: 'rId2', fonts: 'rId3', footer: 'rId4', evenFooter: 'rId5', notes: 'rId6' } as const;

export interface Body {
  readonly document: string;
  /** Empty where the text has none. */
  readonly notes: string;
}

export function bodyOf(sheet: Sheet, blocks: readonly PrintBlock[]): Body {
  const numbers = numberNotes(blocks);
  const told = new Set<string>(); // notes that have had their mark
  const writer = { sheet, mark: (name: string): string => markOf(numbers.get(name) ?? 0, told.has(name) || !told.add(name)) };
  const notes = blocks.filter(({ kind }) => kind === 'note');
  const running = blocks.filter(({ kind }) => kind !== 'note');
  const content = running.map((block, i) => (block.table ? table(writer, block) + (running[i + 1]?.pieces.length ? '' : BEHIND_TABLE) : paragraph(writer, block)));
  return {
    document: DECLARATION + el('w:document', { 'xmlns:w': W, 'xmlns:r': R }, el('w:body', {}, ...content, section(sheet))),
    notes: notes.length === 0 ? '' : footnotes(writer, notes, numbers),
  };
}

/** Two tables with nothing between them would be one, and a text may not end in one. */
const BEHIND_TABLE = el('w:p', {}, el('w:pPr', {}, val('pStyle', STYLE.table)));

interface Writer {
  readonly sheet: Sheet;
  /** The mark of a note in the text. */
  readonly mark: (name: string) => string;
}

/** In the order in which the text refers to them. */
function numberNotes(blocks: readonly PrintBlock[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const pieces = blocks.flatMap((block) => [...block.pieces, ...(block.table?.rows.flat().flatMap((cell) => cell.pieces) ?? [])]);
  for (const { note } of pieces) if (note !== undefined && !numbers.has(note)) numbers.set(note, numbers.size + 1);
  return numbers;
}

/** A note has one reference; further ones are its number. */
function markOf(number: number, again: boolean): string {
  const look = el('w:rPr', {}, val('rStyle', STYLE.noteMark));
  return el('w:r', {}, look, again ? el('w:t', {}, String(number)) : el('w:footnoteReference', { 'w:id': number }));
}

function paragraph(writer: Writer, block: PrintBlock): string {
  const { sheet } = writer;
  const { kind, depth, gap = 0, newPage, right, hang } = block;
  const style = kind === 'heading' ? headingStyle(depth ?? 1) : kind === 'item' ? STYLE.text : STYLE[kind as keyof typeof STYLE];
  const first = block.pieces[0];
  const properties = [
    val('pStyle', style),
    newPage ? '<w:pageBreakBefore/>' : '',
    gap > 0 ? el('w:spacing', { 'w:before': gap * sheet.line }) : '',
    right !== undefined ? indent(sheet, { right }) : hang ? indent(sheet, hang) : '',
  ];
  return el('w:p', {}, el('w:pPr', {}, ...properties), ...block.pieces.map((piece) => run(writer, piece, depth, piece === first)));
}

/** Marks that both scripts have, “ — …, are set as Chinese: `hint`. */
function run({ mark }: Writer, { text, bold, lead, note, newLine }: PrintPiece, depth: number | undefined, isFirst = false): string {
  const lineBreak = newLine && !isFirst ? el('w:r', {}, '<w:br/>') : '';
  if (note !== undefined) return lineBreak + mark(note);
  const look = el('w:rPr', {}, lead && depth !== undefined ? val('rStyle', leadStyle(depth)) : '', el('w:rFonts', { 'w:hint': 'eastAsia' }), bold ? '<w:b/><w:bCs/>' : '');
  return lineBreak + el('w:r', {}, look, `<w:t xml:space="preserve">${escaped(text)}</w:t>`);
}

function table(writer: Writer, { table: content, newPage }: PrintBlock): string {
  if (!content) return '';
  const { sheet } = writer;
  const widths = content.columns.map(({ share }) => Math.floor(share * sheet.textWidth));
  const edge = (name: string): string => el(`w:${name}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' });
  const margin = (name: string): string => el(`w:${name}`, { 'w:w': sheet.tablePadding, 'w:type': 'dxa' });
  const properties = el('w:tblPr', {},
    el('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }), val('jc', 'center'),
    el('w:tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge)),
    el('w:tblLayout', { 'w:type': 'fixed' }),
    el('w:tblCellMar', {}, margin('left'), margin('right')));
  const rows = content.rows.map((row, n) => {
    const isHeader = n < content.headers;
    const cells = row.map(({ pieces }: PrintCell, column) =>
      el('w:tc', {},
        el('w:tcPr', {}, el('w:tcW', { 'w:w': widths[column], 'w:type': 'dxa' }), val('vAlign', 'center')),
        el('w:p', {}, el('w:pPr', {}, val('pStyle', STYLE.table), newPage && n === 0 && column === 0 ? '<w:pageBreakBefore/>' : '', val('jc', isHeader ? 'center' : (content.columns[column]?.align ?? 'left'))),
          ...pieces.map((piece, i) => run(writer, piece, undefined, i === 0)))));
    return el('w:tr', {}, el('w:trPr', {}, '<w:cantSplit/>', isHeader ? '<w:tblHeader/>' : ''), ...cells);
  });
  return el('w:tbl', {}, properties, el('w:tblGrid', {}, ...widths.map((width) => el('w:gridCol', { 'w:w': width }))), ...rows);
}

/** Page, margins and grid. `charSpace` is what each character has more or less than the body's size, in 4096ths of a point. */
function section(sheet: Sheet): string {
  const { pageNumber, faces } = sheet;
  const isOuter = pageNumber.side === 'outer';
  const reference = (type: string, id: string): string => el('w:footerReference', { 'w:type': type, 'r:id': id });
  return el('w:sectPr', {},
    pageNumber.form === 'none' ? '' : reference('default', REL.footer) + (isOuter ? reference('even', REL.evenFooter) : ''),
    el('w:pgSz', { 'w:w': sheet.width, 'w:h': sheet.height }),
    // The middle of the number stands as far below the text as the standard asks of its dashes.
    el('w:pgMar', { 'w:top': sheet.top, 'w:right': sheet.right, 'w:bottom': sheet.bottom, 'w:left': sheet.left, 'w:header': 851, 'w:footer': Math.max(0, Math.round(sheet.bottom - pageNumber.below - footerLine(sheet) / 2)), 'w:gutter': 0 }),
    el('w:docGrid', { 'w:type': 'linesAndChars', 'w:linePitch': sheet.line, 'w:charSpace': Math.floor(((sheet.textWidth / sheet.characters / 20) - faces.body.size) * 4096) }));
}

/** — 1 — on the outer side, a character away from the edge. */
export function footerXml(sheet: Sheet, isEven: boolean): string {
  const { form, side, blanks } = sheet.pageNumber;
  const piece = (content: string): string => el('w:r', {}, el('w:rPr', {}, el('w:rFonts', { 'w:hint': 'eastAsia' })), content);
  const field = ['begin', 'instr', 'separate', 'result', 'end'].map((part) =>
    el('w:r', {}, part === 'instr' ? '<w:instrText xml:space="preserve"> PAGE </w:instrText>' : part === 'result' ? '<w:t>1</w:t>' : el('w:fldChar', { 'w:fldCharType': part })));
  const dash = (before: string, behind: string): string => (form === 'dashes' ? piece(`<w:t xml:space="preserve">${before}—${behind}</w:t>`) : '');
  const size = Math.round(sheet.faces.pageNumber.size * 20 * blanks);
  const jc = side === 'center' ? 'center' : isEven ? 'left' : 'right';
  const ind = side === 'center' ? '' : el('w:ind', { [isEven ? 'w:left' : 'w:right']: size, 'w:firstLine': 0 });
  return DECLARATION + el('w:ftr', { 'xmlns:w': W }, el('w:p', {}, el('w:pPr', {}, val('pStyle', STYLE.footer), ind, val('jc', jc)), dash('', ' '), ...field, dash(' ', '')));
}

function footnotes(writer: Writer, notes: readonly PrintBlock[], numbers: ReadonlyMap<string, number>): string {
  const line = (id: number, type: string, mark: string): string => el('w:footnote', { 'w:type': type, 'w:id': id }, el('w:p', {}, el('w:pPr', {}, val('pStyle', STYLE.note)), el('w:r', {}, `<w:${mark}/>`)));
  const written = notes.flatMap((block) => {
    const number = numbers.get(block.name ?? '');
    if (number === undefined) return [];
    const mark = el('w:r', {}, el('w:rPr', {}, val('rStyle', STYLE.noteMark)), '<w:footnoteRef/>');
    return [el('w:footnote', { 'w:id': number }, el('w:p', {}, el('w:pPr', {}, val('pStyle', STYLE.note)), mark, ...block.pieces.map((piece, i) => run(writer, piece, undefined, i === 0))))];
  });
  return DECLARATION + el('w:footnotes', { 'xmlns:w': W }, line(-1, 'separator', 'separator'), line(0, 'continuationSeparator', 'continuationSeparator'), ...written);
}
