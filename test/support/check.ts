// Shorthands of the core tests: a text in, its findings as marks out.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyze, lint, RULES, type Env, type Problem, type Report } from '../../server/core/index.ts';
import { mark } from './marks.ts';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

export const problemsOf = (report: Report, rule?: string): readonly Problem[] =>
  lint(report, { rules: rule === undefined ? RULES : RULES.filter(({ id }) => id === rule) });

/** The text with its findings marked as `{message}`, or as `{rule: message}` where all rules run. */
export function marked(text: string, env: Env = {}, rule?: string): string {
  const problems = problemsOf(analyze(text, { isReport: true, ...env }), rule);
  return mark(text, problems.map(({ span, message, rule: { id } }) => ({ ...span, label: rule === undefined ? `${id}: ${message}` : message })));
}
