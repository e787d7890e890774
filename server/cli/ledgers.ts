// The ledger of figures that holds for a report on the command line: the one that is named, else that of the workspace file, else
// the nearest beside the report or above it, up to the folder in which the command line runs. Each is read once. Must not know
// what a ledger says.

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/read.ts';
import { LEDGER_FILES, positionAt, type Ledger } from '../core/index.ts';
import { LARGEST_LEDGER, LEDGER_TOO_LARGE, ledgerIn } from '../import/ledger.ts';
import { isArchive } from '../import/text.ts';
import { FileError, wordFor } from './files.ts';

export class Ledgers {
  readonly #read = new Map<string, Ledger | undefined>();
  readonly #named: string | undefined;
  readonly #say: (line: string) => void;

  /** `say` is told what is wrong in a ledger, once. */
  constructor(named: string | undefined, say: (line: string) => void) {
    this.#named = named;
    this.#say = say;
  }

  /** @throws FileError for one that is named on the command line and cannot be read. */
  of(name: string, { ledger }: Pick<Config, 'ledger'>): Ledger | undefined {
    if (this.#named !== undefined) {
      const found = this.#at(this.#named);
      if (!found) throw new FileError(`${this.#named}：没有这个台账，或者读不了`);
      return found;
    }
    if (ledger !== undefined) return this.#at(ledger);
    const own = name === '-' ? process.cwd() : path.dirname(path.resolve(name));
    const isBelow = !path.relative(process.cwd(), own).startsWith('..') && !path.isAbsolute(path.relative(process.cwd(), own));
    for (let folder = own; ; folder = path.dirname(folder)) {
      for (const file of LEDGER_FILES) {
        const found = this.#at(path.join(folder, file));
        if (found) return found;
      }
      if (!isBelow || folder === process.cwd() || path.dirname(folder) === folder) return undefined;
    }
  }

  #at(file: string): Ledger | undefined {
    const key = path.resolve(file);
    if (!this.#read.has(key)) this.#read.set(key, this.#ledgerAt(file, key));
    return this.#read.get(key);
  }

  #ledgerAt(file: string, key: string): Ledger | undefined {
    let bytes: Uint8Array;
    const shown = file === this.#named ? file : path.relative(process.cwd(), key) || key;
    try {
      const stat = statSync(key);
      if (!stat.isFile()) return undefined;
      if (stat.size > LARGEST_LEDGER) {
        this.#say(`${shown}：${LEDGER_TOO_LARGE}`);
        return undefined;
      }
      bytes = readFileSync(key);
    } catch {
      return undefined;
    }
    const ledger = ledgerIn(key, path.basename(key), bytes, isArchive(bytes) ? wordFor(shown) : undefined);
    for (const { message, row, span } of ledger.problems) {
      const at = ledger.source && span ? positionAt(ledger.source, span.start) : undefined;
      this.#say(`${shown}${at ? `:${at.line + 1}:${at.character + 1}` : row === undefined ? '：' : `：第${row}行：`}${at ? ' ' : ''}${message}`);
    }
    return ledger;
  }
}
