// The title of a report: the line or lines that hold it, its year, its issuer and the issuer's kind.
// Must not know headings or parts.

import { LEVELS } from '../domain/levels.ts';
import { NOT_ISSUER, NOT_TITLE, SUBJECT, TITLE } from '../domain/titles.ts';
import type { LevelSpec } from '../domain/types.ts';
import { chineseValue } from '../text/numerals.ts';
import type { Line } from './lines.ts';

export interface TitleLines {
  /** Indexes into the lines that carry text. */
  readonly first: number;
  readonly last: number;
  /** Index of the line above that names the issuer alone. */
  readonly issuerLine: number | undefined;
}

export type LevelId = LevelSpec['id'];

const IS_TITLE = new RegExp(TITLE, 'u');
const IS_NO_TITLE = new RegExp(NOT_TITLE, 'u');
const THE_SUBJECT = new RegExp(SUBJECT, 'u');
const NO_ISSUER = new RegExp(NOT_ISSUER, 'gu');
const LEVEL_PATTERNS = LEVELS.map((level) => ({ id: level.id, pattern: new RegExp(level.issuer, 'u') }));
const YEAR = /([12]\d{3}|[〇零一二三四五六七八九]{4})年/u;

/** Titles stand at the head; further down a line that reads like one is a reference. */
const HEAD_LINES = 12;
const LONGEST_TITLE = 70;

/** Blanks and marks taken away, digits half-width. */
export const plain = (text: string): string => text.replace(/[ \t\u3000\u00a0\ufeff*#\r\n]/gu, '').normalize('NFKC').replace(/\(/gu, '（').replace(/\)/gu, '）');

export function findTitle(text: string, lines: readonly Line[]): TitleLines | undefined {
  const head = lines.slice(0, HEAD_LINES);
  for (let count = 1; count <= 3; count++) {
    for (let first = 0; first + count <= head.length; first++) {
      const last = first + count - 1;
      const group = head.slice(first, last + 1);
      if (group.some((line) => line.ending === 'sentence' || line.row)) continue;
      const joined = plain(group.map((line) => text.slice(line.from, line.to)).join(''));
      if (joined.length > LONGEST_TITLE || !IS_TITLE.test(joined) || IS_NO_TITLE.test(joined)) continue;
      const above = head[first - 1];
      const issuerLine = above && above.ending === 'open' && levelOf(plain(text.slice(above.from, above.to))) ? first - 1 : undefined;
      return { first, last, issuerLine };
    }
  }
  return undefined;
}

/** The year a title or an opening speaks of. */
export function yearIn(text: string): number | undefined {
  const written = YEAR.exec(text)?.[1];
  return written === undefined ? undefined : /\d/u.test(written) ? Number(written) : chineseValue(written);
}

/** The issuer that a title names before its subject; undefined where it names none. */
export function issuerIn(title: string): string | undefined {
  const subject = THE_SUBJECT.exec(title);
  const named = title.slice(0, subject?.index ?? 0).replace(NO_ISSUER, '');
  return named.length >= 2 && named.length <= 40 ? named : undefined;
}

/** The kind of reporter, by the end of its name. */
export function levelOf(issuer: string | undefined): LevelId | undefined {
  if (issuer === undefined || issuer.length > 40) return undefined;
  return LEVEL_PATTERNS.find(({ pattern }) => pattern.test(issuer))?.id;
}
