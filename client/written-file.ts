// A file that the user asked for: where it may go, written, and told with the offer to open it. Must not know what is in it.

import * as l10n from '@vscode/l10n';
import { env, Uri, window, workspace } from 'vscode';
import { nameOf } from './uris.ts';

/** Beside the report under its name; an unsaved report suggests nothing but the folder that is open. */
export function suggestion(uri: Uri, ending: string, otherwise: string): { readonly defaultUri?: Uri } {
  if (uri.scheme !== 'untitled') return { defaultUri: uri.with({ path: `${uri.path.replace(/\.[^./]+$/u, '')}${ending}` }) };
  const folder = workspace.workspaceFolders?.[0]?.uri;
  // A new report has its name already.
  if (uri.path.includes('/')) return { defaultUri: uri.with({ scheme: folder?.scheme ?? 'file', path: `${uri.path.replace(/\.[^./]+$/u, '')}${ending}` }) };
  return folder ? { defaultUri: Uri.joinPath(folder, otherwise) } : {};
}

/** Where it cannot be written, the user is told and the answer is false. */
export async function written(file: Uri, bytes: Uint8Array): Promise<boolean> {
  try {
    await workspace.fs.writeFile(file, bytes);
    return true;
  } catch {
    void window.showErrorMessage(l10n.t('写不了“{0}”。在 Word 或者 Excel 里开着的先关掉，再来一次。', nameOf(file)));
    return false;
  }
}

/** The message, and with it the offer to open the file where another program can. Nobody waits until it is closed. */
export function tellWritten(file: Uri, message: string): void {
  const open = l10n.t('打开');
  const said = window.showInformationMessage(message, ...(file.scheme === 'file' ? [open] : []));
  void said.then((chosen) => (chosen === open ? env.openExternal(file) : undefined));
}
