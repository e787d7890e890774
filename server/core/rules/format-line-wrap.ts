// format-line-wrap: a paragraph cut by the end of a page, or a whole text hard-wrapped as it came from a PDF.
// Must not look for line breaks: breaks.ts knows them.

import { OPEN_END } from '../domain/marks.ts';
import { FORMAT_STANDARD } from '../domain/standards.ts';
import type { Finding, Fix, Rule, RuleContext } from '../lint/rule.ts';
import { joinLines, joinsOf } from '../report/breaks.ts';
import { areHalves } from '../report/halves.ts';
import { sourceSpan } from '../report/query.ts';
import type { Report } from '../report/report.ts';

export const formatLineWrap: Rule = {
  id: 'format-line-wrap',
  title: '段落被断行',
  severities: ['warning', 'information', 'hint'],
  fix: 'review',
  basis: FORMAT_STANDARD,
  *check(report, context) {
    yield* splitLists(report);
    if (report.wrapWidth === undefined) yield* cuts(report, context);
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
function* cuts(report: Report, context: RuleContext): Iterable<Finding> {
  for (const paragraph of report.paragraphs) {
    for (const edit of joinsOf(report, paragraph)) {
      const { start, end } = edit.span;
      const before = report.source.text.slice(Math.max(paragraph.span.start, start - REACH), start);
      const after = report.source.text.slice(end, Math.min(paragraph.span.end, end + REACH));
      const join: Fix = { title: '合并成一段', applicability: 'review', edits: [edit] };
      const span = { start: start - 1, end: end + 1 };
      // Verses, slogans and headings in two lines are set so.
      const isShort = lastLine(before).length < SHORTEST_LINE;
      if (isCut(before, after, context)) yield { span, ...(isShort ? { severity: 'information' as const } : {}), message: '一句话断成了两段，多是分页或复制留下的。合并成一段。', fixes: [join] };
      else {
        yield {
          span,
          severity: before.length >= SHORTEST_PARAGRAPH && IS_OPEN_END.test(before) ? 'warning' : 'information',
          message: '这一段末尾没有标点，和下一段像是断开的一句话。没有写完的合并成一段，写完了的补上“。”。',
          fixes: [join, { title: '补“。”', applicability: 'review', edits: [{ span: { start, end: start }, text: '。' }] }],
        };
      }
    }
  }
}

/** Farther from the break nothing is looked at: a paragraph may have one behind every character. */
const REACH = 200;

/** The end of a page cuts longer ones. */
const SHORTEST_LINE = 20;

/** A shorter paragraph may be a caption, or an item of a list without stops. */
const SHORTEST_PARAGRAPH = 60;
const IS_OPEN_END = new RegExp(`${OPEN_END}$`, 'u');

/** So much on either side shows where words begin and end. */
const AROUND = 16;

/** Whether it is one sentence beyond doubt: by what stands on both sides, or because the break parts a word. */
function isCut(before: string, after: string, { words }: RuleContext): boolean {
  if (ENDS_CLAUSE.test(before) || areHalves(before, firstLine(after))) return true;
  const tail = before.slice(-AROUND);
  let at = 0;
  for (const word of words.cut(tail + after.slice(0, AROUND))) {
    if (at < tail.length && at + word.length > tail.length) return true;
    at += word.length;
  }
  return false;
}

const ENDS_CLAUSE = /[，、（(《“]$/u;
const lastLine = (text: string): string => text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
const firstLine = (text: string): string => /^[^\r\n]*/u.exec(text)?.[0] ?? '';

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
