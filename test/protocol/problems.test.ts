// What the view of problems is told, and what its decisions write into the workspace file.
// Must not test what is found, nor how the file is edited beyond one plain case of each decision.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DidChangeWatchedFilesNotification, type TextEdit } from 'vscode-languageserver-protocol/node';
import { temporaryFolder } from '../support/process.ts';
import { apply, PLAIN, startClient, type Client, type OpenDocument } from './client.ts';
import { FAULTY, FAULTY_FINDINGS, OTHER, SOUND, textIn, type Range } from './texts.ts';

interface Problem {
  readonly rule: string;
  readonly title: string;
  readonly severity: string;
  readonly words: string;
  readonly message: string;
  readonly basis: string;
  readonly range: Range;
  readonly isWording: boolean;
  readonly reason?: string;
  readonly everywhere?: boolean;
}

interface Answer {
  readonly groups: readonly { readonly rule: string; readonly severity: string; readonly problems: readonly Problem[] }[];
  readonly ignored: readonly Problem[];
  readonly off: readonly { readonly rule: string; readonly title: string; readonly inFile: boolean }[];
  readonly unchecked: readonly string[];
  readonly decidable: boolean;
}

const WORDING = 'wording-outdated';
const OLD = '法制副校长';

const all = ({ groups }: Answer): readonly Problem[] => groups.flatMap(({ problems }) => problems);

const ask = async (client: Client, document: OpenDocument): Promise<Answer> => (await client.overview<{ problems: Answer }>(document, 'problems')).problems;

/** A report on disk beside a workspace file, as an editor has it open. */
async function opened(config: string | undefined, options: Parameters<typeof startClient>[0] = {}) {
  const folder = temporaryFolder();
  const file = path.join(folder, '.fazhi-report.json');
  const uri = pathToFileURL(file).toString();
  if (config !== undefined) writeFileSync(file, config);
  const client: Client = await startClient(options);
  const document: OpenDocument = await client.open(FAULTY, { uri: pathToFileURL(path.join(folder, '报告.txt')).toString() });
  const answer = (): Promise<Answer> => ask(client, document);
  const decide = async (decision: string, about: object, more: object = {}) =>
    client.connection.sendRequest<{ file: string; edit: { documentChanges: { kind?: string; edits?: TextEdit[] }[] } } | null>('fazhiReport/decide', { uri: document.uri, ...about, decision, ...more });
  const put = async (text: string): Promise<void> => {
    writeFileSync(file, text);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: 2 }] });
  };
  /** Makes the change as an editor does; the text of the file after it. */
  const write = async (...params: Parameters<typeof decide>): Promise<string> => {
    const change = await decide(...params);
    expect(change?.file).toBe(uri);
    const edits = change?.edit.documentChanges.flatMap((each) => each.edits ?? []) ?? [];
    const made = change?.edit.documentChanges[0]?.kind === 'create';
    const written = apply(made ? '' : readFileSync(file, 'utf8'), edits);
    await put(written);
    return written;
  };
  const find = async (words: string): Promise<Problem> => {
    const now = await answer();
    const found = [...all(now), ...now.ignored].find((problem) => problem.words === words);
    if (!found) throw new Error(`no finding on ${words}`);
    return found;
  };
  return { client, document, answer, decide, put, write, find };
}

describe('the findings of a report', () => {
  test.each([['\\n', '\n'], ['\\r\\n', '\r\n']])('come by rule, the gravest first, with places in the text: %s', async (_name, lineBreak) => {
    const client = await startClient();
    const document = await client.open(FAULTY.replaceAll('\n', lineBreak));
    const answer = await ask(client, document);
    expect(answer).toMatchObject({ ignored: [], off: [], decidable: true });
    expect(answer.groups.map(({ rule, severity, problems }) => [rule, severity, problems.length])).toEqual([
      [WORDING, 'error', 3],
      ['structure-missing-part', 'warning', 1],
      ['figure-rate-mismatch', 'warning', 1],
    ]);
    for (const { words, range } of all(answer)) expect(textIn(document.text, range)).toBe(words);
    expect(all(answer).map(({ words }) => words).sort()).toEqual(FAULTY_FINDINGS.map(({ words }) => words).sort());
    expect(all(answer).every(({ message, basis }) => message.endsWith('。') && basis.startsWith('依据：'))).toBe(true);
    expect(all(answer).filter(({ isWording }) => !isWording).map(({ rule }) => rule)).toEqual(['structure-missing-part', 'figure-rate-mismatch']);
  });

  test('follow the edits, and are empty where nothing is found', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    await client.replace(document, '98.6%', '96%');
    const answer = await ask(client, document);
    expect(answer.groups.map(({ rule }) => rule)).not.toContain('figure-rate-mismatch');
    expect(await ask(client, await client.open(SOUND))).toMatchObject({ groups: [], ignored: [] });
  });

  test.each([[undefined], [null], [{}], [{ uri: 7 }], [{ uri: 'file:///%' }], [[]]])('are not to be had for %j, and the server goes on', async (params) => {
    const client = await startClient();
    for (const method of ['fazhiReport/overview', 'fazhiReport/decide']) await client.connection.sendRequest(method, params).catch(() => undefined);
    expect(await client.overview(await client.open(OTHER), 'problems')).toBeNull();
    expect((await ask(client, await client.open(SOUND))).groups).toEqual([]);
  });

  test('say where a rule was switched off', async () => {
    const { answer } = await opened('{ "rules": { "wording-outdated": "off", "figure-style": "warning" } }', { settings: { rules: { 'figure-rate-mismatch': 'off', 'figure-style': 'off' } } });
    const { off, groups } = await answer();
    expect(off).toEqual([{ rule: 'figure-rate-mismatch', title: '比率与件数不符', inFile: false }, { rule: WORDING, title: '过时提法', inFile: true }]);
    expect(groups.map(({ rule }) => rule)).toEqual(['structure-missing-part']);
  });
});

describe('what is not checked', () => {
  test('is told by group, and rules that are off by default are not among those somebody switched off', async () => {
    const { answer } = await opened(undefined, { settings: { groups: { figure: false, format: false } } });
    const { off, unchecked, groups } = await answer();
    expect({ off, unchecked }).toEqual({ off: [], unchecked: ['数据', '格式'] });
    expect(groups.map(({ rule }) => rule)).toEqual([WORDING, 'structure-missing-part']);
    const chosen = await opened('{ "rules": { "structure-vague-claim": "off" } }');
    expect(await chosen.answer()).toMatchObject({ off: [{ rule: 'structure-vague-claim', inFile: true }], unchecked: [] });
  });
});

describe('decisions in the view', () => {
  test('take one place off the list, with a reason, and put it back', async () => {
    const { answer, write, find } = await opened(undefined);
    const before = await answer();
    const file = JSON.parse(await write('here', await find(OLD))) as { ignore: unknown[] };
    expect(file.ignore).toEqual([{ rule: WORDING, text: OLD, sentence: expect.any(String) }]);
    const ignored = await answer();
    expect(all(ignored)).toHaveLength(all(before).length - 1);
    expect(ignored.ignored).toMatchObject([{ words: OLD, everywhere: false }]);
    expect(ignored.ignored[0]).not.toHaveProperty('reason');
    await write('reason', await find(OLD), { reason: ' 学校自己的叫法 ' });
    expect((await answer()).ignored).toMatchObject([{ reason: '学校自己的叫法' }]);
    await write('restore', await find(OLD));
    expect(await answer()).toEqual(before);
  });

  test('take a wording off the list; putting it back ends every decision that it falls under', async () => {
    const text = '{\n  // agreed\n  "ignore": [\n    { "rule": "wording-outdated", "text": "七五" }, // kept\n    { "rule": "wording-outdated", "text": "法制副校长", "sentence": "other" }\n  ]\n}\n';
    const { answer, put, write, find } = await opened(text);
    const found = await find(OLD);
    const both = (await write('here', found)).replace(/"sentence": "other" \}/u, '"sentence": "other" }, { "rule": "wording-outdated", "text": "法制副校长" }');
    expect((await answer()).ignored.map(({ words, everywhere }) => [words, everywhere])).toEqual([['七五', true], [OLD, false]]);
    await put(both);
    await write('restore', await find(OLD));
    await write('wording', await find(OLD));
    expect((await answer()).ignored).toMatchObject([{}, { words: OLD, everywhere: true }]);
    const after = await write('restore', await find(OLD));
    expect(after).toContain('// agreed');
    expect(after).toContain('// kept');
    expect(after).toContain('"other"');
    expect((await answer()).ignored).toHaveLength(1);
  });

  test('switch a rule off and on', async () => {
    const { answer, write } = await opened('{ "year": 2024 }');
    await write('rule-off', { rule: WORDING });
    expect(await answer()).toMatchObject({ off: [{ rule: WORDING, inFile: true }] });
    await write('rule-on', { rule: WORDING });
    expect(await answer()).toMatchObject({ off: [], groups: [{ rule: WORDING }, {}, {}] });
  });

  test('are nothing where the finding is gone, the rule unknown or nothing would change', async () => {
    const { client, document, decide, find } = await opened('{}');
    const found = await find(OLD);
    expect(await decide('restore', found)).toBeNull();
    expect(await decide('reason', found, { reason: '理由' })).toBeNull();
    expect(await decide('rule-off', { rule: 'no-such-rule' })).toBeNull();
    expect(await decide('rule-on', { rule: WORDING })).toBeNull();
    expect(await decide('no-such-decision', found)).toBeNull();
    expect(await decide('here', { rule: WORDING })).toBeNull();
    await client.replace(document, '云汀镇2024', '\n云汀镇2024');
    expect(await decide('here', found)).toBeNull();
    expect(await decide('wording', await find('云汀镇2024年度法治政府建设情况报告'))).toBeNull();
  });

  test('are not to be had for a document that is no file, nor where the client makes no files', async () => {
    const client = await startClient();
    const untitled = await client.open(FAULTY, { uri: 'untitled:Untitled-1' });
    expect(await ask(client, untitled)).toMatchObject({ decidable: false });
    const plain = await opened(undefined, { capabilities: PLAIN });
    expect(await plain.answer()).toMatchObject({ decidable: false });
    expect(await plain.decide('here', await plain.find(OLD))).toBeNull();
  });
});
