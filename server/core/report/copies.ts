// Fingerprints of paragraphs that are alike but for numbers and the names of their issuers, and where in other reports the
// same one is found. Kept beside facts and reports as long as these live; asked for by a rule that is off by default.
// Must not judge, nor know where the other reports come from.

import { KIND_OF_PLACE, LEAST_OWN, NAME_OF_ISSUER, NUMBER, SHARED_SENTENCE, SHORTEST_COPY } from '../domain/copies.ts';
import { digest } from '../text/digest.ts';
import { sentencesOf } from '../text/sentence.ts';
import type { Facts, Paragraph, Report } from './report.ts';

const NUMBERS = new RegExp(NUMBER, 'gu');
const NAMES = new RegExp(NAME_OF_ISSUER, 'gu');
const PLACES = new RegExp(KIND_OF_PLACE, 'gu');
const IS_SHARED = new RegExp(SHARED_SENTENCE, 'u');

/** A character that no name and no number holds. */
const GAP = '＿';
const GAPS = /＿+/gu;

interface Print {
  readonly issuer: string | undefined;
  /** Undefined for a paragraph that shows nothing: short, or made of what all reports share. */
  readonly digest: string | undefined;
}

/** A report at hand: open beside the one that is checked, checked in the same run, or that very one. */
export interface OtherReport {
  /** How the shell finds it again: a URI or a path. */
  readonly id: string;
  /** How messages name it. */
  readonly name: string;
  readonly report: Report;
}

export interface Place {
  readonly of: OtherReport;
  readonly paragraph: Paragraph;
}

const prints = new WeakMap<Facts, Print>();
const printed = new WeakMap<Report, ReadonlyMap<string, Paragraph>>();
const placed = new WeakMap<readonly OtherReport[], ReadonlyMap<string, readonly Place[]>>();

/** The paragraphs of a report by their fingerprints; of two that are alike, the first. */
export function printsOf(report: Report): ReadonlyMap<string, Paragraph> {
  const known = printed.get(report);
  if (known) return known;
  const found = new Map<string, Paragraph>();
  for (const paragraph of report.paragraphs) {
    if (paragraph.kind !== 'text' && paragraph.kind !== 'heading') continue;
    const print = printOf(paragraph.facts, report.issuer);
    if (print !== undefined && !found.has(print)) found.set(print, paragraph);
  }
  printed.set(report, found);
  return found;
}

/** Where each fingerprint is found in some reports. */
export function placesOf(reports: readonly OtherReport[]): ReadonlyMap<string, readonly Place[]> {
  const known = placed.get(reports);
  if (known) return known;
  const found = new Map<string, Place[]>();
  for (const of of reports) {
    for (const [print, paragraph] of printsOf(of.report)) {
      const list = found.get(print);
      if (list) list.push({ of, paragraph });
      else found.set(print, [{ of, paragraph }]);
    }
  }
  placed.set(reports, found);
  return found;
}

/** How a paragraph differs from one of another report that has the same fingerprint. */
export function differenceOf(paragraph: Paragraph, report: Report, other: Paragraph, otherReport: Report): { readonly numbers: boolean; readonly names: boolean } {
  const [a, b] = [paragraph.facts.flow.text, other.facts.flow.text];
  const [c, d] = [withoutNames(a, report.issuer), withoutNames(b, otherReport.issuer)];
  return { numbers: c !== d, names: withoutNumbers(a) !== withoutNumbers(b) };
}

function printOf(facts: Facts, issuer: string | undefined): string | undefined {
  const known = prints.get(facts);
  if (known && known.issuer === issuer) return known.digest;
  const { text } = facts.flow;
  const print: Print = { issuer, digest: isOwn(text) ? digest(withoutNumbers(withoutNames(text, issuer))) : undefined };
  prints.set(facts, print);
  return print.digest;
}

function isOwn(text: string): boolean {
  if (text.length < SHORTEST_COPY) return false;
  const own = sentencesOf(text).filter(({ start, end }) => !IS_SHARED.test(text.slice(start, end)));
  return own.reduce((sum, { start, end }) => sum + end - start, 0) >= LEAST_OWN;
}

const withoutNumbers = (text: string): string => text.replace(NUMBERS, '0');

/** A name goes with or without the word for its kind: 云溪镇, 云溪. */
function withoutNames(text: string, issuer = ''): string {
  const names = (issuer.match(NAMES) ?? []).flatMap((name) => [name, name.replace(PLACES, '')]).filter(({ length }) => length >= 2);
  return names.sort((a, b) => b.length - a.length).reduce((rest, name) => rest.replaceAll(name, GAP), text).replace(PLACES, GAP).replace(GAPS, GAP);
}
