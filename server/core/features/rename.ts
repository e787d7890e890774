// Changing a number wherever the report tells it: the place itself, other mentions of the same quantity with the same
// value, and what was computed from it and was right. Must not repair what was wrong before, nor guess at numbers in words.

import type { Check, Role } from '../figures/check.ts';
import type { Figure } from '../figures/figure.ts';
import { mentions, type Mention } from '../report/quantities.ts';
import { flowOffset, paragraphAt, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import { byStart, type Edit } from '../text/edit.ts';
import { inStyleOf, toDecimals } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import type { Segmenter } from '../words/segmenter.ts';
import { isNumbering } from './figures.ts';

export interface RenameTarget {
  /** The digits alone. */
  readonly span: Span;
  /** In half-width digits. */
  readonly text: string;
}

/** `this`: the place asked about; `same`: another mention of the quantity; `derived`: computed from a changed number. */
export type RenameReason = 'this' | 'same' | 'derived';

export interface RenameEdit extends Edit {
  readonly reason: RenameReason;
}

/** What cannot be done, in a sentence for the writer. */
export interface Refusal {
  readonly refusal: string;
}

const NO_NUMBER = '光标不在数据上，没有可以改的数。';
const IN_WORDS = '这个数是用汉字写的或者被断行隔开，只能在正文里改。';
const ARABIC = /^[0-9０-９]+(?:[,， ][0-9０-９]{3})*(?:[.．][0-9０-９]+)?$/u;

/** The number at an offset. */
export function renameTarget(report: Report, offset: number): RenameTarget | Refusal {
  const found = figureAt(report, offset);
  if (!found) return { refusal: NO_NUMBER };
  const span = numberSpan(found);
  return ARABIC.test(writtenAt(report, span)) ? { span, text: found.paragraph.facts.flow.text.slice(found.figure.number.start, found.figure.number.end) } : { refusal: IN_WORDS };
}

/** The edits that give the number at an offset another value, in order; none where it has that value already. */
export function rename(report: Report, offset: number, text: string, words: Segmenter): readonly RenameEdit[] | Refusal {
  const target = renameTarget(report, offset);
  if ('refusal' in target) return target;
  const origin = figureAt(report, offset) as Place;
  const typed = halfWidth(text.trim());
  if (!ARABIC.test(typed)) return { refusal: `“${text}”不是数，写成250、96.5这样的数字。` };
  const plainDigits = typed.replace(/[,， ]/gu, '');
  const value = Number(plainDigits) * origin.figure.quantity.scale;
  if (value === origin.figure.quantity.value) return [];
  return editsOf(report, origin, changesFrom(report, { ...origin, value, decimals: plainDigits.split('.')[1]?.length ?? 0, reason: 'this' }, words));
}

interface Place {
  readonly paragraph: Paragraph;
  readonly figure: Figure;
}

interface Change extends Place {
  readonly value: number;
  readonly decimals: number;
  readonly reason: RenameReason;
}

/** A change with all that it brings about. Every number changes once, so that what follows from what cannot run in circles. */
function changesFrom(report: Report, first: Change, words: Segmenter): readonly Change[] {
  const known = byQuantity(mentions(report, words));
  const changes = new Map<number, Change>();
  const queue: Change[] = [first];
  const valueOf = (paragraph: Paragraph) => (figure: Figure): number => changes.get(startOf({ paragraph, figure }))?.value ?? figure.quantity.value;
  for (let change = queue.shift(); change; change = queue.shift()) {
    if (changes.has(startOf(change)) || !ARABIC.test(writtenAt(report, numberSpan(change)))) continue;
    changes.set(startOf(change), change);
    const { paragraph, figure, value, decimals, reason } = change;
    if (reason !== 'same') queue.push(...others(known, change).map((other) => ({ ...other, value, decimals, reason: 'same' as const })));
    for (const check of paragraph.facts.checks) {
      if (check.verdict !== 'consistent' || !check.operands.some((operand) => operand.figure.start === figure.start)) continue;
      queue.push(...derived(paragraph, check, valueOf(paragraph)));
    }
  }
  return [...changes.values()];
}

interface Known {
  /** By where the number begins. */
  readonly keys: ReadonlyMap<number, string>;
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
}

/** Looked up for every number that changes, of which there may be thousands. */
function byQuantity(all: readonly Mention[]): Known {
  const keys = new Map<number, string>();
  const byKey = new Map<string, Mention[]>();
  for (const mention of all) {
    keys.set(startOf(mention), mention.key);
    const known = byKey.get(mention.key);
    if (known) known.push(mention);
    else byKey.set(mention.key, [mention]);
  }
  return { keys, mentions: byKey };
}

/** The other mentions of the quantity with the same value. */
function others({ keys, mentions: byKey }: Known, place: Place): readonly Mention[] {
  const { unit, quantity: { value, scale } } = place.figure;
  const own = startOf(place);
  return (byKey.get(keys.get(own) ?? '') ?? []).filter((mention) => startOf(mention) !== own && mention.figure.unit === unit && mention.figure.quantity.value === value && mention.figure.quantity.scale === scale);
}

/** What was right stays right. */
function derived(paragraph: Paragraph, check: Check, valueOf: ValueOf): readonly Change[] {
  const { stated } = check;
  const { scale, decimals } = stated.quantity;
  const value = recomputed(check, valueOf);
  return value === undefined ? [] : [{ paragraph, figure: stated, value: Number(toDecimals(value / scale, decimals)) * scale, decimals, reason: 'derived' }];
}

function editsOf(report: Report, origin: Place, changes: readonly Change[]): readonly RenameEdit[] {
  const all = changes.map((change): RenameEdit => {
    const { figure, value, decimals, reason } = change;
    const span = numberSpan(change);
    // The writer's own decimals where the number was typed; elsewhere no place is taken away.
    const places = span.start === startOf(origin) ? decimals : Math.max(decimals, figure.quantity.decimals);
    return { span, text: inStyleOf(writtenAt(report, span), toDecimals(value / figure.quantity.scale, places)), reason };
  });
  return all.filter(({ span, text }) => writtenAt(report, span) !== text).sort(byStart);
}

type ValueOf = (figure: Figure) => number;

/** What the stated figure should now be; undefined where that cannot be told, up has turned into down or a part outgrows its whole. */
function recomputed(check: Check, valueOf: ValueOf): number | undefined {
  const before: ValueOf = ({ quantity }) => quantity.value;
  const { computed, stated } = check;
  // A growth may be told in several ways; the one in use is the one that gave the value.
  const formula = formulas(check).find((each) => [stated.quantity.value, computed].some((value) => value !== undefined && Math.abs(each(before) - value) < 1e-9));
  if (!formula || direction(check, before) !== direction(check, valueOf)) return undefined;
  const value = formula(valueOf);
  const outgrown = (check.kind === 'rate' || check.kind === 'share') && value > 100 && stated.quantity.value <= 100;
  return Number.isFinite(value) && value >= 0 && !outgrown ? value : undefined;
}

const sumOf = ({ operands }: Check, role: Role, valueOf: ValueOf): number =>
  operands.reduce((sum, operand) => (operand.role === role ? sum + valueOf(operand.figure) : sum), 0);

const direction = (check: Check, valueOf: ValueOf): number =>
  check.operands.some(({ role }) => role === 'base') ? Math.sign(sumOf(check, 'current', valueOf) - sumOf(check, 'base', valueOf)) : 0;

function formulas(check: Check): readonly ((valueOf: ValueOf) => number)[] {
  const sum = (role: Role) => (valueOf: ValueOf): number => sumOf(check, role, valueOf);
  const [numerator, denominator, part, total, current, base, difference] = [sum('numerator'), sum('denominator'), sum('part'), sum('total'), sum('current'), sum('base'), sum('difference')];
  const unit = check.stated.unit === '倍' ? 1 : 100;
  switch (check.kind) {
    case 'rate':
    case 'share':
      return [(of) => (numerator(of) / denominator(of)) * 100];
    case 'sum':
      return [(of) => part(of) - total(of)];
    case 'difference':
    case 'points':
      return [(of) => Math.abs(current(of) - base(of))];
    case 'change':
      return [
        (of) => (Math.abs(current(of) - base(of)) / base(of)) * unit,
        (of) => (difference(of) / (current(of) - difference(of))) * unit,
        (of) => (difference(of) / (current(of) + difference(of))) * unit,
        (of) => current(of) / base(of),
      ];
    case 'completeness':
      return [];
  }
}

function figureAt(report: Report, offset: number): Place | undefined {
  const paragraph = report.recognised ? paragraphAt(report, offset) : undefined;
  if (!paragraph) return undefined;
  const at = flowOffset(paragraph, offset);
  const { figures } = paragraph.facts;
  const figure = figures.find(({ start, end }) => start <= at && at < end) ?? figures.find(({ end }) => at === end);
  return figure && !isNumbering(report, paragraph, figure) ? { paragraph, figure } : undefined;
}

const startOf = (place: Place): number => numberSpan(place).start;

const numberSpan = ({ paragraph, figure }: Place): Span => sourceSpan(paragraph, figure.number.start, figure.number.end);

const writtenAt = ({ source }: Report, { start, end }: Span): string => source.text.slice(start, end);

const halfWidth = (text: string): string => text.replace(/[０-９．]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
