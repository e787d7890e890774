// Where a missing part belongs in a report and how it is written there: numbered in the document's own style, what
// follows renumbered, blank lines and indentation as around it. Must not decide that a part is missing.

import { PARTS } from '../domain/parts.ts';
import { CLOSING_LINE, DATE_LINE } from '../domain/titles.ts';
import type { KindSpec, PartSpec } from '../domain/types.ts';
import type { Edit } from '../text/edit.ts';
import { readMarker, standardMarker, withValue, type Level } from '../text/numbering.ts';
import { plainText, renumberTabStops } from '../text/template.ts';
import { beginningOf } from './parts.ts';
import { allSections, markerSpan, paragraphsOf } from './query.ts';
import type { Report, Section } from './report.ts';
import { levelOf } from './title.ts';

export interface Insertion {
  readonly edits: readonly Edit[];
  /** Index of the edit that inserts, and its text with tab stops. */
  readonly template: { readonly edit: number; readonly text: string };
  /** The section the part is put before; undefined at the end. */
  readonly before: Section | undefined;
  /** The section it is put behind. */
  readonly after: Section | undefined;
}

const IS_DATE = new RegExp(DATE_LINE, 'u');
const IS_CLOSING = new RegExp(CLOSING_LINE, 'u');

export function insertParts(report: Report, specs: readonly PartSpec[]): Insertion {
  const [first] = specs;
  const sections = listFor(report, first);
  const index = first ? sections.findIndex((s) => s.parts.some((id) => (first.before as readonly string[]).includes(id))) : -1;
  const before = index < 0 ? undefined : sections[index];
  const previous = index < 0 ? sections[sections.length - 1] : sections[index - 1];
  const style = styleOf(report, sections);
  const from = previous === undefined ? 1 : (numberOf(previous) ?? sections.indexOf(previous) + 1) + 1;
  const chunks = specs.map((spec, i) => partText(spec, report, style, from + i));
  const text = before ? chunks.join(style.gap) + style.gap : style.gap + chunks.join(style.gap);
  const at = before ? lineStart(report.source.text, before.heading.span.start) : endOfBody(report, sections);
  const template = { edit: 0, text: renumberTabStops(text) };
  const insert: Edit = { span: { start: at, end: at }, text: plainText(text) };
  return { edits: [insert, ...(before ? renumber(sections.slice(index), specs.length) : [])], template, before, after: previous };
}

/**
 * Splits a section that serves two parts: its heading becomes the first part's, the second part gets one where it
 * begins, what follows is renumbered. No edits where the beginning cannot be told.
 */
export function splitPart(report: Report, section: Section): readonly Edit[] {
  const [first, second] = section.parts.flatMap((id) => PARTS.filter((part: PartSpec) => part.id === id)) as readonly PartSpec[];
  const begins = second && beginningOf(second, paragraphsOf(report, section), report.year);
  const list = listsOf(report).find((sections) => sections.includes(section)) ?? [];
  const index = list.indexOf(section);
  if (!first || !second || !begins || index < 0) return [];
  const style = styleOf(report, list);
  const number = numberOf(section) ?? index + 1;
  const { heading } = section;
  const title = { start: heading.depth === 0 ? heading.titleAt : markerSpan(heading).end, end: heading.span.end };
  const at = lineStart(report.source.text, begins.span.start);
  return [
    { span: title, text: headingOf(first, report.year, report.kind) },
    { span: { start: at, end: at }, text: style.heading(headingOf(second, report.year, report.kind), number + 1) + style.gap },
    ...renumber(list.slice(index + 1), 1),
  ];
}

interface Style {
  readonly heading: (title: string, value: number) => string;
  readonly second: string;
  readonly gap: string;
  readonly indent: string;
}

/** The lists in which parts can stand: the outermost, and those inside 第一部分. */
const listsOf = ({ sections }: Report): readonly (readonly Section[])[] => [sections, ...sections.flatMap(({ heading, children }) => (heading.depth === 0 ? [children] : []))];

/** The list a part belongs in: with the parts it stands before, else with the last of the others. */
function listFor(report: Report, spec: PartSpec | undefined): readonly Section[] {
  const lists = listsOf(report);
  const holds = (ids: readonly string[] | undefined) => (list: readonly Section[]): boolean => list.some(({ parts }) => parts.some((id) => ids?.includes(id) ?? true));
  return lists.find(holds(spec?.before)) ?? lists.findLast(holds(undefined)) ?? report.sections;
}

/** How this document writes the headings of a list, its paragraphs and the space between them. */
function styleOf(report: Report, sections: readonly Section[]): Style {
  const { source } = report;
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  const sample = sections.find((s) => s.heading.marker !== '' && !s.heading.runIn) ?? sections.find((s) => s.heading.marker !== '') ?? sections[0];
  const start = sample ? sample.heading.span.start : 0;
  const lead = source.text.slice(lineStart(source.text, start), start);
  const level = (sample?.heading.depth ?? 1) as Level;
  const marker = sample ? sample.heading.marker : standardMarker(1, 1);
  const bold = lead.endsWith('**') ? '**' : '';
  const space = sample && level === 0 ? source.text.slice(markerSpan(sample.heading).end, sample.heading.titleAt) : '';
  const second = [...allSections(sections)].find((s) => s.heading.depth === 2 && s.heading.marker !== '')?.heading.marker;
  const text = report.paragraphs.find((p) => p.kind === 'text' && p.span.start > start);
  const textLead = text ? source.text.slice(lineStart(source.text, text.span.start), text.span.start) : '';
  return {
    heading: (title, value) => lead + (marker === '' ? '' : (withValue(marker, value) || standardMarker(level, value)) + space) + title + bold,
    second: second ?? standardMarker(2, 1),
    gap: hasBlankLines(report) ? eol + eol : eol,
    indent: /^[ \t\u3000]*$/u.test(textLead) ? textLead : '',
  };
}

function partText(spec: PartSpec, { year, kind }: Report, style: Style, value: number): string {
  const paragraphs = spec.skeleton.map((line) => {
    const marker = readMarker(line, 0);
    const own = marker ? withValue(style.second, marker.value) + line.slice(marker.end) : line;
    return style.indent + own;
  });
  return [style.heading(headingOf(spec, year, kind), value), ...paragraphs].join(style.gap);
}

/** The heading that a fix inserts, its years filled in. */
export function headingOf(spec: PartSpec, year: number | undefined, kind?: KindSpec): string {
  const named = kind?.headings[spec.id] ?? spec.standardHeading;
  if (year === undefined) return named.replace('{year}年', '本年度').replace('{next}年', '下一年度');
  return named.replace('{year}', String(year)).replace('{next}', String(year + 1));
}

/** Every later number of the same list moves on; headings without one stay as they are. */
function renumber(sections: readonly Section[], by: number): Edit[] {
  return sections.flatMap(({ heading }) => {
    const value = numberOfMarker(heading.marker);
    if (value === undefined) return [];
    const span = { start: heading.span.start, end: heading.span.start + heading.marker.length };
    return [{ span, text: withValue(heading.marker, value + by) }];
  });
}

const numberOf = (section: Section): number | undefined => numberOfMarker(section.heading.marker);
const numberOfMarker = (marker: string): number | undefined => (marker === '' ? undefined : readMarker(marker, 0)?.value);

function lineStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && text[i - 1] !== '\n' && text[i - 1] !== '\r') i--;
  return i;
}

/** Behind the last paragraph of the list that is not a signature, a date or a closing formula. */
function endOfBody(report: Report, sections: readonly Section[]): number {
  const to = sections[sections.length - 1]?.span.end ?? report.source.text.length;
  const paragraphs = report.paragraphs.filter(({ span }) => span.start < to);
  for (let i = paragraphs.length - 1; i >= 0; i--) {
    const paragraph = paragraphs[i];
    const text = paragraph?.facts.flow.text ?? '';
    if (paragraph && !IS_DATE.test(text) && !IS_CLOSING.test(text) && !(text.length < 30 && levelOf(text))) return paragraph.span.end;
  }
  return report.source.text.length;
}

/** Whether a blank line usually stands between two paragraphs. */
function hasBlankLines(report: Report): boolean {
  const { source, paragraphs } = report;
  let blank = 0;
  for (let i = 1; i < paragraphs.length; i++) {
    const between = source.text.slice(paragraphs[i - 1]?.span.end, paragraphs[i]?.span.start);
    if ((between.match(/\n|\r(?!\n)/gu) ?? []).length > 1) blank++;
  }
  return blank * 2 >= paragraphs.length - 1;
}
