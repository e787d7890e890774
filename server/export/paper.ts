// A paper to be printed, signed or passed on: headings, lines, tables; one model for a page of a browser and for a Word file.
// Types and short forms only. Must not know what is written, nor markup.

export interface Piece {
  readonly text: string;
  /** `mark`: the place that is spoken of; `soft`: said beside. */
  readonly look?: 'mark' | 'strong' | 'soft';
}

/** Lines below each other. */
export type Lines = readonly (readonly Piece[])[];

export interface Column {
  readonly title: string;
  /** Of the width; only ratios count. */
  readonly share: number;
  readonly align?: 'center';
  /** Its title is written downwards. */
  readonly isNarrow?: true;
}

export type PaperBlock =
  | { readonly kind: 'title' | 'heading' | 'text' | 'signature'; readonly pieces: readonly Piece[]; readonly newPage?: boolean }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Lines[])[]; /** Its first column holds names and nothing is above. */ readonly isForm?: true };

export interface Paper {
  /** Of the file. */
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}

export const line = (text: string, look?: Piece['look']): Lines => [[look ? { text, look } : { text }]];

export const block = (kind: 'title' | 'heading' | 'text' | 'signature', text: string, newPage = false): PaperBlock => ({ kind, pieces: [{ text }], ...(newPage ? { newPage } : {}) });
