// Workspace files that are none: huge, deep, in another encoding, not to be read, folders. The reports below them are checked
// all the same, and the diagnosis and the command line say that something is wrong.

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { runNode, temporaryFolder } from '../support/process.ts';
import { startClient } from './client.ts';
import { FAULTY, FAULTY_FINDINGS, rangeOf } from './texts.ts';

const NAME = '.fazhi-report.json';
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const GOOD = '{ "rules": { "figure-rate-mismatch": "off" } }';
const GOOD_COUNT = FAULTY_FINDINGS.filter(({ rule }) => rule !== 'figure-rate-mismatch').length;

const CONTENTS: readonly (readonly [name: string, bytes: Buffer, count: number, told: string])[] = [
  ['ten megabytes', Buffer.from(`{ "x": "${'好'.repeat(4_000_000)}" }`), FAULTY_FINDINGS.length, '没有读'],
  ['deep brackets', Buffer.from('['.repeat(200_000)), FAULTY_FINDINGS.length, '没有读'],
  ['bytes', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 37 + 11) % 256)), FAULTY_FINDINGS.length, 'JSON'],
  ['another encoding', iconv.encode('{ "kind": "乡镇", "rules": { "figure-rate-mismatch": "off" } }', 'gb18030'), GOOD_COUNT, 'UTF-8'],
  ['a byte order mark', Buffer.from(`\ufeff${GOOD}`), GOOD_COUNT, ''],
  ['nothing in it', Buffer.alloc(0), FAULTY_FINDINGS.length, ''],
  ['a field twice', Buffer.from('{ "rules": {}, "rules": { "figure-rate-mismatch": "off" } }'), GOOD_COUNT, '写了两次'],
];

test.each(CONTENTS)('with %s', async (_name, bytes, count, told) => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, NAME), bytes);
  const report = path.join(folder, '报告.txt');
  writeFileSync(report, FAULTY);
  const client = await startClient();
  const document = await client.open(FAULTY, { uri: pathToFileURL(report).toString() });
  expect(await client.pull(document)).toHaveLength(count);
  const { file } = await client.own<{ file: { faults: number } }>('fazhiReport/diagnose', document);
  if (told === '') expect(file.faults).toBe(0);
  else expect(file.faults).toBeGreaterThan(0);
  await client.actions(document, whole);
  // A decision is offered only where it can be written down.
  const decisions = await client.decisions(document, rangeOf(FAULTY, FAULTY_FINDINGS.find(({ rule }) => rule === 'wording-outdated')?.words ?? ''));
  expect(decisions.length > 0).toBe(told === '' || told === '写了两次');
  expect(client.stderr.join('')).toBe('');
  const cli = await runNode('cli', ['lint', '--format', 'json', report]);
  expect((JSON.parse(cli.out) as { files: { problems: unknown[] }[] }).files[0]?.problems).toHaveLength(count);
  expect(cli.err).toContain(told);
  expect(cli.err === '').toBe(told === '');
});

test('that is a folder is none; one that may not be read is told', async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, NAME));
  const below = path.join(folder, '镇');
  mkdirSync(below);
  const report = path.join(below, '报告.txt');
  writeFileSync(report, FAULTY);
  const client = await startClient();
  const document = await client.open(FAULTY, { uri: pathToFileURL(report).toString() });
  expect(await client.pull(document)).toHaveLength(FAULTY_FINDINGS.length);
  expect(await client.own('fazhiReport/diagnose', document)).not.toHaveProperty('file');
  expect((await runNode('cli', ['lint', report])).err).toBe('');
  // Root reads everything.
  if (process.getuid?.() === 0) return;
  const file = path.join(below, NAME);
  writeFileSync(file, GOOD);
  chmodSync(file, 0o000);
  expect((await runNode('cli', ['lint', report])).err).toContain('读不了');
});
