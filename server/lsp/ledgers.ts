// The ledger of figures that holds for a document: the one that the workspace file names, else the nearest beside it or above it
// in the workspace. Read when first asked for, kept by its content; one that stands in an editor counts as it stands there. Must
// not know what a ledger says, nor how a file is read.

import { LEDGER_FILES, type Ledger } from '../core/index.ts';
import { LARGEST_LEDGER, ledgerIn, ledgerOf } from '../import/ledger.ts';
import { decodeText, isArchive, type Encoding } from '../import/text.ts';
import type { Files } from './files.ts';
import { above, fileIn, nameOf, normal, type FolderOf } from './uris.ts';

/** What is larger is read to be told that it is too large; beyond this nobody takes it for a ledger. */
const MOST_BYTES = 4 * LARGEST_LEDGER;

/** How a text is kept; a workbook has none. */
export interface KeptText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

interface Place {
  readonly ledger: Ledger;
  readonly kept: KeptText | undefined;
}

export class Ledgers {
  readonly #files: Files;
  readonly #folderOf: FolderOf;
  readonly #places = new Map<string, Promise<Place | undefined>>();
  readonly #open = new Map<string, Ledger>();
  /** The last one of each text, so that who has asked about it need not ask again. */
  readonly #known = new Map<string, { readonly text: string; readonly ledger: Ledger }>();

  constructor(files: Files, folderOf: FolderOf) {
    this.#files = files;
    this.#folderOf = folderOf;
  }

  /** `named` is the one that the workspace file names. */
  async of(uri: string, named: string | undefined): Promise<Ledger | undefined> {
    if (named !== undefined) return this.at(named);
    for (const place of this.#placesFor(normal(uri))) {
      const ledger = await this.at(place);
      if (ledger) return ledger;
    }
    return undefined;
  }

  /** Where a new one is made: beside the document. */
  placeFor(uri: string): string | undefined {
    const folder = above(normal(uri));
    return folder === undefined || uri.startsWith('untitled:') ? undefined : fileIn(folder, LEDGER_FILES[0]);
  }

  async exists(uri: string): Promise<boolean> {
    return (await this.at(uri)) !== undefined;
  }

  /** How the text of a ledger is kept in its file. */
  async keptAt(uri: string): Promise<KeptText | undefined> {
    return (await this.#read(normal(uri)))?.kept;
  }

  /** It stands in an editor with this text. */
  opened(uri: string, text: string): void {
    const key = normal(uri);
    this.#open.set(key, this.#ledgerOf(key, text));
  }

  /** The one that stands in an editor, if it is kept where ledgers are found or one was asked for there. */
  openAt(uri: string): Ledger | undefined {
    const key = normal(uri);
    return this.#places.has(key) || LEDGER_FILES.some((name) => name === nameOf(key)) ? this.#open.get(key) : undefined;
  }

  closed(uri: string): boolean {
    return this.#open.delete(normal(uri));
  }

  /** Some files were written, made or deleted. Whether a ledger may be among them. */
  changed(uris: readonly string[]): boolean {
    const touched = uris.map(normal).filter((uri) => this.#places.delete(uri));
    return touched.length > 0;
  }

  #placesFor(document: string): readonly string[] {
    const top = this.#folderOf(document);
    const places: string[] = [];
    for (let folder = above(document); folder !== undefined; folder = above(folder)) {
      if (top === undefined && !document.startsWith('file:')) break;
      for (const name of LEDGER_FILES) places.push(fileIn(folder, name));
      if (folder === top || top === undefined) break;
    }
    return places;
  }

  /** The one in this file. */
  async at(uri: string): Promise<Ledger | undefined> {
    const key = normal(uri);
    const kept = await this.#read(key);
    return this.#open.get(key) ?? kept?.ledger;
  }

  #read(uri: string): Promise<Place | undefined> {
    let reading = this.#places.get(uri);
    if (!reading) {
      reading = this.#files.read(uri, MOST_BYTES).then((bytes) => bytes && this.#placeOf(uri, bytes));
      this.#places.set(uri, reading);
    }
    return reading;
  }

  async #placeOf(uri: string, bytes: Uint8Array): Promise<Place> {
    const isText = bytes.length <= LARGEST_LEDGER && !isArchive(bytes);
    const decoded = isText ? decodeText(bytes) : undefined;
    if (decoded && 'text' in decoded) return { ledger: this.#ledgerOf(uri, decoded.text), kept: decoded };
    return { ledger: ledgerIn(uri, nameOf(uri), bytes, isArchive(bytes) ? await import('../word/index.ts') : undefined), kept: undefined };
  }

  #ledgerOf(uri: string, text: string): Ledger {
    const known = this.#known.get(uri);
    if (known?.text === text) return known.ledger;
    const ledger = ledgerOf(uri, nameOf(uri), text);
    this.#known.set(uri, { text, ledger });
    return ledger;
  }
}
