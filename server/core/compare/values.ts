// The quantities that a report tells of its own year, under names by which those of another year are found: in sentences by
// what is counted, in tables by row and column. Must not know other reports.

import { COMPARED, COMPARES_WITH, NOT_COMPARED } from '../domain/past.ts';
import { CHANGE_DOWN, CHANGE_UP, FILLERS, OTHER_SCOPE, UNIQUE_QUANTITY, WHOLE_PERIOD } from '../domain/relations.ts';
import { isPercent } from '../figures/check.ts';
import type { Figure } from '../figures/figure.ts';
import { quantityKey } from '../report/quantities.ts';
import { sectionsAt, sourceSpan } from '../report/query.ts';
import type { Facts, Paragraph, Report } from '../report/report.ts';
import { namedCells } from '../report/tables.ts';
import type { Span } from '../text/span.ts';
import type { Segmenter } from '../words/segmenter.ts';

export interface Value {
  readonly paragraph: Paragraph;
  readonly figure: Figure;
  /** Number and unit in the source. */
  readonly span: Span;
  /** What is counted, in what scope and in which unit; equal for what may be one quantity. */
  readonly key: string;
  /** Title of the heading above it, without numbers. */
  readonly heading: string;
  /** What of that is its name. */
  readonly name: string;
  /** What its sentence says before it, counts and fillers taken away; and what of that stands directly before it. */
  readonly lead: string;
  readonly near: string;
  /** Its words make it the total of the year. */
  readonly whole: boolean;
  /** A reporter has but one of it a year. */
  readonly unique: boolean;
}

type Read = Pick<Value, 'figure' | 'key' | 'name' | 'lead' | 'near' | 'whole' | 'unique'>;

const IS_COMPARED = new RegExp(COMPARED, 'u');
const COMPARES = new RegExp(COMPARES_WITH, 'u');
const COMPARING = new RegExp(COMPARED, 'gu');
const SCOPES = new RegExp(OTHER_SCOPE, 'gu');
const WHOLE = new RegExp(WHOLE_PERIOD, 'u');
const UNIQUE = new RegExp(UNIQUE_QUANTITY, 'u');
const RISES = new RegExp(CHANGE_UP, 'u');
const FALLS = new RegExp(CHANGE_DOWN, 'u');
const NO_COLUMN = new RegExp(NOT_COMPARED, 'u');
const FILLING: ReadonlySet<string> = new Set(FILLERS);
const NUMBERS = /[0-9]+/gu;
const MARKS = /[，,、：:（）()“”]/u;

const ofFacts = new WeakMap<Facts, { readonly words: Segmenter; readonly read: readonly Read[] }>();
const ofReport = new WeakMap<Report, { readonly words: Segmenter; readonly values: readonly Value[] }>();

/** In order. */
export function valuesOf(report: Report, words: Segmenter): readonly Value[] {
  const known = ofReport.get(report);
  if (known?.words === words) return known.values;
  const plan = report.parts.find(({ id, how }) => id === 'plan' && how === 'heading')?.section;
  const planned = plan?.parts.length === 1 ? plan.span : undefined;
  const cells = cellNames(report);
  const values = report.paragraphs.flatMap((paragraph): Value[] => {
    if (paragraph.kind === 'title' || paragraph.facts.figures.length === 0) return [];
    const { start } = paragraph.span;
    if (planned && planned.start <= start && start < planned.end) return [];
    const own = paragraph.kind === 'row' ? readRow(paragraph, cells) : readSentences(paragraph, words).filter(({ figure }) => isOwn(report, paragraph, figure));
    if (own.length === 0) return [];
    // A section begins with its paragraph, never inside one.
    const section = sectionsAt(report, start).at(-1)?.heading;
    const heading = (section?.title ?? '').replace(NUMBERS, '');
    return own.flatMap((read): Value[] => {
      const span = sourceSpan(paragraph, read.figure.start, read.figure.end);
      // The number of a heading counts nothing.
      return section && span.start < section.titleAt && span.start >= section.span.start ? [] : [withPlace(read, paragraph, span, heading)];
    });
  });
  ofReport.set(report, { words, values });
  return values;
}

/** Written out: this is done anew for every figure after every key. */
const withPlace = ({ figure, key, name, lead, near, whole, unique }: Read, paragraph: Paragraph, span: Span, heading: string): Value => ({ figure, key, name, lead, near, whole, unique, paragraph, span, heading });

/** No other year is named before it in its sentence, unless another figure was compared with it. */
const isOwn = ({ year }: Report, { facts: { years, flow: { text } } }: Paragraph, { sentence, head, end }: Figure): boolean =>
  !years.some((mention) => mention.year !== year && mention.start >= sentence.start && mention.start < end && !(mention.end <= head.start && COMPARES.test(text.slice(sentence.start, mention.start))));

function readSentences(paragraph: Paragraph, words: Segmenter): readonly Read[] {
  const { facts } = paragraph;
  const known = ofFacts.get(facts);
  if (known?.words === words) return known.read;
  const read = facts.figures.flatMap((figure): Read[] => {
    const { unit, head, start, sentence, quantity } = figure;
    const { text } = facts.flow;
    const clause = text.slice(head.start, start);
    if (unit === undefined || quantity.exactness === 'range' || quantity.exactness === 'ratio' || IS_COMPARED.test(clause) || RISES.test(clause) || FALLS.test(clause)) return [];
    const name = quantityKey(paragraph, figure, words);
    if (name === undefined) return [];
    const before = text.slice(sentence.start, start);
    const scope = [...before.replace(COMPARING, '').matchAll(SCOPES)].map(([word]) => word.replace(NUMBERS, '')).join(' ');
    const clauses = clausesOf(text.slice(sentence.start, head.start), words);
    const near = clauses.slice(clauses.lastIndexOf(undefined) + 1);
    return [{ figure, key: `${name} ${scope} ${kindOf(figure)}`, name, lead: joined(clauses), near: joined(near), whole: WHOLE.test(before), unique: UNIQUE.test(name) }];
  });
  ofFacts.set(facts, { words, read });
  return read;
}

/** 件 and 起 count the same things, so do 人 and 名. */
const kindOf = ({ counts, unit }: Figure): string => (counts === 'case' || counts === 'person' ? counts : (unit ?? ''));

/** The clauses before a figure, as they say what it belongs to, fillers taken away; undefined for those with numbers. */
const clausesOf = (before: string, words: Segmenter): readonly (string | undefined)[] =>
  before.split(MARKS).map((clause) => (/[0-9]/u.test(clause) ? undefined : words.cut(clause).filter((word) => !FILLING.has(word)).join('')));

const joined = (clauses: readonly (string | undefined)[]): string => clauses.filter((clause) => clause !== undefined && clause !== '').join(' ');

/** Names of the cells of all tables by their source offset. */
function cellNames(report: Report): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const table of report.tables) for (const { cell, row, column } of namedCells(table)) if (row !== '' && !NO_COLUMN.test(column) && !NO_COLUMN.test(row)) names.set(cell.span.start, `${row} ${column}`);
  return names;
}

const readRow = (paragraph: Paragraph, cells: ReadonlyMap<number, string>): readonly Read[] =>
  paragraph.facts.figures.flatMap((figure): Read[] => {
    const name = cells.get(sourceSpan(paragraph, figure.start, figure.end).start);
    return name === undefined || figure.quantity.exactness !== 'exact' ? [] : [{ figure, key: `| ${name} ${isPercent(figure) ? '%' : ''}`, name, lead: '', near: '', whole: false, unique: false }];
  });
