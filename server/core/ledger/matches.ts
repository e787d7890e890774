// Which figures of a report a ledger knows, by name, unit and period, and whether they agree. Looked up by name: a report that
// has changed costs one look for each of its figures. Must not phrase anything.

import { BEFORE } from '../domain/figures.ts';
import { LEADING_YEAR, OWN_PLACES, SCOPE_OF_PLACE } from '../domain/ledger.ts';
import { OTHER_SCOPE, UNIQUE_QUANTITY, WHOLE_PERIOD } from '../domain/relations.ts';
import { COMPARED } from '../domain/past.ts';
import { sameKind } from '../figures/check.ts';
import type { Figure } from '../figures/figure.ts';
import { quantityKey } from '../report/quantities.ts';
import { sectionsAt, sourceSpan } from '../report/query.ts';
import type { Facts, Paragraph, Report } from '../report/report.ts';
import { makeFlow } from '../text/flow.ts';
import type { Span } from '../text/span.ts';
import type { Segmenter } from '../words/segmenter.ts';
import { agree, type Ledger, type LedgerEntry } from './ledger.ts';

/** A figure of the report with what the ledger says of it. */
export interface LedgerMatch {
  readonly paragraph: Paragraph;
  readonly figure: Figure;
  /** Number and unit in the source. */
  readonly span: Span;
  readonly entry: LedgerEntry;
  readonly agrees: boolean;
  /** Whether both are one quantity beyond doubt. */
  readonly certain: boolean;
}

type Keyed = Pick<Figure, 'unit' | 'counts'>;

/** The rows of a ledger by what they count. */
type Index = ReadonlyMap<string, readonly LedgerEntry[]>;

const SCOPE = new RegExp(OTHER_SCOPE, 'u');
const WHOLE = new RegExp(WHOLE_PERIOD, 'u');
const UNIQUE = new RegExp(UNIQUE_QUANTITY, 'u');
const LEADING = new RegExp(LEADING_YEAR, 'u');
const BOUND = new RegExp(`(?:${BEFORE.flatMap(({ words }) => words).sort((a, b) => b.length - a.length).join('|')})$`, 'u');
const PLACES = new RegExp(SCOPE_OF_PLACE, 'gu');
const IS_COMPARED = new RegExp(COMPARED, 'u');
/** A shorter name can be that of many things: 开展培训. */
const LONG_NAME = 6;
const LONG_METRIC = 5;

const indexes = new WeakMap<Ledger, { readonly words: Segmenter; readonly index: Index }>();
const ofFacts = new WeakMap<Facts, { readonly words: Segmenter; readonly ledger: Ledger; readonly candidates: readonly Candidate[] }>();
const ofReport = new WeakMap<Report, { readonly words: Segmenter; readonly ledger: Ledger; readonly matches: readonly LedgerMatch[] }>();

/** What of a paragraph may be in the ledger, by its words alone. */
interface Candidate {
  readonly figure: Figure;
  readonly key: string;
  readonly entries: readonly LedgerEntry[];
  /** Nothing in its sentence says that it is another time's, a part's or another place's. */
  readonly scope: 'own' | 'unclear';
  /** Its words name it beyond doubt. */
  readonly named: boolean;
  readonly whole: boolean;
}

/** In order; a figure that only a table of the report has is not among them. */
export function matchesOf(report: Report, ledger: Ledger, words: Segmenter): readonly LedgerMatch[] {
  if (!report.recognised || ledger.entries.length === 0) return NONE;
  const known = ofReport.get(report);
  if (known?.ledger === ledger && known.words === words) return known.matches;
  const index = indexOf(ledger, words);
  const plan = report.parts.find(({ id, how }) => id === 'plan' && how === 'heading')?.section;
  const planned = plan?.parts.length === 1 ? plan.span : undefined;
  const found: (LedgerMatch & { readonly key: string; readonly whole: boolean })[] = [];
  for (const paragraph of report.paragraphs) {
    const { facts, kind, span: { start } } = paragraph;
    if (facts.figures.length === 0 || kind === 'title' || kind === 'row' || (planned && planned.start <= start && start < planned.end)) continue;
    for (const { figure, key, entries, scope, named, whole } of candidatesOf(paragraph, ledger, index, words)) {
      if (isOtherYear(report, paragraph, figure)) continue;
      const entry = entryOf(report, entries);
      if (!entry) continue;
      const span = sourceSpan(paragraph, figure.start, figure.end);
      if (isNumber(report, span)) continue;
      const place = placesIn(report, facts.flow.text.slice(figure.sentence.start, figure.start));
      if (place === 'other') continue;
      const isOwn = scope === 'own' && named && place !== 'unclear';
      found.push({ paragraph, figure, span, entry: entry.entry, agrees: agree(figure, entry.entry.figure), certain: isOwn && entry.certain, key, whole });
    }
  }
  const matches = withoutNamesakes(found);
  ofReport.set(report, { words, ledger, matches });
  return matches;
}

const NONE: readonly LedgerMatch[] = [];

/** Rows that no figure of the report speaks of, in order; those of another period are not asked for. */
export function unmentioned(report: Report, ledger: Ledger, words: Segmenter): readonly LedgerEntry[] {
  const told = new Set(matchesOf(report, ledger, words).map(({ entry }) => entry));
  return ledger.entries.filter((entry) => !told.has(entry) && isOfYear(report, entry) !== 'no');
}

/** The row for a figure that is still to be written: by what its words count, else by its label; undefined where several fit. */
export function entryFor(report: Report, ledger: Ledger, words: Segmenter, key: string | undefined, unit: Keyed, label: string): LedgerEntry | undefined {
  const counted = key === undefined ? [] : (indexOf(ledger, words).get(key) ?? []).filter(({ figure }) => sameKind(unit as Figure, figure));
  const labelled = counted.length > 0 || label === '' ? [] : ledger.entries.filter(({ name }) => name === label);
  return entryOf(report, [...counted, ...labelled])?.entry;
}

function indexOf(ledger: Ledger, words: Segmenter): Index {
  const known = indexes.get(ledger);
  if (known?.words === words) return known.index;
  const index = new Map<string, LedgerEntry[]>();
  for (const entry of ledger.entries) {
    const key = countedBy(entry.sentence, entry.figure, words);
    if (key === undefined || entry.figure.unit === undefined) continue;
    const others = index.get(key);
    if (others) others.push(entry);
    else index.set(key, [entry]);
  }
  indexes.set(ledger, { words, index });
  return index;
}

function candidatesOf(paragraph: Paragraph, ledger: Ledger, index: Index, words: Segmenter): readonly Candidate[] {
  const { facts } = paragraph;
  const known = ofFacts.get(facts);
  if (known?.words === words && known.ledger === ledger) return known.candidates;
  const { text } = facts.flow;
  const candidates = facts.figures.flatMap((figure): Candidate[] => {
    const { unit, quantity, sentence, head, start } = figure;
    if (unit === undefined || quantity.exactness === 'range' || quantity.exactness === 'ratio') return [];
    const key = countedBy(text, figure, words);
    const entries = (key === undefined ? undefined : index.get(key))?.filter((entry) => sameKind(figure, entry.figure)) ?? [];
    const [first] = entries;
    if (key === undefined || !first) return [];
    if (isOtherScope(text, figure, first)) return [];
    const before = text.slice(sentence.start, start);
    const whole = WHOLE.test(before);
    const lead = text.slice(sentence.start, head.start).split(MARKS).filter((clause) => clause !== '' && !/[0-9]/u.test(clause)).length;
    const named = UNIQUE.test(key) || whole || (figure.metric ? figure.name.length >= LONG_METRIC : key.length >= LONG_NAME && lead === 0);
    return [{ figure, key, entries, scope: quantity.exactness === 'exact' ? 'own' : 'unclear', named, whole }];
  });
  ofFacts.set(facts, { words, ledger, candidates: candidates.length === 0 ? NO_CANDIDATES : candidates });
  return candidates;
}

/** What a figure counts, whatever the year and however nearly; undefined where its words name nothing. */
export function countedBy(text: string, figure: Figure, words: Segmenter): string | undefined {
  const key = quantityKey({ facts: { flow: { text } } }, figure, words)?.replace(LEADING, '');
  return figure.quantity.exactness === 'exact' || figure.metric ? key : key?.replace(BOUND, '');
}

/** Words of its sentence make a figure that of another time or of a part; what the ledger's own name says does not: 线上办理事项. */
export function isOtherScope(text: string, { sentence, head, start }: Pick<Figure, 'sentence' | 'head' | 'start'>, entry: LedgerEntry): boolean {
  return IS_COMPARED.test(text.slice(head.start, start)) || SCOPE.test(withoutName(text.slice(sentence.start, start), entry));
}

const NO_CANDIDATES: readonly Candidate[] = [];
const MARKS = /[，,、：:（）()“”]/u;

const withoutName = (before: string, { name }: LedgerEntry): string => {
  const own = makeFlow(name).text;
  const at = before.lastIndexOf(own);
  return at < 0 ? before : `${before.slice(0, at)}${before.slice(at + own.length)}`;
};

/** Another year is named before it in its sentence. */
const isOtherYear = ({ year }: Report, { facts: { years } }: Paragraph, { sentence, end }: Figure): boolean =>
  years.some((mention) => mention.year !== year && mention.start >= sentence.start && mention.start < end);

/** The number of a heading counts nothing. */
function isNumber(report: Report, { start }: Span): boolean {
  const heading = sectionsAt(report, start).at(-1)?.heading;
  return heading !== undefined && start < heading.titleAt;
}

/** 全县 in a town's report is another's figure; where nobody knows who reports, nothing is certain. */
function placesIn({ level }: Report, before: string): 'own' | 'other' | 'unclear' {
  const places = [...before.matchAll(PLACES)].map(({ groups }) => groups?.['place'] ?? '');
  if (places.length === 0) return 'own';
  if (level === undefined) return 'unclear';
  return places.every((place) => (OWN_PLACES[level] as readonly string[]).includes(place)) ? 'own' : 'other';
}

const isOfYear = ({ year }: Report, { period }: LedgerEntry): 'yes' | 'maybe' | 'no' => {
  if (!period.whole || (period.year !== undefined && year !== undefined && period.year !== year)) return 'no';
  return period.year !== undefined && year !== undefined ? 'yes' : 'maybe';
};

/** Of the rows under one name the one of the report's year; undefined where two of them say different things. */
function entryOf(report: Report, entries: readonly LedgerEntry[]): { readonly entry: LedgerEntry; readonly certain: boolean } | undefined {
  const own = entries.filter((entry) => isOfYear(report, entry) === 'yes');
  const fitting = own.length > 0 ? own : entries.filter((entry) => isOfYear(report, entry) === 'maybe');
  const [entry] = fitting;
  if (!entry || fitting.some(({ figure }) => !agree(figure, entry.figure))) return undefined;
  return { entry, certain: own.length > 0 };
}

/**
 * One name may stand for several occasions. Where a figure of the name agrees with the ledger, that is the one the ledger means,
 * and others are told only where they too call themselves the year's; where none does, nobody knows which is meant.
 */
function withoutNamesakes(found: readonly (LedgerMatch & { readonly key: string; readonly whole: boolean })[]): readonly LedgerMatch[] {
  const byEntry = new Map<LedgerEntry, typeof found>();
  for (const match of found) byEntry.set(match.entry, [...(byEntry.get(match.entry) ?? []), match]);
  return found.flatMap(({ key: _, whole, ...match }): LedgerMatch[] => {
    const same = byEntry.get(match.entry) ?? [];
    if (match.agrees || same.every(({ figure }) => agree(figure, match.figure))) return [match];
    return whole || !same.some(({ agrees }) => agrees) ? [{ ...match, certain: false }] : [];
  });
}
