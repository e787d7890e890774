// What a figure counts, as a key under which its other mentions are found: 全年受理行政复议案件12件 and 受理行政复议案件
// 13件 speak of one quantity. Words that only fill are dropped as whole words, so that 公共 keeps its 共.
// Must not judge whether two mentions agree.

import { FILLERS, OTHER_SCOPE, PERIOD_SIGN, UNIQUE_QUANTITY, UNIQUE_SUBJECT, WHOLE_PERIOD } from '../domain/relations.ts';
import type { Check } from '../figures/check.ts';
import type { Figure } from '../figures/figure.ts';
import type { Segmenter } from '../words/segmenter.ts';
import { sectionsAt } from './query.ts';
import type { Paragraph, Report } from './report.ts';

export interface Mention {
  readonly paragraph: Paragraph;
  readonly figure: Figure;
  /** What is counted or measured; equal for equal quantities. */
  readonly key: string;
}

const FILLING: ReadonlySet<string> = new Set(FILLERS);
const WHOLE = new RegExp(WHOLE_PERIOD, 'u');
const SCOPE = new RegExp(OTHER_SCOPE, 'u');
const MAYBE_TOTAL = new RegExp(`${PERIOD_SIGN}|${UNIQUE_SUBJECT}`, 'u');
const MAYBE_UNIQUE = new RegExp(UNIQUE_SUBJECT, 'u');
const UNIQUE = new RegExp(UNIQUE_QUANTITY, 'u');
/** A shorter name is no name: 召开, 开展. */
const SHORTEST_KEY = 3;

/** What the figure counts; undefined where its words name nothing. */
export function quantityKey({ facts: { flow } }: { readonly facts: { readonly flow: Pick<Paragraph['facts']['flow'], 'text'> } }, { head, named, metric }: Figure, words: Segmenter): string | undefined {
  const name = flow.text.slice(head.start, metric && named ? named.start : head.end);
  const kept = words.cut(name).filter((word) => !FILLING.has(word)).join('');
  if (metric) return `${metric.id} ${kept}`;
  return kept.length < SHORTEST_KEY ? undefined : kept;
}

/** Whether an exact figure with a unit speaks of the report year as a whole: not of a part of it, not of a plan. */
export function isOfYear(report: Report, paragraph: Paragraph, { quantity, unit, sentence, start, end }: Figure): boolean {
  if (quantity.exactness !== 'exact' || unit === undefined || paragraph.kind === 'row' || paragraph.kind === 'title') return false;
  const { flow, years } = paragraph.facts;
  if (SCOPE.test(flow.text.slice(sentence.start, start))) return false;
  if (years.some((mention) => mention.year !== report.year && mention.start >= sentence.start && mention.start < end)) return false;
  const plan = report.parts.find(({ id, how }) => id === 'plan' && how === 'heading')?.section;
  return plan?.parts.length !== 1 || sectionsAt(report, paragraph.span.start)[0] !== plan;
}

/** All named figures of the report year, in order. */
export const mentions = (report: Report, words: Segmenter): readonly Mention[] =>
  report.paragraphs.flatMap((paragraph) =>
    paragraph.facts.figures.flatMap((figure): Mention[] => {
      const key = isOfYear(report, paragraph, figure) ? quantityKey(paragraph, figure, words) : undefined;
      return key === undefined ? [] : [{ paragraph, figure, key }];
    }),
  );

/** The figures of a paragraph that its words make totals of a year, or that a reporter may have but one of. */
export function findTotals(text: string, figures: readonly Figure[]): readonly Figure[] {
  let asked = -1;
  let maybe = false;
  const totals = figures.filter(({ quantity, unit, head, sentence, start }) => {
    if (sentence.start !== asked) {
      asked = sentence.start;
      maybe = MAYBE_TOTAL.test(text.slice(sentence.start, sentence.end));
    }
    if (!maybe || quantity.exactness !== 'exact' || unit === undefined) return false;
    const words = text.slice(sentence.start, start);
    return (WHOLE.test(words) || MAYBE_UNIQUE.test(text.slice(head.start, start))) && !SCOPE.test(words);
  });
  return totals.length === 0 ? NONE : totals;
}

const NONE: readonly Figure[] = [];

/** Those of the report's own year, plans left out. */
export function* totals(report: Report, words: Segmenter): Iterable<Mention> {
  for (const paragraph of report.paragraphs) {
    for (const figure of paragraph.facts.totals) {
      if (!isOfYear(report, paragraph, figure)) continue;
      const key = quantityKey(paragraph, figure, words);
      const { text } = paragraph.facts.flow;
      if (key !== undefined && (UNIQUE.test(key) || WHOLE.test(text.slice(figure.sentence.start, figure.start)))) yield { paragraph, figure, key };
    }
  }
}

/** The checks a figure takes part in, as the one judged or as one of its operands. */
export const checksWith = ({ facts: { checks } }: Paragraph, { start }: Figure): readonly Check[] =>
  checks.filter(({ stated, operands }) => stated.start === start || operands.some(({ figure }) => figure.start === start));
