// When Tab comes to a place 【……】 that the server can fill in, such as the rate of two counts just typed, the answer takes its
// place, selected, so that typing on replaces it. Nothing else is ever filled in: whoever comes by mouse, by a list of
// problems or from another line finds the place as it was. Must not know what can be filled in.

import { languages, Selection, TextEditorSelectionChangeKind, window, type Disposable, type DocumentSelector, type TextEditor } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

const PLACE = /^【[^【】]{1,20}】$/u;

export function fillPlaces(client: LanguageClient, selector: DocumentSelector): Disposable {
  const before = new WeakMap<TextEditor, Selection>();

  async function fill(editor: TextEditor, selection: Selection): Promise<void> {
    const { document } = editor;
    const params = { uri: client.code2ProtocolConverter.asUri(document.uri), range: client.code2ProtocolConverter.asRange(selection) };
    const answer = await client.sendRequest<{ version: number; text: string } | null>('fazhiReport/fill', params).catch(() => null);
    if (!answer || answer.version !== document.version || !editor.selection.isEqual(selection)) return;
    if (await editor.edit((edit) => edit.replace(selection, answer.text))) editor.selection = new Selection(selection.start, selection.start.translate(0, answer.text.length));
  }

  return window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
    const [selection] = selections;
    const last = before.get(textEditor);
    if (!selection || selections.length > 1) return;
    before.set(textEditor, selection);
    const comesFromTheLeft = last !== undefined && last.end.line === selection.start.line && last.end.isBefore(selection.start);
    if (kind !== TextEditorSelectionChangeKind.Command || !comesFromTheLeft || !selection.isSingleLine) return;
    const { document } = textEditor;
    if (PLACE.test(document.getText(selection)) && languages.match(selector, document) > 0) void fill(textEditor, selection);
  });
}
