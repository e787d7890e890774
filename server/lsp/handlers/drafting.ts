// What is written for the writer: a new report, a part that is missing, what belongs in a place to fill in. Must not know wordings.

import { insertion, newReport, rateFor, unitProblem, type KindId } from '../../core/index.ts';
import { toWorkspaceEdit } from '../convert.ts';
import { LANGUAGE } from '../documents.ts';
import { toSpan } from '../params.ts';
import { CheckUnitRequest, FillRequest, InsertRequest, NewReportRequest } from '../requests.ts';
import type { Session } from '../session.ts';

export function registerDrafting(session: Session): void {
  const { connection } = session;

  connection.onRequest(NewReportRequest, (answers) => {
    const draft = newReport(answers);
    return draft ? { ...draft, language: LANGUAGE } : null;
  });

  connection.onRequest(CheckUnitRequest, (asked: { kind: KindId; unit: string } | null) => (asked ? (unitProblem(asked.kind, asked.unit) ?? null) : null));

  connection.onRequest(InsertRequest, async (params) => {
    const open = await session.opened(params);
    const inserted = open && insertion(open.report, Array.isArray(params.parts) ? params.parts : []);
    return open && inserted ? { edit: toWorkspaceEdit(open.report.source, { uri: open.document.uri, version: open.document.version, snippets: session.client.snippets }, inserted) } : null;
  });

  connection.onRequest(FillRequest, async (params) => {
    const open = await session.opened(params);
    const text = open && rateFor(open.report, toSpan(open.report.source, params.range));
    return !open || text === undefined ? null : { version: open.document.version, text };
  });
}
