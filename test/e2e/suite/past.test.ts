// Last year's report beside this year's in the editor: found in the folder, told by the hover, compared on a page and side by side,
// picked by the writer. It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import before from '../../golden/years/梅溪镇2024.txt';
import report from '../../golden/years/梅溪镇2025.txt';
import assert from './assert.ts';
import { hoverText, rangeOf, test, until } from './harness.ts';
import { withFolder, write } from './host.ts';

const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
const page = (): vscode.Tab | undefined => tabs().find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('fazhiReport.comparison'));

async function inFolder(past: string, body: (document: vscode.TextDocument, past: vscode.Uri) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const [now, then] = [vscode.Uri.joinPath(folder, '梅溪镇2025法治政府建设报告.txt'), vscode.Uri.joinPath(folder, past)];
    await write(then, before);
    await write(now, report);
    const document = await vscode.workspace.openTextDocument(now);
    await vscode.window.showTextDocument(document, { preview: false });
    try {
      await body(document, then);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });
}

const services = (document: vscode.TextDocument): Promise<string> => hoverText(document.uri, rangeOf(document, '6303件').start);

test('the report of the year before is found in the folder and told by the hover', () =>
  inFolder('梅溪镇2024.txt', async (document) => {
    const text = await until(async () => {
      const found = await services(document);
      return found.includes('较2024年的报告') && found;
    }, 'last year’s value');
    const line = before.slice(0, before.indexOf('5836件')).split('\n').length;
    assert.ok(text.includes('5836件') && text.includes(`第${line}行`), text);
  }));

test('a page compares both, and the texts stand side by side', () =>
  inFolder('梅溪镇2024.txt', async (document, then) => {
    await until(async () => {
      await vscode.commands.executeCommand('fazhiReport.comparePast');
      return page();
    }, 'the page');
    assert.ok(vscode.window.activeTextEditor?.document === document, 'the writer stays in the report');
    await vscode.commands.executeCommand('fazhiReport.diffPast', then.toString(), document.uri.toString());
    await until(() => tabs().some(({ input }) => input instanceof vscode.TabInputTextDiff && input.original.toString() === then.toString()), 'both texts');
  }));

test('a report that nothing gives away is picked', () =>
  inFolder('旧稿.txt', async (document, then) => {
    await until(async () => {
      await vscode.commands.executeCommand('fazhiReport.pickPast', document.uri.toString(), [then.toString()]);
      return (await services(document)).includes('较2024年的报告');
    }, 'last year’s value');
    await until(page, 'the page that shows it');
    await vscode.commands.executeCommand('fazhiReport.pickPast', document.uri.toString(), []);
    await until(async () => !(await services(document)).includes('较2024年的报告'), 'nothing to be compared');
  }));
