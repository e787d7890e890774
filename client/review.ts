// 导出校核单 and 汇总校核: asks the server for a sheet of findings, or for what is found in one file of a folder after another, and
// writes what comes of it where the user says. Must not know what is found.

import * as l10n from '@vscode/l10n';
import { FileType, ProgressLocation, Uri, window, workspace, type CancellationToken } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { nameOf, suggestion, tellWritten, written } from './export.ts';
import { REPORT_ENDINGS } from './report-files.ts';

interface PaperFile {
  /** In base64. */
  readonly data: string;
  readonly findings: number;
  readonly reports: number;
}

/** What the server says of a file, which it gets back as it is. */
interface Reviewed {
  readonly name: string;
  readonly error?: string;
}

/** Of the document whose tab was clicked, else of the one in front; `target` spares the question where to, for other programs. */
export async function exportReview(client: BaseLanguageClient, uri = window.activeTextEditor?.document.uri, target?: Uri): Promise<void> {
  // One that is no longer open is not known to the server.
  if (uri) await workspace.openTextDocument(uri);
  const ask = (format: string): Promise<PaperFile | null> => client.sendRequest('fazhiReport/reviewSheet', { uri: client.code2ProtocolConverter.asUri(uri as Uri), format });
  if (!uri || !(await ask('csv'))) {
    void window.showInformationMessage(l10n.t('当前编辑的不是法治政府建设年度报告，没有校核。'));
    return;
  }
  const file = target ?? (await window.showSaveDialog({ title: l10n.t('导出校核单'), saveLabel: l10n.t('导出'), filters: filters(), ...suggestion(uri, '-校核单.docx', '校核单.docx') }));
  const answer = file && (await ask(formatOf(file)));
  if (!answer || !(await written(file, answer.data))) return;
  await tellWritten(file, l10n.t('已导出校核单：{0}，列了{1}处问题。', nameOf(file), answer.findings));
}

/** Everything below a folder in one table. Nothing is written if the user cancels. */
export async function reviewFolder(client: BaseLanguageClient, given?: Uri, target?: Uri): Promise<void> {
  const folder = given ?? (await window.showOpenDialog({ title: l10n.t('选一个放报告的文件夹'), openLabel: l10n.t('汇总'), canSelectFiles: false, canSelectFolders: true, ...(workspace.workspaceFolders?.[0] ? { defaultUri: workspace.workspaceFolders[0].uri } : {}) }))?.[0];
  if (!folder) return;
  const files = await reportsBelow(folder);
  if (files.length === 0) {
    void window.showInformationMessage(l10n.t('“{0}”里没有报告：要有 .md、.txt、.fzbg 或者 .docx 文件。', nameOf(folder)));
    return;
  }
  // Asked first, so that the writer can leave it to itself.
  const file = target ?? (await window.showSaveDialog({ title: l10n.t('汇总校核'), saveLabel: l10n.t('汇总'), filters: filters(), defaultUri: Uri.joinPath(folder, '汇总校核.docx') }));
  if (!file) return;
  const reviewed = await window.withProgress({ location: ProgressLocation.Notification, title: l10n.t('正在校核“{0}”', nameOf(folder)), cancellable: true }, async (progress, token) => {
    const all: Reviewed[] = [];
    for (const each of files) {
      if (token.isCancellationRequested) return undefined;
      const name = each.path.slice(folder.path.replace(/\/$/u, '').length + 1);
      progress.report({ message: l10n.t('{0}/{1}：{2}', all.length + 1, files.length, name), increment: 100 / files.length });
      all.push(await reviewedOf(client, each, name, token));
    }
    return token.isCancellationRequested ? undefined : all;
  });
  if (!reviewed) {
    void window.showInformationMessage(l10n.t('已取消汇总校核，没有写文件。'));
    return;
  }
  const answer = await client.sendRequest<PaperFile>('fazhiReport/reviewTable', { files: reviewed, format: formatOf(file) });
  if (!(await written(file, answer.data))) return;
  const unreadable = reviewed.filter(({ error }) => error !== undefined).length;
  await tellWritten(file, [l10n.t('校核了{0}份报告，共{1}处问题：{2}', answer.reports, answer.findings, nameOf(file)), ...(unreadable > 0 ? [l10n.t('有{0}个文件读不了，列在表里。', unreadable)] : [])].join(' '));
}

/** What fails for one file is told of this file, and the others are still looked at. */
async function reviewedOf(client: BaseLanguageClient, file: Uri, name: string, token: CancellationToken): Promise<Reviewed> {
  try {
    return await client.sendRequest<Reviewed>('fazhiReport/reviewFile', { uri: client.code2ProtocolConverter.asUri(file), name }, token);
  } catch (error) {
    return { name, error: error instanceof Error ? error.message : String(error) };
  }
}

const filters = (): Record<string, string[]> => ({ [l10n.t('Word 文件')]: ['docx'], [l10n.t('网页')]: ['html'], [l10n.t('CSV 表格')]: ['csv'] });

/** By the name that the user gave. */
const formatOf = ({ path }: Uri): string => /\.(html|csv)$/iu.exec(path)?.[1]?.toLowerCase() ?? 'docx';

const SKIPPED = new Set(['node_modules', 'dist']);
/** What was written by the commands of this file, and what Word leaves beside a document while it is open. */
const NO_REPORT = /(?:^|-)(?:校核单|批注|汇总校核)\.doc[xm]$|^~\$/iu;

/** In order of name; a Word document does not count beside a text of its name, which was made of it. */
async function reportsBelow(folder: Uri): Promise<readonly Uri[]> {
  const entries = [...(await workspace.fs.readDirectory(folder))].sort(([a], [b]) => (a < b ? -1 : 1));
  const bare = (name: string): string => name.replace(/\.[^.]+$/u, '');
  const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const texts = new Set(entries.filter(([name]) => endingOf(name) !== 'docx' && REPORT_ENDINGS.includes(endingOf(name))).map(([name]) => bare(name)));
  const below: Uri[] = [];
  for (const [name, type] of entries) {
    if ((type & FileType.Directory) !== 0) {
      // A link may lead back up.
      if (!name.startsWith('.') && !SKIPPED.has(name) && (type & FileType.SymbolicLink) === 0) below.push(...(await reportsBelow(Uri.joinPath(folder, name))));
    } else if (REPORT_ENDINGS.includes(endingOf(name)) && !NO_REPORT.test(name) && (endingOf(name) !== 'docx' || !texts.has(bare(name)))) below.push(Uri.joinPath(folder, name));
  }
  return below;
}
