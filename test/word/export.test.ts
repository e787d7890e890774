// Word files, opened again with a zip library and read for what they say: the text and its levels, fonts, sizes, grid, feet of
// the pages, properties. Nothing is looked at with Word's eyes here; see CONTRIBUTING.md for that.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate/browser';
import { describe, expect, test } from 'vitest';
import { analyze, outline, pageOf, print, printFor, sheetOf, type OutlineItem, type PageChoices, type PrintBlock } from '../../server/core/index.ts';
import { exportWord, importWord } from '../../server/word/index.ts';
import { root } from '../support/check.ts';

type Parts = Readonly<Record<string, string>>;

async function exported(text: string, choices: PageChoices = {}): Promise<Parts> {
  const sheet = sheetOf(pageOf(choices));
  const bytes = await exportWord(printFor(analyze(text), sheet), sheet);
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

const unescaped = (xml: string): string => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Paragraphs of a part, with their style; a line break is one, cells are paragraphs of their own. */
const paragraphs = (xml: string): readonly { readonly style: string; readonly text: string; readonly xml: string }[] =>
  [...xml.matchAll(/<w:p>([\s\S]*?)<\/w:p>/gu)].map(([, inner = '']) => ({
    style: /<w:pStyle w:val="(\w+)"/u.exec(inner)?.[1] ?? '',
    text: [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:footnoteReference w:id="(\d+)"/gu)].map(([whole, text, note]) => (text !== undefined ? unescaped(text) : note === undefined ? (whole === '<w:br/>' ? '\n' : '') : `[^${note}]`)).join(''),
    xml: inner,
  }));

const part = (parts: Parts, name: string): string => parts[name] ?? '';
const bodyOf = (parts: Parts): ReturnType<typeof paragraphs> => paragraphs(part(parts, 'word/document.xml'));
const styleOf = (parts: Parts, id: string): string => new RegExp(`<w:style [^>]*w:styleId="${id}"[\\s\\S]*?</w:style>`, 'u').exec(part(parts, 'word/styles.xml'))?.[0] ?? '';

const FILES = ['test/golden', 'examples'].flatMap((folder) => readdirSync(path.join(root, folder)).filter((file) => /\.(?:md|txt)$/u.test(file)).map((file) => path.join(folder, file)));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const bare = (text: string): string => text.replace(/\s/gu, '');
const plainOf = ({ pieces, table }: PrintBlock): string => (table ? table.rows.flat().flatMap((cell) => cell.pieces) : pieces).map(({ text }) => text).join('');

/** Marker and title of every heading, in order. */
const headingsOf = (items: readonly OutlineItem[]): readonly string[] => items.flatMap(({ marker, title, children }) => [`${marker}${title}`, ...headingsOf(children)]);

describe('a report goes through Word and comes back', () => {
  test.each(FILES)('%s', async (file) => {
    const text = read(file);
    const report = analyze(text);
    const parts = await exported(text);
    const back = bodyOf(parts).map((each) => each.text).filter((each) => each !== '');
    const blocks = print(report).blocks;
    expect(bare(back.join(''))).toBe(bare(blocks.map(plainOf).join('')));
    // The headings are the same ones on the same levels where the text of the file is read as a report again.
    if (!report.recognised || report.tables.length > 0 || report.wrapWidth !== undefined) return;
    const again = analyze(back.join('\n\n'));
    expect(again.year).toBe(report.year);
    const numbered = (items: readonly OutlineItem[]): readonly string[] => headingsOf(items).filter((each) => /^[一二三四五六七八九十（(第\d]/u.test(each));
    expect(numbered(outline(again)).map(bare)).toEqual(numbered(outline(report)).map(bare));
  });

  test('every part is well-formed, and told of in the list of parts', async () => {
    const parts = await exported(read('test/golden/table-and-lists.md'));
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
    for (const [name, xml] of Object.entries(parts)) {
      const open: string[] = [];
      for (const [, close, tag = '', self] of xml.matchAll(/<(\/)?([\w:]+)(?:\s[^<>]*?)?(\/)?>/gu)) {
        if (close) expect(open.pop(), name).toBe(tag);
        else if (!self) open.push(tag);
      }
      expect(open, name).toEqual([]);
      if (name.startsWith('word/') && !name.endsWith('.rels')) expect(parts['[Content_Types].xml']).toContain(`"/${name}"`);
    }
  });

  test('the same text gives the same bytes, and they hold no day and nobody', async () => {
    const sheet = sheetOf(pageOf({}));
    const make = (): Promise<Uint8Array> => exportWord(printFor(analyze(read('test/golden/clean.txt')), sheet), sheet);
    expect(Buffer.from(await make()).equals(Buffer.from(await make()))).toBe(true);
    const properties = part(await exported(read('test/golden/clean.txt')), 'docProps/core.xml');
    expect(properties).toContain('<dc:title>澜湾镇2024年度法治政府建设情况报告</dc:title><dc:language>zh-CN</dc:language>');
    expect(properties).not.toMatch(/creator|modified|created|lastModifiedBy/iu);
  });

  test('characters that XML knows, or cannot hold', async () => {
    const parts = await exported('临岚县2025年度法治政府建设情况报告\n\n审查<合同>&“协议”12份\u0001，\ud800征求意见。');
    expect(bodyOf(parts)[1]?.text).toBe('审查<合同>&“协议”12份\ufffd，\ufffd征求意见。');
  });
});

describe('the page is that of the standard', () => {
  test('paper, margins and grid', async () => {
    const document = part(await exported(read('test/golden/clean.txt')), 'word/document.xml');
    // A4; 37, 35, 28 and 26 mm; a twentieth of a point is 0.0176 mm.
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(document).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    const [, pitch = '', space = ''] = /<w:docGrid w:type="linesAndChars" w:linePitch="(\d+)" w:charSpace="(-?\d+)"\/>/u.exec(document) ?? [];
    const [width, height] = [11906 - 1474 - 1587, 16838 - 2098 - 1984];
    // 22 lines fit, 23 do not; 28 cells of a grid whose characters are so much narrower than 16 points.
    expect([Math.floor(height / Number(pitch)), Math.floor(width / (320 + (Number(space) / 4096) * 20))]).toEqual([22, 28]);
  });

  test('a line holds 28 characters without a grid too: what is taken from between them', async () => {
    const normal = styleOf(await exported(''), 'Normal');
    const tracking = Number(/<w:spacing w:val="(-?\d+)"\/>/u.exec(normal)?.[1]);
    expect(Math.floor(8845 / (320 + tracking))).toBe(28);
    expect(normal).toContain('<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>');
    expect(normal).toContain('<w:jc w:val="both"/>');
  });

  test('fonts and sizes of every level, named outright', async () => {
    const parts = await exported(read('test/golden/clean.txt'));
    const face = (id: string): readonly unknown[] => {
      const style = styleOf(parts, id);
      return [/w:eastAsia="([^"]+)"/u.exec(style)?.[1], /w:ascii="([^"]+)"/u.exec(style)?.[1], Number(/<w:sz w:val="(\d+)"/u.exec(style)?.[1]) / 2];
    };
    expect(face('Title')).toEqual(['方正小标宋简体', 'Times New Roman', 22]);
    expect(face('BodyText')).toEqual(['仿宋_GB2312', 'Times New Roman', 16]);
    expect(face('Depth1')).toEqual(['黑体', 'Times New Roman', 16]);
    expect(face('Depth2')).toEqual(['楷体_GB2312', 'Times New Roman', 16]);
    expect(face('Lead2')).toEqual(['楷体_GB2312', 'Times New Roman', 16]);
    for (const id of ['Depth3', 'Depth4', 'Lead3', 'Lead4']) expect(face(id)).toEqual(['仿宋_GB2312', 'Times New Roman', 16]);
    expect(face('Footer')).toEqual(['宋体', '宋体', 14]);
    expect(Object.values(parts).join('')).not.toMatch(/asciiTheme|eastAsiaTheme|hAnsiTheme|Calibri|等线/u);
    const fonts = part(parts, 'word/fontTable.xml');
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312', '宋体', 'Times New Roman']) expect(fonts).toMatch(new RegExp(`<w:font w:name="${font}"><w:altName w:val="[^"]+"/><w:panose1 w:val="[0-9]{20}"/>`, 'u'));
  });

  test('real headings, whose numbers stay text', async () => {
    const parts = await exported(read('test/golden/clean.txt'));
    expect(styleOf(parts, 'Depth1')).toMatch(/<w:name w:val="heading 1"\/>[\s\S]*<w:outlineLvl w:val="0"\/>/u);
    expect(styleOf(parts, 'Depth2')).toMatch(/<w:name w:val="heading 2"\/>[\s\S]*<w:outlineLvl w:val="1"\/>/u);
    expect(bodyOf(parts).find(({ style }) => style === 'Depth1')?.text).toMatch(/^一、/u);
    expect(part(parts, 'word/document.xml')).not.toContain('w:numPr');
    // 第一部分 above 一、 takes the first level.
    const chapters = await exported(read('test/golden/chapters.txt'));
    expect(styleOf(chapters, 'Depth0')).toMatch(/"heading 1"[\s\S]*<w:outlineLvl w:val="0"/u);
    expect(styleOf(chapters, 'Depth1')).toMatch(/"heading 2"[\s\S]*<w:outlineLvl w:val="1"/u);
  });

  test('the number of the page on the outer side', async () => {
    const parts = await exported(read('test/golden/clean.txt'));
    const feet = ['footer1', 'footer2'].map((name) => part(parts, `word/${name}.xml`));
    expect(part(parts, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect(part(parts, 'word/document.xml')).toMatch(/<w:footerReference w:type="default" r:id="rId4"\/><w:footerReference w:type="even" r:id="rId5"\/>/u);
    expect(feet.map((foot) => /<w:jc w:val="(\w+)"/u.exec(foot)?.[1])).toEqual(['right', 'left']);
    expect(feet.map((foot) => /<w:ind w:(left|right)="(\d+)"/u.exec(foot)?.slice(1))).toEqual([['right', '280'], ['left', '280']]);
    for (const foot of feet) expect(foot).toMatch(/— <[\s\S]* PAGE [\s\S]*> —/u);
  });

  test('what an office sets instead', async () => {
    const parts = await exported(read('test/golden/clean.txt'), { 'margins.top': 30, lines: 20, characters: 26, 'fonts.body': '方正仿宋_GBK', 'sizes.title': 20, 'bold.heading2': true, latin: '', 'pageNumber.side': 'center', 'pageNumber.form': 'plain' });
    expect(part(parts, 'word/document.xml')).toContain('w:top="1701"');
    expect(styleOf(parts, 'Title')).toContain('<w:sz w:val="40"/>');
    expect(styleOf(parts, 'BodyText')).toContain('w:ascii="方正仿宋_GBK" w:hAnsi="方正仿宋_GBK" w:eastAsia="方正仿宋_GBK"');
    expect(styleOf(parts, 'Depth2')).toContain('<w:b/>');
    expect(part(parts, 'word/settings.xml')).not.toContain('evenAndOddHeaders');
    expect(part(parts, 'word/footer1.xml')).not.toContain('—');
    expect(part(parts, 'word/footer1.xml')).toContain('<w:jc w:val="center"/>');
    expect(part(await exported('x', { 'pageNumber.form': 'none' }), 'word/document.xml')).not.toContain('footerReference');
  });
});

describe('parts of a report', () => {
  const REPORT = `松澜镇人民政府
关于2025年度法治政府建设情况的报告

临岚县人民政府：

现将有关情况报告如下。

一、主要举措和成效

（一）加强领导。研究**6次**[^1]。

附件：1.案件统计表
2.任务清单

松澜镇人民政府
2026年1月10日

附件1

案件统计表

| 项目 | 件数<br>（件） |
| --- | ---: |
| 受理 | 250 |

[^1]: 见会议记录。
`;

  test('each has its style and place', async () => {
    const body = bodyOf(await exported(REPORT));
    expect(body.map(({ style, text }) => `${style} ${text}`)).toEqual([
      'Title 松澜镇人民政府', 'Title 关于2025年度法治政府建设情况的报告', 'Addressee 临岚县人民政府：', 'BodyText 现将有关情况报告如下。', 'Depth1 一、主要举措和成效',
      'BodyText （一）加强领导。研究6次[^1]。', 'Attachments 附件：1.案件统计表', 'Attachments 2.任务清单', 'Issuer 松澜镇人民政府', 'DateLine 2026年1月10日', 'Annex 附件1', 'AnnexTitle 案件统计表',
      'TableText 项目', 'TableText 件数\n（件）', 'TableText 受理', 'TableText 250', 'TableText ',
    ]);
    expect(body[5]?.xml).toMatch(/<w:rStyle w:val="Lead2"\/>[\s\S]*<w:b\/>[\s\S]*<w:footnoteReference w:id="1"\/>/u);
    expect(body[9]?.xml).toContain('w:rightChars="400"');
    expect(body[10]?.xml).toContain('<w:pageBreakBefore/>');
    expect(body[6]?.xml).toContain('w:leftChars="600"');
    expect(body[6]?.xml).toContain('w:hangingChars="400"');
  });

  test('a table with its head, its columns and cells that stay whole', async () => {
    const document = part(await exported(REPORT), 'word/document.xml');
    expect(document).toMatch(/<w:tr><w:trPr><w:cantSplit\/><w:tblHeader\/><\/w:trPr>/u);
    const columns = [...document.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) => Number(width));
    expect(columns).toHaveLength(2);
    expect(columns.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(8845);
    expect(document).toMatch(/<w:jc w:val="right"\/>[^/]*<\/w:pPr><w:r>[\s\S]{0,120}250/u);
  });

  test('a footnote is one, and a second reference to it is its number', async () => {
    const parts = await exported('临岚县2025年度法治政府建设情况报告\n\n受理250件[^甲]，办结242件[^甲]。\n\n[^甲]: 见台账。');
    expect(paragraphs(part(parts, 'word/footnotes.xml')).map(({ text }) => text)).toEqual(['', '', '见台账。']);
    expect(bodyOf(parts).map(({ text }) => text)).toEqual(['临岚县2025年度法治政府建设情况报告', '受理250件[^1]，办结242件1。']);
    expect(part(parts, 'word/_rels/document.xml.rels')).toContain('footnotes.xml');
  });

  test('a long title is parted behind the issuer', async () => {
    const [title] = bodyOf(await exported('清溪县市场监督管理局关于2021年度法治政府建设情况的报告\n\n现将有关情况报告如下。'));
    expect(title?.text).toBe('清溪县市场监督管理局\n关于2021年度法治政府建设情况的报告');
  });

  test('a text that is no report, and none at all', async () => {
    expect(bodyOf(await exported('# 值班表\n\n- 周一：甲')).map(({ style, text }) => `${style} ${text}`)).toEqual(['Depth1 值班表', 'BodyText 周一：甲']);
    expect(bodyOf(await exported(''))).toEqual([]);
  });
});

test.each(FILES)('%s comes back as it went out', async (file) => {
  const text = read(file);
  const report = analyze(text);
  const sheet = sheetOf(pageOf({}));
  const again = analyze(importWord(await exportWord(printFor(report, sheet), sheet), { layout: 'markdown' }).text);
  expect(bare(print(again).blocks.map(plainOf).join(''))).toBe(bare(print(report).blocks.map(plainOf).join('')));
  // Word has no Markdown quotations: numbers of a law that was quoted look like headings afterwards.
  const isQuoted = (heading: string): boolean => text.includes(`> ${heading}`);
  expect(headingsOf(outline(again)).filter((heading) => !isQuoted(heading)).map(bare)).toEqual(headingsOf(outline(report)).map(bare));
});
