// Process entry of the language server, over stdio or IPC as the client asks. Puts together what the core and the server
// must not know: the connection, the word segmentation and the disk.

import { readFile } from 'node:fs/promises';
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
});
