// The entry beside the language name: what the report in the active editor was taken for, and until when wordings and laws
// are known. Must not judge.

import { languages, LanguageStatusSeverity, type Disposable, type DocumentSelector } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { followReport } from './follow.ts';

interface Status {
  readonly kind?: string;
  readonly year?: number;
  readonly knownUntil: string;
  readonly beyond: boolean;
}

export function createStatus(client: LanguageClient, selector: DocumentSelector): Disposable {
  const item = languages.createLanguageStatusItem('fazhiReport.status', selector);
  item.name = '法治报告助手';
  const follower = followReport<Status>(client, selector, 'fazhiReport/status', (_, answer) => {
    item.text = answer ? `法治报告：${answer.kind ?? '单位类别未认出'}${answer.year === undefined ? '，年度未认出' : ` ${answer.year}年度`}` : '法治报告助手：这份文档不检查';
    item.detail = answer === undefined ? '' : answer.beyond ? `提法和法律的资料截至${answer.knownUntil}，以后的不作判断` : `提法和法律的资料截至${answer.knownUntil}`;
    item.severity = answer?.beyond ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    item.command = answer ? { command: 'fazhiReport.problems.focus', title: '看问题' } : undefined;
  });
  return { dispose: () => [follower, item].forEach((each) => void each.dispose()) };
}
