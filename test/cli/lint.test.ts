// `lint`: the four formats, exit codes, options and the order of results.
// Must not test encodings or the rules beyond the reports of these tests.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAULTY, FAULTY_FINDINGS, OTHER, rangeOf, SOUND } from '../protocol/texts.ts';
import { ROOT } from '../support/process.ts';
import { lintFiles, lines, place } from './command.ts';

const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** Warnings alone. */
const WARNED = FAULTY.replace('法制副校长', '法治副校长');

const SEVERITY_NAMES = { error: '错误', warning: '警告' } as const;

describe('text', () => {
  test('names file, line, column, severity and rule of every finding, and counts them', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    const { code, out, err } = await fazhi(['lint', 'a.txt']);
    const printed = lines(out);
    expect(printed).toHaveLength(FAULTY_FINDINGS.length + 1);
    FAULTY_FINDINGS.forEach(({ rule, severity, words }, i) => {
      const { start } = rangeOf(FAULTY, words);
      const line = printed[i] ?? '';
      expect(line.startsWith(`a.txt:${start.line + 1}:${start.character + 1} ${SEVERITY_NAMES[severity]} `), line).toBe(true);
      expect(line.endsWith(`。 [${rule}]`), line).toBe(true);
    });
    expect(printed.at(-1)).toBe('检查了 1 份报告：错误 1，警告 4。');
    expect(err).toBe('');
    expect(code).toBe(1);
  });

  test('says that nothing was found', async () => {
    const { fazhi } = place({ 'a.txt': SOUND });
    expect(await fazhi(['lint', 'a.txt'])).toMatchObject({ code: 0, out: '检查了 1 份报告：没有发现问题。\n', err: '' });
  });
});

describe('json', () => {
  test('has the shape that other programs rely on', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    const { code, out } = await fazhi(['lint', '--format', 'json', 'a.txt']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      tool: { name: 'fazhi-report', version },
      files: [
        {
          path: 'a.txt',
          report: { title: '云汀镇2024年度法治政府建设情况报告', year: 2024, issuer: '云汀镇', level: 'township' },
          problems: FAULTY_FINDINGS.map(({ rule, severity, words }, i) => ({
            rule,
            severity,
            message: expect.stringMatching(/。$/u) as unknown,
            range: rangeOf(FAULTY, words),
            fixes: [
              { title: '插入“存在的不足和原因”部分', applicability: 'review' },
              { title: '比率改为96.0%', applicability: 'review' },
              { title: '改为“八五”', applicability: 'review' },
              { title: '改为“法治副校长”', applicability: 'safe' },
              { title: '改为“社区矫正对象”', applicability: 'safe' },
            ].slice(i, i + 1),
            around: { before: expect.any(String) as unknown, marked: words.slice(0, 40), after: expect.any(String) as unknown },
          })),
        },
      ],
    });
  });

  test('counts characters in UTF-16 and lines by every line break', async () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const text = FAULTY.replace('全年受理', '全年𠮷😀受理').replaceAll('\n', lineBreak);
      const { fazhi } = place({ 'a.txt': text });
      const [file] = lintFiles(await fazhi(['lint', '--format', 'json', 'a.txt']));
      expect(file?.problems.map(({ range }) => range)).toEqual(FAULTY_FINDINGS.map(({ words }) => rangeOf(text, words)));
    }
  });

  test('gives results in the order named, findings in the order of the text', async () => {
    const { fazhi } = place({ 'a.txt': SOUND, 'b.txt': FAULTY, 'c/d.md': OTHER, 'c/e.fzbg': FAULTY });
    const files = lintFiles(await fazhi(['lint', '--format', 'json', 'c', 'b.txt', 'a.txt', 'b.txt']));
    expect(files.map((file) => file.path)).toEqual([path.join('c', 'd.md'), path.join('c', 'e.fzbg'), 'b.txt', 'a.txt', 'b.txt']);
    for (const { problems } of files) {
      const starts = problems.map(({ range: { start } }) => start.line * 1e6 + start.character);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
  });

  test('has an entry for what is no report and for what cannot be read', async () => {
    const { fazhi } = place({ 'other.txt': OTHER });
    const files = lintFiles(await fazhi(['lint', '--format', 'json', 'other.txt', 'missing.txt']));
    const nothing = { title: null, year: null, issuer: null, level: null };
    expect(files).toEqual([
      { path: 'other.txt', report: nothing, problems: [] },
      { path: 'missing.txt', report: nothing, problems: [], error: expect.stringContaining('没有这个文件') },
    ]);
  });

  test('names the kinds of issuers', async () => {
    for (const [issuer, level] of [['霁川县人民政府', 'county'], ['溪柏街道', 'township'], ['霁川县司法局', 'department'], ['青屿市人民政府', 'city'], ['云岚省人民政府', 'province']] as const) {
      const { fazhi } = place({ 'a.txt': SOUND.replace('溪柏乡2024年度', `${issuer}2024年度`) });
      const [file] = lintFiles(await fazhi(['lint', '--format', 'json', 'a.txt']));
      expect(file?.report).toEqual({ title: `${issuer}2024年度法治政府建设情况报告`, year: 2024, issuer, level });
    }
  });
});

interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly { readonly id: string; readonly shortDescription: { readonly text: string } }[] } };
    readonly columnKind: string;
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[] }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Readonly<Record<string, number>> } }[];
    }[];
  }[];
}

describe('sarif', () => {
  test('is one run of version 2.1.0 with places counted from one', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    const { code, out } = await fazhi(['lint', '--format=sarif', 'a.txt']);
    const sarif = JSON.parse(out) as Sarif;
    const [run] = sarif.runs;
    expect(code).toBe(1);
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.$schema).toContain('sarif-2.1.0');
    expect(sarif.runs).toHaveLength(1);
    expect(run?.tool.driver).toMatchObject({ name: 'fazhi-report', version });
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.invocations[0]?.executionSuccessful).toBe(true);
    const known = run?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect(new Set(known).size).toBe(known.length);
    expect(run?.results.map(({ ruleId, level, locations }) => ({ ruleId, level, at: locations[0]?.physicalLocation }))).toEqual(
      FAULTY_FINDINGS.map(({ rule, severity, words }) => {
        const { start, end } = rangeOf(FAULTY, words);
        return {
          ruleId: rule,
          level: severity,
          at: {
            artifactLocation: { uri: 'a.txt' },
            region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
          },
        };
      }),
    );
    for (const { ruleId } of run?.results ?? []) expect(known).toContain(ruleId);
  });

  test('has levels that the format knows, and notes what could not be read', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    const { code, out } = await fazhi(['lint', '--format', 'sarif', '--rule', 'wording-outdated=hint', '--rule', 'figure-rate-mismatch=information', 'a.txt', 'missing.txt']);
    const [run] = (JSON.parse(out) as Sarif).runs;
    expect(code).toBe(2);
    expect(run?.results.map(({ level }) => level)).toEqual(['warning', 'note', 'note', 'note', 'note']);
    expect(run?.invocations[0]).toMatchObject({ executionSuccessful: false, toolExecutionNotifications: [{ message: { text: expect.stringContaining('missing.txt') as unknown } }] });
  });

  const names = ['有 空格.txt', '100%.txt', 'a#b.txt', '[草稿].txt', ...(process.platform === 'win32' ? [] : ['a?b.txt'])];

  test.each(names)('names a file by a URI that leads back to it: %s', async (name) => {
    const { fazhi } = place({ [name]: FAULTY });
    const [run] = (JSON.parse((await fazhi(['lint', '--format', 'sarif', name])).out) as Sarif).runs;
    const uri = run?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? '';
    const url = new URL(uri, 'file:///base/');
    expect(url.search + url.hash).toBe('');
    expect(decodeURIComponent(url.pathname)).toBe(`/base/${name}`);
  });
});

describe('github', () => {
  test('is one workflow command per finding', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    const { code, out } = await fazhi(['lint', '--format', 'github', 'a.txt']);
    expect(code).toBe(1);
    const printed = lines(out);
    expect(printed).toHaveLength(FAULTY_FINDINGS.length);
    FAULTY_FINDINGS.forEach(({ rule, severity, words }, i) => {
      const { start, end } = rangeOf(FAULTY, words);
      const head = `::${severity} file=a.txt,line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1},title=${rule}::`;
      expect(printed[i]?.slice(0, head.length)).toBe(head);
      expect(printed[i]?.slice(head.length)).toMatch(/。$/u);
    });
  });

  test('escapes what has a meaning there', async () => {
    const name = process.platform === 'win32' ? 'a,b 100%.txt' : 'a,b:c 100%.txt';
    const { fazhi } = place({ [name]: FAULTY });
    const { out } = await fazhi(['lint', '--format', 'github', name]);
    for (const line of lines(out)) {
      expect(line).toContain(`file=${name.replaceAll('%', '%25').replace(',', '%2C').replace(':', '%3A')},`);
      expect(line.split('::').at(-1)).not.toMatch(/%(?!25|0A|0D)/u);
    }
  });

  test('prints nothing where nothing is wrong', async () => {
    const { fazhi } = place({ 'a.txt': SOUND });
    expect(await fazhi(['lint', '--format', 'github', 'a.txt'])).toMatchObject({ code: 0, out: '', err: '' });
  });
});

describe('exit codes', () => {
  test('follow --fail-on', async () => {
    const { fazhi } = place({ 'error.txt': FAULTY, 'warning.txt': WARNED, 'sound.txt': SOUND });
    const codes = async (file: string): Promise<readonly unknown[]> =>
      Promise.all([[], ['--fail-on', 'error'], ['--fail-on', 'warning'], ['--fail-on', 'never']].map(async (option) => (await fazhi(['lint', ...option, file])).code));
    expect(await codes('error.txt')).toEqual([1, 1, 1, 0]);
    expect(await codes('warning.txt')).toEqual([0, 0, 1, 0]);
    expect(await codes('sound.txt')).toEqual([0, 0, 0, 0]);
  });

  test('follow the severity that --rule sets', async () => {
    const { fazhi } = place({ 'a.txt': WARNED });
    expect((await fazhi(['lint', '--rule', 'figure-rate-mismatch=error', 'a.txt'])).code).toBe(1);
    expect((await fazhi(['lint', '--fail-on', 'warning', '--rule', 'figure-rate-mismatch=hint', '--rule', 'wording-outdated=off', '--rule', 'structure-missing-part=information', 'a.txt'])).code).toBe(0);
  });

  test('are 2 where a file cannot be read, whatever was found and whatever --fail-on says', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    for (const option of [[], ['--fail-on', 'never']]) {
      const { code, out, err } = await fazhi(['lint', ...option, 'missing.txt', 'a.txt']);
      expect(code).toBe(2);
      expect(lines(out)).toHaveLength(FAULTY_FINDINGS.length + 1);
      expect(err).toBe('fazhi-report：missing.txt：没有这个文件。\n');
    }
  });
});

describe('options', () => {
  test('--rule off leaves the rule out', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    const [file] = lintFiles(await fazhi(['lint', '--format', 'json', '--rule', 'wording-outdated=off', 'a.txt']));
    expect(file?.problems.map(({ rule }) => rule)).toEqual(['structure-missing-part', 'figure-rate-mismatch']);
  });

  test('--rule sets each severity, the last one of a rule', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    for (const level of ['error', 'warning', 'information', 'hint']) {
      const [file] = lintFiles(await fazhi(['lint', '--format', 'json', '--rule', 'figure-rate-mismatch=off', '--rule', `figure-rate-mismatch=${level}`, 'a.txt']));
      expect(file?.problems.find(({ rule }) => rule === 'figure-rate-mismatch')?.severity).toBe(level);
    }
  });

  test('--year is the year a report is judged by', async () => {
    const { fazhi } = place({ 'a.txt': FAULTY });
    const [file] = lintFiles(await fazhi(['lint', '--format', 'json', '--year', '2019', 'a.txt']));
    expect(file?.report.year).toBe(2019);
    expect(file?.problems.map(({ rule }) => rule)).toEqual(['structure-missing-part', 'figure-rate-mismatch']);
  });

  test('--help and --version answer without a file', async () => {
    const { fazhi } = place();
    const help = await fazhi(['--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const word of ['lint', 'outline', 'figures', 'fix', '--format', '--fail-on', '--rule', '--year', '--stdin-filename', '--dry-run']) expect(help.out).toContain(word);
    expect(await fazhi(['--version'])).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
    expect((await fazhi(['lint', '-h'])).out).toBe(help.out);
  });

  const misuse: readonly (readonly [string, readonly string[]])[] = [
    ['no command', []],
    ['an unknown command', ['check', 'a.txt']],
    ['no file', ['lint']],
    ['an unknown option', ['lint', '--colour', 'a.txt']],
    ['an unknown short option', ['lint', '-x', 'a.txt']],
    ['an unknown format', ['lint', '--format', 'xml', 'a.txt']],
    ['a format of another command', ['outline', '--format', 'sarif', 'a.txt']],
    ['a format without a value', ['lint', 'a.txt', '--format']],
    ['an unknown rule', ['lint', '--rule', 'no-such-rule=off', 'a.txt']],
    ['a rule of Object', ['lint', '--rule', '__proto__=off', 'a.txt']],
    ['an unknown level', ['lint', '--rule', 'wording-outdated=loud', 'a.txt']],
    ['a rule without a level', ['lint', '--rule', 'wording-outdated', 'a.txt']],
    ['a rule with an empty level', ['lint', '--rule', 'wording-outdated=', 'a.txt']],
    ['a rule with two levels', ['lint', '--rule', 'wording-outdated=off=error', 'a.txt']],
    ['an unknown --fail-on', ['lint', '--fail-on', 'hint', 'a.txt']],
    ['a year of letters', ['lint', '--year', 'soon', 'a.txt']],
    ['a year of two digits', ['lint', '--year', '24', 'a.txt']],
    ['a year with more behind it', ['lint', '--year', '2024年', 'a.txt']],
    ['a value for an option without one', ['fix', '--dry-run=yes', 'a.txt']],
    ['--dry-run of a command that writes nothing', ['lint', '--dry-run', 'a.txt']],
  ];

  test.each(misuse)('%s is refused in one line', async (_name, args) => {
    const { fazhi, text } = place({ 'a.txt': FAULTY });
    const { code, out, err } = await fazhi(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^fazhi-report：[^\n]+--help[^\n]*\n$/u);
    expect(text('a.txt')).toBe(FAULTY);
  });

  test('an option that has no value is not called unknown', async () => {
    const { fazhi } = place();
    for (const args of [['fix', '--dry-run=yes', 'a.txt'], ['lint', '--format', '--year', '2024', 'a.txt']]) {
      expect((await fazhi(args)).err).not.toMatch(/没有 \S+ 这个选项/u);
    }
  });
});

describe('profiles', () => {
  const severitiesOf = async (args: readonly string[]): Promise<{ code: number | undefined; severities: readonly string[] }> => {
    const { fazhi } = place({ 'a.txt': WARNED });
    const finished = await fazhi(['lint', '--format', 'json', ...args, 'a.txt']);
    return { code: finished.code, severities: lintFiles(finished)[0]?.problems.filter(({ rule }) => rule === 'structure-missing-part').map(({ severity }) => severity) ?? [] };
  };

  test('decide how grave a missing part is, and with it the exit code; --rule goes before them', async () => {
    expect(await severitiesOf([])).toEqual({ code: 0, severities: ['warning'] });
    expect(await severitiesOf(['--profile', 'review'])).toEqual({ code: 0, severities: ['warning'] });
    expect(await severitiesOf(['--profile', 'draft'])).toEqual({ code: 0, severities: ['hint'] });
    expect(await severitiesOf(['--profile', 'final'])).toEqual({ code: 1, severities: ['error'] });
    expect(await severitiesOf(['--profile', 'final', '--rule', 'structure-missing-part=hint'])).toEqual({ code: 0, severities: ['hint'] });
  });

  test.each([
    [['lint', '--profile', 'last', 'a.txt'], '--profile 只能是 draft（起草）、review（送审）、final（定稿），不能是“last”'],
    [['lint', '--profile'], '--profile 后面缺少内容'],
    [['outline', '--profile', 'final', 'a.txt'], '--profile 只用于 lint、review 和 fix'],
    [['figures', '--profile', 'review', 'a.txt'], '--profile 只用于 lint、review 和 fix'],
  ])('are refused in %j', async (args, message) => {
    const { code, out, err } = await place({ 'a.txt': SOUND }).fazhi(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('files of one run', () => {
  const OWN = '镇里把矛盾纠纷排查化解放在心上，每月召开研判会，驻村干部带着问题清单入户，全年排查纠纷180起，化解172起，把问题解决在村里。';
  const report = (name: string, text: string): string => SOUND.replaceAll('溪柏乡', name).replace('（二）', `${text}\n\n（二）`);
  const files = { '各镇/a.txt': report('青石镇', OWN), '各镇/b.txt': report('白石镇', OWN.replace('180', '214').replace('172', '205')), '各镇/c.txt': report('云溪镇', '开展培训6场。'), '各镇/d.txt': OTHER };
  const RULE = 'structure-copied-paragraph';

  test('are compared with each other where that is asked for, and only then', async () => {
    const { fazhi } = place(files);
    expect((await fazhi(['lint', '各镇'])).out).not.toContain(RULE);
    const asked = await fazhi(['lint', '--format', 'json', '--rule', `${RULE}=information`, '各镇']);
    expect(lintFiles(asked).map(({ path: file, problems }) => [file, problems.map(({ message }) => message)])).toEqual([
      ['各镇/a.txt', ['这一段和“b.txt”里的一段只有数字不同。写本单位、本年度的实际做法；确实一样的，不用改。']],
      ['各镇/b.txt', ['这一段和“a.txt”里的一段只有数字不同。写本单位、本年度的实际做法；确实一样的，不用改。']],
      ['各镇/c.txt', []],
      ['各镇/d.txt', []],
    ]);
    expect((await fazhi(['lint', '--profile', 'final', '各镇/a.txt'])).out).not.toContain(RULE);
    expect((await fazhi(['lint', '--profile', 'final', '各镇/a.txt', '各镇/b.txt'])).out.split(RULE)).toHaveLength(3);
  });

  test('say in SARIF which rules are off by default', async () => {
    const { out } = await place(files).fazhi(['lint', '--format', 'sarif', '各镇/c.txt']);
    const { runs } = JSON.parse(out) as { runs: { tool: { driver: { rules: { id: string; defaultConfiguration: { enabled?: boolean } }[] } } }[] };
    expect(runs[0]?.tool.driver.rules.filter(({ defaultConfiguration }) => defaultConfiguration.enabled === false).map(({ id }) => id)).toContain(RULE);
  });
});

describe('many files', () => {
  const kinds = [FAULTY, SOUND, OTHER, WARNED];
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${String(i).padStart(3, '0')}.txt`, kinds[i % kinds.length] as string]));
  const names = Object.keys(many);

  test('are told of in the order they were named, as if each had been checked by itself', async () => {
    const { fazhi } = place({ ...many, '.fazhi-report.json': '{"year": "二〇二四"}' });
    const [missing, ...rest] = [...names].reverse();
    const finished = await fazhi(['lint', '--format', 'json', '没有.txt', ...rest, missing as string]);
    const [unread, ...files] = lintFiles(finished);
    expect(unread?.error).toMatch(/没有\.txt/u);
    expect(files.map((file) => file.path)).toEqual([...rest, missing]);
    const alone = new Map<string, unknown>();
    for (const name of names.slice(0, kinds.length)) alone.set(many[name] as string, lintFiles(await fazhi(['lint', '--format', 'json', name]))[0]);
    for (const file of files) expect({ ...file, path: '' }).toEqual({ ...(alone.get(many[file.path] as string) as object), path: '' });
    expect(finished.code).toBe(2);
    // What is wrong in the workspace file is said once, whatever number of threads reads it.
    expect(lines(finished.err).filter((line) => line.includes('.fazhi-report.json'))).toHaveLength(1);
    expect(lines(finished.err).filter((line) => line.includes('不像'))).toHaveLength(50);
  });
});
