// Numbers in the formats that Word numbers paragraphs in. Must not know lists.

import { toChinese, toFullWidth } from '../../core/index.ts';

const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const DIGITS = '〇一二三四五六七八九';
const ROMAN = [['m', 1000], ['cm', 900], ['d', 500], ['cd', 400], ['c', 100], ['xc', 90], ['l', 50], ['xl', 40], ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1]] as const;

const legal = (value: number): string =>
  // 十 stands alone at the head of ordinary numbers only.
  `${value >= 10 && value < 20 ? '一' : ''}${toChinese(value)}`.replace(/[一二三四五六七八九十百千]/gu, (c) => ({ 十: '拾', 百: '佰', 千: '仟' })[c] ?? (LEGAL[DIGITS.indexOf(c)] as string));

/** a … z, aa … zz, as Word goes on. */
const letters = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [letter, worth] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += letter;
  }
  return text;
}

/** A format up to its last number; beyond, and where Word has no more signs, digits stand. */
const upTo = (last: number, write: (value: number) => string) => (value: number): string => (value < 1 || value > last ? String(value) : write(value));

const chinese = upTo(9999, toChinese);
const digitByDigit = (value: number): string => String(value).replace(/\d/gu, (digit) => DIGITS[Number(digit)] as string);
const from = (first: number, last: number) => upTo(last, (value) => String.fromCodePoint(first + value - 1));
const oneOf = (signs: string) => upTo(signs.length, (value) => signs[value - 1] as string);
const circled = upTo(50, (value) => String.fromCodePoint(value <= 20 ? 0x2460 + value - 1 : value <= 35 ? 0x3251 + value - 21 : 0x32b1 + value - 36));
const lower = upTo(780, letters);
const lowerRoman = upTo(3999, roman);

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => toFullWidth(String(value)),
  decimalFullWidth2: (value) => toFullWidth(String(value)),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: from(0x2488, 20),
  decimalEnclosedParen: from(0x2474, 20),
  upperLetter: (value) => lower(value).toUpperCase(),
  lowerLetter: lower,
  upperRoman: (value) => lowerRoman(value).toUpperCase(),
  lowerRoman,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographEnclosedCircle: from(0x3280, 10),
  chineseLegalSimplified: upTo(9999, legal),
  ideographLegalTraditional: upTo(9999, legal),
  ideographDigital: digitByDigit,
  taiwaneseDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  ideographTraditional: oneOf(STEMS),
  ideographZodiac: oneOf(BRANCHES),
};

/** 3 → 三, 3, ③ …; a format that is not known counts in digits. */
export function numeral(value: number, format: string): string {
  return FORMATS[format]?.(value) ?? String(value);
}
