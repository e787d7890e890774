// structure-repeated-heading: the same heading line, or the same paragraph, stands twice in a row.
// A long paragraph is told wherever it comes again. Must not compare anything but whole paragraphs.

import { HEADING_STYLE_BASIS } from '../domain/numbering.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { allSections, quoted } from '../report/query.ts';
import type { Paragraph, Report, Section } from '../report/report.ts';

/** Shorter lines may be a label that is used again; shorter text may be a cell or a name. */
const SHORTEST = { heading: 6, text: 20, apart: 40 };

export const structureRepeatedHeading: Rule = {
  id: 'structure-repeated-heading',
  title: '标题、段落重复',
  severities: ['error', 'warning'],
  fix: 'review',
  basis: HEADING_STYLE_BASIS,
  *check(report) {
    const headings = new Map(allSections(report.sections).flatMap((section) => (section.heading.runIn ? [] : [[section.heading.paragraph, section]])));
    const seen = new Map<string, Paragraph>();
    for (const [index, paragraph] of report.paragraphs.entries()) {
      const before = report.paragraphs[index - 1];
      const heading = headings.get(index);
      if (before && isSame(before, paragraph, heading ? SHORTEST.heading : SHORTEST.text) && headings.has(index - 1) === headings.has(index)) yield finding(report, before, paragraph, heading);
      else if (paragraph.kind === 'text' || paragraph.kind === 'heading') {
        const { text } = paragraph.facts.flow;
        const first = text.length >= SHORTEST.apart ? seen.get(text) : undefined;
        if (first) yield finding(report, first, paragraph, undefined);
        else seen.set(text, paragraph);
      }
    }
  },
};

function isSame(a: Paragraph, b: Paragraph, shortest: number): boolean {
  const { text } = b.facts.flow;
  return b.kind !== 'row' && b.kind !== 'title' && text.length >= shortest && a.facts.flow.text === text;
}

function finding(report: Report, first: Paragraph, second: Paragraph, section: Section | undefined): Finding {
  const { text } = report.source;
  const from = endOfLine(text, first.span.end);
  const to = endOfLine(text, second.span.end);
  return {
    span: section?.heading.span ?? second.span,
    severity: section ? 'error' : 'warning',
    message: section ? `标题“${quoted(section)}”连写了两遍。删去一行，或者改成应有的标题。` : '这一段和前面一段完全相同，写了两遍。删去一段，或者改成应有的内容。',
    related: [{ span: first.span, message: section ? '相同的标题' : '相同的段落' }],
    fixes: [{ title: section ? '删去重复的一行' : '删去重复的一段', applicability: 'review', edits: [{ span: { start: from, end: to }, text: '' }] }],
  };
}

function endOfLine(text: string, at: number): number {
  let i = at;
  while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i++;
  return i;
}
