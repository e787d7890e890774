// What all commands have in common: where results go, exit codes, the files that are named and the reports in them. Must not
// know what a command does with a report.

import { version } from '../../package.json';
import type { Config } from '../config/read.ts';
import { analyze, RULES, type Env, type LintOptions } from '../core/index.ts';
import { REPORT_FILE, type Kind } from '../import/folder.ts';
import type { Arguments } from './arguments.ts';
import type { Configs } from './configs.ts';
import { expand, FileError, readAny } from './files.ts';
import type { Analysed, Unreadable } from './formats.ts';

export const TOOL = { name: 'fazhi-report', version };
export const CLEAN = 0;
export const FOUND = 1;
export const UNUSABLE = 2;
/** As shells count what ended by Ctrl+C. */
export const CANCELLED = 130;

export interface Streams {
  /** Text is printed with a line break behind it unless empty, bytes as they are. */
  readonly out: (output: string | Buffer) => void;
  readonly err: (line: string) => void;
  /** Writes to a terminal as it is; undefined where messages go elsewhere. */
  readonly terminal?: (text: string) => void;
  /** Tells once the user wants it to end; from then on that alone does not end the process. */
  readonly interruption?: () => AbortSignal;
}

/** A file to be read: `name` as given or found, `path` as shown; or why it cannot be. */
export type Named = { readonly name: string; readonly path: string } | Unreadable;

/** Every file named, in order; a name that stands for none says why and does not stop the others. */
export function* named(args: Arguments, kind: Kind): Generator<Named> {
  for (const name of args.names) {
    try {
      for (const found of expand(name, kind)) yield { name: found, path: found === '-' ? args.stdinName : found };
    } catch (error) {
      yield unreadable(name, error);
    }
  }
}

export function readNamed<T>({ name, path }: Exclude<Named, Unreadable>, read: (name: string, shown: string) => T): T | Unreadable {
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

export function envOf(args: Arguments, path: string, { year: configured, kind, local }: Config): Env {
  const year = args.year ?? configured;
  return { isReport: REPORT_FILE.test(path), local, ...(year === undefined ? {} : { year }), ...(kind === undefined ? {} : { kind }) };
}

export type Read = Analysed & { readonly name: string };

export function analyseNamed(args: Arguments, file: Named, configs: Configs): Read | Unreadable {
  if ('error' in file) return file;
  const read = readNamed(file, readAny);
  return 'error' in read ? read : { name: file.name, path: file.path, report: analyze(read.text, envOf(args, file.path, configs.of(file.name))) };
}

export const optionsOf = ({ rules, profile }: Arguments, config: Config): LintOptions => ({ rules: RULES, settings: { ...config.rules, ...rules }, profile, ignores: config.ignores });

/** Severities that end the run with 1. */
export const failing = ({ failOn }: Arguments): readonly string[] => (failOn === 'never' ? [] : failOn === 'warning' ? ['error', 'warning'] : ['error']);

export const notAReport = (path: string): string => `fazhi-report：${path}：不像法治政府建设年度报告，没有检查。`;
