// structure-repeated-heading: the same heading line stands twice in a row.
// Must not compare anything but headings.

import { HEADING_STYLE_BASIS } from '../domain/numbering.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { allSections, quoted } from '../report/query.ts';
import type { Report, Section } from '../report/report.ts';

/** Shorter lines may be a label that is used again. */
const SHORTEST = 6;

export const structureRepeatedHeading: Rule = {
  id: 'structure-repeated-heading',
  title: '标题重复',
  severities: ['error'],
  fix: 'review',
  basis: HEADING_STYLE_BASIS,
  *check(report) {
    let previous: Section | undefined;
    for (const section of allSections(report.sections)) {
      if (previous && isSame(report, previous, section)) yield finding(report, previous, section);
      previous = section;
    }
  },
};

function isSame(report: Report, { heading: a }: Section, { heading: b }: Section): boolean {
  if (a.runIn || b.runIn || a.paragraph + 1 !== b.paragraph) return false;
  const line = report.paragraphs[b.paragraph]?.facts.flow.text ?? '';
  return line.length >= SHORTEST && report.paragraphs[a.paragraph]?.facts.flow.text === line;
}

function finding(report: Report, first: Section, second: Section): Finding {
  const { text } = report.source;
  const from = endOfLine(text, report.paragraphs[first.heading.paragraph]?.span.end ?? 0);
  const to = endOfLine(text, report.paragraphs[second.heading.paragraph]?.span.end ?? 0);
  return {
    span: second.heading.span,
    message: `标题“${quoted(second)}”连写了两遍。删去一行，或者改成应有的标题。`,
    related: [{ span: first.heading.span, message: '相同的标题' }],
    fixes: [{ title: '删去重复的一行', applicability: 'review', edits: [{ span: { start: from, end: to }, text: '' }] }],
  };
}

function endOfLine(text: string, at: number): number {
  let i = at;
  while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i++;
  return i;
}
