// The language server: its life, the settings of its client, and who answers what. Every answer is computed from the current
// version. Runs in a process or in a browser's worker alike, so it must not touch files or know Node; nor hold domain knowledge.

import type { Connection } from 'vscode-languageserver';
import { registerDrafting } from './handlers/drafting.ts';
import { registerFindings } from './handlers/findings.ts';
import { registerLanguage } from './handlers/language.ts';
import { registerLedger } from './handlers/ledger.ts';
import { registerPapers } from './handlers/papers.ts';
import { registerViews } from './handlers/views.ts';
import { introduction, register } from './handshake.ts';
import { Session, type ServerOptions } from './session.ts';
import { isObject, readSettings, SECTION, type Settings } from './settings.ts';

export function startServer(connection: Connection, options: ServerOptions): void {
  const session = new Session(connection, options);

  connection.onInitialize((params) => {
    session.begin(params);
    return introduction(params);
  });

  connection.onInitialized(() => {
    register(connection, session.client);
    session.settings = askSettings().then(noted);
    connection.workspace.onDidChangeWorkspaceFolders((event) => session.changeFolders(event?.added, event?.removed));
    connection.console.info('法治报告助手已启动。');
  });

  connection.onDidChangeConfiguration(async (params) => {
    const before = session.settings;
    const given = session.client.configuration ? askSettings() : readSettings(isObject(params?.settings) ? params.settings[SECTION] : undefined);
    // VS Code tells of them once more as soon as it is asked to tell: what is the same is not worth looking at every report again.
    const settings = Promise.all([before, given]).then(([known, now]) => (isSame(known, now) ? known : noted(now)));
    session.settings = settings;
    if ((await settings) !== (await before)) session.refresh();
  });

  async function askSettings(): Promise<Settings> {
    return readSettings(session.client.configuration ? await connection.workspace.getConfiguration(SECTION).catch(() => undefined) : undefined);
  }

  /** What is wrong stands in the log too, for clients that show no diagnosis. */
  function noted(read: Settings): Settings {
    for (const fault of read.faults) connection.console.warn(fault);
    return read;
  }

  connection.onDidChangeWatchedFiles((params) => session.filesChanged(params));

  for (const answer of [registerFindings, registerLanguage, registerViews, registerDrafting, registerPapers, registerLedger]) answer(session);
  session.texts.listen(connection);
  connection.listen();
}

/** Both are plain data, made by one function. */
const isSame = (a: Settings, b: Settings): boolean => JSON.stringify(a) === JSON.stringify(b);
