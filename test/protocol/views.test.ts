// What an editor shows beside the text: hovers, the outline and what folds.
// Must not know how a report is analysed.

import { describe, expect, test } from 'vitest';
import type { DocumentSymbol, Hover } from 'vscode-languageserver-protocol/node';
import { startClient } from './client.ts';
import { FAULTY, offsetAt, positionAt, rangeOf, SOUND, textIn, type Range } from './texts.ts';

function markdownOf(hover: Hover | undefined): string {
  const contents = hover?.contents;
  if (!contents || typeof contents === 'string' || !('kind' in contents)) throw new Error('no hover of markup content');
  expect(contents.kind).toBe('markdown');
  return contents.value;
}

describe('hover', () => {
  test('shows the working of a rate that is wrong', async () => {
    const client = await startClient();
    const hover = await client.hover(await client.open(FAULTY), rangeOf(FAULTY, '98.6%').start);
    const markdown = markdownOf(hover);
    expect(markdown).toContain('调解成功率');
    expect(markdown).toContain('240÷250＝96.00%');
    expect(markdown).toContain('不符');
    expect(textIn(FAULTY, hover?.range as Range)).toBe('调解成功率98.6%');
  });

  test('shows the working of a rate that is right, over its name too', async () => {
    const client = await startClient();
    const document = await client.open(SOUND);
    const onName = await client.hover(document, rangeOf(SOUND, '调解成功率').start);
    expect(markdownOf(onName)).toContain('240÷250＝96.00%');
    expect(markdownOf(onName)).not.toContain('不符');
    expect(await client.hover(document, rangeOf(SOUND, '96%').start)).toEqual(onName);
  });

  test('tells what is known of a law, a meeting, and until when anything is known', async () => {
    const client = await startClient();
    const text = '云溪镇2026年度法治政府建设情况报告\n\n一、主要举措和成效\n\n学习《行政复议法》和党的二十届三中全会精神。\n';
    const document = await client.open(text);
    const told = async (words: string): Promise<string> => {
      const hover = await client.hover(document, rangeOf(text, words).start);
      return hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
    };
    expect(await told('《行政复议法》')).toMatch(/《中华人民共和国行政复议法》[\s\S]*全国人民代表大会常务委员会[\s\S]*2024年1月1日起施行/u);
    expect(await told('党的二十届三中全会')).toContain('2024年7月');
    expect(await told('云溪镇2026')).toContain('资料截至2026年3月31日');
  });

  test('gives the grounds of a term', async () => {
    const client = await startClient();
    const hover = await client.hover(await client.open(FAULTY), rangeOf(FAULTY, '法制副校长').start);
    expect(markdownOf(hover)).toContain('wording-outdated');
    expect(markdownOf(hover)).toContain('《中小学法治副校长聘任与管理办法》');
    expect(textIn(FAULTY, hover?.range as Range)).toBe('法制副校长');
  });

  test('says what a part must contain, over its heading', async () => {
    const client = await startClient();
    const hover = await client.hover(await client.open(SOUND), rangeOf(SOUND, '二、存在的不足和原因').start);
    expect(markdownOf(hover)).toContain('应写');
    expect(markdownOf(hover)).toContain('依据：');
  });

  test('shows nothing over ordinary words, empty lines and behind the end', async () => {
    const client = await startClient();
    const document = await client.open(SOUND);
    for (const position of [rangeOf(SOUND, '专业人员少').start, { line: 1, character: 0 }, { line: 9_999, character: 9_999 }]) {
      expect(await client.hover(document, position)).toBeUndefined();
    }
  });

  test('answers at every place of a text', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY.replace('全年', '全年𠮷😀'));
    for (let offset = 0; offset <= document.text.length; offset += 3) {
      const hover = await client.hover(document, positionAt(document.text, offset));
      if (!hover?.range) continue;
      expect(offsetAt(document.text, hover.range.start)).toBeLessThanOrEqual(offset);
      expect(offsetAt(document.text, hover.range.end)).toBeGreaterThanOrEqual(offset);
    }
  });
});

/** Symbols with the first line of their range, children behind the parent. */
const names = (symbols: readonly DocumentSymbol[]): readonly unknown[] => symbols.map(({ name, children = [] }) => (children.length > 0 ? [name, names(children)] : name));

/** A text with all four levels of headings. */
const DEEP = `# 霁川镇2024年度法治政府建设情况报告

2024年，霁川镇扎实推进依法行政。现将有关情况报告如下：

## 一、推进法治政府建设的主要举措和成效

### （一）加强学习

1. 集体学法

全年集体学法5次。

（1）会前学法

每月一次。

### （二）加强执法

规范行政检查。

## 二、存在的不足和原因

执法力量不足。主要原因是人员少。

## 三、主要负责人履行推进法治建设第一责任人职责情况

镇长主持研究法治议题6个。

## 四、2025年推进法治政府建设的主要安排

配齐执法人员。

`;

describe('outline', () => {
  test('nests headings as they are numbered', async () => {
    const client = await startClient();
    expect(names(await client.symbols(await client.open(FAULTY)))).toEqual([
      ['一、推进法治政府建设的主要举措和成效', ['（一）化解矛盾纠纷', '（二）加强普法宣传', '（三）做好帮教工作']],
      '二、党政主要负责人履行推进法治建设第一责任人职责情况',
      ['三、2025年推进法治政府建设的主要安排', ['（一）加强学习', '（二）加强执法']],
    ]);
    expect(names(await client.symbols(await client.open(DEEP, { language: 'markdown' })))).toEqual([
      ['一、推进法治政府建设的主要举措和成效', [['（一）加强学习', [['1.集体学法', ['（1）会前学法']]]], '（二）加强执法']],
      '二、存在的不足和原因',
      '三、主要负责人履行推进法治建设第一责任人职责情况',
      '四、2025年推进法治政府建设的主要安排',
    ]);
    const divided = FAULTY.replace('一、', '第一部分 工作情况\n\n一、').replace('三、2025', '第二部分 工作安排\n\n一、2025');
    expect(names(await client.symbols(await client.open(divided)))).toEqual([
      ['第一部分工作情况', [['一、推进法治政府建设的主要举措和成效', ['（一）化解矛盾纠纷', '（二）加强普法宣传', '（三）做好帮教工作']], '二、党政主要负责人履行推进法治建设第一责任人职责情况']],
      ['第二部分工作安排', [['一、2025年推进法治政府建设的主要安排', ['（一）加强学习', '（二）加强执法']]]],
    ]);
  });

  test.each([['\\n', '\n'], ['\\r\\n', '\r\n'], ['a lone \\r', '\r']])('has ranges that hold their headings and their children: %s', async (_name, lineBreak) => {
    const client = await startClient();
    for (const text of [FAULTY, SOUND, DEEP].map((report) => report.replaceAll('\n', lineBreak))) {
      const visit = (symbols: readonly DocumentSymbol[], outer: Range): void => {
        let last = offsetAt(text, outer.start);
        for (const { range, selectionRange, children = [] } of symbols) {
          const [start, end] = [offsetAt(text, range.start), offsetAt(text, range.end)];
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(offsetAt(text, outer.end));
          expect(offsetAt(text, selectionRange.start)).toBeGreaterThanOrEqual(start);
          expect(offsetAt(text, selectionRange.end)).toBeLessThanOrEqual(end);
          expect(textIn(text, selectionRange)).toMatch(/^\S/u);
          // Blank lines at the end belong to nobody, so that a folded section keeps its distance.
          expect(textIn(text, range)).toMatch(/\S$/u);
          visit(children, range);
          last = end;
        }
      };
      const symbols = await client.symbols(await client.open(text, { language: 'markdown' }));
      expect(symbols.length).toBeGreaterThan(2);
      visit(symbols, { start: { line: 0, character: 0 }, end: positionAt(text, text.length) });
    }
  });
});

describe('folding', () => {
  test('folds every section of more than one line, up to its last words', async () => {
    const client = await startClient();
    const lines = DEEP.split('\n');
    const folds = await client.folds(await client.open(DEEP, { language: 'markdown' }));
    expect(folds.map(({ startLine, endLine }) => [lines[startLine], lines[endLine]])).toEqual([
      ['## 一、推进法治政府建设的主要举措和成效', '规范行政检查。'],
      ['### （一）加强学习', '每月一次。'],
      ['1. 集体学法', '每月一次。'],
      ['（1）会前学法', '每月一次。'],
      ['### （二）加强执法', '规范行政检查。'],
      ['## 二、存在的不足和原因', '执法力量不足。主要原因是人员少。'],
      ['## 三、主要负责人履行推进法治建设第一责任人职责情况', '镇长主持研究法治议题6个。'],
      ['## 四、2025年推进法治政府建设的主要安排', '配齐执法人员。'],
    ]);
  });

  test('does not fold a heading that goes on in its own line', async () => {
    const client = await startClient();
    const folds = await client.folds(await client.open(FAULTY));
    expect(folds.map(({ startLine }) => FAULTY.split('\n')[startLine]?.slice(0, 2))).toEqual(['一、', '二、', '三、']);
  });
});
