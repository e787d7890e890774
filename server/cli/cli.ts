// The command line: arguments → a command → exit code. Results come in the order named. Must not hold domain knowledge.

import { version } from '../../package.json';
import { readArguments, USAGE, UsageError, type Arguments, type Command } from './arguments.ts';
import { compare } from './commands/compare.ts';
import { exportAll } from './commands/export.ts';
import { fix } from './commands/fix.ts';
import { importAll } from './commands/import.ts';
import { lintAll } from './commands/lint.ts';
import { reviewAll } from './commands/review.ts';
import { show } from './commands/show.ts';
import { CLEAN, UNUSABLE, type Streams } from './inputs.ts';

const COMMANDS: Readonly<Record<Command, (args: Arguments, streams: Streams) => number | Promise<number>>> = {
  lint: lintAll,
  review: reviewAll,
  outline: show,
  figures: show,
  compare,
  fix,
  import: importAll,
  export: exportAll,
};

/** Runs one command and returns its exit code; never throws. */
export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  const { out, err } = streams;
  try {
    const args = readArguments(argv);
    if (args === 'help') {
      out(USAGE);
      return CLEAN;
    }
    if (args === 'version') {
      out(version);
      return CLEAN;
    }
    return await COMMANDS[args.command](args, streams);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    err(`fazhi-report：${error.message}。用 --help 看用法。`);
    return UNUSABLE;
  }
}
