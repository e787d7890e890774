// What .fazhi-report.json may hold, as a JSON schema: contributed to the editor, and the one place that lists the fields.
// Must not read files.

import { KINDS, PARTS, RULES, SEVERITIES } from '../core/index.ts';

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
      properties: Object.fromEntries(RULES.map(({ id, title }) => [id, { enum: ['off', ...SEVERITIES], description: title }])),
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
    lengths: {
      type: 'array',
      description: '本地的字数要求，空白不计',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: { part, least: { type: 'integer', minimum: 1, description: '最少字数' }, most: { type: 'integer', minimum: 1, description: '最多字数' }, severity },
      },
    },
  },
} as const;
