// Whether parts give their total: T件，其中A a件、B b件；T件：…；a件、b件，合计T件. An open list may fall short of its total,
// never exceed it; a closed one must give it. Works on logical text. Must not phrase messages.

import {
  CARRIED_OVER, CLOSES_LIST, CLOSES_TOTAL, COMBINED_PARTS, ENDS_OPEN, FROM_LAST_YEAR, HELD_TOGETHER, INNER_LIST, LED_BY, LISTED_TOTAL, LIST_LEAD, NEXT_PART, OPENS_PARTS, OVERLAPPING, PERIOD_LEAD, RECEIVED_ANEW, RESULT_VERBS, RESUMES_PARTS, SHARE_COMPANION, TO_NEXT_YEAR, TOTAL_NEUTRAL, TOTAL_NOUN, TWO_HALVES, UNCERTAIN_PARTS,
} from '../domain/relations.ts';
import { addition, isPercent, plain, sameKind, type Check, type Reason, type Verdict } from './check.ts';
import { sharedRun } from '../text/shared.ts';
import type { Figure } from './figure.ts';
import { behind, gap, isCompanion, lastClause, type Statement } from './statement.ts';

const OPENER = new RegExp(OPENS_PARTS, 'u');
const NEXT = new RegExp(NEXT_PART, 'u');
const COMPANION = new RegExp(SHARE_COMPANION, 'u');
const INNER = new RegExp(INNER_LIST, 'u');
const CLOSES = new RegExp(CLOSES_LIST, 'u');
const OPEN_END = new RegExp(ENDS_OPEN, 'u');
const CARRIED = new RegExp(CARRIED_OVER, 'u');
const UNCERTAIN = new RegExp(UNCERTAIN_PARTS, 'u');
const OVERLAPS = new RegExp(OVERLAPPING, 'u');
const RESULT = new RegExp(RESULT_VERBS, 'u');
const LISTED = new RegExp(LISTED_TOTAL, 'u');
const RESUMED = new RegExp(RESUMES_PARTS, 'u');
const RECEIVED = new RegExp(RECEIVED_ANEW, 'u');
const CARRIED_IN = new RegExp(FROM_LAST_YEAR, 'u');
const CARRIED_ON = new RegExp(TO_NEXT_YEAR, 'u');
const HALVES = new RegExp(TWO_HALVES, 'u');
const TOTAL = new RegExp(CLOSES_TOTAL, 'u');
const TOGETHER = new RegExp(HELD_TOGETHER, 'u');
const COMBINED = new RegExp(COMBINED_PARTS, 'u');
const IS_LED = new RegExp(LED_BY, 'u');
const PERIOD = new RegExp(PERIOD_LEAD, 'u');
const LEAD = new RegExp(LIST_LEAD, 'u');
const NOUN = new RegExp(TOTAL_NOUN, 'u');
const NEUTRAL = new RegExp(TOTAL_NEUTRAL, 'gu');

/** Cheap questions before the dear ones. */
const MAY_OPEN = /[:：（(中别括]/u;
const MAY_CLOSE = /[共计总]/u;

interface Part {
  readonly figure: Figure;
  readonly label: string;
  /** Whether its share stands behind it. */
  shared?: true;
}

interface List {
  readonly total: Figure;
  readonly parts: readonly Part[];
  /** 其他 is its last part: nothing is left out. */
  readonly closed: boolean;
  /** 共T件：…: the list says that it is the whole. */
  readonly whole: boolean;
  /** 等 ends it, or it holds a list of its own: nothing can be said of what is missing. */
  readonly open: boolean;
  /** Its parts stand between commas, as what follows the list would. */
  readonly loose: boolean;
}

/** `before` is the passage before: a list may begin with 其中 of its own. */
export function checkSums(statement: Statement, before?: Statement): readonly Check[] {
  const { figures, text, start, end } = statement;
  if (CARRIED.test(text.slice(start, end))) return balanceOf(statement);
  if (TOGETHER.test(text.slice(start, end))) return [];
  const checks: Check[] = [];
  for (let i = 0; i < figures.length; i++) {
    const total = figures[i] as Figure;
    if (isPercent(total) || total.unit === undefined) continue;
    const list = listBehind(statement, i, total);
    const check = judged(list) ?? totalOf(statement, i, total);
    if (check) checks.push(check);
  }
  const resumed = before && judged(listOfPassageBefore(statement, before));
  return resumed ? [resumed, ...checks] : checks;
}

/** 全年开展活动31场。其中，进机关4场、…: the only count of its kind in the passage before is the total. */
function listOfPassageBefore(statement: Statement, { figures, text, start, end }: Statement): List | undefined {
  const [first] = statement.figures;
  const opener = RESUMED.exec(gap(statement, 0))?.groups as Readonly<Record<string, string>> | undefined;
  if (!opener || !first || CARRIED.test(text.slice(start, end))) return undefined;
  const totals = figures.filter((figure) => sameKind(figure, first));
  const [total] = totals;
  return total && totals.length === 1 ? readList(statement, 0, total, opener, statement.end, false) : undefined;
}

/** 新收N件，上年结转K件，…，结转下年L件: what came in and what was there equals what went out and what is left. */
function balanceOf(statement: Statement): readonly Check[] {
  const counts = statement.figures.map((figure, i) => ({ figure, words: lastClause(gap(statement, i)) })).filter(({ figure }) => !isPercent(figure));
  const received = counts.findIndex(({ words }) => RECEIVED.test(words));
  const carriedIn = counts.findIndex(({ words }) => CARRIED_IN.test(words));
  const carriedOn = counts.findIndex(({ words }) => CARRIED_ON.test(words));
  const [a, b, z] = [counts[received], counts[carriedIn], counts[carriedOn]];
  if (!a || !b || !z || carriedOn !== counts.length - 1 || Math.max(received, carriedIn) !== 1) return [];
  const out = counts.slice(2);
  if (out.length < 2 || ![b, ...out].every(({ figure }) => sameKind(figure, a.figure)) || out.some(({ words }) => INNER.test(words))) return [];
  const all = [a, b, ...out].map(({ figure }) => figure);
  if (all.some(({ quantity }) => quantity.exactness !== 'exact' || quantity.scale !== 1)) return [];
  const sum = out.reduce((total, { figure }) => total + valueOf(figure), 0);
  const whole = valueOf(a.figure) + valueOf(b.figure);
  const equal = sum === whole;
  if (!equal && !isNear(Math.abs(sum - whole), whole)) return [];
  return [
    {
      kind: 'sum',
      stated: a.figure,
      operands: [{ figure: b.figure, role: 'total' }, ...out.map(({ figure }) => ({ figure, role: 'part' as const }))],
      verdict: equal ? 'consistent' : 'doubtful',
      computed: sum,
      equation: `${plain(a.figure)}＋${plain(b.figure)}＝${whole}，${addition(out.map(({ figure }) => figure), sum)}`,
      ...(equal ? {} : { reason: 'balance' as const }),
    },
  ];
}

const judged = (list: List | undefined): Check | undefined => list && judge(list);

/** The parts that a total announces. */
function listBehind(statement: Statement, index: number, total: Figure): List | undefined {
  const { figures, text } = statement;
  let from = index + 1;
  while (isCompanion(statement, from)) from++; // 97件134人，其中
  const between = from < figures.length ? gap(statement, from) : '';
  if (!MAY_OPEN.test(between)) return undefined;
  const opener = OPENER.exec(between)?.groups as Readonly<Record<string, string>> | undefined;
  if (!opener) return undefined;
  const bracket = opener['bracket'] !== undefined;
  const limit = bracket ? closingBracket(text, text.indexOf('（', (figures[from - 1] as Figure).end)) : statement.end;
  return readList(statement, from, total, opener, limit, bracket);
}

/** The parts from figure `from` up to `limit`, a flow offset. */
function readList(statement: Statement, from: number, total: Figure, opener: Readonly<Record<string, string>>, limit: number, bracket: boolean): List | undefined {
  const { figures, text } = statement;
  const parts: Part[] = [];
  let separator: string | undefined;
  let open = false;
  let last = from - 1;
  for (let i = from; i < figures.length; i++) {
    const figure = figures[i] as Figure;
    if (figure.start >= limit) break;
    const words = i === from ? (opener['label'] ?? '') : gap(statement, i);
    if (isPercent(figure)) {
      if (!COMPANION.test(words)) break;
      const owner = parts[parts.length - 1];
      if (owner) owner.shared = true;
      last = i;
      continue;
    }
    if (isCompanion(statement, i)) {
      last = i;
      continue;
    }
    const next = i === from ? { separator: undefined, label: words } : nextPart(words);
    if (!next || !sameKind(figure, total)) break;
    if (i > from) {
      separator ??= next.separator;
      const switches = separator === '、' && /[，；]/u.test(next.separator ?? '') && !CLOSES.test(next.label);
      if (switches && parts.length > 1) break;
    }
    if (INNER.test(next.label)) {
      open = true;
      break;
    }
    if (parts.length > 0 && RESULT.test(next.label) && !RESULT.test(parts[0]?.label ?? '')) break;
    parts.push({ figure, label: next.label });
    last = i;
  }
  const end = parts[parts.length - 1];
  // Where every part has its share, a count without one is no part.
  if (end && parts.length > 2 && !end.shared && !CLOSES.test(end.label) && parts.slice(0, -1).every(({ shared }) => shared)) parts.pop();
  if (parts.length === 0) return undefined;
  const tail = behind(statement, last);
  const head = lastClause(text.slice(statement.start, total.start));
  return {
    total,
    parts,
    closed: CLOSES.test(parts[parts.length - 1]?.label ?? '') || (parts.length === 2 && HALVES.test(parts.map(({ label }) => label).join('、'))),
    whole: opener['listed'] !== undefined && LISTED.test(head),
    loose: separator !== '、',
    open: open || OPEN_END.test(tail) || (bracket && (figures[last + 1]?.start ?? limit) < limit),
  };
}

function nextPart(words: string): { separator: string; label: string } | undefined {
  const groups = NEXT.exec(words)?.groups;
  return groups && { separator: groups['separator'] ?? '', label: groups['label'] ?? '' };
}

/** A list in brackets is not longer. */
const LONGEST_BRACKET = 600;

function closingBracket(text: string, opened: number): number {
  let depth = 0;
  const end = Math.min(text.length, opened + LONGEST_BRACKET);
  for (let i = opened; i < end; i++) {
    if (text[i] === '（') depth++;
    else if (text[i] === '）' && --depth === 0) return i;
  }
  return end;
}

const valueOf = ({ quantity }: Figure): number => quantity.value;
const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { figure }) => sum + valueOf(figure), 0);

/** What rounding may add up to: half a unit of the last printed place for every number. */
function slackOf(total: Figure, parts: readonly Part[]): number {
  const units = [total, ...parts.map(({ figure }) => figure)].map(({ quantity: { scale, decimals } }) => (scale === 1 && decimals === 0 ? 0 : scale * 10 ** -decimals));
  // Rounding seldom adds up: one unit is a matter of course, two are not.
  return Math.min(units.reduce((sum, unit) => sum + unit / 2, 0), Math.max(...units) * 1.5) + 1e-6;
}

const allExact = (total: Figure, parts: readonly Part[]): boolean =>
  total.quantity.exactness === 'exact' && parts.every(({ figure: { quantity } }) => quantity.exactness === 'exact' && quantity.scale === total.quantity.scale);

function found(total: Figure, parts: readonly Part[], verdict: Verdict, reason?: Reason): Check {
  const sum = sumOf(parts);
  return {
    kind: 'sum',
    stated: total,
    operands: parts.map(({ figure }) => ({ figure, role: 'part' })),
    verdict,
    computed: sum,
    equation: addition(parts.map(({ figure }) => figure), sum),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Sums far off mean that another total was meant. */
const isNear = (difference: number, total: number, share = 0.1): boolean => difference <= total * share || (difference <= 3 && difference <= total * 0.25);
const isWithin = (difference: number, total: number, share: number): boolean => difference <= total * share;

/** An open list that falls short by this little has most likely lost a case. */
const isTiny = (difference: number, total: number): boolean => difference <= Math.max(1, total * 0.01) && difference < total * 0.1;

function judge({ total, parts, closed, whole, open, loose }: List): Check | undefined {
  if (!allExact(total, parts)) return undefined;
  const value = valueOf(total);
  const slack = slackOf(total, parts);
  for (let n = parts.length; n >= (loose ? 2 : parts.length) && n >= 2; n--) {
    if (Math.abs(sumOf(parts.slice(0, n)) - value) <= slack) return found(total, parts.slice(0, n), 'consistent');
  }
  const difference = sumOf(parts) - value;
  const labels = parts.map(({ label }) => label).join('、');
  if (difference > slack) {
    if (UNCERTAIN.test(labels) || ((OVERLAPS.test(labels) || COMBINED.test(labels)) && !closed)) return undefined;
    if (parts.length === 1) return undefined;
    if (closed ? !isWithin(difference, value, 0.5) : !isNear(difference, value, loose ? 0.05 : 0.1)) return undefined;
    return found(total, parts, open ? 'doubtful' : 'inconsistent', closed ? 'sum' : 'over');
  }
  if (open || parts.length < 2 || UNCERTAIN.test(labels)) return undefined;
  if (closed && isWithin(-difference, value, 0.5)) return found(total, parts, 'inconsistent', 'sum');
  if (whole && isNear(-difference, value)) return found(total, parts, 'inconsistent', 'sum');
  return parts.length > 2 && isTiny(-difference, value) ? found(total, parts, 'doubtful', 'short') : undefined;
}

/** Fewer parts than this and no 共 before the total: two numbers may stand side by side for any reason. */
const FEWEST_WITHOUT_WORD = 3;

/** The total that closes a list: a件、b件，合计T件. */
function totalOf(statement: Statement, index: number, total: Figure): Check | undefined {
  const { figures, text } = statement;
  const before = gap(statement, index);
  const words = MAY_CLOSE.test(before) ? TOTAL.exec(before)?.groups : undefined;
  if (!words) return undefined;
  const parts: Part[] = [];
  let i = index - 1;
  for (; i >= 0; i--) {
    const figure = figures[i] as Figure;
    if (isCompanion(statement, i)) continue;
    if (isPercent(figure)) {
      if (!COMPANION.test(gap(statement, i))) break;
      continue;
    }
    if (!sameKind(figure, total)) break;
    const next = nextPart(gap(statement, i));
    const label = next?.label ?? lastClause(gap(statement, i)).replace(LEAD, '');
    if (INNER.test(label)) return undefined;
    parts.unshift({ figure, label });
    if (!next || next.separator === '；') break;
  }
  const labels = parts.map(({ label }) => label).join('、').replace(PERIOD, '');
  const named = words['named'] !== undefined;
  if (parts.length < (named ? FEWEST_WITHOUT_WORD : 2) || !allExact(total, parts) || UNCERTAIN.test(labels)) return undefined;
  const closed = CLOSES.test(parts[parts.length - 1]?.label ?? '');
  if (OVERLAPS.test(labels) && !closed) return undefined;
  const value = valueOf(total);
  const slack = slackOf(total, parts);
  for (let n = 0; n + 2 <= parts.length; n++) {
    if (Math.abs(sumOf(parts.slice(n)) - value) <= slack) return found(total, parts.slice(n), 'consistent');
  }
  // What the total counts must be what the list counts: 投诉10件、举报5件，共办结14件 is another matter.
  const list = text.slice(parts[0]?.figure.head.start ?? 0, total.head.start);
  const own = `${words['before'] ?? ''}${words['label'] ?? ''}`.replace(NEUTRAL, '');
  if (own !== '' && !isMadeOf(own, list) && !NOUN.test(own)) return undefined;
  const difference = Math.abs(sumOf(parts) - value);
  if (IS_LED.test(text.slice(statement.start, total.start))) return undefined;
  const near = closed ? isWithin(difference, value, 0.5) : named ? isWithin(difference, value, 0.05) : isNear(difference, value);
  // Of persons one or two may lead the others and not be counted with them.
  const isLed = total.counts === 'person' && value > sumOf(parts) && difference <= MOST_LEADERS;
  return near ? found(total, parts, isLed ? 'doubtful' : 'inconsistent', 'sum') : undefined;
}

const MOST_LEADERS = 2;

/** Whether a text consists of words of another, in pieces of two characters or more. */
function isMadeOf(text: string, other: string): boolean {
  for (let i = 0; i < text.length; ) {
    const length = sharedRun(text, i, other);
    if (length < 2) return false;
    i += length;
  }
  return true;
}
