// The automatic numbers of paragraphs, restored as Word shows them and written as Chinese reports write them.

import { describe, expect, test } from 'vitest';
import { importWord } from '../../server/word/index.ts';
import { numeral } from '../../server/word/read/numerals.ts';
import { docx, listed, lists, lvl, p, style, styled, tbl, tc, tr, type Given } from './docx.ts';

const linesOf = (given: Given | string): readonly string[] => importWord(docx(given), { layout: 'plain' }).text.split('\n').filter((line) => line !== '');
const REPORT = [lvl(0, 'chineseCounting', '%1、'), lvl(1, 'chineseCounting', '（%2）'), lvl(2, 'decimal', '%3.'), lvl(3, 'decimal', '（%4）')];

describe('formats', () => {
  test.each([
    ['decimal', [1, 9, 10, 250], ['1', '9', '10', '250']],
    ['decimalZero', [1, 12], ['01', '12']],
    ['decimalFullWidth', [1, 12], ['１', '１２']],
    ['decimalEnclosedCircle', [1, 20, 21, 35, 36, 50, 51], ['①', '⑳', '㉑', '㉟', '㊱', '㊿', '51']],
    ['decimalEnclosedCircleChinese', [3], ['③']],
    ['decimalEnclosedParen', [2], ['⑵']],
    ['decimalEnclosedFullstop', [2], ['⒉']],
    ['chineseCounting', [1, 10, 11, 20, 21, 100, 101], ['一', '十', '十一', '二十', '二十一', '一百', '一百零一']],
    ['chineseCountingThousand', [1, 12, 110, 1005], ['一', '十二', '一百一十', '一千零五']],
    ['japaneseCounting', [1, 10, 13], ['一', '十', '十三']],
    ['taiwaneseCountingThousand', [15], ['十五']],
    ['chineseLegalSimplified', [1, 10, 12, 20, 105], ['壹', '壹拾', '壹拾贰', '贰拾', '壹佰零伍']],
    ['ideographDigital', [1, 10, 12], ['一', '一〇', '一二']],
    ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
    ['ideographZodiac', [1, 12], ['子', '亥']],
    ['upperLetter', [1, 26, 27, 53], ['A', 'Z', 'AA', 'AAA']],
    ['lowerLetter', [2], ['b']],
    ['upperRoman', [1, 4, 9, 14, 40, 1999], ['I', 'IV', 'IX', 'XIV', 'XL', 'MCMXCIX']],
    ['lowerRoman', [3], ['iii']],
    ['none', [5], ['']],
    ['aFormatOfTheFuture', [7], ['7']],
  ] as const)('%s', (format, values, shown) => {
    expect(values.map((value) => numeral(value, format))).toEqual(shown);
  });

  test('what a format cannot write stands in digits, however large', () => {
    for (const format of ['upperLetter', 'upperRoman', 'chineseCounting', 'decimalEnclosedCircle', 'chineseLegalSimplified']) expect(numeral(999_999_999, format)).toBe('999999999');
    expect(numeral(0, 'upperRoman')).toBe('0');
  });
});

test('levels count inside each other, and begin again below the next one above', () => {
  const numbering = lists([REPORT], [[0]]);
  const body = [p('主要举措', listed(1)), p('组织领导', listed(1, 1)), p('学法', listed(1, 2)), p('会议', listed(1, 2)), p('行政执法', listed(1, 1)), p('检查', listed(1, 2)), p('存在问题', listed(1)), p('人手不足', listed(1, 1))].join('');
  expect(linesOf({ body, numbering })).toEqual(['一、主要举措', '（一）组织领导', '1.学法', '2.会议', '（二）行政执法', '1.检查', '二、存在问题', '（一）人手不足']);
});

test('a number may hold those above it, in digits where it is legal', () => {
  const numbering = lists([[lvl(0, 'chineseCounting', '第%1章'), lvl(1, 'decimal', '%1.%2'), lvl(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')]], [[0]]);
  const body = p('总则', listed(1)) + p('范围', listed(1, 1)) + p('细则', listed(1, 2)) + p('附则', listed(1));
  expect(linesOf({ body, numbering })).toEqual(['第一章 总则', '一.1 范围', '1.1.1 细则', '第二章 附则']);
});

test('a level that has not been counted shows its start', () => {
  const numbering = lists([[lvl(0, 'decimal', '%1.'), lvl(1, 'decimal', '%1.%2')]], [[0]]);
  expect(linesOf({ body: p('甲项', listed(1, 1)) + p('乙项', listed(1)), numbering })).toEqual(['1.1 甲项', '1.乙项']);
});

test('lists of one kind count on, one with a start of its own begins there once', () => {
  const numbering = lists([REPORT], [[0], [0], [0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'], [0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>']]);
  const body = [p('甲', listed(1)), p('乙', listed(2)), p('中间一段。'), p('丙', listed(3)), p('丁', listed(3)), p('戊', listed(1)), p('己', listed(4)), p('庚', listed(4))].join('');
  expect(linesOf({ body, numbering })).toEqual(['一、甲', '二、乙', '中间一段。', '一、丙', '二、丁', '三、戊', '五、己', '六、庚']);
});

test('lists of different kinds do not meet; a level may be overridden as a whole', () => {
  const numbering = lists([REPORT, [lvl(0, 'decimal', '%1.')]], [[0], [1], [1, `<w:lvlOverride w:ilvl="0">${lvl(0, 'decimalEnclosedCircle', '%1')}</w:lvlOverride>`]]);
  expect(linesOf({ body: p('甲', listed(1)) + p('乙', listed(2)) + p('丙', listed(1)) + p('丁', listed(2)) + p('戊', listed(3)), numbering })).toEqual(['一、甲', '1.乙', '二、丙', '2.丁', '③戊']);
});

test('a level begins again only behind those that it says', () => {
  const levels = [lvl(0, 'decimal', '%1.'), lvl(1, 'decimal', '（%2）', '<w:lvlRestart w:val="0"/>')];
  const body = p('甲', listed(1)) + p('乙', listed(1, 1)) + p('丙', listed(1)) + p('丁', listed(1, 1));
  expect(linesOf({ body, numbering: lists([levels], [[0]]) })).toEqual(['1.甲', '（1）乙', '2.丙', '（2）丁']);
});

test('styles give numbers, by their own level, by that of the list, through those they are based on; 0 takes the number away', () => {
  const styles = [
    style('1', 'heading 1', '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>'),
    style('2', 'heading 2', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>'),
    style('a', '本单位一级标题', '', '<w:basedOn w:val="1"/>'),
    style('b', '不编号', '<w:numPr><w:numId w:val="0"/></w:numPr>', '<w:basedOn w:val="1"/>'),
    style('c', 'heading 3', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
  ].join('');
  const numbering = lists([[lvl(0, 'japaneseCounting', '%1、', '<w:pStyle w:val="1"/>'), lvl(1, 'japaneseCounting', '（%2）', '<w:pStyle w:val="2"/>'), lvl(2, 'decimal', '%3.', '<w:pStyle w:val="c"/>')]], [[0]]);
  const body = [p('举措', styled('1')), p('执法', styled('2')), p('检查', styled('c')), p('不足', styled('a')), p('前言', styled('b')), p('安排', `${styled('1')}<w:numPr><w:numId w:val="0"/></w:numPr>`), p('职责', styled('1')), p('其他', `${styled('1')}<w:numPr><w:ilvl w:val="1"/></w:numPr>`)].join('');
  expect(linesOf({ body, styles, numbering })).toEqual(['一、举措', '（一）执法', '1.检查', '二、不足', '前言', '安排', '三、职责', '（一）其他']);
});

test('styles that are based on each other in a circle end', () => {
  const styles = style('x', 'x', '', '<w:basedOn w:val="y"/>') + style('y', 'y', '<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:basedOn w:val="x"/>');
  expect(linesOf({ body: p('甲', styled('x')), styles, numbering: lists([REPORT], [[0]]) })).toEqual(['一、甲']);
});

test('a list may be that of a style of numbers', () => {
  const styles = '<w:style w:type="numbering" w:styleId="S"><w:name w:val="公文编号"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>${REPORT.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`;
  expect(linesOf({ body: p('甲', listed(1)) + p('乙', listed(1, 1)) + p('丙', listed(2)), styles, numbering })).toEqual(['一、甲', '（一）乙', '二、丙']);
});

test('what stands behind a number is what Chinese reports write there', () => {
  const one = (format: string, text: string, suffix: string, title: string): readonly string[] => linesOf({ body: p(title, listed(1)), numbering: lists([[lvl(0, format, text, `<w:suff w:val="${suffix}"/>`)]], [[0]]) });
  expect(one('chineseCounting', '%1、', 'tab', '举措')).toEqual(['一、举措']);
  expect(one('chineseCounting', '（%1）', 'space', '举措')).toEqual(['（一）举措']);
  expect(one('decimal', '%1.', 'tab', '举措')).toEqual(['1.举措']);
  expect(one('decimal', '%1.', 'tab', '5个村完成')).toEqual(['1. 5个村完成']);
  expect(one('decimal', '%1.', 'tab', '2024年完成')).toEqual(['1.2024年完成']);
  expect(one('chineseCounting', '第%1部分', 'tab', '举措')).toEqual(['第一部分 举措']);
  expect(one('chineseCounting', '第%1部分 ', 'nothing', '举措')).toEqual(['第一部分举措']);
  expect(one('decimalEnclosedCircle', '%1', 'tab', '举措')).toEqual(['①举措']);
});

test('a format that only newer versions know has its fallback, a number without any text none', () => {
  const custom = '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>';
  expect(linesOf({ body: p('甲', listed(1)) + p('乙', listed(2)), numbering: lists([[custom], [lvl(0, 'none', '')]], [[0], [1]]) })).toEqual(['01.甲', '乙']);
});

test('bullets are signs, in Markdown those of a list', () => {
  const numbering = lists([[lvl(0, 'bullet', '\uf06c', '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'), lvl(1, 'bullet', '\uf0b7', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'), lvl(2, 'bullet', '\uf0ff')]], [[0]]);
  const body = p('甲', listed(1)) + p('乙', listed(1, 1)) + p('丙', listed(1, 2));
  expect(linesOf({ body, numbering })).toEqual(['●甲', '•乙', '●丙']);
  expect(importWord(docx({ body, numbering }), { layout: 'markdown' }).text).toBe('- 甲\n\n- 乙\n\n- 丙\n');
});

test('a column of numbers in a table is counted, also where the cells hold nothing else', () => {
  const numbering = lists([[lvl(0, 'decimal', '%1')]], [[0]]);
  const number = tc(p('', listed(1)));
  const body = tbl(tr('序号', '事项', '件数'), tr(number, '调解', '5'), tr(number, '复议', '2'), tr(number, '信访', '1'));
  expect(linesOf({ body, numbering })).toEqual(['序号\t事项\t件数', '1\t调解\t5', '2\t复议\t2', '3\t信访\t1']);
});

test('a list that is not there gives no number; one in a part that is not there neither', () => {
  expect(linesOf({ body: p('甲', listed(7)), numbering: lists([REPORT], [[0]]) })).toEqual(['甲']);
  expect(linesOf(p('甲', listed(1)))).toEqual(['甲']);
});

test('how many numbers were written is told', () => {
  expect(importWord(docx({ body: p('甲', listed(1)) + p('乙', listed(1)), numbering: lists([REPORT], [[0]]) }), { layout: 'plain' }).notes).toEqual(['自动编号有2处，已写成文字，编号不再自动变。']);
});
