// npm run package: one .vsix that installs without internet. nodejieba is put beside the bundles, because packaging
// leaves node_modules out.

import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { node, root, setUp } from './setup.mjs';

setUp();
if (!node(['scripts/build.mjs', '--release'])) process.exit(1);

const from = path.join(root, 'node_modules/nodejieba');
const to = path.join(root, 'dist/node_modules/nodejieba');
rmSync(path.join(root, 'dist/node_modules'), { recursive: true, force: true });
if (existsSync(path.join(from, 'build/Release/nodejieba.node'))) {
  for (const file of ['package.json', 'index.js', 'LICENSE', 'build/Release/nodejieba.node']) {
    mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
    cpSync(path.join(from, file), path.join(to, file));
  }
}
process.exitCode = node(['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links']) ? 0 : 1;
