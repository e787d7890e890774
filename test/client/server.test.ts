// The client while the language client behind it is not there yet: what is asked waits, what is told is dropped, stopping stops
// what is still to start. VS Code's own module is stood in for by the one class that is needed.

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { startAhead, type Kind } from '../../client/ahead.ts';
import { createServer, LONGEST_START_MS } from '../../client/server.ts';
import { serverProcess } from '../../client/server-process.ts';

vi.mock('vscode', () => ({
  EventEmitter: class {
    readonly #listeners: (() => void)[] = [];
    readonly event = (listener: () => void): void => void this.#listeners.push(listener);
    readonly fire = (): void => this.#listeners.forEach((listener) => listener());
  },
}));

type Client = Awaited<ReturnType<Parameters<typeof createServer>[0]>>;

/** A language client that runs from its start on, and keeps what it is asked and told. */
function fakeClient(hasFailed = false): { readonly client: Client; readonly log: string[] } {
  const log: string[] = [];
  const listeners: (() => void)[] = [];
  let isRunning = false;
  const turn = (running: boolean): void => {
    isRunning = running;
    listeners.forEach((listener) => listener());
  };
  const client = {
    isRunning: () => isRunning,
    needsStop: () => isRunning,
    needsStart: () => !isRunning && !hasFailed,
    onDidChangeState: (listener: () => void) => listeners.push(listener),
    // The start that has been is answered with, as the library does.
    dispose: async () => void log.push('dispose'),
    start: async () => (isRunning ? undefined : (log.push('start'), turn(true))),
    stop: async () => (log.push('stop'), turn(false)),
    sendRequest: async (method: string, ...params: unknown[]) => (log.push(`${method} with ${params.length}`), 'answer'),
    sendNotification: async (method: string) => void log.push(method),
  };
  return { client: client as unknown as Client, log };
}

/** A promise, and what settles it. */
function later<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void; readonly reject: (reason: unknown) => void } {
  let settle: { resolve: (value: T) => void; reject: (reason: unknown) => void } | undefined;
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, resolve: (value) => settle?.resolve(value), reject: (reason) => settle?.reject(reason) };
}

const never = (): never => {
  throw new Error('must not be called');
};

describe('a server behind a language client that is still being read', () => {
  test('is asked when it has started, is told nothing before, and says that it runs', async () => {
    const { client, log } = fakeClient();
    const read = later<Client>();
    const server = createServer(() => read.promise, never, never);
    const changes: boolean[] = [];
    server.onDidChange(() => changes.push(server.isRunning()));
    const answer = server.request('ask', {});
    await server.notify('early', {});
    expect(server.isRunning()).toBe(false);
    read.resolve(client);
    expect(await answer).toBe('answer');
    await server.settled();
    await server.notify('tell', {});
    expect(log).toEqual(['start', 'ask with 1', 'tell']);
    expect(changes).toEqual([true]);
  });

  test('is not read before those who wait for the extension have had their turn', async () => {
    const order: string[] = [];
    createServer(async () => (order.push('read'), fakeClient().client), never, never);
    for (let i = 0; i < 100; i++) await Promise.resolve();
    order.push('activated');
    await vi.waitFor(() => expect(order).toEqual(['activated', 'read']));
  });

  test('is told before anything else can go out', async () => {
    const { client, log } = fakeClient();
    const server = createServer(async () => client, never, never);
    await server.settled();
    void server.notify('cursor', {});
    void client.sendNotification('change');
    expect(log).toEqual(['start', 'cursor', 'change']);
  });

  test('hands on who may cancel', async () => {
    const { client, log } = fakeClient();
    const server = createServer(async () => client, never, never);
    await server.request('ask', {}, { isCancellationRequested: false, onCancellationRequested: never });
    expect(log).toEqual(['start', 'ask with 2']);
  });

  test('is never read when the extension is deactivated first, and is ended', async () => {
    const end = vi.fn();
    const server = createServer(never, end, never);
    const answer = server.request('ask', {});
    await server.stop();
    await expect(answer).rejects.toThrow('deactivated');
    expect(end).toHaveBeenCalledTimes(1);
  });

  test('is not started when the extension is deactivated while it is read', async () => {
    const { client, log } = fakeClient();
    const read = later<Client>();
    const asked = vi.fn();
    const server = createServer(() => (asked(), read.promise), vi.fn(), never);
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    await server.stop();
    read.resolve(client);
    await expect(server.request('ask', {})).rejects.toThrow('deactivated');
    expect(log).toEqual([]);
  });

  test('is asked to stop and ended when it runs, and ended when it does not stop', async () => {
    for (const stop of [undefined, async () => Promise.reject(new Error('timed out'))]) {
      const { client, log } = fakeClient();
      const end = vi.fn();
      const server = createServer(async () => (stop ? Object.assign(client, { stop }) : client), end, never);
      await server.settled();
      await server.stop().catch((error: Error) => log.push(error.message));
      expect(log).toEqual(['start', stop ? 'timed out' : 'stop']);
      expect(end).toHaveBeenCalledTimes(1);
    }
  });

  test('is restarted once it has started, once more when it is asked for again', async () => {
    const { client, log } = fakeClient();
    const read = later<Client>();
    const server = createServer(() => read.promise, never, never);
    const restarted = server.restart();
    read.resolve(client);
    await Promise.all([restarted, server.restart()]);
    expect(log).toEqual(['start', 'stop', 'start', 'stop', 'start']);
    expect(server.isRunning()).toBe(true);
  });

  test('that cannot be read is told, and refuses what is asked', async () => {
    const failed = vi.fn();
    const server = createServer(async () => Promise.reject(new Error('no such file')), never, failed);
    const answer = server.request('ask', {});
    await expect(answer).rejects.toThrow('no such file');
    await Promise.all([server.settled(), server.notify('tell', {})]);
    expect(failed).toHaveBeenCalledTimes(1);
    expect(server.isRunning()).toBe(false);
  });

  test('that could not be read, or did not come to run, is read again by a restart', async () => {
    const fails = fakeClient(true);
    const { client: second, log } = fakeClient();
    const clients = [Object.assign(fails.client, { start: async () => Promise.reject(new Error('no answer')) }), undefined, second];
    const failed = vi.fn();
    const server = createServer(async () => clients.shift() ?? Promise.reject(new Error('no such file')), never, failed);
    await server.settled();
    await server.restart();
    expect([fails.log, failed.mock.calls.length, server.isRunning()]).toEqual([['stop', 'dispose'], 1, false]);
    await server.restart();
    expect(log).toEqual(['start']);
    expect(await server.request('ask', {})).toBe('answer');
  });

  test('that hangs while it starts is replaced by a restart, and is waited for no longer', async () => {
    vi.useFakeTimers();
    try {
      const hangs = fakeClient(true);
      // The library answers every start with the one that is under way, and refuses to stop until that has ended.
      Object.assign(hangs.client, { needsStop: () => true, start: () => new Promise(() => undefined), stop: async () => Promise.reject(new Error('it is starting')) });
      const { client: second, log } = fakeClient();
      const clients = [hangs.client, second];
      const server = createServer(async () => clients.shift() as Client, never, never);
      await vi.advanceTimersByTimeAsync(0);
      const seen = vi.fn();
      void server.settled(LONGEST_START_MS).then(seen);
      const restarted = server.restart();
      await vi.advanceTimersByTimeAsync(LONGEST_START_MS - 1);
      expect([seen.mock.calls.length, hangs.log]).toEqual([0, []]);
      await vi.advanceTimersByTimeAsync(1);
      await vi.advanceTimersByTimeAsync(1);
      await restarted;
      expect([seen.mock.calls.length, hangs.log, log]).toEqual([1, ['dispose'], ['start']]);
      expect(await server.request('ask', {})).toBe('answer');
    } finally {
      vi.useRealTimers();
    }
  });

  test('that does not answer leaves nobody waiting when another one takes its place', async () => {
    const { client } = fakeClient();
    const answers: Promise<string>[] = [new Promise(() => undefined), Promise.resolve('answer')];
    const server = createServer(async () => Object.assign(client, { sendRequest: () => answers.shift() }), never, never);
    await server.settled();
    const asked = server.request('ask', {});
    asked.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve));
    await server.restart();
    await expect(asked).rejects.toThrow('检查程序重新启动了，这一次没有结果。再做一次。');
    expect(await server.request('ask', {})).toBe('answer');
  });
});

describe('a server started ahead', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fazhi-ahead-'));
  const made: ChildProcess[] = [];
  afterAll(() => {
    made.forEach((child) => child.kill('SIGKILL'));
    rmSync(folder, { recursive: true });
  });

  function starter(script: string): { readonly kind: Kind<ChildProcess>; readonly started: ChildProcess[] } {
    const module = path.join(folder, `${made.length}.cjs`);
    writeFileSync(module, script);
    const kind = serverProcess(module);
    const started: ChildProcess[] = [];
    return { started, kind: { ...kind, start: () => (started.push(kind.start()), made.push(...started.slice(-1)), started.at(-1) as ChildProcess) } };
  }
  const ANSWERS = "process.on('message', (message) => process.send(message));";
  const hasEnded = async (child: ChildProcess): Promise<void> => vi.waitFor(() => expect(child.exitCode ?? child.signalCode).not.toBeNull(), { timeout: 10_000 });

  test('is the one that is taken, and understands what is said to it while it starts', async () => {
    const { kind, started } = starter(ANSWERS);
    const child = startAhead(kind).take();
    expect(started).toEqual([child]);
    child.send('hello');
    expect((await once(child, 'message'))[0]).toBe('hello');
    expect(child.spawnargs).toEqual(expect.arrayContaining(['--max-semi-space-size=1', '--node-ipc', `--clientProcessId=${process.pid}`]));
  });

  test('is another one where it has died meanwhile', async () => {
    const { kind, started } = starter('process.exit(1);');
    const server = startAhead(kind);
    await hasEnded(started[0] as ChildProcess);
    await vi.waitFor(() => expect(started[0]?.connected).toBe(false));
    expect(server.take()).toBe(started[1]);
    expect(started).toHaveLength(2);
  });

  test('that has failed and lives on is ended when another one is taken', () => {
    const ended: number[] = [];
    let made = 0;
    const server = startAhead<number>({ start: () => ++made, isAlive: (which) => which !== 1, end: (which) => void ended.push(which) });
    expect(server.take()).toBe(2);
    expect(ended).toEqual([1]);
    server.end();
    expect(ended).toEqual([1, 2]);
  });

  test('is ended unheard when another one is taken, even if it hangs', async () => {
    const { kind, started } = starter("process.on('message', () => { for (;;); }); process.send('ready');");
    const server = startAhead(kind);
    const first = server.take();
    await once(first, 'message');
    first.send('hang');
    const heard = vi.fn();
    first.on('close', heard).on('exit', heard);
    expect(server.take()).toBe(started[1]);
    await hasEnded(first);
    expect(heard).not.toHaveBeenCalled();
  });

  test('is ended for good, taken or not, and none is started after that', async () => {
    for (const isTaken of [true, false]) {
      const { kind, started } = starter(ANSWERS);
      const server = startAhead(kind);
      if (isTaken) server.take();
      server.end();
      await hasEnded(started[0] as ChildProcess);
      expect(() => server.take()).toThrow();
      expect(started).toHaveLength(1);
    }
  });

  test('that cannot be started is tried again, and what is wrong is said then', () => {
    const start = vi.fn((): ChildProcess => {
      throw new Error('out of memory');
    });
    const server = startAhead({ ...starter(ANSWERS).kind, start });
    expect(() => server.take()).toThrow('out of memory');
    expect(start).toHaveBeenCalledTimes(2);
    server.end();
  });

  test('ends by itself when the one who started it is gone', async () => {
    const script = path.join(folder, 'parent.cjs');
    const server = path.resolve('dist/server.js');
    writeFileSync(script, `const child = require('node:child_process').fork(${JSON.stringify(server)}, ['--node-ipc', '--clientProcessId=' + process.pid], { silent: true }); process.send(child.pid);`);
    const parent = fork(script);
    const [pid] = (await once(parent, 'message')) as [number];
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 20_000, interval: 100 });
  });
});
