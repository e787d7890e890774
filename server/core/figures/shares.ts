// Whether a share follows from its part and its whole: a件，占b件的p%; T件，其中a件，占p%; columns of shares on one base.
// Works on logical text. Must not phrase messages.

import { OPENS_PARTS, REQUIREMENT, SHARE_AFTER, SHARE_BARE, SHARE_OF, SHARES_FIRST, SHARES_LAST, UNCERTAIN_PARTS } from '../domain/relations.ts';
import { fits, isExactCount, isPercent, percentOf, quotient, sameKind, type Check, type Reason, type Verdict } from './check.ts';
import type { Figure, Quantity } from './figure.ts';
import { behind, gap, lastClause, type Statement } from './statement.ts';

const OPENER = new RegExp(OPENS_PARTS, 'u');
const OF = new RegExp(SHARE_OF, 'u');
const BARE = new RegExp(SHARE_BARE, 'u');
const AFTER = new RegExp(SHARE_AFTER, 'u');
const LAST = new RegExp(SHARES_LAST, 'u');
const FIRST = new RegExp(SHARES_FIRST, 'u');
const REQUIRED = new RegExp(REQUIREMENT, 'u');
const UNCERTAIN = new RegExp(UNCERTAIN_PARTS, 'u');

/** Longer columns are tables run together. */
const MOST_SHARES = 40;
const MOST_FIGURES = 200;

/** A part and what it is said to be of the whole. */
interface Share {
  readonly part: Figure;
  readonly share: Figure;
  /** Index of the part. */
  readonly index: number;
}

export function checkShares(statement: Statement): readonly Check[] {
  const { figures, text, start, end } = statement;
  if (!figures.some(isPercent) || !text.slice(start, end).includes('占') || REQUIRED.test(text.slice(start, end))) return [];
  return [...ofNamedBase(statement), ...ofColumn(statement), ...sharesFirst(statement), ...sharesLast(statement)];
}

const judged = (share: Figure, part: Figure, base: Figure, verdict: Verdict, reason?: Reason): Check => quotient('share', share, part, base, verdict, reason);

const isShareOf = (part: Figure, base: Figure, { quantity }: Figure): boolean =>
  base.quantity.value > 0 && fits(percentOf(part, base), quantity);

const isFirm = ({ quantity: { exactness } }: Figure): boolean => exactness === 'exact' || exactness === 'about';

/** 15475件，占投诉27723件的55.5%: part and base stand beside the share. */
function ofNamedBase(statement: Statement): readonly Check[] {
  const { figures } = statement;
  return figures.flatMap((share, i): Check[] => {
    const base = figures[i - 1];
    if (!base || !isPercent(share) || isPercent(base) || !OF.test(gap(statement, i)) || !lastClause(gap(statement, i - 1)).includes('占')) return [];
    if (!isExactCount(base) || !isFirm(share)) return [];
    const part = figures[i - 2];
    const besides = gap(statement, i - 1);
    if (part && sameKind(part, base) && isExactCount(part) && /^[^，、。；]{0,8}，占/u.test(besides) && !besides.slice(1).includes('，') && !followsList(statement, i - 2)) {
      return [isShareOf(part, base, share) ? judged(share, part, base, 'consistent') : judged(share, part, base, 'inconsistent', 'value')];
    }
    if (part && !isPercent(part) && sameKind(part, base)) return [];
    return wholeNumberFits(base.quantity.value, share.quantity) ? [] : [{ kind: 'share', stated: share, operands: [{ figure: base, role: 'denominator' }], verdict: 'doubtful', reason: 'no-integer' }];
  });
}

/** Whether some whole number of `base` gives the printed share. */
function wholeNumberFits(base: number, { value, decimals }: Quantity): boolean {
  if (decimals === 0 || base > 10 ** decimals * 50) return true;
  const near = (value / 100) * base;
  return [Math.floor(near), Math.ceil(near)].some((count) => fits((count / base) * 100, { value, decimals, exactness: 'exact', scale: 1 }));
}

/** Whether the figure is one of a list without shares of its own: then the share may be that of the whole list. */
function followsList(statement: Statement, i: number): boolean {
  const before = statement.figures[i - 1];
  return before !== undefined && !isPercent(before) && sameKind(before, statement.figures[i] as Figure) && /^[^，。；：]{0,8}[、和及与]/u.test(gap(statement, i));
}

/** Parts each followed by a share on a base that is not named. */
function sharesOf(statement: Statement): readonly Share[] {
  const { figures } = statement;
  return figures.flatMap((share, i): Share[] => {
    const part = figures[i - 1];
    if (!part || !isPercent(share) || isPercent(part) || !BARE.test(gap(statement, i)) || !isFirm(share) || !isExactCount(part) || followsList(statement, i - 1)) return [];
    return AFTER.test(behind(statement, i)) ? [{ part, share, index: i - 1 }] : [];
  });
}

function ofColumn(statement: Statement): readonly Check[] {
  const { figures, text, start, end } = statement;
  const shares = sharesOf(statement);
  const [first] = shares;
  if (!first || shares.length > MOST_SHARES || figures.length > MOST_FIGURES || shares.some(({ part }) => !sameKind(part, first.part)) || UNCERTAIN.test(text.slice(start, end))) return [];
  const total = totalBefore(statement, first.index);
  const counts = figures.filter((f) => !isPercent(f) && sameKind(f, first.part) && isExactCount(f));
  if (total) {
    const wrong = shares.filter(({ part, share }) => !isShareOf(part, total, share));
    const all = (verdict: Verdict, of: Figure): Check[] => shares.map(({ part, share }) => judged(share, part, of, verdict));
    if (wrong.length === 0) return all('consistent', total);
    const other = shares.length > 1 ? counts.find((base) => shares.every(({ part, share }) => isShareOf(part, base, share))) : undefined;
    if (other) return all('consistent', other);
    const common = shares.length > 1 && wrong.length === shares.length && haveCommonBase(shares);
    return shares.map(({ part, share }, k): Check => {
      if (!wrong.some((w) => w.share === share)) return judged(share, part, total, 'consistent');
      const explained = counts.some((base) => base !== total && base !== part && isShareOf(part, base, share));
      return judged(share, part, total, explained || (common && k > 0) ? 'unchecked' : 'inconsistent', common ? 'other-base' : 'value');
    });
  }
  return shares.length < 3 ? [] : majority(shares, counts);
}

/** T of T件，其中a件: the nearest one of the part's kind that announces parts. */
function totalBefore(statement: Statement, index: number): Figure | undefined {
  const { figures } = statement;
  const part = figures[index] as Figure;
  const total = figures[index - 1];
  if (!total || !sameKind(total, part) || !isExactCount(total) || total.quantity.value < part.quantity.value) return undefined;
  const opener = OPENER.exec(gap(statement, index));
  return opener && opener.groups?.['listed'] === undefined ? total : undefined;
}

/** Whether one base, whatever it is, gives all shares. */
function haveCommonBase(shares: readonly Share[]): boolean {
  const bounds = shares.map(({ part: { quantity: { value } }, share: { quantity: s } }) => {
    const half = 10 ** -s.decimals / 2;
    return [(value / (s.value + half)) * 100, (value / Math.max(1e-9, s.value - half)) * 100] as const;
  });
  return Math.max(...bounds.map(([low]) => low)) <= Math.min(...bounds.map(([, high]) => high));
}

/** A column without a total of its own: the base that fits all but one share shows which one is wrong. */
function majority(shares: readonly Share[], counts: readonly Figure[]): readonly Check[] {
  const sum = shares.reduce((all, { part }) => all + part.quantity.value, 0);
  const own = shares[0]?.part as Figure;
  const bases = [...counts, { ...own, quantity: { ...own.quantity, value: sum } }];
  const wrongOn = (base: Figure): readonly Share[] => shares.filter(({ part, share }) => !isShareOf(part, base, share));
  const fitting = bases.find((base) => wrongOn(base).length === 0);
  if (fitting) return shares.map(({ part, share }) => judged(share, part, fitting, 'consistent'));
  const nearly = bases.find((base) => wrongOn(base).length === 1);
  const [outlier] = nearly ? wrongOn(nearly) : [];
  if (!nearly || !outlier || outlier.part === nearly || bases.some((base) => isShareOf(outlier.part, base, outlier.share))) return [];
  return shares.map(({ part, share }) => judged(share, part, nearly, share === outlier.share ? 'inconsistent' : 'consistent', share === outlier.share ? 'outlier' : undefined));
}

/** 维持54件、撤销9件、调解27件，分别占60%、10%、30%: counts first, then their shares. */
function sharesLast(statement: Statement): readonly Check[] {
  const { figures } = statement;
  const from = figures.findIndex((figure, i) => isPercent(figure) && LAST.test(gap(statement, i)));
  if (from < 2) return [];
  let to = from + 1;
  while (to < figures.length && isPercent(figures[to] as Figure) && /^[、和，]$/u.test(gap(statement, to))) to++;
  const parts = figures.slice(Math.max(0, from - (to - from)), from);
  const [first] = parts;
  if (to - from < 2 || parts.length !== to - from || !first || !parts.every((part) => isExactCount(part) && sameKind(part, first))) return [];
  const before = figures[from - parts.length - 1];
  const sum = parts.reduce((all, { quantity }) => all + quantity.value, 0);
  const own = { ...first, quantity: { ...first.quantity, value: sum } };
  const bases = [...(before && sameKind(before, first) && isExactCount(before) ? [before] : []), own];
  const shares = parts.map((part, k) => ({ part, share: figures[from + k] as Figure, index: from - parts.length + k }));
  const wrongOn = (base: Figure): readonly Share[] => shares.filter(({ part, share }) => !isShareOf(part, base, share));
  const fitting = bases.find((base) => wrongOn(base).length === 0);
  if (fitting) return shares.map(({ part, share }) => judged(share, part, fitting, 'consistent'));
  const nearly = bases.find((base) => wrongOn(base).length === 1 && shares.length > 2);
  return nearly ? shares.map(({ part, share }) => (isShareOf(part, nearly, share) ? judged(share, part, nearly, 'consistent') : judged(share, part, nearly, 'inconsistent', 'outlier'))) : [];
}

/** 前三位占42%、24%、13%，分别为36件、20件、11件: shares first, then their counts. */
function sharesFirst(statement: Statement): readonly Check[] {
  const { figures, text, start, end } = statement;
  if (!FIRST.test(text.slice(start, end))) return [];
  const from = figures.findIndex(isPercent);
  let to = from;
  while (to < figures.length && isPercent(figures[to] as Figure)) to++;
  const parts = figures.slice(to, to + to - from);
  const base = figures[from - 1];
  if (!base || to - from < 2 || parts.length !== to - from || !parts.every((part) => sameKind(part, base) && isExactCount(part)) || !isExactCount(base)) return [];
  const shares = parts.map((part, k) => ({ part, share: figures[from + k] as Figure, index: to + k }));
  const wrong = shares.filter(({ part, share }) => !isShareOf(part, base, share));
  if (wrong.length === 0) return shares.map(({ part, share }) => judged(share, part, base, 'consistent'));
  const [one] = wrong;
  return one ? [judged(one.share, one.part, base, wrong.length === 1 ? 'inconsistent' : 'doubtful', wrong.length === 1 ? 'value' : 'other-base')] : [];
}
