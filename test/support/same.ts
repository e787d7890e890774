// Whether two reports are the same in all that can be asked of them: the facts, what the rules say, and every view. Used
// where a report made from the version before must equal one made from nothing. Must not know how reports are made.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  BUILT_IN_WORDS, checklist, completions, figureGroups, folding, hints, hover, joinLines, lenses, lintAll, measuredOutline, outline, PARTS, problemGroups, RULES, insertion, rename, renameTarget, safeEdits, selections, status, tokens, unfinished,
  type Problem, type Report,
} from '../../server/core/index.ts';

/** Every command of the project runs in its root, bundled ones too. */
const folder = path.resolve('test/golden');

/** Whole reports, one per shape. */
export const GOLDEN: readonly string[] = readdirSync(folder).filter((file) => /\.(?:txt|md)$/u.test(file)).map((file) => readFileSync(path.join(folder, file), 'utf8'));

/** Every rule, the ones that are off by default too. */
export const ALL_RULES = { rules: RULES, settings: Object.fromEntries(RULES.filter(({ optional }) => optional).map(({ id, severities: [severity] }) => [id, severity])) };

/** All but the memo, which only saves time. */
export const comparable = ({ memo: _, ...report }: Report): Omit<Report, 'memo'> => report;

/** What the views show of the whole report. */
export function views(report: Report, problems: readonly Problem[]): Record<string, unknown> {
  return {
    status: status(report, problems),
    outline: outline(report),
    folding: folding(report),
    sections: measuredOutline(report, problems),
    checklist: checklist(report),
    problems: problemGroups(problems),
    figures: figureGroups(report, BUILT_IN_WORDS),
    lenses: lenses(report, problems),
    tokens: tokens(report),
    hints: hints(report, { start: 0, end: report.source.text.length }),
    format: joinLines(report),
    fixes: safeEdits(problems),
    insertion: insertion(report, PARTS.map(({ id }) => id)),
  };
}

/** What is told of one place. */
export function viewsAt(report: Report, problems: readonly Problem[], offset: number): Record<string, unknown> {
  return {
    hover: hover(report, problems, offset, BUILT_IN_WORDS),
    completions: completions(report, offset),
    selections: selections(report, offset),
    renameTarget: renameTarget(report, offset),
    rename: rename(report, offset, '7', BUILT_IN_WORDS),
    unfinished: unfinished(report, offset),
  };
}

export interface SameOptions {
  /** Whether the views are compared too, and at these places in the text. */
  readonly views?: boolean;
  readonly offsets?: readonly number[];
}

/** The first thing in which two reports differ; undefined where they are the same. */
export function difference(a: Report, b: Report, problemsOfA: readonly Problem[], { views: withViews = false, offsets = [] }: SameOptions = {}): string | undefined {
  const [left, right] = [comparable(a), comparable(b)];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)]) as Set<keyof typeof left>) {
    if (!isDeepStrictEqual(left[key], right[key])) return `report.${key}`;
  }
  const problemsOfB = lintAll(b, ALL_RULES);
  if (!isDeepStrictEqual(problemsOfA, problemsOfB)) return 'problems';
  if (withViews) {
    const [of, from] = [views(a, problemsOfA), views(b, problemsOfB)];
    for (const key of Object.keys(of)) if (!isDeepStrictEqual(of[key], from[key])) return `view ${key}`;
  }
  for (const offset of offsets) {
    const [of, from] = [viewsAt(a, problemsOfA, offset), viewsAt(b, problemsOfB, offset)];
    for (const key of Object.keys(of)) if (!isDeepStrictEqual(of[key], from[key])) return `${key} at ${offset}`;
  }
  return undefined;
}

