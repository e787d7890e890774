// The server as the rest of the client speaks to it. Behind it is the language client, which is large: it is read on the side and
// starts when the extension has been activated; what is asked before waits. Must not know what is asked, nor how a server is started.

import * as l10n from '@vscode/l10n';
import { EventEmitter, type CancellationToken, type Event, type WorkspaceEdit } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit as LspWorkspaceEdit } from 'vscode-languageclient';

export interface Server {
  readonly isRunning: () => boolean;
  /** It has come to run, or runs no more. */
  readonly onDidChange: Event<undefined>;
  /** When a start that is under way has ended, well or not: until then the server can be neither stopped nor judged. Not later than in `most` milliseconds. */
  readonly settled: (most?: number) => Promise<void>;
  /** Waits for a server that is being started, and fails where there is none, or where another one has taken its place. */
  readonly request: <T>(method: string, params: unknown, token?: CancellationToken) => Promise<T>;
  /** Goes out at once, to a server that is running; any other gets to know at its start what it must. Never fails. */
  readonly notify: (method: string, params: unknown) => Promise<void>;
  /** An edit that it has answered with. */
  readonly editOf: (edit: LspWorkspaceEdit) => Promise<WorkspaceEdit>;
  /** One that no longer answers cannot be asked to end; another one takes its place all the same. */
  readonly restart: () => Promise<void>;
  /** For good. */
  readonly stop: () => Promise<void>;
}

/** A server that takes longer to start hangs. */
export const LONGEST_START_MS = 5_000;

/** `createClient` reads the language client, `end` ends a server without asking it, `failed` tells of a client that cannot be read. */
export function createServer(createClient: () => Promise<BaseLanguageClient>, end: () => void, failed: (reason: unknown) => void): Server {
  const changed = new EventEmitter<undefined>();
  let client: BaseLanguageClient | undefined;
  let isOver = false;

  async function load(): Promise<BaseLanguageClient> {
    // Behind activate(), whose end VS Code waits for.
    await new Promise((resolve) => setTimeout(resolve));
    const created = isOver ? undefined : await createClient();
    if (!created || isOver) throw new Error('the extension has been deactivated');
    client = created;
    created.onDidChangeState(() => changed.fire(undefined));
    // The client itself tells the user of a server that does not start.
    created.start().catch(() => undefined);
    return created;
  }
  function read(): Promise<BaseLanguageClient> {
    const reading = load();
    reading.catch((reason: unknown) => (isOver ? undefined : failed(reason)));
    return reading;
  }
  let loading = read();

  async function started(): Promise<void> {
    const loaded = await loading.catch(() => undefined);
    if (loaded?.needsStop()) await loaded.start().catch(() => undefined);
  }
  async function settled(most?: number): Promise<void> {
    if (most === undefined) return started();
    let timer: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([started(), new Promise((resolve) => (timer = setTimeout(resolve, most)))]);
    clearTimeout(timer);
  }

  /** What ends the requests that no server has answered yet. */
  const open = new Set<(reason: Error) => void>();

  async function startAnew(): Promise<void> {
    await settled(LONGEST_START_MS);
    await client?.stop().catch(() => undefined);
    // The library lets those wait for ever that were made to a server that hangs.
    for (const end of open) end(new Error(l10n.t('检查程序重新启动了，这一次没有结果。再做一次。')));
    // A client that did not come to run once never will.
    if (client?.needsStart()) await client.start().catch(() => undefined);
    else {
      await client?.dispose().catch(() => undefined);
      loading = read();
    }
    await settled(LONGEST_START_MS);
  }
  let restarted = Promise.resolve();

  return {
    isRunning: () => client?.isRunning() ?? false,
    onDidChange: changed.event,
    settled,
    async request(method, params, token) {
      const loaded = await loading;
      return new Promise((resolve, reject) => {
        open.add(reject);
        const answer = token ? loaded.sendRequest<never>(method, params, token) : loaded.sendRequest<never>(method, params);
        void answer.then(resolve, reject).finally(() => open.delete(reject));
      });
    },
    async notify(method, params) {
      if (client?.isRunning()) await client.sendNotification(method, params).catch(() => undefined);
    },
    editOf: async (edit) => (await loading).protocol2CodeConverter.asWorkspaceEdit(edit),
    // One after the other, however often it is asked for.
    restart: () => (restarted = restarted.then(startAnew)),
    async stop() {
      isOver = true;
      try {
        if (client?.isRunning()) await client.stop();
      } finally {
        end();
      }
    },
  };
}
