// structure-dropped-plan: what the report before planned for this year, and of which this one says nothing. Told at the heading of
// the work, where it would be told. Must not compare: compare/ finds it.

import { droppedPlans } from '../compare/matters.ts';
import { COMMON_USAGE } from '../domain/standards.ts';
import type { Rule } from '../lint/rule.ts';

/** A sentence with more would not be read. */
const MOST = 3;
const LONGEST = 24;

export const structureDroppedPlan: Rule = {
  id: 'structure-dropped-plan',
  title: '上年的安排没有下文',
  severities: ['information'],
  fix: 'none',
  optional: true,
  compares: true,
  basis: COMMON_USAGE,
  *check(report, { past }) {
    const heading = report.parts.find(({ id }) => id === 'work')?.section?.heading;
    const plans = droppedPlans(report, past);
    const [first] = plans;
    if (!heading || !first) return;
    const named = plans.slice(0, MOST).map(({ plan }) => `“${shortened(plan.head)}”`).join('');
    yield {
      span: heading.span,
      message: `${first.of.year}年的报告安排了${named}${plans.length > MOST ? `等${plans.length}项` : ''}，本报告没有写到${[...new Set(plans.flatMap(({ subjects }) => subjects))].join('、')}。做了的写做法和结果，没有做成的写进不足。`,
      related: plans.map(({ plan, of }) => ({ span: plan.span, message: `${of.year}年的报告里的这项安排`, of })),
    };
  },
};

const shortened = (text: string): string => {
  const words = text.replace(/[。；]$/u, '');
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
};
