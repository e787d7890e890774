// What a writer does with figures in the editor: the view in the side bar, the jump, renaming with its preview, hints, the
// export. It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import report from '../workspace/figures.txt';
import assert from './assert.ts';
import { codeOf, diagnosticsWhen, hoverText, rangeOf, test, until, withDocument } from './harness.ts';
import { read, withFolder } from './host.ts';

const inReport = (body: (document: vscode.TextDocument) => Promise<void>): Promise<void> =>
  withDocument(report, 'plaintext', async (document) => {
    await diagnosticsWhen(document.uri, '法治报告', (all) => all.some((each) => codeOf(each) === 'figure-rate-mismatch'), 'the wrong rate');
    await body(document);
  });

const settings = vscode.workspace.getConfiguration('fazhiReport');

test('the view of figures opens and its commands are there', () =>
  inReport(async (document) => {
    await vscode.commands.executeCommand('fazhiReport.figures.focus');
    const all = await vscode.commands.getCommands(true);
    for (const command of ['exportFigures', 'showOnlyWrong', 'showAllFigures']) assert.ok(all.includes(`fazhiReport.${command}`), command);
    await vscode.commands.executeCommand('fazhiReport.showOnlyWrong');
    await vscode.commands.executeCommand('fazhiReport.showAllFigures');
    await vscode.commands.executeCommand('list.focusFirst');
    // Down to the first figure, and there: the keyboard is enough.
    const editor = (): vscode.TextEditor | undefined => vscode.window.activeTextEditor;
    const leadsThere = (): boolean => editor()?.document === document && document.getText(editor()?.selection) === '250起';
    await until(
      async () => {
        await vscode.commands.executeCommand('fazhiReport.figures.focus');
        await vscode.commands.executeCommand('list.focusFirst');
        for (let row = 0; row < 8; row++) {
          await vscode.commands.executeCommand('list.select'); // a group opens if it was closed, so that every other round leads into it
          if (await until(leadsThere, '250起', 150).catch(() => false)) return true;
          await vscode.commands.executeCommand('fazhiReport.figures.focus');
          await vscode.commands.executeCommand('list.focusDown');
        }
        return false;
      },
      () => `250起 to be selected; it is ${document.getText(editor()?.selection)}`,
    );
    await vscode.commands.executeCommand('workbench.view.explorer');
  }));

test('the figures are exported in a form that spreadsheets read', () =>
  inReport((document) =>
    withFolder(async (folder) => {
      const file = vscode.Uri.joinPath(folder, '数据.csv');
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('fazhiReport.exportFigures', file.toString());
      const exported = await read(file);
      assert.ok(exported.startsWith('\ufeff部分,名称,数值,单位,原文,核对结果,算式,行号\r\n'), exported);
      assert.ok(exported.includes('办结率,95,%,95.0%,对不上,78÷80＝97.50%,8'), exported);
    }),
  ));

test('renaming a number changes its other mention and the rate, after a look', () =>
  inReport(async (document) => {
    const { start } = rangeOf(document, '250');
    const edit = await until(
      () => vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>('vscode.executeDocumentRenameProvider', document.uri, start, '300').then((found) => found, () => undefined),
      'the edit',
    );
    assert.deepEqual(edit.get(document.uri).map(({ newText }) => newText), ['300', '80.0', '300']);
    const applied = vscode.workspace.applyEdit(edit, { isRefactoring: true });
    await until(async () => {
      await vscode.commands.executeCommand('refactorPreview.apply');
      return document.getText().includes('受理调解纠纷300起，成功');
    }, 'the preview to be accepted');
    await applied;
    await vscode.commands.executeCommand('workbench.action.closePanel');
  }));

test('what is no number is not renamed, and says why', () =>
  inReport(async (document) => {
    const prepare = (text: string): Promise<unknown> =>
      Promise.resolve(vscode.commands.executeCommand('vscode.prepareRename', document.uri, rangeOf(document, text).start)).then(
        (found) => found,
        (error: unknown) => String(error),
      );
    assert.match(String(await prepare('深入')), /光标不在数据上/u);
    const found = (await prepare('250')) as { placeholder: string } | undefined;
    assert.equal(found?.placeholder, '250');
  }));

test('hints show rates that are not stated, once they are switched on', () =>
  inReport(async (document) => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const labels = async (): Promise<readonly string[]> => {
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
      return hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    };
    assert.deepEqual(await labels(), []);
    try {
      await settings.update('inlayHints', true, vscode.ConfigurationTarget.Global);
      await until(async () => (await labels()).includes('80.0%'), 'the hint');
      assert.equal((await labels()).length, 1);
    } finally {
      await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Global);
    }
    await until(async () => (await labels()).length === 0, 'the hint to go');
  }));

test('the hover of a number leads to its other mention, in a file that was never saved', () =>
  inReport(async (document) => {
    const other = rangeOf(document, '250起，数量').start;
    const text = await until(async () => {
      const found = await hoverText(document.uri, rangeOf(document, '250起').start);
      return found.includes(`第${other.line + 1}行`) && found;
    }, 'the link');
    const [, command, args] = /\(command:([\w.]+)\?([^)]+)\)/u.exec(text) ?? [];
    assert.ok(command && args, text);
    await vscode.commands.executeCommand(command, ...(JSON.parse(decodeURIComponent(args)) as unknown[]));
    assert.ok(vscode.window.activeTextEditor?.document === document && vscode.window.activeTextEditor.selection.active.isEqual(other));
  }));
