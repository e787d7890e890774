// The language client in an extension host of Node, with a server that is a process: a bundle of its own, read while the server
// starts. Must not know how the process is started, nor what is asked of it.

import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { IPCMessageReader, IPCMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/node';
import type { Starter } from './ahead.ts';
import { recovery, type ClientOptions } from './recovery.ts';

export function createLanguageClient(server: Starter<ChildProcess>, options: ClientOptions): LanguageClient {
  const client: LanguageClient = new LanguageClient('fazhiReport', '法治报告助手', async () => connect(server.take(), client), { ...options, errorHandler: recovery(() => client, options.diedTooOften) });
  return client;
}

/** What the process writes, and how it ends, goes into the log. */
function connect(child: ChildProcess, client: LanguageClient): MessageTransports {
  eachLine(child.stdout, (line) => client.info(line));
  eachLine(child.stderr, (line) => client.error(line, undefined, false));
  child.on('exit', (code, signal) => {
    if (code === 0) client.info('The server has ended.');
    else client.error(`The server has ended: ${signal ?? `exit code ${code}`}.`, undefined, false);
  });
  return { reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) };
}

function eachLine(input: Readable | null, told: (line: string) => void): void {
  if (input) createInterface({ input, crlfDelay: Infinity }).on('line', told);
}
