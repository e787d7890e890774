// Characters that Word writes as the signs of a font: bullets, ticks, arrows. Must not know where they stand.

import { codePoint } from 'dingbat-to-unicode';

/** Fonts of signs keep theirs at U+F020–U+F0FF too. */
const SHIFT = 0xf000;
const PRIVATE = /[\ue000-\uf8ff]/gu;
const USUAL = '●';
/** Signs that few fonts have, or that are drawn as pictures, and those that stand for them in Chinese text. */
const PLAIN: Readonly<Record<string, string>> = { '⚫': '●', '⚪': '○', '⬛': '■', '⬜': '□', '◼': '■', '◻': '□', '🗸': '✓', '🗶': '✗', '🗹': '☑', '🗷': '☒', '🗵': '☒', '🗴': '✗', '⮽': '☒', '🞎': '□', '🞏': '□', '⭘': '○', '⮚': '➢', '🡪': '→', '⦁': '•', '⬩': '◆' };

/** The sign of a font as Unicode has it, else the character itself. */
export function symbol(font: string, code: number): string {
  const known = codePoint(font, code >= SHIFT ? code - SHIFT : code)?.string;
  if (known !== undefined) return PLAIN[known] ?? known;
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}

/** A bullet as text; one that no font at hand shows becomes the usual one. */
export const bulletOf = (template: string, font: string): string =>
  template.replace(PRIVATE, (c) => {
    const sign = symbol(font, c.charCodeAt(0));
    return sign.replace(PRIVATE, USUAL);
  });
