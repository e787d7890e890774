// Sheets of findings over the wire: of an open report, of files one by one, and the table of many.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/process.ts';
import { docx, p } from '../word/docx.ts';
import { startClient } from './client.ts';
import { FAULTY, FAULTY_FINDINGS, SOUND } from './texts.ts';

interface PaperFile {
  readonly data: string;
  readonly findings: number;
  readonly reports: number;
}
interface Reviewed {
  readonly name: string;
  readonly error?: string;
  readonly review?: { readonly issuer: string; readonly findings: readonly { readonly rule: string }[] };
}

const bytes = ({ data }: PaperFile): Buffer => Buffer.from(data, 'base64');
const documentOf = (file: PaperFile): string => strFromU8(unzipSync(new Uint8Array(bytes(file)))['word/document.xml'] as Uint8Array);

test('a sheet of an open report is a Word file, a page or a table; of what is none there is none', async () => {
  const client = await startClient();
  const uri = 'file:///reports/a.txt';
  await client.open(FAULTY, { uri });
  await client.open('通知\n', { uri: 'file:///reports/b.txt' });
  const sheet = (format: string, of = uri): Promise<PaperFile | null> => client.connection.sendRequest('fazhiReport/reviewSheet', { uri: of, format });
  const word = (await sheet('docx')) as PaperFile;
  expect(word).toMatchObject({ findings: FAULTY_FINDINGS.length, reports: 1 });
  for (const words of ['校核单', 'a.txt', '98.6%', '校核人（签名）']) expect(documentOf(word)).toContain(words);
  expect(bytes((await sheet('html')) as PaperFile).toString('utf8')).toContain('<mark>98.6%</mark>');
  expect(bytes((await sheet('csv')) as PaperFile).toString('utf8').split('\r\n')).toHaveLength(FAULTY_FINDINGS.length + 1);
  expect(await sheet('docx', 'file:///reports/b.txt')).toBeNull();
  await expect(sheet('pdf')).rejects.toThrow('format');
});

describe('a folder', () => {
  test('is looked at file by file, texts, Word documents and what stands in an editor, and becomes one table', async () => {
    const folder = temporaryFolder();
    const file = (name: string, content: string | Uint8Array): string => {
      writeFileSync(path.join(folder, name), content);
      return pathToFileURL(path.join(folder, name)).href;
    };
    const client = await startClient();
    const review = (uri: string, name: string): Promise<Reviewed> => client.connection.sendRequest('fazhiReport/reviewFile', { uri, name });
    const opened = file('c.txt', SOUND);
    await client.open(FAULTY, { uri: opened });
    const all = [
      await review(file('a.txt', SOUND), 'a.txt'),
      await review(file('b.docx', docx(FAULTY.split('\n\n').map((line) => p(line.trim())).join(''))), 'b.docx'),
      await review(opened, 'c.txt'),
      await review(file('d.docx', 'PK\u0003\u0004'), 'd.docx'),
      await review(file('e.txt', '通知\n'), 'e.txt'),
      await review(pathToFileURL(path.join(folder, 'gone.txt')).href, 'gone.txt'),
    ];
    expect(all.map((each) => each.review?.findings.map(({ rule }) => rule) ?? each.error ?? 'no report')).toEqual([
      [], FAULTY_FINDINGS.map(({ rule }) => rule), FAULTY_FINDINGS.map(({ rule }) => rule), expect.stringMatching(/^文件不完整/u), 'no report', expect.stringMatching(/^读不了/u),
    ]);
    const table = await client.connection.sendRequest<PaperFile>('fazhiReport/reviewTable', { files: all, format: 'docx' });
    expect(table).toMatchObject({ findings: 2 * FAULTY_FINDINGS.length, reports: 3 });
    for (const words of ['汇总校核', '云汀镇', '溪柏乡', 'd.docx', 'gone.txt']) expect(documentOf(table)).toContain(words);
    const csv = await client.connection.sendRequest<PaperFile>('fazhiReport/reviewTable', { files: all, format: 'csv' });
    expect(bytes(csv).toString('utf8').split('\r\n')).toHaveLength(1 + 3 + 1 + 3);
  });

  test('holds the texts and Word documents below it in order, but for what was written by review, by Word or by a build, and documents that a text was made of', async () => {
    const folder = temporaryFolder();
    for (const name of ['b.md', 'b.docx', 'a.DOCX', 'a-校核单.docx', '~$a.docx', 'c（1）.txt', 'c/d.fzbg', 'c/e.docm', '.git/f.md', 'dist/g.md', 'node_modules/h.md', 'i.pdf', 'k']) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), SOUND);
    }
    symlinkSync(folder, path.join(folder, 'back'));
    const client = await startClient();
    const below = (uri: string): Promise<{ files: readonly { uri: string; name: string }[] }> => client.connection.sendRequest('fazhiReport/reportFiles', { uri });
    const { files } = await below(pathToFileURL(folder).href);
    expect(files.map(({ name }) => name)).toEqual(['a.DOCX', 'b.md', 'c/d.fzbg', 'c/e.docm', 'c（1）.txt']);
    expect(files.map(({ uri }) => fileURLToPath(uri))).toEqual(files.map(({ name }) => path.join(folder, name)));
    expect(await below(`${pathToFileURL(folder).href}/`)).toEqual({ files });
    expect(await below(pathToFileURL(path.join(folder, 'gone')).href)).toEqual({ files: [] });
  });

  test('what is sent back is looked at', async () => {
    const client = await startClient();
    for (const files of [undefined, 'x', [1], [{ name: 1 }], [{ name: 'a', review: {} }], [{ name: 'a', review: { findings: [{}], checklist: [], figures: [] } }]]) {
      await expect(client.connection.sendRequest('fazhiReport/reviewTable', { files, format: 'csv' })).rejects.toThrow('files');
    }
  });
});
