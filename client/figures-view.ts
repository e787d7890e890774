// The view 数据: the figures of the report in the active editor, by section, as the server tells them.
// Must not judge or compute.

import * as l10n from '@vscode/l10n';
import { commands, EventEmitter, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, window, type Disposable, type TreeDataProvider, type TreeView, type Uri } from 'vscode';
import type { Follower } from './follow.ts';
import type { Figure, FigureGroup, Verdict } from './overview.ts';
import { SHOW } from './place.ts';

type Node = FigureGroup | Figure;

const LOOK: Readonly<Record<Verdict, readonly [icon: string, color: string]>> = {
  consistent: ['pass', 'testing.iconPassed'],
  inconsistent: ['error', 'problemsErrorIcon.foreground'],
  doubtful: ['warning', 'problemsWarningIcon.foreground'],
  unchecked: ['circle-outline', 'disabledForeground'],
};

function wordOf(verdict: Verdict): string {
  switch (verdict) {
    case 'consistent':
      return l10n.t('对得上');
    case 'inconsistent':
      return l10n.t('对不上');
    case 'doubtful':
      return l10n.t('可疑');
    case 'unchecked':
      return l10n.t('未核对');
  }
}

export function createFiguresView(follower: Follower): Disposable {
  const changed = new EventEmitter<undefined>();
  let uri: Uri | undefined;
  let groups: readonly FigureGroup[] = [];
  let onlyWrong = false;

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => (isGroup(node) ? groupItem(node) : figureItem(node, uri)),
    getChildren: (node) => (node === undefined ? shown(groups, onlyWrong) : isGroup(node) ? [...node.figures, ...node.groups] : []),
  };
  const view: TreeView<Node> = window.createTreeView('fazhiReport.figures', { treeDataProvider: provider, showCollapseAll: true });
  follower.followPart('figures', view, (document, answer) => {
    uri = document?.uri;
    groups = answer ?? [];
    changed.fire(undefined);
  });

  function filter(only: boolean): void {
    onlyWrong = only;
    void commands.executeCommand('setContext', 'fazhiReport.onlyWrong', only);
    changed.fire(undefined);
  }

  const subscriptions = [
    view,
    changed,
    commands.registerCommand('fazhiReport.showOnlyWrong', () => filter(true)),
    commands.registerCommand('fazhiReport.showAllFigures', () => filter(false)),
  ];
  return { dispose: () => subscriptions.forEach((each) => void each.dispose()) };
}

const isGroup = (node: Node): node is FigureGroup => 'groups' in node;

/** All groups, or those that hold a wrong or doubtful figure with nothing else in them. */
function shown(groups: readonly FigureGroup[], onlyWrong: boolean): FigureGroup[] {
  if (!onlyWrong) return [...groups];
  return groups
    .map((group) => ({ ...group, figures: group.figures.filter(({ verdict }) => verdict === 'inconsistent' || verdict === 'doubtful'), groups: shown(group.groups, true) }))
    .filter((group) => group.figures.length + group.groups.length > 0);
}

function groupItem({ marker, title }: FigureGroup): TreeItem {
  const item = new TreeItem(`${marker}${title}`.replace(/。$/u, ''), TreeItemCollapsibleState.Expanded);
  item.contextValue = 'section';
  return item;
}

function figureItem({ text, name, verdict, equation, range }: Figure, uri: Uri | undefined): TreeItem {
  const [icon, color] = LOOK[verdict];
  const word = wordOf(verdict);
  const item = new TreeItem(text);
  item.description = [name, equation].filter((part) => part !== undefined && part !== '').join('　');
  item.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  item.tooltip = [`${name} ${text}`, equation === undefined ? word : `${word}：${equation}`].join('\n');
  item.accessibilityInformation = { label: [text, name, word, equation].filter((part) => part !== undefined && part !== '').join('，') };
  item.contextValue = 'figure';
  item.command = { command: SHOW, title: l10n.t('跳到这个数'), arguments: [uri, range] };
  return item;
}
