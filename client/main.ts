// Entry of the extension in an extension host of Node: the server is a process of its own. Must know of the server only the
// path of its bundle.

import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import { activateIn } from './extension.ts';
import { SERVER_OPTIONS } from './server-process.ts';

export { deactivate } from './extension.ts';

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc, options: { execArgv: SERVER_OPTIONS } },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  activateIn(context, { createClient: (options) => new LanguageClient('fazhiReport', '法治报告助手', server, options), platform: `${process.platform}-${process.arch}`, opensPages: true });
}
