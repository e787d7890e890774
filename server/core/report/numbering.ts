// Which number every heading of a list bears, which it should bear, and what is wrong where the two differ.
// Must not phrase anything. Works on the tree of sections; numbers that a law or a reference brings along are left out.

import { NOT_NUMBERED, REFERENCE_BEFORE, REFERENCE_BEHIND } from '../domain/numbering.ts';
import type { Edit } from '../text/edit.ts';
import { readMarker, standardMarker, withValue, type Level } from '../text/numbering.ts';
import { toChinese } from '../text/numerals.ts';
import { allSections, markerSpan, sectionsOf, siblings } from './query.ts';
import type { Heading, Report, Section } from './report.ts';

export type Defect =
  /** The number was lost; `certain` where exactly as many are missing as headings lack one. */
  | { readonly kind: 'lost'; readonly value: number; readonly certain: boolean }
  /** The list does not begin with 1; `runsOn` where it counts on from the list before. */
  | { readonly kind: 'start'; readonly runsOn: boolean }
  | { readonly kind: 'skipped'; readonly after: Section; readonly before: number; readonly missing: readonly number[] }
  | { readonly kind: 'repeated'; readonly expected: number }
  | Nested;

/** A list inside an item of the list, with numbers of the same level. */
export interface Nested {
  readonly kind: 'nested';
  readonly run: readonly Section[];
  readonly outer: Section;
  /** What it stands below, and how the document numbers there. */
  readonly above: Section;
  readonly lower: string;
}

/** A heading of a list, in order. */
export interface Place {
  readonly section: Section;
  readonly index: number;
  /** The number in a list that counts from 1 without a gap. */
  readonly right: number;
  readonly defect?: Defect;
}

/** The headings of one level below one parent. */
export interface NumberedList {
  readonly depth: Level;
  readonly sections: readonly Section[];
  readonly places: readonly Place[];
  /** How the list writes its numbers. */
  readonly style: string;
}

/** The number is there, behind other words: 安排：（一）加强学习. */
const HOLDS_NUMBER = /[（(][一二三四五六七八九十]{1,3}[）)]/u;
const BEGINS_WITH_WORD = /^[一-龥A-Za-z0-9“《]/u;
const HAS_NO_NUMBER = new RegExp(NOT_NUMBERED, 'u');
const ENDS_IN_REFERENCE = new RegExp(REFERENCE_BEFORE, 'u');
const IS_REFERENCE = new RegExp(REFERENCE_BEHIND, 'u');

/** The lists of some levels, those of a parent before those of its children; levels turned upside down are left out. */
export function numberedLists(report: Report, depths: readonly Level[]): readonly NumberedList[] {
  const parents = new Map(sectionsOf(report).map((section) => [section.children, section]));
  /** Items of lists inside items: what stands below them goes on with the list around them. */
  const nested = new Set<Section>();
  const last = new Map<Level, number>();
  const lists: NumberedList[] = [];
  const samples = new Map<number, string>();
  for (const { heading } of sectionsOf(report)) if (heading.marker !== '' && !samples.has(heading.depth) && !isBroken(heading.marker)) samples.set(heading.depth, heading.marker);
  for (const all of siblings(report)) {
    const upsideDown = inversionOf(report, all)?.inner.heading.depth;
    for (const depth of depths) {
      if (depth === upsideDown) continue;
      const sections = all.filter(({ heading }) => heading.depth === depth && !isReference(report, heading));
      if (!sections.some(({ heading }) => heading.value !== undefined)) continue;
      const parent = parents.get(all);
      const runsOn = depth <= 1 || (parent !== undefined && nested.has(parent));
      const places = placesOf(report, sections, depth, { last: last.get(depth) ?? 0, runsOn, from: parent?.heading.paragraph ?? 0, samples });
      for (const { defect } of places) if (defect?.kind === 'nested') for (const section of defect.run) nested.add(section);
      const style = sections.find(({ heading }) => heading.marker !== '' && !isBroken(heading.marker))?.heading.marker ?? standardMarker(depth, 1);
      lists.push({ depth, sections, places, style });
      const end = sections.findLast(({ heading }) => heading.value !== undefined)?.heading.value;
      last.set(depth, end ?? 0);
    }
  }
  return lists;
}

/** 1. with （一） inside, and 2. after it. */
export function inversionOf({ paragraphs }: Report, sections: readonly Section[]): { readonly outer: Section; readonly inner: Section } | undefined {
  for (let index = 0; index + 1 < sections.length; index++) {
    const [outer, inner] = [sections[index] as Section, sections[index + 1] as Section];
    if (outer.heading.depth <= inner.heading.depth || outer.heading.value === undefined || inner.heading.value !== 1) continue;
    if (outer.heading.paragraph + 1 !== inner.heading.paragraph) continue;
    // A heading with text of its own holds what follows only if it says so: ……分两类推进：
    if (outer.heading.runIn && !/[：:]$/u.test(paragraphs[outer.heading.paragraph]?.facts.flow.text ?? '')) continue;
    const next = allSections(sections.slice(index + 1)).find((s) => s.heading.depth === outer.heading.depth && s.heading.value !== undefined);
    if (next?.heading.value === outer.heading.value + 1) return { outer, inner };
  }
  return undefined;
}

/** 一）without its opening bracket. */
export const isBroken = (marker: string): boolean => /^[一二三四五六七八九十百]+[）)]$/u.test(marker);

/** New numbers from a heading of the list on, up to where the list begins anew. */
export function renumberFrom(sections: readonly Section[], from: number, first: number): readonly Edit[] {
  const edits: Edit[] = [];
  let value = first;
  for (const { heading } of sections.slice(from)) {
    if (heading.value === undefined) continue;
    if (heading.value === 1 && value !== first) break;
    if (heading.value !== value) edits.push({ span: markerSpan(heading), text: withValue(heading.marker, value) });
    value++;
  }
  return edits;
}

/** The numbers of the next lower level for a list inside an item; none where it has lists inside. */
export function demoted({ run, above, lower }: Nested): readonly Edit[] {
  if (run.some(({ children }) => children.some(({ heading }) => heading.depth > above.heading.depth))) return [];
  return run.flatMap(({ heading }) => (heading.value === undefined ? [] : [{ span: markerSpan(heading), text: withValue(lower, heading.value) }]));
}

/**
 * Every list of the first levels counted from 1, each below its parent, in its own style; the third level as well
 * where its numbers do not run on.
 */
export function renumberAll(report: Report): readonly Edit[] {
  const third = numberedLists(report, [3]);
  const runsOn = third.some(({ places }) => places.some(({ defect }) => defect?.kind === 'start'));
  const edits: Edit[] = [];
  for (const { depth, places, style } of [...numberedLists(report, [0, 1, 2]), ...(runsOn ? [] : third)]) {
    for (const { section: { heading }, right, defect } of places) {
      if (defect?.kind === 'nested') {
        if (depth < 3) edits.push(...demoted(defect));
      } else if (heading.marker === '') {
        if (depth < 3) edits.push({ span: { start: heading.span.start, end: heading.span.start }, text: withValue(style, right) });
      } else {
        const text = isBroken(heading.marker) ? standardMarker(2, right) : withValue(heading.marker, right);
        if (heading.value !== right || isBroken(heading.marker)) edits.push({ span: markerSpan(heading), text });
      }
    }
  }
  return edits;
}

/** What is quoted from a law may begin anywhere; a line may begin with the number of an item that the text refers to. */
function isReference(report: Report, { paragraph, title }: Heading): boolean {
  const text = report.paragraphs[paragraph]?.facts.flow.text ?? '';
  if (text.includes('”') && text.split('”').length > text.split('“').length) return true;
  return IS_REFERENCE.test(title) || ENDS_IN_REFERENCE.test(report.paragraphs[paragraph - 1]?.facts.flow.text.slice(-12) ?? '');
}

/** Printed twice: no number of the list is used twice. */
const same = ({ paragraphs }: Report, a: Section | undefined, b: Section): boolean =>
  a !== undefined && a.heading.paragraph + 1 === b.heading.paragraph && paragraphs[a.heading.paragraph]?.facts.flow.text === paragraphs[b.heading.paragraph]?.facts.flow.text;

/** What stands before a list. */
interface Before {
  /** Where the list of the same level before it ended, and whether this one may count on from there. */
  readonly last: number;
  readonly runsOn: boolean;
  /** The paragraph of what it stands below. */
  readonly from: number;
  /** How the document writes the numbers of each level. */
  readonly samples: ReadonlyMap<number, string>;
}

function placesOf(report: Report, list: readonly Section[], depth: Level, { last, runsOn, from, samples }: Before): readonly Place[] {
  const lost = lostNumbers(list, depth);
  const places: Place[] = [];
  let before = 0;
  /** What stood here if the number before was a slip: then this one is right. */
  let meant: number | undefined;
  let right = 0;
  let previous: Section | undefined;
  let loose = false;
  const skipped = new Set<number>();
  for (let index = 0; index < list.length; index++) {
    const section = list[index] as Section;
    const found = lost.get(section);
    const value = section.heading.value ?? found?.value;
    if (value === undefined) {
      loose = true;
      continue;
    }
    if (same(report, previous, section)) {
      places.push({ section, index, right });
      continue;
    }
    let defect: Defect | undefined = found && { kind: 'lost', ...found };
    let next = right + 1;
    if (value === before + 1 || value === (meant ?? -1) + 1) {
      meant = undefined;
    } else if (previous === undefined) {
      if (standsInText(report, from, section, value - 1) || (runsOn && value === last + 1)) next = value;
      else {
        defect = { kind: 'start', runsOn: last > 0 && value === last + 1 };
        meant = 1;
      }
    } else if (skipped.delete(value)) {
      // Told where it was missing.
    } else if (value === 1) {
      const run = depth === 0 ? undefined : nestedRun(report, list, index, before, previous, depth);
      if (run) {
        const below = Math.min(4, run.above.heading.depth + 1) as Level;
        const lower = (samples.get(below) ?? standardMarker(below, 1)).replace(/[ \u3000]/gu, '');
        places.push({ section, index, right, defect: { kind: 'nested', run: list.slice(index, run.end), outer: previous, above: run.above, lower } });
        index = run.end - 1;
        continue;
      }
      const begins = loose || afterShortLine(report, section);
      if (before === 1 && !begins) {
        defect = { kind: 'repeated', expected: before + 1 };
        meant = before + 1;
      } else {
        // A list of one would have been no list: 二、一、 is one list in disorder.
        if (begins || right > 1) next = 1;
        meant = undefined;
        skipped.clear();
      }
    } else if (value > before + 1 && standsInText(report, previous.heading.paragraph, section, value - 1)) {
      next = Math.max(next, value);
      meant = undefined;
    } else if (value > before + 1) {
      const missing = Array.from({ length: value - before - 1 }, (_, k) => before + 1 + k);
      for (const each of missing) skipped.add(each);
      defect = { kind: 'skipped', after: previous, before, missing };
      meant = before + 1;
    } else {
      defect = { kind: 'repeated', expected: before + 1 };
      meant = before + 1;
    }
    right = next;
    places.push({ section, index, right, ...(defect ? { defect } : {}) });
    before = value;
    previous = section;
    loose = false;
  }
  return places;
}

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

/** Behind a short line without 。 a list may begin anew: the line is a heading that nothing marks as one. */
function afterShortLine(report: Report, { heading }: Section): boolean {
  const line = report.paragraphs[heading.paragraph - 1];
  const text = line?.facts.flow.text ?? '';
  return line !== undefined && line.kind === 'text' && text.length <= 40 && !/[。；：]/u.test(text);
}
