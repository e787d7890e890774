// `compare`: a report beside earlier ones: what is printed in each format, and what cannot be compared. And `lint`, which finds
// earlier reports among the files named. Must not test what is compared beyond one pair.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { OTHER, rangeOf } from '../protocol/texts.ts';
import { root } from '../support/check.ts';
import { lines, lintFiles, place } from './command.ts';

const report = (year: number): string => readFileSync(path.join(root, `test/golden/years/梅溪镇${year}.txt`), 'utf8');
const WRONG = report(2025).replace('同比增长8.0%', '同比增长18.0%');
const FILES = { 'a.txt': report(2023), 'b.txt': report(2024), 'c.txt': report(2025), 'wrong.txt': WRONG };

describe('compare', () => {
  test('text has a table whose columns stand below each other, then what was found', async () => {
    const { fazhi } = place(FILES);
    const { code, out, err } = await fazhi(['compare', 'a.txt', 'b.txt', 'wrong.txt']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const all = lines(out);
    expect(all.slice(0, 2)).toEqual(['梅溪镇2025年度法治政府建设情况报告', '对比：2024年 b.txt，2023年 a.txt']);
    const head = all.find((line) => line.startsWith('数据')) ?? '';
    const row = all.find((line) => line.startsWith('办理便民服务事项')) ?? '';
    expect(row).toMatch(/^办理便民服务事项 +5210件 +5836件 +6303件 +\+467（\+8\.0%） +▁▅█$/u);
    const column = (line: string, word: string): number => [...line.slice(0, line.indexOf(word) + word.length)].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
    expect(column(row, '6303件')).toBe(column(head, '2025年'));
    const { start } = rangeOf(WRONG, '18.0%');
    expect(out).toContain(`wrong.txt:${start.line + 1}:${start.character + 1} 提醒 这里写同比增长18.0%，2024年的报告写的是5836件`);
    expect(out).toContain('2024年写了、这份报告没有写的数据');
  });

  test('json has every figure with its past, and findings with the other place', async () => {
    const { fazhi } = place(FILES);
    const { code, out } = await fazhi(['compare', '--format', 'json', 'b.txt', 'wrong.txt']);
    expect(code).toBe(0);
    const found = JSON.parse(out) as { figures: readonly { text: string }[]; problems: readonly unknown[] } & Record<string, unknown>;
    expect(Object.keys(found)).toEqual(['tool', 'new', 'old', 'figures', 'unmatched', 'gone', 'problems']);
    expect(found['new']).toEqual({ path: 'wrong.txt', report: { title: '梅溪镇2025年度法治政府建设情况报告', year: 2025, issuer: '梅溪镇', level: 'township' } });
    expect(found.figures.find(({ text }) => text === '6303件')).toEqual({
      sections: ['一、推进法治政府建设的主要举措和成效', '（三）优化政务服务'],
      name: '办理便民服务事项', text: '6303件', value: 6303, unit: '件', metric: null, exactness: 'exact', range: rangeOf(WRONG, '6303件'),
      change: { text: '+467（+8.0%）', difference: 467, percent: 8, points: false, rough: false },
      past: [{ year: 2024, path: 'b.txt', text: '5836件', value: 5836, range: rangeOf(report(2024), '5836件') }],
    });
    expect(found.figures.find(({ text }) => text === '98.4%')).toMatchObject({ metric: 'satisfaction', change: { difference: 1.3, percent: null, points: true } });
    expect(found.problems).toEqual([
      {
        rule: 'figure-past-mismatch', severity: 'information', message: expect.any(String) as unknown, range: rangeOf(WRONG, '18.0%'),
        related: [{ path: 'wrong.txt', message: '本年：6303件', range: rangeOf(WRONG, '6303件') }, { path: 'b.txt', message: '2024年的报告：办理便民服务事项5836件', range: rangeOf(report(2024), '5836件') }],
      },
    ]);
  });

  test('html is a page that needs nothing else', async () => {
    const { fazhi } = place({ ...FILES, 'x<b>.txt': report(2024) });
    const { code, out } = await fazhi(['compare', '--format', 'html', 'x<b>.txt', 'c.txt']);
    expect(code).toBe(0);
    expect(out).toMatch(/^<!DOCTYPE html>/u);
    expect(out).toContain('x&lt;b&gt;.txt');
    expect(out).not.toMatch(/<b>\.txt|<script|href=|src=/u);
  });

  test('the order of the old ones says nothing; other encodings are read', async () => {
    const { fazhi } = place({ ...FILES, 'b.txt': iconv.encode(report(2024), 'gb18030') });
    const [one, other] = [await fazhi(['compare', 'a.txt', 'b.txt', 'c.txt']), await fazhi(['compare', 'b.txt', 'a.txt', 'c.txt'])];
    expect(one.out).toBe(other.out);
    expect(one.code).toBe(0);
  });

  test('ends with 1 where a finding is as grave as asked for', async () => {
    const { fazhi } = place(FILES);
    expect((await fazhi(['compare', '--rule', 'figure-past-mismatch=error', 'b.txt', 'wrong.txt'])).code).toBe(1);
    expect((await fazhi(['compare', '--rule', 'figure-past-mismatch=warning', '--fail-on', 'warning', 'b.txt', 'wrong.txt'])).code).toBe(1);
    expect((await fazhi(['compare', '--rule', 'figure-past-mismatch=off', '--fail-on', 'warning', 'b.txt', 'wrong.txt'])).out).not.toContain('18.0%，2024');
  });

  test.each([
    [['b.txt'], '至少要写两份报告', ''],
    [['c.txt', 'b.txt'], '不早于b.txt', ''],
    [['missing.txt', 'c.txt'], '没有这个文件', ''],
    [['other.txt', 'c.txt'], '不像法治政府建设年度报告', ''],
    [['b.txt', 'other.txt'], '不像法治政府建设年度报告', ''],
    [['noyear.txt', 'c.txt'], '认不出报告年度', ''],
    [['b.txt', 'noyear.txt'], '用 --year 写明', ''],
    [['missing.txt', 'b.txt', 'c.txt'], '没有这个文件', '对比：2024年 b.txt'],
    [['b.txt', 'again.txt', 'c.txt'], '2024年的报告已经有一份', '对比：2024年 again.txt'],
    [['--format', 'sarif', 'b.txt', 'c.txt'], 'compare 不支持 --format sarif', ''],
  ])('%j cannot all be compared: %s', async (args, said, shown) => {
    const noYear = report(2024).replaceAll(/20\d\d年度?/gu, '');
    const { fazhi } = place({ ...FILES, 'other.txt': OTHER, 'noyear.txt': noYear, 'again.txt': report(2024) });
    const { code, out, err } = await fazhi(['compare', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(out).toContain(shown);
    if (shown === '') expect(out).toBe('');
  });

  test('of a reporter with another name is done, and said', async () => {
    const { fazhi } = place({ ...FILES, 'old.txt': report(2024).replaceAll('梅溪镇', '梅溪乡') });
    const { code, out, err } = await fazhi(['compare', 'old.txt', 'c.txt']);
    expect(code).toBe(0);
    expect(err).toContain('报告单位是“梅溪乡”，和“梅溪镇”不同');
    expect(out).toContain('办理便民服务事项');
  });

  test('a year that is set is that of the new one', async () => {
    const { fazhi } = place({ 'b.txt': report(2024), 'c.txt': report(2025).replaceAll(/2025年度?/gu, '') });
    expect((await fazhi(['compare', '--year', '2025', 'b.txt', 'c.txt'])).out).toContain('2024年 b.txt');
  });
});

describe('lint', () => {
  const rule = ['--rule', 'figure-past-mismatch=warning', '--format', 'json'];
  const found = async (files: Readonly<Record<string, string>>, args: readonly string[]) => {
    const { fazhi } = place(files);
    const finished = await fazhi(['lint', ...rule, ...args]);
    return { err: finished.err, rules: lintFiles(finished).map(({ path: name, problems }) => `${name} ${problems.filter((each) => each.rule === 'figure-past-mismatch').length}`) };
  };

  test('finds earlier reports among the files named', async () => {
    expect(await found(FILES, ['b.txt', 'wrong.txt'])).toMatchObject({ rules: ['b.txt 0', 'wrong.txt 1'] });
    expect(await found(FILES, ['wrong.txt'])).toMatchObject({ rules: ['wrong.txt 0'] });
  });

  test('and those that the workspace file lists; a missing one is told', async () => {
    const config = '{ "past": ["旧/b.txt", "旧/没有.txt"] }';
    const { err, rules } = await found({ 'wrong.txt': WRONG, '旧/b.txt': report(2024), '.fazhi-report.json': config }, ['wrong.txt']);
    expect(rules).toEqual(['wrong.txt 1']);
    expect(err).toContain('没有这个文件');
  });
});
