// Word documents written by hand, as Word writes them: a body of XML, and the parts that it needs. Must not know how they are read.

import { strToU8, zipSync, type Zippable } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

export interface Given {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly headers?: readonly string[];
  readonly footers?: readonly string[];
  /** Other entries, and those that replace a part. */
  readonly entries?: Zippable;
}

export const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

/** A run with that text. */
export const r = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of XML, which begins with `<`, or of one text. */
export const p = (content: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : content === '' ? '' : r(content)}</w:p>`;

export const styled = (style: string): string => `<w:pStyle w:val="${style}"/>`;
export const listed = (list: number, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

export const tc = (content: string, properties = ''): string => `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : p(content)}</w:tc>`;
export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(cell))).join('')}</w:tr>`;
export const tbl = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;

/** One level of a list. */
export const lvl = (level: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** Lists: the levels of each abstract list, and which list uses which, with what of its own. */
export const lists = (abstracts: readonly (readonly string[])[], uses: readonly (readonly [abstract: number, own?: string])[]): string =>
  abstracts.map((levels, i) => `<w:abstractNum w:abstractNumId="${i}">${levels.join('')}</w:abstractNum>`).join('') +
  uses.map(([abstract, own = ''], i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${abstract}"/>${own}</w:num>`).join('');

export const style = (id: string, name: string, properties = '', more = ''): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}<w:pPr>${properties}</w:pPr></w:style>`;

const part = (root: string, content: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${NAMESPACES}>${content}</w:${root}>`);

/** The text of the part that holds a body. */
export const documentXml = (body: string): string => new TextDecoder().decode(part('document', `<w:body>${body}<w:sectPr/></w:body>`));

export function entriesOf({ body, styles, numbering, footnotes, endnotes, comments, headers = [], footers = [], entries = {} }: Given): Zippable {
  const parts: readonly (readonly [file: string, type: string, content: Uint8Array | undefined])[] = [
    ['styles.xml', 'styles', styles === undefined ? undefined : part('styles', styles)],
    ['numbering.xml', 'numbering', numbering === undefined ? undefined : part('numbering', numbering)],
    ['footnotes.xml', 'footnotes', footnotes === undefined ? undefined : part('footnotes', footnotes)],
    ['endnotes.xml', 'endnotes', endnotes === undefined ? undefined : part('endnotes', endnotes)],
    ['comments.xml', 'comments', comments === undefined ? undefined : part('comments', comments)],
    ...headers.map((content, i) => [`header${i + 1}.xml`, 'header', part('hdr', content)] as const),
    ...footers.map((content, i) => [`footer${i + 1}.xml`, 'footer', part('ftr', content)] as const),
  ];
  const there = parts.flatMap(([file, type, content]) => (content ? [{ file, type, content }] : []));
  const relations = (all: readonly string[]): Uint8Array => strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`);
  return {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'),
    '_rels/.rels': relations([`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`]),
    'word/document.xml': strToU8(documentXml(body)),
    'word/_rels/document.xml.rels': relations([...there.map(({ file, type }, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${file}"/>`), `<Relationship Id="rId99" Type="${OFFICE}/hyperlink" Target="http://192.0.2.1/" TargetMode="External"/>`]),
    ...Object.fromEntries(there.map(({ file, content }) => [`word/${file}`, content])),
    ...entries,
  };
}

export const docx = (given: Given | string): Uint8Array => zipSync(entriesOf(typeof given === 'string' ? { body: given } : given), { mtime: new Date('2025-01-02T00:00:00Z') });
