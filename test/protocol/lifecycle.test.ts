// The server as a process: how it starts, what it offers, how it ends, and the words it loads on the way.
// Must not test what is found in a report beyond that something is.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ExitNotification, ShutdownRequest } from 'vscode-languageserver-protocol/node';
import { ROOT } from '../support/process.ts';
import { Client, PLAIN, startClient, VS_CODE } from './client.ts';
import { FAULTY, FAULTY_FINDINGS, offsetAt, textIn } from './texts.ts';

describe('start', () => {
  test('offers what it does and nothing more', async () => {
    const client = await startClient();
    expect(client.serverInfo).toEqual({ name: 'fazhi-report' });
    expect(client.capabilities).toEqual({
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: { identifier: 'fazhiReport', interFileDependencies: false, workspaceDiagnostics: false },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.fazhiReport'] },
      hoverProvider: true,
      codeLensProvider: { resolveProvider: false },
      completionProvider: { triggerCharacters: ['《', '（', '）', '、'] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      documentSymbolProvider: { label: '法治报告' },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      workspaceSymbolProvider: true,
      inlayHintProvider: true,
      renameProvider: { prepareProvider: true },
    });
  });

  test('asks to be told of changed settings where the client can register that', async () => {
    const client = await startClient();
    await client.pull(await client.open(FAULTY));
    const registration = client.registered.find(({ method }) => method === 'workspace/didChangeConfiguration');
    expect(registration).toMatchObject({ registerOptions: { section: 'fazhiReport' } });
    expect(client.settingsAsked).toBe(1);
  });

  test('asks a client that can do nothing for nothing', async () => {
    const client = await startClient({ capabilities: PLAIN });
    const found = await client.pull(await client.open(FAULTY));
    expect(found).toHaveLength(FAULTY_FINDINGS.length);
    expect(client.registered).toEqual([]);
    expect(client.settingsAsked).toBe(0);
  });

  test('takes initialization options of any type', async () => {
    for (const options of [null, 7, 'pages', [], { pages: 7 }, { pages: null }, { pages: { href: 'x' } }]) {
      const client = new Client({});
      await client.initialize(VS_CODE, options);
      const [first] = await client.pull(await client.open(FAULTY));
      expect(first, JSON.stringify(options)).toBeDefined();
      expect(first?.codeDescription, JSON.stringify(options)).toBeUndefined();
    }
  });

  test('answers over node IPC as over standard streams', async () => {
    const stdio = await startClient();
    const ipc = await startClient({ transport: 'ipc' });
    expect(ipc.capabilities).toEqual(stdio.capabilities);
    const uri = 'file:///reports/same.txt';
    expect(await ipc.pull(await ipc.open(FAULTY, { uri }))).toEqual(await stdio.pull(await stdio.open(FAULTY, { uri })));
    expect(await ipc.shutdown()).toBe(0);
  });
});

describe('end', () => {
  test('ends with 0 when it was shut down', async () => {
    const client = await startClient();
    await client.pull(await client.open(FAULTY));
    expect(await client.shutdown()).toBe(0);
    expect(client.stderr.join('')).toBe('');
  });

  test('ends with 1 when it is told to exit without that', async () => {
    const client = await startClient();
    await client.connection.sendNotification(ExitNotification.type);
    expect(await client.ended).toBe(1);
  });

  test('shuts down while an answer is still being computed', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY.repeat(200));
    const pulled = client.pull(document).catch(() => undefined);
    await client.connection.sendRequest(ShutdownRequest.type);
    await client.connection.sendNotification(ExitNotification.type);
    expect(await client.ended).toBe(0);
    await Promise.race([pulled, client.ended]);
  });

  test('does not outlive the editor that closes the streams', async () => {
    const client = await startClient();
    client.process.stdin?.end();
    expect(await client.ended).toBeDefined();
  });
});

describe.skipIf(!existsSync(path.join(ROOT, 'node_modules/nodejieba')))('words', () => {
  const REFRESHED = { ...VS_CODE, workspace: { ...VS_CODE.workspace, diagnostics: { refreshSupport: true } } };

  test('loads them once a report was answered for, and asks for a refresh', async () => {
    const client = await startClient({ capabilities: REFRESHED });
    const document = await client.open(FAULTY);
    const before = await client.pull(document);
    await client.until(() => client.refreshes > 0);
    expect(client.logs).toContain('分词：nodejieba');
    expect(before.map(({ range }) => textIn(FAULTY, range))).toEqual(FAULTY_FINDINGS.map(({ words }) => words));
    expect(await client.pull(document)).toEqual(before);
    expect(client.refreshes).toBe(1);
  });

  test('judges words that cross a border the same before and after', async () => {
    const client = await startClient({ capabilities: REFRESHED });
    // The first 法制 belongs to 学法 and 制度, the second is the old word itself.
    const text = FAULTY.replace('扎实推进依法行政', '坚持会前学法制度宣传，加强法制宣传');
    const document = await client.open(text);
    const before = await client.pull(document);
    await client.until(() => client.refreshes > 0);
    const after = await client.pull(document);
    const starts = before.map(({ range }) => offsetAt(text, range.start));
    expect(starts).toEqual([...FAULTY_FINDINGS.map(({ words }) => text.indexOf(words)), text.indexOf('法制宣传')].sort((x, y) => x - y));
    expect(after).toEqual(before);
  });

  test('does not load them for other documents', async () => {
    const client = await startClient({ capabilities: REFRESHED });
    await client.pull(await client.open('今日天气晴。\n'));
    await client.pull(await client.open(FAULTY));
    await client.until(() => client.refreshes > 0);
    // Everything the server has said came in order: the words came after the first report, and once.
    expect(client.logs.filter((line) => line.startsWith('分词'))).toHaveLength(1);
  });

  test('asks no client for a refresh that does not support it', async () => {
    const client = await startClient({ capabilities: PLAIN });
    const document = await client.open(FAULTY);
    await client.pull(document);
    await client.until(() => client.logs.some((line) => line.startsWith('分词')));
    await client.pull(document);
    expect(client.refreshes).toBe(0);
  });
});
