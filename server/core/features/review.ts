// What a reviewer is handed of a report: whose it is, every finding with the sentence it stands in, the required parts, the figures
// that contradict each other. Data that can be kept and sent without the report. Must not judge anew or know how it is shown.

import type { Severity } from '../domain/validity.ts';
import type { Problem } from '../lint/lint.ts';
import { flowOffset, paragraphAt, quoted, sectionsAt } from '../report/query.ts';
import type { Report } from '../report/report.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';
import type { Segmenter } from '../words/segmenter.ts';
import { checklist, type ChecklistItem } from './checklist.ts';
import { figureGroups, type CheckedFigure, type FigureGroup } from './figures.ts';

/** A sentence with a place marked in it; what is long is shortened. Layout is gone from all three. */
export interface Quotation {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

export interface ReviewFinding {
  readonly rule: string;
  /** Of the rule, a few characters. */
  readonly title: string;
  readonly severity: Severity;
  /** Headings above, outermost first; empty before the first one. */
  readonly path: readonly string[];
  readonly quotation: Quotation;
  readonly message: string;
  /** Document and article, with a caution where it is common usage only. */
  readonly basis: string;
  /** What the fixes would do. */
  readonly fixes: readonly string[];
}

/** A figure that is contradicted. */
export interface ReviewFigure {
  readonly path: readonly string[];
  readonly name: string;
  readonly text: string;
  readonly verdict: 'inconsistent' | 'doubtful';
  readonly equation: string;
}

export interface Review {
  readonly title: string | undefined;
  readonly issuer: string | undefined;
  readonly year: number | undefined;
  /** Name of the kind of reporter. */
  readonly kind: string | undefined;
  readonly findings: readonly ReviewFinding[];
  readonly checklist: readonly Omit<ChecklistItem, 'span'>[];
  readonly figures: readonly ReviewFigure[];
}

export function review(report: Report, problems: readonly Problem[], words: Segmenter): Review {
  const { title, issuer, year, kind } = report;
  return {
    title: title?.text,
    issuer,
    year,
    kind: kind?.name,
    findings: problems.map((problem) => findingOf(report, problem)),
    checklist: checklist(report).map(({ span: _, ...item }) => item),
    figures: contradicted(figureGroups(report, words), []),
  };
}

function findingOf(report: Report, { rule, severity, span, message, basis = rule.basis, fixes = [] }: Problem): ReviewFinding {
  const { document, article = '', confidence } = basis;
  return {
    rule: rule.id,
    title: rule.title,
    severity,
    path: sectionsAt(report, span.start).map(quoted),
    quotation: quotation(report, span),
    message,
    basis: `${document}${article}${confidence === 'verified' ? '' : '（通行用法，供核对）'}`,
    fixes: fixes.map((fix) => fix.title),
  };
}

function contradicted(groups: readonly FigureGroup[], above: readonly string[]): readonly ReviewFigure[] {
  return groups.flatMap(({ marker, title, figures, groups: below }) => {
    const path = [...above, `${marker}${title}`];
    const own = figures.flatMap(({ name, text, verdict, equation = '' }: CheckedFigure): ReviewFigure[] => (verdict === 'inconsistent' || verdict === 'doubtful' ? [{ path, name, text, verdict, equation }] : []));
    return [...own, ...contradicted(below, path)];
  });
}

const LONGEST_MARK = 90;
const LONGEST_SIDE = 60;

/** The sentence around a place. Of a place that reaches over several paragraphs, what stands in the first. */
export function quotation(report: Report, span: Span): Quotation {
  const { text, start, end } = inParagraph(report, span);
  const sentence = sentenceAround(text, start, end);
  // With the mark that ends it, but for a place that ends in one.
  const until = end > start && /[。；;！？]/u.test(text[end - 1] ?? '') ? end : Math.min(text.length, sentence.end + 1);
  return { before: shortenedBefore(text.slice(sentence.start, start)), marked: shortenedMark(text.slice(start, end)), after: shortenedAfter(text.slice(end, until)) };
}

const shortenedBefore = (text: string): string => (text.length > LONGEST_SIDE ? `…${whole(text.slice(1 - LONGEST_SIDE))}` : text);
const shortenedAfter = (text: string): string => (text.length > LONGEST_SIDE ? `${whole(text.slice(0, LONGEST_SIDE - 1))}…` : text);
const shortenedMark = (text: string): string => (text.length > LONGEST_MARK ? `${whole(text.slice(0, LONGEST_MARK / 2))}…${whole(text.slice(-LONGEST_MARK / 2))}` : text);

/** Without half a pair of surrogates at either end. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/gu, '');

/** By how many characters to each side a place is known again. */
const REACH = 12;
const LONGEST_WORDS = 40;

/** What stands at a place and around it, blanks left out: by this a finding is known again when lines have moved. */
export function surroundings(report: Report, span: Span): Quotation {
  const { text, start, end } = inParagraph(report, span);
  const bare = (piece: string): string => piece.replace(/\s/gu, '');
  return { before: bare(text.slice(Math.max(0, start - 2 * REACH), start)).slice(-REACH), marked: bare(text.slice(start, end)).slice(0, LONGEST_WORDS), after: bare(text.slice(end, end + 2 * REACH)).slice(0, REACH) };
}

function inParagraph(report: Report, span: Span): { readonly text: string; readonly start: number; readonly end: number } {
  const paragraph = paragraphAt(report, span.start);
  if (!paragraph) return { text: report.source.text.slice(span.start, span.end), start: 0, end: span.end - span.start };
  const { text } = paragraph.facts.flow;
  const start = flowOffset(paragraph, span.start);
  return { text, start, end: span.end >= paragraph.span.end ? text.length : Math.max(start, flowOffset(paragraph, span.end)) };
}
