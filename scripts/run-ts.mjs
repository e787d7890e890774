// Runs a TypeScript file of this project: node scripts/run-ts.mjs FILE [ARGS …].
// Bundles it with esbuild into a temporary file first; Node 20 reads no TypeScript.

import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [file, ...args] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'fazhi-report-'));
try {
  const outfile = path.join(folder, 'script.mjs');
  await build({ entryPoints: [file], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'warning',
    banner: { js: "import { createRequire as _cr } from 'node:module'; const require = _cr(process.cwd() + '/');" } });
  process.exitCode = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
