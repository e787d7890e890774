// The numbers that begin Chinese headings: 第一部分, 一、 （一） 1. （1）, in full and half width, read and written again.
// Must not know headings, parts or paragraphs. Order of levels: GB/T 15834-2011 附录B.3.8.

import { oneOf } from './characters.ts';
import { chineseValue, toChinese, toFullWidth } from './numerals.ts';

/** 0 for 第一部分 and 第一章, which stand above 一、 where a report has them. */
export type Level = 0 | 1 | 2 | 3 | 4;

export interface Marker {
  readonly level: Level;
  readonly value: number;
  /** As written, `（一）`, without the blanks around it. */
  readonly text: string;
  /** Offset behind the marker. */
  readonly end: number;
  /** False for forms that ordinary text also begins with (一： 一， 一)), to be believed only in sequence. */
  readonly certain: boolean;
}

const NUMERAL = '[一二三四五六七八九十百]{1,4}';
interface Form {
  readonly level: Level;
  readonly certain: boolean;
  readonly form: RegExp;
}
const BRACKETED: readonly Form[] = [
  { level: 2, certain: true, form: new RegExp(`[（(][ \\u3000]*(${NUMERAL})[ \\u3000]*[）)]`, 'uy') },
  { level: 4, certain: true, form: /[（(][ \u3000]*([0-9０-９]{1,2})[ \u3000]*[）)]/uy },
];
const CHINESE: readonly Form[] = [
  { level: 1, certain: true, form: new RegExp(`(${NUMERAL})[ \\u3000]*[、．.](?![一二三四五六七八九十]{1,2}[级类等产批期次月季、])`, 'uy') },
  { level: 2, certain: true, form: new RegExp(`(${NUMERAL})[）)]`, 'uy') },
  { level: 1, certain: false, form: new RegExp(`(${NUMERAL})[，,：:]`, 'uy') },
];
const ARABIC: readonly Form[] = [
  { level: 3, certain: true, form: /([0-9０-９]{1,2})[ \u3000]*[.．、](?:(?![0-9０-９])|(?=[12]\d{3}年))/uy },
  { level: 4, certain: true, form: /([0-9０-９]{1,2})[）)]/uy },
];
const DIVISION: readonly Form[] = [
  { level: 0, certain: true, form: new RegExp(`第[ \\u3000]*(${NUMERAL}|[0-9０-９]{1,2})[ \\u3000]*(?:部分|[章篇])(?![的是为内中和与及第条规。，；])`, 'uy') },
];

const isDigit = oneOf('0123456789０１２３４５６７８９');
const isBracket = oneOf('(（');
const isNumeral = oneOf('一二三四五六七八九十');
const isOrdinal = oneOf('第');

/** The forms that begin with a character: the cheap question asked of every line. */
const formsAt = (c: number): readonly Form[] => (isNumeral(c) ? CHINESE : isBracket(c) ? BRACKETED : isDigit(c) ? ARABIC : isOrdinal(c) ? DIVISION : NONE);
const NONE: readonly never[] = [];

/** The marker that begins at `at`, if any. */
export function readMarker(text: string, at: number): Marker | undefined {
  for (const { level, certain, form } of formsAt(text.charCodeAt(at))) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (!match) continue;
    const numeral = match[1] as string;
    const value = isDigit(numeral.charCodeAt(0)) ? arabicValue(numeral) : chineseValue(numeral);
    if (value === undefined || value === 0) return undefined;
    return { level, value, text: match[0], end: at + match[0].length, certain };
  }
  return undefined;
}

/** Digits of either width. */
const arabicValue = (digits: string): number => Number(digits) || Number(digits.normalize('NFKC'));

/** The same marker with another value: same brackets, same delimiter, same width of digits. */
export const withValue = (marker: string, value: number): string => writerOf(marker)(value);

/** The same for many values. */
export function writerOf(marker: string): (value: number) => string {
  const found = /[一二三四五六七八九十百]+|[0-9０-９]+/u.exec(marker);
  if (!found) return () => marker;
  const [numeral] = found;
  const before = marker.slice(0, found.index);
  const behind = marker.slice(found.index + numeral.length);
  const written = /[0-9]/u.test(numeral) ? String : /[０-９]/u.test(numeral) ? (value: number) => toFullWidth(String(value)) : toChinese;
  return (value) => before + written(value) + behind;
}

/** How a level is written where the document gives no example. */
export const standardMarker = (level: Level, value: number): string =>
  level === 0 ? `第${toChinese(value)}部分` : level === 1 ? `${toChinese(value)}、` : level === 2 ? `（${toChinese(value)}）` : level === 3 ? `${value}.` : `（${value}）`;
