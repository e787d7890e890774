// What the handlers of one client share: its open texts, the settings and files that hold for each of them, and the report that
// a request is about. Everything is as current as the last message. Must not answer requests, nor know what a report says.

import {
  CodeLensRefreshRequest, DiagnosticRefreshRequest, FileChangeType, InlayHintRefreshRequest, SemanticTokensRefreshRequest, TextDocuments,
  type Connection, type DidChangeWatchedFilesParams, type InitializeParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Config } from '../config/read.ts';
import type { Ledger, PastReport, Problem, Report, Segmenter } from '../core/index.ts';
import { LEDGER_FILE } from '../import/ledger.ts';
import { Choices } from './choices.ts';
import { Configs, isConfig, type ConfigFile } from './configs.ts';
import { compares, Documents } from './documents.ts';
import { reach, type Disk, type Files } from './files.ts';
import { ask, clientOf, type Client } from './handshake.ts';
import { Ledgers } from './ledgers.ts';
import type { OverviewInput } from './overview.ts';
import { uriOf } from './params.ts';
import { Pasts, type Past } from './past.ts';
import type { InitializationOptions } from './requests.ts';
import { isObject, readSettings, withConfig, type Settings } from './settings.ts';
import { isBelow, normalFolder, type FolderOf } from './uris.ts';

/** What the server has where it runs; without any of it, it does without. */
export interface ServerOptions extends Disk {
  /** Loads the word segmentation; undefined where there is none. Called after the first answer. */
  readonly loadWords?: () => Segmenter | undefined;
}

/** A report in its current version, with all that holds for it. */
export interface Opened {
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

export const NO_PAST: readonly PastReport[] = [];

/** By then an answer has left the process, which takes the connection some turns. */
const ANSWERED_MS = 100;

export class Session {
  readonly connection: Connection;
  readonly texts = new TextDocuments(TextDocument);
  readonly documents = new Documents();
  readonly configs: Configs;
  readonly pasts: Pasts;
  readonly ledgers: Ledgers;
  readonly files: Files;
  /** Those of the user. */
  settings: Promise<Settings> = Promise.resolve(readSettings(undefined));
  choices = new Choices();
  readonly #loadWords: ServerOptions['loadWords'];
  readonly #merged = new WeakMap<Config, { readonly user: Settings; readonly both: Settings }>();
  #client = clientOf({ capabilities: {} });
  /** Of the workspace. */
  #folders: readonly string[] = [];
  #wordsAsked = false;

  constructor(connection: Connection, { loadWords, ...disk }: ServerOptions) {
    const { kept, ...files } = reach(connection, disk, () => this.#client.files);
    this.connection = connection;
    this.files = files;
    const folderOf: FolderOf = (uri) => this.#folders.find((folder) => isBelow(folder, uri));
    this.configs = new Configs(kept, folderOf);
    this.pasts = new Pasts(files, folderOf);
    this.ledgers = new Ledgers(files, folderOf);
    this.#loadWords = loadWords;
    this.texts.onDidChangeContent(({ document }) => this.#changed(document));
    this.texts.onDidClose(({ document }) => this.#closed(document));
  }

  get client(): Client {
    return this.#client;
  }

  /** The client has said what it can do, what the writer chose and which folders are open. */
  begin(params: InitializeParams): void {
    this.#client = clientOf(params);
    this.choices = new Choices((params.initializationOptions as InitializationOptions | null | undefined)?.choices);
    this.changeFolders(params.workspaceFolders, []);
  }

  /** The folders of the workspace that came and went, as the client tells them. */
  changeFolders(added: unknown, removed: unknown): void {
    const gone = foldersIn(removed);
    this.#folders = [...this.#folders.filter((uri) => !gone.includes(uri)), ...foldersIn(added)];
  }

  /** Files outside of the editor were written, made or deleted. */
  filesChanged(params: DidChangeWatchedFilesParams): void {
    const changes = Array.isArray(params?.changes) ? params.changes.filter((change) => typeof change?.uri === 'string') : [];
    const reports = this.pasts.changed(changes.map(({ uri, type }) => ({ uri, isWritten: type === FileChangeType.Changed })));
    const settings = changes.length === 0 || changes.some(({ uri }) => isConfig(uri));
    if (settings) this.configs.changed();
    const figures = this.ledgers.changed(changes.map(({ uri }) => uri));
    if (settings || reports || figures) this.refresh();
  }

  /** The open report a request is about, in its current version; undefined where the document is none. */
  async opened(asked: { readonly uri: string }): Promise<Opened | undefined> {
    const { documents } = this;
    const uri = uriOf(asked);
    const settings = await this.settingsOf(uri);
    const document = this.texts.get(uri);
    const first = document && documents.report(document, settings);
    if (!document || !first) return undefined;
    const past = async (): Promise<Past> => this.pasts.of({ uri, report: documents.report(document, settings) ?? first, chosen: this.choices.of(uri).past, listed: await this.configs.pastOf(uri), open: documents.open() });
    // Nobody waits for files that no rule looks at.
    const beside = compares(settings) ? (await past()).reports : NO_PAST;
    const ledger = await this.ledgers.of(uri, await this.configs.ledgerOf(uri));
    const report = documents.report(document, settings);
    return report && { document, report, settings, past, ledger, problems: () => documents.problems(document, settings, beside, ledger), allProblems: () => documents.allProblems(document, settings, beside, ledger) };
  }

  /** The user's settings, those of the workspace file and what was chosen for the document together; the same object as long as neither changes. */
  async settingsOf(uri: string): Promise<Settings> {
    const [user, config] = await Promise.all([this.settings, this.configs.of(uri)]);
    const known = this.#merged.get(config);
    const both = known?.user === user ? known.both : withConfig(user, config);
    this.#merged.set(config, { user, both });
    return this.choices.apply(uri, both);
  }

  /** All that says what a document is taken for, beside its text. */
  async sources(uri: string): Promise<Pick<OverviewInput, 'user' | 'config' | 'choice'>> {
    return { user: await this.settings, config: await this.configs.of(uri), choice: this.choices.of(uri) };
  }

  /** The workspace file in which decisions about a document are kept; undefined where none can be made. */
  async writable(uri: string): Promise<ConfigFile | undefined> {
    const file = await this.configs.fileOf(uri);
    return file?.writable && (file.exists || this.client.creates) ? file : undefined;
  }

  /** The client is to ask again for all that it shows. */
  refresh(): void {
    const { refreshes } = this.client;
    this.refreshFindings();
    if (refreshes.hints) ask(this.connection.sendRequest(InlayHintRefreshRequest.type));
    if (refreshes.lenses) ask(this.connection.sendRequest(CodeLensRefreshRequest.type));
    if (refreshes.tokens) ask(this.connection.sendRequest(SemanticTokensRefreshRequest.type));
  }

  refreshFindings(): void {
    if (this.client.refreshes.findings) ask(this.connection.sendRequest(DiagnosticRefreshRequest.type));
  }

  /** Words are wanted only once a report is open and answered for: loading them holds up everything else. */
  wantWords(): void {
    if (this.#wordsAsked) return;
    this.#wordsAsked = true;
    setTimeout(() => {
      const words = this.#loadWords?.();
      this.connection.console.info(words ? `分词：${words.name}` : this.#loadWords ? '分词：未找到 nodejieba，使用内置词表' : '分词：使用内置词表');
      if (!words) return;
      this.documents.useWords(words);
      this.refresh();
    }, ANSWERED_MS);
  }

  /** Files of settings and figures count as they stand in an editor; of reports every question takes the current text. */
  #changed(document: TextDocument): void {
    if (LEDGER_FILE.test(document.uri)) this.ledgers.opened(document.uri, document.getText());
    else if (isConfig(document.uri)) this.configs.opened(document.uri, document.getText());
    else return;
    this.refresh();
  }

  #closed({ uri }: TextDocument): void {
    if (isConfig(uri)) this.configs.closed(uri);
    if (this.ledgers.closed(uri)) this.refresh();
    this.documents.close(uri);
    this.pasts.closed(uri);
  }
}

/** The folders that name themselves by a URI. */
const foldersIn = (folders: unknown): readonly string[] => (Array.isArray(folders) ? folders.flatMap((folder: unknown) => (isObject(folder) && typeof folder['uri'] === 'string' ? [normalFolder(folder['uri'])] : [])) : []);
