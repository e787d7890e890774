// The command line's arguments, checked. Must not read files or print.

import { parseArgs } from 'node:util';
import { PROFILES, RULES, type ProfileId, type RuleSettings, type Severity } from '../core/index.ts';

export type Command = 'lint' | 'outline' | 'figures' | 'fix' | 'export';
export type Format = 'text' | 'json' | 'sarif' | 'github' | 'csv';

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
  /** Where `export` writes to; undefined for a file beside each report, - for standard output. */
  readonly output: string | undefined;
  /** Whether `export` may write over a file. */
  readonly force: boolean;
}

/** Wrong usage, in one sentence for the user. */
export class UsageError extends Error {}

export const USAGE = `用法：fazhi-report lint|outline|figures|fix|export [选项] 文件|文件夹|-…

  lint      检查：缺项、比率与件数、过时提法
  outline   列出标题结构
  figures   列出数据
  fix       改正可放心改的提法（直接写回文件）
  export    导出 Word 文件（.docx），写在报告旁边

  --format text|json|sarif|github|csv   输出格式（outline 只有 text、json；figures 有 text、json、csv）
  --fail-on error|warning|never     发现哪一级问题时以 1 退出，默认 error
  --rule 规则=off|hint|information|warning|error   调整一条规则，可重复
  --profile draft|review|final      起草、送审、定稿，默认 review（送审）；--rule 优先
  --year YYYY                       报告年度，默认从标题识别
  --stdin-filename 文件名           从标准输入（-）读取时显示的文件名
  --dry-run                         fix 只显示改动，不写文件
  -o, --output 文件名               export 写到哪个文件，- 表示标准输出
  --force                           export 覆盖已有的文件
  --version  --help

退出码：0 没有达到 --fail-on 的问题；1 有；2 用法不对或有文件读不了。`;

const COMMANDS: readonly string[] = ['lint', 'outline', 'figures', 'fix', 'export'];
const FORMATS: Readonly<Record<Command, readonly string[]>> = {
  lint: ['text', 'json', 'sarif', 'github'],
  outline: ['text', 'json'],
  figures: ['text', 'json', 'csv'],
  fix: ['text'],
  export: ['text'],
};
const LEVELS: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'];

/** @throws UsageError */
export function readArguments(argv: readonly string[]): Arguments | 'help' | 'version' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [command, ...names] = positionals;
  if (command === undefined) throw new UsageError('缺少命令：lint、outline、figures、fix 或 export');
  if (!isCommand(command)) throw new UsageError(`没有“${short(command)}”这个命令，可用 lint、outline、figures、fix、export`);
  if (names.length === 0) throw new UsageError('没有写要检查的文件');
  const format = values.format ?? 'text';
  if (!FORMATS[command].includes(format)) throw new UsageError(`${command} 不支持 --format ${short(format)}，可用 ${FORMATS[command].join('、')}`);
  const failOn = values['fail-on'] ?? 'error';
  if (failOn !== 'error' && failOn !== 'warning' && failOn !== 'never') throw new UsageError(`--fail-on 只能是 error、warning 或 never，不能是“${short(failOn)}”`);
  if (values['dry-run'] && command !== 'fix') throw new UsageError('--dry-run 只用于 fix');
  const { output } = values;
  if (command !== 'export' && (output !== undefined || values.force)) throw new UsageError(`${output === undefined ? '--force' : '-o'} 只用于 export`);
  if (command === 'export' && output === '') throw new UsageError('-o 后面缺少文件名');
  if (command === 'export' && output !== undefined && names.length > 1) throw new UsageError('-o 只能用于一份报告，几份一起导出时不写');
  if (command === 'export' && output === undefined && names.includes('-')) throw new UsageError('从标准输入导出，要用 -o 写明写到哪个文件');
  return {
    command,
    names,
    format: format as Format,
    failOn,
    rules: readRules(values.rule ?? []),
    profile: readProfile(values.profile, command),
    year: readYear(values.year),
    stdinName: values['stdin-filename'] ?? '-',
    dryRun: values['dry-run'] ?? false,
    output,
    force: values.force ?? false,
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
        force: { type: 'boolean' },
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

function readProfile(given: string | undefined, command: Command): ProfileId {
  if (given === undefined) return 'review';
  if (command !== 'lint' && command !== 'fix') throw new UsageError('--profile 只用于 lint 和 fix');
  const profile = PROFILES.find(({ id }) => id === given);
  if (!profile) throw new UsageError(`--profile 只能是 ${PROFILES.map(({ id, name }) => `${id}（${name}）`).join('、')}，不能是“${short(given)}”`);
  return profile.id;
}

function readYear(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^20\d\d$/u.test(given)) throw new UsageError(`--year 要写四位年份，如 2024，不能是“${short(given)}”`);
  return Number(given);
}
