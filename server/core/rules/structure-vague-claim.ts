// structure-vague-claim: success claimed in the first part with nothing to show for it in the sentence or beside it.
// All words are data. Must not find the part: the report knows where it stands.

import { EVIDENCE, NO_CLAIM, VAGUE_CLAIM } from '../domain/claims.ts';
import { COMMON_USAGE } from '../domain/standards.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { allSections, paragraphsOf, sourceSpan } from '../report/query.ts';
import type { Paragraph } from '../report/report.ts';
import { sentencesOf } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';

const IS_CLAIM = new RegExp(VAGUE_CLAIM, 'gu');
const IS_NONE = new RegExp(NO_CLAIM, 'u');
const SHOWS = new RegExp(EVIDENCE, 'u');

export const structureVagueClaim: Rule = {
  id: 'structure-vague-claim',
  title: '成效写得笼统',
  severities: ['hint'],
  fix: 'none',
  optional: true,
  basis: COMMON_USAGE,
  *check(report) {
    const section = report.parts.find(({ id }) => id === 'work')?.section;
    if (!section || section.parts.length > 1) return;
    // A heading tells what the text below it is to show: （二）执法水平显著提升。
    const headed = new Set(allSections([section]).map(({ heading }) => heading.span.start));
    for (const paragraph of paragraphsOf(report, section)) {
      if (paragraph.kind === 'text' || paragraph.kind === 'heading') yield* findings(paragraph, headed.has(paragraph.span.start));
    }
  },
};

function* findings(paragraph: Paragraph, isHeaded: boolean): Iterable<Finding> {
  const { text } = paragraph.facts.flow;
  const sentences = sentencesOf(text);
  for (const [index, sentence] of sentences.entries()) {
    if ((index === 0 && isHeaded) || [index - 1, index, index + 1].some((i) => isShown(paragraph, sentences[i]))) continue;
    const words = text.slice(sentence.start, sentence.end);
    for (const { 0: claim, index: at } of words.matchAll(IS_CLAIM)) {
      if (IS_NONE.test(words.slice(Math.max(words.lastIndexOf('，', at), 0), at + claim.length))) continue;
      yield {
        span: sourceSpan(paragraph, sentence.start + at, sentence.start + at + claim.length),
        message: `“${claim}”前后没有数字，也没有具体的事，放在哪个单位都能用。写明做成了什么、升降了多少，或者删去。`,
      };
    }
  }
}

/** Whether a sentence holds a figure, a case or a name. */
const isShown = ({ facts: { flow: { text }, figures } }: Paragraph, sentence: Span | undefined): boolean =>
  sentence !== undefined && (SHOWS.test(text.slice(sentence.start, sentence.end)) || figures.some(({ start }) => sentence.start <= start && start < sentence.end));
