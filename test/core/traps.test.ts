// Right sentences that a program might take wrongly, each in a small right report: no rule gives a warning. A set apart from
// those that the rules were made with.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { analyze } from '../../server/core/index.ts';
import { problemsOf, root } from '../support/check.ts';

const CASES = readFileSync(path.join(root, 'test/core/cases/traps-right.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [year: string, sentence: string]);

const inReport = (year: string, sentence: string): string =>
  [
    `松台镇${year}年度法治政府建设情况报告`,
    `${year}年，松台镇认真履行法治政府建设职责，现将有关情况报告如下：`,
    '一、主要举措和成效',
    '（一）规范行政行为。全镇稳步推进各项任务落实。',
    sentence.replaceAll('\\n', '\n'),
    '（二）加强普法宣传。开展多种形式的宣传活动。',
    '二、存在的不足和原因',
    '执法力量薄弱，主要原因是持证人员少。',
    '三、党政主要负责人履行推进法治建设第一责任人职责情况',
    '镇党委书记、镇长履行推进法治建设第一责任人职责，专题研究法治工作。',
    `四、${Number(year) + 1}年主要安排`,
    '充实执法力量。',
    '',
  ].join('\n\n');

test.each(CASES)('%s: %s', (year, sentence) => {
  const grave = problemsOf(analyze(inReport(year, sentence))).filter(({ severity }) => severity === 'error' || severity === 'warning');
  expect(grave.map(({ rule, message }) => `${rule.id}: ${message}`)).toEqual([]);
});
