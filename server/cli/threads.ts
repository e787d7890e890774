// Many files in several threads: each takes a few more whenever it has finished some, so that none waits for another.
// The first thread is this one; the others run this very bundle. Must not know what is done with a file.

import { setImmediate } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Arguments } from './arguments.ts';
import type { Named, Outcome } from './cli.ts';

/** Files a thread takes at a time. */
const AT_A_TIME = 8;

interface Done {
  /** Number of the first one. */
  readonly from: number;
  readonly outcomes: readonly Outcome[];
}

/** Results in the order of the files; rejects with what a thread dies of. `work` is what this thread does with a file. */
export async function inThreads(args: Arguments, files: readonly Named[], threads: number, work: (file: Named) => Outcome): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  const here = async (): Promise<void> => {
    while (next < files.length) {
      const from = next;
      next += AT_A_TIME;
      files.slice(from, next).forEach((file, i) => void (outcomes[from + i] = work(file)));
      // The others may have come back for more.
      await setImmediate();
    }
  };
  const thread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(__filename, { workerData: args });
      const give = (): void => {
        const from = next;
        next += AT_A_TIME;
        if (from < files.length) worker.postMessage({ from, files: files.slice(from, from + AT_A_TIME) });
        else void worker.terminate().then(() => resolve());
      };
      worker.on('message', (done: Done) => {
        done.outcomes.forEach((outcome, i) => void (outcomes[done.from + i] = outcome));
        give();
      });
      worker.once('error', reject);
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
