// Runs the built bundles as the processes that users run, and gives every test a folder of its own.
// Must not know reports, the protocol or the options of the command line.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Path of a bundle; fails at once where it was not built, instead of in a hundred puzzling ways. */
export function bundle(name: 'server' | 'cli'): string {
  const file = path.join(ROOT, 'dist', `${name}.js`);
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`);
  return file;
}

export interface Finished {
  /** Undefined where a signal ended the process. */
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
  /** Standard output, undecoded. */
  readonly bytes: Buffer;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Given on standard input, which is closed behind it; without it standard input is empty. */
  readonly input?: string | Buffer;
  /** Closes the reading end of standard output after the first piece, as `| head` does. */
  readonly closeEarly?: boolean;
}

/** Runs a program to its end. */
export function run(file: string, args: readonly string[], { cwd, input, closeEarly = false }: RunOptions = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...(cwd === undefined ? {} : { cwd }), stdio: 'pipe' });
    // A test that has run out of time must not leave its process behind.
    onTestFinished(() => void child.kill('SIGKILL'));
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => {
      out.push(piece);
      if (closeEarly) child.stdout.destroy();
    });
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    // A program that does not read its input may close it before all is written.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => {
      const bytes = Buffer.concat(out);
      resolve({ code: code ?? undefined, out: bytes.toString('utf8'), err: Buffer.concat(err).toString('utf8'), bytes });
    });
    child.stdin.end(input ?? '');
  });
}

/** Runs a bundle in this version of Node. */
export const runNode = (name: 'server' | 'cli', args: readonly string[], options: RunOptions = {}): Promise<Finished> =>
  run(process.execPath, [bundle(name), ...args], options);

/** An empty folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fazhi-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
