// What is bundled from what, as esbuild is told. Must not build anything.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Bundles of their own in Node, read when they are first asked for, by `import('…')`: what knows Word files, and the language client. */
const APART = [
  { name: 'word', entry: 'server/word/index.ts', asked: /\/word\/index\.ts$/ },
  { name: 'language-client', entry: 'client/language-client.ts', asked: /\/language-client\.ts$/ },
];

const apart = {
  name: 'apart',
  setup: (build) => APART.forEach(({ name, asked }) => build.onResolve({ filter: asked }, ({ kind }) => (kind === 'dynamic-import' ? { path: `./${name}.js`, external: true } : undefined))),
};

/** One set of options for each run of esbuild; a release is small and has no maps. Chinese stays Chinese: escapes are thrice as long. */
export function bundles({ dist = path.join(root, 'dist'), release = false } = {}) {
  const options = { absWorkingDir: root, bundle: true, minify: release, sourcemap: release ? false : 'linked', logLevel: 'warning', charset: 'utf8' };
  const node = {
    ...options, outdir: dist, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode', 'nodejieba'], mainFields: ['module', 'main'], plugins: [apart],
    // Becomes a `require`, which costs less, and is the one way by which every VS Code hands out its own module.
    supported: { 'dynamic-import': false },
  };
  // Nothing stands in for Node's own modules here: an import of one fails.
  const browser = { ...options, outdir: path.join(dist, 'browser'), platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
  return [
    { ...node, entryPoints: { client: 'client/main.ts', server: 'server/main.ts', cli: 'server/cli/main.ts', ...Object.fromEntries(APART.map(({ name, entry }) => [name, entry])) } },
    { ...browser, entryPoints: { client: 'client/browser.ts' }, format: 'cjs', external: ['vscode'] },
    { ...browser, entryPoints: { server: 'server/browser.ts' }, format: 'iife' },
    // The page of the preview, for either; its style sheet comes out beside it.
    { ...browser, outdir: dist, entryPoints: { preview: 'client/preview/main.ts', 'preview-style': 'client/preview/preview.css' }, format: 'iife' },
  ];
}
