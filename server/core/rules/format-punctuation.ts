// format-punctuation: half-width, doubled, superfluous, missing and unpaired marks. Most claims are data.
// Must not search text: the report knows terms and brackets.

import { INNER_MARK, LIST_ITEM, MARK_NAMES, OPEN_END, PAIRS, STOPS } from '../domain/marks.ts';
import { PUNCTUATION_STANDARD } from '../domain/standards.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { paragraphsWith, termFindingsIn } from '../lint/terms.ts';
import { breaksOff, isWhole } from '../report/halves.ts';
import { flowOffset, sourceSpan } from '../report/query.ts';
import type { Paragraph } from '../report/report.ts';
import { readMarker } from '../text/numbering.ts';

const IS_OPEN_END = new RegExp(OPEN_END, 'u');
const HAS_MARK = new RegExp(INNER_MARK, 'u');
const FULL_STOP = new RegExp(STOPS, 'u');
/** The text before it keeps its stops, so that a missing one is a slip and no habit. */
const ENDS_FULLY = /。$/u;
const IS_ITEM = new RegExp(LIST_ITEM, 'u');
/** A shorter paragraph may be a heading, a signature or a caption. */
const SHORTEST_PARAGRAPH = 60;
/** One that stops in mid-sentence may only be a line of verse. */
const SHORTEST_BROKEN = 20;

export const formatPunctuation: Rule = {
  id: 'format-punctuation',
  title: '标点误用',
  severities: ['hint', 'warning', 'information'],
  fix: 'safe',
  basis: PUNCTUATION_STANDARD,
  *check(report, context) {
    const { paragraphs } = report;
    for (const paragraph of paragraphsWith(report, 'format-punctuation')) {
      if (paragraph.kind === 'row') continue;
      for (const finding of termFindingsIn(report, paragraph, 'format-punctuation', context)) yield endsHeading(paragraph, finding) ? { ...finding, fixes: toReview(finding.fixes) } : finding;
    }
    for (let i = 0; i < paragraphs.length; i++) {
      const paragraph = paragraphs[i] as Paragraph;
      if (paragraph.kind === 'row') continue;
      const { flow: { text }, unpaired: at } = paragraph.facts;
      if (at !== undefined && !pairsWith(paragraph, nextUnpaired(paragraphs, i, 1)) && !pairsWith(nextUnpaired(paragraphs, i, -1), paragraph)) yield unpaired(paragraph, at);
      if (paragraph.kind !== 'title' && text.length >= SHORTEST_BROKEN && !text.endsWith('。')) yield* unfinished(paragraph, paragraphs[i + 1], paragraphs[i - 1]);
    }
  },
};

/** A full mark in a heading or a short line ends it there, so what stands behind would become text. */
function endsHeading(paragraph: Paragraph, finding: Finding): boolean {
  const { text } = paragraph.facts.flow;
  if (paragraph.kind === 'text' && text.length >= SHORTEST_PARAGRAPH) return false;
  const stops = finding.fixes?.some((fix) => fix.edits.some((edit) => FULL_STOP.test(edit.text))) === true;
  return stops && !FULL_STOP.test(text.slice(0, flowOffset(paragraph, finding.span.start)));
}

const toReview = (fixes: Finding['fixes'] = []): NonNullable<Finding['fixes']> => fixes.map((fix) => ({ ...fix, applicability: 'review' }));

/** A quotation runs over no more paragraphs. */
const LONGEST_QUOTATION = 12;

/** The nearest paragraph in one direction that holds half of a pair. */
function nextUnpaired(paragraphs: readonly Paragraph[], from: number, step: 1 | -1): Paragraph | undefined {
  if (paragraphs[from]?.facts.unpaired === undefined) return undefined;
  for (let i = from + step; Math.abs(i - from) <= LONGEST_QUOTATION; i += step) {
    if (paragraphs[i]?.facts.unpaired !== undefined) return paragraphs[i];
  }
  return undefined;
}

/** A quotation that runs over several paragraphs. */
function pairsWith(first: Paragraph | undefined, second: Paragraph | undefined): boolean {
  const markOf = (p: Paragraph | undefined): string | undefined => (p?.facts.unpaired === undefined ? undefined : p.facts.flow.text[p.facts.unpaired]);
  const open = markOf(first);
  const close = markOf(second);
  return open !== undefined && close !== undefined && PAIRS.some((pair) => pair[0] === open && pair[1] === close);
}

/** Told once a paragraph: where one is missing, the rest no longer pairs either. */
function unpaired(paragraph: Paragraph, at: number): Finding {
  return {
    span: sourceSpan(paragraph, at, at + 1),
    severity: 'information',
    message: `这个${MARK_NAMES[paragraph.facts.flow.text[at] ?? ''] ?? '括号'}在这一段里没有配对的另一半。引号、括号和书名号成对使用，补上或删去。`,
  };
}

/** A long paragraph that just stops. The last one may still be in the writing. */
function* unfinished(paragraph: Paragraph, next: Paragraph | undefined, before: Paragraph | undefined): Iterable<Finding> {
  const { text } = paragraph.facts.flow;
  if ((text.length < SHORTEST_PARAGRAPH && !breaksOff(text)) || !IS_OPEN_END.test(text.slice(-1)) || isWhole(text) || !HAS_MARK.test(text) || next?.kind === 'row') return;
  // An item behind it may be what it introduces; one of a list that had begun before is not.
  if (next && IS_ITEM.test(next.facts.flow.text)) {
    const item = readMarker(next.facts.flow.text, 0);
    const own = readMarker(text, 0);
    const followsOwn = item !== undefined && own !== undefined && own.level === item.level && own.value + 1 === item.value;
    if (!followsOwn && ((item?.value ?? 1) === 1 || !ENDS_FULLY.test(before?.facts.flow.text ?? ''))) return;
  }
  const at = paragraph.span.end;
  const words = text.slice(-8);
  const mark = /[，、]$/u.exec(text)?.[0];
  if (mark !== undefined) {
    yield {
      span: sourceSpan(paragraph, text.length - 1, text.length),
      severity: next ? 'warning' : 'hint',
      message: `这一段以“${mark}”结尾，句子没有写完。补全，或者改为“。”。`,
      fixes: [{ title: '改为“。”', applicability: 'review', edits: [{ span: sourceSpan(paragraph, text.length - 1, text.length), text: '。' }] }],
    };
    return;
  }
  yield {
    span: sourceSpan(paragraph, text.length - 1, text.length),
    severity: next ? 'warning' : 'hint',
    message: `这一段到“${words}”为止，末尾没有标点。句子完了用“。”，没有完就补全。`,
    fixes: [{ title: '补“。”', applicability: 'review', edits: [{ span: { start: at, end: at }, text: '。' }] }],
  };
}
