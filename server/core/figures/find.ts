// The figures of one paragraph: every number with its unit, its name and, for a rate, its metric.
// Works on logical text; offsets are flow offsets. Must not judge: that is for the checks beside it.

import { BEFORE, BEHIND, CHINESE_COUNTED, COUNT_LEADS, COUNT_TRAILS, EACH_OF, NOT_FIGURES, OVER, RATE_LINKS, RATE_NAME, SERVICE_NUMBERS, UNITS } from '../domain/figures.ts';
import { METRICS } from '../domain/metrics.ts';
import type { CountClass, MetricSpec } from '../domain/types.ts';
import type { Exactness, Figure } from './figure.ts';
import { oneOf } from '../text/characters.ts';
import { chineseValue } from '../text/numerals.ts';
import { fromRaw, type Flow } from '../text/flow.ts';
import { indivisible } from '../text/made-of.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';

const escape = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const longestFirst = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).map(escape).join('|');

const ARABIC = '\\d{1,3}(?:[,，]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?';
const CHINESE = '(?<![数几])(?:[一二两三四五六七八九十百千万零〇]{2,10}|[两三四五六七八九十])';
const UNIT = longestFirst(UNITS.map((unit) => unit.name));
const OVER_WORD = `[${OVER.join('')}]`;
// One walk over the text: what only looks like a figure is consumed first.
const PATTERN = [
  `(?<ratio>[0-9]{1,9}(?:\\.[0-9]+)?[:：][0-9]+\\.[0-9]+|1[:：][1-9](?![0-9]))`,
  `(?:${SERVICE_NUMBERS.join('|')})(?!\\d|[.,，]\\d|%|${OVER_WORD}?[万亿]?(?:${UNIT}))`,
  ...NOT_FIGURES,
  `百分之(?<hundredth>百|${ARABIC}|[一二三四五六七八九十零点]{1,8})`,
  `(?<lower>${ARABIC})%?[～~—－–至-](?<upper>${ARABIC})(?<upperScale>[百千]?[万亿])?(?<upperUnit>%|${UNIT})`,
  `(?<arabic>${ARABIC})(?<over>${OVER_WORD})?(?<scale>[百千]?[万亿]|[百千](?=[余多]?(?:${UNIT})))?(?<over2>[余多])?(?<unit>%+|‰|${UNIT})?`,
  `(?<chinese>${CHINESE})(?<chineseOver>[余多])?(?<chineseUnit>${longestFirst(CHINESE_COUNTED)})`,
].join('|');
/** A match that names its groups makes an object for each of them; numbers are quicker, and every figure is a match. */
const NAMED_GROUP = /\(\?<([a-zA-Z]\w*)>/gu;
const GROUPS = new Map([...PATTERN.matchAll(NAMED_GROUP)].map(([, name = ''], index) => [name, index + 1]));
const SCAN = new RegExp(PATTERN.replace(NAMED_GROUP, '('), 'yu');
/** What any of them begins with. */
const mayBegin = oneOf('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ一二两三四五六七八九十百千万零〇第〔[［（(“"');
const groupOf = (name: string): number => GROUPS.get(name) ?? 0;
const [HUNDREDTH, ARABIC_NUMBER, CHINESE_NUMBER, LOWER, UPPER, RATIO] = ['hundredth', 'arabic', 'chinese', 'lower', 'upper', 'ratio'].map(groupOf) as [number, number, number, number, number, number];
const [SCALE, OVER_BEFORE, OVER_BEHIND, UNIT_NAME] = ['scale', 'over', 'over2', 'unit'].map(groupOf) as [number, number, number, number];
const [UPPER_SCALE, UPPER_UNIT, CHINESE_OVER, CHINESE_UNIT] = ['upperScale', 'upperUnit', 'chineseOver', 'chineseUnit'].map(groupOf) as [number, number, number, number];
const BEFORE_NUMBER = BEFORE.map(({ words, exactness, behind = '' }) => ({ exactness, pattern: new RegExp(`${behind.replace(/\$$/u, '')}(?:${longestFirst(words)})$`, 'u') }));
const BEHIND_NUMBER = BEHIND.map(({ words, exactness }) => ({ exactness, pattern: new RegExp(`^(?:${longestFirst(words)})`, 'u') }));
const lastOf = (words: readonly string[]): ((unit: number) => boolean) => oneOf(words.map((word) => word[word.length - 1]).join(''));
const endsBefore = lastOf(BEFORE.flatMap(({ words }) => words));
const beginsBehind = oneOf(BEHIND.flatMap(({ words }) => words.map((word) => word[0])).join(''));
const endsLink = lastOf(RATE_LINKS);
const endsTrail = lastOf(COUNT_TRAILS);
const beginsLead = oneOf(COUNT_LEADS.map((word) => word[0]).join(''));
const RATE_LINK = new RegExp(`(?:${longestFirst(indivisible(RATE_LINKS))})+$`, 'u');
const RATE_NAMED = new RegExp(RATE_NAME, 'u');
const LEADS = new RegExp(`^(?:${longestFirst(COUNT_LEADS)})+`, 'u');
const TRAILS = [...COUNT_TRAILS].sort((a, b) => b.length - a.length);
const COUNTS = new Map<string, CountClass>(UNITS.flatMap((unit) => ('counts' in unit ? [[unit.name, unit.counts] as const] : [])));
const LOOKS_LIKE = new RegExp(`^(?:${NOT_FIGURES.join('|')})`, 'u');
/** Units by their first character, the longest first; without those that make something else of some number, as 年 does. */
const PLAIN_UNITS = new Map<number, readonly string[]>();
for (const { name } of [...UNITS].sort((a, b) => b.name.length - a.name.length)) {
  const first = name.charCodeAt(0);
  if (!['1', '12', '1234', '12.5', '12余'].some((number) => LOOKS_LIKE.test(number + name))) PLAIN_UNITS.set(first, [...(PLAIN_UNITS.get(first) ?? []), name]);
}
const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 百亿: 1e10, 千亿: 1e11 };
const METRIC_BY_NAME = new Map<string, MetricSpec>(METRICS.flatMap((m: MetricSpec) => [m.name, ...m.aliases].map((name) => [name, m] as const)));
const LONGEST_METRIC = Math.max(...[...METRIC_BY_NAME.keys()].map((name) => name.length));

/** The longest word that bounds a number, and the character before it. */
const LONGEST_BOUND = 5;
const endsClause = oneOf('。；;！？，,、：:（(）)');

/** All figures of a paragraph, in order. */
export function findFigures(text: string): readonly Figure[] {
  const figures: Figure[] = [];
  let sentence: Span = { start: 0, end: -1 };
  for (let i = 0; i < text.length; ) {
    if (!mayBegin(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const found = readPlain(text, i) ?? readAny(text, i);
    if (!found) {
      i++;
      continue;
    }
    const start = i;
    i = found.end;
    if (!found.reading) continue;
    if (start >= sentence.end) sentence = sentenceAround(text, start);
    figures.push(describe(text, start, found.end, found as Read, sentence, figures[figures.length - 1]?.end ?? 0));
  }
  return figures.length === 0 ? NONE : nameListed(text, figures);
}

const NONE: readonly Figure[] = [];

interface Found {
  readonly end: number;
  /** Absent for what only looks like a figure. */
  readonly reading?: Reading | undefined;
  readonly number?: Span;
  readonly form?: Figure['form'];
}
type Read = Required<Found> & { readonly reading: Reading };

function describe(text: string, start: number, end: number, { reading, number, form }: Read, sentence: Span, previousEnd: number): Figure {
  const { value, decimals, scale, upper, unit } = reading;
  const head = { start: clauseStart(text, start), end: start };
  const exactness = reading.form ?? (isCut(text, start, end) ? 'about' : reading.over ? 'at-least' : exactnessOf(text, head.start, start, end));
  const percent = unit === '%';
  let named: string | undefined;
  let metric: ReturnType<typeof metricAtEnd>;
  if (percent) {
    named = withoutLink(text.slice(head.start, head.end));
    metric = metricAtEnd(named);
  }
  return {
    start,
    end,
    number,
    quantity: upper === undefined ? { value, exactness, decimals, scale } : { value, exactness, decimals, scale, upper },
    form,
    unit,
    counts: unit === undefined ? undefined : COUNTS.get(unit),
    head,
    metric: metric?.spec,
    named: metric && named !== undefined ? { start: head.start + named.length - metric.name.length, end: head.start + named.length } : undefined,
    name: metric?.name ?? (named === undefined ? countName(text.slice(Math.max(head.start, previousEnd), start), text, end) : (RATE_NAMED.exec(named)?.[0] ?? trimLeads(named))),
    sentence,
  };
}

/** 232起, 97.8%, 50余场次: digits and the unit at once, as nearly all figures are; undefined for whatever could be read in another way. */
function readPlain(text: string, start: number): Found | undefined {
  let i = start;
  let value = 0;
  for (let c = text.charCodeAt(i); isDigitUnit(c); c = text.charCodeAt(++i)) value = value * 10 + (c - 48);
  if (i === start || i - start > SAFE_DIGITS) return undefined;
  let decimals = 0;
  if (text.charCodeAt(i) === POINT && isDigitUnit(text.charCodeAt(i + 1))) {
    const point = i++;
    while (isDigitUnit(text.charCodeAt(i))) i++;
    decimals = i - point - 1;
    value = Number(text.slice(start, i));
  }
  const number = { start, end: i };
  if (text.charCodeAt(i) === PERCENT) return saysMore(text.charCodeAt(i + 1)) ? undefined : { end: i + 1, reading: { value, decimals, scale: 1, over: false, unit: '%' }, number, form: 'digits' };
  const over = isOver(text.charCodeAt(i));
  if (over) i++;
  const unit = plainUnitAt(text, i);
  return unit === undefined ? undefined : { end: i + unit.length, reading: { value, decimals, scale: 1, over, unit }, number, form: 'digits' };
}

function plainUnitAt(text: string, at: number): string | undefined {
  for (const name of PLAIN_UNITS.get(text.charCodeAt(at)) ?? NO_UNITS) if (text.startsWith(name, at)) return name;
  return undefined;
}

const NO_UNITS: readonly string[] = [];
const POINT = 46;
const PERCENT = 37;
/** Beyond them a value is not exact. */
const SAFE_DIGITS = 15;
const isDigitUnit = (c: number): boolean => c >= 48 && c <= 57;
/** 5%—10% is a range. */
const saysMore = oneOf('%～~—－–至-');
const isOver = oneOf(OVER.join(''));

/** Whatever else begins there: figures in another form, and what only looks like one. */
function readAny(text: string, start: number): Found | undefined {
  SCAN.lastIndex = start;
  const match = SCAN.exec(text);
  if (!match) return undefined;
  const end = SCAN.lastIndex;
  const reading = read(match);
  if (!reading) return { end };
  const digits = match[ARABIC_NUMBER] ?? match[HUNDREDTH] ?? match[CHINESE_NUMBER] ?? match[LOWER] ?? match[RATIO] ?? '';
  const from = start + match[0].indexOf(digits);
  return { end, reading, number: { start: from, end: from + digits.length }, form: match[CHINESE_NUMBER] !== undefined ? 'numeral' : PARTED_BY_COMMA.test(digits) ? 'parted' : 'digits' };
}

/** 1 14件: a line break may have cut one number, so neither half can be relied on. */
const isCut = (text: string, start: number, end: number): boolean =>
  (text.charCodeAt(start - 1) === SPACE && isDigitUnit(text.charCodeAt(start - 2))) || (text.charCodeAt(end) === SPACE && isDigitUnit(text.charCodeAt(end + 1)));

const SPACE = 32;

const SHARED_OUT = new RegExp(`(?<names>[^，,。；;：:（）()]{2,60})${EACH_OF}$`, 'u');
const NAME_BREAK = /[、和及与]/u;
const LIST_BREAK = /^(?:、|和|，|及|、?和)$/u;

/** The figures of a table row, cell by cell: between cells there is no sentence. `raw` is the row as it stands. */
export function findCellFigures(raw: string, flow: Flow): readonly Figure[] {
  const separator = raw.startsWith('|') ? '|' : '\t';
  const figures: Figure[] = [];
  let at = 0;
  for (const cell of raw.split(separator)) {
    const start = fromRaw(flow, at);
    const end = fromRaw(flow, at + cell.length);
    const moved = ({ start: from, end: to }: Span): Span => ({ start: from + start, end: to + start });
    for (const figure of end > start ? findFigures(flow.text.slice(start, end)) : []) {
      figures.push({ ...figure, ...moved(figure), number: moved(figure.number), head: moved(figure.head), sentence: moved(figure.sentence), named: figure.named && moved(figure.named) });
    }
    at += cell.length + 1;
  }
  return figures;
}

/** 参考率、合格率分别为98%、95%: each rate takes the name that stands at its place. */
function nameListed(text: string, figures: Figure[]): readonly Figure[] {
  for (let i = 0; i < figures.length; i++) {
    const first = figures[i] as Figure;
    if (first.unit !== '%') continue;
    if (!text.slice(Math.max(0, first.start - LONGEST_BOUND), first.start).includes('分别')) continue;
    const names = SHARED_OUT.exec(text.slice(Math.max(0, first.start - 70), first.start))?.groups?.['names'];
    if (names === undefined) continue;
    let end = i + 1;
    while (figures[end]?.unit === '%' && LIST_BREAK.test(text.slice((figures[end - 1] as Figure).end, (figures[end] as Figure).start))) end++;
    const named = names.split(NAME_BREAK);
    if (named.length !== end - i || named.length < 2) continue;
    let at = text.lastIndexOf(names, first.start);
    named.forEach((name, k) => {
      const metric = metricAtEnd(name);
      const span = metric && { start: at + name.length - metric.name.length, end: at + name.length };
      figures[i + k] = { ...(figures[i + k] as Figure), metric: metric?.spec, named: span, name: metric?.name ?? trimLeads(name), head: { start: at, end: first.start }, listed: first.start };
      at += name.length + 1;
    });
    i = end - 1;
  }
  return figures;
}

interface Reading {
  readonly value: number;
  readonly decimals: number;
  readonly scale: number;
  readonly over: boolean;
  readonly unit: string | undefined;
  readonly form?: 'range' | 'ratio';
  readonly upper?: number;
}

function read(match: readonly (string | undefined)[]): Reading | undefined {
  const [hundredth, arabic, chinese] = [match[HUNDREDTH], match[ARABIC_NUMBER], match[CHINESE_NUMBER]];
  const [lower, upper, ratio] = [match[LOWER], match[UPPER], match[RATIO]];
  if (hundredth !== undefined) {
    const value = hundredth === '百' ? 100 : /\d/u.test(hundredth) ? Number(hundredth.replace(/[,， ]/gu, '')) : hundredths(hundredth);
    return value === undefined ? undefined : { value, decimals: decimalsOf(hundredth), scale: 1, over: false, unit: '%' };
  }
  if (arabic !== undefined) {
    const scale = SCALES[match[SCALE] ?? ''] ?? 1;
    const unit = match[UNIT_NAME];
    return {
      value: scaled(arabic, scale),
      decimals: decimalsOf(arabic),
      scale,
      over: match[OVER_BEFORE] !== undefined || match[OVER_BEHIND] !== undefined,
      unit: unit?.startsWith('%') ? '%' : unit,
    };
  }
  if (lower !== undefined && upper !== undefined) {
    const scale = SCALES[match[UPPER_SCALE] ?? ''] ?? 1;
    return { value: scaled(lower, scale), upper: scaled(upper, scale), decimals: decimalsOf(lower), scale, over: false, unit: match[UPPER_UNIT], form: 'range' };
  }
  if (ratio !== undefined) {
    const [a = '', b = ''] = ratio.split(/[:：]/u);
    return Number(b) === 0 ? undefined : { value: Number((Number(a) / Number(b)).toPrecision(12)), decimals: 0, scale: 1, over: false, unit: undefined, form: 'ratio' };
  }
  if (chinese !== undefined) {
    // 三五人 is three to five.
    const value = /^[一二两三四五六七八九]{2,}$/u.test(chinese) ? undefined : chineseValue(chinese);
    return value === undefined ? undefined : { value, decimals: 0, scale: 1, over: match[CHINESE_OVER] !== undefined, unit: match[CHINESE_UNIT] };
  }
  return undefined;
}

/** 3.6万 is 36000 and not 36000.000000000004. */
function scaled(digits: string, scale: number): number {
  const value = Number(PARTED.test(digits) ? digits.replace(/[,， ]/gu, '') : digits);
  return scale === 1 ? value : Number((value * scale).toPrecision(15));
}

const PARTED = /[,， ]/u;
const PARTED_BY_COMMA = /[,，]/u;

/** 九十五 → 95, 九十七点八 → 97.8. */
function hundredths(text: string): number | undefined {
  const [whole = '', fraction] = text.split('点');
  const value = chineseValue(whole);
  if (value === undefined || fraction === undefined) return value;
  const digits = [...fraction].map((c) => chineseValue(c));
  return digits.includes(undefined) ? undefined : Number(`${value}.${digits.join('')}`);
}

const decimalsOf = (digits: string): number => {
  const point = Math.max(digits.indexOf('.'), digits.indexOf('点'));
  return point < 0 ? 0 : digits.length - point - 1;
};

function exactnessOf(text: string, headStart: number, start: number, end: number): Exactness {
  if (start > headStart && endsBefore(text.charCodeAt(start - 1))) {
    const before = text.slice(Math.max(headStart, start - LONGEST_BOUND), start);
    const found = BEFORE_NUMBER.find(({ pattern }) => pattern.test(before));
    if (found) return found.exactness;
  }
  if (!beginsBehind(text.charCodeAt(end))) return 'exact';
  const behind = text.slice(end, end + 4);
  return BEHIND_NUMBER.find(({ pattern }) => pattern.test(behind))?.exactness ?? 'exact';
}

/** The name of a rate without the words that lead to its number, however many of them. */
function withoutLink(head: string): string {
  return endsLink(head.charCodeAt(head.length - 1)) ? head.replace(RATE_LINK, '') : head;
}

/** The longest metric name that ends the text. */
function metricAtEnd(text: string): { spec: MetricSpec; name: string } | undefined {
  for (let length = Math.min(LONGEST_METRIC, text.length); length >= 2; length--) {
    const name = text.slice(text.length - length);
    const spec = METRIC_BY_NAME.get(name);
    if (spec) return { spec, name };
  }
  return undefined;
}

/** 全年共受理纠纷约 → 受理纠纷 */
function trimLeads(text: string): string {
  let end = text.length;
  while (endsTrail(text.charCodeAt(end - 1))) {
    const word = TRAILS.find((each) => text.endsWith(each, end));
    if (word === undefined) break;
    end -= word.length;
  }
  return text.slice(beginsLead(text.charCodeAt(0)) ? (LEADS.exec(text)?.[0].length ?? 0) : 0, end);
}

/** 受理调解纠纷232起 → 受理调解纠纷; 4所学校 → 学校. */
function countName(head: string, text: string, end: number): string {
  const before = trimLeads(head);
  if (before !== '') return before;
  let stop = end;
  while (stop < text.length && stop - end < 12 && !endsClause(text.charCodeAt(stop))) stop++;
  return text.slice(end, stop);
}

/** A head is not longer; a text without marks would otherwise be walked again for every figure. */
const LONGEST_HEAD = 60;

function clauseStart(text: string, from: number): number {
  let i = from;
  while (i > 0 && from - i < LONGEST_HEAD && !endsClause(text.charCodeAt(i - 1))) i--;
  return i;
}
