// Quick fixes and fix-all as an editor applies them: the edits, the versions, and the text behind them.
// Must not know how a fix is computed.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, SnippetTextEdit, TextEdit } from 'vscode-languageserver-protocol/node';
import { ROOT } from '../support/process.ts';
import { apply, editsOf, newText, PLAIN, startClient, type Client, type OpenDocument } from './client.ts';
import { FAULTY, FAULTY_FINDINGS, FAULTY_FIXED, rangeOf, SOUND, textIn, type Range } from './texts.ts';

const FIX_ALL = 'source.fixAll.fazhiReport';
const everything = (text: string): Range => ({ start: { line: 0, character: 0 }, end: { line: text.split(/\r\n|\r|\n/u).length, character: 0 } });
const isSnippet = (edit: TextEdit | SnippetTextEdit): edit is SnippetTextEdit => 'snippet' in edit;

/** FAULTY once the missing part was put in, its places still to be filled. */
const COMPLETED = FAULTY.replace(
  '三、2025年推进',
  `三、存在的不足和原因

一是【写明具体不足】。主要原因是【写明原因】。

二是【写明具体不足】。主要原因是【写明原因】。

四、2025年推进`,
);

async function fixFor(client: Client, document: OpenDocument, words: string): Promise<CodeAction> {
  const actions = await client.actions(document, rangeOf(document.text, words), ['quickfix']);
  const [action, ...more] = actions.filter(({ diagnostics }) => diagnostics?.some(({ range }) => textIn(document.text, range) === words));
  if (!action || more.length > 0) throw new Error(`not exactly one fix for “${words}”`);
  return action;
}

describe('a quick fix', () => {
  test('is offered for its finding, wherever the cursor touches it', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const { start, end } = rangeOf(FAULTY, '法制副校长');
    for (const place of [start, { ...start, character: start.character + 2 }, end]) {
      const actions = await client.actions(document, { start: place, end: place });
      expect(actions.map(({ title, kind, isPreferred }) => ({ title, kind, isPreferred }))).toEqual([{ title: '改为“法治副校长”', kind: 'quickfix', isPreferred: true }]);
    }
    for (const character of [start.character - 1, end.character + 1]) {
      expect(await client.actions(document, { start: { ...start, character }, end: { ...start, character } })).toEqual([]);
    }
  });

  test('carries the finding exactly as it was shown', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const shown = await client.pull(document);
    const actions = await client.actions(document, everything(FAULTY));
    expect(actions.map(({ diagnostics }) => diagnostics)).toEqual(shown.map((diagnostic) => [diagnostic]));
  });

  test('names the version it was made for', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    await client.replace(document, '扎实推进', '持续推进');
    const action = await fixFor(client, document, '法制副校长');
    expect(action.edit?.changes).toBeUndefined();
    expect(action.edit?.documentChanges).toEqual([
      { textDocument: { uri: document.uri, version: 2 }, edits: [{ range: rangeOf(document.text, '法制副校长'), newText: '法治副校长' }] },
    ]);
  });

  test('changes the words and nothing else', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const changed = async (words: string): Promise<string> => apply(FAULTY, editsOf(await fixFor(client, document, words), document));
    expect(await changed('98.6%')).toBe(FAULTY.replace('98.6%', '96.0%'));
    expect(await changed('七五')).toBe(FAULTY.replace('七五', '八五'));
    expect(await changed('法制副校长')).toBe(FAULTY.replace('法制副校长', '法治副校长'));
    expect(await changed('社区服刑人员')).toBe(FAULTY.replace('社区服刑人员', '社区矫正对象'));
    expect(await changed('云汀镇2024年度法治政府建设情况报告')).toBe(COMPLETED);
  });

  test('writes the line breaks of the text', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY.replaceAll('\n', '\r\n'));
    const action = await fixFor(client, document, '云汀镇2024年度法治政府建设情况报告');
    expect(apply(document.text, editsOf(action, document))).toBe(COMPLETED.replaceAll('\n', '\r\n'));
  });

  test('keeps full-width digits full-width', async () => {
    const client = await startClient();
    const wide = FAULTY.replace('98.6%', '９８．６％');
    const document = await client.open(wide);
    // That only this number is full-width is another finding.
    const action = (await client.actions(document, rangeOf(wide, '９８．６％'), ['quickfix'])).find(({ title }) => title.startsWith('比率'));
    if (!action) throw new Error('no fix for the rate');
    expect(apply(wide, editsOf(action, document))).toBe(FAULTY.replace('98.6%', '９６．０％'));
  });
});

describe('places to fill in', () => {
  test('are tab stops where the client can fill them in', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const edits = editsOf(await fixFor(client, document, '云汀镇2024年度法治政府建设情况报告'), document);
    const snippets = edits.filter(isSnippet);
    expect(snippets).toHaveLength(1);
    expect(snippets[0]?.snippet.kind).toBe('snippet');
    const stops = [...(snippets[0]?.snippet.value ?? '').matchAll(/\$\{(\d+):/gu)].map(([, stop]) => Number(stop));
    expect(stops).toEqual([1, 2, 3, 4]);
    expect(edits.filter((edit) => !isSnippet(edit)).map((edit) => [textIn(FAULTY, edit.range), newText(edit)])).toEqual([['三、', '四、']]);
  });

  test('are words in 【】 where it cannot', async () => {
    const client = await startClient({ capabilities: PLAIN });
    const document = await client.open(FAULTY);
    const edits = editsOf(await fixFor(client, document, '云汀镇2024年度法治政府建设情况报告'), document);
    expect(edits.filter(isSnippet)).toEqual([]);
    expect(apply(FAULTY, edits)).toBe(COMPLETED);
  });
});

describe('every fix on offer', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['the report of these tests', FAULTY],
    ['the same with \\r\\n', FAULTY.replaceAll('\n', '\r\n')],
    ['the same in Markdown', FAULTY.replace(/^(云汀镇)/u, '# $1').replace(/^([一二三]、)/gmu, '## $1')],
    ['the same with characters of two units', FAULTY.replaceAll('镇', '𠮷').replaceAll('全年', '😀全年')],
    ['the example of the project', readFileSync(path.join(ROOT, 'examples/示例报告（有问题）.md'), 'utf8')],
  ];

  test.each(texts)('removes its finding and brings no other: %s', async (_name, text) => {
    const client = await startClient();
    const document = await client.open(text, { language: 'fazhi-report' });
    const name = ({ code, message }: Diagnostic): string => `${code} ${message}`;
    const before = (await client.pull(document)).map(name);
    const actions = await client.actions(document, everything(text), ['quickfix']);
    expect(actions.length).toBeGreaterThan(4);
    for (const action of actions) {
      const edits = editsOf(action, document);
      const fixed = apply(text, edits);
      // What is left to be filled in is told place by place.
      const isPlace = ({ code, message }: Diagnostic): boolean => code === 'structure-placeholder' && String(message).startsWith('“【');
      const found = await client.pull(await client.open(fixed, { language: 'fazhi-report' }));
      const after = found.filter((each) => !isPlace(each)).map(name);
      expect(found.filter(isPlace).length, action.title).toBe(edits.map(newText).join('').match(/【/gu)?.length ?? 0);
      const [cured] = (action.diagnostics ?? []).map(name);
      expect(cured).toBeDefined();
      // Findings whose message names a heading change with its number; none may be new otherwise.
      const left = before.filter((found, index) => found !== cured || before.indexOf(found) !== index);
      expect(after.length, action.title).toBe(before.length - 1);
      if (edits.length === 1) expect(after, action.title).toEqual(left);
    }
  });
});

describe('fix-all', () => {
  test('comes only when it is asked for by kind', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const all = everything(FAULTY);
    const kinds = async (only?: readonly string[]): Promise<readonly (string | undefined)[]> => (await client.actions(document, all, only)).map(({ kind }) => kind);
    const quickFixes = FAULTY_FINDINGS.map(() => 'quickfix');
    expect(await kinds()).toEqual(quickFixes);
    expect(await kinds(['quickfix'])).toEqual(quickFixes);
    expect(await kinds(['refactor'])).toEqual([]);
    expect(await kinds(['source.organizeImports'])).toEqual([]);
    expect(await kinds(['source.fixAll.other'])).toEqual([]);
    for (const kind of ['source', 'source.fixAll', FIX_ALL]) expect(await kinds([kind]), kind).toEqual([FIX_ALL]);
    expect(await kinds(['quickfix', FIX_ALL])).toEqual([...quickFixes, FIX_ALL]);
  });

  test('holds the safe edits alone, wherever the cursor is', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const place = { line: 0, character: 0 };
    const [action] = await client.actions(document, { start: place, end: place }, [FIX_ALL]);
    if (!action) throw new Error('no fix-all');
    const edits = editsOf(action, document);
    expect(edits.filter(isSnippet)).toEqual([]);
    expect(edits.map((edit) => textIn(FAULTY, edit.range))).toEqual(['法制副校长', '社区服刑人员']);
    expect(apply(FAULTY, edits)).toBe(FAULTY_FIXED);
  });

  test('is not offered where nothing is safe to change, nor a second time', async () => {
    const client = await startClient();
    for (const text of [SOUND, FAULTY_FIXED]) expect(await client.actions(await client.open(text), everything(text), [FIX_ALL])).toEqual([]);
  });

  test('leaves alone what a rule that was turned off would change', async () => {
    const client = await startClient({ settings: { rules: { 'wording-outdated': 'off' } } });
    expect(await client.actions(await client.open(FAULTY), everything(FAULTY), [FIX_ALL])).toEqual([]);
  });

  test('changes many places at once', async () => {
    const client = await startClient();
    const many = FAULTY.replace('聘请法制副校长3名', Array.from({ length: 300 }, () => '聘请法制副校长3名').join('，'));
    const document = await client.open(many);
    const [action] = await client.actions(document, everything(many), [FIX_ALL]);
    if (!action) throw new Error('no fix-all');
    expect(editsOf(action, document)).toHaveLength(301);
    expect(apply(many, editsOf(action, document))).toBe(many.replaceAll('法制副校长', '法治副校长').replace('社区服刑人员', '社区矫正对象'));
  });
});

test('a range behind the end of the text is taken as its end', async () => {
  const client = await startClient();
  const document = await client.open(FAULTY);
  const far = { line: 9_999, character: 9_999 };
  expect(await client.actions(document, { start: far, end: far })).toEqual([]);
  expect(await client.actions(document, { start: { line: 0, character: 0 }, end: far })).toHaveLength(FAULTY_FINDINGS.length);
});
