// What else a writer meets in the editor: snippets in every language, folding, a file on disk, a server that dies.
// It must not know the extension's code, only what the editor shows.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import { codeOf, diagnosticsOf, diagnosticsWhen, rangeOf, test, until, wholeOf, withDocument } from './harness.ts';

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

test('a file on disk is recognised by its name and saved as it was but for the fix', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fazhi-file-'));
  const file = path.join(folder, '云溪镇2024年度法治政府建设情况报告.txt');
  try {
    const before = report.replace(/\n/gu, '\r\n');
    writeFileSync(file, `\ufeff${before}`);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    assert.equal(document.languageId, 'fazhi-report');
    await vscode.window.showTextDocument(document);
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === RATE), RATE);
    const fixes = await until(async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, rangeOf(document, '97.8%'), 'quickfix', 10);
      return all.length > 0 && all;
    }, 'the quick fix of the rate');
    assert.ok(fixes[0]?.edit && (await vscode.workspace.applyEdit(fixes[0].edit)));
    assert.ok(await document.save());
    assert.equal(readFileSync(file, 'utf8'), `\ufeff${before.replace('97.8%', '96.0%')}`);
  } finally {
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Process ids of the language server, as a child of this extension host. */
function servers(): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return rows
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(row))
    .flatMap((row) => (row && Number(row[2]) === process.pid && /dist[\\/]server\.js/u.test(row[3] ?? '') ? [Number(row[1])] : []));
}

test('a server that dies is started again and no edit is lost', () =>
  withDocument(report, 'plaintext', async (document) => {
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === RATE), RATE);
    const [first] = servers();
    assert.ok(first, 'the server runs as a process of its own');
    process.kill(first, 'SIGKILL');
    // Much is on its way to it before anybody knows that it has died: nothing else runs until it is gone.
    while (servers().includes(first)) continue;
    const sent = Array.from({ length: 8 }, () => vscode.commands.executeCommand('fazhiReport.insertParts', document.uri, []));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, '240起'), '245起');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await Promise.allSettled(sent);
    await until(() => servers().some((pid) => pid !== first), 'another server process');
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === RATE && d.message.includes('245÷250')), 'the rate after the edit');
    assert.ok(document.validateRange(wholeOf(document)).isEqual(wholeOf(document)));
  }));

test('a server that dies over a request while one types leaves text and findings as if it had not', () =>
  withDocument(report, 'plaintext', async (document) => {
    const found = (uri: vscode.Uri): readonly string[] => diagnosticsOf(uri, SOURCE).map((each) => `${codeOf(each)} ${each.range.start.line}:${each.range.start.character}-${each.range.end.character} ${each.message}`).sort();
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === RATE), RATE);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document === document);
    const [server] = servers();
    assert.ok(server);
    // It takes what it is sent and answers nothing, as if busy.
    process.kill(server, 'SIGSTOP');
    const at = rangeOf(document, '240起').start;
    const pending = [
      vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, at),
      vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri),
      vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, wholeOf(document), 'quickfix', 5),
      vscode.commands.executeCommand('vscode.executeFormatDocumentProvider', document.uri, {}),
    ];
    const words = '开展法制教育12场，办结率95%。';
    const typed = [...words];
    const start = rangeOf(document, '全镇线下').start;
    const before = document.getText();
    for (const [index, character] of typed.entries()) {
      if (index === 5) process.kill(server, 'SIGKILL');
      const place = document.positionAt(document.offsetAt(start) + index);
      assert.ok(await editor.edit((edit) => edit.insert(place, character)));
    }
    await Promise.allSettled(pending);
    await until(() => servers().some((pid) => pid !== server), 'another server process');
    const offset = before.indexOf('全镇线下');
    assert.equal(document.getText(), before.slice(0, offset) + words + before.slice(offset));
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === 'wording-fazhi' && document.getText(d.range).includes('法制')), 'what was typed meanwhile to be found');
    const other = await vscode.workspace.openTextDocument({ content: document.getText(), language: 'plaintext' });
    await vscode.window.showTextDocument(other, { preview: false });
    await until(() => found(other.uri).length > 0 && found(other.uri).join('\n') === found(document.uri).join('\n'), () => `the findings of a new document\n${found(other.uri).join('\n')}\nbut there are\n${found(document.uri).join('\n')}`);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
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
