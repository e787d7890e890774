// Bundles dist/client.js, dist/server.js and dist/cli.js, and dist/browser/ for extension hosts without Node, and writes the
// dictionaries that nodejieba loads.
// nodejieba itself stays outside the bundles: its index.js does not survive strict mode.

import { build } from 'esbuild';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');

/** Words rarer than this are left out: a tenth of the memory, and this genre is still cut well. */
const LEAST_FREQUENCY = 50;

await bundle();
await writeDictionaries();

async function bundle() {
  const options = {
    absWorkingDir: root,
    bundle: true,
    minify: process.argv.includes('--release'),
    sourcemap: process.argv.includes('--release') ? false : 'linked',
    logLevel: 'warning',
  };
  const node = { ...options, outdir: dist, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode', 'nodejieba'], mainFields: ['module', 'main'] };
  // Nothing stands in for Node's own modules here: an import of one fails.
  const browser = { ...options, outdir: path.join(dist, 'browser'), platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
  await Promise.all([
    build({ ...node, entryPoints: { client: 'client/main.ts', server: 'server/main.ts', cli: 'server/cli/main.ts' } }),
    build({ ...browser, entryPoints: { client: 'client/browser.ts' }, format: 'cjs', external: ['vscode'] }),
    build({ ...browser, entryPoints: { server: 'server/browser.ts' }, format: 'iife' }),
  ]);
}

async function writeDictionaries() {
  const from = path.join(root, 'node_modules/nodejieba/submodules/cppjieba/dict');
  const to = path.join(dist, 'dict');
  rmSync(to, { recursive: true, force: true });
  if (!existsSync(path.join(from, 'jieba.dict.utf8'))) {
    console.log('nodejieba is not installed: the built-in vocabulary will be used');
    return;
  }
  mkdirSync(to, { recursive: true });
  const words = readFileSync(path.join(from, 'jieba.dict.utf8'), 'utf8').split('\n');
  const usual = words.filter((line) => Number(line.split(' ')[1]) >= LEAST_FREQUENCY);
  writeFileSync(path.join(to, 'jieba.dict.utf8'), `${usual.join('\n')}\n`);
  cpSync(path.join(from, 'hmm_model.utf8'), path.join(to, 'hmm_model.utf8'));
  writeFileSync(path.join(to, 'user.dict.utf8'), `${(await domainWords()).join('\n')}\n`);
  // Keyword extraction is not used; the engine insists on the files.
  writeFileSync(path.join(to, 'idf.utf8'), '法治 5\n');
  writeFileSync(path.join(to, 'stop_words.utf8'), '的\n');
}

/** The project's own words, from the domain data. */
async function domainWords() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: "export { VOCABULARY } from './server/core/domain/vocabulary.ts'; export { METRICS } from './server/core/domain/metrics.ts';", resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
  });
  const { VOCABULARY, METRICS } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
  return [...new Set([...VOCABULARY, ...METRICS.flatMap((metric) => [metric.name, ...metric.aliases])])].sort();
}
