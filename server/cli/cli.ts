// The command line: arguments → files → core → one of the formats → exit code. Results come in the order named.
// Must not hold domain knowledge.

import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { version } from '../../package.json';
import type { Config } from '../config/read.ts';
import { analyze, BUILT_IN_WORDS, comparison, fixAll, isOn, lint, pastAmong, RULES, type Env, type LintOptions, type OtherReport } from '../core/index.ts';
import { readArguments, USAGE, UsageError, type Arguments } from './arguments.ts';
import { compareHtml, compareJson, compareText, pastOf } from './compare.ts';
import { Configs } from './configs.ts';
import { encode, expand, FileError, readText, writeText, type TextFile } from './files.ts';
import { figuresJson, figuresSheet, figuresText, lintedOf, lintGithub, lintJson, lintSarif, lintText, outlineJson, outlineText, type Analysed, type Linted, type Unreadable } from './formats.ts';
import { inThreads } from './threads.ts';

const TOOL = { name: 'fazhi-report', version };
const CLEAN = 0;
const FOUND = 1;
const UNUSABLE = 2;

export interface Streams {
  /** Text is printed with a line break behind it unless empty, bytes as they are. */
  readonly out: (output: string | Buffer) => void;
  readonly err: (line: string) => void;
}

/** Runs one command and returns its exit code; never throws. */
export async function run(argv: readonly string[], { out, err }: Streams): Promise<number> {
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
    if (args.command === 'compare') return compare(args, { out, err });
    return args.command === 'fix' ? fix(args, { out, err }) : show(args, { out, err });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    err(`fazhi-report：${error.message}。用 --help 看用法。`);
    return UNUSABLE;
  }
}

async function lintAll(args: Arguments, { out, err }: Streams): Promise<number> {
  const files = [...named(args)];
  const configs = new Configs(err);
  const together = files.some((file) => !('error' in file) && compares(optionsOf(args, configs.of(file.name))));
  const outcomes = together ? lintTogether(args, files, configs) : await lintEach(args, files, configs);
  for (const outcome of outcomes) {
    if ('error' in outcome) err(`fazhi-report：${outcome.error}。`);
    else if (!outcome.recognised && args.names.includes(outcome.name)) err(notAReport(outcome.path));
  }
  out(printLint(args, outcomes));
  if (outcomes.some((outcome) => 'error' in outcome)) return UNUSABLE;
  return outcomes.some((outcome) => 'problems' in outcome && outcome.problems.some(({ severity }) => failing(args).includes(severity))) ? FOUND : CLEAN;
}

/** Severities that end the run with 1. */
const failing = ({ failOn }: Arguments): readonly string[] => (failOn === 'never' ? [] : failOn === 'warning' ? ['error', 'warning'] : ['error']);

/** What was found in a file, or why it was not read. */
export type Outcome = (Linted & { readonly name: string }) | Unreadable;

/** A file by itself: only what is printed of it is kept. */
export function lintFile(args: Arguments, file: Named, configs: Configs): Outcome {
  if ('error' in file) return file;
  const read = readNamed(file);
  if ('error' in read) return read;
  const config = configs.of(file.name);
  const report = analyze(read.text, envOf(args, file.path, config));
  return { name: file.name, ...lintedOf(file.path, report, lint(report, optionsOf(args, config))) };
}

/** Files that say nothing of each other, in other threads where there are many. */
async function lintEach(args: Arguments, files: readonly Named[], configs: Configs): Promise<readonly Outcome[]> {
  const threads = Math.min(availableParallelism(), Math.floor(files.length / LEAST_FOR_A_THREAD));
  // What comes from standard input can be read once, and here.
  if (threads < 2 || args.names.includes('-')) return files.map((file) => lintFile(args, file, configs));
  return inThreads(args, files, threads);
}

/** Below that a thread takes longer to start than it saves. */
const LEAST_FOR_A_THREAD = 60;

/** Reports that are compared with each other: all of them are kept until the last is read. */
function lintTogether(args: Arguments, files: readonly Named[], configs: Configs): readonly Outcome[] {
  const analysed = files.map((file) => analyseNamed(args, file, configs));
  const others = analysed.flatMap((file): OtherReport[] => ('error' in file || !file.report.recognised ? [] : [{ id: file.path, name: basename(file.path), report: file.report }]));
  const known = new Map<Config, readonly OtherReport[]>();
  return analysed.map((file): Outcome => {
    if ('error' in file) return file;
    const config = configs.of(file.name);
    const listed = known.get(config) ?? listedBy(config);
    known.set(config, listed);
    const past = pastAmong(file.report, [...others, ...listed]);
    return { name: file.name, ...lintedOf(file.path, file.report, lint(file.report, { ...optionsOf(args, config), others, past })) };
  });
}

/** The earlier reports that the workspace file lists; what cannot be read it does without. */
function listedBy({ past }: Config): readonly OtherReport[] {
  return past.flatMap((name): OtherReport[] => {
    const read = readNamed({ name, path: name });
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
    const read = readNamed(file);
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
  const files = [...named(args)].map((file) => analyseNamed(args, file, configs));
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
  const read = readNamed(file);
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
  for (const file of named(args)) {
    const source = 'error' in file ? file : readNamed(file);
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

/** A file to be read: `name` as given or found, `path` as shown; or why it cannot be. */
export type Named = { readonly name: string; readonly path: string } | Unreadable;

/** Every file named, in order; a name that stands for none says why and does not stop the others. */
function* named(args: Arguments): Generator<Named> {
  for (const name of args.names) {
    try {
      for (const found of expand(name)) yield { name: found, path: found === '-' ? args.stdinName : found };
    } catch (error) {
      yield unreadable(name, error);
    }
  }
}

function readNamed({ name, path }: Exclude<Named, Unreadable>): TextFile | Unreadable {
  try {
    return readText(name, path);
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
