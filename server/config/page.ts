// What may be set of the page, field by field: the schema of the setting and of the workspace file, and what is right in each.
// Paths name the fields, `margins.top`. Must not know where a value stands.

import { NUMBER_FORMS, NUMBER_SIDES, PAGE, PRINT_ROLES, type PageChoices, type PrintRole } from '../core/index.ts';

type Field =
  | { readonly type: 'number'; readonly minimum: number; readonly maximum: number; readonly description: string }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number; readonly description: string }
  | { readonly type: 'boolean'; readonly description: string }
  | { readonly type: 'string'; readonly pattern: RegExp; readonly description: string }
  | { readonly enum: readonly string[]; readonly enumDescriptions: readonly string[]; readonly description: string };

/** A name as programs list it: no quotation marks, brackets or anything else that means something elsewhere. */
const FONT = /^[\p{L}\p{N}][\p{L}\p{N} _.+-]{0,39}$/u;
const FONT_OR_NONE = /^$|^[\p{L}\p{N}][\p{L}\p{N} _.+-]{0,39}$/u;

const ROLES: Readonly<Record<PrintRole, string>> = {
  title: '标题', byline: '标题上下的单位、日期', heading0: '第一部分', heading1: '一、', heading2: '（一）', heading3: '1.', heading4: '（1）',
  body: '正文', annex: '“附件”二字', table: '表格', note: '脚注', pageNumber: '页码',
};

const number = (description: string, minimum: number, maximum: number): Field => ({ type: 'number', minimum, maximum, description });
const byRole = (prefix: string, field: (name: string) => Field): readonly (readonly [string, Field])[] => PRINT_ROLES.map((role) => [`${prefix}.${role}`, field(ROLES[role])] as const);

/** In the order in which they are shown. */
const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['margins.top', number('上白边（天头），毫米', 5, 100)],
  ['margins.bottom', number('下白边，毫米', 5, 100)],
  ['margins.left', number('左白边（订口），毫米', 5, 80)],
  ['margins.right', number('右白边，毫米', 5, 80)],
  ['lines', { type: 'integer', minimum: 10, maximum: 60, description: '每页行数' }],
  ['characters', { type: 'integer', minimum: 10, maximum: 60, description: '每行字数' }],
  ['lineSpacing', number('行距，磅；写 0 时由每页行数算出', 0, 100)],
  ['titleSpacing', number('标题的行距，磅', 5, 100)],
  ['indent', number('段首空几个字', 0, 10)],
  ...byRole('fonts', (name) => ({ type: 'string', pattern: FONT, description: `${name}的字体` })),
  ...byRole('sizes', (name) => number(`${name}的字号，磅：2号是22，3号是16，4号是14`, 5, 72)),
  ...byRole('bold', (name) => ({ type: 'boolean', description: `${name}是否加粗` })),
  ['latin', { type: 'string', pattern: FONT_OR_NONE, description: '数字和字母的字体；留空时同所在文字' }],
  ['pageNumber.form', { enum: NUMBER_FORMS, enumDescriptions: ['数字两边各一条一字线', '只有数字', '没有页码'], description: '页码的样子' }],
  ['pageNumber.side', { enum: NUMBER_SIDES, enumDescriptions: ['单页居右，双页居左', '居中', '居右'], description: '页码的位置' }],
]);

/** Whether a value may stand at a path. */
function isRight(field: Field, value: unknown): value is number | string | boolean {
  if ('enum' in field) return (field.enum as readonly unknown[]).includes(value);
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && field.pattern.test(value);
    default:
      return typeof value === 'number' && Number.isFinite(value) && value >= field.minimum && value <= field.maximum && (field.type === 'number' || Number.isInteger(value));
  }
}

/** What a field wants, as the rest of a sentence. */
function wants(field: Field): string {
  if ('enum' in field) return `只能写 ${field.enum.join('、')}`;
  switch (field.type) {
    case 'boolean':
      return '应当是 true 或 false';
    case 'string':
      return '应当是一个字体名，最多40个字';
    default:
      return `应当是${field.minimum}到${field.maximum}之间的${field.type === 'integer' ? '整数' : '数'}`;
  }
}

/** Everything that is said of the fields, by path; of a choice behind its field's path. */
export const PAGE_TEXTS: readonly (readonly [path: string, text: string])[] = [...FIELDS].flatMap(([path, field]) => [
  [path, field.description] as const,
  ...('enum' in field ? field.enum.map((choice, i) => [`${path}.${choice}`, field.enumDescriptions[i] ?? choice] as const) : []),
]);

/** The schema of the whole object; `say` has the words, by path, where they are not to stand as they are here. */
export function pageSchema(say?: (path: string) => string): Record<string, unknown> {
  const properties: Record<string, Record<string, unknown>> = {};
  for (const [path, field] of FIELDS) {
    const [name = '', inner] = path.split('.');
    const told = { ...field, ...('pattern' in field ? { pattern: field.pattern.source } : {}), ...(say ? { description: say(path) } : {}), ...(say && 'enum' in field ? { enumDescriptions: field.enum.map((choice) => say(`${path}.${choice}`)) } : {}), default: standard(path) };
    if (inner === undefined) properties[name] = told;
    else ((properties[name] ??= { type: 'object', additionalProperties: false, properties: {} })['properties'] as Record<string, unknown>)[inner] = told;
  }
  return { type: 'object', additionalProperties: false, properties };
}

/** What the standard page has at a path. */
function standard(path: string): unknown {
  const [name = '', inner] = path.split('.');
  const value: unknown = (PAGE as unknown as Record<string, unknown>)[name];
  return inner === undefined ? value : (value as Record<string, unknown>)[inner];
}

/** Fields that hold others. */
const HOLDERS = new Set([...FIELDS.keys()].flatMap((path) => (path.includes('.') ? [path.slice(0, path.indexOf('.'))] : [])));

/** How values are taken out of whatever holds them. */
export interface Holder<T> {
  readonly value: (at: T) => unknown;
  /** The fields of an object; undefined where it is none. */
  readonly fields: (at: T) => Iterable<readonly [name: string, T]> | undefined;
  /** Told what is wrong: where it stands, its path, and the rest of a sentence. */
  readonly say: (at: T, path: string, fault: string) => void;
}

/** The fields that are right. */
export function readPage<T>(given: T, { value, fields, say }: Holder<T>): PageChoices {
  const choices: Record<string, number | string | boolean> = {};
  const visit = (at: T, path: string): void => {
    const field = FIELDS.get(path);
    if (field) {
      const own = value(at);
      if (isRight(field, own)) choices[path] = own;
      else say(at, path, wants(field));
      return;
    }
    if (path !== '' && !HOLDERS.has(path)) {
      say(at, path, '没有这一项');
      return;
    }
    const children = fields(at);
    if (children) for (const [name, child] of children) visit(child, path === '' ? name : `${path}.${name}`);
    else say(at, path, '应当是一对大括号');
  };
  visit(given, '');
  return choices;
}
