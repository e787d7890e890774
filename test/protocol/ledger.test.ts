// The ledger of figures over the wire: found and watched, told by findings, hover, view and diagnosis; its own faults; what is
// filled in from it and put into it. Must not test what is one quantity.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { CodeActionRequest, DidChangeWatchedFilesNotification, HoverRequest, type CodeAction, type MarkupContent, type WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { ROOT, temporaryFolder } from '../support/process.ts';
import { PLAIN, startClient, type Client, type ClientOptions, type OpenDocument } from './client.ts';
import { rangeOf } from './texts.ts';

const REPORT = `云溪镇2025年度法治政府建设情况报告
一、主要举措和成效
（一）化解矛盾纠纷
全年受理调解矛盾纠纷231起，成功调解【调解成功数】起，调解成功率97.8%。
`;
const HEAD = '名称,数值,单位,期间,来源';
const LEDGER = `${HEAD}\n受理调解矛盾纠纷,232,起,2025年,司法所\n成功调解,227,起,2025年,司法所\n调解成功率,97.83,%,2025年,司法所\n办理行政处罚案件,12,件,2025年,综合执法队\n`;
const RULE = 'figure-ledger';

const ask = <T>(client: Client, method: string, params: object): Promise<T> => client.alive(client.connection.sendRequest<T>(method, params));
const problems = async (client: Client, document: OpenDocument): Promise<readonly string[]> => (await client.pull(document)).filter(({ code }) => code === RULE).map(({ message, severity }) => `${severity} ${/台账是(.*?)（/u.exec(String(message))?.[1]}`);
const bytesOf = (text: string): Buffer => Buffer.from(text);

/** A folder with these files; the report is open. */
async function place(files: Readonly<Record<string, string | Buffer>>, { report = REPORT, now = '云溪镇.txt', ...options }: ClientOptions & { report?: string; now?: string } = {}) {
  const folder = temporaryFolder();
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).toString();
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  const client = await startClient({ folders: [pathToFileURL(folder).toString()], ...options });
  const change = (name: string, type: 1 | 2 | 3): Promise<void> => client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uriOf(name), type }] });
  return { client, document: await client.open(report, { uri: uriOf(now) }), uriOf, write, change, text: (name: string) => readFileSync(path.join(folder, name)) };
}

describe('a ledger', () => {
  test.each<[string, Record<string, string | Buffer>, string?]>([
    ['beside the report', { '数据.csv': LEDGER }],
    ['above it, in UTF-8 with a mark and with semicolons', { '数据.csv': `\ufeff${LEDGER.replaceAll(',', ';')}` }, '2025/送审/云溪镇.txt'],
    ['in GB18030', { '数据.csv': iconv.encode(LEDGER, 'gb18030') }],
    ['in UTF-16 with tabs', { '数据.csv': Buffer.from(`\ufeff${LEDGER.replaceAll(',', '\t')}`, 'utf16le') }],
    ['that is a workbook', { '数据.xlsx': readFileSync(path.join(ROOT, 'test/word/fixtures/ledger.xlsx')) }],
    ['that the workspace file names', { '表/a.csv': LEDGER, '数据.csv': HEAD, '.fazhi-report.json': '{ "ledger": "表/a.csv" }' }],
    ['that is the nearest', { '2025/数据.csv': LEDGER, '数据.csv': LEDGER.replace('232', '231') }, '2025/云溪镇.txt'],
  ])('%s is held against it', async (_, files, now = '云溪镇.txt') => {
    const { client, document } = await place(files, { now });
    expect(await problems(client, document)).toEqual(['2 232起']);
  });

  test('is not looked for outside of the workspace', async () => {
    const { client, document } = await place({ '数据.csv': LEDGER }, { now: '2025/云溪镇.txt', folders: [] });
    expect(await problems(client, document)).toEqual([]);
  });

  test('counts as it was written last, and as it stands in an editor', async () => {
    const { client, document, write, change, uriOf } = await place({});
    expect(await problems(client, document)).toEqual([]);
    write('数据.csv', LEDGER);
    await change('数据.csv', 1);
    expect(await problems(client, document)).toEqual(['2 232起']);
    const open = await client.open(LEDGER.replace('232', '240'), { uri: uriOf('数据.csv'), language: 'csv' });
    expect(await problems(client, document)).toEqual(['2 240起']);
    client.close(open);
    expect(await problems(client, document)).toEqual(['2 232起']);
    write('数据.csv', LEDGER.replace('232', '231'));
    await change('数据.csv', 2);
    expect(await problems(client, document)).toEqual([]);
  });

  test('tells what is wrong in it where it is open, and in the diagnosis', async () => {
    const faulty = `${HEAD}\n受理调解矛盾纠纷,很多,起,2025年,\n成功调解,227,桶,2025年,\n`;
    const { client, document, uriOf } = await place({ '数据.csv': faulty, '别的台账.csv': '甲,乙\n' });
    const open = await client.open(faulty, { uri: uriOf('数据.csv'), language: 'csv' });
    expect(await client.pull(open)).toMatchObject([
      { range: rangeOf(faulty, '很多'), message: expect.stringContaining('不是一个数') as unknown },
      { range: rangeOf(faulty, '桶'), message: expect.stringContaining('认不出来') as unknown },
    ]);
    const diagnosis = await ask<{ ledger: { entries: number; problems: readonly string[] } }>(client, 'fazhiReport/diagnose', { uri: document.uri });
    expect(diagnosis.ledger).toMatchObject({ uri: uriOf('数据.csv'), entries: 0, problems: [expect.stringMatching(/^第2行：/u), expect.stringMatching(/^第3行：/u)] });
    const other = await client.open('甲,乙\n', { uri: uriOf('别的台账.csv'), language: 'csv' });
    expect(await client.pull(other)).toEqual([]);
  });

  test('that is named and is not there, or is called otherwise, is told in the workspace file', async () => {
    const config = '{ "ledger": "没有.csv" }';
    const { client, uriOf } = await place({ '.fazhi-report.json': config });
    const file = await client.open(config, { uri: uriOf('.fazhi-report.json'), language: 'json' });
    expect(await client.pull(file)).toMatchObject([{ range: rangeOf(config, '"没有.csv"'), message: expect.stringContaining('没有这个文件') as unknown }]);
  });

  test('is refused where it is a bomb or no table, and the report is checked all the same', async () => {
    for (const bytes of [Buffer.alloc(11_000_000, 'a,'), Buffer.from('PK\u0003\u0004 no archive'), Buffer.from([0x81, 0xff, 0x00])]) {
      const { client, document } = await place({ '数据.csv': bytes });
      expect(await problems(client, document)).toEqual([]);
      const { ledger } = await ask<{ ledger: { problems: readonly string[] } }>(client, 'fazhiReport/diagnose', { uri: document.uri });
      expect(ledger.problems).toHaveLength(1);
    }
  }, 60_000);
});

describe('a figure that it knows', () => {
  test('has a finding with the row, a fix, a hover that leads there, and a mark in the view', async () => {
    const { client, document, uriOf } = await place({ '数据.csv': LEDGER });
    const [found] = (await client.pull(document)).filter(({ code }) => code === RULE);
    expect(found).toMatchObject({ range: rangeOf(REPORT, '231起'), severity: 2, relatedInformation: [{ location: { uri: uriOf('数据.csv'), range: rangeOf(LEDGER, '受理调解矛盾纠纷') } }] });
    const actions = await client.connection.sendRequest(CodeActionRequest.type, { textDocument: document, range: rangeOf(REPORT, '231起'), context: { diagnostics: [] } });
    expect((actions as CodeAction[]).map(({ title }) => title)).toContain('改为台账的232起');
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: document, position: rangeOf(REPORT, '231起').start });
    const { value } = hover?.contents as MarkupContent;
    expect(value).toContain('数据台账：**受理调解矛盾纠纷 232起**，和这里**不一样**');
    expect(value).toContain(`来源：司法所　[数据\\.csv 第2行](${uriOf('数据.csv')}#L2,1)`);
    const { figures } = await ask<{ figures: unknown }>(client, 'fazhiReport/overview', { uri: document.uri, parts: ['figures'] });
    expect(JSON.stringify(figures)).toContain('"ledger":{"text":"232起","agrees":false,"row":2,"file":"数据.csv","source":"司法所"}');
    expect(JSON.stringify(figures)).toContain('"ledger":{"text":"97.83%","agrees":true');
  });
});

describe('filling in', () => {
  test('is one edit, all of which waits for consent, and names what is left', async () => {
    const { client, document } = await place({ '数据.csv': LEDGER });
    const answer = await ask<{ ledger: string; count: number; unmentioned: readonly string[]; edit: WorkspaceEdit }>(client, 'fazhiReport/fillFromLedger', { uri: document.uri });
    expect(answer).toMatchObject({ ledger: '数据.csv', count: 2, unmentioned: ['办理行政处罚案件 12件'] });
    expect(answer.edit.documentChanges).toMatchObject([{ textDocument: { uri: document.uri, version: 1 }, edits: [{ range: rangeOf(REPORT, '231'), newText: '232', annotationId: 'value' }, { range: rangeOf(REPORT, '【调解成功数】'), newText: '227', annotationId: 'place' }] }]);
    expect(Object.values(answer.edit.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation)).toEqual([true, true]);
  });

  test('changes nothing without a ledger, without a report, and for a client that could not show it', async () => {
    const { client, document, uriOf } = await place({});
    expect(await ask(client, 'fazhiReport/fillFromLedger', { uri: document.uri })).toEqual({ ledger: null, count: 0, unmentioned: [] });
    const note = await client.open('记一笔', { uri: uriOf('笔记.txt') });
    expect(await ask(client, 'fazhiReport/fillFromLedger', { uri: note.uri })).toBeNull();
    const plain = await place({ '数据.csv': LEDGER }, { capabilities: { ...PLAIN, workspace: { workspaceEdit: { documentChanges: true } } } });
    expect(await ask(plain.client, 'fazhiReport/fillFromLedger', { uri: plain.document.uri })).not.toHaveProperty('edit');
  });
});

describe('writing', () => {
  interface Proposal { readonly file: string | null; readonly name: string; readonly isNew: boolean; readonly workbook?: string; readonly changes: readonly { readonly kind: string; readonly name: string; readonly text: string; readonly before?: string }[] }
  const proposal = (client: Client, { uri }: OpenDocument): Promise<Proposal> => ask(client, 'fazhiReport/ledgerChanges', { uri });
  const written = async (client: Client, { uri }: OpenDocument, changes: readonly number[]): Promise<{ file: string; bytes: Buffer } | null> => {
    const answer = await ask<{ file: string; data: string } | null>(client, 'fazhiReport/writeLedger', { uri, changes });
    return answer && { file: answer.file, bytes: Buffer.from(answer.data, 'base64') };
  };

  test('makes a new ledger beside the report, which then agrees with it', async () => {
    const { client, document, uriOf, write, change } = await place({});
    expect(await proposal(client, document)).toEqual({ file: uriOf('数据.csv'), name: '数据.csv', isNew: true, changes: [{ kind: 'add', name: '受理调解矛盾纠纷', text: '231起' }, { kind: 'add', name: '调解成功率', text: '97.8%' }] });
    const made = await written(client, document, [0, 1]);
    expect(made?.bytes.toString()).toBe('\ufeff名称,数值,单位,期间,来源\r\n受理调解矛盾纠纷,231,起,2025年,\r\n调解成功率,97.8,%,2025年,\r\n');
    write('数据.csv', made?.bytes ?? '');
    await change('数据.csv', 1);
    expect(await problems(client, document)).toEqual([]);
    expect((await proposal(client, document)).changes).toEqual([]);
    expect(await written(client, document, [0])).toBeNull();
  });

  test.each([
    ['UTF-8 with Windows line ends', (text: string) => bytesOf(text)],
    ['UTF-8 with a mark', (text: string) => bytesOf(`\ufeff${text}`)],
    ['GB18030', (text: string) => iconv.encode(text, 'gb18030')],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('keeps columns, order, quotation marks and %s', async (_, encode) => {
    const before = '来源;备注;单位;数值;指标;年度\r\n司法所;"甲;乙𠮷€";起;"232 ";受理调解矛盾纠纷;2025\r\n;;;;;\r\n\r\n';
    const { client, document } = await place({ '数据.csv': encode(before) });
    const { changes, isNew } = await proposal(client, document);
    expect([isNew, changes]).toEqual([false, [{ kind: 'change', name: '受理调解矛盾纠纷', text: '231起', before: '232起' }, { kind: 'add', name: '调解成功率', text: '97.8%' }]]);
    expect((await written(client, document, [0, 1]))?.bytes).toEqual(encode('来源;备注;单位;数值;指标;年度\r\n司法所;"甲;乙𠮷€";起;231 ;受理调解矛盾纠纷;2025\r\n;;;;;\r\n;;%;97.8;调解成功率;2025年\r\n\r\n'));
    expect((await written(client, document, [0]))?.bytes).toEqual(encode(before.replace('"232 "', '231 ')));
  });

  test('never writes a workbook: a text beside the report is proposed; nor a table without headings', async () => {
    const { client, document, uriOf } = await place({ '数据.xlsx': readFileSync(path.join(ROOT, 'test/word/fixtures/ledger.xlsx')) });
    expect(await proposal(client, document)).toMatchObject({ file: uriOf('数据.csv'), isNew: true, workbook: '数据.xlsx' });
    expect((await written(client, document, [0]))?.file).toBe(uriOf('数据.csv'));
    const other = await place({ '数据.csv': '甲,乙\n' });
    await expect(proposal(other.client, other.document)).rejects.toThrow('没有找到表头');
    await expect(written(other.client, other.document, [0])).rejects.toThrow('没有找到表头');
    const untitled = await other.client.open(REPORT, { uri: 'untitled:Untitled-1', language: 'fazhi-report' });
    expect(await proposal(other.client, untitled)).toMatchObject({ file: null });
    expect(await written(other.client, untitled, [0])).toBeNull();
  });
});
