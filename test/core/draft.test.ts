// New reports: complete, free of findings once filled in, never saying what did not hold in their year, and telling what was
// not filled in. Snippets: the same inside a sound report.

import { describe, expect, test } from 'vitest';
import { analyze, KINDS, newReport, unitProblem, type KindId, type NewReport } from '../../server/core/index.ts';
import { plainText } from '../../server/core/text/template.ts';
import { fillIn } from '../support/fill.ts';
import { marked, problemsOf } from '../support/check.ts';

const UNITS: readonly (readonly [KindId, string])[] = [
  ['township', '松澜镇'], ['township', '松澜镇人民政府'], ['township', '青禾街道'], ['township', '青禾街道办事处'], ['township', '云溪乡'],
  ['government', '临岚县'], ['government', '临岚县人民政府'], ['government', '澜湾区'], ['government', '澜江市人民政府'], ['government', '澜江省'],
  ['department', '临岚县农业农村局'], ['department', '临岚县卫生健康委员会'], ['department', '澜江省司法厅'], ['department', '临岚县气象台'],
  ['joint', '松澜镇'], ['joint', '青禾街道'], ['joint', '临岚县'], ['joint', '中共临岚县委员会、临岚县人民政府'], ['joint', '松澜镇党委、松澜镇人民政府'],
  ['joint', '中共云溪县委、云溪县人民政府'], ['joint', '中共云溪市委 云溪市人民政府'], ['joint', '云溪高新技术产业开发区'], ['joint', '澜溪盟'],
  ['government', '云溪经济开发区管委会'], ['government', '云溪经济开发区管理委员会'], ['government', '澜溪自治区人民政府'], ['government', '澜溪盟行政公署'], ['department', '云溪县委政法委'], ['township', '㮾梨街道'],
];
const YEARS = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
const LAYOUTS = ['plain', 'markdown'] as const;
const text = (answers: NewReport): string => {
  const draft = newReport(answers);
  expect(draft, JSON.stringify(answers)).toBeDefined();
  return draft?.text ?? '';
};

describe('a new report', () => {
  for (const [kind, unit] of UNITS) {
    for (const layout of LAYOUTS) {
      test.each(YEARS)(`of ${kind} ${unit} in ${layout} for %i is free of findings once filled in`, (year) => {
        const filled = fillIn(text({ kind, unit, year, layout }), year);
        expect(marked(filled)).toBe(filled);
        const report = analyze(filled);
        expect(report.recognised).toBe(true);
        expect(report.year).toBe(year);
        expect(report.parts.filter(({ id }) => id !== 'other').map(({ how }) => how)).toEqual(['heading', 'heading', 'heading', 'heading']);
        if (unit !== '临岚县气象台') expect(report.kind?.id).toBe(kind);
      });
    }
  }

  test('tells every place that was not filled in', () => {
    const draft = text({ kind: 'township', unit: '松澜镇', year: 2024, layout: 'plain' });
    const places = draft.match(/【[^】]*】/gu) ?? [];
    const found = problemsOf(analyze(plainText(draft)), 'structure-placeholder').length;
    expect(places.length).toBeGreaterThan(15);
    expect(found).toBe(places.length);
  });

  test('says only what held in its year', () => {
    const opening = (year: number): string => text({ kind: 'township', unit: '松澜镇', year, layout: 'plain' }).split('\n')[2] ?? '';
    expect(opening(2016)).not.toContain('新时代');
    expect(opening(2018)).toMatch(/党的十九大和十九届二中、三中全会精神.*2015—2020年/u);
    expect(opening(2018)).not.toContain('法治思想');
    expect(opening(2025)).toMatch(/党的二十大和二十届二中、三中、四中全会精神，深入学习贯彻习近平法治思想，.*2021—2025年/u);
    expect(opening(2026)).not.toMatch(/全会|纲要/u);
  });

  test('calls the reporter as it calls itself', () => {
    const of = (kind: KindId, unit: string): string => text({ kind, unit, year: 2024, layout: 'plain' });
    expect(of('township', '松澜镇')).toMatch(/^松澜镇2024年度法治政府建设情况报告\n\n2024年，我镇坚持[\s\S]*:镇党委书记、镇长\}认真履行[\s\S]*\n松澜镇人民政府\n\n\$\{\d+:2025\}年\$\{\d+:【月】\}月\$\{\d+:【日】\}日\$0\n$/u);
    expect(of('joint', '松澜镇')).toMatch(/^中共松澜镇委员会、松澜镇人民政府关于2024年度法治政府建设情况的报告\n\n2024年，镇党委、政府坚持[\s\S]*\n中共松澜镇委员会\n\n松澜镇人民政府\n/u);
    expect(of('department', '临岚县农业农村局')).toMatch(/\n\n2024年，我局坚持[\s\S]*三、主要负责人履行推进法治建设第一责任人职责情况\n\n\$\{\d+:主要负责人\}[\s\S]*\n临岚县农业农村局\n/u);
    expect(of('government', '临岚县')).toMatch(/\n\n2024年，我县坚持[\s\S]*依法应对突发事件[\s\S]*\n临岚县人民政府\n/u);
    expect(of('department', '临岚县气象台')).toContain('2024年，临岚县气象台坚持');
  });

  test.each([
    ['joint', '中共云溪县委、云溪县人民政府', '县委、县政府', '县委、县政府主要负责同志', ['中共云溪县委员会', '云溪县人民政府']],
    ['joint', '中共云溪市委 云溪市人民政府', '市委、市政府', '市委、市政府主要负责同志', ['中共云溪市委员会', '云溪市人民政府']],
    ['joint', '云溪县委、县政府', '县委、县政府', '县委、县政府主要负责同志', ['中共云溪县委员会', '云溪县人民政府']],
    ['joint', '云溪市委市政府', '市委、市政府', '市委、市政府主要负责同志', ['中共云溪市委员会', '云溪市人民政府']],
    ['joint', '云溪高新技术产业开发区', '区党工委、管委会', '党工委、管委会主要负责同志', ['中共云溪高新技术产业开发区工作委员会', '云溪高新技术产业开发区管理委员会']],
    ['joint', '云溪县发改委', '云溪县发改委', '党政主要负责人', ['云溪县发改委']],
    ['government', '云溪经济开发区管委会', '我区', '党工委、管委会主要负责同志', ['云溪经济开发区管委会']],
    ['government', '云溪经济开发区管理委员会', '我区', '党工委、管委会主要负责同志', ['云溪经济开发区管理委员会']],
    ['government', '云溪新区人民政府', '我区', '区委、区政府主要负责同志', ['云溪新区人民政府']],
    ['government', '澜溪自治区人民政府', '我自治区', '自治区党委、政府主要负责同志', ['澜溪自治区人民政府']],
    ['government', '澜溪盟行政公署', '我盟', '盟委、行署主要负责同志', ['澜溪盟行政公署']],
    ['government', '澜溪地区', '我地区', '地委、行署主要负责同志', ['澜溪地区行政公署']],
    ['government', '云溪县委', '我县', '县委、县政府主要负责同志', ['云溪县委']],
    ['department', '云溪县公安局', '我局', '主要负责人', ['云溪县公安局']],
    ['department', '云溪县委政法委', '我委', '主要负责人', ['云溪县委政法委']],
  ] as const)('of %s by %s calls it %s, %s', (kind, unit, own, head, signers) => {
    const draft = text({ kind, unit, year: 2024, layout: 'plain' });
    expect(draft).toContain(`\n\n2024年，${own}坚持`);
    expect(draft).toContain(`:${head}}认真履行`);
    expect(plainText(draft)).toMatch(new RegExp(`。\n\n${signers.join('\n\n')}\n\n2025年【月】`, 'u'));
    expect(unitProblem(kind, unit)?.refused ?? false).toBe(false);
  });

  test('tells what it claims of the reporter as wordings to come by', () => {
    const draft = text({ kind: 'township', unit: '松澜镇', year: 2024, layout: 'plain' });
    for (const words of ['对重要工作亲自部署', '落实行政执法公示', '落实“谁执法谁普法”', '2025\\}年']) expect(draft).toMatch(new RegExp(`\\$\\{\\d+:${words}`, 'u'));
  });

  test('keeps the name as it was typed, whatever is in it', () => {
    expect(newReport({ kind: 'department', unit: ' 临岚县“一网统管”中心 ', year: 2024, layout: 'markdown' })).toMatchObject({ name: '临岚县“一网统管”中心2024年度法治政府建设情况报告.md', text: expect.stringMatching(/^# 临岚县“一网统管”中心2024年度/u) as unknown });
  });

  test('is refused where the answers make none', () => {
    const right: NewReport = { kind: 'township', unit: '松澜镇', year: 2024, layout: 'plain' };
    for (const wrong of [{ unit: '' }, { unit: ' ' }, { unit: '松澜镇\n松澜镇' }, { unit: '镇'.repeat(41) }, { unit: '${1}' }, { year: 2015 }, { year: 2024.5 }, { year: Number.NaN }, { kind: 'village' as KindId }, { unit: 7 as never }, { unit: undefined as never }, { layout: 'word' as never }, { year: '2024' as never }, { kind: undefined as never }]) {
      expect(newReport({ ...right, ...wrong }), JSON.stringify(wrong)).toBeUndefined();
    }
  });
});

test.each([
  ['township', '松澜镇', undefined], ['township', '临岚县司法局', 'kind'], ['department', '松澜镇', 'kind'], ['department', '临岚县气象台', undefined], ['joint', '松澜镇', undefined],
  ['government', '澜溪盟行政公署', undefined], ['township', '㮾梨街道', undefined], ['township', '〇溪镇', undefined], ['township', 7 as never, undefined], ['village' as never, '松澜镇', undefined],
  ['joint', '临岚县司法局', 'kind'], ['government', '中共临岚县委员会', undefined], ['government', '', 'empty'], ['government', '临岚县。', 'odd'],
] as const)('of %s the name %s is odd: %s', (kind, unit, reason) => {
  expect(unitProblem(kind, unit)?.reason).toBe(reason);
});

test('every kind has a title and a draft', () => {
  for (const { id } of KINDS) expect(UNITS.some(([kind]) => kind === id)).toBe(true);
});
