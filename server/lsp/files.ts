// Files beside the documents: from the disk where the server has one, else through a client that can be asked. Must not know
// what is in them, nor which are wanted.

import type { Connection } from 'vscode-languageserver';
import type { Entry } from '../import/folder.ts';
import { fromBase64 } from './base64.ts';
import type { Kept } from './configs.ts';
import { ListFolderRequest, ReadBytesRequest, ReadFileRequest } from './requests.ts';
import { isObject } from './settings.ts';

/** What can be looked at; nothing of it fails. */
export interface Files {
  /** Undefined where there is no such file, or a larger one. */
  readonly read: (uri: string, mostBytes: number) => Promise<Uint8Array | undefined>;
  /** Undefined where there is no such folder. */
  readonly list: (uri: string) => Promise<readonly Entry[] | undefined>;
}

/** The disk of the server, by `file:` URIs; without any of it the client is asked. */
export interface Disk {
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  readonly files?: Files;
}

/** Files, and the workspace files among them; `asks` is whether the client can be asked by now. */
export function reach(connection: Connection, { readFile, files }: Disk, asks: () => boolean): Files & { readonly kept: (uri: string) => Promise<Kept> } {
  return {
    async kept(uri) {
      if (readFile && uri.startsWith('file:')) return { text: await readFile(uri), writable: true };
      const answer = asks() ? await connection.sendRequest(ReadFileRequest, { uri }).catch(() => null) : null;
      return { text: typeof answer?.text === 'string' ? answer.text : undefined, writable: answer?.writable === true };
    },
    async read(uri, most) {
      if (files && uri.startsWith('file:')) return files.read(uri, most);
      const answer = asks() ? await connection.sendRequest(ReadBytesRequest, { uri, most }).catch(() => null) : null;
      return typeof answer?.base64 === 'string' && answer.base64.length <= most * 1.4 ? fromBase64(answer.base64) : undefined;
    },
    async list(uri) {
      if (files && uri.startsWith('file:')) return files.list(uri);
      const answer = asks() ? await connection.sendRequest(ListFolderRequest, { uri }).catch(() => null) : null;
      return Array.isArray(answer?.entries) ? answer.entries.filter((entry: unknown): entry is Entry => isObject(entry) && typeof entry['name'] === 'string' && typeof entry['isFolder'] === 'boolean') : undefined;
    },
  };
}
