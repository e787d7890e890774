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
export const OPEN_END = '[一-龥]';

/** What a paragraph of sentences has inside, and a list of names or a page's footer has not. */
export const INNER_MARK = '[，。；]';

/** How an item of a list begins. */
export const LIST_ITEM = '^(?:[（(][0-9一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.、．)）]|[①-⑳]|[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十][，、]|首先)';
