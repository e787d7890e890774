// Which files of a folder may be reports, by their names, for both shells. Must not touch files or know what is in them.

import { TEXT_FILE, WORD_FILE } from './text.ts';

/** What is in a folder; a link to another folder is none. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What is a report whatever stands in it. */
export const REPORT_FILE = /\.fzbg$/iu;
/** What Word leaves beside a document while it is open. */
export const LOCK_FILE = /^~\$/u;
/** What review wrote beside a report. */
const REVIEWED = /(?:^|-)(?:校核单|批注|汇总校核)\.doc[xm]$/iu;
const SKIPPED = new Set(['node_modules', 'dist']);

/** Which files are wanted: texts, documents that are imported, or either. */
export type Kind = 'text' | 'word' | 'any';

/**
 * The files that may be reports and the folders to look into, in order of name. Of any kind, a Word document does not count
 * beside a text of its name, which was made of it. What review wrote never counts.
 */
export function reportsAmong(entries: readonly Entry[], kind: Kind): readonly Entry[] {
  const texts = new Set(entries.flatMap(({ name }) => (TEXT_FILE.test(name) ? [bare(name)] : [])));
  const counts = (name: string): boolean =>
    WORD_FILE.test(name) ? !LOCK_FILE.test(name) && !REVIEWED.test(name) && (kind === 'word' || (kind === 'any' && !texts.has(bare(name)))) : kind !== 'word' && TEXT_FILE.test(name);
  return entries.filter(({ name, isFolder }) => (isFolder ? !name.startsWith('.') && !SKIPPED.has(name) : counts(name))).sort((a, b) => (a.name < b.name ? -1 : 1));
}

const bare = (name: string): string => name.replace(/\.[^.]+$/u, '');
