// Which of some reports are earlier ones of the same reporter. Must not know where they come from.

import { OFFICE_TAIL, PLACE_TAIL } from '../domain/past.ts';
import type { OtherReport } from '../report/copies.ts';
import type { Report } from '../report/report.ts';

/** An earlier report, with the year it reports on. */
export interface PastReport extends OtherReport {
  readonly year: number;
}

/** Further back no figures are compared. */
export const MOST_YEARS = 10;

/** The earlier reports of the same reporter, the latest first, one of each year: of two, the first by its id. */
export const pastAmong = (report: Report, others: readonly OtherReport[]): readonly PastReport[] =>
  earlier(report, others.filter((other) => isSameIssuer(report.issuer, other.report.issuer)));

/** The earlier ones among reports that somebody named as such, whatever the reporter was called then. */
export function earlier(report: Report, others: readonly OtherReport[]): readonly PastReport[] {
  const { year: own } = report;
  if (own === undefined) return NONE;
  const byYear = new Map<number, PastReport>();
  for (const other of [...others].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { year } = other.report;
    if (year !== undefined && year < own && year >= own - MOST_YEARS && !byYear.has(year)) byYear.set(year, { ...other, year });
  }
  return [...byYear.values()].sort((a, b) => b.year - a.year);
}

/** That of the year before, with which growth is measured. */
export const lastYear = ({ year }: Report, past: readonly PastReport[]): PastReport | undefined => past.find((each) => each.year + 1 === year);

const OFFICE = new RegExp(OFFICE_TAIL, 'u');
const PLACE = new RegExp(PLACE_TAIL, 'u');
/** 县局 is many a county's. */
const SHORTEST_NAME = 3;

/** With the county before it or without, as a place or as its government. */
export function isSameIssuer(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [long, short] = [a, b].map((name) => name.replace(OFFICE, '')).sort((x, y) => y.length - x.length) as [string, string];
  return long === short || (short.length >= SHORTEST_NAME && long.endsWith(short));
}

/** What the name of a file may say of a reporter: 云溪. */
export const shortName = (issuer: string): string => issuer.replace(OFFICE, '').replace(PLACE, '').slice(-LONGEST_SHORT_NAME);

const LONGEST_SHORT_NAME = 2;

const NONE: readonly PastReport[] = [];
