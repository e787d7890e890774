// Sheets of findings by the commands, as menus give them: what is written for the report in front and for a folder, and what is not.
// It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import { docx, p } from '../../word/docx.ts';
import assert from './assert.ts';
import { codeOf, diagnosticsWhen, test } from './harness.ts';
import { withFolder } from './host.ts';

const SOURCE = '法治报告';
const LINES = ['松澜镇2024年度法治政府建设情况报告', '2024年，松澜镇扎实推进依法行政。现将有关情况报告如下：', '一、主要举措和成效', '全年受理调解纠纷250起，成功调解结案242起，结案率95.8%。'];

const text = async (file: vscode.Uri): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
const isThere = (file: vscode.Uri): Promise<boolean> => Promise.resolve(vscode.workspace.fs.stat(file).then(() => true, () => false));
/** Messages with a button wait for the user; what is written is there before. */
async function written(file: vscode.Uri, run: () => Thenable<unknown>): Promise<string> {
  void run();
  for (let i = 0; i < 200; i++) {
    if (await isThere(file)) {
      const content = await text(file);
      if (content !== '') return content;
    }
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  throw new Error(`${file.path} was not written`);
}

test('the sheet of the report in front is written as the name of the file says', async () => {
  await withFolder(async (folder) => {
    const file = vscode.Uri.joinPath(folder, '松澜镇报告.md');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(LINES.join('\n\n')));
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    try {
      await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === 'figure-rate-mismatch'), 'the rate to be told');
      const page = vscode.Uri.joinPath(folder, '单.html');
      const html = await written(page, () => vscode.commands.executeCommand('fazhiReport.exportReview', undefined, page.toString()));
      for (const words of ['法治政府建设年度报告校核单', '<mark>95.8%</mark>', '校核人（签名）']) assert.ok(html.includes(words), words);
      const word = vscode.Uri.joinPath(folder, '单.docx');
      assert.ok((await written(word, () => vscode.commands.executeCommand('fazhiReport.exportReview', file, word.toString()))).startsWith('PK'));
      assert.equal(document.getText(), LINES.join('\n\n'));
    } finally {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
});

test('a folder becomes one table: texts and Word documents below it, not what was written by the commands', async () => {
  await withFolder(async (folder) => {
    const put = (name: string, content: Uint8Array): Thenable<void> => vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), content);
    const report = (unit: string): string => LINES.join('\n\n').replaceAll('松澜镇', unit);
    await put('甲.md', new TextEncoder().encode(report('松澜镇')));
    await put('下/乙.docx', docx(LINES.map((line) => p(line.replaceAll('松澜镇', '云岫镇'))).join('')));
    await put('下/乙-校核单.docx', docx(p('校核单')));
    await put('坏.docx', new Uint8Array([0x50, 0x4b, 3, 4]));
    await put('通知.txt', new TextEncoder().encode('关于开会的通知\n'));
    const target = vscode.Uri.joinPath(folder, '表.csv');
    const csv = await written(target, () => vscode.commands.executeCommand('fazhiReport.reviewFolder', folder, target.toString()));
    const rows = csv.split('\r\n');
    assert.equal(rows.length, 1 + 2 + 1 + 2);
    for (const words of ['松澜镇,2024,甲.md', '云岫镇,2024,下/乙.docx', '坏.docx', '通知.txt']) assert.ok(csv.includes(words), words);
    assert.ok(!csv.includes('乙-校核单'));
  });
});

test('a folder without reports gives no file', async () => {
  await withFolder(async (folder) => {
    const target = vscode.Uri.joinPath(folder, '表.csv');
    await vscode.commands.executeCommand('fazhiReport.reviewFolder', folder, target.toString());
    assert.equal(await isThere(target), false);
  });
});
