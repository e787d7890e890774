// The workspace files .fazhi-report.json: for each document the nearest one above it. An open one is read as it stands in
// the editor, others from where they are kept, again whenever the client says that one changed. Must not know what the
// fields mean, nor how a file is read.

import { CONFIG_FILE } from '../config/schema.ts';
import { EMPTY, readConfig, withoutMark, type Config } from '../config/read.ts';
import { above, fileIn, nameOf, normal, resolved, type FolderOf } from './uris.ts';

/** What is kept under a URI: no text where there is no file. */
export interface Kept {
  readonly text: string | undefined;
  /** Whether a file can be written, or made, there. */
  readonly writable: boolean;
}

/** Rejects where there is a file that cannot be read. */
export type ReadFile = (uri: string) => Promise<Kept>;

interface Read {
  readonly text: string;
  readonly config: Config;
  /** How many of its entries are wrong; one where nothing of it can be read. */
  readonly faults: number;
  /** Whether decisions can be written into it. */
  readonly writable: boolean;
}

/** A workspace file as it stands, or would stand: `text` is empty where there is none yet. */
export interface ConfigFile {
  readonly uri: string;
  readonly text: string;
  readonly exists: boolean;
  readonly faults: number;
  readonly writable: boolean;
}

interface Place {
  readonly uri: string;
  readonly read: Read | undefined;
  /** Whether a file can be written, or made, there. */
  readonly writable: boolean;
}

export class Configs {
  readonly #readFile: ReadFile;
  readonly #folderOf: FolderOf;
  readonly #files = new Map<string, Promise<Omit<Place, 'uri'>>>();
  readonly #open = new Map<string, Read>();

  constructor(readFile: ReadFile, folderOf: FolderOf) {
    this.#readFile = readFile;
    this.#folderOf = folderOf;
  }

  /** The settings that hold for a document; documents without a file of their own have none. */
  async of(uri: string): Promise<Config> {
    return (await this.#nearest(normal(uri)))?.read?.config ?? EMPTY;
  }

  /** The earlier reports that the file lists, as URIs. */
  async pastOf(uri: string): Promise<readonly string[]> {
    const place = await this.#nearest(normal(uri));
    const folder = place && above(place.uri);
    return place?.read && folder !== undefined ? place.read.config.past.flatMap((path) => resolved(folder, path) ?? []) : [];
  }

  /** The ledger of figures that the file names, as a URI. */
  async ledgerOf(uri: string): Promise<string | undefined> {
    const place = await this.#nearest(normal(uri));
    const folder = place && above(place.uri);
    const path = place?.read?.config.ledger;
    return folder !== undefined && path !== undefined ? resolved(folder, path) : undefined;
  }

  /** The file that holds for a document, or the place for one: the folder of the workspace, else the document's own. */
  async fileOf(uri: string): Promise<ConfigFile | undefined> {
    const document = normal(uri);
    const folder = this.#folderOf(document) ?? (isOnDisk(document) ? above(document) : undefined);
    const place = (await this.#nearest(document)) ?? (folder === undefined ? undefined : await this.#at(folder));
    return place && { uri: place.uri, text: place.read?.text ?? '', exists: place.read !== undefined, faults: place.read?.faults ?? 0, writable: place.writable && place.read?.writable !== false };
  }

  /** The file stands in an editor with this text. */
  opened(uri: string, text: string): void {
    this.#open.set(normal(uri), readText(text));
  }

  closed(uri: string): void {
    this.#open.delete(normal(uri));
    this.changed();
  }

  /** Some file was written, made or deleted. */
  changed(): void {
    this.#files.clear();
  }

  /** On the disk every folder is looked into; elsewhere, where each look may be a question to a far computer, those of the workspace. */
  async #nearest(document: string): Promise<Place | undefined> {
    const top = this.#folderOf(document);
    if (top === undefined && !isOnDisk(document)) return undefined;
    for (let folder = above(document); folder !== undefined; folder = above(folder)) {
      const place = await this.#at(folder);
      if (place.read) return place;
      if (folder === top && !isOnDisk(document)) return undefined;
    }
    return undefined;
  }

  async #at(folder: string): Promise<Place> {
    const uri = fileIn(folder, CONFIG_FILE);
    const kept = await this.#kept(uri);
    return { uri, ...kept, read: this.#open.get(uri) ?? kept.read };
  }

  #kept(uri: string): Promise<Omit<Place, 'uri'>> {
    const known = this.#files.get(uri);
    if (known) return known;
    const reading = this.#readFile(uri).then(
      ({ text, writable }) => ({ read: text === undefined ? undefined : readText(withoutMark(text)), writable }),
      () => ({ read: UNREADABLE, writable: false }),
    );
    this.#files.set(uri, reading);
    return reading;
  }
}

function readText(text: string): Read {
  const { config, problems, takesDecisions } = readConfig(text);
  return { text, config, faults: problems.length, writable: takesDecisions };
}

const UNREADABLE: Read = { text: '', config: EMPTY, faults: 1, writable: false };

export const isConfig = (uri: string): boolean => nameOf(uri) === CONFIG_FILE;

const isOnDisk = (uri: string): boolean => uri.startsWith('file:');
