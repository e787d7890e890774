// 报告菜单: what can be set and opened for the report in front, as quick picks. Choices of kind, year and stage hold for the
// document, the groups of rules are written to the settings. Must not know what a setting does.

import * as l10n from '@vscode/l10n';
import { commands, ConfigurationTarget, QuickPickItemKind, window, workspace, type QuickPickItem, type TextDocument } from 'vscode';
import type { Choices } from './choices.ts';
import { COMPARE, pastOf, PICK_PAST, type Past } from './comparison.ts';
import type { Follower } from './follow.ts';
import { overviewOf, type Status } from './overview.ts';
import type { Server } from './server.ts';
import { kindName, kindText, originText, profiles, profileText, yearText } from './status-text.ts';

interface Action extends QuickPickItem {
  readonly act?: () => unknown;
}

/** As many years are offered to be picked; others are typed. */
const YEARS = 6;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

const ofGroups = (): Readonly<Record<string, readonly [name: string, meaning: string]>> => ({
  structure: [l10n.t('结构'), l10n.t('必备部分、编号、标题和年度、占位文字')],
  figure: [l10n.t('数据'), l10n.t('比率、合计、增减、前后数字')],
  wording: [l10n.t('用语'), l10n.t('过时提法、文件名称、固定提法、错别字')],
  format: [l10n.t('格式'), l10n.t('标点、空格、日期、编号和标题的写法')],
});

/** Names of the groups of rules that are switched off. */
export const groupsOff = (): readonly string[] => {
  const groups = workspace.getConfiguration('fazhiReport').get<Record<string, unknown>>('groups', {});
  return Object.entries(ofGroups()).flatMap(([id, [name]]) => (groups[id] === false ? [name] : []));
};

export async function showMenu(server: Server, follower: Follower, choices: Choices): Promise<void> {
  const document = follower.document();
  const answer = document && (await overviewOf(server, document.uri));
  const status = answer?.status;
  if (!document || !status) {
    await commands.executeCommand('fazhiReport.diagnose');
    return;
  }
  const off = groupsOff();
  const past = await pastOf(server, document.uri);
  await pick(l10n.t('报告菜单'), [
    { label: `$(organization) ${l10n.t('单位类别：{0}', kindText(status))}`, description: status.kind ? originText(status.kindFrom) : '', act: () => pickKind(choices, document, status) },
    { label: `$(calendar) ${l10n.t('报告年度：{0}', yearText(status))}`, description: status.year === undefined ? '' : originText(status.yearFrom), act: () => pickYear(choices, document, status) },
    { label: `$(edit) ${l10n.t('写到哪一步：{0}', profileText(status))}`, description: originText(status.profileFrom), act: () => pickProfile(choices, document, status) },
    { label: `$(checklist) ${l10n.t('检查哪几组')}`, description: off.length > 0 ? l10n.t('没有查：{0}', off.join(l10n.t('、'))) : l10n.t('都查'), act: pickGroups },
    { label: `$(history) ${l10n.t('往年报告：{0}', pastText(past))}`, description: past?.reports.length ? pastFrom(past.from) : '', act: () => commands.executeCommand(PICK_PAST) },
    { label: '', kind: QuickPickItemKind.Separator },
    { label: `$(file-symlink-file) ${l10n.t('导入 Word 文件')}`, act: () => commands.executeCommand('fazhiReport.importWord') },
    { label: `$(open-preview) ${l10n.t('预览版面')}`, act: () => commands.executeCommand('fazhiReport.showPreview', document.uri) },
    { label: `$(file) ${l10n.t('导出 Word 文件')}`, act: () => commands.executeCommand('fazhiReport.exportWord', document.uri) },
    { label: `$(tasklist) ${l10n.t('导出校核单')}`, act: () => commands.executeCommand('fazhiReport.exportReview', document.uri) },
    { label: `$(diff) ${l10n.t('与上年报告对比')}`, act: () => commands.executeCommand(COMPARE) },
    { label: `$(list-tree) ${l10n.t('打开结构、问题、数据一览')}`, act: () => commands.executeCommand('fazhiReport.structure.focus') },
    { label: `$(gear) ${l10n.t('设置')}`, act: () => commands.executeCommand('fazhiReport.openSettings') },
    { label: `$(pulse) ${l10n.t('检查运行状态')}`, act: () => commands.executeCommand('fazhiReport.diagnose') },
  ]);
  follower.soon();
}

const pastText = (past: Past | null): string => (past?.reports.length ? past.reports.map(({ year }) => l10n.t('{0}年', year)).join(l10n.t('、')) : past?.from === 'choice' ? l10n.t('不比') : l10n.t('没有找到'));

function pastFrom(from: Past['from']): string {
  switch (from) {
    case 'choice':
      return originText('choice');
    case 'file':
      return originText('file');
    case 'name':
      return l10n.t('按文件名找到');
  }
}

async function pick(title: string, actions: readonly Action[]): Promise<void> {
  const chosen = await window.showQuickPick<Action>([...actions], { title });
  await chosen?.act?.();
}

const ticked = (isChosen: boolean): string => (isChosen ? l10n.t('现在是这样') : '');

function pickKind(choices: Choices, { uri }: TextDocument, { kind, kinds, kindFrom }: Status): Promise<void> {
  const back = { label: `$(discard) ${l10n.t('恢复自动识别')}`, act: () => choices.choose(uri, { kind: undefined }) };
  return pick(l10n.t('单位类别，只对这份文档'), [
    ...kinds.map(({ id, name }) => ({ label: kindName({ id, name }), description: ticked(id === kind?.id), act: () => choices.choose(uri, { kind: id }) })),
    ...(kindFrom === 'choice' ? [back] : []),
  ]);
}

function pickYear(choices: Choices, { uri }: TextDocument, { year, yearFrom }: Status): Promise<void> {
  const latest = Math.max(year ?? FIRST_YEAR, new Date().getFullYear());
  const back = { label: `$(discard) ${l10n.t('恢复自动识别')}`, act: () => choices.choose(uri, { year: undefined }) };
  return pick(l10n.t('报告年度，只对这份文档'), [
    ...Array.from({ length: YEARS }, (_, before) => latest - before).map((each) => ({ label: l10n.t('{0}年', each), description: ticked(each === year), act: () => choices.choose(uri, { year: each }) })),
    { label: l10n.t('其他年度'), act: () => typeYear(choices, uri) },
    ...(yearFrom === 'choice' ? [back] : []),
  ]);
}

async function typeYear(choices: Choices, uri: TextDocument['uri']): Promise<void> {
  const isYear = (text: string): boolean => /^\d{4}$/u.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR;
  const typed = await window.showInputBox({ title: l10n.t('报告年度'), prompt: l10n.t('四位数字，{0}到{1}', FIRST_YEAR, LAST_YEAR), validateInput: (text) => (isYear(text) ? undefined : l10n.t('写{0}到{1}之间的年度', FIRST_YEAR, LAST_YEAR)) });
  if (typed !== undefined) await choices.choose(uri, { year: Number(typed) });
}

function pickProfile(choices: Choices, { uri }: TextDocument, { profile, profileFrom }: Status): Promise<void> {
  const back = { label: `$(discard) ${l10n.t('恢复设置里写定的')}`, act: () => choices.choose(uri, { profile: undefined }) };
  return pick(l10n.t('写到哪一步，只对这份文档'), [
    ...Object.entries(profiles()).map(([id, [label, detail]]) => ({ label, detail, description: ticked(id === profile), act: () => choices.choose(uri, { profile: id }) })),
    ...(profileFrom === 'choice' ? [back] : []),
  ]);
}

async function pickGroups(): Promise<void> {
  const groups = workspace.getConfiguration('fazhiReport').get<Record<string, unknown>>('groups', {});
  const items = Object.entries(ofGroups()).map(([id, [label, description]]) => ({ id, label, description, picked: groups[id] !== false }));
  const chosen = await window.showQuickPick(items, { title: l10n.t('检查哪几组'), canPickMany: true });
  if (!chosen) return;
  // An open folder has settings of its own.
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await workspace.getConfiguration('fazhiReport').update('groups', Object.fromEntries(items.map(({ id }) => [id, chosen.some((each) => each.id === id)])), target);
}
