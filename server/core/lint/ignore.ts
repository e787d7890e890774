// Findings that the writer has looked at and wants no more: one place, known again by its sentence, or one wording wherever
// it stands. Must not know where such decisions are kept.

import { flowOffset, paragraphAt } from '../report/query.ts';
import type { Report } from '../report/report.ts';
import { digest } from '../text/digest.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { Finding, Rule } from './rule.ts';

export interface Ignore {
  readonly rule: string;
  /** What is marked, as a reader sees it. */
  readonly text: string;
  /** Fingerprint of the sentence around it; absent where the wording is ignored everywhere. */
  readonly sentence?: string;
  readonly reason?: string;
}

/** Longer marks are whole paragraphs; their beginning is enough to know them. */
const LONGEST_TEXT = 40;

/** The decision to ignore a finding at its place. */
export function ignoreOf(report: Report, rule: Rule, { span, message }: Finding): Required<Omit<Ignore, 'reason'>> {
  const paragraph = paragraphAt(report, span.start);
  if (!paragraph) return { rule: rule.id, text: report.source.text.slice(span.start, span.end).trim().slice(0, LONGEST_TEXT), sentence: digest(message) };
  const { text } = paragraph.facts.flow;
  const start = flowOffset(paragraph, span.start);
  const end = Math.max(start, Math.min(text.length, flowOffset(paragraph, span.end)));
  const sentence = sentenceAround(text, start, end);
  // What is missing is told at the title, so only the message tells two such findings apart.
  const atTitle = paragraph.kind === 'title' ? message : '';
  return { rule: rule.id, text: text.slice(start, end).slice(0, LONGEST_TEXT), sentence: digest(text.slice(sentence.start, sentence.end) + atTitle) };
}

/** The decision that a finding falls under, if any. */
export function ignoredBy(report: Report, rule: Rule, finding: Finding, ignores: readonly Ignore[]): Ignore | undefined {
  const candidates = ignores.filter((ignore) => ignore.rule === rule.id);
  if (candidates.length === 0) return undefined;
  const own = ignoreOf(report, rule, finding);
  return candidates.find(({ text, sentence }) => text === own.text && (sentence === undefined || sentence === own.sentence));
}
