// What a passage claims about the year before, where that year's values are not printed or only named: growth, a difference,
// points, the value it had. Works on logical text. Must not know other reports, nor judge a claim.

import { AGAINST_LAST_YEAR, BASE_WORDS } from '../domain/past.ts';
import { CHANGE_DOWN, CHANGE_NEUTRAL, CHANGE_UNCERTAIN, CHANGE_UP } from '../domain/relations.ts';
import { readItems, type Item } from './changes.ts';
import { interval, isPercent, sameKind } from './check.ts';
import type { Figure, Quantity } from './figure.ts';
import { gap, type Statement } from './statement.ts';

export interface Claim {
  readonly kind: 'growth' | 'difference' | 'points' | 'base';
  readonly stated: Figure;
  /** Upwards or downwards, where the words say it; a base has none. */
  readonly sign: 1 | -1 | undefined;
  /** The values it may speak of, the nearest last. */
  readonly of: readonly [Figure, ...Figure[]];
}

const NEUTRAL = new RegExp(CHANGE_NEUTRAL, 'u');
const VERB = new RegExp(`(?:${CHANGE_UP})|(?:${CHANGE_DOWN})`, 'u');
const UNCERTAIN = new RegExp(CHANGE_UNCERTAIN, 'u');
const GOES_ON = /^[，、]?(?:同比)?$/u;

/** In order; `year` is the year the passage reports on. */
export function claimsOf(statement: Statement, year: number): readonly Claim[] {
  const { text } = statement;
  if (!text.slice(statement.start, statement.end).match(AGAINST)) return NONE;
  const against = forYear(year).against;
  const items = readItems(statement);
  const claims: Claim[] = [];
  let levels: Figure[] = [];
  let last: Claim | undefined;
  items.forEach((item, i) => {
    const between = gap(statement, i);
    if (between.includes('；')) levels = [];
    const before: Claim | undefined = last;
    last = undefined;
    if (item.kind === 'current') {
      // Behind a change begins what has nothing to do with it.
      if (before || (i > 0 && items[i - 1]?.kind !== 'current')) levels = [];
      levels.push(item.figure);
      return;
    }
    const [first, ...rest] = levels.filter((level) => suits(item, level));
    if (!first || items[i + 1]?.kind === item.kind) return;
    const of = [first, ...rest] as const;
    if (UNCERTAIN.test(text.slice(first.head.start, item.figure.start))) return;
    if (item.kind === 'base') {
      if (isBase(between, text.slice(first.head.start, first.start), year)) claims.push((last = { kind: 'base', stated: item.figure, sign: undefined, of }));
      return;
    }
    if (item.kind !== 'growth' && item.kind !== 'difference' && item.kind !== 'points') return;
    const words = between.replace(VERB, '').replace(/^[（(]/u, '');
    const isOne = against.test(between) && NEUTRAL.test(words.replaceAll('、', '，'));
    if (isOne && !hasBaseBehind(items, i)) claims.push((last = { kind: item.kind, stated: item.figure, sign: item.sign, of }));
    else if (before && before.kind !== 'base' && GOES_ON.test(words)) claims.push((last = { kind: item.kind, stated: item.figure, sign: item.sign, of: before.of }));
  });
  return claims;
}

/** Points are between rates, differences between counts of one kind. */
const suits = ({ kind, figure }: Item, level: Figure): boolean => (kind === 'points' ? isPercent(level) : kind === 'growth' || sameKind(level, figure));

const NONE: readonly Claim[] = [];
const AGAINST = /[上去]年|同期|同比|[0-9]{4}年/u;

interface ForYear {
  readonly against: RegExp;
  readonly base: RegExp;
}

const compiled = new Map<number, ForYear>();

function forYear(year: number): ForYear {
  let found = compiled.get(year);
  if (!found) {
    const last = String(year - 1);
    compiled.set(year, (found = { against: new RegExp(AGAINST_LAST_YEAR.replaceAll('{last}', last), 'u'), base: new RegExp(BASE_WORDS.replaceAll('{last}', last), 'gu') }));
  }
  return found;
}

/** 同比上升10%（上年120件）: the text brings the base itself. */
const hasBaseBehind = (items: readonly Item[], i: number): boolean => items.slice(0, i + 2).some(({ kind }) => kind === 'base');

/** Nothing but the year and words for having, or what the value itself is called: （上年100件）, 比去年调解的100件. */
function isBase(between: string, head: string, year: number): boolean {
  const rest = between.replace(/^[，（(]/u, '').replace(forYear(year).base, '');
  return /[上去]年|同期|[0-9]{4}年/u.test(between) && !/[，、。；]/u.test(rest) && (rest === '' || head.includes(rest));
}

/** Whether a claim can be true of a value now and the one then; undefined where nothing can be said. */
export function canHold({ kind, stated, sign }: Claim, now: Figure, then: Figure): boolean | undefined {
  const [lowNow, highNow] = interval(now.quantity);
  const [lowThen, highThen] = interval(then.quantity);
  const { quantity } = stated;
  if (kind === 'base') return sameKind(stated, then) ? meets(interval(quantity), [lowThen, highThen]) : undefined;
  if (kind === 'points' || kind === 'difference') {
    if (kind === 'points' ? !isPercent(now) || !isPercent(then) : !sameKind(stated, now)) return undefined;
    const places = Math.min(quantity.decimals, now.quantity.decimals, then.quantity.decimals);
    const slack = kind === 'points' ? 10 ** -places : 0;
    return meets(signed(quantity, sign, slack), [lowNow - highThen, highNow - lowThen]);
  }
  // A rate that rises by per cent may mean either; where there was nothing, nothing grows.
  if (isPercent(now) || lowThen <= 0) return undefined;
  const times = stated.unit === '倍';
  const scale = times ? 1 : 100;
  const growth = [(lowNow / highThen - 1) * scale, (highNow / lowThen - 1) * scale] as const;
  const slack = 10 ** -quantity.decimals * (times ? 0.5 : 1) + (quantity.exactness === 'about' ? Math.max(0.5, quantity.value * 0.02) : 0);
  return meets(signed(quantity, sign, slack), growth) || (times && meets(signed(quantity, sign, slack), [growth[0] + 1, growth[1] + 1]));
}

type Bounds = readonly [low: number, high: number];

const meets = ([a, b]: Bounds, [c, d]: Bounds): boolean => a <= d + 1e-9 && c <= b + 1e-9;

/** What the number may stand for, below zero where it says that something fell. */
function signed(quantity: Quantity, sign: 1 | -1 | undefined, slack: number): Bounds {
  const [low, high] = interval(quantity);
  const most = quantity.exactness === 'at-least' ? Infinity : high + slack;
  const least = quantity.exactness === 'at-most' ? 0 : low - slack;
  return sign === -1 ? [-most, -least] : [least, most];
}
