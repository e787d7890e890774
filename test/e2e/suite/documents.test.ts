// Documents that are no files on the disk: virtual ones, and such that cannot be written. What can be seen is seen there
// too, and nothing tries to write. It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import assert from './assert.ts';
import { codeActions, codeOf, diagnosticsWhen, documentSymbols, hoverText, rangeOf, test, until } from './harness.ts';

const SOURCE = '法治报告';
const RATE = 'figure-rate-mismatch';
const NAME = '云溪镇2024年度法治政府建设情况报告.txt';

const CONTENT = new TextEncoder().encode(report);

/** One file that is there from the beginning; it may be looked at, and nothing else. */
class Shelf implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly written: string[] = [];
  watch = (): vscode.Disposable => ({ dispose: () => undefined });
  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    if (uri.path !== `/${NAME}`) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: CONTENT.length };
  }
  readDirectory = (): [string, vscode.FileType][] => [[NAME, vscode.FileType.File]];
  readFile = (uri: vscode.Uri): Uint8Array => (this.stat(uri), CONTENT);
  writeFile = (uri: vscode.Uri): void => void this.written.push(uri.path);
  createDirectory = (): void => undefined;
  delete = (): void => undefined;
  rename = (): void => undefined;
}

async function onShelf(isReadonly: boolean, body: (document: vscode.TextDocument, shelf: Shelf) => Promise<void>): Promise<void> {
  const shelf = new Shelf();
  const scheme = isReadonly ? 'fazhi-fixed' : 'fazhi-shelf';
  const registered = vscode.workspace.registerFileSystemProvider(scheme, shelf, { isReadonly });
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path: `/${NAME}` }));
    await vscode.window.showTextDocument(document, { preview: false });
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((each) => codeOf(each) === RATE), RATE);
    await body(document, shelf);
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    registered.dispose();
  }
}

for (const [kind, isReadonly] of [['virtual', false], ['read-only', true]] as const) {
  test(`a ${kind} document is diagnosed, explained and outlined, and nothing is written to its place`, () =>
    onShelf(isReadonly, async (document, shelf) => {
      const rate = rangeOf(document, '97.8%');
      await until(async () => (await hoverText(document.uri, rate.start)).replace(/\s/gu, '').includes('240÷250'), 'the hover');
      assert.ok((await documentSymbols(document.uri)).length > 0);
      const titles = (await codeActions(document.uri, rate)).map((action) => action.title);
      assert.ok(titles.some((title) => title.includes('96')), titles.join(' '));
      assert.deepEqual(titles.filter((title) => title.startsWith('不再提示')), [], 'there is no workspace file to keep a decision in');
      assert.deepEqual(shelf.written, []);
      assert.equal(document.isDirty, false);
    }));
}
