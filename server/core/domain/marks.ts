// Paired marks, ends of paragraphs, beginnings of list items. Data only.

/** Opening and closing marks; half- and full-width round brackets pair with each other. */
export const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['《', '》'],
  ['（', '）'],
  ['(', ')'],
  ['〔', '〕'],
  ['「', '」'],
];

/** What messages call them: quoted, a quotation mark cannot be read. */
export const MARK_NAMES: Readonly<Record<string, string>> = {
  '“': '前引号', '”': '后引号', '《': '前书名号', '》': '后书名号', '（': '前括号', '）': '后括号', '(': '前括号', ')': '后括号', '〔': '前六角括号', '〕': '后六角括号', '「': '前引号', '」': '后引号',
};

/** A bracket behind these is a list number: 1）, 一）. */
export const NUMBER_BEFORE_BRACKET = '(?:^|[。；：:;，、\\s])[0-9一二三四五六七八九十a-zA-Z①-⑳]{1,3}$';

/** Marks that end a heading. */
export const STOPS = '[。；？\uff01]';

/** The last character of a paragraph that ends without a mark. */
export const OPEN_END = '[一-龥，、]';

/** What a paragraph of sentences has inside, and a list of names or a page's footer has not. */
export const INNER_MARK = '[，。；]';

/** How an item of a list begins. */
export const LIST_ITEM = '^(?:[（(][0-9一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.、．)）]|[①-⑳]|[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十][，、]|首先)';

/**
 * A short line without a mark looks like a heading. It is half a sentence where its last word cannot end a heading
 * (行为, 参与, 应对 can), or where the next line begins with what cannot begin a sentence or is the rest of a word.
 */
export const HALF_ENDS = '(?:的|了|把|被|各|以及|(?<![予得])以|(?<![等])于|(?<![缓平总温])和|(?<![合兼])并)$';
export const HALF_BEGINS = '^(?:[，。、；：）》”%,;)]|的(?![确士])|了(?![解结然])|(?:报告|汇报)如下|以[上下][，。；]|左右[，。；])|^(?!暂?无|没有|略|同上)[一-龥]{1,2}。$';

/** A last sentence without a stop that is whole: a note behind a dash, 名称：内容, a reference, an address, a share. */
export const WHOLE_WITHOUT_STOP = '^(?:——|--)|^[^，。；：:]{2,12}[：:][^：:]{1,40}$|附[件表图录][0-9一二三四五六七八九十]{0,3}$|[%％A-Za-z/]$|(?<![0-9-])[0-9-]{6,}$';

/** The rest of a heading's last word, alone on the next line: 职责情⏎况 */
export const HEADING_REST = '^(?!暂?无|没有|略|同上|附件|目录|附表|附图)[一-龥]{1,2}$';

/** A sentence that breaks off before its count, and a line that begins with one: 全年受理线上办件⏎347件. */
export const COUNT_AWAITED = '^(?:[12１２][0-9０-９]{3} ?年|全年|今年|本年|截至|一年来|我[镇乡县市区局]|全[镇乡县市区局])|(?:共|累计)[一-龥]{0,10}$';
const COUNT = '^[0-9０-９]+(?:[.．][0-9０-９]+)?[余多万亿]* ?(?:件|起|次|场|名|人|个|份|条|部|家|户|处|[%％])';
export const BEGINS_WITH_COUNT = `${COUNT}.*[，。；]`;
/** A count that a mark follows at once begins no sentence. */
export const BARE_COUNT = `${COUNT}[，。；、（]`;
