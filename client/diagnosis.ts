// 检查运行状态: says in a document of its own, to be read and copied, whether the document in front is checked, why not, and
// what to do. The facts come from the server. Must not judge.

import * as l10n from '@vscode/l10n';
import { env, EventEmitter, languages, Uri, version, window, workspace, type Disposable, type DocumentSelector, type ExtensionContext, type TextDocument } from 'vscode';
import type { Follower } from './follow.ts';
import { groupsOff } from './menu.ts';
import type { Skipped, Status } from './overview.ts';
import { LONGEST_START_MS, type Server } from './server.ts';
import { kindText, knownText, originText, problemsText, profileText, skippedText, yearText } from './status-text.ts';
import { nameOf } from './uris.ts';

interface Diagnosis {
  readonly foreign: boolean;
  readonly length: number;
  readonly signs: { readonly recognised: boolean; readonly topic: boolean; readonly title?: string; readonly own: boolean; readonly opening: boolean; readonly other: boolean };
  readonly skipped?: Skipped;
  readonly status?: Status;
  readonly off: readonly string[];
  readonly faults?: readonly string[];
  readonly file?: { readonly uri: string; readonly faults: number };
  readonly ledger?: { readonly uri: string; readonly entries: number; readonly problems: readonly string[] };
  readonly words?: string;
}

/** A fact, and what to do about it where there is something to do. */
type Line = readonly [fact: string, advice?: string];

const SCHEME = 'fazhi-report';

/** `platform` is what the extension runs on, as it is called there. */
export function createDiagnosis(server: Server, follower: Follower, selector: DocumentSelector, extension: ExtensionContext['extension'], platform: string): Disposable & { readonly show: () => Promise<void> } {
  const changed = new EventEmitter<Uri>();
  let text = '';
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, { onDidChange: changed.event, provideTextDocumentContent: () => text });

  async function show(): Promise<void> {
    const document = follower.document() ?? window.activeTextEditor?.document;
    await server.settled(LONGEST_START_MS);
    const running = server.isRunning();
    const isKnown = document !== undefined && languages.match(selector, document) > 0;
    const answer = running && isKnown ? await server.request<Diagnosis | null>('fazhiReport/diagnose', { uri: document.uri.toString() }).catch(() => null) : null;
    text = [
      l10n.t('检查运行状态'),
      l10n.t('这一页可以全部选中复制（Ctrl+A，Ctrl+C），发给维护的人。里面除了标题，没有报告的内容。'),
      section(l10n.t('检查程序'), [running ? [l10n.t('正在运行。')] : [l10n.t('没有运行。'), l10n.t('按 F1 运行“重新启动检查程序”；还不行，运行“查看运行记录”，把记录发给维护的人。')]]),
      section(l10n.t('这份文档'), document ? aboutDocument(document, isKnown, running, answer ?? undefined) : [[l10n.t('没有打开文档。'), l10n.t('打开一份报告再看。')]]),
      ...(answer?.status ? [section(l10n.t('查什么'), aboutRules(answer))] : []),
      ...(answer?.ledger ? [section(l10n.t('数据台账'), aboutLedger(answer.ledger))] : []),
      ...(answer?.faults ? [section(l10n.t('写错的设置'), answer.faults.map((fault) => [fault] as const))] : []),
      section(l10n.t('版本'), [[versionText(extension, platform)]]),
    ].join('\n\n');
    const uri = Uri.from({ scheme: SCHEME, path: `/${l10n.t('检查运行状态')}.txt` });
    changed.fire(uri);
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  return { show, dispose: () => [provider, changed].forEach((each) => void each.dispose()) };
}

/** What somebody who is asked for help wants to know first. */
export const versionText = ({ packageJSON }: ExtensionContext['extension'], platform: string): string =>
  l10n.t('法治报告助手 {0}，{1} {2}，{3}，界面语言 {4}', String((packageJSON as { version: string }).version), env.appName, version, platform, env.language);

const section = (title: string, lines: readonly Line[]): string =>
  [title, ...lines.flatMap(([fact, advice]) => [`  ${fact}`, ...(advice === undefined ? [] : [`    → ${advice}`])])].join('\n');

function aboutDocument(document: TextDocument, isKnown: boolean, running: boolean, answer: Diagnosis | undefined): Line[] {
  const name = nameOf(document.uri);
  const head: Line[] = [[l10n.t('{0}，{1}，{2}，{3}个字符。', name, languageName(document), placeName(document), document.getText().length)]];
  if (!isKnown) return [...head, [l10n.t('没有检查：只看“法治政府建设报告”、Markdown 和纯文本三种语言的文档。'), l10n.t('点窗口右下角的语言名称，改选“法治政府建设报告”。')]];
  if (!running) return head;
  if (!answer) return [...head, [l10n.t('检查程序还没有收到这份文档。'), l10n.t('关上这份文档再打开；还不行，按 F1 运行“重新启动检查程序”。')]];
  if (answer.foreign) return [...head, [l10n.t('没有检查：这是别的程序给出的内容（如版本对比、搜索结果），不是文件本身。'), l10n.t('从左侧的文件列表打开文件。')]];
  if (answer.skipped) return [...head, skippedText(answer.skipped)];
  return [...head, ...(answer.status ? aboutStatus(answer.status) : whyNot(answer, document.languageId))];
}

function languageName({ languageId }: TextDocument): string {
  switch (languageId) {
    case 'fazhi-report':
      return l10n.t('语言“法治政府建设报告”');
    case 'plaintext':
      return l10n.t('语言“纯文本”');
    default:
      return l10n.t('语言“{0}”', languageId);
  }
}

function placeName({ uri: { scheme } }: TextDocument): string {
  switch (scheme) {
    case 'file':
      return l10n.t('本机的文件');
    case 'untitled':
      return l10n.t('没有保存的新文件');
    default:
      return l10n.t('来自 {0}', scheme);
  }
}

function aboutStatus(status: Status): Line[] {
  const { kind, year, kindFrom, yearFrom } = status;
  return [
    [l10n.t('认作法治政府建设年度报告，正在检查。')],
    kind ? [l10n.t('单位类别：{0}（{1}）。', kindText(status), originText(kindFrom))] : [l10n.t('{0}，按一般的要求检查。', kindText(status)), l10n.t('在报告菜单里选单位类别。')],
    year === undefined ? [l10n.t('{0}，有时限的提法一概不查。', yearText(status)), l10n.t('在标题里写上年度，或者在报告菜单里选报告年度。')] : [l10n.t('报告年度：{0}（{1}）。', yearText(status), originText(yearFrom))],
    status.ignored > 0 ? [l10n.t('{0}。', problemsText(status)), l10n.t('已忽略的在“问题”一栏最后，点右键可以恢复提示。')] : [l10n.t('{0}。', problemsText(status))],
    [l10n.t('{0}。', knownText(status))],
  ];
}

function whyNot({ length, signs }: Diagnosis, languageId: string): Line[] {
  const { topic, title, own, opening, other } = signs;
  if (length === 0) return [[l10n.t('没有检查：文档是空的。'), l10n.t('把报告全文复制进来。')]];
  const reasons = [
    other ? l10n.t('开头几行像别的文件（如通知、方案、其他报告）的标题') : '',
    topic ? '' : l10n.t('开头4,000字里没有写到“法治政府建设”'),
    title === undefined ? l10n.t('开头几行里没有这种报告的标题') : own ? '' : l10n.t('标题“{0}”里没有认出年度和单位', title),
    opening ? '' : l10n.t('开头几段里没有“现将……报告如下”这样的话'),
  ].filter((reason) => reason !== '');
  const write = l10n.t('标题写成“某某镇2025年度法治政府建设情况报告”这样。');
  const advice = languageId === 'fazhi-report' ? write : l10n.t('{0}或者点窗口右下角的语言名称，改选“法治政府建设报告”，就一律当作报告。', write);
  return [[l10n.t('没有检查：没有认作法治政府建设年度报告。')], [l10n.t('{0}。', reasons.join(l10n.t('；'))), advice]];
}

function aboutLedger({ uri, entries, problems }: NonNullable<Diagnosis['ledger']>): Line[] {
  return [[l10n.t('{0}，认得出{1}个数。', Uri.parse(uri).fsPath, entries)], ...problems.map((problem): Line => [problem])];
}

function aboutRules({ status, off, file, words }: Diagnosis): Line[] {
  const groups = groupsOff();
  return [
    ...(status ? [[l10n.t('写到哪一步：{0}（{1}）。', profileText(status), originText(status.profileFrom))] as const] : []),
    groups.length > 0 ? [l10n.t('整组没有查：{0}。', groups.join(l10n.t('、'))), l10n.t('在报告菜单“检查哪几组”里打开。')] : [l10n.t('各组都查。')],
    off.length > 0 ? [l10n.t('关闭的规则：{0}。', off.join(l10n.t('、'))), l10n.t('在“问题”一栏最后的“已关闭的规则”里打开。')] : [l10n.t('没有单独关闭的规则。')],
    file === undefined
      ? [l10n.t('这个文件夹没有 .fazhi-report.json，没有本地要求。')]
      : file.faults > 0
        ? [l10n.t('本地要求写在 {0}，有{1}处写错，写错的不起作用。', Uri.parse(file.uri).fsPath, file.faults), l10n.t('打开这个文件，看波浪线上的说明。')]
        : [l10n.t('本地要求写在 {0}，没有写错的地方。', Uri.parse(file.uri).fsPath)],
    [words === undefined ? l10n.t('分词用内置词表。') : l10n.t('分词用 {0}。', words)],
  ];
}
