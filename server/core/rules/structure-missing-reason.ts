// structure-missing-reason: the problems part names no cause. A warning where its heading promises causes.
// Must not find the part: the report knows where it stands.

import { PARTS } from '../domain/parts.ts';
import { REASON, REASON_PROMISED, REASON_STUB } from '../domain/reasons.ts';
import type { PartSpec } from '../domain/types.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { beginningOf } from '../report/parts.ts';
import { paragraphsOf, quoted } from '../report/query.ts';
import type { Paragraph, Report, Section } from '../report/report.ts';
import { plainText } from '../text/template.ts';

const PROBLEMS = PARTS.find((part: PartSpec) => part.id === 'problems') as PartSpec;
const NAMES_REASON = new RegExp(REASON, 'u');
const PROMISES = new RegExp(REASON_PROMISED, 'u');

export const structureMissingReason: Rule = {
  id: 'structure-missing-reason',
  title: '不足没有写原因',
  severities: ['information', 'warning'],
  fix: 'review',
  basis: PROBLEMS.basis,
  *check(report) {
    const state = report.parts.find((part) => part.id === PROBLEMS.id);
    if (!state?.section) return;
    const own = textOf(report, state.section);
    if (own.length === 0 || own.some((p) => NAMES_REASON.test(bodyOf(p, state.section)))) return;
    yield finding(state.section, own);
  },
};

/** The paragraphs in which the problems stand: where the heading also serves another part, those before it begins. */
function textOf(report: Report, section: Section): readonly Paragraph[] {
  const paragraphs = paragraphsOf(report, section).filter((p) => p.kind === 'text');
  const others = PARTS.filter((part: PartSpec) => part.id !== PROBLEMS.id && section.parts.includes(part.id));
  const begins = others.flatMap((part) => beginningOf(part, paragraphs, report.year) ?? [])[0];
  return begins ? paragraphs.slice(0, paragraphs.indexOf(begins)) : paragraphs;
}

/** A run-in heading does not count as its text. */
const bodyOf = (paragraph: Paragraph, section: Section | undefined): string => {
  const { text } = paragraph.facts.flow;
  return section?.heading.runIn && paragraph.span.start === section.heading.span.start ? text.slice(section.heading.title.length) : text;
};

function finding(section: Section, paragraphs: readonly Paragraph[]): Finding {
  const promised = PROMISES.test(section.heading.title);
  const last = paragraphs[paragraphs.length - 1];
  const at = last?.span.end ?? section.span.end;
  return {
    span: section.heading.span,
    lacks: '原因',
    severity: promised ? 'warning' : 'information',
    message: promised
      ? `“${quoted(section)}”的标题写了原因，正文只列了不足。逐项写明原因，或在每项不足后补“主要原因是……”。`
      : `“${quoted(section)}”只列了不足，没有写原因。年度报告要求写明存在的不足和原因，在每项不足后补“主要原因是……”。`,
    ...(last ? { related: [{ span: last.span, message: '可以补在这一段后面' }] } : {}),
    fixes: [{ title: '补一句原因', applicability: 'review', edits: [{ span: { start: at, end: at }, text: plainText(REASON_STUB) }], template: { edit: 0, text: REASON_STUB } }],
    basis: PROBLEMS.basis,
  };
}
