// Starts and stops the language client, and puts the parts of the extension together, in whichever host it runs. All knowledge
// of reports is in the server; which server that is, the entries know: main.ts and browser.ts.

import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { createChoices } from './choices.ts';
import { createComparison } from './comparison.ts';
import { createDiagnosis, versionText } from './diagnosis.ts';
import { exportFigures, exportWord } from './export.ts';
import { createFiguresView } from './figures-view.ts';
import { fillPlace } from './fill.ts';
import { createFollower } from './follow.ts';
import { hoverLinks } from './hover-links.ts';
import { createWordImporter } from './import-word.ts';
import { exportReview, reviewFolder } from './review.ts';
import { useLanguage } from './language.ts';
import { LEDGER_TEXTS, registerLedger } from './ledger.ts';
import { registerLensCommands } from './lens-commands.ts';
import { showMenu } from './menu.ts';
import { newReport } from './new-report.ts';
import { SHOW, showPlace } from './place.ts';
import { createPreview } from './preview.ts';
import { createProblemsView } from './problems-view.ts';
import { LEDGER_FILES, listFolder, readBytes, REPORT_FILES } from './report-files.ts';
import { recovery, settled } from './recovery.ts';
import { createStatusBar } from './status-bar.ts';
import { createStructureView } from './structure-view.ts';
import { watchTyping } from './typing.ts';
import { uriIn } from './uris.ts';
import { CONFIG_FILES, readConfig, saveConfig } from './workspace-file.ts';

/** Documents that may be reports; the server looks which are. */
const REPORTS = [{ language: 'fazhi-report' }, { language: 'markdown' }, { language: 'plaintext' }];

/** Where the extension runs: an extension host of Node, or one in a browser. */
export interface Host {
  /** A client with a server of this host behind it; the server starts with the client. */
  readonly createClient: (options: LanguageClientOptions) => BaseLanguageClient;
  readonly platform: string;
  /** Whether a link to a page that comes with the extension opens it here; in a browser it would leave VS Code. */
  readonly opensPages: boolean;
}

let client: BaseLanguageClient | undefined;

export function activateIn(context: ExtensionContext, { createClient, platform, opensPages }: Host): void {
  useLanguage();
  const log = window.createOutputChannel('法治报告助手', { log: true });
  log.info(versionText(context.extension, platform));
  const pages = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  const typing = watchTyping(() => client);
  const choices = createChoices(context.workspaceState, () => client);
  const options: LanguageClientOptions = {
    documentSelector: [...REPORTS, { pattern: CONFIG_FILES }, { pattern: LEDGER_TEXTS }],
    synchronize: { fileEvents: [workspace.createFileSystemWatcher(CONFIG_FILES), workspace.createFileSystemWatcher(REPORT_FILES), workspace.createFileSystemWatcher(LEDGER_FILES)] },
    // Asked again at every start.
    initializationOptions: () => ({ ...(opensPages ? { pages: pages.toString() } : {}), commands: true, cursor: true, files: true, snippets: true, choices: choices.all() }),
    outputChannel: log,
    errorHandler: recovery(() => client),
    middleware: { ...hoverLinks, ...typing.middleware },
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  };
  const started = createClient(options);
  client = started;
  started.onRequest('fazhiReport/readFile', readConfig);
  started.onRequest('fazhiReport/readBytes', readBytes);
  started.onRequest('fazhiReport/listFolder', listFolder);
  const follower = createFollower(started, REPORTS);
  const importer = createWordImporter(started, REPORTS, log);
  const diagnosis = createDiagnosis(started, follower, REPORTS, context.extension, platform);
  const preview = createPreview(follower, context.extensionUri);
  context.subscriptions.push(
    preview,
    typing,
    choices,
    follower,
    diagnosis,
    importer,
    createStatusBar(follower),
    createStructureView(follower),
    createProblemsView(started, follower, pages),
    createFiguresView(follower),
    createComparison(started, follower, choices),
    registerLedger(started),
    registerLensCommands(started),
    commands.registerCommand('fazhiReport.menu', () => showMenu(started, follower, choices)),
    commands.registerCommand('fazhiReport.diagnose', diagnosis.show),
    commands.registerCommand('fazhiReport.showPreview', preview.show),
    commands.registerCommand('fazhiReport.exportWord', (document?: unknown, target?: unknown) => exportWord(started, uriIn(document) ?? follower.document()?.uri, uriIn(target))),
    commands.registerCommand('fazhiReport.exportReview', (document?: unknown, target?: unknown) => exportReview(started, uriIn(document), uriIn(target))),
    commands.registerCommand('fazhiReport.reviewFolder', (folder?: unknown, target?: unknown) => reviewFolder(started, uriIn(folder), uriIn(target))),
    commands.registerCommand(SHOW, showPlace),
    commands.registerCommand('fazhiReport.newReport', (given?: Parameters<typeof newReport>[2]) => newReport(started, choices, given)),
    commands.registerCommand('fazhiReport.importWord', importer.run),
    commands.registerCommand('fazhiReport.exportFigures', (target?: unknown) => exportFigures(started, uriIn(target))),
    commands.registerCommand('fazhiReport.saveConfig', saveConfig),
    commands.registerCommand('fazhiReport.fillPlace', () => fillPlace(started)),
    commands.registerCommand('fazhiReport.openSettings', () => commands.executeCommand('workbench.action.openSettings', `@ext:${context.extension.id}`)),
    commands.registerCommand('fazhiReport.restart', restart),
    commands.registerCommand('fazhiReport.showLog', () => log.show(true)),
    commands.registerCommand('fazhiReport.fixAll', () => commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.fazhiReport', apply: 'first' })),
  );
  // Not awaited: commands and views need not wait for the server, and what they ask of it does so by itself. The client tells
  // the user when it does not start.
  started.start().catch(() => undefined);
}

/** A server that no longer answers cannot be asked to end; another one takes its place all the same. What fails is told by the client itself. */
async function restart(): Promise<void> {
  if (client) await settled(client);
  await client?.stop().catch(() => undefined);
  await client?.start().catch(() => undefined);
}

export async function deactivate(): Promise<void> {
  if (client) await settled(client);
  await client?.stop();
}
