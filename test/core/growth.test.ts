// Time grows with the text and no faster, whatever the text: reading it, checking it, a key in it, and whatever is asked of it.

import { expect, test } from 'vitest';
import {
  analyze, BUILT_IN_WORDS, checklist, completions, figureGroups, fixAll, folding, hints, hover, insertion, joinLines, lenses, lintAll, looksLikeReport, measuredOutline, outline, PARTS, printsOf, problemGroups, rename, safeEdits, selections, signsOf, status, tokens, unfinished, waitsFor,
  type Problem, type Report,
} from '../../server/core/index.ts';
import { Answers } from '../../server/core/text/once.ts';
import { superLinear } from '../support/growth.ts';
import { HARD, reportWith } from '../support/hard.ts';
import { ALL_RULES } from '../support/same.ts';

interface Asked {
  readonly report: Report;
  readonly problems: readonly Problem[];
  /** In the title, in the middle, near the end. */
  readonly places: readonly number[];
}

const whole = ({ source: { text } }: Report): { start: number; end: number } => ({ start: 0, end: text.length });

/** What an editor asks of a report that has been read and checked. */
const QUESTIONS: Readonly<Record<string, (asked: Asked) => void>> = {
  status: ({ report, problems }) => void status(report, problems),
  outline: ({ report }) => void outline(report),
  folding: ({ report }) => void folding(report),
  sections: ({ report, problems }) => void measuredOutline(report, problems),
  checklist: ({ report }) => void checklist(report),
  problems: ({ problems }) => void problemGroups(problems),
  figures: ({ report }) => void figureGroups(report, BUILT_IN_WORDS),
  lenses: ({ report, problems }) => void lenses(report, problems),
  tokens: ({ report }) => void tokens(report),
  hints: ({ report }) => void hints(report, whole(report)),
  format: ({ report }) => void joinLines(report),
  safeEdits: ({ problems }) => void safeEdits(problems),
  insertion: ({ report }) => void insertion(report, PARTS.map(({ id }) => id)),
  copies: ({ report }) => void printsOf(report),
  hover: ({ report, problems, places }) => places.forEach((at) => hover(report, problems, at, BUILT_IN_WORDS)),
  completion: ({ report, places }) => places.forEach((at) => completions(report, at)),
  rename: ({ report, places }) => places.forEach((at) => rename(report, at, '7', BUILT_IN_WORDS)),
  selections: ({ report, places }) => places.forEach((at) => selections(report, at)),
  sentence: ({ report, problems, places }) =>
    places.forEach((at) => {
      const sentence = unfinished(report, at);
      if (sentence) for (const problem of problems) waitsFor(sentence, problem, report);
    }),
};

function ask(text: string): Asked {
  const report = analyze(text);
  return { report, problems: lintAll(report, ALL_RULES), places: [70, Math.floor(text.length / 2), text.length - 150] };
}

/** A key behind the first word of the text. */
function typed(text: string): () => void {
  const before = analyze(text);
  const at = text.indexOf('扎实');
  const after = `${text.slice(0, at)}好${text.slice(at)}`;
  return () => void lintAll(analyze(after, {}, before), ALL_RULES);
}

// Asked again, since a busy machine makes anything look slow once.
test.each(HARD)('%s', { retry: 2, timeout: 120_000 }, (_name, n, body) => {
  const size = Math.max(2, Math.round(n / 16) * 2);
  const grown: Record<string, readonly number[]> = {};
  const measure = (what: string, prepare: (text: string) => () => void): void => {
    const times = superLinear(size, (each) => prepare(reportWith(body(each))));
    if (times) grown[what] = times;
  };
  measure('analyze', (text) => () => void analyze(text));
  measure('head', (text) => () => void (looksLikeReport(text) && signsOf(text, {})));
  measure('lint', (text) => {
    const report = analyze(text);
    return () => void lintAll(report, ALL_RULES);
  });
  measure('key', typed);
  measure('fixAll', (text) => () => void fixAll(text, {}, ALL_RULES));
  const asked = new Map<string, Asked>();
  for (const [what, question] of Object.entries(QUESTIONS)) {
    measure(what, (text) => {
      const known = asked.get(text) ?? ask(text);
      asked.set(text, known);
      // What is counted once for a report is counted again.
      return () => question({ ...known, report: { ...known.report, answers: new Answers() } });
    });
  }
  expect(grown).toEqual({});
});
