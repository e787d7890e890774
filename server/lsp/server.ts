// The language server: from → feature → to, nothing else. Stateless per request: every answer is computed from the
// current version. Must not hold domain knowledge or touch files.

import {
  CodeActionKind,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  InlayHintRefreshRequest,
  LSPErrorCodes,
  RequestType,
  ResourceOperationKind,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  figureGroups, completions, fixesAt, folding, hints, hover, joinLines, offsetAt, outline, rename, renameTarget, safeEdits, selections,
  newReport, rateFor, unitProblem,
  type Draft, type KindId, type NewReport, type Problem, type Refusal, type Report, type Segmenter, type UnitProblem, status, type Status } from '../core/index.ts';
import { figuresCsv } from '../export/csv.ts';
import {
  configDiagnostics, toCodeAction, toCompletionItem, toDiagnostic, toFigureGroup, toFoldingRange, toHover, toInlayHint, toRange, toRenameEdit, toSelectionRange, toSpan, toSymbol, toTextEdit, toWorkspaceEdit, toWorkspaceSymbols,
  type ProtocolFigureGroup,
} from './convert.ts';
import type { Config } from '../config/read.ts';
import { Documents, LANGUAGE } from './documents.ts';
import { Configs, isConfig, type ConfigFile } from './configs.ts';
import { configEdit, ignoreActions } from './ignores.ts';
import { decided, problemsOf, type Decision, type Problems } from './problems.ts';
import { readSettings, SECTION, withConfig, type Settings } from './settings.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.fazhiReport`;

/** Markdown is left to its own formatters, which would otherwise have to be chosen between in every document. */
const FORMATTED = [{ language: LANGUAGE }, { language: 'plaintext' }];

/** Marks behind which a title or a heading may follow. VS Code heeds no character that belongs to a word, so 率 would be none. */
const TRIGGERS = ['《', '（', '）', '、'];

/** The figures of an open document by section; null where it is no report. */
export const FiguresRequest = new RequestType<{ uri: string }, { version: number; groups: ProtocolFigureGroup[] } | null, void>('fazhiReport/figures');
/** The same as a file for spreadsheets. */
export const FiguresCsvRequest = new RequestType<{ uri: string }, { text: string; count: number } | null, void>('fazhiReport/figuresCsv');


/** The findings of an open document by rule, with what is not told, and whether decisions about them can be kept; null where it is no report. */
export const ProblemsRequest = new RequestType<{ uri: string }, (Problems & { version: number; decidable: boolean }) | null, void>('fazhiReport/problems');
/** A decision about one of them as a change of the workspace file `file`; null where there is nothing to change. */
export const DecideRequest = new RequestType<{ uri: string } & Decision, { file: string; edit: WorkspaceEdit } | null, void>('fazhiReport/decide');

/** A new report, from the writer's answers; null where they make none. */
export const NewReportRequest = new RequestType<NewReport, (Draft & { language: string }) | null, void>('fazhiReport/newReport');
/** What is odd about a reporter's name; null where nothing is. */
export const CheckUnitRequest = new RequestType<{ kind: KindId; unit: string }, UnitProblem | null, void>('fazhiReport/checkUnit');
/** What belongs in the place to fill in that is the range, where that can be told. */
export const FillRequest = new RequestType<{ uri: string; range: Range }, { version: number; text: string } | null, void>('fazhiReport/fill');

/** What an open document was taken for; null where it is no report. */
export const StatusRequest = new RequestType<{ uri: string }, Status | null, void>('fazhiReport/status');

export interface ServerOptions {
  /** Loads the word segmentation; undefined where there is none. Called after the first answer. */
  readonly loadWords: () => Segmenter | undefined;
}

interface Opened {
  readonly document: TextDocument;
  readonly report: Report;
  readonly settings: Settings;
  readonly problems: () => readonly Problem[];
  /** The ignored ones among them. */
  readonly allProblems: () => readonly Problem[];
}

/** A client may refuse what it is asked; the server then does without. */
const ask = (request: Promise<unknown>): void => void request.catch(() => undefined);

/** What cannot be done is told as the answer to the request that asked for it. */
function accepted<T>(answer: T | Refusal): T {
  if (typeof answer === 'object' && answer !== null && 'refusal' in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refusal);
  return answer;
}

/** Whether a client that asks for `only` these kinds wants this one; without a wish it wants all. */
const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  only === undefined || only.some((wish) => kind === wish || kind.startsWith(`${wish}.`));

export function startServer(connection: Connection, { loadWords }: ServerOptions): void {
  const texts = new TextDocuments(TextDocument);
  const documents = new Documents();
  const configs = new Configs();
  let settings: Promise<Settings> = Promise.resolve(readSettings(undefined));
  let client = { pages: undefined as string | undefined, snippets: false, completion: { snippets: false, labels: false }, contributesSnippets: false, configuration: false, dynamicConfiguration: false, dynamicFormatting: false, refresh: false, refreshHints: false, annotations: false, creates: false, saves: false };
  let folders: readonly string[] = [];
  let wordsAsked = false;
  const merged = new WeakMap<Config, { readonly user: Settings; readonly both: Settings }>();

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { workspace } = params.capabilities;
    const item = params.capabilities.textDocument?.completion?.completionItem;
    const options = params.initializationOptions as { pages?: unknown; saves?: unknown; snippets?: unknown } | undefined;
    folders = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    client = {
      pages: typeof options?.pages === 'string' ? options.pages.replace(/\/$/u, '') : undefined,
      snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
      completion: { snippets: item?.snippetSupport === true, labels: item?.labelDetailsSupport === true },
      contributesSnippets: options?.snippets === true,
      configuration: workspace?.configuration === true,
      dynamicConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
      dynamicFormatting: params.capabilities.textDocument?.formatting?.dynamicRegistration === true && params.capabilities.textDocument.rangeFormatting?.dynamicRegistration === true,
      refresh: workspace?.diagnostics?.refreshSupport === true,
      refreshHints: workspace?.inlayHint?.refreshSupport === true,
      annotations: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.changeAnnotationSupport !== undefined,
      creates: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.resourceOperations?.includes(ResourceOperationKind.Create) === true,
      saves: options?.saves === true,
    };
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        diagnosticProvider: { identifier: SECTION, interFileDependencies: false, workspaceDiagnostics: false },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        hoverProvider: true,
        completionProvider: { triggerCharacters: TRIGGERS },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        documentSymbolProvider: { label: '法治报告' },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        workspaceSymbolProvider: true,
        inlayHintProvider: true,
        renameProvider: params.capabilities.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
      },
      serverInfo: { name: 'fazhi-report' },
    };
  });

  connection.onInitialized(() => {
    if (client.dynamicConfiguration) ask(connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }));
    if (client.dynamicFormatting) {
      ask(connection.client.register(DocumentFormattingRequest.type, { documentSelector: FORMATTED }));
      ask(connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector: FORMATTED }));
    }
    settings = askSettings();
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      folders = [...folders.filter((uri) => !removed.some((folder) => folder.uri === uri)), ...added.map(({ uri }) => uri)];
    });
    connection.console.info('法治报告助手已启动。');
  });

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings = client.configuration ? askSettings() : Promise.resolve(readSettings((pushed as Record<string, unknown> | null)?.[SECTION]));
    refresh();
  });

  async function askSettings(): Promise<Settings> {
    if (!client.configuration) return readSettings(undefined);
    return readSettings(await connection.workspace.getConfiguration(SECTION).catch(() => undefined));
  }

  function refresh(): void {
    if (client.refresh) ask(connection.sendRequest(DiagnosticRefreshRequest.type));
    if (client.refreshHints) ask(connection.sendRequest(InlayHintRefreshRequest.type));
  }

  /** Words are wanted only once a report is open and answered for. */
  function askWords(): void {
    if (wordsAsked) return;
    wordsAsked = true;
    setImmediate(() => {
      const words = loadWords();
      connection.console.info(words ? `分词：${words.name}` : '分词：未找到 nodejieba，使用内置词表');
      if (!words) return;
      documents.useWords(words);
      refresh();
    });
  }

  /** The user's settings and those of the workspace file together; the same object as long as neither changes. */
  async function settingsOf(uri: string): Promise<Settings> {
    const [user, config] = await Promise.all([settings, configs.of(uri)]);
    const known = merged.get(config);
    if (known?.user === user) return known.both;
    const both = withConfig(user, config);
    merged.set(config, { user, both });
    return both;
  }

  /** The workspace file in which decisions about a document are kept; undefined where none can be made. */
  async function writable(uri: string): Promise<ConfigFile | undefined> {
    const file = await configs.fileOf(uri, folders);
    return file?.exists || client.creates ? file : undefined;
  }

  /** The open report a request is about, in its current version; undefined where the document is none. */
  async function opened({ uri }: { uri: string }): Promise<Opened | undefined> {
    const current = await settingsOf(uri);
    const document = texts.get(uri);
    const report = document && documents.report(document, current);
    return document && report && { document, report, settings: current, problems: () => documents.problems(document, current), allProblems: () => documents.allProblems(document, current) };
  }

  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const config = isConfig(textDocument.uri) ? texts.get(textDocument.uri) : undefined;
    if (config) return { kind: DocumentDiagnosticReportKind.Full, items: configDiagnostics(config.getText()) };
    const open = await opened(textDocument);
    if (open) askWords();
    const items = open?.problems().map((problem) => toDiagnostic(open.report.source, open.document.uri, problem, client.pages)) ?? [];
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  connection.onCodeAction(async ({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> => {
    const open = await opened(textDocument);
    if (!open) return [];
    const { source } = open.report;
    const target = { uri: open.document.uri, version: open.document.version, snippets: client.snippets };
    const actions: CodeAction[] = [];
    if (wants(context.only, CodeActionKind.QuickFix)) {
      for (const { problem, fix } of fixesAt(open.problems(), toSpan(source, range))) {
        actions.push(toCodeAction(source, target, problem, fix, client.pages));
      }
      const file = await writable(open.document.uri);
      // Over a larger selection nobody decides on single findings.
      const span = toSpan(source, range);
      const at = open.problems().filter((problem) => problem.span.start <= span.start && span.end <= problem.span.end);
      if (file) actions.push(...at.flatMap((problem) => ignoreActions(open.report, problem, { file, saves: client.saves }, toDiagnostic(source, open.document.uri, problem, client.pages))));
    }
    if (context.only && wants(context.only, FIX_ALL)) {
      const edits = safeEdits(open.problems());
      if (edits.length > 0) actions.push({ title: '改正全部可放心改的提法和格式', kind: FIX_ALL, edit: toWorkspaceEdit(source, target, { edits }) });
    }
    return actions;
  });

  connection.onHover(async ({ textDocument, position }) => {
    const open = await opened(textDocument);
    const found = open && hover(open.report, open.problems(), offsetAt(open.report.source, position), documents.words);
    return open && found ? toHover(open.report.source, open.document.uri, found) : null;
  });

  connection.onCompletion(async ({ textDocument, position }) => {
    const open = await opened(textDocument);
    if (!open) return null;
    const { source } = open.report;
    const { items, isWhole } = completions(open.report, offsetAt(source, position), client.contributesSnippets && open.document.languageId !== LANGUAGE);
    return items.length === 0 ? null : { isIncomplete: !isWhole, items: items.map((item, index) => toCompletionItem(source, item, index, client.completion)) };
  });

  connection.onDocumentSymbol(async ({ textDocument }) => {
    const open = await opened(textDocument);
    return open ? outline(open.report).map((item) => toSymbol(open.report.source, item)) : [];
  });

  connection.onWorkspaceSymbol(async ({ query }) => {
    const found = await Promise.all(texts.all().map((document) => opened(document)));
    return found.flatMap((open) => (open ? toWorkspaceSymbols(open.report.source, open.document.uri, outline(open.report), query) : []));
  });

  connection.onFoldingRanges(async ({ textDocument }) => {
    const open = await opened(textDocument);
    return open ? folding(open.report).flatMap((span) => toFoldingRange(open.report.source, span) ?? []) : [];
  });

  connection.onDocumentFormatting(async ({ textDocument }) => {
    const open = await opened(textDocument);
    return open ? joinLines(open.report).map((edit) => toTextEdit(open.report.source, edit)) : [];
  });

  connection.onDocumentRangeFormatting(async ({ textDocument, range }) => {
    const open = await opened(textDocument);
    if (!open) return [];
    const { source } = open.report;
    return joinLines(open.report, toSpan(source, range)).map((edit) => toTextEdit(source, edit));
  });

  connection.onSelectionRanges(async ({ textDocument, positions }) => {
    const open = await opened(textDocument);
    return open ? positions.map((position) => toSelectionRange(open.report.source, selections(open.report, offsetAt(open.report.source, position)), position)) : null;
  });

  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const open = await opened(textDocument);
    if (!open?.settings.inlayHints) return [];
    const { source } = open.report;
    return hints(open.report, toSpan(source, range)).map((hint) => toInlayHint(source, hint));
  });

  connection.onPrepareRename(async ({ textDocument, position }) => {
    const open = await opened(textDocument);
    if (!open) return null;
    const { source } = open.report;
    const { span, text } = accepted(renameTarget(open.report, offsetAt(source, position)));
    return { range: toRange(source, span), placeholder: text };
  });

  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const open = await opened(textDocument);
    if (!open) return null;
    const { source } = open.report;
    const edits = accepted(rename(open.report, offsetAt(source, position), newName, documents.words));
    return toRenameEdit(source, { uri: open.document.uri, version: open.document.version, annotations: client.annotations }, edits);
  });

  connection.onRequest(FiguresRequest, async (params) => {
    const open = await opened(params);
    return open ? { version: open.document.version, groups: figureGroups(open.report, documents.words).map((group) => toFigureGroup(open.report.source, group)) } : null;
  });

  connection.onRequest(FiguresCsvRequest, async (params) => {
    const open = await opened(params);
    return open ? figuresCsv([{ source: open.report.source, groups: figureGroups(open.report, documents.words) }]) : null;
  });

  connection.onRequest(NewReportRequest, (answers) => {
    const draft = newReport(answers);
    return draft ? { ...draft, language: LANGUAGE } : null;
  });

  connection.onRequest(CheckUnitRequest, ({ kind, unit }) => unitProblem(kind, unit) ?? null);

  connection.onRequest(FillRequest, async (params) => {
    const open = await opened(params);
    const text = open && rateFor(open.report, toSpan(open.report.source, params.range));
    return !open || text === undefined ? null : { version: open.document.version, text };
  });

  connection.onRequest(StatusRequest, async (params) => {
    const open = await opened(params);
    return open ? status(open.report) : null;
  });

  connection.onRequest(ProblemsRequest, async (params) => {
    const open = await opened(params);
    if (!open) return null;
    const { report, document, settings } = open;
    const [config, file] = await Promise.all([configs.of(document.uri), writable(document.uri)]);
    return { version: document.version, ...problemsOf(report, open.allProblems(), settings.rules, config.rules), decidable: file !== undefined };
  });

  connection.onRequest(DecideRequest, async (params) => {
    const open = await opened(params);
    const file = open && (await writable(open.document.uri));
    const text = file && decided(file.text, open.report, open.allProblems(), open.settings.ignores, params);
    return file && text !== undefined && text !== file.text ? { file: file.uri, edit: configEdit(file, text) } : null;
  });

  connection.onDidChangeWatchedFiles(() => {
    configs.changed();
    refresh();
  });

  texts.onDidChangeContent(({ document }) => {
    if (!isConfig(document.uri)) return;
    configs.opened(document.uri, document.getText());
    refresh();
  });

  texts.onDidClose(({ document }) => {
    if (isConfig(document.uri)) configs.closed(document.uri);
    documents.close(document.uri);
  });
  texts.listen(connection);
  connection.listen();
}
