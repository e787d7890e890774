// Process entry of the language server, over stdio or IPC as the client asks. Puts together what the core and the server
// must not know: the connection, the word segmentation and the disk.

import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import { loadJieba } from './words/jieba.ts';

// What is kept changes little from key to key, so old memory need not grow by more than a twentieth between two collections.
setFlagsFromString('--heap-growing-percent=5');

/** There is no such file, a folder has its name, or the URI names none on this machine. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ERR_INVALID_URL', 'ERR_INVALID_FILE_URL_PATH', 'ERR_INVALID_FILE_URL_HOST', 'ERR_INVALID_ARG_VALUE']);

/** Nothing where there is none, or where nothing may be read: who looks for earlier reports does without. */
const orNothing = <T>(reading: Promise<T>): Promise<T | undefined> => reading.catch(() => undefined);

const dictionaries = path.join(__dirname, 'dict');
startServer(createConnection(ProposedFeatures.all), {
  loadWords: () => loadJieba(dictionaries),
  readFile: async (uri) => {
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch (error) {
      if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
  },
  files: {
    read: (uri, most) => orNothing((async () => {
      const file = fileURLToPath(uri);
      return (await stat(file)).size <= most ? readFile(file) : undefined;
    })()),
    list: (uri) => orNothing((async () => (await readdir(fileURLToPath(uri), { withFileTypes: true })).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })))()),
  },
});
