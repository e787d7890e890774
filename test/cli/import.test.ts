// Word documents on the command line: written as texts beside them, never over one that is there, and looked at as they are.

import { closeSync, copyFileSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAULTY, FAULTY_FINDINGS, rangeOf, SOUND } from '../protocol/texts.ts';
import { bundle, run } from '../support/process.ts';
import { docx, listed, lists, lvl, p } from '../word/docx.ts';
import { lintFiles, lines, place } from './command.ts';

const ofText = (text: string): Buffer => Buffer.from(docx(text.split('\n\n').map((line) => p(line.trim())).join('')));
const WORD = ofText(FAULTY);
const NUMBERED = Buffer.from(docx({ body: p('松澜镇2024年度法治政府建设情况报告', '<w:jc w:val="center"/>') + p('主要举措和成效', listed(1)), numbering: lists([[lvl(0, 'chineseCounting', '%1、')]], [[0]]) }));
const MARKDOWN = '# 松澜镇2024年度法治政府建设情况报告\n\n## 一、主要举措和成效\n';
const NOTE = '  自动编号有1处，已写成文字，编号不再自动变。\n';

describe('import', () => {
  test('writes a text beside the document, says where and what was left out, and leaves the document alone', async () => {
    const { fazhi, text, bytes } = place({ 'in/报告.docx': NUMBERED });
    const name = path.join('in', '报告.docx');
    expect(await fazhi(['import', name])).toMatchObject({ code: 0, out: '', err: `${name}：已导入到 ${path.join('in', '报告.md')}。\n${NOTE}` });
    expect(text('in/报告.md')).toBe(MARKDOWN);
    expect(bytes('in/报告.docx')).toEqual(NUMBERED);
  });

  test('in plain text, to a named file, to standard output, from standard input', async () => {
    const { fazhi, text } = place({ 'a.docx': NUMBERED });
    const plain = MARKDOWN.replace(/^#+ /gmu, '');
    expect((await fazhi(['import', '--layout', 'txt', 'a.docx'])).code).toBe(0);
    expect(text('a.txt')).toBe(plain);
    expect((await fazhi(['import', '-o', 'out.txt', 'a.docx'])).code).toBe(0);
    expect(text('out.txt')).toBe(plain);
    expect(await fazhi(['import', '-o', '-', 'a.docx'])).toMatchObject({ code: 0, out: MARKDOWN, err: `a.docx：已导入。\n${NOTE}` });
    expect(await fazhi(['import', '-'], { input: NUMBERED })).toMatchObject({ code: 0, out: MARKDOWN });
  });

  test('writes over nothing unless it is told to', async () => {
    const { fazhi, text } = place({ 'a.docx': NUMBERED, 'a.md': '已经改过的' });
    expect(await fazhi(['import', 'a.docx'])).toMatchObject({ code: 2, out: '', err: 'fazhi-report：a.md：已经有这个文件，没有写；要覆盖它，加上 --force。\n' });
    expect(text('a.md')).toBe('已经改过的');
    expect((await fazhi(['import', '--force', 'a.docx'])).code).toBe(0);
    expect(text('a.md')).toBe(MARKDOWN);
  });

  test('of several, each; one that cannot be read or written stops no other', async () => {
    const { fazhi, text, folder } = place({ 'in/a.docx': NUMBERED, 'in/b.docx': 'PK\u0003\u0004', 'in/c.docx': NUMBERED, 'in/~$c.docx': 'x', 'in/d.txt': 'x', 'in/e.DOCX': NUMBERED });
    mkdirSync(path.join(folder, 'in/c.md'));
    const { code, err } = await fazhi(['import', 'in', 'gone.docx', path.join('in', '~$c.docx')]);
    expect(code).toBe(2);
    expect(lines(err).filter((line) => line.startsWith('fazhi-report：'))).toEqual([
      expect.stringMatching(/b\.docx：文件不完整/u),
      expect.stringMatching(/c\.md：/u),
      'fazhi-report：gone.docx：没有这个文件。',
      expect.stringMatching(/临时文件/u),
    ]);
    expect([text('in/a.md'), text('in/e.md')]).toEqual([MARKDOWN, MARKDOWN]);
  });

  test('of what is no Word document says what it is', async () => {
    const { fazhi } = place({ 'a.txt': SOUND, 'b.doc': Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]) });
    const { code, err } = await fazhi(['import', 'a.txt', 'b.doc']);
    expect(code).toBe(2);
    expect(lines(err)).toEqual([expect.stringMatching(/^fazhi-report：a\.txt：这不是 Word 文档[^。]+。$/u), expect.stringMatching(/^fazhi-report：b\.doc：这是旧版 Word[^。]+。$/u)]);
  });

  test('does not read what is too large', async () => {
    const { fazhi, folder } = place();
    const file = openSync(path.join(folder, 'a.docx'), 'w');
    // A hole: it takes no room on the disk, and would take two gigabytes to be read.
    ftruncateSync(file, 2 * 1024 ** 3);
    closeSync(file);
    for (const command of ['import', 'lint']) expect(await fazhi([command, 'a.docx'])).toMatchObject({ code: 2, err: 'fazhi-report：a.docx：文件超过 64 MB，没有读；把里面的图片删去或者压缩，存好再导入。\n' });
  });
});

describe('a document as it is', () => {
  const imported = FAULTY.replace(/^(云汀镇2024年度)/u, '# $1').replace(/^(?=[一二三四五]、)/gmu, '## ');

  test('is linted, and places are those of its text', async () => {
    const { fazhi, text } = place({ 'a.docx': WORD });
    const [file] = lintFiles(await fazhi(['lint', '--format', 'json', 'a.docx']));
    expect(file?.report.title).toBe('云汀镇2024年度法治政府建设情况报告');
    expect((await fazhi(['import', 'a.docx'])).code).toBe(0);
    expect(text('a.md')).toBe(imported);
    expect(file?.problems.map(({ rule, range }) => [rule, range])).toEqual(FAULTY_FINDINGS.map(({ rule, words }) => [rule, rangeOf(imported, words)]));
  });

  test('is linted with a word on its places, shown as outline and figures', async () => {
    const { fazhi } = place({ 'a.docx': WORD });
    expect(await fazhi(['lint', 'a.docx'])).toMatchObject({ code: 1, err: 'fazhi-report：Word 文档里的问题，行和列是转成文本以后的，用 import 转出来对照。\n' });
    expect((await fazhi(['outline', 'a.docx'])).out).toContain('一、推进法治政府建设的主要举措和成效');
    expect((await fazhi(['figures', 'a.docx'])).out).toContain('98.6%');
  });

  test('in a folder counts, but not beside its text, nor the file that Word leaves beside it', async () => {
    const { fazhi } = place({ 'in/a.docx': WORD, 'in/b.docx': WORD, 'in/b.md': SOUND, 'in/~$a.docx': 'x', 'in/c/d.docx': ofText('一般的通知') });
    const files = lintFiles(await fazhi(['lint', '--format', 'json', 'in']));
    expect(files.map((file) => [file.path, file.problems.length])).toEqual([[path.join('in', 'a.docx'), FAULTY_FINDINGS.length], [path.join('in', 'b.md'), 0], [path.join('in', 'c', 'd.docx'), 0]]);
  });

  test('is not written into', async () => {
    const { fazhi, bytes } = place({ 'a.docx': WORD });
    expect(await fazhi(['fix', 'a.docx'])).toMatchObject({ code: 2, err: 'fazhi-report：a.docx：Word 文档不能在原文件里改，先用 import 转成文本，改那个文件。\n' });
    expect(bytes('a.docx')).toEqual(WORD);
    expect(await fazhi(['fix', '.'])).toMatchObject({ code: 0, err: '' });
  });

  test('of many is linted in several threads alike', async () => {
    const { fazhi } = place(Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`in/${i}.docx`, WORD])));
    const files = lintFiles(await fazhi(['lint', '--format', 'json', 'in']));
    expect(files.map(({ problems }) => problems.length)).toEqual(Array.from({ length: 130 }, () => FAULTY_FINDINGS.length));
  });
});

test('the command line runs by itself, and says what it lacks only when a document is to be read', async () => {
  const { folder } = place({ 'a.txt': SOUND, 'a.docx': WORD });
  const alone = path.join(folder, 'fazhi-report.cjs');
  copyFileSync(bundle('cli'), alone);
  expect(await run(process.execPath, [alone, 'lint', 'a.txt'], { cwd: folder })).toMatchObject({ code: 0, err: '' });
  expect(await run(process.execPath, [alone, 'lint', 'a.docx', 'a.txt'], { cwd: folder })).toMatchObject({ code: 2, err: 'fazhi-report：a.docx：cli.js 旁边没有 word.js，读不了 Word 文档，从安装包里一起取出来。\n' });
});
