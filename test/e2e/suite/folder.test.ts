// The folder of a window in the browser, which is on no disk: a new report is kept there under its name.
// It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import assert from './assert.ts';
import { test, until } from './harness.ts';
import { read } from './host.ts';

test('a new report bears its name in the folder, and is saved there', async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder && folder.uri.scheme !== 'file');
  await vscode.commands.executeCommand('fazhiReport.newReport', { kind: 'township', unit: '松澜镇', year: 2025, layout: 'plain' });
  const document = await until(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('.txt') && vscode.window.activeTextEditor.document, 'the draft');
  await until(() => document.getText().includes('松澜镇'), 'its text');
  const file = document.uri.with({ scheme: folder.uri.scheme });
  try {
    assert.ok(file.path.startsWith(`${folder.uri.path}/`), file.path);
    const text = document.getText();
    await vscode.commands.executeCommand('workbench.action.files.save');
    assert.equal(await until(() => read(file), 'the file'), text);
    await until(() => vscode.window.activeTextEditor?.document.uri.toString() === file.toString(), 'the file in front');
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'fazhi-report');
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
  }
});
