// What a report was taken for, how long it is, how much is found in it, and until when anything is known: for the status of
// the editor. Must not phrase it.

import { KNOWN_UNTIL } from '../domain/known.ts';
import type { KindId } from '../domain/types.ts';
import { chineseDay, SEVERITIES, type Severity } from '../domain/validity.ts';
import type { Problem } from '../lint/lint.ts';
import type { Report } from '../report/report.ts';
import { measures } from './measures.ts';

export interface Status {
  readonly kind: { readonly id: KindId; readonly name: string } | undefined;
  readonly year: number | undefined;
  /** As Word counts them. */
  readonly words: number;
  /** Findings that are told. */
  readonly problems: Readonly<Record<Severity, number>>;
  readonly ignored: number;
  /** The day up to which wordings, laws and meetings are known, in Chinese. */
  readonly knownUntil: string;
  /** Whether the report speaks of a day later than that. */
  readonly beyond: boolean;
}

/** `problems` with the ignored ones among them. */
export function status(report: Report, problems: readonly Problem[]): Status {
  const { kind, year, asOf } = report;
  const told = problems.filter(({ ignored }) => !ignored);
  const count = Object.fromEntries(SEVERITIES.map((level) => [level, told.filter(({ severity }) => severity === level).length])) as Record<Severity, number>;
  return {
    kind: kind && { id: kind.id, name: kind.name },
    year,
    words: measures(report).whole.words,
    problems: count,
    ignored: problems.length - told.length,
    knownUntil: chineseDay(KNOWN_UNTIL),
    beyond: asOf !== undefined && asOf > KNOWN_UNTIL,
  };
}
