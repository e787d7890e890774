// What else a writer meets in the editor: snippets in every language, folding, a file that is saved.
// It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import assert from './assert.ts';
import { codeOf, diagnosticsWhen, rangeOf, test, until, withDocument } from './harness.ts';
import { read, withFolder, write } from './host.ts';

const SOURCE = '法治报告';
const RATE = 'figure-rate-mismatch';

for (const language of ['plaintext', 'markdown', 'fazhi-report']) {
  test(`snippets for the standard headings are offered in ${language}`, () =>
    withDocument('\n', language, async ({ uri }) => {
      const labels = await until(async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, new vscode.Position(0, 0));
        const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        return found.includes('bzyy') && found;
      }, 'the snippets');
      for (const prefix of ['bt', 'dy', 'zyjc', 'dyzr', 'xynd', '不足原因']) assert.ok(labels.includes(prefix), prefix);
    }));
}

test('a snippet writes a heading that counts as the part', () =>
  withDocument(report, 'fazhi-report', async (document) => {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === 'structure-missing-part'), 'the missing part');
    const at = rangeOf(document, '三、2025').start;
    await editor.insertSnippet(new vscode.SnippetString('二、存在的不足和原因\n\n一是${1:不足}。主要原因是${2:原因}。\n\n'), at);
    await diagnosticsWhen(document.uri, SOURCE, (all) => !all.some((d) => codeOf(d) === 'structure-missing-part'), 'the part to be there');
  }));

test('sections fold', () =>
  withDocument(report, 'fazhi-report', async (document) => {
    const line = rangeOf(document, '一、主要').start.line;
    const next = rangeOf(document, '二、党政').start.line;
    await until(async () => {
      const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
      return ranges?.some(({ start, end }) => start === line && end < next && end > line);
    }, 'the fold of 一、');
  }));

test('a file is recognised by its name and saved as it was but for the fix', () =>
  withFolder(async (folder) => {
    const file = vscode.Uri.joinPath(folder, '云溪镇2024年度法治政府建设情况报告.txt');
    const before = report.replace(/\n/gu, '\r\n');
    await write(file, `\ufeff${before}`);
    try {
      const document = await vscode.workspace.openTextDocument(file);
      assert.equal(document.languageId, 'fazhi-report');
      await vscode.window.showTextDocument(document);
      await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === RATE), RATE);
      const fixes = await until(async () => {
        const all = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, rangeOf(document, '97.8%'), 'quickfix', 10);
        return all.length > 0 && all;
      }, 'the quick fix of the rate');
      assert.ok(fixes[0]?.edit && (await vscode.workspace.applyEdit(fixes[0].edit)));
      assert.ok(await document.save());
      assert.equal(await read(file), `\ufeff${before.replace('97.8%', '96.0%')}`);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    }
  }));

test('Format Document joins what a page break cut, and one undo takes it back', () => {
  const cut = report.replace('全镇线下受理调解纠纷250起，成功调解结案', '各村都有调解组织。全镇线下受理调解纠纷250起，成功调解\n\n结案');
  assert.notEqual(cut, report);
  return withDocument(cut, 'fazhi-report', async (document) => {
    const before = document.getText();
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.length > 0, 'findings');
    await until(async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return document.getText().includes('成功调解结案');
    }, 'the document to be formatted');
    assert.equal(document.getText().replace(/\s/gu, ''), before.replace(/\s/gu, ''));
    await vscode.commands.executeCommand('undo');
    await until(() => document.getText() === before, 'one undo to restore the text');
  });
});

test('breadcrumbs and sticky scroll follow the Chinese numbering in Markdown', () =>
  withDocument(report.replace('一、主要', '## 一、主要').replace('（一）依法', '## （一）依法'), 'markdown', async ({ uri }) => {
    await until(async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
      return symbols?.some(({ name, children }) => name.startsWith('一、') && children.some((child) => child.name.startsWith('（一）')));
    }, '（一） below 一、 though both are ##');
  }));
