// `fix`: what it changes, what it leaves byte for byte, what it prints.
// Must not test which wordings have safe fixes beyond the two of these reports.

import { chmodSync } from 'node:fs';
import path from 'node:path';
import { applyPatch } from 'diff';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { FAULTY, FAULTY_FIXED, OTHER, SOUND } from '../protocol/texts.ts';
import { lines, place } from './command.ts';

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const CRLF = (text: string): string => text.replaceAll('\n', '\r\n');
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const gb = (text: string): Buffer => iconv.encode(text, 'gb18030');

/** The same bytes but for two words, in every encoding there is. */
const ENCODED: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with \\r\\n', (text) => Buffer.from(CRLF(text))],
  ['UTF-8 with a lone \\r', (text) => Buffer.from(text.replaceAll('\n', '\r'))],
  ['UTF-8 with all line breaks', (text) => Buffer.from(`${CRLF(text)}\r\r\n\n\r`)],
  ['UTF-8 with a byte order mark', (text) => Buffer.concat([BOM, Buffer.from(text)])],
  ['UTF-8 with two byte order marks and \\r\\n', (text) => Buffer.concat([BOM, BOM, Buffer.from(CRLF(text))])],
  ['UTF-8 without a last line break', (text) => Buffer.from(text.trimEnd())],
  ['UTF-8 with blanks at the ends of lines and NUL', (text) => Buffer.from(text.replaceAll('。\n', '。 \t\u3000\0\n'))],
  ['UTF-8 of characters in other forms', (text) => Buffer.from(`${text}\ufeffe\u0301 é Å ﬁ 㐀 𠮷 😀 \u2028\u2029\u0085\n`)],
  ['GB18030', gb],
  ['GB18030 with \\r\\n and characters of four bytes', (text) => gb(CRLF(`${text}𠮷㐀😀\n`))],
  ['UTF-16LE', utf16],
  ['UTF-16LE with \\r\\n', (text) => utf16(CRLF(text))],
  ['UTF-16LE with a lone surrogate', (text) => utf16(`${text}\ud842`)],
];

describe('a file', () => {
  test.each(ENCODED)('is changed in the safe places alone: %s', async (_name, encode) => {
    const { fazhi, bytes } = place({ 'a.txt': encode(FAULTY) });
    expect(await fazhi(['fix', 'a.txt'])).toMatchObject({ code: 0, out: '', err: 'a.txt：已改。\n' });
    expect(bytes('a.txt').equals(encode(FAULTY_FIXED))).toBe(true);
  });

  test.each(ENCODED)('is not touched a second time: %s', async (_name, encode) => {
    const { fazhi, bytes } = place({ 'a.txt': encode(FAULTY_FIXED) });
    expect(await fazhi(['fix', 'a.txt'])).toMatchObject({ code: 0, out: '', err: 'a.txt：没有可放心改的地方。\n' });
    expect(bytes('a.txt').equals(encode(FAULTY_FIXED))).toBe(true);
  });

  test('of GB18030 keeps every character that the encoding has, or is refused', async () => {
    // All codes of two bytes, and the one byte that some old programs wrote for the euro.
    const codes: number[] = [];
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push(lead, trail);
      codes.push(0x0a, 0x0a);
    }
    for (const rest of [Buffer.from(codes), Buffer.from([0x0a, 0x80, 0x0a]), Buffer.from([0x81, 0x35, 0xf4, 0x37, 0x84, 0x31, 0x82, 0x36, 0x0a])]) {
      const before = Buffer.concat([gb(FAULTY), rest]);
      const { fazhi, bytes } = place({ 'a.txt': before });
      const { code } = await fazhi(['fix', 'a.txt']);
      const expected = code === 0 ? Buffer.concat([gb(FAULTY_FIXED), rest]) : before;
      const after = bytes('a.txt');
      const different = expected.findIndex((byte, i) => byte !== after[i]);
      expect(different < 0 ? 'same' : `${expected.subarray(different - 2, different + 4).toString('hex')} became ${after.subarray(different - 2, different + 4).toString('hex')}`).toBe('same');
      expect(after.length).toBe(expected.length);
    }
  });

  test('of half a unit of UTF-16LE keeps its last byte, or is refused', async () => {
    const before = Buffer.concat([utf16(FAULTY), Buffer.from([0x4e])]);
    const { fazhi, bytes } = place({ 'a.txt': before });
    const { code } = await fazhi(['fix', 'a.txt']);
    expect(bytes('a.txt').equals(code === 0 ? Buffer.concat([utf16(FAULTY_FIXED), Buffer.from([0x4e])]) : before)).toBe(true);
  });

  test('is left alone by rules that are off and in years in which nothing was wrong', async () => {
    const { fazhi, text } = place({ 'a.txt': FAULTY });
    for (const option of [['--rule', 'wording-outdated=off'], ['--year', '2019']]) {
      expect((await fazhi(['fix', ...option, 'a.txt'])).code).toBe(0);
      expect(text('a.txt')).toBe(FAULTY);
    }
  });

  test('that is no report is left alone', async () => {
    const { fazhi, text } = place({ 'a.txt': OTHER });
    expect((await fazhi(['fix', 'a.txt'])).code).toBe(0);
    expect(text('a.txt')).toBe(OTHER);
  });

  test('that cannot be read does not stop the others', async () => {
    const { fazhi, text } = place({ 'a.txt': FAULTY, 'in/b.md': FAULTY, 'c.txt': SOUND });
    const { code, err } = await fazhi(['fix', 'missing.txt', 'a.txt', 'in', 'c.txt']);
    expect(code).toBe(2);
    expect(lines(err)).toEqual(['fazhi-report：missing.txt：没有这个文件。', 'a.txt：已改。', `${path.join('in', 'b.md')}：已改。`, 'c.txt：没有可放心改的地方。']);
    expect([text('a.txt'), text('in/b.md'), text('c.txt')]).toEqual([FAULTY_FIXED, FAULTY_FIXED, SOUND]);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('that cannot be written is told in one line', async () => {
    const { fazhi, folder, text } = place({ 'a.txt': FAULTY, 'b.txt': FAULTY });
    chmodSync(path.join(folder, 'a.txt'), 0o444);
    const { code, err } = await fazhi(['fix', 'a.txt', 'b.txt']);
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(2);
    expect([text('a.txt'), text('b.txt')]).toEqual([FAULTY, FAULTY_FIXED]);
  });
});

describe('--dry-run', () => {
  const texts: readonly (readonly [string, string, string])[] = [
    ['a report', FAULTY, FAULTY_FIXED],
    ['\\r\\n', CRLF(FAULTY), CRLF(FAULTY_FIXED)],
    ['no last line break', FAULTY.trimEnd(), FAULTY_FIXED.trimEnd()],
    ...[FAULTY, CRLF(FAULTY)].map((text) => {
      // Blank lines and blanks are what the lines around the last change end in.
      const end = text.indexOf('\n', text.indexOf('社区服刑人员')) + 1;
      const blank = `${text.slice(0, end)}${text.includes('\r') ? '\r\n\u3000\r\n\r\n\r\n\r\n\r\n' : '\n\u3000\n\n\n\n\n'}`;
      return [text === FAULTY ? 'blank lines behind the change' : 'blank lines with \\r\\n behind the change', blank, blank.replace('法制副校长', '法治副校长').replace('社区服刑人员', '社区矫正对象')] as const;
    }),
  ];

  test.each(texts)('prints a patch that makes of the text what fix makes of it: %s', async (_name, before, after) => {
    const { fazhi, text } = place({ 'a.txt': before, 'b.txt': before });
    const { code, out, err } = await fazhi(['fix', '--dry-run', 'a.txt']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(text('a.txt')).toBe(before);
    expect(out).toMatch(/^--- a\.txt.*\n\+\+\+ a\.txt.*\n@@ -\d+,\d+ \+\d+,\d+ @@$/mu);
    const changed = out.split(/\r?\n/u).filter((line) => /^[-+](?!--|\+\+)/u.test(line));
    expect(changed.map((line) => line[0])).toEqual(['-', '+', '-', '+']);
    expect((await fazhi(['fix', 'b.txt'])).code).toBe(0);
    expect(text('b.txt')).toBe(after);
    expect(applyPatch(before, out, { autoConvertLineEndings: false })).toBe(after);
  });

  test('prints nothing where there is nothing to change', async () => {
    const { fazhi } = place({ 'a.txt': SOUND, 'b.txt': OTHER });
    expect(await fazhi(['fix', '--dry-run', 'a.txt', 'b.txt'])).toMatchObject({ code: 0, out: '' });
  });

  test('patches several files and standard input', async () => {
    const { fazhi, text } = place({ 'a.txt': FAULTY, 'b.txt': FAULTY });
    const { out } = await fazhi(['fix', '--dry-run', '--stdin-filename', '草稿.md', 'a.txt', '-', 'b.txt'], { input: FAULTY });
    expect(lines(out).filter((line) => line.startsWith('--- ')).map((line) => line.split('\t')[0])).toEqual(['--- a.txt', '--- 草稿.md', '--- b.txt']);
    expect([text('a.txt'), text('b.txt')]).toEqual([FAULTY, FAULTY]);
  });
});

describe('standard input', () => {
  test.each(ENCODED)('is printed fixed, and not a byte more: %s', async (_name, encode) => {
    const { fazhi } = place();
    const finished = await fazhi(['fix', '-'], { input: encode(FAULTY) });
    expect(finished).toMatchObject({ code: 0, err: '' });
    expect(finished.bytes.equals(encode(FAULTY_FIXED))).toBe(true);
  });

  test.each([['nothing to fix', SOUND], ['another document', OTHER], ['nothing at all', '']])('is printed as it is: %s', async (_name, text) => {
    const { fazhi } = place();
    expect(await fazhi(['fix', '-'], { input: text })).toMatchObject({ code: 0, out: text });
  });

  test('is not written to the file it is named after', async () => {
    const { fazhi, text } = place({ 'a.txt': SOUND });
    expect((await fazhi(['fix', '--stdin-filename', 'a.txt', '-'], { input: FAULTY })).out).toBe(FAULTY_FIXED);
    expect(text('a.txt')).toBe(SOUND);
  });
});
