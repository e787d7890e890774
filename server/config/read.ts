// Reads .fazhi-report.json: every entry that can be used is, every other one is told with its place.
// Nothing from the file is ever run. Must not touch files or know an editor.

import { createScanner, getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import {
  findLocalWords, KINDS, makeFlow, makeLocalWords, neverFound, PARTS, RULES, SEVERITIES,
  type Ignore, type KindId, type LocalRules, type LocalWord, type PageChoices, type PartId, type RuleSettings, type Severity, type Span,
} from '../core/index.ts';
import { readPage } from './page.ts';
import { LEDGER_FILE } from '../import/ledger.ts';
import { TEXT_FILE, WORD_FILE } from '../import/text.ts';

export interface Config {
  readonly kind: KindId | undefined;
  readonly year: number | undefined;
  readonly rules: RuleSettings;
  readonly local: LocalRules;
  /** Findings that are not told. */
  readonly ignores: readonly Ignore[];
  /** What is set of the page on which a report is printed. */
  readonly page: PageChoices;
  /** Earlier reports: paths from the folder of the file, with `/` between names. */
  readonly past: readonly string[];
  /** The ledger of figures: a path likewise. */
  readonly ledger: string | undefined;
}

export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
}

export const EMPTY: Config = { kind: undefined, year: undefined, rules: {}, local: { parts: [], wordings: [], words: [], lengths: [] }, ignores: [], page: {}, past: [], ledger: undefined };

/** More is no settings, in UTF-16 units. */
const LARGEST = 1_000_000;
/** Deeper brackets are none of ours, and would exhaust the parser. */
const DEEPEST = 100;
/** Of faults of the notation: one brings the next. */
const MOST_FAULTS = 20;

/** The text of a file as it is read from disk: editors show no byte order mark. */
export const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

export interface ReadConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** Whether decisions can be written into it: it is empty, or an object whose brackets are whole, with room for them. */
  readonly takesDecisions: boolean;
  /** Where it names other files; whether there are such, only those who have files can tell. */
  readonly files: readonly NamedFile[];
}

export interface NamedFile {
  readonly path: string;
  readonly span: Span;
}

/** Told where there is no such file. */
export const NO_SUCH_FILE = '没有这个文件，或者读不了。写文件相对于本文件夹的路径，如“往年/法治政府建设报告.md”。';

/** Never fails: what is broken is a problem, what is whole holds. */
export function readConfig(text: string): ReadConfig {
  const whole = wholeFault(text);
  if (whole) return { config: EMPTY, problems: [whole], takesDecisions: false, files: [] };
  if (text.trim() === '') return { config: EMPTY, problems: [], takesDecisions: true, files: [] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems: ConfigProblem[] = errors.slice(0, MOST_FAULTS).map(({ error, offset, length }) => ({
    span: { start: offset, end: offset + length },
    message: `这里不合 JSON 的写法（${printParseErrorCode(error)}），多是缺少逗号、引号或括号。`,
  }));
  const unread = text.indexOf('\ufffd');
  if (unread >= 0) problems.push({ span: { start: unread, end: unread + 1 }, message: '这里的字认不出来，文件不是 UTF-8 编码，用编辑器另存为 UTF-8。' });
  if (!root) return { config: EMPTY, problems, takesDecisions: false, files: [] };
  const reader = new Reader(problems);
  if (root.type !== 'object') {
    reader.say(root, '整个文件应当是一对大括号。');
    return { config: EMPTY, problems, takesDecisions: false, files: [] };
  }
  const fields = reader.fields(root, ['$schema', 'kind', 'year', 'rules', 'parts', 'wordings', 'words', 'lengths', 'ignore', 'page', 'past', 'ledger']);
  const files = reader.items(fields.get('past')).flatMap((node) => readPath(reader, node, REPORT));
  const [ledger] = fields.has('ledger') ? readPath(reader, fields.get('ledger') as Node, LEDGER) : [];
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
    page: readPageFields(reader, fields.get('page')),
    past: files.map(({ path }) => path),
    ledger: ledger?.path,
  };
  const hasRoom = (field: string, type: Node['type']): boolean => (root.children ?? []).every(({ children: [key, value] = [] }) => key?.value !== field || value?.type === type);
  return { config, problems, takesDecisions: errors.length === 0 && unread < 0 && hasRoom('rules', 'object') && hasRoom('ignore', 'array'), files: ledger ? [...files, ledger] : files };
}

/** Why nothing of a file is read. */
function wholeFault(text: string): ConfigProblem | undefined {
  if (text.length > LARGEST) return { span: { start: 0, end: 1 }, message: `这个文件有${text.length.toLocaleString('en')}个字符，超过${LARGEST.toLocaleString('en')}个，没有读。设置用不着这么多，核对是不是存错了文件。` };
  const at = tooDeep(text);
  return at === undefined ? undefined : { span: { start: at, end: at + 1 }, message: `括号套到这里超过${DEEPEST}层，整个文件没有读。设置用不着这么多层，核对是不是多写了括号。` };
}

/** Where the brackets are too deep; those inside strings and comments do not count. */
function tooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const at = scanner.getTokenOffset();
    if (scanner.getTokenLength() > 1) continue;
    if (text[at] === '{' || text[at] === '[') depth++;
    else if (text[at] === '}' || text[at] === ']') depth--;
    if (depth > DEEPEST) return at;
  }
  return undefined;
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

function readPageFields(reader: Reader, node: Node | undefined): PageChoices {
  return node === undefined ? {} : readPage<Node>(node, {
    value: getNodeValue,
    fields: (at) => (at.type === 'object' ? reader.entries(at) : undefined),
    say: (at, path, fault) => reader.say(at, `page${path === '' ? '' : `.${short(path)}`} ${fault}，这一项没有用。`),
  });
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
    reader.say(fields.get('wrong') ?? node, fault === 'same' ? `wrong 和 right 都是“${short(wrong)}”，这一条永远对不上。` : `“${short(wrong)}”里有空格、换行或全角数字。正文去掉这些再比对，这一条永远对不上，去掉后再写。`);
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
      reader.say(item, found ? `这个例子里找不到“${short(word.wrong)}”，核对这一条或者例子。` : `这个写对的例子会被当成“${short(word.wrong)}”，核对这一条或者例子。`);
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

/** What a path may lead to: how the file is called, and what is said of one that is called otherwise. */
interface Named {
  readonly field: string;
  readonly isOne: (path: string) => boolean;
  readonly fault: string;
}

const REPORT: Named = { field: 'past', isOne: (path) => TEXT_FILE.test(path) || WORD_FILE.test(path), fault: '这里应当是报告的文件名，.md、.markdown、.txt、.fzbg 或者 .docx。' };
const LEDGER: Named = { field: 'ledger', isOne: (path) => LEDGER_FILE.test(path), fault: '这里应当是数据台账的文件名，.csv、.tsv 或者 .xlsx。' };

/** A path of a file below the folder or beside it: whole ones hold on one computer only. */
function readPath(reader: Reader, node: Node, { field, isOne, fault }: Named): readonly NamedFile[] {
  const path = reader.text(node, node, field)?.replaceAll('\\', '/');
  if (path === undefined) return [];
  if (/^\/|^[A-Za-z][A-Za-z0-9+.-]*:/u.test(path)) reader.say(node, '这里写相对于本文件夹的路径，不写盘符和开头的斜杠，别的电脑上才找得到。');
  else if (!isOne(path)) reader.say(node, fault);
  else return [{ path, span: { start: node.offset, end: node.offset + node.length } }];
  return [];
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

/** Words of the file as messages quote them. */
const short = (words: string): string => (words.length > 24 ? `${words.slice(0, 23)}…` : words);

/** What may be written; there are too many rules to name them all. */
const listed = (choices: readonly string[]): string => (choices.length > 12 ? `${choices.slice(0, 3).join('、')}等${choices.length}个，写引号后从列表里选` : choices.join('、'));

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
      if (!known.includes(name)) this.say(key, `没有“${short(name)}”这一项，可用${listed(known.filter((each) => !each.startsWith('$')))}。`);
      else {
        if (fields.has(name)) this.say(key, `“${short(name)}”写了两次，以这一处为准，删去前一处。`);
        fields.set(name, value);
      }
    }
    return fields;
  }

  /** Fields whatever their names; of one that is there twice the latter holds. */
  entries(node: Node): ReadonlyMap<string, Node> {
    return this.fields(node, (node.children ?? []).map(({ children: [key] = [] }) => String(key?.value)));
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
    if (found === undefined) this.say(node, `这里只能写${listed(choices)}。`);
    return found;
  }
}
