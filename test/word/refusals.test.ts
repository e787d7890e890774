// Files that are no Word documents, that are damaged, or that are meant to do harm: each refused in one sentence, within bounds.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { importWord, WordRefusal } from '../../server/word/index.ts';
import { ROOT } from '../support/process.ts';
import { docx, documentXml, entriesOf, lists, listed, lvl, p, style, styled, tbl, tr } from './docx.ts';

function refusal(bytes: Uint8Array): string {
  try {
    importWord(bytes, { layout: 'markdown' });
  } catch (error) {
    expect(error).toBeInstanceOf(WordRefusal);
    return (error as Error).message;
  }
  return 'read';
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const old = new Uint8Array(4096);
old.set(OLE);
const locked = new Uint8Array(old);
[...'EncryptedPackage'].forEach((c, i) => void (locked[1024 + 2 * i] = c.charCodeAt(0)));
const zip = (entries: Readonly<Record<string, string>>): Uint8Array => zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));
const replaced = (entries: Zippable): Uint8Array => docx({ body: p('甲'), entries });

const DAMAGED = /损坏/u;
const TOO_LARGE = /太大/u;

describe('refused in one sentence', () => {
  const sound = docx(p('松澜镇'.repeat(200)));
  const flipped = new Uint8Array(sound);
  flipped.set([0xff, 0xff, 0xff], 400);
  test.each([
    ['nothing', new Uint8Array(), /空的/u],
    ['text', strToU8('松澜镇2024年度法治政府建设情况报告'), /不是 Word 文档/u],
    ['an old document', old, /旧版 Word/u],
    ['a document with a password', locked, /打开密码/u],
    ['a PDF', strToU8('%PDF-1.7'), /PDF/u],
    ['RTF', strToU8('{\\rtf1\\ansi'), /RTF/u],
    ['a web page', strToU8('\ufeff<!DOCTYPE html><html></html>'), /网页/u],
    ['a workbook', zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), /Excel/u],
    ['slides', zip({ 'ppt/presentation.xml': '' }), /PowerPoint/u],
    ['OFD', zip({ 'OFD.xml': '', 'Doc_0/Document.xml': '' }), /OFD/u],
    ['OpenDocument', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' }), /OpenDocument/u],
    ['any archive', zip({ 'a.txt': '甲' }), /没有 Word 文档的正文/u],
    ['an archive that names another part', zip({ '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="x/officeDocument" Target="../../etc/passwd"/></Relationships>' }), /没有 Word 文档的正文/u],
    ['macros', replaced({ 'word/vbaProject.bin': new Uint8Array([1, 2, 3]) }), /带有宏/u],
    ['half an archive', sound.subarray(0, sound.length / 2), DAMAGED],
    ['an archive without its beginning', Uint8Array.from([...strToU8('PK\u0003\u0004'), ...sound.subarray(300)]), DAMAGED],
    ['damaged data', flipped, DAMAGED],
    ['XML that does not end', replaced({ 'word/document.xml': strToU8(documentXml(p('甲')).slice(0, -30)) }), DAMAGED],
    ['XML that is none', replaced({ 'word/document.xml': strToU8('松澜镇') }), DAMAGED],
    ['a body of another kind', replaced({ 'word/document.xml': strToU8('<a/>') }), DAMAGED],
    ['characters of no encoding', replaced({ 'word/document.xml': Uint8Array.from([...strToU8('<a>'), 0xff, 0xc0, ...strToU8('</a>')]) }), DAMAGED],
    ['an entity that is not declared', replaced({ 'word/document.xml': strToU8(documentXml('<w:p><w:r><w:t>&lol;</w:t></w:r></w:p>')) }), DAMAGED],
    ['entities of entities', replaced({ 'word/document.xml': strToU8(`<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${documentXml('<w:p/>').replace(/^<\?xml.*\?>\n/u, '')}`) }), /DTD/u],
    ['an entity from outside', replaced({ 'word/styles.xml': strToU8('<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd"><x/>') }), /DTD/u],
    ['too many entries', zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`a${i}`, new Uint8Array()]))), /太多/u],
    ['elements inside each other', docx('<w:x>'.repeat(300) + '</w:x>'.repeat(300)), TOO_LARGE],
    ['too many paragraphs', docx('<w:p/>'.repeat(100_001)), TOO_LARGE],
  ])('%s', (_name, bytes, sentence) => {
    const said = refusal(bytes);
    expect(said).toMatch(sentence);
    expect(said).toMatch(/^[^\n。！]+。$/u);
  });

  test('a password on an entry of the archive', () => {
    const bytes = new Uint8Array(docx(p('甲')));
    const view = new DataView(bytes.buffer);
    for (let i = 0; i + 10 < bytes.length; i++) if (view.getUint32(i, true) === 0x02014b50) bytes[i + 8] = (bytes[i + 8] as number) | 1;
    expect(refusal(bytes)).toMatch(/密码/u);
  });
});

test('names that lead out of the archive lead nowhere, and its other entries are not looked at', () => {
  const bytes = docx({ body: p('甲'), entries: { '../../../tmp/evil': strToU8('x'), '/etc/passwd': strToU8('x'), 'C:\\windows\\x': strToU8('x'), 'word/media/image1.png': new Uint8Array(1000) } });
  expect(importWord(bytes, { layout: 'plain' }).text).toBe('甲\n');
});

test('parts with backslashes and capitals in their names, and comments behind the archive, are read', () => {
  const entries = Object.fromEntries(Object.entries(entriesOf({ body: p('甲') })).map(([name, content]) => [name.replaceAll('/', '\\').replace('document', 'Document'), content]));
  const bytes = zipSync(entries, { comment: '松澜镇' });
  expect(importWord(bytes, { layout: 'plain' }).text).toBe('甲\n');
});

describe('bombs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fazhi-bombs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const SCRIPT = `
    const { readFileSync } = require('node:fs');
    const { importWord, WordRefusal } = require(process.argv[1]);
    const bytes = readFileSync(process.argv[2]);
    const before = process.resourceUsage().maxRSS;
    const start = Date.now();
    let said = 'read';
    try { importWord(bytes, { layout: 'markdown' }); } catch (error) { if (!(error instanceof WordRefusal)) throw error; said = error.message; }
    console.log(JSON.stringify({ said, grown: Math.round((process.resourceUsage().maxRSS - before) / 1024), ms: Date.now() - start }));
  `;

  /** What importing a file says, and by how many MB it made the process grow. */
  function explode(name: string, bytes: Uint8Array): { readonly said: string; readonly grown: number; readonly ms: number } {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=768', '-e', SCRIPT, path.join(ROOT, 'dist/word.js'), file], { encoding: 'utf8', timeout: 60_000 });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout) as ReturnType<typeof explode>;
  }

  /** Large, but not too large. */
  const READ = new Set(['cells that take many columns', 'elements with many attributes']);
  const blank = new Uint8Array(256 * 1024 * 1024).fill(0x20);
  const wide = (element: string, megabytes: number): Uint8Array => strToU8(documentXml(element.repeat(Math.floor((megabytes * 1024 * 1024) / element.length))));

  /** An archive that says of its body that it is small. */
  function lying(entries: Zippable): Uint8Array {
    const bytes = zipSync(entries, { level: 9 });
    const view = new DataView(bytes.buffer);
    for (let i = 0; i + 46 < bytes.length; i++) if (view.getUint32(i, true) === 0x02014b50 && new TextDecoder('latin1').decode(bytes.subarray(i + 46, i + 63)) === 'word/document.xml') view.setUint32(i + 24, 10, true);
    return bytes;
  }

  test.each([
    ['blanks', () => zipSync(entriesOf({ body: '', entries: { 'word/document.xml': blank } }))],
    ['blanks that are said to be few', () => lying(entriesOf({ body: '', entries: { 'word/document.xml': blank } }))],
    ['blanks in the styles', () => zipSync(entriesOf({ body: p('甲'), styles: '', entries: { 'word/styles.xml': blank } }))],
    ['empty elements', () => docx({ body: '', entries: { 'word/document.xml': wide('<w:r/>', 20) } })],
    ['elements with many attributes', () => docx({ body: '', entries: { 'word/document.xml': wide(`<w:r ${Array.from({ length: 40 }, (_, i) => `a${i}=""`).join(' ')}/>`, 40) } })],
    ['cells that take many columns', () => docx(tbl(...Array.from({ length: 3000 }, () => tr(...Array.from({ length: 40 }, () => `<w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr><w:p/></w:tc>`)))) + p('甲'))],
    ['one text', () => docx({ body: '', entries: { 'word/document.xml': strToU8(documentXml(p(`松澜镇${'a1'.repeat(20 * 1024 * 1024)}`))) } })],
  ])('%s: bounded in memory and time', (name, make) => {
    const { said, grown, ms } = explode(`${name}.docx`, make());
    if (!READ.has(name)) expect(said).toMatch(TOO_LARGE);
    expect(grown).toBeLessThan(500);
    expect(ms).toBeLessThan(30_000);
  }, 120_000);
});

test('numbers that are made to be long stay short', () => {
  const numbering = lists([[lvl(0, 'lowerLetter', '%1'.repeat(5000)).replace('w:start w:val="1"', 'w:start w:val="999999999"')]], [[0]]);
  expect(importWord(docx({ body: p('甲', listed(1)).repeat(100), numbering }), { layout: 'plain' }).text.length).toBeLessThan(100_000);
});

describe('any bytes', () => {
  const styles = style('1', 'heading 1', '<w:numPr><w:numId w:val="1"/></w:numPr>');
  const numbering = lists([[lvl(0, 'chineseCounting', '%1、')]], [[0]]);
  const given = { body: p('松澜镇2024年度法治政府建设情况报告', '<w:jc w:val="center"/>') + p('举措', styled('1')) + tbl(tr('甲', '乙'), tr('1', '2')), styles, numbering, footnotes: `<w:footnote w:id="2">${p('注')}</w:footnote>`, comments: '<w:comment w:id="0"><w:p/></w:comment>', headers: [p('页眉')] };
  const stored = zipSync(entriesOf(given), { level: 0 });
  const packed = docx(given);
  const changes = fc.array(fc.tuple(fc.nat({ max: stored.length - 1 }), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 });

  test.each([['stored', stored], ['packed', packed]])('of a document that was changed anywhere (%s) are read or refused, and nothing else', (_name, original) => {
    fc.assert(
      fc.property(changes, fc.option(fc.nat({ max: original.length })), fc.constantFrom('plain' as const, 'markdown' as const), (edits, cut, layout) => {
        const bytes = new Uint8Array(original);
        for (const [at, byte] of edits) bytes[at % bytes.length] = byte;
        try {
          importWord(cut === null ? bytes : bytes.subarray(0, cut), { layout });
        } catch (error) {
          expect(error).toBeInstanceOf(WordRefusal);
        }
      }),
      { numRuns: 1500 },
    );
  }, 60_000);

  test('of XML that was changed anywhere, in an archive that is sound', () => {
    const part = fc.constantFrom('word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'word/footnotes.xml', '_rels/.rels', 'word/_rels/document.xml.rels');
    const piece = fc.constantFrom('<w:p>', '</w:p>', '<w:tbl>', '<w:tr>', '<w:tc>', '</w:tc>', '<w:r>', '<w:t>', '-1', '99999999999999999999', '%9', '%', '"', '<', '&', '&#0;', '&#xd800;', '<w:numId w:val="-5"/>', '<w:ilvl w:val="77"/>', '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', '<mc:AlternateContent/>', '<mc:AlternateContent><mc:Choice/></mc:AlternateContent>', '<w:txbxContent>', '<w:footnoteReference w:id="2"/>', '<w:gridSpan w:val="0"/>', '<w:sym w:char="zz"/>', '<w:sym w:char="D800"/>', '<w:basedOn w:val="1"/>', '<m:oMath/>', '<w:del>', '\u0000', '𠮷');
    const entries = entriesOf(given);
    fc.assert(
      fc.property(part, fc.array(fc.tuple(fc.nat(), piece, fc.nat({ max: 12 })), { minLength: 1, maxLength: 6 }), (name, edits) => {
        let xml = new TextDecoder().decode(entries[name] as Uint8Array);
        for (const [at, text, length] of edits) xml = xml.slice(0, at % xml.length) + text + xml.slice((at % xml.length) + length);
        try {
          importWord(zipSync({ ...entries, [name]: strToU8(xml) }), { layout: 'markdown' });
        } catch (error) {
          expect(error).toBeInstanceOf(WordRefusal);
        }
      }),
      { numRuns: 1500 },
    );
  }, 60_000);

  test('of elements in any order: what stands where it should not does not throw', () => {
    const names = ['w:p', 'w:r', 'w:t', 'w:tbl', 'w:tr', 'w:tc', 'w:pPr', 'w:rPr', 'w:numPr', 'w:sdt', 'w:sdtContent', 'w:txbxContent', 'w:del', 'w:ins', 'mc:AlternateContent', 'mc:Choice', 'mc:Fallback', 'w:fldSimple', 'm:oMath', 'm:f', 'm:d', 'm:nary', 'w:ruby', 'w:rubyBase', 'w:footnoteReference', 'w:object', 'w:body'];
    const element = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof({ maxDepth: 5 }, fc.constant('甲'), fc.tuple(fc.constantFrom(...names), fc.array(tie('tree'), { maxLength: 4 })).map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`)),
    })).tree;
    fc.assert(fc.property(fc.array(element, { maxLength: 6 }), (trees) => void importWord(docx(trees.join('')), { layout: 'markdown' })), { numRuns: 500 });
  });
});
