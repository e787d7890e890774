// Years that were left standing in sentences taken over from an earlier report: its own year in what tells of this one, or the
// year it planned for in this plan. What happened once, papers and comparisons keep their year. Must not phrase messages.

import { HAPPENED_ONCE, YEAR_FROM, YEAR_GOES_ON } from '../domain/past.ts';
import { NUMBER, SHARED_SENTENCE } from '../domain/copies.ts';
import { sectionOf } from '../report/matters.ts';
import { paragraphAt, sectionsAt, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import type { YearMention } from '../report/years.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';
import type { PastReport } from './past.ts';

export interface StaleYear {
  /** The digits and 年, in the source. */
  readonly span: Span;
  readonly year: number;
  /** What it should be. */
  readonly right: number;
  readonly of: PastReport;
  /** The sentence in that report, in its source. */
  readonly then: Span;
}

interface Sentence {
  readonly paragraph: Paragraph;
  readonly span: Span;
  readonly mention: YearMention;
}

const FROM = new RegExp(YEAR_FROM, 'u');
const GOES_ON = new RegExp(YEAR_GOES_ON, 'u');
const ONCE = new RegExp(HAPPENED_ONCE, 'u');
const SHARED = new RegExp(SHARED_SENTENCE, 'u');
const NUMBERS = new RegExp(`(?:19|20)[0-9]{2}年|${NUMBER}`, 'gu');
/** A shorter sentence may read alike by chance. */
const SHORTEST = 14;

const dated = new WeakMap<Report, readonly Sentence[]>();

export function* staleYears(report: Report, past: readonly PastReport[]): Iterable<StaleYear> {
  const { year } = report;
  const [before] = past;
  if (year === undefined || !before) return;
  const shift = year - before.year;
  // 2024年 in a report of 2025 that was 2024年 in the one of 2024; 2025年 as the year to come, in both plans.
  const own = sentencesOf(report).filter(({ mention, paragraph }) => mention.year === before.year + (isPlanned(report, paragraph) ? 1 : 0));
  if (own.length === 0) return;
  const then = new Map(sentencesOf(before.report).map((sentence) => [shapeOf(sentence), sentence]));
  for (const sentence of own) {
    const found = then.get(shapeOf(sentence));
    if (!found || found.mention.year !== sentence.mention.year || isPlanned(before.report, found.paragraph) !== isPlanned(report, sentence.paragraph)) continue;
    const { mention, paragraph } = sentence;
    yield { span: sourceSpan(paragraph, mention.start, mention.end), year: mention.year, right: mention.year + shift, of: before, then: sourceSpan(found.paragraph, found.span.start, found.span.end) };
  }
}

/** The sentences below the headings that name one year as their own. */
function sentencesOf(report: Report): readonly Sentence[] {
  const known = dated.get(report);
  if (known) return known;
  const from = report.sections[0]?.span.start ?? Infinity;
  const found = report.paragraphs.flatMap((paragraph): Sentence[] => {
    const { years, flow: { text } } = paragraph.facts;
    if (years.length === 0 || paragraph.span.start < from || paragraph.kind !== 'text' && paragraph.kind !== 'heading') return [];
    return years.flatMap((mention): Sentence[] => {
      const span = sentenceAround(text, mention.start, mention.end);
      const sentence = text.slice(span.start, span.end);
      const isBackground = FROM.test(text.slice(span.start, mention.start)) || GOES_ON.test(text.slice(mention.end, mention.end + 4)) || ONCE.test(sentence) || SHARED.test(sentence);
      const others = years.filter(({ start, end }) => start >= span.start && end <= span.end);
      return isBackground || others.length > 1 || sentence.length < SHORTEST || isHeading(report, paragraph, mention) ? [] : [{ paragraph, span, mention }];
    });
  });
  dated.set(report, found);
  return found;
}

/** The sentence with its year and without its other numbers. */
const shapeOf = ({ paragraph: { facts: { flow: { text } } }, span }: Sentence): string => text.slice(span.start, span.end).replace(NUMBERS, (found) => (found.endsWith('年') ? found : '0'));

/** Headings are compared with the title, not with last year's. */
function isHeading(report: Report, paragraph: Paragraph, { start, end }: YearMention): boolean {
  const at = sourceSpan(paragraph, start, end);
  const heading = sectionsAt(report, at.start).at(-1)?.heading;
  return heading !== undefined && paragraphAt(report, heading.span.start) === paragraph && at.start < heading.span.end;
}

function isPlanned(report: Report, paragraph: Paragraph): boolean {
  const section = sectionOf(report, 'plan');
  return section !== undefined && section.span.start <= paragraph.span.start && paragraph.span.start < section.span.end;
}
