// fazhi-report review: checks as lint does, then writes sheets, tables or comments. Must not know what they look like.

import type { Arguments } from '../arguments.ts';
import { FileError, isWordFile } from '../files.ts';
import { CANCELLED, named, UNUSABLE, type Streams } from '../inputs.ts';
import { progress } from '../progress.ts';
import { checkTarget, writeReviews } from '../review.ts';
import { checked, codeOf, tell } from './lint.ts';

/** Sheets, tables, comments: nothing is written before all files are checked. */
export async function reviewAll(args: Arguments, { out, err, terminal, interruption }: Streams): Promise<number> {
  checkTarget(args);
  const files = [...named(args, args.comments ? 'word' : 'any')];
  const signal = interruption?.() ?? new AbortController().signal;
  const { done, end } = progress(files.length, terminal);
  const outcomes = await checked(args, files, err, { done, signal });
  end();
  if (!outcomes) return UNUSABLE;
  if (signal.aborted) {
    err('fazhi-report：已取消，没有写任何文件。');
    return CANCELLED;
  }
  tell(args, outcomes, err);
  for (const outcome of outcomes) if (args.comments && !('error' in outcome) && !isWordFile(outcome.name)) err(`fazhi-report：${outcome.path}：不是 Word 文档（.docx），加不了批注；去掉 --comments 写校核单。`);
  try {
    const isWhole = await writeReviews(args, outcomes, { out, err, signal });
    return isWhole === undefined ? CANCELLED : isWhole ? codeOf(args, outcomes) : UNUSABLE;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    err(`fazhi-report：${error.message}。`);
    return UNUSABLE;
  }
}
