// The server as a process of its own: how it is started and ended. Must not know what is said to it.

import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Kind } from './ahead.ts';

/**
 * One server serves one window and answers in milliseconds: a small nursery and one helper thread are enough. Without them
 * most of its memory would be garbage that nobody is in a hurry to collect. Both are options that Node documents.
 */
export const SERVER_OPTIONS = ['--max-semi-space-size=1', '--v8-pool-size=1'];
/**
 * What the compiler of V8 needs while the server starts comes in pieces of more than this and would stay with the process for ever;
 * in maps of their own they go back to the system. A variable of the GNU C library: nothing else reads it.
 */
export const SERVER_ENVIRONMENT = { MALLOC_MMAP_THRESHOLD_: '32768' };
const DEBUG_OPTIONS = ['--nolazy', '--inspect=6009'];

/** Who debugs the extension debugs its server. */
const isDebugged = (): boolean => process.execArgv.some((option) => /^--(?:inspect|debug)(?:-brk)?(?:=|$)/u.test(option));

/** `module` is the file of its bundle. It speaks over Node's channel between processes, and ends by itself when this one is gone. */
export const serverProcess = (module: string): Kind<ChildProcess> => ({
  start() {
    const child = fork(module, ['--node-ipc', `--clientProcessId=${process.pid}`], {
      // A folder that a process is in can be neither renamed nor replaced on Windows, be it the user's or the extension's.
      cwd: path.parse(module).root,
      env: { ...SERVER_ENVIRONMENT, ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
      execArgv: isDebugged() ? DEBUG_OPTIONS : SERVER_OPTIONS,
      silent: true,
    });
    // One that could not be started is not connected.
    child.on('error', () => undefined);
    return child;
  },
  isAlive: ({ connected }) => connected,
  end(child) {
    // Whoever heard it end would start another one.
    for (const event of ['message', 'exit', 'close']) child.removeAllListeners(event);
    child.kill('SIGKILL');
  },
});
