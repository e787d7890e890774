// The ledger of figures in the editor: found beside the report, told by a finding and the hover, followed while it is edited; filled
// in only after the preview; put together from the report. It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import assert from './assert.ts';
import { codeOf, diagnosticsWhen, hoverText, rangeOf, test, until } from './harness.ts';
import { read, withFolder, write } from './host.ts';

const SOURCE = '法治报告';
const RULE = 'figure-ledger';
const REPORT = '云溪镇2025年度法治政府建设情况报告\n一、主要举措和成效\n（一）化解矛盾纠纷\n全年受理调解矛盾纠纷231起，成功调解【调解成功数】起。\n';
const LEDGER = '名称,数值,单位,期间,来源\n受理调解矛盾纠纷,232,起,2025年,司法所\n成功调解,227,起,2025年,司法所\n';

async function inFolder(ledger: string | undefined, body: (document: vscode.TextDocument, file: vscode.Uri) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const [report, file] = [vscode.Uri.joinPath(folder, '云溪镇2025法治政府建设报告.txt'), vscode.Uri.joinPath(folder, '数据.csv')];
    if (ledger !== undefined) await write(file, ledger);
    await write(report, REPORT);
    const document = await vscode.workspace.openTextDocument(report);
    await vscode.window.showTextDocument(document, { preview: false });
    try {
      await body(document, file);
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });
}

const told = (document: vscode.TextDocument, words: string): Promise<unknown> => diagnosticsWhen(document.uri, SOURCE, (all) => all.some((each) => codeOf(each) === RULE && each.message.includes(words)), words);

test('a ledger beside the report is held against it, told by the hover, and counts as it stands in the editor', () =>
  inFolder(LEDGER, async (document, file) => {
    await told(document, '台账是232起');
    assert.ok((await hoverText(document.uri, rangeOf(document, '231起').start)).includes('来源：司法所'));
    const ledger = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(ledger);
    await editor.edit((edit) => edit.replace(rangeOf(ledger, '232'), '很多'));
    await diagnosticsWhen(file, SOURCE, (all) => all.some(({ message }) => message.includes('不是一个数')), 'the fault of the ledger');
    await diagnosticsWhen(document.uri, SOURCE, (all) => !all.some((each) => codeOf(each) === RULE), 'nothing to be told of the report');
    await editor.edit((edit) => edit.replace(rangeOf(ledger, '很多'), '240'));
    await told(document, '台账是240起');
    await vscode.window.showTextDocument(ledger);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }));

test('places and figures are filled in from a ledger only once the preview is accepted', () =>
  inFolder(LEDGER, async (document) => {
    await told(document, '台账是232起');
    const filling = vscode.commands.executeCommand('fazhiReport.fillFromLedger');
    // Nothing is ticked at first, so that nothing is changed by it.
    let isDone = false;
    void filling.then(() => (isDone = true));
    await until(async () => {
      await vscode.commands.executeCommand('refactorPreview.apply');
      return isDone;
    }, 'the preview');
    assert.equal(document.getText(), REPORT);
  }));

test('the figures of a report make a ledger beside it', () =>
  inFolder(undefined, async (document, file) => {
    await until(async () => {
      await vscode.window.showTextDocument(document);
      void vscode.commands.executeCommand('fazhiReport.writeLedger', [0]);
      return (await read(file)).includes('受理调解矛盾纠纷');
    }, 'the ledger');
    assert.equal(await read(file), '\ufeff名称,数值,单位,期间,来源\r\n受理调解矛盾纠纷,231,起,2025年,\r\n');
    await until(async () => (await hoverText(document.uri, rangeOf(document, '231起').start)).includes('数据台账'), 'the ledger in the hover');
  }));
