// fazhi-report review: a sheet of findings for a report, copies of Word documents with the findings as comments, many reports in one
// table. Nothing is written before everything is checked; no file that was read is ever written to. Must not check reports or
// know how papers are made.

import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { makeSource, offsetAt, SEVERITIES, type Review, type ReviewFinding } from '../core/index.ts';
import { paperHtml } from '../export/html.ts';
import type { Paper } from '../export/paper.ts';
import { commentOf, reviewCsv, reviewPaper, rollUpCsv, rollUpPaper, SEVERITY_NAMES, type Reviewed } from '../export/review.ts';
import { UsageError, type Arguments, type Format } from './arguments.ts';
import type { Outcome } from './commands/lint.ts';
import { FileError, isWordFile, readDocument, wordFor, writeNew } from './files.ts';
import type { Linted } from './formats.ts';

const AUTHOR = { author: '法治报告助手', initials: '法治' };

/** What is written, and how it is made when its turn comes. */
interface Product {
  readonly target: string;
  readonly make: () => Promise<string | Uint8Array>;
  readonly told: string;
}

/** Where results go, looked at before anything is read. @throws UsageError */
export function checkTarget(args: Arguments): void {
  const { names, output, comments, format } = args;
  const single = isSingle(names);
  if (output === undefined) {
    if (!single) throw new UsageError(comments ? '几份文档一起加批注，要用 -o 写明写到哪个文件夹' : '几份报告一起校核，要用 -o 写明汇总写到哪个文件，或者各份校核单写到哪个文件夹');
    if (names.includes('-')) throw new UsageError('从标准输入校核，要用 -o 写明写到哪个文件');
    return;
  }
  if (comments && names.includes('-')) throw new UsageError('--comments 要写 Word 文档的文件名，不能从标准输入读');
  if (output === '-') {
    if (comments) throw new UsageError('--comments 要用 -o 写明写到哪个文件');
    return;
  }
  if (isFolder(output)) return;
  if (comments && !single) throw new UsageError('几份文档一起加批注，-o 要写文件夹，以 / 结尾');
  const ending = path.extname(output).slice(1).toLowerCase();
  if (ending !== (comments ? 'docx' : format)) throw new UsageError(comments ? '带批注的文档，-o 的文件名用 .docx' : `-o 的文件名用 .docx、.html 或 .csv，和 --format 一致；写到文件夹的，以 / 结尾`);
}

/** Whether one report is meant, and not a folder of some. */
const isSingle = (names: readonly string[]): boolean => names.length === 1 && !isFolder(names[0] as string);

function isFolder(name: string): boolean {
  if (/[/\\]$/u.test(name)) return true;
  try {
    return statSync(name).isDirectory();
  } catch {
    return false;
  }
}

export interface Reviewing {
  readonly out: (output: string | Buffer) => void;
  readonly err: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Writes what is asked for of what was found. Returns whether everything could be; undefined where it was stopped. */
export async function writeReviews(args: Arguments, outcomes: readonly Outcome[], { out, err, signal }: Reviewing): Promise<boolean | undefined> {
  const readable = outcomes.filter((outcome): outcome is Linted & { readonly name: string } => !('error' in outcome));
  const reports = readable.filter(({ recognised }) => recognised);
  const products = args.comments ? annotated(args, readable) : papers(args, outcomes, reports);
  if (args.output === '-') {
    for (const { make } of products) out(printed(await make(), args.format));
    return products.length > 0;
  }
  refuseInputs(products, readable);
  if (!args.force) for (const { target } of products) if (exists(target)) throw new FileError(`${target}：已经有这个文件，没有写；要覆盖它，加上 --force`);
  const written: string[] = [];
  let isWhole = true;
  for (const { target, make, told } of products) {
    await setImmediate();
    if (signal.aborted) {
      err(`fazhi-report：已取消，写好了${written.length}个文件，其余没有写。`);
      return undefined;
    }
    try {
      const content = await make();
      mkdirSync(path.dirname(target), { recursive: true });
      writeNew(target, content, args.force);
      written.push(target);
      if (products.length <= MOST_TOLD) err(told);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      err(`fazhi-report：${error.message}。`);
      isWhole = false;
    }
  }
  if (products.length > MOST_TOLD) err(`已写好${written.length}个文件：${args.output ?? ''}`);
  return isWhole && products.length > 0;
}

/** Files that are told one by one. */
const MOST_TOLD = 10;

const printed = (content: string | Uint8Array, format: Format): string | Buffer => (typeof content === 'string' ? (format === 'csv' ? content : content.replace(/\n$/u, '')) : Buffer.from(content));

function papers(args: Arguments, outcomes: readonly Outcome[], reports: readonly (Linted & { readonly name: string })[]): readonly Product[] {
  const { output, format, names } = args;
  const sheet = (outcome: Linted, target: string): Product => {
    const review = outcome.review as Review;
    return {
      target,
      make: async () => (format === 'csv' ? reviewCsv(outcome.path, review) : made(reviewPaper(outcome.path, review), format, outcome.path)),
      told: `${outcome.path}：${foundText(review.findings)}，校核单已写到 ${target}。`,
    };
  };
  const single = isSingle(names);
  if (single && (output === undefined || !isFolder(output))) return reports.map((outcome) => sheet(outcome, output ?? beside(outcome.name, '校核单', format)));
  const files = outcomes.map((outcome): Reviewed => ('error' in outcome ? { name: outcome.path, error: outcome.error } : { name: outcome.path, ...(outcome.recognised && outcome.review ? { review: outcome.review } : {}) }));
  const table = (target: string): Product => ({
    target,
    make: async () => (format === 'csv' ? rollUpCsv(files) : made(rollUpPaper(files), format, target)),
    told: `校核了${reports.length}份报告，汇总已写到 ${target}。`,
  });
  if (output === undefined || !isFolder(output)) return [table(output ?? '')];
  const nameFor = distinct();
  return [...(single ? [] : [table(path.join(output, nameFor(`汇总校核.${format}`)))]), ...reports.map((outcome) => sheet(outcome, path.join(output, nameFor(path.basename(beside(outcome.path, '校核单', format))))))];
}

const made = async (paper: Paper, format: Format, shown: string): Promise<string | Uint8Array> => (format === 'html' ? paperHtml(paper) : wordFor(shown).exportPaper(paper));

/** Every document that is a report, with its findings in the margin. */
function annotated({ output }: Arguments, outcomes: readonly (Linted & { readonly name: string })[]): readonly Product[] {
  const nameFor = distinct();
  return outcomes.filter(({ recognised, name }) => recognised && isWordFile(name)).map((outcome) => {
    const { name, path: shown, problems, review } = outcome;
    const ending = path.extname(name).slice(1);
    const copy = beside(name, '批注', ending);
    const target = output === undefined ? copy : isFolder(output) ? path.join(output, nameFor(path.basename(copy))) : output;
    return {
      target,
      make: async () => {
        const { bytes, word } = readDocument(name, shown);
        const source = makeSource(word.text);
        const comments = problems.map(({ range }, i) => ({ start: offsetAt(source, range.start), end: offsetAt(source, range.end), paragraphs: commentOf((review as Review).findings[i] as ReviewFinding) }));
        return wordFor(shown).annotateWord(bytes, word, comments, { ...AUTHOR, date: localTime(new Date()) });
      },
      told: `${shown}：${foundText((review as Review).findings)}，带批注的文档已写到 ${target}，原文件没有动。`,
    };
  });
}

const beside = (name: string, what: string, ending: string): string => {
  const { dir, name: bare } = path.parse(name);
  return path.join(dir, `${bare}-${what}.${ending}`);
};

/** In one folder no two files have one name, whatever the case. */
function distinct(): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    const { name: bare, ext } = path.parse(name);
    let own = name;
    for (let n = 2; used.has(own.toLowerCase()); n++) own = `${bare}(${n})${ext}`;
    used.add(own.toLowerCase());
    return own;
  };
}

function foundText(findings: readonly ReviewFinding[]): string {
  const found = SEVERITIES.map((severity) => [SEVERITY_NAMES[severity], findings.filter((finding) => finding.severity === severity).length] as const).filter(([, count]) => count > 0);
  return found.length === 0 ? '没有发现问题' : found.map(([name, count]) => `${name}${count}处`).join('，');
}

/** Word writes the local time as if it were the universal one. */
function localTime(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}Z`;
}

const exists = (file: string): boolean => identityOf(file) !== undefined;

/** Also told under another name, through a link. */
function identityOf(file: string): string | undefined {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}

/** Not even with --force. @throws FileError */
function refuseInputs(products: readonly Product[], inputs: readonly { readonly name: string }[]): void {
  const read = new Set(inputs.flatMap(({ name }) => identityOf(name) ?? []));
  for (const { target } of products) {
    const identity = identityOf(target);
    if (identity !== undefined && read.has(identity)) throw new FileError(`${target}：这是要校核的文件，不能写到它上面，换一个文件名`);
  }
}
