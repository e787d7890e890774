// Rules that report the entries of one set of terms: the facts are the report's, the claims are data. Such a rule is
// one line in its file. Must not search text.

import type { Term } from '../domain/terms.ts';
import { appliesOn } from '../domain/validity.ts';
import { breaksLine, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import type { TermHit } from '../report/terms.ts';
import { applyEdits, type Edit } from '../text/edit.ts';
import { oncePer } from '../text/once.ts';
import type { Span } from '../text/span.ts';
import { groupOf } from './groups.ts';
import type { Finding, Fix, Rule, RuleContext } from './rule.ts';

const RANK = { error: 0, warning: 1, information: 2, hint: 3 } as const;

/** A rule that reports its terms and nothing else. */
export function termRule(rule: Omit<Rule, 'check'>): Rule {
  return {
    ...rule,
    *check(report, context) {
      yield* termFindings(report, rule.id, context);
    },
  };
}

/** What there is to tell of a rule's terms in a report. */
export function* termFindings(report: Report, rule: string, context: RuleContext): Iterable<Finding> {
  for (const paragraph of paragraphsWith(report, rule)) yield* termFindingsIn(report, paragraph, rule, context);
}

/** The paragraphs that hold a term of a rule, in order. */
export const paragraphsWith = (report: Report, rule: string): readonly Paragraph[] => paragraphsByRule(report).get(rule) ?? NONE;

const NONE: readonly never[] = [];

/** Most rules have no term in most reports, so they do not each look for one. */
const paragraphsByRule = oncePer((report: Report): ReadonlyMap<string, readonly Paragraph[]> => {
  const byRule = new Map<string, Paragraph[]>();
  for (const paragraph of report.paragraphs) {
    for (const { term: { rule } } of paragraph.facts.terms) {
      const paragraphs = byRule.get(rule);
      if (!paragraphs) byRule.set(rule, [paragraph]);
      else if (paragraphs[paragraphs.length - 1] !== paragraph) paragraphs.push(paragraph);
    }
  }
  return byRule;
});

/**
 * Several entries can hit one place: the graver, then the one written for this very wording, then the longer one speaks,
 * whichever rule of the group it belongs to.
 */
export function* termFindingsIn(report: Report, paragraph: Paragraph, rule: string, context: RuleContext): Iterable<Finding> {
  const { text } = paragraph.facts.flow;
  const group = groupOf(rule);
  const told = new Set<number>();
  for (const hit of paragraph.facts.terms.filter(({ term }) => groupOf(term.rule) === group).sort(byGravity)) {
    const { term, start, end } = hit;
    if (!appliesOn(term.validity, report.asOf)) continue;
    if (term.wholeWord && !context.isWord(text, start, end)) continue;
    if (isTold(told, start, end)) continue;
    for (let at = start; at < end; at++) told.add(at);
    if (term.rule === rule) yield termFinding(report, paragraph, hit);
  }
}

/** Whether one of the characters is; asking every hit told before would take for ever where there are thousands. */
function isTold(told: ReadonlySet<number>, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (told.has(at)) return true;
  return false;
}

const byGravity = (a: TermHit, b: TermHit): number =>
  RANK[a.term.severity] - RANK[b.term.severity] || Number(a.edit !== undefined) - Number(b.edit !== undefined) || b.end - b.start - (a.end - a.start);

function termFinding(report: Report, paragraph: Paragraph, { term, start, end, edit }: TermHit): Finding {
  const span = sourceSpan(paragraph, start, end);
  const safe = term.safe === true;
  return {
    span,
    severity: term.severity,
    message: `${term.message.replaceAll('{hit}', paragraph.facts.flow.text.slice(start, end))}${term.advice}`,
    fixes: edit ? editBy(report, paragraph, start, end, [edit], safe) : term.replacement !== undefined ? [replaceBy(report, span, term.replacement, safe)] : term.rewrite ? rewriteBy(report, paragraph, start, end, term.rewrite, safe) : [],
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
  const shifted = inside.map(({ span, text }): Edit => ({ span: { start: start + span.start, end: start + span.end }, text }));
  return inside.length === 0 ? [] : editBy(report, paragraph, start, end, shifted, safe);
}

/** Edits in flow offsets, inside a hit. */
function editBy(report: Report, paragraph: Paragraph, start: number, end: number, inside: readonly Edit[], safe: boolean): readonly Fix[] {
  const { text: flow } = paragraph.facts.flow;
  const edits = inside.map(({ span: { start: from, end: to }, text }): Edit => {
    // What is put in stands directly behind the character before it, not behind a line break.
    const span = from === to && from > start ? behind(sourceSpan(paragraph, from - 1, from)) : sourceSpan(paragraph, from, to);
    return { span, text };
  });
  const after = applyEdits(flow.slice(start, end), inside.map(({ span, text }) => ({ span: { start: span.start - start, end: span.end - start }, text })));
  const title = after.length <= LONGEST_TITLE && !/[“”]/u.test(after) ? `改为“${after}”` : '改正这一处';
  return [{ title, applicability: safe && !edits.some((edit) => breaksLine(report, edit.span)) ? 'safe' : 'review', edits }];
}

const LONGEST_TITLE = 16;
const behind = ({ end }: Span): Span => ({ start: end, end });

/** A fix over a line break would also change the layout, so it is never safe. */
export function replaceBy(report: Report, span: Span, text: string, safe: boolean): Fix {
  return { title: text === '' ? '删去' : `改为“${text}”`, applicability: safe && !breaksLine(report, span) ? 'safe' : 'review', edits: [{ span, text }] };
}
