// Word files from the command line: beside the report, where it is told to, never over another file unasked.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate/browser';
import { expect, test } from 'vitest';
import { lines, place } from './command.ts';

const REPORT = '临岚县2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n全年办件【件数】件。\n';

const documentOf = (bytes: Buffer): string => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

test('writes beside the report and tells what is still open', async () => {
  const { fazhi, bytes } = place({ '报告.md': REPORT });
  const { code, out, err } = await fazhi(['export', '报告.md']);
  expect([code, out]).toEqual([0, '']);
  expect(lines(err)).toEqual([expect.stringMatching(/^报告\.docx：已导出，还有待填的地方1处(?:、错误\d+处)?。$/u)]);
  expect(documentOf(bytes('报告.docx'))).toContain('全年办件【件数】件。');
});

test('writes where it is told to, and to standard output', async () => {
  const { fazhi, bytes } = place({ '报告.md': REPORT });
  expect((await fazhi(['export', '报告.md', '-o', '送审稿.docx'])).code).toBe(0);
  const { code, bytes: printed, err } = await fazhi(['export', '报告.md', '-o', '-']);
  expect([code, err]).toEqual([0, '']);
  expect(printed.equals(bytes('送审稿.docx'))).toBe(true);
  const piped = await fazhi(['export', '-', '--output', '-'], { input: REPORT });
  expect(piped.bytes.equals(printed)).toBe(true);
});

test('writes over a file only with --force', async () => {
  const { fazhi, text } = place({ '报告.md': REPORT, '报告.docx': '别人的文件' });
  const refused = await fazhi(['export', '报告.md']);
  expect([refused.code, refused.err.trim()]).toEqual([2, 'fazhi-report：报告.docx：已经有这个文件，没有写；要覆盖它，加上 --force。']);
  expect(text('报告.docx')).toBe('别人的文件');
  expect((await fazhi(['export', '报告.md', '--force'])).code).toBe(0);
  expect(text('报告.docx').startsWith('PK')).toBe(true);
});

test('exports the reports of a folder, and whatever else is named', async () => {
  const { fazhi, bytes } = place({ 'all/甲.md': REPORT, 'all/值班表.txt': '周一：甲', 'all/乙.txt': Buffer.from('\xc1\xd9\xe1\xb0', 'latin1') });
  const folder = await fazhi(['export', 'all']);
  expect(folder.code).toBe(0);
  expect(lines(folder.err)).toHaveLength(1);
  const named = await fazhi(['export', path.join('all', '值班表.txt')]);
  expect([named.code, named.err.includes('不像法治政府建设年度报告')]).toEqual([0, true]);
  expect(documentOf(bytes('all/值班表.docx'))).toContain('周一：甲');
});

test('one file that cannot be read, or written, does not stop the others', async () => {
  const { fazhi, bytes } = place({ '报告.md': REPORT, '坏.md': Buffer.from([0x25, 0x50, 0x44, 0x46]) });
  const { code, err } = await fazhi(['export', '坏.md', '没有.md', '报告.md']);
  expect(code).toBe(2);
  expect(lines(err)).toHaveLength(3);
  expect(bytes('报告.docx').length).toBeGreaterThan(1000);
  expect(await fazhi(['export', '报告.md', '-o', '没有这个文件夹/报告.docx'])).toMatchObject({ code: 2, err: expect.stringContaining('没有这个文件') as string });
});

test('the page is that of the workspace file', async () => {
  const { fazhi, bytes, folder } = place({ '报告.md': REPORT });
  writeFileSync(path.join(folder, '.fazhi-report.json'), JSON.stringify({ page: { margins: { top: 30 }, lines: '22', fonts: { body: '<x>' } } }));
  const { code, err } = await fazhi(['export', '报告.md']);
  expect(code).toBe(0);
  expect(documentOf(bytes('报告.docx'))).toContain('w:top="1701"');
  expect(err).toContain('page.lines 应当是10到60之间的整数，这一项没有用。');
  expect(err).toContain('page.fonts.body 应当是一个字体名');
});

test.each([
  [['export'], '没有写文件'],
  [['export', 'a.md', 'b.md', '-o', 'c.docx'], '-o 只能用于一份文件'],
  [['export', '-'], '从标准输入导出'],
  [['export', 'a.md', '-o', ''], '-o 后面缺少'],
  [['export', 'a.md', '-o'], '后面缺少内容'],
  [['lint', 'a.md', '-o', 'b'], '-o 只用于 import、export 和 review'],
  [['lint', 'a.md', '--force'], '--force 只用于 import、export 和 review'],
  [['export', 'a.md', '--format', 'json'], 'export 不支持 --format json'],
])('wrong usage: %j', async (args, said) => {
  const { code, err } = await place().fazhi(args);
  expect(code).toBe(2);
  expect(lines(err)).toHaveLength(1);
  expect(err).toContain(said);
});
