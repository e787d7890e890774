// Arguments of every option with every wrong value, wherever they stand: exit 2 and one clear line, never a stack trace.

import { describe, expect, test } from 'vitest';
import { readArguments, UsageError } from '../../server/cli/arguments.ts';
import { place } from './command.ts';

const WRONG = ['', ' ', 'x', '0', '-1', '2024.5', 'NaN', '1e3', 'null', 'true', '[]', '{}', '二〇二四', '\ud800', '--', '--format', '=', '=off', 'a=b=c', 'wording-outdated', 'wording-outdated=', 'wording-outdated=loud', '__proto__=off', '长'.repeat(10_000), '../..', '\u202e', '２０２４'];
/** What each option takes: the rest of the words above is wrong for it. */
const OPTIONS: Readonly<Record<string, (value: string) => boolean>> = {
  '--format': () => false,
  '--fail-on': () => false,
  '--rule': () => false,
  '--profile': () => false,
  '--year': () => false,
  // A name is shown as it is given.
  '--stdin-filename': () => true,
};

/** Those of an import. */
const IMPORT_OPTIONS: Readonly<Record<string, (value: string) => boolean>> = { '--layout': () => false, '--output': (value) => value !== '' };

/** The one sentence with which arguments are refused; undefined where they are taken. */
function refusal(argv: readonly string[]): string | undefined {
  try {
    readArguments(argv);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
}

describe('an option with a wrong value', () => {
  test.each(Object.entries(OPTIONS))('%s', (option, takes) => {
    for (const value of WRONG) {
      for (const argv of [['lint', `${option}=${value}`, 'a.txt'], [`${option}=${value}`, 'lint', 'a.txt'], ['lint', 'a.txt', `${option}=${value}`]]) {
        const said = refusal(argv);
        if (takes(value)) expect(said, argv.join(' ')).toBeUndefined();
        else expect(said, argv.join(' ').slice(0, 80)).toMatch(/[一-龥]/u);
        expect(said ?? '').not.toMatch(/TypeError|Cannot|at Object/u);
        expect((said ?? '').length).toBeLessThan(400);
      }
    }
    for (const argv of [['lint', 'a.txt', option], [option], ['lint', option, option]]) expect(refusal(argv), argv.join(' ')).toBeDefined();
  });
});

describe('an option of an import with a wrong value', () => {
  test.each(Object.entries(IMPORT_OPTIONS))('%s', (option, takes) => {
    for (const value of WRONG) {
      const said = refusal(['import', `${option}=${value}`, 'a.docx']);
      if (takes(value)) expect(said, value).toBeUndefined();
      else expect(said, value.slice(0, 80)).toMatch(/^[^\n]*[一-龥][^\n]*$/u);
      expect((said ?? '').length).toBeLessThan(400);
      expect(refusal(['lint', `${option}=${value}`, 'a.txt']), value.slice(0, 80)).toMatch(/只用于 import|缺少/u);
    }
    expect(refusal(['import', 'a.docx', option])).toMatch(/缺少/u);
  });

  test('what does not go together', () => {
    expect(refusal(['import', '-o', 'x.md', 'a.docx', 'b.docx'])).toMatch(/一份/u);
    expect(refusal(['import', '-o', 'x.docx', 'a.docx'])).toMatch(/\.md 或 \.txt/u);
    expect(refusal(['lint', '--force', 'a.docx'])).toMatch(/只用于 import/u);
    expect(refusal(['import', '--dry-run', 'a.docx'])).toMatch(/只用于 fix/u);
    expect(refusal(['import', '--format', 'json', 'a.docx'])).toMatch(/不支持/u);
    expect(refusal(['import', '--profile', 'draft', 'a.docx'])).toMatch(/只用于 lint/u);
    expect(readArguments(['import', '-o', 'x.txt', 'a.docx'])).toMatchObject({ command: 'import', output: 'x.txt', layout: 'plain', force: false });
    expect(readArguments(['import', '--layout', 'md', '-o', 'x.txt', '--force', 'a.docx'])).toMatchObject({ layout: 'markdown', force: true });
    expect(readArguments(['import', 'a.docx'])).toMatchObject({ output: undefined, layout: 'markdown' });
  });
});

test('commands and options that are none', () => {
  for (const argv of [[], ['x'], [''], ['lint'], ['--x'], ['-x', 'lint', 'a'], ['lint', '--dry-run', 'a'], ['lint', '--dry-run=1', 'a'], ['--help=1'], ['LINT', 'a'], ['lint', 'a', '--rule'], ['fix', '--format', 'json', 'a'], ['长'.repeat(10_000)]]) {
    expect(refusal(argv), argv.join(' ').slice(0, 60)).toMatch(/[一-龥]/u);
    expect((refusal(argv) ?? '').length).toBeLessThan(400);
  }
});

test('as a process: exit 2, nothing on stdout, one line on stderr', async () => {
  const { fazhi } = place({ 'a.txt': '' });
  for (const argv of [['lint', '--year=２０２４', 'a.txt'], ['lint', '--rule=x', 'a.txt'], ['x'], ['lint', '--format=\u202e', 'a.txt']]) {
    const { code, out, err } = await fazhi(argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^fazhi-report：[^\n]+\n$/u);
  }
});
