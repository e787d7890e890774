// structure-missing-part: a required part has no heading of its own, or is not there at all.
// Must not find parts: the report knows where they stand. The order of parts is never judged.

import { PARTS } from '../domain/parts.ts';
import type { PartSpec } from '../domain/types.ts';
import type { Finding, Fix, Rule } from '../lint/rule.ts';
import { insertParts } from '../report/insert.ts';
import { quoted, sectionsAt } from '../report/query.ts';
import type { PartState, Report, Section } from '../report/report.ts';
import { requiredParts } from '../report/required.ts';
import type { Span } from '../text/span.ts';

const BASIS = PARTS[0].basis;
const REGULATION = BASIS.document.split('（')[0] ?? '';

export const structureMissingPart: Rule = {
  id: 'structure-missing-part',
  title: '缺少必备部分',
  severities: ['warning', 'information'],
  fix: 'review',
  basis: BASIS,
  *check(report) {
    const wanting = requiredParts(report).filter(({ standing }) => standing !== 'present');
    if (wanting.length === 0) return;
    if (report.sections.length === 0 || wanting.some(({ standing }) => standing === 'unclear')) {
      yield thematic(report, wanting.map(({ spec }) => spec));
      return;
    }
    for (const { spec, state, standing } of wanting) yield standing === 'folded' ? folded(report, spec, state) : absent(report, spec);
  },
};

function absent(report: Report, spec: PartSpec): Finding {
  const { fix, place } = insertion(report, spec);
  return {
    span: titleSpan(report),
    missing: [spec.id],
    severity: spec.absent,
    unfinished: true,
    message: `缺少“${spec.name}”部分。${REGULATION}要求年度报告写明这一项，应单列标题，${place}。`,
    fixes: [fix],
    basis: spec.basis,
  };
}

function folded(report: Report, spec: PartSpec, state: PartState): Finding {
  const paragraph = report.paragraphs[state.paragraph ?? 0];
  const around = sectionsAt(report, paragraph?.span.start ?? 0);
  const host = around.findLast(({ heading }) => heading.depth <= 1) ?? around[0];
  const { fix, place, before } = insertion(report, spec);
  return {
    span: host?.heading.span ?? titleSpan(report),
    severity: spec.folded,
    message: `“${spec.name}”没有单列标题，只在${host ? `“${quoted(host)}”中` : '正文里'}写了一段。${REGULATION}要求年度报告写明这一项，应单列标题，${before === host ? '放在这一部分之前' : place}。`,
    ...(paragraph ? { related: [{ span: paragraph.span, message: '现在写在这一段' }] } : {}),
    fixes: [fix],
    basis: spec.basis,
  };
}

function insertion(report: Report, spec: PartSpec): { fix: Fix; place: string; before: Section | undefined } {
  const { edits, template, before, after } = insertParts(report, [spec]);
  return {
    fix: { title: `插入“${spec.name}”部分`, applicability: 'review', edits, template },
    before,
    place: before ? `放在“${quoted(before)}”之前` : after ? `放在“${quoted(after)}”之后` : '放在正文最后',
  };
}

/** No heading is a part's: the layout is by subject, or there are no headings yet. One remark, no warnings. */
function thematic(report: Report, missing: readonly PartSpec[]): Finding {
  const names = missing.map((spec) => `“${spec.name}”`).join('');
  const [first] = report.sections;
  if (first) {
    return {
      span: titleSpan(report),
      severity: 'information',
      message: `一级标题按专题分列（如“${quoted(first)}”），看不出${names}各写在哪里。${REGULATION}要求年度报告写明这些内容，可单列标题，或在相应专题中点明。`,
      basis: BASIS,
    };
  }
  const { edits, template } = insertParts(report, missing);
  return {
    span: titleSpan(report),
    missing: missing.map(({ id }) => id),
    unfinished: true,
    severity: 'information',
    message: `全文还没有分部分的标题。${REGULATION}要求年度报告写明${names}，可先插入标题再填写。`,
    fixes: [{ title: '插入各必备部分', applicability: 'review', edits, template }],
    basis: BASIS,
  };
}

/** A missing thing has no place of its own: it is told at the title, else at the first words. */
function titleSpan(report: Report): Span {
  return report.title?.span ?? report.paragraphs[0]?.span ?? { start: 0, end: 0 };
}
