// The dated wordings a paragraph holds, whatever the year: exceptions are settled here, validity is not.
// Works on logical text; offsets are flow offsets. Must not know which rule reports a term.

import { TERMS, type Term } from '../domain/terms.ts';
import { makeMatcher } from '../text/matcher.ts';
import { sentenceAround } from '../text/sentence.ts';

export interface TermHit {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

const MATCHER = makeMatcher<Term>(TERMS);
const EXCEPTIONS = new Map<Term, RegExp | undefined>(
  TERMS.map((term) => [term, term.exceptions.length === 0 ? undefined : new RegExp(term.exceptions.join('|'), 'u')]),
);

export function findTerms(text: string): readonly TermHit[] {
  const hits: TermHit[] = [];
  for (const { entry, start, end } of MATCHER.scan(text)) {
    const exception = EXCEPTIONS.get(entry);
    const sentence = exception && sentenceAround(text, start, end);
    if (!sentence || !exception.test(text.slice(sentence.start, sentence.end))) hits.push({ term: entry, start, end });
  }
  return hits;
}
