// The workspace file .fazhi-report.json, formatting, growing selections and headings of all open reports.
// Must not know how a report is analysed.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  CompletionRequest, DidChangeWatchedFilesNotification, DocumentFormattingRequest, DocumentRangeFormattingRequest, SelectionRangeRequest, WorkspaceSymbolRequest,
  type CodeAction, type CompletionList, type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { runNode, temporaryFolder } from '../support/process.ts';
import { apply, startClient } from './client.ts';
import { FAULTY, offsetAt, rangeOf } from './texts.ts';

const LOCAL = '{ "rules": { "wording-outdated": "off" }, "parts": [{ "name": "营商环境" }], "years": 2024 }';

function workspace(config: string | undefined): { folder: string; config: string; report: string } {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, '镇'));
  const file = path.join(folder, '.fazhi-report.json');
  if (config !== undefined) writeFileSync(file, config);
  const report = path.join(folder, '镇', '报告.txt');
  writeFileSync(report, FAULTY);
  return { folder, config: pathToFileURL(file).toString(), report };
}

describe('the workspace file', () => {
  test('holds for the reports below it, from disk, and again when it changes', async () => {
    const { report, config, folder } = workspace(LOCAL);
    const client = await startClient();
    const document = await client.open(FAULTY, { uri: pathToFileURL(report).toString() });
    const codes = async (): Promise<unknown[]> => (await client.pull(document)).map(({ code }) => code);
    expect(await codes()).toContain('structure-local');
    expect(await codes()).not.toContain('wording-outdated');
    writeFileSync(path.join(folder, '.fazhi-report.json'), '{}');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: config, type: 2 }] });
    expect(await codes()).not.toContain('structure-local');
    expect(await codes()).toContain('wording-outdated');
  });

  test('is read as it stands in the editor, and shows its own faults', async () => {
    const { report, config } = workspace(undefined);
    const client = await startClient();
    const document = await client.open(FAULTY, { uri: pathToFileURL(report).toString() });
    expect((await client.pull(document)).map(({ code }) => code)).not.toContain('structure-local');
    const file = await client.open(LOCAL, { uri: config, language: 'json' });
    const faults = await client.pull(file);
    expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining('没有“years”这一项')]);
    expect(faults[0]?.range).toEqual(rangeOf(LOCAL, '"years"'));
    await client.until(() => client.refreshes > 0);
    expect((await client.pull(document)).map(({ code }) => code)).toContain('structure-local');
    await client.close(file);
    expect((await client.pull(document)).map(({ code }) => code)).not.toContain('structure-local');
  });

  test('holds on the command line too, where its faults are told on stderr', async () => {
    const { report } = workspace(LOCAL);
    const { out: stdout, err: stderr } = await runNode('cli', ['lint', '--format', 'json', report]);
    const rules = (JSON.parse(stdout) as { files: { problems: { rule: string }[] }[] }).files[0]?.problems.map(({ rule }) => rule) ?? [];
    expect(rules).toContain('structure-local');
    expect(rules).not.toContain('wording-outdated');
    expect(stderr).toContain('没有“years”这一项');
  });
});

describe('a workspace file that only the client can reach', () => {
  const FOLDER = 'memfs://shelf/reports';
  const REPORT = `${FOLDER}/镇/报告.txt`;

  /** A client with such files by their URIs; everything it is asked for is noted. */
  async function withFiles(files: Readonly<Record<string, string>>, { writable = true, told = true, folder = FOLDER } = {}) {
    const asked: string[] = [];
    const client = await startClient({ folders: [folder], initializationOptions: { files: told } });
    client.connection.onRequest('fazhiReport/readFile', ({ uri }: { uri: string }) => {
      asked.push(uri);
      return { text: files[uri] ?? null, writable };
    });
    const document = await client.open(FAULTY, { uri: REPORT });
    return { client, asked, document, codes: async () => (await client.pull(document)).map(({ code }) => code) };
  }

  test('is asked for once, from the folder of the document up to that of the workspace, and again when it changes', async () => {
    const files: Record<string, string> = { [`${FOLDER}/.fazhi-report.json`]: LOCAL };
    const { client, asked, codes } = await withFiles(files);
    expect(await codes()).not.toContain('wording-outdated');
    await codes();
    expect(asked).toEqual([`${FOLDER}/${encodeURIComponent('镇')}/.fazhi-report.json`, `${FOLDER}/.fazhi-report.json`]);
    delete files[`${FOLDER}/.fazhi-report.json`];
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: `${FOLDER}/.fazhi-report.json`, type: 3 }] });
    expect(await codes()).toContain('wording-outdated');
    expect(asked.every((uri) => uri.startsWith(`${FOLDER}/`))).toBe(true);
  });

  test('takes decisions in the folder of the workspace, where something can be written', async () => {
    const { client, document } = await withFiles({});
    const [decision] = await client.decisions(document, rangeOf(FAULTY, '法制副校长'));
    expect(JSON.stringify(decision?.edit)).toContain(`"${FOLDER}/.fazhi-report.json"`);
  });

  test.each([
    ['nothing can be written', { writable: false }],
    ['the client does not say that it reads files', { told: false }],
    ['the document stands in no folder of the workspace', { folder: 'memfs://shelf/rep' }],
  ])('takes no decisions where %s', async (_, how) => {
    const { client, document, codes } = await withFiles({}, how);
    expect(await codes()).toContain('wording-outdated');
    expect(await client.decisions(document, rangeOf(FAULTY, '法制副校长'))).toEqual([]);
  });

  test('that cannot be had leaves the report as it is', async () => {
    const client = await startClient({ folders: [FOLDER], initializationOptions: { files: true } });
    const codes = (await client.pull(await client.open(FAULTY, { uri: REPORT }))).map(({ code }) => code);
    expect(codes).toContain('wording-outdated');
  });
});

test('a file is the same however its name is encoded', async () => {
  const { report, config } = workspace(LOCAL);
  const client = await startClient();
  const document = await client.open(FAULTY, { uri: `file://${report}` });
  await client.open('{}', { uri: config.replace('.fazhi', '%2Efazhi'), language: 'json' });
  const codes = (await client.pull(document)).map(({ code }) => code);
  expect(codes).toContain('wording-outdated');
});

const CUT = '云溪镇2024年度法治政府建设情况报告\n\n一、主要举措和成效\n\n全年组织执法人员培训6场。严格执行行政执法公示制\n\n度，共办案12件。\n\n二、存在的不足和原因\n\n全年组织普法宣讲9场。执法力量不足，主要原因是持证人员\n\n少。\n';

describe('formatting', () => {
  const options = { tabSize: 4, insertSpaces: true };

  test('joins cut paragraphs, in the whole document or in a range', async () => {
    const client = await startClient();
    const document = await client.open(CUT);
    const whole = (await client.alive(client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: document, options }))) ?? [];
    expect(apply(CUT, whole as TextEdit[])).toBe(CUT.replace('公示制\n\n度', '公示制度').replace('人员\n\n少', '人员少'));
    const range = rangeOf(CUT, '严格执行');
    const part = (await client.alive(client.connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument: document, range, options }))) ?? [];
    expect(apply(CUT, part as TextEdit[])).toBe(CUT.replace('公示制\n\n度', '公示制度'));
  });

  test('is registered for reports and plain text, and not for Markdown', async () => {
    const client = await startClient();
    await client.until(() => client.registered.some(({ method }) => method === 'textDocument/formatting')).catch(() => undefined);
    const registered = client.registered.find(({ method }) => method === 'textDocument/formatting');
    expect(JSON.stringify(registered?.registerOptions)).toContain('fazhi-report');
    expect(JSON.stringify(registered?.registerOptions)).not.toContain('markdown');
  });
});

test('selections grow', async () => {
  const client = await startClient();
  const document = await client.open(CUT);
  const [selection] = (await client.alive(client.connection.sendRequest(SelectionRangeRequest.type, { textDocument: document, positions: [rangeOf(CUT, '培训6场').start] }))) ?? [];
  expect(CUT.slice(offsetAt(CUT, selection?.range.start ?? { line: 0, character: 0 }), offsetAt(CUT, selection?.range.end ?? { line: 0, character: 0 }))).toBe('全年组织执法人员培训6场。');
  expect(selection?.parent?.parent).toBeDefined();
});

test('headings of open reports are found by their words', async () => {
  const client = await startClient();
  await client.open(CUT);
  const found = await client.alive(client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '不足' }));
  expect(found?.map(({ name }) => name)).toEqual(['二、存在的不足和原因']);
});

describe('decisions', () => {
  const place = (words: string) => rangeOf(FAULTY, words);
  const changesOf = (action: CodeAction | undefined) => action?.edit?.documentChanges ?? [];

  test('are offered behind the fixes, three at most, and make the file', async () => {
    const { report, config } = workspace(undefined);
    const client = await startClient();
    const document = await client.open(FAULTY, { uri: pathToFileURL(report).toString() });
    const decisions = await client.decisions(document, place('法制副校长'));
    expect(decisions.map(({ title }) => title)).toEqual(['不再提示这一处', '本工作区不再提示“法制副校长”', '本工作区关闭规则“过时提法”']);
    const [create, edit] = changesOf(decisions[0]);
    const folder = path.dirname(report);
    expect(create).toMatchObject({ kind: 'create', options: { ignoreIfExists: true } });
    expect(config).not.toBe(''); // no folder is open, so the file stands beside the report
    expect(edit).toMatchObject({ textDocument: { uri: pathToFileURL(path.join(folder, '.fazhi-report.json')).toString(), version: null } });
    const text = (edit as { edits: { newText: string }[] }).edits.map(({ newText }) => newText).join('');
    expect(JSON.parse(text)).toMatchObject({ ignore: [{ rule: 'wording-outdated', text: '法制副校长' }] });
  });

  test('hold once they are written, in the editor and on the command line', async () => {
    const { report, config } = workspace('{}');
    const client = await startClient();
    const document = await client.open(FAULTY, { uri: pathToFileURL(report).toString() });
    const messages = async () => (await client.pull(document)).map(({ message }) => message);
    const before = await messages();
    expect(before.some((message) => String(message).includes('法制副校长'))).toBe(true);
    const [here] = await client.decisions(document, place('法制副校长'));
    const [edit] = changesOf(here) as { textDocument: { uri: string }; edits: TextEdit[] }[];
    expect(edit?.textDocument.uri).toBe(config);
    const written = apply('{}', edit?.edits ?? []);
    writeFileSync(new URL(config), written);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: config, type: 2 }] });
    expect((await messages()).length).toBe(before.length - 1);
    const { out } = await runNode('cli', ['lint', '--format', 'json', report]);
    const found = (JSON.parse(out) as { files: { problems: { message: string }[] }[] }).files[0]?.problems ?? [];
    expect(found.some(({ message }) => message.includes('法制副校长'))).toBe(false);
  });

  test('are not offered for a document that is no file, nor over a large selection', async () => {
    const client = await startClient();
    const untitled = await client.open(FAULTY, { uri: 'untitled:Untitled-1' });
    expect(await client.decisions(untitled, place('法制副校长'))).toEqual([]);
    const { report } = workspace('{}');
    const document = await client.open(FAULTY, { uri: pathToFileURL(report).toString() });
    expect(await client.decisions(document, { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } })).toEqual([]);
  });
});

test('inside 《 the titles are offered that a report of this year may cite', async () => {
  const client = await startClient();
  const text = `${FAULTY}\n学习《`;
  const document = await client.open(text);
  const line = text.split('\n').length - 1;
  const { items, isIncomplete } = (await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri: document.uri }, position: { line, character: 3 } })) as CompletionList;
  expect(isIncomplete).toBe(false);
  expect(items.length).toBeGreaterThan(50);
  expect(items.find(({ label }) => label === '中华人民共和国行政处罚法')?.textEdit).toEqual({ range: { start: { line, character: 3 }, end: { line, character: 3 } }, newText: '中华人民共和国行政处罚法》' });
  expect(await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri: document.uri }, position: { line: 2, character: 3 } })).toBeNull();
});
