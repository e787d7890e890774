// What a rule is and what it finds. Types only. A rule reads facts from a report, keeps no state, sees no other rule
// and never phrases a position as line or column.

import type { PartId } from '../domain/types.ts';
import type { Basis, Severity } from '../domain/validity.ts';
import type { PastReport } from '../compare/past.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { OtherReport } from '../report/copies.ts';
import type { Report } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Segmenter } from '../words/segmenter.ts';

export type { Severity } from '../domain/validity.ts';

/**
 * `safe`: cannot change what the report says; part of "fix all".
 * `review`: the writer must look at the result.
 */
export type Applicability = 'safe' | 'review';

export interface Fix {
  /** What the action does, in Chinese, at most some twenty characters. */
  readonly title: string;
  readonly applicability: Applicability;
  /** Do not overlap. */
  readonly edits: readonly Edit[];
  /** The text of one edit (its index) as a template with tab stops; shells without them use the edit's own text. */
  readonly template?: { readonly edit: number; readonly text: string };
}

export interface Finding {
  readonly span: Span;
  /** What is wrong with the numbers or words, why, what to write. Chinese, one or two sentences. */
  readonly message: string;
  /** Unless the rule's own. */
  readonly severity?: Severity;
  /** Parts that are not there, where the finding is about those. */
  readonly missing?: readonly PartId[];
  /** What the section lacks in which the finding stands, in a word or two. */
  readonly lacks?: string;
  /** Something is still to be written before the report may go out; a profile may say how grave that is. */
  readonly unfinished?: true;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Why it may be said; shown when hovering. */
  readonly basis?: Basis;
}

/** A place that a finding speaks of besides its own. */
export interface Related {
  readonly span: Span;
  readonly message: string;
  /** The report the span is in, where it is not this one. */
  readonly of?: OtherReport;
  /** The file the span is in, where that is no report; `id` names it. */
  readonly file?: { readonly id: string; readonly source: Source };
}

export interface Rule {
  readonly id: string;
  /** A name of a few characters, for lists and pages. */
  readonly title: string;
  /** Severities its findings may have; the first is that of a finding that names none. */
  readonly severities: readonly [Severity, ...Severity[]];
  /** The strongest fix the rule offers. */
  readonly fix: 'none' | Applicability;
  /** What the rule rests on. */
  readonly basis: Basis;
  /** Runs only where the writer asks for it. */
  readonly optional?: true;
  /** Looks at other reports as well: those at hand, earlier ones of the same reporter. */
  readonly compares?: true;
  check(report: Report, context: RuleContext): Iterable<Finding>;
}

export interface RuleContext {
  /** What cuts text into words: an engine's, or the built-in cutter. */
  readonly words: Segmenter;
  /** Whether `[start, end)` of a text are whole words. */
  readonly isWord: (text: string, start: number, end: number) => boolean;
  /** Reports at hand; the one that is checked may be among them. */
  readonly others: readonly OtherReport[];
  /** Earlier reports of the same reporter, the latest first. */
  readonly past: readonly PastReport[];
  /** What the figures of the year are; undefined where nobody keeps a ledger. */
  readonly ledger: Ledger | undefined;
}
