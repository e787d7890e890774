// Applying fixes: those on offer at a place, and all safe ones at once until nothing changes.
// Must not touch a character outside the edits of a fix.

import { lint, type LintOptions, type Problem } from '../lint/lint.ts';
import type { Fix } from '../lint/rule.ts';
import { analyze } from '../report/analyze.ts';
import type { Env } from '../report/report.ts';
import { applyEdits, type Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

export interface FixOffer {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** Fixes of the problems that touch a span. */
export const fixesAt = (problems: readonly Problem[], span: Span): readonly FixOffer[] =>
  problems.filter((problem) => problem.span.start <= span.end && span.start <= problem.span.end).flatMap((problem) => (problem.fixes ?? []).map((fix) => ({ problem, fix })));

/** The edits of all safe fixes that do not get into each other's way; the first of two rivals wins. */
export function safeEdits(problems: readonly Problem[]): readonly Edit[] {
  const taken: Edit[] = [];
  // Where edits begin and what they cover, by character: there may be thousands of them.
  const places = new Set<number>();
  for (const problem of problems) {
    for (const fix of problem.fixes ?? []) {
      if (fix.applicability !== 'safe') continue;
      if (fix.edits.some(({ span }) => placesOf(span).some((at) => places.has(at)))) continue;
      for (const edit of fix.edits) {
        taken.push(edit);
        for (const at of placesOf(edit.span)) places.add(at);
      }
    }
  }
  return taken;
}

/** The characters an edit takes the place of; of one that inserts, the one before which it does. */
const placesOf = ({ start, end }: Span): readonly number[] => Array.from({ length: Math.max(1, end - start) }, (_, i) => start + i);

/** A fix may bring another to light; more rounds than this would mean that two fixes undo each other. */
const MOST_ROUNDS = 10;

/** The text with every safe fix applied. */
export function fixAll(text: string, env: Env, options: LintOptions): string {
  let fixed = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = safeEdits(lint(analyze(fixed, env), options));
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}
