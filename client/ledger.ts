// 按台账填数 and 把本文数据写入台账: the server says what it would change, the writer looks and chooses, and only then is something
// changed: the report by VS Code's own preview, the ledger by a list. Must not know how a ledger is kept.

import * as l10n from '@vscode/l10n';
import { commands, Disposable, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { fromBase64 } from './base64.ts';
import { showDocument } from './place.ts';
import type { Server } from './server.ts';
import { written } from './written-file.ts';

/** Where tables stand that may be ledgers, to be looked at while they are open. */
export const LEDGER_TEXTS = '**/*{数据,台账}*.csv';

interface Fill {
  /** Null where there is none. */
  readonly ledger: string | null;
  readonly edit?: WorkspaceEdit;
  readonly count: number;
  /** What the ledger has and the report does not speak of. */
  readonly unmentioned: readonly string[];
}

interface Proposal {
  /** Null where there is no place for one. */
  readonly file: string | null;
  readonly name: string;
  readonly isNew: boolean;
  /** Name of the ledger that is not written. */
  readonly workbook?: string;
  readonly changes: readonly { readonly kind: 'add' | 'change'; readonly name: string; readonly text: string; readonly before?: string }[];
}

const MOST_NAMED = 5;
const CREATED = 1;
const CHANGED = 2;

export function registerLedger(server: Server): Disposable {
  async function fill(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const answer = document && (await server.request<Fill | null>('fazhiReport/fillFromLedger', { uri: document.uri.toString() }));
    if (!document || !answer) {
      void window.showInformationMessage(l10n.t('当前编辑的不是法治政府建设年度报告，没有填数。'));
      return;
    }
    const { ledger, edit, unmentioned } = answer;
    if (ledger === null) {
      void window.showInformationMessage(l10n.t('没有找到数据台账。在报告旁边放一个“{0}”或“{1}”，第一行写名称、数值、单位、期间、来源；也可以运行“把本文数据写入台账”做一个。', '数据.csv', '数据.xlsx'));
      return;
    }
    const left = unmentioned.length === 0 ? '' : l10n.t('台账里另有{0}项正文没有写到：{1}。', unmentioned.length, unmentioned.slice(0, MOST_NAMED).join(l10n.t('、')) + (unmentioned.length > MOST_NAMED ? l10n.t('等') : ''));
    if (!edit) {
      void window.showInformationMessage([l10n.t('正文里没有要按“{0}”填的地方，认得出的数都和它一样。', ledger), left].join(''));
      return;
    }
    await showDocument(document.uri);
    // The editor shows all changes first; nothing is made that is not ticked there.
    await workspace.applyEdit(await server.editOf(edit));
    if (left !== '') void window.showInformationMessage(left);
  }

  /** `given` spares the question: the indexes of what is to be written. */
  async function write(given?: unknown): Promise<void> {
    const document = window.activeTextEditor?.document;
    const uri = document?.uri.toString();
    const proposal = uri && (await asked(() => server.request<Proposal | null>('fazhiReport/ledgerChanges', { uri })));
    if (proposal === undefined) return;
    if (!proposal) {
      void window.showInformationMessage(l10n.t('当前编辑的不是法治政府建设年度报告，没有数据可以写入台账。'));
      return;
    }
    const { file, name, isNew, workbook, changes } = proposal;
    if (file === null) {
      void window.showInformationMessage(l10n.t('这份报告还没有保存，台账没有地方放。按 Ctrl+S 保存以后再写。'));
      return;
    }
    if (changes.length === 0) {
      void window.showInformationMessage(l10n.t('认得出的数“{0}”里都有，没有要写的。', name));
      return;
    }
    const chosen = Array.isArray(given) ? given : await choose(changes, isNew ? l10n.t('新建“{0}”，写入哪些数', name) : l10n.t('写入“{0}”的哪些数', name), workbook);
    if (!chosen || chosen.length === 0) return;
    const target = Uri.parse(file);
    const open = workspace.textDocuments.find((each) => each.uri.toString() === target.toString());
    if (open?.isDirty) {
      void window.showWarningMessage(l10n.t('“{0}”改了还没有保存，没有写。先保存它。', name));
      return;
    }
    const answer = await asked(() => server.request<{ file: string; data: string } | null>('fazhiReport/writeLedger', { uri, changes: chosen }));
    if (!answer || !(await written(Uri.parse(answer.file), fromBase64(answer.data)))) return;
    // Nobody watches the files outside of the workspace.
    await server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: answer.file, type: isNew ? CREATED : CHANGED }] });
    const show = l10n.t('打开');
    if ((await window.showInformationMessage(l10n.t('已把{0}个数写入“{1}”。', chosen.length, name), show)) === show) await showDocument(target);
  }

  /** Undefined where it was refused; the reason is told then. */
  async function asked<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      void window.showWarningMessage(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  return Disposable.from(commands.registerCommand('fazhiReport.fillFromLedger', fill), commands.registerCommand('fazhiReport.writeLedger', write));
}

/** New rows are ticked; what would change a value that stands there is left to the writer. */
async function choose(changes: Proposal['changes'], title: string, workbook: string | undefined): Promise<readonly number[] | undefined> {
  const items = changes.map(({ kind, name, text, before }, index): QuickPickItem & { readonly index: number } => ({
    label: name,
    description: kind === 'add' ? text : l10n.t('台账{0} → 正文{1}', before ?? '', text),
    picked: kind === 'add',
    index,
  }));
  const placeHolder = workbook === undefined ? l10n.t('勾选要写的；已有的值不一样的，勾上才改') : l10n.t('“{0}”是 Excel 文件，不改它；写到报告旁边的 CSV', workbook);
  return (await window.showQuickPick(items, { title, placeHolder, canPickMany: true, matchOnDescription: true }))?.map(({ index }) => index);
}
