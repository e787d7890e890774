// Line breaks inside paragraphs: left by a PDF or by the end of a page, never by the writer.
// Only blanks and line breaks are ever taken away. Must not decide whether they are worth a finding.

import { isLineBreak, oneOf, printedWidth } from '../text/characters.ts';
import type { Edit } from '../text/edit.ts';
import { isPageNumber } from '../text/flow.ts';
import { readMarker } from '../text/numbering.ts';
import type { Span } from '../text/span.ts';
import { sectionsByParagraph } from './query.ts';
import type { Paragraph, Report } from './report.ts';

/** What a reader of lines takes for a blank: other separators are text, and may be a paragraph's last character. */
const isBlankBefore = oneOf(' \t\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a');
const isBlankBehind = oneOf(' \t\r\n\u00a0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\ufeff');
/** 一是…, 第一，…: begins a paragraph of its own. */
const ITEM = /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]，|[首其再][先次]，|最后，)/u;
const ASCII_WORD = /[0-9A-Za-z]/u;

/** Of Markdown: what follows begins something else. */
const isMark = oneOf('>#|-');

const NONE: readonly never[] = [];

/** Edits that join the lines of a paragraph; empty where it stands on one line. Page numbers are left alone. */
export function joinsOf(report: Report, paragraph: Paragraph): readonly Edit[] {
  const { flow } = paragraph.facts;
  // Nothing is left out of a paragraph on one line; a line break may be a blank in the logical text.
  const isOneLine = flow.text.length === paragraph.span.end - paragraph.span.start && !flow.text.includes(' ');
  if (isOneLine || paragraph.kind === 'row' || paragraph.kind === 'title') return NONE;
  const { text } = report.source;
  const breaks = breaksIn(text, paragraph.span);
  // 第一部分 may stand on a line above its title.
  if (breaks.length === 0 || readMarker(text, paragraph.span.start)?.level === 0) return NONE;
  return breaks.flatMap((span): Edit[] => {
    const { start, end } = span;
    if (isPageNumber(text, lineStart(text, start), start) || isPageNumber(text, end, lineEnd(text, end)) || isMark(text.charCodeAt(end)) || (report.wrapWidth === undefined && ITEM.test(text.slice(end, end + 4)))) return [];
    return [{ span, text: joint(text, start, end) }];
  });
}

/** Each with the blanks around it, and with the empty lines behind it. */
function breaksIn(text: string, { start: from, end: to }: Span): readonly Span[] {
  const breaks: Span[] = [];
  for (let at = lineEnd(text, from); at < to; at = lineEnd(text, at)) {
    let start = at;
    while (start > from && isBlankBefore(text.charCodeAt(start - 1))) start--;
    while (at < to && isBlankBehind(text.charCodeAt(at))) at++;
    breaks.push({ start, end: at });
  }
  return breaks;
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
