// structure-stale-year: a sentence taken over from an earlier report still names that report's year. Must not compare: compare/
// finds the sentences.

import { staleYears } from '../compare/stale.ts';
import { COMMON_USAGE } from '../domain/standards.ts';
import type { Rule } from '../lint/rule.ts';

export const structureStaleYear: Rule = {
  id: 'structure-stale-year',
  title: '沿用上年的年份',
  severities: ['information'],
  fix: 'review',
  optional: true,
  compares: true,
  basis: COMMON_USAGE,
  *check(report, { past }) {
    for (const { span, year, right, of, then } of staleYears(report, past)) {
      yield {
        span,
        message: `这一句和${of.year}年的报告里的一句相同，“${year}年”没有改。说的是本报告年度的事，写“${right}年”；说的就是${year}年的事，不用改。`,
        related: [{ span: then, message: `${of.year}年的报告里的这一句`, of }],
        fixes: [{ title: `改为“${right}年”`, applicability: 'review', edits: [{ span, text: `${right}年` }] }],
      };
    }
  },
};
