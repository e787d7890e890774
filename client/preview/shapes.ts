// What the preview is told by the server, and what its two halves, the extension and the page in its webview, say to each
// other. Shapes only. Lengths are in twentieths of a point.

export interface Piece {
  readonly text: string;
  /** Offset of its first character from the start of its block. */
  readonly at: number;
  readonly bold?: true;
  readonly lead?: true;
  readonly note?: string;
  readonly newLine?: true;
}

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
}

export type Kind = 'byline' | 'title' | 'addressee' | 'heading' | 'text' | 'item' | 'attachments' | 'issuer' | 'date' | 'annex' | 'annexTitle' | 'table' | 'note';

export interface Block {
  readonly kind: Kind;
  readonly pieces: readonly Piece[];
  readonly depth?: number;
  readonly gap?: number;
  readonly newPage?: true;
  readonly right?: number;
  readonly hang?: { readonly left: number; readonly first: number };
  readonly name?: string;
  readonly table?: {
    readonly rows: readonly (readonly { readonly pieces: readonly Piece[] }[])[];
    readonly headers: number;
    readonly columns: readonly { readonly share: number; readonly align: 'left' | 'center' | 'right' }[];
  };
  readonly marks?: readonly Mark[];
}

export type Role = 'title' | 'byline' | 'heading0' | 'heading1' | 'heading2' | 'heading3' | 'heading4' | 'body' | 'annex' | 'table' | 'note' | 'pageNumber';

export interface FontChoice {
  readonly font: string;
  readonly families: readonly string[];
  readonly generic: string;
}

export interface Face extends FontChoice {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly tracking: number;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly textWidth: number;
  readonly textHeight: number;
  readonly line: number;
  readonly titleLine: number;
  readonly tableLine: number;
  readonly tablePadding: number;
  readonly noteLine: number;
  readonly pitch: number;
  readonly indent: number;
  readonly faces: Readonly<Record<Role, Face>>;
  readonly latin: FontChoice | null;
  readonly pageNumber: { readonly form: 'dashes' | 'plain' | 'none'; readonly side: 'outer' | 'center' | 'right'; readonly below: number; readonly blanks: number };
}

export interface Pages {
  readonly version: number;
  readonly sheet: Sheet;
  readonly blocks: readonly Block[];
  /** Offset in the document at which each block starts. */
  readonly starts: readonly number[];
}

/** A place in the text: a block, and an offset from its start. */
export interface Place {
  readonly block: number;
  readonly offset: number;
}

/** Words of the page, in the language of the extension. */
export interface Texts {
  /** `{0}` of `{1}` pages. */
  readonly page: string;
  readonly smaller: string;
  readonly larger: string;
  readonly fit: string;
  readonly pages: string;
  /** `{0}` is a list of fonts and what stands for each. */
  readonly missing: string;
  readonly instead: string;
  readonly other: string;
}

/** From the extension to the page. Blocks `from` to `from + removed` give way to others; with a sheet all of them do. */
export type ToPage =
  | { readonly type: 'show'; readonly uri: string; readonly sheet?: Sheet; readonly from: number; readonly removed: number; readonly blocks: readonly Block[]; readonly texts: Texts }
  | { readonly type: 'none'; readonly message: string }
  | { readonly type: 'scroll'; readonly place: Place };

/** From the page to the extension. `shown` tells what stands on the pages, for those who want to know that it does. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'go'; readonly place: Place }
  | { readonly type: 'scrolled'; readonly place: Place }
  | { readonly type: 'shown'; readonly pages: number; readonly lines: number; readonly touched: number; readonly took: number };

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly uri?: string;
  readonly zoom?: number;
}
