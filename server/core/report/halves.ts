// Whether two lines are halves of one sentence, and whether a line without a stop at its end is whole nevertheless, as far as
// their words alone tell. Works on text as it stands. Must not know lines, paragraphs or the shape of the page.

import { BARE_COUNT, BEGINS_WITH_COUNT, COUNT_AWAITED, HALF_BEGINS, HALF_ENDS, PAIRS, WHOLE_WITHOUT_STOP } from '../domain/marks.ts';
import { isSentenceEnd } from '../text/sentence.ts';

const ENDS_HALF = new RegExp(HALF_ENDS, 'u');
const BEGINS_HALF = new RegExp(HALF_BEGINS, 'u');
const AWAITS_COUNT = new RegExp(COUNT_AWAITED, 'u');
const IS_COUNT = new RegExp(BEGINS_WITH_COUNT, 'u');
const IS_BARE_COUNT = new RegExp(BARE_COUNT, 'u');
const IS_WHOLE = new RegExp(WHOLE_WITHOUT_STOP, 'u');
const ENDS_CLAUSE = /[，、]$/u;
const ENDS_IN_DIGIT = /[0-9０-９]$/u;
const BEGINS_WITH_DIGIT = /^[0-9０-９]/u;
const ENDS_IN_LETTER = /[A-Za-z]$/u;
const BEGINS_WITH_LETTER = /^[A-Za-z]/u;
const BEGINS_WITH_YEAR = /^[12][0-9]{3}年/u;

/** Nothing but one sentence can be meant; most cuts leave less to go by. */
export function areHalves(before: string, after: string): boolean {
  if (ENDS_HALF.test(before) || BEGINS_HALF.test(after) || IS_BARE_COUNT.test(after)) return true;
  if (ENDS_IN_LETTER.test(before) && BEGINS_WITH_LETTER.test(after)) return true;
  if (ENDS_IN_DIGIT.test(before) && BEGINS_WITH_DIGIT.test(after) && !BEGINS_WITH_YEAR.test(after) && !isWhole(before)) return true;
  if (IS_COUNT.test(after) && AWAITS_COUNT.test(lastSentence(before))) return true;
  return PAIRS.some(([open, close]) => before.lastIndexOf(open) > before.lastIndexOf(close));
}

/** Whether it stops in mid-sentence, whatever follows: 主动公开政府信息， 提升了执法人员的. */
export const breaksOff = (text: string): boolean => ENDS_CLAUSE.test(text) || ENDS_HALF.test(text);

/** 联系电话：12348; 详见附件1: nobody ends it with a stop. */
export const isWhole = (text: string): boolean => IS_WHOLE.test(lastSentence(text));

function lastSentence(text: string): string {
  let from = text.length;
  while (from > 0 && !isSentenceEnd(text.charCodeAt(from - 1))) from--;
  return text.slice(from);
}
