// The part of package.json that VS Code reads: languages, settings, commands. What it says in words is in texts.ts.
// Must not touch files.

import { pageSchema } from '../../server/config/page.ts';
import { CONFIG_FILE } from '../../server/config/schema.ts';
import { GROUPS, KINDS, PROFILES, RULES } from '../../server/core/index.ts';
import { LEAST_MAX_CHARACTERS, MAX_CHARACTERS } from '../../server/lsp/settings.ts';
import { t } from './texts.ts';

const LANGUAGE = 'fazhi-report';
const CATEGORY = t('app.name');
const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'] as const;
const STRUCTURE = 'fazhiReport.structure';
const PROBLEMS = 'fazhiReport.problems';
const FIGURES = 'fazhiReport.figures';
const ICON = './media/report.svg';
const LANGUAGES = [LANGUAGE, 'markdown', 'plaintext'];

const REPORT_LANGUAGE = `resourceLangId == ${LANGUAGE}`;
/** Markdown and plain text may be reports, and then are in front. */
const REPORT_EDITOR = `${REPORT_LANGUAGE} || fazhiReport.isReport && resourceLangId =~ /^(markdown|plaintext)$/`;

/**
 * Semantic tokens of the server: the standard type that a theme may colour instead, and the scopes that it is coloured like
 * where the theme knows neither.
 */
const TOKENS = [
  { id: 'reportTitle', superType: 'class', scopes: ['markup.heading.title.fazhi-report', 'markup.heading'] },
  { id: 'reportPart', superType: 'class', scopes: ['markup.heading.1.fazhi-report', 'markup.heading'] },
  { id: 'reportHeading1', superType: 'class', scopes: ['markup.heading.1.fazhi-report', 'markup.heading'] },
  { id: 'reportHeading2', superType: 'type', scopes: ['entity.name.type.section.fazhi-report', 'entity.name.type'] },
  { id: 'reportHeading3', superType: 'function', scopes: ['entity.name.function.section.fazhi-report', 'entity.name.function'] },
  { id: 'reportFigure', superType: 'number', scopes: ['constant.numeric.figure.fazhi-report', 'constant.numeric'] },
  { id: 'reportRate', superType: 'number', scopes: ['variable.other.constant.rate.fazhi-report', 'variable.other.constant'] },
  { id: 'reportLaw', superType: 'string', scopes: ['string.quoted.title.fazhi-report', 'string'] },
  { id: 'reportPlaceholder', superType: 'macro', scopes: ['invalid.deprecated.placeholder.fazhi-report', 'invalid'] },
] as const;

/** Also under themes that do not speak of semantic tokens, as the light one of high contrast; in plain text nobody else has any. */
const COLOURED = { 'editor.semanticHighlighting.enabled': true };

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

/** Steps of the walkthrough, their pictures (npm run pictures), and what shows that they were taken. */
const GUIDE = [
  ['draft', 'draft', ['onCommand:fazhiReport.newReport', 'onContext:fazhiReport.isReport']],
  ['complete', 'complete', ['onStepSelected']],
  ['check', 'check', ['onView:fazhiReport.structure']],
  ['fix', 'fix', ['onStepSelected']],
  ['final', 'menu', ['onCommand:fazhiReport.menu']],
] as const;

const guidePicture = (name: string, theme: 'light' | 'dark'): string => `./media/guide/${name}-${theme}.png`;

export function contributions(): Record<string, unknown> {
  return {
    displayName: t('app.name'),
    description: t('app.description'),
    activationEvents: ['onLanguage:markdown', 'onLanguage:plaintext', `workspaceContains:**/${CONFIG_FILE}`, 'onWebviewPanel:fazhiReport.preview'],
    // It needs the text of the report and little else, so it runs beside the files or beside the window.
    extensionKind: ['workspace', 'ui'],
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
            'fazhiReport.profile': {
              order: 0,
              enum: PROFILES.map(({ id }) => id),
              enumItemLabels: PROFILES.map(({ id }) => t(`profile.${id}`)),
              enumDescriptions: PROFILES.map(({ id }) => t(`profile.${id}.description`)),
              default: 'review',
              markdownDescription: t('setting.profile'),
            },
            'fazhiReport.groups': {
              order: 1,
              type: 'object',
              default: Object.fromEntries(GROUPS.map(({ id }) => [id, true])),
              additionalProperties: false,
              markdownDescription: t('setting.groups'),
              properties: Object.fromEntries(GROUPS.map(({ id }) => [id, { type: 'boolean', default: true, description: t(`group.${id}`) }])),
            },
            'fazhiReport.rules': {
              order: 2,
              type: 'object',
              default: {},
              additionalProperties: false,
              markdownDescription: t('setting.rules'),
              properties: Object.fromEntries(RULES.map(({ id }) => [id, { enum: SEVERITIES, enumDescriptions: SEVERITIES.map((level) => t(`severity.${level}`)), description: t(`rule.${id}`) }])),
            },
            'fazhiReport.year': { order: 3, type: ['integer', 'null'], default: null, minimum: 2000, maximum: 2099, description: t('setting.year') },
            'fazhiReport.kind': {
              order: 4,
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
            'fazhiReport.waitForSentence': { order: 10, type: 'boolean', default: true, description: t('setting.waitForSentence') },
            'fazhiReport.codeLens': { order: 12, type: 'boolean', default: true, description: t('setting.codeLens') },
            'fazhiReport.maxCharacters': { order: 13, type: 'integer', default: MAX_CHARACTERS, minimum: LEAST_MAX_CHARACTERS, description: t('setting.maxCharacters') },
            'fazhiReport.inlayHints': { order: 11, type: 'boolean', default: false, description: t('setting.inlayHints') },
          },
        },
        {
          title: t('settings.print'),
          properties: {
            'fazhiReport.page': { order: 15, ...pageSchema((path) => t(`page.${path}`)), default: {}, markdownDescription: t('setting.page') },
          },
        },
        {
          title: t('settings.other'),
          properties: {
            'fazhiReport.language': { order: 21, enum: ['zh-cn', 'en'], enumDescriptions: [t('setting.language.zh-cn'), t('setting.language.en')], default: 'zh-cn', description: t('setting.language') },
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
          ...COLOURED,
        },
        '[plaintext]': COLOURED,
      },
      semanticTokenTypes: TOKENS.map(({ id, superType }) => ({ id, superType, description: t(`token.${id}`) })),
      semanticTokenScopes: [LANGUAGE, 'plaintext'].map((language) => ({ language, scopes: Object.fromEntries(TOKENS.map(({ id, scopes }) => [id, scopes])) })),
      viewsContainers: { activitybar: [{ id: 'fazhiReport', title: CATEGORY, icon: ICON }] },
      views: {
        fazhiReport: [[STRUCTURE, t('view.structure')], [PROBLEMS, t('view.problems')], [FIGURES, t('view.figures')]].map(([id, name]) => ({ id, name, icon: ICON, contextualTitle: CATEGORY })),
      },
      viewsWelcome: [
        { view: STRUCTURE, when: '!fazhiReport.isReport && !fazhiReport.isTooLong', contents: t('welcome.structure') },
        { view: PROBLEMS, when: '!fazhiReport.isReport && !fazhiReport.isTooLong', contents: t('welcome.problems') },
        { view: FIGURES, when: '!fazhiReport.isReport && !fazhiReport.isTooLong', contents: t('welcome.figures') },
        ...[STRUCTURE, PROBLEMS, FIGURES].map((view) => ({ view, when: 'fazhiReport.isTooLong', contents: t('welcome.tooLong') })),
        { view: FIGURES, when: 'fazhiReport.isReport && !fazhiReport.onlyWrong', contents: t('welcome.noFigures') },
        { view: FIGURES, when: 'fazhiReport.isReport && fazhiReport.onlyWrong', contents: t('welcome.noMismatches') },
      ],
      commands: [
        { command: 'fazhiReport.newReport', title: t('command.newReport'), category: CATEGORY },
        { command: 'fazhiReport.importWord', title: t('command.importWord'), category: CATEGORY },
        { command: 'fazhiReport.menu', title: t('command.menu'), category: CATEGORY, icon: '$(menu)' },
        { command: 'fazhiReport.fixAll', title: t('command.fixAll'), category: CATEGORY },
        { command: 'fazhiReport.insertPart', title: t('command.insertPart'), category: CATEGORY, icon: '$(add)' },
        { command: 'fazhiReport.showPreview', title: t('command.showPreview'), category: CATEGORY, icon: '$(open-preview)' },
        { command: 'fazhiReport.exportWord', title: t('command.exportWord'), category: CATEGORY, enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.exportReview', title: t('command.exportReview'), category: CATEGORY, enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.reviewFolder', title: t('command.reviewFolder'), category: CATEGORY },
        { command: 'fazhiReport.comparePast', title: t('command.comparePast'), category: CATEGORY, icon: '$(diff)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.pickPast', title: t('command.pickPast'), category: CATEGORY, icon: '$(history)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.exportFigures', title: t('command.exportFigures'), shortTitle: t('command.exportFigures.short'), category: CATEGORY, icon: '$(export)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.fillFromLedger', title: t('command.fillFromLedger'), category: CATEGORY, icon: '$(table)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.writeLedger', title: t('command.writeLedger'), category: CATEGORY, enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.showOnlyWrong', title: t('command.showOnlyWrong'), category: CATEGORY, icon: '$(filter)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.showAllFigures', title: t('command.showAllFigures'), category: CATEGORY, icon: '$(filter-filled)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.showOnlyGrave', title: t('command.showOnlyGrave'), category: CATEGORY, icon: '$(filter)', enablement: 'fazhiReport.isReport' },
        { command: 'fazhiReport.showAllProblems', title: t('command.showAllProblems'), category: CATEGORY, icon: '$(filter-filled)', enablement: 'fazhiReport.isReport' },
        ...ON_NODES.map(({ command, title }) => ({ command, title, category: CATEGORY })),
        { command: 'fazhiReport.diagnose', title: t('command.diagnose'), category: CATEGORY },
        { command: 'fazhiReport.openSettings', title: t('command.openSettings'), category: CATEGORY, icon: '$(gear)' },
        { command: 'fazhiReport.restart', title: t('command.restart'), category: CATEGORY },
        { command: 'fazhiReport.showLog', title: t('command.showLog'), category: CATEGORY },
      ],
      menus: {
        'file/newFile': [{ command: 'fazhiReport.newReport', group: 'file' }],
        'explorer/context': [{ command: 'fazhiReport.importWord', when: 'resourceExtname =~ /^\\.doc[xm]$/i && !explorerResourceIsFolder', group: 'navigation@5' }, { command: 'fazhiReport.reviewFolder', when: 'explorerResourceIsFolder', group: '4_search@5' }],
        'editor/title': [{ command: 'fazhiReport.showPreview', when: REPORT_EDITOR, group: 'navigation' }],
        'editor/title/context': [
          { command: 'fazhiReport.exportWord', when: REPORT_EDITOR, group: '3_fazhiReport' },
          { command: 'fazhiReport.exportReview', when: REPORT_EDITOR, group: '3_fazhiReport' },
        ],
        'view/title': [
          { command: 'fazhiReport.menu', when: `view == ${STRUCTURE} && fazhiReport.isReport`, group: 'navigation@1' },
          { command: 'fazhiReport.showOnlyGrave', when: `view == ${PROBLEMS} && !fazhiReport.onlyGrave`, group: 'navigation@1' },
          { command: 'fazhiReport.showAllProblems', when: `view == ${PROBLEMS} && fazhiReport.onlyGrave`, group: 'navigation@1' },
          { command: 'fazhiReport.showOnlyWrong', when: `view == ${FIGURES} && !fazhiReport.onlyWrong`, group: 'navigation@1' },
          { command: 'fazhiReport.showAllFigures', when: `view == ${FIGURES} && fazhiReport.onlyWrong`, group: 'navigation@1' },
          { command: 'fazhiReport.exportFigures', when: `view == ${FIGURES}`, group: 'navigation@2' },
          { command: 'fazhiReport.comparePast', when: `view == ${FIGURES}`, group: 'navigation@3' },
          { command: 'fazhiReport.fillFromLedger', when: `view == ${FIGURES}`, group: '2_ledger@1' },
          { command: 'fazhiReport.writeLedger', when: `view == ${FIGURES}`, group: '2_ledger@2' },
        ],
        'view/item/context': [
          { command: 'fazhiReport.insertPart', when: `view == ${STRUCTURE} && viewItem == absent`, group: 'inline' },
          { command: 'fazhiReport.insertPart', when: `view == ${STRUCTURE} && viewItem == absent`, group: '1_insert@1' },
          ...ON_NODES.map(({ command, on, group }) => ({ command, when: `view == ${PROBLEMS} && viewItem =~ /${on}/`, group })),
        ],
        commandPalette: [
          { command: 'fazhiReport.menu', when: 'fazhiReport.isReport' },
          { command: 'fazhiReport.fixAll', when: `fazhiReport.isReport && editorLangId =~ /^(${LANGUAGES.join('|')})$/ && !editorReadonly` },
          { command: 'fazhiReport.insertPart', when: 'false' },
          { command: 'fazhiReport.showPreview', when: 'fazhiReport.isReport' },
          { command: 'fazhiReport.exportWord', when: 'fazhiReport.isReport' },
          { command: 'fazhiReport.exportReview', when: 'fazhiReport.isReport' },
          { command: 'fazhiReport.comparePast', when: 'fazhiReport.isReport' },
          { command: 'fazhiReport.pickPast', when: 'fazhiReport.isReport' },
          { command: 'fazhiReport.exportFigures', when: 'fazhiReport.isReport' },
          { command: 'fazhiReport.fillFromLedger', when: 'fazhiReport.isReport' },
          { command: 'fazhiReport.writeLedger', when: 'fazhiReport.isReport' },
          { command: 'fazhiReport.showOnlyWrong', when: 'false' },
          { command: 'fazhiReport.showAllFigures', when: 'false' },
          { command: 'fazhiReport.showOnlyGrave', when: 'false' },
          { command: 'fazhiReport.showAllProblems', when: 'false' },
          ...ON_NODES.map(({ command }) => ({ command, when: 'false' })),
        ],
      },
      walkthroughs: [
        {
          id: 'start',
          title: t('guide.title'),
          description: t('guide.description'),
          icon: ICON,
          steps: GUIDE.map(([id, picture, completionEvents]) => ({
            id,
            title: t(`guide.${id}.title`),
            description: t(`guide.${id}.description`),
            media: { image: { light: guidePicture(picture, 'light'), hcLight: guidePicture(picture, 'light'), dark: guidePicture(picture, 'dark'), hc: guidePicture(picture, 'dark') }, altText: t(`guide.${id}.alt`) },
            completionEvents,
          })),
        },
      ],
      // VS Code's own key for the preview of Markdown, which keeps it for Markdown.
      keybindings: [
        { command: 'fazhiReport.showPreview', key: 'ctrl+k v', mac: 'cmd+k v', when: `editorFocus && ${REPORT_LANGUAGE}` },
        // As VS Code's own Tab, which steps aside for a list that has something selected.
        { command: 'runCommands', args: { commands: ['jumpToNextSnippetPlaceholder', 'fazhiReport.fillPlace'] }, key: 'tab', when: `editorTextFocus && inSnippetMode && hasNextTabstop && fazhiReport.isReport && !suggestWidgetHasFocusedSuggestion && editorLangId =~ /^(${LANGUAGES.join('|')})$/` },
      ],
    },
  };
}
