// The rate that two counts of a sentence would have, where none is stated: the part, the whole and their quotient.
// A pair is certain where a wrong rate behind it would be found out beyond doubt, so the checks of rates are asked.
// Works on logical text. Must not phrase messages.

import { METRICS } from '../domain/metrics.ts';
import type { MetricSpec } from '../domain/types.ts';
import { fits, isExactCount, isPercent, operandOf } from './check.ts';
import type { Figure } from './figure.ts';
import { checkRates } from './rates.ts';

export interface Quotient {
  readonly numerator: Figure;
  readonly denominator: Figure;
  /** In per cent, unrounded. */
  readonly value: number;
  readonly equation: string;
  /** The rates that are computed so; the pair may fit several. */
  readonly metrics: readonly MetricSpec[];
}

/** No quotient of counts, so it is wrong wherever it stands. */
const WRONG = -1;

/** What a paragraph says only by its counts, at most one for a sentence, in order. */
export function quotients(text: string, figures: readonly Figure[]): readonly Quotient[] {
  const bySentence = new Map<number, Figure[]>();
  for (const figure of figures) bySentence.set(figure.sentence.start, [...(bySentence.get(figure.sentence.start) ?? []), figure]);
  return [...bySentence.values()].flatMap((sentence) => {
    if (sentence.length < 2 || sentence.some(isPercent)) return [];
    const quotient = quotientOf(text, sentence);
    // A rate said in the next sentence need not be said again.
    const stated = quotient && figures.some((figure) => isPercent(figure) && fits(quotient.value, figure.quantity));
    return quotient && !stated ? [quotient] : [];
  });
}

/** The quotient that a rate named at `at` has by the counts of its sentence before it; undefined where they leave a doubt. */
export function quotientNamed(text: string, figures: readonly Figure[], metric: MetricSpec, at: number): Quotient | undefined {
  const before = figures.filter(({ sentence, end }) => sentence.start <= at && at <= sentence.end && end <= at);
  return pairOf(text, before.slice(before.findLastIndex(isPercent) + 1), metric);
}

/** Undefined unless every rate that the counts could be of divides the same two. */
function quotientOf(text: string, sentence: readonly Figure[]): Quotient | undefined {
  let found: Quotient | undefined;
  for (const metric of METRICS as readonly MetricSpec[]) {
    const pair = pairOf(text, sentence, metric);
    if (!pair) continue;
    if (found && (found.numerator !== pair.numerator || found.denominator !== pair.denominator)) return undefined;
    found = found ? { ...found, metrics: [...found.metrics, metric] } : pair;
  }
  return found;
}

function pairOf(text: string, sentence: readonly Figure[], metric: MetricSpec): Quotient | undefined {
  if (metric.check === 'none' || metric.range !== 'share') return undefined;
  const counts = sentence.filter(({ counts: own }) => own !== undefined && metric.counts.includes(own));
  const [first, second] = counts;
  if (counts.length !== 2 || !first || !second || first.unit !== second.unit || !isExactCount(first) || !isExactCount(second)) return undefined;
  const check = checkRates(text, [...sentence, rateBehind(first, metric)]).find(({ stated }) => stated.metric === metric);
  const numerator = check && operandOf(check, 'numerator');
  const denominator = check && operandOf(check, 'denominator');
  if (check?.verdict !== 'inconsistent' || check.computed === undefined || check.equation === undefined || !numerator || !denominator) return undefined;
  return { numerator, denominator, value: check.computed, equation: check.equation, metrics: [metric] };
}

/** A rate of the metric as if it closed the sentence. */
function rateBehind({ sentence }: Figure, metric: MetricSpec): Figure {
  const here = { start: sentence.end, end: sentence.end };
  return {
    ...here,
    number: here,
    quantity: { value: WRONG, exactness: 'exact', decimals: 1, scale: 1 },
    form: 'digits',
    unit: '%',
    counts: undefined,
    head: here,
    metric,
    named: undefined,
    name: metric.name,
    sentence,
  };
}
