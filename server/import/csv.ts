// A text of separated values to a table whose cells know where they stand, so that one of them can be replaced and all else stays
// as it is. As RFC 4180 writes it, by comma, semicolon or tab; nothing in it is ever run. (Libraries for this tell no places of
// cells, and bring connections or half of Node along.) Must not know what the table says.

import type { LedgerCell, LedgerRow, LedgerTable } from '../core/index.ts';

export interface CsvTable extends LedgerTable {
  readonly separator: string;
  readonly lineBreak: string;
}

/** More is no table that anybody keeps by hand. */
const MOST_ROWS = 20_000;
const MOST_CELLS = 400_000;
const SEPARATORS = [',', '\t', ';', '，'];
/** Spreadsheets may say in a line of its own what separates. */
const SAID = /^sep=(.)(?:\r\n?|\n)/iu;
const QUOTE = '"';

/** Undefined for a table that is too large to be one of ours. */
export function readCsv(text: string): CsvTable | undefined {
  const said = SAID.exec(text);
  const separator = said?.[1] ?? separatorOf(text);
  const rows: LedgerRow[] = [];
  let cells: LedgerCell[] = [];
  let count = 0;
  let at = said?.[0].length ?? 0;
  let number = said ? 2 : 1;
  while (at < text.length) {
    const { cell, end } = readCell(text, at, separator);
    cells.push(cell);
    if (++count > MOST_CELLS) return undefined;
    at = end;
    if (text.startsWith(separator, at)) {
      at++;
      // A row may end with an empty cell, and the text with it.
      if (at < text.length) continue;
      cells.push({ text: '', span: { start: at, end: at } });
    }
    rows.push({ number: number++, cells });
    if (rows.length > MOST_ROWS) return undefined;
    cells = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return { name: '', rows, separator, lineBreak: /\r\n|\n|\r/u.exec(text)?.[0] ?? '\r\n' };
}

/** From where a cell begins up to the mark or line break behind it. A quotation mark that nothing closes runs to the end of its line. */
function readCell(text: string, start: number, separator: string): { readonly cell: LedgerCell; readonly end: number } {
  if (text[start] === QUOTE) {
    let value = '';
    for (let at = start + 1; ; ) {
      const quote = text.indexOf(QUOTE, at);
      if (quote < 0) break;
      value += text.slice(at, quote);
      if (text[quote + 1] !== QUOTE) {
        const end = endOf(text, quote + 1, separator);
        return { cell: { text: value + text.slice(quote + 1, end), span: { start, end } }, end };
      }
      value += QUOTE;
      at = quote + 2;
    }
  }
  const end = endOf(text, start, separator);
  return { cell: { text: text.slice(start, end), span: { start, end } }, end };
}

function endOf(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** The one that stands most often in the first lines, those in quotation marks left out. */
function separatorOf(text: string): string {
  const head = text.slice(0, HEAD).replace(/"[^"]*"/gu, '');
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const HEAD = 4000;

/** A cell as a file with this separator writes it. */
export const csvCell = (text: string, separator: string): string => (text.includes(separator) || /["\r\n]/u.test(text) ? `${QUOTE}${text.replaceAll(QUOTE, '""')}${QUOTE}` : text);
