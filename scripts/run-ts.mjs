// Runs a TypeScript file of this project: node scripts/run-ts.mjs FILE [ARGS …].
// Bundles it with esbuild into a temporary file first; Node 20 reads no TypeScript.

import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

const [file, ...args] = process.argv.slice(2);
// Below node_modules, so that the packages are found from there.
const cache = path.resolve('node_modules/.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(path.join(cache, 'run-'));
try {
  const outfile = path.join(folder, 'script.mjs');
  await build({ entryPoints: [file], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'warning',
    banner: { js: "import { createRequire as _cr } from 'node:module'; const require = _cr(process.cwd() + '/');" } });
  process.exitCode = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
