// The view 问题: the findings of the report in the active editor by rule, what is ignored and which rules are off, as the
// server tells them; what the writer decides there goes back to it. Must not judge, nor know how decisions are written down.

import * as l10n from '@vscode/l10n';
import { commands, EventEmitter, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window, workspace, type Disposable, type TreeDataProvider, type TreeView } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import type { Follower } from './follow.ts';
import type { OffRule, Problem, ProblemGroup, Problems, Severity } from './overview.ts';
import { SHOW } from './place.ts';
import type { Server } from './server.ts';
import { saveConfig } from './workspace-file.ts';

type Node =
  | { readonly kind: 'group'; readonly of: ProblemGroup }
  | { readonly kind: 'problem' | 'ignored'; readonly of: Problem }
  | { readonly kind: 'off'; readonly of: OffRule }
  | { readonly kind: 'allIgnored' | 'allOff' };

const LOOK: Readonly<Record<Severity, readonly [icon: string, color: string]>> = {
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  information: ['info', 'problemsInfoIcon.foreground'],
  hint: ['ellipsis', 'descriptionForeground'],
};

function wordOf(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('错误');
    case 'warning':
      return l10n.t('警告');
    case 'information':
      return l10n.t('提醒');
    case 'hint':
      return l10n.t('提示');
  }
}

const DISABLED = new ThemeColor('disabledForeground');

/** Longer marks are half or whole lines: they would hide the line number and the message. */
const LONGEST_WORDS = 16;

const isGrave = ({ severity }: { readonly severity: Severity }): boolean => severity === 'error' || severity === 'warning';
const size = (groups: readonly ProblemGroup[]): number => groups.reduce((sum, { problems }) => sum + problems.length, 0);

/** `pages` is the folder of the rule pages. */
export function createProblemsView(server: Server, follower: Follower, pages: Uri): Disposable {
  const changed = new EventEmitter<undefined>();
  let uri: Uri | undefined;
  let answer: Problems | undefined;
  let onlyGrave = false;

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => item(node, answer, uri),
    getChildren: (node) => (answer ? children(node, answer, onlyGrave) : []),
  };
  const view: TreeView<Node> = window.createTreeView('fazhiReport.problems', { treeDataProvider: provider, showCollapseAll: true });

  follower.followPart('problems', view, (document, given) => {
    uri = document?.uri;
    answer = given;
    draw();
  });
  follower.followStatus((_, status) => {
    const grave = status ? status.problems.error + status.problems.warning : 0;
    view.badge = grave === 0 ? undefined : { value: grave, tooltip: l10n.t('错误和警告{0}处', grave) };
  });

  function draw(): void {
    view.message = answer ? messageOf(answer, onlyGrave) : '';
    changed.fire(undefined);
  }

  function filter(only: boolean): void {
    onlyGrave = only;
    void commands.executeCommand('setContext', 'fazhiReport.onlyGrave', only);
    draw();
  }

  /** Lets the server write a decision into the workspace file, which is saved so that the command line sees it too. */
  async function decide(decision: string, about: { readonly rule: string }, reason?: string): Promise<void> {
    if (!uri) return;
    const params = { ...about, decision, uri: uri.toString(), ...(reason === undefined ? {} : { reason }) };
    const change = await server.request<{ file: string; edit: WorkspaceEdit } | null>('fazhiReport/decide', params);
    if (change && (await workspace.applyEdit(await server.editOf(change.edit)))) await saveConfig(change.file);
    follower.soon();
  }

  async function writeReason(problem: Problem): Promise<void> {
    const reason = await window.showInputBox({ title: l10n.t('写理由'), prompt: l10n.t('为什么不提示“{0}”。清空就删去理由', short(problem.words)), value: problem.reason ?? '' });
    if (reason !== undefined) await decide('reason', problem, reason);
  }

  async function open(off: OffRule): Promise<void> {
    if (off.inFile) return decide('rule-on', off);
    const settings = l10n.t('打开设置');
    const chosen = await window.showInformationMessage(l10n.t('规则“{0}”是在 VS Code 的设置里关闭的，到设置 fazhiReport.rules 里打开。', off.title), settings);
    if (chosen === settings) await commands.executeCommand('workbench.action.openSettings', 'fazhiReport.rules');
  }

  /** On the line of all that are off, one is chosen first. */
  async function openOne(rules: readonly OffRule[]): Promise<void> {
    const rule = rules.length > 1 ? await window.showQuickPick(rules.map((off) => ({ label: off.title, off })), { title: l10n.t('打开规则') }).then((chosen) => chosen?.off) : rules[0];
    if (rule) await open(rule);
  }

  /** A command on a node: the one it is called on, or the one selected. */
  const onNode = (name: string, act: (node: Node) => unknown): Disposable =>
    commands.registerCommand(`fazhiReport.${name}`, (given?: Node) => {
      const node = given ?? view.selection[0];
      return node && act(node);
    });
  const onFound = (name: string, act: (problem: Problem) => unknown): Disposable => onNode(name, (node) => (node.kind === 'problem' ? act(node.of) : undefined));
  const onIgnored = (name: string, act: (problem: Problem) => unknown): Disposable => onNode(name, (node) => (node.kind === 'ignored' ? act(node.of) : undefined));
  const onRule = (name: string, act: (rule: string) => unknown): Disposable => onNode(name, (node) => ('of' in node ? act(node.of.rule) : undefined));

  const subscriptions: Disposable[] = [
    view,
    changed,
    commands.registerCommand('fazhiReport.showOnlyGrave', () => filter(true)),
    commands.registerCommand('fazhiReport.showAllProblems', () => filter(false)),
    onFound('ignoreHere', (problem) => decide('here', problem)),
    onFound('ignoreWording', (problem) => decide('wording', problem)),
    onIgnored('restore', (problem) => decide('restore', problem)),
    onIgnored('writeReason', writeReason),
    onNode('openRule', (node) => (node.kind === 'off' ? open(node.of) : node.kind === 'allOff' ? openOne(answer?.off ?? []) : undefined)),
    onRule('closeRule', (rule) => decide('rule-off', { rule })),
    onRule('explainRule', (rule) => commands.executeCommand('markdown.showPreview', Uri.joinPath(pages, `${rule}.md`))),
  ];
  return { dispose: () => subscriptions.forEach((each) => void each.dispose()) };
}

/** Errors and warnings with nothing else. */
const graveOf = (groups: readonly ProblemGroup[]): readonly ProblemGroup[] => groups.map((group) => ({ ...group, problems: group.problems.filter(isGrave) })).filter(({ problems }) => problems.length > 0);

function children(node: Node | undefined, { groups, ignored, off }: Problems, onlyGrave: boolean): Node[] {
  switch (node?.kind) {
    case undefined:
      return [
        ...(onlyGrave ? graveOf(groups) : groups).map((of): Node => ({ kind: 'group', of })),
        ...(ignored.length > 0 ? [{ kind: 'allIgnored' } as const] : []),
        ...(off.length > 0 ? [{ kind: 'allOff' } as const] : []),
      ];
    case 'group':
      return node.of.problems.map((of) => ({ kind: 'problem', of }));
    case 'allIgnored':
      return ignored.map((of) => ({ kind: 'ignored', of }));
    case 'allOff':
      return off.map((of) => ({ kind: 'off', of }));
    default:
      return [];
  }
}

/** What is said above the list: that nothing was found, that not all is shown or not all was checked. */
function messageOf({ groups, ignored, unchecked }: Problems, onlyGrave: boolean): string {
  const notChecked = unchecked.length > 0 ? l10n.t('{0}没有查，在设置里关闭了。', unchecked.join(l10n.t('、'))) : '';
  return foundIn(groups, ignored.length > 0, onlyGrave) + notChecked;
}

function foundIn(groups: readonly ProblemGroup[], someIgnored: boolean, onlyGrave: boolean): string {
  const all = size(groups);
  if (all === 0) return someIgnored ? l10n.t('除了已忽略的，没有发现问题。没有提示不等于没有问题，不能代替审核。') : l10n.t('没有发现问题。没有提示不等于没有问题，不能代替审核。');
  const hidden = onlyGrave ? all - size(graveOf(groups)) : 0;
  if (hidden === 0) return '';
  return hidden === all ? l10n.t('没有错误和警告，另有提醒和提示{0}处没有列出。', hidden) : l10n.t('另有提醒和提示{0}处没有列出。', hidden);
}

function item(node: Node, answer: Problems | undefined, uri: Uri | undefined): TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node.of, answer?.decidable === true);
    case 'problem':
      return problemItem(node.of, answer?.decidable === true, uri);
    case 'ignored':
      return ignoredItem(node.of, answer?.decidable === true, uri);
    case 'off':
      return offItem(node.of);
    case 'allIgnored':
      return greyed(l10n.t('已忽略'), 'eye-closed', l10n.t('{0}处', answer?.ignored.length ?? 0), 'allIgnored');
    case 'allOff':
      return greyed(l10n.t('已关闭的规则'), 'circle-slash', (answer?.off ?? []).map(({ title }) => title).join(l10n.t('、')), 'allOff');
  }
}

function groupItem({ title, severity, problems }: ProblemGroup, decidable: boolean): TreeItem {
  const [icon, color] = LOOK[severity];
  const word = wordOf(severity);
  const group = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  const count = l10n.t('{0}处', problems.length);
  group.description = count;
  group.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  group.tooltip = l10n.t('{0}（{1}）', title, word);
  group.accessibilityInformation = { label: [title, word, count].join('，') };
  group.contextValue = `group${decidable ? ' decidable' : ''}`;
  return group;
}

function problemItem(problem: Problem, decidable: boolean, uri: Uri | undefined): TreeItem {
  const { words, message, severity, basis, isWording } = problem;
  const [icon, color] = LOOK[severity];
  const word = wordOf(severity);
  const found = placed(problem, uri);
  [found.label, found.description] = words === '' || words.length > LONGEST_WORDS ? [lineOf(problem), message] : [words, `${lineOf(problem)}　${message}`];
  found.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  found.tooltip = `${word}：${message}\n${basis}`;
  found.accessibilityInformation = { label: [words, word, lineOf(problem), message].join('，') };
  found.contextValue = `problem${decidable ? ` decidable${isWording ? ' wording' : ''}` : ''}`;
  return found;
}

function ignoredItem(problem: Problem, decidable: boolean, uri: Uri | undefined): TreeItem {
  const { words, message, title, everywhere, reason } = problem;
  const scope = everywhere ? l10n.t('这个写法在本工作区都不提示。') : l10n.t('只有这一处不提示。');
  const why = reason === undefined ? l10n.t('没有写理由') : l10n.t('理由：{0}', reason);
  const ignored = placed(problem, uri);
  ignored.label = short(words);
  ignored.description = [lineOf(problem), why, title].join('　');
  ignored.iconPath = new ThemeIcon('eye-closed', DISABLED);
  ignored.tooltip = [message, scope, ...(reason === undefined ? [] : [why])].join('\n');
  ignored.accessibilityInformation = { label: [words, l10n.t('已忽略'), title, lineOf(problem), why].join('，') };
  ignored.contextValue = `ignored${decidable ? ' decidable' : ''}`;
  return ignored;
}

function offItem({ title, inFile }: OffRule): TreeItem {
  const off = new TreeItem(title);
  off.description = inFile ? l10n.t('本工作区关闭') : l10n.t('在设置里关闭');
  off.iconPath = new ThemeIcon('circle-slash', DISABLED);
  off.contextValue = 'off';
  return off;
}

function greyed(label: string, icon: string, description: string, contextValue: string): TreeItem {
  const group = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  group.description = description;
  group.tooltip = `${label}：${description}`;
  group.contextValue = contextValue;
  group.iconPath = new ThemeIcon(icon, DISABLED);
  return group;
}

function placed({ words, range }: Problem, uri: Uri | undefined): TreeItem {
  const place = new TreeItem(words);
  place.command = { command: SHOW, title: l10n.t('跳到这里'), arguments: [uri, range] };
  return place;
}

const lineOf = ({ range }: Problem): string => l10n.t('第{0}行', range.start.line + 1);
const short = (words: string): string => (words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)}…` : words);
