// figure-unit: persons and visits, cases and times taken for each other: 人数16210人次, or one quantity in both units.
// Must not search text.

import { CONFUSED_UNITS } from '../domain/relations.ts';
import { COMMON_USAGE } from '../domain/standards.ts';
import { written } from '../lint/checks.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { termFindings } from '../lint/terms.ts';
import { isOfYear, quantityKey, type Mention } from '../report/quantities.ts';
import { sourceSpan } from '../report/query.ts';
import type { Report } from '../report/report.ts';
import type { Segmenter } from '../words/segmenter.ts';

export const figureUnit: Rule = {
  id: 'figure-unit',
  title: '计量单位混用',
  severities: ['information', 'hint'],
  fix: 'none',
  basis: COMMON_USAGE,
  *check(report, context) {
    yield* termFindings(report, 'figure-unit', context);
    yield* twoUnits(report, context.words);
  },
};

/** 人 → 人次: what may be meant by the one may be written with the other. 人次 itself → nothing. */
const REPEATED_FOR = new Map<string, readonly string[]>(CONFUSED_UNITS.map(([, repeated]) => [repeated, []]));
for (const [single, repeated] of CONFUSED_UNITS) REPEATED_FOR.set(single, [...(REPEATED_FOR.get(single) ?? []), repeated]);
const REPEATED: ReadonlySet<string> = new Set(CONFUSED_UNITS.map(([, repeated]) => repeated));
/** So many figures of one value tell nothing by being equal. */
const MOST_OF_ONE_VALUE = 12;

/** The same number of the same things, once in persons and once in visits. */
function* twoUnits(report: Report, words: Segmenter): Iterable<Finding> {
  const byValue = new Map<number, Place[]>();
  const singles: { readonly place: Place; readonly units: readonly string[] }[] = [];
  for (const paragraph of report.paragraphs) {
    for (const figure of paragraph.facts.figures) {
      const units = figure.unit === undefined ? undefined : REPEATED_FOR.get(figure.unit);
      if (!units) continue;
      const place = { paragraph, figure };
      if (units.length > 0) singles.push({ place, units });
      if (!REPEATED.has(figure.unit ?? '')) continue;
      const known = byValue.get(figure.quantity.value);
      if (!known) byValue.set(figure.quantity.value, [place]);
      else if (known.length < MOST_OF_ONE_VALUE) known.push(place);
    }
  }
  for (const { place, units } of singles) {
    const other = byValue.get(place.figure.quantity.value)?.find((each) => units.includes(each.figure.unit ?? '') && isSame(report, words, each, place));
    if (other) yield inOrder(other, place);
  }
}

/** Told at the second of two places. */
function inOrder(a: Place, b: Place): Finding {
  const startOf = ({ paragraph, figure }: Place): number => paragraph.span.start + figure.start;
  return startOf(a) < startOf(b) ? finding(a, b) : finding(b, a);
}

type Place = Pick<Mention, 'paragraph' | 'figure'>;

function isSame(report: Report, words: Segmenter, a: Place, b: Place): boolean {
  if (!isOfYear(report, a.paragraph, a.figure) || !isOfYear(report, b.paragraph, b.figure)) return false;
  const key = quantityKey(a.paragraph, a.figure, words);
  return key !== undefined && key === quantityKey(b.paragraph, b.figure, words);
}

function finding(first: Place, second: Place): Finding {
  const spanOf = ({ paragraph, figure }: Place) => sourceSpan(paragraph, figure.start, figure.end);
  return {
    span: spanOf(second),
    severity: 'hint',
    message: `“${second.figure.name}”这里写${written(second.paragraph, second.figure)}，前面写${written(first.paragraph, first.figure)}，单位不一样。统一用一种。`,
    related: [{ span: spanOf(first), message: `前面：${first.figure.name}${written(first.paragraph, first.figure)}` }],
  };
}
