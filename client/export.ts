// 导出本文数据: asks the server for the figures of the report in the active editor as a file for spreadsheets and writes
// it where the user says. Must not know what stands in it.

import * as l10n from '@vscode/l10n';
import { Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** `target` spares the question where to, for other programs. */
export async function exportFigures(client: BaseLanguageClient, target?: Uri): Promise<void> {
  const document = window.activeTextEditor?.document;
  const answer =
    document && (await client.sendRequest<{ text: string; count: number } | null>('fazhiReport/figuresCsv', { uri: client.code2ProtocolConverter.asUri(document.uri) }));
  if (!document || !answer) {
    void window.showInformationMessage(l10n.t('当前编辑的不是法治政府建设年度报告，没有数据可以导出。'));
    return;
  }
  const file = target ?? (await window.showSaveDialog({ title: l10n.t('导出本文数据'), saveLabel: l10n.t('导出'), filters: { [l10n.t('CSV 表格')]: ['csv'] }, ...suggestion(document.uri) }));
  if (!file) return;
  await workspace.fs.writeFile(file, new TextEncoder().encode(answer.text));
  void window.showInformationMessage(l10n.t('已导出{0}个数据：{1}', answer.count, file.path.slice(file.path.lastIndexOf('/') + 1)));
}

/** Beside the report under its name; an unsaved report suggests nothing but the folder that is open. */
function suggestion(uri: Uri): { readonly defaultUri?: Uri } {
  if (uri.scheme !== 'untitled') return { defaultUri: uri.with({ path: `${uri.path.replace(/\.[^./]+$/u, '')}-数据.csv` }) };
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder ? { defaultUri: Uri.joinPath(folder, '本文数据.csv') } : {};
}
