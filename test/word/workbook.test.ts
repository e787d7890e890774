// Excel workbooks read as tables: as their cells are seen, within bounds; and refused in one sentence.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ledgerIn, LARGEST_LEDGER } from '../../server/import/ledger.ts';
import * as word from '../../server/word/index.ts';
import { ROOT } from '../support/process.ts';
import { docx, p } from './docx.ts';
import { styled, xlsx, type Cell } from './xlsx.ts';

const { readWorkbook, WordRefusal } = word;
const texts = (bytes: Uint8Array): readonly (readonly string[])[] => (readWorkbook(bytes)[0]?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text));
const one = (cell: Cell, formats: readonly (string | number)[] = [], date1904 = false): string | undefined => texts(xlsx({ sheets: [{ name: '甲', rows: [[cell]] }], formats, date1904 }))[0]?.[0];
const fixture = (): Uint8Array => new Uint8Array(readFileSync(path.join(ROOT, 'test/word/fixtures/ledger.xlsx')));

describe('a cell', () => {
  test.each<[name: string, cell: Cell, formats: readonly (string | number)[], shown: string]>([
    ['text', '受理调解矛盾纠纷', [], '受理调解矛盾纠纷'],
    ['a number', 232, [], '232'],
    ['a sum of binary fractions', 0.1 + 0.2, [], '0.3'],
    ['a large number', 1e15, [], '1000000000000000'],
    ['per cent', styled(0.978, 1), ['0.0%'], '97.8%'],
    ['per cent, built in', styled(0.978, 1), [10], '97.80%'],
    ['per cent, cut by the format', styled('0.978448275862069', 1), ['0.0%'], '97.8%'],
    ['thousands', styled(12345, 1), ['#,##0'], '12345'],
    ['decimals', styled(12.5, 1), ['0.00'], '12.50'],
    ['text in a format', styled(232, 1), ['0"起"'], '232'],
    ['a percent sign that is text', styled(232, 1), ['0"%"'], '232'],
    ['a day', styled(46022, 1), [14], '2025-12-31'],
    ['a day in Chinese', styled(46022, 1), ['yyyy"年"m"月"d"日"'], '2025-12-31'],
    ['a leap day', styled(45351, 1), ['yyyy-mm-dd'], '2024-02-29'],
    ['a formula, by its saved value', styled(0.978, 1, 'C4/C3'), ['0.0%'], '97.8%'],
    ['a formula that was never computed', '<c><f>WEBSERVICE("http://192.0.2.1/")</f></c>', [], ''],
    ['a text of a formula', '<c t="str"><f>A1</f><v>起</v></c>', [], '起'],
    ['a string of its own', '<c t="inlineStr"><is><r><t>调解</t></r><r><t>成功率</t></r><rPh><t>x</t></rPh></is></c>', [], '调解成功率'],
    ['a truth', '<c t="b"><v>1</v></c>', [], 'TRUE'],
    ['an error', '<c t="e"><v>#DIV/0!</v></c>', [], '#DIV/0!'],
    ['a string that is not there', '<c t="s"><v>99</v></c>', [], ''],
  ])('%s', (_, cell, formats, shown) => expect(one(cell, formats)).toBe(shown));

  test('counts days from 1904 where the workbook does', () => expect(one(styled(44560, 1), [14], true)).toBe('2025-12-31'));

  test('that is merged stands wherever it covers', () => {
    expect(texts(xlsx({ sheets: [{ name: '甲', rows: [['名称', '来源'], ['甲', '司法所'], ['乙'], [], ['丙']], merged: ['B2:B5', 'A9:C9', 'no'] }] }))).toEqual([['名称', '来源'], ['甲', '司法所'], ['乙', '司法所'], ['丙', '司法所']]);
  });
});

describe('a workbook that LibreOffice made', () => {
  test('is a ledger: the first sheet with headings, per cent, days, formulas, merged cells', () => {
    const { entries, problems } = ledgerIn('x', '数据.xlsx', fixture(), word);
    expect(entries.map(({ name, text, period, source, row }) => [row, name, text, period.year, source])).toEqual([
      [3, '受理调解矛盾纠纷', '232起', 2025, '司法所'],
      [4, '成功调解', '227起', 2025, '司法所'],
      [5, '调解成功率', '97.8%', 2025, '司法所'],
      [6, '发放普法资料', '12345份', 2025, ''],
      [7, '投入普法经费', '3.64万元', 2025, ''],
    ]);
    expect(problems).toEqual([{ message: '“开展法治宣传”的数值“若干”不是一个数，没有用它核对。写成232、97.8%、1.2万这样。', row: 8, span: undefined }]);
  });
});

describe('refused in one sentence', () => {
  const sound = xlsx({ sheets: [{ name: '甲', rows: Array.from({ length: 200 }, (_, i) => [`名称${i}`, i]) }] });
  const bomb = xlsx({ sheets: [{ name: '甲', rows: [['名称', '数值']] }], entries: { 'xl/sharedStrings.xml': strToU8(`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${'0'.repeat(90_000_000)}</t></si></sst>`) } });
  const rows = strToU8(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${'<row/>'.repeat(30_000)}</sheetData></worksheet>`);
  test.each([
    ['half a workbook', sound.subarray(0, sound.length / 2), /损坏/u],
    ['a bomb', bomb, /展开以后太大/u],
    ['more rows than a ledger has', xlsx({ sheets: [{ name: '甲', rows: [] }], entries: { 'xl/worksheets/sheet1.xml': rows } }), /行数太多/u],
    ['a document type', xlsx({ sheets: [{ name: '甲', rows: [] }], entries: { 'xl/worksheets/sheet1.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') } }), /损坏/u],
    ['a Word document', docx(p('甲')), /不是 Excel/u],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]), /旧版 \.xls/u],
    ['any archive', zipSync({ 'a.txt': strToU8('甲') }), /不是 Excel/u],
    ['what is too large', new Uint8Array(LARGEST_LEDGER + 1), /超过10 MB/u],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xff, 0x81, 0x30]), /编码/u],
  ])('%s', (_, bytes, why) => {
    const { entries, problems } = ledgerIn('x', '数据.xlsx', bytes, word);
    expect(entries).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(why)]);
    expect(problems[0]?.message).toMatch(/^[^。]+。(?:[^。]+。)?$/u);
  });

  test('as a refusal, whatever is cut off', () => {
    for (let length = 0; length < sound.length; length += 61) {
      try {
        readWorkbook(sound.subarray(0, length));
      } catch (error) {
        expect(error).toBeInstanceOf(WordRefusal);
      }
    }
  });
});
