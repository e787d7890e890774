// The problems of an earlier report that stand again in nearly the same words, and what it planned of which nothing is heard any
// more. Must not phrase messages.

import { PLANS_NOTHING, SAME_PROBLEM, SHORTEST_PROBLEM } from '../domain/past.ts';
import { LEADS_TO_PROBLEMS } from '../domain/subjects.ts';
import { mattersOf, sectionOf, SUBJECT_PATTERNS, type Matter } from '../report/matters.ts';
import { paragraphsOf } from '../report/query.ts';
import type { Report } from '../report/report.ts';
import { alikeness } from '../text/alike.ts';
import type { PastReport } from './past.ts';

export interface RepeatedProblem {
  readonly matter: Matter;
  readonly of: PastReport;
  readonly then: Matter;
  /** Nothing but numbers and marks differs. */
  readonly verbatim: boolean;
}

export interface DroppedPlan {
  readonly of: PastReport;
  readonly plan: Matter;
  /** What it speaks of, as messages call it. */
  readonly subjects: readonly string[];
}

const LEADS = new RegExp(LEADS_TO_PROBLEMS, 'u');
const NOTHING = new RegExp(PLANS_NOTHING, 'u');
const NO_WORDS = /[^一-龥]/gu;

/** Against the latest of the earlier reports. */
export function* repeatedProblems(report: Report, past: readonly PastReport[]): Iterable<RepeatedProblem> {
  const [before] = past;
  const section = sectionOf(report, 'problems');
  const earlier = before && sectionOf(before.report, 'problems');
  if (!section || !before || !earlier) return;
  const then = mattersOf(before.report, earlier).map((matter) => ({ matter, words: bare(matter.text) }));
  for (const matter of mattersOf(report, section)) {
    const words = bare(matter.text);
    if (words.length < SHORTEST_PROBLEM || LEADS.test(matter.head)) continue;
    const [nearest] = then.map((each) => ({ ...each, share: alikeness(words, each.words) })).sort((a, b) => b.share - a.share);
    if (nearest && nearest.share >= SAME_PROBLEM) yield { matter, of: before, then: nearest.matter, verbatim: nearest.words === words };
  }
}

/** Of the latest of the earlier reports, where the year between has a report of its own: what was planned for this very year. */
export function droppedPlans(report: Report, past: readonly PastReport[]): readonly DroppedPlan[] {
  const before = past.find(({ year }) => year + 1 === report.year);
  const section = before && sectionOf(before.report, 'plan');
  const work = report.parts.find(({ id }) => id === 'work');
  if (!before || !section || !work?.section) return [];
  const plan = sectionOf(report, 'plan');
  const planned = new Set(plan ? paragraphsOf(report, plan) : []);
  const done = report.paragraphs.filter((paragraph) => !planned.has(paragraph)).map(({ facts }) => facts.flow.text).join('');
  return mattersOf(before.report, section).flatMap((matter): DroppedPlan[] => {
    const subjects = SUBJECT_PATTERNS.filter(({ words }) => words.test(matter.head));
    if (subjects.length === 0 || NOTHING.test(matter.head) || subjects.some(({ answers }) => answers.test(done))) return [];
    return [{ of: before, plan: matter, subjects: subjects.map(({ name }) => name) }];
  });
}

const bare = (text: string): string => text.replace(NO_WORDS, '');
