// Documents that another program made: what is imported of them, character for character.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze, lint, RULES } from '../../server/core/index.ts';
import { importWord } from '../../server/word/index.ts';
import { ROOT } from '../support/process.ts';
import { firstLost, misplaced, saidIn } from './places.ts';

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(path.join(ROOT, 'test/word/fixtures', file)));
const textOf = (file: string): string => new TextDecoder().decode(bytesOf(file));

const NOTES: Readonly<Record<string, readonly string[]>> = {
  report: [
    '自动编号有12处，已写成文字，编号不再自动变。',
    '文档里有修订没有接受或拒绝：插入的1处已写入，删除的1处没有写入。',
    '批注有1条，没有写入。',
    '隐藏的文字有1处（Word 里不打印），已写入，核对要不要：“（底稿）”。',
    '脚注、尾注有1条，写在文末。',
    '文本框有1个，里面的文字写在它所在的那一段后面。',
    '表格里有合并的单元格，文字写在其中第一格。',
  ],
  lists: ['自动编号有7处，已写成文字，编号不再自动变。'],
  plain: ['自动编号有2处，已写成文字，编号不再自动变。'],
};

describe.each(Object.keys(NOTES))('%s.docx', (name) => {
  const bytes = bytesOf(`${name}.docx`);
  test.each([['markdown', 'md'], ['plain', 'txt']] as const)('in %s', (layout, ending) => {
    const word = importWord(bytes, { layout });
    expect(word.text).toBe(textOf(`${name}.${ending}`));
    expect(word.notes).toEqual(NOTES[name]);
    expect(misplaced(bytes, word)).toEqual([]);
    expect(firstLost(saidIn(bytes), word.text)).toBeUndefined();
  });
});

test('a report is one for the core, with its parts, headings and sums', () => {
  for (const file of ['report.md', 'report.txt']) {
    const report = analyze(textOf(file));
    expect(report.recognised).toBe(true);
    expect(report.sections.map(({ heading }) => heading.marker + heading.title)).toEqual(['一、主要举措和成效', '二、存在的不足和原因']);
    expect(report.sections[0]?.children.map(({ heading }) => heading.marker + heading.title)).toEqual(['（一）规范行政执法', '（二）化解矛盾纠纷']);
    expect(lint(report, { rules: RULES }).filter(({ rule }) => rule.id.startsWith('figure-')).map(({ message }) => message)).toEqual([]);
  }
});
