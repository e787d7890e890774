// The parts of a Word file that say how text looks: styles, the table of fonts, the settings of the document. Every style names
// its fonts outright and there is no theme, so that no other program puts its own default in. Must not know the text.

import type { Face, PrintRole, Sheet } from '../core/index.ts';
import { DECLARATION, el, val } from './xml.ts';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Styles of paragraphs, by what they are for; headings are HeadingN. */
export const STYLE = {
  title: 'Title', byline: 'Byline', addressee: 'Addressee', text: 'BodyText', attachments: 'Attachments', issuer: 'Issuer', date: 'DateLine',
  annex: 'Annex', annexTitle: 'AnnexTitle', table: 'TableText', note: 'FootnoteText', noteMark: 'FootnoteReference', footer: 'Footer',
} as const;

export const headingStyle = (depth: number): string => `Depth${depth}`;
export const leadStyle = (depth: number): string => `Lead${depth}`;

const DEPTHS = [0, 1, 2, 3, 4] as const;
const roleOf = (depth: number): PrintRole => `heading${Math.min(4, depth)}` as PrintRole;

/**
 * The grid of the page is told, and nothing snaps to it: programs differ in what they do where a character is wider than its
 * cell, as it is in the standard's own page. Lines of one height and a little less between characters give the same everywhere.
 */
const OFF_GRID = '<w:snapToGrid w:val="0"/>';

/** Half points. */
const halves = (points: number): number => Math.round(points * 2);

function type(sheet: Sheet, { font, size, bold, tracking }: Face, latin = sheet.latin?.font ?? font): string {
  return el('w:rPr', {},
    el('w:rFonts', { 'w:ascii': latin, 'w:hAnsi': latin, 'w:eastAsia': font, 'w:cs': latin }),
    bold ? '<w:b/><w:bCs/>' : '<w:b w:val="0"/><w:bCs w:val="0"/>',
    OFF_GRID,
    val('color', 'auto'),
    val('spacing', tracking),
    val('sz', halves(size)), val('szCs', halves(size)),
  );
}

interface StyleSpec {
  readonly id: string;
  readonly name: string;
  readonly role: PrintRole;
  readonly paragraph?: string;
  readonly next?: string;
  readonly latin?: string;
}

function paragraphStyle(sheet: Sheet, { id, name, role, paragraph = '', next, latin }: StyleSpec): string {
  return el('w:style', { 'w:type': 'paragraph', 'w:styleId': id, 'w:customStyle': BUILT_IN.has(name) ? undefined : 1 },
    val('name', name), val('basedOn', 'Normal'), next === undefined ? '' : val('next', next), '<w:qFormat/>',
    paragraph === '' ? '' : el('w:pPr', {}, paragraph),
    type(sheet, sheet.faces[role], latin),
  );
}

/** Names of Word's own styles: Word shows them in the language of the user, as 标题 1. */
const BUILT_IN = new Set(['Normal', 'Title', 'heading 1', 'heading 2', 'heading 3', 'heading 4', 'heading 5', 'footer', 'footnote text', 'footnote reference']);

/** `w:line` in twips, the same for every line whatever stands in it. */
const exactly = (line: number, before = 0): string => el('w:spacing', { 'w:before': before, 'w:after': 0, 'w:line': line, 'w:lineRule': 'exact' });
const noIndent = el('w:ind', { 'w:firstLineChars': 0, 'w:firstLine': 0 });

export function indent({ pitch }: Sheet, { left = 0, first = 0, right = 0 }: { readonly left?: number; readonly first?: number; readonly right?: number }): string {
  const side = (name: string, characters: number): Record<string, number> => ({ [`w:${name}Chars`]: Math.round(characters * 100), [`w:${name}`]: Math.round(characters * pitch) });
  return el('w:ind', { ...(left === 0 ? {} : side('left', left)), ...(right === 0 ? {} : side('right', right)), ...(first < 0 ? side('hanging', -first) : side('firstLine', first)) });
}

/** `hasOutermost`: the text has headings 第一部分 above 一、. */
export function stylesXml(sheet: Sheet, hasOutermost: boolean): string {
  const { faces } = sheet;
  const centred = val('jc', 'center');
  const headings = DEPTHS.filter((depth) => depth > 0 || hasOutermost).flatMap((depth) => {
    const level = depth + (hasOutermost ? 1 : 0);
    return [
      paragraphStyle(sheet, { id: headingStyle(depth), name: `heading ${level}`, role: roleOf(depth), next: STYLE.text, paragraph: `<w:keepNext/>${indent(sheet, { first: sheet.indent })}${val('outlineLvl', level - 1)}` }),
      el('w:style', { 'w:type': 'character', 'w:customStyle': 1, 'w:styleId': leadStyle(depth) }, val('name', `段首标题 ${level}`), type(sheet, faces[roleOf(depth)])),
    ];
  });
  const normal = el('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    val('name', 'Normal'), '<w:qFormat/>',
    // That marks keep to their lines, and one may hang over the edge, holds unless it is said otherwise; between Chinese and digits
    // there is no gap.
    el('w:pPr', {}, '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>', OFF_GRID, exactly(sheet.line), val('jc', 'both')),
    type(sheet, faces.body),
  );
  const defaults = el('w:docDefaults', {},
    el('w:rPrDefault', {}, type(sheet, faces.body).replace('</w:rPr>', '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>')),
    el('w:pPrDefault'),
  );
  return DECLARATION + el('w:styles', { 'xmlns:w': W },
    defaults,
    normal,
    paragraphStyle(sheet, { id: STYLE.title, name: 'Title', role: 'title', next: STYLE.text, paragraph: `<w:keepNext/>${exactly(sheet.titleLine)}${noIndent}${centred}` }),
    paragraphStyle(sheet, { id: STYLE.byline, name: '标题旁行', role: 'byline', paragraph: noIndent + centred }),
    paragraphStyle(sheet, { id: STYLE.addressee, name: '主送机关', role: 'body', next: STYLE.text, paragraph: noIndent }),
    paragraphStyle(sheet, { id: STYLE.text, name: '公文正文', role: 'body', paragraph: indent(sheet, { first: sheet.indent }) }),
    ...headings,
    paragraphStyle(sheet, { id: STYLE.attachments, name: '附件说明', role: 'body' }),
    paragraphStyle(sheet, { id: STYLE.issuer, name: '发文机关署名', role: 'body', paragraph: `<w:keepNext/>${noIndent}${val('jc', 'right')}` }),
    paragraphStyle(sheet, { id: STYLE.date, name: '成文日期', role: 'body', paragraph: noIndent + val('jc', 'right') }),
    paragraphStyle(sheet, { id: STYLE.annex, name: '附件', role: 'annex', paragraph: `<w:keepNext/>${noIndent}` }),
    paragraphStyle(sheet, { id: STYLE.annexTitle, name: '附件标题', role: 'title', next: STYLE.text, paragraph: `<w:keepNext/>${exactly(sheet.titleLine)}${noIndent}${centred}` }),
    paragraphStyle(sheet, { id: STYLE.table, name: '表格文字', role: 'table', paragraph: exactly(sheet.tableLine) + noIndent }),
    paragraphStyle(sheet, { id: STYLE.note, name: 'footnote text', role: 'note', paragraph: exactly(sheet.noteLine) + noIndent + val('jc', 'left') }),
    el('w:style', { 'w:type': 'character', 'w:styleId': STYLE.noteMark }, val('name', 'footnote reference'), el('w:rPr', {}, val('vertAlign', 'superscript'))),
    paragraphStyle(sheet, { id: STYLE.footer, name: 'footer', role: 'pageNumber', latin: faces.pageNumber.font, paragraph: exactly(footerLine(sheet)) + noIndent }),
  );
}

/** Height of the line with the page's number. */
export const footerLine = ({ faces }: Sheet): number => Math.round(faces.pageNumber.size * 20 * 1.15);

/** What Word is to take where a font is not installed: its own table of fonts has a name and a shape beside each. */
export function fontTableXml({ faces, latin }: Sheet): string {
  const named = new Map([...Object.values(faces), ...(latin ? [latin] : [])].map((face) => [face.font, face] as const));
  return DECLARATION + el('w:fonts', { 'xmlns:w': W }, ...[...named.values()].map(({ font, families, shape }) => {
    const alternative = families.find((name) => name !== font);
    return el('w:font', { 'w:name': font },
      alternative === undefined ? '' : val('altName', alternative),
      shape ? val('panose1', shape.panose) : '',
      // 86 is GB 2312.
      val('charset', shape?.family === 'roman' ? '00' : '86'), val('family', shape?.family ?? 'auto'), val('pitch', 'variable'));
  }));
}

export function settingsXml({ pageNumber }: Sheet, hasNotes: boolean): string {
  return DECLARATION + el('w:settings', { 'xmlns:w': W },
    el('w:zoom', { 'w:percent': 100 }),
    pageNumber.side === 'outer' && pageNumber.form !== 'none' ? '<w:evenAndOddHeaders/>' : '',
    // Every mark keeps its place in the grid.
    val('characterSpacingControl', 'doNotCompress'),
    hasNotes ? el('w:footnotePr', {}, el('w:footnote', { 'w:id': -1 }), el('w:footnote', { 'w:id': 0 })) : '',
    el('w:compat', {},
      '<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>',
      el('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 })),
    el('w:themeFontLang', { 'w:val': 'zh-CN', 'w:eastAsia': 'zh-CN' }),
  );
}
