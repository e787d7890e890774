// Word documents that are brought in by the command, as the explorer gives it: their text, where it goes, and what is refused.
// It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import { docx, listed, lists, lvl, p, tbl, tr } from '../../word/docx.ts';
import assert from './assert.ts';
import { codeOf, diagnosticsWhen, outputOf, test, until } from './harness.ts';
import { withFolder } from './host.ts';

const SOURCE = '法治报告';
const IMPORT = 'fazhiReport.importWord';
const EXTENSION = 'fazhi-report.fazhi-report';

const REPORT = docx({
  body: [
    p('松澜镇2024年度法治政府建设情况报告', '<w:jc w:val="center"/>'),
    p('2024年，松澜镇扎实推进依法行政。现将有关情况报告如下：'),
    p('主要举措和成效', listed(1)),
    p('全年受理调解纠纷250起，成功调解结案242起，结案率95.8%。'),
    tbl(tr('类别', '件数'), tr('调解', '250'), tr('合计', '250')),
    p('存在的不足和原因', listed(1)),
  ].join(''),
  numbering: lists([[lvl(0, 'chineseCounting', '%1、')]], [[0]]),
});
const TEXT = '# 松澜镇2024年度法治政府建设情况报告\n\n2024年，松澜镇扎实推进依法行政。现将有关情况报告如下：\n\n## 一、主要举措和成效\n\n全年受理调解纠纷250起，成功调解结案242起，结案率95.8%。\n\n| 类别 | 件数 |\n| --- | --- |\n| 调解 | 250 |\n| 合计 | 250 |\n\n## 二、存在的不足和原因\n';

const close = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

test('a Word document is read into a new document beside it, in the report’s language, and checked; the file stays as it was', async () => {
  await withFolder(async (folder) => {
    const file = vscode.Uri.joinPath(folder, '初稿.docx');
    await vscode.workspace.fs.writeFile(file, REPORT);
    await vscode.commands.executeCommand(IMPORT, file, 'markdown');
    const editor = await until(() => vscode.window.activeTextEditor, 'an editor');
    try {
      const { document } = editor;
      assert.equal(document.getText(), TEXT);
      assert.equal(document.languageId, 'fazhi-report');
      assert.ok(document.isUntitled);
      assert.equal(document.uri.path, vscode.Uri.joinPath(folder, '初稿.md').path);
      const [rate] = await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === 'figure-rate-mismatch'), 'the rate to be told').then((all) => all.filter((d) => codeOf(d) === 'figure-rate-mismatch'));
      assert.equal(rate && document.getText(rate.range), '95.8%');
      const said = await until(async () => (await outputOf(EXTENSION)).find((text) => text.includes('初稿.docx')), 'the log to tell of the import');
      assert.ok(said.includes('自动编号有2处，已写成文字，编号不再自动变。'));
      // The name is taken by then.
      await vscode.commands.executeCommand(IMPORT, file.toString(), 'plain');
      assert.equal(vscode.window.activeTextEditor?.document.uri.path, vscode.Uri.joinPath(folder, '初稿.txt').path);
      assert.equal(vscode.window.activeTextEditor?.document.getText().startsWith('松澜镇2024年度'), true);
      await close();
      await vscode.commands.executeCommand(IMPORT, file, 'markdown');
      assert.equal(vscode.window.activeTextEditor?.document.uri.path, vscode.Uri.joinPath(folder, '初稿（2）.md').path);
      await close();
      assert.deepEqual([...(await vscode.workspace.fs.readFile(file))], [...REPORT]);
    } finally {
      await vscode.window.showTextDocument(editor.document);
      await close();
    }
  });
});

test('a document that is no report opens as what it is', async () => {
  await withFolder(async (folder) => {
    const file = vscode.Uri.joinPath(folder, '通知.docx');
    await vscode.workspace.fs.writeFile(file, docx(p('关于召开会议的通知')));
    await vscode.commands.executeCommand(IMPORT, file, 'plain');
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'plaintext');
    assert.equal(vscode.window.activeTextEditor?.document.getText(), '关于召开会议的通知\n');
    await close();
  });
});

test('a file that is no Word document opens nothing', async () => {
  await withFolder(async (folder) => {
    const file = vscode.Uri.joinPath(folder, '旧稿.docx');
    await vscode.workspace.fs.writeFile(file, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]));
    const before = vscode.workspace.textDocuments.length;
    await vscode.commands.executeCommand(IMPORT, file, 'markdown');
    await vscode.commands.executeCommand(IMPORT, vscode.Uri.joinPath(folder, '没有.docx'), 'markdown');
    assert.equal(vscode.workspace.textDocuments.length, before);
  });
});
