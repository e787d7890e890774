// Shorthand for entries: what is the same in most of them need not be written. Must not hold a claim of its own.

import type { TermSpec } from '../types.ts';

/** Report year of examples that hold in any year. */
const ANY_YEAR = 2024;

export interface Brief extends Omit<TermSpec, 'anchors' | 'exceptions' | 'validity' | 'severity' | 'examples'>, Partial<Pick<TermSpec, 'anchors' | 'exceptions' | 'validity' | 'severity'>> {
  readonly wrong: readonly string[];
  readonly right: readonly string[];
  /** Report year of the examples. */
  readonly year?: number;
}

/** Without anchors the pattern is taken for plain words with `|` between them; without severity it is a warning. */
export function brief({ wrong, right, year = ANY_YEAR, anchors, exceptions = [], validity = {}, severity = 'warning', ...rest }: Brief): TermSpec {
  return { ...rest, anchors: anchors ?? rest.pattern.split('|'), exceptions, validity, severity, examples: { year, wrong, right } };
}

/** Sentences in which an old name is in its place: they look back, honour, plan to change it or say that it changed. */
export const LOOKS_BACK =
  '原(?!则|因|理|料|告|件|创|有|地|本)|前身|旧称|曾|更名|改称|改为|改名|合并|撤销|不再保留|挂牌|划转|划入|并入|转隶|机构改革|以前|此前|过去|历史|移交|遗留|荣获|获得|获评|评为|授予|称号|表彰|先进|20(?:0\\d|1\\d)年';

/** Anchors of two characters, one of each kind: rarer than either of them alone. */
export const pairsOf = (first: string, second: string): readonly string[] => [...first].flatMap((one) => [...second].map((two) => one + two));
