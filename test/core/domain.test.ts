// Every datum proves itself: patterns compile, examples hold, ids are unique, nothing is asserted without ground.

import { describe, expect, test } from 'vitest';
import { DOCUMENTS } from '../../server/core/domain/documents.ts';
import { KNOWN_UNTIL } from '../../server/core/domain/known.ts';
import { LEVELS } from '../../server/core/domain/levels.ts';
import { MEETINGS } from '../../server/core/domain/meetings.ts';
import { METRICS } from '../../server/core/domain/metrics.ts';
import { PARTS } from '../../server/core/domain/parts.ts';
import { TERMS, type Term } from '../../server/core/domain/terms.ts';
import type { DocumentSpec, MetricSpec, PartSpec } from '../../server/core/domain/types.ts';
import { appliesOn } from '../../server/core/domain/validity.ts';
import { analyze, RULES } from '../../server/core/index.ts';
import { levelOf } from '../../server/core/report/title.ts';
import { partsOf } from '../../server/core/report/parts.ts';
import { problemsOf } from '../support/check.ts';

const duplicates = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);
const ISO_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

test('validity', () => {
  expect(appliesOn({ since: '2021-01-01' }, '2020-12-31')).toBe(false);
  expect(appliesOn({ since: '2021-01-01' }, '2021-12-31')).toBe(true);
  expect(appliesOn({ until: '2020-12-31' }, '2020-12-31')).toBe(true);
  expect(appliesOn({}, undefined)).toBe(true);
  expect(appliesOn({ since: '2021-01-01' }, undefined)).toBe(false);
});

describe('terms', () => {
  test('ids are unique', () => expect(duplicates(TERMS.map((t) => t.id))).toEqual([]));

  const found = (text: string, { rule }: Term, year: number) => problemsOf(analyze(text, { isReport: true, year }), rule);

  test.each(TERMS.map((term) => [term.id, term] as const))('%s', (_, term) => {
    for (const wrong of term.examples.wrong) {
      const hits = analyze(wrong, { isReport: true, year: term.examples.year }).paragraphs.flatMap((p) => p.facts.terms).filter((hit) => hit.term === term);
      expect(hits, wrong).toHaveLength(1);
      const [hit] = hits;
      const problem = found(wrong, term, term.examples.year).find((p) => p.message.includes(term.advice));
      expect(problem, wrong).toBeDefined();
      if (term.replacement !== undefined) {
        const fixed = wrong.slice(0, hit?.start) + term.replacement + wrong.slice(hit?.end);
        expect(found(fixed, term, term.examples.year).map((p) => p.message), fixed).toEqual([]);
      }
    }
    for (const right of term.examples.right) {
      expect(found(right, term, term.examples.year).filter((p) => p.basis === term.basis && p.message.endsWith(term.advice)).map((p) => p.message), right).toEqual([]);
    }
    expect(term.examples.wrong.length).toBeGreaterThan(0);
    expect(term.message).not.toMatch(/请|！|!/u);
    expect(term.advice).toMatch(/。$/u);
    expect(term.message).toMatch(/。$/u);
    if (term.severity === 'error') expect(term.basis.confidence).toBe('verified');
    expect(appliesOn(term.validity, `${term.examples.year}-12-31` as never)).toBe(true);
  });

  test('outside its validity an entry is silent', () => {
    for (const term of TERMS) {
      const { since, until } = term.validity;
      const year = since ? Number(since.slice(0, 4)) - 1 : until ? Number(until.slice(0, 4)) + 1 : undefined;
      if (year === undefined) continue;
      for (const wrong of term.examples.wrong) expect(found(wrong, term, year).some((p) => p.basis === term.basis && p.message.endsWith(term.advice)), `${wrong} ${year}`).toBe(false);
    }
  });
});

describe('documents and meetings', () => {
  const documents: readonly DocumentSpec[] = DOCUMENTS;
  test('ids and titles are unique, successors exist, days are days', () => {
    expect(duplicates(documents.map((d) => d.id))).toEqual([]);
    expect(duplicates(documents.map((d) => d.title))).toEqual([]);
    for (const { id, effective, revisedEffective, repealed, successor } of documents) {
      for (const day of [effective, revisedEffective, repealed]) if (day !== undefined) expect(day, id).toMatch(ISO_DAY);
      if (successor !== undefined) expect(documents.some((d) => d.id === successor), `${id} → ${successor}`).toBe(true);
      if (repealed !== undefined) expect(repealed > effective, id).toBe(true);
    }
  });

  test('meetings are in order and none is later than what is known', () => {
    const opened = MEETINGS.map((m) => m.opened);
    expect([...opened].sort()).toEqual(opened);
    expect(MEETINGS.every((m) => m.opened <= m.closed && m.closed <= KNOWN_UNTIL)).toBe(true);
  });
});

describe('metrics', () => {
  const metrics: readonly MetricSpec[] = METRICS;
  test('ids, names and aliases are unique', () => {
    expect(duplicates(metrics.map((m) => m.id))).toEqual([]);
    expect(duplicates(metrics.flatMap((m) => [m.name, ...m.aliases]))).toEqual([]);
  });
  test('no word makes a count both numerator and denominator', () => {
    for (const m of metrics) expect(m.numeratorHeads.filter((word) => m.denominatorHeads.includes(word)), m.id).toEqual([]);
  });
});

describe('parts', () => {
  const parts: readonly PartSpec[] = PARTS;
  test('standard headings and wordings serve their own part', () => {
    for (const part of parts) {
      for (const wording of [part.standardHeading, ...part.wordings]) {
        const heading = wording.replace('{year}', '2024').replace('{next}', '2025');
        expect(partsOf(heading, 2024), heading).toEqual([part.id]);
      }
    }
  });

  test.each([
    ['存在的问题及2025年工作安排', ['problems', 'plan']],
    ['存在的不足和下一步打算', ['problems', 'plan']],
    ['存在的问题及改进措施', ['problems', 'plan']],
    ['党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况', ['first_person']],
    ['主要负责人履行职责情况', ['first_person']],
    ['2025年工作重点', ['plan']],
    ['2024年法治政府建设主要工作及成效', ['work']],
    ['法治政府建设工作存在的问题及原因', ['problems']],
    ['工作开展情况及存在的问题', ['work', 'problems']],
    ['补齐短板弱项，提升执法水平', []],
    ['强化党的领导，夯实法治建设根基', []],
    ['有关意见建议', ['other']],
  ])('%s', (heading, expected) => expect(partsOf(heading, 2024)).toEqual(expected));
});

test.each([
  ['云溪镇', 'township'], ['青禾街道办事处', 'township'], ['檀坞乡人民政府', 'township'], ['滨江新区（枕河镇）', 'township'],
  ['临岚县人民政府', 'county'], ['临岚县', 'county'], ['霁川市人民政府', 'city'], ['临岚县农业农村局', 'department'], ['县卫生健康委员会', 'department'], ['某某省人民政府', 'province'],
])('%s is a %s', (issuer, level) => expect(levelOf(issuer)).toBe(level));

test('levels and rules have unique ids', () => {
  expect(duplicates(LEVELS.map((l) => l.id))).toEqual([]);
  expect(duplicates(RULES.map((r) => r.id))).toEqual([]);
});
