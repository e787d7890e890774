// What can begin at the start of a line: the parts a report still lacks, the usual topics of the part one is in, the next
// shortcoming, title, opening and signature; each numbered for this place, in this document's style.
// Must not look at text before the line but through the report, nor know how a list is shown.

import { FORMULA, FRAME } from '../domain/draft.ts';
import { initialsOf } from '../domain/initials.ts';
import { PARTS, PROBLEM, PROBLEM_HEADED } from '../domain/parts.ts';
import { CLOSING_LINE, DATE_LINE } from '../domain/titles.ts';
import { TOPICS } from '../domain/topics.ts';
import type { PartSpec } from '../domain/types.ts';
import { analyze } from '../report/analyze.ts';
import { asPlace, closingText, headingOf, isFitting, itemText, openingText, partText, titleText } from '../report/draft.ts';
import { listsOf, numberOf, renumber } from '../report/insert.ts';
import { formulaOf } from '../report/opening.ts';
import { allSections } from '../report/query.ts';
import type { Env, Report, Section } from '../report/report.ts';
import { styleFor, styleOf, writeHeading, type Style } from '../report/style.ts';
import { readMarker } from '../text/numbering.ts';
import { lineStart } from '../text/source.ts';
import { plainText } from '../text/template.ts';
import type { Completion } from './completion-item.ts';

const COVERED = new Map(TOPICS.map((topic) => [topic, new RegExp(topic.covers, 'u')]));
/** What stands before the words of a heading. */
const LEAD = /^[ \t\u3000]*(?:#{1,6}[ \t]*)?(?:\*\*)?/u;
const BEGUN_SECOND = /^[（(][一二三四五六七八九十]{0,3}$/u;
const BEGUN_FIRST = /^[一二三四五六七八九十]{1,3}$/u;
const CLOSERS = /^[）)》*]*[ \t\u3000]*$/u;
const IS_LATIN = /^[a-z]+$/u;
const IS_CLOSING = new RegExp(`${DATE_LINE}|${CLOSING_LINE}`, 'u');
/** One character begins too many sentences. */
const SHORTEST_WORDS = 2;

/** What the writer has typed of a line. */
interface Begun {
  /** Everything before the cursor. */
  readonly typed: string;
  /** The level whose number was typed, or begun. */
  readonly level: number | undefined;
  /** Behind lead and number. */
  readonly words: string;
  /** `#` was typed: a heading. */
  readonly isMarkdown: boolean;
  /** `**` was typed: a heading too. */
  readonly isBold: boolean;
}

/** Where the line stands among the headings. */
interface Place {
  readonly main: readonly Section[];
  readonly before: Section | undefined;
  readonly after: readonly Section[];
  readonly inner: { readonly before: readonly Section[]; readonly after: readonly Section[] };
}

interface Candidate {
  readonly label: string;
  readonly detail: string;
  readonly level: number | undefined;
  /** Whether it is one; what has a level is. */
  readonly isHeading?: boolean;
  /** What it may be begun with: words; a name that is written in full is no beginning. */
  readonly titles: readonly string[];
  readonly names: readonly string[];
  readonly initials: string;
  readonly kind: Completion['kind'];
  readonly template: () => string;
  readonly edits?: Completion['edits'];
}

/** `answersNames`: names and initials are answered by others in this document, and so is an empty line. */
export function lineCompletions(report: Report, offset: number, answersNames: boolean): readonly Completion[] {
  const { text } = report.source;
  const start = lineStart(text, offset);
  const end = behindLine(text, offset);
  const rest = text.slice(offset, end);
  if (!CLOSERS.test(rest)) return [];
  const begun = begunIn(text.slice(start, offset));
  if (!begun || (answersNames && begun.level === undefined)) return [];
  const span = { start, end: offset + rest.trimEnd().length };
  const { offers, gap } = candidates(without(report, start, end), start, begun);
  const [above, below] = padding(text, start, end, gap);
  return offers
    .filter((candidate) => isBegun(candidate, begun))
    .map(({ label, detail, kind, template, edits }): Completion => {
      const written = above + template() + below;
      return { label, detail, kind, filter: begun.typed, text: plainText(written), template: written, span, preview: plainText(written).trim(), ...(edits ? { edits } : {}) };
    });
}

/** The report as it is but for the line: the heading that is begun there would count, or run into the next one. */
function without(report: Report, start: number, end: number): Report {
  const { source: { text }, year, kind, local } = report;
  if (text.slice(start, end).trim() === '') return report;
  const env: Env = { isReport: true, ...(year === undefined ? {} : { year }), ...(kind === undefined ? {} : { kind: kind.id }), ...(local === undefined ? {} : { local }) };
  return analyze(text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), env, report);
}

/** What has to be put around several paragraphs so that blank lines part them from their neighbours as elsewhere. */
function padding(text: string, start: number, end: number, gap: string): readonly [above: string, below: string] {
  const eol = gap.slice(0, gap.length / 2);
  if (gap !== eol + eol) return ['', ''];
  const above = start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
  const below = end + (text.startsWith('\r\n', end) ? 2 : 1);
  const isOpen = (from: number, to: number): boolean => text.slice(from, to).trim() !== '';
  return [start > 0 && isOpen(lineStart(text, above), above) ? eol : '', end < text.length && isOpen(below, behindLine(text, below)) ? eol : ''];
}

function begunIn(typed: string): Begun | undefined {
  const lead = LEAD.exec(typed)?.[0] ?? '';
  const content = typed.slice(lead.length);
  const marks = { isMarkdown: lead.includes('#'), isBold: lead.includes('*') };
  const marker = readMarker(content, 0);
  if (marker) return { typed, level: marker.level, words: content.slice(marker.end).trimStart(), ...marks };
  if (BEGUN_SECOND.test(content)) return { typed, level: 2, words: '', ...marks };
  if (BEGUN_FIRST.test(content)) return { typed, level: 1, words: content, ...marks };
  return /[。；，：|<]/u.test(content) ? undefined : { typed, level: undefined, words: content, ...marks };
}

function isBegun(candidate: Candidate, { level, words, isMarkdown, isBold }: Begun): boolean {
  const { isHeading = candidate.level !== undefined, titles, names, initials } = candidate;
  if ((isMarkdown || isBold) && !isHeading) return false;
  // 二 may become 二、 and 二是.
  const isNumeral = BEGUN_FIRST.test(words);
  if (level !== undefined && candidate.level !== level) return isNumeral && candidate.level === undefined && titles.some((title) => title.startsWith(words));
  if (words === '' || isNumeral) return true;
  if (IS_LATIN.test(words)) return initials.startsWith(words);
  if (words.length < SHORTEST_WORDS && level === undefined) return false;
  return titles.some((title) => title.startsWith(words) && title !== words) || names.some((name) => name.startsWith(words));
}

function candidates(report: Report, start: number, { isMarkdown }: Begun): { readonly offers: readonly Candidate[]; readonly gap: string } {
  const place = placeAt(report, start);
  const learnt = styleOf(report, place.main, place.before);
  const markdown = styleFor('markdown');
  // The writer has typed the first # of the document.
  const style = isMarkdown && !learnt.main.lead.includes('#') ? { ...learnt, main: { ...learnt.main, lead: markdown.main.lead }, second: { ...learnt.second, lead: markdown.second.lead } } : learnt;
  const offers = [...frameAbove(report, place, style, start), ...problem(report, place, style, start), ...topics(report, place, style), ...parts(report, place, style), ...frameBelow(report, place, style)];
  return { offers, gap: style.gap };
}

function placeAt(report: Report, start: number): Place {
  const lists = listsOf(report);
  const main = lists.find((sections) => sections.some((section) => section.parts.length > 0)) ?? report.sections;
  const isBefore = ({ heading }: Section): boolean => heading.span.start < start;
  const before = main.findLast(isBefore);
  const after = main.filter((section) => !isBefore(section));
  const from = before?.heading.span.start ?? -1;
  const to = after[0]?.heading.span.start ?? Infinity;
  const depth = (before?.heading.depth ?? 1) + 1;
  const inner = allSections(main).filter(({ heading }) => heading.span.start > from && heading.span.start < to && heading.depth >= depth);
  const top = Math.min(...inner.map(({ heading }) => heading.depth));
  const children = inner.filter(({ heading }) => heading.depth === top);
  return { main, before, after, inner: { before: children.filter(isBefore), after: children.filter((section) => !isBefore(section)) } };
}

/** The number behind those before; and the edits that move what follows on, where its number would stand twice. */
function numberedBehind(before: readonly Section[], after: readonly Section[]): { readonly value: number; readonly edits: Completion['edits'] } {
  const last = before[before.length - 1];
  const value = last === undefined ? 1 : (numberOf(last) ?? before.length) + 1;
  const next = after[0] && numberOf(after[0]);
  const edits = next !== undefined && next <= value ? renumber(after, value + 1 - next) : [];
  return { value, edits };
}

function parts(report: Report, { main, before, after }: Place, style: Style): readonly Candidate[] {
  const served = main.flatMap((section) => section.parts);
  const { value, edits } = numberedBehind(before ? main.slice(0, main.indexOf(before) + 1) : [], after);
  const required = report.kind?.required;
  // Headings on subjects of their own do the work of the first part.
  const bySubject = main.some((section) => section.parts.length === 0);
  // What may be left out comes last.
  return PARTS.filter((part: PartSpec) => (part.required ? (required?.includes(part.id) ?? true) : after.length === 0))
    .filter((part: PartSpec) => !served.includes(part.id) && !(part.id === 'work' && bySubject))
    .map((part: PartSpec): Candidate => {
      const heading = headingOf(part, report.year, report.kind);
      return {
        label: bare(writeHeading(style.main, heading, value)),
        detail: part.call.initials,
        level: style.main.level,
        titles: [heading, ...part.wordings],
        names: [part.call.words, part.name].filter((name) => name !== heading),
        initials: part.call.initials,
        kind: 'part',
        template: () => partText(part, report, style, value),
        edits,
      };
    });
}

function topics(report: Report, { main, before, inner }: Place, style: Style): readonly Candidate[] {
  if (!before) return [];
  const part = before.parts[0] ?? (main.some((section) => section.parts.includes('work')) ? undefined : 'work');
  const { value, edits } = numberedBehind(inner.before, inner.after);
  const headings = [...inner.before, ...inner.after].map(({ heading }) => heading.title);
  return TOPICS.filter((topic) => topic.part === part && isFitting(topic, report) && !headings.some((title) => COVERED.get(topic)?.test(title))).map((topic): Candidate => {
    const initials = initialsOf(topic.name);
    return {
      label: bare(writeHeading(style.second, topic.heading, value)),
      detail: initials,
      level: style.second.level,
      titles: [topic.heading],
      names: [topic.name],
      initials,
      kind: 'topic',
      template: () => itemText(asPlace(topic), report, style, value),
      edits,
    };
  });
}

/** One shortcoming more: 三是……, or （三） where the part has headings. */
function problem(report: Report, { before, after, inner }: Place, style: Style, start: number): readonly Candidate[] {
  if (!before?.parts.includes('problems')) return [];
  const { words, initials, detail } = FRAME.problem;
  const common = { detail: initials, names: [words], initials, kind: 'text' } as const;
  if (inner.before.length + inner.after.length > 0) {
    const { value, edits } = numberedBehind(inner.before, inner.after);
    return [{ ...common, label: `${bare(writeHeading(style.second, '', value))}${detail}`, level: style.second.level, titles: [], template: () => itemText(PROBLEM_HEADED, report, style, value), edits }];
  }
  const to = after[0]?.heading.span.start ?? Infinity;
  const items = report.paragraphs.filter(({ span }) => span.start > before.heading.span.start && span.start < Math.min(start, to)).flatMap(({ facts }) => facts.items.map((item) => item.value));
  const value = (items[items.length - 1] ?? 0) + 1;
  const template = itemText(PROBLEM, report, style, value);
  const begins = plainText(template).split('【')[0] as string;
  return [{ ...common, label: `${begins.trim()}……`, level: undefined, titles: [begins.trim()], template: () => template }];
}

function frameAbove(report: Report, { main, before }: Place, style: Style, start: number): readonly Candidate[] {
  if (before) return [];
  const piece = (of: typeof FRAME.title | typeof FRAME.opening, template: () => string): Candidate => ({ label: of.words, detail: of.detail, level: undefined, titles: [], names: [of.words], initials: of.initials, kind: 'text', isHeading: of === FRAME.title, template });
  const isTitled = report.title !== undefined && report.title.span.start < start;
  const mark = /^#+ /u.test(style.main.lead) ? '# ' : '';
  return [
    ...(report.title ? [] : [piece(FRAME.title, () => mark + titleText(report))]),
    ...(formulaOf(report) || (!isTitled && main.length > 0) ? [] : [piece(FRAME.opening, () => style.indent + openingText(report))]),
  ];
}

function frameBelow(report: Report, { before, after }: Place, style: Style): readonly Candidate[] {
  if (!before || after.length > 0) return [];
  const signed = report.paragraphs.some(({ span, facts }) => span.start > before.heading.span.end && IS_CLOSING.test(facts.flow.text));
  if (signed) return [];
  const piece = (of: typeof FRAME.formula | typeof FRAME.closing, template: () => string): Candidate => ({ label: of.words, detail: of.detail, level: undefined, titles: [], names: [of.words], initials: of.initials, kind: 'text', template });
  return [piece(FRAME.formula, () => style.indent + FORMULA), piece(FRAME.closing, () => closingText(report, style))];
}

/** A heading as a list shows it, without the marks of its layout. */
const bare = (heading: string): string => heading.replace(LEAD, '').replace(/。?(?:\*\*)?$/u, '');

function behindLine(text: string, at: number): number {
  let i = at;
  while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i++;
  return i;
}
