// format-date: padded or incomplete dates, dates of festivals written like decimals. All claims are data; an incomplete
// date is one only below the report. Must not search text.

import { FORMAT_STANDARD } from '../domain/standards.ts';
import type { Rule } from '../lint/rule.ts';
import { paragraphsWith, termFindingsIn } from '../lint/terms.ts';
import type { Paragraph, Report } from '../report/report.ts';

/** The date stands in one of the last paragraphs; behind it may come a note or two. */
const TAIL = 3;

export const formatDate: Rule = {
  id: 'format-date',
  title: '日期写法',
  severities: ['hint', 'information'],
  fix: 'safe',
  basis: FORMAT_STANDARD,
  *check(report, context) {
    for (const paragraph of paragraphsWith(report, 'format-date')) {
      for (const finding of termFindingsIn(report, paragraph, 'format-date', context)) {
        if (finding.severity !== 'information' || isBelow(report, paragraph)) yield finding;
      }
    }
  },
};

/** Below the last heading and among the last paragraphs. */
function isBelow(report: Report, paragraph: Paragraph): boolean {
  const last = report.sections.at(-1);
  return last !== undefined && paragraph.span.start > last.heading.span.end && report.paragraphs.indexOf(paragraph) >= report.paragraphs.length - TAIL;
}
