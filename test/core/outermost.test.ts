// Reports divided into 第一部分, 第二部分: a level of its own above 一、, recognised only where it is a heading.

import { expect, test } from 'vitest';
import { analyze, applyEdits, outline, type OutlineItem } from '../../server/core/index.ts';
import { problemsOf, read } from '../support/check.ts';

const REPORT = read('test/golden/outermost-parts.txt');

const tree = (text: string): string[] => {
  const lines: string[] = [];
  const visit = (items: readonly OutlineItem[], indent: string): void => {
    for (const { depth, marker, title, children } of items) {
      lines.push(`${indent}${depth} ${marker} ${title}`);
      visit(children, `${indent} `);
    }
  };
  visit(outline(analyze(text)), '');
  return lines;
};

const TREE = [
  '0 第一部分 2023年法治政府建设工作情况', ' 1 一、 健全依法行政体系', '  2 （一） 规范决策', '  2 （二） 规范执法', ' 1 二、 化解矛盾纠纷', ' 1 三、 深化普法宣传',
  '0 第二部分 党政主要负责人履行推进法治建设第一责任人职责情况', ' 1 一、 带头学法', ' 1 二、 带头推动', '0 第三部分 存在的不足和原因', '0 第四部分 2024年工作安排', ' 1 一、 充实执法力量', ' 1 二、 创新普法形式',
];

test.each([
  ['on one line', REPORT],
  ['the title on the next line', REPORT.replace(/^(第.部分) {2}/gmu, '$1\n\n')],
  ['without a blank', REPORT.replace(/^(第.部分) {2}/gmu, '$1')],
  ['with a colon', REPORT.replace(/^(第.部分) {2}/gmu, '$1：')],
  ['in Markdown', REPORT.replace(/^(第.部分) {2}/gmu, '# $1 ').replace(/^([一二三]、)/gmu, '## $1')],
])('%s', (_, text) => {
  expect(tree(text)).toEqual(TREE);
  expect(problemsOf(analyze(text)).map(({ message }) => message)).toEqual([]);
});

test('chapters are such a level as well', () => {
  expect(tree(REPORT.replace(/^第(.)部分/gmu, '第$1章'))).toEqual(TREE.map((line) => line.replace('部分', '章')));
});

test.each(['第一部分工作由司法所承担。', '第二部分的任务已经完成', '第一章规定的职责已经公布，共12项。'])('%s is no heading', (line) => {
  expect(tree(REPORT.replace('（一）规范决策。', `${line}\n\n（一）规范决策。`))).toEqual(TREE);
});

test('parts may stand inside them', () => {
  const text = '云溪镇2024年度法治政府建设情况报告\n\n第一部分 2024年工作总结\n\n一、主要举措和成效\n\n培训6场。\n\n二、存在的不足和原因\n\n执法力量薄弱，主要原因是专业人员少。\n\n第二部分 2025年工作计划\n\n一、充实力量\n\n招录3人。\n';
  expect(analyze(text).parts.map(({ id, how }) => `${id} ${how}`)).toEqual(['work heading', 'problems heading', 'first_person absent', 'plan heading', 'other absent']);
});

test('a missing part is written and numbered as they are', () => {
  const text = REPORT.replace(/^第三部分[^]*(?=第四部分)/mu, '').replace('第四部分', '第三部分');
  const [problem] = problemsOf(analyze(text), 'structure-missing-part');
  const fixed = applyEdits(text, problem?.fixes?.[0]?.edits ?? []);
  expect(fixed).toContain('\n\n第三部分  存在的不足和原因\n\n一是');
  expect(fixed).toContain('\n\n第四部分  2024年工作安排\n\n');
});

test('one that is left out is told', () => {
  const problems = problemsOf(analyze(REPORT.replace('第三部分', '第四部分')), 'structure-numbering');
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('“第二部分”之后是“第四部分”，缺“第三部分”')]);
});
