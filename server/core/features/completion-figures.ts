// While figures are written: the sentence in which a rate is usually told, once its name is begun; and the rate itself,
// where both counts stand already. Must not judge rates: the checks are asked.

import { ALL_YEAR, RATE_BLANK } from '../domain/draft.ts';
import { RATE_LINKS } from '../domain/figures.ts';
import { initialsOf } from '../domain/initials.ts';
import { METRICS } from '../domain/metrics.ts';
import type { MetricSpec } from '../domain/types.ts';
import { isPercent } from '../figures/check.ts';
import { quotientNamed, type Quotient } from '../figures/quotients.ts';
import { sentenceText } from '../report/draft.ts';
import { flowOffset, paragraphAt } from '../report/query.ts';
import type { Report } from '../report/report.ts';
import { lineStart } from '../text/source.ts';
import { toDecimals } from '../text/numerals.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';
import { plainText } from '../text/template.ts';
import type { Completion } from './completion-item.ts';

interface Name {
  readonly metric: MetricSpec;
  readonly name: string;
}

/** Names by what they may be begun with: two characters or more, or two initials or more. */
const BEGINNINGS = new Map<string, Name[]>();
for (const metric of METRICS as readonly MetricSpec[]) {
  for (const name of [metric.name, ...metric.aliases]) {
    for (const way of [name, ...(metric.sentence === undefined ? [] : [initialsOf(name)])]) {
      for (let length = 2; length <= way.length; length++) {
        const known = BEGINNINGS.get(way.slice(0, length));
        if (known) known.push({ metric, name });
        else BEGINNINGS.set(way.slice(0, length), [{ metric, name }]);
      }
    }
  }
}

const LONGEST_NAME = Math.max(...[...BEGINNINGS.keys()].map(({ length }) => length));
const LINK = new RegExp(`(?:${[...RATE_LINKS].sort((a, b) => b.length - a.length).join('|')})$`, 'u');
const LATIN_END = /(?<![A-Za-z])[a-z]{2,24}$/u;
const CLAUSE_END = /[，。；：、！？,;（(]$/u;
const SENTENCE_END = /[。；！？]$/u;
const MARK_BEHIND = /^[，。；、）)]/u;

/** The name, or what there is of it, that ends before the cursor. */
interface Begun {
  readonly names: readonly Name[];
  /** Source offset at which it begins. */
  readonly start: number;
  readonly isWhole: boolean;
  readonly isLatin: boolean;
  /** 达到 between the name and the cursor. */
  readonly link: string;
}

/** `answersNames`: the editor answers names and initials with sentences of its own. */
export function figureCompletions(report: Report, offset: number, answersNames: boolean): readonly Completion[] {
  const { text } = report.source;
  const from = Math.max(lineStart(text, offset), offset - LONGEST_NAME - 4);
  const begun = begunIn(text.slice(from, offset), from);
  if (!begun) return [];
  const span = { start: begun.start, end: offset };
  const behind = text.slice(offset, offset + 1);
  const rates = begun.names.flatMap(({ metric, name }): Completion[] => {
    const quotient = quotientAt(report, begun.start, metric);
    if (!quotient) return [];
    const written = `${name}${begun.link}${writtenRate(quotient)}${behind === '%' ? '' : '%'}`;
    return [{ label: `${name}${begun.link}${writtenRate(quotient)}%`, detail: quotient.equation, kind: 'figure', filter: text.slice(span.start, span.end), text: written, span }];
  });
  if (rates.length > 0) return unique(rates);
  if (answersNames || begun.link !== '') return [];
  const before = text.slice(lineStart(text, begun.start), begun.start);
  const begins = before.trim() === '' || SENTENCE_END.test(before);
  if (!begins && (!(begun.isWhole || begun.isLatin) || hasFigures(report, begun.start))) return [];
  return unique(
    begun.names.flatMap(({ metric, name }): Completion[] => {
      if (metric.sentence === undefined || (!begun.isLatin && begins && offset - begun.start < name.length - MOST_OPEN)) return [];
      const whole = sentenceText(metric);
      const template = begins ? (MARK_BEHIND.test(behind) ? whole.slice(0, -1) : whole) : whole.slice(ALL_YEAR.length, -1);
      return [{ label: name, detail: `${metric.numerator}÷${metric.denominator}`, kind: 'figure', filter: text.slice(span.start, span.end), text: plainText(template), template, span, preview: plainText(template) }];
    }),
  );
}

/** At the head of a sentence no more may be wanting of a name: 结案 begins 结案率, 行政 begins too much. */
const MOST_OPEN = 2;

/** The number that belongs in the place for a rate, which is the span, without %; undefined where it cannot be told. */
export function rateFor(report: Report, span: Span): string | undefined {
  const { text } = report.source;
  if (text.slice(span.start, span.end) !== RATE_BLANK) return undefined;
  const before = text.slice(lineStart(text, span.start), span.start).replace(LINK, '');
  for (let length = Math.min(LONGEST_NAME, before.length); length >= 2; length--) {
    const name = before.slice(before.length - length);
    const metric = BEGINNINGS.get(name)?.find((each) => each.name === name)?.metric;
    const quotient = metric && quotientAt(report, span.start, metric);
    if (metric) return quotient && writtenRate(quotient);
  }
  return undefined;
}

function begunIn(before: string, from: number): Begun | undefined {
  const latin = LATIN_END.exec(before)?.[0];
  if (latin !== undefined) {
    const names = BEGINNINGS.get(latin);
    return names && { names, start: from + before.length - latin.length, isWhole: false, isLatin: true, link: '' };
  }
  const link = LINK.exec(before)?.[0] ?? '';
  for (const behind of link === '' ? [''] : [link, '']) {
    const own = before.slice(0, before.length - behind.length);
    for (let length = Math.min(LONGEST_NAME, own.length); length >= 2; length--) {
      const words = own.slice(own.length - length);
      const before = own.slice(0, own.length - length);
      const names = BEGINNINGS.get(words)?.filter(({ name }) => behind === '' || name === words);
      if (!names || names.length === 0 || !(before.trim() === '' || CLAUSE_END.test(before))) continue;
      const whole = names.filter(({ name }) => name === words);
      return { names: whole.length > 0 ? whole : names, start: from + own.length - length, isWhole: whole.length > 0, isLatin: false, link: behind };
    }
  }
  return undefined;
}

function quotientAt(report: Report, offset: number, metric: MetricSpec): Quotient | undefined {
  const paragraph = paragraphAt(report, offset);
  if (!paragraph) return undefined;
  const { flow, figures } = paragraph.facts;
  return quotientNamed(flow.text, figures, metric, flowOffset(paragraph, offset));
}

function hasFigures(report: Report, offset: number): boolean {
  const paragraph = paragraphAt(report, offset);
  if (!paragraph) return false;
  const at = flowOffset(paragraph, offset);
  const { start } = sentenceAround(paragraph.facts.flow.text, at);
  return paragraph.facts.figures.some((figure) => figure.start >= start && figure.end <= at && (isPercent(figure) || figure.counts !== undefined));
}

/** One decimal at most where that tells the rate from 0 and 100, as reports write it: 95, 96.8. */
function writtenRate({ value }: Quotient): string {
  for (let decimals = 1; ; decimals++) {
    const written = toDecimals(value, decimals).replace(/(?<!0)0+$/u, '').replace(/\.$/u, '');
    if (decimals >= 4 || (Number(written) !== 0 && Number(written) !== 100) || value === 0 || value === 100) return written;
  }
}

const unique = (all: readonly Completion[]): readonly Completion[] => all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
