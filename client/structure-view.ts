// The view 结构: what a report of its kind must contain, ticked off, and the tree of its headings with their lengths, as the
// server tells them. Must not judge or count.

import * as l10n from '@vscode/l10n';
import { commands, EventEmitter, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, window, type Disposable, type TreeDataProvider, type TreeView, type Uri } from 'vscode';
import type { Follower } from './follow.ts';
import { INSERT } from './lens-commands.ts';
import type { ChecklistItem, Section, Structure } from './overview.ts';
import { SHOW } from './place.ts';

type Node = { readonly kind: 'checklist' | 'sections' } | { readonly kind: 'item'; readonly of: ChecklistItem } | { readonly kind: 'section'; readonly of: Section };

const LOOK: Readonly<Record<ChecklistItem['standing'], readonly [icon: string, color: string]>> = {
  present: ['pass', 'testing.iconPassed'],
  folded: ['color-mode', 'problemsWarningIcon.foreground'],
  unclear: ['question', 'problemsInfoIcon.foreground'],
  absent: ['error', 'problemsErrorIcon.foreground'],
  optional: ['circle-outline', 'disabledForeground'],
};

export function createStructureView(follower: Follower): Disposable {
  const changed = new EventEmitter<undefined>();
  let uri: Uri | undefined;
  let structure: Structure | undefined;

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => itemOf(node, uri, structure),
    getChildren: (node) => (structure ? children(node, structure) : []),
  };
  const view: TreeView<Node> = window.createTreeView('fazhiReport.structure', { treeDataProvider: provider, showCollapseAll: true });
  follower.followPart('structure', view, (document, answer) => {
    uri = document?.uri;
    structure = answer;
    changed.fire(undefined);
  });
  const subscriptions = [
    view,
    changed,
    commands.registerCommand('fazhiReport.insertPart', (given?: Node) => {
      const node = given ?? view.selection[0];
      return node?.kind === 'item' && canInsert(node.of) ? commands.executeCommand(INSERT, uri, [node.of.part]) : undefined;
    }),
  ];
  return { dispose: () => subscriptions.forEach((each) => void each.dispose()) };
}

/** A part that is folded has its words already; they are to be moved, not written anew. */
const canInsert = ({ kind, standing }: ChecklistItem): boolean => kind === 'part' && standing === 'absent';

function children(node: Node | undefined, { checklist, sections }: Structure): Node[] {
  switch (node?.kind) {
    case undefined:
      return [{ kind: 'checklist' }, ...(sections.length > 0 ? [{ kind: 'sections' } as const] : [])];
    case 'checklist':
      return checklist.map((of) => ({ kind: 'item', of }));
    case 'sections':
      return sections.map((of) => ({ kind: 'section', of }));
    case 'section':
      return node.of.children.map((of) => ({ kind: 'section', of }));
    case 'item':
      return [];
  }
}

function itemOf(node: Node, uri: Uri | undefined, structure: Structure | undefined): TreeItem {
  switch (node.kind) {
    case 'checklist':
      return checklistItem(structure?.checklist ?? []);
    case 'sections': {
      const group = new TreeItem(l10n.t('标题和字数'), TreeItemCollapsibleState.Expanded);
      group.iconPath = new ThemeIcon('list-tree');
      return group;
    }
    case 'item':
      return tickItem(node.of, uri);
    case 'section':
      return sectionItem(node.of, uri);
  }
}

function checklistItem(checklist: readonly ChecklistItem[]): TreeItem {
  const group = new TreeItem(l10n.t('应当写明的'), TreeItemCollapsibleState.Expanded);
  const missing = checklist.filter(({ standing }) => standing === 'absent').length;
  group.description = missing === 0 ? l10n.t('都有') : l10n.t('缺{0}项', missing);
  group.iconPath = new ThemeIcon('checklist');
  return group;
}

function nameOf({ kind, name }: ChecklistItem): string {
  switch (kind) {
    case 'title':
      return l10n.t('标题');
    case 'year':
      return l10n.t('报告年度');
    case 'opening':
      return l10n.t('导语');
    case 'part':
    case 'local':
      return name;
  }
}

/** How it stands with an item, in a few words. */
function wordOf({ kind, standing, found = '', headings = [] }: ChecklistItem): string {
  switch (standing) {
    case 'present':
      return kind === 'year' ? l10n.t('{0}年', found) : found;
    case 'folded':
      return l10n.t('没有单列标题，写在“{0}”里', found);
    case 'unclear':
      return l10n.t('标题按专题分列，看不出写在哪里');
    case 'optional':
      return l10n.t('没有');
    case 'absent':
      if (kind === 'part') return l10n.t('缺，点一下插入标题和写作框架');
      return kind === 'local' ? l10n.t('缺，本地要求：标题里写上“{0}”', headings.join(l10n.t('”或“'))) : l10n.t('没有认出');
  }
}

function markOf(standing: ChecklistItem['standing']): string {
  switch (standing) {
    case 'present':
      return l10n.t('有');
    case 'folded':
      return l10n.t('并入他处');
    case 'unclear':
      return l10n.t('看不出');
    case 'absent':
      return l10n.t('缺');
    case 'optional':
      return l10n.t('可以没有');
  }
}

function tickItem(item: ChecklistItem, uri: Uri | undefined): TreeItem {
  const [icon, color] = LOOK[item.standing];
  const tick = new TreeItem(nameOf(item));
  tick.description = wordOf(item);
  tick.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  tick.tooltip = l10n.t('{0}：{1}', nameOf(item), wordOf(item));
  tick.accessibilityInformation = { label: [nameOf(item), markOf(item.standing), wordOf(item)].join('，') };
  tick.contextValue = canInsert(item) ? 'absent' : 'item';
  if (canInsert(item)) tick.command = { command: INSERT, title: l10n.t('插入这一部分'), arguments: [uri, [item.part]] };
  else if (item.range) tick.command = { command: SHOW, title: l10n.t('跳到这里'), arguments: [uri, item.range] };
  return tick;
}

function sectionItem({ marker, title, words, share, figures, problems, range, children: below }: Section, uri: Uri | undefined): TreeItem {
  const name = `${marker}${title}`.replace(/。$/u, '');
  const length = l10n.t('{0}字 {1}%', words.toLocaleString('en'), share);
  const found = problems > 0 ? l10n.t('问题{0}处', problems) : '';
  const item = new TreeItem(name, below.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  item.description = [length, found].filter((part) => part !== '').join('　');
  item.tooltip = [name, l10n.t('{0}字，占全文的{1}%；数据{2}个；问题{3}处', words.toLocaleString('en'), share, figures, problems)].join('\n');
  item.accessibilityInformation = { label: [name, length, found].filter((part) => part !== '').join('，') };
  item.contextValue = 'section';
  item.command = { command: SHOW, title: l10n.t('跳到这里'), arguments: [uri, range] };
  return item;
}
