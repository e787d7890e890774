// A suite for the editor host that asserts nothing: how long VS Code took to load the client's bundle and to run its
// activate(), in whole milliseconds, by VS Code's own marks. Must not know the extension's code.

import { renameSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

const ID = 'fazhi-report.fazhi-report';

/** VS Code keeps its marks to itself, but not from who knows where. */
interface Marks {
  readonly MonacoPerformanceMarks?: { readonly getMarks: () => readonly { readonly name: string; readonly startTime: number }[] };
}

export async function run(): Promise<void> {
  await vscode.extensions.getExtension(ID)?.activate();
  const marks = (globalThis as Marks).MonacoPerformanceMarks?.getMarks() ?? [];
  const at = (what: string): number => marks.find(({ name }) => name === `code/extHost/${what}/${ID}`)?.startTime ?? NaN;
  console.log(`activation: ${at('didLoadExtensionCode') - at('willLoadExtensionCode')} ms to load, ${at('didActivateExtension') - at('willActivateExtension')} ms to activate`);
  const file = process.env['E2E_PROGRESS'];
  if (!file) return;
  writeFileSync(`${file}.new`, JSON.stringify({ passed: 1, failed: 0, skipped: 0, running: '', done: true }));
  renameSync(`${file}.new`, file);
}
