// A suite for the editor host that asserts nothing: how long VS Code took to load the client's bundle and to run its
// activate(), in whole milliseconds, by VS Code's own marks; and how long it took to load the language client besides, for which
// nothing waits. Must not know the extension's code.

import { renameSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import * as vscode from 'vscode';

const ID = 'fazhi-report.fazhi-report';

/** VS Code keeps its marks to itself, but not from who knows where. */
interface Marks {
  readonly MonacoPerformanceMarks?: { readonly getMarks: () => readonly { readonly name: string; readonly startTime: number }[] };
}

/** Milliseconds that `require` takes for a file of this name, when it is first asked for it; NaN where it was before. */
function loadOf(name: RegExp): Promise<number> {
  const loader = Module as unknown as { readonly _cache: object; _load: (request: string, ...rest: readonly unknown[]) => unknown };
  const { _load: load } = loader;
  if (Object.keys(loader._cache).some((file) => name.test(file))) return Promise.resolve(NaN);
  return new Promise((resolve) => {
    loader._load = function (request, ...rest) {
      const from = performance.now();
      const loaded: unknown = load.call(this, request, ...rest);
      if (name.test(request)) resolve(performance.now() - from);
      return loaded;
    };
  });
}

export async function run(): Promise<void> {
  const languageClient = loadOf(/\/language-client\.js$/u);
  await vscode.extensions.getExtension(ID)?.activate();
  const marks = (globalThis as Marks).MonacoPerformanceMarks?.getMarks() ?? [];
  const at = (what: string): number => marks.find(({ name }) => name === `code/extHost/${what}/${ID}`)?.startTime ?? NaN;
  console.log(`activation: ${at('didLoadExtensionCode') - at('willLoadExtensionCode')} ms to load, ${at('didActivateExtension') - at('willActivateExtension')} ms to activate, ${Math.round(await languageClient)} ms to load the language client`);
  const file = process.env['E2E_PROGRESS'];
  if (!file) return;
  writeFileSync(`${file}.new`, JSON.stringify({ passed: 1, failed: 0, skipped: 0, running: '', done: true }));
  renameSync(`${file}.new`, file);
}
