// A Word document as it is read: paragraphs with their text and numbers, tables, notes, and what was left out. Types only.

import type { Place } from './text.ts';

/** A stretch of one piece of a run; `\t` and `\n` are a tab and a break. */
export interface Stretch {
  readonly text: string;
  readonly place: Place | undefined;
}

/** Where a footnote or an endnote is referred to; the number counts both, from 1. */
export interface NoteMark {
  readonly note: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: readonly (Stretch | NoteMark)[];
  /** The automatic number as Word shows it, `一、`; undefined where there is none. */
  readonly number: { readonly text: string; readonly isBullet: boolean; readonly isApart: boolean } | undefined;
  /** 0 for the first level of headings; undefined for body text. */
  readonly outline: number | undefined;
  readonly isTitle: boolean;
  readonly isCentred: boolean;
}

export interface Cell {
  readonly blocks: readonly Block[];
  /** Columns it takes. */
  readonly span: number;
  /** It goes on with the cell above. */
  readonly isContinued: boolean;
}

export interface Row {
  /** Columns left out before the first cell. */
  readonly before: number;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly Row[];
}

export type Block = Paragraph | Table;

export interface WordDocument {
  readonly blocks: readonly Block[];
  /** In the order in which they are referred to. */
  readonly notes: readonly (readonly Block[])[];
  readonly counts: Readonly<Counts>;
  /** First words of what is hidden, and of headers and footers. */
  readonly hidden: readonly string[];
  readonly margins: readonly string[];
}

/** What a writer should be told of. */
export interface Counts {
  comments: number;
  insertions: number;
  deletions: number;
  hidden: number;
  textBoxes: number;
  pictures: number;
  objects: number;
  formulas: number;
  numbers: number;
  merged: number;
  nested: number;
}
