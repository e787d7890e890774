// 预览版面: the report in front as pages, beside its text, in a webview. Sends what has changed, and carries places to and fro:
// scrolling, and clicks that go to the text. How a page looks is made in preview/; must not break lines or judge.

import * as l10n from '@vscode/l10n';
import { EventEmitter, Position, Range, Selection, TextEditorRevealType, Uri, ViewColumn, window, workspace, type Disposable, type TextDocument, type TextEditor, type TreeViewVisibilityChangeEvent, type WebviewPanel } from 'vscode';
import type { Follower } from './follow.ts';
import { showDocument } from './place.ts';
import { nameOf, uriIn } from './uris.ts';
import type { FromPage, PageState, Pages, Place, Texts, ToPage } from './preview/shapes.ts';

const TYPE = 'fazhiReport.preview';
/** After one side has been scrolled by the other it does not answer, in milliseconds. */
const QUIET = 250;

/** What stands on the pages. */
export interface Shown {
  readonly pages: number;
  readonly lines: number;
  /** Pages that were put in anew for the last change. */
  readonly touched: number;
  /** Milliseconds that the last change took. */
  readonly took: number;
}

interface Preview extends Disposable {
  /** Opens the preview of the file whose tab was clicked, else of the one in front; answers when its pages are shown. */
  readonly show: (target: unknown) => Promise<Shown | undefined>;
}

export function createPreview(follower: Follower, extensionUri: Uri): Preview {
  const seen = new EventEmitter<TreeViewVisibilityChangeEvent>();
  const told = new EventEmitter<Shown | undefined>();
  let panel: WebviewPanel | undefined;
  let document: TextDocument | undefined;
  let pages: Pages | undefined;
  let sent: { readonly uri: string; readonly sheet: string; readonly blocks: readonly string[] } | undefined; // what the page has
  let isReady = false;
  let quietUntil = 0;

  follower.followPart('pages', { get visible() { return panel?.visible ?? false; }, onDidChangeVisibility: seen.event }, (front, answer) => {
    // Another kind of document in front takes nothing away from a report that is still open.
    if (!answer && document && !document.isClosed && front?.uri.toString() !== document.uri.toString()) return;
    document = answer && front;
    pages = answer;
    send();
  });

  function open(column: ViewColumn, restored?: WebviewPanel): void {
    panel = restored ?? window.createWebviewPanel(TYPE, l10n.t('版面预览'), { viewColumn: column, preserveFocus: true }, {});
    const dist = Uri.joinPath(extensionUri, 'dist');
    panel.webview.options = { enableScripts: true, enableCommandUris: false, localResourceRoots: [dist] };
    panel.iconPath = Uri.joinPath(extensionUri, 'media', 'report.svg');
    isReady = false;
    sent = undefined;
    panel.webview.onDidReceiveMessage(receive);
    panel.onDidChangeViewState(() => seen.fire({ visible: panel?.visible ?? false }));
    panel.onDidDispose(() => {
      panel = undefined;
      told.fire(undefined);
    });
    const { webview } = panel;
    panel.webview.html = html(webview.asWebviewUri(Uri.joinPath(dist, 'preview.js')), webview.asWebviewUri(Uri.joinPath(dist, 'preview-style.css')));
    seen.fire({ visible: true });
  }

  function post(message: ToPage): void {
    void panel?.webview.postMessage(message);
  }

  /** Blocks between those that are the same at the beginning and those that are the same at the end. */
  function send(): void {
    if (!panel || !isReady) return;
    if (!document || !pages) {
      sent = undefined;
      panel.title = l10n.t('版面预览');
      post({ type: 'none', message: l10n.t('打开一份法治政府建设年度报告，这里按页显示它的版面。') });
      told.fire(undefined);
      return;
    }
    panel.title = l10n.t('版面预览：{0}', nameOf(document.uri));
    const now = { uri: document.uri.toString(), sheet: JSON.stringify(pages.sheet), blocks: pages.blocks.map((block) => JSON.stringify(block)) };
    const isAnew = sent?.uri !== now.uri || sent.sheet !== now.sheet;
    const old = isAnew ? [] : (sent?.blocks ?? []);
    let from = 0;
    while (from < old.length && from < now.blocks.length && old[from] === now.blocks[from]) from++;
    let behind = 0;
    while (behind < old.length - from && behind < now.blocks.length - from && old[old.length - 1 - behind] === now.blocks[now.blocks.length - 1 - behind]) behind++;
    post({ type: 'show', uri: now.uri, ...(isAnew ? { sheet: pages.sheet } : {}), from, removed: old.length - from - behind, blocks: pages.blocks.slice(from, pages.blocks.length - behind), texts: texts() });
    const wasElsewhere = sent?.uri !== now.uri;
    sent = now;
    if (wasElsewhere) scrollPage(editorOf(document));
  }

  function receive(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        isReady = true;
        sent = undefined;
        send();
        return;
      case 'shown':
        told.fire(message);
        return;
      case 'go':
        void go(message.place);
        return;
      case 'scrolled':
        scrollText(message.place);
        return;
    }
  }

  // --- places ---

  function positionOf({ block, offset }: Place): Position | undefined {
    const start = pages?.starts[block];
    return start === undefined ? undefined : document?.positionAt(start + offset);
  }

  async function go(place: Place): Promise<void> {
    const position = positionOf(place);
    if (!document || !position) return;
    const editor = await showDocument(document.uri, new Selection(position, position));
    editor.revealRange(new Range(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
  }

  function scrollText(place: Place): void {
    const position = positionOf(place);
    const editor = document && editorOf(document);
    if (!position || !editor) return;
    quietUntil = Date.now() + QUIET;
    editor.revealRange(new Range(position, position), TextEditorRevealType.AtTop);
  }

  function scrollPage(editor: TextEditor | undefined): void {
    const [visible] = editor?.visibleRanges ?? [];
    if (!document || !pages || !visible || Date.now() < quietUntil) return;
    const offset = visible.start.line === 0 ? 0 : document.offsetAt(visible.start);
    let block = 0;
    while (block + 1 < pages.starts.length && (pages.starts[block + 1] ?? 0) <= offset) block++;
    post({ type: 'scroll', place: { block, offset: Math.max(0, offset - (pages.starts[block] ?? 0)) } });
  }

  const subscriptions: Disposable[] = [
    seen,
    told,
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (panel?.visible && textEditor.document === document) scrollPage(textEditor);
    }),
    workspace.onDidCloseTextDocument((closed) => {
      if (closed === document) follower.soon();
    }),
    window.registerWebviewPanelSerializer(TYPE, {
      deserializeWebviewPanel: async (restored, state: PageState | undefined) => {
        open(ViewColumn.Beside, restored);
        // Nothing is in front as long as the preview itself is.
        if (!follower.document() && state?.uri !== undefined) await workspace.openTextDocument(Uri.parse(state.uri)).then(undefined, () => undefined);
      },
    }),
    { dispose: () => panel?.dispose() },
  ];

  return {
    async show(target) {
      const uri = uriIn(target) ?? window.activeTextEditor?.document.uri;
      if (uri && window.activeTextEditor?.document.uri.toString() !== uri.toString()) await showDocument(uri);
      const isShown = new Promise<Shown | undefined>((resolve) => {
        const listening = told.event((shown) => {
          listening.dispose();
          resolve(shown);
        });
      });
      if (panel) {
        panel.reveal(undefined, true);
        sent = undefined;
        send();
      } else open(ViewColumn.Beside);
      return isShown;
    },
    dispose: () => subscriptions.forEach((each) => void each.dispose()),
  };
}

const editorOf = (document: TextDocument): TextEditor | undefined => window.visibleTextEditors.find((editor) => editor.document === document);

const texts = (): Texts => ({
  page: l10n.t('第{0}页，共{1}页', '{0}', '{1}'),
  smaller: l10n.t('缩小'),
  larger: l10n.t('放大'),
  fit: l10n.t('适合窗宽'),
  pages: l10n.t('共{0}页', '{0}'),
  missing: l10n.t('这台电脑缺少字体：{0}', '{0}'),
  instead: l10n.t('{0}（用{1}代替）', '{0}', '{1}'),
  other: l10n.t('别的字体'),
});

/** Nothing is loaded but the two files that come with the extension, and nothing runs but the one. */
function html(script: Uri, style: Uri): string {
  const nonce = Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}';">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link nonce="${nonce}" rel="stylesheet" href="${style.toString()}">
</head>
<body class="empty">
<div id="bar" role="toolbar"><button id="smaller">−</button><button id="larger">＋</button><button id="fit">↔</button><span id="count" role="status"></span><span id="fonts"></span></div>
<div id="none" role="status"></div>
<main id="scroller" tabindex="0"><div id="pages"></div></main>
<script nonce="${nonce}" src="${script.toString()}"></script>
</body>
</html>`;
}
