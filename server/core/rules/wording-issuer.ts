// wording-issuer: a document named with an office that did not issue it, or with one of two. Who issued what is data.
// Looks only at the words right before a title; whatever else stands there says nothing.

import { FAULT_NAMED, ISSUED, OFFICES } from '../domain/mentions.ts';
import { CITED_TEXT } from '../domain/standards.ts';
import type { DocumentSpec } from '../domain/types.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { replaceBy } from '../lint/terms.ts';
import type { Citation } from '../report/citations.ts';
import { sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import { sentenceAround } from '../text/sentence.ts';

const NAMES = Object.keys(OFFICES).sort((a, b) => b.length - a.length).join('|');
const JOINT = '(?:[、，]|和|与|及|暨)?';
const BEFORE_TITLE = new RegExp(`(?<![、和与及暨]|转发)(?<offices>(?:${NAMES})(?:${JOINT}(?:${NAMES}))*)(?<verb>${ISSUED})$`, 'u');
const EACH = new RegExp(NAMES, 'gu');
const IS_FAULT = new RegExp(FAULT_NAMED, 'u');
const PUBLISHED: Readonly<Record<DocumentSpec['kind'], string>> = { law: '通过', regulation: '公布', rule: '公布', party: '印发', policy: '印发' };
/** Longer than any two offices with what stands between them and a title. */
const REACH = 40;

export const wordingIssuer: Rule = {
  id: 'wording-issuer',
  title: '发文机关写错',
  severities: ['error', 'information'],
  fix: 'review',
  basis: CITED_TEXT,
  *check(report) {
    for (const paragraph of report.paragraphs) {
      for (const citation of paragraph.facts.citations) yield* issuer(report, paragraph, citation);
    }
  },
};

function* issuer(report: Report, paragraph: Paragraph, { start, end, document, near }: Citation): Iterable<Finding> {
  const named = document ?? near?.document;
  if (!named) return;
  const right = issuersOf(named);
  if (right.length === 0) return;
  const { text } = paragraph.facts.flow;
  const from = Math.max(0, start - REACH);
  const match = BEFORE_TITLE.exec(text.slice(from, start));
  const said = match?.groups?.['offices'];
  if (!match || said === undefined) return;
  // Whose law it is is said only with a verb; 国务院《…条例》 names an issuer without one.
  if (match.groups?.['verb'] === '' && named.kind === 'law') return;
  const offices = officesOf(said);
  if (offices.length === right.length && right.every((office) => offices.includes(office))) return;
  // The congress and its standing committee are told apart in no report.
  if (named.kind === 'law' && offices.every((office) => right.some((other) => other.startsWith(office) || office.startsWith(other)))) return;
  const around = sentenceAround(text, start, end);
  if (IS_FAULT.test(text.slice(around.start, around.end))) return;
  const span = sourceSpan(paragraph, from + match.index, from + match.index + said.length);
  yield {
    span,
    severity: named.basis.confidence === 'verified' ? 'error' : 'information',
    message: `《${named.title}》由${named.issuer}${right.length > 1 ? '联合' : ''}${PUBLISHED[named.kind]}，这里写的是“${said}”。写“${named.issuer}”。`,
    fixes: [replaceBy(report, span, named.issuer, false)],
    basis: named.basis,
  };
}

/** Of every document that was cited once: they are few. */
const known = new Map<DocumentSpec, readonly string[]>();

function issuersOf(document: DocumentSpec): readonly string[] {
  const issuers = known.get(document) ?? officesOf(document.issuer);
  known.set(document, issuers);
  return issuers;
}

/** The offices named in some words, each once, by their full names; none where the words name something else as well. */
function officesOf(words: string): readonly string[] {
  const rest = words.replace(EACH, '').replace(/[、，和与及暨]/gu, '');
  return rest === '' ? [...new Set([...words.matchAll(EACH)].map(([name]) => OFFICES[name] as string))] : [];
}
