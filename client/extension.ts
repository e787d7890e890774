// Puts the parts of the extension together, in whichever host it runs. All knowledge of reports is in the server; which server
// that is, the entries know: main.ts and browser.ts. What is here is what VS Code waits for: it must not load the language client.

import * as l10n from '@vscode/l10n';
import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
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
import type { ClientOptions } from './recovery.ts';
import { createServer, type Server } from './server.ts';
import { createStatusBar } from './status-bar.ts';
import { createStructureView } from './structure-view.ts';
import { watchTyping } from './typing.ts';
import { uriIn } from './uris.ts';
import { CONFIG_FILES, readConfig, saveConfig } from './workspace-file.ts';

/** Documents that may be reports; the server looks which are. */
const REPORTS = [{ language: 'fazhi-report' }, { language: 'markdown' }, { language: 'plaintext' }];

/** Where the extension runs: an extension host of Node, or one in a browser. */
export interface Host {
  /** Reads the language client, and makes one with a server of this host behind it. */
  readonly createClient: (options: ClientOptions) => Promise<BaseLanguageClient>;
  /** For good, and without asking it. */
  readonly endServer: () => void;
  readonly platform: string;
  /** Whether a link to a page that comes with the extension opens it here; in a browser it would leave VS Code. */
  readonly opensPages: boolean;
}

let server: Server | undefined;

export function activateIn(context: ExtensionContext, host: Host): void {
  try {
    assemble(context, host);
  } catch (error) {
    // VS Code deactivates nothing that was not activated.
    void deactivate();
    host.endServer();
    throw error;
  }
}

function assemble(context: ExtensionContext, { createClient, endServer, platform, opensPages }: Host): void {
  useLanguage();
  const log = window.createOutputChannel('法治报告助手', { log: true });
  log.info(versionText(context.extension, platform));
  const pages = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  const watchers = [CONFIG_FILES, REPORT_FILES, LEDGER_FILES].map((files) => workspace.createFileSystemWatcher(files));
  const options = (): ClientOptions => ({
    documentSelector: [...REPORTS, { pattern: CONFIG_FILES }, { pattern: LEDGER_TEXTS }],
    synchronize: { fileEvents: watchers },
    // Asked again at every start.
    initializationOptions: () => ({ ...(opensPages ? { pages: pages.toString() } : {}), commands: true, cursor: true, files: true, snippets: true, choices: choices.all() }),
    outputChannel: log,
    diedTooOften: (deaths) => l10n.t('检查程序三分钟内停了{0}次，不再自动启动。按 F1 运行“重新启动检查程序”；还不行，运行“查看运行记录”，把记录发给维护的人。', deaths),
    middleware: { ...hoverLinks, ...typing.middleware },
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  });
  const started = createServer(
    async () => {
      const client = await createClient(options());
      client.onRequest('fazhiReport/readFile', readConfig);
      client.onRequest('fazhiReport/readBytes', readBytes);
      client.onRequest('fazhiReport/listFolder', listFolder);
      return client;
    },
    endServer,
    (reason) => {
      log.error(reason instanceof Error ? reason : String(reason));
      void window.showErrorMessage(l10n.t('检查程序没有启动，扩展的文件不全。重新安装“法治报告助手”，再重新打开窗口。'));
    },
  );
  server = started;
  const typing = watchTyping(started);
  const choices = createChoices(context.workspaceState, started);
  const follower = createFollower(started, REPORTS);
  const importer = createWordImporter(started, REPORTS, log);
  const diagnosis = createDiagnosis(started, follower, REPORTS, context.extension, platform);
  const preview = createPreview(follower, context.extensionUri);
  context.subscriptions.push(
    ...watchers,
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
    commands.registerCommand('fazhiReport.restart', started.restart),
    commands.registerCommand('fazhiReport.showLog', () => log.show(true)),
    commands.registerCommand('fazhiReport.fixAll', () => commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.fazhiReport', apply: 'first' })),
  );
}

export const deactivate = async (): Promise<void> => server?.stop();
