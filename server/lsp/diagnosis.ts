// Why a document is checked or not, for somebody who sees nothing: what its head shows, what it was taken for and by whose
// word, what is switched off. Facts only: the client phrases them.

import { BUILT_IN_WORDS, RULES, signsOf, type Ledger, type Segmenter, type Signs } from '../core/index.ts';
import type { ConfigFile } from './configs.ts';
import { isForeign, LANGUAGE, type Skipped } from './documents.ts';
import type { ProtocolStatus } from './overview.ts';
import type { Settings } from './settings.ts';

export interface Diagnosis {
  /** Whether the document is another program's view of a text, which is left alone. */
  readonly foreign: boolean;
  /** In UTF-16 units. */
  readonly length: number;
  readonly signs: Signs;
  /** It seems to be a report and is not read. */
  readonly skipped?: Skipped;
  /** What it was taken for; absent where it is no report. */
  readonly status?: ProtocolStatus;
  /** Rules that are off, by their titles. */
  readonly off: readonly string[];
  /** The workspace file that holds for it, and how many of its entries are wrong. */
  readonly file?: { readonly uri: string; readonly faults: number };
  /** The ledger that holds for it: how many figures it knows, and what is wrong in it. */
  readonly ledger?: { readonly uri: string; readonly entries: number; readonly problems: readonly string[] };
  /** Settings of the user that are wrong, a sentence each; absent where none is. */
  readonly faults?: readonly string[];
  /** The engine that cuts words; absent as long as the built-in list does. */
  readonly words?: string;
}

export interface DiagnosisInput {
  readonly document: { readonly uri: string; readonly languageId: string; readonly getText: () => string };
  readonly skipped: Skipped | undefined;
  readonly settings: Settings;
  readonly status: ProtocolStatus | undefined;
  readonly file: ConfigFile | undefined;
  readonly words: Segmenter;
  readonly ledger: Ledger | undefined;
}

/** The first ones show what the others are like. */
const MOST_TOLD = 10;

export function diagnose({ document, skipped, settings, status, file, words, ledger }: DiagnosisInput): Diagnosis {
  const text = document.getText();
  return {
    foreign: isForeign(document.uri),
    length: text.length,
    signs: signsOf(text, { isReport: document.languageId === LANGUAGE }),
    ...(skipped ? { skipped } : {}),
    ...(status ? { status } : {}),
    off: RULES.filter(({ id }) => settings.rules[id] === 'off').map(({ title }) => title),
    ...(file?.exists ? { file: { uri: file.uri, faults: file.faults } } : {}),
    ...(ledger ? { ledger: { uri: ledger.id, entries: ledger.entries.length, problems: ledger.problems.slice(0, MOST_TOLD).map(({ row, message }) => (row === undefined ? message : `第${row}行：${message}`)) } } : {}),
    ...(settings.faults.length > 0 ? { faults: settings.faults } : {}),
    ...(words === BUILT_IN_WORDS ? {} : { words: words.name }),
  };
}
