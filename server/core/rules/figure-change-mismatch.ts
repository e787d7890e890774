// figure-change-mismatch: a rise or fall does not follow from the two values it lies between, or is said in the wrong
// terms. Must not compute: the report has checked every figure. Never an error: only the writer knows which is wrong.

import { ARITHMETIC } from '../domain/standards.ts';
import { operandOf } from '../figures/check.ts';
import { checkFinding, rightValue, told, valueFix, written, type Told } from '../lint/checks.ts';
import type { Finding, Fix, Rule } from '../lint/rule.ts';
import { termFindings } from '../lint/terms.ts';
import { breaksLine, sourceSpan } from '../report/query.ts';
import type { Report } from '../report/report.ts';

const KINDS = new Set(['change', 'difference', 'points'] as const);

export const figureChangeMismatch: Rule = {
  id: 'figure-change-mismatch',
  title: '增减与两期数字不符',
  severities: ['warning', 'information', 'hint'],
  fix: 'review',
  basis: ARITHMETIC,
  *check(report, context) {
    for (const each of told(report, KINDS)) yield finding(report, each);
    yield* termFindings(report, 'figure-change-mismatch', context);
  },
};

function finding(report: Report, each: Told): Finding {
  const { paragraph, check } = each;
  const { stated, equation, computed = 0 } = check;
  const change = written(paragraph, stated);
  const current = operandOf(check, 'current');
  const base = operandOf(check, 'base');
  const now = current ? written(paragraph, current) : '';
  switch (check.reason) {
    case 'direction': {
      const then = base ? written(paragraph, base) : '上期';
      const [low, high] = (current?.quantity.value ?? 0) < (base?.quantity.value ?? 0) ? ['少', '下降'] : ['多', '上升'];
      return checkFinding(each, `${now}比${then}${low}，应为${high}，句中写的方向相反。核对两个数字和升降。`);
    }
    case 'times':
      return checkFinding(each, `按两期数字是原来的${change}，也就是增长${rightValue(check)}倍，即${equation}。写“是原来的${change}”或者“增长${rightValue(check)}倍”。`);
    case 'no-integer':
      return checkFinding(each, `按${now}和${change}倒推，上期不是整数。核对件数和增减幅度。`);
    case 'per cent of a rate':
      return checkFinding(each, `${now}是比率，升降写成${change}容易误解：是相差${stated.quantity.value}个百分点，还是相对变化${change}。相差多少的写“个百分点”。`);
    case 'points':
      return base
        ? checkFinding(each, `两个比率相差${rightValue(check)}个百分点（${equation}），不是${change}。比率的升降写“个百分点”。`, pointsFix(report, each))
        : checkFinding(each, `${now}是数量，数量的增减不用百分点。写增减了多少，或者增减了百分之几。`);
    case 'value':
      if (check.kind === 'difference') return checkFinding(each, `写为${change}，按两期数字应相差${rightValue(check)}${stated.unit ?? ''}（${equation}）。核对三个数字，哪个错改哪个。`, valueFix(report, each, '差额'));
      if (check.kind === 'points') return checkFinding(each, check.verdict === 'doubtful' ? `写为${change}，两个比率相差${rightValue({ ...check, computed })}个百分点（${equation}）。核对数字，比率的升降写“个百分点”。` : `写为${change}，两个比率相差${rightValue(check)}个百分点（${equation}）。核对三个数字，哪个错改哪个。`, valueFix(report, each, '差额'));
      break;
    default:
  }
  return checkFinding(each, `增减幅度写为${change}，按两期数字应为${rightValue(check)}${stated.unit ?? ''}，即${equation}。核对三个数字，哪个错改哪个。`, valueFix(report, each, '幅度'));
}

/** 2.04% → 2.04个百分点 */
function pointsFix(report: Report, { paragraph, check: { stated } }: Told): readonly Fix[] {
  const span = sourceSpan(paragraph, stated.number.end, stated.end);
  return breaksLine(report, span) ? [] : [{ title: '改为“个百分点”', applicability: 'review', edits: [{ span, text: '个百分点' }] }];
}
