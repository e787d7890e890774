// The bundle of this folder, from beside the bundle that asks for it; only in Node, and only once somebody wants it.
// Must not know what is in it.

import { createRequire } from 'node:module';
import path from 'node:path';

type Word = typeof import('./index.ts');

/** `folder` holds the bundles. Takes some ten milliseconds the first time. */
export const loadWord = (folder: string): Word => createRequire(path.join(folder, 'index.js'))('./word.js') as Word;
