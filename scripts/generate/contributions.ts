// The part of package.json that VS Code reads: languages, settings, commands. Must not touch files.

import { CONFIG_FILE } from '../../server/config/schema.ts';
import { KINDS, RULES } from '../../server/core/index.ts';

const LANGUAGE = 'fazhi-report';
const CATEGORY = '法治报告助手';
const LANGUAGES = [LANGUAGE, 'markdown', 'plaintext'];

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
          'fazhiReport.trace.server': {
            order: 4,
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
      commands: [
        { command: 'fazhiReport.fixAll', title: '改正全部可放心改的地方', category: CATEGORY },
        { command: 'fazhiReport.restart', title: '重新启动检查程序', category: CATEGORY },
        { command: 'fazhiReport.showLog', title: '查看运行记录', category: CATEGORY },
      ],
      menus: {
        commandPalette: [{ command: 'fazhiReport.fixAll', when: `editorLangId =~ /^(${LANGUAGES.join('|')})$/ && !editorReadonly` }],
      },
    },
  };
}
