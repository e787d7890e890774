// Which parts of a report a heading serves, and where each part of a whole report stands.
// Must not know what is required of whom or how its absence is told: that is for the rule.

import { PARTS, PART_PRIORITY, THEMATIC } from '../domain/parts.ts';
import type { PartId, PartSpec } from '../domain/types.ts';
import { mainSections } from './query.ts';
import type { Paragraph, PartState, Section } from './report.ts';

interface Compiled {
  readonly spec: PartSpec;
  readonly heading: RegExp;
  readonly notHeading: RegExp | undefined;
  readonly tail: RegExp;
}

const COMPILED = new Map<PartId, Compiled>(
  PARTS.map((spec: PartSpec) => [
    spec.id,
    {
      spec,
      heading: new RegExp(spec.heading, 'u'),
      notHeading: spec.notHeading === undefined ? undefined : new RegExp(spec.notHeading, 'gu'),
      tail: new RegExp(spec.tail, 'u'),
    },
  ]),
);
const IS_THEMATIC = new RegExp(THEMATIC, 'u');
const CONNECTOR = /[、，,和及与暨]/u;

/** Headings are the same from key to key, and much the same from report to report. */
const MOST_KEPT = 2000;
const kept = new Map<string, readonly PartId[]>();

/** The parts that a heading's words serve, without its number; in the order the heading names them. */
export function partsOf(title: string, year: number | undefined): readonly PartId[] {
  const key = `${year ?? ''} ${title}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const parts = findParts(title, year);
  kept.set(key, parts);
  return parts;
}

function findParts(title: string, year: number | undefined): readonly PartId[] {
  // The duty of the first person is described with the words of the first part, which it then does not serve.
  const firstPerson = matches('first_person', title, year);
  if (IS_THEMATIC.test(title)) return firstPerson ? ['first_person'] : nextYearParts(title, year);
  const named: PartId[] = firstPerson ? ['first_person'] : [];
  title.split(CONNECTOR).forEach((segment, index) => {
    const part = PART_PRIORITY.find((id) => matches(id, segment, year));
    // “存在的问题及改进措施”: behind another part, words such as 措施 belong to that part.
    if (part && !named.includes(part) && (part !== 'work' || (!firstPerson && (index === 0 || named.length === 0)))) named.push(part);
  });
  if (named.length > 0 && !(named.length === 1 && named[0] === 'work')) return named;
  const whole = PART_PRIORITY.find((id) => matches(id, title, year));
  return whole ? [whole] : [];
}

/** Parts that a line without a number is the heading of: it must also end as such a heading does. */
export function numberlessParts(line: string, year: number | undefined): readonly PartId[] {
  const parts = partsOf(line, year);
  return parts.some((id) => COMPILED.get(id)?.tail.test(line)) ? parts : [];
}

const nextYearParts = (title: string, year: number | undefined): readonly PartId[] =>
  PARTS.filter((spec: PartSpec) => spec.namesNextYear === true && year !== undefined && title.includes(`${year + 1}年`)).map((spec) => spec.id);

function matches(id: PartId, text: string, year: number | undefined): boolean {
  const compiled = COMPILED.get(id) as Compiled;
  const seen = compiled.notHeading ? text.replace(compiled.notHeading, '') : text;
  if (compiled.heading.test(seen)) return true;
  return compiled.spec.namesNextYear === true && year !== undefined && seen.includes(`${year + 1}年`);
}

/** Where each part stands. `outermost` are the sections below no other, in order. */
export function locateParts(outermost: readonly Section[], paragraphs: readonly Paragraph[], year: number | undefined): readonly PartState[] {
  const sections = mainSections(outermost);
  return PARTS.map((spec: PartSpec): PartState => {
    const own = sections.find((section) => section.parts.includes(spec.id));
    if (own) return { id: spec.id, how: 'heading', section: own };
    const lower = findBelow(sections, spec.id, 1);
    if (lower) return { id: spec.id, how: 'subheading', section: lower };
    const paragraph = foldedIn(spec, sections, paragraphs, year);
    return paragraph === undefined ? { id: spec.id, how: 'absent' } : { id: spec.id, how: 'folded', paragraph };
  });
}

/** How far below the first level a heading may still serve a part. */
const DEEPEST_SUBHEADING = 2;

/** A lower heading serves a part only if it also ends as that part's headings do: 解决突出问题 is none. */
function findBelow(sections: readonly Section[], id: PartId, level: number): Section | undefined {
  if (level > DEEPEST_SUBHEADING) return undefined;
  for (const { children } of sections) {
    for (const child of children) {
      if (child.parts.includes(id) && COMPILED.get(id)?.tail.test(child.heading.title.replace(/。$/u, ''))) return child;
    }
    const deeper = findBelow(children, id, level + 1);
    if (deeper) return deeper;
  }
  return undefined;
}

/** In a section that serves several parts: the paragraph at which the part begins; undefined where that cannot be told. */
export function beginningOf(spec: PartSpec, paragraphs: readonly Paragraph[], year: number | undefined): Paragraph | undefined {
  if (spec.begins === undefined) return undefined;
  const begins = new RegExp(withNextYear(spec.begins, year), 'u');
  return paragraphs.find((p, index) => index > 0 && p.kind === 'text' && begins.test(p.facts.flow.text));
}

const withNextYear = (pattern: string, year: number | undefined): string => pattern.replace('{next}', year === undefined ? '[12]\\d{3}' : String(year + 1));

/** The first paragraph that does the work of a part without a heading of its own. */
function foldedIn(spec: PartSpec, sections: readonly Section[], paragraphs: readonly Paragraph[], year: number | undefined): number | undefined {
  if (spec.body === undefined) return undefined;
  const body = new RegExp(withNextYear(spec.body, year), 'u');
  const first = sections[0]?.heading.paragraph ?? 0;
  const found = paragraphs.findIndex((p, index) => index > first && p.kind === 'text' && body.test(p.facts.flow.text));
  return found < 0 ? undefined : found;
}
