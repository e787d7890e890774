// Headings → the tree of sections. Must not know how headings were recognised.

import type { Heading, Section } from './report.ts';
import { partsOf } from './parts.ts';

/** First-level sections, their children nested; `end` is the end of the text. */
export function buildSections(headings: readonly Heading[], year: number | undefined, end: number): readonly Section[] {
  const build = (from: number, to: number): Section[] => {
    const sections: Section[] = [];
    for (let i = from; i < to; ) {
      const heading = headings[i] as Heading;
      let next = i + 1;
      while (next < to && (headings[next] as Heading).depth > heading.depth) next++;
      sections.push({
        heading,
        span: { start: heading.span.start, end: headings[next]?.span.start ?? end },
        parts: partsOf(heading.title, year),
        children: build(i + 1, next),
      });
      i = next;
    }
    return sections;
  };
  return build(0, headings.length);
}
