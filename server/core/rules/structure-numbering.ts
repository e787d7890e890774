// structure-numbering: numbers of the first two levels that are lost, skipped, repeated, broken or upside down.
// Must not look for headings: the report has them, also those that lost their number. Third-level numbers may run on
// across parents and are never judged.

import { LEVELS_BASIS, NOT_NUMBERED, REFERENCE_BEFORE, REFERENCE_BEHIND } from '../domain/numbering.ts';
import type { Finding, Fix, Rule } from '../lint/rule.ts';
import { allSections, markerSpan, quoted, siblings } from '../report/query.ts';
import type { Heading, Report, Section } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import { readMarker, standardMarker, withValue, type Level } from '../text/numbering.ts';
import { toChinese } from '../text/numerals.ts';

/** The number is there, behind other words: 安排：（一）加强学习. */
const HOLDS_NUMBER = /[（(][一二三四五六七八九十]{1,3}[）)]/u;
const BEGINS_WITH_WORD = /^[一-龥A-Za-z0-9“《]/u;
const HAS_NO_NUMBER = new RegExp(NOT_NUMBERED, 'u');
const ENDS_IN_REFERENCE = new RegExp(REFERENCE_BEFORE, 'u');
const IS_REFERENCE = new RegExp(REFERENCE_BEHIND, 'u');
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
    const state: Running = { last: 0, told: false };
    const parents = new Map([...allSections(report.sections)].map(({ children, heading }) => [children, heading.paragraph]));
    for (const sections of siblings(report)) {
      const inverted = inversion(sections);
      if (inverted) yield inverted;
      for (const depth of [1, 2] as const) {
        const list = sections.filter(({ heading }) => heading.depth === depth && !isReference(report, heading));
        if (!inverted || depth !== sections[1]?.heading.depth) yield* listFindings(report, list, depth, state, parents.get(sections) ?? 0);
      }
    }
  },
};

/** Whether second-level numbers run on from parent to parent. */
interface Running {
  last: number;
  told: boolean;
}

/** What is quoted from a law may begin anywhere; a line may begin with the number of an item that the text refers to. */
function isReference(report: Report, { paragraph, title }: Heading): boolean {
  const text = report.paragraphs[paragraph]?.facts.flow.text ?? '';
  if (text.includes('”') && text.split('”').length > text.split('“').length) return true;
  return IS_REFERENCE.test(title) || ENDS_IN_REFERENCE.test(report.paragraphs[paragraph - 1]?.facts.flow.text.slice(-12) ?? '');
}

/** As a table of contents lists it, without the page. */
const withoutPage = (title: string): string => title.replace(/[.．…·]*[0-9]*$/u, '');

const same = (a: Section | undefined, b: Section): boolean =>
  a !== undefined && a.heading.paragraph + 1 === b.heading.paragraph && a.heading.marker === b.heading.marker && a.heading.title === b.heading.title;

function* listFindings(report: Report, list: readonly Section[], depth: Level, state: Running, parent: number): Iterable<Finding> {
  if (!list.some(({ heading }) => heading.value !== undefined)) return;
  const lost = lostNumbers(list, depth);
  const style = list.find(({ heading }) => heading.marker !== '' && !isBroken(heading.marker))?.heading.marker ?? standardMarker(depth, 1);
  const name = (value: number): string => withValue(style, value).replace(/[ \u3000]/gu, '');
  for (const [section, { value, certain }] of lost) yield lostNumber(section, withValue(style, value), name(value), certain);

  let before = 0;
  /** What stood here if the number before was a slip: then this one is right. */
  let meant: number | undefined;
  let previous: Section | undefined;
  let loose = false;
  const skipped = new Set<number>();
  const titles = new Set<string>();
  let told = 0;
  for (let i = 0; i < list.length && told < MOST_TOLD; i++) {
    const section = list[i] as Section;
    const value = section.heading.value ?? lost.get(section)?.value;
    if (value === undefined) {
      loose = true;
      continue;
    }
    if (same(previous, section)) continue;
    if (value === before + 1 || value === (meant ?? -1) + 1) {
      meant = undefined;
    } else if (previous === undefined) {
      if (!standsInText(report, parent, section, value - 1)) yield* wrongStart(report, list, i, value, name, depth, state);
    } else if (skipped.delete(value)) {
      continue;
    } else if (value === 1) {
      // A table of contents stands before the headings it lists.
      const listedBefore = titles.has(withoutPage(section.heading.title));
      const run = listedBefore ? undefined : nestedRun(report, list, i, before, previous, depth);
      if (run) {
        told++;
        yield nested(report, list.slice(i, run.end), previous, depth, run.above);
        i = run.end - 1;
        continue;
      }
      if (before === 1 && !loose && !listedBefore && !afterShortLine(report, section)) {
        told++;
        yield repeated(list, i, before + 1, name);
        meant = before + 1;
      } else {
        meant = undefined;
        skipped.clear();
      }
    } else if (value > before + 1 && standsInText(report, previous.heading.paragraph, section, value - 1)) {
      meant = undefined;
    } else if (value > before + 1) {
      const missing = Array.from({ length: value - before - 1 }, (_, k) => before + 1 + k);
      for (const each of missing) skipped.add(each);
      told++;
      yield {
        span: markerSpan(section.heading),
        message: `“${name(before)}”之后是“${name(value)}”，缺${listed(missing, name)}。同级编号应当连续，核对是漏写了一部分还是编号写错。`,
        related: [{ span: markerSpan(previous.heading), message: '前一个编号' }],
        fixes: renumber(list, i, before + 1),
      };
      meant = before + 1;
    } else {
      told++;
      yield repeated(list, i, before + 1, name);
      meant = before + 1;
    }
    before = value;
    previous = section;
    loose = false;
    titles.add(withoutPage(section.heading.title));
  }
  if (depth === 2) state.last = before;
}

const listed = (values: readonly number[], name: (value: number) => string): string =>
  values.length > MOST_LISTED ? `“${name(values[0] as number)}”至“${name(values[values.length - 1] as number)}”` : values.map((v) => `“${name(v)}”`).join('');

/** Whether a number stands inside the text before a heading: then it is not missing, only its line break is. */
function standsInText(report: Report, from: number, { heading }: Section, value: number): boolean {
  const numeral = toChinese(value);
  const written = heading.depth === 1 ? new RegExp(`[。；：]${numeral}、`, 'u') : new RegExp(`[（(]?${numeral}[）)]`, 'u');
  return report.paragraphs.slice(from, heading.paragraph).some(({ facts }) => written.test(facts.flow.text));
}

/** Headings without a number where exactly as many numbers are missing; behind the last number only a part's own heading. */
function lostNumbers(list: readonly Section[], depth: Level): ReadonlyMap<Section, { value: number; certain: boolean }> {
  const found = new Map<Section, { value: number; certain: boolean }>();
  let before = 0;
  let waiting: Section[] = [];
  const first = standardMarker(depth, 1);
  for (const section of list) {
    const { value, title } = section.heading;
    if (value === undefined) {
      if (!HAS_NO_NUMBER.test(title) && BEGINS_WITH_WORD.test(title) && !HOLDS_NUMBER.test(title) && readMarker(first + title, 0)?.text === first) waiting.push(section);
      continue;
    }
    if (waiting.length > 0 && value - before - 1 === waiting.length) waiting.forEach((each, k) => found.set(each, { value: before + 1 + k, certain: true }));
    waiting = [];
    before = value;
  }
  if (waiting.length === 1 && waiting[0]?.heading.depth === 1 && waiting[0].parts.some((id) => !list.some((s) => s !== waiting[0] && s.parts.includes(id)))) found.set(waiting[0], { value: before + 1, certain: false });
  return found;
}

function lostNumber(section: Section, marker: string, name: string, certain: boolean): Finding {
  const { start } = section.heading.span;
  return {
    span: section.heading.span,
    severity: 'warning',
    message: `“${quoted(section)}”前面漏了编号。按前后的编号，这里应为“${name}”。`,
    fixes: [{ title: `补上“${name}”`, applicability: certain ? 'safe' : 'review', edits: [{ span: { start, end: start }, text: marker }] }],
  };
}

function* wrongStart(report: Report, list: readonly Section[], index: number, value: number, name: (value: number) => string, depth: Level, state: Running): Iterable<Finding> {
  const { heading } = list[index] as Section;
  if (depth === 2 && state.last > 0 && value === state.last + 1) {
    if (state.told) return;
    state.told = true;
    yield {
      span: markerSpan(heading),
      severity: 'hint',
      message: `“${name(value)}”接着上一部分的“${name(value - 1)}”编。二级标题一般在各部分内从“${name(1)}”编起。`,
      fixes: renumberEach(report, depth),
    };
    return;
  }
  yield {
    span: markerSpan(heading),
    message: `这一组编号从“${name(value)}”开始，前面没有${listed(Array.from({ length: value - 1 }, (_, k) => k + 1), name)}。应从“${name(1)}”编起，核对是否漏写。`,
    fixes: renumber(list, index, 1),
  };
}

function repeated(list: readonly Section[], index: number, expected: number, name: (value: number) => string): Finding {
  const { heading } = list[index] as Section;
  const earlier = list.slice(0, index).findLast((s) => s.heading.value === heading.value);
  return {
    span: markerSpan(heading),
    message: `“${name(heading.value ?? 0)}”重复，前面已经用过。按次序这里应编“${name(expected)}”，后面的编号顺延。`,
    ...(earlier ? { related: [{ span: markerSpan(earlier.heading), message: '前面已用的编号' }] } : {}),
    fixes: renumber(list, index, expected),
  };
}

/** New numbers from a heading of the list on, up to where the list begins anew. */
function renumber(list: readonly Section[], from: number, first: number): readonly Fix[] {
  const edits: Edit[] = [];
  let value = first;
  for (const { heading } of list.slice(from)) {
    if (heading.value === undefined) continue;
    if (heading.value === 1 && value !== first) break;
    if (heading.value !== value) edits.push({ span: markerSpan(heading), text: withValue(heading.marker, value) });
    value++;
  }
  return edits.length === 0 ? [] : [{ title: '从这里起重新编号', applicability: 'review', edits }];
}

/** New numbers for every list of a level, each from one on. */
function renumberEach(report: Report, depth: Level): readonly Fix[] {
  const edits = [...siblings(report)].flatMap((sections) => renumber(sections.filter(({ heading }) => heading.depth === depth), 0, 1)).flatMap((fix) => fix.edits);
  return edits.length === 0 ? [] : [{ title: '各部分重新从一编起', applicability: 'review', edits }];
}

/** A list inside an item of the list, written with numbers of the same level. `above` is what it stands below. */
function nestedRun(report: Report, list: readonly Section[], from: number, outer: number, previous: Section, depth: Level): { end: number; above: Section } | undefined {
  const first = list[from] as Section;
  const above = lastBelow(previous);
  const direct = above.heading.paragraph + 1 === first.heading.paragraph && !above.heading.runIn && above.heading.marker !== '';
  let end = from + 1;
  for (let value = 1; end < list.length && list[end]?.heading.value === value + 1; value++) end++;
  const goesOn = end > from + 1 && list[end]?.heading.value === outer + 1;
  if (!direct && !(goesOn && !afterShortLine(report, first))) return undefined;
  if (above.heading.depth < depth) return undefined;
  return { end, above: above.heading.marker === '' ? previous : above };
}

function lastBelow(section: Section): Section {
  const last = section.children[section.children.length - 1];
  return last ? lastBelow(last) : section;
}

function nested(report: Report, run: readonly Section[], outer: Section, depth: Level, above: Section): Finding {
  const { heading } = run[0] as Section;
  const lower = (Math.min(4, above.heading.depth + 1)) as Level;
  const sample = [...allSections(report.sections)].find((s) => s.heading.depth === lower && s.heading.marker !== '' && !isBroken(s.heading.marker))?.heading.marker;
  const marker = (value: number): string => withValue(sample ?? standardMarker(lower, 1), value).replace(/[ \u3000]/gu, '');
  const edits = run.flatMap(({ heading: h }) => (h.value === undefined ? [] : [{ span: markerSpan(h), text: marker(h.value) }]));
  const upsideDown = above.heading.depth > depth;
  return {
    span: markerSpan(heading),
    severity: upsideDown ? 'warning' : 'error',
    message: upsideDown
      ? `“${heading.marker}”写在“${quoted(above)}”之下，大序号套进了小序号里。层次按一、（一）1.（1）依次向下，这里应写“${marker(1)}”。`
      : `“${heading.marker}”写在“${quoted(above)}”之下，却与它用了同级编号。下一级应写“${marker(1)}”。`,
    related: [{ span: markerSpan(outer.heading), message: '上一级' }],
    fixes: run.every((s) => s.children.length === 0) ? [{ title: `改为“${marker(1)}”${run.length > 1 ? '，以下顺改' : ''}`, applicability: 'review', edits }] : [],
  };
}

/** Behind a short line without 。 a list may begin anew: the line is a heading that nothing marks as one. */
function afterShortLine(report: Report, { heading }: Section): boolean {
  const line = report.paragraphs[heading.paragraph - 1];
  const text = line?.facts.flow.text ?? '';
  return line !== undefined && line.kind === 'text' && text.length <= 40 && !/[。；：]/u.test(text);
}

/** 1. at the top with （一） inside, and 2. after it: told once, the numbers below are then not judged. */
function inversion(sections: readonly Section[]): Finding | undefined {
  const [outer, inner, ...rest] = sections;
  if (!outer || !inner || outer.heading.depth <= inner.heading.depth || outer.heading.value !== 1 || inner.heading.value !== 1) return undefined;
  if (outer.heading.runIn || outer.heading.paragraph + 1 !== inner.heading.paragraph) return undefined;
  const goesOn = [...allSections([inner, ...rest])].some((s) => s.heading.depth === outer.heading.depth && s.heading.value === 2);
  if (!goesOn) return undefined;
  return {
    span: markerSpan(inner.heading),
    severity: 'warning',
    message: `“${inner.heading.marker}”写在“${quoted(outer)}”之下，大序号套进了小序号里。层次按一、（一）1.（1）依次向下，不反过来，两级编号应当对调。`,
    related: [{ span: markerSpan(outer.heading), message: '上一级' }],
  };
}

const isBroken = (marker: string): boolean => /^[一二三四五六七八九十百]+[）)]$/u.test(marker);

/** 一）without its opening bracket. Where no second-level number has one, it is a habit: told once. */
function* brokenBrackets(report: Report): Iterable<Finding> {
  const second = [...allSections(report.sections)].filter(({ heading }) => heading.depth === 2 && heading.marker !== '');
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
