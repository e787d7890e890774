// What the views, the status bar, the menu and the diagnosis of an editor ask, and what the writer chooses there for one document.
// Must not phrase or judge anything.

import { diagnose } from '../diagnosis.ts';
import { skippedOf } from '../documents.ts';
import { overviewOf, statusOf, type SkippedOverview } from '../overview.ts';
import { uriOf } from '../params.ts';
import { ChooseNotification, DiagnoseRequest, OverviewRequest, PastRequest } from '../requests.ts';
import { NO_PAST, type Session } from '../session.ts';

export function registerViews(session: Session): void {
  const { connection, texts, documents, configs } = session;

  connection.onRequest(OverviewRequest, async (params) => {
    const open = await session.opened(params);
    if (!open) return skipped(params);
    const { report, document, settings, ledger } = open;
    const { uri, version } = document;
    const parts = Array.isArray(params.parts) ? params.parts : [];
    const wantsPast = parts.includes('figures') || parts.includes('comparison');
    const [sources, file, past] = await Promise.all([session.sources(uri), session.writable(uri), wantsPast ? open.past() : undefined]);
    return overviewOf(parts, {
      version, report, problems: open.allProblems(), settings, ...sources, decidable: file !== undefined, words: documents.words, past: past?.reports ?? NO_PAST, ledger, commands: session.client.commands, uri,
    });
  });

  /** What is told of a document that is not read because of its length. */
  async function skipped(asked: { readonly uri: string }): Promise<SkippedOverview | null> {
    const uri = uriOf(asked);
    const settings = await session.settingsOf(uri);
    const document = texts.get(uri);
    const why = document && skippedOf(document, settings);
    return document && why ? { version: document.version, skipped: why } : null;
  }

  connection.onRequest(DiagnoseRequest, async (params) => {
    const document = texts.get(uriOf(params));
    if (!document) return null;
    const open = await session.opened(params);
    const [sources, file, settings] = await Promise.all([session.sources(document.uri), configs.fileOf(document.uri), session.settingsOf(document.uri)]);
    return diagnose({ document, skipped: skippedOf(document, settings), settings, status: open && statusOf({ ...sources, settings, report: open.report, problems: open.allProblems() }), file, words: documents.words, ledger: open?.ledger });
  });

  connection.onRequest(PastRequest, async (params) => {
    const open = await session.opened(params);
    const past = await open?.past();
    return past ? { from: past.from, reports: past.reports.map(({ id, name, year }) => ({ uri: id, name, year })) } : null;
  });

  connection.onNotification(ChooseNotification, (params) => {
    session.choices.choose((params as { uri?: unknown } | undefined)?.uri, params);
    session.refresh();
  });
}
