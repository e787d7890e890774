// Bundles dist/client.js, dist/language-client.js, dist/server.js, dist/cli.js and dist/word.js, and dist/browser/ for extension
// hosts without Node, and writes the dictionaries that nodejieba loads.
// nodejieba itself stays outside the bundles: its index.js does not survive strict mode.
// Options: --release (minified, without source maps), --out DIR (instead of dist/), --meta FILE (what went into the bundles).

import { build } from 'esbuild';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundles } from './bundles.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({ options: { release: { type: 'boolean', default: false }, out: { type: 'string' }, meta: { type: 'string' } } });
const dist = path.resolve(options.out ?? path.join(root, 'dist'));

/** Words rarer than this are left out: less than a tenth of the memory, and this genre is still cut well. */
const LEAST_FREQUENCY = 100;

await bundle();
await writeDictionaries();

async function bundle() {
  const results = await Promise.all(bundles({ dist, release: options.release }).map((each) => build({ ...each, metafile: true })));
  // Those of the browser are loaded in other ways, that of Word files is rarely.
  if (options.release) await hasten(wrapping(results[0].metafile).filter((file) => path.basename(file) !== 'word.js').map((file) => path.resolve(root, file)));
  if (options.meta) writeFileSync(options.meta, JSON.stringify({ outputs: Object.assign({}, ...results.map(({ metafile }) => metafile.outputs)) }));
}

/** The bundles with modules of CommonJS in them. */
function wrapping({ inputs, outputs }) {
  return Object.keys(outputs).filter((file) => Object.keys(outputs[file].inputs).some((input) => inputs[input].format === 'cjs'));
}

async function hasten(files) {
  const { compileEagerly } = await import('./eager.mjs');
  for (const file of files) writeFileSync(file, compileEagerly(readFileSync(file, 'utf8')));
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
