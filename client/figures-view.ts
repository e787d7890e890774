// The view 数据: the figures of the report in the active editor, by section, as the server tells them. Asks again when the
// document has changed. Must not judge or compute.

import {
  commands, EventEmitter, languages, Range, Selection, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window, workspace,
  type Disposable, type DocumentSelector, type TextDocument, type TreeDataProvider, type TreeView,
} from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';

type Verdict = 'consistent' | 'inconsistent' | 'doubtful' | 'unchecked';

interface Place {
  readonly line: number;
  readonly character: number;
}

interface LspRange {
  readonly start: Place;
  readonly end: Place;
}

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
  inconsistent: ['对不上', 'error', 'list.errorForeground'],
  doubtful: ['可疑', 'warning', 'list.warningForeground'],
  unchecked: ['未核对', 'circle-outline', 'disabledForeground'],
};

/** Less than a pause between two words; more than the time between two keys. */
const PAUSE_MS = 300;

/** Documents of these schemes come and go beside the text the writer works on. */
const ASIDE = new Set(['output', 'git', 'comment', 'debug']);

/** Goes to a place of a document: its URI, and a range as the server writes it. */
export const SHOW = 'fazhiReport.showFigure';

export function createFiguresView(client: LanguageClient, selector: DocumentSelector): Disposable {
  const changed = new EventEmitter<undefined>();
  let uri: Uri | undefined;
  let groups: readonly Group[] = [];
  let onlyWrong = false;
  let timer: NodeJS.Timeout | undefined;

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => (isGroup(node) ? groupItem(node) : figureItem(node, uri)),
    getChildren: (node) => (node === undefined ? shown(groups, onlyWrong) : isGroup(node) ? [...node.figures, ...node.groups] : []),
  };
  const view: TreeView<Node> = window.createTreeView('fazhiReport.figures', { treeDataProvider: provider, showCollapseAll: true });

  function show(document: TextDocument | undefined, answer: readonly Group[] | undefined): void {
    uri = answer && document?.uri;
    groups = answer ?? [];
    const wrong = count(shown(groups, true));
    view.badge = wrong === 0 ? undefined : { value: wrong, tooltip: `${wrong}个数对不上或者可疑` };
    void commands.executeCommand('setContext', 'fazhiReport.isReport', answer !== undefined);
    changed.fire(undefined);
  }

  async function update(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document && ASIDE.has(document.uri.scheme)) return;
    if (!document || client.state !== State.Running || languages.match(selector, document) === 0) {
      show(undefined, undefined);
      return;
    }
    const { version } = document;
    const answer = await client.sendRequest<{ groups: readonly Group[] } | null>('fazhiReport/figures', { uri: client.code2ProtocolConverter.asUri(document.uri) }).catch(() => null);
    // By now the writer may have gone on; that change asks for itself.
    if (document === window.activeTextEditor?.document && document.version === version) show(document, answer?.groups);
  }

  function updateSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), PAUSE_MS);
  }

  function filter(only: boolean): void {
    onlyWrong = only;
    void commands.executeCommand('setContext', 'fazhiReport.onlyWrong', only);
    changed.fire(undefined);
  }

  const subscriptions = [
    view,
    changed,
    client.onDidChangeState(updateSoon),
    workspace.onDidOpenTextDocument(updateSoon),
    // Between two editors there is none for a moment.
    window.onDidChangeActiveTextEditor((editor) => (editor ? void update() : updateSoon())),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) updateSoon();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('fazhiReport')) updateSoon();
    }),
    commands.registerCommand('fazhiReport.showOnlyWrong', () => filter(true)),
    commands.registerCommand('fazhiReport.showAllFigures', () => filter(false)),
    commands.registerCommand(SHOW, select),
    { dispose: () => clearTimeout(timer) },
  ];
  void update();
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

const count = (groups: readonly Group[]): number => groups.reduce((sum, group) => sum + group.figures.length + count(group.groups), 0);

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

/** Goes to a place in the editor that shows the document already. */
async function select(where: Uri | string | undefined, range: LspRange): Promise<void> {
  if (where === undefined) return;
  const uri = typeof where === 'string' ? Uri.parse(where) : where;
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const selection = new Selection(range.start.line, range.start.character, range.end.line, range.end.character);
  const editor = await window.showTextDocument(open?.document ?? (await workspace.openTextDocument(uri)), { selection, ...(open?.viewColumn === undefined ? {} : { viewColumn: open.viewColumn }) });
  editor.revealRange(new Range(selection.start, selection.end));
}
