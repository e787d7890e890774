// The earlier reports of whoever reports in a document: those that the writer picked, else those that the workspace file lists,
// else those beside it that their names and titles give away. Read when first asked for and kept by their content; what stands
// in an editor counts as it stands there. Must not know how a file is read, nor what is compared.

import { analyze, earlier, isSameIssuer, looksLikeReport, pastAmong, shortName, type OtherReport, type PastReport, type Report } from '../core/index.ts';
import { reportsAmong, type Entry } from '../import/folder.ts';
import type { Files } from './files.ts';
import { above, fileIn, nameOf, normal, type FolderOf } from './uris.ts';
import { textIn } from './word.ts';

/** Who says which reports are the earlier ones. */
export type PastOrigin = 'choice' | 'file' | 'name';

export interface Past {
  /** The latest first; the same array as long as none of them changes. */
  readonly reports: readonly PastReport[];
  readonly from: PastOrigin;
}

export interface PastInput {
  readonly uri: string;
  readonly report: Report;
  /** URIs; none of them where nothing is to be compared. */
  readonly chosen: readonly string[] | undefined;
  /** URIs of the workspace file. */
  readonly listed: readonly string[];
  /** Reports that are open, this one among them. */
  readonly open: readonly OtherReport[];
}

/** A document may hold a picture or two; the longest text of a report has a tenth of these characters. */
const MOST_BYTES = 20_000_000;
const MOST_CHARACTERS = 500_000;
/** As many files are read to find earlier reports by name. */
const MOST_READ = 24;
const MOST_FOLDERS = 60;
const YEAR = /(?<![0-9])20[0-9]{2}(?![0-9])/gu;

/** What the name of a file shows before it is read. */
interface Candidate {
  readonly uri: string;
  readonly year: number;
  readonly isNamed: boolean;
  readonly isBeside: boolean;
}

export class Pasts {
  readonly #files: Files;
  readonly #folderOf: FolderOf;
  readonly #texts = new Map<string, Promise<string | undefined>>();
  readonly #lists = new Map<string, Promise<readonly Entry[]>>();
  readonly #reports = new Map<string, { readonly text: string; readonly report: Report | undefined }>();
  readonly #searches = new Map<string, Promise<readonly OtherReport[]>>();
  readonly #known = new Map<string, Past>();

  constructor(files: Files, folderOf: FolderOf) {
    this.#files = files;
    this.#folderOf = folderOf;
  }

  async of(input: PastInput): Promise<Past> {
    const { report, open, chosen, listed } = input;
    const own = normal(input.uri);
    const others = open.filter(({ id }) => normal(id) !== own);
    const from: PastOrigin = chosen ? 'choice' : listed.length > 0 ? 'file' : 'name';
    const found = from === 'name' ? await this.#byName(own, report) : await this.#byUri(chosen ?? listed, report, others);
    const opened = from === 'name' ? [...others, ...found.filter(({ id }) => !others.some((other) => normal(other.id) === normal(id)))] : found;
    const reports = from === 'choice' ? earlier(report, opened) : pastAmong(report, opened);
    const known = this.#known.get(own);
    if (known && known.from === from && isSame(known.reports, reports)) return known;
    const past = { reports, from };
    this.#known.set(own, past);
    return past;
  }

  /** The text of a report that is kept in a file: the one door through which files come in. Undefined where there is none. */
  readReportText(uri: string): Promise<string | undefined> {
    const key = normal(uri);
    let reading = this.#texts.get(key);
    if (!reading) {
      reading = this.#files.read(key, MOST_BYTES).then(async (bytes) => {
        const read = bytes && (await textIn(bytes));
        return read && 'text' in read && read.text.length <= MOST_CHARACTERS ? read.text : undefined;
      });
      this.#texts.set(key, reading);
    }
    return reading;
  }

  /** Some files were written, made or deleted. Whether anything that was looked at is among them. */
  changed(files: readonly { readonly uri: string; readonly isWritten: boolean }[]): boolean {
    const all = files.map(({ uri, isWritten }) => ({ uri: normal(uri), isWritten }));
    const touched = all.filter(({ uri, isWritten }) => this.#texts.has(uri) || (!isWritten && this.#lists.has(above(uri) ?? '')));
    for (const { uri, isWritten } of touched) {
      this.#texts.delete(uri);
      if (!isWritten) this.#lists.clear();
    }
    if (touched.length > 0) this.#searches.clear();
    return touched.length > 0;
  }

  closed(uri: string): void {
    this.#known.delete(normal(uri));
  }

  async #byUri(uris: readonly string[], report: Report, open: readonly OtherReport[]): Promise<readonly OtherReport[]> {
    const found = await Promise.all(
      uris.map(async (uri): Promise<readonly OtherReport[]> => {
        const opened = open.find(({ id }) => normal(id) === normal(uri));
        if (opened) return [opened];
        const text = await this.readReportText(uri);
        // A single report that tells no year is last year's.
        const year = yearsIn(nameOf(uri)).at(-1) ?? (uris.length === 1 && report.year !== undefined ? report.year - 1 : undefined);
        const read = text === undefined ? undefined : this.#read(uri, text, year);
        return read ? [{ id: uri, name: nameOf(uri), report: read }] : [];
      }),
    );
    return found.flat();
  }

  #byName(own: string, report: Report): Promise<readonly OtherReport[]> {
    const { issuer, year } = report;
    if (issuer === undefined || year === undefined) return NOTHING;
    const top = this.#folderOf(own);
    const key = [own, issuer, year, top].join(' ');
    let search = this.#searches.get(key);
    if (!search) {
      search = this.#search(own, top, issuer, year);
      this.#searches.set(key, search);
    }
    return search;
  }

  /** In the folder of the document, those in it and those beside it; outside of a workspace only in its own. */
  async #search(own: string, top: string | undefined, issuer: string, year: number): Promise<readonly OtherReport[]> {
    const folder = above(own);
    if (folder === undefined || (top === undefined && !own.startsWith('file:'))) return [];
    const parent = top !== undefined && folder !== top ? above(folder) : undefined;
    const around = [folder, ...(top === undefined ? [] : await this.#foldersIn(folder)), ...(parent === undefined ? [] : [parent, ...(await this.#foldersIn(parent))])];
    const lists = await Promise.all([...new Set(around)].slice(0, MOST_FOLDERS).map(async (each) => ({ each, entries: await this.#list(each) })));
    const short = shortName(issuer);
    const candidates = lists.flatMap(({ each, entries }) =>
      entries.flatMap(({ name, isFolder }): Candidate[] => {
        const uri = normal(fileIn(each, name));
        if (isFolder || uri === own) return [];
        const named = [...yearsIn(name), ...(each === folder ? [] : yearsIn(nameOf(each)))];
        const [latest] = named.filter((found) => found < year).sort((a, b) => b - a);
        return latest === undefined ? [] : [{ uri, year: latest, isNamed: short.length > 1 && name.includes(short), isBeside: each === folder }];
      }),
    );
    const ranked = candidates.sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || Number(b.isBeside) - Number(a.isBeside) || b.year - a.year || (a.uri < b.uri ? -1 : 1));
    const reports = await Promise.all(ranked.slice(0, MOST_READ).map(async ({ uri }) => {
      const text = await this.readReportText(uri);
      const read = text !== undefined && looksLikeReport(text) ? this.#read(uri, text, undefined) : undefined;
      return read && isSameIssuer(read.issuer, issuer) ? [{ id: uri, name: nameOf(uri), report: read }] : [];
    }));
    return reports.flat();
  }

  async #foldersIn(folder: string): Promise<readonly string[]> {
    return (await this.#list(folder)).flatMap(({ name, isFolder }) => (isFolder ? [normal(fileIn(folder, name))] : []));
  }

  #list(folder: string): Promise<readonly Entry[]> {
    let listing = this.#lists.get(folder);
    if (!listing) {
      listing = this.#files.list(folder).then((entries) => reportsAmong(entries ?? [], 'any'));
      this.#lists.set(folder, listing);
    }
    return listing;
  }

  /** `year` where the text tells none. */
  #read(uri: string, text: string, year: number | undefined): Report | undefined {
    const known = this.#reports.get(uri);
    if (known?.text === text) return known.report;
    const plain = analyze(text, { isReport: true });
    const report = plain.year === undefined && year !== undefined ? analyze(text, { isReport: true, year }, plain) : plain;
    const read = report.recognised ? report : undefined;
    this.#reports.set(uri, { text, report: read });
    return read;
  }
}

const NOTHING: Promise<readonly OtherReport[]> = Promise.resolve([]);

const yearsIn = (name: string): readonly number[] => [...name.matchAll(YEAR)].map(([found]) => Number(found));

const isSame = (a: readonly PastReport[], b: readonly PastReport[]): boolean => a.length === b.length && a.every(({ id, report, year }, i) => b[i]?.id === id && b[i].report === report && b[i].year === year);
