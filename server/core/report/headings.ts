// Which paragraphs are headings, or begin with one, and how deep. Depth comes from the numbering in use, not from
// Markdown `#`. A heading that lost its number is believed only where the gap in the numbering, or a part's own
// wording, speaks for it. Must not know sections.

import { LISTS_CASES, QUOTES_LAW, RUNNING_ITEM } from '../domain/numbering.ts';
import { ATTACHMENT } from '../domain/titles.ts';
import { numberlessParts } from './parts.ts';
import type { Heading, Paragraph, Traits } from './report.ts';
import type { Block } from './paragraphs.ts';
import { oneOf } from '../text/characters.ts';
import { toRaw, toRawSpan } from '../text/flow.ts';
import { readMarker } from '../text/numbering.ts';

const IS_LAW = new RegExp(QUOTES_LAW, 'u');
const NAMES_CASES = new RegExp(LISTS_CASES, 'u');
const IS_ITEM = new RegExp(RUNNING_ITEM, 'u');
const IS_ATTACHMENT = new RegExp(ATTACHMENT, 'u');
const STOP = /[。；！？]/u;
const CLAUSE_STOP = /[，,；：:]/u;
/** A heading sentence is not longer; what is longer is text behind a number. */
const LONGEST_SENTENCE = 60;
const LONGEST_NUMBERLESS = 40;
const LONGEST_LOST_RUN_IN = 24;

/** Places are flow offsets; the rest of a Heading follows from them. */
type Draft = Omit<Heading, 'span' | 'value' | 'titleAt' | 'stopped'> & { readonly start: number; readonly titleStart: number; readonly end: number };

/** What a paragraph says about the numbers behind it. */
export const traitsOf = (text: string): Traits => ({ attachment: IS_ATTACHMENT.test(text), law: IS_LAW.test(text), cases: NAMES_CASES.test(text) });

/** Headings in order. What stands behind a line 附件 is no part of the report. */
export function findHeadings(allBlocks: readonly Block[], paragraphs: readonly Paragraph[], year: number | undefined): readonly Heading[] {
  const attachment = paragraphs.findIndex(({ facts }, index) => index > 0 && facts.traits.attachment);
  const blocks = attachment < 0 ? allBlocks : allBlocks.slice(0, attachment);
  const quoted = quotedParagraphs(paragraphs);
  const drafts = new Map<number, Draft>();
  blocks.forEach((block, index) => {
    const draft = quoted.has(index) ? undefined : ownHeading(block, index, paragraphs[index] as Paragraph);
    if (draft) drafts.set(index, draft);
  });
  for (const { paragraph } of contents([...drafts.values()])) drafts.delete(paragraph);
  const numbered = [...drafts.values()].filter((d) => d.marker !== '');
  numberless(blocks, paragraphs, drafts, numbered, year);
  lostRunIns(blocks, paragraphs, drafts);
  return [...drafts.values()].sort((a, b) => a.paragraph - b.paragraph).map((draft) => headingOf(draft, blocks, paragraphs));
}

function headingOf(draft: Draft, blocks: readonly Block[], paragraphs: readonly Paragraph[]): Heading {
  const { paragraph: index, depth, marker, title, start, titleStart, end, runIn, hashes, bold } = draft;
  const paragraph = paragraphs[index] as Paragraph;
  const { flow } = paragraph.facts;
  const at = paragraph.span.start;
  const span = toRawSpan(flow, start, end);
  return {
    paragraph: index,
    depth,
    marker,
    value: marker === '' ? undefined : blocks[index]?.marker?.value,
    title,
    titleAt: at + (titleStart < end ? toRaw(flow, titleStart) : span.end),
    span: { start: at + span.start, end: at + span.end },
    runIn,
    stopped: flow.text[end - 1] === '。' || (runIn && flow.text[end] === '。'),
    hashes,
    bold,
  };
}

/** As a table of contents lists it, without the page and the points before it. */
function withoutPage(title: string): string {
  let end = title.length;
  while (end > 0 && isPageDigit(title.charCodeAt(end - 1))) end--;
  while (end > 0 && isLeader(title.charCodeAt(end - 1))) end--;
  return title.slice(0, end);
}

const isPageDigit = oneOf('0123456789');
const isLeader = oneOf('.．…·');

/** A table of contents: headings without text between them, after which the first of them comes again. */
function contents(drafts: readonly Draft[]): readonly Draft[] {
  const [first] = drafts;
  if (!first) return [];
  const again = drafts.findIndex((d, i) => i > 1 && d.depth === first.depth && d.title === withoutPage(first.title));
  const listed = drafts.slice(0, Math.max(0, again));
  return listed.every((d, i) => !d.runIn && d.paragraph === first.paragraph + i) ? listed : [];
}

/** A quotation of a law runs over no more paragraphs. */
const LONGEST_QUOTATION = 12;

/** Paragraphs inside a quotation that runs over several: their numbers are those of the law. */
function quotedParagraphs(paragraphs: readonly Paragraph[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  paragraphs.forEach(({ facts }, index) => {
    const { flow, unpaired, traits: { law, cases } } = facts;
    const last = unpaired !== undefined && flow.text[unpaired] === '“' ? closingOf(paragraphs, index) : law || (cases && /[；;]$/u.test(paragraphs[index + 1]?.facts.flow.text ?? '')) ? extractEnd(paragraphs, index) : index;
    for (let i = index + 1; i <= last; i++) quoted.add(i);
  });
  return quoted;
}

/** The paragraph with the ” that closes the quotation begun at `from`; `from` itself where none does. */
function closingOf(paragraphs: readonly Paragraph[], from: number): number {
  for (let i = from + 1; i < paragraphs.length && i - from <= LONGEST_QUOTATION; i++) {
    const { flow, unpaired } = (paragraphs[i] as Paragraph).facts;
    if (unpaired !== undefined) return flow.text[unpaired] === '”' ? i : from;
  }
  return from;
}

/** The last of the bracketed items that follow 第…条规定：; items of a report would begin anew with （一）. */
function extractEnd(paragraphs: readonly Paragraph[], from: number): number {
  const markerOf = (i: number) => readMarker(paragraphs[i]?.facts.flow.text ?? '', 0);
  const first = markerOf(from + 1);
  if (first?.level !== 2) return from;
  let last = from + 1;
  for (let value = first.value; last - from <= LONGEST_QUOTATION; last++, value++) {
    const next = markerOf(last + 1);
    if (next?.level !== 2 || next.value !== value + 1 || /。$/u.test(paragraphs[last]?.facts.flow.text ?? '')) break;
  }
  return last;
}

/** The heading that a marker makes. */
function ownHeading(block: Block, index: number, paragraph: Paragraph): Draft | undefined {
  if (!block.marker || block.kind === 'title' || block.kind === 'row') return undefined;
  const { text } = paragraph.facts.flow;
  const marker = readMarker(text, 0);
  if (!marker) return undefined;
  const { end, runIn } = headingEnd(text, marker.end, block, paragraph);
  return {
    paragraph: index,
    depth: marker.level,
    marker: block.marker.text,
    title: text.slice(marker.end, end).replace(/^[.．、，：:]|[：:]$/gu, '').trim(),
    start: 0,
    titleStart: marker.end + (/[.．、，：:]/u.test(text[marker.end] ?? '') ? 1 : 0),
    end,
    runIn,
    hashes: block.hashes,
    bold: block.bold,
  };
}

/** Where the heading that begins a paragraph ends; 。 belongs to a heading that stands alone, not to a run-in one. */
function headingEnd(text: string, from: number, block: Block, paragraph: Paragraph): { end: number; runIn: boolean } {
  if (block.hashes > 0) return { end: text.length, runIn: false };
  const boldEnd = block.bold ? boldStop(paragraph) : undefined;
  const stop = text.slice(from, from + LONGEST_SENTENCE).search(STOP);
  if (stop >= 0 && (boldEnd === undefined || from + stop < boldEnd)) {
    const end = from + stop;
    return end + 1 >= text.length ? { end: text.length, runIn: false } : { end, runIn: true };
  }
  if (boldEnd !== undefined && boldEnd > from) return { end: boldEnd, runIn: boldEnd < text.length };
  if (text.length - from <= LONGEST_SENTENCE) return { end: text.length, runIn: false };
  const clause = text.slice(from, from + LONGEST_SENTENCE).search(CLAUSE_STOP);
  return { end: from + (clause > 0 ? clause : LONGEST_SENTENCE), runIn: true };
}

/** Flow offset at which the bold opening of a paragraph closes: the second run of the flow begins behind it. */
function boldStop(paragraph: Paragraph): number | undefined {
  const { flow } = paragraph.facts;
  for (let i = 1; i < flow.runs.length; i++) {
    const gap = (flow.origins[i] as number) - ((flow.origins[i - 1] as number) + (flow.runs[i] as number) - (flow.runs[i - 1] as number));
    if (gap === 2) return flow.runs[i];
  }
  return undefined;
}

/** Headings without a number: Markdown ones, bold lines, and lines whose wording alone makes them a part. */
function numberless(
  blocks: readonly Block[],
  paragraphs: readonly Paragraph[],
  drafts: Map<number, Draft>,
  numbered: readonly Draft[],
  year: number | undefined,
): void {
  const byHashes = new Map(numbered.filter((d) => d.hashes > 0).map((d) => [d.hashes, d.depth]));
  const lowest = blocks.reduce((least, b) => (b.hashes > 0 && b.kind !== 'title' ? Math.min(least, b.hashes) : least), 6);
  const outermost = byHashes.get(lowest) === 0 ? 0 : 1;
  let enclosing = 0;
  blocks.forEach((block, index) => {
    const own = drafts.get(index);
    if (own) enclosing = own.depth;
    if (own || block.kind === 'title' || block.kind === 'row') return;
    const { text } = (paragraphs[index] as Paragraph).facts.flow;
    const make = (depth: number, end: number, runIn: boolean): void => {
      drafts.set(index, { paragraph: index, depth, marker: '', title: text.slice(0, end), start: 0, titleStart: 0, end, runIn, hashes: block.hashes, bold: block.bold });
    };
    if (block.hashes > 0) {
      const depth = byHashes.get(block.hashes) ?? Math.min(4, block.hashes - lowest + outermost);
      make(depth, text.length, false);
    } else if (text.length <= LONGEST_NUMBERLESS && !STOP.test(text) && isPartOf(text, year) && index + 1 < blocks.length) {
      make(fillsGap(blocks, drafts, index) ? 1 : 2, text.length, false);
    } else if (block.bold && blocks[index]?.marker === undefined && !IS_ITEM.test(text)) {
      const stop = boldStop(paragraphs[index] as Paragraph) ?? text.length;
      const end = text[stop - 1] === '。' && stop < text.length ? stop - 1 : stop;
      if (end > 0 && end <= LONGEST_NUMBERLESS && !STOP.test(text.slice(0, end))) make(Math.min(4, Math.max(1, enclosing + (enclosing === 0 ? 1 : enclosing === 1 ? 1 : 0))), end, stop < text.length);
    }
  });
}

const isPartOf = (text: string, year: number | undefined): boolean => numberlessParts(text, year).length > 0;

/** Whether a first-level number is missing at this place: before 二、, or behind the last one. */
function fillsGap(blocks: readonly Block[], drafts: ReadonlyMap<number, Draft>, index: number): boolean {
  const firstLevel = (i: number): number | undefined => {
    const marker = blocks[i]?.marker;
    return marker?.level === 1 && drafts.has(i) ? marker.value : undefined;
  };
  let before = 0;
  for (let i = index - 1; i >= 0; i--) {
    const value = firstLevel(i);
    if (value !== undefined) {
      before = value;
      break;
    }
    if (drafts.get(i)?.depth === 0) break;
    if (drafts.get(i)?.depth === 1) before++;
  }
  for (let i = index + 1; i < blocks.length; i++) {
    const value = firstLevel(i);
    if (value !== undefined) return value > before + 1;
    if (drafts.get(i)?.depth === 0) return true;
  }
  return true;
}

/** （一）（二） lost before a （三）: exactly as many paragraphs stand there, each beginning with a heading sentence. */
function lostRunIns(blocks: readonly Block[], paragraphs: readonly Paragraph[], drafts: Map<number, Draft>): void {
  let since: number | undefined;
  for (let index = 0; index < blocks.length; index++) {
    const draft = drafts.get(index);
    if (!draft) continue;
    if (draft.depth <= 1) since = index;
    else if (draft.depth === 2 && since !== undefined) {
      const missing = (blocks[index]?.marker?.value ?? 1) - 1;
      if (missing > 0 && index - since - 1 === missing) {
        for (let i = since + 1; i < index; i++) restore(blocks, paragraphs, drafts, i);
      }
      since = undefined;
    }
  }
}

function restore(blocks: readonly Block[], paragraphs: readonly Paragraph[], drafts: Map<number, Draft>, index: number): void {
  const block = blocks[index] as Block;
  const { text } = (paragraphs[index] as Paragraph).facts.flow;
  const stop = text.search(STOP);
  if (drafts.has(index) || block.kind !== 'text' || stop < 2 || stop > LONGEST_LOST_RUN_IN || text[stop] !== '。' || stop + 1 >= text.length) return;
  drafts.set(index, { paragraph: index, depth: 2, marker: '', title: text.slice(0, stop), start: 0, titleStart: 0, end: stop, runIn: true, hashes: 0, bold: block.bold });
}
