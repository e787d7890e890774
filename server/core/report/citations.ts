// The documents that a paragraph names in 《》, and the Party meetings it names.
// Works on logical text; offsets are flow offsets. Must not know which of them hold: that is for the rules.

import { DOCUMENTS } from '../domain/documents.ts';
import { LOCAL_TITLE, MEETING_MENTION, MEETING_SIGN, OTHER_TITLES, TITLE_KINDS, TITLE_QUALIFIERS } from '../domain/mentions.ts';
import type { DocumentSpec } from '../domain/types.ts';
import { differences, type Difference } from '../text/distance.ts';
import { chineseValue } from '../text/numerals.ts';

export interface Citation {
  /** From 《 to behind 》. */
  readonly start: number;
  readonly end: number;
  /** As written, without 《》. */
  readonly title: string;
  readonly document: DocumentSpec | undefined;
  /** The known title that this one misses by a character, or in a long one by two. */
  readonly near?: NearTitle;
}

export interface NearTitle {
  readonly document: DocumentSpec;
  /** The known title, as it would stand in 《》. */
  readonly title: string;
  readonly slips: readonly Difference[];
}

/** `党的二十届二中、三中全会`: a term and its plenums, in the order written. */
export interface MeetingMention {
  readonly start: number;
  readonly end: number;
  readonly term: number;
  readonly plenums: readonly number[];
}

/** Nothing in it to take away or to change. */
const IS_NORMAL = /^(?!中华人民共和国)[0-9一-龥]*$/u;
// A short title that two documents share names neither.
const BY_TITLE = new Map<string, DocumentSpec | undefined>();
for (const document of DOCUMENTS as readonly DocumentSpec[]) {
  for (const title of new Set([document.title, ...document.short].map(normalTitle))) {
    BY_TITLE.set(title, BY_TITLE.has(title) ? undefined : document);
  }
}
const COUNTRY = '中华人民共和国';
const KIND = new RegExp(TITLE_KINDS, 'u');
const QUALIFIER = new RegExp(TITLE_QUALIFIERS, 'u');
const IS_OTHER = new RegExp(LOCAL_TITLE, 'u');
const OTHERS = new Set(OTHER_TITLES);
/** Shorter titles are near too many words. */
const SHORTEST_NEAR = 5;
/** From this length on two slips still leave no doubt. */
const LONG = 15;
const KNOWN: readonly { readonly title: string; readonly document: DocumentSpec; readonly kind: string | undefined }[] = [...BY_TITLE].flatMap(([title, document]) =>
  document && title.length >= SHORTEST_NEAR ? [{ title, document, kind: KIND.exec(title)?.[0] }] : [],
);
const HAN = /^[一-龥]+$/u;
const MENTION = new RegExp(MEETING_MENTION, 'gu');

/** Titles are compared without the country's name, blanks and the many ways to write a dash or a bracket. */
export function normalTitle(title: string): string {
  if (IS_NORMAL.test(title)) return title;
  return title
    .replace(/^中华人民共和国/u, '')
    .replace(/[ \u3000]/gu, '')
    .replace(/[-－–—～~]+/gu, '—')
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
    .replace(/（(\d{4})—(\d{4})）/u, '（$1—$2年）');
}

const NONE: readonly never[] = [];

export function findCitations(text: string): readonly Citation[] {
  const citations: Citation[] = [];
  for (let start = text.indexOf('《'); start >= 0; start = text.indexOf('《', start + 1)) {
    const end = closing(text, start);
    if (end < 0) continue;
    const title = text.slice(start + 1, end - 1);
    const normal = normalTitle(title);
    const near = BY_TITLE.has(normal) ? undefined : nearTitle(normal);
    citations.push({ start, end, title, document: BY_TITLE.get(normal), ...(near && { near: title.length > normal.length && title.startsWith(COUNTRY) ? { ...near, title: `${COUNTRY}${near.title}` } : near }) });
  }
  return citations;
}

/** The one known title of the same kind that `title` misses by a slip; undefined where another document may be meant. */
export function nearTitle(title: string): NearTitle | undefined {
  if (title.length < SHORTEST_NEAR - 1 || OTHERS.has(title) || (title.length < LONG && IS_OTHER.test(title))) return undefined;
  const kind = KIND.exec(title)?.[0];
  if (kind === undefined) return undefined;
  let found: NearTitle | undefined;
  for (const known of KNOWN) {
    if (known.kind !== kind) continue;
    const slips = differences(known.title, title, known.title.length >= LONG ? 2 : 1);
    if (!slips || slips.length === 0 || (slips.length > 1 && QUALIFIER.test(title) !== QUALIFIER.test(known.title)) || !slips.every((slip) => isSlip(slip, known.title))) continue;
    if (found && found.document !== known.document) return undefined;
    found = { document: known.document, title: known.title, slips };
  }
  return found;
}

/** Other dashes, brackets and years are no slips, and what is set before a title makes it another. */
const isSlip = ({ kind, units, at }: Difference, title: string): boolean => HAN.test(units) && !(kind === 'added' && (at === 0 || at >= title.length));

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
  if (!text.includes(MEETING_SIGN)) return NONE;
  const mentions: MeetingMention[] = [];
  for (const match of text.matchAll(MENTION)) {
    const term = chineseValue(match.groups?.['term'] ?? '');
    const plenums = [...(match.groups?.['list'] ?? '').matchAll(/([一二三四五六七])中/gu)].map((m) => chineseValue(m[1] as string) ?? 0);
    if (term !== undefined) mentions.push({ start: match.index, end: match.index + match[0].length, term, plenums });
  }
  return mentions;
}
