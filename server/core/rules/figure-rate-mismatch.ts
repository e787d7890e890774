// figure-rate-mismatch: a stated rate or share does not follow from the counts beside it, or cannot be one.
// Must not compute: the report has checked every figure. Never an error: only the writer knows which number is wrong.

import { ARITHMETIC } from '../domain/standards.ts';
import { operandOf } from '../figures/check.ts';
import { checkFinding, rightValue, told, valueFix, written, type Told } from '../lint/checks.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { termFindings } from '../lint/terms.ts';
import type { Report } from '../report/report.ts';
import { wrongRates, type TableRate } from '../report/tables.ts';
import { toDecimals } from '../text/numerals.ts';

const KINDS = new Set(['rate', 'share', 'completeness'] as const);

export const figureRateMismatch: Rule = {
  id: 'figure-rate-mismatch',
  title: '比率与件数不符',
  severities: ['warning', 'information'],
  fix: 'review',
  basis: ARITHMETIC,
  *check(report, context) {
    for (const each of told(report, KINDS)) yield finding(report, each);
    for (const table of report.tables) for (const each of wrongRates(table)) yield tableFinding(each);
    yield* termFindings(report, 'figure-rate-mismatch', context);
  },
};

function finding(report: Report, each: Told): Finding {
  const { paragraph, check } = each;
  const { stated, equation } = check;
  const name = check.kind === 'share' ? '占比' : stated.name;
  const rate = written(paragraph, stated);
  const numerator = operandOf(check, 'numerator');
  const denominator = operandOf(check, 'denominator');
  const told = (message: string): Finding => checkFinding(each, message, check.reason === 'value' || check.reason === 'outlier' ? valueFix(report, each, check.kind === 'share' ? '占比' : '比率') : []);
  switch (check.reason) {
    case 'impossible':
      return told(check.verdict === 'inconsistent' ? `${name}写为${rate}，超过了100%。它是部分占全部的比例，最多100%，核对数字。` : `${name}写为${rate}，超过了100%。如果含有上年结转的，写明结转了多少，否则核对数字。`);
    case 'above':
      return told(`${name}写为${rate}，但分子${numerator ? written(paragraph, numerator) : ''}大于分母${denominator ? written(paragraph, denominator) : ''}。有上年结转的写明，没有就核对数字。`);
    case 'no-integer':
      return told(`${denominator ? written(paragraph, denominator) : ''}里的任何整数都得不出${rate}。核对总数和占比是不是同一口径。`);
    case 'other-base':
      return told(`占比写为${rate}，按句中总数应为${rightValue(check)}%（${equation}）。同列几个占比都像是按另一个总数计的，写明按哪个总数，或者重新计算。`);
    case 'outlier':
      return told(`占比写为${rate}，其他各项都按${denominator?.quantity.value}计，这一项应为${rightValue(check)}%（${equation}）。核对件数和占比。`);
    case 'incomplete': {
      const total = operandOf(check, 'total');
      return told(`${total?.name}${total ? written(paragraph, total) : ''}，${stated.name}${rate}，两数不等，不能说全部做到。核对数字，或者改写后面的话。`);
    }
    default:
      return told(`${name}写为${rate}，按句中数字应为${rightValue(check)}%（${equation}）。核对三个数字，哪个错改哪个。`);
  }
}

function tableFinding({ cell, part, whole, computed, name }: TableRate): Finding {
  return {
    span: cell.span,
    message: `表中的${name.replace(/[（(]?[%％][）)]?$/u, '')}写为${cell.text}，按${part.text}÷${whole.text}应为${toDecimals(computed, cell.decimals)}%，同列其他各行都这样计算。核对这一行的数字。`,
    related: [{ span: part.span, message: `分子：${part.text}` }],
  };
}
