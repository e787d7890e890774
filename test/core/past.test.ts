// A report beside earlier ones of the same reporter: which are earlier, how quantities are put beside each other, what is claimed of
// the year before (one case a line in cases/past-claims.tsv), what was taken over, repeated or dropped. Pairs of whole reports
// in golden/years stay silent.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOf, changeText } from '../../server/core/compare/change.ts';
import { analyze, BUILT_IN_WORDS, comparison, earlier, histories, hover, lint, pastAmong, RULES, type OtherReport, type PastReport } from '../../server/core/index.ts';
import type { Quantity } from '../../server/core/figures/figure.ts';
import { read, root } from '../support/check.ts';

const COMPARING = RULES.filter(({ compares }) => compares);
const SETTINGS = Object.fromEntries(COMPARING.map(({ id }) => [id, 'information'] as const));

const reportOf = (year: number, body: string, more = '', issuer = '云溪镇'): string =>
  `${issuer}${year}年度法治政府建设情况报告\n\n一、主要举措和成效\n\n（一）化解矛盾纠纷\n\n${body}\n${more}`;

const past = (text: string, of: string): readonly PastReport[] => earlier(analyze(text), [{ id: 'past', name: '上年.txt', report: analyze(of) }]);

/** What one rule says of a text beside another: the marked words. */
function told(rule: string, text: string, then: string): readonly string[] {
  const report = analyze(text);
  return lint(report, { rules: RULES.filter(({ id }) => id === rule), settings: SETTINGS, past: past(text, then) }).map(({ span }) => text.slice(span.start, span.end));
}

describe('claims about the year before', () => {
  const cases = read('test/core/cases/past-claims.tsv')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, string, string]);

  test.each(cases)('%s: %s → %s', (verdict, then, now) => {
    const expected = verdict.startsWith('wrong:') ? [verdict.slice('wrong:'.length)] : [];
    expect(told('figure-past-mismatch', reportOf(2025, now), reportOf(2024, then))).toEqual(expected);
  });

  test('are not held against a report of another year than the one before', () => {
    const [now, then] = ['全年受理调解矛盾纠纷120起，同比增长20%。', '全年受理调解矛盾纠纷110起。'];
    expect(told('figure-past-mismatch', reportOf(2025, now), reportOf(2024, then))).toEqual(['20%']);
    expect(told('figure-past-mismatch', reportOf(2025, now), reportOf(2023, then))).toEqual([]);
  });

  test('below another heading are only compared where there is one such quantity a year', () => {
    const other = (body: string): string => reportOf(2024, '做了许多工作。', `（二）规范执法\n\n${body}\n`);
    expect(told('figure-past-mismatch', reportOf(2025, '开展培训12场，同比增长50%。'), other('开展培训10场。'))).toEqual([]);
    expect(told('figure-past-mismatch', reportOf(2025, '收到行政复议案件12件，同比增长50%。'), other('收到行政复议案件10件。'))).toEqual(['50%']);
  });

  test('every true growth of two counts is borne out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 2 }), (now, then, decimals) => {
        fc.pre(now !== then);
        const growth = ((Math.abs(now - then) / then) * 100).toFixed(decimals);
        const sentence = `全年受理调解矛盾纠纷${now}起，同比${now > then ? '增长' : '下降'}${growth}%。`;
        expect(told('figure-past-mismatch', reportOf(2025, sentence), reportOf(2024, `全年受理调解矛盾纠纷${then}起。`))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('earlier reports', () => {
  const other = (name: string, text: string): OtherReport => ({ id: name, name, report: analyze(text) });
  const own = analyze(reportOf(2025, '开展宣讲12场。'));
  const all = [
    other('c', reportOf(2023, '开展宣讲9场。')), other('b', reportOf(2024, '开展宣讲10场。')), other('a', reportOf(2024, '开展宣讲11场。')),
    other('d', reportOf(2025, '开展宣讲12场。')), other('e', reportOf(2026, '开展宣讲13场。')), other('f', reportOf(2024, '开展宣讲8场。', '', '青石乡')),
    other('g', '云溪镇法治政府建设情况报告\n\n开展宣讲7场。\n'),
  ];

  test('are those of the same reporter before this one, one a year, the latest first', () => {
    expect(pastAmong(own, all).map(({ id, year }) => `${id} ${year}`)).toEqual(['a 2024', 'c 2023']);
    expect(pastAmong(own, [...all].reverse()).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  test('that somebody named may be of a reporter that was called otherwise', () => {
    expect(earlier(own, all.filter(({ id }) => id === 'f')).map(({ id }) => id)).toEqual(['f']);
    expect(earlier(analyze('云溪镇法治政府建设情况报告\n'), all)).toEqual([]);
  });
});

describe('a change', () => {
  const quantity = (value: number, more: Partial<Quantity> = {}): Quantity => ({ value, exactness: 'exact', decimals: 0, scale: 1, ...more });
  test.each([
    [quantity(120), quantity(110), false, '+10（+9.1%）'],
    [quantity(110), quantity(120), false, '-10（-8.3%）'],
    [quantity(120), quantity(120), false, '持平'],
    [quantity(3), quantity(0), false, '+3'],
    [quantity(0), quantity(4), false, '-4（-100.0%）'],
    [quantity(98.1, { decimals: 1 }), quantity(97.55, { decimals: 2 }), true, '+0.55个百分点'],
    [quantity(0.3, { decimals: 1 }), quantity(0.1, { decimals: 1 }), false, '+0.2（+200.0%）'],
    [quantity(2001), quantity(2000), false, '+1（+0.1%）'],
    [quantity(7000, { exactness: 'at-least' }), quantity(6200), false, '约+800（+12.9%）'],
    [quantity(7000, { exactness: 'about' }), quantity(7000), false, '大致持平'],
    [quantity(41_000, { scale: 10_000, decimals: 1 }), quantity(36_000, { scale: 10_000, decimals: 1 }), false, '+0.5万（+13.9%）'],
    [quantity(41_000, { scale: 10_000, decimals: 1 }), quantity(36_512), false, '约+4488（+12.3%）'],
  ])('%j after %j, a rate: %s, is %s', (now, then, isRate, expected) => {
    expect(changeText(changeOf(now, then, isRate))).toBe(expected);
  });
});

describe('quantities over the years', () => {
  const of = (now: string, then: string): Readonly<Record<string, string>> => {
    const text = reportOf(2025, now);
    return Object.fromEntries([...histories(analyze(text), past(text, reportOf(2024, then)), BUILT_IN_WORDS)].map(([start, { values, text: change }]) => [`${text.slice(start, start + 12).split(/[，。|\n]/u)[0]?.trim()}`, `${values[0]?.text} ${change}`]));
  };

  test.each([
    ['fillers say nothing', '全年共受理纠纷12起。', '今年以来，全镇受理纠纷10起。', { '12起': '10起 +2（+20.0%）' }],
    ['units of one kind', '受理纠纷12件。', '受理纠纷10起。', { '12件': '10起 +2（+20.0%）' }],
    ['another unit', '组织培训12人次。', '组织培训10场次。', {}],
    ['a name that stands twice', '开展宣讲12场，在学校开展宣讲3场。开展宣讲4场。', '开展宣讲10场。', {}],
    ['a number that is told twice', '开展宣讲12场。全年开展宣讲12场。', '开展宣讲10场。', { '12场': '10场 +2（+20.0%）' }],
    ['the value of the year before', '受理纠纷12起，去年受理纠纷11起。', '受理纠纷10起。', { '12起': '10起 +2（+20.0%）' }],
    ['what a change led to', '受理纠纷12起，同比增长20%。', '受理纠纷10起，同比增长25%。', { '12起': '10起 +2（+20.0%）' }],
    ['another scope', '宪法宣传周期间，开展宣讲12场。', '全年开展宣讲10场。', {}],
    ['rates', '办结率98.5%。', '办结率97%。', { '98.5%': '97% +1.5个百分点' }],
    ['another year', '2022年，开展宣讲12场。', '开展宣讲10场。', {}],
    ['behind a comparison', '受理纠纷12起，较2024年增长20%，化解11起。', '受理纠纷10起，化解9起。', { '12起': '10起 +2（+20.0%）' }],
    ['cells', '| 类别 | 立案（件） | 同比 |\n| --- | --- | --- |\n| 农药 | 12 | 20% |\n| 种子 | 8 | 0% |', '| 类别 | 立案（件） |\n| --- | --- |\n| 农药 | 10 |\n| 种子 | 8 |', { 12: '10 +2（+20.0%）', 8: '8 持平' }],
  ])('%s', (_name, now, then, expected) => {
    expect(of(now, then)).toEqual(expected);
  });

  test('below different headings have their own past', () => {
    const body = (a: number, b: number): string => `开展培训${a}场。\n\n（二）规范执法\n\n开展培训${b}场。`;
    const text = reportOf(2025, body(12, 7));
    const found = histories(analyze(text), past(text, reportOf(2024, body(10, 8))), BUILT_IN_WORDS);
    expect([...found.values()].map(({ text: change }) => change)).toEqual(['+2（+20.0%）', '-1（-12.5%）']);
  });

  test('plans are no values', () => {
    const plan = '\n二、2026年主要安排\n\n开展宣讲20场。\n';
    const text = reportOf(2025, '受理纠纷12起。', plan);
    expect(histories(analyze(text), past(text, reportOf(2024, '开展宣讲10场。')), BUILT_IN_WORDS).size).toBe(0);
  });

  test('hovering tells what a figure was', () => {
    const text = reportOf(2025, '受理纠纷12起。');
    const found = hover(analyze(text), [], text.indexOf('12起'), BUILT_IN_WORDS, past(text, reportOf(2024, '受理纠纷10起。')));
    expect(found?.history).toMatchObject({ text: '+2（+20.0%）', values: [{ year: 2024, text: '10起' }] });
    expect(hover(analyze(text), [], text.indexOf('12起'), BUILT_IN_WORDS)?.history).toBeUndefined();
  });
});

describe('years left standing', () => {
  const stale = (now: string, then: string): readonly string[] => told('structure-stale-year', reportOf(2025, now), reportOf(2024, then));
  test.each([
    '2024年，镇里组织执法人员参加业务培训12场次，覆盖全部岗位。',
    '镇里在2024年组织执法人员参加业务培训12场次，覆盖全部岗位。',
    '全镇完成2024年度执法人员轮训任务，覆盖全部在岗执法人员。',
  ])('%s', (sentence) => {
    expect(stale(sentence, sentence)).toEqual(['2024年']);
    expect(stale(sentence.replace('12', '15'), sentence)).toEqual(['2024年']);
    expect(stale(sentence.replace('镇', '我镇'), sentence)).toEqual([]);
    expect(stale(sentence.replace('2024', '2025'), sentence)).toEqual([]);
  });

  test.each([
    '自2024年以来，镇里每月组织执法人员参加业务培训，覆盖全部岗位。',
    '2024年以来，镇里每月组织执法人员参加业务培训，覆盖全部岗位。',
    '2024年3月，综合行政执法队迁入新址，设立询问室和听证室。',
    '2024年，综合行政执法队挂牌成立，承接执法事项三十项。',
    '镇法治文化广场2024年建成，成为群众学法的好去处。',
    '印发《2024年度普法责任清单》，把任务分到各办公室和各村。',
    '落实县政府〔2024〕12号文件要求，把任务分到各办公室和各村。',
    '办案数量与2024年相比有所增加，主要集中在规划建设领域。',
    '对2024年度法治督察反馈的问题逐项整改，没有一项超过期限。',
    '按照2021年至2024年的三年计划，分批培训全部在岗执法人员。',
    '澜湾村2024年获评省级民主法治示范村，经验在全县推广开来。',
  ])('may stand: %s', (sentence) => {
    expect(stale(sentence, sentence)).toEqual([]);
  });
});

describe('problems and plans', () => {
  const withProblems = (year: number, problems: string): string => reportOf(year, '开展宣讲9场。', `\n二、存在的不足和原因\n\n${problems}\n`);
  test.each([
    ['word for word', '执法力量不足，持证人员偏少，主要原因是编制紧、流动快。', '执法力量不足，持证人员偏少，主要原因是编制紧、流动快。', 1],
    ['with other numbers', '执法力量不足，持证人员只有6名，主要原因是编制紧、流动快。', '执法力量不足，持证人员只有7名，主要原因是编制紧、流动快。', 1],
    ['with a word changed', '执法力量不足，持证人员偏少，主要原因是编制紧、流动快。', '执法力量还不足，持证人员偏少，主要原因是编制紧、流动快。', 1],
    ['with a new cause', '执法力量不足，持证人员偏少，主要原因是编制紧、流动快。', '执法力量不足，今年新招的两人还在试用，主要原因是招录批次少、培养周期长。', 0],
    ['that is short', '执法力量不足，编制紧。', '执法力量不足，编制紧。', 0],
    ['of another subject', '执法力量不足，持证人员偏少，主要原因是编制紧、流动快。', '普法形式单一，群众参与不多，主要原因是缺乏新意、宣讲员少。', 0],
  ])('a problem %s', (_name, then, now, count) => {
    expect(told('structure-repeated-problem', withProblems(2025, now), withProblems(2024, then))).toHaveLength(count);
  });

  const withPlan = (year: number, body: string, plan: string): string => reportOf(year, body, `\n二、${year + 1}年主要安排\n\n${plan}\n`);
  test.each([
    ['is told', '开展宣讲9场。', '（一）完善重大行政决策程序，一律组织专家论证。', 1],
    ['was kept', '两件决策都请专家论证。', '（一）完善重大行政决策程序，一律组织专家论证。', 0],
    ['was kept in other words', '三重一大事项集体研究。', '（一）完善重大行政决策程序，一律组织专家论证。', 0],
    ['that names nothing', '开展宣讲9场。', '（一）加强组织领导。', 0],
  ])('a plan that %s', (_name, work, plan, count) => {
    expect(told('structure-dropped-plan', withPlan(2025, work, '（一）办好宣讲。'), withPlan(2024, '开展宣讲8场。', plan))).toHaveLength(count);
  });
});

describe('whole reports of several years', () => {
  const folder = path.join(root, 'test/golden/years');
  const files = readdirSync(folder).map((name): OtherReport => ({ id: name, name, report: analyze(read(`test/golden/years/${name}`)) }));
  const pairs = files.flatMap((file) => pastAmong(file.report, files).map((then) => [file.name, then.name, file, then] as const));

  test.each(pairs)('%s beside %s stays silent', (_now, _then, { report }, then) => {
    const found = comparison(report, [then], { words: BUILT_IN_WORDS });
    expect(found.problems.map(({ rule, message }) => `${rule.id} ${message}`)).toEqual([]);
    expect(found.figures.length).toBeGreaterThan(15);
  });

  const meixi = files.find(({ name }) => name.startsWith('梅溪镇2025'));
  const text = meixi?.report.source.text ?? '';
  test.each([
    ['figure-past-mismatch', '同比增长8.0%', '同比增长18.0%', '18.0%'],
    ['figure-past-mismatch', '（上年21件）', '（上年20件）', '20件'],
    ['figure-past-mismatch', '比上年减少1件', '比上年增加1件', '1件'],
    ['figure-past-mismatch', '资料8000余份，同比增长约14%', '资料8000余份，同比增长约44%', '44%'],
    ['figure-past-mismatch', '比上年上升0.6个百分点', '比上年上升1.6个百分点', '1.6个百分点'],
    ['structure-repeated-problem', '没有掌握企业分布和用工情况。', '没有掌握企业分布和用工情况。\n\n（三）行政合同管理不够规范。个别合同先签后审，主要原因是业务办公室对合法性审查的要求掌握不准。', '行政合同管理不够规范'],
    ['structure-copied-paragraph', '（六）开展普法宣传', '（六）推进依法决策。全年作出重大行政决策3件，对集镇停车场建设、农贸市场搬迁两件事项逐一组织听证和专家论证。镇司法所和法律顾问审查合同、协议79份，比上年增加4份，出具法律意见书11份。\n\n（七）开展普法宣传', '（六）推进依法决策'],
  ])('%s is found where %s became %s', (rule, right, wrong, words) => {
    const faulty = text.replace(right, wrong);
    expect(faulty).not.toBe(text);
    const report = analyze(faulty);
    const found = comparison(report, pastAmong(report, files), { words: BUILT_IN_WORDS }).problems.map(({ rule: { id }, span }) => [id, faulty.slice(span.start, span.end)]);
    expect(found).toEqual([[rule, expect.stringContaining(words) as unknown]]);
  });
});
