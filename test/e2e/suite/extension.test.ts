// What a writer sees in the editor, from opening a report to fixing it, asked of the installed extension as a whole.
// Documents are untitled. It must not know the extension's code, only what the editor shows:
// codes, texts, the language id, the settings.
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import assert from './assert.ts';
import { currentHost } from './host.ts';
import {
  apply, codeActionWhen, codeActions, codeOf, diagnosticsOf, diagnosticsWhen, documentSymbols, flatten, hoverText, newText, outputOf,
  rangeOf, test, until, wholeOf, withDocument,
} from './harness.ts';

const SOURCE = '法治报告';
const MISSING = 'structure-missing-part';
const RATE = 'figure-rate-mismatch';
const WORDING = 'wording-outdated';
const PART = '存在的不足和原因';
const OLD = '社区服刑人员';
const NEW = '社区矫正对象';

const minutes = `镇综治中心例会记录

一、听取上周矛盾纠纷排查情况，共受理调解纠纷250起，调解成功240起，成功率97.8%。
二、司法所通报${OLD}走访安排。
三、下周例会改到周四上午。
`;

const extension = (): vscode.Extension<unknown> => {
  const found = vscode.extensions.all.find((each) => each.packageJSON.name === 'fazhi-report');
  assert.ok(found, 'the extension is not installed');
  return found;
};

const codes = (diagnostics: readonly vscode.Diagnostic[]): string[] => diagnostics.map(codeOf);

const withCode = (uri: vscode.Uri, code: string): Promise<vscode.Diagnostic[]> =>
  diagnosticsWhen(uri, SOURCE, (all) => codes(all).includes(code), code);

const withoutCode = (uri: vscode.Uri, code: string): Promise<vscode.Diagnostic[]> =>
  diagnosticsWhen(uri, SOURCE, (all) => !codes(all).includes(code), `${code} to go`);

async function diagnostic(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  const found = (await withCode(uri, code)).find((each) => codeOf(each) === code);
  assert.ok(found);
  return found;
}

/** The numerals of the headings of the first level, in order. */
const numerals = (text: string): string => [...text.matchAll(/^([一二三四五六七八九十]+)、/gmu)].map((match) => match[1]).join('');

const inReport = (body: (document: vscode.TextDocument) => Promise<void>): Promise<void> => withDocument(report, 'plaintext', body);

test('opening a report starts the extension', () =>
  inReport(async () => {
    await until(() => extension().isActive, 'the extension to be active');
    await extension().activate(); // it counts as active even when activation failed; this rejects then
  }));

test('a report in plain text is diagnosed', () =>
  inReport(async (document) => {
    const all = await diagnosticsWhen(
      document.uri,
      SOURCE,
      (some) => [MISSING, RATE, WORDING].every((code) => codes(some).includes(code)),
      'the three planted faults',
    );
    for (const [code, text] of [[RATE, '97.8%'], [WORDING, OLD]] as const) {
      const found = all.filter((each) => codeOf(each) === code);
      assert.equal(found.length, 1, `${code} once`);
      assert.ok(found[0]?.range.intersection(rangeOf(document, text)), `${code} is marked at ${text}`);
    }
  }));

test('a report in the language of the extension is diagnosed alike', async () => {
  const seen: string[][] = [];
  for (const language of ['plaintext', 'fazhi-report']) {
    await withDocument(report, language, async ({ uri }) => {
      await withCode(uri, MISSING);
      seen.push(codes(await withCode(uri, RATE)).sort());
    });
  }
  assert.deepEqual(seen[0], seen[1]);
});

test('the hover on a rate shows how it is computed', () =>
  inReport(async (document) => {
    const { start } = rangeOf(document, '97.8%');
    let text = '';
    await until(
      async () => {
        text = (await hoverText(document.uri, start.translate(0, 1))).replace(/\s/gu, '');
        return text.includes('240÷250');
      },
      () => `240÷250 in the hover; it says ${text}`,
    );
    assert.match(text, /96/u);
  }));

test('the quick fix of a rate writes the computed one', () =>
  inReport(async (document) => {
    const { range } = await diagnostic(document.uri, RATE);
    const fix = await codeActionWhen(document.uri, range, (action) => /96(\.0+)?[%％]/u.test(newText(action) + action.title), 'a fix with 96%');
    await apply(fix);
    await until(() => /结案率96(\.0+)?[%％]。/u.test(document.getText()), () => `96% in the text; it is ${document.getText()}`);
    await withoutCode(document.uri, RATE);
    assert.ok(codes(diagnosticsOf(document.uri, SOURCE)).includes(WORDING), 'the other faults stay');
  }));

test('the quick fix of a missing part inserts its heading and renumbers', () =>
  inReport(async (document) => {
    assert.equal(numerals(document.getText()), '一二三');
    const { range } = await diagnostic(document.uri, MISSING);
    const fix = await codeActionWhen(
      document.uri,
      range,
      (action) => action.title.includes(PART),
      `a fix that inserts ${PART}`,
    );
    await apply(fix);
    const heading = new RegExp(`^[一二三四]、.*${PART}`, 'gmu');
    await until(() => heading.test(document.getText()), () => `the heading; the text is ${document.getText()}`);
    assert.equal(document.getText().match(heading)?.length, 1);
    assert.equal(numerals(document.getText()), '一二三四');
    await diagnosticsWhen(
      document.uri,
      SOURCE,
      (all) => !all.some((each) => codeOf(each) === MISSING && each.message.includes(PART)),
      `${PART} to be no longer missing`,
    );
  }));

test('the outline shows parts with their sections', () =>
  inReport(async (document) => {
    const part = await until(
      async () => flatten(await documentSymbols(document.uri)).find((symbol) => symbol.name.startsWith('一、')),
      'the outline entry 一、',
    );
    assert.match(part.name, /主要举措和成效/u);
    assert.deepEqual(part.children.map((child) => child.name.slice(0, 3)), ['（一）', '（二）']);
    for (const child of part.children) assert.ok(part.range.contains(child.range), `${child.name} lies in its part`);
    const parts = flatten(await documentSymbols(document.uri)).filter((symbol) => /^[一二三]、/u.test(symbol.name));
    assert.equal(parts.length, 3);
  }));

test('a rule is switched off and on by the settings', () =>
  inReport(async (document) => {
    const setRules = async (rules: Record<string, string> | undefined): Promise<void> =>
      vscode.workspace.getConfiguration('fazhiReport').update('rules', rules, vscode.ConfigurationTarget.Global);
    await withCode(document.uri, WORDING);
    try {
      await setRules({ [WORDING]: 'off' });
      await withoutCode(document.uri, WORDING);
      await withCode(document.uri, RATE);
    } finally {
      await setRules(undefined);
    }
    await withCode(document.uri, WORDING);
  }));

test('editing is followed', () =>
  inReport(async (document) => {
    await withCode(document.uri, RATE);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, '97.8%'), '96%');
    await vscode.workspace.applyEdit(edit);
    await withoutCode(document.uri, RATE);
  }));

test('a document that is no report is left alone', () =>
  withDocument(minutes, 'plaintext', async ({ uri }) => {
    // The report is opened later: when it has its diagnostics, the other document would have had its own.
    await inReport(async (document) => {
      await withCode(document.uri, WORDING);
      await withCode(document.uri, MISSING);
    });
    assert.deepEqual(codes(diagnosticsOf(uri, SOURCE)), []);
    const offered = await codeActions(uri, new vscode.Range(0, 0, 6, 0), 'source.fixAll.fazhiReport');
    assert.deepEqual(offered.map((action) => action.title), []);
  }));

test('fix all applies the safe fixes and no other', () =>
  inReport(async (document) => {
    await withCode(document.uri, WORDING);
    const fix = await codeActionWhen(document.uri, wholeOf(document), () => true, 'a fix-all action', 'source.fixAll.fazhiReport');
    await apply(fix);
    await until(() => !document.getText().includes(OLD), () => `${OLD} to go; the text is ${document.getText()}`);
    assert.ok(document.getText().includes(`司法所为${NEW}开展`), document.getText());
    await withoutCode(document.uri, WORDING);
    assert.ok(document.getText().includes('结案率97.8%。'), 'figures are for a person to judge');
  }));

test('the log says which version runs, in which editor, and with which words', () =>
  inReport(async ({ uri }) => {
    await withCode(uri, RATE);
    let log = '';
    await until(async () => {
      log = (await outputOf(extension().id)).join('\n');
      return log.includes('分词：');
    }, () => `the words in the log; it says ${log}`);
    assert.ok(log.includes(`法治报告助手 ${String((extension().packageJSON as { version: unknown }).version)}，`), log);
    assert.ok(log.includes(` ${vscode.version}，`), log);
    const wanted = currentHost().words;
    if (wanted) assert.ok(log.includes(wanted === 'nodejieba' ? '分词：nodejieba' : '使用内置词表'), log);
  }));

test('nothing went wrong in the log', () =>
  inReport(async ({ uri }) => {
    await withCode(uri, RATE);
    const logs = await outputOf(extension().id);
    const errors = logs.flatMap((text) => text.split(/\r?\n/u)).filter((line) => /\[error|^\s*(\w*Error\b|error:)/iu.test(line));
    assert.deepEqual(errors, []);
  }));
