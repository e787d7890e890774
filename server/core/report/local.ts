// The office's own wordings in a text, found letter by letter. A wrong wording inside its right one is no hit:
// 枫桥经验 in 新时代“枫桥经验”. Must not judge validity or phrase messages.

import type { LocalRules, LocalWord } from '../domain/types.ts';
import { makeFlow } from '../text/flow.ts';
import { makeMatcher, type Indexed, type Matcher } from '../text/matcher.ts';

interface Entry extends Indexed {
  readonly word: LocalWord;
}

export type LocalWords = Matcher<Entry>;

export interface LocalWordHit {
  readonly word: LocalWord;
  readonly start: number;
  readonly end: number;
}

export const makeLocalWords = (words: readonly LocalWord[]): LocalWords =>
  makeMatcher(words.map((word) => ({ word, pattern: word.wrong.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&'), anchors: [word.wrong] })));

/** One search structure for one workspace file, as long as that is in use. */
const COMPILED = new WeakMap<LocalRules, LocalWords>();

/** Hits in each of several logical texts. */
export function readLocalWords(local: LocalRules, texts: readonly string[]): readonly (readonly LocalWordHit[])[] {
  let words = COMPILED.get(local);
  if (!words) COMPILED.set(local, (words = makeLocalWords(local.words)));
  const compiled = words;
  return texts.map((text) => findLocalWords(compiled, text));
}

/** Hits in logical text. */
export function findLocalWords(words: LocalWords, text: string): readonly LocalWordHit[] {
  return words.scan(text).flatMap(({ entry: { word }, start, end }) => (standsInRight(word, text, start) ? [] : [{ word, start, end }]));
}

function standsInRight({ wrong, right }: LocalWord, text: string, start: number): boolean {
  if (right === undefined) return false;
  for (let at = right.indexOf(wrong); at >= 0; at = right.indexOf(wrong, at + 1)) {
    if (text.startsWith(right, start - at)) return true;
  }
  return false;
}

/** Why an entry can never be found in any text; undefined where it can. */
export function neverFound({ wrong, right }: Pick<LocalWord, 'wrong' | 'right'>): 'blank' | 'same' | undefined {
  if (makeFlow(wrong).text !== wrong) return 'blank';
  return wrong === right ? 'same' : undefined;
}
