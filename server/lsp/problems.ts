// What the view of problems is told, and what its decisions write into the workspace file. Must not decide what is found or
// hold anything between two requests.

import type { Range } from 'vscode-languageserver';
import { withIgnore, withoutIgnore, withoutRule, withReason, withRuleOff } from '../config/edit.ts';
import { GROUPS, grounds, ignoredBy, ignoreOf, problemGroups, RULES, type RuleChoice, type Ignore, type Problem, type ProblemGroup, type Report, type RuleSettings, type Severity } from '../core/index.ts';
import { toRange } from './convert.ts';
import { isWording } from './ignores.ts';

/** A finding. */
export interface ProtocolProblem {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  /** What is marked, as a reader sees it. */
  readonly words: string;
  readonly message: string;
  readonly basis: string;
  readonly range: Range;
  /** Whether these words may be ignored wherever they stand. */
  readonly isWording: boolean;
  /** Of the decision it is ignored by: its reason, and whether it holds for the wording wherever it stands. */
  readonly reason?: string;
  readonly everywhere?: boolean;
}

export interface ProtocolProblemGroup {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly problems: readonly ProtocolProblem[];
}

function toProblem(report: Report, problem: Problem): ProtocolProblem {
  const { rule, severity, message, basis = rule.basis, span, ignored } = problem;
  const words = ignoreOf(report, rule, problem).text;
  return {
    rule: rule.id,
    title: rule.title,
    severity,
    words,
    message,
    basis: grounds(basis),
    range: toRange(report.source, span),
    isWording: isWording(report, rule, words),
    ...(ignored ? { everywhere: ignored.sentence === undefined } : {}),
    ...(ignored?.reason === undefined ? {} : { reason: ignored.reason }),
  };
}

const toProblemGroup = (report: Report, { rule, severity, problems }: ProblemGroup): ProtocolProblemGroup => ({
  rule: rule.id,
  title: rule.title,
  severity,
  problems: problems.map((problem) => toProblem(report, problem)),
});

export interface Problems {
  readonly groups: readonly ProtocolProblemGroup[];
  readonly ignored: readonly ProtocolProblem[];
  /** Rules that somebody switched off, and whether the workspace file does it or the user's settings. Those off by default are not among them. */
  readonly off: readonly { readonly rule: string; readonly title: string; readonly inFile: boolean }[];
  /** Names of the groups of which nothing was checked. */
  readonly unchecked: readonly string[];
}

/** `choice` as it holds, `inFile` the rules that the workspace file names. */
export const problemsOf = (report: Report, problems: readonly Problem[], { settings = {}, groups = {} }: RuleChoice, inFile: RuleSettings): Problems => ({
  groups: problemGroups(problems.filter(({ ignored }) => !ignored)).map((group) => toProblemGroup(report, group)),
  ignored: problems.filter(({ ignored }) => ignored).map((problem) => toProblem(report, problem)),
  off: RULES.filter(({ id }) => settings[id] === 'off').map(({ id, title }) => ({ rule: id, title, inFile: inFile[id] === 'off' })),
  unchecked: GROUPS.filter(({ id }) => groups[id] === false).map(({ name }) => name),
});

/** What the view of problems asks for: the finding by its rule, place and message, a rule by its id. */
export interface Decision {
  readonly decision: 'here' | 'wording' | 'restore' | 'reason' | 'rule-off' | 'rule-on';
  readonly rule: string;
  readonly range?: Range;
  readonly message?: string;
  /** Empty takes the reason away. */
  readonly reason?: string;
}

/** The text of the workspace file after a decision; undefined where there is no such finding or rule by now. */
export function decided(text: string, report: Report, problems: readonly Problem[], ignores: readonly Ignore[], { decision, rule, range, message, reason }: Decision): string | undefined {
  if (!RULES.some(({ id }) => id === rule)) return undefined;
  if (decision === 'rule-off') return withRuleOff(text, rule);
  if (decision === 'rule-on') return withoutRule(text, rule);
  const isIgnored = decision === 'restore' || decision === 'reason';
  const problem = problems.find(
    (each) => each.rule.id === rule && each.message === message && (each.ignored !== undefined) === isIgnored && range !== undefined && isSame(toRange(report.source, each.span), range),
  );
  if (!problem) return undefined;
  const here = ignoreOf(report, problem.rule, problem);
  if (decision === 'here') return withIgnore(text, here);
  if (decision === 'wording') return isWording(report, problem.rule, here.text) ? withIgnore(text, { rule, text: here.text }) : undefined;
  if (decision === 'reason') return problem.ignored && typeof reason === 'string' ? withReason(text, problem.ignored, reason.trim()) : undefined;
  // One finding may fall under several decisions; all must go before it is told again.
  return ignores.filter((ignore) => ignoredBy(report, problem.rule, problem, [ignore])).reduce(withoutIgnore, text);
}

const isSame = (a: Range, b: Range): boolean =>
  a.start.line === b.start?.line && a.start.character === b.start.character && a.end.line === b.end?.line && a.end.character === b.end.character;
