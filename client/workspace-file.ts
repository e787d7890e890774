// The workspace file .fazhi-report.json as the client knows it: by its name, to be read for a server that cannot reach it, and
// to be saved after a decision was written into it, so that the command line sees it too. Must not know what is in it.

import { Uri, workspace } from 'vscode';

const NAME = '.fazhi-report.json';

export const CONFIG_FILES = `**/${NAME}`;

export const isConfig = ({ path }: Uri): boolean => path.endsWith(`/${NAME}`);

/** `target` is the file's URI as text; anything else is not ours to save. */
export async function saveConfig(target: unknown): Promise<void> {
  if (typeof target !== 'string' || !isConfig(Uri.parse(target))) return;
  const document = await workspace.openTextDocument(Uri.parse(target));
  await document.save();
}

/** What the server asks for a workspace file: no text where there is none, and whether one can be written there. Nothing else is read. */
export async function readConfig({ uri }: { readonly uri: string }): Promise<{ readonly text: string | null; readonly writable: boolean } | null> {
  const file = Uri.parse(uri);
  if (!isConfig(file)) return null;
  const text = await workspace.fs.readFile(file).then((bytes) => new TextDecoder().decode(bytes), () => null);
  return { text, writable: workspace.fs.isWritableFileSystem(file.scheme) === true };
}
