// What is made of figures and their checks: groups by section, hints, renaming, other mentions.
// Must not test how figures are found or judged.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDecimals } from '../../server/core/text/numerals.ts';
import {
  analyze, applyEdits, BUILT_IN_WORDS as words, figureGroups, figures, hints, hover, rename, renameTarget, type FigureGroup, type RenameEdit,
} from '../../server/core/index.ts';

const report = (...lines: readonly string[]): string => `溪柏乡2024年度法治政府建设情况报告

2024年，溪柏乡扎实推进法治政府建设。现将有关情况报告如下：

一、主要举措和成效

${lines.join('\n\n')}
`;

const read = (text: string) => analyze(text, {});

/** Heading, then name, figure, verdict and equation of what stands below it. */
const shown = (groups: readonly FigureGroup[]): readonly unknown[] =>
  groups.map(({ marker, title, figures: own, groups: below }) => [
    `${marker}${title}`,
    ...own.map(({ name, text, verdict, equation }) => [name, text, verdict, ...(equation === undefined ? [] : [equation])].join(' ')),
    ...shown(below),
  ]);

describe('groups', () => {
  const groupsOf = (text: string): readonly unknown[] => shown(figureGroups(read(text), words));

  test('are the sections that hold figures, each figure with what its check says', () => {
    const text = report(
      '（一）化解矛盾纠纷',
      '全年受理调解纠纷250起，成功调解240起，调解成功率96%。',
      '（二）规范行政执法',
      '健全执法制度。',
      '（三）加强普法宣传',
      '受理投诉80件，办结78件，办结率95%。聘请13名法治副校长。',
    );
    expect(groupsOf(text)).toEqual([
      [
        '一、主要举措和成效',
        ['（一）化解矛盾纠纷', '受理调解纠纷 250起 unchecked', '成功调解 240起 unchecked', '调解成功率 96% consistent 240÷250＝96.00%'],
        ['（三）加强普法宣传', '受理投诉 80件 unchecked', '办结 78件 unchecked', '办结率 95% inconsistent 78÷80＝97.50%', expect.stringContaining('13名') as unknown],
      ],
    ]);
  });

  test('leave the numbers of headings out, and keep what stands before the first', () => {
    const text = report('1.加强学习', '集体学法5次。').replace('扎实推进', '召开会议4次，扎实推进');
    expect(groupsOf(text)).toEqual([
      ['标题和导语', '溪柏乡召开会议 4次 unchecked'],
      ['一、主要举措和成效', ['1.加强学习', '集体学法 5次 unchecked']],
    ]);
  });

  test('name the cells of tables, and know totals that do not add up', () => {
    const table = ['| 单位 | 案件数 | 人数 |', '| --- | --- | --- |', '| 一所 | 12 | 3 |', '| 二所 | 30 | 4 |', '| 合计 | 43 | 7 |'].join('\n');
    const all = JSON.stringify(groupsOf(report('办理情况如下：', table)));
    expect(all).toContain('一所 案件数 12 unchecked');
    expect(all).toContain('合计 案件数 43 inconsistent 12＋30＝42');
    expect(all).not.toContain(' 7 inconsistent');
  });

  test('hold every figure once, in order', () => {
    const text = report('（一）化解矛盾纠纷', '全年受理调解纠纷250起，成功调解240起。', '（二）普法', '宣传36场次，其中进村20场次、进校16场次。');
    const flat = (groups: readonly FigureGroup[]): readonly number[] => groups.flatMap((group) => [...group.figures.map(({ span }) => span.start), ...flat(group.groups)]);
    expect(flat(figureGroups(read(text), words))).toEqual(figures(read(text)).map(({ span }) => span.start));
  });

  test('are none for another text', () => {
    expect(figureGroups(read('会议纪要\n\n受理投诉80件，办结78件。'), words)).toEqual([]);
  });
});

describe('hints', () => {
  const hintsIn = (text: string): readonly string[] => {
    const whole = report(text);
    return hints(read(whole), { start: 0, end: whole.length }).map(({ at, text: hint, tooltip }) => `${whole.slice(0, at).slice(-4)}→${hint} ${tooltip}`);
  };

  test('give the rate of two counts that states none', () => {
    expect(hintsIn('司法所受理法律援助申请45件，办结36件。')).toEqual([expect.stringMatching(/^结36件→80\.0% .*36÷45＝80\.00%/u)]);
    expect(hintsIn('全年受理调解纠纷250起，成功调解240起。')).toEqual([expect.stringMatching(/^240起→96\.0% /u)]);
  });

  test.each([
    '全年受理调解纠纷250起，成功调解240起，调解成功率96%。',
    '全年受理调解纠纷250起，成功调解240起。调解成功率96%。',
    '全年受理调解纠纷250起，成功调解240起，化解信访积案12件。',
    '全年受理调解纠纷250余起，成功调解240起。',
    '全年办结案件45件，罚款36件。',
    '开展检查45次，出动执法人员36人次。',
    '上年结转投诉5件，受理80件，办结78件。',
    '成功调解260起，受理调解纠纷250起。',
  ])('say nothing where the pair is not certain or the rate is there: %s', (text) => {
    expect(hintsIn(text)).toEqual([]);
  });

  test('are one at most for a sentence, and only where they are asked for', () => {
    const text = report('受理投诉80件，办结78件。', '受理举报50件，办结40件；受理投诉20件，办结10件。');
    const at = text.indexOf('受理举报');
    expect(hints(read(text), { start: 0, end: text.length })).toHaveLength(3);
    expect(hints(read(text), { start: at, end: at + 1 }).map((hint) => hint.text)).toEqual(['80.0%', '50.0%']);
  });
});

const renamed = (text: string, at: number, to: string): string => {
  const edits = rename(read(text), at, to, words);
  if ('refusal' in edits) throw new Error(edits.refusal);
  return applyEdits(text, edits);
};

const editsOf = (text: string, words_: string, to: string): readonly string[] => {
  const whole = report(text);
  const edits = rename(read(whole), whole.indexOf(words_), to, words) as readonly RenameEdit[];
  return edits.map(({ span, text: by, reason }) => `${whole.slice(span.start, span.end)}→${by} ${reason}`);
};

describe('renaming', () => {
  test('changes other mentions and what followed from the number', () => {
    expect(editsOf('全年受理调解纠纷250起，成功调解240起，调解成功率96.0%。\n\n受理调解纠纷250起，比较多。', '250', '260')).toEqual(['250→260 this', '96.0→92.3 derived', '250→260 same']);
  });

  test('adds up again, and what follows from the total follows too', () => {
    expect(editsOf('办理案件40件，其中简易程序25件、普通程序15件。', '25件', '27')).toEqual(['40→42 derived', '25→27 this']);
  });

  test('computes growth and differences again', () => {
    expect(editsOf('受理行政复议案件150件，比上年120件增加30件，增长25%。', '150', '180')).toEqual(['150→180 this', '30→60 derived', '25→50 derived']);
  });

  test.each([
    ['受理投诉80件，办结78件，办结率95%。', '78', '76', '78→76 this'],
    ['受理行政复议案件150件，比上年120件增加30件。', '150', '100', '150→100 this'],
    ['上年受理案件12件。受理案件12件。', '12件。受', '13', '12→13 this'],
    ['全年受理调解纠纷250起，成功调解240起，调解成功率96.0%。', '250', '200', '250→200 this'],
  ])('leaves alone what was wrong, what would turn round or outgrow its whole, other years: %s', (text, place, to, only) => {
    expect(editsOf(text, place, to)).toEqual([only]);
  });

  test('keeps the width of digits and the separators', () => {
    expect(editsOf('全年受理调解纠纷２５０起，成功调解２４０起，调解成功率９６．０％。', '２５０', '260')).toEqual(['２５０→２６０ this', '９６．０→９２．３ derived']);
    expect(editsOf('全年办理各类事项5,260件。', '5,260', '12345')).toEqual(['5,260→12,345 this']);
    expect(editsOf('发放资料3.6万份。', '3.6', '4.25')).toEqual(['3.6→4.25 this']);
  });

  test('says in one sentence what it does not do', () => {
    const text = report('1.加强学习', '全年召开专题会议三次，学法5次。');
    for (const place of ['溪柏', '扎实', '三次', '召开', '1.加强']) expect(renameTarget(read(text), text.indexOf(place))).toEqual({ refusal: expect.stringMatching(/^[^。]+。$/u) as unknown });
    const at = text.indexOf('5次');
    expect(renameTarget(read(text), at)).toEqual({ span: { start: at, end: at + 1 }, text: '5' });
    for (const wrong of ['', '五', '5次', '-5', '1e3', '5..6', '=1+1']) expect(rename(read(text), at, wrong, words)).toEqual({ refusal: expect.stringMatching(/^[^。]+。$/u) as unknown });
  });

  const counts = fc.record({ whole: fc.integer({ min: 101, max: 900 }), part: fc.integer({ min: 1, max: 100 }), other: fc.integer({ min: 1, max: 5000 }) });
  const textOf = ({ whole, part }: { whole: number; part: number }): string =>
    report(
      `全年受理调解纠纷${whole}起，成功调解${part}起，调解成功率${toDecimals((part / whole) * 100, 1)}%。`,
      `办理案件${whole + part}件，其中简易程序${whole}件、普通程序${part}件。`,
      `受理调解纠纷${whole}起，数量偏多。`,
    );

  test('to the same value changes nothing', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (numbers, pick) => {
        const text = textOf(numbers);
        const all = figures(read(text));
        const { span } = all[pick % all.length] as (typeof all)[number];
        const target = renameTarget(read(text), span.start);
        expect('text' in target && rename(read(text), span.start, target.text, words)).toEqual([]);
      }),
    );
  });

  test('there and back restores the text', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0, 1, 4, 5, 6), (numbers, index) => {
        const startOf = (text: string): number => figures(read(text))[index]?.span.start ?? 0;
        const text = textOf(numbers);
        const there = renamed(text, startOf(text), String(numbers.other));
        const before = renameTarget(read(text), startOf(text));
        expect('text' in before && renamed(there, startOf(there), before.text)).toBe(text);
      }),
    );
  });
});

describe('other mentions', () => {
  test('are told with section and value, whatever value they have', () => {
    const text = report('受理行政复议案件12件。', '（一）应诉', '全年受理行政复议案件13件。');
    const found = hover(read(text), [], text.indexOf('12件'), words);
    const at = text.indexOf('13件');
    expect(found?.places).toEqual([{ span: { start: at, end: at + 3 }, section: '（一）应诉', text: '13件' }]);
  });

  test('do not make a hover of a figure told once', () => {
    const text = report('召开专题会议12次。');
    expect(hover(read(text), [], text.indexOf('12次'), words)).toBeUndefined();
  });
});
