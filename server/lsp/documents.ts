// The report of every open document: one per version, the one before it kept to save time. Everything else is
// recomputed from it on request. Must not know the protocol's requests.

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, BUILT_IN_WORDS, lintAll, looksLikeReport, RULES, type Problem, type Report, type Segmenter } from '../core/index.ts';
import type { Settings } from './settings.ts';

export const LANGUAGE = 'fazhi-report';

/** Documents of these schemes are other people's views of a text, not the text. */
const FOREIGN_SCHEMES = new Set(['git', 'output', 'search-editor', 'debug', 'comment', 'vscode-settings', 'walkThrough', 'vscode-scm', 'gitlens', 'fazhi-report']);

export const isForeign = (uri: string): boolean => FOREIGN_SCHEMES.has(uri.slice(0, uri.indexOf(':')));

interface Entry {
  readonly version: number;
  readonly settings: Settings;
  readonly report: Report | undefined;
  problems: readonly Problem[] | undefined;
}

export class Documents {
  readonly #entries = new Map<string, Entry>();
  #words: Segmenter | undefined;

  /** The report of this version, or undefined where the document is none. */
  report(document: TextDocument, settings: Settings): Report | undefined {
    return this.#entry(document, settings).report;
  }

  problems(document: TextDocument, settings: Settings): readonly Problem[] {
    return this.allProblems(document, settings).filter(({ ignored }) => ignored === undefined);
  }

  /** The ignored ones among them. */
  allProblems(document: TextDocument, settings: Settings): readonly Problem[] {
    const entry = this.#entry(document, settings);
    if (!entry.report) return [];
    entry.problems ??= lintAll(entry.report, { rules: RULES, settings: settings.rules, ignores: settings.ignores, ...(this.#words ? { words: this.#words } : {}) });
    return entry.problems;
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
    this.#entries.delete(uri);
  }

  #entry(document: TextDocument, settings: Settings): Entry {
    const known = this.#entries.get(document.uri);
    if (known?.version === document.version && known.settings === settings) return known;
    const entry: Entry = { version: document.version, settings, report: read(document, settings, known?.report), problems: undefined };
    this.#entries.set(document.uri, entry);
    return entry;
  }
}

function read(document: TextDocument, settings: Settings, previous: Report | undefined): Report | undefined {
  if (isForeign(document.uri)) return undefined;
  const isReport = document.languageId === LANGUAGE;
  const text = document.getText();
  if (!isReport && !previous && !looksLikeReport(text)) return undefined;
  const { year, kind, local } = settings;
  const env = { isReport, ...(year === undefined ? {} : { year }), ...(kind === undefined ? {} : { kind }), ...(local === undefined ? {} : { local }) };
  const report = analyze(text, env, previous);
  return report.recognised ? report : undefined;
}
