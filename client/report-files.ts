// Files of reports and of their ledgers: how they may end, and for a server that cannot reach them what is in a folder and the
// bytes of a file. Must not know what is in them, nor which are wanted.

import { FileType, Uri, workspace } from 'vscode';
import { toBase64 } from './base64.ts';

/** Endings of what may be a report; which of the files in a folder are, the server says. */
const TEXT_ENDINGS = ['md', 'markdown', 'txt', 'fzbg'];
export const WORD_ENDINGS = ['docx', 'docm'];
export const REPORT_ENDINGS = [...TEXT_ENDINGS, ...WORD_ENDINGS];
/** And of what may be a ledger of figures. */
const LEDGER_ENDINGS = ['csv', 'tsv', 'xlsx'];

const filesWith = (endings: readonly string[]): string => `**/*.{${endings.join(',')}}`;
export const REPORT_FILES = filesWith(REPORT_ENDINGS);
export const LEDGER_FILES = filesWith(LEDGER_ENDINGS);

export const endsWith = (name: string, endings: readonly string[]): boolean => endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));

/** Null where there is none, where it is longer than `most` bytes, or is no such file. */
export async function readBytes({ uri, most }: { readonly uri: string; readonly most: number }): Promise<{ readonly base64: string } | null> {
  const file = Uri.parse(uri);
  if (!endsWith(file.path, [...REPORT_ENDINGS, ...LEDGER_ENDINGS])) return null;
  try {
    if ((await workspace.fs.stat(file)).size > most) return null;
    return { base64: toBase64(await workspace.fs.readFile(file)) };
  } catch {
    return null;
  }
}

/** Null where there is no such folder. A link to one is none: it may lead back up. */
export async function listFolder({ uri }: { readonly uri: string }): Promise<{ readonly entries: readonly { readonly name: string; readonly isFolder: boolean }[] } | null> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri));
    return { entries: entries.map(([name, type]) => ({ name, isFolder: type === FileType.Directory })) };
  } catch {
    return null;
  }
}
