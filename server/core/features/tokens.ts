// What an editor may colour, by what the report knows: the title over all its lines, headings by level whether they stand
// alone or begin a paragraph, figures, titles of laws, places to fill in. Must not know colours.

import { FOREIGN_WORDS } from '../domain/terms/placeholder.ts';
import { sectionsByParagraph } from '../report/query.ts';
import type { Facts, Heading, Report, Section } from '../report/report.ts';
import { toRawSpan } from '../text/flow.ts';
import type { Span } from '../text/span.ts';

/** `part` is a heading that serves a part of the report; headings below the second level count as the third. */
export const TOKEN_KINDS = ['title', 'part', 'heading1', 'heading2', 'heading3', 'rate', 'figure', 'law', 'placeholder'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

export interface Token extends Span {
  readonly kind: TokenKind;
}

/** In order of position, none over another; a token may run over line breaks. Only those of paragraphs that touch `within`. */
export function tokens(report: Report, within: Span = { start: 0, end: report.source.text.length }): readonly Token[] {
  if (!report.recognised) return [];
  const headings = sectionsByParagraph(report);
  const all: Token[] = [];
  report.paragraphs.forEach((paragraph, index) => {
    const { span, kind, facts } = paragraph;
    if (span.end < within.start || span.start > within.end) return;
    if (kind === 'title') {
      all.push({ ...span, kind: 'title' });
      return;
    }
    const section = headings.get(index);
    const from = section?.heading.span.end ?? span.start;
    if (section && section.heading.span.start < section.heading.span.end) all.push({ ...section.heading.span, kind: kindOf(section) });
    for (const inner of innerTokens(facts)) {
      const start = span.start + inner.start;
      if (start >= from) all.push({ start, end: span.start + inner.end, kind: inner.kind });
    }
  });
  return all;
}

function kindOf({ heading, parts }: { readonly heading: Heading; readonly parts: Section['parts'] }): TokenKind {
  if (heading.depth <= 1) return parts.length > 0 ? 'part' : 'heading1';
  return heading.depth === 2 ? 'heading2' : 'heading3';
}

const KNOWN = new WeakMap<Facts, readonly Token[]>();

/** As offsets into the raw text of the paragraph. */
function innerTokens(facts: Facts): readonly Token[] {
  let known = KNOWN.get(facts);
  if (!known) KNOWN.set(facts, (known = findTokens(facts)));
  return known;
}

function findTokens({ flow, figures, citations, terms }: Facts): readonly Token[] {
  const found: Token[] = [
    ...terms.filter(({ term }) => term.rule === PLACEHOLDER_RULE && FOREIGN_WORDS[term.id] === undefined).map(({ start, end }): Token => ({ start, end, kind: 'placeholder' })),
    ...citations.map(({ start, end }): Token => ({ start, end, kind: 'law' })),
    ...figures.map(({ start, end, unit }): Token => ({ start, end, kind: unit === '%' ? 'rate' : 'figure' })),
  ];
  // The first of those that overlap stands; sorting keeps the order above among equals.
  found.sort((a, b) => a.start - b.start);
  const apart: Token[] = [];
  for (const token of found) if (token.start >= (apart[apart.length - 1]?.end ?? 0)) apart.push(token);
  return apart.map(({ start, end, kind }) => ({ ...toRawSpan(flow, start, end), kind }));
}

const PLACEHOLDER_RULE = 'structure-placeholder';
