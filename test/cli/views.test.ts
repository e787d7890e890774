// `outline` and `figures`: what they print of a report.
// Must not test how headings and figures are found beyond one plain report.

import { describe, expect, test } from 'vitest';
import { FAULTY, OTHER, rangeOf, SOUND } from '../protocol/texts.ts';
import { lines, place } from './command.ts';

const heading = (text: string, marker: string, title: string, depth: number, parts: readonly string[] = [], children: readonly unknown[] = []): unknown => ({
  marker,
  title,
  depth,
  range: rangeOf(text, marker + title),
  parts,
  children,
});

describe('outline', () => {
  test('json has the tree of headings with their parts', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    const { code, out, err } = await fazhi(['outline', '--format', 'json', 'a.txt']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      files: [
        {
          path: 'a.txt',
          sections: [
            heading(FAULTY, '一、', '推进法治政府建设的主要举措和成效', 1, ['work'], [
              heading(FAULTY, '（一）', '化解矛盾纠纷', 2),
              heading(FAULTY, '（二）', '加强普法宣传', 2),
              heading(FAULTY, '（三）', '做好帮教工作', 2),
            ]),
            heading(FAULTY, '二、', '党政主要负责人履行推进法治建设第一责任人职责情况', 1, ['first_person']),
            heading(FAULTY, '三、', '2025年推进法治政府建设的主要安排', 1, ['plan'], [heading(FAULTY, '（一）', '加强学习', 2), heading(FAULTY, '（二）', '加强执法', 2)]),
          ],
        },
      ],
    });
  });

  test('text indents headings under the title', async () => {
    const { fazhi } = place({ 'a.txt': SOUND });
    expect(lines((await fazhi(['outline', 'a.txt'])).out)).toEqual([
      'a.txt  溪柏乡2024年度法治政府建设情况报告',
      '  一、推进法治政府建设的主要举措和成效',
      '    （一）化解矛盾纠纷',
      '    （二）加强普法宣传',
      '  二、存在的不足和原因',
      '  三、党政主要负责人履行推进法治建设第一责任人职责情况',
      '  四、2025年推进法治政府建设的主要安排',
    ]);
  });
});

describe('figures', () => {
  test('json has every figure with what it counts', async () => {
    const { fazhi } = place({ 'a.txt': SOUND.replace('36场次', '近３．６万人次') });
    const { code, out, err } = await fazhi(['figures', '--format', 'json', 'a.txt']);
    const text = SOUND.replace('36场次', '近３．６万人次');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { files } = JSON.parse(out) as { files: readonly { path: string; figures: readonly Readonly<Record<string, unknown>>[] }[] };
    expect(files.map((file) => file.path)).toEqual(['a.txt']);
    const exact = { percent: false, exactness: 'exact', metric: null };
    expect(files[0]?.figures).toEqual([
      { ...exact, text: '250起', value: 250, unit: '起', name: '受理调解纠纷', range: rangeOf(text, '250起') },
      { ...exact, text: '240起', value: 240, unit: '起', name: '成功调解', range: rangeOf(text, '240起') },
      { text: '96%', value: 96, unit: '%', percent: true, exactness: 'exact', metric: 'mediation-success', name: '调解成功率', range: rangeOf(text, '96%') },
      { text: '3.6万人次', value: 36_000, unit: '人次', percent: false, exactness: 'about', metric: null, name: expect.any(String) as unknown, range: rangeOf(text, '３．６万人次') },
      { ...exact, text: '3名', value: 3, unit: '名', name: '聘请法治副校长', range: rangeOf(text, '3名') },
      { ...exact, text: '6个', value: 6, unit: '个', name: expect.any(String) as unknown, range: rangeOf(text, '6个') },
    ]);
  });

  test('text names file, line, column and figure', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    const { start } = rangeOf(FAULTY, '98.6%');
    expect(lines((await fazhi(['figures', 'a.txt'])).out)).toContain(`a.txt:${start.line + 1}:${start.character + 1} 调解成功率 98.6%`);
  });
});

describe('figures as csv', () => {
  const HEAD = '部分,名称,数值,单位,原文,核对结果,算式,行号';

  test('has a mark, a head and one line for every figure', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    const { code, out, bytes, err } = await fazhi(['figures', '--format', 'csv', 'a.txt']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...rows] = out.trim().split(/\r?\n/u);
    expect(head?.replace('\ufeff', '')).toBe(HEAD);
    const line = rangeOf(FAULTY, '98.6%').start.line + 1;
    expect(rows).toContain(`一、推进法治政府建设的主要举措和成效 / （一）化解矛盾纠纷,调解成功率,98.6,%,98.6%,对不上,240÷250＝96.00%,${line}`);
    const { files } = JSON.parse((await fazhi(['figures', '--format', 'json', 'a.txt'])).out) as { files: readonly { figures: readonly unknown[] }[] };
    expect(rows).toHaveLength(files[0]?.figures.length ?? 0);
  });

  test('names the file where there are several', async () => {
    const { fazhi } = place({ 'a.txt': SOUND, 'b.txt': FAULTY });
    const rows = lines((await fazhi(['figures', '--format', 'csv', 'a.txt', 'b.txt'])).out.replace(/\r/gu, ''));
    expect(rows[0]).toBe(`\ufeff文件,${HEAD}`);
    expect(new Set(rows.slice(1).map((row) => row.split(',')[0]))).toEqual(new Set(['a.txt', 'b.txt']));
  });

  test('has no cell that a spreadsheet would run', async () => {
    const { fazhi } = place({ 'a.txt': SOUND.replace('受理调解纠纷250起', '，=HYPERLINK("x")共250起，@甲3件，+乙4件，-丙5件').replace('一、推进', '一、=推进') });
    const { out } = await fazhi(['figures', '--format', 'csv', 'a.txt']);
    const cells = out.replace('\ufeff', '').split(/\r?\n/u).flatMap((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u));
    expect(cells.filter((cell) => /^"?[=+\-@]/u.test(cell))).toEqual([]);
    expect(cells.some((cell) => /^"?'[=@+-]/u.test(cell))).toBe(true);
  });

  test('is a head alone for what is no report', async () => {
    const { fazhi } = place({ 'a.txt': OTHER });
    expect((await fazhi(['figures', '--format', 'csv', 'a.txt'])).out.trim().replace('\ufeff', '')).toBe(HEAD);
  });

  test('is a format of figures only', async () => {
    const { fazhi } = place({ 'a.txt': SOUND });
    for (const command of ['lint', 'outline', 'fix']) {
      const { code, err } = await fazhi([command, '--format', 'csv', 'a.txt']);
      expect(code).toBe(2);
      expect(err).toContain(`${command} 不支持 --format csv`);
    }
  });
});

describe.each([['outline', 'sections'], ['figures', 'figures']] as const)('%s', (command, list) => {
  test('is empty for what is no report and names what cannot be read', async () => {
    const { fazhi } = place({ 'other.txt': OTHER, 'a.txt': SOUND });
    const { code, out, err } = await fazhi([command, '--format', 'json', 'other.txt', 'missing.txt', 'a.txt']);
    const { files } = JSON.parse(out) as { files: readonly Readonly<Record<string, unknown>>[] };
    expect(code).toBe(2);
    expect(files.slice(0, 2)).toEqual([{ path: 'other.txt', [list]: [] }, { path: 'missing.txt', [list]: [], error: expect.stringContaining('没有这个文件') as unknown }]);
    expect(files[2]?.[list]).not.toEqual([]);
    expect(lines(err)).toHaveLength(2);
  });

  test('ends with 0 however many findings there are', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    expect((await fazhi([command, '--fail-on', 'warning', 'a.txt'])).code).toBe(0);
  });
});
