// What VS Code shows of the manifest, in Chinese and in English: titles, descriptions, welcome texts. A VS Code in Chinese
// shows the Chinese alone; any other, the Chinese with the English beside it, because many offices run VS Code in English
// without a language pack. Must not touch files.

import { KINDS, RULES } from '../../server/core/index.ts';

/** Chinese, English, and how both stand together where a blank between them will not do. */
type Text = readonly [chinese: string, english: string, both?: string];

const KIND_NAMES: Readonly<Record<(typeof KINDS)[number]['id'], string>> = {
  joint: 'Joint report of party committee and government',
  township: 'Town or subdistrict',
  government: 'Government at county level or above',
  department: 'Government department',
};

const FIXED = {
  'app.name': ['法治报告助手', 'Law-Based Government Report Assistant', '法治报告助手'],
  'app.description': ['写法治政府建设年度报告的离线助手：缺项、数据、用语，边写边查', 'Offline assistant for the yearly reports on law-based government: missing parts, figures, wording, checked while writing'],
  'language.name': ['法治政府建设报告', 'Law-Based Government Report', '法治政府建设报告'],

  'command.newReport': ['新建报告', 'New Report'],
  'command.fixAll': ['改正全部可放心改的地方', 'Apply All Safe Fixes'],
  'command.exportFigures': ['导出本文数据', 'Export Figures'],
  'command.exportFigures.short': ['导出CSV', 'Export CSV'],
  'command.showOnlyWrong': ['只看对不上的', 'Show Only Mismatches'],
  'command.showAllFigures': ['显示全部数据', 'Show All Figures'],
  'command.showOnlyGrave': ['只看错误和警告', 'Show Only Errors and Warnings'],
  'command.showAllProblems': ['显示全部问题', 'Show All Problems'],
  'command.ignoreHere': ['不再提示这一处', 'Ignore Here'],
  'command.ignoreWording': ['本工作区不再提示这个写法', 'Ignore This Wording in the Workspace'],
  'command.restore': ['恢复提示', 'Restore'],
  'command.writeReason': ['写理由', 'Write Reason'],
  'command.openRule': ['打开', 'Switch On'],
  'command.closeRule': ['本工作区关闭这条规则', 'Switch Rule Off in the Workspace'],
  'command.explainRule': ['查看这条规则的说明', 'Explain Rule'],
  'command.restart': ['重新启动检查程序', 'Restart Checker'],
  'command.showLog': ['查看运行记录', 'Show Log'],

  'view.problems': ['问题', 'Problems'],
  'view.figures': ['数据', 'Figures'],

  'welcome.problems': [
    '打开一份法治政府建设年度报告，这里会按规则列出查到的问题。\n[打开文件](command:workbench.action.files.openFile)\n还没有动笔的，从标题、各部分标题都写好的草稿开始。\n[新建报告](command:fazhiReport.newReport)\n全文在别处的，新建一个空文件，复制进去就行，不保存也会检查。\n[新建空文件](command:workbench.action.files.newUntitledFile)',
    'Open a report, and the problems found in it are listed here.\n[Open File](command:workbench.action.files.openFile)\n[New Report](command:fazhiReport.newReport)\n[New Empty File](command:workbench.action.files.newUntitledFile)',
    '打开一份法治政府建设年度报告，这里会按规则列出查到的问题。\n[打开文件 Open File](command:workbench.action.files.openFile)\n还没有动笔的，从标题、各部分标题都写好的草稿开始。\n[新建报告 New Report](command:fazhiReport.newReport)\n全文在别处的，新建一个空文件，复制进去就行，不保存也会检查。\n[新建空文件 New Empty File](command:workbench.action.files.newUntitledFile)',
  ],
  'welcome.figures': ['打开报告以后，这里按部分列出文中的数据和核对结果。', 'Open a report, and its figures are listed here.'],
  'welcome.noFigures': ['这份报告里还没有数据。', 'No figures yet.'],
  'welcome.noMismatches': [
    '没有对不上的数据。\n[显示全部数据](command:fazhiReport.showAllFigures)',
    'No mismatches.\n[Show All Figures](command:fazhiReport.showAllFigures)',
    '没有对不上的数据。 No mismatches.\n[显示全部数据 Show All Figures](command:fazhiReport.showAllFigures)',
  ],

  'settings.check': ['检查什么', 'What Is Checked'],
  'settings.edit': ['写的时候', 'While Writing'],
  'settings.other': ['语言和故障排查', 'Language and Troubleshooting'],
  'setting.rules': [
    '逐条规则的级别：`off` 关闭，`hint` 提示，`information` 提醒，`warning` 警告，`error` 错误。没有列出的规则用自己的级别。',
    'Severity of single rules, or `off`. A rule that is not listed has its own severity.',
  ],
  'setting.year': ['报告年度。留空时从标题识别；只有识别不对时才需要填写。', 'Report year. Leave empty to read it from the title.'],
  'setting.kind': ['报告单位的类别。只有识别不对时才需要选择。', 'Kind of reporting body, where the title does not tell it rightly.'],
  'setting.kind.auto': ['从标题识别', 'Read from the title'],
  'setting.inlayHints': [
    '一句里写了总数和其中的数、没有写比率的，在其中的数后面用小字显示算出的百分比，不写进正文。',
    'Show, between the words, the percentage of two counts whose rate the text does not state.',
  ],
  'setting.language': ['菜单、提问和通知的语言。对报告提出的问题总是中文。重新加载窗口后生效。', 'Language of menus, questions and notices. Findings are always in Chinese. Takes effect after reloading the window.'],
  'setting.language.zh-cn': ['中文', 'Chinese'],
  'setting.language.en': ['英文', 'English'],
  'setting.trace': ['在输出面板记录编辑器与检查程序之间的消息，排查故障时使用。', 'Log the messages between editor and checker.'],
  'setting.trace.off': ['不记录', 'None'],
  'setting.trace.messages': ['只记消息名', 'Names only'],
  'setting.trace.verbose': ['记录全部内容', 'Everything'],

  'severity.off': ['关闭', 'Off'],
  'severity.hint': ['提示', 'Hint'],
  'severity.information': ['提醒', 'Information'],
  'severity.warning': ['警告', 'Warning'],
  'severity.error': ['错误', 'Error'],
} as const satisfies Readonly<Record<string, Text>>;

export type TextKey = keyof typeof FIXED | `rule.${string}` | `kind.${string}`;

/** English names of rules are their ids. */
const TEXTS: Readonly<Record<string, Text>> = {
  ...FIXED,
  ...Object.fromEntries(RULES.map(({ id, title }): [string, Text] => [`rule.${id}`, [title, id.replaceAll('-', ' ')]])),
  ...Object.fromEntries(KINDS.map(({ id, name }): [string, Text] => [`kind.${id}`, [name, KIND_NAMES[id]]])),
};

/** How the manifest names a text. */
export const t = (key: TextKey): string => {
  if (!(key in TEXTS)) throw new Error(`no text ${key}`);
  return `%${key}%`;
};

/** package.nls.zh-cn.json. */
export const chinese = (): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(TEXTS).map(([key, [text]]) => [key, text]));

/** package.nls.json, for a VS Code in any other language. */
export const bilingual = (): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(TEXTS).map(([key, [text, english, both]]) => [key, both ?? `${text} ${english}`]));
