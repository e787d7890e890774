// Where a missing part belongs in a report, and the edits that put it there: numbered for its place, what follows
// renumbered. Must not decide that a part is missing, nor how it is written.

import { PARTS } from '../domain/parts.ts';
import { CLOSING_LINE, DATE_LINE } from '../domain/titles.ts';
import type { PartSpec } from '../domain/types.ts';
import type { Edit } from '../text/edit.ts';
import { readMarker, withValue } from '../text/numbering.ts';
import { lineStart } from '../text/source.ts';
import { joinTemplates, plainText } from '../text/template.ts';
import { headingOf, partText } from './draft.ts';
import { beginningOf } from './parts.ts';
import { markerSpan, paragraphsOf } from './query.ts';
import type { Report, Section } from './report.ts';
import { styleOf, writeHeading } from './style.ts';
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
  const { gap } = style;
  const from = previous === undefined ? 1 : (numberOf(previous) ?? sections.indexOf(previous) + 1) + 1;
  const chunks = joinTemplates(specs.map((spec, i) => partText(spec, report, style, from + i)), gap);
  const text = before ? chunks + gap : gap + chunks;
  const at = before ? lineStart(report.source.text, before.heading.span.start) : endOfBody(report, sections);
  const template = { edit: 0, text };
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
    { span: { start: at, end: at }, text: writeHeading(style.main, headingOf(second, report.year, report.kind), number + 1) + style.gap },
    ...renumber(list.slice(index + 1), 1),
  ];
}

/** The lists in which parts can stand: the outermost, and those inside 第一部分. */
export const listsOf = ({ sections }: Report): readonly (readonly Section[])[] => [sections, ...sections.flatMap(({ heading, children }) => (heading.depth === 0 ? [children] : []))];

/** The list a part belongs in: with the parts it stands before, else with the last of the others. */
function listFor(report: Report, spec: PartSpec | undefined): readonly Section[] {
  const lists = listsOf(report);
  const holds = (ids: readonly string[] | undefined) => (list: readonly Section[]): boolean => list.some(({ parts }) => parts.some((id) => ids?.includes(id) ?? true));
  return lists.find(holds(spec?.before)) ?? lists.findLast(holds(undefined)) ?? report.sections;
}

/** Every later number of the same list moves on; headings without one stay as they are. */
export function renumber(sections: readonly Section[], by: number): Edit[] {
  return sections.flatMap(({ heading }) => {
    const value = numberOfMarker(heading.marker);
    if (value === undefined) return [];
    const span = { start: heading.span.start, end: heading.span.start + heading.marker.length };
    return [{ span, text: withValue(heading.marker, value + by) }];
  });
}

export const numberOf = (section: Section): number | undefined => numberOfMarker(section.heading.marker);
const numberOfMarker = (marker: string): number | undefined => (marker === '' ? undefined : readMarker(marker, 0)?.value);

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
