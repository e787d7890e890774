// What is found in a document: its marks, which wait for the sentence that is being written, and what can be done about them. Must
// not know how anything is found.

import { CodeActionKind, DocumentDiagnosticReportKind, type CodeAction, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { fixesAt, safeEdits, type Problem } from '../../core/index.ts';
import { LEDGER_FILE } from '../../import/ledger.ts';
import { isConfig } from '../configs.ts';
import { configDiagnostics, ledgerDiagnostics, toCodeAction, toDiagnostic, toWorkspaceEdit } from '../convert.ts';
import { configEdit, ignoreActions } from '../ignores.ts';
import { toSpan, uriOf } from '../params.ts';
import { decided } from '../problems.ts';
import { CursorNotification, DecideRequest, FIX_ALL } from '../requests.ts';
import type { Opened, Session } from '../session.ts';
import { Typing, type Cursor } from '../typing.ts';
import { above, resolved } from '../uris.ts';

export function registerFindings(session: Session): void {
  const { connection, texts, documents } = session;
  const typing = new Typing();

  connection.languages.diagnostics.on(async ({ textDocument }) => ({ kind: DocumentDiagnosticReportKind.Full, items: await diagnosticsOf(textDocument) }));

  async function diagnosticsOf(asked: { readonly uri: string }): Promise<Diagnostic[]> {
    const uri = uriOf(asked);
    const config = isConfig(uri) ? texts.get(uri) : undefined;
    if (config) return configDiagnostics(config.getText(), (path) => isThere(resolved(above(uri) ?? '', path) ?? ''));
    const table = session.ledgers.openAt(uri);
    if (table) return ledgerDiagnostics(table);
    const open = await session.opened(asked);
    if (open) session.wantWords();
    refreshOthers();
    return open ? toldNow(open).map((problem) => toDiagnostic(open.report.source, open.document.uri, problem, session.client.pages)) : [];
  }

  /** A file that the workspace file names. */
  const isThere = async (uri: string): Promise<boolean> => (LEDGER_FILE.test(uri) ? session.ledgers.exists(uri) : (await session.pasts.readReportText(uri)) !== undefined);

  /** Only marks in the text wait: who asks for a fix or a list wants to see what is there. */
  function toldNow({ document, report, settings, problems }: Opened): readonly Problem[] {
    if (!settings.waitForSentence) typing.left();
    return typing.told(document.uri, report, problems());
  }

  /** What is told of one report may rest on another one. */
  function refreshOthers(): void {
    if (documents.takeStale()) session.refreshFindings();
  }

  texts.onDidClose(({ document }) => {
    typing.closed(document.uri);
    refreshOthers();
  });

  connection.onNotification(CursorNotification, (cursor: Cursor | undefined) => {
    // A client that cannot be asked to pull again would never see what has waited.
    if (session.client.cursor && session.client.refreshes.findings && typeof cursor?.uri === 'string' && typing.moved(cursor)) session.refreshFindings();
  });

  connection.onCodeAction(async ({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> => {
    const open = await session.opened(textDocument);
    if (!open) return [];
    const { client } = session;
    const { source } = open.report;
    const target = { uri: open.document.uri, version: open.document.version, snippets: client.snippets };
    const actions: CodeAction[] = [];
    const only = Array.isArray(context?.only) ? context.only.filter((kind) => typeof kind === 'string') : undefined;
    if (wants(only, CodeActionKind.QuickFix)) {
      const span = toSpan(source, range);
      actions.push(...fixesAt(open.problems(), span).map(({ problem, fix }) => toCodeAction(source, target, problem, fix, client.pages)));
      const file = await session.writable(open.document.uri);
      // Over a larger selection nobody decides on single findings.
      const at = open.problems().filter((problem) => problem.span.start <= span.start && span.end <= problem.span.end);
      if (file) actions.push(...at.flatMap((problem) => ignoreActions(open.report, problem, { file, commands: client.commands }, toDiagnostic(source, open.document.uri, problem, client.pages))));
    }
    if (only && wants(only, FIX_ALL)) {
      const edits = safeEdits(open.problems());
      if (edits.length > 0) actions.push({ title: '改正全部可放心改的提法和格式', kind: FIX_ALL, edit: toWorkspaceEdit(source, target, { edits }) });
    }
    return actions;
  });

  connection.onRequest(DecideRequest, async (params) => {
    const open = await session.opened(params);
    const file = open && (await session.writable(open.document.uri));
    const text = file && decided(file.text, open.report, open.allProblems(), open.settings.ignores, params);
    return file && text !== undefined && text !== file.text ? { file: file.uri, edit: configEdit(file, text) } : null;
  });
}

/** Whether a client that asks for `only` these kinds wants this one; without a wish it wants all. */
const wants = (only: readonly string[] | undefined, kind: string): boolean => only === undefined || only.some((wish) => kind === wish || kind.startsWith(`${wish}.`));
