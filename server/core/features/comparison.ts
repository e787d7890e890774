// A report beside earlier ones of the same reporter: its quantities over the years, what last year's report told that this one
// does not, and what the comparing rules find. Must not judge anew or know how it is shown.

import { alignedOf, goneSince, type Aligned } from '../compare/aligned.ts';
import { changeOf, changeText, type Change } from '../compare/change.ts';
import type { PastReport } from '../compare/past.ts';
import { isPercent } from '../figures/check.ts';
import { lint, type Problem, type RuleChoice } from '../lint/lint.ts';
import type { OtherReport } from '../report/copies.ts';
import type { Report } from '../report/report.ts';
import { RULES } from '../rules/index.ts';
import type { Span } from '../text/span.ts';
import type { Segmenter } from '../words/segmenter.ts';
import { figureGroups, type CheckedFigure, type FigureGroup } from './figures.ts';
import type { Ignore } from '../lint/ignore.ts';

/** A value in an earlier report. */
export interface EarlierValue {
  readonly year: number;
  /** As written there. */
  readonly text: string;
  readonly value: number;
  readonly span: Span;
  readonly of: OtherReport;
}

/** What a figure was before. */
export interface History {
  /** The latest year first; at least one. */
  readonly values: readonly EarlierValue[];
  /** Since the latest of them. */
  readonly change: Change;
  /** The same as it is shown: `+12（+8.3%）`. */
  readonly text: string;
}

export interface ComparedFigure extends CheckedFigure {
  /** Headings it stands below, outermost first. */
  readonly path: readonly string[];
  readonly history: History;
}

export interface Comparison {
  readonly past: readonly PastReport[];
  /** In order of position. */
  readonly figures: readonly ComparedFigure[];
  /** How many figures have no counterpart. */
  readonly others: number;
  /** What the latest of the earlier reports told under names that this one does not use. */
  readonly gone: readonly (EarlierValue & { readonly name: string })[];
  /** Of the rules that compare; all of them, unless one is switched off. */
  readonly problems: readonly Problem[];
}

const COMPARING = RULES.filter(({ compares }) => compares);

/** The history of each figure that has one, by where it begins in the source. */
export function histories(report: Report, past: readonly PastReport[], words: Segmenter): ReadonlyMap<number, History> {
  return new Map([...alignedOf(report, past, words)].map(([start, aligned]) => [start, historyOf(aligned)]));
}

/** Of the figure that begins there. */
export function historyAt(report: Report, past: readonly PastReport[], words: Segmenter, start: number): History | undefined {
  const aligned = alignedOf(report, past, words).get(start);
  return aligned && historyOf(aligned);
}

function historyOf({ value, past }: Aligned): History {
  const change = changeOf(value.figure.quantity, past[0].value.figure.quantity, isPercent(value.figure));
  const values = past.map(({ of, value: { paragraph, figure, span } }) => ({ year: of.year, text: paragraph.facts.flow.text.slice(figure.start, figure.end), value: figure.quantity.value, span, of }));
  return { values, change, text: changeText(change) };
}

export function comparison(report: Report, past: readonly PastReport[], { words, choice = {}, ignores = [] }: { readonly words: Segmenter; readonly choice?: RuleChoice; readonly ignores?: readonly Ignore[] }): Comparison {
  const found = histories(report, past, words);
  const figures: ComparedFigure[] = [];
  let others = 0;
  const visit = (groups: readonly FigureGroup[], above: readonly string[]): void => {
    for (const { marker, title, figures: own, groups: below } of groups) {
      const path = [...above, `${marker}${title}`.replace(/。$/u, '')];
      for (const figure of own) {
        const history = found.get(figure.span.start);
        if (history) figures.push({ ...figure, path, history });
        else others++;
      }
      visit(below, path);
    }
  };
  visit(figureGroups(report, words), []);
  const [latest] = past;
  return {
    past,
    figures,
    others,
    gone: latest ? goneSince(report, latest, words).map(({ paragraph, figure, span }) => ({ name: figure.name, year: latest.year, text: paragraph.facts.flow.text.slice(figure.start, figure.end), value: figure.quantity.value, span, of: latest })) : [],
    problems: lint(report, { rules: COMPARING, words, ignores, past, ...choice, settings: { ...Object.fromEntries(COMPARING.map(({ id, severities: [severity] }) => [id, severity])), ...choice.settings } }),
  };
}
