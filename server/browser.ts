// Entry of the language server in a worker of the browser. It has neither a disk nor an engine for words: workspace files are
// asked of the client, words are cut by the built-in list. Must not know Node.

import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.ts';

const worker = self as DedicatedWorkerGlobalScope;
// Errors that nobody handles end a process, which its client starts again; here the client hears only of those that are thrown.
worker.addEventListener('unhandledrejection', ({ reason }) => void setTimeout(() => {
  throw reason;
}));
const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
startServer(connection, {});
connection.onExit(() => worker.close());
