// structure-repeated-problem: a shortcoming that stood in the report before in nearly the same words. Must not compare: compare/
// finds it.

import { repeatedProblems } from '../compare/matters.ts';
import { COMMON_USAGE } from '../domain/standards.ts';
import type { Rule } from '../lint/rule.ts';

export const structureRepeatedProblem: Rule = {
  id: 'structure-repeated-problem',
  title: '不足和上年一样',
  severities: ['information'],
  fix: 'none',
  optional: true,
  compares: true,
  basis: COMMON_USAGE,
  *check(report, { past }) {
    for (const { matter, of, then, verbatim } of repeatedProblems(report, past)) {
      yield {
        span: matter.span,
        message: `这项不足和${of.year}年的报告里的一项${verbatim ? '一字不差' : '几乎一样'}。写今年的新情况：解决到哪一步、为什么还没有解决；已经解决的，换成今年的不足。`,
        related: [{ span: then.span, message: `${of.year}年的报告里的这一项`, of }],
      };
    }
  },
};
