// Headings → the tree of sections. Must not know how headings were recognised.

import type { PartId } from '../domain/types.ts';
import type { Facts, Heading, Paragraph, Section } from './report.ts';
import { partsOf } from './parts.ts';

/** First-level sections, their children nested; `end` is the end of the text. */
export function buildSections(headings: readonly Heading[], paragraphs: readonly Paragraph[], year: number | undefined, end: number): readonly Section[] {
  const build = (from: number, to: number): Section[] => {
    const sections: Section[] = [];
    for (let i = from; i < to; ) {
      const heading = headings[i] as Heading;
      let next = i + 1;
      while (next < to && (headings[next] as Heading).depth > heading.depth) next++;
      sections.push({
        heading,
        span: { start: heading.span.start, end: headings[next]?.span.start ?? end },
        parts: partsAt(heading, paragraphs[heading.paragraph], year),
        children: build(i + 1, next),
      });
      i = next;
    }
    return sections;
  };
  return build(0, headings.length);
}

/** What the heading in a paragraph was found to serve, for as long as nobody writes in that paragraph. */
const known = new WeakMap<Facts, { readonly title: string; readonly year: number | undefined; readonly parts: readonly PartId[] }>();

function partsAt({ title }: Heading, paragraph: Paragraph | undefined, year: number | undefined): readonly PartId[] {
  const kept = paragraph && known.get(paragraph.facts);
  if (kept && kept.title === title && kept.year === year) return kept.parts;
  const parts = partsOf(title, year);
  if (paragraph) known.set(paragraph.facts, { title, year, parts });
  return parts;
}
