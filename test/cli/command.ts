// The command line as the tests call it: `fazhi(args)` in a folder of files written by the test.
// Must not know what is found in them.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { runNode, temporaryFolder, type Finished, type RunOptions } from '../support/process.ts';
import type { Range } from '../protocol/texts.ts';

export interface Place {
  readonly folder: string;
  /** Runs the command line in the folder; whatever it is called with, it never shows a stack trace. */
  readonly fazhi: (args: readonly string[], options?: Omit<RunOptions, 'cwd'>) => Promise<Finished>;
  readonly bytes: (file: string) => Buffer;
  readonly text: (file: string) => string;
}

/** A folder with these files, gone after the test. */
export function place(files: Readonly<Record<string, string | Buffer>> = {}): Place {
  const folder = temporaryFolder();
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  const bytes = (file: string): Buffer => readFileSync(path.join(folder, file));
  return {
    folder,
    bytes,
    text: (file) => bytes(file).toString('utf8'),
    fazhi: async (args, options = {}) => {
      const finished = await runNode('cli', args, { ...options, cwd: folder });
      for (const stream of [finished.out, finished.err]) expect(stream).not.toMatch(/^\s+at .+:\d+:\d+\)?$|node:internal|Node\.js v|\bError:/mu);
      return finished;
    },
  };
}

/** The lines of an output; the last line break ends a line and begins none. */
export const lines = (output: string): readonly string[] => (output === '' ? [] : output.replace(/\n$/u, '').split('\n'));

export interface LintFile {
  readonly path: string;
  readonly report: { readonly title: string | null; readonly year: number | null; readonly issuer: string | null; readonly level: string | null };
  readonly problems: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly range: Range;
    readonly fixes: readonly { readonly title: string; readonly applicability: string }[];
  }[];
  readonly error?: string;
}

export const lintFiles = ({ out }: Finished): readonly LintFile[] => (JSON.parse(out) as { files: readonly LintFile[] }).files;
