// 导入 Word 文件: has the server read a Word document and opens its text, unsaved, beside it; a document that is dropped into a
// text is read in the same way. The file is only read. Must not know what stands in it.

import * as l10n from '@vscode/l10n';
import { DocumentDropEdit, FilePermission, languages, Position, Selection, Uri, window, workspace, type CancellationToken, type DataTransfer, type Disposable, type DocumentSelector, type LogOutputChannel } from 'vscode';
import { toBase64 } from './base64.ts';
import { layouts, type Layout } from './new-report.ts';
import { endsWith, WORD_ENDINGS } from './report-files.ts';
import type { Server } from './server.ts';
import { emptyDocument } from './untitled.ts';
import { nameOf, uriIn } from './uris.ts';

interface Imported {
  readonly text: string;
  readonly name: string;
  readonly language: string;
  readonly isReport: boolean;
  readonly notes: readonly string[];
}

/** As large as the server reads: what is larger is not even loaded. */
const LARGEST_FILE = 64 * 1024 * 1024;
const URI_LIST = 'text/uri-list';

export interface WordImporter extends Disposable {
  /** `given` spares the questions it answers: from the explorer the file, for other programs both. */
  readonly run: (given?: unknown, layout?: unknown) => Promise<void>;
}

export function createWordImporter(server: Server, selector: DocumentSelector, log: LogOutputChannel): WordImporter {
  /** Undefined where it could not be read; the reason has been told then. */
  async function imported(name: string, read: () => Thenable<Uint8Array>, layout: Layout): Promise<Imported | undefined> {
    try {
      return await server.request<Imported>('fazhiReport/importWord', { name, bytes: toBase64(await read()), layout });
    } catch (error) {
      void window.showErrorMessage(l10n.t('没有导入“{0}”：{1}', name, error instanceof Error ? error.message : String(error)));
      return undefined;
    }
  }

  /** With a button the whole of a long notice is shown; and the log keeps it. */
  async function tell(name: string, { isReport, notes }: Imported): Promise<void> {
    const all = [...notes, ...(isReport ? [] : [l10n.t('开头不像法治政府建设年度报告，没有检查；要检查，点窗口右下角的语言名称，改选“法治政府建设报告”。')])];
    log.info([l10n.t('导入“{0}”', name), ...all].join('\n  '));
    const button = l10n.t('查看运行记录');
    const said = [l10n.t('已导入“{0}”，原文件没有动。核对以后按 Ctrl+S 保存。', name), ...all].join(' ');
    if ((await window.showInformationMessage(said, ...(all.length > 0 ? [button] : []))) === button) log.show(true);
  }

  async function run(given?: unknown, layout?: unknown): Promise<void> {
    const file = uriIn(given) ?? (await pickFile());
    if (!file) return;
    const chosen = layout === 'plain' || layout === 'markdown' ? layout : await pickLayout();
    if (!chosen) return;
    const name = nameOf(file);
    const read = await imported(name, () => bytesOf(file), chosen);
    if (!read) return;
    const document = await emptyDocument(read, await folderFor(file));
    const editor = await window.showTextDocument(document, { preview: false });
    await editor.edit((edit) => edit.insert(new Position(0, 0), read.text));
    editor.selection = new Selection(0, 0, 0, 0);
    editor.revealRange(editor.selection);
    void tell(name, read);
  }

  const drops = languages.registerDocumentDropEditProvider(selector, {
    provideDocumentDropEdits: async (document, _position, transfer, token) => {
      const { languageId, fileName } = document;
      const dropped = await droppedWord(transfer, token);
      if (!dropped) return undefined;
      const read = await imported(dropped.name, dropped.read, languageId === 'markdown' || /\.(?:md|markdown)$/iu.test(fileName) ? 'markdown' : 'plain');
      if (!read || token.isCancellationRequested) return undefined;
      // Into a new document: VS Code would guess at a language.
      if (document.isUntitled && document.getText() === '') await languages.setTextDocumentLanguage(document, read.language);
      void tell(dropped.name, read);
      return new DocumentDropEdit(read.text);
    },
  });
  return { run, dispose: () => void drops.dispose() };
}

async function pickFile(): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const [file] = (await window.showOpenDialog({ title: l10n.t('导入 Word 文件'), openLabel: l10n.t('导入'), filters: { [l10n.t('Word 文档')]: WORD_ENDINGS }, ...(folder ? { defaultUri: folder } : {}) })) ?? [];
  return file;
}

async function pickLayout(): Promise<Layout | undefined> {
  return (await window.showQuickPick(layouts(), { title: l10n.t('导入 Word 文件：用哪种格式') }))?.value;
}

const isWord = (name: string): boolean => endsWith(name, WORD_ENDINGS);

async function bytesOf(file: Uri): Promise<Uint8Array> {
  const { size } = await workspace.fs.stat(file);
  if (size > LARGEST_FILE) throw new Error(l10n.t('文件超过 {0} MB，没有读；把里面的图片删去或者压缩，存好再导入。', LARGEST_FILE / 1024 / 1024));
  return workspace.fs.readFile(file);
}

/** Beside the document, where something can be saved there. */
async function folderFor(file: Uri): Promise<Uri | undefined> {
  const folder = Uri.joinPath(file, '..');
  const isReadonly = await workspace.fs.stat(folder).then(({ permissions = 0 }) => (permissions & FilePermission.Readonly) !== 0, () => true);
  return isReadonly ? workspace.workspaceFolders?.[0]?.uri : folder;
}

/** A single Word document that is dropped, from the explorer or from outside. */
async function droppedWord(transfer: DataTransfer, token: CancellationToken): Promise<{ readonly name: string; readonly read: () => Thenable<Uint8Array> } | undefined> {
  for (const [, item] of transfer) {
    const file = item.asFile();
    if (file && isWord(file.name)) return { name: file.name, read: () => file.data() };
  }
  const uris = ((await transfer.get(URI_LIST)?.asString()) ?? '').split(/\r?\n/u).filter((line) => line !== '' && !line.startsWith('#'));
  const [uri] = uris;
  if (uris.length !== 1 || uri === undefined || token.isCancellationRequested) return undefined;
  const file = Uri.parse(uri);
  return isWord(file.path) ? { name: nameOf(file), read: () => bytesOf(file) } : undefined;
}
