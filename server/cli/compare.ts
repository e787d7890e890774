// `compare`: a report beside earlier ones of the same reporter, the latest named last. How it is printed, and what keeps reports
// from being compared. The shape of the JSON is a contract with other programs: only add to it. Must not read files.

import { earlier, positionAt, problemGroups, sparkline, type Comparison, type ComparedFigure, type OtherReport, type PastReport, type Report, type Source, type Span } from '../core/index.ts';
import { comparisonPage } from '../export/comparison.ts';
import { SEVERITY_NAMES } from '../export/review.ts';
import { lintedOf, rangeOf, type Analysed, type Tool } from './formats.ts';

/** The earlier reports among those named, the latest first, and why others are none. */
export function pastOf({ path, report }: Analysed, olds: readonly Analysed[]): { readonly past: readonly PastReport[]; readonly faults: readonly string[]; readonly notes: readonly string[] } {
  const past = earlier(report, olds.map((old): OtherReport => ({ id: old.path, name: old.path, report: old.report })));
  const faults = report.year === undefined ? [`${path}：认不出报告年度，没法和往年比，用 --year 写明`] : olds.flatMap((old) => {
    const { year } = old.report;
    if (past.some(({ report: each }) => each === old.report)) return [];
    if (year === undefined) return [`${old.path}：认不出报告年度，没有比`];
    return [year >= (report.year ?? 0) ? `${old.path}：是${year}年的报告，不早于${path}（${report.year}年），没有比` : `${old.path}：${year}年的报告已经有一份，或者太早，没有比`];
  });
  const notes = past.flatMap(({ name, report: { issuer } }) => (issuer === report.issuer || !issuer || !report.issuer ? [] : [`${name}：报告单位是“${issuer}”，和“${report.issuer}”不同，照样比了`]));
  return { past, faults, notes };
}

export function compareText({ path, report }: Analysed, comparison: Comparison): string {
  const { past, figures, others, gone, problems } = comparison;
  const years = [...past].reverse();
  const at = (shown: string, { source }: Report, { start }: Span): string => {
    const { line, character } = positionAt(source, start);
    return `${shown}:${line + 1}:${character + 1}`;
  };
  const lines = [report.title?.text ?? path, `对比：${past.map(({ year, name }) => `${year}年 ${name}`).join('，')}`];
  if (figures.length > 0) {
    const head = ['数据', ...years.map(({ year }) => `${year}年`), `${report.year}年`, '增减', ...(years.length > 1 ? ['走势'] : [])];
    const rows = figures.map((figure) => [figure.name, ...years.map(({ year }) => figure.history.values.find((each) => each.year === year)?.text ?? ''), figure.text, figure.history.text, ...(years.length > 1 ? [trendOf(figure)] : [])]);
    const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => widthOf(row[column] ?? ''))));
    const isText = (column: number): boolean => column === 0 || column > years.length + 1;
    const print = (row: readonly string[]): string => row.map((cell, column) => padded(cell, widths[column] ?? 0, isText(column))).join('  ').trimEnd();
    lines.push('', print(head));
    figures.forEach((figure, i) => {
      const above = figure.path.join(' / ');
      if (i === 0 || above !== figures[i - 1]?.path.join(' / ')) lines.push(`— ${above}`);
      lines.push(print(rows[i] ?? []));
    });
  }
  lines.push('', `可比的数据 ${figures.length} 个${others > 0 ? `，另有 ${others} 个在往年的报告里没有找到同一个数` : ''}。`);
  if (gone.length > 0) lines.push('', `${past[0]?.year}年写了、这份报告没有写的数据 ${gone.length} 个`, ...gone.map(({ name, text, span, of }) => `${at(of.name, of.report, span)} ${name} ${text}`));
  for (const { rule, problems: found } of problemGroups(problems)) {
    lines.push('', `${rule.title} ${found.length} 处 [${rule.id}]`);
    for (const { span, severity, message, related = [] } of found) {
      lines.push(`${at(path, report, span)} ${SEVERITY_NAMES[severity]} ${message}`);
      for (const each of related) if (each.of) lines.push(`  ${at(each.of.name, each.of.report, each.span)} ${each.message}`);
    }
  }
  if (problems.length === 0) lines.push('没有发现照搬的段落、没有改的年份、一样的不足、没有下文的安排和对不上的同比。');
  return lines.join('\n');
}

const trendOf = ({ value, history }: ComparedFigure): string => sparkline([...[...history.values].reverse().map((each) => each.value), value]);

export function compareJson({ path, report }: Analysed, { past, figures, others, gone, problems }: Comparison, tool: Tool): string {
  const place = (source: Source, span: Span) => rangeOf(source, span);
  const headOf = (shown: string, each: Report) => ({ path: shown, report: lintedOf(shown, each, []).report });
  return JSON.stringify(
    {
      tool,
      new: headOf(path, report),
      old: past.map((of) => headOf(of.name, of.report)),
      figures: figures.map(({ path: sections, name, text, value, unit, metric, exactness, span, history: { change, text: told, values } }) => ({
        sections,
        name,
        text,
        value,
        unit: unit ?? null,
        metric: metric ?? null,
        exactness,
        range: place(report.source, span),
        change: { text: told, difference: change.difference === '0' ? 0 : change.sign * Number.parseFloat(change.difference), percent: change.percent === undefined ? null : change.sign * Number(change.percent), points: change.points, rough: change.rough },
        past: values.map((then) => ({ year: then.year, path: then.of.name, text: then.text, value: then.value, range: place(then.of.report.source, then.span) })),
      })),
      unmatched: others,
      gone: gone.map((then) => ({ year: then.year, path: then.of.name, name: then.name, text: then.text, value: then.value, range: place(then.of.report.source, then.span) })),
      problems: problems.map(({ rule, severity, message, span, related = [] }) => ({
        rule: rule.id,
        severity,
        message,
        range: place(report.source, span),
        related: related.map((each) => ({ path: each.of?.name ?? path, message: each.message, range: place((each.of?.report ?? report).source, each.span) })),
      })),
    },
    undefined,
    2,
  );
}

export const compareHtml = ({ path, report }: Analysed, comparison: Comparison): string => comparisonPage({ report, name: path, comparison });

/** Columns of a terminal: what is written in East Asia takes two. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u3000-\u303f]/u.test(character) ? 2 : 1), 0);

const padded = (text: string, width: number, toTheLeft: boolean): string => {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return toTheLeft ? text + blanks : blanks + text;
};
