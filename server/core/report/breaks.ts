// Line breaks inside paragraphs: left by a PDF or by the end of a page, never by the writer.
// Only blanks and line breaks are ever taken away. Must not decide whether they are worth a finding.

import { isLineBreak, printedWidth } from '../text/characters.ts';
import type { Edit } from '../text/edit.ts';
import { isPageNumber } from '../text/flow.ts';
import { readMarker } from '../text/numbering.ts';
import type { Span } from '../text/span.ts';
import { sectionsByParagraph } from './query.ts';
import type { Paragraph, Report } from './report.ts';

/** Of blanks only what a reader of lines takes for such: other separators are text, and may be a paragraph's last character. */
const BREAK = /(?<![ \t\u3000\u2000-\u200a])[ \t\u3000\u2000-\u200a]*(?:\r\n|\r|\n)[ \t\r\n\u00a0\u3000\u2000-\u200a\u202f\u205f\ufeff]*/gu;
/** 一是…, 第一，…: begins a paragraph of its own. */
const ITEM = /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]，|[首其再][先次]，|最后，)/u;
const ASCII_WORD = /[0-9A-Za-z]/u;

const NONE: readonly never[] = [];

/** Edits that join the lines of a paragraph; empty where it stands on one line. Page numbers are left alone. */
export function joinsOf(report: Report, paragraph: Paragraph): readonly Edit[] {
  const { flow } = paragraph.facts;
  // Nothing is left out of a paragraph on one line; a line break may be a blank in the logical text.
  const isOneLine = flow.text.length === paragraph.span.end - paragraph.span.start && !flow.text.includes(' ');
  if (isOneLine || paragraph.kind === 'row' || paragraph.kind === 'title') return NONE;
  const { text } = report.source;
  const raw = text.slice(paragraph.span.start, paragraph.span.end);
  // 第一部分 may stand on a line above its title.
  if ((!raw.includes('\n') && !raw.includes('\r')) || readMarker(raw, 0)?.level === 0) return NONE;
  return [...raw.matchAll(BREAK)].flatMap((match): Edit[] => {
    const start = paragraph.span.start + match.index;
    const end = start + match[0].length;
    if (isPageNumber(text, lineStart(text, start), start) || isPageNumber(text, end, lineEnd(text, end)) || /[>#|-]/u.test(text[end] ?? '') || (report.wrapWidth === undefined && ITEM.test(text.slice(end, end + 4)))) return [];
    return [{ span: { start, end }, text: joint(text, start, end) }];
  });
}

/**
 * Edits that put every paragraph on one line; `within` limits them to the paragraphs that touch it. Idempotent.
 * Titles keep their lines, and so do tables.
 */
export function joinLines(report: Report, within: Span = { start: 0, end: report.source.text.length }): readonly Edit[] {
  if (!report.recognised) return [];
  const headings = sectionsByParagraph(report);
  return report.paragraphs.flatMap((paragraph, index) => {
    if (paragraph.span.end < within.start || within.end < paragraph.span.start) return [];
    const onward = headings.has(index + 1) ? undefined : joinToNext(report, index);
    return [...joinsOf(report, paragraph), ...(onward && onward.span.end <= within.end ? [onward] : [])];
  });
}

/** Where in hard-wrapped text a paragraph ends in a full line, the next one most likely goes on with it. */
function joinToNext(report: Report, index: number): Edit | undefined {
  const paragraph = report.paragraphs[index];
  const next = report.paragraphs[index + 1];
  if (report.wrapWidth === undefined || paragraph?.kind !== 'text' || next?.kind !== 'text' || ITEM.test(next.facts.flow.text)) return undefined;
  const { text } = report.source;
  const last = text.slice(lineStart(text, paragraph.span.end), paragraph.span.end).trim();
  const gap = text.slice(paragraph.span.end, next.span.start);
  if (printedWidth(last, 0, last.length) < report.wrapWidth - 1 || !/^\s*$/u.test(gap)) return undefined;
  return { span: { start: paragraph.span.end, end: next.span.start }, text: '' };
}

const joint = (text: string, start: number, end: number): string => (ASCII_WORD.test(text[start - 1] ?? '') && ASCII_WORD.test(text[end] ?? '') ? ' ' : '');

function lineStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && !isLineBreak(text.charCodeAt(i - 1))) i--;
  return i;
}

function lineEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length && !isLineBreak(text.charCodeAt(i))) i++;
  return i;
}
