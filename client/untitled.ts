// New documents that already have the name and the place under which they are to be saved. Must not know what is written in them.

import { languages, Uri, workspace, type TextDocument } from 'vscode';

/** In a folder that can be written the document already has its name there, which saving keeps; without one, saving asks. */
export async function emptyDocument({ language, name }: { readonly language: string; readonly name: string }, folder: Uri | undefined): Promise<TextDocument> {
  if (!folder || workspace.fs.isWritableFileSystem(folder.scheme) === false) return workspace.openTextDocument({ language });
  const document = await workspace.openTextDocument(await freeName(folder, name));
  return document.languageId === language ? document : languages.setTextDocumentLanguage(document, language);
}

async function freeName(folder: Uri, name: string): Promise<Uri> {
  const at = name.lastIndexOf('.');
  for (let n = 1; ; n++) {
    const file = Uri.joinPath(folder, n === 1 ? name : `${name.slice(0, at)}（${n}）${name.slice(at)}`);
    const untitled = file.with({ scheme: 'untitled' });
    const isOpen = workspace.textDocuments.some(({ uri }) => uri.toString() === untitled.toString());
    const exists = await workspace.fs.stat(file).then(() => true, () => false);
    if (!isOpen && !exists) return untitled;
  }
}
