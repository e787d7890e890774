// The part of package.json that VS Code reads: languages, settings, commands. What it says in words is in texts.ts.
// Must not touch files.

import { CONFIG_FILE } from '../../server/config/schema.ts';
import { KINDS, RULES } from '../../server/core/index.ts';
import { t } from './texts.ts';

const LANGUAGE = 'fazhi-report';
const CATEGORY = t('app.name');
const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'] as const;
const PROBLEMS = 'fazhiReport.problems';
const FIGURES = 'fazhiReport.figures';
const ICON = './media/report.svg';
const LANGUAGES = [LANGUAGE, 'markdown', 'plaintext'];

/** Commands in the context menus of the view of problems, and on which of its nodes: the client names the kind first. */
const ON_NODES = [
  { command: 'fazhiReport.ignoreHere', title: t('command.ignoreHere'), on: '^problem decidable', group: '1_decide@1' },
  { command: 'fazhiReport.ignoreWording', title: t('command.ignoreWording'), on: '^problem decidable wording', group: '1_decide@2' },
  { command: 'fazhiReport.restore', title: t('command.restore'), on: '^ignored decidable', group: '1_decide@1' },
  { command: 'fazhiReport.writeReason', title: t('command.writeReason'), on: '^ignored decidable', group: '1_decide@2' },
  { command: 'fazhiReport.openRule', title: t('command.openRule'), on: '^(off|allOff)', group: '1_decide@1' },
  { command: 'fazhiReport.closeRule', title: t('command.closeRule'), on: '^(problem|group) decidable', group: '2_rule@1' },
  { command: 'fazhiReport.explainRule', title: t('command.explainRule'), on: '^(problem|group|ignored|off)', group: '2_rule@2' },
];

export function contributions(): Record<string, unknown> {
  return {
    displayName: t('app.name'),
    description: t('app.description'),
    activationEvents: ['onLanguage:markdown', 'onLanguage:plaintext', `workspaceContains:**/${CONFIG_FILE}`],
    capabilities: {
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: true,
    },
    contributes: {
      languages: [
        {
          id: LANGUAGE,
          aliases: [t('language.name'), LANGUAGE],
          extensions: ['.fzbg'],
          filenamePatterns: ['*法治政府建设*报告*.{md,txt}', '*法治政府建设*总结*.{md,txt}'],
          firstLine: '^\\s*(?:#\\s*)?\\S{0,40}法治政府建设\\S{0,12}(?:报告|总结)\\s*$',
          configuration: './syntaxes/language-configuration.json',
        },
      ],
      grammars: [{ language: LANGUAGE, scopeName: 'text.fazhi-report', path: './syntaxes/fazhi-report.tmLanguage.json' }],
      snippets: LANGUAGES.map((language) => ({ language, path: language === 'markdown' ? './snippets/markdown.json' : './snippets/plain.json' })),
      jsonValidation: [{ fileMatch: CONFIG_FILE, url: './syntaxes/config.schema.json' }],
      configuration: [
        {
          title: t('settings.check'),
          properties: {
            'fazhiReport.rules': {
              order: 1,
              type: 'object',
              default: {},
              additionalProperties: false,
              markdownDescription: t('setting.rules'),
              properties: Object.fromEntries(RULES.map(({ id }) => [id, { enum: SEVERITIES, enumDescriptions: SEVERITIES.map((level) => t(`severity.${level}`)), description: t(`rule.${id}`) }])),
            },
            'fazhiReport.year': { order: 2, type: ['integer', 'null'], default: null, minimum: 2000, maximum: 2099, description: t('setting.year') },
            'fazhiReport.kind': {
              order: 3,
              enum: ['auto', ...KINDS.map(({ id }) => id)],
              enumDescriptions: [t('setting.kind.auto'), ...KINDS.map(({ id }) => t(`kind.${id}`))],
              default: 'auto',
              description: t('setting.kind'),
            },
          },
        },
        {
          title: t('settings.edit'),
          properties: {
            'fazhiReport.inlayHints': { order: 11, type: 'boolean', default: false, description: t('setting.inlayHints') },
          },
        },
        {
          title: t('settings.other'),
          properties: {
            'fazhiReport.language': { order: 21, enum: ['zh-cn', 'en'], enumDescriptions: [t('setting.language.zh-cn'), t('setting.language.en')], default: 'zh-cn', description: t('setting.language') },
            'fazhiReport.trace.server': {
              order: 22,
              type: 'string',
              enum: ['off', 'messages', 'verbose'],
              enumDescriptions: [t('setting.trace.off'), t('setting.trace.messages'), t('setting.trace.verbose')],
              default: 'off',
              description: t('setting.trace'),
            },
          },
        },
      ],
      configurationDefaults: {
        [`[${LANGUAGE}]`]: {
          'editor.wordWrap': 'on',
          // The server offers what snippets hold, numbered for the place; words of the text are no help in Chinese.
          'editor.snippetSuggestions': 'none',
          'editor.wordBasedSuggestions': 'off',
          'editor.quickSuggestions': { other: 'on', comments: 'off', strings: 'on' },
          // A list that came up by itself takes neither Enter nor Tab; one that was begun with 《 does.
          'editor.suggest.selectionMode': 'whenTriggerCharacter',
          'editor.unicodeHighlight.ambiguousCharacters': false,
          'editor.unicodeHighlight.invisibleCharacters': false,
        },
      },
      viewsContainers: { activitybar: [{ id: 'fazhiReport', title: CATEGORY, icon: ICON }] },
      views: { fazhiReport: [{ id: PROBLEMS, name: t('view.problems'), icon: ICON, contextualTitle: CATEGORY }, { id: FIGURES, name: t('view.figures'), icon: ICON, contextualTitle: CATEGORY }] },
      viewsWelcome: [
        { view: PROBLEMS, when: '!fazhiReport.isReport', contents: t('welcome.problems') },
        { view: FIGURES, when: '!fazhiReport.isReport', contents: t('welcome.figures') },
        { view: FIGURES, when: 'fazhiReport.isReport && !fazhiReport.onlyWrong', contents: t('welcome.noFigures') },
        { view: FIGURES, when: 'fazhiReport.isReport && fazhiReport.onlyWrong', contents: t('welcome.noMismatches') },
      ],
      commands: [
        { command: 'fazhiReport.newReport', title: t('command.newReport'), category: CATEGORY },
        { command: 'fazhiReport.fixAll', title: t('command.fixAll'), category: CATEGORY },
        { command: 'fazhiReport.exportFigures', title: t('command.exportFigures'), shortTitle: t('command.exportFigures.short'), category: CATEGORY, icon: '$(export)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.showOnlyWrong', title: t('command.showOnlyWrong'), category: CATEGORY, icon: '$(filter)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.showAllFigures', title: t('command.showAllFigures'), category: CATEGORY, icon: '$(filter-filled)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.showOnlyGrave', title: t('command.showOnlyGrave'), category: CATEGORY, icon: '$(filter)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.showAllProblems', title: t('command.showAllProblems'), category: CATEGORY, icon: '$(filter-filled)', enablement: 'fazhiReport.isReport' },
        ...ON_NODES.map(({ command, title }) => ({ command, title, category: CATEGORY })),
        { command: 'fazhiReport.restart', title: t('command.restart'), category: CATEGORY },
        { command: 'fazhiReport.showLog', title: t('command.showLog'), category: CATEGORY },
      ],
      menus: {
        'file/newFile': [{ command: 'fazhiReport.newReport', group: 'file' }],
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
