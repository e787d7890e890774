// fazhi-report outline and figures. Must not judge anything.

import type { Arguments } from '../arguments.ts';
import { Configs } from '../configs.ts';
import { figuresJson, figuresSheet, figuresText, outlineJson, outlineText, type Analysed, type Unreadable } from '../formats.ts';
import { analyseNamed, CLEAN, named, notAReport, UNUSABLE, type Streams } from '../inputs.ts';

/** Structure or figures of every file. */
export function show(args: Arguments, { out, err }: Streams): number {
  const configs = new Configs(err);
  const files = [...named(args, 'any')].map((file) => analyseNamed(args, file, configs));
  for (const file of files) {
    if ('error' in file) err(`fazhi-report：${file.error}。`);
    else if (!file.report.recognised && args.names.includes(file.name)) err(notAReport(file.path));
  }
  out(print(args, files));
  return files.some((file) => 'error' in file) ? UNUSABLE : CLEAN;
}

function print({ command, format }: Arguments, files: readonly (Analysed | Unreadable)[]): string {
  if (command === 'outline') return format === 'json' ? outlineJson(files) : outlineText(files);
  return format === 'json' ? figuresJson(files) : format === 'csv' ? figuresSheet(files) : figuresText(files);
}
