// What a writer decides about findings, by quick fix and in the view of problems, and what the workspace file holds then;
// titles inside 《. Documents are files in a folder of their own. It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import assert from './assert.ts';
import { apply, codeActionWhen, codeOf, diagnosticsOf, diagnosticsWhen, hoverText, rangeOf, test, until, withDocument } from './harness.ts';
import { read, withFolder, write } from './host.ts';

const SOURCE = '法治报告';
const WORDING = 'wording-outdated';
const LOCAL = 'wording-local';
const OLD = '社区服刑人员';

const run = (command: string, ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args);
const isTold = (uri: vscode.Uri, code: string): boolean => diagnosticsOf(uri, SOURCE).some((each) => codeOf(each) === code);

interface Folder {
  readonly document: vscode.TextDocument;
  readonly config: vscode.Uri;
  /** The workspace file as it is kept; empty where there is none. */
  readonly saved: () => Promise<string>;
}

/** A report in a folder of its own, with a workspace file where one is given. */
const inFolder = (content: string | undefined, body: (folder: Folder) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    const file = vscode.Uri.joinPath(folder, '云溪镇2024年度法治政府建设情况报告.txt');
    // Decisions go to the file there is, or else to the folder of the workspace, where one is open.
    const above = content === undefined ? vscode.workspace.workspaceFolders?.[0]?.uri : undefined;
    const config = vscode.Uri.joinPath(above ?? folder, '.fazhi-report.json');
    await write(file, report);
    if (content !== undefined) await write(config, content);
    try {
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document, { preview: false });
      await diagnosticsWhen(document.uri, SOURCE, (all) => all.length > 0, 'findings');
      await body({ document, config, saved: () => read(config) });
    } finally {
      for (let left = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length; left > 0; left--) await run('workbench.action.revertAndCloseActiveEditor');
      await run('workbench.view.explorer');
      if (above) await vscode.workspace.fs.delete(config).then(undefined, () => undefined); // there may have been no decision
    }
  });

const decide = async (document: vscode.TextDocument, title: string): Promise<void> =>
  apply(await codeActionWhen(document.uri, rangeOf(document, OLD), (action) => action.title === title, title));

/** Goes down the rows of the view by keyboard until one leads to `words`. */
async function choose(document: vscode.TextDocument, words: string): Promise<void> {
  const editor = (): vscode.TextEditor | undefined => vscode.window.activeTextEditor;
  const leadsThere = (): boolean => editor()?.document === document && document.getText(editor()?.selection) === words;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(0, 0, 0, 0) });
  await until(async () => {
    await run('fazhiReport.problems.focus');
    await run('list.focusFirst');
    for (let row = 0; row < 12; row++) {
      await run('list.select'); // a group opens if it was closed, so that every other round leads into it
      if (await until(leadsThere, words, 500).catch(() => false)) return true;
      await run('fazhiReport.problems.focus');
      await run('list.focusDown');
    }
    return false;
  }, `a row that leads to ${words}`);
}

test('a decision by quick fix is saved, and the finding goes; it is under 已忽略 and can be taken back', () =>
  inFolder(undefined, async ({ document, saved, config }) => {
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((each) => codeOf(each) === WORDING), WORDING);
    await decide(document, '不再提示这一处');
    await diagnosticsWhen(document.uri, SOURCE, (all) => !all.some((each) => codeOf(each) === WORDING), `${WORDING} to go`);
    await until(async () => (await saved()) !== '', 'the decision to be saved');
    const { ignore } = JSON.parse(await saved()) as { ignore: { rule: string; text: string }[] };
    assert.deepEqual(ignore.map(({ rule, text }) => [rule, text]), [[WORDING, OLD]]);
    assert.equal(document.isDirty, false, 'the report itself is not touched');

    await choose(document, OLD);
    await run('fazhiReport.restore');
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((each) => codeOf(each) === WORDING), `${WORDING} to be told again`);
    await until(async () => (await saved()) !== '' && !(await saved()).includes(OLD), 'the entry to go');

    const file = await vscode.workspace.openTextDocument(config);
    await vscode.window.showTextDocument(file);
    assert.equal(file.isDirty, false);
    await run('undo');
    await until(() => file.getText().includes(OLD), 'one undo to bring the decision back');
    await diagnosticsWhen(document.uri, SOURCE, (all) => !all.some((each) => codeOf(each) === WORDING), 'the decision to hold as it stands in the editor');
  }));

test('in the view a finding is ignored, a rule switched off and on, and comments of the file stay', () =>
  inFolder('{\n  // agreed in spring\n  "year": 2024\n}\n', async ({ document, saved }) => {
    const first = diagnosticsOf(document.uri, SOURCE).length;
    await choose(document, '97.8%');
    await run('fazhiReport.ignoreHere');
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.length === first - 1, 'one finding fewer');
    await until(async () => (await saved()).includes('"97.8%"'), 'the decision to be saved');
    await choose(document, OLD);
    await run('fazhiReport.closeRule');
    await diagnosticsWhen(document.uri, SOURCE, (all) => !all.some((each) => codeOf(each) === WORDING), `${WORDING} to go`);
    await until(async () => (await saved()).includes(`"${WORDING}": "off"`), 'the switch to be saved');
    assert.ok((await saved()).includes('// agreed in spring'));
    // The last line tells what is off.
    await until(async () => {
      await run('fazhiReport.problems.focus');
      await run('list.focusLast');
      await run('list.select');
      await run('fazhiReport.openRule');
      return !(await saved()).includes(WORDING);
    }, 'the rule to be open again');
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((each) => codeOf(each) === WORDING), `${WORDING} again`);
  }));

test('a page of a rule opens as a preview, and the view keeps its report', () =>
  inFolder(undefined, async ({ document }) => {
    await choose(document, OLD);
    await run('fazhiReport.explainRule');
    const preview = (): boolean => vscode.window.tabGroups.all.some(({ activeTab }) => activeTab?.input instanceof vscode.TabInputWebview && activeTab.label.includes(WORDING));
    await until(preview, () => `the preview; tabs are ${vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).join(' ')}`);
    await choose(document, '97.8%');
  }));

test('words of the workspace file are found, and a bad entry is marked in it', () =>
  inFolder('{\n  "words": [\n    { "wrong": "综治中心", "right": "社会治安综合治理中心" },\n    { "wrong": "一" }\n  ]\n}\n', async ({ document, config }) => {
    const all = await diagnosticsWhen(document.uri, SOURCE, (some) => some.some((each) => codeOf(each) === LOCAL), LOCAL);
    assert.equal(document.getText(all.find((each) => codeOf(each) === LOCAL)?.range), '综治中心');
    const file = await vscode.workspace.openTextDocument(config);
    await vscode.window.showTextDocument(file);
    const [fault, ...more] = await diagnosticsWhen(file.uri, SOURCE, (some) => some.length > 0, 'the bad entry');
    assert.deepEqual(more, []);
    assert.equal(file.getText(fault?.range), '"一"');
    assert.ok(isTold(document.uri, LOCAL), 'the good entry holds');
  }));

for (const language of ['plaintext', 'fazhi-report']) {
  test(`titles are offered after 《 and written with one 》, in ${language}`, () =>
    withDocument(`${report}\n认真学习`, language, async (document) => {
      await diagnosticsWhen(document.uri, SOURCE, (all) => all.length > 0, 'findings');
      const end = document.lineAt(document.lineCount - 1).range.end;
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
      await run('type', { text: '《' });
      const list = (await run('vscode.executeCompletionItemProvider', document.uri, end.translate(0, 1), '《')) as vscode.CompletionList;
      assert.ok(list.items.some(({ label }) => label === '中华人民共和国行政处罚法'), 'the titles');
      await run('type', { text: '行政处罚' });
      await until(
        async () => {
          await run('acceptSelectedSuggestion');
          return document.lineAt(document.lineCount - 1).text.includes('》') && document.getText().includes('中华人民共和国行政处罚法');
        },
        () => `the title; the line is ${document.lineAt(document.lineCount - 1).text}`,
      );
      assert.equal(document.lineAt(document.lineCount - 1).text, '认真学习《中华人民共和国行政处罚法》');
    }));
}

test('the hover on a law says who issued it and since when it holds', () =>
  withDocument(`${report}\n认真学习《中华人民共和国行政处罚法》。`, 'plaintext', async (document) => {
    const { start } = rangeOf(document, '行政处罚法');
    const text = await until(async () => {
      const found = await hoverText(document.uri, start);
      return found.includes('施行') && found;
    }, 'the hover');
    assert.match(text, /全国人民代表大会，/u);
    assert.match(text, /\d{4}年/u);
  }));
