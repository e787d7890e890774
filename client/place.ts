// Places in a document as the server writes them, and the command that goes to one. Must not know what stands there.

import { Range, Selection, window, workspace, type TextEditor, type Uri } from 'vscode';
import { uriIn } from './uris.ts';

export interface LspPosition {
  readonly line: number;
  readonly character: number;
}

export interface LspRange {
  readonly start: LspPosition;
  readonly end: LspPosition;
}

export const lspPosition = ({ line, character }: LspPosition): LspPosition => ({ line, character });
export const lspRange = ({ start, end }: LspRange): LspRange => ({ start: lspPosition(start), end: lspPosition(end) });

/** Goes to a place of a document: its URI, and a range as the server writes it. */
export const SHOW = 'fazhiReport.showPlace';

/** Goes to a place in the editor that shows the document already. */
export async function showPlace(where: Uri | string | undefined, range: LspRange): Promise<void> {
  const uri = uriIn(where);
  if (!uri) return;
  const selection = new Selection(range.start.line, range.start.character, range.end.line, range.end.character);
  const editor = await showDocument(uri, selection);
  editor.revealRange(new Range(selection.start, selection.end));
}

/** Brings a document to the front, where it is seen already in that editor. */
export async function showDocument(uri: Uri, selection?: Range): Promise<TextEditor> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  // From a page that is no editor it goes beside that page, not over it; VS Code may not have told yet that the page is in front.
  const column = [open, window.activeTextEditor, ...window.visibleTextEditors].find((editor) => editor?.viewColumn !== undefined)?.viewColumn;
  const options = { ...(selection ? { selection } : {}), ...(column === undefined ? {} : { viewColumn: column }) };
  return window.showTextDocument(open?.document ?? (await workspace.openTextDocument(uri)), options);
}
