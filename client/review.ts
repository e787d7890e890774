// 导出校核单 and 汇总校核: asks the server for a sheet of findings, or for what is found in one file of a folder after another, and
// writes what comes of it where the user says. Must not know what is found, nor which files are reports.

import * as l10n from '@vscode/l10n';
import { ProgressLocation, Uri, window, workspace, type CancellationToken } from 'vscode';
import { fromBase64 } from './base64.ts';
import type { Server } from './server.ts';
import { nameOf } from './uris.ts';
import { suggestion, tellWritten, written } from './written-file.ts';

interface PaperFile {
  /** In base64. */
  readonly data: string;
  readonly findings: number;
  readonly reports: number;
}

/** A file in a folder or below it, called by its path from there. */
interface ReportFile {
  readonly uri: string;
  readonly name: string;
}

/** What the server says of a file, which it gets back as it is. */
interface Reviewed {
  readonly name: string;
  readonly error?: string;
}

/** Of the document whose tab was clicked, else of the one in front; `target` spares the question where to, for other programs. */
export async function exportReview(server: Server, uri = window.activeTextEditor?.document.uri, target?: Uri): Promise<void> {
  // One that is no longer open is not known to the server.
  if (uri) await workspace.openTextDocument(uri);
  const ask = (format: string): Promise<PaperFile | null> => server.request('fazhiReport/reviewSheet', { uri: (uri as Uri).toString(), format });
  if (!uri || !(await ask('csv'))) {
    void window.showInformationMessage(l10n.t('当前编辑的不是法治政府建设年度报告，没有校核。'));
    return;
  }
  const file = target ?? (await window.showSaveDialog({ title: l10n.t('导出校核单'), saveLabel: l10n.t('导出'), filters: filters(), ...suggestion(uri, '-校核单.docx', '校核单.docx') }));
  const answer = file && (await ask(formatOf(file)));
  if (!answer || !(await written(file, fromBase64(answer.data)))) return;
  tellWritten(file, l10n.t('已导出校核单：{0}，列了{1}处问题。', nameOf(file), answer.findings));
}

/** Everything below a folder in one table. Nothing is written if the user cancels. */
export async function reviewFolder(server: Server, given?: Uri, target?: Uri): Promise<void> {
  const folder = given ?? (await window.showOpenDialog({ title: l10n.t('选一个放报告的文件夹'), openLabel: l10n.t('汇总'), canSelectFiles: false, canSelectFolders: true, ...(workspace.workspaceFolders?.[0] ? { defaultUri: workspace.workspaceFolders[0].uri } : {}) }))?.[0];
  if (!folder) return;
  const { files } = await server.request<{ files: readonly ReportFile[] }>('fazhiReport/reportFiles', { uri: folder.toString() });
  if (files.length === 0) {
    void window.showInformationMessage(l10n.t('“{0}”里没有报告：要有 .md、.txt、.fzbg 或者 .docx 文件。', nameOf(folder)));
    return;
  }
  // Asked first, so that the writer can leave it to itself.
  const file = target ?? (await window.showSaveDialog({ title: l10n.t('汇总校核'), saveLabel: l10n.t('汇总'), filters: filters(), defaultUri: Uri.joinPath(folder, '汇总校核.docx') }));
  if (!file) return;
  const reviewed = await window.withProgress({ location: ProgressLocation.Notification, title: l10n.t('正在校核“{0}”', nameOf(folder)), cancellable: true }, async (progress, token) => {
    const all: Reviewed[] = [];
    for (const { uri, name } of files) {
      if (token.isCancellationRequested) return undefined;
      progress.report({ message: l10n.t('{0}/{1}：{2}', all.length + 1, files.length, name), increment: 100 / files.length });
      all.push(await reviewedOf(server, Uri.parse(uri), name, token));
    }
    return token.isCancellationRequested ? undefined : all;
  });
  if (!reviewed) {
    void window.showInformationMessage(l10n.t('已取消汇总校核，没有写文件。'));
    return;
  }
  const answer = await server.request<PaperFile>('fazhiReport/reviewTable', { files: reviewed, format: formatOf(file) });
  if (!(await written(file, fromBase64(answer.data)))) return;
  const unreadable = reviewed.filter(({ error }) => error !== undefined).length;
  tellWritten(file, [l10n.t('校核了{0}份报告，共{1}处问题：{2}', answer.reports, answer.findings, nameOf(file)), ...(unreadable > 0 ? [l10n.t('有{0}个文件读不了，列在表里。', unreadable)] : [])].join(' '));
}

/** What fails for one file is told of this file, and the others are still looked at. */
async function reviewedOf(server: Server, file: Uri, name: string, token: CancellationToken): Promise<Reviewed> {
  try {
    return await server.request<Reviewed>('fazhiReport/reviewFile', { uri: file.toString(), name }, token);
  } catch (error) {
    return { name, error: error instanceof Error ? error.message : String(error) };
  }
}

const filters = (): Record<string, string[]> => ({ [l10n.t('Word 文件')]: ['docx'], [l10n.t('网页')]: ['html'], [l10n.t('CSV 表格')]: ['csv'] });

/** By the name that the user gave. */
const formatOf = ({ path }: Uri): string => /\.(html|csv)$/iu.exec(path)?.[1]?.toLowerCase() ?? 'docx';
