// How long a report and its sections are, how many figures and findings they hold: for the tree of headings, lenses and
// hovers. Counted once for each report. Must not judge anew or know how it is shown.

import { sourceSpan } from '../report/query.ts';
import type { Paragraph, Report, Section } from '../report/report.ts';
import { wordsOf } from '../report/length.ts';
import type { Span } from '../text/span.ts';
import type { OutlineItem } from './outline.ts';
import { outline } from './outline.ts';

export interface Measure {
  /** As Word counts them. */
  readonly words: number;
  readonly figures: number;
}

export interface Measures {
  readonly whole: Measure;
  /** Of a section and all below it. */
  readonly of: (section: Span) => Measure;
}

const KNOWN = new WeakMap<Report, Measures>();

export function measures(report: Report): Measures {
  let known = KNOWN.get(report);
  if (!known) KNOWN.set(report, (known = measured(report)));
  return known;
}

function measured(report: Report): Measures {
  const { paragraphs } = report;
  const words = new Uint32Array(paragraphs.length + 1);
  const figures = new Uint32Array(paragraphs.length + 1);
  const titles = titlesOf(report.sections);
  paragraphs.forEach((paragraph, index) => {
    words[index + 1] = (words[index] ?? 0) + wordsOf(report, paragraph);
    figures[index + 1] = (figures[index] ?? 0) + figuresOf(paragraph, titles.get(index));
  });
  const between = (from: number, to: number): Measure => ({ words: (words[to] ?? 0) - (words[from] ?? 0), figures: (figures[to] ?? 0) - (figures[from] ?? 0) });
  return { whole: between(0, paragraphs.length), of: ({ start, end }) => between(firstFrom(paragraphs, start), firstFrom(paragraphs, end)) };
}

/** Index of the first paragraph that ends behind an offset. */
const firstFrom = (paragraphs: readonly Paragraph[], offset: number): number => firstWhere(paragraphs, ({ span }) => span.end > offset);

/** Index of the first item for which it holds; it does not hold for those before, and does for those behind. */
function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where the titles of headings begin, by paragraph. */
function titlesOf(sections: readonly Section[], titles = new Map<number, number>()): ReadonlyMap<number, number> {
  for (const { heading, children } of sections) {
    titles.set(heading.paragraph, heading.titleAt);
    titlesOf(children, titles);
  }
  return titles;
}

/** The number of a heading is no figure of the report. */
const figuresOf = (paragraph: Paragraph, titleAt: number | undefined): number =>
  titleAt === undefined ? paragraph.facts.figures.length : paragraph.facts.figures.filter(({ start, end }) => sourceSpan(paragraph, start, end).start >= titleAt).length;

/** Rounded to whole percents. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100));

export interface MeasuredItem extends Omit<OutlineItem, 'children'>, Measure {
  /** Of the words of the report, in percent. */
  readonly share: number;
  readonly problems: number;
  readonly children: readonly MeasuredItem[];
}

/** The headings of a report with what stands below each; `problems` in order of position. */
export function measuredOutline(report: Report, problems: readonly { readonly span: Span }[]): readonly MeasuredItem[] {
  const { whole, of } = measures(report);
  const toItem = ({ children, ...item }: OutlineItem): MeasuredItem => {
    const measure = of(item.section);
    return { ...item, ...measure, share: shareOf(measure.words, whole.words), problems: countIn(problems, item.section), children: children.map(toItem) };
  };
  return outline(report).map(toItem);
}

/** Those of some findings, in order of position, that begin inside a span. */
export const within = <T extends { readonly span: Span }>(problems: readonly T[], { start, end }: Span): readonly T[] => problems.slice(firstFromStart(problems, start), firstFromStart(problems, end));

/** How many they are. */
export const countIn = (problems: readonly { readonly span: Span }[], { start, end }: Span): number => firstFromStart(problems, end) - firstFromStart(problems, start);

/** Index of the first that begins at an offset or behind it. */
const firstFromStart = (problems: readonly { readonly span: Span }[], offset: number): number => firstWhere(problems, ({ span }) => span.start >= offset);
