// format-heading-stop: headings of one list of which some end with 。, and run-in headings without 。 that melt into
// the text behind them. Either way of writing headings is in use; only a mixture is told.

import { HEADING_STOP_BASIS, SENTENCE_BEGINS } from '../domain/numbering.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { quoted, sectionsByParagraph, siblings, sourceSpan } from '../report/query.ts';
import type { Report, Section } from '../report/report.ts';

const BEGINS = new RegExp(SENTENCE_BEGINS, 'gu');
/** A longer line is a sentence, and one that might join with the next line if its 。 went. */
const LONGEST_LINE = 40;
const LONGEST_RUN_IN = 30;
/** As far as a heading that lost its 。 may reach. */
const LONGEST_MELTED = 45;

export const formatHeadingStop: Rule = {
  id: 'format-heading-stop',
  title: '标题句号不一',
  severities: ['hint'],
  fix: 'safe',
  basis: HEADING_STOP_BASIS,
  *check(report) {
    const headings = sectionsByParagraph(report);
    for (const list of siblings(report)) {
      if (!list.some(({ heading }) => heading.stopped) || list.every(({ heading }) => heading.stopped)) continue;
      for (const depth of new Set(list.map(({ heading }) => heading.depth))) {
        const peers = list.filter(({ heading }) => heading.depth === depth);
        // In hard-wrapped text a run-in heading whose 。 ends the line looks as if it stood alone.
        if (report.wrapWidth === undefined) yield* standing(report, peers.filter((section) => standsAlone(report, section, headings)));
        yield* runIn(report, peers.filter(({ heading }) => heading.runIn && !heading.bold && heading.marker !== ''));
      }
    }
  },
};

/** A line of its own with text below it; one with nothing below, or one that ends with ；, is an item of a list. */
function standsAlone(report: Report, { heading }: Section, headings: ReadonlyMap<number, Section>): boolean {
  const next = report.paragraphs[heading.paragraph + 1];
  if (heading.runIn || heading.title.length > LONGEST_LINE || heading.title.length < 2 || /[；;，、]$/u.test(heading.title)) return false;
  return next?.kind === 'text' && !headings.has(heading.paragraph + 1);
}

function* standing(report: Report, peers: readonly Section[]): Iterable<Finding> {
  const stopped = peers.filter(({ heading }) => heading.stopped);
  const bare = peers.length - stopped.length;
  if (stopped.length === 0 || bare === 0) return;
  const edits = stopped.flatMap(({ heading: { span } }) =>
    report.source.text[span.end - 1] === '。' ? [{ span: { start: span.end - 1, end: span.end }, text: '' }] : [],
  );
  if (edits.length < stopped.length) return;
  const told = stopped.length <= bare ? stopped : stopped.slice(0, 1);
  for (const [index, section] of told.entries()) {
    const own = stopped.length <= bare ? edits.slice(index, index + 1) : edits;
    yield {
      span: own[0]?.span ?? section.heading.span,
      message: `同一级的${peers.length}个标题中，${stopped.length}个末尾有句号，${bare}个没有。独占一行的标题末尾不用句号，${own.length > 1 ? '一并删去' : '删去即可'}。`,
      fixes: [{ title: own.length > 1 ? '删去这些标题末尾的句号' : '删去句号', applicability: 'safe', edits: own }],
    };
  }
}

function* runIn(report: Report, peers: readonly Section[]): Iterable<Finding> {
  const sound = peers.filter(({ heading }) => heading.stopped && heading.title.length <= LONGEST_RUN_IN);
  if (sound.length < 2) return;
  for (const section of peers) {
    const { heading } = section;
    const paragraph = report.paragraphs[heading.paragraph];
    if (heading.stopped || !paragraph) continue;
    const { text } = paragraph.facts.flow;
    const from = text.indexOf(heading.title);
    const opening = text.slice(from, from + LONGEST_MELTED);
    if (/[。；！？]/u.test(opening)) continue;
    const at = [...opening.matchAll(BEGINS)].find((m) => m.index >= 4 && !/[，、：《“（]/u.test(opening[m.index - 1] ?? ''))?.index;
    if (at === undefined) continue;
    const span = sourceSpan(paragraph, from + at - 1, from + at);
    yield {
      span: { start: heading.span.start, end: span.end },
      message: `“${heading.marker}${opening.slice(0, at)}”后面没有句号，标题和正文连成了一句。同级的${sound.map((s) => `“${quoted(s)}”`)[0]}等都以句号断开，这里补上句号。`,
      fixes: [{ title: '补上句号', applicability: 'review', edits: [{ span: { start: span.end, end: span.end }, text: '。' }] }],
    };
  }
}
