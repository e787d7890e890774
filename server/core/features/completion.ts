// What can be written next: inside 《 the titles that a report of this year may cite, at the start of a line what belongs
// there, elsewhere a figure or a fixed phrase that was begun; in running text, nothing. Must not know how a list is shown.

import { DOCUMENTS } from '../domain/documents.ts';
import { PHRASES } from '../domain/phrases.ts';
import type { DocumentSpec } from '../domain/types.ts';
import { appliesOn } from '../domain/validity.ts';
import type { Report } from '../report/report.ts';
import { figureCompletions } from './completion-figures.ts';
import type { Completion, Completions } from './completion-item.ts';
import { lineCompletions } from './completion-lines.ts';

/** How far before the cursor a 《 may stand. */
const LONGEST_TITLE = 60;

/**
 * In order of use. `answersNames`: in this document the editor answers names and initials, and an empty line, from a list
 * of its own, which is not to be doubled.
 */
export function completions(report: Report, offset: number, answersNames = false): Completions {
  const from = openedAt(report.source.text, offset);
  if (from !== undefined) return { items: titles(report, from, offset), isWhole: true };
  const items = [...lineCompletions(report, offset, answersNames), ...figureCompletions(report, offset, answersNames), ...phraseBegun(report, offset)];
  return { items, isWhole: false };
}

/** Laws first, then papers. */
function titles(report: Report, from: number, offset: number): readonly Completion[] {
  const { text } = report.source;
  const span = { start: from, end: offset };
  const close = text[offset] === '》' ? '' : '》';
  return (DOCUMENTS as readonly DocumentSpec[])
    .filter(({ effective, repealed }) => report.asOf === undefined || (effective <= report.asOf && (repealed === undefined || repealed > report.asOf)))
    .map(({ title, short, issuer, effective }): Completion => ({ label: title, kind: 'title', detail: `${issuer} ${effective.slice(0, 4)}年`, filter: [title, ...short].join(' '), text: `${title}${close}`, span }));
}

/** The phrases whose beginning stands directly before the cursor. */
function phraseBegun({ source: { text }, asOf }: Report, offset: number): readonly Completion[] {
  return PHRASES.filter(({ validity }) => asOf === undefined || appliesOn(validity, asOf)).flatMap((phrase): Completion[] => {
    const begun = phrase.begins.map((words) => beginningBefore(text, offset, words)).reduce((a, b) => Math.max(a, b), 0);
    if (begun === 0) return [];
    const quoted = phrase.text.startsWith('“') && text[offset - begun - 1] === '“';
    const written = quoted ? phrase.text.slice(1, text[offset] === '”' ? -1 : undefined) : phrase.text;
    const span = { start: offset - begun, end: offset };
    return [{ label: phrase.text, kind: 'phrase', detail: phrase.meaning, filter: text.slice(span.start, span.end), text: written, span }];
  });
}

/** How much of `words`, from its start, stands directly before `offset`: three characters at least, else 0. */
function beginningBefore(text: string, offset: number, words: string): number {
  for (let length = Math.min(words.length, offset); length >= SHORTEST_BEGINNING; length--) {
    if (text.startsWith(words.slice(0, length), offset - length)) return length;
  }
  return 0;
}

const SHORTEST_BEGINNING = 3;

/** Offset behind the 《 that is still open at `offset`. */
function openedAt(text: string, offset: number): number | undefined {
  for (let i = offset - 1; i >= 0 && offset - i <= LONGEST_TITLE; i--) {
    const c = text[i];
    if (c === '《') return i + 1;
    if (c === '》' || c === '\n' || c === '\r' || c === '。') return undefined;
  }
  return undefined;
}
