// What the server tells about a report in one answer: how it is asked, and the shapes. Must not judge.

import type { Uri } from 'vscode';
import type { LspRange } from './place.ts';
import type { Pages } from './preview/shapes.ts';
import type { Server } from './server.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Who says what a report was taken for. */
export type Origin = 'choice' | 'file' | 'setting' | 'text';

export interface Status {
  readonly kind?: { readonly id: string; readonly name: string };
  readonly year?: number;
  /** All kinds there are. */
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
  readonly kindFrom: Origin;
  readonly yearFrom: Origin;
  readonly profile: string;
  readonly profileFrom: Origin;
  readonly words: number;
  readonly problems: Readonly<Record<Severity, number>>;
  readonly ignored: number;
  readonly knownUntil: string;
  readonly beyond: boolean;
}

/** A report that is not read because it is too long, in characters. */
export interface Skipped {
  readonly length: number;
  readonly most: number;
}

export interface ChecklistItem {
  readonly kind: 'title' | 'year' | 'opening' | 'part' | 'local';
  readonly name: string;
  readonly part?: string;
  readonly standing: 'present' | 'folded' | 'unclear' | 'absent' | 'optional';
  readonly found?: string;
  readonly range?: LspRange;
  readonly headings?: readonly string[];
}

export interface Section {
  readonly marker: string;
  readonly title: string;
  readonly words: number;
  readonly share: number;
  readonly figures: number;
  readonly problems: number;
  readonly range: LspRange;
  readonly children: readonly Section[];
}

export interface Structure {
  readonly checklist: readonly ChecklistItem[];
  readonly sections: readonly Section[];
}

export interface Problem {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly words: string;
  readonly message: string;
  readonly basis: string;
  readonly range: LspRange;
  readonly isWording: boolean;
  readonly reason?: string;
  readonly everywhere?: boolean;
}

export interface ProblemGroup {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly problems: readonly Problem[];
}

export interface OffRule {
  readonly rule: string;
  readonly title: string;
  readonly inFile: boolean;
}

export interface Problems {
  readonly groups: readonly ProblemGroup[];
  readonly ignored: readonly Problem[];
  readonly off: readonly OffRule[];
  /** Names of the groups that are not checked. */
  readonly unchecked: readonly string[];
  readonly decidable: boolean;
}

export type Verdict = 'consistent' | 'inconsistent' | 'doubtful' | 'unchecked';

export interface Figure {
  readonly text: string;
  readonly value: number;
  readonly name: string;
  readonly verdict: Verdict;
  readonly equation?: string;
  readonly range: LspRange;
  readonly history?: History;
  /** What the ledger says of it. */
  readonly ledger?: { readonly text: string; readonly agrees: boolean; readonly row: number; readonly file: string; readonly source: string };
}

/** What a figure was in earlier reports. */
export interface History {
  /** Since the latest of them: `+12（+8.3%）`. */
  readonly change: string;
  /** A line of blocks; empty for few years. */
  readonly trend: string;
  /** The latest year first. */
  readonly values: readonly { readonly year: number; readonly text: string; readonly value: number; readonly uri: string; readonly range: LspRange }[];
}

export interface FigureGroup {
  readonly marker: string;
  readonly title: string;
  readonly range?: LspRange;
  readonly figures: readonly Figure[];
  readonly groups: readonly FigureGroup[];
}

/** The parts are there only where they were asked for. */
export interface Overview {
  readonly version: number;
  /** Stands alone: nothing else is told of what is not read. */
  readonly skipped?: Skipped;
  readonly status?: Status;
  readonly structure?: Structure;
  readonly problems?: Problems;
  readonly figures?: readonly FigureGroup[];
  readonly pages?: Pages;
  /** A page of HTML. */
  readonly comparison?: string;
}

/** What one view shows of it. */
export type OverviewPart = Exclude<keyof Overview, 'version' | 'status' | 'skipped'>;

/** Undefined for what is no report, and from a server that does not answer. */
export async function overviewOf(server: Server, uri: Uri, parts: readonly (OverviewPart | 'status')[] = []): Promise<Overview | undefined> {
  return (await server.request<Overview | null>('fazhiReport/overview', { uri: uri.toString(), parts }).catch(() => null)) ?? undefined;
}
