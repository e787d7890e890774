// The façade of the core: the only file that shells import. Pure: no editor, no process, no clock.

export { analyze, looksLikeReport } from './report/analyze.ts';
export type { Env, Report } from './report/report.ts';
export { BUILT_IN_WORDS, lint, lintAll, type LintOptions, type Problem, type RuleSettings } from './lint/lint.ts';
export { ignoreOf, type Ignore } from './lint/ignore.ts';
export type { Finding, Fix, Rule, Severity } from './lint/rule.ts';
export { RULES } from './rules/index.ts';
export { figureGroups, figures, type CheckedFigure, type FigureGroup, type FigureItem } from './features/figures.ts';
export { fixAll, fixesAt, safeEdits, type FixOffer } from './features/fix.ts';
export { hints, type Hint } from './features/hints.ts';
export { hover, type Hover } from './features/hover.ts';
export { folding, outline, type OutlineItem } from './features/outline.ts';
export { rename, renameTarget, type Refusal, type RenameEdit, type RenameReason, type RenameTarget } from './features/rename.ts';
export { selections } from './features/selections.ts';
export type { Verdict } from './figures/check.ts';
export { joinLines } from './report/breaks.ts';
export type { Edit } from './text/edit.ts';
export { applyEdits } from './text/edit.ts';
export { makeSource, offsetAt, positionAt, type Position, type Source } from './text/source.ts';
export type { Span } from './text/span.ts';
export { longestMatch, type Segmenter } from './words/segmenter.ts';
export { KINDS } from './domain/kinds.ts';
export { PARTS } from './domain/parts.ts';
export type { KindId, LocalRules, LocalWord, PartId } from './domain/types.ts';
export { findLocalWords, makeLocalWords, neverFound } from './report/local.ts';
export { makeFlow } from './text/flow.ts';
export { SEVERITIES } from './domain/validity.ts';
export { VOCABULARY } from './domain/vocabulary.ts';
