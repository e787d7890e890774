// What a report of its kind and its office must contain, and how it stands with each. The rules phrase it, the checklist
// lists it. Must not find parts or decide what is told.

import { PARTS } from '../domain/parts.ts';
import type { LocalRules, PartSpec } from '../domain/types.ts';
import { allSections, mainSections } from './query.ts';
import type { PartState, Report, Section } from './report.ts';

export interface RequiredPart {
  readonly spec: PartSpec;
  readonly state: PartState;
  /**
   * `present`: a heading serves it, or headings on subjects do the work of the first part; `folded`: only a paragraph
   * does; `unclear`: all headings are on subjects, so that nobody can tell; `absent`: nothing does.
   */
  readonly standing: 'present' | 'folded' | 'unclear' | 'absent';
}

const REQUIRED: readonly PartSpec[] = PARTS.filter((part) => part.required);

/** In the order of the regulation. */
export function requiredParts({ kind, parts, sections }: Report): readonly RequiredPart[] {
  const main = mainSections(sections);
  const isThematic = main.length > 0 && !main.some((section) => section.parts.length > 0);
  const hasSubjects = main.some((section) => section.parts.length === 0);
  return REQUIRED.filter((spec) => kind?.required.includes(spec.id) ?? true).map((spec) => {
    const state = parts.find((part) => part.id === spec.id) ?? { id: spec.id, how: 'absent' as const };
    const isWanting = state.how === 'absent' || state.how === 'folded';
    if (!isWanting) return { spec, state, standing: 'present' };
    if (isThematic) return { spec, state, standing: 'unclear' };
    if (spec.id === 'work' && hasSubjects) return { spec, state, standing: 'present' };
    return { spec, state, standing: state.how === 'folded' ? 'folded' : 'absent' };
  });
}

export type LocalPart = LocalRules['parts'][number] & { readonly section: Section | undefined };

/** What the office asks for, each with the heading that serves it. */
export function localParts({ local, sections }: Report): readonly LocalPart[] {
  if (!local || local.parts.length === 0) return [];
  const all = allSections(sections);
  return local.parts.map((part) => ({ ...part, section: all.find(({ heading }) => part.headings.some((words) => heading.title.includes(words))) }));
}
