// The extension host a suite runs in, as far as the tests have to care: how to tell of progress, where to put files.
// It must not know what hosts there are.
import * as vscode from 'vscode';

export interface Progress {
  passed: number;
  failed: number;
  skipped: number;
  /** The test that is running; empty between two. */
  running: string;
  done: boolean;
}

export interface Host {
  /** Only tests whose name holds this. */
  readonly only: string;
  /** The engine of words that must be in use; empty where any will do. */
  readonly words: string;
  /** Tells whoever started VS Code how far the suite is, and a line or more to print. */
  readonly tell: (progress: Progress, said: string) => void | Promise<void>;
  /** A folder in which every test may make one of its own. */
  readonly shelf: () => vscode.Uri;
}

let host: Host | undefined;

export function runIn(current: Host): void {
  host = current;
}

export function currentHost(): Host {
  if (!host) throw new Error('the suite was started without a host');
  return host;
}

/** A folder that is gone again after the test. */
export async function withFolder(body: (folder: vscode.Uri) => Promise<void>): Promise<void> {
  const folder = vscode.Uri.joinPath(currentHost().shelf(), `fazhi-${Math.random().toString(36).slice(2)}`);
  await vscode.workspace.fs.createDirectory(folder);
  try {
    await body(folder);
  } finally {
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }
}

export const write = (file: vscode.Uri, text: string): Thenable<void> => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));

/** The text of a file as it is kept, with its byte order mark; empty where there is none. */
export async function read(file: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(file).then((found) => found, () => new Uint8Array());
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
