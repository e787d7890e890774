// structure-vague-problems: the problems part is one sentence of general words, without a figure and without a cause.
// Must not find the part: the report knows where it stands.

import { PARTS } from '../domain/parts.ts';
import { REASON, VAGUE } from '../domain/reasons.ts';
import type { PartSpec } from '../domain/types.ts';
import type { Rule } from '../lint/rule.ts';
import { paragraphsOf, quoted } from '../report/query.ts';

const PROBLEMS = PARTS.find((part: PartSpec) => part.id === 'problems') as PartSpec;
const IS_VAGUE = new RegExp(VAGUE, 'u');
const NAMES_REASON = new RegExp(REASON, 'u');
const STOPS = /[。；！？]/gu;

export const structureVagueProblems: Rule = {
  id: 'structure-vague-problems',
  title: '不足写得笼统',
  severities: ['information'],
  fix: 'none',
  basis: PROBLEMS.basis,
  *check(report) {
    const section = report.parts.find((part) => part.id === PROBLEMS.id)?.section;
    if (!section || section.parts.length > 1 || section.heading.runIn) return;
    const [only, more] = paragraphsOf(report, section).filter((p) => p.kind === 'text');
    if (!only || more) return;
    const { text } = only.facts.flow;
    if ((text.match(STOPS) ?? []).length > 1 || only.facts.figures.length > 0 || !IS_VAGUE.test(text) || NAMES_REASON.test(text)) return;
    yield {
      span: section.heading.span,
      message: `“${quoted(section)}”只有一句笼统的话，看不出具体差在哪里。分项写明不足，各举一件事或一个数，再写原因。`,
      related: [{ span: only.span, message: '这一部分的全部内容' }],
    };
  },
};
