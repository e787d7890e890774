// `--baseline`: of what is found only what an earlier run did not find, wherever lines have moved.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAULTY, FAULTY_FINDINGS } from '../protocol/texts.ts';
import { lintFiles, lines, place, type Place } from './command.ts';

/** The rule that finds 法制副校长. */
const SCHOOL = FAULTY_FINDINGS.find(({ words }) => words.includes('法制'))?.rule;

async function baselined({ fazhi, folder }: Place, ...names: readonly string[]): Promise<void> {
  writeFileSync(path.join(folder, 'old.json'), (await fazhi(['lint', '--format', 'json', ...names])).out);
}
const newRules = async ({ fazhi }: Place, ...names: readonly string[]): Promise<readonly (readonly string[])[]> => lintFiles(await fazhi(['lint', '--format', 'json', '--baseline', 'old.json', ...names])).map(({ problems }) => problems.map(({ rule }) => rule));
const write = ({ folder }: Place, file: string, text: string): void => writeFileSync(path.join(folder, file), text);

describe('what is known', () => {
  test('is not told again and does not fail the run', async () => {
    const here = place({ 'a.txt': FAULTY });
    await baselined(here, 'a.txt');
    expect(await here.fazhi(['lint', '--baseline', 'old.json', 'a.txt'])).toMatchObject({ code: 0, out: '检查了 1 份报告：没有发现问题。\n' });
    expect(await here.fazhi(['lint', '--baseline', 'old.json', './a.txt'])).toMatchObject({ code: 0 });
  });

  test('is known when lines have moved and words beside it have changed', async () => {
    const here = place({ 'a.txt': FAULTY });
    await baselined(here, 'a.txt');
    const sentence = FAULTY_FINDINGS[1]?.words ?? '';
    write(here, 'a.txt', FAULTY.replace('\n\n', '\n\n\n\n').replace(sentence, `约定的${sentence}`));
    expect(await newRules(here, 'a.txt')).toEqual([[]]);
  });

  test('is known under the same name in another folder, if only one file has it', async () => {
    const here = place({ 'a.txt': FAULTY, 'x/b.txt': FAULTY, 'y/b.txt': FAULTY, 'z/a.txt': FAULTY, 'z/b.txt': FAULTY });
    await baselined(here, 'a.txt', 'x/b.txt', 'y/b.txt');
    expect((await newRules(here, 'z/a.txt', 'z/b.txt')).map(({ length }) => length)).toEqual([0, FAULTY_FINDINGS.length]);
  });
});

describe('what is new', () => {
  test('is told, and counts for the exit code', async () => {
    const here = place({ 'a.txt': FAULTY.replace('法制副校长', '法治副校长') });
    await baselined(here, 'a.txt');
    write(here, 'a.txt', FAULTY);
    const { code, out } = await here.fazhi(['lint', '--baseline', 'old.json', 'a.txt']);
    expect(code).toBe(1);
    expect(lines(out)).toEqual([expect.stringContaining(`[${SCHOOL}]`), '检查了 1 份报告：错误 1。']);
  });

  test('of several alike is as many as there are more', async () => {
    const here = place({ 'a.txt': FAULTY });
    await baselined(here, 'a.txt');
    const wrong = '法制副校长';
    const line = FAULTY.split('\n').find((each) => each.includes(wrong)) ?? '';
    write(here, 'a.txt', FAULTY.replace(line, `${line}${line}`));
    const found = (await newRules(here, 'a.txt'))[0] ?? [];
    // Two wordings stand in the line that is there twice now.
    expect(found.filter((rule) => rule === SCHOOL)).toHaveLength(2);
  });

  test('is all that a review lists', async () => {
    const here = place({ 'a.txt': FAULTY.replace('法制副校长', '法治副校长') });
    await baselined(here, 'a.txt');
    write(here, 'a.txt', FAULTY);
    const { code, out } = await here.fazhi(['review', '--baseline', 'old.json', 'a.txt', '--format', 'csv', '-o', '-']);
    expect(code).toBe(1);
    expect(lines(out)).toHaveLength(2);
    expect(out).toContain('【法制副校长】');
  });
});

test('an output without the words around, of an older version, is known by rule and message', async () => {
  const here = place({ 'a.txt': FAULTY });
  await baselined(here, 'a.txt');
  const old = JSON.parse(here.text('old.json')) as { files: { problems: { around?: unknown }[] }[] };
  for (const { problems } of old.files) for (const problem of problems) delete problem.around;
  write(here, 'old.json', JSON.stringify(old));
  expect(await newRules(here, 'a.txt')).toEqual([[]]);
});

test.each([['gone.json', undefined, '读不了'], ['a.json', 'x', '不是 lint --format json 的输出'], ['b.json', '{"runs":[]}', '不是 lint --format json 的输出'], ['c.json', '{"files":[{"path":1}]}', '不是 lint --format json 的输出']])('%s is refused in one sentence', async (name, content, words) => {
  const { fazhi } = place({ 'a.txt': FAULTY, ...(content === undefined ? {} : { [name]: content }) });
  for (const command of ['lint', 'review']) {
    const { code, out, err } = await fazhi([command, '--baseline', name, 'a.txt']);
    expect([code, out]).toEqual([2, '']);
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain(words);
  }
});
