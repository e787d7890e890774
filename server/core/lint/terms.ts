// Rules that report the entries of one set of terms: the facts are the report's, the claims are data. Such a rule is
// one line in its file. Must not search text.

import type { Term } from '../domain/terms.ts';
import { appliesOn } from '../domain/validity.ts';
import { breaksLine, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import type { TermHit } from '../report/terms.ts';
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
  const { text } = paragraph.facts.flow;
  const told = new Set<number>(); // characters already spoken of
  for (const { term, start, end } of [...paragraph.facts.terms].sort(byGravity)) {
    if (term.rule !== rule || !appliesOn(term.validity, report.asOf)) continue;
    if (term.wholeWord && !context.isWord(text, start, end)) continue;
    const places = Array.from({ length: end - start }, (_, i) => start + i);
    if (places.some((place) => told.has(place))) continue;
    for (const place of places) told.add(place);
    yield termFinding(report, sourceSpan(paragraph, start, end), term, text.slice(start, end));
  }
}

const byGravity = (a: TermHit, b: TermHit): number =>
  RANK[a.term.severity] - RANK[b.term.severity] || b.end - b.start - (a.end - a.start);

function termFinding(report: Report, span: Span, term: Term, words: string): Finding {
  return {
    span,
    severity: term.severity,
    message: `${term.message.replaceAll('{hit}', words)}${term.advice}`,
    fixes: term.replacement === undefined ? [] : [replaceBy(report, span, term.replacement, term.safe === true)],
    basis: term.basis,
  };
}

/** A fix over a line break would also change the layout, so it is never safe. */
export function replaceBy(report: Report, span: Span, text: string, safe: boolean): Fix {
  return { title: text === '' ? '删去' : `改为“${text}”`, applicability: safe && !breaksLine(report, span) ? 'safe' : 'review', edits: [{ span, text }] };
}
