// figure-past-mismatch: what is said of the year before does not agree with that year's own report. Never a warning: last year's
// numbers may have been corrected since. Must not compute: compare/ holds claims against reports.

import { refutedClaims, type RefutedClaim } from '../compare/claims.ts';
import { ARITHMETIC } from '../domain/standards.ts';
import { written } from '../lint/checks.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { sourceSpan } from '../report/query.ts';

export const figurePastMismatch: Rule = {
  id: 'figure-past-mismatch',
  title: '增减与上年报告不符',
  severities: ['information'],
  fix: 'none',
  optional: true,
  compares: true,
  basis: ARITHMETIC,
  *check(report, { past, words }) {
    for (const refuted of refutedClaims(report, past, words)) yield finding(refuted);
  },
};

const VERBS: Readonly<Record<'growth' | 'difference' | 'points', readonly [up: string, down: string]>> = { growth: ['增长', '下降'], difference: ['增加', '减少'], points: ['上升', '下降'] };

function finding({ paragraph, claim: { kind, stated, sign }, now, of, then, right, equation }: RefutedClaim): Finding {
  const said = written(paragraph, stated);
  const before = written(then.paragraph, then.figure);
  const message =
    kind === 'base'
      ? `这里写上年是${said}，${of.year}年的报告写的是${before}。核对哪个对；上年的数后来调整过的，不用改。`
      : `这里写同比${sign === undefined ? '变化' : VERBS[kind][sign > 0 ? 0 : 1]}${said}，${of.year}年的报告写的是${before}，${right === undefined ? `和本年的${written(paragraph, now)}对不上` : `按两年的数应为${right}（${equation}）`}。核对三个数，哪个错改哪个；上年的数后来调整过的，不用改。`;
  return {
    span: sourceSpan(paragraph, stated.start, stated.end),
    message,
    related: [
      ...(kind === 'base' ? [] : [{ span: sourceSpan(paragraph, now.start, now.end), message: `本年：${written(paragraph, now)}` }]),
      { span: then.span, message: `${of.year}年的报告：${then.figure.name}${before}`, of },
    ],
  };
}
