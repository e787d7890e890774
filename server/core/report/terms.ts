// The dated wordings a paragraph holds, whatever the year: exceptions are settled here, validity is not.
// Works on logical text; offsets are flow offsets. Must not know which rule reports a term.

import { TERMS, type Term } from '../domain/terms.ts';
import type { Edit } from '../text/edit.ts';
import { makeMatcher } from '../text/matcher.ts';
import { makeNearFinder } from '../text/near.ts';
import { sentenceAround } from '../text/sentence.ts';

export interface TermHit {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
  /** For a phrase with a slip: what puts it right, in flow offsets. */
  readonly edit?: Edit;
}

const MATCHER = makeMatcher<Term>(TERMS.filter(({ near }) => near === undefined));
const findNear = makeNearFinder<Term>(TERMS.filter(({ near }) => near !== undefined), ({ pattern, near }) => ({ phrase: pattern, closed: near === 'closed' }));
const EXCEPTIONS = new Map<Term, RegExp | undefined>(
  TERMS.map((term) => [term, term.exceptions.length === 0 ? undefined : new RegExp(term.exceptions.join('|'), 'u')]),
);

export function findTerms(text: string): readonly TermHit[] {
  const hits: TermHit[] = [];
  const excused = (term: Term, start: number, end: number): boolean => {
    const exception = EXCEPTIONS.get(term);
    const sentence = exception && sentenceAround(text, start, end);
    return sentence !== undefined && exception?.test(text.slice(sentence.start, sentence.end)) === true;
  };
  for (const { entry, start, end } of MATCHER.scan(text)) if (!excused(entry, start, end)) hits.push({ term: entry, start, end });
  for (const { entry, start, end, edit } of findNear(text)) if (!excused(entry, start, end)) hits.push({ term: entry, start, end, edit });
  return hits;
}
