// The words of a draft: parts, topics, sentences, title, opening and signature, for a reporter and a year, as templates with
// places to fill in. Must not know where they are put or how they are offered.

import {
  ADDRESSES, ALL_YEAR, BARE_DATE, BARE_OPENING, BARE_TITLE, BARE_UNIT, BARE_YEAR, DATE, FIRST_PLENUM_NAMED, MEETINGS_CLAUSE, NAME_BREAK, NAME_HEAD, NAME_TAIL, OPENING_CLAUSES, PLENUM, PLENUMS_CLAUSE, SOME_HEAD, TITLES,
} from '../domain/draft.ts';
import { KINDS } from '../domain/kinds.ts';
import { KNOWN_UNTIL } from '../domain/known.ts';
import { MEETINGS } from '../domain/meetings.ts';
import { METRICS } from '../domain/metrics.ts';
import { TOPICS } from '../domain/topics.ts';
import type { AddressSpec, ClauseSpec, KindSpec, MetricSpec, PartSpec, SkeletonItem, TopicSpec } from '../domain/types.ts';
import { appliesOn, lastDayOf, type IsoDay } from '../domain/validity.ts';
import { toChinese } from '../text/numerals.ts';
import { joinTemplates, verbatim } from '../text/template.ts';
import { writeHeading, type Style } from './style.ts';
import type { LevelId } from './title.ts';

/** For whom a draft is, as far as that is known. A Report says it of itself. */
export interface About {
  readonly issuer: string | undefined;
  readonly kind: KindSpec | undefined;
  readonly level: LevelId | undefined;
  readonly year: number | undefined;
}

const NAME_END = new RegExp(NAME_TAIL, 'u');
const BETWEEN_NAMES = new RegExp(NAME_BREAK, 'u');
const NAME_START = new RegExp(NAME_HEAD, 'u');
const ENDINGS = ADDRESSES.map((address) => ({ address, pattern: new RegExp(`${address.ending}$`, 'u') }));
const JOINT = new RegExp((KINDS.find(({ id }) => id === 'joint') as KindSpec).issuer as string, 'u');

const asOf = ({ year }: About): IsoDay | undefined => (year === undefined ? undefined : lastDayOf(year));

/** 松澜镇 of 松澜镇人民政府 and of 中共松澜镇委员会、松澜镇人民政府. */
export const bareName = (unit: string): string => (unit.split(BETWEEN_NAMES)[0] as string).replace(NAME_START, '').replace(NAME_END, '') || unit;

/** How a reporter calls itself; jointly only those do that have a committee and a government. */
function addressOf(unit: string, kind: KindSpec | undefined): Omit<AddressSpec, 'ending'> | undefined {
  const isJoint = kind?.id === 'joint';
  const address = [unit, bareName(unit)].map((name) => ENDINGS.find(({ address: { joint }, pattern }) => (!isJoint || joint !== undefined) && pattern.test(name))?.address).find((each) => each !== undefined);
  return address && isJoint ? { ...address, ...address.joint } : address;
}

/** Title in one line, without mark. */
export function titleText({ issuer, kind, year }: About): string {
  if (issuer === undefined || year === undefined || kind === undefined) return BARE_TITLE;
  const joint = kind.id === 'joint' && !JOINT.test(issuer) ? addressOf(issuer, kind)?.joint : undefined;
  // A title has no blanks, not even between two names.
  const unit = joint ? joint.signers.join('、').replaceAll('{bare}', bareName(issuer)) : kind.id === 'joint' ? issuer.replace(/ +/gu, '、') : issuer;
  return filled(TITLES[kind.id], { unit: verbatim(unit), year: String(year) });
}

/** The paragraph that ends with 如下：. */
export function openingText(about: About): string {
  const { issuer, kind, year } = about;
  if (issuer === undefined || year === undefined) return BARE_OPENING;
  const own = addressOf(issuer, kind)?.own;
  return filled(written(OPENING_CLAUSES, about), { year: String(year), own: own ?? verbatim(issuer), meetings: meetingsText(lastDayOf(year)) });
}

/** The last congress and its plenums; nothing where a later one may have been held. */
function meetingsText(day: IsoDay): string {
  if (day > KNOWN_UNTIL) return '';
  const held = MEETINGS.filter(({ closed }) => closed <= day);
  const congress = held.findLast(({ kind }) => kind === 'congress');
  if (!congress) return '';
  const plenums = held.filter(({ term, plenum }) => term === congress.term && plenum !== undefined && plenum >= FIRST_PLENUM_NAMED).map(({ plenum }) => filled(PLENUM, { number: toChinese(plenum as number) }));
  const term = toChinese(congress.term);
  return filled(MEETINGS_CLAUSE, { term, plenums: plenums.length === 0 ? '' : filled(PLENUMS_CLAUSE, { term, list: plenums.join('、') }) });
}

/** Who signs, and the day, in paragraphs of their own. */
export function closingText({ issuer, kind, year }: About, { gap, indent }: Style): string {
  const date = year === undefined ? BARE_DATE : filled(DATE, { next: String(year + 1) });
  return joinTemplates([...signersOf(issuer, kind), date].map((line) => indent + line), gap);
}

function signersOf(issuer: string | undefined, kind: KindSpec | undefined): readonly string[] {
  if (issuer === undefined) return [BARE_UNIT];
  const address = addressOf(issuer, kind);
  // A full name is the signature already.
  const signers = kind?.id === 'joint' ? (address?.joint?.signers ?? issuer.split(BETWEEN_NAMES)) : address && issuer === bareName(issuer) ? [address.signer] : [issuer];
  return signers.map((signer) => filled(signer, { bare: verbatim(bareName(issuer)) }));
}

/** The heading of a part, its years filled in. */
export function headingOf(spec: PartSpec, year: number | undefined, kind?: KindSpec): string {
  const named = kind?.headings[spec.id] ?? spec.standardHeading;
  if (year === undefined) return named.replace('{year}年', '本年度').replace('{next}年', '下一年度');
  return filled(named, { year: String(year), next: String(year + 1) });
}

/** The same with a place for each year, for a text that knows none. */
export const bareHeadingOf = (spec: PartSpec): string => spec.standardHeading.replace(/\{(?:year|next)\}年/gu, BARE_YEAR);

/** A part with its heading and what stands below, several paragraphs. */
export function partText(spec: PartSpec, about: About, style: Style, value: number): string {
  return joinTemplates([writeHeading(style.main, headingOf(spec, about.year, about.kind), value), ...skeletonOf(spec, about).map((item, i) => itemText(item, about, style, i + 1))], style.gap);
}

/** What stands below the heading of a part from the start. */
export function skeletonOf(spec: PartSpec, about: About): readonly SkeletonItem[] {
  const drafted = TOPICS.filter(({ part, drafted: levels }) => part === spec.id && levels.includes(about.level ?? 'township'));
  return drafted.length === 0 ? spec.skeleton : drafted.map(asPlace);
}

/** A topic's heading is a wording that may stay: Tab comes by. */
export const asPlace = (topic: TopicSpec): SkeletonItem => ({ heading: `\${1:${topic.heading}}`, body: topic.body });

/** Whether a topic may be written of such a year. */
export const isFitting = (topic: TopicSpec, about: About): boolean => appliesOn(topic.validity, asOf(about));

/** One item of a skeleton as the `value`th. */
export function itemText({ heading, body }: SkeletonItem, about: About, style: Style, value: number): string {
  const text = filled(written(body, about), { number: toChinese(value), head: headOf(about) });
  if (heading === undefined) return style.indent + text;
  const title = writeHeading(style.second, heading, value);
  return joinTemplates([title, style.second.runIn ? text : style.indent + text], style.second.runIn ? '' : style.gap);
}

function headOf({ issuer, kind }: About): string {
  return (issuer === undefined ? undefined : addressOf(issuer, kind)?.head) ?? SOME_HEAD;
}

/** The clauses that held in the report year, one after the other. */
function written(clauses: readonly ClauseSpec[], about: About): string {
  const texts = clauses.map((clause) => {
    if (typeof clause === 'string') return clause;
    if ('metric' in clause) return sentenceText(METRICS.find(({ id }) => id === clause.metric) as MetricSpec);
    return appliesOn(clause.validity, asOf(about)) ? clause.text : '';
  });
  return joinTemplates(texts);
}

/** 全年……。 */
export const sentenceText = (metric: MetricSpec): string => `${ALL_YEAR}${metric.sentence ?? ''}。`;

const filled = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/(?<!\$)\{([a-z]+)\}/gu, (whole, key: string) => values[key] ?? whole);
