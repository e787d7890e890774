// The sentence being written, at a | in a text, and which findings wait for it.

import { describe, expect, test } from 'vitest';
import { analyze, lint, RULES, unfinished, waitsFor } from '../../server/core/index.ts';

const HEAD = '云溪镇2024年度法治政府建设情况报告\n\n一、主要举措和成效\n\n';

/** The sentence around | as a reader sees it in the source; undefined where none is being written. */
function sentenceAt(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const span = unfinished(analyze(text), offset);
  return span && text.slice(span.start, span.end);
}

test.each([
  ['开展培训6场。发放资料|', '发放资料'],
  ['开展培训6场。发|', '发'],
  ['开展培训6场。|', undefined],
  ['开展培训6场；|', undefined],
  ['开展培训|6场。发放资料', '开展培训6场'],
  ['开展培训6场。发放|资料30份。全年无事故。', '发放资料30份'],
  ['开展培训6场，|', '开展培训6场，'],
  ['发放资料 |', '发放资料'],
  ['发放资料\u3000|\n\n', '发放资料'],
  ['|发放资料', undefined],
  ['发放资料\n|', undefined],
  ['\n\n|', undefined],
  ['１２|件', '１２件'],
])('%j', (body, sentence) => {
  expect(sentenceAt(HEAD + body)).toBe(sentence);
  expect(sentenceAt((HEAD + body).replaceAll('\n', '\r\n'))).toBe(sentence);
});

test('a sentence may run over the lines of a page', () => {
  const lines = Array.from({ length: 12 }, (_, i) => `全镇各村（社区）依法办事的第${i + 10}个做法是把问题解决好，`);
  const text = `${HEAD}开展培训6场。${lines.join('\n')}至此|完成。`;
  expect(sentenceAt(text)?.startsWith('全镇各村')).toBe(true);
});

describe('a finding waits', () => {
  /** The rules whose findings wait, and those whose do not, at | in the text. */
  function waiting(marked: string): readonly [readonly string[], readonly string[]] {
    const text = marked.replace('|', '');
    const report = analyze(text);
    const sentence = unfinished(report, marked.indexOf('|'));
    const problems = lint(report, { rules: RULES });
    const names = (wait: boolean): readonly string[] => problems.filter((problem) => (sentence !== undefined && waitsFor(sentence, problem, report)) === wait).map(({ rule }) => rule.id);
    return [names(true), names(false)];
  }

  test('where it stands in the sentence, and not where it stands elsewhere', () => {
    expect(waiting(`${HEAD}走访社区服刑人员8户。全年受理纠纷250起，调解成功242起，调解成功率95.8%|`)).toEqual([['figure-rate-mismatch'], ['structure-missing-part', 'structure-missing-part', 'structure-missing-part', 'wording-outdated']]);
  });

  test('where it rests on the sentence', () => {
    const [wait] = waiting(`${HEAD}开展培训6场。\n\n二、存在的不足和原因\n\n执法力量不足|`);
    expect(wait).toContain('structure-missing-reason');
    expect(waiting(`${HEAD}开展培训6场。\n\n二、存在的不足和原因\n\n执法力量不足。|`)[0]).toEqual([]);
  });

  test('but never where it is told of the whole report', () => {
    const [wait, told] = waiting('云溪镇2024年度|法治政府建设情况报告\n\n一、主要举措和成效\n\n开展培训6场。\n');
    expect(wait).toEqual([]);
    expect(told).toContain('structure-missing-part');
  });
});
