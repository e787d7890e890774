// npm test: installs, builds, type-checks, runs every suite, the one inside a real VS Code included, and ends with one
// line over all of them. With CI=true a suite that was skipped is a failure.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { node, root, setUp } from './setup.mjs';

const CI = process.env.CI === 'true';
const UNIT_RESULT = path.join(root, 'dist/unit-result.json');
const E2E_RESULT = path.join(root, 'dist/e2e-result.json');

setUp();
for (const file of [UNIT_RESULT, E2E_RESULT]) rmSync(file, { force: true });

console.log('检查类型……');
const types = [[], ['-p', 'server/core'], ['-p', 'tsconfig.browser.json']].every((project) => node(['node_modules/typescript/bin/tsc', ...project]));

console.log('运行单元、协议和命令行测试……');
const unit = node(['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.mts', '--root', '.', '--reporter=dot', '--reporter=json', `--outputFile.json=${UNIT_RESULT}`]);

console.log('在真实的 VS Code 里运行编辑器测试……');
const e2e = node(['test/e2e/run.mjs']);

const units = readResult(UNIT_RESULT, (r) => ({ passed: r.numPassedTests, failed: r.numFailedTests, skipped: r.numPendingTests }));
const editor = readResult(E2E_RESULT, (r) => r);
const suites = [{ passed: types ? 1 : 0, failed: types ? 0 : 1, skipped: 0 }, units, editor];
const sum = (key) => suites.reduce((total, suite) => total + (suite[key] ?? 0), 0);

// A suite that failed without a failing test (it could not start, or a file did not compile) counts as one.
const crashed = (!unit && units.failed === 0 ? 1 : 0) + (!e2e && editor.failed === 0 ? 1 : 0);
const missing = CI && editor.skipped > 0 ? 1 : 0;
const failed = sum('failed') + crashed + missing;
console.log(`类型检查 ${types ? '通过' : '未通过'}；单元、协议、命令行 ${units.passed} 项；编辑器 ${editor.passed} 项。`);
console.log(`${sum('passed')} passed, ${failed} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

function readResult(file, pick) {
  return existsSync(file) ? pick(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 1, skipped: 0 };
}
