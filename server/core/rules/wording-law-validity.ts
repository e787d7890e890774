// wording-law-validity: documents that no longer held, or did not yet hold, in the report year, and revisions that are no
// longer new. Derived from the days of the documents; no entry is written for any of them. Must not search text: the report
// knows the documents that a paragraph cites.

import { DOCUMENTS } from '../domain/documents.ts';
import { KNOWN_UNTIL } from '../domain/known.ts';
import { APPLIES_DOCUMENT, DOCUMENT_RETROSPECT, DONE_UNDER_DOCUMENT, FAULT_NAMED, LAW_DRAFT, LAW_IN_THE_MAKING, MONTH_NAMED, NEWLY_REVISED, REVISION_RETROSPECT } from '../domain/mentions.ts';
import type { DocumentSpec } from '../domain/types.ts';
import { chineseDay, type IsoDay } from '../domain/validity.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { replaceBy } from '../lint/terms.ts';
import type { Citation } from '../report/citations.ts';
import { sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';

const RETROSPECT = new RegExp(`${DOCUMENT_RETROSPECT}|${FAULT_NAMED}`, 'u');
const MONTHS = new RegExp(MONTH_NAMED, 'gu');
const IS_NEW = new RegExp(NEWLY_REVISED, 'u');
const NEW_THEN = new RegExp(REVISION_RETROSPECT, 'u');
const APPLIES = new RegExp(APPLIES_DOCUMENT, 'u');
const DONE = new RegExp(DONE_UNDER_DOCUMENT, 'u');
const IS_DRAFT = new RegExp(LAW_DRAFT, 'u');
const IN_THE_MAKING = new RegExp(LAW_IN_THE_MAKING, 'u');
const BY_ID = new Map<string, DocumentSpec>(DOCUMENTS.map((d: DocumentSpec) => [d.id, d]));
/** How far before a title the words stand that belong to it. */
const BEFORE = 16;
/** For how many years a revision is called new. */
const NEW_FOR = 2;

export const wordingLawValidity: Rule = {
  id: 'wording-law-validity',
  title: '引用文件的时效',
  severities: ['warning', 'information'],
  fix: 'review',
  basis: {
    document: '所引法律、法规、文件的公布、施行、修订和废止日期',
    note: '按报告年度12月31日判断，各条依据见悬停说明',
    confidence: 'verified',
    source: 'domain data',
  },
  *check(report) {
    const { asOf } = report;
    if (asOf === undefined) return;
    for (const paragraph of report.paragraphs) {
      for (const citation of paragraph.facts.citations) {
        if (!citation.document) continue;
        yield* repealed(report, paragraph, citation, asOf);
        yield* notYet(report, paragraph, citation, asOf);
        yield* noLongerNew(report, paragraph, citation, asOf);
      }
    }
  },
};

/** A document cited in a report of a year in which it no longer held. */
function* repealed(report: Report, paragraph: Paragraph, { document, start, end, title }: Citation, asOf: IsoDay): Iterable<Finding> {
  if (!document?.repealed || document.repealed > asOf) return;
  const { text } = paragraph.facts.flow;
  const words = sentence(text, { start, end });
  const firstYear = document.repealed.slice(0, 4) === asOf.slice(0, 4);
  if (RETROSPECT.test(words) || (firstYear && namesMonthBefore(words, document.repealed))) return;
  const known = document.basis.confidence === 'verified';
  const successor = document.successor === undefined ? undefined : BY_ID.get(document.successor);
  const instead = document.successorNote ?? (successor && `《${successor.title}》`);
  const inner = sourceSpan(paragraph, start + 1, end - 1);
  const replacement = successor && (title === document.title ? successor.title : (successor.short[0] ?? successor.title));
  yield {
    span: sourceSpan(paragraph, start, end),
    severity: known && !firstYear ? 'warning' : 'information',
    message: `《${title}》${known ? `自${chineseDay(document.repealed)}起不再施行` : '现已不再施行'}，${report.year}年的报告不宜作现行文件引用。${instead ? `应引用${instead}` : '核对后改用现行文件'}。`,
    fixes: replacement === undefined ? [] : [replaceBy(report, inner, replacement, false)],
    basis: document.basis,
  };
}

/**
 * A document that nobody could name when the report was written, or one that is applied though it did not hold yet.
 * To study or plan for what has been published is right.
 */
function* notYet(report: Report, paragraph: Paragraph, { document, start, end, title }: Citation, asOf: IsoDay): Iterable<Finding> {
  if (!document || document.effective <= asOf) return;
  const { text } = paragraph.facts.flow;
  const words = sentence(text, { start, end });
  if (IN_THE_MAKING.test(words) && document.published === undefined) return;
  const known = document.basis.confidence === 'verified';
  const writtenBy = `${Number(asOf.slice(0, 4)) + 1}-04-01`;
  const published = document.published ?? document.effective;
  const span = sourceSpan(paragraph, start, end);
  if (published > writtenBy && document.published !== undefined) {
    if (IS_DRAFT.test(words)) return;
    yield {
      span,
      severity: known ? 'warning' : 'information',
      message: `《${title}》${chineseDay(published)}才公布，${report.year}年的报告写不到。核对报告年度或者文件名称。`,
      basis: document.basis,
    };
    return;
  }
  if (IN_THE_MAKING.test(words) || !APPLIES.test(text.slice(Math.max(0, start - BEFORE), start)) || !DONE.test(text.slice(end, end + BEFORE))) return;
  yield {
    span,
    severity: 'information',
    message: `《${title}》自${chineseDay(document.effective)}起施行，${report.year}年还不能作执法的依据。核对当时适用的法律、法规。`,
    basis: document.basis,
  };
}

/** 新修订的 before a law whose last revision is over two years old. */
function* noLongerNew(report: Report, paragraph: Paragraph, { document, start, end, title }: Citation, asOf: IsoDay): Iterable<Finding> {
  const day = document?.revisedEffective;
  if (!document || day === undefined || asOf > KNOWN_UNTIL) return;
  const { text } = paragraph.facts.flow;
  const said = IS_NEW.exec(text.slice(Math.max(0, start - BEFORE), start));
  if (!said || NEW_THEN.test(sentence(text, { start, end }))) return;
  const until = `${Number(day.slice(0, 4)) + NEW_FOR}${day.slice(4)}`;
  if (until >= asOf) return;
  yield {
    span: sourceSpan(paragraph, start - said[0].length, start),
    severity: 'information',
    message: `《${title}》最近一次${document.basis.confidence === 'verified' ? `修改自${chineseDay(day)}起施行` : '修改'}，到${report.year}年底已满两年，不宜再称“${said[0]}”。删去，或者写明修改的年份。`,
    fixes: [replaceBy(report, sourceSpan(paragraph, start - said[0].length, start), '', false)],
    basis: document.basis,
  };
}

function namesMonthBefore(words: string, day: IsoDay): boolean {
  return [...words.matchAll(MONTHS)].some((m) => Number(m.groups?.['month'] ?? 1) < Number(day.slice(5, 7)));
}

function sentence(text: string, { start, end }: Span): string {
  const around = sentenceAround(text, start, end);
  return text.slice(around.start, around.end);
}
