// Entry of the extension in an extension host of a browser: the server is a worker. Must know of the server only the path of
// its bundle.

import { Uri, type ExtensionContext } from 'vscode';
import { startAhead, type Kind } from './ahead.ts';
import { activateIn } from './extension.ts';

export { deactivate } from './extension.ts';

export function activate(context: ExtensionContext): void {
  const server = startAhead(serverWorker(Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true)));
  activateIn(context, {
    createClient: async (options) => (await import('./worker-client.ts')).createLanguageClient(server, options),
    endServer: server.end,
    platform: 'web',
    opensPages: false,
  });
}

/** `module` is the address of its bundle. */
function serverWorker(module: string): Kind<Worker> {
  const failed = new WeakSet<Worker>();
  return {
    start() {
      const worker = new Worker(module, { name: 'fazhi-report' });
      worker.addEventListener('error', () => failed.add(worker));
      return worker;
    },
    isAlive: (worker) => !failed.has(worker),
    end: (worker) => worker.terminate(),
  };
}
