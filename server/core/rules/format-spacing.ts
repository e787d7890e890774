// format-spacing: blanks between Chinese and digits in some places and none in others. One remark for the document.
// Must not search text: the report knows where the blanks are.

import { COMMON_USAGE } from '../domain/standards.ts';
import type { Rule } from '../lint/rule.ts';
import { sourceSpan } from '../report/query.ts';
import type { Paragraph } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** So many of each kind, and the document does not know its own mind. */
const ENOUGH = 3;

type Kind = 'spaced' | 'tight';

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
    const countOf = (kind: Kind): number => paragraphs.reduce((sum, p) => sum + p.facts.spacing[kind].length, 0);
    const counts = { spaced: countOf('spaced'), tight: countOf('tight') };
    if (counts.spaced < ENOUGH || counts.tight < ENOUGH) return;
    const placesOf = (kind: Kind): readonly Place[] => paragraphs.flatMap((paragraph) => paragraph.facts.spacing[kind].map((at) => ({ paragraph, at })));
    const spaced = placesOf('spaced');
    const first = counts.spaced <= counts.tight ? spaced[0] : placesOf('tight')[0];
    if (!first) return;
    yield {
      span: sourceSpan(first.paragraph, first.at - 1, first.at + 1),
      message: `汉字与数字之间有的空格（${counts.spaced}处），有的不空（${counts.tight}处）。公文中通常不空格，全文统一。`,
      fixes: [{ title: `删去${spaced.length}处空格`, applicability: 'safe', edits: spaced.map((place): Edit => ({ span: blank(place), text: '' })) }],
    };
  },
};

function blank({ paragraph, at }: Place): Span {
  return { start: sourceSpan(paragraph, at - 1, at).end, end: sourceSpan(paragraph, at, at + 1).start };
}
