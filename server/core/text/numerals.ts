// Chinese and Arabic numerals: their values, and how a number is written again in the same style.
// Must not know figures, units or headings.

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const NUMERALS = '〇一二三四五六七八九';

/** Value of 十二, 一百零三, 两千, 二百, 三万五千, 二〇二四; undefined for anything else. */
export function chineseValue(text: string): number | undefined {
  if (text === '') return undefined;
  if (/^[〇○零一二三四五六七八九]{2,}$/u.test(text)) {
    return Number([...text].map((c) => DIGITS[c]).join(''));
  }
  const wan = text.indexOf('万');
  if (wan >= 0) {
    const high = chineseValue(text.slice(0, wan));
    const low = wan + 1 === text.length ? 0 : chineseValue(text.slice(wan + 1));
    return high === undefined || low === undefined ? undefined : high * 10_000 + low;
  }
  let sum = 0;
  let digit: number | undefined;
  let lastPower = 10_000;
  for (const c of text) {
    const power = POWERS[c];
    if (power !== undefined) {
      if (power >= lastPower) return undefined;
      if (digit === undefined && (power !== 10 || sum !== 0)) return undefined;
      sum += (digit ?? 1) * power;
      lastPower = power;
      digit = undefined;
    } else {
      const value = DIGITS[c];
      if (value === undefined || digit) return undefined;
      digit = value;
    }
  }
  return sum + (digit ?? 0);
}

/** 1–9999 in Chinese, as headings count: 十二, 二十, 一百零五. */
export function toChinese(value: number): string {
  let rest = value;
  let text = '';
  for (const [name, power] of [['千', 1000], ['百', 100], ['十', 10]] as const) {
    const digit = Math.floor(rest / power);
    rest %= power;
    if (digit > 0) text += (power === 10 && digit === 1 && text === '' ? '' : NUMERALS[digit]) + name;
    else if (text !== '' && rest > 0 && !text.endsWith('零')) text += '零';
  }
  return text + (rest > 0 ? NUMERALS[rest] : '');
}

/** Replaces half-width digits by full-width ones, for text that is written so. */
export const toFullWidth = (text: string): string =>
  text.replace(/[0-9%]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** `value` with `decimals` places, rounded half up as reports do. */
export function toDecimals(value: number, decimals: number): string {
  const power = 10 ** decimals;
  return (Math.round((value + Number.EPSILON) * power) / power).toFixed(decimals);
}

const SEPARATOR = /(?<=[0-9０-９])[,， ](?=[0-9０-９])/u;

/** A number with the width of digits and the separators of another: 1,250 → 1,300; １２ → １３. */
export function inStyleOf(written: string, digits: string): string {
  const separator = SEPARATOR.exec(written)?.[0];
  const grouped = separator === undefined ? digits : digits.replace(/\B(?=(?:[0-9]{3})+(?![0-9]))(?<!\.[0-9]*)/gu, separator);
  return /[０-９]/u.test(written) ? toFullWidth(grouped).replace('.', '．') : grouped;
}
