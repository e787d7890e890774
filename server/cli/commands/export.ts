// fazhi-report export: reports as Word files beside them, or where the user says. Must not know how a page is laid out.

import { analyze, lint, openPlaces, pageOf, printFor, sheetOf } from '../../core/index.ts';
import type { Arguments } from '../arguments.ts';
import { Configs } from '../configs.ts';
import { FileError, readText, wordFor, writeNew } from '../files.ts';
import { CLEAN, envOf, named, optionsOf, UNUSABLE, type Streams } from '../inputs.ts';

/** Every report as a Word file beside it, or where the arguments say. */
export async function exportAll(args: Arguments, { out, err }: Streams): Promise<number> {
  let code = CLEAN;
  const configs = new Configs(err);
  const isFolder = (name: string): boolean => !args.names.includes(name);
  for (const file of named(args, 'text')) {
    try {
      if ('error' in file) throw new FileError(file.error);
      const { text } = readText(file.name, file.path);
      const config = configs.of(file.name);
      const report = analyze(text, envOf(args, file.path, config));
      // Of a folder only the reports; a file that was named is printed whatever it is.
      if (!report.recognised && isFolder(file.name)) continue;
      const sheet = sheetOf(pageOf(config.page));
      const bytes = await wordFor(file.path).exportWord(printFor(report, sheet), sheet);
      const target = args.output ?? file.name.replace(/\.[^./\\]+$/u, '') + '.docx';
      if (target === '-') out(Buffer.from(bytes));
      else {
        writeNew(target, bytes, args.force);
        err(exported(target, report.recognised, openPlaces(lint(report, optionsOf(args, config)))));
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      err(`fazhi-report：${error.message}。`);
      code = UNUSABLE;
    }
  }
  return code;
}

/** What is told of a file that was written: what is still open in it hinders nothing. */
function exported(target: string, recognised: boolean, { places, errors }: ReturnType<typeof openPlaces>): string {
  if (!recognised) return `${target}：已导出。不像法治政府建设年度报告，标题和层次照文字的样子排。`;
  const open = [...(places > 0 ? [`待填的地方${places}处`] : []), ...(errors > 0 ? [`错误${errors}处`] : [])];
  return `${target}：已导出${open.length > 0 ? `，还有${open.join('、')}` : ''}。`;
}
