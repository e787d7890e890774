// What happens when the server dies: it is started again, unless it dies too often. Must not know why.

import { CloseAction, ErrorAction, type BaseLanguageClient, type ErrorHandler, type LanguageClientOptions } from 'vscode-languageclient';

/** A server that dies more often than this within three minutes is left alone, and the user is told. */
const MOST_RESTARTS = 8;

export interface ClientOptions extends LanguageClientOptions {
  /** What the user is told of a server that is left alone, which has died so often. */
  readonly diedTooOften: (deaths: number) => string;
}

/** `client` is the one that is started by then. */
export function recovery(client: () => BaseLanguageClient, diedTooOften: ClientOptions['diedTooOften']): ErrorHandler {
  let usual: ErrorHandler | undefined;
  return {
    // To a server that has just died several messages may be on their way. The library would take the failing writes for a
    // reason to stop for good; what is to be done is decided when the connection closes.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    async closed() {
      usual ??= client().createDefaultErrorHandler(MOST_RESTARTS);
      const result = await usual.closed();
      if (result.action === CloseAction.Restart) return result;
      // Who starts it by hand begins to count anew.
      usual = undefined;
      return { ...result, message: diedTooOften(MOST_RESTARTS + 1) };
    },
  };
}
