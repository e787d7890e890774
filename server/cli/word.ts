// The bundle of what knows Word documents, from beside this one, and only once somebody wants it; at once, since files are read
// one by one. Must not know what is in it.

import { createRequire } from 'node:module';
import path from 'node:path';

type Word = typeof import('../word/index.ts');

/** `folder` holds the bundles. Takes some ten milliseconds the first time. */
export const loadWord = (folder: string): Word => createRequire(path.join(folder, 'index.js'))('./word.js') as Word;
