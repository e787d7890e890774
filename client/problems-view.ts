// The view 问题: the findings of the report in the active editor by rule, what is ignored and which rules are off, as the
// server tells them; what the writer decides there goes back to it. Must not judge, nor know how decisions are written down.

import { commands, EventEmitter, languages, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window, workspace, type Disposable, type DocumentSelector, type TreeDataProvider, type TreeView } from 'vscode';
import type { LanguageClient, WorkspaceEdit } from 'vscode-languageclient/node';
import { followReport } from './follow.ts';
import { SHOW, type LspRange } from './place.ts';
import { saveConfig } from './workspace-file.ts';

type Severity = 'error' | 'warning' | 'information' | 'hint';

interface Problem {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly words: string;
  readonly message: string;
  readonly basis: string;
  readonly range: LspRange;
  readonly isWording: boolean;
  readonly reason?: string;
  readonly everywhere?: boolean;
}

interface Group {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly problems: readonly Problem[];
}

interface Off {
  readonly rule: string;
  readonly title: string;
  readonly inFile: boolean;
}

interface Answer {
  readonly groups: readonly Group[];
  readonly ignored: readonly Problem[];
  readonly off: readonly Off[];
  readonly unchecked: readonly string[];
  readonly decidable: boolean;
}

type Node =
  | { readonly kind: 'group'; readonly of: Group }
  | { readonly kind: 'problem' | 'ignored'; readonly of: Problem }
  | { readonly kind: 'off'; readonly of: Off }
  | { readonly kind: 'allIgnored' | 'allOff' };

const LOOK: Readonly<Record<Severity, readonly [word: string, icon: string, color: string]>> = {
  error: ['错误', 'error', 'problemsErrorIcon.foreground'],
  warning: ['警告', 'warning', 'problemsWarningIcon.foreground'],
  information: ['提醒', 'info', 'problemsInfoIcon.foreground'],
  hint: ['提示', 'ellipsis', 'descriptionForeground'],
};

const DISABLED = new ThemeColor('disabledForeground');

/** Longer marks are half or whole lines: they would hide the line number and the message. */
const LONGEST_WORDS = 16;

const NOT_A_REVIEW = '没有提示不等于没有问题，不能代替审核。';

const isGrave = ({ severity }: { readonly severity: Severity }): boolean => severity === 'error' || severity === 'warning';
const size = (groups: readonly Group[]): number => groups.reduce((sum, { problems }) => sum + problems.length, 0);

/** `pages` is the folder of the rule pages. */
export function createProblemsView(client: LanguageClient, selector: DocumentSelector, pages: Uri): Disposable {
  const changed = new EventEmitter<undefined>();
  let uri: Uri | undefined;
  let answer: Answer | undefined;
  let onlyGrave = false;

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => item(node, answer, uri),
    getChildren: (node) => (answer ? children(node, answer, onlyGrave) : []),
  };
  const view: TreeView<Node> = window.createTreeView('fazhiReport.problems', { treeDataProvider: provider, showCollapseAll: true });

  function show(document: Uri | undefined, given: Answer | undefined): void {
    uri = document;
    answer = given;
    const grave = size(graveOf(answer?.groups ?? []));
    view.badge = grave === 0 ? undefined : { value: grave, tooltip: `错误和警告${grave}处` };
    draw();
  }

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
    const params = { ...about, decision, uri: client.code2ProtocolConverter.asUri(uri), ...(reason === undefined ? {} : { reason }) };
    const change = await client.sendRequest<{ file: string; edit: WorkspaceEdit } | null>('fazhiReport/decide', params);
    if (change && (await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(change.edit)))) await saveConfig(change.file);
    follower.soon();
  }

  async function writeReason(problem: Problem): Promise<void> {
    const reason = await window.showInputBox({ title: '写理由', prompt: `为什么不提示“${short(problem.words)}”。清空就删去理由`, value: problem.reason ?? '' });
    if (reason !== undefined) await decide('reason', problem, reason);
  }

  async function open(off: Off): Promise<void> {
    if (off.inFile) return decide('rule-on', off);
    const settings = '打开设置';
    const chosen = await window.showInformationMessage(`规则“${off.title}”是在 VS Code 的设置里关闭的，到设置 fazhiReport.rules 里打开。`, settings);
    if (chosen === settings) await commands.executeCommand('workbench.action.openSettings', 'fazhiReport.rules');
  }

  /** On the line of all that are off, one is chosen first. */
  async function openOne(rules: readonly Off[]): Promise<void> {
    const rule = rules.length > 1 ? await window.showQuickPick(rules.map((off) => ({ label: off.title, off })), { title: '打开规则' }).then((chosen) => chosen?.off) : rules[0];
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

  const follower = followReport<Answer>(client, selector, 'fazhiReport/problems', show);
  const subscriptions: Disposable[] = [
    view,
    changed,
    follower,
    // The workspace file has changed, or better words are there.
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((each) => each.toString() === uri?.toString())) follower.soon();
    }),
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
const graveOf = (groups: readonly Group[]): readonly Group[] => groups.map((group) => ({ ...group, problems: group.problems.filter(isGrave) })).filter(({ problems }) => problems.length > 0);

function children(node: Node | undefined, { groups, ignored, off }: Answer, onlyGrave: boolean): Node[] {
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
function messageOf({ groups, ignored, unchecked }: Answer, onlyGrave: boolean): string {
  const all = size(groups);
  const hidden = onlyGrave ? all - size(graveOf(groups)) : 0;
  const found =
    all === 0 ? `${ignored.length > 0 ? '除了已忽略的，' : ''}没有发现问题。${NOT_A_REVIEW}` : hidden === 0 ? '' : hidden === all ? `没有错误和警告，另有提醒和提示${hidden}处没有列出。` : `另有提醒和提示${hidden}处没有列出。`;
  return found + (unchecked.length > 0 ? `${unchecked.join('、')}没有查，在设置里关闭了。` : '');
}

function item(node: Node, answer: Answer | undefined, uri: Uri | undefined): TreeItem {
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
      return greyed('已忽略', 'eye-closed', `${answer?.ignored.length ?? 0}处`, 'allIgnored');
    case 'allOff':
      return greyed('已关闭的规则', 'circle-slash', (answer?.off ?? []).map(({ title }) => title).join('、'), 'allOff');
  }
}

function groupItem({ title, severity, problems }: Group, decidable: boolean): TreeItem {
  const [word, icon, color] = LOOK[severity];
  const group = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  group.description = `${problems.length}处`;
  group.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  group.tooltip = `${title}（${word}）`;
  group.accessibilityInformation = { label: `${title}，${word}，${problems.length}处` };
  group.contextValue = `group${decidable ? ' decidable' : ''}`;
  return group;
}

function problemItem(problem: Problem, decidable: boolean, uri: Uri | undefined): TreeItem {
  const { words, message, severity, basis, isWording } = problem;
  const [word, icon, color] = LOOK[severity];
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
  const scope = everywhere ? '这个写法在本工作区都不提示' : '只有这一处不提示';
  const ignored = placed(problem, uri);
  ignored.label = short(words);
  ignored.description = [lineOf(problem), reason === undefined ? '没有写理由' : `理由：${reason}`, title].join('　');
  ignored.iconPath = new ThemeIcon('eye-closed', DISABLED);
  ignored.tooltip = [message, `${scope}。`, ...(reason === undefined ? [] : [`理由：${reason}`])].join('\n');
  ignored.accessibilityInformation = { label: [words, '已忽略', title, lineOf(problem), reason ?? '没有写理由'].join('，') };
  ignored.contextValue = `ignored${decidable ? ' decidable' : ''}`;
  return ignored;
}

function offItem({ title, inFile }: Off): TreeItem {
  const off = new TreeItem(title);
  off.description = inFile ? '本工作区关闭' : '在设置里关闭';
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
  place.command = { command: SHOW, title: '跳到这里', arguments: [uri, range] };
  return place;
}

const lineOf = ({ range }: Problem): string => `第${range.start.line + 1}行`;
const short = (words: string): string => (words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)}…` : words);
