// Runs the rules over a report: which are on → run → severity → ignored or not → order. A rule that throws becomes one
// finding, the others still run. Must not know any rule by name.

import type { PastReport } from '../compare/past.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { OtherReport } from '../report/copies.ts';
import type { Report } from '../report/report.ts';
import { PROFILES } from '../domain/profiles.ts';
import type { ProfileId, ProfileSpec } from '../domain/types.ts';
import { VOCABULARY } from '../domain/vocabulary.ts';
import { atWordBorders, longestMatch, type Segmenter } from '../words/segmenter.ts';
import { groupOf, type GroupSettings } from './groups.ts';
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

/** Which rules run, and how severe their findings are. */
export interface RuleChoice {
  /** Of single rules; goes before the profile. */
  readonly settings?: RuleSettings;
  /** Goes before everything else. */
  readonly groups?: GroupSettings;
  /** `review` unless named. */
  readonly profile?: ProfileId;
}

export interface LintOptions extends RuleChoice {
  readonly rules: readonly Rule[];
  readonly words?: Segmenter;
  readonly ignores?: readonly Ignore[];
  /** Reports that this one is compared with; it may be among them itself. */
  readonly others?: readonly OtherReport[];
  /** Earlier reports of the same reporter, the latest first. */
  readonly past?: readonly PastReport[];
  readonly ledger?: Ledger | undefined;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };
/** The cutter that is always at hand. */
export const BUILT_IN_WORDS = longestMatch(VOCABULARY);

/** Problems by position; nothing for a text that is no such report. */
export const lint = (report: Report, options: LintOptions): readonly Problem[] => lintAll(report, options).filter(({ ignored }) => ignored === undefined);

/** The same with the ignored ones among them. */
export function lintAll(report: Report, options: LintOptions): readonly Problem[] {
  const { rules, words = BUILT_IN_WORDS, ignores = [], others = [], past = [], ledger } = options;
  if (!report.recognised) return [];
  const context: RuleContext = { words, isWord: (text, start, end) => atWordBorders(words, text, start, end), others, past, ledger };
  const problems: Problem[] = [];
  for (const rule of rules) {
    if (!isOn(rule, options)) continue;
    for (const finding of run(rule, report, context)) {
      const ignored = ignores.length === 0 ? undefined : ignoredBy(report, rule, finding, ignores);
      const problem = { ...finding, rule, severity: severityOf(finding, rule, options) };
      problems.push(ignored ? { ...problem, ignored } : problem);
    }
  }
  problems.sort((a, b) => a.span.start - b.span.start || RANK[a.severity] - RANK[b.severity] || b.span.end - a.span.end || compare(a.rule.id, b.rule.id));
  return problems;
}

const profileOf = ({ profile = 'review' }: RuleChoice): ProfileSpec => PROFILES.find(({ id }) => id === profile) ?? PROFILES[1];

/** Whether a rule runs: its group is on, and it is asked for by itself or as one of all. */
export function isOn({ id, optional }: Pick<Rule, 'id' | 'optional'>, choice: RuleChoice): boolean {
  if (choice.groups?.[groupOf(id)] === false) return false;
  const setting = choice.settings?.[id];
  return setting === undefined ? optional !== true || profileOf(choice).optional : setting !== 'off';
}

/** The finding's own severity, as the profile sees it, unless one is set for the rule. */
function severityOf(finding: Finding, rule: Rule, choice: RuleChoice): Severity {
  const setting = choice.settings?.[rule.id];
  if (setting !== undefined && setting !== 'off') return setting;
  const own = finding.severity ?? rule.severities[0];
  const { quiet, unfinished, hints } = profileOf(choice);
  if (finding.unfinished && unfinished) return unfinished;
  if (quiet.includes(rule.id) || quiet.includes(groupOf(rule.id))) return 'hint';
  return own === 'hint' ? hints : own;
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
