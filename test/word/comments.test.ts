// Comments written into Word documents: the exact XML around the characters, and nothing else changed.

import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { annotateWord, importWord, type Comment } from '../../server/word/index.ts';
import { docx, p, r, tbl, tr, type Given } from './docx.ts';
import { partsOf } from './places.ts';

const SIGNATURE = { author: '审核员', initials: '审', date: '2025-03-01T09:30:00Z' };
const LAYOUT = { layout: 'plain' } as const;

/** Comments on these words, in this order. */
function annotated(given: Given | string | Uint8Array, ...words: readonly (string | { readonly start: number; readonly end: number })[]): Uint8Array {
  const bytes = given instanceof Uint8Array ? given : docx(given);
  const word = importWord(bytes, LAYOUT);
  const comments = words.map((found, i): Comment => {
    if (typeof found !== 'string') return { ...found, paragraphs: [`第${i}条`] };
    const start = word.text.indexOf(found);
    expect(start, found).toBeGreaterThanOrEqual(0);
    return { start, end: start + found.length, paragraphs: [`第${i}条`] };
  });
  const result = annotateWord(bytes, word, comments, SIGNATURE);
  const again = importWord(result, LAYOUT);
  expect(again.text).toBe(word.text);
  return result;
}

/** What stands in the body, between `<w:body>` and the section. */
const body = (bytes: Uint8Array): string => /<w:body>([\s\S]*)<w:sectPr\/>/u.exec(partsOf(bytes)('word/document.xml'))?.[1] ?? '';

const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
const end = (id: number): string => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
const BOLD = '<w:b/>';

describe('the place of a comment', () => {
  test('in the middle of a run, which is cut twice and looks as before on all sides', () => {
    expect(body(annotated(p(r('全年结案率95.8%，较好。', BOLD)), '95.8%'))).toBe(p(r('全年结案率', BOLD) + start(0) + r('95.8%', BOLD) + end(0) + r('，较好。', BOLD)));
  });

  test('a whole run is not cut, nor is one at whose edge a comment begins', () => {
    expect(body(annotated(p(r('甲乙') + r('丙丁') + r('戊己')), '丙丁', '己'))).toBe(p(r('甲乙') + start(0) + r('丙丁') + end(0) + r('戊') + start(1) + r('己') + end(1)));
  });

  test('over several runs', () => {
    expect(body(annotated(p(r('甲乙', BOLD) + r('丙') + r('丁戊')), '乙丙丁'))).toBe(p(r('甲', BOLD) + start(0) + r('乙', BOLD) + r('丙') + r('丁') + end(0) + r('戊')));
  });

  test('of several in one run, beside each other, inside each other and overlapping', () => {
    expect(body(annotated(p(r('甲乙丙丁戊')), '甲乙', '丙丁'))).toBe(p(start(0) + r('甲乙') + end(0) + start(1) + r('丙丁') + end(1) + r('戊')));
    expect(body(annotated(p(r('甲乙丙丁戊')), '甲乙丙丁', '乙丙'))).toBe(p(start(0) + r('甲') + start(1) + r('乙丙') + end(1) + r('丁') + end(0) + r('戊')));
    expect(body(annotated(p(r('甲乙丙丁戊')), '甲乙丙', '丙丁'))).toBe(p(start(0) + r('甲乙') + start(1) + r('丙') + end(0) + r('丁') + end(1) + r('戊')));
    expect(body(annotated(p(r('甲乙丙')), '乙', '乙'))).toBe(p(r('甲') + start(0) + start(1) + r('乙') + end(0) + end(1) + r('丙')));
  });

  test('behind entities, in CDATA, behind line breaks of two characters and characters of two units', () => {
    expect(body(annotated('<w:p><w:r><w:t>甲&amp;乙&#x20000;丙&lt;丁</w:t></w:r></w:p>', '丙'))).toBe(`<w:p><w:r><w:t xml:space="preserve">甲&amp;乙&#x20000;</w:t></w:r>${start(0)}<w:r><w:t xml:space="preserve">丙</w:t></w:r>${end(0)}<w:r><w:t xml:space="preserve">&lt;丁</w:t></w:r></w:p>`);
    expect(body(annotated('<w:p><w:r><w:t>甲<![CDATA[<乙丙>]]>丁</w:t></w:r></w:p>', '丙'))).toBe(`<w:p><w:r><w:t xml:space="preserve">甲<![CDATA[<乙]]></w:t></w:r>${start(0)}<w:r><w:t xml:space="preserve"><![CDATA[丙]]></w:t></w:r>${end(0)}<w:r><w:t xml:space="preserve"><![CDATA[>]]>丁</w:t></w:r></w:p>`);
    expect(body(annotated('<w:p><w:r><w:t xml:space="preserve">甲\r\n乙丙</w:t></w:r></w:p>', '丙'))).toContain(`甲\r\n乙</w:t></w:r>${start(0)}`);
  });

  test('keeps blanks at the cut and shows none that Word did not show', () => {
    expect(body(annotated('<w:p><w:r><w:t> 甲 乙丙 </w:t></w:r></w:p>', '乙'))).toBe(`<w:p><w:r><w:t xml:space="preserve">甲 </w:t></w:r>${start(0)}<w:r><w:t xml:space="preserve">乙</w:t></w:r>${end(0)}<w:r><w:t xml:space="preserve">丙</w:t></w:r></w:p>`);
  });

  test('at tabs and breaks inside a run', () => {
    const run = '<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>';
    const half = (content: string): string => `<w:r><w:rPr><w:b/></w:rPr>${content}</w:r>`;
    expect(body(annotated(`<w:p>${run}</w:p>`, '乙'))).toBe(`<w:p>${half('<w:t>甲</w:t><w:tab/>')}${start(0)}${half('<w:t>乙</w:t>')}${end(0)}${half('<w:br/><w:t>丙</w:t>')}</w:p>`);
  });

  test('in hyperlinks, insertions, content controls and fields stays inside them', () => {
    for (const [open, close] of [['<w:hyperlink r:id="rId99">', '</w:hyperlink>'], ['<w:ins w:id="7" w:author="某">', '</w:ins>'], ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'], ['<w:fldSimple w:instr="TITLE">', '</w:fldSimple>']]) {
      expect(body(annotated(p(`${open}${r('甲乙丙')}${close}`), '乙')), open).toBe(p(`${open}${r('甲')}${start(0)}${r('乙')}${end(0)}${r('丙')}${close}`));
    }
  });

  test('among deletions, which stay', () => {
    const gone = '<w:del w:id="3" w:author="某"><w:r><w:delText>旧</w:delText></w:r></w:del>';
    expect(body(annotated(p(r('甲') + gone + r('乙')), '甲乙'))).toBe(p(start(0) + r('甲') + gone + r('乙') + end(0)));
  });

  test('in a cell of a table, and of words that go on in another cell only what stands in the first', () => {
    expect(body(annotated(tbl(tr('甲乙', '丙')), '乙'))).toContain(`${r('甲')}${start(0)}${r('乙')}${end(0)}</w:p></w:tc>`);
    const bytes = docx(tbl(tr('甲乙', '丙')));
    const { text } = importWord(bytes, LAYOUT);
    expect(body(annotated(bytes, { start: text.indexOf('乙'), end: text.indexOf('丙') + 1 }))).toContain(`${start(0)}${r('乙')}${end(0)}</w:p></w:tc>`);
  });

  test('over paragraphs of one parent', () => {
    const bytes = docx(p('甲乙') + p('丙丁'));
    const { text } = importWord(bytes, LAYOUT);
    expect(body(annotated(bytes, { start: text.indexOf('乙'), end: text.indexOf('丙') + 1 }))).toBe(p(r('甲') + start(0) + r('乙')) + p(r('丙') + end(0) + r('丁')));
  });

  test('in a text box, where Word has none, is what holds the box', () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${p('框里的字')}</w:txbxContent></v:textbox></w:pict></w:r>`;
    expect(body(annotated(p(r('甲') + box + r('乙')), '里'))).toBe(p(r('甲') + start(0) + box + end(0) + r('乙')));
  });

  test('in a note is its mark in the text', () => {
    const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const notes = `<w:footnote w:id="2">${p('注里的字')}</w:footnote>`;
    const bytes = annotated({ body: p(r('甲') + mark + r('乙')), footnotes: notes }, '里');
    expect(body(bytes)).toBe(p(r('甲') + start(0) + mark + end(0) + r('乙')));
    expect(partsOf(bytes)('word/footnotes.xml')).toContain(notes);
  });

  test('on a number that Word counts is its paragraph, behind the properties', () => {
    const properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    expect(body(annotated({ body: p('前一段') + p('举措和成效', properties), numbering }, '一、'))).toBe(p('前一段') + p(start(0) + r('举措和成效') + end(0), properties));
  });
});

describe('the parts of the file', () => {
  const read = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] as Uint8Array);

  test('comments, their relationship and their type are added; every other entry keeps its bytes', () => {
    const before = docx({ body: p('甲乙'), styles: '<w:style w:styleId="x"/>', entries: { 'word/media/a.bin': Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251), 'customXml/item1.xml': new TextEncoder().encode('<x/>') } });
    const after = annotated(before, '乙');
    const [old, now] = [unzipSync(before), unzipSync(after)];
    expect(Object.keys(now)).toEqual([...Object.keys(old), 'word/comments.xml']);
    for (const [name, content] of Object.entries(old)) if (!['word/document.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml'].includes(name)) expect(now[name], name).toEqual(content);
    expect(read(after, '[Content_Types].xml')).toMatch(/<Override [^>]*PartName="\/word\/comments\.xml" ContentType="application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.comments\+xml"\/><\/Types>$/u);
    expect(read(after, 'word/_rels/document.xml.rels')).toMatch(/<Relationship [^>]*Id="rIdComments1" Type="http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships\/comments" Target="comments\.xml"\/><\/Relationships>$/u);
    expect(read(after, 'word/comments.xml')).toContain('<w:comment w:id="0" w:author="审核员" w:date="2025-03-01T09:30:00Z" w:initials="审"><w:p><w:r><w:t xml:space="preserve">第0条</w:t></w:r></w:p></w:comment>');
  });

  test('comments that are there stay, and new ones have ids of their own', () => {
    const own = `<w:comment w:id="4" w:author="某">${p('旧批注')}</w:comment>`;
    const given = { body: p(`<w:commentRangeStart w:id="4"/>${r('甲乙')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>`), comments: own };
    const after = annotated(given, '乙');
    expect(body(after)).toBe(p(`<w:commentRangeStart w:id="4"/>${r('甲')}${start(5)}${r('乙')}${end(5)}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>`));
    expect(read(after, 'word/comments.xml')).toContain(`${own}<w:comment w:id="5"`);
    expect(read(after, 'word/_rels/document.xml.rels')).toBe(read(docx(given), 'word/_rels/document.xml.rels'));
  });

  test('what comments say is text, whatever is in it', () => {
    const bytes = docx(p('甲'));
    const after = annotateWord(bytes, importWord(bytes, LAYOUT), [{ start: 0, end: 1, paragraphs: ['<w:p/>&"\u0001', '第二段'] }], SIGNATURE);
    expect(read(after, 'word/comments.xml')).toContain('<w:t xml:space="preserve">&lt;w:p/&gt;&amp;&quot;\ufffd</w:t></w:r></w:p><w:p>');
  });

  test('a document that calls the namespace otherwise, in UTF-16, is written in its own way', () => {
    const xml = '<?xml version="1.0" encoding="UTF-16"?><x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>甲乙</x:t></x:r></x:p></x:body></x:document>';
    const encoded = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'));
    const after = annotated(docx({ body: '', entries: { 'word/document.xml': encoded } }), '乙');
    const written = Buffer.from(unzipSync(after)['word/document.xml'] as Uint8Array).toString('utf16le');
    const uri = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    expect(written).toContain(`<x:t xml:space="preserve">甲</x:t></x:r><w:commentRangeStart xmlns:w="${uri}" w:id="0"/><x:r><x:t xml:space="preserve">乙</x:t></x:r><w:commentRangeEnd xmlns:w="${uri}" w:id="0"/>`);
  });

  test('the bytes that are given stay as they are, and without a comment nothing is added', () => {
    const before = docx(p('甲'));
    const copy = before.slice();
    annotated(before, '甲');
    expect(before).toEqual(copy);
    expect(annotateWord(before, importWord(before, LAYOUT), [], SIGNATURE)).toEqual(before);
  });

  test('archives whose sizes stand behind the entries, as streams write them', () => {
    const plain = docx(p('甲乙'));
    const after = annotated(streamed(plain), '乙');
    expect(body(after)).toBe(p(r('甲') + start(0) + r('乙') + end(0)));
  });
});

describe('documents that other programs made', () => {
  const folder = new URL('fixtures/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.docx'));
  test('are there', () => expect(names.length).toBeGreaterThan(2));

  test.each(names)('%s keeps its text and all its other parts, with comments all over it', (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    const word = importWord(bytes, LAYOUT);
    // Of every length, beside each other and overlapping, over ends of lines as well.
    const comments = Array.from({ length: Math.ceil(word.text.length / 7) }, (_, i): Comment => ({ start: 7 * i, end: Math.min(word.text.length, 7 * i + 1 + (i % 23)), paragraphs: [String(i)] }));
    const after = annotateWord(bytes, word, comments, SIGNATURE);
    const again = importWord(after, LAYOUT);
    expect(again.text).toBe(word.text);
    const [old, now] = [unzipSync(bytes), unzipSync(after)];
    for (const [part, content] of Object.entries(old)) if (!/document\.xml(?:\.rels)?$|comments\.xml$|^\[Content_Types\]/u.test(part)) expect(now[part], part).toEqual(content);
    const xml = partsOf(after)('word/document.xml');
    for (const mark of ['commentRangeStart', 'commentRangeEnd', 'commentReference']) expect(new Set([...xml.matchAll(new RegExp(`<w:${mark} [^>]*w:id="(\\d+)"`, 'gu'))].map(([, id]) => id)).size, mark).toBeGreaterThanOrEqual(comments.length);
    // Every range begins before it ends.
    for (const [, id] of xml.matchAll(/<w:commentRangeStart [^>]*w:id="(\d+)"/gu)) expect(xml.indexOf(`<w:commentRangeStart w:id="${id}"`)).toBeLessThan(xml.indexOf(`<w:commentRangeEnd w:id="${id}"`));
  });
});

/** The same archive with the sizes of each entry behind its bytes. */
function streamed(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const out: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let length = 0;
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < view.getUint16(end + 10, true); i++) {
    const [packed, name, extra, comment, offset] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
    const head = bytes.slice(at, at + 46 + name + extra + comment);
    const headView = new DataView(head.buffer);
    headView.setUint16(8, headView.getUint16(8, true) | 8, true);
    headView.setUint32(42, length, true);
    directory.push(head);
    const dataAt = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const local = bytes.slice(offset, dataAt + packed);
    const localView = new DataView(local.buffer);
    localView.setUint16(6, localView.getUint16(6, true) | 8, true);
    for (const field of [14, 18, 22]) localView.setUint32(field, 0, true);
    const behind = new Uint8Array(16);
    const behindView = new DataView(behind.buffer);
    behindView.setUint32(0, 0x08074b50, true);
    for (const [j, field] of [16, 20, 24].entries()) behindView.setUint32(4 + 4 * j, view.getUint32(at + field, true), true);
    out.push(local, behind);
    length += local.length + behind.length;
    at += 46 + name + extra + comment;
  }
  const tail = bytes.slice(end);
  new DataView(tail.buffer).setUint32(16, length, true);
  return new Uint8Array(Buffer.concat([...out, ...directory, tail]));
}
