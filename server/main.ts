// Process entry of the language server, over stdio or IPC as the client asks. Puts together what the core must not
// know: the connection and the word segmentation.

import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import { loadJieba } from './words/jieba.ts';

const dictionaries = path.join(__dirname, 'dict');
startServer(createConnection(ProposedFeatures.all), { loadWords: () => loadJieba(dictionaries) });
