// What a report was taken for, and until when anything is known: for the status of the editor. Must not phrase it.

import { KNOWN_UNTIL } from '../domain/known.ts';
import { chineseDay } from '../domain/validity.ts';
import type { Report } from '../report/report.ts';

export interface Status {
  /** Kind of reporter, by its Chinese name. */
  readonly kind: string | undefined;
  readonly year: number | undefined;
  /** The day up to which wordings, laws and meetings are known, in Chinese. */
  readonly knownUntil: string;
  /** Whether the report speaks of a day later than that. */
  readonly beyond: boolean;
}

export const status = ({ kind, year, asOf }: Report): Status => ({ kind: kind?.name, year, knownUntil: chineseDay(KNOWN_UNTIL), beyond: asOf !== undefined && asOf > KNOWN_UNTIL });
