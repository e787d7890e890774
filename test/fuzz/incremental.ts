// The claim that the version before only saves time, as one property over rows of random edits: after every edit the report
// made from the one before it equals the report made from nothing. The unit suite tries a little of it, `npm run fuzz` a lot.

import fc from 'fast-check';
import { analyze, lintAll } from '../../server/core/index.ts';
import { edits, versions, type Version } from '../support/edits.ts';
import { ALL_RULES, difference, GOLDEN } from '../support/same.ts';

export interface FuzzOptions {
  readonly seed: number;
  /** How many edits in all. */
  readonly count: number;
  /** One in so many edits has its views compared too, at two places in the text besides. */
  readonly viewsEvery: number;
  /** Told how many edits are done, after each row. */
  readonly progress?: (done: number) => void;
}

/** Edits of one row, over which reports are made from each other. */
const ROW = 40;

/** @throws where a report depends on the version before; seed and shrunk edits are in the message. */
export function fuzz({ seed, count, viewsEvery, progress }: FuzzOptions): void {
  let done = 0;
  const property = fc.property(fc.constantFrom(...GOLDEN), edits(ROW, ROW), (text, given) => {
    const start: Version = { text, env: {} };
    let report = analyze(start.text, start.env);
    // The rules leave nothing behind that the next version could rest on.
    lintAll(report, ALL_RULES);
    for (const version of versions(start, given, GOLDEN)) {
      report = analyze(version.text, version.env, report);
      const problems = lintAll(report, ALL_RULES);
      done++;
      const seen = done % viewsEvery === 0;
      const { length } = version.text;
      const different = difference(report, analyze(version.text, version.env), problems, seen ? { views: true, offsets: [(done * 7919) % (length + 1), (done * 104_729) % (length + 1)] } : {});
      if (different !== undefined) throw new Error(`${different} depends on the version before, in ${JSON.stringify(version)}`);
    }
    progress?.(done);
  });
  fc.assert(property, { seed, numRuns: Math.ceil(count / ROW), endOnFailure: false });
}
