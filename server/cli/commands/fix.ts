// fazhi-report fix: what can be put right without a doubt is, in the file itself, which keeps its encoding. Must not touch Word documents.

import { createTwoFilesPatch } from 'diff';
import { analyze, fixAll } from '../../core/index.ts';
import type { Arguments } from '../arguments.ts';
import { Configs } from '../configs.ts';
import { encode, FileError, readText, writeText } from '../files.ts';
import type { Unreadable } from '../formats.ts';
import { CLEAN, envOf, named, notAReport, optionsOf, readNamed, UNUSABLE, type Streams } from '../inputs.ts';

export function fix(args: Arguments, { out, err }: Streams): number {
  let code = CLEAN;
  const configs = new Configs(err);
  for (const file of named(args, 'text')) {
    const source = 'error' in file ? file : readNamed(file, readText);
    if ('error' in file || 'error' in source) {
      err(`fazhi-report：${('error' in file ? file : source as Unreadable).error}。`);
      code = UNUSABLE;
      continue;
    }
    const { text } = source;
    const config = configs.of(file.name);
    const env = envOf(args, file.path, config);
    if (!analyze(text, env).recognised && args.names.includes(file.name)) err(notAReport(file.path));
    const fixed = fixAll(text, env, optionsOf(args, config));
    if (args.dryRun) {
      if (fixed !== text) out(createTwoFilesPatch(file.path, file.path, text, fixed, '原文', '改后').replace(/\n$/u, ''));
    } else {
      try {
        if (file.name === '-') out(encode(source, fixed));
        else if (fixed === text) err(`${file.path}：没有可放心改的地方。`);
        else {
          writeText(source, fixed);
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
