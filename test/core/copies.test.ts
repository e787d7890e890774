// Paragraphs that two reports share: what counts as alike, what every report has, and which reports are compared.

import { describe, expect, test } from 'vitest';
import { analyze, lint, RULES, type OtherReport } from '../../server/core/index.ts';

const RULE = 'structure-copied-paragraph';
const OWN = '镇里把矛盾纠纷排查化解放在心上，每月召开研判会，驻村干部带着问题清单入户，全年排查纠纷180起，化解172起，把问题解决在村里。';

const reportOf = (body: string, issuer = '青石乡', year = 2023, more = ''): string => `${issuer}${year}年度法治政府建设情况报告\n\n一、主要举措和成效\n\n${body}\n${more}`;
const other = (text: string, name = '另一份.txt'): OtherReport => ({ id: name, name, report: analyze(text) });

/** Messages about a report of 云溪镇 in 2024 with this body. */
function told(body: string, others: readonly OtherReport[], issuer = '云溪镇', year = 2024): readonly string[] {
  return lint(analyze(reportOf(body, issuer, year)), { rules: RULES.filter(({ id }) => id === RULE), settings: { [RULE]: 'information' }, others }).map(({ message }) => /只有.*不同|一字不差/u.exec(message)?.[0] ?? message);
}

describe('a paragraph', () => {
  test.each([
    ['word for word', OWN, OWN, ['一字不差']],
    ['with other numbers', OWN, OWN.replace('180', '214').replace('172', '2,005.5'), ['只有数字不同']],
    ['with numbers in characters', OWN.replace('每月', '每三个月'), OWN.replace('每月', '每两个月'), ['只有数字不同']],
    ['with full-width digits and blanks', OWN, `　　${OWN.replace('180', ' １８０ ')}`, ['一字不差']],
    ['with the names of the issuers', `青石乡${OWN}`.replace('镇里', '乡里'), `云溪镇${OWN}`, ['只有单位名称不同']],
    ['with names and numbers', `青石${OWN}`, `云溪${OWN}`.replace('180', '200'), ['只有单位名称和数字不同']],
    ['with another word', OWN, OWN.replace('入户', '下乡'), []],
    ['that is short', OWN.slice(0, 50), OWN.slice(0, 50), []],
  ])('%s', (_name, there, here, expected) => {
    expect(told(here, [other(reportOf(there))])).toEqual(expected);
  });

  test.each([
    '2023年，坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的二十大精神，全面落实上级决策部署，扎实推进法治政府建设各项工作，取得新的进展。',
    '党政主要负责人切实履行推进法治建设第一责任人职责，对法治建设重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办，把法治建设抓在手上。',
  ])('that every report has is no copy: %s', (text) => {
    expect(text.length).toBeGreaterThan(60);
    expect(told(text, [other(reportOf(text))])).toEqual([]);
  });
});

describe('reports', () => {
  test('whose titles name nobody are compared', () => {
    expect(told(OWN, [other(reportOf(OWN, ''))], '')).toEqual(['一字不差']);
  });

  test('are compared with last year’s of the same issuer, not with another version of this year’s', () => {
    expect(told(OWN, [other(reportOf(OWN, '云溪镇', 2023))])).toHaveLength(1);
    expect(told(OWN, [other(reportOf(OWN, '云溪镇', 2024, '\n二、存在的不足和原因\n'))])).toEqual([]);
  });

  test('without a title are compared as well', () => {
    const untitled = (body: string): string => `现将2024年法治政府建设情况报告如下：\n\n一、主要举措和成效\n\n${body}\n`;
    const report = analyze(untitled(OWN));
    expect(report.title).toBeUndefined();
    expect(lint(report, { rules: RULES, settings: { [RULE]: 'hint' }, others: [other(untitled(`${OWN}开展培训6场。`).replace('开展培训6场。', ''))] }).filter(({ rule }) => rule.id === RULE)).toHaveLength(1);
  });

  test('are not compared with themselves, nor where the rule is off', () => {
    const report = analyze(reportOf(OWN));
    const rules = RULES.filter(({ id }) => id === RULE);
    const others = [{ id: 'a', name: 'a', report }, other(reportOf(OWN, '云溪镇'))];
    expect(lint(report, { rules, others: others.slice(0, 1), profile: 'final' })).toEqual([]);
    expect(lint(report, { rules, others, profile: 'final' })).toMatchObject([{ related: [{ of: { name: '另一份.txt' } }] }]);
    expect(lint(report, { rules, others })).toEqual([]);
  });

  test('of any number are gone through once', () => {
    const many = Array.from({ length: 400 }, (_, i) => other(reportOf(Array.from({ length: 20 }, (_, k) => OWN.replace('入户', `入户第${'甲乙丙丁'[k % 4]}${'子丑寅卯辰'[i % 5]}组`)).join('\n\n'), '青石乡', 2000 + (i % 99)), `${i}.txt`));
    const rules = RULES.filter(({ id }) => id === RULE);
    const start = performance.now();
    for (const { report } of many) lint(report, { rules, others: many, profile: 'final' });
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
