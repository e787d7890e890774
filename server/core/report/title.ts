// The title of a report: the line or lines that hold it, its year, its issuer and the issuer's kind.
// Must not know headings or parts.

import { KINDS } from '../domain/kinds.ts';
import { LEVELS } from '../domain/levels.ts';
import { NOT_ISSUER, NOT_TITLE, NOT_YEAR, OTHER_TITLE_REST, SUBJECT, TITLE, TITLE_ABOVE } from '../domain/titles.ts';
import type { KindId, KindSpec, LevelSpec } from '../domain/types.ts';
import { chineseValue } from '../text/numerals.ts';
import type { Line } from './lines.ts';

export interface TitleLines {
  /** Indexes into the lines that carry text. */
  readonly first: number;
  readonly last: number;
  /** Indexes of the lines above or below that name the issuer alone. */
  readonly issuerLines: readonly number[];
}

export type LevelId = LevelSpec['id'];

const IS_TITLE = new RegExp(TITLE, 'u');
const IS_NO_TITLE = new RegExp(NOT_TITLE, 'u');
const THE_SUBJECT = new RegExp(SUBJECT, 'u');
const NO_ISSUER = new RegExp(NOT_ISSUER, 'gu');
const LEVEL_PATTERNS = LEVELS.map((level) => ({ id: level.id, pattern: new RegExp(level.issuer, 'u') }));
const NO_YEAR = new RegExp(NOT_YEAR, 'gu');
const IS_REST = new RegExp(OTHER_TITLE_REST, 'u');
const IS_ABOVE = new RegExp(TITLE_ABOVE, 'u');
const YEAR = /([12]\d{3}|[〇○零一二三四五六七八九]{4})年/u;

/** Titles stand at the head; further down a line that reads like one is a reference. */
const HEAD_LINES = 12;
const LONGEST_TITLE = 70;

/** Blanks, Markdown marks and 《》 around the whole taken away, digits half-width. */
export function plain(text: string): string {
  if (IS_PLAIN.test(text)) return text;
  const bare = text.replace(/[\s\u00a0\u2000-\u200f\ufeff*#]/gu, '').normalize('NFKC').replace(/\(/gu, '（').replace(/\)/gu, '）');
  return /^《[^《》]*》$/u.test(bare) ? bare.slice(1, -1) : bare;
}

/** Nearly all titles and headings: nothing in them to take away or to change. */
const IS_PLAIN = /^[0-9A-Za-z一-龥、。“”（）]*$/u;

export function findTitle(text: string, lines: readonly Line[]): TitleLines | undefined {
  const head = lines.slice(0, HEAD_LINES);
  // A line that is far too long for a title need not be read.
  const texts = new Map(head.map((line) => [line, line.width > LONGEST_TITLE ? '' : plain(text.slice(line.from, line.to))]));
  const read = (line: Line | undefined): string => (line ? (texts.get(line) ?? '') : '');
  const found: TitleLines[] = [];
  for (let count = 1; count <= 3; count++) {
    for (let first = 0; first + count <= head.length; first++) {
      const last = first + count - 1;
      const group = head.slice(first, last + 1);
      if (group.some((line) => line.row || line.bullet || (line.ending === 'sentence' && (count > 1 || line.stop !== read(line).length - 1)))) continue;
      const joined = group.map(read).join('').replace(/。$/u, '');
      if (joined.length > LONGEST_TITLE || !IS_TITLE.test(joined) || IS_NO_TITLE.test(joined) || IS_REST.test(read(head[last + 1]))) continue;
      found.push(withSurroundings(head, read, first, last));
    }
    if (found.length > 0) break;
  }
  // Web pages repeat the title without its year in their navigation.
  return found.find(({ first, last }) => YEAR.test(head.slice(first, last + 1).map(read).join(''))) ?? found[0];
}

/** Takes in the lines above that belong to the title, and finds the lines that name the issuer. */
function withSurroundings(head: readonly Line[], read: (line: Line | undefined) => string, from: number, last: number): TitleLines {
  let first = from;
  const isLoose = (line: Line | undefined): boolean => line !== undefined && line.ending === 'open' && !line.row && !line.marker;
  while (first > 0 && from - first < 2 && isLoose(head[first - 1]) && IS_ABOVE.test(read(head[first - 1]))) first--;
  const issuerLines: number[] = [];
  for (let i = first - 1; i >= 0 && first - i <= 2 && isLoose(head[i]) && levelOf(read(head[i])); i--) issuerLines.unshift(i);
  if (issuerLines.length === 0 && isLoose(head[last + 1]) && levelOf(read(head[last + 1]))) issuerLines.push(last + 1);
  return { first, last, issuerLines };
}

/** The year a title or an opening speaks of; years of documents and spans of years are not it. */
export function yearIn(text: string): number | undefined {
  const written = YEAR.exec(text.replace(NO_YEAR, ''))?.[1];
  return written === undefined ? undefined : /\d/u.test(written) ? Number(written) : chineseValue(written);
}

/** The issuer that a title names before its subject; undefined where it names none. */
export function issuerIn(title: string): string | undefined {
  const subject = THE_SUBJECT.exec(title);
  const named = title.slice(0, subject?.index ?? 0).replace(NO_ISSUER, '').replace(NO_ISSUER, '');
  if (named.length < 2 || named.length > 40) return undefined;
  // What stands behind the last unit's name is the beginning of the subject.
  for (let end = named.length; end >= 2; end--) if (levelOf(named.slice(0, end))) return named.slice(0, end);
  return /^[一-龥（）]+$/u.test(named) ? named : undefined;
}

/** The kind of reporter, by the end of its name. */
export function levelOf(issuer: string | undefined): LevelId | undefined {
  if (issuer === undefined || issuer.length > 40 || issuer.length < 2) return undefined;
  return LEVEL_PATTERNS.find(({ pattern }) => pattern.test(issuer))?.id;
}

const KIND_PATTERNS = KINDS.map((kind: KindSpec) => ({ kind, pattern: kind.issuer === undefined ? undefined : new RegExp(kind.issuer, 'u') }));

/** A first guess at the kind of reporter, from the issuer's name. */
export function kindOf(issuer: string | undefined): KindSpec | undefined {
  const level = levelOf(issuer);
  return KIND_PATTERNS.find(({ kind, pattern }) => (issuer !== undefined && pattern?.test(issuer)) || (level !== undefined && kind.levels.includes(level)))?.kind;
}

export const kindById = (id: KindId): KindSpec | undefined => KINDS.find((kind: KindSpec) => kind.id === id);
