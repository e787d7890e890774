// Where elements stand in the XML of a part: what is to be written back there is cut out by it.

import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { Budget } from '../../server/word/read/limits.ts';
import { readXml, type Element } from '../../server/word/read/xml.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const all = (element: Element): readonly Element[] => [element, ...element.children.flatMap(all)];

/** The bytes in pieces of `size`, as they come from an archive. */
function* pieces(bytes: Uint8Array, size: number): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test.each([1, 2, 3, 7, 64, 4096])('an element is what stands between its offsets, in pieces of %i bytes', (size) => {
  const xml = `<?xml version="1.0"?>\r\n<!-- 甲 <w:p> -->\r\n<w:document xmlns:w="${W}" xmlns="urn:x" a="1 &gt; 0 > x">\r\n <w:p\r\n  w:rsidR='0'  >𠮷<w:r><w:rPr/><w:t xml:space = "preserve">松&amp;&#x6f9c;<![CDATA[<w:t>]]> 镇</w:t></w:r ><w:r/></w:p><plain/>\n</w:document>\n`;
  const root = readXml(pieces(strToU8(xml), size), new Budget());
  const found = all(root);
  expect(found.map(({ name, nth }) => `${name} ${nth}`)).toEqual(['w:document 0', 'w:p 0', 'w:r 0', 'w:rPr 0', 'w:t 0', 'w:r 1', 'plain 0']);
  expect(found.map(({ start, end }) => xml.slice(start, end))).toEqual([
    xml.slice(xml.indexOf('<w:document'), xml.lastIndexOf('>') + 1),
    xml.slice(xml.lastIndexOf('<w:p\r'), xml.indexOf('<plain')),
    xml.slice(xml.indexOf('<w:r>'), xml.indexOf('<w:r/>')),
    '<w:rPr/>',
    xml.slice(xml.indexOf('<w:t xml'), xml.indexOf('</w:r >')),
    '<w:r/>',
    '<plain/>',
  ]);
  expect(found[4]?.text).toBe('松&澜<w:t> 镇');
  expect(found[4]?.attributes).toEqual({ 'xml:space': 'preserve' });
  expect(root.attributes).toEqual({ a: '1 > 0 > x' });
});
