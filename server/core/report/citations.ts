// The documents that a paragraph names in 《》, and the Party meetings it names.
// Works on logical text; offsets are flow offsets. Must not know which of them hold: that is for the rules.

import { DOCUMENTS } from '../domain/documents.ts';
import { MEETING_MENTION } from '../domain/mentions.ts';
import type { DocumentSpec } from '../domain/types.ts';
import { chineseValue } from '../text/numerals.ts';

export interface Citation {
  /** From 《 to behind 》. */
  readonly start: number;
  readonly end: number;
  /** As written, without 《》. */
  readonly title: string;
  readonly document: DocumentSpec | undefined;
}

/** `党的二十届二中、三中全会`: a term and its plenums, in the order written. */
export interface MeetingMention {
  readonly start: number;
  readonly end: number;
  readonly term: number;
  readonly plenums: readonly number[];
}

// A short title that two documents share names neither.
const BY_TITLE = new Map<string, DocumentSpec | undefined>();
for (const document of DOCUMENTS as readonly DocumentSpec[]) {
  for (const title of new Set([document.title, ...document.short].map(normalTitle))) {
    BY_TITLE.set(title, BY_TITLE.has(title) ? undefined : document);
  }
}
const MENTION = new RegExp(MEETING_MENTION, 'gu');

/** Titles are compared without the country's name, blanks and the many ways to write a dash or a bracket. */
export function normalTitle(title: string): string {
  return title
    .replace(/^中华人民共和国/u, '')
    .replace(/[ \u3000]/gu, '')
    .replace(/[-－–—～~]+/gu, '—')
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
    .replace(/（(\d{4})—(\d{4})）/u, '（$1—$2年）');
}

export function findCitations(text: string): readonly Citation[] {
  const citations: Citation[] = [];
  for (let start = text.indexOf('《'); start >= 0; start = text.indexOf('《', start + 1)) {
    const end = closing(text, start);
    if (end < 0) continue;
    const title = text.slice(start + 1, end - 1);
    citations.push({ start, end, title, document: BY_TITLE.get(normalTitle(title)) });
  }
  return citations;
}

/** Offset behind the 》 that closes the 《 at `start`, or -1; titles do not run over a sentence. */
function closing(text: string, start: number): number {
  for (let i = start + 1; i < text.length && i - start < 120; i++) {
    const c = text[i];
    if (c === '》') return i + 1;
    if (c === '《' || c === '。') return -1;
  }
  return -1;
}

export function findMeetings(text: string): readonly MeetingMention[] {
  const mentions: MeetingMention[] = [];
  for (const match of text.matchAll(MENTION)) {
    const term = chineseValue(match.groups?.['term'] ?? '');
    const plenums = [...(match.groups?.['list'] ?? '').matchAll(/([一二三四五六七])中/gu)].map((m) => chineseValue(m[1] as string) ?? 0);
    if (term !== undefined) mentions.push({ start: match.index, end: match.index + match[0].length, term, plenums });
  }
  return mentions;
}
