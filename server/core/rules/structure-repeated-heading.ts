// structure-repeated-heading: the same heading line, or the same paragraph, stands twice in a row.
// A long paragraph is told wherever it comes again. Must not compare anything but whole paragraphs.

import { HEADING_STYLE_BASIS } from '../domain/numbering.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { quoted, sectionsByParagraph } from '../report/query.ts';
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
    const sections = sectionsByParagraph(report);
    const headingAt = (index: number): Section | undefined => {
      const section = sections.get(index);
      return section?.heading.runIn === false ? section : undefined;
    };
    const seen = new Map<string, Paragraph>();
    let before: Paragraph | undefined;
    let above: Section | undefined;
    for (let index = 0; index < report.paragraphs.length; index++) {
      const paragraph = report.paragraphs[index] as Paragraph;
      const heading = headingAt(index);
      if (before && isSame(before, paragraph, heading ? SHORTEST.heading : SHORTEST.text) && (above === undefined) === (heading === undefined)) yield finding(report, before, paragraph, heading);
      else if (paragraph.kind === 'text' || paragraph.kind === 'heading') {
        const { text } = paragraph.facts.flow;
        if (text.length >= SHORTEST.apart) {
          const first = seen.get(text);
          if (first) yield finding(report, first, paragraph, undefined);
          else seen.set(text, paragraph);
        }
      }
      before = paragraph;
      above = heading;
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
