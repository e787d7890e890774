// Many files in several threads: each takes a few more whenever it has finished some, so that none waits for another.
// The first thread is this one; the others run this very bundle. Must not know what is done with a file.

import { setImmediate } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Arguments } from './arguments.ts';
import type { Outcome } from './commands/lint.ts';
import type { Named } from './inputs.ts';

/** Files a thread takes at a time. */
const AT_A_TIME = 8;

interface Done {
  /** Number of the first one. */
  readonly from: number;
  readonly outcomes: readonly Outcome[];
}

/** What the caller wants to hear on the way, and how it stops the work. */
export interface Watch {
  /** So many files more are done. */
  readonly done: (count: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Results in the order of the files; once the signal says so, no more are begun, and those of the rest are missing. Rejects with what a
 * thread dies of. `work` is what this thread does with a file.
 */
export async function inThreads(args: Arguments, files: readonly Named[], threads: number, work: (file: Named) => Outcome, watch?: Watch): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  const isOver = (): boolean => next >= files.length || watch?.signal.aborted === true;
  const here = async (): Promise<void> => {
    while (!isOver()) {
      const from = next;
      next += AT_A_TIME;
      const taken = files.slice(from, next);
      // As from another thread: words cut out of a text would keep all of it in memory, a copy has them to itself.
      taken.forEach((file, i) => void (outcomes[from + i] = structuredClone(work(file))));
      watch?.done(taken.length);
      // The others may have come back for more, or somebody wants it to stop.
      await setImmediate();
    }
  };
  const thread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(__filename, { workerData: args });
      const end = (): void => void worker.terminate().then(() => resolve());
      let waiting = 0;
      const give = (): void => {
        if (isOver()) {
          if (waiting === 0) end();
          return;
        }
        const from = next;
        next += AT_A_TIME;
        waiting++;
        worker.postMessage({ from, files: files.slice(from, from + AT_A_TIME) });
      };
      worker.on('message', (done: Done) => {
        waiting--;
        done.outcomes.forEach((outcome, i) => void (outcomes[done.from + i] = outcome));
        watch?.done(done.outcomes.length);
        give();
      });
      worker.once('error', reject);
      watch?.signal.addEventListener('abort', end);
      // One lot ahead: this thread answers only between its own files, and nobody is to wait for it.
      give();
      give();
    });
  const others = Array.from({ length: threads - 1 }, thread);
  await Promise.all([here(), ...others]);
  return outcomes;
}

/** In such a thread: does what it is given, and true; else false. */
export function isThread(work: (args: Arguments) => (file: Named) => Outcome): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  const one = work(workerData as Arguments);
  port.on('message', ({ from, files }: { from: number; files: readonly Named[] }) => port.postMessage({ from, outcomes: files.map(one) } satisfies Done));
  return true;
}
