// Text → Report. A report depends on `(text, env)` alone; `previous` only saves time: the facts of every paragraph
// whose raw text is unchanged are taken over, whatever moved around it.

import { lastDayOf } from '../domain/validity.ts';
import { NOT_TITLE, OPENING, OTHER_OPENING, OTHER_TITLE, RELATED, SOME_TITLE, TOPIC } from '../domain/titles.ts';
import { makeFlow } from '../text/flow.ts';
import { Answers } from '../text/once.ts';
import { makeSource, type Source } from '../text/source.ts';
import { findUnpaired } from './brackets.ts';
import { findCitations, findMeetings } from './citations.ts';
import { checkFigures } from '../figures/checks.ts';
import { findCellFigures, findFigures } from '../figures/find.ts';
import { findHeadings, traitsOf } from './headings.ts';
import { findItems } from './items.ts';
import { readLocalWords } from './local.ts';
import { readParagraphs, type Layout } from './paragraphs.ts';
import { locateParts } from './parts.ts';
import type { Env, Facts, Paragraph, Report, Section } from './report.ts';
import { buildSections } from './sections.ts';
import { findTotals } from './quantities.ts';
import { findSpacing } from './spacing.ts';
import { readTables } from './tables.ts';
import { findTerms } from './terms.ts';
import { issuerIn, kindById, kindOf, levelOf, plain, yearIn } from './title.ts';
import { findYears } from './years.ts';

const IS_OPENING = new RegExp(OPENING, 'u');
const IS_TOPIC = new RegExp(TOPIC, 'u');
const IS_OTHER = new RegExp(OTHER_TITLE, 'u');
const IS_RELATED = new RegExp(RELATED, 'u');
const IS_SOME_TITLE = new RegExp(SOME_TITLE, 'u');
const IS_NO_TITLE = new RegExp(NOT_TITLE, 'u');
const OPENS_OTHER = new RegExp(OTHER_OPENING, 'u');
/** The opening stands among the first of them, behind title, addressee and what a web page puts above. */
const HEAD_PARAGRAPHS = 10;

export function analyze(text: string, env: Env = {}, previous?: Report): Report {
  const source = makeSource(text);
  const layout = readParagraphs(source);
  const memo = new Map<string, Facts>();
  const paragraphs = layout.blocks.map((block): Paragraph => {
    const raw = text.slice(block.start, block.end);
    // The same characters are read otherwise in a table; no paragraph begins with a line break, so keys cannot meet.
    const key = block.kind === 'row' ? `\n${raw}` : raw;
    const facts = memo.get(key) ?? previous?.memo.get(key) ?? findFacts(raw, block.kind);
    memo.set(key, facts);
    return { span: { start: block.start, end: block.end }, kind: block.kind, facts };
  });
  const opening = openingOf(paragraphs.slice(0, HEAD_PARAGRAPHS).map((p) => p.facts.flow.text));
  const title = titleOf(source, layout, paragraphs);
  const year = env.year ?? yearIn(title?.text ?? '') ?? yearOfOpening(opening);
  const issuer = issuerIn(title?.text ?? '') ?? issuerBeside(source, layout);
  const sections = buildSections(findHeadings(layout.blocks, paragraphs, year), year, text.length);
  return {
    source,
    recognised: (opening !== undefined && !isOtherReport(paragraphs)) || isOwnTitle(title?.text, issuer, sections) || (env.isReport === true && !isOtherPaper(paragraphs)),
    title,
    year,
    asOf: year === undefined ? undefined : lastDayOf(year),
    issuer,
    level: levelOf(issuer),
    kind: env.kind === undefined ? kindOf(issuer) : kindById(env.kind),
    local: env.local,
    wrapWidth: layout.wrapWidth,
    sections,
    parts: locateParts(sections, paragraphs, year),
    paragraphs,
    tables: readTables(source, paragraphs),
    localWords: env.local && env.local.words.length > 0 ? readLocalWords(env.local, paragraphs.map(({ facts }) => facts.flow.text)) : NONE,
    answers: new Answers(),
    memo,
  };
}

const NONE: readonly never[] = [];

function findFacts(raw: string, kind: Paragraph['kind']): Facts {
  const flow = makeFlow(raw);
  const { text } = flow;
  const figures = kind === 'row' ? findCellFigures(raw, flow) : findFigures(text);
  return {
    flow,
    traits: traitsOf(text),
    figures,
    checks: kind === 'row' ? [] : checkFigures(text, figures),
    totals: kind === 'row' ? [] : findTotals(text, figures),
    citations: findCitations(text),
    meetings: findMeetings(text),
    terms: findTerms(text),
    items: findItems(text),
    years: findYears(text),
    spacing: findSpacing(raw, flow),
    unpaired: findUnpaired(text),
  };
}

/** The opening of a report on this subject: 现将……报告如下, told by one of its first paragraphs. */
function openingOf(head: readonly string[]): string | undefined {
  return head.find((text) => {
    const formula = IS_OPENING.exec(text)?.[0];
    return formula !== undefined && !OPENS_OTHER.test(formula) && IS_TOPIC.test(text);
  });
}

/** A title without year and issuer may be a mere mention; then a part's heading must speak for it. */
const isOwnTitle = (title: string | undefined, issuer: string | undefined, sections: readonly Section[]): boolean =>
  title !== undefined && (yearIn(title) !== undefined || levelOf(issuer) !== undefined || sections.some((s) => s.parts.length > 0));

/** A report whose title is another's, though its opening speaks of this subject. */
const isOtherReport = (paragraphs: readonly Paragraph[]): boolean =>
  paragraphs.slice(0, 3).some(({ facts: { flow: { text } } }) => text.length < 60 && IS_SOME_TITLE.test(text) && (IS_NO_TITLE.test(text) || !IS_RELATED.test(text)));

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

/** The issuer on lines of its own beside the title. */
function issuerBeside({ text }: Source, { title, lines }: Layout): string | undefined {
  const names = title?.issuerLines.map((index) => lines[index]).flatMap((line) => (line ? [plain(text.slice(line.from, line.to))] : [])) ?? [];
  return names.length > 0 ? names.join('、') : undefined;
}

/** Enough of a text to see what it is. */
const HEAD = 4000;

/** What the head of a text shows of being such a report: for those who ask why it was not taken for one. */
export interface Signs {
  readonly recognised: boolean;
  /** Whether it speaks of the subject. */
  readonly topic: boolean;
  readonly title: string | undefined;
  /** Whether the title names year or issuer, or a heading of a part speaks for it. */
  readonly own: boolean;
  readonly opening: boolean;
  /** The first lines name another kind of paper, or another report. */
  readonly other: boolean;
}

export function signsOf(text: string, env: Env): Signs {
  const head = text.slice(0, HEAD);
  const { recognised, title, issuer, sections, paragraphs } = analyze(head, env);
  return {
    recognised,
    topic: IS_TOPIC.test(plain(head)),
    title: title?.text,
    own: isOwnTitle(title?.text, issuer, sections),
    opening: openingOf(paragraphs.slice(0, HEAD_PARAGRAPHS).map((p) => p.facts.flow.text)) !== undefined,
    other: isOtherPaper(paragraphs) || isOtherReport(paragraphs),
  };
}

/** Whether a text begins as such a report does. Reads only its head, so that any other document costs nothing. */
export function looksLikeReport(text: string): boolean {
  const head = text.slice(0, HEAD);
  return IS_TOPIC.test(plain(head)) && analyze(head).recognised;
}
