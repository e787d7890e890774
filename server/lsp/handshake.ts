// What client and server tell each other of themselves when they start. Must not know how anything is answered.

import {
  CodeActionKind, DidChangeConfigurationNotification, DocumentFormattingRequest, DocumentRangeFormattingRequest, ResourceOperationKind, SemanticTokensRegistrationType, TextDocumentSyncKind,
  type Connection, type InitializeParams, type InitializeResult,
} from 'vscode-languageserver';
import { LANGUAGE } from './documents.ts';
import { FIX_ALL, type InitializationOptions } from './requests.ts';
import { SECTION } from './settings.ts';
import { LEGEND } from './tokens.ts';

/** What the client can do and the server makes use of. */
export interface Client {
  /** The folder of the rule pages, as a URI without a slash at its end. */
  readonly pages: string | undefined;
  readonly commands: boolean;
  readonly cursor: boolean;
  readonly files: boolean;
  readonly contributesSnippets: boolean;
  /** Tab stops in edits of the workspace. */
  readonly snippets: boolean;
  readonly completion: { readonly snippets: boolean; readonly labels: boolean };
  /** It can be asked for its settings. */
  readonly configuration: boolean;
  /** It shows what an edit is for before it is made. */
  readonly annotations: boolean;
  /** Edits that make files. */
  readonly creates: boolean;
  /** What it asks for again when it is told to. */
  readonly refreshes: { readonly findings: boolean; readonly hints: boolean; readonly lenses: boolean; readonly tokens: boolean };
  /** What the server may register with it after the start. */
  readonly registers: { readonly configuration: boolean; readonly formatting: boolean; readonly tokens: boolean };
}

/** As the client tells it; of what it does not tell it can do nothing. */
export function clientOf({ capabilities, initializationOptions }: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): Client {
  const { workspace, textDocument } = capabilities;
  const item = textDocument?.completion?.completionItem;
  const edits = workspace?.workspaceEdit;
  const options = initializationOptions as Partial<Record<keyof InitializationOptions, unknown>> | null | undefined;
  return {
    pages: typeof options?.pages === 'string' ? options.pages.replace(/\/$/u, '') : undefined,
    commands: options?.commands === true,
    cursor: options?.cursor === true,
    files: options?.files === true,
    contributesSnippets: options?.snippets === true,
    snippets: edits?.snippetEditSupport === true,
    completion: { snippets: item?.snippetSupport === true, labels: item?.labelDetailsSupport === true },
    configuration: workspace?.configuration === true,
    annotations: edits?.documentChanges === true && edits.changeAnnotationSupport !== undefined,
    creates: edits?.documentChanges === true && edits.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    refreshes: {
      findings: workspace?.diagnostics?.refreshSupport === true,
      hints: workspace?.inlayHint?.refreshSupport === true,
      lenses: workspace?.codeLens?.refreshSupport === true,
      tokens: workspace?.semanticTokens?.refreshSupport === true,
    },
    registers: {
      configuration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
      formatting: textDocument?.formatting?.dynamicRegistration === true && textDocument.rangeFormatting?.dynamicRegistration === true,
      tokens: textDocument?.semanticTokens?.dynamicRegistration === true,
    },
  };
}

/** Marks behind which a title or a heading may follow. VS Code heeds no character that belongs to a word, so 率 would be none. */
const TRIGGERS = ['《', '（', '）', '、'];

/** What the server does for such a client. */
export const introduction = ({ capabilities }: InitializeParams): InitializeResult => ({
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
    renameProvider: capabilities.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
  },
  serverInfo: { name: 'fazhi-report' },
});

/** Markdown is left to its own formatters, which would otherwise have to be chosen between in every document, and to its own colours. */
const NOT_MARKDOWN = [{ language: LANGUAGE }, { language: 'plaintext' }];

/** What is not for documents of every language, or not for every client, is registered later. */
export function register({ client: registry }: Connection, { registers }: Client): void {
  if (registers.configuration) ask(registry.register(DidChangeConfigurationNotification.type, { section: SECTION }));
  if (registers.formatting) {
    ask(registry.register(DocumentFormattingRequest.type, { documentSelector: NOT_MARKDOWN }));
    ask(registry.register(DocumentRangeFormattingRequest.type, { documentSelector: NOT_MARKDOWN }));
  }
  if (registers.tokens) ask(registry.register(SemanticTokensRegistrationType.type, { documentSelector: NOT_MARKDOWN, legend: LEGEND, full: { delta: true }, range: true }));
}

/** A client may refuse what it is asked; the server then does without. */
export const ask = (request: Promise<unknown>): void => void request.catch(() => undefined);
