// 把本文数据写入台账: what is proposed, and the bytes of the ledger with what was chosen of it, in the encoding that its file has.
// A workbook is never written: a text beside the report is made instead. Must not touch files.

import { ledgerChanges, type Ledger, type LedgerChange, type Refusal, type Report, type Segmenter } from '../core/index.ts';
import { ledgerText } from '../export/ledger.ts';
import { toGb18030 } from '../import/gb18030.ts';
import { toBase64 } from './base64.ts';
import type { Ledgers, KeptText } from './ledgers.ts';
import { nameOf } from './uris.ts';

export interface ProposedChange {
  readonly kind: LedgerChange['kind'];
  readonly name: string;
  /** As the report has it: 232起. */
  readonly text: string;
  /** As the ledger has it, where it has the row. */
  readonly before?: string;
}

export interface LedgerProposal {
  /** Of the file that would be written; null where there is no place for one. */
  readonly file: string | null;
  readonly name: string;
  readonly isNew: boolean;
  /** The ledger is a workbook, which is not written. */
  readonly workbook?: string;
  readonly changes: readonly ProposedChange[];
}

/** Where changes go: into the ledger that holds, or that stands beside the report where that one is a workbook; else into a new one. */
interface Target {
  readonly file: string | undefined;
  /** Undefined for a file that is still to be made. */
  readonly ledger: Ledger | undefined;
  readonly workbook: string | undefined;
}

async function targetOf(ledger: Ledger | undefined, ledgers: Ledgers, uri: string): Promise<Target | Refusal> {
  const place = ledgers.placeFor(uri);
  const isWorkbook = ledger !== undefined && /\.xlsx$/iu.test(ledger.name);
  const target = !isWorkbook && ledger ? ledger : place === undefined ? undefined : await ledgers.at(place);
  if (target && !(target.source && target.head)) return { refusal: `${target.name}里没有找到表头，没有写。先在第一行写“名称、数值、单位、期间、来源”。` };
  return { file: target?.id ?? place, ledger: target, workbook: isWorkbook ? ledger.name : undefined };
}

export async function proposals(report: Report, ledger: Ledger | undefined, words: Segmenter, ledgers: Ledgers, uri: string): Promise<LedgerProposal | Refusal> {
  const target = await targetOf(ledger, ledgers, uri);
  if ('refusal' in target) return target;
  const { file, workbook } = target;
  return {
    file: file ?? null,
    name: file === undefined ? '' : nameOf(file),
    isNew: target.ledger === undefined,
    ...(workbook === undefined ? {} : { workbook }),
    changes: ledgerChanges(report, target.ledger, words).map((change) =>
      change.kind === 'add' ? { kind: 'add', name: change.name, text: `${change.digits}${change.unit}` } : { kind: 'change', name: change.entry.name, text: change.text, before: change.entry.text },
    ),
  };
}

export async function ledgerWritten(report: Report, ledger: Ledger | undefined, words: Segmenter, ledgers: Ledgers, uri: string, chosen: readonly unknown[]): Promise<{ readonly file: string; readonly data: string } | Refusal | null> {
  const target = await targetOf(ledger, ledgers, uri);
  if ('refusal' in target) return target;
  const { file } = target;
  const changes = ledgerChanges(report, target.ledger, words).filter((_, index) => chosen.includes(index));
  const text = changes.length === 0 ? undefined : ledgerText(target.ledger, changes);
  if (file === undefined || text === undefined) return null;
  const bytes = encoded(text, target.ledger ? await ledgers.keptAt(file) : undefined);
  return bytes ? { file, data: toBase64(bytes) } : { refusal: `有的字${nameOf(file)}的编码写不了，没有写。把它另存为 UTF-8 再写。` };
}

/** A text that has its mark already keeps it. */
function encoded(text: string, kept: KeptText | undefined): Uint8Array | undefined {
  switch (kept?.encoding) {
    case 'gb18030': return toGb18030(text);
    case 'utf-16le': return Uint8Array.from([0xff, 0xfe, ...[...Array(text.length).keys()].flatMap((at) => [text.charCodeAt(at) & 0xff, text.charCodeAt(at) >> 8])]);
    default: return new TextEncoder().encode(kept?.bom ? `\ufeff${text}` : text);
  }
}
