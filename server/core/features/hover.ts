// What is shown when the mouse rests on a place: a rate with its definition and its working, a finding with its
// grounds, a part with what it must contain. Markdown in Chinese. Must not judge anew: report and problems say.

import { PARTS } from '../domain/parts.ts';
import type { PartSpec } from '../domain/types.ts';
import type { Basis } from '../domain/validity.ts';
import type { Problem } from '../lint/lint.ts';
import { allSections, flowOffset, paragraphAt, sourceSpan } from '../report/query.ts';
import type { RateCheck } from '../report/rates.ts';
import type { Paragraph, Report } from '../report/report.ts';
import { contains, type Span } from '../text/span.ts';
import { toDecimals } from '../text/numerals.ts';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** Undefined where there is nothing to say. */
export function hover(report: Report, problems: readonly Problem[], offset: number): Hover | undefined {
  if (!report.recognised) return undefined;
  const sections = [titleAt(report, offset), rateAt(report, offset), ...groundsAt(problems, offset), partAt(report, offset)].filter((h) => h !== undefined);
  const [first] = sections;
  return first && { span: first.span, markdown: sections.map((h) => h.markdown).join('\n\n---\n\n') };
}

function titleAt({ title, kind, year }: Report, offset: number): Hover | undefined {
  if (!title || !kind || !contains(title.span, offset)) return undefined;
  return { span: title.span, markdown: `**${kind.name}**${year === undefined ? '' : ` ${year}年度`}\n\n时限：${kind.due}\n\n${grounds(kind.basis)}` };
}

function rateAt(report: Report, offset: number): Hover | undefined {
  const paragraph = paragraphAt(report, offset);
  if (!paragraph) return undefined;
  const at = flowOffset(paragraph, offset);
  const startOf = ({ rate }: RateCheck): number => rate.named?.start ?? rate.start;
  const check = paragraph.facts.rates.find((each) => startOf(each) <= at && at <= each.rate.end);
  return check && { span: sourceSpan(paragraph, startOf(check), check.rate.end), markdown: describeRate(paragraph, check) };
}

function describeRate(paragraph: Paragraph, check: RateCheck): string {
  const { metric, rate } = check;
  const { text } = paragraph.facts.flow;
  const alias = rate.name === metric.name ? '' : `（文中称“${rate.name}”）`;
  const arrow = { higher: '，越高越好', lower: '，越低越好', neutral: '' }[metric.direction];
  const lines = [`**${metric.name}**${alias}`, metric.definition, `公式：${metric.numerator}÷${metric.denominator}×100%${arrow}`, working(text, check)];
  if (metric.range === 'open') lines.push('可以超过100%。');
  if (metric.pitfalls.length > 0) lines.push(metric.pitfalls.map((pitfall) => `- ${pitfall}`).join('\n'));
  lines.push(metric.official ? grounds(metric.official) : '全国没有统一公式，以上级统计口径为准。');
  return lines.join('\n\n');
}

function working(text: string, check: RateCheck): string {
  const { rate, numerator, denominator, computed } = check;
  if (!numerator || !denominator || computed === undefined) {
    return `核算：同一句里没有写全“${check.metric.numerator}”和“${check.metric.denominator}”两个数，无法核对。`;
  }
  const sum = `${numerator.quantity.value}÷${denominator.quantity.value}＝${toDecimals(computed, Math.max(2, rate.quantity.decimals))}%`;
  const written = text.slice(rate.start, rate.end);
  switch (check.verdict) {
    case 'consistent':
      return `核算：${sum}，与${written}相符。`;
    case 'inconsistent':
      return `核算：${sum}，与${written}**不符**，按句中数字应为${toDecimals(computed, rate.quantity.decimals)}%。`;
    case 'unchecked':
      return `核算：${sum}，但不能确定${written}就是这两个数相除，没有核对。`;
  }
}

/** The grounds of the findings at a place; their messages are shown by the editor already. */
function groundsAt(problems: readonly Problem[], offset: number): readonly Hover[] {
  return problems
    .filter((problem) => contains(problem.span, offset))
    .map((problem) => ({ span: problem.span, markdown: `**${problem.rule.title}** ${problem.rule.id}\n\n${grounds(problem.basis ?? problem.rule.basis)}` }));
}

export function grounds(basis: Basis): string {
  const article = basis.article ?? '';
  const note = basis.note === undefined ? '' : `：${basis.note}`;
  const caution = basis.confidence === 'verified' ? '' : '（通行用法，未附文件出处，供核对）';
  return `依据：${basis.document}${article}${note}${caution}`;
}

function partAt(report: Report, offset: number): Hover | undefined {
  for (const { heading, parts } of allSections(report.sections)) {
    if (!contains(heading.span, offset)) continue;
    const specs = PARTS.filter((part: PartSpec) => parts.includes(part.id));
    if (specs.length === 0 || heading.depth > 1) return undefined;
    return { span: heading.span, markdown: specs.map((spec: PartSpec) => `**${spec.name}**\n\n应写：${spec.contents}\n\n${grounds(spec.basis)}`).join('\n\n') };
  }
  return undefined;
}
