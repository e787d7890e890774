// npm run fuzz -- [--count N] [--seed N] [--views N]: random edits over the golden reports, in as many processes as there
// are cores. Prints the seed first and how far it is; ends with 1 where a report depended on the version before.

import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { fuzz } from './incremental.ts';

const { values } = parseArgs({ options: { count: { type: 'string', default: '1000000' }, seed: { type: 'string' }, views: { type: 'string', default: '10' }, worker: { type: 'boolean', default: false } } });
const count = Number(values.count);
const viewsEvery = Number(values.views);
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
if (![count, viewsEvery].every((number) => Number.isInteger(number) && number > 0) || !Number.isInteger(seed)) {
  console.error('fuzz: --count, --views and --seed are whole numbers');
  process.exit(2);
}

if (values.worker) {
  fuzz({ seed, count, viewsEvery, progress: (done) => process.send?.(done) });
} else {
  const processes = availableParallelism();
  const share = Math.ceil(count / processes);
  console.log(`${count} edits, --seed ${seed}, ${processes} processes; views compared after one edit in ${viewsEvery}`);
  const started = performance.now();
  const done = new Array<number>(processes).fill(0);
  let told = 0;
  const runs = done.map((_, index) => new Promise<number>((resolve) => {
    // Each process has a seed of its own; one process alone repeats it.
    const args = ['--worker', '--count', String(share), '--seed', String(seed + index), '--views', String(viewsEvery)];
    const child = spawn(process.execPath, ['--enable-source-maps', process.argv[1] ?? '', ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.on('message', (edits: number) => {
      done[index] = edits;
      const all = done.reduce((sum, each) => sum + each, 0);
      if (all - told < Math.max(1000, count / 100)) return;
      told = all;
      console.log(`${all} edits, ${Math.round((performance.now() - started) / 1000)} s`);
    });
    child.on('close', (code) => resolve(code ?? 1));
  }));
  const codes = await Promise.all(runs);
  const failed = codes.some((code) => code !== 0);
  console.log(`${done.reduce((sum, each) => sum + each, 0)} edits in ${Math.round((performance.now() - started) / 1000)} s: ${failed ? 'FAILED' : 'every report was the same as from scratch'}`);
  process.exitCode = failed ? 1 : 0;
}
