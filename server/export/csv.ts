// Files that spreadsheets open, and the figures of reports as one: UTF-8 with a mark, so that Chinese is read as Chinese, and no
// cell that a spreadsheet would run as a formula. Used by both shells, one of which runs in browsers, where the libraries for
// this bring half of Node along. Must not judge figures or touch files.

import { positionAt, type CheckedFigure, type FigureGroup, type Source, type Verdict } from '../core/index.ts';

export interface Sheet {
  /** Given where there may be several; then it is the first column. */
  readonly path?: string;
  readonly source: Source;
  readonly groups: readonly FigureGroup[];
}

const COLUMNS = ['部分', '名称', '数值', '单位', '原文', '核对结果', '算式', '行号'];

export const VERDICTS: Readonly<Record<Verdict, string>> = { consistent: '对得上', inconsistent: '对不上', doubtful: '可疑', unchecked: '未核对' };

/** One line for every figure, in order. */
export function figuresCsv(sheets: readonly Sheet[]): { readonly text: string; readonly count: number } {
  const named = sheets.some(({ path }) => path !== undefined);
  const rows = sheets.flatMap(({ path, source, groups }) => rowsOf(source, groups, '').map((row) => (named ? [path ?? '', ...row] : row)));
  return { text: csvOf([named ? ['文件', ...COLUMNS] : COLUMNS, ...rows]), count: rows.length };
}

/** A file of these rows, the first with the names of the columns. */
export const csvOf = (rows: readonly (readonly unknown[])[]): string => `\ufeff${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}`;

/** Spreadsheets run what begins like this, also in full width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/** As RFC 4180 writes it. */
function cellOf(value: unknown): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value ?? '');
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const rowsOf = (source: Source, groups: readonly FigureGroup[], above: string): readonly (readonly unknown[])[] =>
  groups.flatMap(({ marker, title, figures, groups: below }) => {
    const part = `${above}${marker}${title}`;
    return [...figures.map((figure) => rowOf(source, part, figure)), ...rowsOf(source, below, `${part} / `)];
  });

const rowOf = (source: Source, part: string, { name, value, unit, text, verdict, equation, span }: CheckedFigure): readonly unknown[] =>
  [part, name, value, unit, text, VERDICTS[verdict], equation, positionAt(source, span.start).line + 1];
