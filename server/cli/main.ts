#!/usr/bin/env node
// Process entry of the command line. Must not do more than connect it to the process.

import { writeSync } from 'node:fs';
import { lintFile, run } from './cli.ts';
import { Configs } from './configs.ts';
import { Ledgers } from './ledgers.ts';
import { isThread } from './threads.ts';

const write = (descriptor: number, bytes: Buffer): void => {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
};

async function main(): Promise<void> {
  try {
    process.exitCode = await run(process.argv.slice(2), {
      out: (output) => {
        if (typeof output !== 'string') write(1, output);
        else if (output !== '') write(1, Buffer.from(`${output}\n`));
      },
      err: (line) => write(2, Buffer.from(`${line}\n`)),
      ...(process.stderr.isTTY ? { terminal: (text: string) => write(2, Buffer.from(text)) } : {}),
      interruption: () => {
        const controller = new AbortController();
        process.once('SIGINT', () => controller.abort());
        return controller.signal;
      },
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    write(2, Buffer.from(`fazhi-report：写不出结果（${code}）。\n`));
    process.exitCode = 2;
  }
}

// What is wrong in workspace files and ledgers has been said when the files were handed out.
if (!isThread((args) => {
  const configs = new Configs(() => undefined);
  const ledgers = new Ledgers(args.ledger, () => undefined);
  return (file) => lintFile(args, file, configs, ledgers);
})) void main();
