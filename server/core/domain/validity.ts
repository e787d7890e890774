// When a datum holds, and on what it rests. Dates are compared as text, so they are always full ISO days.
// Must not know the clock: "today" never decides anything, only the report's own year does.

/** A day as `YYYY-MM-DD`. */
export type IsoDay = `${number}-${number}-${number}`;

/** A closed interval of days; an absent end is open. */
export interface Validity {
  readonly since?: IsoDay;
  readonly until?: IsoDay;
}

/**
 * Why a datum may be asserted to a user.
 * `verified`: an official text or a reliable copy of it was seen, `source` says where.
 * `general`: common usage; shown as such, never as an established fact.
 */
export interface Basis {
  /** The document or decision a user can name in defence of a finding, in Chinese. */
  readonly document: string;
  readonly article?: string;
  readonly note?: string;
  readonly confidence: 'verified' | 'general';
  /** Where the fact was looked up. For engineers; not shown to users. */
  readonly source: string;
}

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The last day of a report year: the day on which a report speaks. */
export function lastDayOf(year: number): IsoDay {
  return `${year}-12-31` as IsoDay;
}

/**
 * Whether a datum applies to a report. Without a day (no report year known) only data that always
 * hold apply.
 */
export function appliesOn(validity: Validity | undefined, day: IsoDay | undefined): boolean {
  if (!validity || (validity.since === undefined && validity.until === undefined)) return true;
  if (day === undefined) return false;
  return (validity.since ?? '') <= day && day <= (validity.until ?? '9999-12-31');
}

/** 2024年1月1日 */
export function chineseDay(day: IsoDay): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
