// wording-law-title: titles of laws and papers that are not written as they are called. What is called how is data, and so
// is what near titles mean other documents; the report has found the near ones.

import { FAULT_NAMED } from '../domain/mentions.ts';
import { CITED_TEXT } from '../domain/standards.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { replaceBy, termFindings } from '../lint/terms.ts';
import type { Citation } from '../report/citations.ts';
import { sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import { sentenceAround } from '../text/sentence.ts';

const IS_FAULT = new RegExp(FAULT_NAMED, 'u');
/** A changed character in a title no longer than this may be another title; a lost or a doubled one is not. */
const SHORT_TITLE = 6;

export const wordingLawTitle: Rule = {
  id: 'wording-law-title',
  title: '文件名称写错',
  severities: ['error', 'warning', 'information', 'hint'],
  fix: 'review',
  basis: CITED_TEXT,
  *check(report, context) {
    yield* termFindings(report, 'wording-law-title', context);
    for (const paragraph of report.paragraphs) {
      for (const citation of paragraph.facts.citations) yield* near(report, paragraph, citation);
    }
  },
};

/** A title that misses a known one by a character. */
function* near(report: Report, paragraph: Paragraph, citation: Citation): Iterable<Finding> {
  if (!citation.near) return;
  const { start, end, title } = citation;
  const { facts } = paragraph;
  if (facts.terms.some(({ term, ...hit }) => term.rule === 'wording-law-title' && hit.start < end && start < hit.end)) return;
  const around = sentenceAround(facts.flow.text, start, end);
  if (IS_FAULT.test(facts.flow.text.slice(around.start, around.end))) return;
  const { document, slips, title: right } = citation.near;
  const sure = document.basis.confidence === 'verified' && !(title.length <= SHORT_TITLE && slips.some(({ kind }) => kind === 'changed' || kind === 'added'));
  yield {
    span: sourceSpan(paragraph, start, end),
    severity: sure ? 'warning' : 'information',
    message: `《${title}》与《${right}》只差${slips.length === 1 ? '一个字' : '两个字'}，书名号里的名称一个字也不能改。${sure ? '应为' : '核对后写'}《${right}》。`,
    fixes: [replaceBy(report, sourceSpan(paragraph, start + 1, end - 1), right, false)],
    basis: document.basis,
  };
}
