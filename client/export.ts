// 导出本文数据 and 导出 Word 文件: asks the server for the figures of a report as a file for spreadsheets, or for the report as
// a Word file, and writes it where the user says. Must not know what stands in it.

import * as l10n from '@vscode/l10n';
import { window, workspace, type Uri } from 'vscode';
import { fromBase64 } from './base64.ts';
import type { Server } from './server.ts';
import { nameOf } from './uris.ts';
import { suggestion, tellWritten, written } from './written-file.ts';

/** `target` spares the question where to, for other programs. */
export async function exportFigures(server: Server, target?: Uri): Promise<void> {
  const document = window.activeTextEditor?.document;
  const answer =
    document && (await server.request<{ text: string; count: number } | null>('fazhiReport/figuresCsv', { uri: document.uri.toString() }));
  if (!document || !answer) {
    void window.showInformationMessage(l10n.t('当前编辑的不是法治政府建设年度报告，没有数据可以导出。'));
    return;
  }
  const file = target ?? (await window.showSaveDialog({ title: l10n.t('导出本文数据'), saveLabel: l10n.t('导出'), filters: { [l10n.t('CSV 表格')]: ['csv'] }, ...suggestion(document.uri, '-数据.csv', '本文数据.csv') }));
  if (file && (await written(file, new TextEncoder().encode(answer.text)))) tellWritten(file, l10n.t('已导出{0}个数据：{1}', answer.count, nameOf(file)));
}

interface WordFile {
  /** In base64. */
  readonly data: string;
  /** Places that nobody has filled in, and errors besides. */
  readonly places: number;
  readonly errors: number;
}

/** `target` spares the question where to, for other programs. */
export async function exportWord(server: Server, uri: Uri | undefined, target?: Uri): Promise<void> {
  // One that is no longer open is not known to the server.
  if (uri) await workspace.openTextDocument(uri);
  const answer = uri && (await server.request<WordFile | null>('fazhiReport/exportWord', { uri: uri.toString() }));
  if (!uri || !answer) {
    void window.showInformationMessage(l10n.t('当前编辑的不是法治政府建设年度报告，没有导出。'));
    return;
  }
  const file = target ?? (await window.showSaveDialog({ title: l10n.t('导出 Word 文件'), saveLabel: l10n.t('导出'), filters: { [l10n.t('Word 文件')]: ['docx'] }, ...suggestion(uri, '.docx', '法治政府建设年度报告.docx') }));
  if (file && (await written(file, fromBase64(answer.data)))) tellWritten(file, exportedText(nameOf(file), answer));
}

/** What is still open hinders nothing, but is told. */
function exportedText(name: string, { places, errors }: WordFile): string {
  const left = [...(places > 0 ? [l10n.t('待填的地方{0}处', places)] : []), ...(errors > 0 ? [l10n.t('错误{0}处', errors)] : [])];
  return left.length > 0 ? l10n.t('已导出：{0}。还有{1}。', name, left.join(l10n.t('、'))) : l10n.t('已导出：{0}。', name);
}
