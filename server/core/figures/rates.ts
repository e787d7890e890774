// Whether a stated rate follows from the two counts of its sentence: condition R1, with every guard.
// A verdict is reached only where nothing else can be meant; `unchecked` is the usual answer.
// Works on logical text; offsets are flow offsets. Must not phrase messages.

import { EACH_OF } from '../domain/figures.ts';
import {
  BASES_UNCLEAR, BASE_EXPLAINED, CARRIED_OVER, CARRIES_OVER, COUNT_NEUTRAL, NEGATION, PARTIAL_COUNT, RATE_COMPARED, RATE_NEUTRAL, REQUIREMENT, TARGET_BEHIND, UNFINISHED,
} from '../domain/relations.ts';
import { METRICS } from '../domain/metrics.ts';
import type { MetricSpec } from '../domain/types.ts';
import { fits, isExactCount, isPercent, percentOf, quotient, type Check, type Reason, type Verdict } from './check.ts';
import { madeOf } from '../text/made-of.ts';
import { sharedRun } from '../text/shared.ts';
import type { Figure } from './figure.ts';

const COMPARED = new RegExp(RATE_COMPARED, 'u');
const UNCLEAR = new RegExp(BASES_UNCLEAR, 'u');
const CARRIED = new RegExp(CARRIED_OVER, 'u');
const REQUIRED = new RegExp(REQUIREMENT, 'u');
const PARTIAL = new RegExp(PARTIAL_COUNT, 'u');
const NEGATED = new RegExp(NEGATION, 'u');
const TARGET = new RegExp(TARGET_BEHIND, 'u');
const EXPLAINED = new RegExp(BASE_EXPLAINED, 'u');
/** As far as a bracket behind a rate is read. */
const LONGEST_NOTE = 30;
const SHARED_OUT = new RegExp(EACH_OF, 'u');
const isNeutral = madeOf(RATE_NEUTRAL);
const PENDING = new RegExp(UNFINISHED, 'u');
/** Another rate shares the number: 受理率、办结率均为100%. */
const SHARED = /[率度]、$/u;

interface Compiled {
  /** Longest first. */
  readonly numerators: readonly string[];
  readonly denominators: readonly string[];
  readonly must: RegExp | undefined;
  readonly mustNot: RegExp | undefined;
  /** Nothing but words that do not narrow the count. */
  readonly plain: (text: string) => boolean;
}

const longestFirst = (words: readonly string[]): readonly string[] => [...words].sort((a, b) => b.length - a.length);

const COMPILED = new Map<MetricSpec, Compiled>(
  METRICS.map((metric: MetricSpec) => [
    metric,
    {
      numerators: longestFirst(metric.numeratorHeads),
      denominators: longestFirst(metric.denominatorHeads),
      must: metric.denominatorMustName === undefined ? undefined : new RegExp(metric.denominatorMustName, 'u'),
      mustNot: metric.denominatorMustNotName === undefined ? undefined : new RegExp(metric.denominatorMustNotName, 'u'),
      plain: madeOf([...COUNT_NEUTRAL, ...metric.numeratorHeads, ...metric.denominatorHeads]),
    },
  ]),
);

/** One check per rate of a known metric. */
export function checkRates(text: string, figures: readonly Figure[]): readonly Check[] {
  const checks: Check[] = [];
  for (const sentence of bySentence(figures)) {
    const columns = checkColumns(text, sentence);
    checks.push(...columns);
    for (const rate of sentence) {
      if (columns.some(({ stated }) => stated.start === rate.start)) continue;
      if (rate.metric && isPercent(rate)) checks.push(checkRate(text, sentence, rate, rate.metric, figures));
    }
  }
  return checks;
}

/** Figures come in order, so those of one sentence are neighbours. */
function bySentence(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const sentences: Figure[][] = [];
  for (const figure of figures) {
    const current = sentences[sentences.length - 1];
    if (current?.[0]?.sentence.start === figure.sentence.start) current.push(figure);
    else sentences.push([figure]);
  }
  return sentences;
}

/** More counts than this before a rate, and no pair is looked for: neither here nor for an explanation. */
const MOST_FIGURES = 12;

function checkRate(text: string, sentence: readonly Figure[], rate: Figure, metric: MetricSpec, all: readonly Figure[]): Check {
  const unchecked: Check = { kind: 'rate', stated: rate, operands: [], verdict: 'unchecked' };
  if (isImpossible(text, rate, metric)) return { ...unchecked, verdict: CARRIES_OVER.has(metric.id) ? 'doubtful' : 'inconsistent', reason: 'impossible' };
  if (sentence.length > MOST_FIGURES) return unchecked;
  // Behind another rate the counts have had their say, unless both stand in one list.
  const since = sentence.findLastIndex((f) => f !== rate && isPercent(f) && f.end <= rate.start && (rate.listed === undefined || f.listed !== rate.listed));
  if (since >= 0 && sentence.some((f, i) => i < since && !isPercent(f))) return unchecked;
  const counts = sentence.filter((f) => !isPercent(f) && f.end <= rate.start && f.counts !== undefined && metric.counts.includes(f.counts));
  const pair = assign(text, metric, counts);
  if (!pair) return unchecked;
  const [numerator, denominator] = pair;
  const n = numerator.quantity.value;
  const d = denominator.quantity.value;
  if (d <= 0 || numerator.counts !== denominator.counts) return unchecked;
  const verdictOf = (verdict: Verdict, reason?: Reason): Check => quotient('rate', rate, numerator, denominator, verdict, reason);
  if (fits(percentOf(numerator, denominator), rate.quantity)) return verdictOf('consistent');

  const last = numerator.start > denominator.start ? numerator : denominator;
  const before = text.slice(rate.sentence.start, rate.named?.start ?? rate.start);
  const silent =
    metric.check === 'none' ||
    [rate, numerator, denominator].some((f) => f.quantity.scale !== 1) ||
    [numerator, denominator].some((f) => f.quantity.exactness !== 'exact' || f.quantity.decimals > 0) ||
    rate.quantity.exactness === 'at-least' ||
    rate.quantity.exactness === 'at-most' ||
    !isPlainRate(text, rate) ||
    !isPlainPart(text, metric, numerator, denominator) ||
    UNCLEAR.test(withoutOthers(text, sentence, metric, before)) ||
    CARRIED.test(text.slice(rate.sentence.start, rate.sentence.end)) ||
    REQUIRED.test(text.slice(rate.sentence.start, rate.end)) ||
    COMPARED.test(text.slice(last.end, rate.start)) ||
    EXPLAINED.test(text.slice(rate.end, rate.end + LONGEST_NOTE)) ||
    // 办结率100%；其中2件尚在办理: what is missing is told.
    all.some((f) => f.start >= rate.end && f.start - rate.end < LONGEST_NOTE && f.quantity.value === d - n) ||
    TARGET.test(text.slice(rate.end, rate.end + 8));
  // Another count between or behind the two may be the real base: only what stands before them can be passed over.
  if (silent || !counts.slice(-2).every((f) => f === numerator || f === denominator)) return verdictOf('unchecked');
  if (n > d && metric.range === 'share') return verdictOf('doubtful', 'above');
  // Whole, part, rate and nothing else: there is no other quotient that could be meant.
  const textbook = counts.length === 2 && denominator.start < numerator.start;
  return !textbook && explained(rate, sentence) ? verdictOf('unchecked') : verdictOf('inconsistent', 'value');
}

/** The words before a rate without the clauses that count something else: 涉及农民工1240人. */
function withoutOthers(text: string, sentence: readonly Figure[], { counts }: MetricSpec, before: string): string {
  let words = before;
  for (const { head, end, counts: own } of sentence) {
    if (own !== undefined && !counts.includes(own)) words = words.replace(text.slice(head.start, end), '');
  }
  return words;
}

/** A share of more than the whole. What is compared, planned or bounded is no such share. */
function isImpossible(text: string, rate: Figure, metric: MetricSpec): boolean {
  const { value, exactness } = rate.quantity;
  return value > 100 && metric.range === 'share' && exactness === 'exact' && !COMPARED.test(text.slice(rate.head.start, rate.start));
}

/** Which count is divided by which, by the verbs before them; undefined where that is not certain. */
function assign(text: string, metric: MetricSpec, counts: readonly Figure[]): readonly [Figure, Figure] | undefined {
  const roles = counts.map((count) => roleOf(text, metric, count));
  const only = (role: 'numerator' | 'denominator'): Figure | undefined => (roles.filter((r) => r === role).length === 1 ? counts[roles.indexOf(role)] : undefined);
  const numerator = only('numerator');
  const denominator = only('denominator');
  return numerator && denominator && counts.length <= MOST_COUNTS ? [numerator, denominator] : undefined;
}

const MOST_COUNTS = 4;

const headOf = (text: string, figure: Figure): string => text.slice(figure.head.start, figure.head.end);

function roleOf(text: string, metric: MetricSpec, count: Figure): 'numerator' | 'denominator' | undefined {
  const head = headOf(text, count);
  const { numerators, denominators, must, mustNot } = COMPILED.get(metric) as Compiled;
  const n = longestIn(head, numerators);
  const d = longestIn(head, denominators);
  if (n === '' && d === '') return undefined;
  // 成功调解 holds 调解 and is the more specific: what says more about the count decides.
  if (n.length >= d.length) return isPartial(head, n) ? undefined : 'numerator';
  if ((must && !must.test(head)) || PENDING.test(head)) return undefined;
  return mustNot?.test(head) ? undefined : 'denominator';
}

/** 按期办结, 未结案, 撤诉结案: a part of what the rate counts, or its opposite. */
function isPartial(head: string, word: string): boolean {
  const [before = '', behind = ''] = head.split(word);
  return PARTIAL.test(before) || PARTIAL.test(behind) || NEGATED.test(before);
}

/** The first of the words, the longest before others, that stands in the head; empty if none does. */
const longestIn = (head: string, words: readonly string[]): string => words.find((word) => head.includes(word)) ?? '';

/** 首次办结率, 全县平均结案率, 受理率、办结率: then the counts are not those of this rate, or not only. */
function isPlainRate(text: string, rate: Figure): boolean {
  const before = text.slice(rate.head.start, rate.named?.start ?? rate.start);
  return isNeutral(before) && (rate.listed !== undefined || !SHARED.test(text.slice(0, rate.head.start)));
}

/** 村级办结, 镇长出庭, 2024年办结: what narrows the part and not the whole makes it another quantity. */
function isPlainPart(text: string, metric: MetricSpec, numerator: Figure, denominator: Figure): boolean {
  const own = withoutShared(headOf(text, numerator), headOf(text, denominator));
  return COMPILED.get(metric)?.plain(own) === true;
}

const NEUTRAL_WORD = new RegExp([...COUNT_NEUTRAL].sort((a, b) => b.length - a.length).join('|'), 'uy');

/** `text` without words that narrow nothing, nor the runs of two characters or more that `other` holds too. */
function withoutShared(text: string, other: string): string {
  let rest = '';
  for (let i = 0; i < text.length; ) {
    NEUTRAL_WORD.lastIndex = i;
    if (NEUTRAL_WORD.test(text)) {
      i = NEUTRAL_WORD.lastIndex;
      continue;
    }
    const length = sharedRun(text, i, other);
    if (length >= 2) i += length;
    else rest += text[i++] as string;
  }
  return rest;
}

/** Whether some other two counts give the rate, or a count and a sum or difference of neighbours. */
function explained(rate: Figure, sentence: readonly Figure[]): boolean {
  const counts = sentence.filter((f) => f.unit !== '%').map((f) => f.quantity.value);
  const joined = counts.slice(1).flatMap((b, i) => [(counts[i] as number) + b, Math.abs((counts[i] as number) - b)]);
  const gives = (n: number, d: number): boolean => d > 0 && fits((n / d) * 100, rate.quantity);
  return counts.some((a, i) => counts.some((b, j) => i !== j && gives(a, b)) || joined.some((b) => gives(a, b) || gives(b, a)));
}

/** 受理投诉200件、举报80件，办结196件、78件，办结率分别为98%、97.5%: one rate of several cases, by place. */
function checkColumns(text: string, sentence: readonly Figure[]): readonly Check[] {
  const from = sentence.findIndex((f) => isPercent(f) && f.metric !== undefined && f.listed === undefined && SHARED_OUT.test(text.slice(f.named?.end ?? f.start, f.start)));
  const first = sentence[from];
  const metric = first?.metric;
  if (!first || !metric || metric.check === 'none') return [];
  let to = from + 1;
  while (to < sentence.length && isPercent(sentence[to] as Figure) && /^(?:[、和，]|、?和)$/u.test(text.slice((sentence[to - 1] as Figure).end, (sentence[to] as Figure).start))) to++;
  const rates = sentence.slice(from, to);
  const counts = sentence.slice(0, from);
  const k = rates.length;
  if (k < 2 || counts.length !== 2 * k || !counts.every((f) => isExactCount(f) && f.counts !== undefined && metric.counts.includes(f.counts))) return [];
  const [wholes, parts] = [counts.slice(0, k), counts.slice(k)];
  if (roleOf(text, metric, wholes[0] as Figure) !== 'denominator' || roleOf(text, metric, parts[0] as Figure) !== 'numerator' || CARRIED.test(text.slice(first.sentence.start, first.sentence.end))) return [];
  const checks = rates.map((rate, i): Check => {
    const [part, whole] = [parts[i] as Figure, wholes[i] as Figure];
    const stated = { ...rate, metric, name: first.name };
    return fits(percentOf(part, whole), rate.quantity) ? quotient('rate', stated, part, whole, 'consistent') : quotient('rate', stated, part, whole, 'inconsistent', 'value');
  });
  // The column shows that the places are read rightly only if most of it is right.
  const wrong = checks.filter(({ verdict }) => verdict === 'inconsistent').length;
  return wrong <= k / 2 ? checks : [];
}
