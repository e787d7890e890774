// fazhi-report compare: the report named last beside those before it. Must not know how a comparison is printed.

import { analyze, BUILT_IN_WORDS, comparison } from '../../core/index.ts';
import type { Arguments } from '../arguments.ts';
import { compareHtml, compareJson, compareText, pastOf } from '../compare.ts';
import { Configs } from '../configs.ts';
import { readAny } from '../files.ts';
import type { Unreadable } from '../formats.ts';
import { CLEAN, envOf, failing, FOUND, readNamed, TOOL, UNUSABLE, type Read, type Streams } from '../inputs.ts';

export function compare(args: Arguments, { out, err }: Streams): number {
  const configs = new Configs(err);
  // A year that is set is that of the report, not of the earlier ones.
  const files = args.names.map((name, i): Read | Unreadable => {
    const file = { name, path: name === '-' ? args.stdinName : name };
    const isNew = i === args.names.length - 1;
    const read = readNamed(file, readAny);
    if ('error' in read) return read;
    const { year, ...env } = envOf(args, file.path, configs.of(name));
    const report = analyze(read.text, isNew && year !== undefined ? { ...env, year } : env);
    return report.recognised ? { name, path: file.path, report } : { path: file.path, error: `${file.path}：不像法治政府建设年度报告，没有比` };
  });
  const readable = files.filter((file) => !('error' in file)) as readonly Read[];
  const [newest] = files.slice(-1);
  const report = newest && !('error' in newest) ? newest : undefined;
  const { past, faults, notes } = report ? pastOf(report, readable.slice(0, -1)) : { past: [], faults: [], notes: [] };
  for (const line of [...files.flatMap((file) => ('error' in file ? [file.error] : [])), ...faults, ...notes]) err(`fazhi-report：${line}。`);
  if (!report || past.length === 0) return UNUSABLE;
  const config = configs.of(report.name);
  const found = comparison(report.report, past, { words: BUILT_IN_WORDS, choice: { settings: { ...config.rules, ...args.rules } }, ignores: config.ignores });
  const print = { json: () => compareJson(report, found, TOOL), html: () => compareHtml(report, found), text: () => compareText(report, found) };
  out((args.format === 'json' || args.format === 'html' ? print[args.format] : print.text)());
  if (faults.length > 0 || readable.length < files.length) return UNUSABLE;
  return found.problems.some(({ severity }) => failing(args).includes(severity)) ? FOUND : CLEAN;
}
