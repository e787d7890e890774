// What is shown beside a report: the checklist, the lengths of its sections, the lenses above headings, the colours.
// Must not test how parts, headings, figures or findings are found.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze, BUILT_IN_WORDS as words, checklist, hover, insertion, lenses, lint, measuredOutline, RULES, signsOf, status, tokens, type Env, type LocalRules, type MeasuredItem } from '../../server/core/index.ts';
import { countWords } from '../../server/core/text/count.ts';
import { lineSpans } from '../../server/core/text/source.ts';
import { root } from '../support/check.ts';
import { FAULTY, OTHER, SOUND } from '../protocol/texts.ts';

const problemsOf = (text: string, env: Env = {}) => {
  const report = analyze(text, env);
  return { report, problems: lint(report, { rules: RULES }) };
};

describe('words', () => {
  test.each([
    ['', 0],
    [' 　\n\t', 0],
    ['法治政府', 4],
    ['办结240件，占96.5%', 7],
    ['2024年', 2],
    ['“八五”普法。', 7],
    ['——', 2],
    ['Word 2016', 2],
    ['A、B', 3],
    ['中,文', 3],
    ['１２件', 3],
    ['12\n34', 2],
    ['𠮷日', 2],
    ['\u200b法\u200b治', 2],
    ['1·2', 3],
  ])('%j are %d', (text, count) => expect(countWords(text)).toBe(count));

  test('of two texts with a blank between them are the sum of both', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => countWords(`${a} ${b}`) === countWords(a) + countWords(b)));
  });

  test('of a report leave out what only draws it', () => {
    const text = '云溪镇2024年度法治政府建设情况报告\n\n## 一、主要举措和成效\n\n**调解**１２件。\n\n| 单位 | 件 |\n| --- | --- |\n| 一所 | 12 |\n';
    const plain = ['云溪镇2024年度法治政府建设情况报告', '一、主要举措和成效', '调解１２件。', '单位件', '一所 12'];
    expect(status(analyze(text, {}), []).words).toBe(plain.reduce((sum, line) => sum + countWords(line), 0));
  });

  test('are the same however the lines are broken', () => {
    const wrapped = SOUND.replace('扎实推进依法行政', '扎实推\n进依法行政').replace('受理调解纠纷', '受理调解\n纠纷');
    expect(status(analyze(wrapped, {}), []).words).toBe(status(analyze(SOUND, {}), []).words);
  });
});

const local: LocalRules = { parts: [{ name: '营商环境', headings: ['营商', '企业'], severity: 'warning' }], wordings: [], words: [], lengths: [] };
const shown = (text: string, env: Env = {}) => checklist(analyze(text, env)).map(({ kind, part, standing, found }) => [part ?? kind, standing, ...(found === undefined ? [] : [found])].join(' '));

describe('the checklist', () => {
  test('of a sound report', () => {
    expect(shown(SOUND)).toEqual([
      'title present 溪柏乡2024年度法治政府建设情况报告',
      'year present 2024',
      'opening present 现将有关情况报告如下',
      'work present 一、推进法治政府建设的主要举措和成效',
      'problems present 二、存在的不足和原因',
      'first_person present 三、党政主要负责人履行推进法治建设第一责任人职…',
      'plan present 四、2025年推进法治政府建设的主要安排',
    ]);
  });

  test('tells what is missing, what is folded, and where', () => {
    const text = SOUND.replace('二、存在的不足和原因\n\n执法力量不足。主要原因是专业人员少。\n\n三、', '二、').replace('四、2025', '三、2025').replace('聘请法治副校长3名。', '聘请法治副校长3名。\n\n法治政府建设还存在一些不足，主要原因是人手少。');
    const report = analyze(text, {});
    const folded = checklist(report).find(({ part }) => part === 'problems');
    expect(folded).toMatchObject({ standing: 'folded', found: '一、推进法治政府建设的主要举措和成效' });
    expect(text.slice(folded?.span?.start, folded?.span?.end)).toContain('还存在一些不足');
    expect(shown(FAULTY)).toContain('problems absent');
  });

  test('agrees with the rule on layouts by subject', () => {
    const subjects = '云溪镇2024年度法治政府建设情况报告\n\n一、加强普法\n\n开展活动。\n\n二、规范执法\n\n开展检查。\n\n三、化解纠纷\n\n调解纠纷。\n';
    expect(shown(subjects).filter((item) => item.endsWith('unclear'))).toEqual(['work unclear', 'problems unclear', 'first_person unclear', 'plan unclear']);
    const mixed = `${subjects}\n四、存在的不足和原因\n\n人手少，主要原因是编制少。\n`;
    expect(shown(mixed).slice(3)).toEqual(['work present 一、加强普法', 'problems present 四、存在的不足和原因', 'first_person absent', 'plan absent']);
    expect(lint(analyze(mixed, {}), { rules: RULES }).flatMap(({ missing = [] }) => missing)).toEqual(['first_person', 'plan']);
  });

  test('holds what the office asks for', () => {
    expect(shown(SOUND, { local }).at(-1)).toBe('local absent');
    expect(shown(SOUND.replace('（二）加强普法宣传', '（二）服务企业'), { local }).at(-1)).toBe('local present （二）服务企业');
  });

  test('has title, year and opening of a text without them', () => {
    expect(shown('一、主要举措和成效\n\n开展活动。\n', { isReport: true }).slice(0, 3)).toEqual(['title absent', 'year absent', 'opening optional']);
    expect(checklist(analyze(OTHER, {}))).toEqual([]);
  });

  test('inserts what the quick fix inserts, and nothing twice', () => {
    const { report, problems } = problemsOf(FAULTY);
    const fix = problems.find(({ missing }) => missing?.includes('problems'))?.fixes?.[0];
    expect(fix).toBeDefined();
    expect(insertion(report, ['problems'])).toMatchObject({ edits: fix?.edits, template: fix?.template });
    expect(insertion(report, ['work', 'plan'])).toBeUndefined();
    expect(insertion(report, ['no-such-part'])).toBeUndefined();
  });
});

describe('the sections', () => {
  const flat = (items: readonly MeasuredItem[]): MeasuredItem[] => items.flatMap((item) => [item, ...flat(item.children)]);

  test('have their words, shares, figures and findings', () => {
    const { report, problems } = problemsOf(FAULTY);
    const all = flat(measuredOutline(report, problems));
    expect(all.map(({ marker, figures, problems: found }) => [marker, figures, found])).toEqual([
      ['一、', 6, 4], ['（一）', 3, 1], ['（二）', 2, 2], ['（三）', 1, 1], ['二、', 1, 0], ['三、', 0, 0], ['（一）', 0, 0], ['（二）', 0, 0],
    ]);
    const [first, , , , second, third] = all;
    const whole = status(report, problems).words;
    const head = countWords(FAULTY.slice(0, FAULTY.indexOf('一、')));
    expect((first?.words ?? 0) + (second?.words ?? 0) + (third?.words ?? 0) + head).toBe(whole);
    expect(first?.share).toBe(Math.round(((first?.words ?? 0) / whole) * 100));
  });

  test('leave the number of a heading out of their figures', () => {
    const text = '云溪镇2024年度法治政府建设情况报告\n\n一、主要举措和成效\n\n1.加强学习\n\n集体学法5次。\n\n2.开展活动6场\n\n开展活动。\n';
    expect(flat(measuredOutline(analyze(text, {}), [])).map(({ figures }) => figures)).toEqual([2, 1, 1]);
  });

  test('are told when the mouse rests on their headings', () => {
    const { report, problems } = problemsOf(FAULTY);
    const at = (text: string) => hover(report, problems, FAULTY.indexOf(text) + 1, words)?.markdown ?? '';
    expect(at('一、推进')).toMatch(/应写：[\s\S]*标题常写作：“推进法治政府建设的主要举措和成效”[\s\S]*依据：[\s\S]*本部分\d+字，占全文的\d+%；全文3个部分平均\d+字，这一部分最长。/u);
    expect(at('二、党政')).toContain('最长的是“一、推进法治政府建设的主要举措和成效”');
    expect(at('（一）化解矛盾纠纷')).toMatch(/^\d+字，占“一、推进法治政府建设的主要举措和成效”的\d+%。\n\n数据3个：.*250起，.*240起，.*98\.6%。$/u);
    expect(at('三、2025')).toContain('“2025年推进法治政府建设的主要安排”');
  });
});

describe('lenses', () => {
  test('stand above the title for what is missing, and above each first heading', () => {
    const { report, problems } = problemsOf(FAULTY);
    const told = lenses(report, problems).map(({ span, text, target }) => [FAULTY.slice(span.start, span.start + 3), text.replace(/^\d+字（\d+%）$/u, 'length'), target.kind]);
    expect(told).toEqual([
      ['云汀镇', '还缺：存在的不足和原因 · 插入', 'insert'],
      ['一、推', 'length', 'structure'], ['一、推', '数据6个', 'figures'], ['一、推', '问题4处', 'problems'],
      ['二、党', 'length', 'structure'], ['二、党', '数据1个', 'figures'],
      ['三、2', 'length', 'structure'],
    ]);
  });

  test('name what a section lacks, and go with the findings', () => {
    const text = SOUND.replace('主要原因是专业人员少。', '');
    const { report, problems } = problemsOf(text);
    expect(lenses(report, problems).map((lens) => lens.text)).toContain('还缺：原因');
    expect(lenses(report, []).map((lens) => lens.text).filter((each) => !/字|数据/u.test(each))).toEqual([]);
    expect(lenses(analyze(OTHER, {}), [])).toEqual([]);
  });

  test('offer all parts at once where there are no headings yet', () => {
    const { report, problems } = problemsOf('云溪镇2024年度法治政府建设情况报告\n\n2024年，云溪镇推进法治政府建设。现将有关情况报告如下：\n');
    const [lens, ...more] = lenses(report, problems);
    expect([lens?.text, more]).toEqual(['还缺：4个必备部分 · 插入', []]);
    expect(lens?.target).toMatchObject({ parts: ['work', 'problems', 'first_person', 'plan'] });
  });
});

describe('colours', () => {
  const coloured = (text: string): string[] => tokens(analyze(text, {})).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

  test('follow what the report knows', () => {
    expect(coloured(FAULTY.replace('加强学习。', '加强学习。学习《行政处罚法》，由【写明责任人】负责。'))).toEqual([
      'title 云汀镇2024年度法治政府建设情况报告',
      'part 一、推进法治政府建设的主要举措和成效',
      'heading2 （一）化解矛盾纠纷', 'figure 250起', 'figure 240起', 'rate 98.6%',
      'heading2 （二）加强普法宣传', 'figure 36场次', 'figure 3名',
      'heading2 （三）做好帮教工作', 'figure 13名',
      'part 二、党政主要负责人履行推进法治建设第一责任人职责情况', 'figure 6个',
      'part 三、2025年推进法治政府建设的主要安排',
      'heading2 （一）加强学习', 'law 《行政处罚法》', 'placeholder 【写明责任人】',
      'heading2 （二）加强执法',
    ]);
  });

  test('cover a title of several lines and a heading that is broken, line by line', () => {
    const text = readFileSync(path.join(root, 'test/golden/pdf-joint.txt'), 'utf8');
    const report = analyze(text, { isReport: true });
    const lines = text.split('\n');
    const pieces = tokens(report).map(({ kind, ...span }) => [kind, ...lineSpans(report.source, span).map(({ line, character, length }) => lines[line]?.slice(character, character + length))]);
    expect(pieces.filter(({ length }) => length > 2)).toEqual([
      ['law', '《法治政府建设', '实施纲要（2021—2025年）》'],
      ['law', '《枕河镇2021年法治建设工作要', '点》'],
      ['part', '三、党政主要负责人履行推进法治建设第一责任人', '职责情况'],
    ]);
    const title = analyze('云溪镇人民政府\n关于2024年度\n  法治政府建设情况的报告\n', { isReport: true });
    expect(tokens(title).flatMap((span) => lineSpans(title.source, span))).toEqual([{ line: 1, character: 0, length: 8 }, { line: 2, character: 2, length: 11 }]);
  });

  test('lie beside each other in every text, and in a range are those of the whole that touch it', () => {
    const pieces = fc.constantFrom('一、', '（一）', '1.', '云溪镇2024年度法治政府建设情况报告', '\n', '\r\n', '\n\n', '加强学习。', '36场次', '９６％', '《行政处罚法》', '【写明】', '××镇', '| 1 | 2 |', '**', '## ', '𠮷', '第一部分 ');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(200), fc.nat(200), (parts, a, b) => {
        const text = parts.join('');
        const report = analyze(text, { isReport: true });
        const all = tokens(report);
        all.forEach(({ start, end }, index) => {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(all[index - 1]?.end ?? 0);
        });
        const within = { start: Math.min(a, b), end: Math.max(a, b) };
        const some = tokens(report, within);
        const inside = all.filter(({ start, end }) => start < within.end && within.start < end);
        expect(some).toEqual(expect.arrayContaining(inside));
        for (const token of some) expect(all).toContainEqual(token);
      }),
      { numRuns: 300 },
    );
  });
});

test('the status counts words and findings', () => {
  const { report, problems } = problemsOf(FAULTY);
  expect(status(report, problems)).toMatchObject({ kind: { id: 'township', name: '乡镇（街道）' }, year: 2024, problems: { error: 1, warning: 4, information: 0, hint: 0 }, ignored: 0, beyond: false });
  expect(status(analyze('云溪镇2026年度法治政府建设情况报告\n', {}), [])).toMatchObject({ knownUntil: '2026年3月31日', beyond: true });
});

describe('the signs of a report', () => {
  test.each<[string, string, object]>([
    ['a report', SOUND.replace('推进依法行政', '推进法治政府建设'), { recognised: true, topic: true, title: '溪柏乡2024年度法治政府建设情况报告', own: true, opening: true, other: false }],
    ['a note', '今日天气晴。', { recognised: false, topic: false, title: undefined, own: false, opening: false, other: false }],
    ['a mention', '会议研究了法治政府建设。\n', { recognised: false, topic: true, title: undefined, opening: false }],
    ['another paper', '关于做好法治政府建设年度报告工作的通知\n', { recognised: false, topic: true, other: true }],
    ['nothing', '', { recognised: false, topic: false }],
  ])('%s', (_name, text, expected) => expect(signsOf(text, {})).toMatchObject(expected));
});

// Asked again, since a busy machine may be slow once.
test('lenses and the tree of a text with very many headings take time in proportion to it', { retry: 2 }, () => {
  const text = (count: number): string => `云溪镇2024年度法治政府建设情况报告\n\n${Array.from({ length: count }, (_, i) => `${i % 2 ? '一' : '二'}、主要做法\n\n走访社区服刑人员12人次，截止目前共走访。\n`).join('\n')}`;
  const spent = (count: number): number => {
    const report = analyze(text(count));
    const problems = lint(report, { rules: RULES.filter(({ id }) => id.startsWith('wording')) });
    expect(problems.length).toBeGreaterThan(count);
    const from = performance.now();
    lenses(report, problems);
    measuredOutline(report, problems);
    return performance.now() - from;
  };
  spent(500);
  const [small, large] = [Math.min(spent(500), spent(500), spent(500)), Math.min(spent(8_000), spent(8_000))];
  // Quadratic work would make it 256 times as long.
  expect(large / small).toBeLessThan(100);
});
