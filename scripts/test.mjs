// npm test: installs, builds, packs, type-checks, runs every suite, the one inside a real VS Code included, and ends with one
// line over all of them. With CI=true a suite that was skipped is a failure.

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { node, root, setUp } from './setup.mjs';

const CI = process.env.CI === 'true';
const UNIT_RESULT = path.join(root, 'dist/unit-result.json');
const PACKAGES = path.join(root, 'dist/packages');

setUp();
rmSync(UNIT_RESULT, { force: true });
rmSync(PACKAGES, { recursive: true, force: true });

console.log('检查类型……');
const types = [[], ['-p', 'server/core'], ['-p', 'tsconfig.browser.json'], ['-p', 'tsconfig.preview.json']].every((project) => node(['node_modules/typescript/bin/tsc', ...project]));

console.log('打安装包……');
const packed = node(['scripts/package.mjs', '--out', PACKAGES]);

console.log('运行单元、协议和命令行测试……');
const unit = node(['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.mts', '--root', '.', '--reporter=dot', '--reporter=json', `--outputFile.json=${UNIT_RESULT}`]);
const units = readResult(UNIT_RESULT, (r) => ({ passed: r.numPassedTests, failed: r.numFailedTests, skipped: r.numPendingTests }));

const editors = (packed ? waysToRun() : []).map(([title, args], index) => {
  console.log(`在真实的 VS Code 里运行编辑器测试：${title}……`);
  const file = path.join(root, `dist/e2e-result-${index}.json`);
  rmSync(file, { force: true });
  const succeeded = node(['test/e2e/run.mjs', '--result', file, ...args]);
  const counts = readResult(file, (r) => r);
  return { ...counts, failed: counts.failed + (!succeeded && counts.failed === 0 ? 1 : 0) };
});
const editor = add(editors);
const once = (succeeded) => ({ passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 });
const all = add([once(types), once(packed), units, editor]);

// A suite that failed without a failing test (it could not start, or a file did not compile) counts as one.
const crashed = !unit && units.failed === 0 ? 1 : 0;
const missing = CI && editor.skipped > 0 ? 1 : 0;
const failed = all.failed + crashed + missing;
console.log(`类型检查 ${types ? '通过' : '未通过'}；安装包 ${packed ? '打成' : '没有打成'}；单元、协议、命令行 ${units.passed} 项；编辑器 ${editor.passed} 项。`);
console.log(`${all.passed} passed, ${failed} failed${all.skipped > 0 ? `, ${all.skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * Everything from the package that users of this platform get; the core of it from the other package, from the folder of
 * a developer, and in the oldest and newest VS Code that can be had.
 */
function waysToRun() {
  const packages = readdirSync(PACKAGES).map((file) => path.join(PACKAGES, file));
  const universal = packages.find((file) => file.endsWith('-universal.vsix'));
  const own = packages.find((file) => file !== universal);
  const offline = !process.env.VSCODE_EXECUTABLE && process.env.FAZHI_E2E_DOWNLOAD !== '1';
  // Another VS Code than the offline one installs no package by itself.
  if (!offline) return [['开发文件夹', []]];
  const users = ['--extension', own ?? universal, '--words', own ? 'nodejieba' : 'built-in'];
  return [
    ['安装包', users],
    ...(own ? [['通用的安装包', ['--extension', universal, '--words', 'built-in', '--core']]] : []),
    ['开发文件夹', ['--core', '--host', 'desktop']],
    ['浏览器里的 VS Code', ['--host', 'browser']],
    ['最旧的 VS Code', [...users, '--core', '--vscode', '1.93.1']],
    ['最新的 VS Code', [...users, '--core', '--vscode', '1.139.1']],
  ];
}

function add(suites) {
  const sum = (key) => suites.reduce((total, suite) => total + (suite[key] ?? 0), 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

function readResult(file, pick) {
  return existsSync(file) ? pick(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 1, skipped: 0 };
}
