// Every request with every part of its parameters wrong in every way: each is answered, with a result or as an error that
// says what is wrong with it, and the server goes on. Must not know what right answers are.

import { expect, test } from 'vitest';
import { ResponseError } from 'vscode-languageserver-protocol/node';
import { startClient } from './client.ts';
import { FAULTY, FAULTY_FINDINGS } from './texts.ts';

const INVALID_PARAMS = -32602;
const REQUEST_FAILED = -32803;

const uri = 'file:///reports/params.txt';
const document = { textDocument: { uri } };
const position = { line: 4, character: 3 };
const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 3 } };

/** Right parameters of every request the server answers. */
const REQUESTS: Readonly<Record<string, object>> = {
  'textDocument/diagnostic': document,
  'textDocument/hover': { ...document, position },
  'textDocument/completion': { ...document, position },
  'textDocument/documentSymbol': document,
  'textDocument/foldingRange': document,
  'textDocument/selectionRange': { ...document, positions: [position] },
  'textDocument/codeAction': { ...document, range, context: { diagnostics: [], only: ['quickfix'] } },
  'textDocument/codeLens': document,
  'textDocument/inlayHint': { ...document, range },
  'textDocument/formatting': { ...document, options: { tabSize: 4, insertSpaces: true } },
  'textDocument/rangeFormatting': { ...document, range, options: { tabSize: 4, insertSpaces: true } },
  'textDocument/prepareRename': { ...document, position },
  'textDocument/rename': { ...document, position, newName: '7' },
  'textDocument/semanticTokens/full': document,
  'textDocument/semanticTokens/full/delta': { ...document, previousResultId: '1' },
  'textDocument/semanticTokens/range': { ...document, range },
  'workspace/symbol': { query: '工作' },
  'fazhiReport/overview': { uri, parts: ['structure', 'problems', 'figures', 'pages'] },
  'fazhiReport/exportWord': { uri },
  'fazhiReport/figuresCsv': { uri },
  'fazhiReport/reviewSheet': { uri, format: 'csv' },
  'fazhiReport/reportFiles': { uri: 'file:///reports' },
  'fazhiReport/reviewFile': { uri, name: 'a.txt' },
  'fazhiReport/reviewTable': { files: [{ name: 'a.txt', review: { title: '甲', issuer: '甲', year: 2024, kind: '乙', findings: [{ rule: 'a', title: '甲', severity: 'error' }], checklist: [{ kind: 'part', name: '甲', standing: 'absent' }], figures: [] } }], format: 'html' },
  'fazhiReport/decide': { uri, decision: 'here', rule: 'figure-rate-mismatch', range, message: '' },
  'fazhiReport/insert': { uri, parts: ['problems'] },
  'fazhiReport/fillFromLedger': { uri },
  'fazhiReport/ledgerChanges': { uri },
  'fazhiReport/writeLedger': { uri, changes: [0] },
  'fazhiReport/diagnose': { uri },
  'fazhiReport/importWord': { name: 'a.docx', bytes: '', layout: 'plain' },
  'fazhiReport/newReport': { kind: 'township', unit: '松澜镇', year: 2025, layout: 'plain' },
  'fazhiReport/checkUnit': { kind: 'township', unit: '松澜镇' },
  'fazhiReport/fill': { uri, range },
};

/** And of every notification. */
const NOTIFICATIONS: Readonly<Record<string, object>> = {
  'fazhiReport/cursor': { uri, position, typing: true },
  'fazhiReport/choose': { uri, kind: 'township', year: 2024, profile: 'draft' },
  'workspace/didChangeConfiguration': { settings: { fazhiReport: { rules: {} } } },
  'workspace/didChangeWatchedFiles': { changes: [{ uri: 'file:///reports/.fazhi-report.json', type: 2 }] },
  'workspace/didChangeWorkspaceFolders': { event: { added: [{ uri: 'file:///reports', name: 'reports' }], removed: [] } },
  '$/setTrace': { value: 'off' },
};

const WRONG: readonly unknown[] = [undefined, null, true, 0, -1, 0.5, 1e15, '', 'x', '\ud800', 'file:///nowhere.txt', [], [null], {}, { x: 1 }, [[[]]]];

/** The value with one of its parts replaced, for every part and every wrong value; the whole first. */
function* spoiled(value: unknown): Generator<unknown> {
  for (const wrong of WRONG) yield wrong;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const wrong of spoiled(item)) yield value.with(index, wrong);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) for (const wrong of spoiled(item)) yield { ...value, [key]: wrong };
  }
}

test.each(Object.entries(REQUESTS))('%s', async (method, right) => {
  const client = await startClient();
  await client.open(FAULTY, { uri });
  for (const params of spoiled(right)) {
    const sent = JSON.stringify(params) ?? 'nothing';
    // The library sends null for nothing, and a list as positional parameters.
    const answer = await client.alive(client.connection.sendRequest(method, params)).catch((error: unknown) => error);
    if (!(answer instanceof Error)) continue;
    expect(answer, sent).toBeInstanceOf(ResponseError);
    const { code, message } = answer as ResponseError<unknown>;
    expect([INVALID_PARAMS, REQUEST_FAILED], `${sent}: ${message}`).toContain(code);
    expect(message, sent).not.toMatch(/Cannot|undefined|is not|TypeError/u);
  }
  const alive = await client.open(FAULTY);
  expect(await client.pull(alive)).toHaveLength(FAULTY_FINDINGS.length);
  expect(client.stderr.join('')).toBe('');
});

test.each(Object.entries(NOTIFICATIONS))('%s', async (method, right) => {
  const client = await startClient({ initializationOptions: { cursor: true, commands: true } });
  for (const params of spoiled(right)) await client.connection.sendNotification(method, params);
  await client.changeSettings({});
  const document = await client.open(FAULTY);
  expect(await client.pull(document)).toHaveLength(FAULTY_FINDINGS.length);
  expect(client.stderr.join('')).toBe('');
  // What the library itself refuses it says in one line.
  expect(client.logs.filter((line) => /error|cannot|unhandled/iu.test(line) && !line.startsWith(`Notification handler '${method}' failed`))).toEqual([]);
});

test('the start', async () => {
  const right = { choices: { [uri]: { kind: 'township', year: 2024, profile: 'draft' } }, pages: 'file:///pages', commands: true, cursor: true, snippets: true };
  // A server is started for each, so only some are tried.
  for (const [index, initializationOptions] of [...spoiled(right)].entries()) {
    if (index % 16 !== 0) continue;
    const sent = JSON.stringify(initializationOptions) ?? 'nothing';
    const client = await startClient({ initializationOptions: initializationOptions ?? null });
    expect(await client.pull(await client.open(FAULTY)), sent).toHaveLength(FAULTY_FINDINGS.length);
    expect(client.stderr.join('')).toBe('');
    client.process.kill('SIGKILL');
  }
}, 120_000);

test('names of documents that are none', async () => {
  const client = await startClient();
  for (const uri of ['', 'x', '/no/scheme.txt', 'file:', 'file://', 'file:///', 'file:///a%zz.txt', 'file:///a%2Fb.txt', 'file:///%E4%B8', 'file://host/share/a.txt', 'file:///\0.txt', 'untitled:无标题-1', 'untitled:', 'vscode-vfs://github/a/b.txt', 'http://[::1', 'FILE:///A.TXT', `file:///${'长'.repeat(5000)}.txt`, 'file:///.fazhi-report.json', '%', '../..', '__proto__', 'constructor']) {
    const document = await client.open(FAULTY, { uri });
    // A workspace file is read as one, and a report is none.
    if (uri.endsWith('/.fazhi-report.json')) expect(await client.pull(document)).not.toEqual([]);
    else expect(await client.pull(document), uri).toHaveLength(FAULTY_FINDINGS.length);
    await client.actions(document, range);
    await client.overview(document, 'structure', 'problems', 'figures');
    await client.own('fazhiReport/diagnose', document);
    await client.close(document);
  }
  expect(client.stderr.join('')).toBe('');
  expect(client.logs.filter((line) => /error|cannot/iu.test(line))).toEqual([]);
});
