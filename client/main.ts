// Entry of the extension in an extension host of Node: the server is a process of its own. Must know of the server only the
// path of its bundle.

import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { startAhead } from './ahead.ts';
import { activateIn, deactivate } from './extension.ts';
import { serverProcess } from './server-process.ts';

export { deactivate };

// VS Code reads this file, then fetches what it keeps for the extension, and only then calls activate(). Meanwhile the server
// starts, and while it starts, what speaks to it is read.
const server = startAhead(serverProcess(path.join(__dirname, 'server.js')));
const languageClient = new Promise((resolve) => setImmediate(resolve)).then(() => import('./language-client.ts'));
// What fails is told to who asks for it.
languageClient.catch(() => undefined);

export function activate(context: ExtensionContext): void {
  activateIn(context, {
    // Read once more where it could not be read before, as a restart asks for.
    createClient: async (options) => (await languageClient.catch(() => import('./language-client.ts'))).createLanguageClient(server, options),
    endServer: server.end,
    platform: `${process.platform}-${process.arch}`,
    opensPages: true,
  });
}
