// The only file that knows nodejieba. Loads it with the small generated dictionary; undefined where no binary fits.
// A missing dictionary file would abort the whole process, so every file is looked for before the engine is touched.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Segmenter } from '../core/index.ts';

interface NodeJieba {
  load(options: { dict: string; hmmDict: string; userDict: string; idfDict: string; stopWordDict: string }): void;
  cut(text: string, strict?: boolean): string[];
}

/** Names of the dictionary files in the folder that the build writes. */
export const DICTIONARIES = {
  dict: 'jieba.dict.utf8',
  hmmDict: 'hmm_model.utf8',
  userDict: 'user.dict.utf8',
  idfDict: 'idf.utf8',
  stopWordDict: 'stop_words.utf8',
} as const;

/** `folder` holds the dictionaries. Takes some hundred milliseconds; never throws. */
export function loadJieba(folder: string): Segmenter | undefined {
  const files = Object.fromEntries(Object.entries(DICTIONARIES).map(([key, name]) => [key, path.join(folder, name)])) as Record<keyof typeof DICTIONARIES, string>;
  if (!Object.values(files).every((file) => existsSync(file))) return undefined;
  try {
    const jieba = createRequire(path.join(folder, 'index.js'))('nodejieba') as NodeJieba;
    jieba.load(files);
    return { name: 'nodejieba', cut: (text) => jieba.cut(text) };
  } catch {
    return undefined;
  }
}
