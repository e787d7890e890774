// What a report of its kind must contain, as a list that a writer ticks off: title, year, opening, the required parts,
// what the office asks for. Must not judge anew or know how the list is shown.

import { PARTS } from '../domain/parts.ts';
import type { PartId, PartSpec } from '../domain/types.ts';
import type { Fix } from '../lint/rule.ts';
import { insertParts } from '../report/insert.ts';
import { firstBody, formulaOf } from '../report/opening.ts';
import { mainSections, quoted, sectionsAt, sourceSpan } from '../report/query.ts';
import type { Report, Section } from '../report/report.ts';
import { localParts, requiredParts } from '../report/required.ts';
import type { Span } from '../text/span.ts';

export interface ChecklistItem {
  readonly kind: 'title' | 'year' | 'opening' | 'part' | 'local';
  /** What it is called; empty for title, year and opening, which the shells name. */
  readonly name: string;
  /** Of a part. */
  readonly part?: PartId;
  /** `folded`: only a paragraph of another section serves it; `unclear`: all headings are on subjects; `optional`: not there, and need not be. */
  readonly standing: 'present' | 'folded' | 'unclear' | 'absent' | 'optional';
  /** What is there: the heading, the title, the year; of a folded part the section it is folded into. */
  readonly found?: string;
  /** Where that is. */
  readonly span?: Span;
  /** Of what the office asks for: words that its heading may hold. */
  readonly headings?: readonly string[];
}

/** Empty for a text that is no such report. */
export function checklist(report: Report): readonly ChecklistItem[] {
  if (!report.recognised) return [];
  const { title, year } = report;
  return [
    { kind: 'title', name: '', ...(title ? { standing: 'present', found: title.text, span: title.span } : { standing: 'absent' }) },
    { kind: 'year', name: '', ...(year === undefined ? { standing: 'absent' } : { standing: 'present', found: String(year) }), ...(title ? { span: title.span } : {}) },
    opening(report),
    ...requiredParts(report).map(({ spec, state, standing }): ChecklistItem => {
      const item = { kind: 'part', name: spec.name, part: spec.id, standing } as const;
      if (standing === 'folded') {
        const span = report.paragraphs[state.paragraph ?? 0]?.span;
        const host = span && sectionsAt(report, span.start).findLast(({ heading }) => heading.depth <= 1);
        return { ...item, ...(host ? { found: quoted(host) } : {}), ...(span ? { span } : {}) };
      }
      const section = standing === 'present' ? (state.section ?? firstSubject(report)) : undefined;
      return { ...item, ...(section ? at(section) : {}) };
    }),
    ...localParts(report).map(({ name, headings, section }): ChecklistItem => ({ kind: 'local', name, standing: section ? 'present' : 'absent', headings, ...(section ? at(section) : {}) })),
  ];
}

const at = (section: Section): Pick<ChecklistItem, 'found' | 'span'> => ({ found: quoted(section), span: section.heading.span });

/** Where headings on subjects do the work of the first part, they begin here. */
const firstSubject = ({ sections }: Report): Section | undefined => mainSections(sections).find(({ parts }) => parts.length === 0);

function opening(report: Report): ChecklistItem {
  const formula = formulaOf(report);
  const body = formula?.paragraph ?? firstBody(report);
  const span = formula ? sourceSpan(formula.paragraph, formula.start, formula.end) : body?.span;
  const text = formula ? formula.paragraph.facts.flow.text.slice(formula.start, formula.end) : body?.facts.flow.text;
  return { kind: 'opening', name: '', ...(span && text !== undefined ? { standing: 'present', found: shortened(text), span } : { standing: 'optional' }) };
}

const LONGEST = 24;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** Inserts the parts that have no heading of their own, of those that are named; undefined where all have one. */
export function insertion(report: Report, parts: readonly string[]): Pick<Fix, 'edits' | 'template'> | undefined {
  const specs = PARTS.filter(({ id }: PartSpec) => parts.includes(id) && report.parts.some((state) => state.id === id && (state.how === 'absent' || state.how === 'folded')));
  return report.recognised && specs.length > 0 ? insertParts(report, specs) : undefined;
}
