// No regular expression of the program takes more than linear time, whatever text it meets: each is judged by its structure
// (scslre: repeats of one character) and by attack (repeats of its own parts). What is excepted says why it may be.

import path from 'node:path';
import { analyse } from 'scslre';
import { beforeAll, expect, test } from 'vitest';
import { attacked, pumpsOf } from '../support/attack.ts';
import { filesIn, watchConstructor, written, type Pattern } from '../support/patterns.ts';

interface Exception {
  readonly file: string;
  /** How the expression begins. */
  readonly begins: string;
  readonly why: string;
}

const EXCEPTIONS: readonly Exception[] = [
  { file: 'server/core/figures/find.ts', begins: '([0-9]{1,9}', why: 'the alternative for numbers takes a run of digits whole, so none is begun inside it' },
  { file: 'server/core/figures/find.ts', begins: '(?:分别为', why: 'asked of the words before a number, at most 60 characters' },
  { file: 'server/core/text/numerals.ts', begins: '\\B(?=(?:[0-9]{3})+', why: 'asked of the digits of one number that was computed' },
  { file: 'server/core/text/template.ts', begins: '\\\\([\\\\$}])', why: 'asked of templates; what a writer typed has its $ escaped in them' },
];

let all: readonly Pattern[] = [];
let built: readonly Pattern[] = [];
let builders: readonly string[] = [];

beforeAll(async () => {
  const files = [...filesIn('server'), ...filesIn('client')];
  const watch = watchConstructor();
  for (const file of filesIn('server')) if (!/\/(?:main|browser)\.ts$/u.test(file)) await import(path.resolve(file));
  // Some are built when they are first needed.
  const { analyze, lintAll } = await import('../../server/core/index.ts');
  const { readConfig } = await import('../../server/config/read.ts');
  const { ALL_RULES, GOLDEN, views, viewsAt } = await import('../support/same.ts');
  const { config: { local } } = readConfig('{ "words": [{ "wrong": "综治办", "right": "综治中心" }], "wordings": [{ "text": "述法" }], "parts": [{ "name": "普法" }] }');
  for (const text of GOLDEN) {
    const report = analyze(text, { isReport: true, local });
    const problems = lintAll(report, ALL_RULES);
    views(report, problems);
    for (let at = 0; at < text.length; at += 401) viewsAt(report, problems, at);
  }
  built = watch.stop();
  const sources = written(files);
  builders = sources.builders;
  all = [...sources.literals, ...built];
}, 120_000);

const isExcepted = ({ files, source }: Pattern, { file, begins }: Exception): boolean => files.includes(file) && source.startsWith(begins);
const attack = ({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string | undefined => attacked(new RegExp(source, flags), pumpsOf(analyse({ source, flags }, { maxReports: 0 }).parsed.pattern));
const nameOf = ({ files, source, flags }: Pattern): string => `${files.join(', ')}: /${source.slice(0, 80)}/${flags}`;

test('every file that builds expressions has been seen to do so', () => {
  expect(all.length).toBeGreaterThan(1000);
  const seen = new Set(built.flatMap(({ files }) => files));
  expect(builders.filter((file) => !seen.has(file))).toEqual([]);
});

test('none backtracks or starts over more than in linear time, by its structure', () => {
  const judged = all.filter((pattern) => !EXCEPTIONS.some((exception) => isExcepted(pattern, exception)));
  expect(judged.flatMap((pattern) => analyse(pattern).reports.map(({ type, character }) => `${nameOf(pattern)} ${type} ${character.pick}`))).toEqual([]);
});

test('none takes more than linear time over repeats of its own parts', () => {
  const judged = all.filter((pattern) => !EXCEPTIONS.some((exception) => isExcepted(pattern, exception)));
  const slow = judged.flatMap((pattern) => {
    // A busy machine makes one look slow, but not three times.
    const pump = attack(pattern) && attack(pattern) && attack(pattern);
    return pump === undefined ? [] : [`${nameOf(pattern)} over ${pump}`];
  });
  expect(slow).toEqual([]);
}, 300_000);

// Asked again, since a busy machine makes anything look slow once.
test('the attack finds what is slow', { retry: 2 }, () => {
  for (const [source, flags] of [['^(?:行政|复议|行政复议)*$', 'u'], ['《[^》]*》', 'gu'], ['(?:a|b|ab)+c', 'u'], ['(?<=[^。]{30,})，现将x', 'gu'], ['(?:甲+)+乙', 'u']] as const) {
    expect(attack({ source, flags }), source).toBeDefined();
  }
  for (const [source, flags] of [['《[^《》]*》', 'gu'], ['^(?:行政|复议)*$', 'u'], ['(?<=[^。]{30})，现将x', 'gu']] as const) {
    expect(attack({ source, flags }), source).toBeUndefined();
  }
});

test('every exception is still needed', () => {
  expect(EXCEPTIONS.filter((exception) => !all.some((pattern) => isExcepted(pattern, exception))).map(({ begins }) => begins)).toEqual([]);
  const isFine = (pattern: Pattern): boolean => analyse(pattern).reports.length === 0 && attack(pattern) === undefined;
  expect(EXCEPTIONS.filter((exception) => all.some((pattern) => isExcepted(pattern, exception) && isFine(pattern))).map(({ begins }) => begins)).toEqual([]);
});
