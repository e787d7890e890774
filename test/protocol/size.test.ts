// Documents beyond the limit of length: nothing is read, nothing is told of half a report, and everybody who asks is told why.

import { expect, test } from 'vitest';
import { startClient, type Client, type OpenDocument } from './client.ts';
import { FAULTY, FAULTY_FINDINGS } from './texts.ts';

const ALL = FAULTY_FINDINGS.length;
const LIMIT = 10_000;
/** A report of this many characters. */
const ofLength = (length: number): string => FAULTY + '好'.repeat(length - FAULTY.length);

interface Answer {
  readonly version: number;
  readonly status?: unknown;
  readonly skipped?: { readonly length: number; readonly most: number };
}

const overview = (client: Client, document: OpenDocument): Promise<Answer | null> => client.overview<Answer | null>(document, 'structure', 'problems', 'figures');

test('at the limit a report is read, beyond it it is not, and shrunk it is again', async () => {
  const client = await startClient({ settings: { maxCharacters: LIMIT } });
  const document = await client.open(ofLength(LIMIT));
  expect((await client.pull(document)).length).toBeGreaterThanOrEqual(ALL);
  expect(await overview(client, document)).toHaveProperty('status');
  await client.change(document, { start: LIMIT, end: LIMIT, text: '好' });
  expect(await client.pull(document)).toEqual([]);
  expect(await overview(client, document)).toEqual({ version: 2, skipped: { length: LIMIT + 1, most: LIMIT } });
  expect(await client.own('fazhiReport/diagnose', document)).toMatchObject({ skipped: { length: LIMIT + 1, most: LIMIT } });
  expect(await client.symbols(document)).toEqual([]);
  expect(await client.hover(document, { line: 0, character: 3 })).toBeUndefined();
  await client.change(document, { start: LIMIT, end: LIMIT + 1, text: '' });
  expect((await client.pull(document)).length).toBeGreaterThanOrEqual(ALL);
  expect(await client.own('fazhiReport/diagnose', document)).not.toHaveProperty('skipped');
});

test('the setting takes effect at once, and one that is wrong counts as the default', async () => {
  const client = await startClient({ settings: { maxCharacters: LIMIT } });
  const document = await client.open(ofLength(LIMIT + 1));
  expect(await client.pull(document)).toEqual([]);
  for (const maxCharacters of [LIMIT + 1, 9_999, 0, -1, NaN, 1e300, '20000', null, [], {}, true, 20_000.5]) {
    await client.changeSettings({ maxCharacters });
    expect((await client.pull(document)).length, String(maxCharacters)).toBeGreaterThanOrEqual(ALL);
  }
});

test('by default reports are read up to half a million characters', async () => {
  const client = await startClient();
  const document = await client.open(ofLength(500_001));
  expect(await overview(client, document)).toEqual({ version: 1, skipped: { length: 500_001, most: 500_000 } });
  await client.change(document, { start: 500_000, end: 500_001, text: '' });
  expect(await overview(client, document)).toHaveProperty('status');
});

// Where time is measured a test is asked again, since a busy machine may be slow once.
test('only what seems to be a report is said to be skipped, and what is none costs nothing', { retry: 2 }, async () => {
  const client = await startClient({ settings: { maxCharacters: LIMIT } });
  const note = await client.open('今日天气晴。\n'.repeat(1_000_000));
  expect(await overview(client, note)).toBeNull();
  expect(await client.own('fazhiReport/diagnose', note)).not.toHaveProperty('skipped');
  const started = performance.now();
  for (let i = 0; i < 20; i++) {
    await client.pull(note);
    await overview(client, note);
  }
  expect(performance.now() - started).toBeLessThan(2_000);
  const named = await client.open('今日天气晴。\n'.repeat(10_000), { language: 'fazhi-report' });
  expect(await overview(client, named)).toMatchObject({ skipped: { most: LIMIT } });
  const view = await client.open(ofLength(LIMIT + 1), { uri: 'git:/reports/a.txt' });
  expect(await overview(client, view)).toBeNull();
});

test('typing beyond the limit stays quick', { retry: 2 }, async () => {
  const client = await startClient();
  const document = await client.open(FAULTY + '好'.repeat(3_000_000));
  await client.pull(document);
  const started = performance.now();
  for (let i = 0; i < 10; i++) {
    await client.change(document, { start: document.text.length, end: document.text.length, text: '好' });
    await client.pull(document);
    await overview(client, document);
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});
