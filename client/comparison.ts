// 与上年报告对比: a page beside the report, as the server writes it, that follows what is written; which earlier reports are
// meant, picked by the writer; and the two texts side by side. Must not compare or phrase what is found.

import * as l10n from '@vscode/l10n';
import { commands, EventEmitter, Uri, ViewColumn, window, type Disposable, type WebviewPanel } from 'vscode';
import type { Choices } from './choices.ts';
import type { Follower } from './follow.ts';
import { overviewOf } from './overview.ts';
import { SHOW } from './place.ts';
import { REPORT_ENDINGS } from './report-files.ts';
import type { Server } from './server.ts';

export const COMPARE = 'fazhiReport.comparePast';
export const PICK_PAST = 'fazhiReport.pickPast';
const DIFF = 'fazhiReport.diffPast';

export interface Past {
  readonly from: 'choice' | 'file' | 'name';
  /** The latest first. */
  readonly reports: readonly { readonly uri: string; readonly name: string; readonly year: number }[];
}

export const pastOf = (server: Server, uri: Uri): Promise<Past | null> => server.request<Past | null>('fazhiReport/past', { uri: uri.toString() }).catch(() => null);

export function createComparison(server: Server, follower: Follower, choices: Choices): Disposable {
  const seen = new EventEmitter<{ readonly visible: boolean }>();
  let panel: WebviewPanel | undefined;
  let shown: Uri | undefined;

  follower.followPart(
    'comparison',
    {
      get visible() {
        return panel?.visible === true;
      },
      onDidChangeVisibility: seen.event,
    },
    (document, html) => {
      // Another report that comes to the front, last year's perhaps, does not take its place.
      if (panel && html !== undefined && document?.uri.toString() === shown?.toString()) panel.webview.html = html;
    },
  );

  const pageOf = async (uri: Uri): Promise<string | undefined> => (await overviewOf(server, uri, ['comparison']))?.comparison;

  async function show(): Promise<void> {
    const uri = follower.document()?.uri;
    const html = uri && (await pageOf(uri));
    if (html === undefined) {
      void window.showInformationMessage(l10n.t('当前编辑的不是法治政府建设年度报告，没有可以对比的。'));
      return;
    }
    shown = uri;
    if (!panel) {
      panel = window.createWebviewPanel('fazhiReport.comparison', l10n.t('与上年报告对比'), { viewColumn: ViewColumn.Beside, preserveFocus: true }, { enableCommandUris: [SHOW, PICK_PAST, DIFF], enableFindWidget: true, localResourceRoots: [] });
      panel.onDidChangeViewState(({ webviewPanel }) => seen.fire({ visible: webviewPanel.visible }));
      panel.onDidDispose(() => (panel = undefined));
    }
    panel.webview.html = html;
    panel.reveal(undefined, true);
  }

  /** `target` is the report's URI, `given` spares the questions: those of earlier reports. */
  async function pick(target?: string, given?: readonly string[]): Promise<void> {
    const uri = target === undefined ? follower.document()?.uri : Uri.parse(target);
    const past = uri && (await pastOf(server, uri));
    if (!uri || !past) {
      void window.showInformationMessage(l10n.t('当前编辑的不是法治政府建设年度报告，没有可以对比的。'));
      return;
    }
    const chosen = given === undefined ? await ask(uri, past) : { past: given.map((each) => Uri.parse(each).toString()) };
    if (!chosen) return;
    await choices.choose(uri, chosen);
    follower.soon();
    const html = panel && shown?.toString() === uri.toString() ? await pageOf(uri) : undefined;
    if (panel && html !== undefined) panel.webview.html = html;
    else if (chosen.past === undefined || chosen.past.length > 0) await show();
  }

  async function ask(uri: Uri, past: Past): Promise<{ readonly past: readonly string[] | undefined } | undefined> {
    const now = past.reports.map(({ year, name }) => l10n.t('{0}年 {1}', year, name)).join(l10n.t('，'));
    const items = [
      { id: 'files', label: `$(folder-opened) ${l10n.t('选择文件…')}`, detail: l10n.t('可以选几年的；只对这份文档') },
      { id: 'name', label: `$(search) ${l10n.t('自动找')}`, detail: l10n.t('按 .fazhi-report.json 写的，或者同一文件夹里单位和年度对得上的') },
      { id: 'none', label: `$(circle-slash) ${l10n.t('不和往年比')}` },
    ];
    const answer = await window.showQuickPick(items, { title: l10n.t('选择上年报告'), placeHolder: now === '' ? l10n.t('现在没有可比的报告') : l10n.t('现在对比：{0}', now) });
    if (answer?.id === 'name') return { past: undefined };
    if (answer?.id === 'none') return { past: [] };
    if (answer?.id !== 'files') return undefined;
    const files = await window.showOpenDialog({
      title: l10n.t('选择上年报告'),
      openLabel: l10n.t('对比'),
      canSelectMany: true,
      filters: { [l10n.t('报告')]: REPORT_ENDINGS },
      ...(uri.scheme === 'untitled' ? {} : { defaultUri: Uri.joinPath(uri, '..') }),
    });
    return files && files.length > 0 ? { past: files.map((file) => file.toString()) } : undefined;
  }

  const diff = (past: unknown, report: unknown): Thenable<unknown> | undefined =>
    typeof past === 'string' && typeof report === 'string' ? commands.executeCommand('vscode.diff', Uri.parse(past), Uri.parse(report), l10n.t('上年报告 ↔ 本年报告'), { viewColumn: ViewColumn.One }) : undefined;

  const subscriptions = [
    seen,
    commands.registerCommand(COMPARE, show),
    commands.registerCommand(PICK_PAST, (target?: unknown, given?: unknown) => pick(typeof target === 'string' ? target : undefined, Array.isArray(given) ? given.map(String) : undefined)),
    commands.registerCommand(DIFF, diff),
    { dispose: () => panel?.dispose() },
  ];
  return { dispose: () => subscriptions.forEach((each) => void each.dispose()) };
}
