// Whether a stated rate follows from the two counts of its sentence: condition R1, with every guard.
// A verdict is reached only where nothing else can be meant; `unchecked` is the usual answer.
// Works on logical text; offsets are flow offsets. Must not phrase messages.

import { BASES_UNCLEAR, CARRIED_OVER, NEGATION, PARTIAL_COUNT, RATE_COMPARED, REQUIREMENT } from '../domain/figures.ts';
import type { MetricSpec } from '../domain/types.ts';
import type { Figure } from './figures.ts';

export interface RateCheck {
  readonly rate: Figure;
  readonly metric: MetricSpec;
  readonly verdict: 'consistent' | 'inconsistent' | 'unchecked';
  /** Present unless unchecked. */
  readonly numerator?: Figure;
  readonly denominator?: Figure;
  /** Per cent, unrounded. */
  readonly computed?: number;
}

const COMPARED = new RegExp(RATE_COMPARED, 'u');
const UNCLEAR = new RegExp(BASES_UNCLEAR, 'u');
const CARRIED = new RegExp(CARRIED_OVER, 'u');
const REQUIRED = new RegExp(REQUIREMENT, 'u');
const PARTIAL = new RegExp(PARTIAL_COUNT, 'u');
const NEGATED = new RegExp(NEGATION, 'u');

/** One check per rate of a known metric. */
export function checkRates(text: string, figures: readonly Figure[]): readonly RateCheck[] {
  const checks: RateCheck[] = [];
  for (const rate of figures) {
    if (rate.metric && rate.unit === '%') checks.push(checkRate(text, figures, rate, rate.metric));
  }
  return checks;
}

function checkRate(text: string, figures: readonly Figure[], rate: Figure, metric: MetricSpec): RateCheck {
  const unchecked: RateCheck = { rate, metric, verdict: 'unchecked' };
  const inSentence = figures.filter((f) => f.sentence.start === rate.sentence.start && f !== rate);
  const counts = inSentence.filter((f) => f.unit !== '%' && f.end <= rate.start);
  const [first, second, more] = counts;
  if (!first || !second || more) return unchecked;
  if (first.counts === undefined || first.counts !== second.counts) return unchecked;
  const pair = assign(text, metric, first, second);
  if (!pair) return unchecked;
  const [numerator, denominator] = pair;
  const n = numerator.quantity.value;
  const d = denominator.quantity.value;
  if (d <= 0) return unchecked;
  const found = { ...unchecked, numerator, denominator, computed: (n / d) * 100 };
  if (fits(found.computed, rate)) return { ...found, verdict: 'consistent' };

  const sentence = text.slice(rate.sentence.start, rate.sentence.end);
  const silent =
    metric.check === 'none' ||
    (n > d && metric.range === 'share') ||
    [rate, first, second].some((f) => f.quantity.scale !== 1) ||
    [first, second].some((f) => f.quantity.exactness !== 'exact' || f.quantity.decimals > 0) ||
    rate.quantity.exactness === 'at-least' ||
    rate.quantity.exactness === 'at-most' ||
    UNCLEAR.test(text.slice(rate.sentence.start, rate.end)) ||
    CARRIED.test(sentence) ||
    REQUIRED.test(sentence) ||
    COMPARED.test(text.slice(second.end, rate.start)) ||
    explained(rate, inSentence);
  return silent ? unchecked : { ...found, verdict: 'inconsistent' };
}

/** Which count is divided by which, by the verbs before them; undefined where that is not certain. */
function assign(text: string, metric: MetricSpec, a: Figure, b: Figure): readonly [Figure, Figure] | undefined {
  const roleA = roleOf(text, metric, a);
  const roleB = roleOf(text, metric, b);
  if (roleA === 'numerator' && roleB === 'denominator') return [a, b];
  if (roleA === 'denominator' && roleB === 'numerator') return [b, a];
  return undefined;
}

function roleOf(text: string, metric: MetricSpec, count: Figure): 'numerator' | 'denominator' | undefined {
  if (count.counts === undefined || !metric.counts.includes(count.counts)) return undefined;
  const head = text.slice(count.head.start, count.head.end);
  const n = longestIn(head, metric.numeratorHeads);
  const d = longestIn(head, metric.denominatorHeads);
  if (n === '' && d === '') return undefined;
  // 成功调解 holds 调解 and is the more specific: what says more about the count decides.
  if (n.length >= d.length) return isPartial(head, n) ? undefined : 'numerator';
  const { denominatorMustName: must, denominatorMustNotName: mustNot } = metric;
  if (must !== undefined && !new RegExp(must, 'u').test(head)) return undefined;
  if (mustNot !== undefined && new RegExp(mustNot, 'u').test(head)) return undefined;
  return 'denominator';
}

/** 按期办结, 未结案, 撤诉结案: a part of what the rate counts, or its opposite. */
const isPartial = (head: string, word: string): boolean => {
  const [before = '', behind = ''] = head.split(word);
  return PARTIAL.test(before) || PARTIAL.test(behind) || NEGATED.test(before);
};

/** The longest of the words that stands in the head; empty if none does. */
const longestIn = (head: string, words: readonly string[]): string =>
  words.reduce((longest, word) => (word.length > longest.length && head.includes(word) ? word : longest), '');

/** Rounded half up or half even, cut off, or less than one unit of the last printed place away. */
export function fits(computed: number, rate: Figure): boolean {
  const { value, decimals, exactness } = rate.quantity;
  const unit = 10 ** -decimals;
  const slack = exactness === 'about' ? Math.max(0.5, value * 0.02) : 0;
  return Math.abs(computed - value) < Math.max(unit, slack) - 1e-9;
}

/** Whether some other two counts, a sum of neighbours or a difference of the sentence gives the rate. */
function explained(rate: Figure, others: readonly Figure[]): boolean {
  const values = others.filter((f) => f.unit !== '%').map((f) => f.quantity.value);
  const candidates = [...values];
  for (let i = 0; i + 1 < values.length; i++) {
    const a = values[i] as number;
    const b = values[i + 1] as number;
    candidates.push(a + b, Math.abs(a - b));
  }
  return candidates.some((n, i) => candidates.some((d, j) => i !== j && d > 0 && fits((n / d) * 100, rate)));
}
