// Reads .fazhi-report.json: every entry that can be used is, every other one is told with its place.
// Nothing from the file is ever run. Must not touch files or know an editor.

import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import {
  findLocalWords, KINDS, makeFlow, makeLocalWords, neverFound, PARTS, RULES, SEVERITIES,
  type Ignore, type KindId, type LocalRules, type LocalWord, type PartId, type RuleSettings, type Severity, type Span,
} from '../core/index.ts';

export interface Config {
  readonly kind: KindId | undefined;
  readonly year: number | undefined;
  readonly rules: RuleSettings;
  readonly local: LocalRules;
  /** Findings that are not told. */
  readonly ignores: readonly Ignore[];
}

export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
}

export const EMPTY: Config = { kind: undefined, year: undefined, rules: {}, local: { parts: [], wordings: [], words: [], lengths: [] }, ignores: [] };

/** Never fails: what is broken is a problem, what is whole holds. */
export function readConfig(text: string): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems: ConfigProblem[] = errors.map(({ error, offset, length }) => ({
    span: { start: offset, end: offset + length },
    message: `这里不合 JSON 的写法（${printParseErrorCode(error)}），多是缺少逗号、引号或括号。`,
  }));
  if (!root) return { config: EMPTY, problems };
  const reader = new Reader(problems);
  if (root.type !== 'object') {
    reader.say(root, '整个文件应当是一对大括号。');
    return { config: EMPTY, problems };
  }
  const fields = reader.fields(root, ['$schema', 'kind', 'year', 'rules', 'parts', 'wordings', 'words', 'lengths', 'ignore']);
  const config: Config = {
    kind: reader.choice(fields.get('kind'), KINDS.map(({ id }) => id)),
    year: reader.integer(fields.get('year'), 2000, 2099),
    rules: readRules(reader, fields.get('rules')),
    local: {
      parts: reader.items(fields.get('parts')).flatMap((node) => readPart(reader, node)),
      wordings: reader.items(fields.get('wordings')).flatMap((node) => readWording(reader, node)),
      words: reader.items(fields.get('words')).flatMap((node) => readWord(reader, node)),
      lengths: reader.items(fields.get('lengths')).flatMap((node) => readLength(reader, node)),
    },
    ignores: reader.items(fields.get('ignore')).flatMap((node) => readIgnore(reader, node)),
  };
  return { config, problems };
}

function readRules(reader: Reader, node: Node | undefined): RuleSettings {
  if (!node) return {};
  if (node.type !== 'object') {
    reader.say(node, 'rules 应当是一对大括号，里面逐条写规则和级别。');
    return {};
  }
  const settings: Record<string, Severity | 'off'> = {};
  for (const [id, value] of reader.fields(node, RULES.map((rule) => rule.id))) {
    const level = reader.choice(value, ['off', ...SEVERITIES] as const);
    if (level !== undefined) settings[id] = level;
  }
  return settings;
}

function readPart(reader: Reader, node: Node): LocalRules['parts'] {
  const fields = reader.object(node, ['name', 'headings', 'severity']);
  const name = fields && reader.text(fields.get('name'), node, 'name');
  if (!fields || name === undefined) return [];
  const headings = reader.items(fields.get('headings')).flatMap((item) => reader.text(item, item, 'headings') ?? []);
  return [{ name, headings: headings.length > 0 ? headings : [name], severity: reader.choice(fields.get('severity'), SEVERITIES) ?? 'warning' }];
}

function readWording(reader: Reader, node: Node): LocalRules['wordings'] {
  const fields = reader.object(node, ['text', 'part', 'severity']);
  const text = fields && reader.text(fields.get('text'), node, 'text');
  if (!fields || text === undefined) return [];
  return [{ text, part: readPartId(reader, fields.get('part')), severity: reader.choice(fields.get('severity'), SEVERITIES) ?? 'warning' }];
}

function readWord(reader: Reader, node: Node): LocalRules['words'] {
  const fields = reader.object(node, ['wrong', 'right', 'since', 'until', 'message', 'severity', 'examples']);
  const wrong = fields && reader.text(fields.get('wrong'), node, 'wrong');
  if (!fields || wrong === undefined) return [];
  const word: LocalWord = {
    wrong,
    right: reader.string(fields.get('right')),
    since: reader.integer(fields.get('since'), 2000, 2099),
    until: reader.integer(fields.get('until'), 2000, 2099),
    message: reader.string(fields.get('message')),
    severity: reader.choice(fields.get('severity'), SEVERITIES) ?? 'warning',
  };
  const fault = neverFound(word);
  if (fault !== undefined) {
    reader.say(fields.get('wrong') ?? node, fault === 'same' ? `wrong 和 right 都是“${wrong}”，这一条永远对不上。` : `“${wrong}”里有空格、换行或全角数字。正文去掉这些再比对，这一条永远对不上，去掉后再写。`);
    return [];
  }
  if (word.since !== undefined && word.until !== undefined && word.since > word.until) {
    reader.say(node, `起始年度${word.since}晚于截止年度${word.until}，这一条永远对不上。`);
    return [];
  }
  readExamples(reader, fields.get('examples'), word);
  return [word];
}

/** An entry's own examples are tried: wrong ones must be found, right ones must not. */
function readExamples(reader: Reader, node: Node | undefined, word: LocalWord): void {
  const fields = node && reader.object(node, ['wrong', 'right']);
  if (!fields) return;
  const words = makeLocalWords([word]);
  for (const [kind, found] of [['wrong', true], ['right', false]] as const) {
    for (const item of reader.items(fields.get(kind))) {
      const text = reader.text(item, item, kind);
      if (text === undefined || findLocalWords(words, makeFlow(text).text).length > 0 === found) continue;
      reader.say(item, found ? `这个例子里找不到“${word.wrong}”，核对这一条或者例子。` : `这个写对的例子会被当成“${word.wrong}”，核对这一条或者例子。`);
    }
  }
}

function readIgnore(reader: Reader, node: Node): readonly Ignore[] {
  const fields = reader.object(node, ['rule', 'text', 'sentence', 'reason']);
  if (!fields) return [];
  const rule = fields.get('rule') ? reader.choice(fields.get('rule'), RULES.map(({ id }) => id)) : void reader.say(node, '缺少 rule。');
  const text = fields.get('text') ? reader.string(fields.get('text')) : void reader.say(node, '缺少 text。');
  const sentence = reader.string(fields.get('sentence'));
  const reason = reader.string(fields.get('reason'));
  if (rule === undefined || text === undefined) return [];
  return [{ rule, text, ...(sentence === undefined ? {} : { sentence }), ...(reason === undefined ? {} : { reason }) }];
}

function readLength(reader: Reader, node: Node): LocalRules['lengths'] {
  const fields = reader.object(node, ['part', 'least', 'most', 'severity']);
  if (!fields) return [];
  const least = reader.integer(fields.get('least'), 1, 1_000_000);
  const most = reader.integer(fields.get('most'), 1, 1_000_000);
  if (least === undefined && most === undefined) {
    if (!fields.has('least') && !fields.has('most')) reader.say(node, '字数要求要写 least（最少）或 most（最多）。');
    return [];
  }
  if (least !== undefined && most !== undefined && least > most) {
    reader.say(node, `最少${least}字大于最多${most}字，这一条永远达不到。`);
    return [];
  }
  return [{ part: readPartId(reader, fields.get('part')), least, most, severity: reader.choice(fields.get('severity'), SEVERITIES) ?? 'warning' }];
}

const readPartId = (reader: Reader, node: Node | undefined): PartId | undefined => reader.choice(node, PARTS.map(({ id }) => id));

/** Takes values out of the tree and tells what does not fit. */
class Reader {
  readonly #problems: ConfigProblem[];

  constructor(problems: ConfigProblem[]) {
    this.#problems = problems;
  }

  say(node: Node, message: string): void {
    this.#problems.push({ span: { start: node.offset, end: node.offset + node.length }, message });
  }

  fields(node: Node, known: readonly string[]): ReadonlyMap<string, Node> {
    const fields = new Map<string, Node>();
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (!key || !value) continue;
      const name = String(getNodeValue(key));
      if (!known.includes(name)) this.say(key, `没有“${name}”这一项，可用${known.filter((each) => !each.startsWith('$')).join('、')}。`);
      else fields.set(name, value);
    }
    return fields;
  }

  object(node: Node, known: readonly string[]): ReadonlyMap<string, Node> | undefined {
    if (node.type === 'object') return this.fields(node, known);
    this.say(node, '这里应当是一对大括号。');
    return undefined;
  }

  items(node: Node | undefined): readonly Node[] {
    if (!node) return [];
    if (node.type === 'array') return node.children ?? [];
    this.say(node, '这里应当是一对方括号，里面逐项书写。');
    return [];
  }

  text(node: Node | undefined, parent: Node, name: string): string | undefined {
    if (!node) {
      this.say(parent, `缺少 ${name}。`);
      return undefined;
    }
    const value: unknown = getNodeValue(node);
    if (typeof value === 'string' && value.trim().length >= 2) return value.trim();
    this.say(node, '这里应当是引号里的文字，至少两个字。');
    return undefined;
  }

  /** Any text, one character too. */
  string(node: Node | undefined): string | undefined {
    if (!node) return undefined;
    const value: unknown = getNodeValue(node);
    if (typeof value === 'string') return value === '' ? undefined : value;
    this.say(node, '这里应当是引号里的文字。');
    return undefined;
  }

  integer(node: Node | undefined, least: number, most: number): number | undefined {
    if (!node) return undefined;
    const value: unknown = getNodeValue(node);
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    this.say(node, `这里应当是${least}到${most}之间的整数。`);
    return undefined;
  }

  choice<T extends string>(node: Node | undefined, choices: readonly T[]): T | undefined {
    if (!node) return undefined;
    const value: unknown = getNodeValue(node);
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.say(node, `这里只能写${choices.join('、')}。`);
    return found;
  }
}
