// The workspace files .fazhi-report.json: for each document the nearest one above it. An open one is read as it stands in
// the editor, others from disk, again whenever the client says that one changed. Must not know what the fields mean.

import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import { CONFIG_FILE } from '../config/schema.ts';
import { EMPTY, readConfig, withoutMark, type Config } from '../config/read.ts';

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

export class Configs {
  readonly #files = new Map<string, Promise<Read | undefined>>();
  readonly #open = new Map<string, Read>();

  /** The settings that hold for a document; documents without a file of their own have none. */
  async of(uri: string): Promise<Config> {
    return (await this.#nearest(uri))?.read.config ?? EMPTY;
  }

  /** The file that holds for a document, or the place for one: the folder of the workspace, else the document's own. */
  async fileOf(uri: string, workspaceFolders: readonly string[]): Promise<ConfigFile | undefined> {
    const file = fileOf(uri);
    if (file === undefined) return undefined;
    const nearest = await this.#nearest(uri);
    if (nearest) return { uri: nearest.uri, exists: true, ...nearest.read };
    const root = workspaceFolders.flatMap((folder) => fileOf(folder) ?? []).find((folder) => !path.relative(folder, file).startsWith('..'));
    return { uri: pathToFileURL(path.join(root ?? path.dirname(file), CONFIG_FILE)).toString(), text: '', exists: false, faults: 0, writable: true };
  }

  async #nearest(uri: string): Promise<{ readonly uri: string; readonly read: Read } | undefined> {
    const document = fileOf(uri);
    if (document === undefined) return undefined;
    let folder = path.dirname(document);
    for (;;) {
      const file = path.join(folder, CONFIG_FILE);
      const url = pathToFileURL(file).toString();
      const read = this.#open.get(url) ?? (await this.#read(file));
      if (read) return { uri: url, read };
      const above = path.dirname(folder);
      if (above === folder) return undefined;
      folder = above;
    }
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

  #read(file: string): Promise<Read | undefined> {
    const known = this.#files.get(file);
    if (known) return known;
    const reading = readFile(file, 'utf8').then(
      (text) => readText(withoutMark(text)),
      (error: unknown) => (isAbsent(error) ? undefined : UNREADABLE),
    );
    this.#files.set(file, reading);
    return reading;
  }
}

function readText(text: string): Read {
  const { config, problems, takesDecisions } = readConfig(text);
  return { text, config, faults: problems.length, writable: takesDecisions };
}

const UNREADABLE: Read = { text: '', config: EMPTY, faults: 1, writable: false };

/** There is no such file, or a folder has its name. */
const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Some clients write the dot as %2E. */
export const isConfig = (uri: string): boolean => uri.slice(uri.lastIndexOf('/') + 1).replace(/%2e/giu, '.') === CONFIG_FILE;

/** The path of a file on this machine; undefined for what is none, other machines' and broken URIs too. */
function fileOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The same file by the same name, however its URI is written. */
function normal(uri: string): string {
  const file = fileOf(uri);
  return file === undefined ? uri : pathToFileURL(file).toString();
}
