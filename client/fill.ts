// When Tab has come to a place to fill in that the server can fill, such as the rate of two counts just typed, the answer takes
// its place, selected, so that typing on replaces it. Nothing but Tab asks for it. Must not know what can be filled in.

import { Selection, window, type TextEditor } from 'vscode';
import { lspRange } from './place.ts';
import type { Server } from './server.ts';

const PLACE = /^【[^【】]{1,20}】$/u;

/** Bound to Tab in a snippet, behind the editor's own step to the next place: that one must not wait for us, nor may typing. */
export async function fillPlace(server: Server): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor && editor.selections.length === 1 && PLACE.test(editor.document.getText(editor.selection))) await fill(server, editor);
}

async function fill(server: Server, editor: TextEditor): Promise<void> {
  const { document, selection } = editor;
  const params = { uri: document.uri.toString(), range: lspRange(selection) };
  const answer = await server.request<{ version: number; text: string } | null>('fazhiReport/fill', params).catch(() => null);
  const isThere = (): boolean => editor.selection.start.isEqual(selection.start);
  if (!answer || answer.version !== document.version || !isThere()) return;
  // By the time it is written the writer may have gone on.
  if ((await editor.edit((edit) => edit.replace(selection, answer.text))) && editor.selection.end.isBeforeOrEqual(selection.end) && editor.selection.end.isAfterOrEqual(selection.start)) {
    editor.selection = new Selection(selection.start, selection.start.translate(0, answer.text.length));
  }
}
