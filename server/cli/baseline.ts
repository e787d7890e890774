// What an earlier run of lint found, so that only what is new is told. A finding is known again by its rule, its message and the words
// at its place and around it, wherever its line has moved; of several that are alike, as many are known as there were. Must not
// judge findings.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Quotation } from '../core/index.ts';
import { UsageError } from './arguments.ts';
import type { Linted } from './formats.ts';

type Problem = Linted['problems'][number];
type Known = Pick<Problem, 'rule' | 'message'> & { readonly around: Quotation | undefined };

/** From the strictest to the loosest: all words are there, those on one side are, those at the place are; then what an older version wrote. */
const ALIKE: readonly ((known: Quotation | undefined, found: Quotation) => boolean)[] = [
  (known, found) => known !== undefined && known.marked === found.marked && known.before === found.before && known.after === found.after,
  (known, found) => known !== undefined && known.marked === found.marked && (known.before === found.before || known.after === found.after),
  (known, found) => known !== undefined && known.marked === found.marked,
  (known) => known === undefined,
];

export class Baseline {
  readonly #files: ReadonlyMap<string, readonly Known[]>;
  /** By name alone, of names that only one file has. */
  readonly #byName = new Map<string, readonly Known[] | undefined>();

  constructor(files: ReadonlyMap<string, readonly Known[]>) {
    this.#files = files;
    for (const [file, known] of files) {
      const name = path.posix.basename(file);
      this.#byName.set(name, this.#byName.has(name) ? undefined : known);
    }
  }

  /** What is new in a file; a file that the earlier run did not see is new altogether. */
  fresh<T extends Linted>(linted: T): T {
    const file = plain(linted.path);
    const left = [...(this.#files.get(file) ?? this.#byName.get(path.posix.basename(file)) ?? [])];
    const old = new Set<Problem>();
    for (const isAlike of ALIKE) {
      for (const problem of linted.problems) {
        if (old.has(problem)) continue;
        const at = left.findIndex(({ rule, message, around }) => rule === problem.rule && message === problem.message && isAlike(around, problem.around));
        if (at < 0) continue;
        left.splice(at, 1);
        old.add(problem);
      }
    }
    const isNew = linted.problems.map((problem) => !old.has(problem));
    const { review } = linted;
    return { ...linted, problems: linted.problems.filter((_, i) => isNew[i]), ...(review ? { review: { ...review, findings: review.findings.filter((_, i) => isNew[i]) } } : {}) };
  }
}

/** The same on every system, and however it was named from the same folder. */
const plain = (file: string): string => path.posix.normalize(file.replaceAll('\\', '/'));

/** @throws UsageError where the file is no output of `lint --format json`. */
export function readBaseline(file: string): Baseline {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\ufeff/u, '');
  } catch (error) {
    throw new UsageError(`--baseline 的文件“${file}”读不了（${(error as NodeJS.ErrnoException).code ?? String(error)}）`);
  }
  const files = filesIn(text);
  if (!files) throw new UsageError(`--baseline 的文件“${file}”不是 lint --format json 的输出`);
  return new Baseline(files);
}

function filesIn(text: string): ReadonlyMap<string, readonly Known[]> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { files } = objectOf(json);
  if (!Array.isArray(files)) return undefined;
  const known = new Map<string, readonly Known[]>();
  for (const entry of files.map(objectOf)) {
    const { path: name, problems } = entry;
    if (typeof name !== 'string' || !Array.isArray(problems)) return undefined;
    known.set(plain(name), problems.map(objectOf).flatMap(({ rule, message, around }) => (typeof rule === 'string' && typeof message === 'string' ? [{ rule, message, around: quotationIn(around) }] : [])));
  }
  return known;
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});

function quotationIn(value: unknown): Quotation | undefined {
  const { before, marked, after } = objectOf(value);
  return typeof before === 'string' && typeof marked === 'string' && typeof after === 'string' ? { before, marked, after } : undefined;
}
