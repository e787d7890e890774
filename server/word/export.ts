// A printed report as a .docx file. The same report and page give the same bytes: no day, no user and no chance are in it.
// Written by hand on top of a zip library, since the libraries that write Word files put the day, random names and a look of
// their own in. Must not know where the bytes go.

import { strToU8, zipSync } from 'fflate/browser';
import type { Printed, Sheet } from '../core/index.ts';
import { bodyOf, footerXml, REL } from './body.ts';
import { fontTableXml, settingsXml, stylesXml } from './styles.ts';
import { DECLARATION, el, escaped } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export async function exportWord({ title, blocks }: Printed, sheet: Sheet): Promise<Uint8Array> {
  const { document, notes } = bodyOf(sheet, blocks);
  const hasNumbers = sheet.pageNumber.form !== 'none';
  const isOuter = sheet.pageNumber.side === 'outer';
  const parts: readonly Part[] = [
    ['styles', REL.styles, 'styles', stylesXml(sheet, blocks.some(({ depth }) => depth === 0))],
    ['settings', REL.settings, 'settings', settingsXml(sheet, notes !== '')],
    ['fontTable', REL.fonts, 'fontTable', fontTableXml(sheet)],
    ...(hasNumbers ? [['footer1', REL.footer, 'footer', footerXml(sheet, false)] as const] : []),
    ...(hasNumbers && isOuter ? [['footer2', REL.evenFooter, 'footer', footerXml(sheet, true)] as const] : []),
    ...(notes === '' ? [] : [['footnotes', REL.notes, 'footnotes', notes] as const]),
  ];
  return packed(title, document, parts);
}

/** A part beside the document: its name and kind, and the id by which the document knows it. */
export type Part = readonly [name: string, id: string, kind: string, text: string];

/** A file of these parts. */
export function packed(title: string, document: string, parts: readonly Part[]): Uint8Array {
  const override = (part: string, type: string): string => el('Override', { PartName: part, ContentType: type });
  const files: Record<string, string> = {
    '[Content_Types].xml': DECLARATION + el('Types', { xmlns: `${PACKAGE}/content-types` },
      el('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      override('/word/document.xml', `${WORD}.document.main+xml`),
      ...parts.map(([name, , kind]) => override(`/word/${name}.xml`, `${WORD}.${kind}+xml`)),
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')),
    '_rels/.rels': relations([
      ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': DECLARATION + el('cp:coreProperties', { 'xmlns:cp': `${PACKAGE}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, el('dc:title', {}, escaped(title)), el('dc:language', {}, 'zh-CN')),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': relations(parts.map(([name, id, kind]) => [id, `${OFFICE}/${kind}`, `${name}.xml`])),
    ...Object.fromEntries(parts.map(([name, , , text]) => [`word/${name}.xml`, text])),
  };
  // The first day that a zip can name, in whatever zone.
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime: new Date(1980, 0, 1), level: 6 });
}

const relations = (targets: readonly (readonly [id: string, type: string, target: string])[]): string =>
  DECLARATION + el('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...targets.map(([id, type, target]) => el('Relationship', { Id: id, Type: type, Target: target })));
