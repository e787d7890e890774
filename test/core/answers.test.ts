// Problems and the plans that answer them: one case a line in cases/answers.tsv. The items become list items, sentences or
// subsections, and the answer is the same.

import { describe, expect, test } from 'vitest';
import { analyze, lint, RULES } from '../../server/core/index.ts';
import { read } from '../support/check.ts';

const RULE = 'structure-unanswered-problem';
const NUMERALS = ['一', '二', '三', '四'];

const cases = read('test/core/cases/answers.tsv')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string]);

const FORMS: Readonly<Record<string, (items: readonly string[]) => string>> = {
  'as a list in one paragraph': (items) => items.map((item, i) => `${NUMERALS[i]}是${item}`).join(''),
  'as paragraphs of a list': (items) => items.map((item, i) => `${NUMERALS[i]}是${item}`).join('\n'),
  'as paragraphs': (items) => items.join('\n'),
  'as subsections': (items) => items.map((item, i) => `（${NUMERALS[i]}）${item}`).join('\n'),
};

function found(problems: string, plan: string): readonly string[] {
  const text = `云溪镇2024年度法治政府建设情况报告\n\n一、主要举措和成效\n\n全年开展执法检查36次。\n\n二、存在的不足和原因\n\n${problems}\n\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n\n主持召开专题会议4次。\n\n四、2025年主要安排\n\n${plan}\n`;
  return lint(analyze(text), { rules: RULES.filter(({ id }) => id === RULE), settings: { [RULE]: 'information' } }).map(({ span }) => text.slice(span.start, span.end));
}

describe.each(Object.entries(FORMS))('problems %s', (_name, form) => {
  test.each(cases)('%s: %s → %s', (verdict, problem, plan) => {
    const problems = problem.split('|');
    const expected = verdict === 'answered' ? [] : [problems[Number(verdict.split(':')[1]) - 1] ?? ''];
    const spans = found(form(problems), form(plan.split('|')));
    expect(spans).toHaveLength(expected.length);
    expected.forEach((words, i) => expect(words).toContain(spans[i]?.replace(/^（.）/u, '')));
  });
});
