// What .fazhi-report.json may hold, as a JSON schema: contributed to the editor, and the one place that lists the fields.
// Must not read files.

import { KINDS, PARTS, RULES, SEVERITIES } from '../core/index.ts';
import { pageSchema } from './page.ts';

export const CONFIG_FILE = '.fazhi-report.json';

const severity = { enum: [...SEVERITIES], enumDescriptions: ['错误', '警告', '提醒', '提示'], description: '不符合时的级别，默认为警告' };
const part = { enum: PARTS.map(({ id }) => id), enumDescriptions: PARTS.map(({ name }) => name), description: '报告的哪一部分；不写指全文' };

export const CONFIG_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '法治报告助手的工作区设置',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    kind: { enum: KINDS.map(({ id }) => id), enumDescriptions: KINDS.map(({ name }) => name), description: '报告单位的类别；不写时从标题识别' },
    year: { type: 'integer', minimum: 2000, maximum: 2099, description: '报告年度；不写时从标题识别' },
    rules: {
      type: 'object',
      description: '逐条规则的级别',
      additionalProperties: false,
      properties: Object.fromEntries(RULES.map(({ id, title, optional }) => [id, { enum: ['off', ...SEVERITIES], description: optional ? `${title}（默认关闭）` : title }])),
    },
    parts: {
      type: 'array',
      description: '本地要求增加的部分',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { type: 'string', minLength: 2, description: '部分的名称' },
          headings: { type: 'array', items: { type: 'string', minLength: 2 }, description: '标题里写到其中一个就算有；不写时用名称' },
          severity,
        },
      },
    },
    wordings: {
      type: 'array',
      description: '本地要求写到的表述',
      items: { type: 'object', additionalProperties: false, required: ['text'], properties: { text: { type: 'string', minLength: 2, description: '必须写到的表述' }, part, severity } },
    },
    words: {
      type: 'array',
      description: '本单位的名称和用语：写错了怎样改',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['wrong'],
        properties: {
          wrong: { type: 'string', minLength: 2, description: '不应出现的写法，逐字比对' },
          right: { type: 'string', description: '应当怎样写；不写时只提示，不给修复' },
          since: { type: 'integer', minimum: 2000, maximum: 2099, description: '从哪个报告年度起' },
          until: { type: 'integer', minimum: 2000, maximum: 2099, description: '到哪个报告年度止' },
          message: { type: 'string', description: '提示的话；不写时用通用的话' },
          severity,
          examples: {
            type: 'object',
            additionalProperties: false,
            description: '例子，读入时逐个试：wrong 里的应当找得到，right 里的应当找不到',
            properties: { wrong: { type: 'array', items: { type: 'string' } }, right: { type: 'array', items: { type: 'string' } } },
          },
        },
      },
    },
    ignore: {
      type: 'array',
      description: '看过以后不再提示的地方，由快速修复写入',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['rule', 'text'],
        properties: {
          rule: { enum: RULES.map(({ id }) => id), description: '哪条规则' },
          text: { type: 'string', description: '标出的文字' },
          sentence: { type: 'string', description: '所在句子的指纹；不写时，这段文字在哪里都不提示' },
          reason: { type: 'string', description: '理由，可以不写' },
        },
      },
    },
    past: {
      type: 'array',
      description: '本单位往年的报告，用来和本年的比；文件的路径相对于本文件夹，不写时按文件名找',
      items: { type: 'string', minLength: 2, pattern: '^(?!/|[A-Za-z][A-Za-z0-9+.-]*:).+\\.(?:[mM][dD]|[mM][aA][rR][kK][dD][oO][wW][nN]|[tT][xX][tT]|[fF][zZ][bB][gG]|[dD][oO][cC][xXmM])$', examples: ['往年/法治政府建设报告.md'] },
    },
    ledger: {
      type: 'string',
      description: '数据台账，报告里的数和它核对；文件的路径相对于本文件夹，不写时用报告旁边或者上级文件夹里的 数据.csv、数据.xlsx',
      pattern: '^(?!/|[A-Za-z][A-Za-z0-9+.-]*:).+\\.(?:[cC][sS][vV]|[tT][sS][vV]|[xX][lL][sS][xX])$',
      examples: ['数据.csv'],
    },
    lengths: {
      type: 'array',
      description: '本地的字数要求，算法同 Word',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: { part, least: { type: 'integer', minimum: 1, description: '最少字数' }, most: { type: 'integer', minimum: 1, description: '最多字数' }, severity },
      },
    },
    page: { ...pageSchema(), description: '导出 Word 文件和预览的版面；没有写的照党政机关公文的国家标准' },
  },
} as const;
