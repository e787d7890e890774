// A small test registry and the questions the tests put to the editor, by VS Code's public API only.
// Runs inside the extension host of any VS Code, downloaded or offline, of Node or in a browser.
// It must not know which VS Code that is, nor the rules of the extension, nor reach into the extension's code.
import * as vscode from 'vscode';
import { runIn, type Host } from './host.ts';

// --- tests ---

interface Test {
  readonly name: string;
  readonly body: () => Promise<void>;
}

const tests: Test[] = [];

export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

const TEST_MS = 60_000;

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the test did not end within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs all tests one after the other, tells the host of it, and rejects when a test failed. */
export async function runTests(host: Host): Promise<void> {
  runIn(host);
  const { only } = host;
  const progress = { passed: 0, failed: 0, skipped: 0, running: '', done: false };
  for (const { name, body } of tests) {
    if (!name.includes(only)) {
      progress.skipped++;
      continue;
    }
    progress.running = name;
    await host.tell(progress, '');
    const start = performance.now();
    const took = (): string => `${Math.round(performance.now() - start)} ms`;
    let said: string;
    try {
      await within(body(), TEST_MS);
      progress.passed++;
      said = `ok - ${name} (${took()})`;
    } catch (error) {
      progress.failed++;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      said = `not ok - ${name} (${took()})\n${text.replace(/^/gm, '    ')}`;
    }
    progress.running = '';
    await host.tell(progress, said);
  }
  progress.done = true;
  await host.tell(progress, '');
  if (progress.failed > 0) throw new Error(`${progress.failed} failed`);
  if (progress.passed === 0 && only === '') throw new Error('no test ran');
}

/**
 * Asks again and again until the answer is truthy, and returns it. What throws is asked again too: a list that is drawn anew
 * at that moment has no element to act on.
 */
export async function until<T>(
  condition: () => T | PromiseLike<T>,
  what: string | (() => string),
  ms = 30_000,
): Promise<Exclude<NonNullable<T>, false>> {
  const end = performance.now() + ms;
  for (;;) {
    let failure: unknown;
    try {
      const answer = await condition();
      if (answer) return answer as Exclude<NonNullable<T>, false>;
    } catch (error) {
      failure = error;
    }
    if (performance.now() > end) throw new Error(`waited ${ms} ms for ${typeof what === 'string' ? what : what()}`, { cause: failure });
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

// --- documents ---

/** Opens an untitled document in an editor, hands it to `body`, and closes it without a question. */
export async function withDocument<T>(
  content: string,
  language: string,
  body: (document: vscode.TextDocument) => Promise<T>,
): Promise<T> {
  const { uri } = await vscode.workspace.openTextDocument({ content, language });
  const document = (): vscode.TextDocument | undefined =>
    vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  const show = async (): Promise<vscode.TextDocument> => {
    const { document } = await vscode.window.showTextDocument(uri, { preview: false });
    // A new document may bear the name of one closed just before, and then comes in its language.
    return document.languageId === language ? document : vscode.languages.setTextDocumentLanguage(document, language);
  };
  try {
    return await body(await show());
  } finally {
    if (document() && !document()?.isClosed) {
      await show();
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  }
}

/** Where `text` stands for the first time in the document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`the document does not hold ${text}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

export const wholeOf = (document: vscode.TextDocument): vscode.Range =>
  document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));

// --- what the extension shows ---

/** The code of a diagnostic, with or without a link. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** All diagnostics of a document from one source. */
export function diagnosticsOf(uri: vscode.Uri, source: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((each) => each.source === source);
}

/** Waits until the document's diagnostics from one source satisfy `wanted`, and returns them. */
export async function diagnosticsWhen(
  uri: vscode.Uri,
  source: string,
  wanted: (diagnostics: vscode.Diagnostic[]) => boolean,
  what: string,
): Promise<vscode.Diagnostic[]> {
  return until(
    () => {
      const all = diagnosticsOf(uri, source);
      return wanted(all) ? all : undefined;
    },
    () => `${what}; there are ${JSON.stringify(diagnosticsOf(uri, source).map((each) => [codeOf(each), each.message]))}`,
  );
}

/** The text of all hovers at a position. */
export async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

export type Action = vscode.CodeAction | vscode.Command;

/** The code actions offered for a range, resolved. */
export async function codeActions(uri: vscode.Uri, range: vscode.Range, kind?: string): Promise<Action[]> {
  const all = await vscode.commands.executeCommand<Action[]>('vscode.executeCodeActionProvider', uri, range, kind, 100);
  return all ?? [];
}

/** Waits for a code action that satisfies `wanted`. */
export async function codeActionWhen(
  uri: vscode.Uri,
  range: vscode.Range,
  wanted: (action: Action) => boolean,
  what: string,
  kind?: string,
): Promise<Action> {
  let offered: Action[] = [];
  return until(
    async () => {
      offered = await codeActions(uri, range, kind);
      return offered.find(wanted);
    },
    () => `${what}; offered are ${JSON.stringify(offered.map((each) => each.title))}`,
  );
}

/** What an action would write into documents. */
export function newText(action: Action): string {
  if (!('edit' in action) || !action.edit) return '';
  return action.edit
    .entries()
    .flatMap(([, edits]) => edits)
    .map((edit) => edit.newText)
    .join('\n');
}

/** Does what a click on the action does: its edit first, then its command. */
export async function apply(action: Action): Promise<void> {
  if ('disabled' in action && action.disabled) throw new Error(`${action.title} is disabled: ${action.disabled.reason}`);
  if ('edit' in action && action.edit && !(await vscode.workspace.applyEdit(action.edit))) {
    throw new Error(`the edit of ${action.title} was refused`);
  }
  const command = typeof action.command === 'string' ? (action as vscode.Command) : action.command;
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** The outline of a document. */
export async function documentSymbols(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  const all = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri);
  return all ?? [];
}

/** The symbols and all their descendants. */
export function flatten(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children)]);
}

/** What an extension has written to its output channels, read as a user would: by showing each in the Output view. */
export async function outputOf(extensionId: string): Promise<string[]> {
  const show = 'workbench.action.output.show.';
  const ids = [`${extensionId}.`, `extension-output-${extensionId}-`]; // a log channel, a plain one
  const commands = await until(
    async () => {
      const all = await vscode.commands.getCommands();
      const own = all.filter((command) => ids.some((id) => command.startsWith(show + id)));
      return own.length > 0 ? own : undefined;
    },
    `an output channel of ${extensionId}`,
  );
  const texts: string[] = [];
  for (const command of commands) {
    const id = command.slice(show.length);
    await vscode.commands.executeCommand(command);
    const document = await until(
      () => vscode.workspace.textDocuments.find((each) => each.uri.scheme === 'output' && each.uri.path === id),
      () => `the output channel ${id}; open are ${vscode.workspace.textDocuments.map((each) => each.uri).join(', ')}`,
    );
    // The text comes a moment after the document. A channel nothing was written to stays empty.
    await until(() => document.getText(), 'text', 5_000).catch(() => undefined);
    texts.push(document.getText());
  }
  await vscode.commands.executeCommand('workbench.action.closePanel');
  return texts;
}

/** What the diagnosis says; its page is closed again. */
export async function diagnosis(): Promise<string> {
  await vscode.commands.executeCommand('fazhiReport.diagnose');
  const page = await until(() => {
    const active = vscode.window.activeTextEditor?.document;
    return active?.uri.scheme === 'fazhi-report' && active.getText() !== '' && active;
  }, 'the page of the diagnosis');
  const text = page.getText();
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  return text;
}
