// The command line's arguments, checked. Must not read files or print.

import { parseArgs } from 'node:util';
import { LEDGER_FILE } from '../import/ledger.ts';
import { PROFILES, RULES, type NewReport, type ProfileId, type RuleSettings, type Severity } from '../core/index.ts';

export type Command = 'lint' | 'outline' | 'figures' | 'compare' | 'fix' | 'import' | 'export' | 'review';
export type Format = 'text' | 'json' | 'sarif' | 'github' | 'csv' | 'html' | 'docx';

export interface Arguments {
  readonly command: Command;
  readonly names: readonly string[];
  readonly format: Format;
  readonly failOn: 'error' | 'warning' | 'never';
  readonly rules: RuleSettings;
  readonly profile: ProfileId;
  readonly year: number | undefined;
  readonly stdinName: string;
  readonly dryRun: boolean;
  /** Where to write; undefined for a file beside each one that is read, - for standard output. */
  readonly output: string | undefined;
  /** Whether a file that is there may be written over. */
  readonly force: boolean;
  /** The ledger of figures; undefined to look for one. */
  readonly ledger: string | undefined;
  /** Of the text that an import writes. */
  readonly layout: NewReport['layout'];
  /** A copy of the document with comments, instead of a sheet. */
  readonly comments: boolean;
  /** What an earlier run found. */
  readonly baseline: string | undefined;
}

/** Wrong usage, in one sentence for the user. */
export class UsageError extends Error {}

export const USAGE = `用法：fazhi-report lint|review|outline|figures|fix|import|export [选项] 文件|文件夹|-…
      fazhi-report compare [选项] 往年的报告… 本年的报告

  lint      检查：缺项、比率与件数、过时提法
  review    校核单：一份报告的问题写成一张表，印出来或者发给报告单位；几份报告或者文件夹写成汇总
  outline   列出标题结构
  figures   列出数据
  compare   和同一单位往年的报告比：数据的增减、照搬的段落、没有下文的安排
  fix       改正可放心改的提法（直接写回文件）
  import    把 Word 文档（.docx）转成文本，写在它旁边
  export    导出 Word 文件（.docx），写在报告旁边

  --format text|json|sarif|github|csv|html   输出格式（outline 只有 text、json；figures 有 text、json、csv；
                                    compare 有 text、json、html；review 有 docx、html、csv）
  --fail-on error|warning|never     发现哪一级问题时以 1 退出，默认 error
  --rule 规则=off|hint|information|warning|error   调整一条规则，可重复
  --ledger 文件名                   数据台账（.csv、.xlsx），lint 把报告里的数和它核对；不写时用报告旁边
                                    或者上级文件夹里的 数据.csv、数据.xlsx
  --profile draft|review|final      起草、送审、定稿，默认 review（送审）；--rule 优先
  --year YYYY                       报告年度，默认从标题识别
  --stdin-filename 文件名           从标准输入（-）读取时显示的文件名
  --dry-run                         fix 只显示改动，不写文件
  --comments                        review 不写校核单，写一份带批注的 Word 文档，原文件不动
  --baseline 文件                   lint、review 只列出上次没有的问题；文件是上次 lint --format json 的输出
  -o, --output 文件名               import、export、review 写到哪个文件，- 写到标准输出；review 也可以写文件夹
  --force                           import、export、review 覆盖已有的文件
  --layout md|txt                   import 写成 Markdown 还是纯文本，默认 md
  --version  --help

退出码：0 没有达到 --fail-on 的问题；1 有；2 用法不对或有文件读不了；130 按 Ctrl+C 取消。`;

const FORMATS: Readonly<Record<Command, readonly string[]>> = {
  lint: ['text', 'json', 'sarif', 'github'],
  review: ['docx', 'html', 'csv'],
  outline: ['text', 'json'],
  figures: ['text', 'json', 'csv'],
  compare: ['text', 'json', 'html'],
  fix: ['text'],
  import: ['text'],
  export: ['text'],
};
const COMMANDS = Object.keys(FORMATS);
/** Options that not every command knows. */
const ONLY_FOR: Readonly<Record<string, readonly Command[]>> = {
  'dry-run': ['fix'],
  ledger: ['lint', 'review'],
  profile: ['lint', 'review', 'fix'],
  comments: ['review'],
  baseline: ['lint', 'review'],
  output: ['import', 'export', 'review'],
  force: ['import', 'export', 'review'],
  layout: ['import'],
};
const LEVELS: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'];

/** @throws UsageError */
export function readArguments(argv: readonly string[]): Arguments | 'help' | 'version' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [command, ...names] = positionals;
  if (command === undefined) throw new UsageError(`缺少命令：${listed(COMMANDS, '或')}`);
  if (!isCommand(command)) throw new UsageError(`没有“${short(command)}”这个命令，可用 ${COMMANDS.join('、')}`);
  if (names.length === 0) throw new UsageError('没有写文件');
  if (command === 'compare' && names.length < 2) throw new UsageError('compare 至少要写两份报告：往年的在前，本年的在最后');
  for (const [option, commands] of Object.entries(ONLY_FOR)) {
    if (option in values && !commands.includes(command)) throw new UsageError(`${option === 'output' ? '-o' : `--${option}`} 只用于 ${listed(commands, '和')}`);
  }
  const format = values.format ?? (command === 'review' ? paperFormat(values.output) : 'text');
  if (!FORMATS[command].includes(format)) throw new UsageError(`${command} 不支持 --format ${short(format)}，可用 ${FORMATS[command].join('、')}`);
  const failOn = values['fail-on'] ?? 'error';
  if (failOn !== 'error' && failOn !== 'warning' && failOn !== 'never') throw new UsageError(`--fail-on 只能是 error、warning 或 never，不能是“${short(failOn)}”`);
  const { output, force = false, comments = false } = values;
  if (comments && values.format !== undefined) throw new UsageError('--comments 写的是 Word 文档，不用 --format');
  if (output !== undefined) checkOutput(output, command, names);
  else if (command === 'export' && names.includes('-')) throw new UsageError('从标准输入导出，要用 -o 写明写到哪个文件');
  return {
    command,
    names,
    format: format as Format,
    failOn,
    rules: readRules(values.rule ?? []),
    profile: readProfile(values.profile),
    year: readYear(values.year),
    stdinName: values['stdin-filename'] ?? '-',
    dryRun: values['dry-run'] ?? false,
    output,
    ledger: readLedgerName(values.ledger),
    layout: readLayout(values.layout, output),
    force,
    comments,
    baseline: values.baseline,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        'fail-on': { type: 'string' },
        rule: { type: 'string', multiple: true },
        profile: { type: 'string' },
        year: { type: 'string' },
        'stdin-filename': { type: 'string' },
        'dry-run': { type: 'boolean' },
        output: { type: 'string', short: 'o' },
        ledger: { type: 'string' },
        layout: { type: 'string' },
        force: { type: 'boolean' },
        comments: { type: 'boolean' },
        baseline: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(?:-\w, )?(-[^' <]*)/u.exec(message)?.[1] ?? '';
    if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageError(`没有 ${option} 这个选项`);
    throw new UsageError(/does not take an argument/u.test(message) ? `${option} 后面不写内容` : `${option} 后面缺少内容`);
  }
}

function checkOutput(output: string, command: Command, names: readonly string[]): void {
  if (output === '') throw new UsageError('-o 后面缺少文件名');
  if (names.length > 1 && command !== 'review') throw new UsageError('-o 只能用于一份文件；几份一起，各写在自己旁边');
  if (command === 'import' && /\.doc[xm]?$/iu.test(output)) throw new UsageError('-o 写的是文本文件，文件名用 .md 或 .txt');
}

/** By the name of the file that is written; a Word file otherwise. */
const paperFormat = (output: string | undefined): string => /\.(html|csv)$/iu.exec(output ?? '')?.[1]?.toLowerCase() ?? 'docx';

const listed = (names: readonly string[], last: string): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')} ${last} ${names[names.length - 1]}`);

/** What was typed, as messages quote it. */
const short = (typed: string): string => (typed.length > 40 ? `${typed.slice(0, 39)}…` : typed);

const isCommand = (text: string): text is Command => COMMANDS.includes(text);

function readRules(given: readonly string[]): RuleSettings {
  const settings: Record<string, Severity | 'off'> = {};
  for (const entry of given) {
    const at = entry.indexOf('=');
    const id = at < 0 ? entry : entry.slice(0, at);
    const level = at < 0 ? '' : entry.slice(at + 1);
    if (!RULES.some((rule) => rule.id === id)) throw new UsageError(`没有“${short(id)}”这条规则`);
    if (!LEVELS.includes(level)) throw new UsageError(`--rule ${id} 只能设为 ${LEVELS.join('、')}，不能是“${short(level)}”`);
    settings[id] = level as Severity | 'off';
  }
  return settings;
}

function readProfile(given: string | undefined): ProfileId {
  if (given === undefined) return 'review';
  const profile = PROFILES.find(({ id }) => id === given);
  if (!profile) throw new UsageError(`--profile 只能是 ${PROFILES.map(({ id, name }) => `${id}（${name}）`).join('、')}，不能是“${short(given)}”`);
  return profile.id;
}

function readLedgerName(given: string | undefined): string | undefined {
  if (given !== undefined && !LEDGER_FILE.test(given)) throw new UsageError(`--ledger 后面写台账的文件名，.csv、.tsv 或者 .xlsx，不能是“${short(given)}”`);
  return given;
}

/** By the name of the file that is written, where nothing is said. */
function readLayout(given: string | undefined, output: string | undefined): NewReport['layout'] {
  if (given === undefined) return output !== undefined && /\.(?:txt|fzbg)$/iu.test(output) ? 'plain' : 'markdown';
  if (given !== 'md' && given !== 'txt') throw new UsageError(`--layout 只能是 md 或 txt，不能是“${short(given)}”`);
  return given === 'md' ? 'markdown' : 'plain';
}

function readYear(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^20\d\d$/u.test(given)) throw new UsageError(`--year 要写四位年份，如 2024，不能是“${short(given)}”`);
  return Number(given);
}
