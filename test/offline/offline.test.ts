// The server and the command line reach no network: they work where there is none, and do not even try. Where namespaces are
// not to be had the rest still runs; on an integration machine with Linux they must be.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HoverRequest, type CodeAction } from 'vscode-languageserver-protocol/node';
import { Client, startClient, VS_CODE } from '../protocol/client.ts';
import { FAULTY, FAULTY_FINDINGS, rangeOf, SOUND } from '../protocol/texts.ts';
import { bundle, run, temporaryFolder } from '../support/process.ts';
import { inNamespace, noted, unrouted, WATCH, whyNoNamespace } from './network.mjs';

const reason = whyNoNamespace();

test.runIf(process.env['CI'] === 'true' && process.platform === 'linux')('network namespaces are to be had', () => expect(reason).toBeUndefined());
if (reason !== undefined) console.log(`offline: not isolated, only watched (${reason})`);

/** A place where a program is watched, and cut off where that can be. */
function place() {
  const folder = temporaryFolder();
  const log = path.join(folder, 'attempts');
  const counters = path.join(folder, 'counters');
  const before = process.env['FAZHI_NETWORK'];
  process.env['FAZHI_NETWORK'] = log;
  onTestFinished(() => {
    if (before === undefined) delete process.env['FAZHI_NETWORK'];
    else process.env['FAZHI_NETWORK'] = before;
  });
  const command = (args: readonly string[]): [string, ...string[]] => {
    const watched = [process.execPath, '--require', WATCH, ...args];
    return reason === undefined ? inNamespace(watched, counters) : (watched as [string, ...string[]]);
  };
  return { folder, command, seen: () => noted(log), tried: () => (reason === undefined ? unrouted(counters) : 0) };
}

const PROGRAM = `
  const quiet = (it) => it.on('error', () => {});
  quiet(require('net').connect(80, '192.0.2.1'));
  quiet(require('https').get('https://192.0.2.2/'));
  quiet(require('dgram').createSocket('udp4')).send('x', 53, '192.0.2.3');
  require('dns').promises.lookup('example.com').catch(() => {});
  require('dns').resolve4('example.com', () => {});
  fetch('http://192.0.2.4/').catch(() => {});
  require('child_process').execFile('true');
  setTimeout(() => process.exit(), 300);
`;

test('a program that tries is found out, by both witnesses', async () => {
  const { folder, command, seen, tried } = place();
  const file = path.join(folder, 'tries.cjs');
  writeFileSync(file, PROGRAM);
  const [program, ...args] = command([file]);
  expect((await run(program, args)).code).toBe(0);
  const attempts = new Set(seen().attempts.map(({ attempt }) => attempt));
  for (const each of ['net.connect', 'https.get', 'dgram.send', 'dns.lookup', 'dns.resolve4', 'fetch', 'child_process.execFile']) expect(attempts).toContain(each);
  if (reason === undefined) expect(tried()).toBeGreaterThanOrEqual(4);
});

describe('the server', () => {
  test('opens, explains, mends and decides without a network, words loaded, and tries none', async () => {
    const { folder, command, seen, tried } = place();
    const client: Client = await startClient({ command, capabilities: VS_CODE, folders: [`file://${folder}`] });
    const document = await client.open(FAULTY, { uri: `file://${path.join(folder, 'report.txt')}` });
    expect(await client.pull(document)).toHaveLength(FAULTY_FINDINGS.length);
    await client.until(() => client.logs.some((line) => line.startsWith('分词')));
    await client.pull(document);
    const { start } = rangeOf(FAULTY, '98.6%');
    expect(await client.alive(client.connection.sendRequest(HoverRequest.type, { textDocument: document, position: start }))).not.toBeNull();
    const fixes: readonly CodeAction[] = await client.decisions(document, rangeOf(FAULTY, '法制副校长'));
    expect(fixes.length).toBeGreaterThan(0);
    for (const [method, params] of [
      ['fazhiReport/overview', { uri: document.uri, parts: ['structure', 'problems', 'figures'] }],
      ['fazhiReport/figuresCsv', { uri: document.uri }],
      ['fazhiReport/newReport', { kind: 'township', unit: '松澜镇', year: 2025, layout: 'plain' }],
      ['fazhiReport/diagnose', { uri: document.uri }],
      ['textDocument/documentSymbol', { textDocument: document }],
      ['textDocument/completion', { textDocument: document, position: start }],
      ['textDocument/codeLens', { textDocument: document }],
      ['textDocument/semanticTokens/full', { textDocument: document }],
      ['workspace/symbol', { query: '不足' }],
    ] as const) {
      expect(await client.alive(client.connection.sendRequest(method, params)), method).not.toBeNull();
    }
    expect(await client.shutdown()).toBe(0);
    expect(seen().watched).toHaveLength(1);
    expect(seen().attempts.map(({ said }) => said)).toEqual([]);
    expect(tried()).toBe(0);
  });
});

describe('the command line', () => {
  test.each([
    ['lint', 'lint', '--fail-on', 'never', '--format', 'sarif'],
    ['outline', 'outline', '--format', 'json'],
    ['figures', 'figures', '--format', 'csv'],
    ['fix', 'fix'],
  ])('%s works without a network and tries none', async (_, ...options) => {
    const { folder, command, seen, tried } = place();
    mkdirSync(path.join(folder, 'reports'));
    writeFileSync(path.join(folder, 'reports/a.txt'), FAULTY);
    writeFileSync(path.join(folder, 'reports/b.txt'), SOUND);
    writeFileSync(path.join(folder, 'reports/.fazhi-report.json'), '{ "year": 2024 }');
    const [program, ...args] = command([bundle('cli'), ...options, path.join(folder, 'reports')]);
    const { code, out, err } = await run(program, args);
    expect(code).toBe(0);
    expect(out + err).not.toBe('');
    expect(seen().watched).toHaveLength(1);
    expect(seen().attempts.map(({ said }) => said)).toEqual([]);
    expect(tried()).toBe(0);
  });
});
