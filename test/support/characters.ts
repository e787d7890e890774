// Texts of any characters there are: halves of pairs, marks that combine, directions, what is not seen, and pieces of
// reports between them, so that they are read as one. Must not know what reads them.

import fc from 'fast-check';

const ODD = [
  '\0', '\u0007', '\u001b', '\u007f', '\u0085', '\u00a0', '\u00ad', '\u0301', '\u0489', '\u034f', '\u061c', '\u05d0\u05d1', '\u0645\u0631\u062d\u0628\u0627', '\u1680', '\u180e', '\u2000', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f',
  '\u2028', '\u2029', '\u202a', '\u202e', '\u202f', '\u2060', '\u2066', '\u2069', '\u20dd', '\u3000', '\u302a', '\ufe0f', '\ufeff', '\ufff9', '\ufffc', '\ufffd', '\ufffe', '\uffff', '\ue000', '\uf8ff', '\ud800', '\udbff', '\udc00', '\udfff',
  '\ud83d\ude00', '👨‍👩‍👧‍👦', '🇨🇳', '👍🏽', '𠀀', '𝟗𝟕', '\u{e0001}', '\u{10ffff}', '①', '㈠', '⒈', 'Ⅳ', '〇', '○', '零', '９７．８％', '（１）', '１．', 'Ａ', 'ｱ', '﹙', '﹚', '︵', '︶', '‧', '·', '•', '٣', '߃', '१', '㎡', '℃', '½',
] as const;

const PIECES = [
  '松澜镇2025年法治政府建设情况报告', '现将有关情况报告如下：', '一、主要举措和成效', '二、存在的不足和原因', '（一）推进依法行政。', '1.加强领导', '一是培训不够，', '受理纠纷20起，调解成功18起，调解成功率80%', '比上年增长12.5%', '其中行政案件3件、其他1件', '《行政处罚法》', '“七五”普法', '党的二十届三中全会',
  '社区服刑人员', '【写明原因】', '| 类别 | 件数 |', '|---|---|', '| 合计 | 7 |', '7\t8', '# ', '**', '- ', '> ', '<!--', '-->', '---', '。', '，', '；', '：', '（', '）', '“', '”', '《', '》', '\n', '\n\n', '\r', '\r\n', ' ', '97', '%', '2025年', '附件', '全文共3页', '第1页',
] as const;

/** Of a report's pieces and odd characters, in any order. */
export const anyText: fc.Arbitrary<string> = fc
  .tuple(fc.boolean(), fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, { weight: 3, arbitrary: fc.constantFrom(...ODD) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }), { maxLength: 60, size: 'max' }))
  .map(([isReport, pieces]) => (isReport ? '松澜镇2025年法治政府建设情况报告\n\n2025年，现将有关情况报告如下：\n\n一、主要举措和成效\n\n' : '') + pieces.join(''));
