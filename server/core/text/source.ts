// A text as it was given, with its line starts. Offsets stay true: nothing is normalised here.
// Must not know what a report is.

import { isBlank, isLineBreak } from './characters.ts';
import type { Span } from './span.ts';

export interface Source {
  readonly text: string;
  /** Offset of the first character of every line; `\n`, `\r\n` and a lone `\r` end a line, as in LSP. */
  readonly lineStarts: readonly number[];
}

/** Line and UTF-16 character, both 0-based. Spoken only at the shells. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

export function makeSource(text: string): Source {
  const lineStarts = [0];
  if (text.includes('\r')) {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === LF || (c === CR && text.charCodeAt(i + 1) !== LF)) lineStarts.push(i + 1);
    }
  } else {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lineStarts.push(i + 1);
  }
  return { text, lineStarts };
}

/** Offset of the end of a line, before its line break. */
export function lineEnd(source: Source, line: number): number {
  let end = source.lineStarts[line + 1] ?? source.text.length;
  const start = source.lineStarts[line] ?? end;
  while (end > start && isLineBreak(source.text.charCodeAt(end - 1))) end--;
  return end;
}

/** A part of one line. */
export interface LineSpan extends Position {
  readonly length: number;
}

/** A span cut at its line breaks, without the blanks that indent its later lines. */
export function lineSpans(source: Source, { start, end }: Span): readonly LineSpan[] {
  const first = positionAt(source, start);
  if (end <= lineEnd(source, first.line)) return [{ ...first, length: end - start }];
  const pieces: LineSpan[] = [];
  for (let line = first.line; line < source.lineStarts.length && (source.lineStarts[line] ?? end) < end; line++) {
    const lineStart = source.lineStarts[line] ?? 0;
    let from = Math.max(start, lineStart);
    const to = Math.min(end, lineEnd(source, line));
    while (from < to && isBlank(source.text.charCodeAt(from))) from++;
    if (from < to) pieces.push({ line, character: from - lineStart, length: to - from });
  }
  return pieces;
}

/** Offset of the first character of the line that holds `at`. */
export function lineStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && !isLineBreak(text.charCodeAt(i - 1))) i--;
  return i;
}

/** Offsets outside the text are clamped into it. */
export function positionAt(source: Source, offset: number): Position {
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: at - (source.lineStarts[low] ?? 0) };
}

/** Positions outside the text are clamped into it. */
export function offsetAt(source: Source, position: Position): number {
  if (position.line >= source.lineStarts.length) return source.text.length;
  const start = source.lineStarts[Math.max(0, position.line)] ?? 0;
  const end = source.lineStarts[position.line + 1] ?? source.text.length;
  return Math.max(start, Math.min(start + position.character, end));
}
