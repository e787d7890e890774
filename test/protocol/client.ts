// A language client as small as the tests need: starts the built server as a process of its own, says what VS Code
// says, keeps the text of every document as an editor does, and answers what the server asks.
// Must not know what the server should find.

import { fork, spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
  CodeActionRequest,
  CodeLensRefreshRequest,
  CodeLensRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  ExitNotification,
  FoldingRangeRequest,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  IPCMessageReader,
  IPCMessageWriter,
  LogMessageNotification,
  PrepareRenameRequest,
  RegistrationRequest,
  RenameRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CodeLens,
  type Diagnostic,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InitializeResult,
  type InlayHint,
  type ProtocolConnection,
  type Range,
  type Registration,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { bundle } from '../support/process.ts';
import { offsetAt, positionAt, type Position } from './texts.ts';

/** What VS Code says of itself, of the things this server could care for. */
export const VS_CODE: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      failureHandling: 'textOnlyTransactional',
      normalizesLineEndings: true,
      changeAnnotationSupport: { groupsOnLabel: true },
      metadataSupport: true,
      snippetEditSupport: true,
    },
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    codeLens: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    foldingRange: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    synchronization: { dynamicRegistration: true, willSave: true, willSaveWaitUntil: true, didSave: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: false, tagSupport: { valueSet: [1, 2] }, codeDescriptionSupport: true, dataSupport: true },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
    formatting: { dynamicRegistration: true },
    rangeFormatting: { dynamicRegistration: true },
    hover: { dynamicRegistration: true, contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      dynamicRegistration: true,
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      honorsChangeAnnotations: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source', 'source.organizeImports'] } },
    },
    documentSymbol: { dynamicRegistration: true, hierarchicalDocumentSymbolSupport: true, labelSupport: true },
    foldingRange: { dynamicRegistration: true, rangeLimit: 5000, lineFoldingOnly: true },
    codeLens: { dynamicRegistration: true },
    semanticTokens: {
      dynamicRegistration: true,
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
      requests: { range: true, full: { delta: true } },
      multilineTokenSupport: false,
      overlappingTokenSupport: false,
      augmentsSyntaxTokens: true,
    },
    inlayHint: { dynamicRegistration: true },
    rename: { dynamicRegistration: true, prepareSupport: true, prepareSupportDefaultBehavior: 1, honorsChangeAnnotations: true },
  },
  window: { workDoneProgress: true, showMessage: { messageActionItem: { additionalPropertiesSupport: true } }, showDocument: { support: true } },
  general: { positionEncodings: ['utf-16'], staleRequestSupport: { cancel: true, retryOnContentModified: [] } },
};

/** An editor that can do no more than the least: no snippets, no settings, no refresh. */
export const PLAIN: ClientCapabilities = { textDocument: { publishDiagnostics: {}, codeAction: VS_CODE.textDocument?.codeAction ?? {} } };

export interface ClientOptions {
  readonly transport?: 'stdio' | 'ipc';
  /** What to start instead of this version of Node, given its arguments; over standard streams only. */
  readonly command?: (args: readonly string[]) => readonly [program: string, ...args: string[]];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The folders of the workspace, as URIs. */
  readonly folders?: readonly string[];
  /** What `workspace/configuration` answers for this extension's section at first. */
  readonly settings?: unknown;
  /** The client answers every request of the server with an error. */
  readonly refuses?: boolean;
}

export interface OpenDocument {
  readonly uri: string;
  version: number;
  text: string;
}

export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Waiting = { readonly fits: () => boolean; readonly go: () => void };

let documents = 0;

export class Client {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  /** Ends with the code of the process, undefined where a signal ended it. */
  readonly ended: Promise<number | undefined>;
  /** Fails when the process ends, so that nobody waits for an answer of a dead server. */
  readonly #lost: Promise<never>;
  readonly registered: Registration[] = [];
  readonly logs: string[] = [];
  readonly stderr: string[] = [];
  settings: unknown;
  refreshes = 0;
  hintRefreshes = 0;
  lensRefreshes = 0;
  tokenRefreshes = 0;
  settingsAsked = 0;
  capabilities: InitializeResult['capabilities'] = {};
  serverInfo: InitializeResult['serverInfo'];
  #waiting: Waiting[] = [];

  constructor({ transport = 'stdio', command = (args) => [process.execPath, ...args], settings, refuses = false }: ClientOptions) {
    this.settings = settings;
    const file = bundle('server');
    const [program, ...args] = command([file, '--stdio']);
    this.process = transport === 'ipc' ? fork(file, ['--node-ipc'], { silent: true }) : spawn(program, args, { stdio: 'pipe' });
    this.ended = new Promise((resolve) => this.process.on('close', (code) => resolve(code ?? undefined)));
    this.process.stderr?.on('data', (piece: Buffer) => this.stderr.push(piece.toString('utf8')));
    this.#lost = this.ended.then((code) => {
      throw new Error(`the server ended with ${code}: ${this.stderr.join('')}`);
    });
    this.#lost.catch(() => undefined);
    const { stdin, stdout } = this.process;
    if (!stdin || !stdout) throw new Error('the server has no streams');
    // A server that has died closes its end; the tests see that by `ended` and by unanswered requests.
    stdin.on('error', () => undefined);
    this.connection =
      transport === 'ipc'
        ? createProtocolConnection(new IPCMessageReader(this.process), new IPCMessageWriter(this.process))
        : createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#answer(refuses);
    this.connection.onError(() => undefined);
    this.connection.listen();
    onTestFinished(() => {
      this.connection.dispose();
      this.process.kill('SIGKILL');
    });
  }

  #answer(refuses: boolean): void {
    const { connection } = this;
    const reply = <T>(answer: T): T => {
      this.#notice();
      if (refuses) throw new Error('this client does not do that');
      return answer;
    };
    connection.onRequest(ConfigurationRequest.type, ({ items }) => {
      this.settingsAsked++;
      return reply(items.map(({ section }) => (section === 'fazhiReport' ? this.settings : null)));
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
      return reply(undefined);
    });
    connection.onRequest(InlayHintRefreshRequest.type, () => {
      this.hintRefreshes++;
      return reply(undefined);
    });
    connection.onRequest(CodeLensRefreshRequest.type, () => {
      this.lensRefreshes++;
      return reply(undefined);
    });
    connection.onRequest(SemanticTokensRefreshRequest.type, () => {
      this.tokenRefreshes++;
      return reply(undefined);
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations);
      this.#notice();
      return reply(undefined);
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.logs.push(message);
      this.#notice();
    });
  }

  #notice(): void {
    const ready = this.#waiting.filter(({ fits }) => fits());
    this.#waiting = this.#waiting.filter((waiting) => !ready.includes(waiting));
    for (const { go } of ready) go();
  }

  /** Waits for something the server sends; the time limit of the test is the limit. */
  until(fits: () => boolean): Promise<void> {
    return fits() ? Promise.resolve() : this.alive(new Promise((go) => void this.#waiting.push({ fits, go })));
  }

  /** What a living server answers; fails at once where it dies instead. */
  alive<T>(answer: Promise<T>): Promise<T> {
    return Promise.race([answer, this.#lost]);
  }

  async initialize(capabilities: ClientCapabilities, initializationOptions: unknown, folders: readonly string[] = []): Promise<void> {
    const result = await this.alive(this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      clientInfo: { name: 'Visual Studio Code', version: '1.91.0' },
      locale: 'zh-cn',
      rootUri: null,
      workspaceFolders: folders.length > 0 ? folders.map((uri) => ({ uri, name: uri })) : null,
      capabilities,
      initializationOptions,
    }));
    this.capabilities = result.capabilities;
    this.serverInfo = result.serverInfo;
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  /** Opens a document under a name of its own. */
  async open(text: string, { uri, language = 'plaintext' }: { uri?: string; language?: string } = {}): Promise<OpenDocument> {
    const document = { uri: uri ?? `file:///reports/${++documents}.txt`, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri: document.uri, languageId: language, version: 1, text } });
    return document;
  }

  /** Changes a document as an editor does: places as positions in the text before each single change. */
  async change(document: OpenDocument, ...changes: readonly Change[]): Promise<void> {
    const contentChanges = changes.map(({ start, end, text }) => {
      const range = { start: positionAt(document.text, start), end: positionAt(document.text, end) };
      document.text = document.text.slice(0, start) + text + document.text.slice(end);
      return { range, text };
    });
    document.version++;
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri: document.uri, version: document.version }, contentChanges });
  }

  /** Replaces words that stand in the document once. */
  async replace(document: OpenDocument, words: string, by: string): Promise<void> {
    const start = document.text.indexOf(words);
    if (start < 0) throw new RangeError(`“${words}” does not stand in the document`);
    await this.change(document, { start, end: start + words.length, text: by });
  }

  async close({ uri }: OpenDocument): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async pull({ uri }: OpenDocument): Promise<readonly Diagnostic[]> {
    const report = await this.alive(this.connection.sendRequest(DocumentDiagnosticRequest.type, { identifier: 'fazhiReport', textDocument: { uri } }));
    if (report.kind !== 'full') throw new Error('the first report of a document must be full');
    return report.items;
  }

  /** Fixes of the text; what takes findings off the list is asked for by `decisions`. */
  async actions(document: OpenDocument, range: Range, only?: readonly string[], diagnostics: readonly Diagnostic[] = []): Promise<readonly CodeAction[]> {
    return (await this.#allActions(document, range, only, diagnostics)).filter((action) => !isDecision(action));
  }

  /** What changes the workspace file instead of the text. */
  async decisions(document: OpenDocument, range: Range): Promise<readonly CodeAction[]> {
    return (await this.#allActions(document, range)).filter(isDecision);
  }

  async #allActions({ uri }: OpenDocument, range: Range, only?: readonly string[], diagnostics: readonly Diagnostic[] = []): Promise<readonly CodeAction[]> {
    const context = { diagnostics: [...diagnostics], triggerKind: 1 as const, ...(only ? { only: [...only] } : {}) };
    return ((await this.alive(this.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context }))) ?? []) as CodeAction[];
  }

  async hover({ uri }: OpenDocument, position: Position): Promise<Hover | undefined> {
    return (await this.alive(this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position }))) ?? undefined;
  }

  async symbols({ uri }: OpenDocument): Promise<readonly DocumentSymbol[]> {
    return ((await this.alive(this.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }))) ?? []) as DocumentSymbol[];
  }

  async folds({ uri }: OpenDocument): Promise<readonly FoldingRange[]> {
    return (await this.alive(this.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } }))) ?? [];
  }

  async hints({ uri }: OpenDocument, range: Range): Promise<readonly InlayHint[]> {
    return (await this.alive(this.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range }))) ?? [];
  }

  async prepareRename({ uri }: OpenDocument, position: Position): Promise<unknown> {
    return this.alive(this.connection.sendRequest(PrepareRenameRequest.type, { textDocument: { uri }, position }));
  }

  async rename({ uri }: OpenDocument, position: Position, newName: string): Promise<WorkspaceEdit | undefined> {
    return (await this.alive(this.connection.sendRequest(RenameRequest.type, { textDocument: { uri }, position, newName }))) ?? undefined;
  }

  async lenses({ uri }: OpenDocument): Promise<readonly CodeLens[]> {
    return (await this.alive(this.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } }))) ?? [];
  }

  async tokens({ uri }: OpenDocument, range?: Range): Promise<SemanticTokens> {
    const textDocument = { uri };
    const answer = range ? this.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range }) : this.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    return (await this.alive(answer)) ?? { data: [] };
  }

  /** What has changed since the tokens of an earlier answer. */
  async tokensSince({ uri }: OpenDocument, previousResultId: string): Promise<SemanticTokens | SemanticTokensDelta> {
    return (await this.alive(this.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument: { uri }, previousResultId }))) ?? { data: [] };
  }

  /** What the views show, the parts that are named. */
  async overview<T>({ uri }: OpenDocument, ...parts: readonly string[]): Promise<T> {
    return this.alive(this.connection.sendRequest<T>('fazhiReport/overview', { uri, parts }));
  }

  /** A request of this extension's own. */
  async own<T>(method: string, { uri }: OpenDocument): Promise<T> {
    return this.alive(this.connection.sendRequest<T>(method, { uri }));
  }

  /** Says that settings changed, with the new ones along as old clients send them. */
  async changeSettings(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { fazhiReport: settings } });
  }

  /** Shuts the server down as the protocol asks and gives its exit code. */
  async shutdown(): Promise<number | undefined> {
    await this.alive(this.connection.sendRequest(ShutdownRequest.type));
    await this.connection.sendNotification(ExitNotification.type);
    return this.ended;
  }
}

/** A server that has been started and greeted. It ends with the test. */
export async function startClient(options: ClientOptions = {}): Promise<Client> {
  const client = new Client(options);
  await client.initialize(options.capabilities ?? VS_CODE, options.initializationOptions ?? { pages: PAGES }, options.folders);
  return client;
}

/** Where the client of the tests says the rule pages are. */
export const PAGES = `file://${path.posix.join('/extension', 'docs', 'rules')}`;

/** The edits of an action in one document, which must be all of its edits. */
export function editsOf(action: Pick<CodeAction, 'edit'>, { uri, version }: OpenDocument): readonly (TextEdit | SnippetTextEdit)[] {
  const [change, ...more] = action.edit?.documentChanges ?? [];
  if (!change || more.length > 0 || action.edit?.changes || !('textDocument' in change)) throw new Error('an action must change one document, by documentChanges');
  if (change.textDocument.uri !== uri || change.textDocument.version !== version) throw new Error('an action must name the document and the version it was made for');
  return change.edits as (TextEdit | SnippetTextEdit)[];
}

/** What an edit writes; a snippet as it stands before the user types, every place showing what belongs there. */
export const newText = (edit: TextEdit | SnippetTextEdit): string =>
  'snippet' in edit ? edit.snippet.value.replace(/\\([\\$}])|\$\{\d+:([^}]*)\}|\$\d+/gu, (_, escaped?: string, hint?: string) => escaped ?? hint ?? '') : edit.newText;

/** The document's text behind the edits, all of which speak of the text before; refuses edits that overlap. */
export function apply(text: string, edits: readonly (TextEdit | SnippetTextEdit)[]): string {
  const places = edits.map((edit) => ({ start: offsetAt(text, edit.range.start), end: offsetAt(text, edit.range.end), text: newText(edit) }));
  places.sort((a, b) => b.start - a.start || b.end - a.end);
  let result = text;
  let limit = text.length;
  for (const { start, end, text: by } of places) {
    if (end > limit || start > end) throw new RangeError('edits overlap');
    result = result.slice(0, start) + by + result.slice(end);
    limit = start;
  }
  return result;
}

const isDecision = ({ edit }: CodeAction): boolean =>
  edit?.documentChanges?.some((change) => 'textDocument' in change && change.textDocument.uri.endsWith('/.fazhi-report.json')) === true;
