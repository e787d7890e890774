// The shape of an analysed report. Types only; immutable; every position is a half-open span of UTF-16 offsets
// into the source, except inside Facts, whose offsets are into the paragraph's logical text.

import type { KindId, KindSpec, LocalRules, PartId } from '../domain/types.ts';
import type { IsoDay } from '../domain/validity.ts';
import type { Flow } from '../text/flow.ts';
import type { Answers } from '../text/once.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Citation, MeetingMention } from './citations.ts';
import type { Check } from '../figures/check.ts';
import type { Figure } from '../figures/figure.ts';
import type { ListItem } from './items.ts';
import type { Spacing } from './spacing.ts';
import type { LocalWordHit } from './local.ts';
import type { Table } from './tables.ts';
import type { TermHit } from './terms.ts';
import type { LevelId } from './title.ts';
import type { YearMention } from './years.ts';

/** What a report depends on besides its text. */
export interface Env {
  /** Overrides the year the text shows. */
  readonly year?: number;
  /** Overrides the kind of reporter that the issuer's name shows. */
  readonly kind?: KindId;
  /** What is asked for beyond the rules. */
  readonly local?: LocalRules;
  /** The document says that it is a report; believed unless its first line names another kind of paper. */
  readonly isReport?: boolean;
}

/** What a paragraph says about the numbers of those behind it. */
export interface Traits {
  /** The report ends here, attachments follow. */
  readonly attachment: boolean;
  /** It quotes provisions, or lists cases. */
  readonly law: boolean;
  readonly cases: boolean;
}

/** Everything found inside one paragraph. Depends on its raw text and on whether that is a row of a table, so it is kept while both stay. */
export interface Facts {
  readonly flow: Flow;
  readonly traits: Traits;
  readonly figures: readonly Figure[];
  /** What the figures say of each other, in order of the figure judged. */
  readonly checks: readonly Check[];
  /** Those of the figures that are totals of a year. */
  readonly totals: readonly Figure[];
  readonly citations: readonly Citation[];
  readonly meetings: readonly MeetingMention[];
  readonly terms: readonly TermHit[];
  readonly items: readonly ListItem[];
  readonly years: readonly YearMention[];
  readonly spacing: Spacing;
  /** The first bracket or quotation mark that lacks its other half. */
  readonly unpaired: number | undefined;
}

export interface Paragraph {
  /** From the first to behind the last seen character. */
  readonly span: Span;
  readonly kind: 'title' | 'heading' | 'text' | 'row';
  readonly facts: Facts;
}

export interface Heading {
  /** Index into `paragraphs`. */
  readonly paragraph: number;
  /** 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; 0 for 第一部分 or 第一章 above them. */
  readonly depth: number;
  /** As written; empty where the number was lost. */
  readonly marker: string;
  /** The number of the marker; undefined where it was lost. */
  readonly value: number | undefined;
  readonly title: string;
  /** Source offset of the title, behind the marker and any point or blank that stands between. */
  readonly titleAt: number;
  /** Whether 。 ends it. */
  readonly stopped: boolean;
  /** Marker and title. */
  readonly span: Span;
  /** The heading is the first sentence of a paragraph that goes on. */
  readonly runIn: boolean;
  /** Number of Markdown `#`. */
  readonly hashes: number;
  readonly bold: boolean;
}

export interface Section {
  readonly heading: Heading;
  /** Heading and everything up to the next heading that is not below it. */
  readonly span: Span;
  readonly parts: readonly PartId[];
  readonly children: readonly Section[];
}

/** Where a part of the report stands. */
export interface PartState {
  readonly id: PartId;
  /**
   * `heading`: a first-level heading serves it; `subheading`: a lower heading does;
   * `folded`: only a paragraph inside another section does; `absent`: nothing does.
   */
  readonly how: 'heading' | 'subheading' | 'folded' | 'absent';
  readonly section?: Section;
  /** Index of the paragraph that serves a folded part. */
  readonly paragraph?: number;
}

export interface Report {
  readonly source: Source;
  /** Whether the text begins as such a report does; if not, the other fields are mere guesses. */
  readonly recognised: boolean;
  readonly title: { readonly span: Span; readonly text: string } | undefined;
  readonly year: number | undefined;
  /** 31 December of the report year. */
  readonly asOf: IsoDay | undefined;
  readonly issuer: string | undefined;
  readonly level: LevelId | undefined;
  readonly kind: KindSpec | undefined;
  readonly local: LocalRules | undefined;
  /** Usual width of a full line where the text is hard-wrapped, as pasted from a PDF. */
  readonly wrapWidth: number | undefined;
  readonly sections: readonly Section[];
  readonly parts: readonly PartState[];
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly Table[];
  /** The office's own wordings in each paragraph; empty where there are none to look for. */
  readonly localWords: readonly (readonly LocalWordHit[])[];
  /** What was asked about this report before. */
  readonly answers: Answers;
  /** Facts by the raw text of their paragraph, those of rows behind a line break; for the next version. */
  readonly memo: ReadonlyMap<string, Facts>;
}
