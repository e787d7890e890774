// fazhi-report lint, and the checking of many files for whoever prints what is found. Must not know a format.

import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import type { Config } from '../../config/read.ts';
import { analyze, isOn, lint, pastAmong, RULES, type LintOptions, type OtherReport } from '../../core/index.ts';
import type { Arguments } from '../arguments.ts';
import { readBaseline } from '../baseline.ts';
import { Configs } from '../configs.ts';
import { FileError, isWordFile, readAny } from '../files.ts';
import { lintedOf, lintGithub, lintJson, lintSarif, lintText, reviewedOf, type Linted, type Unreadable } from '../formats.ts';
import { analyseNamed, CLEAN, envOf, failing, FOUND, named, notAReport, optionsOf, readNamed, TOOL, UNUSABLE, type Named, type Streams } from '../inputs.ts';
import { Ledgers } from '../ledgers.ts';
import { inThreads, type Watch } from '../threads.ts';

export async function lintAll(args: Arguments, { out, err }: Streams): Promise<number> {
  const outcomes = await checked(args, [...named(args, 'any')], err);
  if (!outcomes) return UNUSABLE;
  tell(args, outcomes, err);
  if (args.format === 'text' && outcomes.some((outcome) => 'problems' in outcome && outcome.problems.length > 0 && isWordFile(outcome.path))) err('fazhi-report：Word 文档里的问题，行和列是转成文本以后的，用 import 转出来对照。');
  out(printLint(args, outcomes));
  return codeOf(args, outcomes);
}

function printLint({ format }: Arguments, outcomes: readonly (Linted | Unreadable)[]): string {
  switch (format) {
    case 'json': return lintJson(outcomes, TOOL);
    case 'sarif': return lintSarif(outcomes, TOOL);
    case 'github': return lintGithub(outcomes);
    default: return lintText(outcomes);
  }
}

/** What could not be read, and what was named and is no report. */
export function tell(args: Arguments, outcomes: readonly Outcome[], err: Streams['err']): void {
  for (const outcome of outcomes) {
    if ('error' in outcome) err(`fazhi-report：${outcome.error}。`);
    else if (!outcome.recognised && args.names.includes(outcome.name)) err(notAReport(outcome.path));
  }
}

export function codeOf(args: Arguments, outcomes: readonly Outcome[]): number {
  if (outcomes.some((outcome) => 'error' in outcome)) return UNUSABLE;
  return outcomes.some((outcome) => 'problems' in outcome && outcome.problems.some(({ severity }) => failing(args).includes(severity))) ? FOUND : CLEAN;
}

/** What stands beside the reports. */
interface Beside {
  readonly configs: Configs;
  readonly ledgers: Ledgers;
}

/** What is found in every file and was not found before, in order; nothing where the ledger that was named cannot be read, which has then been told. */
export async function checked(args: Arguments, files: readonly Named[], err: Streams['err'], watch?: Watch): Promise<readonly Outcome[] | undefined> {
  const baseline = args.baseline === undefined ? undefined : readBaseline(args.baseline);
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
  const outcomes = together ? lintTogether(args, files, { configs, ledgers }) : await lintEach(args, files, { configs, ledgers }, watch);
  return baseline ? outcomes.map((outcome) => ('error' in outcome ? outcome : baseline.fresh(outcome))) : outcomes;
}

/** What was found in a file, or why it was not read. */
export type Outcome = (Linted & { readonly name: string }) | Unreadable;

/** A file by itself: what is printed of it. */
export function lintFile(args: Arguments, file: Named, configs: Configs, ledgers: Ledgers): Outcome {
  if ('error' in file) return file;
  const read = readNamed(file, readAny);
  if ('error' in read) return read;
  const config = configs.of(file.name);
  const report = analyze(read.text, envOf(args, file.path, config));
  return { name: file.name, ...shapeOf(args)(file.path, report, lint(report, { ...optionsOf(args, config), ledger: ledgers.of(file.name, config) })) };
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
