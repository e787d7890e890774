// What is bundled from what, as esbuild is told. Must not build anything.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What knows Word files is a bundle of its own in Node, which is read when it is first asked for: `import('…/word/index.ts')`. */
const wordApart = {
  name: 'word-apart',
  setup: (build) => build.onResolve({ filter: /\/word\/index\.ts$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './word.js', external: true } : undefined)),
};

/** One set of options for each run of esbuild; a release is small and has no maps. Chinese stays Chinese: escapes are thrice as long. */
export function bundles({ dist = path.join(root, 'dist'), release = false } = {}) {
  const options = { absWorkingDir: root, bundle: true, minify: release, sourcemap: release ? false : 'linked', logLevel: 'warning', charset: 'utf8' };
  const node = { ...options, outdir: dist, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode', 'nodejieba'], mainFields: ['module', 'main'], plugins: [wordApart] };
  // Nothing stands in for Node's own modules here: an import of one fails.
  const browser = { ...options, outdir: path.join(dist, 'browser'), platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
  return [
    { ...node, entryPoints: { client: 'client/main.ts', server: 'server/main.ts', cli: 'server/cli/main.ts', word: 'server/word/index.ts' } },
    { ...browser, entryPoints: { client: 'client/browser.ts' }, format: 'cjs', external: ['vscode'] },
    { ...browser, entryPoints: { server: 'server/browser.ts' }, format: 'iife' },
    // The page of the preview, for either; its style sheet comes out beside it.
    { ...browser, outdir: dist, entryPoints: { preview: 'client/preview/main.ts', 'preview-style': 'client/preview/preview.css' }, format: 'iife' },
  ];
}
