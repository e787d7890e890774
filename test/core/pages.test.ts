// Lines and pages of the preview: what stands on a line, what may begin and end one, what stays together on a page.

import { describe, expect, test } from 'vitest';
import { atomsOf, breakLines, roleFor, shapeOf, type Line, type Measure } from '../../client/preview/lines.ts';
import { paginate, type Flow, type Page, type Row } from '../../client/preview/pagination.ts';
import type { Block, Sheet } from '../../client/preview/shapes.ts';
import { analyze, pageOf, printFor, sheetOf } from '../../server/core/index.ts';

const SHEET = sheetOf(pageOf({})) as unknown as Sheet;
/** As wide as in Times New Roman. */
const measure: Measure = (text, { size }) => (/[0-9]/u.test(text) ? 0.5 : ({ '.': 0.25, ',': 0.25, '%': 0.833, '-': 0.333, ' ': 0.25 }[text] ?? 0.6)) * size * 20;

const linesOf = (block: Block): readonly Line[] => breakLines(atomsOf(block.pieces, SHEET, roleFor(block), measure), shapeOf(block, SHEET));
const flowOf = (block: Block): Flow => ({
  block,
  lines: block.table ? [] : linesOf(block),
  rows: block.table ? block.table.rows.map((row): Row => ({ cells: row.map(({ pieces }) => breakLines(atomsOf(pieces, SHEET, roleFor(block), measure), { width: 2000, left: 0, first: 0, align: 'left', height: 360 })), height: 370 })) : [],
});
const pagesOf = (text: string): readonly Page[] => paginate((printFor(analyze(text), sheetOf(pageOf({}))).blocks as unknown as readonly Block[]).map(flowOf), SHEET);
const textOf = ({ atoms }: Line): string => atoms.map(({ text }) => text).join('');
const shown = (pages: readonly Page[]): readonly (readonly string[])[] => pages.map(({ placed }) => placed.map(({ item }) => ('cells' in item ? item.cells.map((lines) => lines.map(textOf).join('⏎')).join('|') : textOf(item))));

const paragraph = (text: string, kind: Block['kind'] = 'text'): Block => ({ kind, pieces: [{ text, at: 0 }] });
const broken = (text: string, kind?: Block['kind']): readonly string[] => linesOf(paragraph(text, kind)).map(textOf);
const han = (count: number): string => '天地玄黄宇宙洪荒日月盈昃辰宿列张'.repeat(20).slice(0, count);

describe('a line', () => {
  test('holds 28 characters, the first of a paragraph two fewer', () => {
    expect(broken(han(82)).map((line) => line.length)).toEqual([26, 28, 28]);
    expect(broken(han(57), 'addressee').map((line) => line.length)).toEqual([28, 28, 1]);
  });

  test('holds twice as many digits', () => {
    expect(broken(`${han(20)}${'1'.repeat(12)}`)).toHaveLength(1);
    // They stay together.
    expect(broken(`${han(22)}123456789012`)).toEqual([han(22), '123456789012']);
    expect(broken(`${han(25)}98.1%。`)).toEqual([han(25), '98.1%。']);
  });

  test('lets one mark hang over its edge, and only one', () => {
    expect(broken(`${han(26)}，${han(3)}`)).toEqual([`${han(26)}，`, han(3)]);
    expect(broken(`${han(26)}。`)).toEqual([`${han(26)}。`]);
    // Two would begin the next line, so the character before them goes along.
    expect(broken(`${han(26)}。”${han(2)}`)).toEqual([han(25), `${han(26).slice(-1)}。”${han(2)}`]);
    const [hanging] = linesOf(paragraph(`${han(26)}，${han(3)}`));
    expect(hanging?.spread).toBeGreaterThanOrEqual(0);
    expect(hanging?.spread).toBeLessThan(5);
  });

  test('begins with no closing mark and ends with no opening one', () => {
    expect(broken(`${han(26)}）${han(2)}`)[0]).toBe(han(25));
    expect(broken(`${han(25)}《${han(4)}》`)[0]).toBe(han(25));
    expect(broken(`${'。'.repeat(60)}`).join('')).toBe('。'.repeat(60));
  });

  test('is filled to the edge, but for the last of a paragraph', () => {
    const [first, last] = linesOf(paragraph(`${han(22)}123456789012${han(10)}`));
    expect(first?.spread).toBeGreaterThan(50);
    expect(last?.spread).toBe(0);
  });

  test('loses the blanks at which it was broken and no others', () => {
    expect(broken(`${han(25)} AB CD ${han(3)}`).join('')).toContain('AB CD ');
    expect(broken('中共临岚县委      临岚县人民政府')).toEqual(['中共临岚县委      临岚县人民政府']);
  });

  test('keeps pairs of surrogates and every character', () => {
    const text = `𠮷${han(40)}👍，${'A1b'.repeat(40)} ${han(9)}`;
    expect(broken(text).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(linesOf(paragraph(text))[0]?.atoms[1]?.at).toBe(2);
    expect(broken('')).toEqual(['']);
  });

  test('stands in the middle or to the right where its part does', () => {
    const [title] = linesOf(paragraph('标题', 'title'));
    expect(title?.left).toBe((SHEET.textWidth - 2 * 440) / 2);
    const [date] = linesOf({ ...paragraph('日期', 'date'), right: 4 });
    expect(date?.left).toBe(SHEET.textWidth - 4 * SHEET.pitch - 2 * SHEET.pitch);
  });
});

const TITLE = '临岚县2025年度法治政府建设情况报告';

describe('a page', () => {
  test('holds 22 lines', () => {
    const pages = shown(pagesOf(`现将法治政府建设有关情况报告如下。\n\n${Array.from({ length: 60 }, (_, i) => `第${i}项工作有序开展，取得成效。`).join('\n\n')}`));
    expect(pages.map((lines) => lines.length)).toEqual([22, 22, 17]);
  });

  test('does not end with a heading, nor with who signs', () => {
    for (let count = 10; count < 24; count++) {
      const text = `${TITLE}\n\n${Array.from({ length: count }, () => '工作有序开展，取得成效。').join('\n\n')}\n\n一、主要举措和成效\n\n（一）加强领导\n\n工作有序开展，取得成效。`;
      for (const lines of shown(pagesOf(text))) expect(lines[lines.length - 1]).not.toMatch(/^[一（]/u);
      const signed = `${TITLE}\n\n${Array.from({ length: count }, () => '工作有序开展，取得成效。').join('\n\n')}\n\n临岚县人民政府\n2026年1月10日`;
      for (const lines of shown(pagesOf(signed))) expect(lines[lines.length - 1]).not.toBe('临岚县人民政府');
    }
  });

  test('begins anew where the text asks for it, and for an annex', () => {
    expect(shown(pagesOf(`${TITLE}\n\n工作有序开展。\n\n<!-- 分页 -->\n\n工作扎实推进。\n\n附件\n\n统计表`))).toEqual([[TITLE, '工作有序开展。'], ['工作扎实推进。'], ['附件', '统计表']]);
  });

  test('shows a note at its foot, and makes room for it', () => {
    const lines = Array.from({ length: 19 }, (_, i) => `第${i}项工作有序开展，取得成效。`);
    const pages = pagesOf(`${TITLE}\n\n${lines.join('\n\n')}[^1]\n\n[^1]: ${han(60)}`);
    const [first, second] = pages;
    expect(pages).toHaveLength(2);
    expect(first?.notes).toEqual([]);
    expect(second?.notes.map(({ item }) => textOf(item as Line)).join('')).toBe(han(60));
    expect((second?.notes[1]?.top ?? 0) + SHEET.noteLine).toBe(SHEET.textHeight);
    for (const { placed } of pages) for (const { item, top } of placed) expect(top + item.height).toBeLessThanOrEqual(SHEET.textHeight);
  });

  test('repeats the head of a table that goes on', () => {
    const rows = Array.from({ length: 50 }, (_, i) => `| 第${i}类 | ${i} |`).join('\n');
    const pages = shown(pagesOf(`${TITLE}\n\n| 类别 | 件数 |\n| --- | --- |\n${rows}`));
    expect(pages).toHaveLength(2);
    expect(pages[1]?.[0]).toBe('类别|件数');
    expect(pages.flat().filter((row) => row === '类别|件数')).toHaveLength(2);
  });

  test('loses nothing of a long report, within its lines', () => {
    const text = `${TITLE}\n\n${Array.from({ length: 300 }, (_, i) => `（${i}）${han(i % 90)}，审查合同${i}份，${han(9)}。`).join('\n\n')}`;
    const pages = pagesOf(text);
    expect(shown(pages).flat().join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    for (const { placed } of pages) for (const { item, top } of placed) expect(top + item.height).toBeLessThanOrEqual(SHEET.textHeight);
  });
});
