// What the views, the status bar, the lenses and the colours are told, and what the writer chooses and inserts there.
// Must not test what is found, counted or coloured beyond one plain report.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Range, SemanticTokens, SemanticTokensDelta, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { temporaryFolder } from '../support/process.ts';
import { apply, editsOf, PLAIN, startClient, type Client, type OpenDocument } from './client.ts';
import { FAULTY, offsetAt, OTHER, rangeOf, SOUND, textIn } from './texts.ts';

interface Section {
  readonly marker: string;
  readonly words: number;
  readonly share: number;
  readonly problems: number;
  readonly range: Range;
  readonly children: readonly Section[];
}

interface Status {
  readonly kind?: { readonly id: string; readonly name: string };
  readonly year?: number;
  readonly words: number;
  readonly problems: Readonly<Record<string, number>>;
  readonly kindFrom: string;
  readonly yearFrom: string;
}

interface Overview {
  readonly version: number;
  readonly status: Status;
  readonly structure: { readonly checklist: readonly { readonly kind: string; readonly part?: string; readonly standing: string; readonly range?: Range }[]; readonly sections: readonly Section[] };
}

const PARTS = ['structure', 'problems', 'figures'];
const statusOf = async (client: Client, document: OpenDocument): Promise<Status> => (await client.overview<Overview>(document)).status;
const choose = (client: Client, { uri }: OpenDocument, choice: object): Promise<void> => client.connection.sendNotification('fazhiReport/choose', { uri, ...choice });

describe('the overview', () => {
  test('holds only the parts that are asked for', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    expect(Object.keys(await client.own<object>('fazhiReport/overview', document)).sort()).toEqual(['status', 'version']);
    for (const part of PARTS) expect(Object.keys(await client.overview<object>(document, part)).sort()).toEqual([part, 'status', 'version'].sort());
    expect(Object.keys(await client.overview<object>(document, ...PARTS, 'no-such-part')).sort()).toEqual([...PARTS, 'status', 'version'].sort());
    expect(await client.overview(await client.open(OTHER), ...PARTS)).toBeNull();
  });

  test('says what the report was taken for, how long it is and what is found', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const { version, status } = await client.overview<Overview>(document);
    expect(version).toBe(1);
    expect(status).toMatchObject({ kind: { id: 'township', name: '乡镇（街道）' }, year: 2024, problems: { error: 1, warning: 4 }, kindFrom: 'text', yearFrom: 'text' });
    await client.replace(document, '98.6%', '96%');
    expect(await client.overview(document)).toMatchObject({ version: 2, status: { words: status.words, problems: { warning: 3 } } });
  });

  test.each([['\\n', '\n'], ['\\r\\n', '\r\n']])('has the checklist and the sections, with places in the text: %s', async (_name, lineBreak) => {
    const client = await startClient();
    const document = await client.open(FAULTY.replaceAll('\n', lineBreak));
    const { structure: { checklist, sections } } = await client.overview<Overview>(document, 'structure');
    expect(checklist.map(({ kind, part, standing }) => [part ?? kind, standing])).toEqual([
      ['title', 'present'], ['year', 'present'], ['opening', 'present'], ['work', 'present'], ['problems', 'absent'], ['first_person', 'present'], ['plan', 'present'],
    ]);
    expect(textIn(document.text, checklist.find(({ part }) => part === 'plan')?.range as Range)).toBe('三、2025年推进法治政府建设的主要安排');
    expect(sections.map(({ range }) => textIn(document.text, range).slice(0, 2))).toEqual(['一、', '二、', '三、']);
    expect(sections[0]).toMatchObject({ problems: 4, children: [{ problems: 1 }, { problems: 2 }, { problems: 1 }] });
  });
});

describe('a part that is missing', () => {
  const insert = async (client: Client, { uri }: OpenDocument, parts: unknown): Promise<{ edit: WorkspaceEdit } | null> => client.connection.sendRequest('fazhiReport/insert', { uri, parts });

  test('is inserted as the quick fix does, with places to fill in', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const answer = await insert(client, document, ['problems']);
    const [fix] = await client.actions(document, rangeOf(FAULTY, '云汀镇2024年度法治政府建设情况报告'), ['quickfix']);
    expect(answer?.edit).toEqual(fix?.edit);
    const edits = editsOf({ edit: answer?.edit as WorkspaceEdit }, document);
    const written = apply(FAULTY, edits);
    expect(written).toContain('三、存在的不足和原因');
    expect(written).toContain('四、2025年推进法治政府建设的主要安排');
    expect(edits.some((edit) => 'snippet' in edit)).toBe(true);
  });

  test('is plain text for an editor without tab stops, and nothing where it is there by now', async () => {
    const plain = await startClient({ capabilities: PLAIN });
    const document = await plain.open(FAULTY);
    expect(editsOf((await insert(plain, document, ['problems'])) as { edit: WorkspaceEdit }, document).some((edit) => 'snippet' in edit)).toBe(false);
    const client = await startClient();
    for (const parts of [['plan'], [], ['no-such-part'], undefined, 'problems']) expect(await insert(client, await client.open(FAULTY), parts)).toBeNull();
    expect(await insert(client, await client.open(OTHER), ['problems'])).toBeNull();
  });
});

describe('a choice for one document', () => {
  test('wins over the workspace file and the settings, holds for that document, and can be taken back', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, '.fazhi-report.json'), '{ "kind": "government" }');
    const client = await startClient({ settings: { year: 2023, kind: 'joint' } });
    const document = await client.open(FAULTY, { uri: pathToFileURL(path.join(folder, '甲.txt')).toString() });
    const other = await client.open(FAULTY, { uri: pathToFileURL(path.join(folder, '乙.txt')).toString() });
    expect(await statusOf(client, document)).toMatchObject({ kind: { id: 'government' }, kindFrom: 'file', year: 2023, yearFrom: 'setting' });
    const { refreshes, lensRefreshes, tokenRefreshes } = client;
    await choose(client, document, { kind: 'department', year: 2022 });
    expect(await statusOf(client, document)).toMatchObject({ kind: { id: 'department' }, kindFrom: 'choice', year: 2022, yearFrom: 'choice' });
    expect(await statusOf(client, other)).toMatchObject({ kindFrom: 'file', yearFrom: 'setting' });
    await client.until(() => client.refreshes > refreshes);
    await client.until(() => client.lensRefreshes > lensRefreshes && client.tokenRefreshes > tokenRefreshes);
    await choose(client, document, { year: 2022 });
    expect(await statusOf(client, document)).toMatchObject({ kindFrom: 'file', yearFrom: 'choice' });
    await choose(client, document, {});
    expect(await statusOf(client, document)).toMatchObject({ kindFrom: 'file', yearFrom: 'setting' });
  });

  test('changes what is found', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const codes = async () => (await client.pull(document)).map(({ code }) => code);
    expect(await codes()).toContain('wording-outdated');
    const before = (await codes()).length;
    await choose(client, document, { year: 2019 });
    expect((await codes()).length).not.toBe(before);
    await choose(client, document, {});
    expect((await codes()).length).toBe(before);
  });

  test('is told again when the server starts; what is no choice is none', async () => {
    const uri = 'file:///reports/kept.txt';
    const client = await startClient({ initializationOptions: { choices: { [uri]: { kind: 'department', year: 'soon' }, 'file:///x': 7, y: null } } });
    expect(await statusOf(client, await client.open(FAULTY, { uri }))).toMatchObject({ kind: { id: 'department' }, kindFrom: 'choice', year: 2024, yearFrom: 'text' });
    for (const params of [undefined, null, [], { uri: 7 }, { uri, kind: 'no-such-kind', year: 3000 }]) await client.connection.sendNotification('fazhiReport/choose', params as object);
    expect(await statusOf(client, await client.open(FAULTY, { uri }))).toMatchObject({ kindFrom: 'text' });
  });
});

describe('the diagnosis', () => {
  const diagnose = async (client: Client, document: OpenDocument): Promise<Record<string, unknown> | null> => client.own('fazhiReport/diagnose', document);

  test('says of a report what it was taken for, what is off and which file holds', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'reports'));
    const file = path.join(folder, '.fazhi-report.json');
    writeFileSync(file, '{ "rules": { "wording-outdated": "off" }, "kind": "town", "year": "2024" }');
    const client = await startClient({ settings: { rules: { 'figure-style': 'off' } } });
    const document = await client.open(FAULTY, { uri: pathToFileURL(path.join(folder, 'reports', '报告.txt')).toString() });
    const answer = await diagnose(client, document);
    expect(answer).toMatchObject({
      foreign: false, length: FAULTY.length, signs: { recognised: true, title: '云汀镇2024年度法治政府建设情况报告' },
      status: { year: 2024, ignored: 0 }, file: { uri: pathToFileURL(file).toString(), faults: 2 },
    });
    expect(answer?.['off']).toEqual(expect.arrayContaining(['过时提法', '数字写法不统一']));
  });

  test('says what a document lacks that is none, and nothing of one that is not open', async () => {
    const client = await startClient();
    const note = await client.open('今日天气晴。\n');
    const answer = await diagnose(client, note);
    expect(answer).toMatchObject({ signs: { recognised: false, topic: false, opening: false }, off: [] });
    expect(answer).not.toHaveProperty('status');
    expect(await diagnose(client, await client.open(FAULTY, { uri: 'git:/报告.txt' }))).toMatchObject({ foreign: true });
    expect(await diagnose(client, { ...note, uri: 'file:///nowhere.txt' })).toBeNull();
  });

  test('names the engine that cuts words once it is there', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    await client.pull(document);
    await client.until(() => client.logs.some((line) => line.includes('分词')));
    const loaded = client.logs.some((line) => line.includes('分词：nodejieba'));
    expect((await diagnose(client, document))?.['words']).toBe(loaded ? 'nodejieba' : undefined);
  });
});

describe('lenses', () => {
  test('stand above headings and call the commands of a client that knows them', async () => {
    const client = await startClient({ initializationOptions: { commands: true } });
    const document = await client.open(FAULTY);
    const lenses = await client.lenses(document);
    expect(lenses.map(({ range, command }) => [textIn(FAULTY, range).slice(0, 3), command?.command])).toEqual([
      ['云汀镇', 'fazhiReport.insertParts'],
      ['一、推', 'fazhiReport.structure.focus'], ['一、推', 'fazhiReport.figures.focus'], ['一、推', 'fazhiReport.nextProblem'],
      ['二、党', 'fazhiReport.structure.focus'], ['二、党', 'fazhiReport.figures.focus'],
      ['三、2', 'fazhiReport.structure.focus'],
    ]);
    expect(lenses[0]?.command?.arguments).toEqual([document.uri, ['problems']]);
    const [, section] = lenses[3]?.command?.arguments as [string, Range];
    expect(textIn(FAULTY, section)).toMatch(/^一、推进[\s\S]*帮教措施。/u);
  });

  test('are text to read for any other client', async () => {
    const client = await startClient();
    for (const { command } of await client.lenses(await client.open(FAULTY))) expect(command).toMatchObject({ title: expect.stringMatching(/字|数据|问题|还缺/u) as string, command: '' });
  });

  test('are not there where they are switched off, nor in what is no report', async () => {
    const client = await startClient({ settings: { codeLens: false } });
    const document = await client.open(FAULTY);
    expect(await client.lenses(document)).toEqual([]);
    const { lensRefreshes } = client;
    await client.changeSettings({});
    await client.until(() => client.lensRefreshes > lensRefreshes);
    expect((await client.lenses(document)).length).toBeGreaterThan(0);
    expect(await client.lenses(await client.open(OTHER))).toEqual([]);
  });
});

describe('colours', () => {
  const TOKENS = 'textDocument/semanticTokens';

  /** Type and words of each token. */
  function read(client: Client, text: string, data: readonly number[]): string[] {
    const { legend } = client.registered.find(({ method }) => method === TOKENS)?.registerOptions as { legend: { tokenTypes: string[] } };
    let [line, character] = [0, 0];
    const found: string[] = [];
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = data.slice(i, i + 4);
      [line, character] = down > 0 ? [line + down, right] : [line, character + right];
      const at = offsetAt(text, { line, character });
      found.push(`${legend.tokenTypes[type]} ${text.slice(at, at + length)}`);
    }
    return found;
  }

  async function start(): Promise<Client> {
    const client = await startClient();
    await client.until(() => client.registered.some(({ method }) => method === TOKENS));
    return client;
  }

  test('are offered for reports and plain text, not for Markdown', async () => {
    const client = await start();
    const options = client.registered.find(({ method }) => method === TOKENS)?.registerOptions as { documentSelector: unknown; full: unknown; range: unknown };
    expect(options).toMatchObject({ documentSelector: [{ language: 'fazhi-report' }, { language: 'plaintext' }], full: { delta: true }, range: true });
    expect(client.capabilities).not.toHaveProperty('semanticTokensProvider');
    const plain = await startClient({ capabilities: PLAIN });
    await plain.pull(await plain.open(FAULTY));
    expect(plain.registered).toEqual([]);
  });

  test.each([['\\n', '\n'], ['\\r\\n', '\r\n']])('name title, headings, figures and rates: %s', async (_name, lineBreak) => {
    const client = await start();
    const document = await client.open(FAULTY.replaceAll('\n', lineBreak));
    const all = read(client, document.text, (await client.tokens(document)).data);
    expect(all.slice(0, 6)).toEqual(['reportTitle 云汀镇2024年度法治政府建设情况报告', 'reportPart 一、推进法治政府建设的主要举措和成效', 'reportHeading2 （一）化解矛盾纠纷', 'reportFigure 250起', 'reportFigure 240起', 'reportRate 98.6%']);
    const range = rangeOf(document.text, '三、2025年推进法治政府建设的主要安排');
    expect(read(client, document.text, (await client.tokens(document, range)).data)).toEqual(['reportPart 三、2025年推进法治政府建设的主要安排']);
    expect((await client.tokens(await client.open(OTHER))).data).toEqual([]);
  });

  test('come as what has changed, and whole where the last answer is not known', async () => {
    const client = await start();
    const document = await client.open(FAULTY);
    const first = await client.tokens(document);
    await client.replace(document, '250起', '1,250起');
    const delta = (await client.tokensSince(document, first.resultId ?? '')) as SemanticTokensDelta;
    const data = [...first.data];
    for (const { start: at, deleteCount, data: by = [] } of [...delta.edits].sort((a, b) => b.start - a.start)) data.splice(at, deleteCount, ...by);
    const whole = await client.tokens(document);
    expect(data).toEqual(whole.data);
    expect(delta.edits.length).toBeGreaterThan(0);
    expect(((await client.tokensSince(document, 'no-such-id')) as SemanticTokens).data).toEqual(whole.data);
    await client.close(document);
    const again = await client.open(SOUND, { uri: document.uri });
    expect(read(client, SOUND, ((await client.tokensSince(again, whole.resultId ?? '')) as SemanticTokens).data)[0]).toBe('reportTitle 溪柏乡2024年度法治政府建设情况报告');
  });
});
