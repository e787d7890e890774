// figure-unit: persons and visits, cases and times taken for each other: 人数16210人次, or one quantity in both units.
// Must not search text.

import { CONFUSED_UNITS } from '../domain/relations.ts';
import { COMMON_USAGE } from '../domain/standards.ts';
import type { Figure } from '../figures/figure.ts';
import { written } from '../lint/checks.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { termFindings } from '../lint/terms.ts';
import { isOfYear, quantityKey, type Mention } from '../report/quantities.ts';
import { sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import type { Segmenter } from '../words/segmenter.ts';

export const figureUnit: Rule = {
  id: 'figure-unit',
  title: '计量单位混用',
  severities: ['information', 'hint'],
  fix: 'none',
  basis: COMMON_USAGE,
  *check(report, context) {
    for (const paragraph of report.paragraphs) yield* termFindings(report, paragraph, 'figure-unit', context);
    yield* twoUnits(report, context.words);
  },
};

const confused = (a: string, b: string): boolean => CONFUSED_UNITS.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
const MAY_BE_CONFUSED: ReadonlySet<string> = new Set(CONFUSED_UNITS.flat());

/** So many figures of one value tell nothing by being equal. */
const MOST_OF_ONE_VALUE = 12;

/** The same number of the same things, once in persons and once in visits. */
function* twoUnits(report: Report, words: Segmenter): Iterable<Finding> {
  const byValue = new Map<number, { readonly paragraph: Paragraph; readonly figure: Figure }[]>();
  for (const paragraph of report.paragraphs) {
    for (const figure of paragraph.facts.figures) {
      if (!MAY_BE_CONFUSED.has(figure.unit ?? '')) continue;
      const others = byValue.get(figure.quantity.value);
      if (!others) {
        byValue.set(figure.quantity.value, [{ paragraph, figure }]);
        continue;
      }
      const first = others.find((other) => confused(other.figure.unit ?? '', figure.unit ?? '') && isSame(report, words, other, { paragraph, figure }));
      if (first) yield finding(first, { paragraph, figure });
      if (others.length < MOST_OF_ONE_VALUE) others.push({ paragraph, figure });
    }
  }
}

type Place = Pick<Mention, 'paragraph' | 'figure'>;

function isSame(report: Report, words: Segmenter, a: Place, b: Place): boolean {
  if (!isOfYear(report, a.paragraph, a.figure) || !isOfYear(report, b.paragraph, b.figure)) return false;
  const key = quantityKey(a.paragraph, a.figure, words);
  return key !== undefined && key === quantityKey(b.paragraph, b.figure, words);
}

function finding(first: Place, second: Place): Finding {
  const spanOf = ({ paragraph, figure }: Place) => sourceSpan(paragraph, figure.start, figure.end);
  return {
    span: spanOf(second),
    severity: 'hint',
    message: `“${second.figure.name}”这里写${written(second.paragraph, second.figure)}，前面写${written(first.paragraph, first.figure)}，单位不一样。统一用一种。`,
    related: [{ span: spanOf(first), message: `前面：${first.figure.name}${written(first.paragraph, first.figure)}` }],
  };
}
