// fazhi-report import: Word documents to texts beside them, or to where the user says. A file that is there is replaced only when
// asked for. Must not know how documents are read.

import path from 'node:path';
import type { Arguments } from '../arguments.ts';
import { FileError, readWord, writeNew } from '../files.ts';
import { CLEAN, named, UNUSABLE, type Streams } from '../inputs.ts';

/** Returns the exit code: 0, or 2 where a document could not be read or written; the others are. */
export function importAll(args: Arguments, { out, err }: Streams): number {
  let code = CLEAN;
  for (const file of named(args, 'word')) {
    try {
      if ('error' in file) throw new FileError(file.error);
      const { text, notes } = readWord(file.name, file.path, args.layout);
      const target = args.output ?? (file.name === '-' ? '-' : beside(file.name, args.layout));
      if (target === '-') out(Buffer.from(text));
      else writeNew(target, text, args.force);
      err(target === '-' ? `${file.path}：已导入。` : `${file.path}：已导入到 ${target}。`);
      for (const note of notes) err(`  ${note}`);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      err(`fazhi-report：${error.message}。`);
      code = UNUSABLE;
    }
  }
  return code;
}

function beside(name: string, layout: Arguments['layout']): string {
  const { dir, name: bare } = path.parse(name);
  return path.join(dir, `${bare}.${layout === 'markdown' ? 'md' : 'txt'}`);
}
