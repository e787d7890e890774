// Saves the workspace file after a quick fix wrote into it, so that the command line sees the decision too.
// Must not know what is in it.

import { Uri, workspace } from 'vscode';

/** `target` is the file's URI as text; anything else is not ours to save. */
export async function saveConfig(target: unknown): Promise<void> {
  if (typeof target !== 'string' || !target.endsWith('/.fazhi-report.json')) return;
  const document = await workspace.openTextDocument(Uri.parse(target));
  await document.save();
}
