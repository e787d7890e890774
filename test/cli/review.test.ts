// `review`: sheets as Word files, pages and tables, comments in copies of documents, many reports in one table; what is refused, and
// what happens when it is stopped. Must not test how comments are written into the XML.

import { spawn } from 'node:child_process';
import { existsSync, linkSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { progress } from '../../server/cli/progress.ts';
import { FAULTY, FAULTY_FINDINGS, SOUND } from '../protocol/texts.ts';
import { bundle } from '../support/process.ts';
import { docx, p, r } from '../word/docx.ts';
import { lines, place } from './command.ts';

const WORD = Buffer.from(docx(FAULTY.split('\n\n').map((line) => p(line.trim())).join('')));

/** The rows of a table for spreadsheets, none of whose cells holds a line break. */
const rows = (csv: string): readonly (readonly string[])[] => lines(csv.replace(/^\ufeff/u, '').replaceAll('\r\n', '\n')).map((row) => [...`,${row}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? ''));

const documentOf = (bytes: Buffer): string => strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] as Uint8Array);

describe('a sheet', () => {
  test('is a Word file beside the report, which is not touched; written over only when told to', async () => {
    const { fazhi, bytes, text } = place({ 'in/a.txt': FAULTY });
    const name = path.join('in', 'a.txt');
    expect(await fazhi(['review', name])).toMatchObject({ code: 1, out: '', err: `${name}：错误1处，警告4处，校核单已写到 ${path.join('in', 'a-校核单.docx')}。\n` });
    const xml = documentOf(bytes('in/a-校核单.docx'));
    for (const words of ['法治政府建设年度报告校核单', '云汀镇2024年度法治政府建设情况报告', '乡镇（街道）', '□采纳', '□不采纳', '校核人（签名）', ...FAULTY_FINDINGS.map((finding) => finding.words)]) expect(xml).toContain(words);
    expect(text('in/a.txt')).toBe(FAULTY);
    expect(await fazhi(['review', name])).toMatchObject({ code: 2, err: expect.stringContaining('加上 --force') as unknown });
    expect((await fazhi(['review', '--force', name])).code).toBe(1);
    expect((await fazhi(['review', '--force', '--fail-on', 'never', name])).code).toBe(0);
  });

  test('of a Word document is that of its text', async () => {
    const { fazhi } = place({ 'a.docx': WORD, 'a.txt': FAULTY });
    const [word, text] = [await fazhi(['review', 'a.docx', '--format', 'csv', '-o', '-']), await fazhi(['review', 'a.txt', '--format', 'csv', '-o', '-'])];
    expect(word.out.replaceAll('a.docx', 'a.txt')).toBe(text.out);
  });

  test('as a table has a line for each finding: place, words marked in their sentence, message, fix and basis', async () => {
    const { fazhi, text } = place({ 'a.txt': FAULTY });
    expect((await fazhi(['review', 'a.txt', '-o', 'a.csv'])).code).toBe(1);
    expect(text('a.csv').startsWith('\ufeff')).toBe(true);
    const [head = [], ...found] = rows(text('a.csv'));
    expect(head).toEqual(['序号', '单位', '年度', '文件', '级别', '位置', '原文', '问题', '怎样改', '依据', '处理']);
    expect(found).toHaveLength(FAULTY_FINDINGS.length);
    FAULTY_FINDINGS.forEach(({ severity, words }, i) => {
      expect(found[i]?.slice(0, 5)).toEqual([String(i + 1), '云汀镇', '2024', 'a.txt', severity === 'error' ? '错误' : '警告']);
      expect(found[i]?.[6]).toContain(`【${words}】`);
      expect(found[i]?.[9]).not.toBe('');
    });
  });

  test('as a page runs nothing, loads nothing, and shows markup as the text it is', async () => {
    const evil = FAULTY.replace('云汀镇2024年度', '<img src=x onerror=alert(1)>云汀镇2024年度').replace('全年受理', '<script>全年</script>&"\'受理');
    const { fazhi, text } = place({ 'a<b>&.fzbg': evil });
    await fazhi(['review', 'a<b>&.fzbg', '-o', 'a.html']);
    const html = text('a.html');
    expect(html).not.toMatch(/<(?:script|img|link|iframe|object|form|base)\b/iu);
    expect([...html.matchAll(/<[a-z][^>]*\s(?:on\w+|href|src)\s*=/giu)]).toEqual([]);
    expect(html).toContain('&lt;script&gt;全年&lt;/script&gt;&amp;&quot;&#39;受理');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('a&lt;b&gt;&amp;.fzbg');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/https?:|url\(|@import/u);
  });

  test('of a sound report says so, of what is no report is not written', async () => {
    const { fazhi, text, folder } = place({ 'a.txt': SOUND, 'b.txt': '关于开会的通知\n' });
    expect((await fazhi(['review', 'a.txt', '-o', 'a.html'])).code).toBe(0);
    expect(text('a.html')).toContain('按规则没有发现问题。');
    expect(await fazhi(['review', 'b.txt'])).toMatchObject({ code: 2, err: expect.stringContaining('不像法治政府建设年度报告') as unknown });
    expect(readdirSync(folder).sort()).toEqual(['a.html', 'a.txt', 'b.txt']);
  });

  test('never takes the place of a report, by whatever name', async () => {
    const { fazhi, folder, bytes } = place({ 'a.docx': WORD });
    linkSync(path.join(folder, 'a.docx'), path.join(folder, 'b.docx'));
    for (const args of [['a.docx', '-o', 'a.docx'], ['a.docx', '-o', './a.docx'], ['a.docx', '-o', 'b.docx'], ['--comments', 'a.docx', '-o', 'a.docx'], ['--comments', 'a.docx', '-o', 'b.docx']]) {
      expect(await fazhi(['review', '--force', ...args])).toMatchObject({ code: 2, err: expect.stringContaining('不能写到它上面') as unknown });
    }
    expect(bytes('a.docx')).toEqual(WORD);
  });

  test.each([
    [['review', 'in'], '几份报告一起校核'],
    [['review', 'a.txt', 'b.txt'], '几份报告一起校核'],
    [['review', 'a.txt', '-o', 'a.pdf'], '-o 的文件名用 .docx、.html 或 .csv'],
    [['review', 'a.txt', '--format', 'html', '-o', 'a.docx'], '和 --format 一致'],
    [['review', '-'], '要用 -o'],
    [['review', '--comments', '--format', 'docx', 'a.docx'], '不用 --format'],
    [['review', '--comments', 'in', '-o', 'a.docx'], '-o 要写文件夹'],
    [['review', '--comments', '-', '-o', 'a.docx'], '不能从标准输入读'],
    [['lint', '--comments', 'a.txt'], '--comments 只用于 review'],
    [['review', '--format', 'text', 'a.txt'], '可用 docx、html、csv'],
  ])('%j is refused', async (args, words) => {
    const { fazhi } = place({ 'in/a.txt': SOUND });
    expect(await fazhi(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(words) as unknown });
  });
});

describe('comments', () => {
  test('stand in a copy of the document, at the words, signed and dated; the document stays', async () => {
    const { fazhi, bytes, text } = place({ 'a.docx': WORD });
    expect(await fazhi(['review', '--comments', 'a.docx'])).toMatchObject({ code: 1, err: 'a.docx：错误1处，警告4处，带批注的文档已写到 a-批注.docx，原文件没有动。\n' });
    expect(bytes('a.docx')).toEqual(WORD);
    const written = unzipSync(new Uint8Array(bytes('a-批注.docx')));
    const comments = strFromU8(written['word/comments.xml'] as Uint8Array);
    expect([...comments.matchAll(/<w:comment w:id="\d+" w:author="法治报告助手" w:date="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ" w:initials="法治">/gu)]).toHaveLength(FAULTY_FINDINGS.length);
    const body = strFromU8(written['word/document.xml'] as Uint8Array);
    FAULTY_FINDINGS.forEach(({ words }, i) => expect(body).toContain(`<w:commentRangeStart w:id="${i}"/>${r(words)}<w:commentRangeEnd w:id="${i}"/>`));
    await fazhi(['import', 'a.docx', 'a-批注.docx']);
    expect(text('a-批注.md')).toBe(text('a.md'));
  });

  test('are for Word documents alone; of a folder, in another folder', async () => {
    const { fazhi, folder } = place({ 'a.txt': FAULTY, 'in/a.docx': WORD, 'in/b/a.docx': WORD, 'in/c.txt': FAULTY });
    expect(await fazhi(['review', '--comments', 'a.txt'])).toMatchObject({ code: 2, err: expect.stringContaining('不是 Word 文档') as unknown });
    expect((await fazhi(['review', '--comments', 'in', '-o', 'out/'])).code).toBe(1);
    expect(readdirSync(path.join(folder, 'out')).sort()).toEqual(['a-批注(2).docx', 'a-批注.docx']);
    expect(readdirSync(path.join(folder, 'in')).sort()).toEqual(['a.docx', 'b', 'c.txt']);
  });
});

describe('many reports', () => {
  const files = { 'in/a.txt': SOUND, 'in/b/b.docx': WORD, 'in/c.docx': Buffer.from('PK\u0003\u0004'), 'in/d.txt': '通知\n', 'in/b/b-校核单.docx': WORD };

  test('in one table: units with the worst first, counts by rule and severity, missing parts, what could not be read', async () => {
    const { fazhi, text } = place(files);
    expect(await fazhi(['review', 'in', '-o', 'all.csv'])).toMatchObject({ code: 2, err: expect.stringMatching(/c\.docx：文件不完整[\s\S]*校核了2份报告，汇总已写到 all\.csv。\n$/u) as unknown });
    const [head = [], ...all] = rows(text('all.csv'));
    const column = (name: string): readonly (string | undefined)[] => all.map((row) => row[head.indexOf(name)]);
    expect(column('单位').slice(0, 3)).toEqual(['云汀镇', '溪柏乡', '合计']);
    expect(column('错误').slice(0, 3)).toEqual(['1', '0', '1']);
    expect(column('合计').slice(0, 3)).toEqual(['5', '0', '5']);
    expect(column('比率与件数不符（警告）').slice(0, 3)).toEqual(['1', '0', '1']);
    expect(column('缺少的部分').slice(0, 2)).toEqual(['存在的不足和原因', '']);
    expect(column('文件').slice(3)).toEqual([path.join('in', 'c.docx'), path.join('in', 'd.txt')]);
    expect(column('说明').slice(3)).toEqual([expect.stringMatching(/^文件不完整/u), '不像法治政府建设年度报告，没有校核']);
  });

  test('as a page and as a Word file', async () => {
    const { fazhi, text, bytes } = place(files);
    await fazhi(['review', 'in', '-o', 'all.html']);
    await fazhi(['review', 'in', '-o', 'all.docx']);
    for (const content of [text('all.html'), documentOf(bytes('all.docx'))]) for (const words of ['汇总校核', '云汀镇', '溪柏乡', '比率与件数不符（警告）', '缺少的部分', '读不了的文件', '不像年度报告的文件']) expect(content).toContain(words);
  });

  test('into a folder: a sheet for each and the table', async () => {
    const { fazhi, folder } = place(files);
    await fazhi(['review', 'in', '--format', 'html', '-o', 'out/']);
    expect(readdirSync(path.join(folder, 'out')).sort()).toEqual(['a-校核单.html', 'b-校核单.html', '汇总校核.html']);
  });

  test('no cell of a table is run by a spreadsheet', async () => {
    const { fazhi, text } = place({ '=a.txt': SOUND, '@b.txt': FAULTY });
    await fazhi(['review', '=a.txt', '@b.txt', '-o', 'all.csv']);
    const cells = rows(text('all.csv')).flat();
    expect(cells).toContain("'=a.txt");
    expect(cells).toContain("'@b.txt");
    expect(cells.filter((cell) => /^[=+\-@]/u.test(cell))).toEqual([]);
  });

  test('in several threads gives the same as in one', async () => {
    const many = Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`in/${String(i).padStart(3, '0')}.txt`, (i % 3 === 0 ? SOUND : FAULTY).replace('2024年度', `${2015 + (i % 10)}年度`)]));
    const { fazhi, text } = place(many);
    await fazhi(['review', 'in', '-o', 'all.csv']);
    const single = rows(text('all.csv'));
    expect(single).toHaveLength(132);
    const halves = ['0', '1'].map((digit) => Object.keys(many).filter((name) => name.startsWith(`in/${digit}`)));
    await fazhi(['review', ...(halves[0] ?? []).slice(0, 50), '-o', 'some.csv']);
    const named = new Map(single.map((row) => [row[2], row.slice(3, 8)]));
    for (const row of rows(text('some.csv')).slice(1, 51)) expect(row.slice(3, 8)).toEqual(named.get(path.join(row[2] ?? '')));
  });
});

describe('stopping', () => {
  test('with Ctrl+C while reports are checked writes nothing and ends with 130', async () => {
    // What is wrong in it is told before the first report is checked.
    const { folder } = place({ '.fazhi-report.json': '{"rules": 1}', ...Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`in/${i}.txt`, FAULTY.repeat(8)])) });
    const child = spawn(process.execPath, [bundle('cli'), 'review', 'in', '-o', 'out/'], { cwd: folder, stdio: 'pipe' });
    let told = '';
    child.stderr.on('data', (piece: Buffer) => {
      if (told === '') child.kill('SIGINT');
      told += piece.toString('utf8');
    });
    const code = await new Promise((resolve) => void child.on('close', resolve));
    expect(code).toBe(130);
    expect(told).toContain('fazhi-report：已取消，没有写任何文件。\n');
    expect(existsSync(path.join(folder, 'out'))).toBe(false);
  });

  test('what is told on the way is one line, from the second second on, and goes away', () => {
    const shown: string[] = [];
    let now = 0;
    const { done, end } = progress(100, (text) => void shown.push(text), () => now);
    now = 500;
    done(10);
    expect(shown).toEqual([]);
    now = 2000;
    done(10);
    now = 2100;
    done(10);
    now = 4000;
    done(10);
    expect(shown).toEqual(['\r\u001b[K已校核 20/100 份，约剩8秒。按 Ctrl+C 取消。', '\r\u001b[K已校核 40/100 份，约剩6秒。按 Ctrl+C 取消。']);
    end();
    expect(shown.at(-1)).toBe('\r\u001b[K');
    const silent = progress(2, undefined, () => now);
    silent.done(1);
    silent.end();
  });

  test('nothing is told where messages do not go to a terminal', async () => {
    const { fazhi } = place(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`in/${i}.txt`, FAULTY.repeat(4)])));
    expect((await fazhi(['review', 'in', '-o', 'all.csv'])).err).not.toMatch(/已校核|\r/u);
  });
});
