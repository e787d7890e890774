// The workspace file: good entries hold, bad ones are told with their place, nothing ever throws.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY, readConfig } from '../../server/config/read.ts';

const problems = (text: string): string[] => readConfig(text).problems.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);

test('a whole file', () => {
  const { config, problems: none } = readConfig(`{
    // comments are fine
    "kind": "department", "year": 2024, "rules": { "wording-outdated": "off" },
    "parts": [{ "name": "营商环境" }],
    "wordings": [{ "text": "述法", "part": "first_person", "severity": "information" }],
    "words": [{ "wrong": "云溪综治办", "right": "云溪综治中心", "since": 2021, "examples": { "wrong": ["云溪综治办牵头"], "right": ["云溪综治中心牵头"] } }],
    "lengths": [{ "least": 2000, "most": 5000 }],
    "ignore": [{ "rule": "wording-outdated", "text": "法制教育", "sentence": "1abc", "reason": "引文" }],
    "past": ["2023年/报告.md", "..\\\\2022年\\\\报告.TXT"],
  }`);
  expect(none).toEqual([]);
  expect(config).toEqual({
    kind: 'department',
    year: 2024,
    rules: { 'wording-outdated': 'off' },
    local: {
      parts: [{ name: '营商环境', headings: ['营商环境'], severity: 'warning' }],
      wordings: [{ text: '述法', part: 'first_person', severity: 'information' }],
      words: [{ wrong: '云溪综治办', right: '云溪综治中心', since: 2021, until: undefined, message: undefined, severity: 'warning' }],
      lengths: [{ part: undefined, least: 2000, most: 5000, severity: 'warning' }],
    },
    ignores: [{ rule: 'wording-outdated', text: '法制教育', sentence: '1abc', reason: '引文' }],
    page: {},
    past: ['2023年/报告.md', '../2022年/报告.TXT'],
  });
});

describe('bad entries', () => {
  test('are told, the good ones hold', () => {
    const text = '{ "kind": "乡镇", "year": 2024, "rule": {}, "rules": { "no-such-rule": "off", "figure-rate-mismatch": "loud" }, "parts": [{ "name": "普法" }, { "headings": ["x"] }, 3] }';
    expect(readConfig(text).config).toMatchObject({ kind: undefined, year: 2024, rules: {}, local: { parts: [{ name: '普法' }] } });
    expect(problems(text).length).toBe(6);
    for (const line of problems(text)) expect(line).toMatch(/。$/u);
  });

  test.each([
    ['{ "lengths": [{ "least": 500, "most": 100 }] }', '永远达不到'],
    ['{ "lengths": [{}] }', 'least'],
    ['{ "year": "2024" }', '整数'],
    ['[]', '一对大括号'],
    ['{ "year": 2024', 'JSON'],
    ['{ "rules": [] }', 'rules'],
    ['{ "wordings": "述法" }', '方括号'],
    ['{ "words": [{ "wrong": "综治 中心", "right": "综治中心" }] }', '永远对不上'],
    ['{ "words": [{ "wrong": "综治办", "right": "综治办" }] }', '永远对不上'],
    ['{ "words": [{ "wrong": "综治办", "since": 2024, "until": 2020 }] }', '永远对不上'],
    ['{ "words": [{ "wrong": "综治办", "examples": { "wrong": ["综治中心牵头"] } }] }', '找不到'],
    ['{ "words": [{ "wrong": "综治办", "examples": { "right": ["原综治办牵头"] } }] }', '会被当成'],
    ['{ "ignore": [{ "text": "法制" }] }', 'rule'],
    ['{ "ignore": [{ "rule": "wording-outdated" }] }', 'text'],
  ])('%s', (text, words) => expect(problems(text).join()).toContain(words));

  test('an empty file is no file', () => expect(readConfig('').config).toEqual(EMPTY));
});

test('any value in any field is survived', () => {
  const field = fc.constantFrom('kind', 'year', 'rules', 'parts', 'wordings', 'words', 'lengths', 'ignore');
  fc.assert(
    fc.property(fc.dictionary(field, fc.jsonValue({ maxDepth: 3 })), (value) => {
      const { config } = readConfig(JSON.stringify(value));
      expect(Array.isArray(config.local.parts)).toBe(true);
    }),
    { numRuns: 300 },
  );
  fc.assert(fc.property(fc.string(), (text) => void readConfig(text)), { numRuns: 300 });
});
