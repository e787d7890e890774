// The quantities of a report beside the same ones of earlier years. Where a name stands for several quantities of one report,
// its heading must tell them apart; else nothing is put beside anything. Must not judge what the report says of a change.

import type { Report } from '../report/report.ts';
import type { Segmenter } from '../words/segmenter.ts';
import type { PastReport } from './past.ts';
import { valuesOf, type Value } from './values.ts';

/** The value of an earlier year. */
export interface PastValue {
  readonly of: PastReport;
  readonly value: Value;
  /** Whether both are one quantity beyond doubt: enough to hold a claim against it. */
  readonly certain: boolean;
}

/** A quantity with what it was before, the latest year first; there is at least one. */
export interface Aligned {
  readonly value: Value;
  readonly past: readonly [PastValue, ...PastValue[]];
}

type Index = ReadonlyMap<string, readonly Value[]>;

const NO_VALUES: readonly Value[] = [];

const indexes = new WeakMap<readonly Value[], Index>();
const known = new WeakMap<readonly Value[], { readonly past: readonly PastReport[]; readonly aligned: ReadonlyMap<number, Aligned> }>();

/** By where the figure begins in the source. */
export function alignedOf(report: Report, past: readonly PastReport[], words: Segmenter): ReadonlyMap<number, Aligned> {
  if (past.length === 0) return NONE;
  const values = valuesOf(report, words);
  const before = known.get(values);
  if (before?.past === past) return before.aligned;
  const own = indexOf(values);
  const years = past.map((of) => ({ of, index: indexOf(valuesOf(of.report, words)) }));
  const aligned = new Map<number, Aligned>();
  for (const value of values) {
    const [first, ...rest] = years.flatMap(({ of, index }): PastValue[] => {
      const then = counterpart(value, own, index);
      return then ? [{ of, value: then, certain: isCertain(value, then, own, index) }] : [];
    });
    if (first) aligned.set(value.span.start, { value, past: [first, ...rest] });
  }
  known.set(values, { past, aligned });
  return aligned;
}

const NONE: ReadonlyMap<number, Aligned> = new Map();

/** Quantities of the year before that the report does not tell again, in order; those whose name it does not use at all. */
export function goneSince(report: Report, before: PastReport, words: Segmenter): readonly Value[] {
  const own = indexOf(valuesOf(report, words));
  const told = new Set<string>();
  return valuesOf(before.report, words).filter(({ key }) => {
    if (own.has(key) || told.has(key)) return false;
    told.add(key);
    return true;
  });
}

/** Values by their keys, in order. */
function indexOf(values: readonly Value[]): Index {
  const before = indexes.get(values);
  if (before) return before;
  const index = new Map<string, Value[]>();
  for (const value of values) {
    const known = index.get(value.key);
    if (known) known.push(value);
    else index.set(value.key, [value]);
  }
  indexes.set(values, index);
  return index;
}

/** The one value that a name stands for, however often it is told. */
function only(values: readonly Value[] = NO_VALUES): Value | undefined {
  const [first] = values;
  return first && values.every((value) => isSame(first, value)) ? first : undefined;
}

const isSame = ({ figure: { quantity: a } }: Value, { figure: { quantity: b } }: Value): boolean => a.value === b.value && a.exactness === b.exactness;

function counterpart({ key, heading }: Value, own: Index, then: Index): Value | undefined {
  const [now, before] = [own.get(key), then.get(key)];
  if (!now || !before) return undefined;
  const found = only(now) && only(before);
  if (found) return found;
  const below = (value: Value): boolean => value.heading === heading;
  return only(now.filter(below)) && only(before.filter(below));
}

/**
 * A name of its own in both reports, below one heading; and where the name is short, in the same words: 针对企业，开展宣讲12场
 * is not what 针对学校，开展宣讲10场 counted.
 */
function isCertain(now: Value, then: Value, own: Index, before: Index): boolean {
  if (!only(own.get(now.key)) || !only(before.get(now.key))) return false;
  if (now.unique) return true;
  return now.heading === then.heading && (now.lead === then.lead || (now.name.length >= LONG_NAME && (now.near === then.near || (now.whole && then.whole))));
}

/** A name that says enough by itself: 立案查处违法案件. */
const LONG_NAME = 6;
