// 按台账填数 and 把本文数据写入台账, as the client asks for them: proposals and edits, since only the writer says what is changed. Must
// not know what a ledger says.

import { ledgerFills, unmentioned } from '../../core/index.ts';
import { toFillEdit } from '../convert.ts';
import { ledgerWritten, proposals } from '../ledger-changes.ts';
import { accepted } from '../params.ts';
import { FillFromLedgerRequest, LedgerChangesRequest, WriteLedgerRequest } from '../requests.ts';
import type { Session } from '../session.ts';

export function registerLedger(session: Session): void {
  const { connection, documents, ledgers } = session;

  connection.onRequest(FillFromLedgerRequest, async (params) => {
    const open = await session.opened(params);
    if (!open) return null;
    const { report, document, ledger } = open;
    if (!ledger) return { ledger: null, count: 0, unmentioned: [] };
    const fills = ledgerFills(report, ledger, documents.words);
    const edit = fills.length > 0 ? toFillEdit(report.source, { uri: document.uri, version: document.version, annotations: session.client.annotations }, fills) : undefined;
    const filled = new Set(fills.map(({ entry }) => entry));
    return { ledger: ledger.name, count: fills.length, unmentioned: unmentioned(report, ledger, documents.words).flatMap((entry) => (filled.has(entry) ? [] : [`${entry.name} ${entry.text}`])), ...(edit ? { edit } : {}) };
  });

  connection.onRequest(LedgerChangesRequest, async (params) => {
    const open = await session.opened(params);
    return open ? accepted(await proposals(open.report, open.ledger, documents.words, ledgers, open.document.uri)) : null;
  });

  connection.onRequest(WriteLedgerRequest, async (params) => {
    const open = await session.opened(params);
    if (!open) return null;
    const chosen = Array.isArray(params.changes) ? params.changes : [];
    return accepted(await ledgerWritten(open.report, open.ledger, documents.words, ledgers, open.document.uri, chosen));
  });
}
