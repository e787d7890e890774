// Numbering a whole report anew: one action after which nothing is wrong with the numbers, and nothing but numbers changed.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze, applyEdits } from '../../server/core/index.ts';
import { allSections, markerSpan } from '../../server/core/report/query.ts';
import { withValue } from '../../server/core/text/numbering.ts';
import { problemsOf, root } from '../support/check.ts';

const folder = path.join(root, 'test/golden');
const texts = readdirSync(folder).filter((file) => !/no-report|inverted/u.test(file) && /\.(?:txt|md)$/u.test(file)).map((file) => readFileSync(path.join(folder, file), 'utf8'));

const numbering = (text: string) => problemsOf(analyze(text, { isReport: true }), 'structure-numbering');
const TITLES = ['全文重新编号', '各部分重新从一编起'];
/** The text after the most far-reaching action that any of its findings offers. */
const renumbered = (text: string): string => {
  const fixes = numbering(text).flatMap(({ fixes: all = [] }) => all);
  return applyEdits(text, (fixes.find(({ title }) => TITLES.includes(title)) ?? fixes[0])?.edits ?? []);
};
/** Without numbers, brackets and points. */
const words = (text: string): string => text.replace(/[一二三四五六七八九十百0-9０-９（）()、.．\s]/gu, '');

describe('numbering the whole report anew', () => {
  test('wrong numbers in several lists are put right at once, each list in its own style', () => {
    const text = [
      '云溪镇2024年度法治政府建设情况报告', '一、主要举措和成效', '（一）组织领导', '1．召开会议4次。', '3．印发要点1份。', '（三）规范执法', '1．办理案件12件。', '2．评查案卷30份。',
      '三、存在的不足和原因', '（二）执法力量薄弱。主要原因是专业人员少。', '（三）宣传不够深入。主要原因是形式单一。', '三、下一年度主要安排', '充实执法力量。',
    ].join('\n');
    expect(renumbered(text)).toBe([
      '云溪镇2024年度法治政府建设情况报告', '一、主要举措和成效', '（一）组织领导', '1．召开会议4次。', '2．印发要点1份。', '（二）规范执法', '1．办理案件12件。', '2．评查案卷30份。',
      '二、存在的不足和原因', '（一）执法力量薄弱。主要原因是专业人员少。', '（二）宣传不够深入。主要原因是形式单一。', '三、下一年度主要安排', '充实执法力量。',
    ].join('\n'));
  });

  test('third-level numbers that run on across parents stay', () => {
    const text = '云溪镇2024年度法治政府建设情况报告\n一、主要举措和成效\n（一）组织领导\n1.召开会议4次。\n2.印发要点1份。\n（三）规范执法\n3.办理案件12件。\n5.评查案卷30份。\n三、存在的不足和原因\n执法力量薄弱。\n';
    expect(renumbered(text)).toBe(text.replace('（三）', '（二）').replace('三、', '二、'));
  });

  test('a table of contents, a quoted law and an attachment stay', () => {
    const text = [
      '云溪镇2024年度法治政府建设情况报告', '目录', '一、主要举措和成效……1', '三、存在的不足和原因……3', '四、下一年度主要安排……4', '一、主要举措和成效', '（一）规范执法。条例第三十三条规定：',
      '“（三）首次违法且危害后果轻微的，可以不予处罚；', '（五）其他情形。”', '（三）化解纠纷。调解纠纷30起。', '三、存在的不足和原因', '执法力量薄弱，主要原因是专业人员少。', '三、下一年度主要安排', '充实执法力量。', '附件', '二、重点任务清单', '四、责任分工',
    ].join('\n');
    const body = text.indexOf('（三）化解');
    expect(renumbered(text)).toBe(text.slice(0, body) + text.slice(body).replace('（三）', '（二）').replace('三、', '二、'));
  });

  test('leaves no wrong number behind and changes nothing else', () => {
    const damage = fc.record({ at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), value: fc.integer({ min: 1, max: 7 }) });
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(damage, { minLength: 1, maxLength: 5 }), (text, damages) => {
        const headings = allSections(analyze(text, { isReport: true }).sections).map(({ heading }) => heading).filter(({ marker, depth }) => marker !== '' && depth < 3);
        if (headings.length === 0) return;
        const chosen = new Map(damages.map(({ at, value }) => [headings[Math.floor(at * headings.length)] as (typeof headings)[number], value]));
        const wrong = applyEdits(text, [...chosen].map(([heading, value]) => ({ span: markerSpan(heading), text: withValue(heading.marker, value) })));
        const right = renumbered(wrong);
        expect(words(right)).toBe(words(wrong));
        expect(numbering(right).map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
