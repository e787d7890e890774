// Inserting a missing part: at its place, numbered in the document's own style, what follows renumbered.

import { expect, test } from 'vitest';
import { analyze, applyEdits } from '../../server/core/index.ts';
import { problemsOf } from '../support/check.ts';

const insert = (text: string, part: string): string => {
  const fix = problemsOf(analyze(text, { isReport: true }), 'structure-missing-part').flatMap((p) => p.fixes ?? []).find((f) => f.title.includes(part));
  return fix ? applyEdits(text, fix.edits) : text;
};
const headings = (text: string): string[] => text.split(/\r?\n/u).filter((line) => /^(?:#+ )?(?:\*\*)?[一二三四五六][、.]|^#/u.test(line));

const TITLE = '云溪镇2024年度法治政府建设情况报告';

test('Markdown headings keep their marks', () => {
  const text = `# ${TITLE}\n\n## 一、主要举措和成效\n\n甲。\n\n## 二、2025年工作安排\n\n乙。\n`;
  expect(headings(insert(text, '不足和原因'))).toEqual([`# ${TITLE}`, '## 一、主要举措和成效', '## 二、存在的不足和原因', '## 三、2025年工作安排']);
});

test('CRLF, indentation and missing blank lines stay as they are', () => {
  const text = `${TITLE}\r\n　　一、主要举措和成效\r\n　　甲。\r\n　　二、2025年工作安排\r\n　　乙。\r\n`;
  const fixed = insert(text, '不足和原因');
  expect(fixed).toContain('　　二、存在的不足和原因\r\n　　一是【写明具体不足】');
  expect(fixed).toContain('　　三、2025年工作安排\r\n　　乙。\r\n');
  expect(fixed.replace(/\r\n/gu, '')).not.toMatch(/[\r\n]/u);
});

test('a last part goes before signature and date', () => {
  const text = `${TITLE}\n\n一、主要举措和成效\n\n甲。\n\n二、存在的不足和原因\n\n乙。\n\n特此报告。\n\n云溪镇人民政府\n\n2025年1月10日\n`;
  const fixed = insert(text, '下一年度');
  expect(fixed).toMatch(/乙。\n\n三、2025年推进法治政府建设的主要安排\n\n/u);
  expect(fixed.endsWith('特此报告。\n\n云溪镇人民政府\n\n2025年1月10日\n')).toBe(true);
});

test('second-level numbers are written as the document writes them', () => {
  const text = `${TITLE}\n\n一、主要举措和成效\n\n(一)培训干部。全年6场。\n\n二、存在的不足和原因\n\n乙。\n`;
  expect(insert(text, '下一年度')).toContain('\n\n(一)【针对第一项不足写明打算】。');
});

test('headings that lost their numbers get none', () => {
  const text = `${TITLE}\n\n主要举措和成效\n\n甲。\n\n2025年工作安排\n\n乙。\n`;
  expect(insert(text, '不足和原因')).toContain('甲。\n\n存在的不足和原因\n\n一是');
});

test('a text without headings gets all parts', () => {
  const fixed = insert(`${TITLE}\n\n2024年，云溪镇扎实推进法治政府建设。现将有关情况报告如下：\n`, '各必备部分');
  expect(headings(fixed)).toEqual(['一、2024年推进法治政府建设的主要举措和成效', '二、存在的不足和原因', '三、党政主要负责人履行推进法治建设第一责任人职责情况', '四、2025年推进法治政府建设的主要安排']);
});
