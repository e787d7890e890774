// A report as it is printed: nothing of its text is lost, every character knows its place, and each part is what it is.

import { describe, expect, test } from 'vitest';
import { analyze, print, type PrintBlock, type PrintPiece } from '../../server/core/index.ts';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/check.ts';

const folders = ['test/golden', 'examples'];
const FILES = folders.flatMap((folder) => readdirSync(path.join(root, folder)).filter((file) => /\.(?:md|txt)$/u.test(file)).map((file) => path.join(folder, file)));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const printed = (text: string): readonly PrintBlock[] => print(analyze(text)).blocks;
const piecesOf = ({ pieces, table }: PrintBlock): readonly PrintPiece[] => (table ? table.rows.flat().flatMap((cell) => cell.pieces) : pieces);
const textOf = (block: PrintBlock): string => piecesOf(block).map(({ text, newLine }) => (newLine ? '⏎' : '') + text).join('');
const look = (text: string): readonly string[] => printed(text).map((block) => `${block.kind}${block.depth ?? ''}${block.newPage ? ' 另页' : ''}${block.gap ? ' 空' : ''} ${block.table ? block.table.rows.map((row) => row.map(({ pieces }) => pieces.map((p) => p.text).join('')).join('|')).join('／') : textOf(block)}`);

/** What nobody prints, taken out by means of its own: comments, front matter, page numbers, rules, marks at the starts of lines. */
function seen(text: string): string {
  return text
    .replace(/^---\r?\n(?:.*\r?\n){0,38}?---\r?\n/u, '')
    .replace(/<!--[\s\S]*?-->/gu, '')
    .split(/\r\n|\r|\n/u)
    .filter((line) => !/^\s*(?:[-—–－·]\s*\d{1,3}\s*[-—–－·]|\d{1,3}|第\s*\d{1,3}\s*页.*|\d{1,3}\s*\/\s*\d{1,3})\s*$/u.test(line) && !/^\s*[-—–－][-—–－ ]{2,}$/u.test(line) && !/^\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$/u.test(line))
    .map((line) => line.replace(/^[\s\ufeff]*(?:>\s*$|#{1,6}\s+|[-+*>]\s+)?/u, '').replace(/^\[\^[^\]]+\][:：]/u, '').replace(/<br\s*\/?>/giu, ''))
    .join('')
    .replace(/\*\*|[\s\u3000\u00a0\u2000-\u200d\ufeff\u00ad|]/gu, '');
}

const bare = (text: string): string => text.replace(/[\s\u3000\u00a0\u2000-\u200d\ufeff|]/gu, '');

describe('nothing is lost', () => {
  test.each(FILES)('%s', (file) => {
    const text = read(file);
    const blocks = printed(text);
    expect(bare(blocks.map((block) => piecesOf(block).map((piece) => piece.text).join('')).join(''))).toBe(seen(text));
    let end = 0;
    for (const block of blocks) {
      expect(block.span.start).toBeGreaterThanOrEqual(end);
      ({ end } = block.span);
      let last = -1;
      for (const { text: own, at } of piecesOf(block)) {
        expect(at).toBeGreaterThan(last);
        last = at + own.length - 1;
        const from = block.span.start + at;
        expect(from + own.length <= block.span.end).toBe(true);
        // A blank stands for a wrap or a tab between words.
        const raw = text.slice(from, from + own.length).replace(/[\r\n\t]/gu, ' ');
        expect(own).toBe(raw);
      }
    }
  });
});

describe('what is what', () => {
  test('a whole report', () => {
    expect(look(`松政〔2026〕1号

松澜镇人民政府
关于2025年度法治政府建设情况的报告
（2026年1月10日）

临岚县人民政府：

2025年，我镇扎实推进法治政府建设，现将有关情况报告如下：

一、主要举措和成效

（一）加强领导。研究法治建设**6次**。

1.学法12次。

特此报告。

附件：1.案件统计表
2.任务清单

松澜镇人民政府
2026年1月10日

（联系人：李明）

附件1

案件统计表

| 项目 | 件数 |
| --- | ---: |
| 受理 | 250 |
`)).toEqual([
      'byline 松政〔2026〕1号',
      'title 松澜镇人民政府',
      'title 关于2025年度法治政府建设情况的报告',
      'byline （2026年1月10日）',
      'addressee 空 临岚县人民政府：',
      'text 2025年，我镇扎实推进法治政府建设，现将有关情况报告如下：',
      'heading1 一、主要举措和成效',
      'text2 （一）加强领导。研究法治建设6次。',
      'heading3 1.学法12次。',
      'text 特此报告。',
      'attachments 空 附件：1.案件统计表',
      'attachments 2.任务清单',
      'issuer 空 松澜镇人民政府',
      'date 2026年1月10日',
      'text （联系人：李明）',
      'annex 另页 附件1',
      'annexTitle 空 案件统计表',
      'table 项目|件数／受理|250',
    ]);
  });

  test('the heading that begins a paragraph and the emphasis behind it', () => {
    const [block] = printed('临岚县2025年度法治政府建设情况报告\n\n一、举措\n\n**（一）加强领导。**研究**6次**议题。').slice(2);
    expect(block?.pieces).toEqual([
      { text: '（一）加强领导。', at: 0, lead: true },
      { text: '研究', at: 10 },
      { text: '6次', at: 14, bold: true },
      { text: '议题。', at: 18 },
    ]);
  });

  test('wraps and blanks', () => {
    const [, block] = printed('临岚县2025年度法治政府建设情况报告\n\n审查合同１２份；征求\n意见 ABC\nDEF 三轮，作出 决定。');
    expect(block && textOf(block)).toBe('审查合同１２份；征求意见 ABC DEF 三轮，作出 决定。');
  });

  test('who signs stands over the day', () => {
    const closing = (text: string): readonly unknown[] => printed(`临岚县2025年度法治政府建设情况报告\n\n工作有序开展。\n\n${text}`).slice(2).map((block) => [block.kind, textOf(block), block.right]);
    // 2026年1月10日 is six characters and a half wide.
    expect(closing('临岚县人民政府\n2026年1月10日')).toEqual([['issuer', '临岚县人民政府', 3.75], ['date', '2026年1月10日', 4]]);
    expect(closing('松澜镇政府\n2026年1月10日')).toEqual([['issuer', '松澜镇政府', 4.75], ['date', '2026年1月10日', 4]]);
    expect(closing('临岚县人民政府  2026年1月10日')).toEqual([['issuer', '临岚县人民政府', 3.75], ['date', '2026年1月10日', 4]]);
    expect(closing('中共临岚县委员会\n临岚县人民政府\n2026年1月10日').map((each) => (each as string[])[0])).toEqual(['issuer', 'issuer', 'date']);
    expect(closing('2026年1月10日')).toEqual([['date', '2026年1月10日', 4]]);
    // A day inside the text is text.
    expect(closing('镇政府会议于2026年1月10日召开，部署工作。').map((each) => (each as string[])[0])).toEqual(['text']);
    expect(closing('特此报告\n\n松澜镇人民政府\n2026年1月10日').map((each) => (each as string[])[0])).toEqual(['text', 'issuer', 'date']);
  });

  test('footnotes and what they say', () => {
    const blocks = printed('临岚县2025年度法治政府建设情况报告\n\n受理250件[^1]，办结242件[^无]。\n\n[^1]: 数据来自台账。\n[^b]: 另一条。');
    expect(blocks.slice(1).map((block) => [block.kind, textOf(block), block.name])).toEqual([['text', '受理250件[^1]，办结242件[^无]。', undefined], ['note', '数据来自台账。', '1'], ['text', '另一条。', undefined]]);
    expect(blocks[1]?.pieces[1]).toEqual({ text: '[^1]', at: 6, note: '1' });
  });

  test('comments that ask for a page, and others', () => {
    expect(look('临岚县2025年度法治政府建设情况报告\n\n工作有序开展。\n\n<!-- 分页 -->\n\n工作扎实推进。\n\n<!-- 待核 -->\n\n工作<!-- 甲 -->成效明显。').slice(1)).toEqual(['text 空 工作有序开展。', 'text 另页 工作扎实推进。', 'text 工作成效明显。']);
  });

  test('tables: cells, alignment, breaks in cells, bars that part nothing', () => {
    const table = (text: string): PrintBlock['table'] => printed(`临岚县2025年度法治政府建设情况报告\n\n${text}`).find((block) => block.kind === 'table')?.table;
    const markdown = table('| 项目 | 受理<br>（件） | 说明 |\n| :-- | :-: | --: |\n| 调解 | 12 | 甲\\|乙 |\n| 信访 | | |');
    expect(markdown?.headers).toBe(1);
    expect(markdown?.columns.map(({ align }) => align)).toEqual(['left', 'center', 'right']);
    expect(markdown?.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(markdown?.rows.map((row) => row.map(({ pieces }) => pieces.map((piece) => (piece.newLine ? '⏎' : '') + piece.text).join('')))).toEqual([['项目', '受理⏎（件）', '说明'], ['调解', '12', '甲|乙'], ['信访', '', '']]);
    expect(table('项目\t件数\n调解\t12\n合计\t12')).toMatchObject({ headers: 0, rows: [{ length: 2 }, { length: 2 }, { length: 2 }] });
  });

  test('a text that is no report is printed all the same', () => {
    expect(look('# 值班表\n\n- 周一：甲\n- 周二：乙')).toEqual(['heading1 值班表', 'item 周一：甲', 'item 周二：乙']);
    expect(look('')).toEqual([]);
    expect(print(analyze('# 值班表\n\n正文。')).title).toBe('值班表');
  });
});
