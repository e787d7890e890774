// What can be written next inside 《: the titles that a report of this year may cite. Must not know how a list is shown.

import { DOCUMENTS } from '../domain/documents.ts';
import type { DocumentSpec } from '../domain/types.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';

export interface Completion {
  readonly label: string;
  /** Who issued it, and since when it holds. */
  readonly detail: string;
  /** Words by which it is found, short titles among them. */
  readonly filter: string;
  /** What takes the place of `span`. */
  readonly text: string;
  readonly span: Span;
}

/** How far before the cursor a 《 may stand. */
const LONGEST_TITLE = 60;

/** In order of use: laws first, then papers. Empty outside 《. */
export function completions(report: Report, offset: number): readonly Completion[] {
  const { text } = report.source;
  const from = openedAt(text, offset);
  if (from === undefined) return [];
  const span = { start: from, end: offset };
  const close = text[offset] === '》' ? '' : '》';
  return (DOCUMENTS as readonly DocumentSpec[])
    .filter(({ effective, repealed }) => report.asOf === undefined || (effective <= report.asOf && (repealed === undefined || repealed > report.asOf)))
    .map(({ title, short, issuer, effective }): Completion => ({ label: title, detail: `${issuer} ${effective.slice(0, 4)}年`, filter: [title, ...short].join(' '), text: `${title}${close}`, span }));
}

/** Offset behind the 《 that is still open at `offset`. */
function openedAt(text: string, offset: number): number | undefined {
  for (let i = offset - 1; i >= 0 && offset - i <= LONGEST_TITLE; i--) {
    const c = text[i];
    if (c === '《') return i + 1;
    if (c === '》' || c === '\n' || c === '\r' || c === '。') return undefined;
  }
  return undefined;
}
