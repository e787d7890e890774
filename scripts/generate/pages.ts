// The heads of the rule pages and their index; the prose and the examples below the head are written by hand.
// Must not touch files.

import { RULES, type Rule } from '../../server/core/index.ts';

const BEGIN = '<!-- 以下由 npm run generate 生成 -->';
const END = '<!-- 生成到此为止 -->';
const SEVERITIES = { error: '错误', warning: '警告', information: '提醒', hint: '提示' } as const;
const FIXES = { none: '不提供', safe: '提供；不改变意思的可一次全部改正，其余须看过再用', review: '提供，须看过再用' } as const;

const severitiesOf = (rule: Rule): string =>
  SEVERITIES[rule.severities[0]] + (rule.severities.length > 1 ? `（视情形也作${rule.severities.slice(1).map((s) => SEVERITIES[s]).join('、')}）` : '');

/** The page with its head brought up to date; a page that does not exist yet gets an empty body. */
export function pageWithHead(rule: Rule, page: string): string {
  const head = [
    `# ${rule.title}（${rule.id}）`,
    '',
    BEGIN,
    '',
    '| 项目 | 内容 |',
    '| --- | --- |',
    `| 级别 | ${severitiesOf(rule)} |`,
    `| 快速修复 | ${FIXES[rule.fix]} |`,
    `| 依据 | ${rule.basis.document} |`,
    ...(rule.basis.note === undefined ? [] : [`| 说明 | ${rule.basis.note} |`]),
    rule.optional
      ? `| 打开 | 默认关闭。设置 \`"fazhiReport.rules": { "${rule.id}": "${rule.severities[0]}" }\`，命令行 \`--rule ${rule.id}=${rule.severities[0]}\`；选“定稿”时打开 |`
      : `| 关闭 | 设置 \`"fazhiReport.rules": { "${rule.id}": "off" }\`，命令行 \`--rule ${rule.id}=off\` |`,
    '',
    END,
  ].join('\n');
  const at = page.indexOf(END);
  return head + (at < 0 ? '\n' : page.slice(at + END.length));
}

export function rulesIndex(): string {
  const rows = RULES.map((rule) => `| [${rule.title}](${rule.id}.md) | \`${rule.id}\` | ${severitiesOf(rule)}${rule.optional ? '，默认关闭' : ''} |`);
  return ['# 规则', '', '<!-- 由 npm run generate 生成 -->', '', '| 规则 | 编号 | 级别 |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
