// A window with two folders that nobody has declared trustworthy (Restricted Mode): all works as elsewhere, since nothing of
// a workspace is ever executed, and each folder's wishes hold for its own reports. Its menus speak English.
// It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import assert from './assert.ts';
import { apply, codeActionWhen, codeOf, diagnosticsWhen, rangeOf, runTests, test, until } from './harness.ts';
import { read } from './host.ts';
import { NODE_HOST } from './node-host.ts';

export const run = (): Promise<void> => runTests(NODE_HOST);

const SOURCE = '法治报告';
const RATE = 'figure-rate-mismatch';
const WORDING = 'wording-outdated';
const REPORT = '云溪镇2024年度法治政府建设情况报告.txt';

async function reportIn(folder: string): Promise<vscode.TextDocument> {
  const root = vscode.workspace.workspaceFolders?.find(({ name }) => name === folder);
  assert.ok(root, `the folder ${folder}`);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root.uri, REPORT));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

const codesWhen = async (document: vscode.TextDocument, wanted: (codes: readonly string[]) => boolean): Promise<readonly string[]> =>
  (await diagnosticsWhen(document.uri, SOURCE, (all) => wanted(all.map(codeOf)), 'the findings')).map(codeOf);

test('the window has two folders and is restricted', async () => {
  // The workbench may start the extensions before it has read which folders there are.
  const names = await until(() => vscode.workspace.workspaceFolders?.length === 2 && vscode.workspace.workspaceFolders.map(({ name }) => name), 'the two folders');
  assert.deepEqual(names, ['甲镇', '乙镇']);
  assert.equal(vscode.workspace.isTrusted, false);
});

test('reports are checked, each as its own folder wishes', async () => {
  const first = await reportIn('甲镇');
  assert.ok(!(await codesWhen(first, (codes) => codes.includes(RATE))).includes(WORDING), 'switched off in the first folder');
  const second = await reportIn('乙镇');
  // In 2018 the old name was the right one, and the title contradicts the year that the folder sets.
  assert.ok(!(await codesWhen(second, (codes) => codes.includes(RATE))).includes(WORDING), 'not outdated in 2018');
});

test('a fix is applied and saved, a decision is kept in the folder of its report', async () => {
  const document = await reportIn('乙镇');
  await codesWhen(document, (codes) => codes.includes(RATE));
  await apply(await codeActionWhen(document.uri, rangeOf(document, '97.8%'), (action) => action.title === '不再提示这一处', 'the decision'));
  await codesWhen(document, (codes) => !codes.includes(RATE));
  const config = async (folder: string): Promise<string> => {
    const root = vscode.workspace.workspaceFolders?.find(({ name }) => name === folder)?.uri;
    assert.ok(root);
    return read(vscode.Uri.joinPath(root, '.fazhi-report.json'));
  };
  await until(async () => (await config('乙镇')).includes('97.8%'), 'the decision on the disk');
  assert.ok(!(await config('甲镇')).includes('97.8%'));

  const other = await reportIn('甲镇');
  await codesWhen(other, (codes) => codes.includes(RATE));
  await apply(await codeActionWhen(other.uri, rangeOf(other, '97.8%'), (action) => /96/u.test(action.title), 'the fix'));
  await codesWhen(other, (codes) => !codes.includes(RATE));
  assert.ok(await other.save());
});

test('menus and pages speak English where the setting asks for it', async () => {
  await reportIn('甲镇');
  await vscode.commands.executeCommand('fazhiReport.diagnose');
  const page = await until(() => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.scheme === 'fazhi-report' && document.getText() !== '' && document;
  }, 'the page of the diagnosis');
  assert.match(page.getText(), /Running\./u);
  assert.doesNotMatch(page.getText(), /正在运行/u);
});

test('the commands and views are there', async () => {
  await reportIn('甲镇');
  const all = new Set(await vscode.commands.getCommands(true));
  const { contributes } = vscode.extensions.all.find((each) => each.packageJSON.name === 'fazhi-report')?.packageJSON as { contributes: { commands: { command: string }[] } };
  assert.deepEqual(contributes.commands.map(({ command }) => command).filter((command) => !all.has(command)), []);
  await vscode.commands.executeCommand('fazhiReport.problems.focus');
  await vscode.commands.executeCommand('fazhiReport.figures.focus');
});
