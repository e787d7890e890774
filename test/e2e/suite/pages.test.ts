// The pages of a report beside its text, and the Word file of it. What stands on a page is looked at in pages.mjs, with mouse
// and keyboard. It must not know the extension's code.
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import assert from './assert.ts';
import { test, until, withDocument } from './harness.ts';
import { withFolder } from './host.ts';

interface Shown {
  readonly pages: number;
  readonly lines: number;
  readonly touched: number;
}

const run = <T>(command: string, ...args: unknown[]): Thenable<T> => vscode.commands.executeCommand<T>(command, ...args);
const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
const preview = (): vscode.Tab | undefined => tabs().find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('fazhiReport.preview'));

/** Asks until the pages are such. */
async function shownWhen(wanted: (shown: Shown) => boolean, what: string): Promise<Shown> {
  let last: Shown | undefined;
  return until(async () => {
    last = await run<Shown | undefined>('fazhiReport.showPreview');
    return last && wanted(last) ? last : undefined;
  }, () => `${what}; there is ${JSON.stringify(last)}`);
}

const closePreview = async (): Promise<void> => {
  const tab = preview();
  if (tab) await vscode.window.tabGroups.close(tab);
};

test('the pages open beside the text, follow it, and are gone when they are closed', () =>
  withDocument(report, 'fazhi-report', async (document) => {
    try {
      const first = await shownWhen(({ lines }) => lines > 10, 'the pages');
      assert.equal(tabs().filter((tab) => tab.label === preview()?.label).length, 1, 'one preview, however often it is asked for');
      assert.ok(preview()?.group !== vscode.window.tabGroups.all.find(({ tabs: own }) => own.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString())), 'beside the text');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().indexOf('（二）')), '全镇有序开展各项工作，取得成效。\n'.repeat(40));
      await vscode.workspace.applyEdit(edit);
      const more = await shownWhen(({ lines }) => lines >= first.lines + 40, 'the new lines');
      assert.ok(more.pages > first.pages, `${more.pages} pages`);
    } finally {
      await closePreview();
    }
    await until(() => !preview(), 'the preview to be closed');
  }));

test('the pages are those of the settings', () =>
  withDocument(report, 'fazhi-report', async () => {
    const config = vscode.workspace.getConfiguration('fazhiReport');
    try {
      const usual = await shownWhen(({ lines }) => lines > 10, 'the pages');
      await config.update('page', { lines: 10, characters: 14 }, vscode.ConfigurationTarget.Global);
      await shownWhen(({ lines, pages }) => lines > usual.lines && pages > usual.pages, 'more and shorter lines');
    } finally {
      await config.update('page', undefined, vscode.ConfigurationTarget.Global);
      await closePreview();
    }
  }));

test('what is no report has no pages', () =>
  withDocument('今天的会议记录。', 'plaintext', async () => {
    assert.equal(await run('fazhiReport.showPreview'), undefined);
    await closePreview();
  }));

test('a report is exported as a Word file', () =>
  withDocument(report, 'fazhi-report', (document) =>
    withFolder(async (folder) => {
      const file = vscode.Uri.joinPath(folder, '报告.docx');
      await run('fazhiReport.exportWord', document.uri, file.toString());
      const bytes = await vscode.workspace.fs.readFile(file);
      assert.equal(String.fromCharCode(...bytes.subarray(0, 2)), 'PK');
      assert.ok(bytes.length > 3000, `${bytes.length} bytes`);
    }),
  ));
