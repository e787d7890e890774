// The outline of a report and the ranges that fold: its sections as a tree. Must not know how an editor shows them.

import type { Report, Section } from '../report/report.ts';
import type { PartId } from '../domain/types.ts';
import type { Span } from '../text/span.ts';

export interface OutlineItem {
  readonly marker: string;
  readonly title: string;
  readonly depth: number;
  /** The heading. */
  readonly heading: Span;
  /** The heading and all below it, without the blank lines at its end. */
  readonly section: Span;
  readonly parts: readonly PartId[];
  readonly children: readonly OutlineItem[];
}

/** Empty for a text that is no such report. */
export function outline(report: Report): readonly OutlineItem[] {
  const toItem = (section: Section): OutlineItem => ({
    marker: section.heading.marker,
    title: section.heading.title,
    depth: section.heading.depth,
    heading: section.heading.span,
    section: { start: section.span.start, end: trimmedEnd(report.source.text, section.span) },
    parts: section.parts,
    children: section.children.map(toItem),
  });
  return report.recognised ? report.sections.map(toItem) : [];
}

/** Spans that fold: every section that goes on behind its heading's line. */
export function folding(report: Report): readonly Span[] {
  const spans: Span[] = [];
  const visit = (items: readonly OutlineItem[]): void => {
    for (const item of items) {
      spans.push(item.section);
      visit(item.children);
    }
  };
  visit(outline(report));
  return spans;
}

function trimmedEnd(text: string, span: Span): number {
  let end = span.end;
  while (end > span.start && /[\s#*>]/u.test(text[end - 1] as string)) end--;
  return end;
}
