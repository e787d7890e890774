// How much of a file is read at most, so that no file costs more memory or time than a large report with many pictures.
// Must not know what is counted.

import { TOO_LARGE, WordRefusal } from './refusal.ts';

const MB = 1024 * 1024;

/** Bytes of a file; pictures are most of it. The shells look at the size before they read. */
export const LARGEST_FILE = 64 * MB;
/** Entries of an archive. */
export const MOST_ENTRIES = 10_000;
/** Bytes of all parts that are inflated. */
const MOST_INFLATED = 64 * MB;
/** A part that is larger than this and shrinks to less than a hundredth of itself holds no text that anybody wrote. */
const LARGE_PART = 4 * MB;
const GREATEST_RATIO = 250;
const MOST_ELEMENTS = 1_000_000;
/** Elements inside each other. */
const DEEPEST = 256;
/** UTF-16 units that are written. */
const LONGEST_TEXT = 16 * MB;

/** What one import may still use. */
export class Budget {
  #inflated = 0;
  #elements = 0;
  #written = 0;

  /** A piece of a part was inflated: `made` bytes so far from `packed`. @throws WordRefusal */
  inflated(piece: number, made: number, packed: number): void {
    this.#inflated += piece;
    if (this.#inflated > MOST_INFLATED || (made > LARGE_PART && made > packed * GREATEST_RATIO)) throw new WordRefusal(TOO_LARGE);
  }

  /** An element was opened. @throws WordRefusal */
  element(depth: number): void {
    if (++this.#elements > MOST_ELEMENTS || depth > DEEPEST) throw new WordRefusal(TOO_LARGE);
  }

  /** So much text was made. @throws WordRefusal */
  wrote(length: number): void {
    this.#written += length;
    if (this.#written > LONGEST_TEXT) throw new WordRefusal(TOO_LARGE);
  }
}
