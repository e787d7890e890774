// Excel workbooks written by hand, as Excel writes them: sheets of rows, strings shared or not, formats of numbers, merged cells.
// Must not know how they are read.

import { strToU8, zipSync, type Zippable } from 'fflate';
import { escaped } from './docx.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A text, a number, or a cell of XML, which begins with `<`. */
export type Cell = string | number | undefined;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** References of ranges: A1:B2. */
  readonly merged?: readonly string[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Codes of the formats that styles 1, 2, … have; a number names a built-in one. */
  readonly formats?: readonly (string | number)[];
  readonly date1904?: boolean;
  readonly entries?: Zippable;
}

/** A number in one of the formats, with the formula it was computed by. */
export const styled = (value: number | string, style: number, formula = ''): string => `<c s="${style}">${formula === '' ? '' : `<f>${escaped(formula)}</f>`}<v>${value}</v></c>`;

export function xlsx({ sheets, formats = [], date1904 = false, entries = {} }: Workbook): Uint8Array {
  const strings: string[] = [];
  const cell = (content: Cell, column: number, row: number): string => {
    if (content === undefined) return '';
    const reference = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
    if (typeof content === 'number') return `<c ${reference}><v>${content}</v></c>`;
    if (content.startsWith('<c')) return content.replace('<c', `<c ${reference}`);
    return `<c ${reference} t="s"><v>${strings.push(content) - 1}</v></c>`;
  };
  const xml = (root: string, content: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</${root.split(' ')[0]}>`);
  const parts = sheets.map(({ rows, merged = [] }, i) => [
    `xl/worksheets/sheet${i + 1}.xml`,
    xml('worksheet', `<sheetData>${rows.map((row, at) => (row.length === 0 ? '' : `<row r="${at + 1}">${row.map((content, column) => cell(content, column, at)).join('')}</row>`)).join('')}</sheetData>${merged.length === 0 ? '' : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`}`),
  ] as const);
  const own = formats.flatMap((code, i) => (typeof code === 'string' ? [`<numFmt numFmtId="${164 + i}" formatCode="${escaped(code).replaceAll('"', '&quot;')}"/>`] : []));
  return zipSync(
    {
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      'xl/workbook.xml': xml('workbook', `<workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets>`),
      'xl/_rels/workbook.xml.rels': strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`),
      'xl/styles.xml': xml('styleSheet', `<numFmts>${own.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((code, i) => `<xf numFmtId="${typeof code === 'number' ? code : 164 + i}"/>`).join('')}</cellXfs>`),
      'xl/sharedStrings.xml': xml('sst', strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')),
      ...Object.fromEntries(parts),
      ...entries,
    },
    { mtime: new Date('2025-01-02T00:00:00Z') },
  );
}
