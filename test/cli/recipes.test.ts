// The recipe of docs/command-line.md for git, done as it is written, in a repository of its own. Must not know the hook's text.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/check.ts';
import { bundle } from '../support/process.ts';
import { place } from './command.ts';

const HOOK = /```sh\n(#!\/bin\/sh\n[\s\S]*?)```/u.exec(readFileSync(path.join(root, 'docs/command-line.md'), 'utf8'))?.[1] ?? '';
const example = (name: string): string => readFileSync(path.join(root, `examples/${name}.md`), 'utf8');
const FAULTY = example('示例报告（有问题）');
const SOUND = example('示例报告（规范）');
const NAME = '各镇报告/松澜镇2024年度法治政府建设情况报告.md';
const hasGit = spawnSync('git', ['--version']).status === 0;

function repository(): { readonly commit: () => { readonly status: number | null; readonly output: string }; readonly stage: (file: string, text: string) => void; readonly write: (file: string, text: string) => void } {
  const { folder } = place({ 'tools/fazhi-report.js': readFileSync(bundle('cli')) });
  const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))), GIT_CONFIG_GLOBAL: path.join(folder, 'none'), GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: readonly string[]): { readonly status: number | null; readonly output: string } => {
    const { status, stdout, stderr } = spawnSync('git', ['-c', 'user.name=writer', '-c', 'user.email=writer@example.com', ...args], { cwd: folder, env, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  };
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  expect(git('init', '-q').status).toBe(0);
  write('.git/hooks/pre-commit', HOOK);
  chmodSync(path.join(folder, '.git/hooks/pre-commit'), 0o755);
  return { write, stage: (file, text) => (write(file, text), void git('add', file)), commit: () => git('commit', '-q', '-m', 'reports') };
}

describe.skipIf(!hasGit)('the git hook', () => {
  test('keeps a report with errors from being committed, and says where', () => {
    const { stage, commit } = repository();
    stage(NAME, FAULTY);
    const { status, output } = commit();
    expect(status).toBe(1);
    expect(output).toContain(`${NAME}:7:41 错误`);
  });

  test('judges what is staged, not what lies in the folder', () => {
    const { stage, write, commit } = repository();
    stage(NAME, FAULTY);
    write(NAME, SOUND);
    expect(commit().status).toBe(1);
    stage(NAME, SOUND);
    write(NAME, FAULTY);
    expect(commit()).toMatchObject({ status: 0 });
  });

  test('heeds the workspace file, leaves other files and a commit without reports alone', () => {
    const { stage, commit } = repository();
    stage('说明.md', '# 说明\n\n“七五”普法、社区服刑人员。\n');
    expect(commit()).toMatchObject({ status: 0 });
    stage('.fazhi-report.json', JSON.stringify({ rules: { 'wording-outdated': 'off' } }));
    expect(commit()).toMatchObject({ status: 0 });
    stage(NAME, FAULTY);
    expect(commit()).toMatchObject({ status: 0 });
  });
});
