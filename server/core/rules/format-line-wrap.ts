// format-line-wrap: a paragraph cut by the end of a page, or a whole text hard-wrapped as it came from a PDF.
// Must not look for line breaks: breaks.ts knows them.

import { FORMAT_STANDARD } from '../domain/standards.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { joinLines, joinsOf } from '../report/breaks.ts';
import { sourceSpan } from '../report/query.ts';
import type { Report } from '../report/report.ts';

export const formatLineWrap: Rule = {
  id: 'format-line-wrap',
  title: '段落被断行',
  severities: ['warning', 'information', 'hint'],
  fix: 'review',
  basis: FORMAT_STANDARD,
  *check(report) {
    yield* splitLists(report);
    if (report.wrapWidth === undefined) yield* cuts(report);
    else yield* wrapped(report, report.wrapWidth);
  },
};

/** One remark for a whole text pasted from a PDF. */
function* wrapped(report: Report, width: number): Iterable<Finding> {
  const first = report.paragraphs.find((paragraph) => joinsOf(report, paragraph).length > 0);
  const edits = joinLines(report);
  if (!first || edits.length === 0) return;
  const end = Math.min(first.span.end, joinsOf(report, first)[0]?.span.start ?? first.span.end);
  yield {
    span: { start: first.span.start, end },
    severity: 'information',
    message: `全文每行约${Math.round(width)}字就断行，是从PDF复制留下的。合并成自然段后再修改、排版；也可以用“格式化文档”。`,
    fixes: [{ title: '合并全文的断行', applicability: 'review', edits }],
  };
}

/** One remark for every cut, on the characters at both its sides. */
function* cuts(report: Report): Iterable<Finding> {
  for (const paragraph of report.paragraphs) {
    for (const edit of joinsOf(report, paragraph)) {
      yield {
        span: { start: edit.span.start - 1, end: edit.span.end + 1 },
        message: '一句话断成了两段，多是分页或复制留下的。合并成一段。',
        fixes: [{ title: '合并成一段', applicability: 'review', edits: [edit] }],
      };
    }
  }
}

/** 一是 and 二是 inside one paragraph, 三是 in a paragraph of its own. One item behind a heading is the first of such paragraphs. */
function* splitLists(report: Report): Iterable<Finding> {
  for (const [index, paragraph] of report.paragraphs.entries()) {
    const item = paragraph.facts.items[0];
    const before = report.paragraphs[index - 1]?.facts.items ?? [];
    if (item?.start !== 0 || item.value < 2 || before.length < 2 || before[0]?.start === 0 || !before.some(({ value }) => value === item.value - 1)) continue;
    const written = paragraph.facts.flow.text.slice(item.start, item.end);
    yield {
      span: sourceSpan(paragraph, item.start, item.end),
      severity: 'hint',
      message: `“${written}”以前的各项写在上一段里，这一项另起了一段。合并到上一段，或者各项都另起一段。`,
    };
  }
}
