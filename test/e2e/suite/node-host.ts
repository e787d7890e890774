// An extension host of Node: progress goes to the file E2E_PROGRESS, what is said to the console, files to the system's
// temporary folder. It must not know the tests.
import { renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as vscode from 'vscode';
import type { Host } from './host.ts';

export const NODE_HOST: Host = {
  only: process.env['E2E_ONLY'] ?? '',
  words: process.env['E2E_WORDS'] ?? '',
  tell(progress, said) {
    if (said !== '') console.log(said);
    const file = process.env['E2E_PROGRESS'];
    if (!file) return;
    writeFileSync(`${file}.new`, JSON.stringify(progress));
    renameSync(`${file}.new`, file);
  },
  shelf: () => vscode.Uri.file(tmpdir()),
};
