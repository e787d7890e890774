// What the command line is given to read: encodings, line breaks, standard input, folders, and what is no text at all.
// Must not test options or formats.

import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { FAULTY, FAULTY_FINDINGS, OTHER, rangeOf, SOUND } from '../protocol/texts.ts';
import { bundle, run } from '../support/process.ts';
import { lintFiles, lines, place } from './command.ts';

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const RANGES = FAULTY_FINDINGS.map(({ words }) => rangeOf(FAULTY, words));

const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** A report of at least so many bytes, all of its paragraphs different. */
function longReport(size: number): string {
  const paragraphs = [FAULTY];
  for (let bytes = 0, i = 1; bytes < size; i++) {
    const paragraph = `全年受理调解纠纷${1000 + i}起，成功调解${900 + i}起，开展“八五”普法宣传${i}场，审查合同${i}份，落实各项工作部署，群众满意度不断提升。`;
    paragraphs.push(paragraph);
    bytes += Buffer.byteLength(paragraph) + 2;
  }
  return `${paragraphs.join('\n\n')}\n`;
}

describe('encodings', () => {
  const encoded: readonly (readonly [string, Buffer])[] = [
    ['UTF-8', Buffer.from(FAULTY)],
    ['UTF-8 with a byte order mark', Buffer.concat([BOM, Buffer.from(FAULTY)])],
    ['GB18030', iconv.encode(FAULTY, 'gb18030')],
    ['GBK', iconv.encode(FAULTY, 'gbk')],
    ['UTF-16LE', utf16(FAULTY)],
  ];

  test.each(encoded)('%s is read, a byte order mark moving nothing', async (_name, bytes) => {
    const { fazhi } = place({ 'a.txt': bytes });
    const finished = await fazhi(['lint', '--format', 'json', 'a.txt']);
    const [file] = lintFiles(finished);
    expect(file?.report.title).toBe('云汀镇2024年度法治政府建设情况报告');
    expect(file?.problems.map(({ range }) => range)).toEqual(RANGES);
    expect(finished).toMatchObject({ code: 1, err: '' });
  });

  test.each(encoded)('%s is read from standard input', async (_name, bytes) => {
    const { fazhi } = place();
    const [file] = lintFiles(await fazhi(['lint', '--format', 'json', '-'], { input: bytes }));
    expect(file?.problems.map(({ range }) => range)).toEqual(RANGES);
  });

  test('GB18030 counts a character of four bytes as UTF-16 does', async () => {
    const text = FAULTY.replace('全年', '全年𠮷');
    const { fazhi } = place({ 'a.txt': iconv.encode(text, 'gb18030') });
    const [file] = lintFiles(await fazhi(['lint', '--format', 'json', 'a.txt']));
    expect(file?.problems.map(({ range }) => range)).toEqual(FAULTY_FINDINGS.map(({ words }) => rangeOf(text, words)));
  });

  const odd: readonly (readonly [string, Buffer])[] = [
    ['half a character at the end', Buffer.from(FAULTY).subarray(0, -2)],
    ['a lone surrogate in UTF-8', Buffer.concat([Buffer.from(FAULTY), Buffer.from([0xed, 0xa0, 0x80])])],
    ['a lone surrogate in UTF-16LE', utf16(`${FAULTY}\ud842`)],
    ['half a unit of UTF-16LE', Buffer.concat([utf16(FAULTY), Buffer.from([0x4e])])],
    ['bytes of no encoding', Buffer.concat([Buffer.from(FAULTY), Buffer.from([0xff, 0xff, 0x80, 0xff])])],
    ['UTF-16BE', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(FAULTY, 'utf16le').swap16()])],
    ['a byte order mark alone', BOM],
    ['every byte there is', Buffer.from(Array.from({ length: 256 }, (_, i) => i))],
  ];

  test.each(odd)('%s is read or refused in one sentence', async (_name, bytes) => {
    const { fazhi } = place({ 'a.txt': bytes, 'b.txt': FAULTY });
    const { code, out, err } = await fazhi(['lint', 'a.txt', 'b.txt']);
    expect(lines(err).length).toBeLessThanOrEqual(1);
    if (err !== '') expect(err).toMatch(/^fazhi-report：a\.txt：[^\n]+。\n$/u);
    expect(code).toBe(/编码/u.test(err) ? 2 : 1);
    expect(lines(out).filter((line) => line.startsWith('b.txt:'))).toHaveLength(FAULTY_FINDINGS.length);
  });
});

describe('texts', () => {
  test.each([['\\r\\n', '\r\n'], ['a lone \\r', '\r']])('lines that end with %s', async (_name, lineBreak) => {
    const text = FAULTY.replaceAll('\n', lineBreak);
    const { fazhi } = place({ 'a.txt': text });
    const [file] = lintFiles(await fazhi(['lint', '--format', 'json', 'a.txt']));
    expect(file?.problems.map(({ range }) => range)).toEqual(FAULTY_FINDINGS.map(({ words }) => rangeOf(text, words)));
  });

  test.each([['an empty file', ''], ['a line break', '\n'], ['NUL', '\0\0\0'], ['another document', OTHER]])('%s is no report, which is said and is no error', async (_name, text) => {
    const { fazhi } = place({ 'a.txt': text });
    for (const command of ['lint', 'outline', 'figures']) {
      const { code, err } = await fazhi([command, 'a.txt']);
      expect(code).toBe(0);
      expect(err).toBe('fazhi-report：a.txt：不像法治政府建设年度报告，没有检查。\n');
    }
    const { code, out } = await fazhi(['lint', 'a.txt']);
    expect({ code, out }).toEqual({ code: 0, out: '检查了 0 份报告：没有发现问题。\n' });
  });

  test('NUL inside a report hides nothing', async () => {
    const text = FAULTY.replace('全年', '全\0年');
    const { fazhi } = place({ 'a.txt': text });
    const [file] = lintFiles(await fazhi(['lint', '--format', 'json', 'a.txt']));
    expect(file?.problems.map(({ range }) => range)).toEqual(FAULTY_FINDINGS.map(({ words }) => rangeOf(text, words)));
  });

  test('a file of the report’s own extension is checked whatever it says', async () => {
    const { fazhi } = place({ 'a.fzbg': '聘请法律顾问2名。\n', 'B.FZBG': '聘请法律顾问2名。\n' });
    for (const name of ['a.fzbg', 'B.FZBG']) {
      const { out, err } = await fazhi(['lint', name]);
      expect(out, name).toContain('检查了 1 份报告');
      expect(err, name).toBe('');
    }
  });

  test('ten megabytes are checked in reasonable time', { timeout: 120_000 }, async () => {
    const { fazhi } = place({ 'a.txt': longReport(10_000_000) });
    const started = performance.now();
    const { code, out, err } = await fazhi(['lint', 'a.txt']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(lines(out).filter((line) => line.includes('[wording-outdated]'))).toHaveLength(3);
    // Generous: a few seconds are usual, anything quadratic takes minutes.
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  test('a megabyte in one line is checked in reasonable time', { timeout: 120_000 }, async () => {
    const { fazhi } = place({ 'a.txt': `${FAULTY}\n\n${longReport(1_000_000).replaceAll('\n', '')}` });
    const started = performance.now();
    expect((await fazhi(['lint', 'a.txt'])).code).toBe(1);
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});

/** Sentences that never end: what is quadratic in their length takes minutes here, what is linear a second. */
const ENDLESS: readonly (readonly [string, string])[] = [
  ['figures', '全年受理调解纠纷1000起，成功调解900起，落实各项工作，'.repeat(8_000)],
  ['terms', '对社区服刑人员开展帮教，'.repeat(20_000)],
  ['brackets', '《“（'.repeat(80_000)],
  ['digits', '1'.repeat(240_000)],
  ['lists', '受理12件，其中3件、上年4件（共7件，'.repeat(11_000)],
  ['shares and changes', '12件，同比增加5件，增长5%，占6%，分别为7%、8%，'.repeat(8_000)],
  ['table rows', '| 1 | 2件 |\n'.repeat(25_000)],
];

test.each(ENDLESS)('a sentence of 240 000 characters is checked in reasonable time: %s', async (_name, sentence) => {
  const { fazhi } = place({ 'a.txt': `${FAULTY}\n${sentence}\n` });
  expect((await fazhi(['lint', 'a.txt'])).code).toBe(1);
});

describe('what is no text', () => {
  const files: readonly (readonly [string, Buffer, RegExp])[] = [
    ['a Word document', Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\0\u0006\0\b\0\0\0!\0', 'latin1'), Buffer.alloc(64, 7)]), /Word/u],
    ['an old Word document', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(64)]), /Word/u],
    ['a PDF', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'), /PDF/u],
  ];

  test.each(files)('%s is refused in one sentence, and the others are checked', async (_name, bytes, why) => {
    const { fazhi } = place({ 'a.docx': bytes, 'b.txt': FAULTY });
    for (const command of ['lint', 'outline', 'figures', 'fix']) {
      const { code, out, err } = await fazhi([command, ...(command === 'fix' ? ['--dry-run'] : []), 'a.docx', 'b.txt']);
      expect(code, command).toBe(2);
      expect(err, command).toMatch(/^fazhi-report：a\.docx：[^\n]+。\n$/u);
      expect(err, command).toMatch(why);
      expect(out, command).toContain('b.txt');
    }
  });
});

describe('names', () => {
  test('a missing file is told in one line', async () => {
    const { fazhi } = place();
    for (const command of ['lint', 'outline', 'figures', 'fix']) expect(await fazhi([command, '没有.txt'])).toMatchObject({ code: 2, err: 'fazhi-report：没有.txt：没有这个文件。\n' });
    expect(await fazhi(['lint', ''])).toMatchObject({ code: 2 });
  });

  test('a path through a file is told in one line', async () => {
    const { fazhi } = place({ 'a.txt': SOUND });
    const { code, err } = await fazhi(['lint', 'a.txt/b.txt']);
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(1);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file that may not be read does not stop the others', async () => {
    const { fazhi, folder } = place({ 'a.txt': FAULTY, 'b.txt': SOUND });
    chmodSync(path.join(folder, 'a.txt'), 0);
    const { code, out, err } = await fazhi(['lint', 'a.txt', 'b.txt']);
    expect({ code, out }).toEqual({ code: 2, out: '检查了 1 份报告：没有发现问题。\n' });
    expect(err).toMatch(/^fazhi-report：a\.txt：[^\n]*没有权限[^\n]*\n$/u);
  });

  test('several that cannot be read have one line each, in their order', async () => {
    const { fazhi } = place({ 'a.docx': Buffer.from('PK\u0003\u0004'), 'b.txt': FAULTY });
    const { code, err } = await fazhi(['lint', 'x.txt', 'a.docx', 'b.txt', 'y.txt']);
    expect(code).toBe(2);
    expect(lines(err).map((line) => line.split('：')[1])).toEqual(['x.txt', 'a.docx', 'y.txt']);
  });

  test('a folder stands for the texts below it, in order of name', async () => {
    const { fazhi } = place({
      'in/b.md': FAULTY,
      'in/a.txt': SOUND,
      'in/c/d.markdown': SOUND,
      'in/e.FZBG': SOUND,
      'in/~$f.docx': Buffer.from('PK\u0003\u0004'),
      'in/g.json': '{}',
      'in/.git/h.txt': FAULTY,
      'in/node_modules/i.txt': FAULTY,
    });
    const finished = await fazhi(['lint', '--format', 'json', 'in']);
    expect(lintFiles(finished).map((file) => file.path)).toEqual(['a.txt', 'b.md', path.join('c', 'd.markdown'), 'e.FZBG'].map((name) => path.join('in', name)));
    expect(finished).toMatchObject({ code: 1, err: '' });
  });

  test('a folder says nothing of the other documents in it', async () => {
    const { fazhi } = place({ 'in/a.txt': OTHER, 'in/b.txt': SOUND });
    expect(await fazhi(['lint', 'in'])).toMatchObject({ code: 0, out: '检查了 1 份报告：没有发现问题。\n', err: '' });
  });

  test.skipIf(process.platform === 'win32')('links that lead nowhere or in circles end nothing', async () => {
    const { fazhi, folder } = place({ 'in/a.txt': SOUND });
    symlinkSync('nowhere.txt', path.join(folder, 'in', 'b.txt'));
    symlinkSync('.', path.join(folder, 'in', 'circle'));
    symlinkSync('c.txt', path.join(folder, 'c.txt'));
    expect(await fazhi(['lint', 'in'])).toMatchObject({ code: 0, err: '' });
    const { code, err } = await fazhi(['lint', 'in/b.txt', 'c.txt']);
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(2);
  });

  test('a file whose name begins with a dash is named behind --', async () => {
    const { fazhi } = place({ '-a.txt': SOUND });
    expect(await fazhi(['lint', '--', '-a.txt'])).toMatchObject({ code: 0, err: '' });
  });
});

describe('standard input', () => {
  test('is named as the user says', async () => {
    const { fazhi } = place({ 'a.txt': SOUND });
    const plain = lintFiles(await fazhi(['lint', '--format', 'json', 'a.txt', '-'], { input: FAULTY }));
    expect(plain.map((file) => file.path)).toEqual(['a.txt', '-']);
    const { code, out } = await fazhi(['lint', '--stdin-filename', '草稿/报告.md', '-'], { input: FAULTY });
    expect(code).toBe(1);
    expect(lines(out).filter((line) => line.startsWith('草稿/报告.md:'))).toHaveLength(FAULTY_FINDINGS.length);
  });

  test('is a report where the name given has the extension of one', async () => {
    const { fazhi } = place();
    expect((await fazhi(['lint', '--stdin-filename', 'x.fzbg', '-'], { input: '聘请法律顾问2名。' })).out).toContain('检查了 1 份报告');
    expect((await fazhi(['lint', '--stdin-filename', 'x.txt', '-'], { input: '聘请法律顾问2名。' })).out).toContain('检查了 0 份报告');
  });

  test('that is no report is told by the name given', async () => {
    const { fazhi } = place();
    expect((await fazhi(['lint', '-'], { input: OTHER })).err).toBe('fazhi-report：-：不像法治政府建设年度报告，没有检查。\n');
    expect((await fazhi(['lint', '--stdin-filename', 'x.txt', '-'], { input: OTHER })).err).toBe('fazhi-report：x.txt：不像法治政府建设年度报告，没有检查。\n');
  });

  test('that is no text is refused by the name given', async () => {
    const { fazhi } = place();
    const { code, err } = await fazhi(['lint', '--stdin-filename', 'x.docx', '-'], { input: Buffer.from('PK\u0003\u0004', 'latin1') });
    expect(code).toBe(2);
    expect(err).toMatch(/^fazhi-report：x\.docx：[^\n]+。\n$/u);
  });

  test('may be empty', async () => {
    const { fazhi } = place();
    expect((await fazhi(['lint', '-'])).code).toBe(0);
  });

  test('may be long', async () => {
    const { fazhi } = place();
    const { code, out } = await fazhi(['lint', '-'], { input: longReport(2_000_000) });
    expect(code).toBe(1);
    expect(lines(out).at(-1)).toMatch(/^检查了 1 份报告/u);
  });
});

describe('output that cannot be written', () => {
  test.skipIf(!existsSync('/dev/full'))('is told in one line, not by a stack trace', async () => {
    const { folder } = place({ 'a.txt': FAULTY });
    const { code, err } = await run('sh', ['-c', '"$0" "$1" lint a.txt > /dev/full', process.execPath, bundle('cli')], { cwd: folder });
    expect(err).toMatch(/^fazhi-report：[^\n]+\n$/u);
    expect(code).toBe(2);
  });
});

describe('output to a pipe that is closed early', () => {
  test.each([['lint', '--format', 'json'], ['figures', '--format', 'json'], ['figures', '--format', 'text']])('%s %s %s ends quietly', async (...args) => {
    const { fazhi } = place({ 'a.txt': longReport(3_000_000) });
    const { code, err } = await fazhi([...args, 'a.txt'], { closeEarly: true });
    expect(err).toBe('');
    expect(code).toBe(args[0] === 'lint' ? 1 : 0);
  });

  test('nor does a large output lose anything where it is read', async () => {
    const { fazhi } = place({ 'a.txt': longReport(1_000_000) });
    const { out } = await fazhi(['figures', '--format', 'json', 'a.txt']);
    expect(out.length).toBeGreaterThan(1_000_000);
    expect((JSON.parse(out) as { files: readonly unknown[] }).files).toHaveLength(1);
  });
});
