// Shorthands of the core tests: a text in, its findings as marks out.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyze, earlier, lint, RULES, type Env, type Ledger, type OtherReport, type Problem, type Report } from '../../server/core/index.ts';
import { mark } from './marks.ts';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Problems of all rules that are on by default, or of a single rule, which then is on. */
export function problemsOf(report: Report, rule?: string, others: readonly OtherReport[] = [], earlierOnes: readonly OtherReport[] = [], ledger?: Ledger): readonly Problem[] {
  const past = earlier(report, earlierOnes);
  if (rule === undefined) return lint(report, { rules: RULES, others, past, ledger });
  const rules = RULES.filter(({ id }) => id === rule);
  return lint(report, { rules, others, past, ledger, settings: Object.fromEntries(rules.filter(({ optional }) => optional).map(({ id, severities: [severity] }) => [id, severity])) });
}

/** The text with its findings marked as `{message}`, or as `{rule: message}` where all rules run. */
export function marked(text: string, env: Env = {}, rule?: string, others: readonly OtherReport[] = [], earlierOnes: readonly OtherReport[] = [], ledger?: Ledger): string {
  const problems = problemsOf(analyze(text, { isReport: true, ...env }), rule, others, earlierOnes, ledger);
  return mark(text, problems.map(({ span, message, rule: { id } }) => ({ ...span, label: rule === undefined ? `${id}: ${message}` : message })));
}
