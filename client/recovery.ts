// What happens when the server starts, and when it dies: it is started again, unless it dies too often. Must not know why.

import * as l10n from '@vscode/l10n';
import { CloseAction, ErrorAction, State, type BaseLanguageClient, type ErrorHandler } from 'vscode-languageclient';

/** A server that dies more often than this within three minutes is left alone, and the user is told. */
const MOST_RESTARTS = 8;

/** `client` is the one that is started by then. */
export function recovery(client: () => BaseLanguageClient | undefined): ErrorHandler {
  let usual: ErrorHandler | undefined;
  return {
    // To a server that has just died several messages may be on their way. The library would take the failing writes for a
    // reason to stop for good; what is to be done is decided when the connection closes.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    async closed() {
      usual ??= client()?.createDefaultErrorHandler(MOST_RESTARTS);
      const result = (await usual?.closed()) ?? { action: CloseAction.Restart };
      if (result.action === CloseAction.Restart) return result;
      return { ...result, message: l10n.t('检查程序三分钟内停了{0}次，不再自动启动。按 F1 运行“重新启动检查程序”；还不行，运行“查看运行记录”，把记录发给维护的人。', MOST_RESTARTS + 1) };
    },
  };
}

/** When a start that is under way has ended, well or not: until then the client can be neither stopped nor judged. */
export async function settled(client: BaseLanguageClient): Promise<void> {
  if (client.state === State.Starting) await client.start().catch(() => undefined);
}
