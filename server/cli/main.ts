#!/usr/bin/env node
// Process entry of the command line. Must not do more than connect it to the process.

import { writeSync } from 'node:fs';
import { run } from './cli.ts';

const write = (descriptor: number, text: string): void => {
  const bytes = Buffer.from(`${text}\n`);
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

process.exitCode = run(process.argv.slice(2), {
  out: (text) => {
    if (text !== '') write(1, text);
  },
  err: (line) => write(2, line),
});
