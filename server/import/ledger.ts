// A file that holds a ledger, by its bytes: a text in the usual encodings, or a workbook. Must not touch files, nor load what reads
// workbooks: whoever calls brings it.

import { readLedger, type Ledger, type LedgerTable } from '../core/index.ts';
import { readCsv } from './csv.ts';
import { decodeText, isArchive } from './text.ts';

/** How files are called that may hold one. */
export const LEDGER_FILE = /\.(?:csv|tsv|xlsx)$/iu;
/** Bytes; what is larger is no ledger of a report. */
export const LARGEST_LEDGER = 10_000_000;
export const LEDGER_TOO_LARGE = '台账超过10 MB，没有读。把用不着的工作表和图片删去，或者另存为 CSV。';

/** What reads workbooks; its refusals have a sentence for the user. */
export interface Workbooks {
  readonly readWorkbook: (bytes: Uint8Array) => readonly LedgerTable[];
  readonly WordRefusal: new () => Error;
}

/** A refusal is a problem of the ledger: nothing fails. `workbooks` is there where the bytes are an archive. */
export function ledgerIn(id: string, name: string, bytes: Uint8Array, workbooks: Workbooks | undefined): Ledger {
  if (bytes.length > LARGEST_LEDGER) return refused(id, name, LEDGER_TOO_LARGE);
  if (workbooks && isArchive(bytes)) {
    try {
      return readLedger({ id, name, tables: workbooks.readWorkbook(bytes) });
    } catch (error) {
      if (!(error instanceof workbooks.WordRefusal)) throw error;
      return refused(id, name, error.message);
    }
  }
  const decoded = decodeText(bytes);
  return 'fault' in decoded ? refused(id, name, `${decoded.fault}。`) : ledgerOf(id, name, decoded.text);
}

/** A text that stands in an editor, or came out of a file. */
export function ledgerOf(id: string, name: string, text: string): Ledger {
  const table = readCsv(text);
  return table ? readLedger({ id, name, text, tables: [table] }) : refused(id, name, '台账的行数太多，没有读。只留报告用得着的数。');
}

const refused = (id: string, name: string, message: string): Ledger => ({ id, name, source: undefined, table: undefined, head: undefined, entries: [], problems: [{ message, row: undefined, span: undefined }] });
