// structure-level-skip: 1. directly below 一、, with no （一） between. Allowed, so one hint for the whole report.
// Must not look for headings: the report has them.

import { LEVELS_BASIS } from '../domain/numbering.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { markerSpan, quoted, sectionsOf } from '../report/query.ts';
import type { Heading, Report, Section } from '../report/report.ts';
import { standardMarker, writerOf } from '../text/numbering.ts';

export const structureLevelSkip: Rule = {
  id: 'structure-level-skip',
  title: '标题跳级',
  severities: ['hint'],
  fix: 'review',
  basis: LEVELS_BASIS,
  *check(report) {
    const skipping = sectionsOf(report).filter(skips);
    if (skipping[0]) yield finding(report, skipping[0], skipping);
  },
};

/** Only where all headings below are of the third level: 1. 2. in the middle of （一）（二） is a list, not a level. */
function skips({ heading, children }: Section): boolean {
  return heading.depth === 1 && heading.value !== undefined && children.length > 1 && children.every((c) => c.heading.depth === 3 && c.heading.value !== undefined);
}

function finding(report: Report, section: Section, all: readonly Section[]): Finding {
  const first = (section.children[0] as Section).heading;
  const second = sectionsOf(report).find((c) => c.heading.depth === 2 && /^[（(]/u.test(c.heading.marker))?.heading.marker ?? standardMarker(2, 1);
  const write = writerOf(second);
  const simple = all.every(({ children }) => children.every((c) => c.children.length === 0));
  const edits = simple ? all.flatMap(({ children }) => children.map(({ heading }) => ({ span: { start: heading.span.start, end: endOfMarker(report, heading) }, text: write(heading.value ?? 1).trim() }))) : [];
  return {
    span: markerSpan(first),
    message: `“${quoted(section)}”下面直接编“${first.marker}”，跳过了“${write(1)}”这一级。允许跳级，各部分写法一致即可；要分层次的，改用“${write(1)}”。`,
    fixes: simple ? [{ title: `“1.”一级改为“${write(1)}”`, applicability: 'review', edits }] : [],
  };
}

/** Behind the number and the blanks after it. */
const endOfMarker = (report: Report, heading: Heading): number => {
  const { end } = markerSpan(heading);
  return end === heading.titleAt || report.source.text.slice(end, heading.titleAt).trim() === '' ? heading.titleAt : end;
};
