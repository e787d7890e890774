// What no well-behaved editor sends, and what some do all the same: the server answers, or says why not, and goes on.
// Must not depend on how the protocol library words an error.

import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, DocumentDiagnosticRequest, DocumentSymbolRequest, LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol/node';
import { Client, startClient, type OpenDocument } from './client.ts';
import { FAULTY, FAULTY_FINDINGS, rangeOf, SOUND, textIn } from './texts.ts';

const ALL = FAULTY_FINDINGS.map(({ words }): string => words);

/** The server still does its work: it reads a new report and finds what there is to find. */
async function expectAlive(client: Client): Promise<void> {
  const document = await client.open(FAULTY);
  expect((await client.pull(document)).map(({ range }) => textIn(FAULTY, range))).toEqual(ALL);
  await client.close(document);
}

/** Every request there is; the answers are not looked at. */
async function askEverything(client: Client, document: OpenDocument): Promise<void> {
  const all = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };
  await Promise.all([
    client.pull(document),
    client.actions(document, all),
    client.actions(document, all, ['source.fixAll.fazhiReport']),
    client.hover(document, { line: 0, character: 0 }),
    client.symbols(document),
    client.folds(document),
    client.hints(document, all),
    // Where there is no number, this is refused.
    client.prepareRename(document, { line: 0, character: 0 }).catch(() => undefined),
    client.rename(document, { line: 0, character: 0 }, '7').catch(() => undefined),
    client.overview(document, 'structure', 'problems', 'figures'),
    client.own('fazhiReport/diagnose', document),
    client.lenses(document),
    client.tokens(document),
    client.own('fazhiReport/figuresCsv', document),
  ]);
}

/** A report of at least so many characters, all of its paragraphs different. */
function longReport(length: number): string {
  const paragraphs = [SOUND];
  for (let size = SOUND.length, i = 1; size < length; i++) {
    const paragraph = `全年受理调解纠纷${1000 + i}起，成功调解${900 + i}起，开展“八五”普法宣传${i}场，审查合同${i}份，落实各项工作部署，群众满意度不断提升。`;
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return `${paragraphs.join('\n\n')}\n`;
}

describe('cancelling', () => {
  test.each([['a short report', FAULTY], ['a long report', longReport(1_000_000)]])('at once is answered, with a result or as cancelled: %s', async (_name, text) => {
    const client = await startClient({ settings: { maxCharacters: 2_000_000 } });
    const document = await client.open(text);
    for (const type of [DocumentDiagnosticRequest.type, DocumentSymbolRequest.type] as const) {
      const source = new CancellationTokenSource();
      const answer = client.connection.sendRequest(type as typeof DocumentSymbolRequest.type, { textDocument: { uri: document.uri } }, source.token);
      source.cancel();
      const outcome = await answer.catch((error: unknown) => error);
      if (outcome instanceof ResponseError) expect([LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled]).toContain(outcome.code);
      else expect(outcome).not.toBeInstanceOf(Error);
    }
    await expectAlive(client);
  });

  test('while typing goes on answers for the last version', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const answers: Promise<unknown>[] = [];
    for (let i = 0; i < 50; i++) {
      await client.change(document, { start: document.text.length, end: document.text.length, text: '好' });
      const source = new CancellationTokenSource();
      answers.push(client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: document.uri } }, source.token).catch((error: unknown) => error));
      source.cancel();
    }
    expect(await Promise.all(answers)).toHaveLength(50);
    expect((await client.pull(document)).map(({ range }) => textIn(document.text, range))).toEqual(ALL);
  });
});

/** Frames a body as the protocol does. */
const framed = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe('malformed messages', () => {
  const bodies: readonly (readonly [string, string])[] = [
    ['no JSON', 'this is no JSON'],
    ['half an object', '{"jsonrpc":"2.0","id":1,'],
    ['an empty body', ''],
    ['null', 'null'],
    ['a number', '42'],
    ['an empty batch', '[]'],
    ['an object of nothing', '{}'],
    ['an answer to nothing', '{"jsonrpc":"2.0","id":9999,"result":null}'],
    ['an error without a code', '{"jsonrpc":"2.0","id":9998,"error":{}}'],
    ['a method that is a number', '{"jsonrpc":"2.0","id":9997,"method":7}'],
    ['bytes that are no UTF-8', '\u00ff'],
  ];

  test.each(bodies)('%s does not end the server', async (_name, body) => {
    const client = await startClient();
    client.process.stdin?.write(framed(body));
    await expectAlive(client);
    expect(await client.shutdown()).toBe(0);
  });

  test('a header that is none cannot be recovered from, but ends without a crash', async () => {
    for (const header of ['garbage\r\n\r\n', 'Content-Length: x\r\n\r\n', 'Content-Length: -5\r\n\r\n', '\r\n\r\n', '\0\0\0\0']) {
      const client = new Client({});
      client.process.stdin?.end(header);
      expect(await client.ended, header).toBe(1);
      expect(client.stderr.join(''), header).toBe('');
    }
  });

  test('a header of other fields is passed over', async () => {
    const client = await startClient();
    const body = JSON.stringify({ jsonrpc: '2.0', method: '$/setTrace', params: { value: 'off' } });
    client.process.stdin?.write(`Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    await expectAlive(client);
  });
});

describe('unknown and wrong requests', () => {
  test('are refused one by one', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const { uri } = document;
    const wrong: readonly (readonly [string, unknown])[] = [
      ['textDocument/unheardOf', { textDocument: { uri } }],
      ['$/unheardOf', {}],
      ['workspace/executeCommand', { command: 'x' }],
      ['textDocument/hover', null],
      ['textDocument/hover', {}],
      ['textDocument/hover', { textDocument: null, position: null }],
      ['textDocument/hover', { textDocument: { uri }, position: null }],
      ['textDocument/hover', { textDocument: { uri }, position: { line: 'x' } }],
      ['textDocument/diagnostic', { textDocument: {} }],
      ['textDocument/codeAction', { textDocument: { uri } }],
      ['textDocument/codeAction', { textDocument: { uri }, range: {}, context: {} }],
      ['textDocument/documentSymbol', [1, 2, 3]],
      ['textDocument/foldingRange', { textDocument: { uri: 7 } }],
      ['initialize', { processId: null, rootUri: null, capabilities: {} }],
    ];
    for (const [method, params] of wrong) {
      // Whatever the answer is, there is one.
      await client.alive(client.connection.sendRequest(method, params)).catch((error: unknown) => expect(error, method).toBeInstanceOf(ResponseError));
      await expectAlive(client);
    }
    await expect(client.connection.sendRequest('textDocument/unheardOf', {})).rejects.toMatchObject({ code: -32601 });
  });

  test('as notifications are passed over', async () => {
    const client = await startClient();
    const uri = 'file:///reports/never-opened.txt';
    const wrong: readonly (readonly [string, unknown])[] = [
      ['textDocument/unheardOf', {}],
      ['$/unheardOf', {}],
      ['textDocument/didOpen', {}],
      ['textDocument/didOpen', { textDocument: { uri, languageId: 7, version: 'x' } }],
      ['textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text: null } }],
      ['textDocument/didChange', { textDocument: { uri: 'file:///reports/unknown.txt', version: 2 }, contentChanges: [{ text: 'x' }] }],
      ['textDocument/didChange', {}],
      ['textDocument/didChange', { textDocument: { uri, version: 3 }, contentChanges: [{ range: {}, text: 'x' }] }],
      ['textDocument/didClose', {}],
      ['textDocument/didClose', { textDocument: { uri: 'file:///reports/unknown.txt' } }],
      ['workspace/didChangeConfiguration', null],
      ['$/cancelRequest', { id: 123_456 }],
      ['$/cancelRequest', null],
      ['$/setTrace', { value: 7 }],
    ];
    for (const [method, params] of wrong) {
      await client.connection.sendNotification(method, params);
      await expectAlive(client);
    }
    expect(await client.shutdown()).toBe(0);
  });

  test('about documents that are not open have no answer', async () => {
    const client = await startClient();
    const nowhere = { uri: 'file:///reports/nowhere.txt', version: 1, text: '' };
    expect(await client.pull(nowhere)).toEqual([]);
    expect(await client.symbols(nowhere)).toEqual([]);
    expect(await client.hover(nowhere, { line: 0, character: 0 })).toBeUndefined();
  });
});

describe('odd texts', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['empty', ''],
    ['a line break', '\n'],
    ['blanks', ' \t\u3000\r\n\r'],
    ['NUL', '\0'],
    ['NUL everywhere', [...FAULTY].join('\0')],
    ['a lone high surrogate', FAULTY.replace('全年', '全年\ud842')],
    ['a lone low surrogate', FAULTY.replace('法制副校长', '\udfb7法制副校长')],
    ['surrogates alone', '\ud842\udfb7\udfb7\ud842'],
    ['byte order marks', `\ufeff\ufeff${FAULTY}`],
    ['controls of direction', FAULTY.replace('全年', '\u202e全年\u202c')],
    ['nothing but a title', '云汀镇2024年度法治政府建设情况报告'],
    ['headings alone', '一、\n（一）\n1.\n（1）\n二、\n'],
    ['headings backwards', '云汀镇2024年度法治政府建设情况报告\n\n（1）甲\n1.乙\n（一）丙\n九十九、丁\n0、戊\n'],
    ['an endless number', `云汀镇2024年度法治政府建设情况报告\n\n受理纠纷${'9'.repeat(5000)}起，调解成功1起，调解成功率${'9'.repeat(400)}%。`],
    ['a zero below the line', '云汀镇2024年度法治政府建设情况报告\n\n受理调解纠纷0起，成功调解0起，调解成功率100%。'],
    ['brackets that never close', `云汀镇2024年度法治政府建设情况报告\n\n${'《（“'.repeat(3000)}`],
    ['an open comment', `<!-- ${FAULTY}`],
    ['an open front matter', `---\n${FAULTY}`],
    ['names of Object', '__proto__ constructor 云汀镇2024年度法治政府建设情况报告\n\n__proto__\n\nconstructor\n'],
  ];

  test.each(texts)('%s', async (_name, text) => {
    const client = await startClient();
    for (const language of ['plaintext', 'fazhi-report']) {
      const document = await client.open(text, { language });
      await askEverything(client, document);
      await client.change(document, { start: 0, end: 0, text: '好' });
      await askEverything(client, document);
      for (const { message } of await client.pull(document)) expect(message).not.toContain('没有查完');
      await client.close(document);
    }
    await expectAlive(client);
    expect(client.stderr.join('')).toBe('');
  });

  test('a byte order mark moves nothing', async () => {
    const client = await startClient();
    const text = `\ufeff${FAULTY}`;
    const found = await client.pull(await client.open(text));
    expect(found.map(({ range }) => textIn(text, range))).toEqual(ALL);
    expect(found.slice(1).map(({ range }) => range)).toEqual(FAULTY_FINDINGS.slice(1).map(({ words }) => rangeOf(FAULTY, words)));
  });

  test('a NUL in a paragraph hides nothing in the others', async () => {
    const client = await startClient();
    const text = FAULTY.replace('全年', '全\0年');
    expect((await client.pull(await client.open(text))).map(({ range }) => textIn(text, range))).toEqual(ALL);
  });

  // Where time is measured a test is asked again, since a busy machine may be slow once.
  test('a megabyte is answered for where it is allowed, and typing in it stays quick', { retry: 2 }, async () => {
    const client = await startClient({ settings: { maxCharacters: 2_000_000 } });
    const text = longReport(1_000_000).replace('审查合同700份', '聘请法制副校长3名');
    const document = await client.open(text);
    expect((await client.pull(document)).map(({ range }) => textIn(text, range))).toContain('法制副校长');
    await askEverything(client, document);
    const started = performance.now();
    for (let i = 0; i < 5; i++) {
      await client.change(document, { start: 0, end: 0, text: '\n' });
      await client.pull(document);
    }
    // Generous, so that only something of another order fails: rereading everything takes many seconds.
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('a megabyte in one line is answered for where it is allowed', async () => {
    const client = await startClient({ settings: { maxCharacters: 2_000_000 } });
    const document = await client.open(`云汀镇2024年度法治政府建设情况报告\n\n${longReport(1_000_000).replaceAll('\n', '')}`);
    await askEverything(client, document);
  });

  test('a megabyte that is no report costs nothing', { retry: 2 }, async () => {
    const client = await startClient();
    const document = await client.open('今日天气晴，微风，最高气温25度。\n'.repeat(60_000));
    await client.pull(document);
    const started = performance.now();
    for (let i = 0; i < 20; i++) await client.pull(document);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

test('fifty documents open at once each get their own answers', async () => {
  const client = await startClient();
  const documents = await Promise.all(
    Array.from({ length: 50 }, (_, i) => client.open(i % 2 === 0 ? FAULTY.replaceAll('云汀', `云汀${'镇'.repeat(i % 7)}`) : SOUND)),
  );
  const pulled = await Promise.all(documents.map((document) => client.pull(document)));
  documents.forEach((document, i) => {
    expect((pulled[i] ?? []).length).toBe(i % 2 === 0 ? ALL.length : 0);
    for (const { range, relatedInformation = [] } of pulled[i] ?? []) {
      expect(textIn(document.text, range)).not.toBe('');
      for (const { location } of relatedInformation) expect(location.uri).toBe(document.uri);
    }
  });
  const symbols = await Promise.all(documents.map((document) => client.symbols(document)));
  expect(symbols.map((list) => list.length)).toEqual(documents.map((_, i) => (i % 2 === 0 ? 3 : 4)));
  for (const document of documents) await client.close(document);
  await expectAlive(client);
});
