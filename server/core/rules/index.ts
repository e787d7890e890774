// The registry of rules, in the order of their pages. The only place that lists them.

import type { Rule } from '../lint/rule.ts';
import { figureChangeMismatch } from './figure-change-mismatch.ts';
import { figureConflict } from './figure-conflict.ts';
import { figureLedger } from './figure-ledger.ts';
import { figurePastMismatch } from './figure-past-mismatch.ts';
import { figurePrecision } from './figure-precision.ts';
import { figureRateMismatch } from './figure-rate-mismatch.ts';
import { figureStyle } from './figure-style.ts';
import { figureSumMismatch } from './figure-sum-mismatch.ts';
import { figureUnit } from './figure-unit.ts';
import { formatDate } from './format-date.ts';
import { formatDocumentNumber } from './format-document-number.ts';
import { formatHeadingStop } from './format-heading-stop.ts';
import { formatHeadingStyle } from './format-heading-style.ts';
import { formatLineWrap } from './format-line-wrap.ts';
import { formatList } from './format-list.ts';
import { formatNumbering } from './format-numbering.ts';
import { formatPunctuation } from './format-punctuation.ts';
import { formatSpacing } from './format-spacing.ts';
import { formatYearRange } from './format-year-range.ts';
import { structureCopiedParagraph } from './structure-copied-paragraph.ts';
import { structureDroppedPlan } from './structure-dropped-plan.ts';
import { structureHeadingWording } from './structure-heading-wording.ts';
import { structureLevelSkip } from './structure-level-skip.ts';
import { structureListSequence } from './structure-list-sequence.ts';
import { structureLocal } from './structure-local.ts';
import { structureMergedParts } from './structure-merged-parts.ts';
import { structureMissingPart } from './structure-missing-part.ts';
import { structureMissingReason } from './structure-missing-reason.ts';
import { structureNumbering } from './structure-numbering.ts';
import { structureOpening } from './structure-opening.ts';
import { structurePlaceholder } from './structure-placeholder.ts';
import { structureRepeatedHeading } from './structure-repeated-heading.ts';
import { structureRepeatedProblem } from './structure-repeated-problem.ts';
import { structureStaleYear } from './structure-stale-year.ts';
import { structureTitle } from './structure-title.ts';
import { structureUnansweredProblem } from './structure-unanswered-problem.ts';
import { structureVagueClaim } from './structure-vague-claim.ts';
import { structureVagueProblems } from './structure-vague-problems.ts';
import { structureYear } from './structure-year.ts';
import { wordingFazhi } from './wording-fazhi.ts';
import { wordingFixedPhrase } from './wording-fixed-phrase.ts';
import { wordingIssuer } from './wording-issuer.ts';
import { wordingLawTitle } from './wording-law-title.ts';
import { wordingLawValidity } from './wording-law-validity.ts';
import { wordingLocal } from './wording-local.ts';
import { wordingMisspelling } from './wording-misspelling.ts';
import { wordingOutdated } from './wording-outdated.ts';
import { wordingReworded } from './wording-reworded.ts';
import { wordingUsage } from './wording-usage.ts';

export const RULES: readonly Rule[] = [
  structureMissingPart,
  structureMissingReason,
  structureVagueProblems,
  structureMergedParts,
  structureHeadingWording,
  structureLocal,
  structureNumbering,
  structureLevelSkip,
  structureRepeatedHeading,
  structureTitle,
  structureYear,
  structureOpening,
  structurePlaceholder,
  structureListSequence,
  structureUnansweredProblem,
  structureVagueClaim,
  structureCopiedParagraph,
  structureStaleYear,
  structureRepeatedProblem,
  structureDroppedPlan,
  figureRateMismatch,
  figureSumMismatch,
  figureChangeMismatch,
  figurePastMismatch,
  figureConflict,
  figureLedger,
  figurePrecision,
  figureUnit,
  figureStyle,
  wordingOutdated,
  wordingFixedPhrase,
  wordingFazhi,
  wordingLawTitle,
  wordingLawValidity,
  wordingIssuer,
  wordingMisspelling,
  wordingReworded,
  wordingUsage,
  wordingLocal,
  formatLineWrap,
  formatHeadingStop,
  formatPunctuation,
  formatSpacing,
  formatYearRange,
  formatDate,
  formatDocumentNumber,
  formatNumbering,
  formatHeadingStyle,
  formatList,
];
