// structure-heading-wording: a part's heading is understood but leaves out the words that its official name holds.
// Must not decide which part a heading serves: the report knows.

import { PARTS } from '../domain/parts.ts';
import type { PartSpec } from '../domain/types.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { headingOf } from '../report/draft.ts';
import { mainSections, quoted } from '../report/query.ts';
import type { Report, Section } from '../report/report.ts';

export const structureHeadingWording: Rule = {
  id: 'structure-heading-wording',
  title: '标题不全',
  severities: ['information'],
  fix: 'review',
  basis: PARTS[0].basis,
  *check(report) {
    for (const section of mainSections(report.sections)) {
      for (const part of PARTS as readonly PartSpec[]) {
        if (part.expects !== undefined && section.parts.includes(part.id) && !section.heading.title.includes(part.expects)) yield finding(report, section, part, part.expects);
      }
    }
  },
};

function finding(report: Report, section: Section, part: PartSpec, words: string): Finding {
  const { heading } = section;
  const title = { start: heading.titleAt, end: heading.span.end };
  const standard = headingOf(part, report.year, report.kind);
  return {
    span: heading.span,
    message: `“${quoted(section)}”没有写“${words}”，这一部分规定的名称是“${standard}”。`,
    fixes: section.parts.length === 1 && !heading.runIn ? [{ title: `标题改为“${standard}”`, applicability: 'review', edits: [{ span: title, text: standard }] }] : [],
    basis: part.basis,
  };
}
