// Findings taken off the list, and the text of the workspace file that says so.

import { describe, expect, test } from 'vitest';
import { withIgnore, withoutIgnore, withRuleOff } from '../../server/config/edit.ts';
import { readConfig } from '../../server/config/read.ts';
import { analyze, ignoreOf, lint, lintAll, RULES, type Ignore } from '../../server/core/index.ts';

const TEXT = '云溪镇2024年度法治政府建设情况报告\n\n一、主要举措和成效\n\n办理社区服刑人员报到12人次。走访社区服刑人员家庭8户。\n';
const termsOf = (text: string, ignores: readonly Ignore[] = []) => lint(analyze(text), { rules: RULES, ignores }).filter(({ rule }) => rule.id === 'wording-outdated');
const [first] = termsOf(TEXT);

describe('a decision', () => {
  test('holds for its place only', () => {
    const here = first && ignoreOf(analyze(TEXT), first.rule, first);
    expect(here).toMatchObject({ rule: 'wording-outdated', text: '社区服刑人员' });
    expect(termsOf(TEXT)).toHaveLength(2);
    const left = termsOf(TEXT, here ? [here] : []);
    expect(left).toHaveLength(1);
    expect(left[0]?.span.start).toBeGreaterThan(first?.span.start ?? 0);
    // A changed sentence is looked at again; one that only moved is not.
    expect(termsOf(TEXT.replace('12人次', '13人次'), here ? [here] : [])).toHaveLength(2);
    expect(termsOf(TEXT.replace('一、', '\n\n一、'), here ? [here] : [])).toHaveLength(1);
  });

  test('without a sentence holds for the wording wherever it stands', () => {
    expect(termsOf(TEXT, [{ rule: 'wording-outdated', text: '社区服刑人员' }])).toEqual([]);
    expect(termsOf(TEXT, [{ rule: 'wording-misspelling', text: '社区服刑人员' }])).toHaveLength(2);
  });

  test('is kept for the record', () => {
    const all = lintAll(analyze(TEXT), { rules: RULES, ignores: [{ rule: 'wording-outdated', text: '社区服刑人员', reason: '引文' }] });
    expect(all.filter(({ ignored }) => ignored?.reason === '引文')).toHaveLength(2);
  });

  test('tells missing parts apart, though all are told at the title', () => {
    const missing = (ignores: readonly Ignore[]) => lint(analyze(TEXT), { rules: RULES, ignores }).filter(({ rule }) => rule.id === 'structure-missing-part');
    const [one] = missing([]);
    expect(missing([]).length).toBeGreaterThan(1);
    expect(missing(one ? [ignoreOf(analyze(TEXT), one.rule, one)] : [])).toHaveLength(missing([]).length - 1);
  });
});

describe('the workspace file', () => {
  const ignore = { rule: 'wording-outdated', text: '社区服刑人员', sentence: 'abc' };
  test.each([
    ['', 'an empty one'],
    ['{}', 'an object'],
    ['{\n  // our own\n  "year": 2024,\n  "ignore": [{ "rule": "figure-conflict", "text": "12件" }],\n}\n', 'one with comments'],
  ])('%j takes a decision and gives it back (%s)', (text) => {
    const added = withIgnore(text, ignore);
    const { config, problems } = readConfig(added);
    expect(problems).toEqual([]);
    expect(config.ignores).toContainEqual(ignore);
    expect(withIgnore(added, ignore)).toBe(added);
    if (text.includes('//')) expect(added).toContain('// our own');
    expect(readConfig(withoutIgnore(added, ignore)).config.ignores).toEqual(readConfig(text).config.ignores);
  });

  test('switches a rule off', () => expect(readConfig(withRuleOff('{ "year": 2024 }', 'figure-style')).config).toMatchObject({ year: 2024, rules: { 'figure-style': 'off' } }));
});
