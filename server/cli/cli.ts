// The command line: arguments → files → core → one of the formats → exit code. Results come in the order named.
// Must not hold domain knowledge.

import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { version } from '../../package.json';
import type { Config } from '../config/read.ts';
import { analyze, BUILT_IN_WORDS, comparison, fixAll, isOn, lint, openPlaces, pageOf, pastAmong, printFor, RULES, sheetOf, type Env, type LintOptions, type OtherReport } from '../core/index.ts';
import { readArguments, USAGE, UsageError, type Arguments } from './arguments.ts';
import { compareHtml, compareJson, compareText, pastOf } from './compare.ts';
import { readBaseline } from './baseline.ts';
import { Configs } from './configs.ts';
import { Ledgers } from './ledgers.ts';
import { encode, expand, FileError, isWordFile, readAny, readText, writeNew, wordFor, writeText, type Kind } from './files.ts';
import { figuresJson, figuresSheet, figuresText, lintedOf, lintGithub, lintJson, lintSarif, lintText, outlineJson, outlineText, reviewedOf, type Analysed, type Linted, type Unreadable } from './formats.ts';
import { importAll } from './import.ts';
import { progress } from './progress.ts';
import { checkTarget, writeReviews } from './review.ts';
import { inThreads, type Watch } from './threads.ts';

const TOOL = { name: 'fazhi-report', version };
const CLEAN = 0;
const FOUND = 1;
const UNUSABLE = 2;
/** As shells count what ended by Ctrl+C. */
const CANCELLED = 130;

export interface Streams {
  /** Text is printed with a line break behind it unless empty, bytes as they are. */
  readonly out: (output: string | Buffer) => void;
  readonly err: (line: string) => void;
  /** Writes to a terminal as it is; undefined where messages go elsewhere. */
  readonly terminal?: (text: string) => void;
  /** Tells once the user wants it to end; from then on that alone does not end the process. */
  readonly interruption?: () => AbortSignal;
}

/** Runs one command and returns its exit code; never throws. */
export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  const { out, err } = streams;
  try {
    const args = readArguments(argv);
    if (args === 'help') {
      out(USAGE);
      return CLEAN;
    }
    if (args === 'version') {
      out(version);
      return CLEAN;
    }
    if (args.command === 'lint') return await lintAll(args, { out, err });
    if (args.command === 'review') return await reviewAll(args, streams);
    if (args.command === 'import') return importAll(args, named(args, 'word'), { out, err });
    if (args.command === 'export') return await exportAll(args, { out, err });
    if (args.command === 'compare') return compare(args, { out, err });
    return args.command === 'fix' ? fix(args, { out, err }) : show(args, { out, err });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    err(`fazhi-report：${error.message}。用 --help 看用法。`);
    return UNUSABLE;
  }
}

async function lintAll(args: Arguments, { out, err }: Streams): Promise<number> {
  const baseline = args.baseline === undefined ? undefined : readBaseline(args.baseline);
  const all = await checked(args, [...named(args, 'any')], err);
  if (!all) return UNUSABLE;
  const outcomes = baseline ? all.map((outcome) => ('error' in outcome ? outcome : baseline.fresh(outcome))) : all;
  tell(args, outcomes, err);
  if (args.format === 'text' && outcomes.some((outcome) => 'problems' in outcome && outcome.problems.length > 0 && isWordFile(outcome.path))) err('fazhi-report：Word 文档里的问题，行和列是转成文本以后的，用 import 转出来对照。');
  out(printLint(args, outcomes));
  return codeOf(args, outcomes);
}

/** Sheets, tables, comments: nothing is written before all files are checked. */
async function reviewAll(args: Arguments, { out, err, terminal, interruption }: Streams): Promise<number> {
  checkTarget(args);
  const baseline = args.baseline === undefined ? undefined : readBaseline(args.baseline);
  const files = [...named(args, args.comments ? 'word' : 'any')];
  const signal = interruption?.() ?? new AbortController().signal;
  const { done, end } = progress(files.length, terminal);
  const all = await checked(args, files, err, { done, signal });
  end();
  if (!all) return UNUSABLE;
  if (signal.aborted) {
    err('fazhi-report：已取消，没有写任何文件。');
    return CANCELLED;
  }
  const outcomes = baseline ? all.map((outcome) => ('error' in outcome ? outcome : baseline.fresh(outcome))) : all;
  tell(args, outcomes, err);
  for (const outcome of outcomes) if (args.comments && !('error' in outcome) && !isWordFile(outcome.name)) err(`fazhi-report：${outcome.path}：不是 Word 文档（.docx），加不了批注；去掉 --comments 写校核单。`);
  try {
    const isWhole = await writeReviews(args, outcomes, { out, err, signal });
    return isWhole === undefined ? CANCELLED : isWhole ? codeOf(args, outcomes) : UNUSABLE;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    err(`fazhi-report：${error.message}。`);
    return UNUSABLE;
  }
}

/** What could not be read, and what was named and is no report. */
function tell(args: Arguments, outcomes: readonly Outcome[], err: Streams['err']): void {
  for (const outcome of outcomes) {
    if ('error' in outcome) err(`fazhi-report：${outcome.error}。`);
    else if (!outcome.recognised && args.names.includes(outcome.name)) err(notAReport(outcome.path));
  }
}

function codeOf(args: Arguments, outcomes: readonly Outcome[]): number {
  if (outcomes.some((outcome) => 'error' in outcome)) return UNUSABLE;
  return outcomes.some((outcome) => 'problems' in outcome && outcome.problems.some(({ severity }) => failing(args).includes(severity))) ? FOUND : CLEAN;
}

/** What stands beside the reports. */
interface Beside {
  readonly configs: Configs;
  readonly ledgers: Ledgers;
}

/** What is found in every file, in order; nothing where the ledger that was named cannot be read, which has then been told. */
async function checked(args: Arguments, files: readonly Named[], err: Streams['err'], watch?: Watch): Promise<readonly Outcome[] | undefined> {
  const configs = new Configs(err);
  const ledgers = new Ledgers(args.ledger, err);
  try {
    // What is wrong in a ledger is told here, whichever thread reads the reports.
    for (const file of files) if (!('error' in file)) ledgers.of(file.name, configs.of(file.name));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    err(`fazhi-report：${error.message}。`);
    return undefined;
  }
  const together = files.some((file) => !('error' in file) && compares(optionsOf(args, configs.of(file.name))));
  return together ? lintTogether(args, files, { configs, ledgers }) : lintEach(args, files, { configs, ledgers }, watch);
}

/** Severities that end the run with 1. */
const failing = ({ failOn }: Arguments): readonly string[] => (failOn === 'never' ? [] : failOn === 'warning' ? ['error', 'warning'] : ['error']);

/** What was found in a file, or why it was not read. */
export type Outcome = (Linted & { readonly name: string }) | Unreadable;

/** A file by itself: only what is printed of it is kept. */
export function lintFile(args: Arguments, file: Named, configs: Configs, ledgers: Ledgers): Outcome {
  if ('error' in file) return file;
  const read = readNamed(file, readAny);
  if ('error' in read) return read;
  const config = configs.of(file.name);
  const report = analyze(read.text, envOf(args, file.path, config));
  // Words cut out of a text keep all of it in memory; a copy has them to itself.
  return structuredClone({ name: file.name, ...shapeOf(args)(file.path, report, lint(report, { ...optionsOf(args, config), ledger: ledgers.of(file.name, config) })) });
}

const shapeOf = ({ command }: Arguments): typeof lintedOf => (command === 'review' ? reviewedOf : lintedOf);

/** Files that say nothing of each other, in other threads where there are many. */
async function lintEach(args: Arguments, files: readonly Named[], { configs, ledgers }: Beside, watch?: Watch): Promise<readonly Outcome[]> {
  const threads = Math.min(availableParallelism(), Math.floor(files.length / LEAST_FOR_A_THREAD));
  // What comes from standard input can be read once, and here.
  const work = (file: Named): Outcome => lintFile(args, file, configs, ledgers);
  return inThreads(args, files, args.names.includes('-') ? 1 : Math.max(1, threads), work, watch);
}

/** Below that a thread takes longer to start than it saves. */
const LEAST_FOR_A_THREAD = 60;

/** Reports that are compared with each other: all of them are kept until the last is read. */
function lintTogether(args: Arguments, files: readonly Named[], { configs, ledgers }: Beside): readonly Outcome[] {
  const analysed = files.map((file) => analyseNamed(args, file, configs));
  const others = analysed.flatMap((file): OtherReport[] => ('error' in file || !file.report.recognised ? [] : [{ id: file.path, name: basename(file.path), report: file.report }]));
  const known = new Map<Config, readonly OtherReport[]>();
  return analysed.map((file): Outcome => {
    if ('error' in file) return file;
    const config = configs.of(file.name);
    const listed = known.get(config) ?? listedBy(config);
    known.set(config, listed);
    const past = pastAmong(file.report, [...others, ...listed]);
    return { name: file.name, ...shapeOf(args)(file.path, file.report, lint(file.report, { ...optionsOf(args, config), others, past, ledger: ledgers.of(file.name, config) })) };
  });
}

/** The earlier reports that the workspace file lists; what cannot be read it does without. */
function listedBy({ past }: Config): readonly OtherReport[] {
  return past.flatMap((name): OtherReport[] => {
    const read = readNamed({ name, path: name }, readAny);
    return 'error' in read ? [] : [{ id: name, name: basename(name), report: analyze(read.text, { isReport: true }) }];
  });
}

const COMPARING = RULES.filter((rule) => rule.compares);
const compares = (options: LintOptions): boolean => COMPARING.some((rule) => isOn(rule, options));

/** The report named last beside those before it. */
function compare(args: Arguments, { out, err }: Streams): number {
  const configs = new Configs(err);
  // A year that is set is that of the report, not of the earlier ones.
  const files = args.names.map((name, i): Read | Unreadable => {
    const file = { name, path: name === '-' ? args.stdinName : name };
    const isNew = i === args.names.length - 1;
    const read = readNamed(file, readAny);
    if ('error' in read) return read;
    const { year, ...env } = envOf(args, file.path, configs.of(name));
    const report = analyze(read.text, isNew && year !== undefined ? { ...env, year } : env);
    return report.recognised ? { name, path: file.path, report } : { path: file.path, error: `${file.path}：不像法治政府建设年度报告，没有比` };
  });
  const readable = files.filter((file) => !('error' in file)) as readonly Read[];
  const [newest] = files.slice(-1);
  const report = newest && !('error' in newest) ? newest : undefined;
  const { past, faults, notes } = report ? pastOf(report, readable.slice(0, -1)) : { past: [], faults: [], notes: [] };
  for (const line of [...files.flatMap((file) => ('error' in file ? [file.error] : [])), ...faults, ...notes]) err(`fazhi-report：${line}。`);
  if (!report || past.length === 0) return UNUSABLE;
  const config = configs.of(report.name);
  const found = comparison(report.report, past, { words: BUILT_IN_WORDS, choice: { settings: { ...config.rules, ...args.rules } }, ignores: config.ignores });
  const print = { json: () => compareJson(report, found, TOOL), html: () => compareHtml(report, found), text: () => compareText(report, found) };
  out((args.format === 'json' || args.format === 'html' ? print[args.format] : print.text)());
  if (faults.length > 0 || readable.length < files.length) return UNUSABLE;
  return found.problems.some(({ severity }) => failing(args).includes(severity)) ? FOUND : CLEAN;
}

/** Structure or figures of every file. */
function show(args: Arguments, { out, err }: Streams): number {
  const configs = new Configs(err);
  const files = [...named(args, 'any')].map((file) => analyseNamed(args, file, configs));
  for (const file of files) {
    if ('error' in file) err(`fazhi-report：${file.error}。`);
    else if (!file.report.recognised && args.names.includes(file.name)) err(notAReport(file.path));
  }
  out(print(args, files));
  return files.some((file) => 'error' in file) ? UNUSABLE : CLEAN;
}

type Read = Analysed & { readonly name: string };

function analyseNamed(args: Arguments, file: Named, configs: Configs): Read | Unreadable {
  if ('error' in file) return file;
  const read = readNamed(file, readAny);
  return 'error' in read ? read : { name: file.name, path: file.path, report: analyze(read.text, envOf(args, file.path, configs.of(file.name))) };
}

const optionsOf = ({ rules, profile }: Arguments, config: Config): LintOptions => ({ rules: RULES, settings: { ...config.rules, ...rules }, profile, ignores: config.ignores });

const notAReport = (path: string): string => `fazhi-report：${path}：不像法治政府建设年度报告，没有检查。`;

function print({ command, format }: Arguments, files: readonly (Analysed | Unreadable)[]): string {
  if (command === 'outline') return format === 'json' ? outlineJson(files) : outlineText(files);
  return format === 'json' ? figuresJson(files) : format === 'csv' ? figuresSheet(files) : figuresText(files);
}

function printLint({ format }: Arguments, outcomes: readonly (Linted | Unreadable)[]): string {
  switch (format) {
    case 'json': return lintJson(outcomes, TOOL);
    case 'sarif': return lintSarif(outcomes, TOOL);
    case 'github': return lintGithub(outcomes);
    default: return lintText(outcomes);
  }
}

function fix(args: Arguments, { out, err }: Streams): number {
  let code = CLEAN;
  const configs = new Configs(err);
  for (const file of named(args, 'text')) {
    const source = 'error' in file ? file : readNamed(file, readText);
    if ('error' in file || 'error' in source) {
      err(`fazhi-report：${('error' in file ? file : source as Unreadable).error}。`);
      code = UNUSABLE;
      continue;
    }
    const { text } = source;
    const config = configs.of(file.name);
    const env = envOf(args, file.path, config);
    if (!analyze(text, env).recognised && args.names.includes(file.name)) err(notAReport(file.path));
    const fixed = fixAll(text, env, optionsOf(args, config));
    if (args.dryRun) {
      if (fixed !== text) out(createTwoFilesPatch(file.path, file.path, text, fixed, '原文', '改后').replace(/\n$/u, ''));
    } else {
      try {
        if (file.name === '-') out(encode(source, fixed));
        else if (fixed === text) err(`${file.path}：没有可放心改的地方。`);
        else {
          writeText(source, fixed);
          err(`${file.path}：已改。`);
        }
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        err(`fazhi-report：${error.message}。`);
        code = UNUSABLE;
      }
    }
  }
  return code;
}

/** Every report as a Word file beside it, or where the arguments say. */
async function exportAll(args: Arguments, { out, err }: Streams): Promise<number> {
  let code = CLEAN;
  const configs = new Configs(err);
  const isFolder = (name: string): boolean => !args.names.includes(name);
  for (const file of named(args, 'text')) {
    try {
      if ('error' in file) throw new FileError(file.error);
      const { text } = readText(file.name, file.path);
      const config = configs.of(file.name);
      const report = analyze(text, envOf(args, file.path, config));
      // Of a folder only the reports; a file that was named is printed whatever it is.
      if (!report.recognised && isFolder(file.name)) continue;
      const sheet = sheetOf(pageOf(config.page));
      const bytes = await wordFor(file.path).exportWord(printFor(report, sheet), sheet);
      const target = args.output ?? file.name.replace(/\.[^./\\]+$/u, '') + '.docx';
      if (target === '-') out(Buffer.from(bytes));
      else {
        writeNew(target, bytes, args.force);
        err(exported(target, report.recognised, openPlaces(lint(report, optionsOf(args, config)))));
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      err(`fazhi-report：${error.message}。`);
      code = UNUSABLE;
    }
  }
  return code;
}

/** What is told of a file that was written: what is still open in it hinders nothing. */
function exported(target: string, recognised: boolean, { places, errors }: ReturnType<typeof openPlaces>): string {
  if (!recognised) return `${target}：已导出。不像法治政府建设年度报告，标题和层次照文字的样子排。`;
  const open = [...(places > 0 ? [`待填的地方${places}处`] : []), ...(errors > 0 ? [`错误${errors}处`] : [])];
  return `${target}：已导出${open.length > 0 ? `，还有${open.join('、')}` : ''}。`;
}

/** A file to be read: `name` as given or found, `path` as shown; or why it cannot be. */
export type Named = { readonly name: string; readonly path: string } | Unreadable;

/** Every file named, in order; a name that stands for none says why and does not stop the others. */
function* named(args: Arguments, kind: Kind): Generator<Named> {
  for (const name of args.names) {
    try {
      for (const found of expand(name, kind)) yield { name: found, path: found === '-' ? args.stdinName : found };
    } catch (error) {
      yield unreadable(name, error);
    }
  }
}

function readNamed<T>({ name, path }: Exclude<Named, Unreadable>, read: (name: string, shown: string) => T): T | Unreadable {
  try {
    return read(name, path);
  } catch (error) {
    return unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): Unreadable {
  if (error instanceof FileError) return { path, error: error.message };
  throw error;
}

function envOf(args: Arguments, path: string, { year: configured, kind, local }: Config): Env {
  const year = args.year ?? configured;
  return { isReport: /\.fzbg$/iu.test(path), local, ...(year === undefined ? {} : { year }), ...(kind === undefined ? {} : { kind }) };
}
