// What a ledger and a report give each other: values for the places and figures of the report, rows and new values for the
// ledger. Proposals: the writer takes them or not. Must not know how a table is written, nor touch the text.

import { findFigures } from '../figures/find.ts';
import type { Figure } from '../figures/figure.ts';
import { digitsIn, ledgerFix } from '../ledger/edits.ts';
import type { Ledger, LedgerEntry } from '../ledger/ledger.ts';
import { countedBy, entryFor, isOtherScope, matchesOf } from '../ledger/matches.ts';
import { isOfYear } from '../report/quantities.ts';
import { breaksLine, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import { byStart, type Edit } from '../text/edit.ts';
import type { Segmenter } from '../words/segmenter.ts';
import { isNumbering } from './figures.ts';

/** `place`: 【】 gets a value; `value`: a figure that differs beyond doubt; `doubtful`: one that may be another quantity. */
export type FillReason = 'place' | 'value' | 'doubtful';

export interface LedgerFill extends Edit {
  readonly reason: FillReason;
  readonly entry: LedgerEntry;
}

const PLACE = /【([^【】]{0,60})】/gu;

/** In order; they do not overlap. */
export function ledgerFills(report: Report, ledger: Ledger, words: Segmenter): readonly LedgerFill[] {
  const differing = matchesOf(report, ledger, words).flatMap((match): LedgerFill[] => {
    const edit = match.agrees ? undefined : ledgerFix(report, match);
    return edit ? [{ ...edit, reason: match.certain ? 'value' : 'doubtful', entry: match.entry }] : [];
  });
  const places = report.recognised ? report.paragraphs.flatMap((paragraph) => placesIn(report, paragraph, ledger, words)) : [];
  return [...differing, ...places].sort(byStart);
}

/** The places of a paragraph, read as if a number stood there. */
function placesIn(report: Report, paragraph: Paragraph, ledger: Ledger, words: Segmenter): readonly LedgerFill[] {
  const { text } = paragraph.facts.flow;
  if (!text.includes('【')) return [];
  // Where each number that stands in for a place begins, and the place.
  const places = new Map<number, { readonly start: number; readonly end: number; readonly label: string }>();
  let filled = '';
  let at = 0;
  for (const { index, 0: whole, 1: label = '' } of text.matchAll(PLACE)) {
    filled += text.slice(at, index);
    places.set(filled.length, { start: index, end: index + whole.length, label });
    filled += STAND_IN;
    at = index + whole.length;
  }
  filled += text.slice(at);
  return findFigures(filled).flatMap((figure): LedgerFill[] => {
    const place = places.get(figure.number.start);
    if (!place || figure.unit === undefined) return [];
    const key = countedBy(filled, figure, words);
    const entry = entryFor(report, ledger, words, key, figure, place.label);
    const span = sourceSpan(paragraph, place.start, place.end);
    return !entry || isOtherScope(filled, figure, entry) || breaksLine(report, span) ? [] : [{ span, text: digitsIn(entry, figure.quantity), reason: 'place', entry }];
  });
}

const STAND_IN = '1';

/** A row to be added, or one whose value is to be changed. */
export type LedgerChange =
  | { readonly kind: 'add'; readonly name: string; readonly digits: string; readonly unit: string; readonly year: number | undefined }
  | { readonly kind: 'change'; readonly entry: LedgerEntry; readonly digits: string; readonly text: string };

/** What the report says and the ledger does not, in the order of the report; a name that stands for several values is left out. */
export function ledgerChanges(report: Report, ledger: Ledger | undefined, words: Segmenter): readonly LedgerChange[] {
  if (!report.recognised) return [];
  const matches = ledger ? matchesOf(report, ledger, words) : [];
  const known = new Map(matches.map((match) => [match.figure, match]));
  const names = new Set(ledger?.entries.map(({ name }) => name));
  const changes = new Map<string, LedgerChange | undefined>();
  for (const paragraph of report.paragraphs) {
    for (const figure of paragraph.facts.figures) {
      const match = known.get(figure);
      if (match) {
        if (!match.agrees && figure.quantity.exactness === 'exact') put(changes, match.entry.name, { kind: 'change', entry: match.entry, digits: digitsIn({ digits: digitsOf(paragraph, figure), figure }, match.entry.figure.quantity), text: textOf(paragraph, figure) });
        continue;
      }
      if (!isOfYear(report, paragraph, figure) || isNumbering(report, paragraph, figure)) continue;
      const name = nameFor(paragraph, figure, words);
      if (name === undefined || names.has(name)) continue;
      put(changes, name, { kind: 'add', name, digits: digitsOf(paragraph, figure), unit: unitOf(paragraph, figure), year: report.year });
    }
  }
  return [...changes.values()].filter((change) => change !== undefined);
}

function put(changes: Map<string, LedgerChange | undefined>, name: string, change: LedgerChange): void {
  const before = changes.get(name);
  if (!changes.has(name)) changes.set(name, change);
  else if (before?.digits !== change.digits) changes.set(name, undefined);
}

/** Under which the ledger finds the figure again; undefined where there is none. */
function nameFor(paragraph: Paragraph, figure: Figure, words: Segmenter): string | undefined {
  const key = countedBy(paragraph.facts.flow.text, figure, words);
  if (key === undefined) return undefined;
  const { text } = paragraph.facts.flow;
  const head = text.slice(figure.head.start, figure.metric && figure.named ? figure.named.end : figure.head.end);
  return [figure.name, head].find((name) => {
    if (name.length > LONGEST_NAME || /[0-9]$/u.test(name)) return false;
    const sentence = `${name}${text.slice(figure.start, figure.end)}`;
    const read = findFigures(sentence).at(-1);
    return read !== undefined && countedBy(sentence, read, words) === key;
  });
}

const LONGEST_NAME = 30;

const textOf = ({ facts: { flow } }: Paragraph, { start, end }: Figure): string => flow.text.slice(start, end);

const digitsOf = ({ facts: { flow } }: Paragraph, { number, quantity }: Figure): string => {
  const digits = flow.text.slice(number.start, number.end).replace(/[,， ]/gu, '');
  // 十二人 is 12.
  return /^[0-9.]+$/u.test(digits) ? digits : String(quantity.value / quantity.scale);
};

/** With the word of scale before it: 万元. */
const unitOf = ({ facts: { flow } }: Paragraph, { number, end, unit = '' }: Figure): string => (unit === '%' ? '%' : flow.text.slice(number.end, end));
