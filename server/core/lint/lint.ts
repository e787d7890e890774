// Runs the rules over a report: run → severity → ignored or not → order. A rule that throws becomes one finding,
// the others still run. Must not know any rule by name.

import type { Report } from '../report/report.ts';
import { VOCABULARY } from '../domain/vocabulary.ts';
import { atWordBorders, longestMatch, type Segmenter } from '../words/segmenter.ts';
import { ignoredBy, type Ignore } from './ignore.ts';
import type { Finding, Rule, RuleContext, Severity } from './rule.ts';

export interface Problem extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  /** The decision it falls under; then it is kept for the record and not told. */
  readonly ignored?: Ignore;
}

/** `off` or another severity for a rule, by its id. */
export type RuleSettings = Readonly<Record<string, Severity | 'off' | undefined>>;

export interface LintOptions {
  readonly rules: readonly Rule[];
  readonly settings?: RuleSettings;
  readonly words?: Segmenter;
  readonly ignores?: readonly Ignore[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };
/** The cutter that is always at hand. */
export const BUILT_IN_WORDS = longestMatch(VOCABULARY);

/** Problems by position; nothing for a text that is no such report. */
export const lint = (report: Report, options: LintOptions): readonly Problem[] => lintAll(report, options).filter(({ ignored }) => ignored === undefined);

/** The same with the ignored ones among them. */
export function lintAll(report: Report, options: LintOptions): readonly Problem[] {
  const { rules, settings = {}, words = BUILT_IN_WORDS, ignores = [] } = options;
  if (!report.recognised) return [];
  const context: RuleContext = { words, isWord: (text, start, end) => atWordBorders(words, text, start, end) };
  const problems: Problem[] = [];
  for (const rule of rules) {
    const setting = settings[rule.id];
    if (setting === 'off') continue;
    for (const finding of run(rule, report, context)) {
      const ignored = ignores.length === 0 ? undefined : ignoredBy(report, rule, finding, ignores);
      problems.push({ ...finding, rule, severity: setting ?? finding.severity ?? rule.severities[0], ...(ignored ? { ignored } : {}) });
    }
  }
  problems.sort((a, b) => a.span.start - b.span.start || RANK[a.severity] - RANK[b.severity] || b.span.end - a.span.end || compare(a.rule.id, b.rule.id));
  return problems;
}

function run(rule: Rule, report: Report, context: RuleContext): readonly Finding[] {
  try {
    return [...rule.check(report, context)];
  } catch (error) {
    const place = report.title?.span ?? { start: 0, end: 0 };
    return [{ span: place, severity: 'information', message: `规则“${rule.title}”没有查完：${String(error)}。其他规则不受影响。` }];
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
