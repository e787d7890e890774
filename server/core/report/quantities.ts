// What a figure counts, as a key under which its other mentions are found: 全年受理行政复议案件12件 and 受理行政复议案件
// 13件 speak of one quantity. Words that only fill are dropped as whole words, so that 公共 keeps its 共.
// Must not judge whether two mentions agree.

import { FILLERS, OTHER_SCOPE, UNIQUE_QUANTITY, WHOLE_PERIOD } from '../domain/figures.ts';
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
  /** The words say that it is all of the report year, and not a part. */
  readonly whole: boolean;
}

const FILLING: ReadonlySet<string> = new Set(FILLERS);
const WHOLE = new RegExp(WHOLE_PERIOD, 'u');
const SCOPE = new RegExp(OTHER_SCOPE, 'u');
const UNIQUE = new RegExp(UNIQUE_QUANTITY, 'u');
/** A shorter name is no name: 召开, 开展. */
const SHORTEST_KEY = 3;

/** What the figure counts; undefined where its words name nothing. */
export function quantityKey({ facts: { flow } }: Paragraph, { head, named, metric }: Figure, words: Segmenter): string | undefined {
  const name = flow.text.slice(head.start, metric && named ? named.start : head.end);
  const kept = words.cut(name).filter((word) => !FILLING.has(word)).join('');
  if (metric) return `${metric.id} ${kept}`;
  return kept.length < SHORTEST_KEY ? undefined : kept;
}

/** All named figures of the report year, plans left out, in order. */
export function mentions(report: Report, words: Segmenter): readonly Mention[] {
  const plan = report.parts.find(({ id, how }) => id === 'plan' && how === 'heading')?.section;
  return report.paragraphs.flatMap((paragraph) => {
    if (paragraph.kind !== 'text' && paragraph.kind !== 'heading') return [];
    if (plan && plan.parts.length === 1 && sectionsAt(report, paragraph.span.start)[0] === plan) return [];
    const { figures, flow, years } = paragraph.facts;
    return figures.flatMap((figure): Mention[] => {
      if (figure.quantity.exactness !== 'exact' || figure.unit === undefined) return [];
      const sentence = flow.text.slice(figure.sentence.start, figure.start);
      if (SCOPE.test(sentence)) return [];
      if (years.some(({ year, start }) => year !== report.year && start >= figure.sentence.start && start < figure.end)) return [];
      const key = quantityKey(paragraph, figure, words);
      if (key === undefined) return [];
      return [{ paragraph, figure, key, whole: WHOLE.test(flow.text.slice(figure.head.start, figure.start)) || UNIQUE.test(key) }];
    });
  });
}

/** The checks a figure takes part in, as the one judged or as one of its operands. */
export const checksWith = ({ facts: { checks } }: Paragraph, { start }: Figure): readonly Check[] =>
  checks.filter(({ stated, operands }) => stated.start === start || operands.some(({ figure }) => figure.start === start));
