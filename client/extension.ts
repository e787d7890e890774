// Starts and stops the language client. All knowledge of reports is in the server; this file knows only its path.

import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import { exportFigures } from './export.ts';
import { createFiguresView } from './figures-view.ts';
import { fillPlaces } from './fill.ts';
import { hoverLinks } from './hover-links.ts';
import { useLanguage } from './language.ts';
import { newReport } from './new-report.ts';
import { SHOW, showPlace } from './place.ts';
import { createProblemsView } from './problems-view.ts';
import { createStatus } from './status.ts';
import { saveConfig } from './workspace-file.ts';

/** A server that dies more often than this within three minutes is left alone, and the user is told. */
const MOST_RESTARTS = 8;

const CONFIG_FILES = '**/.fazhi-report.json';

/** Documents that may be reports; the server looks which are. */
const REPORTS = [{ language: 'fazhi-report' }, { language: 'markdown' }, { language: 'plaintext' }];

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  useLanguage();
  const pages = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  const module = context.asAbsolutePath('dist/server.js');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const options: LanguageClientOptions = {
    documentSelector: [...REPORTS, { pattern: CONFIG_FILES }],
    synchronize: { fileEvents: workspace.createFileSystemWatcher(CONFIG_FILES) },
    initializationOptions: { pages: pages.toString(), saves: true, snippets: true },
    outputChannel: window.createOutputChannel('法治报告助手', { log: true }),
    connectionOptions: { maxRestartCount: MOST_RESTARTS },
    middleware: hoverLinks,
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  };
  const started = new LanguageClient('fazhiReport', '法治报告助手', server, options);
  client = started;
  context.subscriptions.push(
    createProblemsView(started, REPORTS, pages),
    createStatus(started, REPORTS),
    createFiguresView(started, REPORTS),
    fillPlaces(started, REPORTS),
    commands.registerCommand(SHOW, showPlace),
    commands.registerCommand('fazhiReport.newReport', (given?: Parameters<typeof newReport>[1]) => newReport(started, given)),
    commands.registerCommand('fazhiReport.exportFigures', (target?: unknown) => exportFigures(started, typeof target === 'string' ? Uri.parse(target) : undefined)),
    commands.registerCommand('fazhiReport.saveConfig', saveConfig),
    commands.registerCommand('fazhiReport.restart', () => client?.restart()),
    commands.registerCommand('fazhiReport.showLog', () => client?.outputChannel.show(true)),
    commands.registerCommand('fazhiReport.fixAll', () => commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.fazhiReport', apply: 'first' })),
  );
  await started.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
