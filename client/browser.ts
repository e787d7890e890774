// Entry of the extension in an extension host of a browser: the server is a worker. A worker that fails is taken for a process
// that died, so that it is started again in the same way. Must know of the server only the path of its bundle.

import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { activateIn, deactivate as stop } from './extension.ts';

let worker: Worker | undefined;

export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true);
  activateIn(context, { createClient: (options) => new LanguageClient('fazhiReport', '法治报告助手', async () => startWorker(module), options), platform: 'web', opensPages: false });
}

export async function deactivate(): Promise<void> {
  await stop();
  worker?.terminate();
}

function startWorker(module: string): MessageTransports {
  // One that hangs would go on for ever.
  worker?.terminate();
  worker = new Worker(module, { name: 'fazhi-report' });
  return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** A worker tells of an error that nobody handled, and lives on; nobody would tell of its end. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker) {
    super(worker);
    worker.addEventListener('error', () => {
      worker.terminate();
      this.fireClose();
    });
  }
}
