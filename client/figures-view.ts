// The view 数据: the figures of the report in the active editor, by section, as the server tells them. Asks again when the
// document has changed. Must not judge or compute.

import { commands, EventEmitter, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, window, type Disposable, type DocumentSelector, type TreeDataProvider, type TreeView, type Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { followReport } from './follow.ts';
import { SHOW, type LspRange } from './place.ts';

type Verdict = 'consistent' | 'inconsistent' | 'doubtful' | 'unchecked';

interface Figure {
  readonly text: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly equation?: string;
  readonly range: LspRange;
}

interface Group {
  readonly marker: string;
  readonly title: string;
  readonly range?: LspRange;
  readonly figures: readonly Figure[];
  readonly groups: readonly Group[];
}

type Node = Group | Figure;

const LOOK: Readonly<Record<Verdict, readonly [word: string, icon: string, color: string]>> = {
  consistent: ['对得上', 'pass', 'testing.iconPassed'],
  inconsistent: ['对不上', 'error', 'problemsErrorIcon.foreground'],
  doubtful: ['可疑', 'warning', 'problemsWarningIcon.foreground'],
  unchecked: ['未核对', 'circle-outline', 'disabledForeground'],
};

export function createFiguresView(client: LanguageClient, selector: DocumentSelector): Disposable {
  const changed = new EventEmitter<undefined>();
  let uri: Uri | undefined;
  let groups: readonly Group[] = [];
  let onlyWrong = false;

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => (isGroup(node) ? groupItem(node) : figureItem(node, uri)),
    getChildren: (node) => (node === undefined ? shown(groups, onlyWrong) : isGroup(node) ? [...node.figures, ...node.groups] : []),
  };
  const view: TreeView<Node> = window.createTreeView('fazhiReport.figures', { treeDataProvider: provider, showCollapseAll: true });

  function show(document: Uri | undefined, answer: { readonly groups: readonly Group[] } | undefined): void {
    uri = document;
    groups = answer?.groups ?? [];
    void commands.executeCommand('setContext', 'fazhiReport.isReport', answer !== undefined);
    changed.fire(undefined);
  }

  function filter(only: boolean): void {
    onlyWrong = only;
    void commands.executeCommand('setContext', 'fazhiReport.onlyWrong', only);
    changed.fire(undefined);
  }

  const subscriptions = [
    view,
    changed,
    followReport(client, selector, 'fazhiReport/figures', show),
    commands.registerCommand('fazhiReport.showOnlyWrong', () => filter(true)),
    commands.registerCommand('fazhiReport.showAllFigures', () => filter(false)),
  ];
  return { dispose: () => subscriptions.forEach((each) => void each.dispose()) };
}

const isGroup = (node: Node): node is Group => 'groups' in node;

/** All groups, or those that hold a wrong or doubtful figure with nothing else in them. */
function shown(groups: readonly Group[], onlyWrong: boolean): Group[] {
  if (!onlyWrong) return [...groups];
  return groups
    .map((group) => ({ ...group, figures: group.figures.filter(({ verdict }) => verdict === 'inconsistent' || verdict === 'doubtful'), groups: shown(group.groups, true) }))
    .filter((group) => group.figures.length + group.groups.length > 0);
}

function groupItem({ marker, title }: Group): TreeItem {
  const item = new TreeItem(`${marker}${title}`.replace(/。$/u, ''), TreeItemCollapsibleState.Expanded);
  item.contextValue = 'section';
  return item;
}

function figureItem({ text, name, verdict, equation, range }: Figure, uri: Uri | undefined): TreeItem {
  const [word, icon, color] = LOOK[verdict];
  const item = new TreeItem(text);
  item.description = [name, equation].filter((part) => part !== undefined && part !== '').join('　');
  item.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  item.tooltip = [`${name} ${text}`, equation === undefined ? word : `${word}：${equation}`].join('\n');
  item.accessibilityInformation = { label: [text, name, word, equation].filter((part) => part !== undefined && part !== '').join('，') };
  item.contextValue = 'figure';
  item.command = { command: SHOW, title: '跳到这个数', arguments: [uri, range] };
  return item;
}
