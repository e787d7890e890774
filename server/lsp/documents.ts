// The report of every open document: one per version, the one before it kept to save time. Everything else is
// recomputed from it on request. Must not know the protocol's requests.

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, BUILT_IN_WORDS, isOn, lintAll, looksLikeReport, pastAmong, printsOf, RULES, type Ledger, type OtherReport, type PastReport, type Problem, type Report, type Segmenter } from '../core/index.ts';
import { ruleChoiceOf, type Settings } from './settings.ts';
import { nameOf } from './uris.ts';

export const LANGUAGE = 'fazhi-report';

/** Documents of these schemes are other people's views of a text, not the text. */
const FOREIGN_SCHEMES = new Set(['git', 'output', 'search-editor', 'debug', 'comment', 'vscode-settings', 'walkThrough', 'vscode-scm', 'gitlens', 'fazhi-report']);

export const isForeign = (uri: string): boolean => FOREIGN_SCHEMES.has(uri.slice(0, uri.indexOf(':')));

interface Entry {
  /** The text it was read from: a client may open a document twice, and count its versions anew. */
  readonly text: string;
  readonly language: string;
  readonly settings: Settings;
  readonly report: Report | undefined;
  problems: readonly Problem[] | undefined;
  /** What the problems were found beside. */
  others: readonly OtherReport[];
  past: readonly PastReport[];
  ledger: Ledger | undefined;
}

/** A report that is not read because it is too long; both in UTF-16 units. */
export interface Skipped {
  readonly length: number;
  readonly most: number;
}

/** Why a document that seems to be a report is not read; undefined where it is read, or seems to be none. Looks at its head only. */
export function skippedOf(document: TextDocument, { maxCharacters }: Settings): Skipped | undefined {
  const text = document.getText();
  if (text.length <= maxCharacters || isForeign(document.uri) || !(document.languageId === LANGUAGE || looksLikeReport(text))) return undefined;
  return { length: text.length, most: maxCharacters };
}

export class Documents {
  readonly #entries = new Map<string, Entry>();
  #words: Segmenter | undefined;
  /** All open reports; made anew when one of them changes, and only where a rule looks at them. */
  #others: readonly OtherReport[] | undefined;
  #stale = false;

  /** The report of this version, or undefined where the document is none. */
  report(document: TextDocument, settings: Settings): Report | undefined {
    return this.#entry(document, settings).report;
  }

  problems(document: TextDocument, settings: Settings, past: readonly PastReport[] = NO_PAST, ledger?: Ledger): readonly Problem[] {
    return this.allProblems(document, settings, past, ledger).filter(({ ignored }) => ignored === undefined);
  }

  /** The ignored ones among them; earlier reports only matter where a rule looks at them. */
  allProblems(document: TextDocument, settings: Settings, past: readonly PastReport[] = NO_PAST, ledger?: Ledger): readonly Problem[] {
    const entry = this.#entry(document, settings);
    if (!entry.report) return [];
    const others = compares(settings) ? (this.#others ??= this.open()) : NONE;
    if (!entry.problems || entry.others !== others || entry.past !== past || entry.ledger !== ledger) {
      entry.others = others;
      entry.past = past;
      entry.ledger = ledger;
      entry.problems = lintAll(entry.report, { ...ruleChoiceOf(settings), rules: RULES, ignores: settings.ignores, others, past, ledger, ...(this.#words ? { words: this.#words } : {}) });
    }
    return entry.problems;
  }

  /** Whether, since this was last asked, a report changed in what another open one is compared with. */
  takeStale(): boolean {
    const stale = this.#stale;
    this.#stale = false;
    return stale;
  }

  /** The best cutter there is by now. */
  get words(): Segmenter {
    return this.#words ?? BUILT_IN_WORDS;
  }

  /** From now on findings are guarded by these words. */
  useWords(words: Segmenter): void {
    this.#words = words;
    for (const entry of this.#entries.values()) entry.problems = undefined;
  }

  close(uri: string): void {
    this.#changed(uri, this.#entries.get(uri)?.report, undefined);
    this.#entries.delete(uri);
  }

  /** All open reports as they were last read. */
  open(): readonly OtherReport[] {
    return [...this.#entries].flatMap(([id, { report }]) => (report ? [{ id, name: nameOf(id), report }] : []));
  }

  /** A report took the place of another: those that are compared with it may have to be told anew. */
  #changed(uri: string, before: Report | undefined, after: Report | undefined): void {
    this.#others = undefined;
    const comparing = [...this.#entries].filter(([id, { report, settings }]) => id !== uri && report && compares(settings));
    if (comparing.length === 0 || this.#stale) return;
    // An earlier report of the same reporter: any of its numbers may be what is compared.
    if (comparing.some(([, { report }]) => report && [before, after].some((each) => each && pastAmong(report, [{ id: uri, name: '', report: each }]).length > 0))) {
      this.#stale = true;
      return;
    }
    const old = before ? printsOf(before) : new Map<string, never>();
    const now = after ? printsOf(after) : new Map<string, never>();
    const gone = [...old.keys()].filter((print) => !now.has(print));
    const come = [...now.keys()].filter((print) => !old.has(print));
    this.#stale = comparing.some(([, { report }]) => report && [...gone, ...come].some((print) => printsOf(report).has(print)));
  }

  #entry(document: TextDocument, settings: Settings): Entry {
    const known = this.#entries.get(document.uri);
    const text = document.getText();
    if (known?.text === text && known.language === document.languageId && known.settings === settings) return known;
    const entry: Entry = { text, language: document.languageId, settings, report: read(document, settings, known?.report), problems: undefined, others: NONE, past: NO_PAST, ledger: undefined };
    this.#changed(document.uri, known?.report, entry.report);
    this.#entries.set(document.uri, entry);
    return entry;
  }
}

const NONE: readonly OtherReport[] = [];
const NO_PAST: readonly PastReport[] = [];

/** Whether a rule that is on looks at other reports. */
export const compares = (settings: Settings): boolean => COMPARING.some((rule) => isOn(rule, ruleChoiceOf(settings)));
const COMPARING = RULES.filter((rule) => rule.compares);

function read(document: TextDocument, settings: Settings, previous: Report | undefined): Report | undefined {
  if (isForeign(document.uri)) return undefined;
  const isReport = document.languageId === LANGUAGE;
  const text = document.getText();
  // Half of a report would lack the parts of the other half, so it is all or nothing.
  if (text.length > settings.maxCharacters) return undefined;
  if (!isReport && !previous && !looksLikeReport(text)) return undefined;
  const { year, kind, local } = settings;
  const env = { isReport, ...(year === undefined ? {} : { year }), ...(kind === undefined ? {} : { kind }), ...(local === undefined ? {} : { local }) };
  const report = analyze(text, env, previous);
  return report.recognised ? report : undefined;
}
