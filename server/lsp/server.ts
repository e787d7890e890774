// The language server: from → feature → to, nothing else. Stateless per request: every answer is computed from the
// current version. Runs in a process or in a browser's worker alike, so it must not touch files or know Node; nor hold domain
// knowledge.

import {
  CodeActionKind,
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  FileChangeType,
  InlayHintRefreshRequest,
  LSPErrorCodes,
  NotificationType,
  RequestType,
  ResourceOperationKind,
  ResponseError,
  SemanticTokensRefreshRequest,
  SemanticTokensRegistrationType,
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
  completions, figureGroups, fixesAt, folding, ledgerFills, unmentioned, hints, hover, insertion, joinLines, lenses, newReport, openPlaces, outline, pageOf, printFor, rateFor, rename, renameTarget, safeEdits, selections, sheetOf, unitProblem,
  type Draft, type KindId, type Ledger, type NewReport, type PastReport, type Problem, type Refusal, type Report, type Segmenter, type UnitProblem } from '../core/index.ts';
import { figuresCsv } from '../export/csv.ts';
import type { Reviewed } from '../export/review.ts';
import {
  configDiagnostics, invalid, ledgerDiagnostics, toFillEdit, toCodeAction, toCodeLens, toCompletionItem, toDiagnostic, toFoldingRange, toHover, toInlayHint, toOffset, toRange, toRenameEdit, toSelectionRange, toSpan, toSymbol, toTextEdit, toWorkspaceEdit, toWorkspaceSymbols,
} from './convert.ts';
import { Choices } from './choices.ts';
import { diagnose, type Diagnosis } from './diagnosis.ts';
import type { Config } from '../config/read.ts';
import { compares, Documents, LANGUAGE, skippedOf } from './documents.ts';
import { Configs, isConfig, type ConfigFile, type Kept } from './configs.ts';
import { configEdit, ignoreActions } from './ignores.ts';
import { LEDGER_FILE } from '../import/ledger.ts';
import { toBase64 } from './pages.ts';
import { overviewOf, statusOf, type Overview, type OverviewInput, type OverviewPart, type SkippedOverview } from './overview.ts';
import { Ledgers } from './ledgers.ts';
import { ledgerWritten, proposals, type LedgerProposal } from './ledger-changes.ts';
import { Pasts, type Entry, type Files, type Past, type PastOrigin } from './past.ts';
import { decided, type Decision } from './problems.ts';
import { Typing, type Cursor } from './typing.ts';
import { isObject, readSettings, SECTION, withConfig, type Settings } from './settings.ts';
import { LEGEND, Tokens, tokensIn } from './tokens.ts';
import { above, nameOf, resolved } from './uris.ts';
import { formatOf, reviewedFile, sheetFile, tableFile, type PaperFile, type PaperFormat } from './review.ts';
import { imported, type ImportedWord, type WordToImport } from './word.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.fazhiReport`;

/** Markdown is left to its own formatters, which would otherwise have to be chosen between in every document, and to its own colours. */
const NOT_MARKDOWN = [{ language: LANGUAGE }, { language: 'plaintext' }];

/** Marks behind which a title or a heading may follow. VS Code heeds no character that belongs to a word, so 率 would be none. */
const TRIGGERS = ['《', '（', '）', '、'];

/** What the views and the status bar show of an open document, only those parts that are asked for; null where it is no report. */
export const OverviewRequest = new RequestType<{ uri: string; parts?: readonly OverviewPart[] }, Overview | SkippedOverview | null, void>('fazhiReport/overview');
/** The figures as a file for spreadsheets. */
export const FiguresCsvRequest = new RequestType<{ uri: string }, { text: string; count: number } | null, void>('fazhiReport/figuresCsv');
/** A Word file, in base64, and what is still open in it; null where it is no report. */
export const ExportWordRequest = new RequestType<{ uri: string }, { data: string; places: number; errors: number } | null, void>('fazhiReport/exportWord');
/** The sheet of findings of an open report; null where it is none. */
export const ReviewSheetRequest = new RequestType<{ uri: string; format: PaperFormat }, PaperFile | null, void>('fazhiReport/reviewSheet');
/** What is found in a file, open or not; `name` as it is shown. */
export const ReviewFileRequest = new RequestType<{ uri: string; name: string }, Reviewed, void>('fazhiReport/reviewFile');
/** A table of what was found in many. */
export const ReviewTableRequest = new RequestType<{ files: readonly Reviewed[]; format: PaperFormat }, PaperFile, void>('fazhiReport/reviewTable');
/** A decision about a finding as a change of the workspace file `file`; null where there is nothing to change. */
export const DecideRequest = new RequestType<{ uri: string } & Decision, { file: string; edit: WorkspaceEdit } | null, void>('fazhiReport/decide');

/** The edit that inserts those of the parts that have no heading yet; null where all have one. */
export const InsertRequest = new RequestType<{ uri: string; parts: readonly string[] }, { edit: WorkspaceEdit } | null, void>('fazhiReport/insert');
/** Kind, year, stage of the work and earlier reports that the writer chose for one document; none of them takes the choice back. */
export const ChooseNotification = new NotificationType<{ uri: string; kind?: string; year?: number; profile?: string; past?: readonly string[] }>('fazhiReport/choose');
/** Why an open document is checked or not; null where it is not open here. */
export const DiagnoseRequest = new RequestType<{ uri: string }, Diagnosis | null, void>('fazhiReport/diagnose');

/** Where the writer types, or where the cursor is after that; only from clients that say `cursor` when they start. */
export const CursorNotification = new NotificationType<Cursor>('fazhiReport/cursor');
/** A new report, from the writer's answers; null where they make none. */
export const NewReportRequest = new RequestType<NewReport, (Draft & { language: string }) | null, void>('fazhiReport/newReport');
/** What is odd about a reporter's name; null where nothing is. */
export const CheckUnitRequest = new RequestType<{ kind: KindId; unit: string }, UnitProblem | null, void>('fazhiReport/checkUnit');
/** What belongs in the place to fill in that is the range, where that can be told. */
export const FillRequest = new RequestType<{ uri: string; range: Range }, { version: number; text: string } | null, void>('fazhiReport/fill');

/** The text of a Word document, and what is to be told of it; fails with the reason where it cannot be read. */
export const ImportWordRequest = new RequestType<WordToImport, ImportedWord, void>('fazhiReport/importWord');

/** A workspace file that only the client can reach; null where it does not know either. Only from clients that say `files` when they start. */
export const ReadFileRequest = new RequestType<{ uri: string }, { text: string | null; writable: boolean } | null, void>('fazhiReport/readFile');

/** A file that only the client can reach, in base64; null where there is none, or a longer one. Only from clients that say `files`. */
export const ReadBytesRequest = new RequestType<{ uri: string; most: number }, { base64: string } | null, void>('fazhiReport/readBytes');
/** What is in a folder that only the client can reach; null where there is none. Only from clients that say `files`. */
export const ListFolderRequest = new RequestType<{ uri: string }, { entries: readonly Entry[] } | null, void>('fazhiReport/listFolder');
/** The places and figures that the ledger has other values for, as one edit that waits for consent; null where it is no report. Without an edit nothing is to be changed. */
export const FillFromLedgerRequest = new RequestType<{ uri: string }, { ledger: string | null; edit?: WorkspaceEdit; count: number; unmentioned: readonly string[] } | null, void>('fazhiReport/fillFromLedger');
/** What the report says and the ledger does not; null where it is no report. */
export const LedgerChangesRequest = new RequestType<{ uri: string }, LedgerProposal | null, void>('fazhiReport/ledgerChanges');
/** The ledger with those of the changes in it that are named by their index, in base64; null where there is none of them. */
export const WriteLedgerRequest = new RequestType<{ uri: string; changes: readonly number[] }, { file: string; data: string } | null, void>('fazhiReport/writeLedger');

/** The earlier reports that a report is compared with, the latest first, and who says so; null where it is no report. */
export const PastRequest = new RequestType<{ uri: string }, { from: PastOrigin; reports: readonly { uri: string; name: string; year: number }[] } | null, void>('fazhiReport/past');

/** What the server has where it runs; without any of it, it does without. */
export interface ServerOptions {
  /** Loads the word segmentation; undefined where there is none. Called after the first answer. */
  readonly loadWords?: () => Segmenter | undefined;
  /** Reads a `file:` URI. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  /** Of `file:` URIs. */
  readonly files?: Files;
}

interface Opened {
  readonly document: TextDocument;
  readonly report: Report;
  readonly settings: Settings;
  /** Found when asked for. */
  readonly past: () => Promise<Past>;
  readonly ledger: Ledger | undefined;
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

const NONE: readonly PastReport[] = [];

/** Bytes of a file that is reviewed: as many as Word documents may have. */
const MOST_REVIEWED = 64 * 1024 * 1024;

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The folders that name themselves by a URI. */
const urisIn = (folders: unknown): readonly string[] => (Array.isArray(folders) ? folders.flatMap((folder: unknown) => (isObject(folder) && typeof folder['uri'] === 'string' ? [folder['uri']] : [])) : []);

/** @throws ResponseError where a request names no document. */
function uriOf(asked: unknown): string {
  const uri = isObject(asked) ? asked['uri'] : undefined;
  if (typeof uri !== 'string') throw invalid('uri 要写成字符串，写明是哪份文档。');
  return uri;
}

/** Whether a client that asks for `only` these kinds wants this one; without a wish it wants all. */
const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  only === undefined || only.some((wish) => kind === wish || kind.startsWith(`${wish}.`));

export function startServer(connection: Connection, { loadWords, readFile, files }: ServerOptions): void {
  const texts = new TextDocuments(TextDocument);
  const documents = new Documents();
  const configs = new Configs(keptAt);
  const pasts = new Pasts({ read: bytesOf, list: entriesOf });
  const ledgers = new Ledgers({ read: bytesOf, list: entriesOf });
  const typing = new Typing();
  let settings: Promise<Settings> = Promise.resolve(readSettings(undefined));
  let client = { pages: undefined as string | undefined, snippets: false, completion: { snippets: false, labels: false }, contributesSnippets: false, configuration: false, dynamicConfiguration: false, dynamicFormatting: false, refresh: false, refreshHints: false, annotations: false, creates: false, commands: false, cursor: false, files: false, refreshLenses: false, refreshTokens: false, dynamicTokens: false };
  let folders: readonly string[] = []; // of the workspace
  let wordsAsked = false;
  let choices = new Choices();
  const semantic = new Tokens();
  const merged = new WeakMap<Config, { readonly user: Settings; readonly both: Settings }>();

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { workspace } = params.capabilities;
    const item = params.capabilities.textDocument?.completion?.completionItem;
    const options = params.initializationOptions as { pages?: unknown; commands?: unknown; cursor?: unknown; files?: unknown; choices?: unknown; snippets?: unknown } | undefined;
    choices = new Choices(options?.choices);
    folders = urisIn(params.workspaceFolders);
    configs.inFolders(folders);
    pasts.inFolders(folders);
    ledgers.inFolders(folders);
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
      commands: options?.commands === true,
      refreshLenses: workspace?.codeLens?.refreshSupport === true,
      refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
      dynamicTokens: params.capabilities.textDocument?.semanticTokens?.dynamicRegistration === true,
      cursor: options?.cursor === true,
      files: options?.files === true,
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
        codeLensProvider: { resolveProvider: false },
        renameProvider: params.capabilities.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
      },
      serverInfo: { name: 'fazhi-report' },
    };
  });

  connection.onInitialized(() => {
    if (client.dynamicConfiguration) ask(connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }));
    if (client.dynamicFormatting) {
      ask(connection.client.register(DocumentFormattingRequest.type, { documentSelector: NOT_MARKDOWN }));
      ask(connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector: NOT_MARKDOWN }));
    }
    if (client.dynamicTokens) ask(connection.client.register(SemanticTokensRegistrationType.type, { documentSelector: NOT_MARKDOWN, legend: LEGEND, full: { delta: true }, range: true }));
    settings = askSettings();
    connection.workspace.onDidChangeWorkspaceFolders((event) => {
      const [added, removed] = [urisIn(event?.added), urisIn(event?.removed)];
      folders = [...folders.filter((uri) => !removed.includes(uri)), ...added];
      configs.inFolders(folders);
      pasts.inFolders(folders);
      ledgers.inFolders(folders);
    });
    connection.console.info('法治报告助手已启动。');
  });

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings = client.configuration ? askSettings() : Promise.resolve(noted(readSettings((pushed as Record<string, unknown> | null)?.[SECTION])));
    refresh();
  });

  async function askSettings(): Promise<Settings> {
    if (!client.configuration) return readSettings(undefined);
    return noted(readSettings(await connection.workspace.getConfiguration(SECTION).catch(() => undefined)));
  }

  /** What is wrong stands in the log too, for clients that show no diagnosis. */
  function noted(read: Settings): Settings {
    for (const fault of read.faults) connection.console.warn(fault);
    return read;
  }

  function refresh(): void {
    if (client.refresh) ask(connection.sendRequest(DiagnosticRefreshRequest.type));
    if (client.refreshHints) ask(connection.sendRequest(InlayHintRefreshRequest.type));
    if (client.refreshLenses) ask(connection.sendRequest(CodeLensRefreshRequest.type));
    if (client.refreshTokens) ask(connection.sendRequest(SemanticTokensRefreshRequest.type));
  }

  /** Words are wanted only once a report is open and answered for. */
  function askWords(): void {
    if (wordsAsked) return;
    wordsAsked = true;
    setTimeout(() => {
      const words = loadWords?.();
      connection.console.info(words ? `分词：${words.name}` : loadWords ? '分词：未找到 nodejieba，使用内置词表' : '分词：使用内置词表');
      if (!words) return;
      documents.useWords(words);
      refresh();
    }, 0);
  }

  /** From the disk where the server has one; else the client is asked. */
  async function keptAt(uri: string): Promise<Kept> {
    if (readFile && uri.startsWith('file:')) return { text: await readFile(uri), writable: true };
    const answer = client.files ? await connection.sendRequest(ReadFileRequest, { uri }).catch(() => null) : null;
    return { text: typeof answer?.text === 'string' ? answer.text : undefined, writable: answer?.writable === true };
  }

  async function bytesOf(uri: string, most: number): Promise<Uint8Array | undefined> {
    if (files && uri.startsWith('file:')) return files.read(uri, most);
    const answer = client.files ? await connection.sendRequest(ReadBytesRequest, { uri, most }).catch(() => null) : null;
    return typeof answer?.base64 === 'string' && answer.base64.length <= most * 1.4 ? fromBase64(answer.base64) : undefined;
  }

  async function entriesOf(uri: string): Promise<readonly Entry[] | undefined> {
    if (files && uri.startsWith('file:')) return files.list(uri);
    const answer = client.files ? await connection.sendRequest(ListFolderRequest, { uri }).catch(() => null) : null;
    return Array.isArray(answer?.entries) ? answer.entries.filter((entry: unknown): entry is Entry => isObject(entry) && typeof entry['name'] === 'string' && typeof entry['isFolder'] === 'boolean') : undefined;
  }

  /** The user's settings, those of the workspace file and what was chosen for the document together; the same object as long as neither changes. */
  async function settingsOf(uri: string): Promise<Settings> {
    const [user, config] = await Promise.all([settings, configs.of(uri)]);
    const known = merged.get(config);
    const both = known?.user === user ? known.both : withConfig(user, config);
    merged.set(config, { user, both });
    return choices.apply(uri, both);
  }

  /** All that says what a document is taken for, beside its text. */
  async function sources(uri: string): Promise<Pick<OverviewInput, 'user' | 'config' | 'choice'>> {
    return { user: await settings, config: await configs.of(uri), choice: choices.of(uri) };
  }

  /** The workspace file in which decisions about a document are kept; undefined where none can be made. */
  async function writable(uri: string): Promise<ConfigFile | undefined> {
    const file = await configs.fileOf(uri);
    return file?.writable && (file.exists || client.creates) ? file : undefined;
  }

  /** The open report a request is about, in its current version; undefined where the document is none. */
  async function opened(asked: { uri: string }): Promise<Opened | undefined> {
    const uri = uriOf(asked);
    const current = await settingsOf(uri);
    const document = texts.get(uri);
    const first = document && documents.report(document, current);
    if (!document || !first) return undefined;
    const past = async (): Promise<Past> => pasts.of({ uri, report: documents.report(document, current) ?? first, chosen: choices.of(uri).past, listed: await configs.pastOf(uri), open: documents.open() });
    // Nobody waits for files that no rule looks at.
    const beside = compares(current) ? (await past()).reports : NONE;
    const ledger = await ledgers.of(uri, await configs.ledgerOf(uri));
    const report = documents.report(document, current);
    return report && { document, report, settings: current, past, ledger, problems: () => documents.problems(document, current, beside, ledger), allProblems: () => documents.allProblems(document, current, beside, ledger) };
  }

  /** What is told of a document that is not read because of its length. */
  async function skipped(asked: { uri: string }): Promise<SkippedOverview | null> {
    const uri = uriOf(asked);
    const current = await settingsOf(uri);
    const document = texts.get(uri);
    const why = document && skippedOf(document, current);
    return document && why ? { version: document.version, skipped: why } : null;
  }

  /** A file that the workspace file names. */
  const isThere = async (uri: string): Promise<boolean> => (LEDGER_FILE.test(uri) ? ledgers.exists(uri) : (await pasts.readReportText(uri)) !== undefined);

  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const uri = uriOf(textDocument);
    const config = isConfig(uri) ? texts.get(uri) : undefined;
    if (config) return { kind: DocumentDiagnosticReportKind.Full, items: await configDiagnostics(config.getText(), (path) => isThere(resolved(above(uri) ?? '', path) ?? '')) };
    const table = ledgers.openAt(uri);
    if (table) return { kind: DocumentDiagnosticReportKind.Full, items: ledgerDiagnostics(table) };
    const open = await opened(textDocument);
    if (open) askWords();
    refreshOthers();
    const items = open ? toldNow(open).map((problem) => toDiagnostic(open.report.source, open.document.uri, problem, client.pages)) : [];
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  /** Only marks in the text wait: who asks for a fix or a list wants to see what is there. */
  function toldNow({ document, report, settings, problems }: Opened): readonly Problem[] {
    if (!settings.waitForSentence) typing.left();
    return typing.told(document.uri, report, problems());
  }

  /** What is told of one report may rest on another one. */
  function refreshOthers(): void {
    if (documents.takeStale() && client.refresh) ask(connection.sendRequest(DiagnosticRefreshRequest.type));
  }

  connection.onNotification(CursorNotification, (cursor: Cursor | undefined) => {
    // A client that cannot be asked to pull again would never see what has waited.
    if (client.cursor && client.refresh && typeof cursor?.uri === 'string' && typing.moved(cursor)) ask(connection.sendRequest(DiagnosticRefreshRequest.type));
  });

  connection.onCodeAction(async ({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> => {
    const open = await opened(textDocument);
    if (!open) return [];
    const { source } = open.report;
    const target = { uri: open.document.uri, version: open.document.version, snippets: client.snippets };
    const actions: CodeAction[] = [];
    const only = Array.isArray(context?.only) ? context.only.filter((kind) => typeof kind === 'string') : undefined;
    if (wants(only, CodeActionKind.QuickFix)) {
      for (const { problem, fix } of fixesAt(open.problems(), toSpan(source, range))) {
        actions.push(toCodeAction(source, target, problem, fix, client.pages));
      }
      const file = await writable(open.document.uri);
      // Over a larger selection nobody decides on single findings.
      const span = toSpan(source, range);
      const at = open.problems().filter((problem) => problem.span.start <= span.start && span.end <= problem.span.end);
      if (file) actions.push(...at.flatMap((problem) => ignoreActions(open.report, problem, { file, commands: client.commands }, toDiagnostic(source, open.document.uri, problem, client.pages))));
    }
    if (only && wants(only, FIX_ALL)) {
      const edits = safeEdits(open.problems());
      if (edits.length > 0) actions.push({ title: '改正全部可放心改的提法和格式', kind: FIX_ALL, edit: toWorkspaceEdit(source, target, { edits }) });
    }
    return actions;
  });

  connection.onHover(async ({ textDocument, position }) => {
    const open = await opened(textDocument);
    const past = open ? (await open.past()).reports : NONE;
    const found = open && hover(open.report, open.problems(), toOffset(open.report.source, position), documents.words, past, open.ledger);
    return open && found ? toHover(open.report.source, open.document.uri, found) : null;
  });

  connection.onCompletion(async ({ textDocument, position }) => {
    const open = await opened(textDocument);
    if (!open) return null;
    const { source } = open.report;
    const { items, isWhole } = completions(open.report, toOffset(source, position), client.contributesSnippets && open.document.languageId !== LANGUAGE);
    return items.length === 0 ? null : { isIncomplete: !isWhole, items: items.map((item, index) => toCompletionItem(source, item, index, client.completion)) };
  });

  connection.onDocumentSymbol(async ({ textDocument }) => {
    const open = await opened(textDocument);
    return open ? outline(open.report).map((item) => toSymbol(open.report.source, item)) : [];
  });

  connection.onWorkspaceSymbol(async ({ query }) => {
    if (typeof query !== 'string') throw invalid('query 要写成字符串。');
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
    if (!Array.isArray(positions)) throw invalid('positions 要写成数组。');
    return open ? positions.map((position) => toSelectionRange(open.report.source, selections(open.report, toOffset(open.report.source, position)), position)) : null;
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
    const { span, text } = accepted(renameTarget(open.report, toOffset(source, position)));
    return { range: toRange(source, span), placeholder: text };
  });

  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const open = await opened(textDocument);
    if (typeof newName !== 'string') throw invalid('newName 要写成字符串。');
    if (!open) return null;
    const { source } = open.report;
    const edits = accepted(rename(open.report, toOffset(source, position), newName, documents.words));
    return toRenameEdit(source, { uri: open.document.uri, version: open.document.version, annotations: client.annotations }, edits);
  });

  connection.onCodeLens(async ({ textDocument }) => {
    const open = await opened(textDocument);
    if (!open?.settings.codeLens) return [];
    return lenses(open.report, open.problems()).map((lens) => toCodeLens(open.report.source, open.document.uri, lens, client.commands));
  });

  connection.languages.semanticTokens.on(async ({ textDocument }) => {
    const open = await opened(textDocument);
    return open ? semantic.full(open.document.uri, open.report) : { data: [] };
  });

  connection.languages.semanticTokens.onDelta(async ({ textDocument, previousResultId }) => {
    const open = await opened(textDocument);
    return open ? semantic.delta(open.document.uri, open.report, previousResultId) : { data: [] };
  });

  connection.languages.semanticTokens.onRange(async ({ textDocument, range }) => {
    const open = await opened(textDocument);
    return open ? tokensIn(open.report, range) : { data: [] };
  });

  connection.onRequest(OverviewRequest, async (params) => {
    const open = await opened(params);
    if (!open) return skipped(params);
    const { report, document } = open;
    const parts = Array.isArray(params.parts) ? params.parts : [];
    const wantsPast = parts.includes('figures') || parts.includes('comparison');
    const [origins, file, past] = await Promise.all([sources(document.uri), writable(document.uri), wantsPast ? open.past() : undefined]);
    return overviewOf(parts, {
      version: document.version, report, problems: open.allProblems(), settings: open.settings, ...origins, decidable: file !== undefined, words: documents.words, past: past?.reports ?? NONE, ledger: open.ledger, commands: client.commands, uri: document.uri,
    });
  });

  connection.onRequest(FiguresCsvRequest, async (params) => {
    const open = await opened(params);
    return open ? figuresCsv([{ source: open.report.source, groups: figureGroups(open.report, documents.words) }]) : null;
  });

  connection.onRequest(ExportWordRequest, async (params) => {
    const open = await opened(params);
    if (!open) return null;
    const sheet = sheetOf(pageOf(open.settings.page));
    const { exportWord } = await import('../word/index.ts');
    return { data: toBase64(await exportWord(printFor(open.report, sheet), sheet)), ...openPlaces(open.problems()) };
  });

  connection.onRequest(FillFromLedgerRequest, async (params) => {
    const open = await opened(params);
    if (!open) return null;
    const { report, document, ledger } = open;
    if (!ledger) return { ledger: null, count: 0, unmentioned: [] };
    const fills = ledgerFills(report, ledger, documents.words);
    const edit = fills.length > 0 ? toFillEdit(report.source, { uri: document.uri, version: document.version, annotations: client.annotations }, fills) : undefined;
    const filled = new Set(fills.map(({ entry }) => entry));
    return { ledger: ledger.name, count: fills.length, unmentioned: unmentioned(report, ledger, documents.words).flatMap((entry) => (filled.has(entry) ? [] : [`${entry.name} ${entry.text}`])), ...(edit ? { edit } : {}) };
  });

  connection.onRequest(LedgerChangesRequest, async (params) => {
    const open = await opened(params);
    return open ? accepted(await proposals(open.report, open.ledger, documents.words, ledgers, open.document.uri)) : null;
  });

  connection.onRequest(WriteLedgerRequest, async (params) => {
    const open = await opened(params);
    if (!open) return null;
    const chosen = Array.isArray(params.changes) ? params.changes : [];
    return accepted(await ledgerWritten(open.report, open.ledger, documents.words, ledgers, open.document.uri, chosen));
  });

  connection.onRequest(ReviewSheetRequest, async (params) => {
    const open = await opened(params);
    const format = formatOf(params.format);
    return open ? sheetFile(nameOf(open.document.uri), open.report, open.problems(), documents.words, format) : null;
  });

  connection.onRequest(ReviewFileRequest, async (params) => {
    const uri = uriOf(params);
    if (typeof params.name !== 'string') throw invalid('name 要写成字符串，写明怎样称呼这个文件。');
    return reviewedFile(params.name, texts.get(uri)?.getText() ?? (await bytesOf(uri, MOST_REVIEWED)), await settingsOf(uri), documents.words);
  });

  connection.onRequest(ReviewTableRequest, async (params) => {
    const { files, format } = isObject(params) ? params : {};
    return tableFile(files, formatOf(format));
  });

  connection.onRequest(PastRequest, async (params) => {
    const open = await opened(params);
    const past = await open?.past();
    return past ? { from: past.from, reports: past.reports.map(({ id, name, year }) => ({ uri: id, name, year })) } : null;
  });

  connection.onRequest(NewReportRequest, (answers) => {
    const draft = newReport(answers);
    return draft ? { ...draft, language: LANGUAGE } : null;
  });

  connection.onRequest(CheckUnitRequest, (asked: { kind: KindId; unit: string } | null) => (asked ? (unitProblem(asked.kind, asked.unit) ?? null) : null));

  connection.onRequest(FillRequest, async (params) => {
    const open = await opened(params);
    const text = open && rateFor(open.report, toSpan(open.report.source, params.range));
    return !open || text === undefined ? null : { version: open.document.version, text };
  });

  connection.onRequest(ImportWordRequest, (params) => imported(params));

  connection.onRequest(InsertRequest, async (params) => {
    const open = await opened(params);
    const inserted = open && insertion(open.report, Array.isArray(params.parts) ? params.parts : []);
    const { uri, version } = open?.document ?? { uri: '', version: 0 };
    return open && inserted ? { edit: toWorkspaceEdit(open.report.source, { uri, version, snippets: client.snippets }, inserted) } : null;
  });

  connection.onNotification(ChooseNotification, (params) => {
    choices.choose((params as { uri?: unknown } | undefined)?.uri, params);
    refresh();
  });

  connection.onRequest(DiagnoseRequest, async (params) => {
    const document = texts.get(uriOf(params));
    if (!document) return null;
    const open = await opened(params);
    const [origins, file, current] = await Promise.all([sources(document.uri), configs.fileOf(document.uri), settingsOf(document.uri)]);
    return diagnose({ document, skipped: skippedOf(document, current), settings: current, status: open && statusOf({ ...origins, settings: current, report: open.report, problems: open.allProblems() }), file, words: documents.words, ledger: open?.ledger });
  });

  connection.onRequest(DecideRequest, async (params) => {
    const open = await opened(params);
    const file = open && (await writable(open.document.uri));
    const text = file && decided(file.text, open.report, open.allProblems(), open.settings.ignores, params);
    return file && text !== undefined && text !== file.text ? { file: file.uri, edit: configEdit(file, text) } : null;
  });

  connection.onDidChangeWatchedFiles((params) => {
    const changes = Array.isArray(params?.changes) ? params.changes.filter((change) => typeof change?.uri === 'string') : [];
    const reports = pasts.changed(changes.map(({ uri, type }) => ({ uri, isWritten: type === FileChangeType.Changed })));
    const settings = changes.length === 0 || changes.some(({ uri }) => isConfig(uri));
    if (settings) configs.changed();
    const figures = ledgers.changed(changes.map(({ uri }) => uri));
    if (settings || reports || figures) refresh();
  });

  texts.onDidChangeContent(({ document }) => {
    if (LEDGER_FILE.test(document.uri)) ledgers.opened(document.uri, document.getText());
    else if (isConfig(document.uri)) configs.opened(document.uri, document.getText());
    else return;
    refresh();
  });

  texts.onDidClose(({ document }) => {
    if (isConfig(document.uri)) configs.closed(document.uri);
    if (ledgers.closed(document.uri)) refresh();
    documents.close(document.uri);
    semantic.close(document.uri);
    typing.closed(document.uri);
    pasts.closed(document.uri);
    refreshOthers();
  });
  texts.listen(connection);
  connection.listen();
}
