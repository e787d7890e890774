// The shapes of all domain data. Types only: no data, no functions.
// Patterns are regular-expression sources, compiled once with the `u` flag by whoever uses them, and are
// matched on logical text: line breaks and layout blanks gone, full-width digits, letters and ％ made half-width.

import type { Basis, IsoDay, Severity, Validity } from './validity.ts';

/** One wording that is wrong in a report of some years: one entry, one claim. */
export interface TermSpec {
  readonly id: string;
  /** Source of a regular expression that matches exactly the characters to be marked. */
  readonly pattern: string;
  /** Literals, of two characters or more where there are any; every match of `pattern` contains at least one of them. */
  readonly anchors: readonly string[];
  /**
   * Where `pattern` is a plain phrase, and what is marked is the phrase with one slip inside: a character lost, doubled,
   * changed or swapped. `closed`: behind it a quotation mark shows its end, so that its last character is judged as well.
   */
  readonly near?: true | 'closed';
  /** Patterns tested on the sentence (bounded by 。；！？) that holds the hit; any match silences it. */
  readonly exceptions: readonly string[];
  /** Report years for which the claim holds (31 December of the report year is compared). */
  readonly validity: Validity;
  readonly severity: Severity;
  /** What is wrong and why, in Chinese; `{hit}` stands for the matched words. Ends with 。 */
  readonly message: string;
  /** What to write, in Chinese, for the message and the hover. */
  readonly advice: string;
  /** Replaces the hit verbatim. Absent where the right words depend on the facts. */
  readonly replacement?: string;
  /** Instead of `replacement`: every match of a pattern inside the hit becomes the text behind it (`$1` allowed), the rest stays. */
  readonly rewrite?: readonly (readonly [pattern: string, by: string])[];
  /** True where the replacement cannot change what the sentence says. */
  readonly safe?: true;
  /** True where the hit must begin and end at word borders. */
  readonly wholeWord?: true;
  readonly basis: Basis;
  /** Each `wrong` holds exactly one hit of this entry in a report of `year`; each `right` holds none. */
  readonly examples: {
    readonly year: number;
    readonly wrong: readonly string[];
    readonly right: readonly string[];
  };
}

/** A phrase with a fixed wording, as a report may write it. */
export interface PhraseSpec {
  readonly id: string;
  /** How it is written, quotation marks included. */
  readonly text: string;
  /** What a writer begins to type for it, longest first. */
  readonly begins: readonly string[];
  /** What it stands for, or how it is written, in Chinese. Ends with 。 */
  readonly meaning: string;
  /** Report years in which it may be written. */
  readonly validity: Validity;
  readonly basis: Basis;
}

/** A law, regulation, Party rule or policy paper. */
export interface DocumentSpec {
  readonly id: string;
  /** The full title without 《》. */
  readonly title: string;
  /** Usual short titles without 《》. */
  readonly short: readonly string[];
  readonly kind: 'law' | 'regulation' | 'rule' | 'party' | 'policy';
  readonly issuer: string;
  /** The day of adoption or publication, where it is earlier than `effective`: from then on it can be named. */
  readonly published?: IsoDay;
  readonly effective: IsoDay;
  readonly revisedEffective?: IsoDay;
  /** First day on which it no longer held. Only where known; never a guess. */
  readonly repealed?: IsoDay;
  /** Id of the document that took its place. */
  readonly successor?: string;
  /** What stands in its place, as a reader would say it, where that is more than the successor's title. */
  readonly successorNote?: string;
  readonly basis: Basis;
}

/** A Party congress or plenum. */
export interface MeetingSpec {
  readonly id: string;
  readonly kind: 'congress' | 'plenum';
  /** Number of the congress term, 18 for 十八大 and 十八届. */
  readonly term: number;
  /** Number of the plenum within its term; absent for a congress. */
  readonly plenum?: number;
  readonly name: string;
  readonly opened: IsoDay;
  readonly closed: IsoDay;
  readonly basis: Basis;
}

export type PartId = 'work' | 'problems' | 'first_person' | 'plan' | 'other';

/** A part that a report must or may have. */
export interface PartSpec {
  readonly id: PartId;
  /** The name used in messages. */
  readonly name: string;
  /** A heading that matches serves this part … */
  readonly heading: string;
  /** … unless what matches `notHeading` is taken out first. */
  readonly notHeading?: string;
  /** Words that the official name of the part holds; a heading without them is understood, but incomplete. */
  readonly expects?: string;
  /** A line whose number was lost is this part's heading only if it also ends so. */
  readonly tail: string;
  /** A heading that names the year after the report year serves this part. */
  readonly namesNextYear?: true;
  /** A paragraph that matches this serves the part weakly (folded into another section); `{next}` as below. */
  readonly body?: string;
  /** Where one heading serves two parts, this part begins at the first paragraph but one that matches; `{next}` as below. */
  readonly begins?: string;
  readonly required: boolean;
  /** Severity when the part is absent, and when it is only folded into another section. */
  readonly absent: Severity;
  readonly folded: Severity;
  /** The heading a fix inserts; `{year}` is the report year, `{next}` the year after it. */
  readonly standardHeading: string;
  /** Other wordings in use. */
  readonly wordings: readonly string[];
  /** By which a clerk calls it up: words, and their pinyin initials where not all of them count. */
  readonly call: { readonly words: string; readonly initials: string };
  /** What stands below the heading where no usual topics of the part are drafted. */
  readonly skeleton: readonly SkeletonItem[];
  /** A fix inserts the part before the first section serving one of these … */
  readonly before: readonly PartId[];
  /** What the part must contain, for hovers. */
  readonly contents: string;
  readonly basis: Basis;
}

/**
 * Text of a draft. A place to fill in is `${1:【what belongs there】}`; without 【】 it shows a wording that may stay.
 * Dated text is left out of reports of other years; a metric's sentence is written 全年……。
 */
export type ClauseSpec = string | { readonly text: string; readonly validity: Validity } | { readonly metric: string };

/** A paragraph, or a second-level heading and what stands below it. */
export interface SkeletonItem {
  readonly heading?: string;
  readonly body: readonly ClauseSpec[];
}

/** What is usually written under a heading of its own inside a part. */
export interface TopicSpec extends SkeletonItem {
  readonly id: string;
  readonly part: PartId;
  readonly heading: string;
  /** By which a clerk calls it up; its pinyin initials are computed. */
  readonly name: string;
  /** A heading that matches speaks of it already. */
  readonly covers: string;
  /** Whose reports have it from the start; others are offered it. */
  readonly drafted: readonly LevelSpec['id'][];
  readonly validity: Validity;
}

/** How a reporter is called in its own report, by how its bare name ends: 镇, 县, 局. */
export interface AddressSpec {
  /** The end of the bare name. */
  readonly ending: string;
  /** What is left out of the name it was given under, to get the bare one. */
  readonly own: string;
  /** Of a joint report, and who signs it; `{bare}` is the bare name. */
  readonly joint?: { readonly own: string; readonly signers: readonly string[]; readonly head: string };
  /** Who signs. */
  readonly signer: string;
  /** Who bears the duty of the first person. */
  readonly head: string;
}

export type CountClass = 'case' | 'person' | 'document' | 'place' | 'item' | 'batch' | 'call' | 'paper';

/** A rate that reports state, and how it is computed. */
export interface MetricSpec {
  readonly id: string;
  readonly name: string;
  /** Other names of the same rate, longest match wins over all metrics. */
  readonly aliases: readonly string[];
  readonly definition: string;
  /** What is divided by what, as words for the reader. */
  readonly numerator: string;
  readonly denominator: string;
  /** Words in the head of a count (the text before it) that make it the numerator or the denominator. */
  readonly numeratorHeads: readonly string[];
  readonly denominatorHeads: readonly string[];
  /** Where present, the head of the denominator must also match this pattern before an alarm is raised. */
  readonly denominatorMustName?: string;
  /** Where present and matching the denominator's head, nothing is concluded. */
  readonly denominatorMustNotName?: string;
  readonly counts: readonly CountClass[];
  /** `share`: 0–100 %; `open`: may exceed 100 %. */
  readonly range: 'share' | 'open';
  readonly direction: 'higher' | 'lower' | 'neutral';
  /** `counts`: two counts of one sentence may contradict the rate; `none`: never concluded from counts. */
  readonly check: 'counts' | 'none';
  /** How it is usually reported, without 全年 before and 。 behind: both counts and last the rate, as places to fill in. */
  readonly sentence?: string;
  readonly pitfalls: readonly string[];
  /** Where an official formula or wording was found. Absent: 全国无统一公式. */
  readonly official?: Basis;
}

export type KindId = 'township' | 'government' | 'department' | 'joint';

/** What a kind of reporter must report, and by when. */
export interface KindSpec {
  readonly id: KindId;
  readonly name: string;
  /** Issuers of these levels are of this kind … */
  readonly levels: readonly LevelSpec['id'][];
  /** … and issuers that match this pattern, which is asked first. */
  readonly issuer?: string;
  readonly required: readonly PartId[];
  /** Headings that this kind writes differently. */
  readonly headings: Readonly<Partial<Record<PartId, string>>>;
  readonly due: string;
  readonly basis: Basis;
}

/** What an office or a province asks for beyond the rules: read from a workspace file, never code. */
export interface LocalRules {
  /** Parts that must also be there; a heading that holds one of the words serves it. */
  readonly parts: readonly { readonly name: string; readonly headings: readonly string[]; readonly severity: Severity }[];
  /** Words that must stand in a part, or in the report where no part is named. */
  readonly wordings: readonly { readonly text: string; readonly part: PartId | undefined; readonly severity: Severity }[];
  /** Names and wordings of the office: what is written wrongly, and how it should read. */
  readonly words: readonly LocalWord[];
  /** Limits of length in characters without blanks, for a part or the whole report. */
  readonly lengths: readonly { readonly part: PartId | undefined; readonly least: number | undefined; readonly most: number | undefined; readonly severity: Severity }[];
}

/** A wording of the office's own. Compared letter by letter with logical text, never as a pattern. */
export interface LocalWord {
  readonly wrong: string;
  readonly right: string | undefined;
  /** Report years for which it holds. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  readonly message: string | undefined;
  readonly severity: Severity;
}

/** A subject of problems and plans. */
export interface SubjectSpec {
  readonly id: string;
  /** As messages call it. */
  readonly name: string;
  /** What matches speaks of it … */
  readonly words: string;
  /** … and what answers a problem of it without naming it. */
  readonly answers?: string;
}

export type ProfileId = 'draft' | 'review' | 'final';

/** How severe findings are at one stage of the work; rules whose severity is set are not touched. */
export interface ProfileSpec {
  readonly id: ProfileId;
  readonly name: string;
  /** Rules, or whole groups, whose findings are no more than hints. */
  readonly quiet: readonly string[];
  /** Severity of what is still to be written before the report may go out. */
  readonly unfinished?: Severity;
  /** What hints become. Nothing that is information becomes a promise. */
  readonly hints: 'hint' | 'information';
  /** Whether rules that are off unless asked for run as well. */
  readonly optional: boolean;
}

/** Kinds of issuers, recognised by the end of the issuer's name. */
export interface LevelSpec {
  readonly id: 'township' | 'county' | 'city' | 'province' | 'department';
  readonly name: string;
  readonly issuer: string;
}
