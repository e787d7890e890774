// What every README command does first: install the packages of the lock file, and build. Can be run again at any time.
// Uses nothing but Node itself, since nothing else is there yet.

import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const LEAST_NODE = 20;

/** Runs a program of this project, its output shown; true if it succeeded. */
export function run(command, args, options = {}) {
  const windows = process.platform === 'win32' && command === 'npm';
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows, ...options }).status === 0;
}

export const node = (args, options) => run(process.execPath, args, options);

/** Installs, then builds. Exits when that fails. */
export function setUp() {
  install();
  console.log('构建……');
  if (!node(['scripts/build.mjs'])) stop('构建失败');
}

/** Installs where the lock file asks for something else than is there. Exits when that fails. */
export function install() {
  if (Number(process.versions.node.split('.')[0]) < LEAST_NODE) stop(`需要 Node ${LEAST_NODE} 或更新的版本，现在是 ${process.version}`);
  if (!isInstalled()) {
    console.log('安装依赖（第一次约一分钟）……');
    if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) stop('依赖没有装好，检查网络和 npm 镜像设置后再运行一次');
  }
}

function isInstalled() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs;
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
