// The workspace files .fazhi-report.json: for each document the nearest one above it. An open one is read as it stands in
// the editor, others from disk, again whenever the client says that one changed. Must not know what the fields mean.

import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import { CONFIG_FILE } from '../config/schema.ts';
import { EMPTY, readConfig, type Config } from '../config/read.ts';

/** More than a few kilobytes are no settings. */
const LARGEST = 1_000_000;

export class Configs {
  readonly #files = new Map<string, Promise<Config | undefined>>();
  readonly #open = new Map<string, Config>();

  /** The settings that hold for a document; documents without a file of their own have none. */
  async of(uri: string): Promise<Config> {
    if (!uri.startsWith('file:')) return EMPTY;
    let folder = path.dirname(fileURLToPath(uri));
    for (;;) {
      const file = path.join(folder, CONFIG_FILE);
      const config = this.#open.get(pathToFileURL(file).toString()) ?? (await this.#read(file));
      if (config) return config;
      const above = path.dirname(folder);
      if (above === folder) return EMPTY;
      folder = above;
    }
  }

  /** The file stands in an editor with this text. */
  opened(uri: string, text: string): void {
    this.#open.set(normal(uri), readConfig(text).config);
  }

  closed(uri: string): void {
    this.#open.delete(normal(uri));
    this.changed();
  }

  /** Some file was written, made or deleted. */
  changed(): void {
    this.#files.clear();
  }

  #read(file: string): Promise<Config | undefined> {
    const known = this.#files.get(file);
    if (known) return known;
    const reading = readFile(file, 'utf8').then(
      (text) => (text.length > LARGEST ? undefined : readConfig(text).config),
      () => undefined,
    );
    this.#files.set(file, reading);
    return reading;
  }
}

export const isConfig = (uri: string): boolean => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)) === CONFIG_FILE;

const normal = (uri: string): string => (uri.startsWith('file:') ? pathToFileURL(fileURLToPath(uri)).toString() : uri);
