// Tab inside a snippet: goes to the next place to fill in, and where that is one the server can fill, such as the rate of two
// counts just typed, the answer takes its place, selected, so that typing on replaces it. Nothing but Tab fills anything in.
// Must not know what can be filled in.

import { commands, Selection, window, type TextEditor } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

const PLACE = /^【[^【】]{1,20}】$/u;

/** Bound to Tab where a snippet has a place to go on to. */
export async function nextPlace(client: LanguageClient): Promise<void> {
  await commands.executeCommand('jumpToNextSnippetPlaceholder');
  const editor = window.activeTextEditor;
  if (editor && editor.selections.length === 1 && PLACE.test(editor.document.getText(editor.selection))) await fill(client, editor);
}

async function fill(client: LanguageClient, editor: TextEditor): Promise<void> {
  const { document, selection } = editor;
  const params = { uri: client.code2ProtocolConverter.asUri(document.uri), range: client.code2ProtocolConverter.asRange(selection) };
  const answer = await client.sendRequest<{ version: number; text: string } | null>('fazhiReport/fill', params).catch(() => null);
  const isThere = (): boolean => editor.selection.start.isEqual(selection.start);
  if (!answer || answer.version !== document.version || !isThere()) return;
  // By the time it is written the writer may have gone on.
  if ((await editor.edit((edit) => edit.replace(selection, answer.text))) && editor.selection.end.isBeforeOrEqual(selection.end) && editor.selection.end.isAfterOrEqual(selection.start)) {
    editor.selection = new Selection(selection.start, selection.start.translate(0, answer.text.length));
  }
}
