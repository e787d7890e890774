// The opening of a report: its first running paragraph, and the formula that leads to the first part.
// Must not judge them.

import { ADDRESSEE_LINE, OPENING } from '../domain/titles.ts';
import { oncePer } from '../text/once.ts';
import type { Paragraph, Report } from './report.ts';

const FORMULA = new RegExp(OPENING, 'u');
const IS_ADDRESSEE = new RegExp(ADDRESSEE_LINE, 'u');
/** Shorter lines above the text are notes: date, source, place of publication. */
const SHORTEST_OPENING = 30;
const HEAD_PARAGRAPHS = 12;

/** The first running paragraph behind the title and before the first heading. */
export const firstBody = oncePer((report: Report): Paragraph | undefined => {
  const from = report.title?.span.end ?? 0;
  const to = report.sections[0]?.heading.span.start ?? report.source.text.length;
  return report.paragraphs
    .slice(0, HEAD_PARAGRAPHS)
    .find(({ kind, span, facts }) => kind === 'text' && span.start >= from && span.start < to && facts.flow.text.length >= SHORTEST_OPENING && !IS_ADDRESSEE.test(facts.flow.text));
});

/** 现将……报告如下, as flow offsets of its paragraph. */
export const formulaOf = oncePer((report: Report): { readonly paragraph: Paragraph; readonly start: number; readonly end: number } | undefined => {
  for (const paragraph of report.paragraphs.slice(0, HEAD_PARAGRAPHS)) {
    const found = paragraph.kind === 'text' ? FORMULA.exec(paragraph.facts.flow.text) : null;
    if (found) return { paragraph, start: found.index, end: found.index + found[0].length };
  }
  return undefined;
});
