// The command line: arguments → files → core → one of the formats → exit code. Results come in the order named.
// Must not hold domain knowledge.

import { basename } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { version } from '../../package.json';
import type { Config } from '../config/read.ts';
import { analyze, fixAll, lint, RULES, type Env, type LintOptions, type OtherReport, type Report } from '../core/index.ts';
import { readArguments, USAGE, UsageError, type Arguments } from './arguments.ts';
import { Configs } from './configs.ts';
import { encode, expand, FileError, readText, writeText, type TextFile } from './files.ts';
import { figuresJson, figuresSheet, figuresText, lintGithub, lintJson, lintSarif, lintText, outlineJson, outlineText, type Outcome, type Unreadable } from './formats.ts';

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
export function run(argv: readonly string[], { out, err }: Streams): number {
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
    return args.command === 'fix' ? fix(args, { out, err }) : check(args, { out, err });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    err(`fazhi-report：${error.message}。用 --help 看用法。`);
    return UNUSABLE;
  }
}

function check(args: Arguments, { out, err }: Streams): number {
  const configs = new Configs(err);
  const files = [...read(args)].map((file): Unreadable | Analysed => {
    if ('error' in file) {
      err(`fazhi-report：${file.error}。`);
      return file;
    }
    const config = configs.of(file.name);
    const report = analyze(file.text, envOf(args, file.path, config));
    if (!report.recognised && args.names.includes(file.name)) err(notAReport(file.path));
    return { path: file.path, report, config };
  });
  const others = files.flatMap((file): OtherReport[] => ('error' in file || !file.report.recognised ? [] : [{ id: file.path, name: basename(file.path), report: file.report }]));
  const outcomes = files.map((file): Outcome => {
    if ('error' in file) return file;
    const { path, report, config } = file;
    return { path, report, problems: args.command === 'lint' ? lint(report, { ...optionsOf(args, config), others }) : [] };
  });
  out(print(args, outcomes));
  if (outcomes.some((outcome) => 'error' in outcome)) return UNUSABLE;
  const failing = args.failOn === 'never' ? [] : args.failOn === 'warning' ? ['error', 'warning'] : ['error'];
  return outcomes.some((outcome) => 'problems' in outcome && outcome.problems.some(({ severity }) => failing.includes(severity))) ? FOUND : CLEAN;
}

interface Analysed {
  readonly path: string;
  readonly report: Report;
  readonly config: Config;
}

const optionsOf = ({ rules, profile }: Arguments, config: Config): LintOptions => ({ rules: RULES, settings: { ...config.rules, ...rules }, profile, ignores: config.ignores });

const notAReport = (path: string): string => `fazhi-report：${path}：不像法治政府建设年度报告，没有检查。`;

function print({ command, format }: Arguments, outcomes: readonly Outcome[]): string {
  if (command === 'outline') return format === 'json' ? outlineJson(outcomes) : outlineText(outcomes);
  if (command === 'figures') return format === 'json' ? figuresJson(outcomes) : format === 'csv' ? figuresSheet(outcomes) : figuresText(outcomes);
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
  for (const file of read(args)) {
    if ('error' in file) {
      err(`fazhi-report：${file.error}。`);
      code = UNUSABLE;
      continue;
    }
    const config = configs.of(file.name);
    const env = envOf(args, file.path, config);
    if (!analyze(file.text, env).recognised && args.names.includes(file.name)) err(notAReport(file.path));
    const fixed = fixAll(file.text, env, optionsOf(args, config));
    if (args.dryRun) {
      if (fixed !== file.text) out(createTwoFilesPatch(file.path, file.path, file.text, fixed, '原文', '改后').replace(/\n$/u, ''));
    } else {
      try {
        if (file.name === '-') out(encode(file.source, fixed));
        else if (fixed === file.text) err(`${file.path}：没有可放心改的地方。`);
        else {
          writeText(file.source, fixed);
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

/** `name` as given or found, `path` as shown. */
type Read = { readonly name: string; readonly path: string; readonly text: string; readonly source: TextFile } | { readonly path: string; readonly error: string };

/** Every file named, one after the other; what cannot be read says why and does not stop the others. */
function* read(args: Arguments): Generator<Read> {
  for (const name of args.names) {
    try {
      for (const found of expand(name)) {
        const path = found === '-' ? args.stdinName : found;
        try {
          const source = readText(found, path);
          yield { name: found, path, text: source.text, source };
        } catch (error) {
          yield unreadable(path, error);
        }
      }
    } catch (error) {
      yield unreadable(name, error);
    }
  }
}

function unreadable(path: string, error: unknown): Read {
  if (error instanceof FileError) return { path, error: error.message };
  throw error;
}

function envOf(args: Arguments, path: string, { year: configured, kind, local }: Config): Env {
  const year = args.year ?? configured;
  return { isReport: /\.fzbg$/iu.test(path), local, ...(year === undefined ? {} : { year }), ...(kind === undefined ? {} : { kind }) };
}
