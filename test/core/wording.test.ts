// The wordings as a whole: no entry finds fault with what another calls right, nor with sound reports and the sentences
// that tempt most; slips in fixed phrases and titles are found wherever they sit; issuers follow from the documents.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DOCUMENTS } from '../../server/core/domain/documents.ts';
import { OFFICES } from '../../server/core/domain/mentions.ts';
import { TERMS } from '../../server/core/domain/terms.ts';
import type { DocumentSpec } from '../../server/core/domain/types.ts';
import { analyze, type Problem } from '../../server/core/index.ts';
import { findCitations } from '../../server/core/report/citations.ts';
import { findTerms } from '../../server/core/report/terms.ts';
import { applyEdits } from '../../server/core/text/edit.ts';
import { differences } from '../../server/core/text/distance.ts';
import { problemsOf, root } from '../support/check.ts';

const documents: readonly DocumentSpec[] = DOCUMENTS;
const wordings = (text: string, year: number): readonly Problem[] =>
  problemsOf(analyze(text, { isReport: true, year })).filter(({ rule }) => rule.id.startsWith('wording-'));
const grave = ({ severity }: Problem): boolean => severity === 'error' || severity === 'warning';
const told = (problems: readonly Problem[]): string[] => problems.map(({ rule, message }) => `${rule.id}: ${message}`);

/** Sentences of a case file with their report year. */
function cases(file: string): readonly (readonly [string, number])[] {
  const lines = readFileSync(path.join(root, 'test/core/cases', file), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [year = '', sentence = ''] = line.split('\t');
    return [sentence, Number(year)];
  });
}

const inReport = (sentence: string, year: number): string => `岚川县人民政府${year}年法治政府建设情况报告\n\n一、主要举措和成效\n\n（一）工作推进。${sentence}\n`;

describe('sentences that tempt', () => {
  test.each(cases('wording-right.tsv'))('nothing is wrong in %s', (sentence, year) =>
    expect(told(wordings(inReport(sentence, year), year).filter(({ severity }) => severity !== 'hint'))).toEqual([]));
  test.each(cases('wording-wrong.tsv'))('something is wrong in %s', (sentence, year) => expect(wordings(inReport(sentence, year), year).length).toBeGreaterThan(0));
});

test('no entry finds fault with what another calls right', () => {
  const wrong = TERMS.filter(({ rule }) => rule.startsWith('wording-')).flatMap((term) =>
    term.examples.right.flatMap((right) => told(wordings(right, term.examples.year).filter(grave)).map((message) => `${term.id}: ${right} ${message}`)),
  );
  expect(wrong).toEqual([]);
});

test('sound reports hold no wrong wording', () => {
  const folder = path.join(root, 'test/golden');
  const files = readdirSync(folder).filter((file) => /^(?:good-|figures-right-)/u.test(file));
  expect(files.length).toBeGreaterThan(8);
  expect(files.flatMap((file) => told(problemsOf(analyze(readFileSync(path.join(folder, file), 'utf8'))).filter((p) => grave(p) && p.rule.id.startsWith('wording-'))).map((message) => `${file}: ${message}`))).toEqual([]);
});

describe('phrases with a slip', () => {
  const phrases = TERMS.filter(({ near }) => near !== undefined);
  test.each(phrases.map((term) => [term.pattern, term] as const))('%s', (phrase, term) => {
    const excused = (text: string): boolean => term.exceptions.some((exception) => new RegExp(exception, 'u').test(text));
    const hitsOf = (text: string) => findTerms(text).filter((hit) => hit.term === term);
    expect(hitsOf(`认真落实${phrase}有关要求。`)).toEqual([]);
    for (let i = 1; i < phrase.length - 1; i++) {
      const doubled = `${phrase.slice(0, i + 1)}${phrase.slice(i)}`;
      const lost = `${phrase.slice(0, i)}${phrase.slice(i + 1)}`;
      const changed = `${phrase.slice(0, i)}囧${phrase.slice(i + 1)}`;
      const paged = `${phrase.slice(0, i)}12${phrase.slice(i)}`;
      for (const wrong of [doubled, paged, ...(i > 1 || phrase.length >= 8 ? [lost, changed] : [])]) {
        const text = `认真落实${wrong}有关要求。`;
        if (phrase.includes(lost) || excused(text)) continue;
        const [hit, ...more] = hitsOf(text);
        expect(more).toEqual([]);
        expect(hit && applyEdits(text, hit.edit ? [hit.edit] : []), wrong).toBe(`认真落实${phrase}有关要求。`);
      }
    }
  });

  test('quotation marks are looked through', () => {
    const text = '增强“四个意思”、坚定“四个自信”。';
    const [hit] = findTerms(text).filter(({ term }) => term.near !== undefined);
    expect(hit?.edit && applyEdits(text, [hit.edit])).toBe('增强“四个意识”、坚定“四个自信”。');
  });
});

describe('titles with a slip', () => {
  test('no known title is near another', () => {
    for (const { title, short } of documents) for (const name of [title, ...short]) expect(findCitations(`《${name}》`)[0]?.near, name).toBeUndefined();
  });

  test.each([
    ['行政处罚罚法', '行政处罚法'], ['中华人民共和国行政复仪法', '中华人民共和国行政复议法'], ['未成年保护法', '未成年人保护法'],
    ['党政主要负责人履行推进法治建设第一责任人职则规定', '党政主要负责人履行推进法治建设第一责任人职责规定'],
    ['法治政府建与责任落实督察工作规定', '法治政府建设与责任落实督察工作规定'],
  ])('%s', (wrong, right) => expect(findCitations(`《${wrong}》`)[0]?.near?.title).toBe(right));

  test.each([
    '云川省行政复议法实施条例', '行政处罚办法', '新行政处罚法', '环境保护税法', '法治政府建设实施纲要（2016—2020年）', '法治政府建设实施方案（2021—2025年）', '行政复议法实施细则',
    '云溪镇法治政府建设与责任落实督察工作规定', '党政主要负责人履行推进法治建设第一责任人职责清单', '社区矫正法（草案）', '城市居民委员会组织法解读',
  ])('%s is a document of its own', (title) => expect(findCitations(`《${title}》`)[0]?.near).toBeUndefined());
});

test('differences', () => {
  expect(differences('行政复议法', '行政复议法', 1)).toEqual([]);
  expect(differences('行政复议法', '行政议复法', 1)).toEqual([{ kind: 'swapped', at: 2, units: '复议' }]);
  expect(differences('行政复议法', '行政复法', 1)).toEqual([{ kind: 'lost', at: 3, units: '议' }]);
  expect(differences('行政复议法', '行政诉讼法', 1)).toBeUndefined();
  expect(differences('行政复议法', '行政诉讼法', 2)).toHaveLength(2);
});

describe('issuers', () => {
  const full = [...new Set(Object.values(OFFICES))];
  const known = documents.filter(({ issuer, basis }) => basis.confidence === 'verified' && issuer.split('、').every((office) => full.includes(office)));
  test('most documents have a verified issuer', () => expect(known.length).toBeGreaterThan(100));
  test.each(known.map((document) => [document.title, document] as const))('%s', (title, { issuer }) => {
    const found = (office: string) => wordings(`学习${office}印发的《${title}》。`, 2025).filter(({ rule }) => rule.id === 'wording-issuer');
    expect(found(issuer)).toEqual([]);
    const wrong = issuer === '国务院办公厅' ? '中共中央' : '国务院办公厅';
    expect(found(wrong).map(({ severity }) => severity)).toEqual(['error']);
  });

  test.each([
    '落实中办、国办《党政主要负责人履行推进法治建设第一责任人职责规定》。',
    '落实中共中央办公厅和国务院办公厅联合印发的《党政主要负责人履行推进法治建设第一责任人职责规定》。',
    '落实国务院办公厅关于行政执法公示的意见和《党政主要负责人履行推进法治建设第一责任人职责规定》。',
    '学习国务院公布的《优化营商环境条例》、《行政处罚法》。',
    '省政府办公厅转发国务院办公厅《行政执法监督条例》学习材料。',
    '贯彻党中央、国务院《信访工作条例》。',
    '学习全国人大常委会颁布的《民法典》。',
  ])('%s', (sentence) => expect(told(wordings(sentence, 2025).filter(({ rule }) => rule.id === 'wording-issuer'))).toEqual([]));
});

/** Lines of a case file, their escapes read. */
const lines = (file: string): string[][] =>
  readFileSync(path.join(root, 'test/core/cases', file), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.replaceAll('\\n', '\n')));

/** A sentence, or a heading with its text, inside a report of its year. */
const insideReport = (sentence: string, year: string): string =>
  `岚川县人民政府${year}年法治政府建设情况报告\n\n一、主要举措和成效\n\n${/^(?:（[一二三四五六七八九十]）|#|\*\*（)/u.test(sentence) ? '' : '（一）工作推进\n\n'}${sentence}\n`;
const ofWords = ({ rule: { id } }: Problem): boolean => /^(?:wording|format)-/u.test(id);

describe('sentences written to tempt', () => {
  test.each(lines('wording-tempting.tsv').map(([year = '', sentence = '', why = '']) => [`${year} ${why}`, sentence, year] as const))('%s', (_, sentence, year) => {
    expect(told(problemsOf(analyze(insideReport(sentence, year))).filter((problem) => ofWords(problem) && grave(problem)))).toEqual([]);
  });
});

describe('sentences with one planted slip', () => {
  test.each(lines('wording-planted.tsv').map(([year = '', rule = '', sentence = '', words = '']) => [`${rule} ${year} ${words}`, sentence, year] as const))('%s', (_, sentence, year) => {
    // Some slips of wording are slips of figures too, and told there.
    expect(problemsOf(analyze(insideReport(sentence, year))).filter(({ rule: { id } }) => !id.startsWith('structure-missing')).length).toBeGreaterThan(0);
  });
});
