// Where the writer is typing, as the client tells it: findings in a sentence wait until it ends or the cursor leaves it.
// There is one cursor, so there is one such place. Must not know how the client finds out or what is found.

import type { Position, Range } from 'vscode-languageserver';
import { offsetAt, unfinished, waitsFor, type Problem, type Report } from '../core/index.ts';
import { toRange } from './convert.ts';
import { isPosition } from './params.ts';

/** The cursor as the client tells it: null where it is in no editor of the document. */
export interface Cursor {
  readonly uri: string;
  readonly position: Position | null;
  /** Whether it got there by writing. */
  readonly typing: boolean;
}

interface Place {
  readonly uri: string;
  readonly position: Position;
  /** The sentence around it, as it was when last asked for. */
  sentence: Range | undefined;
  /** Whether findings of the last answer wait for it. */
  waiting: boolean;
}

export class Typing {
  #place: Place | undefined;

  /** Takes note of the cursor; whether there are findings that now no longer wait. */
  moved({ uri, position, typing }: Cursor): boolean {
    const before = this.#place?.uri === uri ? this.#place : undefined;
    if (typing && isPosition(position)) {
      const waited = before === undefined && this.left();
      this.#place = { sentence: undefined, waiting: false, ...before, uri, position };
      return waited;
    }
    if (!before || (isPosition(position) && before.sentence && isIn(before.sentence, position))) return false;
    return this.left();
  }

  /** Nobody types any more; whether there are findings that now no longer wait. */
  left(): boolean {
    const waited = this.#place?.waiting === true;
    this.#place = undefined;
    return waited;
  }

  closed(uri: string): void {
    if (this.#place?.uri === uri) this.left();
  }

  /** Those of a document's findings that wait for no sentence. */
  told(uri: string, report: Report, problems: readonly Problem[]): readonly Problem[] {
    const place = this.#place;
    if (place?.uri !== uri) return problems;
    const sentence = unfinished(report, offsetAt(report.source, place.position));
    const told = sentence ? problems.filter((problem) => !waitsFor(sentence, problem, report)) : problems;
    place.sentence = sentence && toRange(report.source, sentence);
    place.waiting = told.length < problems.length;
    return told;
  }
}

const isIn = ({ start, end }: Range, place: Position): boolean => !isBefore(place, start) && !isBefore(end, place);

const isBefore = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
