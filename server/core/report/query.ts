// Questions to a report that rules and features share: places of facts in the source, and walks over the tree.
// Must not judge or phrase.

import { fromRaw, toRawSpan } from '../text/flow.ts';
import { oncePer } from '../text/once.ts';
import type { Span } from '../text/span.ts';
import type { Heading, Paragraph, Report, Section } from './report.ts';

/** Source span of the flow characters `[start, end)` of a paragraph. */
export function sourceSpan(paragraph: Paragraph, start: number, end: number): Span {
  const raw = toRawSpan(paragraph.facts.flow, start, end);
  return { start: paragraph.span.start + raw.start, end: paragraph.span.start + raw.end };
}

/** Whether a source span runs over a line break: then an edit there would also change the layout. */
export const breaksLine = (report: Report, span: Span): boolean => /[\r\n]/u.test(report.source.text.slice(span.start, span.end));

/** The paragraph that holds an offset. */
export function paragraphAt(report: Report, offset: number): Paragraph | undefined {
  let low = 0;
  let high = report.paragraphs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const paragraph = report.paragraphs[middle] as Paragraph;
    if (offset < paragraph.span.start) high = middle - 1;
    else if (offset > paragraph.span.end) low = middle + 1;
    else return paragraph;
  }
  return undefined;
}

/** Flow offset of a source offset inside a paragraph. */
export const flowOffset = (paragraph: Paragraph, offset: number): number => fromRaw(paragraph.facts.flow, offset - paragraph.span.start);

/** All sections among some and below them, parents before their children. */
export function allSections(sections: readonly Section[]): readonly Section[] {
  const all: Section[] = [];
  const visit = (siblings: readonly Section[]): void => {
    for (const section of siblings) {
      all.push(section);
      visit(section.children);
    }
  };
  visit(sections);
  return all;
}

/** All sections of a report, in order. */
export const sectionsOf = oncePer(({ sections }: Report) => allSections(sections));

/** All headings of a report, in order. */
export const headingsOf = oncePer((report: Report): readonly Heading[] => sectionsOf(report).map(({ heading }) => heading));

/** The sections that may each be a part of the report: those above 一、 and the 一、 inside them. */
export const mainSections = (sections: readonly Section[]): readonly Section[] =>
  sections.flatMap((section) => (section.heading.depth === 0 ? [section, ...section.children.filter(({ heading }) => heading.depth === 1)] : [section]));

/** The sections that hold an offset, outermost first. */
export function sectionsAt(report: Report, offset: number): readonly Section[] {
  const path: Section[] = [];
  let level: readonly Section[] = report.sections;
  for (;;) {
    const section = level.find((s) => s.span.start <= offset && offset < s.span.end);
    if (!section) return path;
    path.push(section);
    level = section.children;
  }
}

/** How a heading is quoted in messages: marker and title, shortened. */
export function quoted(section: Section): string {
  const { marker, title } = section.heading;
  const text = marker + title.replace(/。$/u, '');
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

/** The paragraphs of a section and of all below it, its own heading line left out. */
export function paragraphsOf(report: Report, section: Section): readonly Paragraph[] {
  const { heading, span } = section;
  const from = heading.runIn ? heading.paragraph : heading.paragraph + 1;
  let to = from;
  while (to < report.paragraphs.length && (report.paragraphs[to]?.span.start ?? 0) < span.end) to++;
  return report.paragraphs.slice(from, to);
}

/** Headings of one parent, or of the first level, in order; parents before their children. */
export const siblings = oncePer((report: Report): readonly (readonly Section[])[] => [report.sections, ...sectionsOf(report).map(({ children }) => children)].filter(({ length }) => length > 0));

/** The sections by the paragraphs that their headings stand in. */
export const sectionsByParagraph = oncePer((report: Report): ReadonlyMap<number, Section> => new Map(sectionsOf(report).map((section) => [section.heading.paragraph, section])));

/** Source span of the number before a heading; empty where it was lost. */
export const markerSpan = ({ span, marker }: Heading): Span => ({ start: span.start, end: span.start + marker.length });
