// The ledger of figures: a table of names, values, units, periods and sources, read so that a report can be held against it. An
// entry is read as the figure that a sentence with its words would have. Must not know files, nor how a table is kept.

import { LEADING_YEAR, LEDGER_COLUMNS, NOT_A_YEAR, NO_VALUE, PERIOD_YEAR, WHOLE_YEAR, YEAR_BEFORE, type LedgerColumn } from '../domain/ledger.ts';
import { UNITS } from '../domain/figures.ts';
import { interval, isPercent } from '../figures/check.ts';
import type { Figure } from '../figures/figure.ts';
import { findFigures } from '../figures/find.ts';
import { makeFlow } from '../text/flow.ts';
import { makeSource, type Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

export interface LedgerCell {
  readonly text: string;
  /** Where it stands in the file; undefined in a workbook. */
  readonly span?: Span;
}

/** A table as a file has it; of a workbook one sheet. */
export interface LedgerTable {
  /** Of the sheet; empty for a text. */
  readonly name: string;
  readonly rows: readonly LedgerRow[];
}

export interface LedgerRow {
  /** As the program that shows the table counts, from 1. */
  readonly number: number;
  readonly cells: readonly LedgerCell[];
}

/** Where a table says what it holds. */
export interface LedgerHead {
  /** Index into the rows. */
  readonly row: number;
  /** Index of the cell of each column that there is. */
  readonly columns: Readonly<Partial<Record<LedgerColumn, number>>> & { readonly name: number; readonly value: number };
}

export interface LedgerPeriod {
  /** Undefined where none is stated. */
  readonly year: number | undefined;
  /** Whether it is the whole of the year. */
  readonly whole: boolean;
}

export interface LedgerEntry {
  /** As written in the table, blanks at the ends taken away. */
  readonly name: string;
  /** Value and unit as a sentence would write them: 232起. */
  readonly text: string;
  /** The digits alone, in half width. */
  readonly digits: string;
  /** As if `sentence` were the report. */
  readonly figure: Figure;
  /** Logical text that says nothing but name, value and unit. */
  readonly sentence: string;
  readonly period: LedgerPeriod;
  /** As the cell says it; empty where there is none. */
  readonly periodText: string;
  readonly source: string;
  /** As the program that shows the table counts, from 1. */
  readonly row: number;
  /** Of its name in the file; undefined in a workbook. */
  readonly span: Span | undefined;
}

export interface LedgerProblem {
  readonly message: string;
  readonly row: number | undefined;
  readonly span: Span | undefined;
}

export interface Ledger {
  /** Names the file; for the shells. */
  readonly id: string;
  /** As it is shown, 数据.csv. */
  readonly name: string;
  /** The text of the file; undefined for a workbook, which has no lines. */
  readonly source: Source | undefined;
  readonly table: LedgerTable | undefined;
  readonly head: LedgerHead | undefined;
  readonly entries: readonly LedgerEntry[];
  readonly problems: readonly LedgerProblem[];
}

export interface LedgerFile {
  readonly id: string;
  readonly name: string;
  /** The text of the file, where it is one. */
  readonly text?: string;
  /** Sheets in order; a text is one. */
  readonly tables: readonly LedgerTable[];
}

/** Headings stand among the first rows: a title and a remark may stand above them. */
const HEAD_ROWS = 20;
/** Of faults in one file: the first ones show what is wrong with the others. */
const MOST_PROBLEMS = 200;

const UNIT_NAMES: ReadonlySet<string> = new Set(UNITS.map(({ name }) => name));
const PERCENT = /^[%％]$/u;
const SCALED = /^(?:[百千]?[万亿]|[百千])/u;
const LATIN_END = /[0-9A-Za-z.．%％，,、：:（(]$/u;
const YEAR = new RegExp(PERIOD_YEAR, 'u');
const WHOLE = new RegExp(WHOLE_YEAR, 'u');
const PART = new RegExp(NOT_A_YEAR, 'u');
const BEFORE = new RegExp(YEAR_BEFORE, 'u');
const EMPTY = new RegExp(NO_VALUE, 'u');
const LEADING = new RegExp(LEADING_YEAR, 'u');

/** Never fails: a file that is no ledger has a problem and no entries. */
export function readLedger({ id, name, text, tables }: LedgerFile): Ledger {
  const source = text === undefined ? undefined : makeSource(text);
  for (const table of tables) {
    const head = headOf(table);
    if (head) return { id, name, source, table, head, ...readRows(table, head, yearAbove(table, head, name)) };
  }
  const [first] = tables.flatMap(({ rows }) => rows);
  const isEmpty = first === undefined;
  return {
    id, name, source, table: undefined, head: undefined, entries: [],
    problems: [{ message: `${isEmpty ? '台账是空的' : '台账里没有找到表头'}。第一行写“名称、数值、单位、期间、来源”，至少要有名称和数值两列。`, row: first?.number, span: first?.cells[0]?.span }],
  };
}

/** The first row that names both a name and a value. */
function headOf({ rows }: LedgerTable): LedgerHead | undefined {
  for (let row = 0; row < Math.min(rows.length, HEAD_ROWS); row++) {
    const headings = (rows[row] as LedgerRow).cells.map(({ text }) => headingOf(text));
    const columns = Object.fromEntries(
      (Object.keys(LEDGER_COLUMNS) as LedgerColumn[]).flatMap((column): [LedgerColumn, number][] => {
        // The usual heading before the others, wherever it stands.
        const at = LEDGER_COLUMNS[column].map((heading) => headings.indexOf(heading)).find((found) => found >= 0);
        return at === undefined ? [] : [[column, at]];
      }),
    ) as Partial<Record<LedgerColumn, number>>;
    const { name, value } = columns;
    if (name !== undefined && value !== undefined && name !== value) return { row, columns: { ...columns, name, value } };
  }
  return undefined;
}

const headingOf = (text: string): string => text.replace(/[\s*＊]/gu, '').replace(/[（(][^）)]{0,30}[）)]$/u, '').toLowerCase();

/** A year named above the headings, by the sheet or by the file holds for rows that name none. */
function yearAbove({ rows, name: sheet }: LedgerTable, { row }: LedgerHead, file: string): number | undefined {
  const words = [...rows.slice(0, row).flatMap(({ cells }) => cells.map(({ text }) => text)), sheet, file];
  const found = words.flatMap((text) => YEAR.exec(text)?.[1] ?? [])[0];
  return found === undefined ? undefined : Number(found);
}

function readRows(table: LedgerTable, head: LedgerHead, year: number | undefined): Pick<Ledger, 'entries' | 'problems'> {
  const entries: LedgerEntry[] = [];
  const problems: LedgerProblem[] = [];
  const known = new Map<string, LedgerEntry>();
  for (const row of table.rows.slice(head.row + 1)) {
    const cell = (column: LedgerColumn): LedgerCell | undefined => row.cells[head.columns[column] ?? -1];
    const trimmed = (column: LedgerColumn): string => (cell(column)?.text ?? '').trim();
    const name = trimmed('name').replace(/\s+/gu, '');
    const value = trimmed('value');
    if (name === '' || EMPTY.test(value)) continue;
    const say = (column: LedgerColumn, message: string): void => void problems.push({ message, row: row.number, span: cell(column)?.span ?? cell('name')?.span });
    const unit = trimmed('unit');
    const problem = unitProblem(unit);
    if (problem !== undefined) {
      say('unit', problem);
      continue;
    }
    const read = figureOf(name, value, unit);
    if (!read) {
      say('value', `“${short(name)}”的数值“${short(value)}”不是一个数，没有用它核对。写成232、97.8%、1.2万这样。`);
      continue;
    }
    const periodText = trimmed('period');
    const entry: LedgerEntry = { name, ...read, period: periodOf(periodText === '' && LEADING.test(name) ? name : periodText, year), periodText, source: trimmed('source'), row: row.number, span: cell('name')?.span };
    const key = `${name} ${entry.figure.unit ?? ''} ${periodText}`;
    const first = known.get(key);
    if (first && !agree(first.figure, entry.figure)) say('value', `“${short(name)}”在第${first.row}行写的是${first.text}，这里是${entry.text}。同一个数只留一行；不是一个数的，名称写出区别。`);
    if (!first) known.set(key, entry);
    entries.push(entry);
  }
  return { entries, problems: problems.slice(0, MOST_PROBLEMS) };
}

const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 19)}…` : text);

function unitProblem(unit: string): string | undefined {
  const plain = unit.replace(SCALED, '');
  return unit === '' || plain === '' || PERCENT.test(unit) || UNIT_NAMES.has(plain) ? undefined : `单位“${short(unit)}”认不出来，这一行没有用来核对。写成件、起、人次、%这样的单位。`;
}

/** The figure that a sentence of name, value and unit has. */
function figureOf(name: string, value: string, unit: string): Pick<LedgerEntry, 'text' | 'digits' | 'figure' | 'sentence'> | undefined {
  const written = unit === '' || value.endsWith(unit) || (/[%％]$/u.test(value) && PERCENT.test(unit)) ? value : `${value}${unit}`;
  const text = makeFlow(written).text.replace(/ /gu, '');
  const lead = makeFlow(name).text;
  // 12345为232件: a number must not go on with one that belongs to the name.
  const sentence = `${lead}${LATIN_END.test(lead) ? '为' : ''}${text}`;
  const figure = findFigures(sentence).at(-1);
  const from = sentence.length - text.length;
  if (!figure || figure.quantity.exactness === 'range' || figure.quantity.exactness === 'ratio') return undefined;
  const before = sentence.slice(from, figure.number.start);
  const behind = sentence.slice(figure.end);
  if (figure.number.start < from || !/^(?:约|近|逾|超过|超)?$/u.test(before) || !/^(?:以上|左右)?$/u.test(behind)) return undefined;
  return { text, digits: sentence.slice(figure.number.start, figure.number.end), figure, sentence };
}

function periodOf(text: string, otherwise: number | undefined): LedgerPeriod {
  const plain = makeFlow(text).text;
  const found = YEAR.exec(plain)?.[1];
  // The day on which a year ends, as spreadsheets show it.
  const whole = WHOLE.test(plain) || /^[0-9]{4}[-/.年]12[-/.月]31日?$/u.test(plain) || !PART.test(plain);
  if (found === undefined && BEFORE.test(plain)) return { year: undefined, whole: false };
  return { year: found === undefined ? otherwise : Number(found), whole };
}

/**
 * Whether two figures can be one value: rounded or cut off to the places of the rougher one, and no nearer to each other than
 * an approximate one claims.
 */
export function agree(a: Figure, b: Figure): boolean {
  const [x, y] = [a.quantity, b.quantity];
  const rough = [x, y].find(({ exactness }) => exactness !== 'exact');
  if (rough) {
    const other = rough === x ? y : x;
    const [low, high] = interval(other);
    if (rough.exactness === 'at-least') return high >= rough.value;
    if (rough.exactness === 'at-most') return low <= rough.value;
    const [least, most] = interval(rough);
    return low <= most && high >= least;
  }
  const place = Math.max(x.scale * 10 ** -x.decimals, y.scale * 10 ** -y.decimals);
  const isWhole = place === 1 && x.scale === 1 && y.scale === 1 && !isPercent(a);
  return Math.abs(x.value - y.value) < (isWhole && x.decimals === 0 && y.decimals === 0 ? 1e-9 : place - place * 1e-9);
}
