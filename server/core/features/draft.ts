// A new report for a reporter and a year, complete but for what only the writer knows; and what is odd about the name a
// reporter was given. Must not know the clock, nor how questions are asked.

import { FIRST_YEAR, LAST_YEAR, LONGEST_UNIT, UNIT_NAME } from '../domain/draft.ts';
import { KINDS } from '../domain/kinds.ts';
import { PARTS } from '../domain/parts.ts';
import type { KindId, KindSpec, PartSpec } from '../domain/types.ts';
import { bareName, closingText, openingText, partText, titleText, type About } from '../report/draft.ts';
import { styleFor, type Layout } from '../report/style.ts';
import { kindById, levelOf, type LevelId } from '../report/title.ts';
import { joinTemplates, plainText } from '../text/template.ts';

export interface NewReport {
  readonly kind: KindId;
  /** As the writer gives it, kept as it is but for blanks around it. */
  readonly unit: string;
  readonly year: number;
  readonly layout: Layout;
}

export interface Draft {
  /** With places to fill in, `${1:【写明原因】}`, and `$0` at the end. */
  readonly text: string;
  /** A sensible name for the file, with its ending. */
  readonly name: string;
}

/** Undefined where the answers make no report. */
export function newReport(answers: NewReport): Draft | undefined {
  if (!isAnswer(answers)) return undefined;
  const { kind: id, unit: given, year, layout } = answers;
  const kind = kindById(id);
  const unit = given.trim();
  if (!kind || unitProblem(id, unit)?.refused === true || !Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const about: About = { issuer: unit, kind, level: levelFor(kind, unit), year };
  const style = styleFor(layout);
  const parts = PARTS.filter((part: PartSpec) => kind.required.includes(part.id));
  const title = titleText(about);
  const text = joinTemplates(
    [(layout === 'markdown' ? '# ' : '') + title, openingText(about), ...parts.map((part, i) => partText(part, about, style, i + 1)), closingText(about, style)],
    style.gap,
  );
  return { text: `${text}$0\n`, name: `${plainText(title).replace(/[\\/:*?"<>|]/gu, '')}.${layout === 'markdown' ? 'md' : 'txt'}` };
}

/** Answers come from other programs too. */
function isAnswer(answers: unknown): answers is NewReport {
  const { unit, layout } = (answers ?? {}) as Partial<Record<keyof NewReport, unknown>>;
  return typeof unit === 'string' && (layout === 'plain' || layout === 'markdown');
}

/** What is odd about a name: none, not one, or one of another kind. A name of another kind may be right all the same. */
export interface UnitProblem {
  readonly refused: boolean;
  readonly reason: 'empty' | 'odd' | 'kind';
  /** The kind that the name shows. */
  readonly shows?: KindId;
}

export function unitProblem(id: KindId, given: string): UnitProblem | undefined {
  if (typeof given !== 'string' || !kindById(id)) return undefined;
  const unit = given.trim();
  if (unit === '') return { refused: true, reason: 'empty' };
  if (unit.length > LONGEST_UNIT || !NAME.test(unit)) return { refused: true, reason: 'odd' };
  const level = levelIn(unit);
  const shows = level && KINDS.find(({ levels }: KindSpec) => levels.includes(level))?.id;
  return shows === undefined || shows === id || (id === 'joint' && shows !== 'department') ? undefined : { refused: false, reason: 'kind', shows };
}

const NAME = new RegExp(UNIT_NAME, 'u');

/** A Party committee is no department: the name that it belongs to shows its level. */
const levelIn = (unit: string): LevelId | undefined => levelOf(unit) ?? levelOf(bareName(unit));

function levelFor(kind: KindSpec, unit: string): LevelId {
  const level = [levelIn(unit), levelOf(bareName(unit))].find((each) => each !== undefined && (kind.levels.length === 0 ? each !== 'department' : kind.levels.includes(each)));
  return level ?? kind.levels[0] ?? 'county';
}
