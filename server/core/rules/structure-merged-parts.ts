// structure-merged-parts: one heading serves two required parts. Both count as present; whoever wants may split it.
// Must not judge the parts' contents.

import { PARTS } from '../domain/parts.ts';
import type { PartSpec } from '../domain/types.ts';
import type { Fix, Rule } from '../lint/rule.ts';
import { splitPart } from '../report/insert.ts';
import { mainSections, quoted } from '../report/query.ts';
import type { Report, Section } from '../report/report.ts';

const NAMES = new Map<string, PartSpec>(PARTS.map((part: PartSpec) => [part.id, part]));

export const structureMergedParts: Rule = {
  id: 'structure-merged-parts',
  title: '两项合写一个标题',
  severities: ['hint'],
  fix: 'review',
  basis: PARTS[0].basis,
  *check(report) {
    for (const section of mainSections(report.sections)) {
      const served = section.parts.flatMap((id) => NAMES.get(id) ?? []).filter((part) => part.required);
      if (served.length < 2) continue;
      yield {
        span: section.heading.span,
        message: `“${quoted(section)}”一个标题兼写${served.map((part) => `“${part.name}”`).join('和')}。都算有，分开写更清楚。`,
        fixes: fixOf(report, section),
        basis: served[0]?.basis ?? PARTS[0].basis,
      };
    }
  },
};

function fixOf(report: Report, section: Section): readonly Fix[] {
  const edits = splitPart(report, section);
  return edits.length === 0 ? [] : [{ title: '分成两个标题', applicability: 'review', edits }];
}
