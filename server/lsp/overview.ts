// What the views and the status bar of an editor are told about a report, in one answer: only the parts that are asked for
// are computed. Must not judge anew or phrase anything.

import type { Range } from 'vscode-languageserver';
import {
  checklist, comparison, figureGroups, histories, KINDS, matchesOf, measuredOutline, pageOf, sheetOf, status,
  type ChecklistItem, type Ledger, type MeasuredItem, type OtherReport, type PastReport, type Problem, type ProfileId, type Report, type Segmenter, type Source, type Span, type Status,
} from '../core/index.ts';
import type { Config } from '../config/read.ts';
import { comparisonPage } from '../export/comparison.ts';
import type { Choice } from './choices.ts';
import type { Skipped } from './documents.ts';
import { toRange } from './convert.ts';
import { toFigureGroup, type ProtocolFigureGroup } from './figures.ts';
import { pagesOf, type ProtocolPages } from './pages.ts';
import { problemsOf, type Problems } from './problems.ts';
import { ruleChoiceOf, type Settings } from './settings.ts';
import { nameOf } from './uris.ts';

export type OverviewPart = 'structure' | 'problems' | 'figures' | 'pages' | 'comparison';

/** Who says what the report was taken for. */
export type Origin = 'choice' | 'file' | 'setting' | 'text';

export interface ProtocolStatus extends Status {
  readonly kindFrom: Origin;
  readonly yearFrom: Origin;
  readonly profile: ProfileId;
  readonly profileFrom: Origin;
  /** All kinds there are to choose from. */
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
}

export interface ProtocolChecklistItem extends Omit<ChecklistItem, 'span'> {
  readonly range?: Range;
}

export interface ProtocolSection extends Omit<MeasuredItem, 'heading' | 'section' | 'children' | 'parts'> {
  readonly range: Range;
  readonly children: readonly ProtocolSection[];
}

export interface Overview {
  readonly version: number;
  readonly status: ProtocolStatus;
  readonly structure?: { readonly checklist: readonly ProtocolChecklistItem[]; readonly sections: readonly ProtocolSection[] };
  readonly problems?: Problems & { readonly decidable: boolean };
  readonly figures?: readonly ProtocolFigureGroup[];
  readonly pages?: ProtocolPages;
  /** A page of HTML. */
  readonly comparison?: string;
}

/** What is told of a document that seems to be a report and is not read. */
export interface SkippedOverview {
  readonly version: number;
  readonly skipped: Skipped;
}

export interface OverviewInput {
  readonly version: number;
  readonly report: Report;
  /** The ignored ones among them. */
  readonly problems: readonly Problem[];
  readonly settings: Settings;
  readonly user: Settings;
  readonly config: Config;
  readonly choice: Choice;
  readonly decidable: boolean;
  readonly words: Segmenter;
  readonly past: readonly PastReport[];
  readonly ledger: Ledger | undefined;
  /** Whether the client knows the commands that the page of the comparison calls. */
  readonly commands: boolean;
  /** How the page calls the report, and where it is. */
  readonly uri: string;
}

export function overviewOf(parts: readonly unknown[], input: OverviewInput): Overview {
  const { version, report, problems, settings, config, decidable } = input;
  return {
    version,
    status: statusOf(input),
    ...(parts.includes('structure') ? { structure: structureOf(report, problems) } : {}),
    ...(parts.includes('problems') ? { problems: { ...problemsOf(report, problems, ruleChoiceOf(settings), config.rules), decidable } } : {}),
    ...(parts.includes('pages') ? { pages: pagesOf(report, problems.filter(({ ignored }) => ignored === undefined), sheetOf(pageOf(settings.page)), version) } : {}),
    ...(parts.includes('figures') ? { figures: figuresOf(input) } : {}),
    ...(parts.includes('comparison') ? { comparison: comparisonOf(input) } : {}),
  };
}

function figuresOf({ report, past, ledger, words }: OverviewInput): readonly ProtocolFigureGroup[] {
  const known = histories(report, past, words);
  const inLedger = new Map(ledger ? matchesOf(report, ledger, words).map(({ span, entry: { text, row, source }, agrees }) => [span.start, { text, agrees, row, file: ledger.name, source }] as const) : []);
  return figureGroups(report, words).map((group) => toFigureGroup(report.source, group, known, inLedger));
}

/** The client's commands behind the links of the page. */
const SHOW = 'fazhiReport.showPlace';
const PICK = 'fazhiReport.pickPast';
const DIFF = 'fazhiReport.diffPast';

function comparisonOf({ report, past, words, settings, commands, uri }: OverviewInput): string {
  const calling = (command: string, args: readonly unknown[]): string => `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
  const href = (span: Span, of?: OtherReport): string => calling(SHOW, [of?.id ?? uri, toRange((of?.report ?? report).source, span)]);
  const [latest] = past;
  const actions = [...(latest ? [{ title: `和${latest.year}年的报告逐字对照`, href: calling(DIFF, [latest.id, uri]) }] : []), { title: '选择往年报告', href: calling(PICK, [uri]) }];
  return comparisonPage({ report, name: nameOf(uri), comparison: comparison(report, past, { words, choice: ruleChoiceOf(settings), ignores: settings.ignores }), ...(commands ? { href, actions } : {}) });
}

export const statusOf = ({ report, problems, settings, user, config, choice }: Pick<OverviewInput, 'report' | 'problems' | 'settings' | 'user' | 'config' | 'choice'>): ProtocolStatus => ({
  ...status(report, problems),
  kinds: KINDS.map(({ id, name }) => ({ id, name })),
  kindFrom: originOf(choice.kind, config.kind, user.kind),
  yearFrom: originOf(choice.year, config.year, user.year),
  profile: settings.profile,
  profileFrom: choice.profile === undefined ? 'setting' : 'choice',
});

const originOf = (choice: unknown, file: unknown, setting: unknown): Origin => (choice !== undefined ? 'choice' : file !== undefined ? 'file' : setting !== undefined ? 'setting' : 'text');

function structureOf(report: Report, problems: readonly Problem[]): NonNullable<Overview['structure']> {
  const { source } = report;
  return {
    checklist: checklist(report).map(({ span, ...item }) => ({ ...item, ...(span ? { range: toRange(source, span) } : {}) })),
    sections: measuredOutline(report, problems.filter(({ ignored }) => !ignored)).map((item) => toSection(source, item)),
  };
}

const toSection = (source: Source, { marker, title, depth, heading, words, figures, share, problems, children }: MeasuredItem): ProtocolSection => ({
  marker,
  title,
  depth,
  words,
  figures,
  share,
  problems,
  range: toRange(source, heading),
  children: children.map((child) => toSection(source, child)),
});
