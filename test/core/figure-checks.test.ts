// Checks of figures as a whole: published sentences with computed verdicts, their stress forms, sentences that tempt,
// sentences that are wrong, and generated ones. Seeds are printed by fast-check on failure.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { METRICS } from '../../server/core/domain/metrics.ts';
import type { MetricSpec } from '../../server/core/domain/types.ts';
import { checkFigures } from '../../server/core/figures/checks.ts';
import { findFigures } from '../../server/core/figures/find.ts';
import { analyze } from '../../server/core/index.ts';
import { problemsOf, root } from '../support/check.ts';

const findings = (sentence: string) =>
  problemsOf(analyze(`岚川县人民政府2024年法治政府建设情况报告\n\n一、主要举措和成效\n\n（一）工作推进\n\n${sentence}\n`)).filter(({ rule }) => rule.id.startsWith('figure-'));
const warned = (sentence: string): string[] => findings(sentence).filter(({ severity }) => severity === 'warning' || severity === 'error').map(({ message }) => message);

interface Item {
  readonly id: string;
  readonly text: string;
  readonly verdict: 'consistent' | 'inconsistent' | 'not-checkable';
}

const development = path.join(root, '../shared/domain/figures_dev.json');

describe.skipIf(!existsSync(development))('published sentences', () => {
  const items: readonly Item[] = existsSync(development) ? (JSON.parse(readFileSync(development, 'utf8')) as { items: readonly Item[] }).items : [];
  const wrong = items.filter(({ verdict }) => verdict === 'inconsistent');
  const right = items.filter(({ verdict }) => verdict !== 'inconsistent');

  test('the wrong ones are found and the right ones left alone', () => {
    const atWarning = wrong.filter(({ text }) => warned(text).length > 0).length;
    const atAny = wrong.filter(({ text }) => findings(text).length > 0).length;
    const alarms = right.flatMap(({ id, text }) => warned(text).map((message) => `${id} ${message}`));
    console.log(`inconsistent: ${atWarning} at warning, ${atAny} at any severity, of ${wrong.length}; false alarms: ${alarms.length} of ${right.length}`);
    expect(alarms).toEqual([]);
    expect(atWarning / wrong.length).toBeGreaterThanOrEqual(0.6);
    expect(atAny / wrong.length).toBeGreaterThanOrEqual(0.85);
  });

  const alarmed = (text: string) => checkFigures(text, findFigures(text)).filter(({ verdict }) => verdict === 'inconsistent');

  // Without 其余 or with the rate itself gone, the sentence has become wrong: a closed list falls short, a count moves in points.
  const madeWrong = ({ kind, reason }: { readonly kind: string; readonly reason?: string }): boolean => (kind === 'sum' && reason === 'sum') || (kind === 'points' && reason === 'points');

  test('a clause taken away raises no alarm but where that makes the sentence wrong', () => {
    const raised = right.flatMap(({ id, text }) => {
      const clauses = text.split(/(?<=[，；、：])/u);
      return clauses.flatMap((clause, k) =>
        alarmed(clauses.filter((_, j) => j !== k).join('')).filter((check) => !madeWrong(check)).map(({ kind, reason }) => `${id} without ${clause}: ${kind} ${reason}`),
      );
    });
    expect(raised).toEqual([]);
  });

  test('neighbours joined raise no alarm', () => {
    const raised = right.slice(1).flatMap(({ id, text }, k) =>
      ['，', '；', '。'].flatMap((mark) => alarmed(`${right[k]?.text.replace(/。$/u, '')}${mark}${text}`).map(({ kind, reason }) => `${right[k]?.id}${mark}${id}: ${kind} ${reason}`)),
    );
    expect(raised).toEqual([]);
  });
});

/** Lines of a case file, their escapes read. */
const cases = (file: string): string[][] =>
  readFileSync(path.join(root, 'test/core/cases', file), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.replaceAll('\\n', '\n').replaceAll('\\t', '\t')));

describe('sentences that tempt', () => {
  test.each(cases('figures-right.tsv').map(([sentence = '', why = '']) => [why, sentence] as const))('%s', (_, sentence) => expect(warned(sentence)).toEqual([]));
});

describe('sentences that are wrong', () => {
  test.each(cases('figures-wrong.tsv').map(([rule = '', sentence = '', why = '']) => [`${rule}: ${why}`, rule, sentence] as const))('%s', (_, id, sentence) => {
    const found = findings(sentence).filter(({ rule }) => rule.id === id);
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('textbook sentences', () => {
  const metrics: readonly MetricSpec[] = METRICS;
  const checked = metrics.filter((metric) => metric.check === 'counts' && metric.range === 'share');
  const unitOf = { case: '件', person: '人', document: '卷', place: '家', item: '个', batch: '批次', call: '通', paper: '篇' } as const;
  const sentenceOf = (metric: MetricSpec, whole: string, part: string, n: number, d: number, rate: string): string => {
    const unit = unitOf[metric.counts[0] ?? 'case'];
    return `全年${whole}${d}${unit}，${part}${n}${unit}，${metric.name}${rate}%。`;
  };
  const verdictOf = (sentence: string): string | undefined => checkFigures(sentence, findFigures(sentence)).find(({ kind }) => kind === 'rate')?.verdict;
  /** Words for whole and part with which the metric is recognised at all. */
  const frames = checked.flatMap((metric) => {
    for (const whole of metric.denominatorHeads) {
      for (const part of metric.numeratorHeads) {
        if (verdictOf(sentenceOf(metric, whole, part, 45, 90, '50')) === 'consistent' && verdictOf(sentenceOf(metric, whole, part, 45, 90, '71')) === 'inconsistent') return [{ metric, whole, part }];
      }
    }
    return [];
  });
  const counts = fc.integer({ min: 2, max: 5000 }).chain((d) => fc.tuple(fc.integer({ min: 1, max: d }), fc.constant(d)));
  const statement = fc.record({ frame: fc.constantFrom(...frames), nd: counts, decimals: fc.integer({ min: 0, max: 2 }) });
  const rounded = (n: number, d: number, decimals: number): string => (Math.round(((n / d) * 100 + Number.EPSILON) * 10 ** decimals) / 10 ** decimals).toFixed(decimals);

  test('nearly every metric that is checked can be told by some words', () => expect(frames.length / checked.length).toBeGreaterThan(0.9));

  test('what is computed rightly is never called wrong', () =>
    fc.assert(
      fc.property(statement, ({ frame: { metric, whole, part }, nd: [n, d], decimals }) => {
        expect(warned(sentenceOf(metric, whole, part, n, d, rounded(n, d, decimals)))).toEqual([]);
      }),
      { numRuns: 400 },
    ));

  test('one digit changed beyond the tolerance is always found', () =>
    fc.assert(
      fc.property(statement, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ frame: { metric, whole, part }, nd: [n, d], decimals }, at, by) => {
        const right = rounded(n, d, decimals);
        const places = [...right].flatMap((c, i) => (c === '.' ? [] : [i]));
        const place = places[at % places.length] as number;
        const wrong = `${right.slice(0, place)}${(Number(right[place]) + by) % 10}${right.slice(place + 1)}`;
        const off = Math.abs(Number(wrong) - (n / d) * 100);
        fc.pre(off >= 10 ** -decimals && !/^0\d/u.test(wrong));
        const sentence = sentenceOf(metric, whole, part, n, d, wrong);
        expect(findings(sentence).some(({ rule }) => rule.id === 'figure-rate-mismatch'), sentence).toBe(true);
      }),
      { numRuns: 400 },
    ));

  const list = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 6 });
  const labels = ['来信', '来访', '网络', '电话', '信箱', '热线'];
  test('lists that add up are never called wrong, closed ones that do not are found', () =>
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 3 }), (values, slip) => {
        const sum = values.reduce((a, b) => a + b, 0);
        const parts = values.map((value, i) => `${labels[i]}${value}件`).join('、');
        for (const frame of [(total: number) => `全年收到诉求${total}件，其中${parts}。`, (total: number) => `${parts}，合计${total}件。`, (total: number) => `共收到诉求${total}件：${parts}。`]) expect(warned(frame(sum))).toEqual([]);
        fc.pre(slip <= sum * 0.1);
        expect(warned(`${parts}，合计${sum + slip}件。`)).toHaveLength(1);
        expect(warned(`全年收到诉求${sum - slip}件，其中${parts}。`)).toHaveLength(1);
      }),
      { numRuns: 300 },
    ));

  test('growth from two values', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 2 }), (now, then, decimals) => {
        fc.pre(now !== then);
        const growth = Math.abs((now - then) / then) * 100;
        const verb = now > then ? '增长' : '下降';
        const printed = (Math.round(growth * 10 ** decimals) / 10 ** decimals).toFixed(decimals);
        const say = (value: string, word: string): string => `受理案件${now}件，上年${then}件，同比${word}${value}%。`;
        expect(warned(say(printed, verb))).toEqual([]);
        expect(warned(say(printed, now > then ? '下降' : '增长'))).toHaveLength(1);
        expect(warned(say((Number(printed) + 2 * 10 ** -decimals).toFixed(decimals), verb))).toHaveLength(1);
      }),
      { numRuns: 300 },
    ));
});
