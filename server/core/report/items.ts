// The items of running lists in one paragraph: 一是……；二是……。
// Works on logical text; offsets are flow offsets. Must not judge their order: a list may run over paragraphs.

import { LIST_ITEM } from '../domain/numbering.ts';
import { chineseValue } from '../text/numerals.ts';

export interface ListItem {
  /** From the number to behind 是. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** The mark behind it, which does not belong there; empty if none. */
  readonly mark: string;
}

const ITEM = new RegExp(LIST_ITEM, 'gu');

export function findItems(text: string): readonly ListItem[] {
  if (!text.includes('是')) return [];
  const items: ListItem[] = [];
  for (const match of text.matchAll(ITEM)) {
    const { numeral = '', mark = '' } = match.groups ?? {};
    const value = chineseValue(numeral);
    if (value) items.push({ start: match.index, end: match.index + numeral.length + 1, value, mark });
  }
  return items;
}
