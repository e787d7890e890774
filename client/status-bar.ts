// The entry in the status bar: what the report in front was taken for, how long it is and how much is found in it. Must not
// judge.

import * as l10n from '@vscode/l10n';
import { commands, languages, LanguageStatusSeverity, MarkdownString, StatusBarAlignment, ThemeColor, window, type Disposable, type LanguageStatusItem, type TextDocument } from 'vscode';
import type { Follower } from './follow.ts';
import type { Skipped, Status } from './overview.ts';
import { kindText, knownText, originText, problemsText, profileText, skippedText, yearText } from './status-text.ts';

/** Right of the problems, left of the position of the cursor. */
const PRIORITY = 110;

export function createStatusBar(follower: Follower): Disposable {
  const item = window.createStatusBarItem('fazhiReport.status', StatusBarAlignment.Right, PRIORITY);
  item.name = l10n.t('法治报告助手：报告概况');
  let beside: LanguageStatusItem | undefined;
  follower.followStatus((document, status, skipped) => {
    void commands.executeCommand('setContext', 'fazhiReport.isReport', status !== undefined);
    void commands.executeCommand('setContext', 'fazhiReport.isTooLong', skipped !== undefined);
    beside?.dispose();
    beside = document && skipped && besideLanguage(document, skipped);
    if (status) {
      item.text = `$(law) ${textOf(status)}`;
      item.tooltip = tooltipOf(status);
      item.command = 'fazhiReport.menu';
      item.backgroundColor = status.problems.error > 0 ? new ThemeColor('statusBarItem.warningBackground') : undefined;
      item.accessibilityInformation = { label: l10n.t('法治报告：{0}', textOf(status)), role: 'button' };
      item.show();
    } else if (skipped) {
      const text = skippedText(skipped).join('');
      item.text = `$(circle-slash) ${l10n.t('太长，没有检查')}`;
      item.tooltip = text;
      item.command = 'fazhiReport.diagnose';
      item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
      item.accessibilityInformation = { label: text, role: 'button' };
      item.show();
    } else if (document?.languageId === 'fazhi-report') {
      item.text = `$(question) ${l10n.t('没有认作报告')}`;
      item.tooltip = l10n.t('这份文档没有检查，点一下看原因');
      item.command = 'fazhiReport.diagnose';
      item.backgroundColor = undefined;
      item.accessibilityInformation = { label: l10n.t('这份文档没有检查，点一下看原因'), role: 'button' };
      item.show();
    } else {
      item.hide();
    }
  });
  return { dispose: () => [item, beside].forEach((each) => each?.dispose()) };
}

/** Beside the name of the language, where VS Code shows what a language cannot do. */
function besideLanguage({ uri }: TextDocument, skipped: Skipped): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('fazhiReport.skipped', { scheme: uri.scheme, pattern: uri.path });
  const [fact, advice] = skippedText(skipped);
  item.name = l10n.t('法治报告助手');
  item.text = fact;
  item.detail = advice;
  item.severity = LanguageStatusSeverity.Warning;
  item.command = { title: l10n.t('打开设置'), command: 'workbench.action.openSettings', arguments: ['fazhiReport.maxCharacters'] };
  return item;
}

function textOf(status: Status): string {
  const { error, warning, information, hint } = status.problems;
  return [kindText(status), yearText(status), l10n.t('{0}字', status.words.toLocaleString('en')), l10n.t('{0}处', error + warning + information + hint), ...stageOf(status)].join(' ');
}

const USUAL = 'review';

/** The stage, unless it is the usual one. */
const stageOf = (status: Status): readonly string[] => (status.profile === USUAL ? [] : [profileText(status)]);

function tooltipOf(status: Status): MarkdownString {
  const { kind, year, kindFrom, yearFrom, words } = status;
  return new MarkdownString(
    [
      `**${l10n.t('法治政府建设年度报告')}**`,
      [
        l10n.t('单位类别：{0}', kind ? `${kindText(status)}（${originText(kindFrom)}）` : kindText(status)),
        l10n.t('报告年度：{0}', year === undefined ? yearText(status) : `${yearText(status)}（${originText(yearFrom)}）`),
        l10n.t('写到哪一步：{0}', `${profileText(status)}（${originText(status.profileFrom)}）`),
        l10n.t('字数：{0}，算法同 Word', words.toLocaleString('en')),
        l10n.t('问题：{0}', problemsText(status)),
        knownText(status),
      ]
        .map((line) => `- ${line}`)
        .join('\n'),
      l10n.t('点一下打开报告菜单'),
    ].join('\n\n'),
  );
}
