// Every field of the workspace file, taken from its schema, with every wrong value: each is told in one sentence at its
// place, nothing else is lost, nothing throws. A new field is tried by itself.

import { describe, expect, test } from 'vitest';
import { withIgnore, withoutIgnore, withoutRule, withReason, withRuleOff } from '../../server/config/edit.ts';
import { EMPTY, readConfig, withoutMark } from '../../server/config/read.ts';
import { CONFIG_SCHEMA } from '../../server/config/schema.ts';
import { analyze, lint, RULES } from '../../server/core/index.ts';
import { GOLDEN } from '../support/same.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
}

const ROOT = CONFIG_SCHEMA as unknown as Schema;

/** A value that the schema allows. */
function right(schema: Schema, name = ''): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.examples) return schema.examples[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).flatMap(([key, each]) => (key.startsWith('$') ? [] : [[key, right(each, key)]])));
    case 'array':
      return [right(schema.items ?? {}, name)];
    case 'integer':
    case 'number':
      return schema.minimum;
    case 'boolean':
      return true;
    default:
      // Examples must hold the wrong word, or not.
      return name === 'wrong' ? '综治办牵头' : `写法${name}`;
  }
}

const WHOLE = right(ROOT) as Record<string, unknown>;

type Path = readonly (string | number)[];

function* fieldsOf(schema: Schema, path: Path = []): Generator<{ readonly path: Path; readonly schema: Schema }> {
  yield { path, schema };
  for (const [key, each] of Object.entries(schema.properties ?? {})) if (!key.startsWith('$')) yield* fieldsOf(each, [...path, key]);
  if (schema.items) yield* fieldsOf(schema.items, [...path, 0]);
}

function put(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.with(Number(key), put(value[Number(key)], rest, by));
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: put(fields[key], rest, by) };
}

const VALUES: readonly unknown[] = [null, true, false, 0, -1, 0.5, 1e15, -0, '', 'x', '\ud800', '无', '9'.repeat(400), [], [null], [[[]]], ['', 7], {}, { x: 1 }, { name: null }, Array.from({ length: 300 }, () => ({})), Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`键${i}`, i]))];

const isAllowed = (schema: Schema, value: unknown): boolean => {
  if (schema.enum) return schema.enum.includes(value);
  switch (schema.type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.entries(value).every(([key, each]) => schema.properties?.[key] !== undefined && isAllowed(schema.properties[key], each)) && (schema.required ?? []).every((key) => key in value);
    case 'array':
      return Array.isArray(value) && value.every((each) => isAllowed(schema.items ?? {}, each));
    case 'integer':
      return Number.isInteger(value) && (value as number) >= (schema.minimum ?? 0) && (value as number) <= (schema.maximum ?? Infinity);
    case 'number':
      return Number.isFinite(value) && (value as number) >= (schema.minimum ?? 0) && (value as number) <= (schema.maximum ?? Infinity);
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && value.length >= (schema.minLength ?? 0) && (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value));
    default:
      return true;
  }
};

const fields = [...fieldsOf(ROOT)];
const nameOf = (path: Path): string => path.join('.') || 'the whole';

function expectClear(text: string): ReturnType<typeof readConfig> {
  const read = readConfig(text);
  for (const { span, message } of read.problems) {
    expect(span.start >= 0 && span.start <= span.end && span.start <= text.length).toBe(true);
    expect(message).toMatch(/^[^\n]{6,200}。$/u);
    expect(message).not.toMatch(/undefined|null|NaN|\[object|请|！/u);
  }
  return read;
}

test('what the schema allows is read without a word', () => {
  expect(expectClear(JSON.stringify(WHOLE)).problems.filter(({ message }) => !/例子|永远/u.test(message))).toEqual([]);
});

describe('a field with a wrong value', () => {
  test.each(fields.map(({ path, schema }) => [nameOf(path), path, schema] as const))('%s', (_name, path, schema) => {
    for (const value of VALUES) {
      const text = JSON.stringify(put(WHOLE, path, value), undefined, 1);
      const { config, problems } = expectClear(text);
      if (!isAllowed(schema, value)) expect(problems.length, `${nameOf(path)} = ${JSON.stringify(value)?.slice(0, 60)}`).toBeGreaterThan(0);
      // Fields beside it hold as they did.
      const [field] = path;
      if (path.length > 0) {
        const own = readConfig(JSON.stringify(WHOLE)).config;
        if (field !== 'kind') expect(config.kind).toBe(own.kind);
        if (field !== 'year') expect(config.year).toBe(own.year);
        if (field !== 'rules') expect(config.rules).toEqual(own.rules);
        if (field !== 'ignore') expect(config.ignores).toEqual(own.ignores);
        if (field !== 'page') expect(config.page).toEqual(own.page);
        else if (!isAllowed(schema, value)) expect({ ...own.page, ...config.page }).toEqual(own.page);
        for (const each of ['parts', 'wordings', 'words', 'lengths'] as const) if (field !== each) expect(config.local[each]).toEqual(own.local[each]);
      }
      // What was read can be worked with.
      lint(analyze(GOLDEN[0] ?? '', { isReport: true, local: config.local }), { rules: RULES, settings: config.rules, ignores: config.ignores });
    }
  });
});

describe('a file', () => {
  const good = '{ "year": 2024, "wordings": [{ "text": "述法" }] }';

  test.each([
    ['nothing', '', []],
    ['blanks', ' \n\t', []],
    ['comments alone', '// 空的\n/* 也是 */', ['JSON']],
    ['a byte order mark', `\ufeff${good}`, []],
    ['null', 'null', ['一对大括号']],
    ['a word', 'kind: 镇', ['JSON']],
    ['a list', '[1, 2]', ['一对大括号']],
    ['half of it', good.slice(0, 20), ['JSON']],
    ['a field twice', '{ "year": 2023, "year": 2024 }', ['写了两次']],
    ['a field twice, deep inside', '{ "year": 2024, "wordings": [{ "text": "学法", "text": "述法" }] }', ['写了两次']],
    ['another encoding', Buffer.from([0x7b, 0x22, 0x6b, 0x69, 0x6e, 0x64, 0x22, 0x3a, 0x22, 0xcf, 0xe7, 0xd5, 0xf2, 0x22, 0x7d]).toString('utf8'), ['UTF-8']],
    ['bytes', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 31) % 256)).toString('utf8'), ['JSON']],
    ['very deep lists', '['.repeat(100_000), ['层']],
    ['very deep objects', '{"a":'.repeat(100_000), ['层']],
    ['deep inside a field', `{ "year": 2024, "parts": ${'['.repeat(200)}${']'.repeat(200)} }`, ['层']],
    ['ten megabytes', `{ "year": 2024, "x": "${'好'.repeat(10_000_000)}" }`, ['超过1,000,000个']],
    ['the name of a prototype', '{ "__proto__": { "year": 2024 }, "constructor": 1, "toString": [] }', ['__proto__', 'constructor', 'toString']],
    ['a number beyond numbers', '{ "year": 1e999 }', ['整数']],
    ['single quotation marks', "{ 'year': 2024 }", ['JSON']],
  ] as const)('with %s', (_name, text, words) => {
    const { problems } = expectClear(withoutMark(text));
    if (words.length === 0) expect(problems).toEqual([]);
    for (const each of words) expect(problems.map(({ message }) => message).join('\n')).toContain(each);
  });

  test('with comments, trailing commas and a mark is read whole', () => {
    const { config, problems } = readConfig(withoutMark('\ufeff// 本镇\n{ "year": 2024, /* 必写 */ "wordings": [{ "text": "述法", },], }'));
    expect(problems).toEqual([]);
    expect(config).toMatchObject({ year: 2024, local: { wordings: [{ text: '述法' }] } });
  });

  test('that is broken gives what is whole', () => {
    expect(readConfig('{ "year": 2024, "kind": "乡镇" "wordings": [{ "text": "述法" }] }').config).toMatchObject({ year: 2024, kind: undefined });
    expect(readConfig('\ufffd').config).toEqual(EMPTY);
  });

  test('is not read slowly, however many entries it has', () => {
    const words = Array.from({ length: 8000 }, (_, i) => ({ wrong: `错词${i}`, right: `对词${i}`, examples: { wrong: [`写了错词${i}`] } }));
    const started = performance.now();
    const { config, problems } = readConfig(JSON.stringify({ words, ignore: words.map(({ wrong }) => ({ rule: 'wording-outdated', text: wrong })) }));
    expect(config.local.words.length).toBe(8000);
    expect(problems.length).toBeLessThanOrEqual(8000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test('decisions about findings survive fields of wrong kinds', () => {
  const ignore = { rule: 'wording-outdated', text: '七五', sentence: '1' };
  for (const { path } of fields) {
    for (const value of VALUES) {
      const text = JSON.stringify(put(WHOLE, path, value), undefined, 1);
      if (!readConfig(text).takesDecisions) continue;
      for (const change of [withIgnore, withoutIgnore]) expect(typeof change(text, ignore)).toBe('string');
      expect(typeof withReason(text, ignore, '引文')).toBe('string');
      expect(typeof withRuleOff(text, 'wording-outdated')).toBe('string');
      expect(typeof withoutRule(text, 'wording-outdated')).toBe('string');
    }
  }
});
