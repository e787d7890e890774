// The view 数据: the figures of the report in the active editor, by section, as the server tells them.
// Must not judge or compute.

import * as l10n from '@vscode/l10n';
import { commands, EventEmitter, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, window, type Disposable, type TreeDataProvider, type TreeView, type Uri } from 'vscode';
import { chart } from './chart.ts';
import type { Follower } from './follow.ts';
import type { Figure, FigureGroup, History, Verdict } from './overview.ts';
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
    // A picture is drawn only for who looks at it, in the colours of then.
    resolveTreeItem: (item, node) => {
      if (!isGroup(node) && node.history) item.tooltip = historyTooltip(node, node.history);
      return item;
    },
    getChildren: (node) => (node === undefined ? shown(groups, onlyWrong) : isGroup(node) ? [...node.figures, ...node.groups] : []),
  };
  const view: TreeView<Node> = window.createTreeView('fazhiReport.figures', { treeDataProvider: provider, showCollapseAll: true });
  follower.followPart('figures', view, (document, answer) => {
    uri = document?.uri;
    groups = answer ?? [];
    view.description = comparedWith(groups);
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
    // Charts that were drawn are in the colours of before.
    window.onDidChangeActiveColorTheme(() => changed.fire(undefined)),
  ];
  return { dispose: () => subscriptions.forEach((each) => void each.dispose()) };
}

const isGroup = (node: Node): node is FigureGroup => 'groups' in node;

/** All groups, or those that hold a wrong or doubtful figure with nothing else in them. */
function shown(groups: readonly FigureGroup[], onlyWrong: boolean): FigureGroup[] {
  if (!onlyWrong) return [...groups];
  return groups
    .map((group) => ({ ...group, figures: group.figures.filter(({ verdict, ledger }) => verdict === 'inconsistent' || verdict === 'doubtful' || ledger?.agrees === false), groups: shown(group.groups, true) }))
    .filter((group) => group.figures.length + group.groups.length > 0);
}

function groupItem({ marker, title }: FigureGroup): TreeItem {
  const item = new TreeItem(`${marker}${title}`.replace(/。$/u, ''), TreeItemCollapsibleState.Expanded);
  item.contextValue = 'section';
  return item;
}

/** 对比2024年: what the changes beside the figures are changes from. */
function comparedWith(groups: readonly FigureGroup[]): string {
  const years = new Set<number>();
  const visit = (siblings: readonly FigureGroup[]): void =>
    siblings.forEach(({ figures, groups: below }) => {
      figures.forEach(({ history }) => history?.values.forEach(({ year }) => years.add(year)));
      visit(below);
    });
  visit(groups);
  const sorted = [...years].sort((a, b) => a - b);
  return sorted.length === 0 ? '' : l10n.t('对比{0}年', sorted.join(l10n.t('、')));
}

/** What the ledger says, in a few words; how the figure is marked is said by its own checks, unless only the ledger knows it. */
const ledgerWord = (ledger: Figure['ledger']): string => (ledger ? (ledger.agrees ? l10n.t('台账一致') : l10n.t('台账{0}', ledger.text)) : '');

function figureItem({ text, name, verdict, equation, range, history, ledger }: Figure, uri: Uri | undefined): TreeItem {
  const [icon, color] = LOOK[verdict === 'unchecked' && ledger ? (ledger.agrees ? 'consistent' : 'doubtful') : verdict];
  const known = ledgerWord(ledger);
  const word = wordOf(verdict);
  const item = new TreeItem(text);
  item.description = [name, known, history && `${history.trend} ${history.change}`.trim(), equation].filter((part) => part !== undefined && part !== '').join('　');
  item.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  // One that has a history gets its tooltip when it is looked at.
  if (!history) item.tooltip = [`${name} ${text}`, equation === undefined ? word : `${word}：${equation}`, ...(ledger ? [ledgerLine(ledger)] : [])].join('\n');
  item.accessibilityInformation = { label: [text, name, word, known, history && l10n.t('较{0}年 {1}', history.values[0]?.year ?? '', history.change), equation].filter((part) => part !== undefined && part !== '').join('，') };
  item.contextValue = 'figure';
  item.command = { command: SHOW, title: l10n.t('跳到这个数'), arguments: [uri, range] };
  return item;
}

/** 台账：232起（数据.csv 第5行，来源：司法所） */
function ledgerLine({ text, file, row, source }: NonNullable<Figure['ledger']>): string {
  const place = l10n.t('{0} 第{1}行', file, row);
  return l10n.t('台账：{0}（{1}）', text, source === '' ? place : l10n.t('{0}，来源：{1}', place, source));
}

function historyTooltip({ text, value, name, verdict, equation, ledger }: Figure, { change, values }: History): MarkdownString {
  const word = wordOf(verdict);
  const before = [...values].reverse().map(({ year, text: written, value: then }) => ({ label: l10n.t('{0}年', year), text: written, value: then }));
  const tooltip = new MarkdownString();
  tooltip.appendText(`${name} ${text}`);
  tooltip.appendMarkdown('\n\n');
  tooltip.appendText(equation === undefined ? word : `${word}：${equation}`);
  tooltip.appendMarkdown('\n\n');
  if (ledger) tooltip.appendText(ledgerLine(ledger)).appendMarkdown('\n\n');
  tooltip.appendText(l10n.t('较{0}年 {1}', values[0]?.year ?? '', change));
  tooltip.appendMarkdown('\n\n');
  return before.length > 1 ? tooltip.appendMarkdown(chart([...before, { label: l10n.t('本年'), text, value }])) : tooltip.appendText(before.map(({ label, text: written }) => `${label} ${written}`).join(''));
}
