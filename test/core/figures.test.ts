// Figures and rates: what is read as a figure, what is not, and when a rate or a wording is said to be wrong.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze, figures } from '../../server/core/index.ts';
import { problemsOf, root } from '../support/check.ts';

const read = (text: string) => figures(analyze(text, { isReport: true, year: 2024 }));
const written = (text: string): string[] => read(text).map((f) => f.text);

describe('what is read', () => {
  test.each([
    ['受理纠纷232 起', [['232起', 232, '起', 'exact']]],
    ['发放资料１，０００份', [['1,000份', 1000, '份', 'exact']]],
    ['共有4 598个调委会', [['4 598个', 4598, '个', 'exact']]],
    ['个人办结件3.6万件', [['3.6万件', 36_000, '件', 'exact']]],
    ['持证上岗十二人', [['十二人', 12, '人', 'exact']]],
    ['开展活动二百余场次', [['二百余场次', 200, '场次', 'at-least']]],
    ['知晓率达百分之九十五', [['百分之九十五', 95, '%', 'exact']]],
    ['比例为1:1.06', [['1:1.06', 0.943396226415, undefined, 'ratio']]],
    ['年龄40～60岁', [['40～60岁', 40, '岁', 'range']]],
    ['占比10%～20%', [['10%～20%', 10, '%', 'range']]],
    ['共一百零五人', [['一百零五人', 105, '人', 'exact']]],
    ['两千三百件', [['两千三百件', 2300, '件', 'exact']]],
    ['| 热线 | 318 | 311 |', [['318', 318, undefined, 'exact'], ['311', 311, undefined, 'exact']]],
    ['热线\t318\t311', [['318', 318, undefined, 'exact'], ['311', 311, undefined, 'exact']]],
    ['受理纠纷1 14件', [['1', 1, undefined, 'about'], ['14件', 14, '件', 'about']]],
    ['占比97.8％', [['97.8%', 97.8, '%', 'exact']]],
    ['资金1900余万元', [['1900余万元', 19_000_000, '元', 'at-least']]],
    ['走访近200户', [['200户', 200, '户', 'about']]],
    ['政策咨询2万人次', [['2万人次', 20_000, '人次', 'exact']]],
    ['学法不少于60课时', [['60课时', 60, '课时', 'at-least']]],
    ['线上办件\n\n347 件', [['347件', 347, '件', 'exact']]],
    ['金额350万元左右', [['350万元', 3_500_000, '元', 'about']]],
    ['提高2.2个百分点', [['2.2个百分点', 2.2, '个百分点', 'exact']]],
  ])('%s', (text, expected) => expect(read(text).map((f) => [f.text, f.value, f.unit, f.exactness])).toEqual(expected));

  test.each([
    '办理12345公共服务热线工单', '“12·4”国家宪法日', '“12.4”国家宪法日', '4·15全民国家安全教育日', '“八五”普法规划', '（一）加强领导', '2024年12月4日',
    '2021—2025年', '国办发〔2018〕118号', '增强“四个意识”', '落实三项制度', '一站式服务', '“1+N”行动', '第二十四条', '拨打110报警', '四个关口', '数十件', '三五人', '8:30', '“十一个坚持”',
  ])('%s holds none', (text) => expect(written(text)).toEqual([]));

  test('a service number with a classifier is a count', () => expect(written('12345热线工单7823件，处置110件')).toEqual(['7823件', '110件']));

  test('rates know their metric and counts their name', () => {
    const found = read('全镇受理调解纠纷250起，成功调解结案242起，结案率96.8%，新建4所学校');
    expect(found.map(({ metric, name }) => [metric, name])).toEqual([
      [undefined, '全镇受理调解纠纷'], [undefined, '成功调解结案'], ['case-closing', '结案率'], [undefined, '新建'],
    ]);
  });
});

const verdict = (text: string): string[] => analyze(text, { isReport: true }).paragraphs.flatMap((p) => p.facts.checks.filter((c) => c.kind === 'rate').map((c) => c.verdict));

describe('when a rate is wrong', () => {
  test.each([
    ['受理调解纠纷250起，成功调解结案242起，结案率95.8%。', 'inconsistent'],
    ['受理调解纠纷250起，成功调解结案242起，结案率96.8%。', 'consistent'],
    ['受理调解纠纷214起，成功调解结案209起，结案率97.6%。', 'consistent'],
    ['受理调解纠纷250起，成功调解结案242起，结案率97%。', 'consistent'],
    ['受理调解纠纷250起，成功调解结案242起，结案率100%。', 'inconsistent'],
    ['共排查各类纠纷120件，化解114件，化解率95％。', 'consistent'],
    ['调解成功242起，受理调解纠纷250起，调解成功率95%。', 'inconsistent'],
    ['开庭审理8件，负责人出庭6件，出庭应诉率100%。', 'inconsistent'],
    ['参加考试40人，合格38人，合格率90%。', 'inconsistent'],
    // Guards: each of these would be a false alarm.
    ['受理案件250件，未结案5件，结案率95.8%。', 'unchecked'],
    ['受理案件100件，撤诉结案20件，结案率98%。', 'unchecked'],
    ['受理案件100件，按期办结90件，办结率98%。', 'unchecked'],
    ['受理调解纠纷3.2万起，成功调解3.1万起，调解成功率98%。', 'unchecked'],
    ['受理调解纠纷200余起，成功调解190起，调解成功率90%。', 'unchecked'],
    ['受理案件100件，上年结转9件，结案98件，结案率89.9%。', 'unchecked'],
    ['行政诉讼案件4件，胜诉3件，出庭应诉率100%。', 'unchecked'],
    ['受理调解纠纷20件，涉及人数45人，调解成功率100%。', 'unchecked'],
    ['最高法新收9679件，审结7739件，结案率为70.28%。', 'unchecked'],
    ['全年力争受理调解纠纷200件，成功调解150件，调解成功率95%。', 'unchecked'],
    ['受理纠纷80件，成功调解85件，调解成功率94%。', 'doubtful'],
    ['培训考试4场，参加2场，合格率100%。', 'unchecked'],
  ])('%s', (text, expected) => expect(verdict(text)).toEqual([expected]));

  test('a rate that is compared is no quotient', () => expect(verdict('受理投诉50件，办结45件，办结率同比提高5%。')).toEqual([]));

  test('the whole sentence decides, not the line it stands on', () =>
    expect(verdict('各级调解组织认真履行职责。全年受理各类矛盾\n\n纠纷 214 起，成功调解209 起，调解成功\n率 96.7%。')).toEqual(['inconsistent']));
});

/** Sentences of a case file with their report year. */
function cases(file: string): readonly (readonly [string, number])[] {
  const lines = readFileSync(path.join(root, 'test/core/cases', file), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [year = '', sentence = ''] = line.split('\t');
    return [sentence, Number(year)];
  });
}

describe('sentences that tempt', () => {
  const findings = (sentence: string, year: number, rule: string): string[] =>
    problemsOf(analyze(`岚川县人民政府${year}年法治政府建设情况报告\n\n一、主要举措和成效\n\n（一）工作推进。${sentence}\n`), rule).map((p) => p.message);

  test.each(cases('rates-right.tsv'))('no rate is wrong in %s', (sentence, year) => expect(findings(sentence, year, 'figure-rate-mismatch')).toEqual([]));
  test.each(cases('rates-wrong.tsv'))('a rate is wrong in %s', (sentence, year) => expect(findings(sentence, year, 'figure-rate-mismatch').length).toBe(1));
});
