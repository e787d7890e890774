// The first quotation mark or bracket of a paragraph that lacks its other half. Works on logical text.
// Must not judge which of the two is missing.

import { NUMBER_BEFORE_BRACKET, PAIRS } from '../domain/marks.ts';
import { oneOf } from '../text/characters.ts';

const isMark = oneOf(PAIRS.flat().join(''));
const IS_NUMBER = new RegExp(NUMBER_BEFORE_BRACKET, 'u');
/** Half-width brackets count as their full-width ones. */
const wide = (mark: string): string => (mark === '(' ? '（' : mark === ')' ? '）' : mark);
const OPENER = new Map(PAIRS.map(([open, close]) => [wide(close), wide(open)]));

/** Flow offset; undefined where all pair. */
export function findUnpaired(text: string): number | undefined {
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (let index = 0; index < text.length; index++) {
    if (!isMark(text.charCodeAt(index))) continue;
    const mark = wide(text[index] as string);
    const opener = OPENER.get(mark);
    if (opener === undefined) open.push({ mark, at: index });
    else if (open.at(-1)?.mark === opener) open.pop();
    else if (mark !== '）' || !IS_NUMBER.test(text.slice(Math.max(0, index - 4), index))) return open.at(-1)?.at ?? index;
  }
  return open[0]?.at;
}
