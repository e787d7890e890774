// The findings of a report by rule, the gravest first, as a list that a writer goes through. Must not judge anew or know
// how the list is shown.

import { SEVERITIES, type Severity } from '../domain/validity.ts';
import type { Problem } from '../lint/lint.ts';
import type { Rule } from '../lint/rule.ts';

export interface ProblemGroup {
  readonly rule: Rule;
  /** The gravest of its findings. */
  readonly severity: Severity;
  /** In order of position. */
  readonly problems: readonly Problem[];
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** Groups of one severity stand in the order of their first findings. */
export function problemGroups(problems: readonly Problem[]): readonly ProblemGroup[] {
  const byRule = new Map<Rule, Problem[]>();
  for (const problem of problems) {
    const known = byRule.get(problem.rule);
    if (known) known.push(problem);
    else byRule.set(problem.rule, [problem]);
  }
  return [...byRule]
    .map(([rule, all]) => ({ rule, severity: all.reduce<Severity>((worst, { severity }) => (rank(severity) < rank(worst) ? severity : worst), 'hint'), problems: all }))
    .sort((a, b) => rank(a.severity) - rank(b.severity));
}

/** What is told when a report goes out: places that nobody has filled in, and what is certainly wrong besides. */
export function openPlaces(problems: readonly Problem[]): { readonly places: number; readonly errors: number } {
  const isPlace = ({ rule }: Problem): boolean => rule.id === 'structure-placeholder';
  return { places: problems.filter(isPlace).length, errors: problems.filter((problem) => problem.severity === 'error' && !isPlace(problem)).length };
}
