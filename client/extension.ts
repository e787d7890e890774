// Starts and stops the language client. All knowledge of reports is in the server; this file knows only its path.

import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import { createChoices } from './choices.ts';
import { createDiagnosis, versionText } from './diagnosis.ts';
import { exportFigures } from './export.ts';
import { createFiguresView } from './figures-view.ts';
import { fillPlace } from './fill.ts';
import { createFollower } from './follow.ts';
import { hoverLinks } from './hover-links.ts';
import { useLanguage } from './language.ts';
import { registerLensCommands } from './lens-commands.ts';
import { showMenu } from './menu.ts';
import { newReport } from './new-report.ts';
import { SHOW, showPlace } from './place.ts';
import { showPreview } from './preview.ts';
import { createProblemsView } from './problems-view.ts';
import { recovery, settled } from './recovery.ts';
import { createStatusBar } from './status-bar.ts';
import { createStructureView } from './structure-view.ts';
import { watchTyping } from './typing.ts';
import { CONFIG_FILES, saveConfig } from './workspace-file.ts';

/** Documents that may be reports; the server looks which are. */
const REPORTS = [{ language: 'fazhi-report' }, { language: 'markdown' }, { language: 'plaintext' }];

let client: LanguageClient | undefined;

export function activate(context: ExtensionContext): void {
  useLanguage();
  const log = window.createOutputChannel('法治报告助手', { log: true });
  log.info(versionText(context.extension));
  const pages = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  const module = context.asAbsolutePath('dist/server.js');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const typing = watchTyping(() => client);
  const choices = createChoices(context.workspaceState, () => client);
  const options: LanguageClientOptions = {
    documentSelector: [...REPORTS, { pattern: CONFIG_FILES }],
    synchronize: { fileEvents: workspace.createFileSystemWatcher(CONFIG_FILES) },
    // Asked again at every start.
    initializationOptions: () => ({ pages: pages.toString(), commands: true, cursor: true, snippets: true, choices: choices.all() }),
    outputChannel: log,
    errorHandler: recovery(() => client),
    middleware: { ...hoverLinks, ...typing.middleware },
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  };
  const started = new LanguageClient('fazhiReport', '法治报告助手', server, options);
  client = started;
  const follower = createFollower(started, REPORTS);
  const diagnosis = createDiagnosis(started, follower, REPORTS, context.extension);
  context.subscriptions.push(
    typing,
    choices,
    follower,
    diagnosis,
    createStatusBar(follower),
    createStructureView(follower),
    createProblemsView(started, follower, pages),
    createFiguresView(follower),
    registerLensCommands(started),
    commands.registerCommand('fazhiReport.menu', () => showMenu(started, follower, choices)),
    commands.registerCommand('fazhiReport.diagnose', diagnosis.show),
    commands.registerCommand('fazhiReport.showPreview', showPreview),
    commands.registerCommand(SHOW, showPlace),
    commands.registerCommand('fazhiReport.newReport', (given?: Parameters<typeof newReport>[2]) => newReport(started, choices, given)),
    commands.registerCommand('fazhiReport.exportFigures', (target?: unknown) => exportFigures(started, typeof target === 'string' ? Uri.parse(target) : undefined)),
    commands.registerCommand('fazhiReport.saveConfig', saveConfig),
    commands.registerCommand('fazhiReport.fillPlace', () => fillPlace(started)),
    commands.registerCommand('fazhiReport.openSettings', () => commands.executeCommand('workbench.action.openSettings', `@ext:${context.extension.id}`)),
    commands.registerCommand('fazhiReport.restart', () => settled(started).then(() => started.restart())),
    commands.registerCommand('fazhiReport.showLog', () => log.show(true)),
    commands.registerCommand('fazhiReport.fixAll', () => commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.fazhiReport', apply: 'first' })),
  );
  // Not awaited: commands and views need not wait for the server, and what they ask of it does so by itself. The client tells
  // the user when it does not start.
  started.start().catch(() => undefined);
}

export async function deactivate(): Promise<void> {
  if (client) await settled(client);
  await client?.stop();
}
