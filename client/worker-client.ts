// The language client in an extension host of a browser, with a server that is a worker. A worker that fails is taken for a
// process that died, so that it is started again in the same way. Must not know how the worker is started, nor what is asked of it.

import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { Starter } from './ahead.ts';
import { recovery, type ClientOptions } from './recovery.ts';

export function createLanguageClient(server: Starter<Worker>, options: ClientOptions): LanguageClient {
  const connect = async (): Promise<{ reader: WorkerReader; writer: BrowserMessageWriter }> => {
    const worker = server.take();
    return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client: LanguageClient = new LanguageClient('fazhiReport', '法治报告助手', connect, { ...options, errorHandler: recovery(() => client, options.diedTooOften) });
  return client;
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
