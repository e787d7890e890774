// Replacements in a text, and applying several of them at once.
// Must not know why a text is changed.

import type { Span } from './span.ts';

/** Puts `text` in the place of `span`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export const byStart = (a: Edit, b: Edit): number => a.span.start - b.span.start || a.span.end - b.span.end;

/**
 * Applies edits that do not overlap.
 * @throws RangeError when two edits overlap.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort(byStart)) {
    if (edit.span.start < at) throw new RangeError('overlapping edits');
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
