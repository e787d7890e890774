// Text → Report. A report depends on `(text, env)` alone; `previous` only saves time: the facts of every paragraph
// whose raw text is unchanged are taken over, whatever moved around it.

import { lastDayOf } from '../domain/validity.ts';
import { OPENING, OTHER_TITLE, TOPIC } from '../domain/titles.ts';
import { makeFlow } from '../text/flow.ts';
import { makeSource, type Source } from '../text/source.ts';
import { findCitations, findMeetings } from './citations.ts';
import { findFigures } from './figures.ts';
import { findHeadings } from './headings.ts';
import { readParagraphs, type Layout } from './paragraphs.ts';
import { locateParts } from './parts.ts';
import { checkRates } from './rates.ts';
import type { Env, Facts, Paragraph, Report } from './report.ts';
import { buildSections } from './sections.ts';
import { findTerms } from './terms.ts';
import { issuerIn, levelOf, plain, yearIn } from './title.ts';

const IS_OPENING = new RegExp(OPENING, 'u');
const IS_TOPIC = new RegExp(TOPIC, 'u');
const IS_OTHER = new RegExp(OTHER_TITLE, 'u');
const OPENING_PARAGRAPHS = 4;

export function analyze(text: string, env: Env = {}, previous?: Report): Report {
  const source = makeSource(text);
  const layout = readParagraphs(source);
  const memo = new Map<string, Facts>();
  const paragraphs = layout.blocks.map((block): Paragraph => {
    const raw = text.slice(block.start, block.end);
    const facts = memo.get(raw) ?? previous?.memo.get(raw) ?? findFacts(raw);
    memo.set(raw, facts);
    return { span: { start: block.start, end: block.end }, kind: block.kind, facts };
  });
  const opening = openingOf(paragraphs);
  const title = titleOf(source, layout, paragraphs);
  const year = env.year ?? yearIn(title?.text ?? '') ?? yearOfOpening(opening);
  const issuer = issuerIn(title?.text ?? '') ?? issuerAbove(paragraphs);
  const sections = buildSections(findHeadings(layout.blocks, paragraphs, year), year, text.length);
  return {
    source,
    recognised: title !== undefined || opening !== undefined || (env.isReport === true && !isOtherPaper(paragraphs)),
    title,
    year,
    asOf: year === undefined ? undefined : lastDayOf(year),
    issuer,
    level: levelOf(issuer),
    sections,
    parts: locateParts(sections, paragraphs, year),
    paragraphs,
    memo,
  };
}

function findFacts(raw: string): Facts {
  const flow = makeFlow(raw);
  const { text } = flow;
  const figures = findFigures(text);
  return {
    flow,
    figures,
    rates: checkRates(text, figures),
    citations: findCitations(text),
    meetings: findMeetings(text),
    terms: findTerms(text),
  };
}

/** The opening paragraph of a report on this subject: 现将……报告如下. */
function openingOf(paragraphs: readonly Paragraph[]): string | undefined {
  const head = paragraphs.filter((p) => p.kind === 'text').slice(0, OPENING_PARAGRAPHS);
  return head.map((p) => p.facts.flow.text).find((text) => IS_OPENING.test(text) && IS_TOPIC.test(text));
}

/** A notice or a scheme that is only called like a report. */
function isOtherPaper(paragraphs: readonly Paragraph[]): boolean {
  const first = paragraphs[0]?.facts.flow.text ?? '';
  return first.length < 60 && IS_OTHER.test(first);
}

function titleOf(source: Source, layout: Layout, paragraphs: readonly Paragraph[]): Report['title'] {
  const paragraph = layout.title && paragraphs.find((p) => p.kind === 'title');
  return paragraph && { span: paragraph.span, text: plain(source.text.slice(paragraph.span.start, paragraph.span.end)) };
}

function yearOfOpening(opening: string | undefined): number | undefined {
  return opening === undefined ? undefined : (yearIn(IS_OPENING.exec(opening)?.[0] ?? '') ?? yearIn(opening));
}

/** The issuer on a line of its own above the title. */
function issuerAbove(paragraphs: readonly Paragraph[]): string | undefined {
  const title = paragraphs.findIndex((p) => p.kind === 'title');
  const above = paragraphs[title - 1]?.facts.flow.text;
  return above !== undefined && levelOf(above) ? above : undefined;
}

/**
 * Whether a text begins as such a report does. Reads only its head, so that any other document costs nothing.
 */
export function looksLikeReport(text: string): boolean {
  const HEAD = 4000;
  const head = text.length > HEAD ? text.slice(0, HEAD) : text;
  if (!IS_TOPIC.test(plain(head))) return false;
  return analyzeHead(head);
}

function analyzeHead(head: string): boolean {
  const source = makeSource(head);
  const layout = readParagraphs(source);
  if (layout.title) return true;
  const texts = layout.blocks.filter((b) => b.kind === 'text').slice(0, OPENING_PARAGRAPHS);
  return texts.some((b) => {
    const { text } = makeFlow(head.slice(b.start, b.end));
    return IS_OPENING.test(text) && IS_TOPIC.test(text);
  });
}
