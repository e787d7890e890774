// Every setting, taken from the manifest, with every wrong value: each is told once, as a sentence that names it, and counts
// as absent; the others hold. A new setting is tried by itself.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GROUPS, RULES } from '../../server/core/index.ts';
import { readSettings } from '../../server/lsp/settings.ts';
import { startClient } from './client.ts';
import { FAULTY, FAULTY_FINDINGS } from './texts.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { configuration: readonly { properties: Readonly<Record<string, Schema>> }[] } };
/** The language is read by the client alone. */
const CLIENT_ONLY = ['language'];
const SCHEMAS = Object.entries(Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties)) as Record<string, Schema>)
  .map(([name, schema]) => [name.replace('fazhiReport.', ''), schema] as const)
  .filter(([name]) => !CLIENT_ONLY.includes(name));

const VALUES: readonly unknown[] = [true, false, 0, -1, 0.5, 2024, 1e300, NaN, Infinity, '', 'x', 'NaN', '2024', 'true', '\ud800', '长'.repeat(100_000), [], [1], [[[]]], {}, { x: 1 }, { __proto__: null, constructor: 1 }];

function isRight({ type, enum: choices, minimum = -Infinity, maximum = Infinity, pattern = '', properties }: Schema, value: unknown): boolean {
  if (choices) return choices.includes(value);
  const types = [type].flat();
  if (types.includes('boolean')) return typeof value === 'boolean';
  if (types.includes('integer')) return Number.isSafeInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
  if (types.includes('number')) return Number.isFinite(value) && (value as number) >= minimum && (value as number) <= maximum;
  if (types.includes('string')) return typeof value === 'string' && new RegExp(pattern, 'u').test(value);
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.entries(value).every(([key, each]) => properties?.[key] !== undefined && isRight(properties[key], each));
}

const { faults: none, ...DEFAULT } = readSettings(undefined);

test('the defaults of the manifest are those of the server, without a word', () => {
  expect(none).toEqual([]);
  expect(readSettings(Object.fromEntries(SCHEMAS.map(([name, schema]) => [name, schema.default])))).toEqual({ ...DEFAULT, faults: [] });
  expect(readSettings(null)).toEqual({ ...DEFAULT, faults: [] });
});

test.each(SCHEMAS)('%s', (name, schema) => {
  for (const value of VALUES) {
    const { faults, ...read } = readSettings({ ...(name === 'inlayHints' ? {} : { inlayHints: true }), ...(name === 'year' ? {} : { year: 2019 }), [name]: value });
    if (!isRight(schema, value)) {
      const what = `${name} = ${String(JSON.stringify(value)).slice(0, 40)}`;
      expect(faults.length, what).toBeGreaterThan(0);
      for (const fault of faults) {
        expect(fault, what).toMatch(/^[^\n]{8,160}。$/u);
        expect(fault, what).toContain(`fazhiReport.${name}`);
      }
      expect({ ...read, ...(name === 'inlayHints' ? {} : { inlayHints: false }), ...(name === 'year' ? {} : { year: undefined }) }, what).toEqual(DEFAULT);
    }
    if (name !== 'inlayHints') expect(read.inlayHints).toBe(true);
    if (name !== 'year') expect(read.year).toBe(2019);
  }
});

test.each([['rules', RULES.map(({ id }) => id)], ['groups', GROUPS.map(({ id }) => id)]] as const)('every entry of %s', (name, ids) => {
  for (const id of ids) {
    for (const value of [...VALUES, null]) {
      const other = ids.find((each) => each !== id) ?? '';
      const right = name === 'rules' ? 'hint' : false;
      const read = readSettings({ [name]: { [other]: right, [id]: value } });
      const ofId = read[name as 'rules' | 'groups'] as Record<string, unknown>;
      expect(ofId[other]).toBe(right);
      if (value === null || (name === 'groups' && typeof value === 'boolean')) expect(read.faults).toEqual([]);
      else expect(read.faults, `${id} = ${String(JSON.stringify(value)).slice(0, 40)}`).toHaveLength(1);
    }
  }
});

test('the whole of a wrong kind', () => {
  for (const value of VALUES) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) continue;
    expect(readSettings(value)).toEqual({ ...DEFAULT, faults: ['设置 fazhiReport 应当是一对大括号，现在都不起作用。'] });
  }
});

test('a wrong setting is told in the diagnosis and in the log, and nothing else is lost', async () => {
  const client = await startClient({ settings: { year: '2024', rules: { 'no-such-rule': 'off' }, codeLens: 1 } });
  const document = await client.open(FAULTY);
  expect(await client.pull(document)).toHaveLength(FAULTY_FINDINGS.length);
  const { faults } = await client.own<{ faults: string[] }>('fazhiReport/diagnose', document);
  expect(faults).toHaveLength(3);
  for (const name of ['year', 'no-such-rule', 'codeLens']) {
    expect(faults.join('')).toContain(name);
    expect(client.logs.join('')).toContain(name);
  }
  await client.changeSettings({ year: 2024 });
  expect(await client.own('fazhiReport/diagnose', document)).not.toHaveProperty('faults');
});
