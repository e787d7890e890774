// What a client is told while a report is written: new reports, what can be written next, what belongs in a place.
// Must not test which words are offered where beyond one plain report.

import { describe, expect, test } from 'vitest';
import { CompletionRequest, type CompletionItem, type CompletionList } from 'vscode-languageserver-protocol/node';
import { PLAIN, startClient, VS_CODE, type Client, type OpenDocument } from './client.ts';
import { fillIn } from '../support/fill.ts';
import { FAULTY, OTHER, positionAt, rangeOf, SOUND } from './texts.ts';

const NEW = 'fazhiReport/newReport';
const UNIT = 'fazhiReport/checkUnit';
const FILL = 'fazhiReport/fill';
const ANSWERS = { kind: 'township', unit: '松澜镇', year: 2024, layout: 'plain' };
const HEAD = '云溪镇2024年度法治政府建设情况报告\n\n一、主要举措和成效\n\n（一）规范行政执法\n\n开展检查6次。\n\n';
const SNIPPETS = { ...VS_CODE, textDocument: { ...VS_CODE.textDocument, completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } } } };

async function completed(client: Client, { uri }: OpenDocument, text: string, at = text.length): Promise<CompletionList | null> {
  return client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position: positionAt(text, at) }) as Promise<CompletionList | null>;
}
const labels = (list: CompletionList | null): string[] => list?.items.map(({ label }) => label) ?? [];
const newTextOf = ({ textEdit }: CompletionItem): string => textEdit?.newText ?? '';

describe('a new report', () => {
  test('comes with its places, the language and a name, and is sound once they are filled in', async () => {
    const client = await startClient();
    for (const layout of ['plain', 'markdown']) {
      const draft = await client.connection.sendRequest<{ text: string; language: string; name: string }>(NEW, { ...ANSWERS, layout });
      expect(draft).toMatchObject({ language: 'fazhi-report', name: `松澜镇2024年度法治政府建设情况报告.${layout === 'plain' ? 'txt' : 'md'}` });
      const document = await client.open(fillIn(draft.text, 2024), { uri: `untitled:${draft.name}`, language: draft.language });
      expect(await client.pull(document)).toEqual([]);
    }
  });

  test('is not to be had for answers that make none, and the server goes on', async () => {
    const client = await startClient();
    expect(await client.connection.sendRequest(NEW, { ...ANSWERS, unit: '。' })).toBeNull();
    for (const params of [null, {}, { ...ANSWERS, unit: 7 }, { ...ANSWERS, unit: undefined }, { ...ANSWERS, year: '2024' }, { ...ANSWERS, kind: 'village' }, { ...ANSWERS, layout: 'word' }]) expect(await client.connection.sendRequest(NEW, params), JSON.stringify(params)).toBeNull();
    for (const params of [undefined, []]) await client.connection.sendRequest(NEW, params).catch(() => undefined);
    expect(await client.connection.sendRequest(NEW, ANSWERS)).not.toBeNull();
  });

  test('asks for a name that is one', async () => {
    const client = await startClient();
    expect(await client.connection.sendRequest(UNIT, { kind: 'township', unit: '松澜镇' })).toBeNull();
    expect(await client.connection.sendRequest(UNIT, { kind: 'township', unit: '' })).toEqual({ refused: true, reason: 'empty' });
    for (const params of [null, {}, { kind: 'township' }, { kind: 'township', unit: 7 }, { kind: 'village', unit: '松澜镇' }, { unit: '松澜镇' }]) expect(await client.connection.sendRequest(UNIT, params), JSON.stringify(params)).toBeNull();
    expect(await client.connection.sendRequest(UNIT, { kind: 'township', unit: '临岚县司法局' })).toEqual({ refused: false, reason: 'kind', shows: 'department' });
  });
});

describe('completion', () => {
  test('offers parts as snippets, numbered, with what they will write, and is asked anew', async () => {
    const client = await startClient({ capabilities: SNIPPETS });
    const text = `${HEAD}二`;
    const list = await completed(client, await client.open(text, { language: 'fazhi-report' }), text);
    expect(list?.isIncomplete).toBe(true);
    const item = list?.items.find(({ label }) => label === '二、存在的不足和原因');
    expect(item).toMatchObject({ filterText: '二', insertTextFormat: 2, insertTextMode: 1, labelDetails: { description: 'bzyy' }, documentation: expect.stringContaining('一是【写明具体不足】') as unknown });
    expect(item).not.toHaveProperty('commitCharacters');
    expect(item && newTextOf(item)).toBe('二、存在的不足和原因\n\n一是${1:【写明具体不足】}。主要原因是${2:【写明原因】}。\n\n二是${3:【写明具体不足】}。主要原因是${4:【写明原因】}。');
  });

  test('gives a client without snippets the same text with its places shown', async () => {
    const client = await startClient({ capabilities: PLAIN });
    const text = `${HEAD}bz`;
    const [item] = (await completed(client, await client.open(text, { language: 'fazhi-report' }), text))?.items ?? [];
    expect(item).not.toHaveProperty('insertTextFormat');
    expect(item && newTextOf(item)).toContain('一是【写明具体不足】');
  });

  test('moves on the numbers behind', async () => {
    const client = await startClient({ capabilities: SNIPPETS });
    const text = `${HEAD}bz\n\n二、2025年工作安排\n\n充实力量。\n`;
    const [item] = (await completed(client, await client.open(text, { language: 'fazhi-report' }), text, HEAD.length + 2))?.items ?? [];
    expect(item?.additionalTextEdits).toEqual([{ range: rangeOf(text, '二、'), newText: '三、' }]);
  });

  test('computes a rate', async () => {
    const client = await startClient({ capabilities: SNIPPETS });
    const text = `${HEAD}全年受理案件250件，结案242件，结案率`;
    const list = await completed(client, await client.open(text), text);
    expect(list?.items.map(newTextOf)).toEqual(['结案率96.8%']);
    expect(list?.items[0]?.labelDetails?.description).toBe('242÷250＝96.80%');
  });

  test('leaves names to an editor that answers them itself, but for reports of our own language', async () => {
    const client = await startClient({ capabilities: SNIPPETS, initializationOptions: { snippets: true } });
    const text = `${HEAD}bz`;
    for (const language of ['markdown', 'plaintext']) expect(labels(await completed(client, await client.open(text, { language }), text)), language).toEqual([]);
    expect(labels(await completed(client, await client.open(text, { language: 'fazhi-report' }), text))).toEqual(['二、存在的不足和原因']);
    const begun = `${HEAD}二、`;
    expect(labels(await completed(client, await client.open(begun, { language: 'markdown' }), begun))).toContain('二、存在的不足和原因');
  });

  test('is silent in running text and in what is no report', async () => {
    const client = await startClient({ capabilities: SNIPPETS });
    const text = `${HEAD}全镇扎实推进，调解`;
    expect(await completed(client, await client.open(text, { language: 'fazhi-report' }), text)).toBeNull();
    expect(await completed(client, await client.open(`${OTHER}二、`), `${OTHER}二、`)).toBeNull();
  });
});

test('the place of a rate is filled in for the version asked about, nothing else', async () => {
  const client = await startClient();
  const text = `${HEAD}全年受理案件250件，结案242件，结案率【比率】%。`;
  const document = await client.open(text);
  const ask = (range: unknown, uri = document.uri): Promise<unknown> => client.connection.sendRequest(FILL, { uri, range });
  expect(await ask(rangeOf(text, '【比率】'))).toEqual({ version: 1, text: '96.8' });
  expect(await ask(rangeOf(text, '结案242件'))).toBeNull();
  expect(await ask(rangeOf(text, '【比率】'), 'file:///nowhere.txt')).toBeNull();
  for (const params of [undefined, null, {}, { uri: document.uri }, { uri: 7, range: 7 }]) await client.connection.sendRequest(FILL, params).catch(() => undefined);
  await client.replace(document, '242', '250');
  expect(await ask(rangeOf(text, '【比率】'))).toEqual({ version: 2, text: '100' });
  expect((await client.pull(await client.open(SOUND))).length).toBe(0);
  expect((await client.pull(await client.open(FAULTY))).length).toBeGreaterThan(0);
});
