// A ledger as a text with new rows and values in it: columns, order, separator, line breaks and quotation marks stay as they are,
// and all that is not changed. Used by both shells. Must not decide what is put into it.

import { LEDGER_COLUMNS, type Ledger, type LedgerChange } from '../core/index.ts';
import { csvCell, readCsv } from '../import/csv.ts';

type Column = keyof typeof LEDGER_COLUMNS;

/** Spreadsheets run what begins like this. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;
const NUMBER = /[0-9０-９][0-9０-９,，.．]*/u;
const COLUMNS = Object.keys(LEDGER_COLUMNS) as Column[];

/** For a ledger that is still to be made none is given; it begins with a mark, so that spreadsheets read it as UTF-8. Undefined for one that is no table. */
export function ledgerText(ledger: Ledger | undefined, changes: readonly LedgerChange[]): string | undefined {
  if (!ledger) return ['\ufeff' + COLUMNS.map((column) => LEDGER_COLUMNS[column][0]).join(','), ...added(changes, ',', COLUMNS.length, (column) => COLUMNS.indexOf(column))].join('\r\n') + '\r\n';
  const { source, table, head } = ledger;
  const text = source?.text;
  const csv = text === undefined ? undefined : readCsv(text);
  if (text === undefined || !csv || !table || !head) return undefined;
  const { separator, lineBreak } = csv;
  const edits = changes.flatMap((change) => {
    const cell = change.kind === 'change' ? table.rows.find(({ number }) => number === change.entry.row)?.cells[head.columns.value] : undefined;
    return change.kind === 'change' && cell?.span ? [{ span: cell.span, text: csvCell(cell.text.replace(NUMBER, change.digits), separator) }] : [];
  });
  let changed = text;
  for (const { span, text: written } of edits.sort((a, b) => b.span.start - a.span.start)) changed = changed.slice(0, span.start) + written + changed.slice(span.end);
  const width = table.rows[head.row]?.cells.length ?? 0;
  const rows = added(changes, separator, width, (column) => head.columns[column] ?? -1);
  if (rows.length === 0) return changed;
  // Behind the last row that says anything: empty lines at the end stay at the end.
  const end = changed.trimEnd().length;
  const rest = changed.slice(end);
  return `${changed.slice(0, end)}${lineBreak}${rows.join(lineBreak)}${rest === '' ? lineBreak : rest}`;
}

function added(changes: readonly LedgerChange[], separator: string, width: number, indexOf: (column: Column) => number): readonly string[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'add') return [];
    const cells: string[] = Array.from({ length: width }, () => '');
    const put = (column: Column, text: string): void => {
      const at = indexOf(column);
      if (at >= 0) cells[at] = csvCell(FORMULA.test(text) ? `'${text}` : text, separator);
    };
    put('name', change.name);
    // Without a column for units the value brings its own.
    put('value', indexOf('unit') < 0 ? `${change.digits}${change.unit}` : change.digits);
    put('unit', change.unit);
    put('period', change.year === undefined ? '' : `${change.year}年`);
    return [cells.join(separator)];
  });
}
