// The part of package.json that VS Code reads: languages, settings, commands. Must not touch files.

import { CONFIG_FILE } from '../../server/config/schema.ts';
import { KINDS, RULES } from '../../server/core/index.ts';

const LANGUAGE = 'fazhi-report';
const CATEGORY = '法治报告助手';
const PROBLEMS = 'fazhiReport.problems';
const FIGURES = 'fazhiReport.figures';
const ICON = './media/report.svg';
const LANGUAGES = [LANGUAGE, 'markdown', 'plaintext'];

/** Commands in the context menus of the view of problems, and on which of its nodes: the client names the kind first. */
const ON_NODES = [
  { command: 'fazhiReport.ignoreHere', title: '不再提示这一处', on: '^problem decidable', group: '1_decide@1' },
  { command: 'fazhiReport.ignoreWording', title: '本工作区不再提示这个写法', on: '^problem decidable wording', group: '1_decide@2' },
  { command: 'fazhiReport.restore', title: '恢复提示', on: '^ignored decidable', group: '1_decide@1' },
  { command: 'fazhiReport.writeReason', title: '写理由', on: '^ignored decidable', group: '1_decide@2' },
  { command: 'fazhiReport.openRule', title: '打开', on: '^(off|allOff)', group: '1_decide@1' },
  { command: 'fazhiReport.closeRule', title: '本工作区关闭这条规则', on: '^(problem|group) decidable', group: '2_rule@1' },
  { command: 'fazhiReport.explainRule', title: '查看这条规则的说明', on: '^(problem|group|ignored|off)', group: '2_rule@2' },
];

export function contributions(): Record<string, unknown> {
  return {
    activationEvents: ['onLanguage:markdown', 'onLanguage:plaintext', `workspaceContains:**/${CONFIG_FILE}`],
    capabilities: {
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: true,
    },
    contributes: {
      languages: [
        {
          id: LANGUAGE,
          aliases: ['法治政府建设报告', LANGUAGE],
          extensions: ['.fzbg'],
          filenamePatterns: ['*法治政府建设*报告*.{md,txt}', '*法治政府建设*总结*.{md,txt}'],
          firstLine: '^\\s*(?:#\\s*)?\\S{0,40}法治政府建设\\S{0,12}(?:报告|总结)\\s*$',
          configuration: './syntaxes/language-configuration.json',
        },
      ],
      grammars: [{ language: LANGUAGE, scopeName: 'text.fazhi-report', path: './syntaxes/fazhi-report.tmLanguage.json' }],
      snippets: LANGUAGES.map((language) => ({ language, path: language === 'markdown' ? './snippets/markdown.json' : './snippets/plain.json' })),
      jsonValidation: [{ fileMatch: CONFIG_FILE, url: './syntaxes/config.schema.json' }],
      configuration: {
        title: CATEGORY,
        properties: {
          'fazhiReport.rules': {
            order: 1,
            type: 'object',
            default: {},
            additionalProperties: false,
            markdownDescription: '逐条规则的级别：`off` 关闭，`hint` 提示，`information` 提醒，`warning` 警告，`error` 错误。没有列出的规则用自己的级别。',
            properties: Object.fromEntries(
              RULES.map((rule) => [
                rule.id,
                {
                  enum: ['off', 'hint', 'information', 'warning', 'error'],
                  enumDescriptions: ['关闭', '提示', '提醒', '警告', '错误'],
                  description: rule.title,
                },
              ]),
            ),
          },
          'fazhiReport.year': {
            order: 2,
            type: ['integer', 'null'],
            default: null,
            minimum: 2000,
            maximum: 2099,
            description: '报告年度。留空时从标题识别；只有识别不对时才需要填写。',
          },
          'fazhiReport.kind': {
            order: 3,
            enum: ['auto', ...KINDS.map(({ id }) => id)],
            enumDescriptions: ['从标题识别', ...KINDS.map(({ name }) => name)],
            default: 'auto',
            description: '报告单位的类别。只有识别不对时才需要选择。',
          },
          'fazhiReport.inlayHints': {
            order: 4,
            type: 'boolean',
            default: false,
            description: '一句里写了总数和其中的数、没有写比率的，在其中的数后面用小字显示算出的百分比，不写进正文。',
          },
          'fazhiReport.trace.server': {
            order: 5,
            type: 'string',
            enum: ['off', 'messages', 'verbose'],
            enumDescriptions: ['不记录', '只记消息名', '记录全部内容'],
            default: 'off',
            description: '在输出面板记录编辑器与检查程序之间的消息，排查故障时使用。',
          },
        },
      },
      configurationDefaults: {
        [`[${LANGUAGE}]`]: {
          'editor.wordWrap': 'on',
          'editor.unicodeHighlight.ambiguousCharacters': false,
          'editor.unicodeHighlight.invisibleCharacters': false,
        },
      },
      viewsContainers: { activitybar: [{ id: 'fazhiReport', title: CATEGORY, icon: ICON }] },
      views: { fazhiReport: [{ id: PROBLEMS, name: '问题', icon: ICON, contextualTitle: CATEGORY }, { id: FIGURES, name: '数据', icon: ICON, contextualTitle: CATEGORY }] },
      viewsWelcome: [
        { view: PROBLEMS, when: '!fazhiReport.isReport', contents: '打开一份法治政府建设年度报告，这里会按规则列出查到的问题。\n没有保存的新文件也可以，把报告全文复制进去就行。\n[新建文件](command:workbench.action.files.newUntitledFile)' },
        { view: FIGURES, when: '!fazhiReport.isReport', contents: '打开报告以后，这里按部分列出文中的数据和核对结果。' },
        { view: FIGURES, when: 'fazhiReport.isReport && !fazhiReport.onlyWrong', contents: '这份报告里还没有数据。' },
        { view: FIGURES, when: 'fazhiReport.isReport && fazhiReport.onlyWrong', contents: '没有对不上的数据。\n[显示全部数据](command:fazhiReport.showAllFigures)' },
      ],
      commands: [
        { command: 'fazhiReport.fixAll', title: '改正全部可放心改的地方', category: CATEGORY },
        { command: 'fazhiReport.exportFigures', title: '导出本文数据', shortTitle: '导出CSV', category: CATEGORY, icon: '$(export)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.showOnlyWrong', title: '只看对不上的', category: CATEGORY, icon: '$(filter)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.showAllFigures', title: '显示全部数据', category: CATEGORY, icon: '$(filter-filled)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.showOnlyGrave', title: '只看错误和警告', category: CATEGORY, icon: '$(filter)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.showAllProblems', title: '显示全部问题', category: CATEGORY, icon: '$(filter-filled)', enablement: 'fazhiReport.isReport' },
        ...ON_NODES.map(({ command, title }) => ({ command, title, category: CATEGORY })),
        { command: 'fazhiReport.restart', title: '重新启动检查程序', category: CATEGORY },
        { command: 'fazhiReport.showLog', title: '查看运行记录', category: CATEGORY },
      ],
      menus: {
        'view/title': [
          { command: 'fazhiReport.showOnlyGrave', when: `view == ${PROBLEMS} && !fazhiReport.onlyGrave`, group: 'navigation@1' },
          { command: 'fazhiReport.showAllProblems', when: `view == ${PROBLEMS} && fazhiReport.onlyGrave`, group: 'navigation@1' },
          { command: 'fazhiReport.showOnlyWrong', when: `view == ${FIGURES} && !fazhiReport.onlyWrong`, group: 'navigation@1' },
          { command: 'fazhiReport.showAllFigures', when: `view == ${FIGURES} && fazhiReport.onlyWrong`, group: 'navigation@1' },
          { command: 'fazhiReport.exportFigures', when: `view == ${FIGURES}`, group: 'navigation@2' },
        ],
        'view/item/context': ON_NODES.map(({ command, on, group }) => ({ command, when: `view == ${PROBLEMS} && viewItem =~ /${on}/`, group })),
        commandPalette: [
          { command: 'fazhiReport.fixAll', when: `editorLangId =~ /^(${LANGUAGES.join('|')})$/ && !editorReadonly` },
          { command: 'fazhiReport.exportFigures', when: 'fazhiReport.isReport' },
          { command: 'fazhiReport.showOnlyWrong', when: 'false' },
          { command: 'fazhiReport.showAllFigures', when: 'false' },
          { command: 'fazhiReport.showOnlyGrave', when: 'false' },
          { command: 'fazhiReport.showAllProblems', when: 'false' },
          ...ON_NODES.map(({ command }) => ({ command, when: 'false' })),
        ],
      },
    },
  };
}
