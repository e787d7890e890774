// Rules that report the entries of one set of terms: the facts are the report's, the claims are data. Such a rule is
// one line in its file. Must not search text.

import type { Term } from '../domain/terms.ts';
import { appliesOn } from '../domain/validity.ts';
import { breaksLine, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import type { TermHit } from '../report/terms.ts';
import { applyEdits, type Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Finding, Fix, Rule, RuleContext } from './rule.ts';

const RANK = { error: 0, warning: 1, information: 2, hint: 3 } as const;

/** A rule that reports its terms and nothing else. */
export function termRule(rule: Omit<Rule, 'check'>): Rule {
  return {
    ...rule,
    *check(report, context) {
      for (const paragraph of report.paragraphs) yield* termFindings(report, paragraph, rule.id, context);
    },
  };
}

/** Several entries can hit one place: the graver, then the longer one speaks. */
export function* termFindings(report: Report, paragraph: Paragraph, rule: string, context: RuleContext): Iterable<Finding> {
  const own = paragraph.facts.terms.filter(({ term }) => term.rule === rule);
  if (own.length === 0) return;
  const { text } = paragraph.facts.flow;
  const told = new Set<number>(); // characters already spoken of
  for (const { term, start, end } of own.sort(byGravity)) {
    if (!appliesOn(term.validity, report.asOf)) continue;
    if (term.wholeWord && !context.isWord(text, start, end)) continue;
    const places = Array.from({ length: end - start }, (_, i) => start + i);
    if (places.some((place) => told.has(place))) continue;
    for (const place of places) told.add(place);
    yield termFinding(report, paragraph, { term, start, end });
  }
}

const byGravity = (a: TermHit, b: TermHit): number =>
  RANK[a.term.severity] - RANK[b.term.severity] || b.end - b.start - (a.end - a.start);

function termFinding(report: Report, paragraph: Paragraph, { term, start, end }: TermHit): Finding {
  const span = sourceSpan(paragraph, start, end);
  const safe = term.safe === true;
  return {
    span,
    severity: term.severity,
    message: `${term.message.replaceAll('{hit}', paragraph.facts.flow.text.slice(start, end))}${term.advice}`,
    fixes: term.replacement !== undefined ? [replaceBy(report, span, term.replacement, safe)] : term.rewrite ? rewriteBy(report, paragraph, start, end, term.rewrite, safe) : [],
    basis: term.basis,
  };
}

/** Changes single characters of a hit and leaves the rest, with its line breaks, as it is. */
function rewriteBy(report: Report, paragraph: Paragraph, start: number, end: number, rewrite: NonNullable<Term['rewrite']>, safe: boolean): readonly Fix[] {
  const words = paragraph.facts.flow.text.slice(start, end);
  const inside = rewrite.flatMap(([pattern, by]): Edit[] =>
    [...words.matchAll(new RegExp(pattern, 'gu'))].map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      text: by.replace('$1', match[1] ?? ''),
    })),
  );
  if (inside.length === 0) return [];
  const edits = inside.map(({ span: { start: from, end: to }, text }): Edit => {
    // What is put in stands directly behind the character before it, not behind a line break.
    const span = from === to && from > 0 ? behind(sourceSpan(paragraph, start + from - 1, start + from)) : sourceSpan(paragraph, start + from, start + to);
    return { span, text };
  });
  const after = applyEdits(words, inside);
  const title = after.length <= LONGEST_TITLE && !/[“”]/u.test(after) ? `改为“${after}”` : '改正这一处';
  return [{ title, applicability: safe && !edits.some((edit) => breaksLine(report, edit.span)) ? 'safe' : 'review', edits }];
}

const LONGEST_TITLE = 16;
const behind = ({ end }: Span): Span => ({ start: end, end });

/** A fix over a line break would also change the layout, so it is never safe. */
export function replaceBy(report: Report, span: Span, text: string, safe: boolean): Fix {
  return { title: text === '' ? '删去' : `改为“${text}”`, applicability: safe && !breaksLine(report, span) ? 'safe' : 'review', edits: [{ span, text }] };
}
