// Half-open spans of UTF-16 offsets: the only way the core speaks of places.
// Must not know lines, columns or what the text means.

/** `start` inclusive, `end` exclusive, UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const contains = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
