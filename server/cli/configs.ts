// The workspace file that holds for a file on the command line: the nearest one above it, each read once.
// Must not know what its fields mean.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_FILE } from '../config/schema.ts';
import { EMPTY, NO_SUCH_FILE, readConfig, withoutMark, type Config, type ConfigProblem } from '../config/read.ts';
import { makeSource, positionAt, type Source } from '../core/index.ts';

export class Configs {
  readonly #folders = new Map<string, Config | undefined>();
  readonly #say: (line: string) => void;

  /** `say` is told what is wrong in a file, once. */
  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  of(name: string): Config {
    let folder = name === '-' ? process.cwd() : path.dirname(path.resolve(name));
    for (;;) {
      if (!this.#folders.has(folder)) this.#folders.set(folder, this.#read(path.join(folder, CONFIG_FILE)));
      const config = this.#folders.get(folder);
      if (config) return config;
      const above = path.dirname(folder);
      if (above === folder) return EMPTY;
      folder = above;
    }
  }

  #tell(file: string, source: Source, { span, message }: ConfigProblem): void {
    const { line, character } = positionAt(source, span.start);
    this.#say(`${file}:${line + 1}:${character + 1} ${message}`);
  }

  #read(file: string): Config | undefined {
    let text: string;
    try {
      text = withoutMark(readFileSync(file, 'utf8'));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // There is none here; a folder of this name is none.
      if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EISDIR') this.#say(`${file}：读不了这个文件（${code ?? String(error)}），里面的要求没有用上。`);
      return undefined;
    }
    const { config, problems, files } = readConfig(text);
    const source = makeSource(text);
    for (const problem of problems) this.#tell(file, source, problem);
    // As they are found from anywhere.
    const past = files.map(({ path: name, span }) => {
      const named = path.resolve(path.dirname(file), name);
      if (!existsSync(named)) this.#tell(file, source, { span, message: NO_SUCH_FILE });
      return named;
    });
    const reports = past.filter((_, i) => files[i]?.path !== config.ledger);
    const ledger = config.ledger === undefined ? undefined : path.resolve(path.dirname(file), config.ledger);
    return { ...config, past: reports.filter((named) => existsSync(named)), ledger: ledger !== undefined && existsSync(ledger) ? ledger : undefined };
  }
}
