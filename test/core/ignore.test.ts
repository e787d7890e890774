// Findings taken off the list, and the text of the workspace file that says so.

import { describe, expect, test } from 'vitest';
import { withIgnore, withoutIgnore, withoutRule, withReason, withRuleOff } from '../../server/config/edit.ts';
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

  test.each<[string, string]>([
    ['{ "ignore": [1, {I}] }', '{ "ignore": [1] }'],
    ['{ "ignore": [1,{I}] }', '{ "ignore": [1] }'],
    ['{ "ignore": [{I}, 1] }', '{ "ignore": [1] }'],
    ['{ "ignore": [{I}] }', '{ }'],
    ['{ "ignore": [ {I}, {I} ] }', '{ }'],
    ['{ "ignore": [{I}], "year": 2024 }', '{ "year": 2024 }'],
    ['{\n  // agreed\n  "year": 2024, // this one\n  "ignore": [\n    {I}\n  ] // last\n}\n', '{\n  // agreed\n  "year": 2024 // this one\n  // last\n}\n'],
    ['{ "ignore": [ /* none yet */ {I}] }', '{ "ignore": [ /* none yet */] }'],
    ['{ "ignore": [{I}, 1, {I},] }', '{ "ignore": [1,] }'],
    ['{\n  "ignore": [\n    1, // first\n    {I} // second\n  ]\n}\n', '{\n  "ignore": [\n    1 // first\n    // second\n  ]\n}\n'],
    ['{\r\n  "ignore": [\r\n    {I},\r\n    1\r\n  ]\r\n}\r\n', '{\r\n  "ignore": [\r\n    1\r\n  ]\r\n}\r\n'],
    ['{\n  "ignore": [\n    1,\n    {I}\n  ]\n}', '{\n  "ignore": [\n    1\n  ]\n}'],
    ['{ "ignore": [null, "a", [], {I}] }', '{ "ignore": [null, "a", []] }'],
    ['{ "ignore": [1] }', '{ "ignore": [1] }'],
    ['{ "ignore": {} }', '{ "ignore": {} }'],
    ['', ''],
  ])('%j gives a decision back and keeps the rest', (pattern, expected) => {
    expect(withoutIgnore(pattern.replaceAll('{I}', JSON.stringify(ignore)), ignore)).toBe(expected);
  });

  test('takes the reason of a decision, another one, and none', () => {
    const inLine = '{ "ignore": [{ "rule": "wording-outdated", "text": "社区服刑人员", "sentence": "abc" }] }';
    const once = withReason(inLine, ignore, '沿用"原名"');
    expect(once).toBe(inLine.replace('"abc"', '"abc", "reason": "沿用\\"原名\\""'));
    expect(withReason(once, ignore, '上级要求')).toBe(inLine.replace('"abc"', '"abc", "reason": "上级要求"'));
    expect(withReason(once, ignore, '')).toBe(inLine);
    expect(withReason(inLine, ignore, '')).toBe(inLine);
    expect(withReason(inLine, { ...ignore, text: '别的' }, '理由')).toBe(inLine);
    const below = withIgnore('', ignore);
    expect(withReason(below, ignore, '上级要求')).toBe(below.replace('"abc"', '"abc",\n      "reason": "上级要求"'));
  });

  test('opens a rule again', () => {
    expect(withoutRule(withRuleOff('', 'figure-style'), 'figure-style')).toBe('{\n}\n');
    expect(withoutRule('{ "rules": { "figure-style": "off", "figure-unit": "off" } }', 'figure-style')).toBe('{ "rules": { "figure-unit": "off" } }');
    expect(withoutRule('{\n  "rules": {\n    "figure-unit": "off", // agreed\n    "figure-style": "off"\n  }\n}', 'figure-style')).toBe('{\n  "rules": {\n    "figure-unit": "off" // agreed\n  }\n}');
    expect(withoutRule('{ "year": 2024 }', 'figure-style')).toBe('{ "year": 2024 }');
  });
});
