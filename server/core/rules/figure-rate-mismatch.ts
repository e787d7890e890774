// figure-rate-mismatch: a stated rate does not follow from the two counts of its sentence.
// Must not compute: the report has checked every rate. Never an error: only the writer knows which number is wrong.

import type { Finding, Rule } from '../lint/rule.ts';
import { breaksLine, sourceSpan } from '../report/query.ts';
import type { RateCheck } from '../report/rates.ts';
import type { Paragraph, Report } from '../report/report.ts';
import { toDecimals, toFullWidth } from '../text/numerals.ts';

export const figureRateMismatch: Rule = {
  id: 'figure-rate-mismatch',
  title: '比率与件数不符',
  severities: ['warning'],
  fix: 'review',
  basis: {
    document: '按句中两个数字相除核算，比率按四舍五入或截尾都不相符才提示',
    note: '没有全国统一的比率公式，只核对同一句里写明的数字',
    confidence: 'verified',
    source: 'arithmetic',
  },
  *check(report) {
    for (const paragraph of report.paragraphs) {
      for (const check of paragraph.facts.rates) {
        if (check.verdict === 'inconsistent') yield finding(report, paragraph, check);
      }
    }
  },
};

function finding(report: Report, paragraph: Paragraph, check: RateCheck): Finding {
  const { rate, numerator, denominator, computed = 0 } = check;
  const { text } = paragraph.facts.flow;
  const written = text.slice(rate.start, rate.end);
  const n = numerator?.quantity.value ?? 0;
  const d = denominator?.quantity.value ?? 0;
  const right = toDecimals(computed, rate.quantity.decimals);
  const span = sourceSpan(paragraph, rate.start, rate.end);
  const digits = sourceSpan(paragraph, rate.number.start, rate.number.end);
  const asWritten = report.source.text.slice(digits.start, digits.end);
  const fullWidth = /[０-９]/u.test(asWritten);
  const canReplace = /^[0-9０-９.．]+$/u.test(asWritten);
  return {
    span,
    message: `${rate.name}写为${written}，按句中数字应为${right}%（${n}÷${d}＝${toDecimals(computed, Math.max(2, rate.quantity.decimals))}%）。核对三个数字，哪个错改哪个。`,
    related: [numerator, denominator].flatMap((count, i) =>
      count ? [{ span: sourceSpan(paragraph, count.start, count.end), message: `${i === 0 ? '分子' : '分母'}：${count.name}${text.slice(count.start, count.end)}` }] : [],
    ),
    fixes: canReplace && !breaksLine(report, digits)
      ? [{ title: `比率改为${right}%`, applicability: 'review', edits: [{ span: digits, text: fullWidth ? toFullWidth(right).replace('.', '．') : right }] }]
      : [],
  };
}
