// figure-unit: persons and visits, cases and times taken for each other: 人数16210人次, or one quantity in both units.
// Must not search text.

import { CONFUSED_UNITS } from '../domain/figures.ts';
import { COMMON_USAGE } from '../domain/standards.ts';
import { written } from '../lint/checks.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { termFindings } from '../lint/terms.ts';
import { mentions, type Mention } from '../report/quantities.ts';
import { sourceSpan } from '../report/query.ts';

export const figureUnit: Rule = {
  id: 'figure-unit',
  title: '计量单位混用',
  severities: ['information', 'hint'],
  fix: 'none',
  basis: COMMON_USAGE,
  *check(report, context) {
    for (const paragraph of report.paragraphs) yield* termFindings(report, paragraph, 'figure-unit', context);
    yield* twoUnits(mentions(report, context.words));
  },
};

const confused = (a: string, b: string): boolean => CONFUSED_UNITS.some(([x, y]) => (x === a && y === b) || (x === b && y === a));

/** The same number of the same things, once in persons and once in visits. */
function* twoUnits(all: readonly Mention[]): Iterable<Finding> {
  const seen = new Map<string, Mention>();
  for (const mention of all) {
    const key = `${mention.key} ${mention.figure.quantity.value}`;
    const first = seen.get(key);
    if (!first) {
      seen.set(key, mention);
      continue;
    }
    const place = ({ paragraph, figure }: Mention) => sourceSpan(paragraph, figure.start, figure.end);
    if (!confused(first.figure.unit ?? '', mention.figure.unit ?? '')) continue;
    yield {
      span: place(mention),
      severity: 'hint',
      message: `“${mention.figure.name}”这里写${written(mention.paragraph, mention.figure)}，前面写${written(first.paragraph, first.figure)}，单位不一样。统一用一种。`,
      related: [{ span: place(first), message: `前面：${first.figure.name}${written(first.paragraph, first.figure)}` }],
    };
  }
}
