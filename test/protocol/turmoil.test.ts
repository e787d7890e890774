// Much at once, and in odd order: hundreds of documents, settings that change under the writer's hands, documents closed and
// opened again meanwhile, versions that jump, pulls taken back. In the end the server tells what a fresh one tells.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CancellationTokenSource, DidChangeTextDocumentNotification, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification, DocumentDiagnosticRequest, LSPErrorCodes, ResponseError, type Diagnostic, type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readFileSync } from 'node:fs';
import { startClient, type Client, type OpenDocument } from './client.ts';
import { FAULTY, FAULTY_FINDINGS, positionAt, SOUND } from './texts.ts';

const ALL = FAULTY_FINDINGS.length;

/** What a server says that has seen nothing else; places of related findings name the same document. */
async function fresh(text: string, settings: unknown, uri: string, language = 'plaintext'): Promise<readonly Diagnostic[]> {
  const client = await startClient({ settings });
  const found = await client.pull(await client.open(text, { uri, language }));
  client.process.kill('SIGKILL');
  return found;
}

const change = (client: Client, document: OpenDocument, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> =>
  client.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri: document.uri, version: document.version }, contentChanges });

/** Words that nodejieba brings would change findings between two answers. */
const settled = (client: Client): Promise<void> => client.until(() => client.logs.some((line) => line.startsWith('分词：')));

test('two hundred documents at once are all answered for, and closing them frees what they took', async () => {
  const client = await startClient();
  const memory = (): number => Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${client.process.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  const measurable = process.platform === 'linux';
  const round = async (name: number): Promise<void> => {
    const documents = await Promise.all(Array.from({ length: 200 }, (_, i) => client.open(i % 2 === 0 ? FAULTY.replaceAll('云汀', `云汀${name}${i}`) : SOUND.replace('。', `。第${name}轮第${i}份。`))));
    const found = await Promise.all(documents.map((document) => client.pull(document)));
    found.forEach((each, i) => (i % 2 === 0 ? expect(each).toHaveLength(ALL) : expect(each.length).toBeLessThan(ALL)));
    await Promise.all(documents.map((document) => client.overview(document, 'structure', 'problems', 'figures')));
    const open = measurable ? memory() : 0;
    await Promise.all(documents.map((document) => client.close(document)));
    await client.pull(await client.open(FAULTY, { uri: `file:///reports/after-${name}.txt` }));
    if (measurable) console.log(`200 documents, round ${name}: ${Math.round(open)} MiB while open`);
  };
  await round(1);
  await round(2);
  const early = measurable ? memory() : 0;
  for (let i = 3; i <= 6; i++) await round(i);
  // What was closed must not pile up: four more rounds would add eight hundred reports.
  if (measurable) expect(memory()).toBeLessThan(early * 1.5 + 40);
}, 120_000);

test('pulls taken back before and while they are worked on are answered, and the next one is right', async () => {
  const client = await startClient();
  const text = `${FAULTY}\n${Array.from({ length: 3000 }, (_, i) => `全年受理调解纠纷${1000 + i}起，成功调解${900 + i}起，审查合同${i}份。`).join('\n\n')}\n`;
  const document = await client.open(text);
  for (let i = 0; i < 30; i++) {
    await client.change(document, { start: document.text.length, end: document.text.length, text: '好' });
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: document.uri } }, source.token).catch((error: unknown) => error);
    // At once, in the same turn of the server, or when it is already at work.
    if (i % 3 === 1) await new Promise((go) => setImmediate(go));
    if (i % 3 === 2) await client.hover(document, { line: 0, character: 0 });
    source.cancel();
    const outcome = await client.alive(answer);
    if (outcome instanceof ResponseError) expect([LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled, LSPErrorCodes.ContentModified]).toContain(outcome.code);
    else expect(outcome).toHaveProperty('kind');
  }
  await settled(client);
  expect(await client.pull(document)).toEqual(await fresh(document.text, undefined, document.uri));
}, 60_000);

const SETTINGS = [{}, { rules: { 'wording-outdated': 'off' } }, { profile: 'draft' }, { profile: 'final' }, { groups: { figure: false } }, { year: 2019 }, { kind: 'department' }, { rules: { 'figure-rate-mismatch': 'hint' }, waitForSentence: false }, null, 'x'] as const;
const INSERTED = ['好', '。', '\n', '\r\n', '97.8%', '“七五”普法', '一、', '（二）', '', '\ud83d'] as const;

test('settings that change while one types, documents closed and opened meanwhile: in the end all is as with a fresh server', async () => {
  const step = fc.record({ what: fc.constantFrom('type', 'type', 'type', 'settings', 'reopen', 'pull', 'cancel', 'choose', 'full'), at: fc.double({ min: 0, max: 1, noNaN: true }), pick: fc.nat(1000) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40, size: 'max' }), async (steps) => {
      const client = await startClient();
      let document = await client.open(FAULTY, { uri: 'file:///reports/turmoil.txt' });
      let settings: unknown;
      for (const { what, at, pick } of steps) {
        const start = Math.floor(at * document.text.length);
        if (what === 'type') await client.change(document, { start, end: Math.min(document.text.length, start + (pick % 5)), text: INSERTED[pick % INSERTED.length] ?? '' });
        if (what === 'settings') await client.changeSettings((settings = SETTINGS[pick % SETTINGS.length]));
        if (what === 'pull') void client.pull(document).catch(() => undefined);
        if (what === 'choose') await client.connection.sendNotification('fazhiReport/choose', { uri: document.uri, kind: pick % 2 === 0 ? 'department' : undefined, year: pick % 3 === 0 ? 2018 : undefined });
        if (what === 'full') {
          document.version++;
          document.text = pick % 2 === 0 ? FAULTY : document.text;
          await change(client, document, [{ text: document.text }]);
        }
        if (what === 'reopen') {
          const { text, uri } = document;
          await client.close(document);
          document = await client.open(text, { uri });
        }
        if (what === 'cancel') {
          const source = new CancellationTokenSource();
          void client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: document.uri } }, source.token).catch(() => undefined);
          source.cancel();
        }
      }
      await client.connection.sendNotification('fazhiReport/choose', { uri: document.uri });
      await client.pull(document);
      // A text that is no report any more asks for no words.
      const isReport = (await client.overview<{ status?: unknown } | null>(document))?.status !== undefined;
      if (isReport) await settled(client);
      expect(await client.pull(document)).toEqual(await fresh(document.text, settings, document.uri));
      client.process.kill('SIGKILL');
    }),
    { numRuns: 8 },
  );
}, 120_000);

test('versions that jump, go back or stay, whole texts and ranges in one change', async () => {
  const client = await startClient();
  const document = await client.open(FAULTY, { uri: 'file:///reports/versions.txt' });
  await client.pull(document);
  const mirror = TextDocument.create(document.uri, 'plaintext', 1, FAULTY);
  for (const [version, contentChanges] of [
    [70, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '好' }, { text: SOUND }, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, text: '' }]],
    [3, [{ text: FAULTY }]],
    [3, [{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: '全年。' }]],
    [1e9, [{ range: { start: { line: 9999, character: 0 }, end: { line: 99_999, character: 5 } }, text: '\n好。' }, { range: { start: { line: 0, character: 9999 }, end: { line: 0, character: 99_999 } }, text: '' }]],
    // What is the wrong way round is turned.
    [1e9 + 1, [{ range: { start: { line: 2, character: 3 }, end: { line: 2, character: 0 } }, text: '' }]],
  ] as const) {
    document.version = version;
    await change(client, document, [...contentChanges]);
    TextDocument.update(mirror, [...contentChanges], version);
    const found = await client.pull(document);
    await settled(client);
    expect(await client.pull(document), String(version)).toEqual(await fresh(mirror.getText(), undefined, document.uri));
    expect(found.length).toBeGreaterThanOrEqual(0);
    expect(await client.overview(document)).toMatchObject({ version });
  }
}, 60_000);

test('a document opened twice is what it was opened with last; one closed twice is closed', async () => {
  const client = await startClient();
  const uri = 'file:///reports/twice.txt';
  const document = await client.open(SOUND, { uri });
  expect(await client.pull(document)).toHaveLength(0);
  await client.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'fazhi-report', version: 1, text: FAULTY } });
  expect(await client.pull(document)).toHaveLength(ALL);
  await client.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'plaintext', version: 1, text: SOUND } });
  expect(await client.pull(document)).toHaveLength(0);
  for (let i = 0; i < 3; i++) await client.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  expect(await client.pull(document)).toHaveLength(0);
  expect(await client.overview(document)).toBeNull();
  document.version = 2;
  await change(client, document, [{ text: FAULTY }]);
  expect(await client.pull(document)).toHaveLength(0);
  const again = await client.open(FAULTY, { uri });
  const { line, character } = positionAt(FAULTY, FAULTY.indexOf('七五'));
  expect(await client.hover(again, { line, character })).toBeDefined();
  expect(await client.pull(again)).toHaveLength(ALL);
});
