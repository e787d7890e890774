// structure-numbering: numbers of the first levels that are lost, skipped, repeated, broken or upside down.
// Must not look for headings or count them: report/numbering.ts says which number is wrong. Third-level numbers may run
// on across parents and are never judged.

import { LEVELS_BASIS } from '../domain/numbering.ts';
import type { Finding, Fix, Rule } from '../lint/rule.ts';
import { demoted, inversionOf, isBroken, numberedLists, renumberAll, renumberFrom, type Defect, type Nested, type NumberedList, type Place } from '../report/numbering.ts';
import { markerSpan, quoted, sectionsOf, siblings } from '../report/query.ts';
import type { Report, Section } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import { readMarker, standardMarker, withValue } from '../text/numbering.ts';

/** More missing numbers are not listed one by one. */
const MOST_LISTED = 4;
/** A list with more defects than this is no list. */
const MOST_TOLD = 20;

export const structureNumbering: Rule = {
  id: 'structure-numbering',
  title: '标题编号错误',
  severities: ['error', 'warning', 'hint'],
  fix: 'safe',
  basis: LEVELS_BASIS,
  *check(report) {
    yield* brokenBrackets(report);
    for (const sections of siblings(report)) yield* inversion(report, sections);
    const lists = numberedLists(report, [0, 1, 2]);
    if (!lists.some(({ places }) => places.some(({ defect }) => defect))) return;
    const all = renumberAll(report);
    let runsOn = false;
    for (const list of lists) {
      for (const place of list.places.filter(({ defect }) => defect).slice(0, MOST_TOLD)) {
        const { defect } = place;
        // Numbers that run on from part to part are told once.
        if (defect?.kind === 'start' && defect.runsOn) {
          if (!runsOn) yield runningOn(list, place, all);
          runsOn = true;
        } else if (defect) {
          yield withAll(phrase(list, place, defect), all);
        }
      }
    }
  },
};

/** Beside its own fix a finding offers to number the whole report anew, where that does more. */
function withAll(finding: Finding, all: readonly Edit[]): Finding {
  const fixes = finding.fixes ?? [];
  const own = new Map(fixes.flatMap(({ edits }) => edits.map(({ span, text }) => [span.start, text])));
  const more = all.some(({ span, text }) => own.get(span.start) !== text);
  return more ? { ...finding, fixes: [...fixes, { title: '全文重新编号', applicability: 'review', edits: all }] } : finding;
}

function phrase(list: NumberedList, place: Place, defect: Defect): Finding {
  switch (defect.kind) {
    case 'lost':
      return lost(list, place, defect);
    case 'start':
      return wrongStart(list, place);
    case 'skipped':
      return skipped(list, place, defect);
    case 'repeated':
      return repeated(list, place, defect.expected);
    case 'nested':
      return nested(list, defect);
  }
}

const nameIn = ({ style }: NumberedList, value: number): string => withValue(style, value).replace(/[ \u3000]/gu, '');

function listed(list: NumberedList, values: readonly number[]): string {
  const name = (value: number): string => `“${nameIn(list, value)}”`;
  return values.length > MOST_LISTED ? `${name(values[0] as number)}至${name(values[values.length - 1] as number)}` : values.map(name).join('');
}

function renumber({ sections }: NumberedList, { index }: Place, first: number): readonly Fix[] {
  const edits = renumberFrom(sections, index, first);
  return edits.length === 0 ? [] : [{ title: '从这里起重新编号', applicability: 'review', edits }];
}

function lost(list: NumberedList, { section }: Place, { value, certain }: Defect & { kind: 'lost' }): Finding {
  const { start } = section.heading.span;
  const name = nameIn(list, value);
  return {
    span: section.heading.span,
    severity: 'warning',
    message: `“${quoted(section)}”前面漏了编号。按前后的编号，这里应为“${name}”。`,
    fixes: [{ title: `补上“${name}”`, applicability: certain ? 'safe' : 'review', edits: [{ span: { start, end: start }, text: withValue(list.style, value) }] }],
  };
}

function runningOn(list: NumberedList, { section: { heading } }: Place, all: readonly Edit[]): Finding {
  const value = heading.value ?? 1;
  return {
    span: markerSpan(heading),
    severity: 'hint',
    message: `“${nameIn(list, value)}”接着上一部分的“${nameIn(list, value - 1)}”编。二级标题一般在各部分内从“${nameIn(list, 1)}”编起。`,
    fixes: [{ title: '各部分重新从一编起', applicability: 'review', edits: all }],
  };
}

function wrongStart(list: NumberedList, place: Place): Finding {
  const { heading } = place.section;
  const value = heading.value ?? 1;
  return {
    span: markerSpan(heading),
    message: `这一组编号从“${nameIn(list, value)}”开始，前面没有${listed(list, Array.from({ length: value - 1 }, (_, k) => k + 1))}。应从“${nameIn(list, 1)}”编起，核对是否漏写。`,
    fixes: renumber(list, place, 1),
  };
}

function skipped(list: NumberedList, place: Place, { after, before, missing }: Defect & { kind: 'skipped' }): Finding {
  const { heading } = place.section;
  return {
    span: markerSpan(heading),
    message: `“${nameIn(list, before)}”之后是“${nameIn(list, heading.value ?? 1)}”，缺${listed(list, missing)}。同级编号应当连续，核对是漏写了一部分还是编号写错。`,
    related: [{ span: markerSpan(after.heading), message: '前一个编号' }],
    fixes: renumber(list, place, before + 1),
  };
}

function repeated(list: NumberedList, place: Place, expected: number): Finding {
  const { heading } = place.section;
  const earlier = list.sections.slice(0, place.index).findLast((s) => s.heading.value === heading.value);
  return {
    span: markerSpan(heading),
    message: `“${nameIn(list, heading.value ?? 0)}”重复，前面已经用过。按次序这里应编“${nameIn(list, expected)}”，后面的编号顺延。`,
    ...(earlier ? { related: [{ span: markerSpan(earlier.heading), message: '前面已用的编号' }] } : {}),
    fixes: renumber(list, place, expected),
  };
}

function nested({ depth }: NumberedList, defect: Nested): Finding {
  const { run, outer, above } = defect;
  const { heading } = run[0] as Section;
  const lower = withValue(defect.lower, heading.value ?? 1);
  const edits = demoted(defect);
  const upsideDown = above.heading.depth > depth;
  return {
    span: markerSpan(heading),
    severity: upsideDown ? 'warning' : 'error',
    message: upsideDown
      ? `“${heading.marker}”写在“${quoted(above)}”之下，大序号套进了小序号里。层次按一、（一）1.（1）依次向下，这里应写“${lower}”。`
      : `“${heading.marker}”写在“${quoted(above)}”之下，却与它用了同级编号。下一级应写“${lower}”。`,
    related: [{ span: markerSpan(outer.heading), message: '上一级' }],
    fixes: edits.length === 0 ? [] : [{ title: `改为“${lower}”${run.length > 1 ? '，以下顺改' : ''}`, applicability: 'review', edits }],
  };
}

/** Told once; the numbers below are then not judged. */
function* inversion(report: Report, sections: readonly Section[]): Iterable<Finding> {
  const found = inversionOf(report, sections);
  if (!found) return;
  const { inner, outer } = found;
  yield {
    span: markerSpan(inner.heading),
    severity: 'warning',
    message: `“${inner.heading.marker}”写在“${quoted(outer)}”之下，大序号套进了小序号里。层次按一、（一）1.（1）依次向下，不反过来，两级编号应当对调。`,
    related: [{ span: markerSpan(outer.heading), message: '上一级' }],
  };
}

/** Where no second-level number has its opening bracket, it is a habit: told once. */
function* brokenBrackets(report: Report): Iterable<Finding> {
  const second = sectionsOf(report).filter(({ heading }) => heading.depth === 2 && heading.marker !== '');
  const broken = second.filter(({ heading }) => isBroken(heading.marker));
  const [first] = broken;
  if (!first) return;
  const edit = ({ heading }: Section): Edit => ({ span: markerSpan(heading), text: standardMarker(2, heading.value ?? 1) });
  if (broken.length === second.length && second.length > 1) {
    yield {
      span: markerSpan(first.heading),
      severity: 'warning',
      message: `二级编号都写成“${first.heading.marker}”一类，只有后半个括号。应写“${edit(first).text}”。`,
      fixes: [{ title: '全部补上前半个括号', applicability: 'safe', edits: broken.map(edit) }],
    };
    return;
  }
  for (const section of broken) {
    const { text } = edit(section);
    yield {
      span: markerSpan(section.heading),
      message: `“${section.heading.marker}”缺前半个括号。应写“${text}”。`,
      fixes: readMarker(text, 0) ? [{ title: `改为“${text}”`, applicability: 'safe', edits: [edit(section)] }] : [],
    };
  }
}
