// npm run package: writes the packages to release/, each a .vsix that installs without internet: one for every machine, and,
// where nodejieba was built, one with it for machines like this. Packs a copy of the tree, so that dist/ stays as it is.
// What a package may hold is said twice: .vscodeignore lets it in, package-files.txt lists it file by file.
// Options: --out DIR (instead of release/), --list FILE (instead of package-files.txt), --update (writes that file).

import { createVSIX } from '@vscode/vsce';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openPromise } from 'yauzl';
import { install, node, root } from './setup.mjs';

const MOST_MB = 6;
/** In front of what only a package with the engine of words holds. */
const WITH_WORDS = '+ ';
/** A paragraph of README.md; where VS Code shows that of an installed extension, it finds no picture that lies beside it. */
const PICTURE = /^!\[[^\]]*\]\([^)]*\)\r?\n\r?\n/gmu;
/** What is in no package and too much to copy. */
const LEFT_BEHIND = new Set(['.git', 'node_modules', 'dist', 'release', 'test']);
const ENGINE = ['package.json', 'index.js', 'LICENSE', 'build/Release/nodejieba.node'];

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: path.join(root, 'release') },
    list: { type: 'string', default: path.join(root, 'scripts/package-files.txt') },
    update: { type: 'boolean', default: false },
  },
});
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

install();
const stage = mkdtempSync(path.join(tmpdir(), 'fazhi-package-'));
try {
  process.exitCode = (await makePackages()) ? 0 : 1;
} finally {
  rmSync(stage, { recursive: true, force: true });
}

async function makePackages() {
  for (const entry of readdirSync(root)) {
    if (!LEFT_BEHIND.has(entry)) cpSync(path.join(root, entry), path.join(stage, entry), { recursive: true });
  }
  const readme = path.join(stage, 'README.md');
  writeFileSync(readme, readFileSync(readme, 'utf8').replace(PICTURE, ''));
  if (!node(['scripts/build.mjs', '--release', '--out', path.join(stage, 'dist')])) return false;
  const dictionaries = path.join(stage, 'dist/dict');
  const addon = path.join(root, 'node_modules/nodejieba');
  const packages = [];
  if (existsSync(dictionaries) && existsSync(path.join(addon, 'build/Release/nodejieba.node'))) {
    for (const file of ENGINE) cpSync(path.join(addon, file), path.join(stage, 'dist/node_modules/nodejieba', file));
    packages.push(await pack(platform()));
    rmSync(path.join(stage, 'dist/node_modules'), { recursive: true });
  } else {
    console.log('nodejieba 没有装成，只打通用的安装包');
  }
  rmSync(dictionaries, { recursive: true, force: true });
  packages.push(await pack());
  if (options.update && packages.length > 1) update(packages);
  return packages.map(check).every((isRight) => isRight);
}

/** The name VS Code has for machines like this. */
function platform() {
  const isMusl = process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined;
  return `${isMusl ? 'alpine' : process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
}

/** Without a target the package is for every machine. */
async function pack(target) {
  const file = path.join(options.out, `${name}-${version}-${target ?? 'universal'}.vsix`);
  mkdirSync(options.out, { recursive: true });
  await createVSIX({ cwd: stage, packagePath: file, ...(target && { target }), dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  return { file, hasWords: target !== undefined, entries: await entriesOf(file) };
}

async function entriesOf(file) {
  const names = [];
  const zip = await openPromise(file);
  for await (const entry of zip.eachEntry()) names.push(entry.fileName);
  return names.sort();
}

function check({ file, hasWords, entries }) {
  const label = path.relative(root, file);
  const megabytes = statSync(file).size / 1024 / 1024;
  const listed = readFileSync(options.list, 'utf8').split(/\r?\n/u).filter((line) => line !== '' && !line.startsWith('#'));
  const wanted = new Set(listed.filter((line) => hasWords || !line.startsWith(WITH_WORDS)).map((line) => line.replace(WITH_WORDS, '')));
  const tooMany = entries.filter((entry) => !wanted.has(entry));
  const missing = [...wanted].filter((entry) => !entries.includes(entry));
  const faults = [
    ...(megabytes > MOST_MB ? [`有 ${megabytes.toFixed(1)} MB，超过 ${MOST_MB} MB`] : []),
    ...(tooMany.length > 0 ? [`多了 ${tooMany.join('、')}`] : []),
    ...(missing.length > 0 ? [`少了 ${missing.join('、')}`] : []),
  ];
  if (faults.length === 0) {
    console.log(`${label}：${megabytes.toFixed(1)} MB，${entries.length} 个文件`);
    return true;
  }
  rmSync(file);
  console.error(`${label} 不对：${faults.join('；')}。该有的，运行 npm run package -- --update 写进 scripts/package-files.txt；不该有的，在 .vscodeignore 里去掉`);
  return false;
}

function update(packages) {
  const everywhere = new Set(packages.at(-1).entries);
  const head = readFileSync(options.list, 'utf8').split('\n').filter((line) => line.startsWith('#'));
  const lines = packages[0].entries.map((entry) => (everywhere.has(entry) ? entry : WITH_WORDS + entry));
  writeFileSync(options.list, [...head, ...lines, ''].join('\n'));
}
