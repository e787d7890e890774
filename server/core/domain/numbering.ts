// What is asked of the numbers before headings and in running lists, and the words that excuse or betray them.
// Data only. Patterns are matched on logical text.

import type { Basis } from './validity.ts';

/** Appendix B of the standard on punctuation: the items on sequence words. */
const sequence = (article: string, note: string): Basis => ({
  document: '《标点符号用法》（GB/T 15834—2011）',
  article: `附录${article}`,
  note,
  confidence: 'verified',
  source: 'structure.md R01–R10, GB/T 15834-2011 B.3',
});

export const LEVELS_BASIS = sequence('B.3.8', '结构层次序数依次为“一、”“（一）”“1.”“（1）”，选定之后顺着向下，不反过来；党政机关公文格式同此顺序');
export const NUMBER_FORMS_BASIS = sequence('B.3.2、B.3.3、B.3.4、B.3.6', '汉字数字后用顿号，阿拉伯数字后用下脚点，带括号的序次语后不用点号，“一、”“（一）”“1.”后不空格');
export const NARRATIVE_BASIS = sequence('B.3.7', '“一是”“二是”一类叙述性较强的序次语后不用标点');
export const HEADING_STOP_BASIS: Basis = {
  document: '《标点符号用法》（GB/T 15834—2011）',
  article: '附录B.4',
  note: '标题末尾通常不用标点；独占一行的小标题实际用法不一，只要求同级一致',
  confidence: 'verified',
  source: 'structure.md R09, R10',
};
export const HEADING_STYLE_BASIS: Basis = {
  document: '党政机关公文格式',
  note: '同一级标题用同一种格式',
  confidence: 'verified',
  source: 'structure.md R01, R11',
};

/** Headings that stand among numbered ones without a number by right. */
export const NOT_NUMBERED = '^(?:前言|引言|导语|概述|概况|摘要|目录|结语|结束语|小结|总结|附|备注|说明|注|联系|落款|相关|图|表)';

/** Text that goes on with the number of an item of a law on the next line, and text that goes on behind one. */
export const REFERENCE_BEFORE = '第(?:[一二三四五六七八九十百0-9]{1,4}[条款])?$|第[一二三四五六七八九十百0-9]{1,4}[条款](?:及|和|与|、)?第?$';
export const REFERENCE_BEHIND = '^[项款](?:的|规定|之|、|，|和|及|情形|所)|^[、和及]?[（(][一二三四五六七八九十]{1,3}[）)][^，。；]{0,4}[类项款]|^类|^[一二三四五六七八九十]是.{2,16}，[一二三四五六七八九十]、';

/** With such words a sentence begins behind a heading that lost its 。: 加强组织领导镇党委召开会议. */
export const SENTENCE_BEGINS =
  '(?:(?:镇|乡|街道|县|区|市)党(?:工)?委|(?:镇|乡|县|区|市)(?:委|政府|人民政府)|办事处|我(?:镇|乡|街道|县|区|市|局|委|办)|全(?:镇|乡|街道|县|区|市|局)|将|着力|认真)';

/** Items of a running list: a number and 是, not the end of another word (统一是, 第一是). */
export const LIST_ITEM = '(?:(?<![一-龥])|(?<=其中|主要|包括))(?<numeral>[一二三四五六七八九十]{1,2})是(?!否|不是)(?<mark>[，,：:、]?)';

/** How else a list goes on at the number `{n}`; then nothing is missing. */
export const OTHER_ITEM = '(?<![一-龥]){n}(?![一二三四五六七八九十])|第{n}(?![一二三四五六七八九十])|其{n}|[是则要]{n}是';

/** Before the second item of a paragraph: the list was begun in another form. */
export const OTHER_START = '第一[是，]|首先|其一|一[要则]|一方面|一来';

/** A paragraph that ends so is followed by the words of a law, with the law's own numbers. */
export const QUOTES_LAW = '(?:第[^，。；]{1,8}[条款]|办法|条例|规定|法》)[^，。；]{0,12}(?:规定|如下)[：:]$';

/** A paragraph that ends so is followed by the cases of a provision, if the first of them ends with ；. */
export const LISTS_CASES = '(?:情形|情况|行为|条件)之一的?[^。；]{0,30}[：:]$';

/** At the head of a paragraph: an item of a running list, which is no heading. */
export const RUNNING_ITEM = '^[一二三四五六七八九十]{1,2}是';
