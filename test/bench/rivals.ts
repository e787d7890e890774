// Other checkers of Chinese or of Markdown text, run in this process over the same text, each as its users run it. They are
// installed in a folder of their own (npm install --prefix test/bench/rivals), since nothing but the bench wants them.
// Must not judge what they find.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TERMS } from '../../server/core/domain/terms.ts';

/** npm run bench starts in the root of the project. */
const FOLDER = path.resolve('test/bench/rivals');

export interface Rival {
  readonly name: string;
  readonly version: string;
  /** Looks over a whole text; resolves to the number of findings. */
  readonly lint: (text: string) => Promise<number>;
}

/** Empty where they are not installed. */
export async function loadRivals(): Promise<readonly Rival[]> {
  if (!existsSync(path.join(FOLDER, 'node_modules'))) return [];
  const require = createRequire(path.join(FOLDER, 'package.json'));
  const version = (name: string): string => (JSON.parse(readFileSync(path.join(FOLDER, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;

  const autocorrect = require('autocorrect-node') as { lintFor(text: string, file: string): Corrected };
  const zhlint = require('zhlint') as { run(text: string, options: object): { validations: unknown[] } };
  const { TextlintKernel } = require('@textlint/kernel') as { TextlintKernel: new () => { lintText(text: string, options: object): Promise<{ messages: unknown[] }> } };
  const textPlugin = (require('@textlint/textlint-plugin-text') as { default: unknown }).default;
  const prh = (require('textlint-rule-prh') as { default: unknown }).default;
  const markdownlint = (await import(require.resolve('markdownlint/sync'))) as { lint(options: object): Record<string, unknown[]> };

  const kernel = new TextlintKernel();
  const textlintOptions = {
    filePath: 'report.txt', ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: textPlugin }],
    rules: [{ ruleId: 'prh', rule: prh, options: { rulePaths: [writeDictionary()] } }],
  };
  return [
    { name: 'autocorrect-node', version: version('autocorrect-node'), lint: (text) => Promise.resolve(pieces(text).reduce((sum, piece) => sum + linesOf(autocorrect.lintFor(piece, 'report.md')), 0)) },
    { name: 'zhlint', version: version('zhlint'), lint: (text) => Promise.resolve(zhlint.run(text, { rules: { preset: 'default' } }).validations.length) },
    { name: 'textlint + prh', version: `${version('@textlint/kernel')} + ${version('textlint-rule-prh')}`, lint: async (text) => (await kernel.lintText(text, textlintOptions)).messages.length },
    { name: 'markdownlint', version: version('markdownlint'), lint: (text) => Promise.resolve(markdownlint.lint({ strings: { report: text } })['report']?.length ?? 0) },
  ];
}

interface Corrected {
  readonly lines: readonly unknown[];
  readonly error?: string;
}

/** One that gave up would look quick. */
function linesOf({ lines, error }: Corrected): number {
  if (error) throw new Error(`autocorrect-node gave up: ${error.slice(0, 80)}`);
  return lines.length;
}

/** autocorrect-node gives up on a text of a million bytes and more: such a text is handed to it in pieces. */
const LONGEST_PIECE = 200_000;

function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + LONGEST_PIECE >= text.length ? text.length : text.lastIndexOf('\n', from + LONGEST_PIECE) + 1;
    found.push(text.slice(from, end));
    from = end;
  }
  return found;
}

/** The wordings of this project that have a replacement, as prh reads them: the same work for both. */
function writeDictionary(): string {
  const rules = TERMS.flatMap(({ pattern, replacement, near }) => (replacement === undefined || near !== undefined ? [] : [`  - expected: ${JSON.stringify(replacement)}\n    pattern: ${JSON.stringify(`/${pattern}/`)}`]));
  const file = path.join(tmpdir(), `fazhi-report-prh-${process.pid}.yml`);
  writeFileSync(file, `version: 1\nrules:\n${rules.join('\n')}\n`);
  process.once('exit', () => rmSync(file, { force: true }));
  return file;
}
