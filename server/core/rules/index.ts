// The registry of rules, in the order of their pages. The only place that lists them.

import type { Rule } from '../lint/rule.ts';
import { figureRateMismatch } from './figure-rate-mismatch.ts';
import { formatLineWrap } from './format-line-wrap.ts';
import { structureMergedParts } from './structure-merged-parts.ts';
import { structureMissingPart } from './structure-missing-part.ts';
import { structureMissingReason } from './structure-missing-reason.ts';
import { wordingOutdated } from './wording-outdated.ts';

export const RULES: readonly Rule[] = [structureMissingPart, structureMissingReason, structureMergedParts, figureRateMismatch, wordingOutdated, formatLineWrap];
