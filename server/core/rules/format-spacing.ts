// format-spacing: blanks between Chinese and digits in some places and none in others, one remark for the document;
// and blanks inside a known phrase.
// Must not search text: the report knows where the blanks are.

import { COMMON_USAGE } from '../domain/standards.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { sourceSpan } from '../report/query.ts';
import { findTight } from '../report/spacing.ts';
import type { Paragraph, Report } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** So many of each kind, and the document does not know its own mind. */
const ENOUGH = 3;

interface Place {
  readonly paragraph: Paragraph;
  /** Flow offset of the character behind the place. */
  readonly at: number;
}

export const formatSpacing: Rule = {
  id: 'format-spacing',
  title: '空格不统一',
  severities: ['hint'],
  fix: 'safe',
  basis: COMMON_USAGE,
  *check(report) {
    const paragraphs = report.paragraphs.filter((p) => p.kind !== 'row' && p.kind !== 'title');
    yield* inside(report, paragraphs);
    const spaced = paragraphs.flatMap((paragraph) => paragraph.facts.spacing.spaced.map((at): Place => ({ paragraph, at })));
    if (spaced.length < ENOUGH) return;
    const tight = tightIn(paragraphs);
    if (tight.count < ENOUGH) return;
    const first = spaced.length <= tight.count ? spaced[0] : tight.first;
    if (!first) return;
    yield {
      span: sourceSpan(first.paragraph, first.at - 1, first.at + 1),
      message: `汉字与数字之间有的空格（${spaced.length}处），有的不空（${tight.count}处）。公文中通常不空格，全文统一。`,
      fixes: [{ title: `删去${spaced.length}处空格`, applicability: 'safe', edits: spaced.map((place): Edit => ({ span: blank(place), text: '' })) }],
    };
  },
};

/** The places without a blank: there may be hundreds. */
function tightIn(paragraphs: readonly Paragraph[]): { readonly first: Place | undefined; readonly count: number } {
  let first: Place | undefined;
  let count = 0;
  for (const paragraph of paragraphs) {
    const tight = findTight(paragraph.facts.flow);
    count += tight.length;
    if (!first && tight[0] !== undefined) first = { paragraph, at: tight[0] };
  }
  return { first, count };
}

/** A blank that parts a phrase, as it is left by a page or a table that was copied. */
function* inside(report: Report, paragraphs: readonly Paragraph[]): Iterable<Finding> {
  for (const paragraph of paragraphs) {
    for (const at of paragraph.facts.spacing.gaps) {
      const span = sourceSpan(paragraph, at - 1, at + 1);
      yield {
        span,
        message: `“${report.source.text.slice(span.start, span.end)}”中间多了空格，把一个词断成了两截。删去空格。`,
        fixes: [{ title: '删去空格', applicability: 'safe', edits: [{ span: blank({ paragraph, at }), text: '' }] }],
      };
    }
  }
}

function blank({ paragraph, at }: Place): Span {
  return { start: sourceSpan(paragraph, at - 1, at).end, end: sourceSpan(paragraph, at, at + 1).start };
}
