// Earlier reports over the wire: found by name, listed in the workspace file, picked by the writer; read from the disk or through
// the client; told by the view of figures, the hover, the findings and the page. Must not test what is compared.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { DidChangeWatchedFilesNotification, HoverRequest } from 'vscode-languageserver-protocol/node';
import { root } from '../support/check.ts';
import { temporaryFolder } from '../support/process.ts';
import { startClient, type Client, type ClientOptions, type OpenDocument } from './client.ts';
import { rangeOf } from './texts.ts';

const report = (year: number): string => readFileSync(path.join(root, `test/golden/years/梅溪镇${year}.txt`), 'utf8');
const OTHER = readFileSync(path.join(root, 'test/golden/years/平昌县农业农村局2024.txt'), 'utf8');
const NOW = report(2025).replace('同比增长8.0%', '同比增长18.0%');
const RULE = 'figure-past-mismatch';
const ON = { rules: { [RULE]: 'information' } };

interface Past {
  readonly from: string;
  readonly reports: readonly { readonly uri: string; readonly name: string; readonly year: number }[];
}

interface Figure {
  readonly text: string;
  readonly name: string;
  readonly history?: { readonly change: string; readonly trend: string; readonly values: readonly { readonly year: number; readonly text: string; readonly uri: string; readonly range: unknown }[] };
}

interface Group {
  readonly figures: readonly Figure[];
  readonly groups: readonly Group[];
}

const ask = <T>(client: Client, method: string, params: object): Promise<T> => client.alive(client.connection.sendRequest<T>(method, params));
const past = async (client: Client, { uri }: OpenDocument): Promise<string> => {
  const found = await ask<Past | null>(client, 'fazhiReport/past', { uri });
  return found ? `${found.from}: ${found.reports.map(({ name, year }) => `${year} ${name}`).join(', ')}` : 'none';
};

async function figures(client: Client, { uri }: OpenDocument): Promise<readonly Figure[]> {
  const { figures: groups } = await ask<{ figures: readonly Group[] }>(client, 'fazhiReport/overview', { uri, parts: ['figures'] });
  const all = (siblings: readonly Group[]): readonly Figure[] => siblings.flatMap((group) => [...group.figures, ...all(group.groups)]);
  return all(groups);
}

/** A folder with these files; the report of 2025 is open from `now`. */
async function place(files: Readonly<Record<string, string | Buffer>>, { now = '梅溪镇2025.txt', inWorkspace = true, ...options }: ClientOptions & { now?: string; inWorkspace?: boolean } = {}) {
  const folder = temporaryFolder();
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).toString();
  const write = (name: string, content: string | Buffer): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  for (const [name, content] of Object.entries({ [now]: NOW, ...files })) write(name, content);
  const client = await startClient({ ...(inWorkspace ? { folders: [pathToFileURL(folder).toString()] } : {}), ...options });
  return { client, document: await client.open(NOW, { uri: uriOf(now) }), uriOf, write };
}

describe('earlier reports', () => {
  test('are found beside the report by the years in their names, of one reporter, the latest first', async () => {
    const { client, document } = await place({ '梅溪镇2024.txt': report(2024), 'gb2023.md': iconv.encode(report(2023), 'gb18030'), '农业农村局2024.txt': OTHER, '2022通知.txt': '关于开会的通知', '梅溪镇2024.docx': Buffer.from('PK\u0003\u0004') });
    expect(await past(client, document)).toBe('name: 2024 梅溪镇2024.txt, 2023 gb2023.md');
  });

  test('are found in folders of years beside the report’s own', async () => {
    const { client, document } = await place({ '2024年/报告.txt': report(2024), '2023年/报告.txt': report(2023) }, { now: '2025年/报告.txt' });
    expect(await past(client, document)).toBe('name: 2024 报告.txt, 2023 报告.txt');
  });

  test('are looked for in no other folder where none is open', async () => {
    const { client, document } = await place({ '2024年/报告.txt': report(2024), '2025年/梅溪镇2023.txt': report(2023) }, { now: '2025年/报告.txt', inWorkspace: false });
    expect(await past(client, document)).toBe('name: 2023 梅溪镇2023.txt');
  });

  test('that the workspace file lists go before those that are found; a missing one is told', async () => {
    const config = '{ "past": ["旧/甲.txt", "旧/乙.txt"] }';
    const { client, document, uriOf } = await place({ '梅溪镇2024.txt': report(2024), '旧/甲.txt': report(2023), '.fazhi-report.json': config });
    expect(await past(client, document)).toBe('file: 2023 甲.txt');
    const file = await client.open(config, { uri: uriOf('.fazhi-report.json'), language: 'json' });
    expect(await client.pull(file)).toMatchObject([{ range: rangeOf(config, '"旧/乙.txt"'), message: expect.stringContaining('没有这个文件') as unknown }]);
  });

  test('that the writer picks go before all, whatever the reporter was called; none may be picked', async () => {
    const renamed = report(2024).replaceAll('梅溪镇', '梅溪乡');
    const { client, document, uriOf } = await place({ '梅溪镇2024.txt': report(2024), '别处/甲.txt': renamed });
    const choose = (uris: readonly string[] | undefined): Promise<void> => client.connection.sendNotification('fazhiReport/choose', { uri: document.uri, ...(uris ? { past: uris } : {}) });
    await choose([uriOf('别处/甲.txt')]);
    expect(await past(client, document)).toBe('choice: 2024 甲.txt');
    await choose([]);
    expect(await past(client, document)).toBe('choice: ');
    await choose([uriOf('没有.txt'), 'no uri', uriOf('梅溪镇2025.txt')]);
    expect(await past(client, document)).toBe('choice: ');
    await choose(undefined);
    expect(await past(client, document)).toBe('name: 2024 梅溪镇2024.txt');
  });

  test('are read again when a file changes, comes or goes, and as they stand in an editor', async () => {
    const { client, document, uriOf, write } = await place({ '梅溪镇2024.txt': report(2024) });
    const change = async (name: string, type: 1 | 2 | 3): Promise<void> => client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uriOf(name), type }] });
    const services = async (): Promise<string | undefined> => (await figures(client, document)).find(({ text }) => text === '6303件')?.history?.change;
    expect(await services()).toBe('+467（+8.0%）');
    write('梅溪镇2024.txt', report(2024).replace('5836件', '6000件'));
    expect(await services()).toBe('+467（+8.0%）');
    await change('梅溪镇2024.txt', 2);
    expect(await services()).toBe('+303（+5.1%）');
    write('梅溪镇2023.txt', report(2023));
    await change('梅溪镇2023.txt', 1);
    expect(await past(client, document)).toBe('name: 2024 梅溪镇2024.txt, 2023 梅溪镇2023.txt');
    const open = await client.open(report(2024), { uri: uriOf('梅溪镇2024.txt') });
    await client.pull(open);
    expect(await services()).toBe('+467（+8.0%）');
  });

  test('too large to be a report are left alone', async () => {
    const { client, document } = await place({ '梅溪镇2024.txt': report(2024) + '。'.repeat(700_000) });
    expect(await past(client, document)).toBe('name: ');
  });
});

describe('where only the client can reach the files', () => {
  const FOLDER = 'memfs://shelf/reports';
  const bytes = (text: string): { base64: string } => ({ base64: Buffer.from(text).toString('base64') });

  async function remote(told: boolean, answers: { list: unknown; read: unknown }) {
    const asked: string[] = [];
    const client = await startClient({ folders: [FOLDER], initializationOptions: { files: told } });
    client.connection.onRequest('fazhiReport/readFile', () => ({ text: null, writable: true }));
    client.connection.onRequest('fazhiReport/listFolder', ({ uri }: { uri: string }) => (asked.push(uri), answers.list));
    client.connection.onRequest('fazhiReport/readBytes', ({ uri }: { uri: string }) => (/\.(?:csv|xlsx)$/u.test(uri) ? null : (asked.push(uri), answers.read)));
    return { client, asked, document: await client.open(NOW, { uri: `${FOLDER}/2025.txt` }) };
  }

  test('they are asked of it once', async () => {
    const { client, asked, document } = await remote(true, { list: { entries: [{ name: '2024.txt', isFolder: false }, { name: '2025.txt', isFolder: false }] }, read: bytes(report(2024)) });
    expect(await past(client, document)).toBe('name: 2024 2024.txt');
    await figures(client, document);
    expect(asked).toEqual([FOLDER, `${FOLDER}/2024.txt`]);
  });

  test.each([
    ['it does not say that it reads files', false, { list: null, read: null }],
    ['there is no such folder', true, { list: null, read: null }],
    ['there is no such file', true, { list: { entries: [{ name: '2024.txt', isFolder: false }] }, read: null }],
    ['its answers are none', true, { list: { entries: [7, { name: 2024 }, { name: '2024.txt', isFolder: false }] }, read: { base64: 7 } }],
  ])('there are none where %s', async (_name, told, answers) => {
    const { client, document } = await remote(told, answers);
    expect(await past(client, document)).toBe('name: ');
  });
});

describe('what is told', () => {
  const both = { '梅溪镇2024.txt': report(2024), '梅溪镇2023.txt': report(2023) };

  test('figures have their history, with where they stand', async () => {
    const { client, document, uriOf } = await place(both);
    const found = (await figures(client, document)).find(({ text }) => text === '6303件');
    expect(found?.history).toEqual({
      change: '+467（+8.0%）',
      trend: '▁▅█',
      values: [
        { year: 2024, text: '5836件', value: 5836, uri: uriOf('梅溪镇2024.txt'), range: rangeOf(report(2024), '5836件') },
        { year: 2023, text: '5210件', value: 5210, uri: uriOf('梅溪镇2023.txt'), range: rangeOf(report(2023), '5210件') },
      ],
    });
  });

  test('the hover leads to the value of last year', async () => {
    const { client, document, uriOf } = await place(both);
    const { start } = rangeOf(NOW, '6303件');
    const hover = await client.alive(client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: document.uri }, position: start }));
    const line = rangeOf(report(2024), '5836件').start;
    const { value } = hover?.contents as { value: string };
    expect(value).toContain('较2024年的报告：**\\+467（\\+8\\.0%）**');
    expect(value).toContain(`(${uriOf('梅溪镇2024.txt')}#L${line.line + 1},${line.character + 1})`);
  });

  test('findings need the rule, and name the other report', async () => {
    const { client, document, uriOf } = await place(both, { settings: ON });
    const [found, ...more] = (await client.pull(document)).filter(({ code }) => code === RULE);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ range: rangeOf(NOW, '18.0%'), severity: 3 });
    expect(found?.relatedInformation?.map(({ location: { uri } }) => uri)).toEqual([document.uri, uriOf('梅溪镇2024.txt')]);
    const off = await place(both);
    expect((await off.client.pull(off.document)).filter(({ code }) => code === RULE)).toEqual([]);
  });

  test('last year’s report that changes in an editor has this year’s told anew', async () => {
    const { client, document, uriOf } = await place(both, { settings: ON });
    const then = await client.open(report(2024), { uri: uriOf('梅溪镇2024.txt') });
    await client.pull(document);
    await client.pull(then);
    const before = client.refreshes;
    await client.replace(then, '5836件', '5341件');
    await client.pull(then);
    await client.until(() => client.refreshes > before);
    expect((await client.pull(document)).filter(({ code }) => code === RULE)).toEqual([]);
  });

  test('the page has the figures, the findings and links only for a client that follows them', async () => {
    const page = async (commands: boolean): Promise<string> => {
      const { client, document } = await place(both, { initializationOptions: { commands } });
      return (await ask<{ comparison: string }>(client, 'fazhiReport/overview', { uri: document.uri, parts: ['comparison'] })).comparison;
    };
    const [plain, linked] = [await page(false), await page(true)];
    expect(plain).not.toContain('href=');
    expect(linked).toContain('href="command:fazhiReport.showPlace?');
    expect(linked).toContain('href="command:fazhiReport.diffPast?');
    for (const html of [plain, linked]) {
      expect(html).toContain('增减与上年报告不符');
      expect(html).toContain('+467<wbr>（+8.0%）');
      expect(html).toContain("default-src 'none'");
      expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/u);
    }
  });

  test('nothing of what is no report', async () => {
    const client = await startClient();
    expect(await past(client, await client.open('买菜\n'))).toBe('none');
  });
});
