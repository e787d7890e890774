// A paper as a Word file, A4 across: titles, lines and tables whose heads are repeated on every page. The same paper gives the same
// bytes. Must not know what is written, nor where the bytes go.

import type { Column, Lines, Paper, PaperBlock, Piece } from '../export/paper.ts';
import { packed } from './export.ts';
import { W } from './styles.ts';
import { DECLARATION, el, escaped, val } from './xml.ts';

/** Twips. */
const [WIDTH, HEIGHT, SIDE, TOP] = [16838, 11906, 794, 907];
const TEXT_WIDTH = WIDTH - 2 * SIDE;
const CELL_MARGIN = 85;

const SONG = '宋体';
const HEI = '黑体';
const LATIN = 'Times New Roman';
/** Ids of the parts. */
const [STYLES, SETTINGS, FOOTER] = ['rId1', 'rId2', 'rId3'];

export async function exportPaper(paper: Paper): Promise<Uint8Array> {
  return packed(paper.title, documentXml(paper.blocks), [['styles', STYLES, 'styles', stylesXml()], ['settings', SETTINGS, 'settings', settingsXml()], ['footer1', FOOTER, 'footer', footerXml()]]);
}

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const documentXml = (blocks: readonly PaperBlock[]): string =>
  DECLARATION + el('w:document', { 'xmlns:w': W, 'xmlns:r': R }, el('w:body', {}, ...blocks.map((block, i) => (block.kind === 'table' ? table(block) + (blocks[i + 1]?.kind === 'table' || i === blocks.length - 1 ? '<w:p/>' : '') : paragraph(block.kind, block.pieces, block.newPage ? '<w:pageBreakBefore/>' : ''))), section()));

const section = (): string =>
  el('w:sectPr', {},
    el('w:footerReference', { 'w:type': 'default', 'r:id': FOOTER }),
    el('w:pgSz', { 'w:w': WIDTH, 'w:h': HEIGHT, 'w:orient': 'landscape' }),
    el('w:pgMar', { 'w:top': TOP, 'w:right': SIDE, 'w:bottom': TOP, 'w:left': SIDE, 'w:header': 567, 'w:footer': 454, 'w:gutter': 0 }));

const STYLE_IDS = { title: 'Title', heading: 'Heading1', text: 'BodyText', signature: 'Signature', cell: 'Cell' } as const;

const paragraph = (style: keyof typeof STYLE_IDS, pieces: readonly Piece[], more = ''): string => el('w:p', {}, el('w:pPr', {}, val('pStyle', STYLE_IDS[style]), more), ...pieces.map(run));

function run({ text, look }: Piece): string {
  const looks = { mark: '<w:b/><w:bCs/>' + val('highlight', 'yellow'), strong: '<w:b/><w:bCs/>', soft: val('color', '595959') };
  return el('w:r', {}, el('w:rPr', {}, el('w:rFonts', { 'w:hint': 'eastAsia' }), look ? looks[look] : ''), `<w:t xml:space="preserve">${escaped(text)}</w:t>`);
}

function table({ columns, rows, isForm }: PaperBlock & { readonly kind: 'table' }): string {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((share / all) * TEXT_WIDTH));
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((name) => el(`w:${name}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '444444' }));
  const properties = el('w:tblPr', {},
    el('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
    el('w:tblBorders', {}, ...edges),
    el('w:tblLayout', { 'w:type': 'fixed' }),
    el('w:tblCellMar', {}, el('w:left', { 'w:w': CELL_MARGIN, 'w:type': 'dxa' }), el('w:right', { 'w:w': CELL_MARGIN, 'w:type': 'dxa' })));
  const cell = (content: Lines, i: number, { isHead, isDown = false }: { readonly isHead: boolean; readonly isDown?: boolean }): string =>
    el('w:tc', {},
      el('w:tcPr', {}, el('w:tcW', { 'w:w': widths[i], 'w:type': 'dxa' }), isHead ? el('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'EEEEEE' }) : '', columns[i]?.isNarrow ? el('w:tcMar', {}, el('w:left', { 'w:w': 15, 'w:type': 'dxa' }), el('w:right', { 'w:w': 15, 'w:type': 'dxa' })) : '', isDown ? val('textDirection', 'tbRlV') : '', isHead ? val('vAlign', 'center') : ''),
      ...content.map((pieces) => paragraph('cell', isHead ? pieces.map(({ text }): Piece => ({ text, look: 'strong' })) : pieces, (isHead && !isForm && !isDown) || (!isHead && columns[i]?.align) ? val('jc', 'center') : '')));
  const longest = Math.max(0, ...columns.flatMap(({ title, isNarrow }) => (isNarrow ? [title.length] : [])));
  const head = el('w:tr', {}, el('w:trPr', {}, '<w:cantSplit/>', longest > 0 ? el('w:trHeight', { 'w:val': longest * 215 + 200, 'w:hRule': 'atLeast' }) : '', '<w:tblHeader/>'),
    ...columns.map((column: Column, i) => cell([[{ text: column.title }]], i, { isHead: true, isDown: column.isNarrow === true })));
  const body = rows.map((row) => el('w:tr', {}, el('w:trPr', {}, '<w:cantSplit/>'), ...row.map((content, i) => cell(content, i, { isHead: isForm === true && i === 0 }))));
  return el('w:tbl', {}, properties, el('w:tblGrid', {}, ...widths.map((width) => el('w:gridCol', { 'w:w': width }))), isForm ? '' : head, ...body);
}

interface Look {
  readonly id: string;
  readonly name: string;
  /** Half points. */
  readonly size: number;
  readonly font?: string;
  readonly paragraph: string;
}

const LOOKS: readonly Look[] = [
  { id: STYLE_IDS.title, name: 'Title', size: 36, font: HEI, paragraph: el('w:spacing', { 'w:before': 60, 'w:after': 200 }) + val('jc', 'center') },
  { id: STYLE_IDS.heading, name: 'heading 1', size: 26, font: HEI, paragraph: '<w:keepNext/>' + el('w:spacing', { 'w:before': 240, 'w:after': 80 }) + val('outlineLvl', 0) },
  { id: STYLE_IDS.text, name: 'Body Text', size: 21, paragraph: el('w:spacing', { 'w:before': 40, 'w:after': 80 }) },
  { id: STYLE_IDS.signature, name: '签名', size: 21, paragraph: '<w:keepLines/>' + el('w:spacing', { 'w:before': 360, 'w:after': 80 }) },
  { id: STYLE_IDS.cell, name: '表格文字', size: 19, paragraph: el('w:spacing', { 'w:before': 20, 'w:after': 20 }) },
  { id: 'Footer', name: 'footer', size: 18, paragraph: val('jc', 'center') },
];
const BUILT_IN = new Set(['Title', 'heading 1', 'Body Text', 'footer']);

const type = (size: number, font = SONG): string =>
  el('w:rPr', {}, el('w:rFonts', { 'w:ascii': font === SONG ? LATIN : font, 'w:hAnsi': font === SONG ? LATIN : font, 'w:eastAsia': font, 'w:cs': LATIN }), val('sz', size), val('szCs', size));

const stylesXml = (): string =>
  DECLARATION + el('w:styles', { 'xmlns:w': W },
    el('w:docDefaults', {}, el('w:rPrDefault', {}, type(21).replace('</w:rPr>', '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>')), el('w:pPrDefault')),
    el('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, val('name', 'Normal'), '<w:qFormat/>', el('w:pPr', {}, '<w:kinsoku/><w:overflowPunct/>')),
    ...LOOKS.map(({ id, name, size, font, paragraph: look }) => el('w:style', { 'w:type': 'paragraph', 'w:styleId': id, 'w:customStyle': BUILT_IN.has(name) ? undefined : 1 }, val('name', name), val('basedOn', 'Normal'), '<w:qFormat/>', el('w:pPr', {}, look), type(size, font))));

const settingsXml = (): string => DECLARATION + el('w:settings', { 'xmlns:w': W }, el('w:zoom', { 'w:percent': 100 }), el('w:compat', {}, '<w:useFELayout/>', el('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 })));

/** 第 1 页 */
function footerXml(): string {
  const field = ['begin', 'instr', 'separate', 'result', 'end'].map((part) => el('w:r', {}, part === 'instr' ? '<w:instrText xml:space="preserve"> PAGE </w:instrText>' : part === 'result' ? '<w:t>1</w:t>' : el('w:fldChar', { 'w:fldCharType': part })));
  return DECLARATION + el('w:ftr', { 'xmlns:w': W }, el('w:p', {}, el('w:pPr', {}, val('pStyle', 'Footer')), run({ text: '第 ' }), ...field, run({ text: ' 页' })));
}
