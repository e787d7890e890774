// How what a report was taken for, and what was found, is put into words. Must not judge.

import * as l10n from '@vscode/l10n';
import type { Origin, Skipped, Status } from './overview.ts';

/** Kinds of reporter by their ids. */
export const kindNames = (): Readonly<Record<string, string>> => ({
  township: l10n.t('乡镇（街道）'),
  government: l10n.t('县级以上政府'),
  department: l10n.t('政府部门'),
  joint: l10n.t('党委和政府联合报告'),
});

export const kindName = ({ id, name }: { readonly id: string; readonly name: string }): string => kindNames()[id] ?? name;

export const kindText = ({ kind }: Status): string => (kind ? kindName(kind) : l10n.t('单位类别未认出'));
export const yearText = ({ year }: Status): string => (year === undefined ? l10n.t('年度未认出') : l10n.t('{0}年', year));

/** Stages of the work by their ids. */
export const profiles = (): Readonly<Record<string, readonly [name: string, meaning: string]>> => ({
  draft: [l10n.t('起草'), l10n.t('还在写')],
  review: [l10n.t('送审'), l10n.t('按每条规则自己的级别')],
  final: [l10n.t('定稿'), l10n.t('要公布了，查得最严')],
});

export const profileText = ({ profile }: Pick<Status, 'profile'>): string => profiles()[profile]?.[0] ?? profile;

/** By whose word something is taken for what it is. */
export function originText(origin: Origin): string {
  switch (origin) {
    case 'choice':
      return l10n.t('人工选定，只对这份文档');
    case 'file':
      return l10n.t('本文件夹的 .fazhi-report.json 写定');
    case 'setting':
      return l10n.t('设置里写定');
    case 'text':
      return l10n.t('从报告里认出');
  }
}

export function problemsText({ problems: { error, warning, information, hint }, ignored }: Status): string {
  const counts = [
    error > 0 ? l10n.t('错误{0}处', error) : '',
    warning > 0 ? l10n.t('警告{0}处', warning) : '',
    information > 0 ? l10n.t('提醒{0}处', information) : '',
    hint > 0 ? l10n.t('提示{0}处', hint) : '',
    ignored > 0 ? l10n.t('已忽略{0}处', ignored) : '',
  ].filter((count) => count !== '');
  return counts.length > 0 ? counts.join(l10n.t('，')) : l10n.t('没有发现问题');
}

/** Why a report is not read, and what to do about it. */
export const skippedText = ({ length, most }: Skipped): readonly [fact: string, advice: string] => [
  l10n.t('没有检查：这份文档有{0}个字符，超过了{1}个。', length.toLocaleString('en'), most.toLocaleString('en')),
  l10n.t('几份报告在一个文件里的，拆成一份一个文件；确实是一份报告的，把设置 fazhiReport.maxCharacters 调大。'),
];

export const knownText = ({ knownUntil, beyond }: Status): string =>
  beyond ? l10n.t('提法和法律的资料截至{0}，以后的不作判断', knownUntil) : l10n.t('提法和法律的资料截至{0}', knownUntil);
