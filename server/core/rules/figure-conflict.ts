// figure-conflict: one quantity is told with two values. Only what a reporter has one of a year, or calls the total of the
// year in both places, is compared; occasions that share a name are not. Must not search text.

import { COMMON_USAGE } from '../domain/standards.ts';
import { sameKind } from '../figures/check.ts';
import { written } from '../lint/checks.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { mentions, type Mention } from '../report/quantities.ts';
import { sourceSpan } from '../report/query.ts';

export const figureConflict: Rule = {
  id: 'figure-conflict',
  title: '前后数字不一致',
  severities: ['information'],
  fix: 'none',
  basis: COMMON_USAGE,
  *check(report, { words }) {
    const byKey = new Map<string, Mention>();
    const told = new Set<string>();
    for (const mention of mentions(report, words)) {
      if (!mention.whole) continue;
      const first = byKey.get(mention.key);
      if (!first) byKey.set(mention.key, mention);
      else if (!told.has(mention.key) && contradicts(first, mention)) {
        told.add(mention.key);
        yield finding(first, mention);
      }
    }
  },
};

function contradicts({ figure: a, paragraph }: Mention, { figure: b, paragraph: other }: Mention): boolean {
  if (!sameKind(a, b) || a.quantity.value === b.quantity.value) return false;
  // Side by side they are two things; the words that tell them apart stand elsewhere.
  return paragraph !== other || a.sentence.start !== b.sentence.start;
}

function finding(first: Mention, second: Mention): Finding {
  const name = second.figure.name;
  const place = ({ paragraph, figure }: Mention) => sourceSpan(paragraph, figure.start, figure.end);
  return {
    span: place(second),
    message: `“${name}”这里写的是${written(second.paragraph, second.figure)}，前面写的是${written(first.paragraph, first.figure)}。同一个数就改成一致，口径不同就写明区别。`,
    related: [{ span: place(first), message: `前面：${first.figure.name}${written(first.paragraph, first.figure)}` }],
  };
}
