// Findings that wait while a sentence is typed: keys, cursor, undo, fixes and pasting as a writer does them.
// It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import assert from './assert.ts';
import { apply, codeActionWhen, diagnosticsOf, hoverText, rangeOf, test, until, withDocument } from './harness.ts';

const SOURCE = '法治报告';
const OLD = '社区服刑人员';
const OTHER_OLD = '法制副校长';
/** Behind it a new sentence is begun. */
const BEFORE = '开展活动36场次。';
const SENTENCE = `${BEFORE}走访${OLD}8户，聘请${OTHER_OLD}3名。`;

const run = (command: string, ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args);
const type = (text: string): Thenable<unknown> => run('type', { text });
const isTold = ({ uri }: vscode.TextDocument, words = OLD): boolean => diagnosticsOf(uri, SOURCE).some(({ message }) => message.includes(words));
const told = (document: vscode.TextDocument, words = OLD): Promise<unknown> => until(() => isTold(document, words), `${words} to be marked`);
const untold = (document: vscode.TextDocument, words = OLD): Promise<unknown> => until(() => !isTold(document, words), `${words} not to be marked`);

function putCursor(document: vscode.TextDocument, words: string): void {
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document, document);
  const { end } = rangeOf(document, words);
  editor.selection = new vscode.Selection(end, end);
}

/** A report with these words behind its heading on publicity, once its findings are there. */
function withReport(words: string, body: (document: vscode.TextDocument) => Promise<void>): Promise<void> {
  const sound = report.replace(OLD, '社区矫正对象');
  const text = sound.replace('（一）依法', `开展宣传，${words}\n\n（一）依法`);
  assert.notEqual(text, sound);
  return withDocument(text, 'fazhi-report', async (document) => {
    await told(document, '结案率');
    await body(document);
  });
}

/** Does something and gives every state of the marks that was shown, up to the answer to the last key. */
async function watching(document: vscode.TextDocument, act: () => Promise<void>): Promise<readonly boolean[]> {
  const seen: boolean[] = [];
  const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (uris.some((uri) => uri.toString() === document.uri.toString())) seen.push(isTold(document));
  });
  try {
    await act();
    await until(() => seen.length > 0, 'an answer to the keys');
    // The server answers in order, and it was asked for the marks before.
    for (let i = 0; i < 2; i++) await hoverText(document.uri, new vscode.Position(0, 0));
    return [...seen, isTold(document)];
  } finally {
    listener.dispose();
  }
}

test('nothing in a sentence is marked while it is typed; behind 。 it is', () =>
  withReport(BEFORE, async (document) => {
    putCursor(document, BEFORE);
    const seen = await watching(document, async () => {
      for (const key of `走访${OLD}8户`) await type(key);
      await until(() => document.getText().includes(`${OLD}8户`), 'the keys');
    });
    assert.deepEqual([...new Set(seen)], [false]);
    assert.ok(isTold(document, '结案率'), 'what stands elsewhere stays');
    assert.ok(isTold(document, '缺少'), 'what is told at the title stays');
    await type('。');
    await told(document);
  }));

test('an unfinished sentence is marked once the cursor leaves it, and not before', () =>
  withReport(BEFORE, async (document) => {
    putCursor(document, BEFORE);
    await type(`走访${OLD}8户`);
    const seen = await watching(document, async () => {
      await type('次');
      putCursor(document, '走访');
      await run('cursorRight');
    });
    assert.deepEqual([...new Set(seen)], [false]);
    putCursor(document, '一、主要');
    await told(document);
  }));

test('a new line ends a sentence as well', () =>
  withReport(BEFORE, async (document) => {
    putCursor(document, BEFORE);
    await type(`走访${OLD}8户`);
    await type('\n');
    await told(document);
  }));

test('typing in the middle of a sentence takes its marks away until the cursor leaves', () =>
  withReport(SENTENCE, async (document) => {
    await told(document);
    putCursor(document, `${OLD}8户`);
    await type('次');
    await untold(document);
    assert.ok(!isTold(document, OTHER_OLD));
    await run('cursorTop');
    await told(document);
    await told(document, OTHER_OLD);
  }));

test('an undo is no typing', () =>
  withReport(SENTENCE, async (document) => {
    await told(document);
    putCursor(document, `${OLD}8户`);
    await type('次');
    await untold(document);
    await run('undo');
    await told(document);
  }));

test('a quick fix leaves the other marks of its sentence, wherever in the word the cursor is', () =>
  withReport(SENTENCE, async (document) => {
    for (const at of ['社区', OLD]) {
      await told(document);
      putCursor(document, `走访${at}`);
      const fix = await codeActionWhen(document.uri, rangeOf(document, OLD), ({ title }) => title.includes('社区矫正对象'), 'the fix');
      await apply(fix);
      await untold(document);
      assert.ok(isTold(document, OTHER_OLD), at);
      await run('undo');
    }
  }));

test('a paragraph that is pasted is marked at once', () =>
  withReport(BEFORE, async (document) => {
    putCursor(document, BEFORE);
    const pasted = `走访${OLD}8户，送去米面油等生活用品和法律读本，了解他们在就业、就医、子女上学等方面遇到的困难，一户一策落实帮扶措施，全年没有发生重新违法犯罪的情况`;
    await run('paste', { text: pasted });
    await until(() => document.getText().includes(pasted), 'the paste');
    await told(document);
  }));

test('an input method replaces what it has written so far', () =>
  withReport(BEFORE, async (document) => {
    putCursor(document, BEFORE);
    const seen = await watching(document, async () => {
      await type('走访');
      await run('compositionStart');
      await run('compositionType', { text: 'shequfuxing', replacePrevCharCnt: 0, replaceNextCharCnt: 0, positionDelta: 0 });
      await run('compositionType', { text: OLD, replacePrevCharCnt: 11, replaceNextCharCnt: 0, positionDelta: 0 });
      await run('compositionEnd');
      await until(() => document.getText().includes(`走访${OLD}`), 'the words');
    });
    assert.deepEqual([...new Set(seen)], [false]);
    await type('。');
    await told(document);
  }));

test('of two editors on one document the one that is typed in counts', () =>
  withReport(BEFORE, async (document) => {
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Two, selection: new vscode.Range(0, 0, 0, 0), preview: false });
    const first = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    await until(() => vscode.window.activeTextEditor === first, 'the first editor');
    putCursor(document, BEFORE);
    const seen = await watching(document, async () => {
      await type(`走访${OLD}8户`);
    });
    assert.deepEqual([...new Set(seen)], [false]);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Two });
    await told(document);
    await run('workbench.action.closeActiveEditor');
  }));

test('with the setting off everything is marked at once', () =>
  withReport(BEFORE, async (document) => {
    const settings = vscode.workspace.getConfiguration('fazhiReport');
    await settings.update('waitForSentence', false, vscode.ConfigurationTarget.Global);
    try {
      putCursor(document, BEFORE);
      await type(`走访${OLD}8户`);
      await told(document);
    } finally {
      await settings.update('waitForSentence', undefined, vscode.ConfigurationTarget.Global);
    }
  }));
