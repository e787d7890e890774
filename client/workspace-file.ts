// The workspace file .fazhi-report.json as the client knows it: by its name, and to be saved after a decision was written
// into it, so that the command line sees it too. Must not know what is in it.

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
