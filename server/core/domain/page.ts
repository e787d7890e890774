// The page of an official document after 《党政机关公文格式》 (GB/T 9704—2012): paper, margins, grid, fonts and sizes, where the
// parts of the text stand. What an office may set, and what stands in for a font that a machine lacks. Data only.
// What the standard leaves open, or says of the paper alone (tables, footnotes, the space between two title lines), is
// marked as usage.

/** What is set in one font. `heading0` is 第一部分, `heading1` 一、 and so on; `byline` is what stands around the title. */
export const PRINT_ROLES = ['title', 'byline', 'heading0', 'heading1', 'heading2', 'heading3', 'heading4', 'body', 'annex', 'table', 'note', 'pageNumber'] as const;
export type PrintRole = (typeof PRINT_ROLES)[number];

export const NUMBER_FORMS = ['dashes', 'plain', 'none'] as const;
export const NUMBER_SIDES = ['outer', 'center', 'right'] as const;

/** Everything that an office may set of its page. */
export interface Page {
  /** In millimetres. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Of a page. */
  readonly lines: number;
  /** Of a line. */
  readonly characters: number;
  /** Points from line to line; 0 where the lines fill the page. */
  readonly lineSpacing: number;
  /** The same for a title of several lines. */
  readonly titleSpacing: number;
  /** Characters before the first word of a paragraph. */
  readonly indent: number;
  readonly fonts: Readonly<Record<PrintRole, string>>;
  /** In points. */
  readonly sizes: Readonly<Record<PrintRole, number>>;
  readonly bold: Readonly<Record<PrintRole, boolean>>;
  /** Of digits and Latin letters; empty where they have the font around them. */
  readonly latin: string;
  /** `dashes` is — 1 —; `outer` is right on odd pages and left on even ones. */
  readonly pageNumber: { readonly form: (typeof NUMBER_FORMS)[number]; readonly side: (typeof NUMBER_SIDES)[number] };
}

/** 版心 156 mm × 225 mm, 22 lines of 28 characters; 2号 is 22 points, 3号 16, 4号 14. */
export const PAGE: Page = {
  margins: { top: 37, bottom: 35, left: 28, right: 26 },
  lines: 22,
  characters: 28,
  lineSpacing: 0,
  titleSpacing: 35, // usage
  indent: 2,
  fonts: {
    title: '方正小标宋简体', byline: '楷体_GB2312', heading0: '黑体', heading1: '黑体', heading2: '楷体_GB2312', heading3: '仿宋_GB2312', heading4: '仿宋_GB2312',
    body: '仿宋_GB2312', annex: '黑体', table: '仿宋_GB2312', note: '仿宋_GB2312', pageNumber: '宋体',
  },
  // Tables and footnotes: usage.
  sizes: { title: 22, byline: 16, heading0: 16, heading1: 16, heading2: 16, heading3: 16, heading4: 16, body: 16, annex: 16, table: 12, note: 9, pageNumber: 14 },
  bold: { title: false, byline: false, heading0: false, heading1: false, heading2: false, heading3: false, heading4: false, body: false, annex: false, table: false, note: false, pageNumber: false },
  latin: 'Times New Roman',
  pageNumber: { form: 'dashes', side: 'outer' },
};

/** A4, in millimetres. */
export const PAPER = { width: 210, height: 297 } as const;

/** From the lower edge of the text to the number of the page, in millimetres. */
export const NUMBER_BELOW = 7;

/** Blank lines above a part of the text. */
export const BLANK_LINES = { afterTitle: 1, attachments: 1, issuer: 1, annexTitle: 1 } as const;

/** Characters between the right edge and what stands there. */
export const RIGHT_BLANKS = { date: 4, pageNumber: 1 } as const;

/** Characters before 附件：. */
export const LEFT_BLANKS = { attachments: 2 } as const;

/** Points from line to line and around the cells of tables, and in footnotes: usage. */
export const TABLE = { spacing: 18, padding: 5.4 } as const;
export const NOTE_SPACING = 12;

/** A kind of type, the names it goes by, and what is next to it where a machine has none of them. */
export interface FontFamily {
  readonly names: readonly string[];
  readonly substitutes: readonly string[];
  readonly generic: 'serif' | 'sans-serif' | 'cursive';
  /** Of the first name, as a font table of Word has it. */
  readonly panose: string;
  readonly family: 'roman' | 'modern' | 'swiss' | 'script' | 'auto';
}

const SERIF = ['宋体', 'SimSun', 'Songti SC', 'STSong', 'Source Han Serif SC', 'Source Han Serif CN', 'Noto Serif CJK SC', 'Noto Serif SC'];
const SANS = ['Source Han Sans SC', 'Source Han Sans CN', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Zen Hei', 'WenQuanYi Micro Hei'];

export const FONTS: readonly FontFamily[] = [
  { names: ['方正小标宋简体', '方正小标宋_GBK', '方正小标宋_GB18030', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '小标宋体'], substitutes: ['华文中宋', 'STZhongsong', ...SERIF], generic: 'serif', panose: '03000509000000000000', family: 'script' },
  { names: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', '方正仿宋_GBK', '方正仿宋_GB2312', '方正仿宋简体', '方正仿宋_GB18030', 'CESI仿宋-GB2312', 'CESI仿宋-GB13000', 'STFangsong', '华文仿宋'], substitutes: SERIF, generic: 'serif', panose: '02010609030101010101', family: 'modern' },
  { names: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', '方正楷体_GBK', '方正楷体_GB2312', '方正楷体简体', '方正楷体_GB18030', 'CESI楷体-GB2312', 'CESI楷体-GB13000', 'STKaiti', 'Kaiti SC', '华文楷体'], substitutes: SERIF, generic: 'serif', panose: '02010609030101010101', family: 'modern' },
  { names: ['黑体', 'SimHei', '方正黑体_GBK', '方正黑体简体', '方正黑体_GB18030', 'CESI黑体-GB2312', 'CESI黑体-GB13000', 'STHeiti', 'Heiti SC', '华文黑体'], substitutes: ['微软雅黑', 'Microsoft YaHei', 'PingFang SC', ...SANS], generic: 'sans-serif', panose: '02010609060101010101', family: 'modern' },
  { names: ['宋体', 'SimSun', 'NSimSun', '方正书宋_GBK', 'CESI宋体-GB2312', 'CESI宋体-GB13000', 'Songti SC', 'STSong', '华文宋体'], substitutes: SERIF, generic: 'serif', panose: '02010600030101010101', family: 'auto' },
  { names: ['Times New Roman', 'Times'], substitutes: ['Liberation Serif', 'Nimbus Roman', 'Tinos'], generic: 'serif', panose: '02020603050405020304', family: 'roman' },
];

/** What asks for a new page in a text, written as a comment: <!-- 分页 -->. */
export const PAGE_BREAK = '^\\s*(?:分页|另起一页|page ?-?break|new ?page)\\s*$';

/** The day in brackets below a title; a document number. */
export const DATED_BYLINE = '^[（(](?:[12][0-9]{3}|[〇○零一二三四五六七八九]{4})年[^（）()]{2,10}日[^（）()]{0,12}[）)]$';
export const DOCUMENT_NUMBER_LINE = '^[一-龥]{1,14}[〔\\[［（(]?[12][0-9]{3}[〕\\]］）)]?[0-9]{1,4}号$';

/** 附件：1.…… below the text names the attachments; 附件1 above one is its head. */
export const ATTACHMENTS_NOTE = '^附件[:：].';
export const ANNEX_HEAD = '^附件(?:[0-9一二三四五六七八九十]{1,3})?[:：]?$';
