// Ledgers of figures: how a table is read, which sentences of a report it speaks of, what is filled in from it and put into it.
// Must not know files.

import { describe, expect, test } from 'vitest';
import { analyze, applyEdits, BUILT_IN_WORDS, ledgerChanges, ledgerFills, lint, matchesOf, RULES, unmentioned, type Ledger } from '../../server/core/index.ts';
import { ledgerOf } from '../../server/import/ledger.ts';
import { read } from '../support/check.ts';

const HEAD = '名称,数值,单位,期间,来源';
const ledger = (...rows: readonly string[]): Ledger => ledgerOf('file:///d/%E6%95%B0%E6%8D%AE.csv', '数据.csv', [HEAD, ...rows].join('\n'));
const reportOf = (body: string, title = '云溪镇2025年度法治政府建设情况报告') => analyze(`${title}\n一、主要举措和成效\n（一）化解矛盾纠纷\n${body}\n`, { isReport: true });
const problems = (text: string, of: Ledger, title?: string) => lint(reportOf(text, title), { rules: RULES.filter(({ id }) => id === 'figure-ledger'), ledger: of });

const cases = read('test/core/cases/ledger.tsv').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t') as [string, string, string]);

test.each(cases)('%s: %s | %s', (level, row, sentence) => {
  const of = ledger(`${row},司法所`);
  expect(of.problems).toEqual([]);
  const [found] = problems(sentence, of);
  const matches = matchesOf(reportOf(sentence), of, BUILT_IN_WORDS);
  expect(found?.severity ?? (matches.some(({ agrees }) => agrees) ? 'agrees' : 'silent')).toBe(level);
});

describe('a finding', () => {
  const of = ledger('受理调解矛盾纠纷,232,起,2025,司法所台账');

  test('names both numbers, the row and the source, and offers the value', () => {
    const text = '全年受理调解矛盾纠纷231起。';
    const [found] = problems(text, of);
    expect(found?.message).toBe('“受理调解矛盾纠纷”这里写的是231起，台账是232起（数据.csv第2行，来源：司法所台账）。核对哪个对：正文错了改正文，台账旧了改台账。');
    expect(found?.related).toMatchObject([{ span: { start: HEAD.length + 1 }, file: { id: of.id } }]);
    const report = reportOf(text);
    expect(applyEdits(report.source.text, found?.fixes?.[0]?.edits ?? [])).toBe(report.source.text.replace('231起', '232起'));
  });

  test('writes the value as the place has its numbers', () => {
    const fixed = (text: string, row: string): string => {
      const report = reportOf(text);
      const [found] = problems(text, ledger(row));
      return applyEdits(report.source.text, found?.fixes?.[0]?.edits ?? []).split('\n')[3] ?? '';
    };
    expect(fixed('全年发放普法资料１，２３１份。', '发放普法资料,1300,份,2025,')).toBe('全年发放普法资料１，３００份。');
    expect(fixed('全年投入普法经费3.2万元。', '投入普法经费,36400,元,2025,')).toBe('全年投入普法经费3.6万元。');
    expect(fixed('全年投入普法经费32,000元。', '投入普法经费,3.6,万元,2025,')).toBe('全年投入普法经费36,000元。');
    expect(fixed('全年开展执法培训十二次。', '开展执法培训,13,次,2025,')).toBe('全年开展执法培训十二次。');
  });

  test('is left to the one figure that agrees where a name stands for several occasions', () => {
    const rows = ledger('开展法治宣传活动,46,场次,2025,');
    expect(problems('开展法治宣传活动46场次。\n（二）普法\n开展法治宣传活动12场次。', rows)).toEqual([]);
    expect(problems('开展法治宣传活动40场次。\n（二）普法\n开展法治宣传活动12场次。', rows).map(({ severity }) => severity)).toEqual(['information', 'information']);
    expect(problems('全年开展法治宣传活动40场次。\n（二）普法\n开展法治宣传活动46场次。', rows).map(({ severity }) => severity)).toEqual(['information']);
  });

  test('is not there for plans, titles, numbers of headings and texts that are no report', () => {
    expect(problems('扎实推进。\n二、2026年工作安排\n受理调解矛盾纠纷231起。', of)).toEqual([]);
    expect(lint(analyze('受理调解矛盾纠纷231起。'), { rules: RULES, ledger: of })).toEqual([]);
  });

  test('takes the words 全县 for the county’s own', () => {
    expect(problems('全县受理调解矛盾纠纷231起。', of, '青岩县2025年度法治政府建设情况报告').map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('a table', () => {
  const told = (...lines: readonly string[]): readonly string[] => ledgerOf('x', '数据.csv', lines.join('\r\n')).problems.map(({ message, row }) => `${row} ${message}`);

  test('has its columns in any order, under any usual name, below a title, with others between', () => {
    for (const text of ['责任单位;年度;备注;计量单位;指 标*;数值（合计）\n司法所;2025;甲;起;受理调解矛盾纠纷;232', '"2025年数据台账"\n\n名称\t数量\t单位\n受理调解矛盾纠纷\t232\t起', 'sep=|\nName|Value|Unit|Year\n"受理调解\n矛盾纠纷"|232|起|2025', '指标，数值，单位，年度\n受理调解矛盾纠纷，232，起，2025']) {
      const of = ledgerOf('x', '数据.csv', text);
      expect(of.problems, text).toEqual([]);
      expect(of.entries.map(({ name, text: written, period }) => [name, written, period]), text).toEqual([['受理调解矛盾纠纷', '232起', { year: 2025, whole: true }]]);
    }
  });

  test('says what is wrong in it, and where', () => {
    expect(told('甲,乙', '1,2')).toEqual(['1 台账里没有找到表头。第一行写“名称、数值、单位、期间、来源”，至少要有名称和数值两列。']);
    expect(told('')[0]).toContain('台账是空的');
    expect(told(HEAD, '受理数,二百多,起,2025,', '办结数,232（含结转）,起,2025,', '空行,,,,', '待填,—,件,,', '结案数,1-3,件,,')).toEqual([
      '2 “受理数”的数值“二百多”不是一个数，没有用它核对。写成232、97.8%、1.2万这样。',
      '3 “办结数”的数值“232（含结转）”不是一个数，没有用它核对。写成232、97.8%、1.2万这样。',
      '6 “结案数”的数值“1-3”不是一个数，没有用它核对。写成232、97.8%、1.2万这样。',
    ]);
    expect(told(HEAD, '受理数,232,桶,2025,')).toEqual(['2 单位“桶”认不出来，这一行没有用来核对。写成件、起、人次、%这样的单位。']);
    expect(told(HEAD, '受理数,232,起,2025,', '受理数,232,起,2025,', '受理数,233,起,2025,', '受理数,200,起,2024,')).toEqual(['4 “受理数”在第2行写的是232起，这里是233起。同一个数只留一行；不是一个数的，名称写出区别。']);
  });

  test('says nothing twice: rows that differ are held against no report', () => {
    expect(problems('全年受理调解矛盾纠纷231起。', ledger('受理调解矛盾纠纷,232,起,2025,', '受理调解矛盾纠纷,233,起,2025,'))).toEqual([]);
  });

  test('of the figures of a report is a ledger', () => {
    const of = ledgerOf('x', '数据.csv', '\ufeff部分,名称,数值,单位,原文,核对结果,算式,行号\r\n一、,受理调解矛盾纠纷,232,起,232起,对得上,,5\r\n一、,调解成功率,97.8,%,97.8%,未核对,,5'.slice(1));
    expect(of.problems).toEqual([]);
    expect(problems('全年受理调解矛盾纠纷231起。', of)).toHaveLength(1);
  });
});

describe('filling in', () => {
  const of = ledger('受理调解矛盾纠纷,232,起,2025,', '成功调解,227,起,2025,', '调解成功率,97.8,%,2025,', '本年普法对象,1.2,万人次,2025,', '审结行政处罚案件,12,件,2024,');
  const filled = (text: string): string => {
    const report = reportOf(text);
    return applyEdits(report.source.text, ledgerFills(report, of, BUILT_IN_WORDS)).split('\n').slice(3).join('\n').trimEnd();
  };

  test('gives places their values by what they count, or by their label, and differing figures theirs', () => {
    expect(filled('全年受理调解矛盾纠纷【受理数】起，成功调解【调解成功数】起，调解成功率【比率】%。')).toBe('全年受理调解矛盾纠纷232起，成功调解227起，调解成功率97.8%。');
    expect(filled('覆盖群众【本年普法对象】人次。全年受理调解矛盾纠纷23起。')).toBe('覆盖群众12000人次。全年受理调解矛盾纠纷232起。');
  });

  test('leaves places of other years, scopes and units, and those that the ledger does not know', () => {
    for (const text of ['去年受理调解矛盾纠纷【受理数】起。', '其中受理调解矛盾纠纷【受理数】起。', '受理调解矛盾纠纷【受理数】人次。', '审结行政处罚案件【审结数】件。', '【写明做法】。']) expect(filled(text)).toBe(text);
  });
});

describe('what a report gives', () => {
  const changes = (text: string, of?: Ledger): readonly string[] => ledgerChanges(reportOf(text), of, BUILT_IN_WORDS).map((change) => (change.kind === 'add' ? `+ ${change.name} ${change.digits} ${change.unit} ${change.year}` : `~ ${change.entry.row} ${change.entry.name} ${change.digits}`));

  test('are its named figures of the year, once each; names with several values are left out', () => {
    expect(changes('全年受理调解矛盾纠纷1,232起，成功调解227起，调解成功率97.8%。投入普法经费3.2万元，其中宣传0.5万元。开展法治宣传活动12场次。开展法治宣传活动13场次。')).toEqual([
      '+ 受理调解矛盾纠纷 1232 起 2025', '+ 成功调解 227 起 2025', '+ 调解成功率 97.8 % 2025', '+ 投入普法经费 3.2 万元 2025',
    ]);
  });

  test('are only what the ledger does not have, and what differs', () => {
    expect(changes('全年受理调解矛盾纠纷231起，成功调解227起。', ledger('受理调解矛盾纠纷,232,起,2025,', '成功调解,227,起,2025,'))).toEqual(['~ 2 受理调解矛盾纠纷 231']);
  });

  test('can be put into a ledger that then agrees with the report', () => {
    const text = '全年受理调解矛盾纠纷232起，成功调解227起，调解成功率97.8%。全年接待来访群众1132人次。';
    const rows = ledgerChanges(reportOf(text), undefined, BUILT_IN_WORDS).map((change) => (change.kind === 'add' ? `${change.name},${change.digits},${change.unit},${change.year},` : ''));
    const made = ledger(...rows);
    expect(made.problems).toEqual([]);
    expect(matchesOf(reportOf(text), made, BUILT_IN_WORDS).map(({ agrees }) => agrees)).toEqual([true, true, true, true]);
    expect(unmentioned(reportOf(text), made, BUILT_IN_WORDS)).toEqual([]);
  });
});
