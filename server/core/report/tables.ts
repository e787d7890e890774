// Tables, in Markdown or parted by tabs: whether their 合计 rows and columns add up, and their rates follow. Cells are read from the source,
// since logical text has no tabs. Must not phrase messages.

import { METRICS } from '../domain/metrics.ts';
import { NO_SUM_COLUMN, PART_OF_ROW, SHARE_HEADING, SUBTOTAL_CELL, TOTAL_CELL } from '../domain/relations.ts';
import type { MetricSpec } from '../domain/types.ts';
import { fits } from '../figures/check.ts';
import { isLineBreak } from '../text/characters.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

export interface Cell {
  /** Without blanks and Markdown marks. */
  readonly text: string;
  /** Source span of what is seen. */
  readonly span: Span;
  /** Undefined where the cell is no plain number. */
  readonly value: number | undefined;
  /** Of 97.5%; of a bare number in a column of rates its value says it. */
  readonly percent: number | undefined;
  readonly decimals: number;
}

export type Table = readonly (readonly Cell[])[];

/** A cell with what its row and its column are called; empty for what has no name. */
export interface NamedCell {
  readonly cell: Cell;
  readonly row: string;
  readonly column: string;
}

/** A total that its cells do not give. */
export interface TableMismatch {
  readonly total: Cell;
  readonly parts: readonly Cell[];
  readonly sum: number;
  /** Heading of the column, or label of the row, that holds the total. */
  readonly name: string;
  readonly along: 'column' | 'row';
  /** Whether the rest of the table speaks for its being a slip. */
  readonly certain: boolean;
}

const TOTAL = new RegExp(TOTAL_CELL, 'u');
const SUBTOTAL = new RegExp(SUBTOTAL_CELL, 'u');
const NO_SUM = new RegExp(NO_SUM_COLUMN, 'u');
const PART = new RegExp(PART_OF_ROW, 'u');
const NUMBER = /^[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?$|^[0-9]+(?:\.[0-9]+)?$/u;
const RULE_ROW = /^\|?[\s|:-]+\|?$/u;
/** Blank, or said to be nothing. */
const EMPTY = /^[-—–/无]*$/u;
const HIDDEN = /[\s\u3000*]/gu;

/** Runs of rows, in order. */
export function readTables(source: Source, paragraphs: readonly { readonly kind: string; readonly span: Span }[]): readonly Table[] {
  const found: Table[] = [];
  let rows: (readonly Cell[])[] = [];
  const close = (): void => {
    if (rows.length > 2) found.push(rows);
    rows = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'row') close();
    else {
      const cells = cellsOf(source, paragraph.span);
      if (cells) rows.push(cells);
    }
  }
  close();
  return found;
}

/** The cells from the first row that holds a number on; the row above it heads the columns, the first cell of a row names it. */
export function* namedCells(table: Table): Iterable<NamedCell> {
  const first = Math.max(table.findIndex((row) => row.some(({ value }) => value !== undefined)), 0);
  const header = table[first - 1] ?? [];
  for (const row of table.slice(first)) for (const [column, cell] of row.entries()) yield { cell, row: column > 0 ? (row[0]?.text ?? '') : '', column: header[column]?.text ?? '' };
}

function cellsOf({ text }: Source, span: Span): readonly Cell[] | undefined {
  // A first cell may be empty: the row begins where its line does.
  let from = span.start;
  while (from > 0 && !isLineBreak(text.charCodeAt(from - 1))) from--;
  const raw = text.slice(from, span.end);
  if (RULE_ROW.test(raw)) return undefined;
  const markdown = raw.trimStart().startsWith('|');
  const inner = markdown ? raw.replace(/\|\s*$/u, '') : raw;
  const cells: Cell[] = [];
  let at = markdown ? raw.indexOf('|') + 1 : 0;
  for (const piece of inner.slice(at).split(markdown ? '|' : '\t')) {
    const lead = piece.length - piece.trimStart().length;
    const seen = piece.replace(HIDDEN, '').normalize('NFKC');
    const start = from + at + lead;
    const numeral = seen.replace(/%$/u, '');
    const number = NUMBER.test(numeral) ? Number(numeral.replace(/[,，]/gu, '')) : undefined;
    const isPercent = numeral !== seen;
    cells.push({ text: seen, span: { start, end: start + piece.trim().length }, value: isPercent ? undefined : number, percent: isPercent ? number : undefined, decimals: numeral.split('.')[1]?.length ?? 0 });
    at += piece.length + 1;
  }
  return cells;
}

const isTotalRow = (row: readonly Cell[]): boolean => row.slice(0, 2).some(({ text }) => TOTAL.test(text));
const isSubtotalRow = (row: readonly Cell[]): boolean => row.slice(0, 2).some(({ text }) => SUBTOTAL.test(text));
const isNumberRow = (row: readonly Cell[]): boolean => row.some(({ value, percent }) => value !== undefined || percent !== undefined);
const addUp = (cells: readonly Cell[]): number => Number(cells.reduce((sum, { value = 0 }) => sum + value, 0).toPrecision(12));

/** The tolerance of rounding: half a unit of the last place for every number, none for whole ones. */
const slackOf = (cells: readonly Cell[]): number => cells.reduce((sum, { decimals }) => sum + (decimals === 0 ? 0 : 10 ** -decimals / 2), 1e-6);

export function mismatches(table: Table): readonly TableMismatch[] {
  const first = table.findIndex(isNumberRow);
  if (first < 1 || table.some((row) => PART.test(row[0]?.text ?? ''))) return [];
  const header = table[first - 1] as readonly Cell[];
  const body = table.slice(first);
  return [...columns(header, body), ...rowTotals(header, body)];
}

function* columns(header: readonly Cell[], body: Table): Iterable<TableMismatch> {
  const at = body.findIndex(isTotalRow);
  const total = body[at];
  if (!total || body.filter(isTotalRow).length > 1) return;
  // The total stands behind its rows, or before them.
  const rows = (at === 0 ? body.slice(1) : body.slice(0, at)).filter((row) => !isSubtotalRow(row));
  const checked = total.flatMap((cell, column): { readonly cell: Cell; readonly parts: readonly Cell[]; readonly column: number }[] => {
    if (cell.value === undefined || NO_SUM.test(header[column]?.text ?? '')) return [];
    const cells = rows.map((row) => row[column]);
    if (cells.some((c) => c === undefined || (c.value === undefined && !EMPTY.test(c.text)))) return [];
    const parts = cells.flatMap((c) => (c?.value === undefined ? [] : [c]));
    return parts.length < 2 || isAmong(cell, parts) ? [] : [{ cell, parts, column }];
  });
  const isRight = ({ cell, parts }: (typeof checked)[number]): boolean => Math.abs(addUp(parts) - (cell.value ?? 0)) <= slackOf([cell, ...parts]);
  const right = checked.filter(isRight).length;
  for (const each of checked) {
    if (isRight(each)) continue;
    const { cell, parts, column } = each;
    const sum = addUp(parts);
    yield { total: cell, parts, sum, name: header[column]?.text ?? '', along: 'column', certain: right > 0 || isNear(sum, cell.value ?? 0) };
  }
}

/** Below the largest part: an average, or what several rows share is counted once. */
const isAmong = ({ value = 0 }: Cell, parts: readonly Cell[]): boolean => value <= Math.max(...parts.map((part) => part.value ?? 0));

/** A sum far off is no slip of the pen; the rows may not be parts at all. */
const isNear = (sum: number, total: number): boolean => Math.abs(sum - total) <= Math.max(total * 0.1, Math.min(3, total * 0.25));

function* rowTotals(header: readonly Cell[], body: Table): Iterable<TableMismatch> {
  const at = header.findIndex(({ text }) => TOTAL.test(text));
  if (at < 1) return;
  const isPart = (column: number): boolean => column > 0 && column !== at && !NO_SUM.test(header[column]?.text ?? '') && !SUBTOTAL.test(header[column]?.text ?? '');
  const before = header.map((_, column) => column).filter((column) => column < at && isPart(column) && body.some((row) => row[column]?.value !== undefined));
  const others = before.length > 0 ? before : header.map((_, column) => column).filter((column) => column > at && isPart(column));
  const rows = body.flatMap((row) => {
    const total = row[at];
    const parts = others.flatMap((column) => (row[column]?.value === undefined ? [] : [row[column]]));
    return total?.value !== undefined && parts.length > 1 && others.every((column) => row[column] && (row[column].value !== undefined || EMPTY.test(row[column].text))) ? [{ row, total, parts, sum: addUp(parts) }] : [];
  });
  const isRight = ({ total, parts, sum }: (typeof rows)[number]): boolean => Math.abs(sum - (total.value ?? 0)) <= slackOf([total, ...parts]);
  const right = rows.filter(isRight).length;
  // Only where most rows add up are the columns parts of the total.
  if (right < 2 || right * 2 <= rows.length) return;
  for (const each of rows) {
    if (!isRight(each)) yield { total: each.total, parts: each.parts, sum: each.sum, name: each.row[0]?.text ?? '', along: 'row', certain: true };
  }
}

/** A rate or share that does not follow from the counts of its row, or from its column. */
export interface TableRate {
  readonly cell: Cell;
  readonly part: Cell;
  readonly whole: { readonly text: string; readonly value: number };
  readonly computed: number;
  readonly name: string;
}

const SHARE_COLUMN = new RegExp(SHARE_HEADING, 'u');

/** Told only where most of the column shows how it was computed. */
export function* wrongRates(table: Table): Iterable<TableRate> {
  const first = table.findIndex(isNumberRow);
  if (first < 1) return;
  const header = table[first - 1] as readonly Cell[];
  const body = table.slice(first);
  for (const [column, { text: name }] of header.entries()) {
    const cells = body.map((row) => row[column]).filter((cell) => cell !== undefined && rateOf(cell, name) !== undefined);
    if (cells.length < 2) continue;
    for (const quotient of SHARE_COLUMN.test(name) ? sharesOfTotal(header, body, column) : ratesOfCounts(header, body, column, name)) {
      const wrong = quotient.filter(({ cell, computed }) => !fits(computed, { value: rateOf(cell, name) ?? 0, decimals: cell.decimals, exactness: 'exact', scale: 1 }));
      if (quotient.length < 2 || wrong.length * 2 > quotient.length) continue;
      yield* wrong;
      break;
    }
  }
}

/** 97.5%, or 97.5 below a heading that says so. */
const rateOf = ({ percent, value }: Cell, heading: string): number | undefined => percent ?? (/[%％]/u.test(heading) ? value : undefined);

const isCount = (cell: Cell | undefined): cell is Cell & { readonly value: number } => cell?.value !== undefined && cell.decimals === 0;

/** Every way in which two columns of counts may be the parts and wholes of a rate. */
function* ratesOfCounts(header: readonly Cell[], body: Table, column: number, name: string): Iterable<readonly TableRate[]> {
  const bare = (name.split(/[（(]/u)[0] ?? '').replaceAll('%', '');
  const metric = (METRICS as readonly MetricSpec[]).find((each) => [each.name, ...each.aliases].includes(bare));
  if (!metric) return;
  const withHead = (heads: readonly string[]): number[] => header.flatMap(({ text }, i) => (i !== column && heads.some((head) => text.includes(head)) ? [i] : []));
  for (const whole of withHead(metric.denominatorHeads)) {
    for (const part of withHead(metric.numeratorHeads)) {
      if (part === whole) continue;
      yield body.flatMap((row): TableRate[] => {
        const [cell, n, d] = [row[column], row[part], row[whole]];
        return cell && rateOf(cell, name) !== undefined && isCount(n) && isCount(d) && d.value > 0 ? [{ cell, part: n, whole: d, computed: (n.value / d.value) * 100, name }] : [];
      });
    }
  }
}

/** The column before a share, over its total or its sum. */
function* sharesOfTotal(header: readonly Cell[], body: Table, column: number): Iterable<readonly TableRate[]> {
  const counts = header.map((_, i) => i).filter((i) => i < column && body.filter((row) => isCount(row[i])).length > 1).at(-1);
  if (counts === undefined) return;
  const total = body.find(isTotalRow)?.[counts];
  const rows = body.filter((row) => !isTotalRow(row) && !isSubtotalRow(row));
  const sum = addUp(rows.flatMap((row) => (isCount(row[counts]) ? [row[counts]] : [])));
  for (const whole of [...(isCount(total) ? [{ text: total.text, value: total.value }] : []), { text: String(sum), value: sum }]) {
    yield rows.flatMap((row): TableRate[] => {
      const [cell, part] = [row[column], row[counts]];
      const name = header[column]?.text ?? '';
      return cell && rateOf(cell, name) !== undefined && isCount(part) && whole.value > 0 ? [{ cell, part, whole, computed: (part.value / whole.value) * 100, name }] : [];
    });
  }
}
