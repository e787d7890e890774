// Figures as the view of them is told: by section, each with its history and with what the ledger says of it. Must not judge or
// compute.

import type { Range } from 'vscode-languageserver';
import { sparkline, type CheckedFigure, type FigureGroup, type History, type Source } from '../core/index.ts';
import { toRange } from './convert.ts';

/** A figure as the request `fazhiReport/overview` answers it. */
export interface ProtocolFigure extends Omit<CheckedFigure, 'span'> {
  readonly range: Range;
  /** Absent where no earlier report tells the figure. */
  readonly history?: ProtocolHistory;
  /** What the ledger says of it; absent where it says nothing. */
  readonly ledger?: { readonly text: string; readonly agrees: boolean; readonly row: number; readonly file: string; readonly source: string };
}

export interface ProtocolHistory {
  /** Since the latest of the values: `+12（+8.3%）`. */
  readonly change: string;
  /** The values and this one as a line of blocks; empty where they are few. */
  readonly trend: string;
  /** The latest year first. */
  readonly values: readonly { readonly year: number; readonly text: string; readonly value: number; readonly uri: string; readonly range: Range }[];
}

export interface ProtocolFigureGroup {
  readonly marker: string;
  readonly title: string;
  /** The heading; absent for what stands before the first. */
  readonly range: Range | undefined;
  readonly figures: readonly ProtocolFigure[];
  readonly groups: readonly ProtocolFigureGroup[];
}

const toHistory = ({ values, text }: History, value: number): ProtocolHistory => ({
  change: text,
  trend: sparkline([...[...values].reverse().map((each) => each.value), value]),
  values: values.map(({ year, text: written, value: then, span, of }) => ({ year, text: written, value: then, uri: of.id, range: toRange(of.report.source, span) })),
});

/** `known` has the histories by where their figures begin, `inLedger` what the ledger says of them. */
export const toFigureGroup = (source: Source, { marker, title, heading, figures, groups }: FigureGroup, known: ReadonlyMap<number, History>, inLedger: ReadonlyMap<number, NonNullable<ProtocolFigure['ledger']>>): ProtocolFigureGroup => ({
  marker,
  title,
  range: heading && toRange(source, heading),
  figures: figures.map(({ span, ...figure }) => {
    const history = known.get(span.start);
    const ledger = inLedger.get(span.start);
    return { ...figure, range: toRange(source, span), ...(history ? { history: toHistory(history, figure.value) } : {}), ...(ledger ? { ledger } : {}) };
  }),
  groups: groups.map((group) => toFigureGroup(source, group, known, inLedger)),
});
