// The sheets of an Excel workbook as tables of text, as the cells are seen: 0.978 in a format of per cent is 97.8%, a day is
// 2025-12-31, a merged cell stands in every place it covers. Formulas count by the value that was saved with them and are never
// computed. Bounded like everything that is unpacked here. Must not know what a table says.

import { Budget } from './limits.ts';
import { WordRefusal } from './refusal.ts';
import { child, childrenOf, integer, readXml, type Element } from './xml.ts';
import { Archive } from './zip.ts';

export interface WorkbookTable {
  readonly name: string;
  readonly rows: readonly { readonly number: number; readonly cells: readonly { readonly text: string }[] }[];
}

const MOST_SHEETS = 50;
const MOST_ROWS = 20_000;
/** Columns further to the right are no part of a ledger. */
const MOST_COLUMNS = 256;
const MOST_MERGED = 100_000;
const LOCKED = '这个表格设了打开密码或者是旧版 .xls，在 Excel 或 WPS 里另存为 .xlsx，或者存成 CSV。';
const NOT_A_WORKBOOK = '这不是 Excel 表格（.xlsx）；在 Excel 或 WPS 里另存为 .xlsx，或者存成 CSV。';

const TOO_MANY_ROWS = '表格的行数太多，没有读。只留报告用得着的数，或者存成 CSV。';
const OWN: readonly string[] = [NOT_A_WORKBOOK, TOO_MANY_ROWS];
const UNREADABLE = '表格不完整、已经损坏，或者展开以后太大，没有读；在 Excel 或 WPS 里打开，另存一份，或者存成 CSV。';

/** @throws WordRefusal */
export function readWorkbook(bytes: Uint8Array): readonly WorkbookTable[] {
  if (bytes[0] !== 0x50) throw new WordRefusal(LOCKED);
  try {
    return sheetsIn(bytes);
  } catch (error) {
    // What archives and XML say of themselves speaks of Word.
    throw error instanceof WordRefusal && !OWN.includes(error.message) ? new WordRefusal(UNREADABLE) : error;
  }
}

function sheetsIn(bytes: Uint8Array): readonly WorkbookTable[] {
  const budget = new Budget();
  const archive = new Archive(bytes);
  const read = (name: string): Element | undefined => {
    const pieces = archive.read(name, budget);
    return pieces && readXml(pieces, budget);
  };
  const workbook = read('xl/workbook.xml');
  if (workbook?.name !== 'x:workbook') throw new WordRefusal(NOT_A_WORKBOOK);
  const targets = new Map((read('xl/_rels/workbook.xml.rels')?.children ?? []).map(({ attributes }) => [attributes['Id'] ?? '', pathOf(attributes['Target'] ?? '')]));
  const strings = (read('xl/sharedStrings.xml')?.children ?? []).map(textOf);
  const formats = formatsOf(read('xl/styles.xml'));
  const date1904 = /^(?:1|true)$/u.test(child(workbook, 'x:workbookPr')?.attributes['date1904'] ?? '');
  return childrenOf(child(workbook, 'x:sheets'), 'x:sheet').slice(0, MOST_SHEETS).flatMap(({ attributes }): WorkbookTable[] => {
    const sheet = read(targets.get(attributes['r:id'] ?? '') ?? '');
    return sheet?.name === 'x:worksheet' ? [{ name: attributes['name'] ?? '', rows: rowsOf(sheet, { strings, formats, date1904 }) }] : [];
  });
}

const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`);

/** All runs of a string, without the reading that stands above Japanese words. */
function textOf(element: Element): string {
  return element.name === 'x:rPh' ? '' : element.name === 'x:t' ? element.text : element.children.map(textOf).join('');
}

interface Surroundings {
  readonly strings: readonly string[];
  /** How numbers are shown, by the style of the cell. */
  readonly formats: readonly string[];
  readonly date1904: boolean;
}

function rowsOf(sheet: Element, around: Surroundings): WorkbookTable['rows'] {
  const grid = new Map<number, string[]>();
  let last = 0;
  for (const row of childrenOf(child(sheet, 'x:sheetData'), 'x:row')) {
    const number = integer(row.attributes['r']) ?? last + 1;
    last = number;
    if (number < 1 || grid.size >= MOST_ROWS) throw new WordRefusal(TOO_MANY_ROWS);
    const cells: string[] = [];
    let column = 0;
    for (const cell of childrenOf(row, 'x:c')) {
      column = columnOf(cell.attributes['r']) ?? column + 1;
      if (column > MOST_COLUMNS) break;
      while (cells.length < column - 1) cells.push('');
      cells[column - 1] = shown(cell, around);
    }
    grid.set(number, cells);
  }
  spread(grid, sheet);
  return [...grid].sort(([a], [b]) => a - b).map(([number, cells]) => ({ number, cells: cells.map((text) => ({ text })) }));
}

/** B12 is in column 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Z]{1,3})\$?[0-9]+$/u.exec(reference ?? '')?.[1];
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** What a merged cell says holds for the rows that are there. */
function spread(grid: Map<number, string[]>, sheet: Element): void {
  let filled = 0;
  for (const { attributes } of childrenOf(child(sheet, 'x:mergeCells'), 'x:mergeCell')) {
    const [from = '', to = ''] = (attributes['ref'] ?? '').split(':');
    const [left, right] = [columnOf(from), columnOf(to)];
    const [top, bottom] = [from, to].map((reference) => integer(/[0-9]{1,7}$/u.exec(reference)?.[0])) as [number | undefined, number | undefined];
    if (left === undefined || right === undefined || top === undefined || bottom === undefined) continue;
    const text = grid.get(top)?.[left - 1] ?? '';
    if (text === '') continue;
    for (let row = top; row <= Math.min(bottom, top + MOST_ROWS); row++) {
      const cells = grid.get(row);
      if (!cells) continue;
      for (let column = left; column <= Math.min(right, MOST_COLUMNS); column++) {
        if (++filled > MOST_MERGED) return;
        while (cells.length < column) cells.push('');
        cells[column - 1] = text;
      }
    }
  }
}

function shown({ attributes, children }: Element, { strings, formats, date1904 }: Surroundings): string {
  const value = children.find(({ name }) => name === 'x:v')?.text ?? '';
  switch (attributes['t']) {
    case 's': return strings[integer(value) ?? -1] ?? '';
    case 'inlineStr': return children.filter(({ name }) => name === 'x:is').map(textOf).join('');
    case 'b': return value === '1' ? 'TRUE' : value === '' ? '' : 'FALSE';
    case 'str': return value;
    case 'd': return value.slice(0, 10);
    case 'e': return value;
    default: return value === '' ? '' : numberText(value, formats[integer(attributes['s']) ?? 0] ?? '', date1904);
  }
}

/** Formats that a style names by number alone. */
const BUILT_IN: Readonly<Record<number, string>> = { 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00' };
const isDateId = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58;
const DATE = 'yyyy-mm-dd';

function formatsOf(styles: Element | undefined): readonly string[] {
  const own = new Map(childrenOf(child(styles, 'x:numFmts'), 'x:numFmt').map(({ attributes }) => [integer(attributes['numFmtId']) ?? -1, attributes['formatCode'] ?? '']));
  return childrenOf(child(styles, 'x:cellXfs'), 'x:xf').map(({ attributes }) => {
    const id = integer(attributes['numFmtId']) ?? 0;
    return own.get(id) ?? BUILT_IN[id] ?? (isDateId(id) ? DATE : '');
  });
}

/** A number as its format shows it; of formats only per cent, decimals and days are heeded. */
function numberText(value: string, format: string, date1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]{0,100}"|\\.|\[[^\]]{0,60}\]/gu, '');
  if (/[yYdD]/u.test(bare)) return dayText(number, date1904);
  const percent = bare.includes('%');
  const shownValue = Number((percent ? number * 100 : number).toPrecision(15));
  const decimals = /0\.(0+)/u.exec(bare)?.[1]?.length ?? (/0/u.test(bare) ? 0 : undefined);
  const text = decimals === undefined ? plain(shownValue) : shownValue.toFixed(Math.min(decimals, 20));
  return `${text}${percent ? '%' : ''}`;
}

/** Without an exponent; 0.1 + 0.2 is 0.3 as spreadsheets show it. */
const plain = (value: number): string => {
  const text = String(Number(value.toPrecision(12)));
  return /e/iu.test(text) ? value.toFixed(0) : text;
};

/** Days since the end of 1899, in which 1900 wrongly had a 29 February; or since the beginning of 1904. */
function dayText(serial: number, date1904: boolean): string {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0);
  if (days < 1 || days > 2_958_465) return plain(serial);
  // Days since 1970, to a civil day by the count of eras of 400 years.
  const shifted = days - 25569 + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${yearOfEra + era * 400 + (month <= 2 ? 1 : 0)}-${two(month)}-${two(ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)}`;
}

