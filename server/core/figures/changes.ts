// Whether a change follows from the two values it lies between: growth in per cent, a difference in counts, a rate in
// points. Works on logical text. Must not phrase messages.

import {
  BASE_VALUE, CHANGE_CUT, CHANGE_DOWN, CHANGE_FROM, CHANGE_NEUTRAL, CHANGE_TO, CHANGE_UNCERTAIN, CHANGE_UP, CHANGE_WORD, EARLIER_YEAR, LESS_IS_MORE, LESS_IS_MORE_UNITS, MOVES_IN_POINTS, POINTS_SUBJECT, RANKED, RANK_UNITS, REACHED_BEHIND, REACHED_UPWARDS, RISES_IN_RANK,
} from '../domain/relations.ts';
import { toDecimals } from '../text/numerals.ts';
import { fits, interval, isExactCount, isPercent, operandOf, percentage, plain, sameKind, type Check, type Operand, type Reason, type Verdict } from './check.ts';
import type { Figure } from './figure.ts';
import { gap, lastClause, type Statement } from './statement.ts';

const SPEAKS = new RegExp(CHANGE_WORD, 'u');
/** Values farther back belong to something else. */
const MOST_VALUES = 12;
/** A verb of change, the words behind it, and a year: 上升到2024年的. */
const LONGEST_VERB = 12;
const UP = new RegExp(CHANGE_UP, 'u');
const DOWN = new RegExp(CHANGE_DOWN, 'u');
const TO = new RegExp(CHANGE_TO, 'u');
const FROM = new RegExp(CHANGE_FROM, 'u');
const BASE = new RegExp(BASE_VALUE, 'u');
const YEAR = new RegExp(EARLIER_YEAR, 'u');
const RISES = new RegExp(REACHED_UPWARDS, 'u');
const CUT = new RegExp(CHANGE_CUT, 'u');
const BEHIND = new RegExp(REACHED_BEHIND, 'u');
const NEUTRAL = new RegExp(CHANGE_NEUTRAL, 'u');
const UNCERTAIN = new RegExp(CHANGE_UNCERTAIN, 'u');
const RATE = new RegExp(MOVES_IN_POINTS, 'u');
const SUBJECT = new RegExp(POINTS_SUBJECT, 'u');

const IS_RANKED = new RegExp(RANKED, 'u');
const RANKS: ReadonlySet<string> = new Set(RANK_UNITS);
const RANK_RISES = new RegExp(RISES_IN_RANK.before, 'u');
const FALLS_UPWARDS = new RegExp(LESS_IS_MORE, 'u');
const FALLING_UNITS: ReadonlySet<string> = new Set(LESS_IS_MORE_UNITS);

/** 排名由第26位上升到第12位, 时限由7天提升到2天: the direction says nothing about the numbers. */
function hasNoDirection({ text }: Statement, { unit = '', sentence, start }: Figure, rises: boolean): boolean {
  const words = text.slice(sentence.start, start);
  if (RANKS.has(unit) || IS_RANKED.test(words) || (unit === RISES_IN_RANK.unit && RANK_RISES.test(words))) return true;
  return rises && (FALLING_UNITS.has(unit) || FALLS_UPWARDS.test(words));
}

/** What a figure is in a comparison. A percentage that is not a change is a level, like a count. */
type Kind = 'current' | 'base' | 'difference' | 'growth' | 'points' | 'other';

export interface Item {
  readonly figure: Figure;
  readonly kind: Kind;
  /** Of a change: what its verb says. Of a value reached: what 降至 or 增至 says. */
  readonly sign: 1 | -1 | undefined;
  /** The clause before the figure, its verb taken away. */
  readonly subject: string;
  /** A year named before it. */
  readonly year: number | undefined;
  /** A value reached from another: 增至, 下降到. */
  readonly reached: boolean;
}

export function checkChanges(statement: Statement): readonly Check[] {
  const { figures, text } = statement;
  if (!figures.some((figure, i) => figure.unit === '倍' || SPEAKS.test(gap(statement, i).slice(-LONGEST_VERB)))) return [];
  const items = readItems(statement);
  const checks: Check[] = [];
  let since = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    if (i > 0 && gap(statement, i).includes('；')) since = i;
    if (item.reached) checks.push(...reachedFrom(statement, items[i - 1], item));
    if (item.figure.unit === '倍' && gap(statement, i) === '的') checks.push(...timesOf(items.slice(since, i), item.figure));
    if (!isChange(item)) continue;
    let to = i + 1;
    while (items[to]?.kind === item.kind && isListed(statement, to)) to++;
    const values = items.slice(Math.max(since, i - MOST_VALUES), i);
    if (!UNCERTAIN.test(text.slice((values[0] ?? item).figure.head.start, item.figure.start))) {
      checks.push(...checksOf(statement, values, items.slice(i, to), itemsBehind(statement, items, to)).map((check) => withoutDirection(statement, check)));
    }
    // A difference and the growth behind it belong to the same two values.
    if (item.kind !== 'difference') since = to;
    i = to - 1;
  }
  return checks;
}

const isChange = ({ kind }: Item): boolean => kind === 'growth' || kind === 'difference' || kind === 'points';

/** Values told only behind the change: 同比上升10%（上年120件）; 增加29件，达到174件. */
function itemsBehind(statement: Statement, items: readonly Item[], from: number): readonly Item[] {
  const found: Item[] = [];
  for (let i = from; i < items.length && i < from + 2; i++) {
    const item = items[i] as Item;
    const between = gap(statement, i);
    const belongs = item.kind === 'base' ? /^[，（(]/u.test(between) : item.kind === 'current' && (item.reached || BEHIND.test(between));
    if (!belongs) break;
    found.push(item);
  }
  return found;
}

/** 由86件增加到74件: the verb and the values say different things. */
function reachedFrom(statement: Statement, base: Item | undefined, item: Item): readonly Check[] {
  if (hasNoDirection(statement, item.figure, item.sign === 1)) return [];
  if (base?.kind !== 'base' || !sameKind(base.figure, item.figure) || item.sign === undefined) return [];
  const [now, then] = [item.figure.quantity, base.figure.quantity];
  if (now.exactness !== 'exact' || then.exactness !== 'exact' || now.value === then.value || Math.sign(now.value - then.value) === item.sign) return [];
  return [{ kind: 'change', stated: item.figure, operands: [{ figure: item.figure, role: 'current' }, { figure: base.figure, role: 'base' }], verdict: 'inconsistent', reason: 'direction' }];
}

function withoutDirection(statement: Statement, check: Check): Check {
  if (check.reason !== 'direction') return check;
  const [now, then] = [operandOf(check, 'current'), operandOf(check, 'base')];
  // The word says the contrary of what the numbers do.
  const rises = now !== undefined && then !== undefined && now.quantity.value < then.quantity.value;
  if (!check.operands.some(({ figure }) => hasNoDirection(statement, figure, rises))) return check;
  return { kind: check.kind, stated: check.stated, operands: [], verdict: 'unchecked' };
}

/** p%、q%: changes of several values side by side. */
const isListed = (statement: Statement, i: number): boolean => /^(?:[、和，]|[、，和及]?[一-龥]{1,4}(?:下降|上升|增长|减少|增加)了?)$/u.test(gap(statement, i));

export function readItems(statement: Statement): readonly Item[] {
  const items: Item[] = [];
  statement.figures.forEach((figure, i) => {
    const between = gap(statement, i);
    const clause = lastClause(between);
    // 同比上年（10553件）: the bracket belongs to the words before it.
    const words = /[（(]$/u.test(between) ? lastClause(between.slice(0, -1)) : clause;
    const previous = items[i - 1];
    items.push(readItem(figure, words, between, previous));
  });
  return items;
}

function readItem(figure: Figure, clause: string, between: string, previous: Item | undefined): Item {
  const year = Number(YEAR.exec(clause)?.[1]) || undefined;
  const make = (kind: Kind, sign?: 1 | -1, subject = clause): Item => ({ figure, kind, sign, subject, year, reached: false });
  // 95件134人; 200件、377人; 3.3%、10.7%
  if (previous && /^[、和]?$/u.test(between)) return { ...previous, figure, year: previous.year, ...(isPercent(figure) === isPercent(previous.figure) ? {} : { kind: 'current' as const }) };
  const reached = TO.exec(clause)?.[0];
  if (reached !== undefined) return { ...make('current', RISES.test(reached) ? 1 : -1), reached: true };
  const verb = UP.exec(clause)?.[0] ?? DOWN.exec(clause)?.[0];
  if (verb !== undefined) {
    const sign = UP.test(clause) ? 1 : -1;
    const subject = clause.slice(0, clause.length - verb.length);
    if (figure.unit === '个百分点') return make('points', sign, subject);
    // How far a time limit was cut is no growth: offices count it in their own ways.
    if (CUT.test(verb) && (isPercent(figure) || figure.unit === '倍')) return make('other');
    return make(isPercent(figure) || figure.unit === '倍' ? 'growth' : 'difference', sign, subject);
  }
  if (isPercent(figure) && /[+＋－-]$/u.test(clause)) return make('growth', /[+＋]$/u.test(clause) ? 1 : -1, clause.slice(0, -1));
  if (FROM.test(clause)) return make('base');
  if (BASE.test(clause)) return make('base');
  return figure.unit === undefined || figure.unit === '倍' ? make('other') : make('current');
}

function checksOf(statement: Statement, before: readonly Item[], changes: readonly Item[], behind: readonly Item[]): readonly Check[] {
  const [change] = changes;
  if (!change) return [];
  if (change.kind === 'growth' && changes.length > 1) return growthsOf(before, changes);
  const namesItself = change.kind === 'difference' && before.length === 0 && behind.length === 2;
  if (!namesItself && !NEUTRAL.test(change.subject) && !BASE.test(change.subject)) return change.kind === 'points' ? pointsOf(statement, before, change) : [];
  const isLevel = ({ kind }: Item): boolean => kind === 'current' || kind === 'base';
  const wanted = change.kind === 'difference' ? change.figure : undefined;
  const levels = pairOf(before.filter(isLevel), wanted) ? before.filter(isLevel) : [...before, ...behind].filter(isLevel);
  if (change.kind === 'points' || (change.kind === 'growth' && levels.some(({ figure }) => isPercent(figure)))) return pointsOf(statement, levels, change);
  const pair = pairOf(levels, wanted);
  if (change.kind === 'difference') return pair ? [differenceOf(change, pair)].flatMap((check) => check ?? []) : [];
  if (pair) return [growthOf(change, pair.current, pair.base.figure.quantity.value, { figure: pair.base.figure, role: 'base' })];
  const differences = before.filter(({ kind }) => kind === 'difference');
  const [current, more] = levels;
  const [difference, another] = differences;
  if (current?.kind !== 'current' || more) return [];
  if (difference && !another && sameKind(current.figure, difference.figure)) {
    if (difference.sign !== change.sign) return [];
    const base = current.figure.quantity.value - (difference.sign ?? 1) * difference.figure.quantity.value;
    return [growthOf(change, current, base, { figure: difference.figure, role: 'difference' })];
  }
  return differences.length === 0 && isExactCount(current.figure) ? feasibility(current, change) : [];
}

/** 960人次，是上年320人次的3倍 */
function timesOf(values: readonly Item[], stated: Figure): readonly Check[] {
  const pair = pairOf(values.slice(-2));
  if (!pair || pair.base !== values[values.length - 1] || ![pair.current.figure, pair.base.figure, stated].every(({ quantity }) => quantity.exactness === 'exact' && quantity.scale === 1)) return [];
  const computed = pair.current.figure.quantity.value / pair.base.figure.quantity.value;
  if (!Number.isFinite(computed)) return [];
  const right = fits(computed, stated.quantity);
  return [
    {
      kind: 'change',
      stated,
      operands: [{ figure: pair.current.figure, role: 'current' }, { figure: pair.base.figure, role: 'base' }],
      computed,
      equation: `${plain(pair.current.figure)}÷${plain(pair.base.figure)}＝${toDecimals(computed, Math.max(2, stated.quantity.decimals))}`,
      verdict: right ? 'consistent' : 'inconsistent',
      ...(right ? {} : { reason: 'value' as const }),
    },
  ];
}

interface Pair {
  readonly current: Item;
  readonly base: Item;
}

/** The one value of now and the one of then; where both only name years, the later is now. */
function pairOf(levels: readonly Item[], like?: Figure): Pair | undefined {
  const kin = like ? levels.filter(({ figure }) => sameKind(figure, like)) : levels;
  // 由a提升至b names its two values itself, whatever stood before.
  const last = kin[kin.length - 1];
  const own = last?.reached === true && kin[kin.length - 2]?.kind === 'base' && kin.filter(({ kind }) => kind === 'base').length === 1;
  if (kin.length < 2 || (kin.length > 2 && !own)) return undefined;
  const [a, b] = kin.slice(-2) as [Item, Item];
  if (!sameKind(a.figure, b.figure)) return undefined;
  if (a.kind === 'base' && b.kind === 'current') return { current: b, base: a };
  if (a.kind === 'current' && b.kind === 'base') return { current: a, base: b };
  if (a.kind === 'current' && b.kind === 'current' && a.year !== undefined && b.year !== undefined && a.year !== b.year) return a.year > b.year ? { current: a, base: b } : { current: b, base: a };
  return undefined;
}

const isFirm = ({ figure: { quantity: { exactness, scale } } }: Item): boolean => exactness === 'exact' && scale === 1;

function growthOf(change: Item, current: Item, base: number, other: Operand): Check {
  const stated = change.figure;
  const now = current.figure.quantity.value;
  const times = stated.unit === '倍';
  const growth = (now - base) / base;
  const computed = Math.abs(growth) * (times ? 1 : 100);
  const { decimals, exactness } = stated.quantity;
  const verdictOf = (verdict: Verdict, reason?: Reason): Check => ({
    kind: 'change',
    stated,
    operands: [{ figure: current.figure, role: 'current' }, other],
    computed,
    equation: `${other.role === 'base' ? `（${gapBetween(current.figure, other.figure)}）÷${plain(other.figure)}` : shareOfBase(current.figure, other.figure, growth)}＝${times ? toDecimals(computed, Math.max(2, decimals)) : percentage(computed, decimals)}`,
    verdict,
    ...(reason === undefined ? {} : { reason }),
  });
  if (!(base > 0) || !Number.isFinite(growth)) return { kind: 'change', stated, operands: [], verdict: 'unchecked' };
  const operands = [current.figure, other.figure];
  if (operands.some(({ quantity }) => quantity.exactness !== 'exact') || (exactness !== 'exact' && exactness !== 'about')) return verdictOf('unchecked');
  if (growth !== 0 && change.sign !== undefined && Math.sign(growth) !== change.sign) return verdictOf('inconsistent', 'direction');
  if (fits(computed, stated.quantity)) return verdictOf('consistent');
  if (operands.some(({ quantity }) => quantity.scale !== 1)) return verdictOf(other.role === 'base' && !isWithinRounding(current.figure, other.figure, stated, times) ? 'doubtful' : 'unchecked', 'value');
  // 由40件增至160件，增长4倍: it is four times as much, and has grown by three.
  return times && fits(now / base, stated.quantity) ? verdictOf('doubtful', 'times') : verdictOf('inconsistent', 'value');
}

/** The larger less the smaller. */
const gapBetween = (a: Figure, b: Figure, unit = ''): string => (a.quantity.value >= b.quantity.value ? [a, b] : [b, a]).map((figure) => `${plain(figure)}${unit}`).join('－');

/** 167÷（1803－167）: the base is what there was before. */
const shareOfBase = (current: Figure, difference: Figure, growth: number): string =>
  `${plain(difference)}÷（${plain(current)}${growth < 0 ? '＋' : '－'}${plain(difference)}）`;

/** Whether some values that round to the printed ones have the stated growth. */
function isWithinRounding(current: Figure, base: Figure, stated: Figure, times: boolean): boolean {
  const [lowNow, highNow] = interval(current.quantity);
  const [lowThen, highThen] = interval(base.quantity);
  const bounds = [lowNow / highThen - 1, highNow / lowThen - 1].map((growth) => Math.abs(growth) * (times ? 1 : 100));
  const unit = 10 ** -stated.quantity.decimals;
  return Math.min(...bounds) - unit < stated.quantity.value && stated.quantity.value < Math.max(...bounds) + unit;
}

/** Two values and the count between them. */
function differenceOf(change: Item, { current, base }: Pair): Check | undefined {
  const now = current.figure;
  const then = base.figure;
  if (!isFirm(current) || !isFirm(base) || !isFirm(change)) return undefined;
  const computed = now.quantity.value - then.quantity.value;
  const decimals = Math.max(now.quantity.decimals, then.quantity.decimals, change.figure.quantity.decimals);
  const right = Math.abs(Math.abs(computed) - change.figure.quantity.value) < 10 ** -decimals / 2;
  const sameWay = computed === 0 || Math.sign(computed) === change.sign;
  return {
    kind: 'difference',
    stated: change.figure,
    operands: [{ figure: now, role: 'current' }, { figure: then, role: 'base' }],
    computed: Math.abs(computed),
    equation: `${gapBetween(now, then)}＝${toDecimals(Math.abs(computed), decimals)}`,
    verdict: right && sameWay ? 'consistent' : 'inconsistent',
    ...(right && sameWay ? {} : { reason: sameWay ? ('value' as const) : ('direction' as const) }),
  };
}

/** 95件134人，去年同期200件377人，分别下降p、q: by place. */
function growthsOf(values: readonly Item[], changes: readonly Item[]): readonly Check[] {
  const current = values.filter(({ kind }) => kind === 'current');
  const base = values.filter(({ kind }) => kind === 'base');
  if (current.length !== changes.length || base.length !== changes.length || current.length + base.length !== values.length) return [];
  if (current.some(({ figure }, k) => isPercent(figure) || !sameKind(figure, (base[k] as Item).figure))) return [];
  return changes.map((change, k) => {
    const then = (base[k] as Item).figure;
    return growthOf(change, current[k] as Item, then.quantity.value, { figure: then, role: 'base' });
  });
}

/** Counts above this have some whole number for almost any growth. */
const LARGEST_FEASIBLE = 1000;
const LARGEST_IN_WHOLE_PERCENT = 100;

/** The base is not printed: is there a whole number that it could have been? */
function feasibility(current: Item, change: Item): readonly Check[] {
  const { value, decimals, exactness } = change.figure.quantity;
  const now = current.figure.quantity.value;
  if (change.figure.unit === '倍' || now > (decimals === 0 ? LARGEST_IN_WHOLE_PERCENT : LARGEST_FEASIBLE) || now < 1 || exactness !== 'exact' || change.sign === undefined || (change.sign < 0 && value >= 100)) return [];
  const near = now / (1 + (change.sign * value) / 100);
  const could = [Math.floor(near), Math.ceil(near)].some((base) => base > 0 && fits((Math.abs(now - base) / base) * 100, change.figure.quantity));
  return could ? [] : [{ kind: 'change', stated: change.figure, operands: [{ figure: current.figure, role: 'current' }], verdict: 'doubtful', reason: 'no-integer' }];
}

/** The rate that moves may be named this far before. */
const SUBJECT_REACH = 120;

/** Two rates and how far they lie apart; said in per cent, it is a growth or a slip. */
function pointsOf(statement: Statement, values: readonly Item[], change: Item): readonly Check[] {
  const levels = values.filter(({ kind }) => kind === 'current' || kind === 'base');
  if (change.kind === 'points' && levels.length > 0 && levels.every(({ figure }) => !isPercent(figure))) {
    const { text, start } = statement;
    const before = text.slice(Math.min(start, Math.max(0, change.figure.start - SUBJECT_REACH)), change.figure.start);
    if (SUBJECT.test(before) || values.some(({ kind }) => kind === 'growth' || kind === 'points')) return [];
    const last = levels[levels.length - 1] as Item;
    return [{ kind: 'points', stated: change.figure, operands: [{ figure: last.figure, role: 'current' }], verdict: 'inconsistent', reason: 'points' }];
  }
  const rates = levels.filter(({ figure }) => isPercent(figure));
  const [only] = rates;
  if (change.kind === 'growth' && only && rates.length === 1 && levels.length === 1 && only.kind === 'current' && RATE.test(only.subject) && NEUTRAL.test(change.subject)) {
    return [{ kind: 'points', stated: change.figure, operands: [{ figure: only.figure, role: 'current' }], verdict: 'doubtful', reason: 'per cent of a rate' }];
  }
  const pair = pairOf(rates);
  if (!pair || !NEUTRAL.test(change.subject)) return [];
  const p = pair.current.figure.quantity;
  const q = pair.base.figure.quantity;
  if (p.exactness !== 'exact' || q.exactness !== 'exact' || change.figure.quantity.exactness !== 'exact') return [];
  const computed = p.value - q.value;
  const decimals = Math.max(p.decimals, q.decimals, change.figure.quantity.decimals);
  const unit = 10 ** -Math.min(p.decimals, q.decimals, change.figure.quantity.decimals);
  const differs = (value: number): boolean => Math.abs(value - change.figure.quantity.value) >= unit - 1e-9;
  const verdictOf = (verdict: Verdict, reason?: Reason): readonly Check[] => [
    {
      kind: 'points',
      stated: change.figure,
      operands: [{ figure: pair.current.figure, role: 'current' }, { figure: pair.base.figure, role: 'base' }],
      computed: Math.abs(computed),
      equation: `${gapBetween(pair.current.figure, pair.base.figure, '%')}＝${toDecimals(Math.abs(computed), decimals)}个百分点`,
      verdict,
      ...(reason === undefined ? {} : { reason }),
    },
  ];
  if (computed !== 0 && change.sign !== undefined && Math.sign(computed) !== change.sign) return verdictOf('inconsistent', 'direction');
  if (change.kind === 'points') return differs(Math.abs(computed)) ? verdictOf('inconsistent', 'value') : verdictOf('consistent');
  // What is exactly the growth may be meant as growth; what is exactly the difference is the difference.
  const { value, decimals: places } = change.figure.quantity;
  if (q.value <= 0 || toDecimals(Math.abs(computed / q.value) * 100, places) === toDecimals(value, places)) return [];
  return differs(Math.abs(computed)) ? verdictOf('doubtful', 'value') : verdictOf('inconsistent', 'points');
}
