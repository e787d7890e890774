// What VS Code shows of the manifest, in Chinese and in English: titles, descriptions, welcome texts. A VS Code in Chinese
// shows the Chinese alone; any other, the Chinese with the English beside it, because many offices run VS Code in English
// without a language pack. Must not touch files.

import { PAGE_TEXTS } from '../../server/config/page.ts';
import { GROUPS, KINDS, PROFILES, RULES, type GroupId, type ProfileId } from '../../server/core/index.ts';

/** Chinese, English, and how both stand together where a blank between them will not do. */
type Text = readonly [chinese: string, english: string, both?: string];

const KIND_NAMES: Readonly<Record<(typeof KINDS)[number]['id'], string>> = {
  joint: 'Joint report of party committee and government',
  township: 'Town or subdistrict',
  government: 'Government at county level or above',
  department: 'Government department',
};

const PROFILE_TEXTS: Readonly<Record<ProfileId, readonly [english: string, description: Text]>> = {
  draft: ['Draft', ['还在写：缺的部分、占位文字、导语和格式只作提示，数字和过时提法照常。', 'Still being written: missing parts, placeholders, openings and format are hints.']],
  review: ['Review', ['送人看：每条规则用自己的级别。', 'Every rule has its own severity.']],
  final: ['Final', ['要公布了：缺的部分作错误，提示都作提醒，默认关闭的规则也打开。', 'About to be published: missing parts are errors, hints are information, rules off by default run.']],
};

const GROUP_TEXTS: Readonly<Record<GroupId, readonly [chinese: string, english: string]>> = {
  structure: ['必备部分、编号、标题和年度、占位文字', 'parts, numbering, title and year, placeholders'],
  figure: ['比率、合计、增减、前后数字', 'rates, sums, changes, conflicting figures'],
  wording: ['过时提法、文件名称、固定提法、错别字', 'outdated wording, titles of documents, fixed phrases, misspellings'],
  format: ['标点、空格、日期、编号和标题的写法', 'punctuation, blanks, dates, style of numbers and headings'],
};

const FIXED = {
  'app.name': ['法治报告助手', 'Law-Based Government Report Assistant', '法治报告助手'],
  'app.description': ['写法治政府建设年度报告的离线助手：缺项、数据、用语，边写边查', 'Offline assistant for the yearly reports on law-based government: missing parts, figures, wording, checked while writing'],
  'language.name': ['法治政府建设报告', 'Law-Based Government Report', '法治政府建设报告'],

  'command.newReport': ['新建报告', 'New Report'],
  'command.importWord': ['导入 Word 文件', 'Import Word Document'],
  'command.menu': ['报告菜单', 'Report Menu'],
  'command.diagnose': ['检查运行状态', 'Checker Status'],
  'command.insertPart': ['插入这一部分', 'Insert This Part'],
  'command.showPreview': ['预览版面', 'Preview Pages'],
  'command.fixAll': ['改正全部可放心改的地方', 'Apply All Safe Fixes'],
  'command.exportWord': ['导出 Word 文件', 'Export as Word File'],
  'command.exportReview': ['导出校核单', 'Export Review Sheet'],
  'command.reviewFolder': ['汇总校核…', 'Review All Reports…'],
  'command.comparePast': ['与上年报告对比', 'Compare with Last Year\'s Report'],
  'command.pickPast': ['选择上年报告', 'Choose Last Year\'s Report'],
  'command.fillFromLedger': ['按台账填数', 'Fill In Figures from Ledger'],
  'command.writeLedger': ['把本文数据写入台账', 'Put Figures into Ledger'],
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
  'command.openSettings': ['设置', 'Settings'],
  'command.restart': ['重新启动检查程序', 'Restart Checker'],
  'command.showLog': ['查看运行记录', 'Show Log'],

  'view.structure': ['结构', 'Structure'],
  'view.problems': ['问题', 'Problems'],
  'view.figures': ['数据', 'Figures'],

  'welcome.structure': ['打开报告以后，这里列出应当写明的各项写了没有，以及各个标题下的字数。', 'Open a report, and its required parts and headings are listed here.'],
  'welcome.problems': [
    '打开一份法治政府建设年度报告，这里会按规则列出查到的问题。\n[打开文件](command:workbench.action.files.openFile)\n写在 Word 里的，把它的文字读进来，原文件不动。\n[导入 Word 文件](command:fazhiReport.importWord)\n还没有动笔的，从标题、各部分标题都写好的草稿开始。\n[新建报告](command:fazhiReport.newReport)\n全文在别处的，新建一个空文件，复制进去就行，不保存也会检查。\n[新建空文件](command:workbench.action.files.newUntitledFile)',
    'Open a report, and the problems found in it are listed here.\n[Open File](command:workbench.action.files.openFile)\n[Import Word Document](command:fazhiReport.importWord)\n[New Report](command:fazhiReport.newReport)\n[New Empty File](command:workbench.action.files.newUntitledFile)',
    '打开一份法治政府建设年度报告，这里会按规则列出查到的问题。\n[打开文件 Open File](command:workbench.action.files.openFile)\n写在 Word 里的，把它的文字读进来，原文件不动。\n[导入 Word 文件 Import Word Document](command:fazhiReport.importWord)\n还没有动笔的，从标题、各部分标题都写好的草稿开始。\n[新建报告 New Report](command:fazhiReport.newReport)\n全文在别处的，新建一个空文件，复制进去就行，不保存也会检查。\n[新建空文件 New Empty File](command:workbench.action.files.newUntitledFile)',
  ],
  'welcome.figures': ['打开报告以后，这里按部分列出文中的数据和核对结果。', 'Open a report, and its figures are listed here.'],
  'welcome.tooLong': [
    '这份文档太长，没有检查。几份报告在一个文件里的，拆成一份一个文件；确实是一份报告的，把限制调大。\n[打开设置](command:workbench.action.openSettings?%22fazhiReport.maxCharacters%22)\n[看看有多长](command:fazhiReport.diagnose)',
    'This document is too long to be checked. Split it into one file for each report, or raise the limit.\n[Open Settings](command:workbench.action.openSettings?%22fazhiReport.maxCharacters%22)\n[See How Long It Is](command:fazhiReport.diagnose)',
    '这份文档太长，没有检查。几份报告在一个文件里的，拆成一份一个文件；确实是一份报告的，把限制调大。This document is too long to be checked. Split it into one file for each report, or raise the limit.\n[打开设置 Open Settings](command:workbench.action.openSettings?%22fazhiReport.maxCharacters%22)\n[看看有多长 See How Long It Is](command:fazhiReport.diagnose)',
  ],
  'welcome.noFigures': ['这份报告里还没有数据。', 'No figures yet.'],
  'welcome.noMismatches': [
    '没有对不上的数据。\n[显示全部数据](command:fazhiReport.showAllFigures)',
    'No mismatches.\n[Show All Figures](command:fazhiReport.showAllFigures)',
    '没有对不上的数据。 No mismatches.\n[显示全部数据 Show All Figures](command:fazhiReport.showAllFigures)',
  ],

  'settings.check': ['检查什么', 'What Is Checked'],
  'settings.edit': ['写的时候', 'While Writing'],
  'settings.print': ['版面', 'Page'],
  'settings.other': ['语言', 'Language'],
  'setting.rules': [
    '逐条规则的级别：`off` 关闭，`hint` 提示，`information` 提醒，`warning` 警告，`error` 错误。没有列出的规则用自己的级别。',
    'Severity of single rules, or `off`. A rule that is not listed has its own severity.',
  ],
  'setting.profile': ['写到哪一步：整体调整各条规则的级别。`fazhiReport.rules` 里写明的不变。', 'How far along the report is. Shifts all severities but those set in `fazhiReport.rules`.'],
  'setting.groups': ['整组打开或者关闭。关闭的一组都不查，`fazhiReport.rules` 里写明的也不查。', 'Switches groups of rules. A group that is off runs none of its rules, whatever `fazhiReport.rules` says.'],
  'setting.waitForSentence': [
    '一句话没有写完时，句中的问题先不标出，写到句号、换行或者光标离开后再标。',
    'Do not mark problems in a sentence before it ends or the cursor leaves it.',
  ],
  'setting.year': ['报告年度。留空时从标题识别；只有识别不对时才需要填写。', 'Report year. Leave empty to read it from the title.'],
  'setting.kind': ['报告单位的类别。只有识别不对时才需要选择。', 'Kind of reporting body, where the title does not tell it rightly.'],
  'setting.kind.auto': ['从标题识别', 'Read from the title'],
  'setting.inlayHints': [
    '一句里写了总数和其中的数、没有写比率的，在其中的数后面用小字显示算出的百分比，不写进正文。',
    'Show, between the words, the percentage of two counts whose rate the text does not state.',
  ],
  'setting.maxCharacters': [
    '文档超过多少个字符就不检查，免得编辑器变慢。一般的报告不到一万字，用不着改；命令行没有这个限制。',
    'Longer documents are not checked, so that the editor stays quick, in characters. The command line has no such limit.',
  ],
  'setting.page': [
    '导出 Word 文件和预览的版面：白边、每页行数和每行字数、各级标题和正文的字体字号、页码。没有写的照党政机关公文的国家标准（GB/T 9704）；`.fazhi-report.json` 里的 `page` 优先。',
    'The page of Word files and of the preview: margins, grid, fonts and sizes, page numbers. What is left out follows GB/T 9704; `page` in `.fazhi-report.json` comes first.',
  ],
  'setting.codeLens': [
    '在一级标题上方显示这一部分的字数、数据和问题的个数，在报告标题上方显示缺的部分，点一下可以插入。',
    'Show length, figures and problems above first-level headings, and missing parts above the title.',
  ],
  'setting.language': ['菜单、提问和通知的语言。对报告提出的问题总是中文。重新加载窗口后生效。', 'Language of menus, questions and notices. Findings are always in Chinese. Takes effect after reloading the window.'],
  'setting.language.zh-cn': ['中文', 'Chinese'],
  'setting.language.en': ['英文', 'English'],

  'token.reportTitle': ['报告标题', 'Title of a report'],
  'token.reportPart': ['必备部分的标题', 'Heading of a required part'],
  'token.reportHeading1': ['其他一级标题', 'Other first-level heading'],
  'token.reportHeading2': ['二级标题', 'Second-level heading'],
  'token.reportHeading3': ['三级以下的标题', 'Heading of a lower level'],
  'token.reportFigure': ['数据', 'Figure'],
  'token.reportRate': ['比率', 'Rate'],
  'token.reportLaw': ['书名号里的法律、文件', 'Title of a law or document'],
  'token.reportPlaceholder': ['待填的地方', 'Place to fill in'],

  // There is little room for titles.
  'guide.title': ['写法治政府建设报告', 'Write a Report', '写法治政府建设报告'],
  'guide.description': ['从新建到定稿，五步，全部在本机完成，不联网。', 'From the first line to the final text in five steps, all on this computer.', '从新建到定稿，五步，全部在本机完成，不联网。'],
  'guide.draft.title': ['新建报告', 'New Report', '新建报告'],
  'guide.draft.description': [
    '选单位类别，写单位名称，选年度和格式，标题、导语、各部分标题就写好了。按 Tab 键依次填写【】的地方，写好两个件数再按 Tab，比率自动算出。\n[新建报告](command:fazhiReport.newReport)\n已经有初稿的，打开文件，或者导入 Word 文件。\n[打开文件](command:workbench.action.files.openFile)\n[导入 Word 文件](command:fazhiReport.importWord)',
    'Say who reports on which year; title, opening and headings are written. Tab goes through what is to be filled in.\n[New Report](command:fazhiReport.newReport)\n[Import Word Document](command:fazhiReport.importWord)',
    '选单位类别，写单位名称，选年度和格式，标题、导语、各部分标题就写好了。按 Tab 键依次填写【】的地方，写好两个件数再按 Tab，比率自动算出。 Say who reports on which year; title, opening and headings are written. Tab goes through what is to be filled in.\n[新建报告 New Report](command:fazhiReport.newReport)\n[打开文件 Open File](command:workbench.action.files.openFile)\n[导入 Word 文件 Import Word Document](command:fazhiReport.importWord)',
  ],
  'guide.draft.alt': ['新建的报告，待填的地方用【】标出', 'A new report with places to fill in'],
  'guide.complete.title': ['边写边补', 'Complete While Writing', '边写边补'],
  'guide.complete.description': [
    '在行首输入（，列出还没有写的小标题，编号合于这里；输入《，列出这个年度可以引用的法律和文件；写到“结案率”，两个件数在前面的，直接给出算好的比率。用方向键选一条，按回车写进去。',
    'At the start of a line （ lists the headings that are still missing; 《 lists laws and papers; behind two counts a rate is offered, computed.',
  ],
  'guide.complete.alt': ['行首列出的小标题', 'Headings offered at the start of a line'],
  'guide.check.title': ['看标记', 'Look at the Marks', '看标记'],
  'guide.check.description': [
    '有问题的字下面有波浪线，鼠标停在上面看说明和依据。左侧的清单列出缺哪一部分、哪几个数对不上、哪些提法过时，点一下跳过去。\n[打开清单](command:fazhiReport.structure.focus)',
    'Squiggles mark what is found; the views at the left list missing parts, figures and problems.\n[Open the Views](command:fazhiReport.structure.focus)',
    '有问题的字下面有波浪线，鼠标停在上面看说明和依据。左侧的清单列出缺哪一部分、哪几个数对不上、哪些提法过时，点一下跳过去。 Squiggles mark what is found; the views at the left list missing parts, figures and problems.\n[打开清单 Open the Views](command:fazhiReport.structure.focus)',
  ],
  'guide.check.alt': ['左侧的结构、问题、数据一览和正文里的标记', 'The views and the marks in the text'],
  'guide.fix.title': ['逐处改', 'Fix', '逐处改'],
  'guide.fix.description': [
    '光标放在波浪线上，按 Ctrl+. 选一条修复，文字才会改；看过不用改的，选“不再提示这一处”。改错了按 Ctrl+Z。',
    'With the cursor on a mark, Ctrl+. offers fixes; the text changes only when one is picked.',
  ],
  'guide.fix.alt': ['光标处的修复菜单', 'The menu of fixes'],
  'guide.final.title': ['定稿前再查一遍', 'Before It Goes Out', '定稿前再查一遍'],
  'guide.final.description': [
    '点窗口下方写着单位、年度、字数的地方，在菜单里把“写到哪一步”选成“定稿”，还空着的地方都作错误列出。什么也没有显示时，选“检查运行状态”看原因。',
    'The entry in the status bar opens a menu: choose the stage 定稿 (final), and whatever is still open becomes an error.',
  ],
  'guide.final.alt': ['报告菜单', 'The report menu'],

  'severity.off': ['关闭', 'Off'],
  'severity.hint': ['提示', 'Hint'],
  'severity.information': ['提醒', 'Information'],
  'severity.warning': ['警告', 'Warning'],
  'severity.error': ['错误', 'Error'],
} as const satisfies Readonly<Record<string, Text>>;

export type TextKey = keyof typeof FIXED | `rule.${string}` | `kind.${string}` | `profile.${string}` | `group.${string}` | `page.${string}`;

/** English names of rules are their ids, those of the fields of a page their paths. */
const TEXTS: Readonly<Record<string, Text>> = {
  ...FIXED,
  ...Object.fromEntries(RULES.map(({ id, title, optional }): [string, Text] => [`rule.${id}`, optional ? [`${title}（默认关闭）`, `${id.replaceAll('-', ' ')} (off by default)`] : [title, id.replaceAll('-', ' ')]])),
  ...Object.fromEntries(PROFILES.flatMap(({ id, name }): [string, Text][] => [[`profile.${id}`, [name, PROFILE_TEXTS[id][0]]], [`profile.${id}.description`, PROFILE_TEXTS[id][1]]])),
  ...Object.fromEntries(GROUPS.map(({ id, name }): [string, Text] => [`group.${id}`, [`${name}：${GROUP_TEXTS[id][0]}`, `(${GROUP_TEXTS[id][1]})`]])),
  ...Object.fromEntries(KINDS.map(({ id, name }): [string, Text] => [`kind.${id}`, [name, KIND_NAMES[id]]])),
  ...Object.fromEntries(PAGE_TEXTS.map(([path, text]): [string, Text] => [`page.${path}`, [text, `(${path})`]])),
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
