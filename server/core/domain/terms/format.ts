// Wrong punctuation, year ranges, dates and document numbers. Data only; one entry, one claim.
// Blanks are gone from logical text, so no entry sees them.

import { FORMAT_STANDARD, NUMERAL_STANDARD, PUNCTUATION_STANDARD } from '../standards.ts';
import type { TermSpec } from '../types.ts';
import type { Basis } from '../validity.ts';

const punctuation = (article: string): Basis => ({ ...PUNCTUATION_STANDARD, article });

/** Characters behind or before which a mark stands among Chinese. */
const BEFORE = '[一-龥）》”〕]';
const AFTER = '[一-龥《“（]';

export const YEAR_RANGES: readonly TermSpec[] = [
  {
    id: 'year-range-dash-lost',
    pattern: '(?<![0-9])20[012][0-9]20[0-4][0-9]年',
    anchors: Array.from({ length: 30 }, (_, i) => `${String(i).padStart(2, '0')}20`),
    exceptions: [],
    validity: {},
    severity: 'error',
    message: '“{hit}”两个年份连在一起，中间丢了一字线。',
    advice: '起止年份之间用“—”，如“2021—2025年”。',
    rewrite: [['(?<=^[0-9]{4})(?=[0-9]{4})', '—']],
    basis: NUMERAL_STANDARD,
    examples: { year: 2024, wrong: ['落实《法治政府建设实施方案（20212025年）》。'], right: ['落实《法治政府建设实施方案（2021—2025年）》。', '举报电话20212025。'] },
  },
  {
    id: 'year-range-mark',
    pattern: '(?<=(?<![0-9])[12][0-9]{3}年?)(?:[-–~～－−‐]{1,2}|——)(?=[12][0-9]{3}年)',
    anchors: ['-', '–', '~', '～', '－', '−', '‐', '——'],
    exceptions: [],
    validity: {},
    severity: 'hint',
    message: '起止年份之间写了“{hit}”，按《出版物上数字用法》用一字线。',
    advice: '改为“—”。',
    replacement: '—',
    safe: true,
    basis: NUMERAL_STANDARD,
    examples: { year: 2024, wrong: ['落实实施方案（2021-2025年）要求。', '2021～2025年期间开展培训。', '2021年–2025年开展培训。'], right: ['落实实施方案（2021—2025年）要求。', '2021年至2025年开展培训。', '电话2021-20250001。'] },
  },
  {
    id: 'year-range-short',
    pattern: '(?<![0-9])(?:19|20)[0-9]{2}[-–—~～－](?![01][0-9]年[0-9])[0-9]{2}年(?!代|[0-9])',
    anchors: ['-', '–', '—', '~', '～', '－'],
    exceptions: [],
    validity: {},
    severity: 'hint',
    message: '“{hit}”后一个年份只写了两位，容易误读。',
    advice: '起止年份都写四位，如“2021—2025年”。',
    basis: NUMERAL_STANDARD,
    examples: { year: 2024, wrong: ['2021—25年工作规划'], right: ['2021—2025年工作规划', '20世纪80—90年代'] },
  },
];

export const DATES: readonly TermSpec[] = [
  {
    id: 'date-padded',
    pattern: '(?<![0-9])(?:19|20)[0-9]{2}年(?:0[1-9]月(?:[0-9]{1,2}日)?|1[0-2]月0[1-9]日|[1-9]月0[1-9]日)',
    anchors: ['年0', '月0'],
    exceptions: [],
    validity: {},
    severity: 'hint',
    message: '“{hit}”的月、日补了零，《党政机关公文格式》要求月、日不编虚位。',
    advice: '去掉月、日前的“0”，如“1月5日”。',
    rewrite: [['(?<=[年月])0(?=[1-9][月日])', '']],
    safe: true,
    basis: { ...FORMAT_STANDARD, article: '7.3.5' },
    examples: { year: 2025, wrong: ['2026年01月05日', '2025年11月03日召开专题会议。'], right: ['2026年1月5日', '2025年10月20日'] },
  },
  {
    id: 'date-incomplete',
    pattern: '^(?:[12][0-9]{3}|[〇○零一二三四五六七八九]{4})年(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})?月日?$',
    anchors: ['月'],
    exceptions: [],
    validity: {},
    severity: 'information',
    message: '落款的成文日期“{hit}”没有写到日，《党政机关公文格式》要求年、月、日标全。',
    advice: '补上月、日。',
    basis: { ...FORMAT_STANDARD, article: '7.3.5' },
    examples: {
      year: 2025,
      wrong: ['云溪镇2025年度法治政府建设情况报告\n一、主要举措和成效\n全年开展培训6场。\n云溪镇人民政府\n\n2026年1月'],
      right: ['云溪镇2025年度法治政府建设情况报告\n一、主要举措和成效\n全年开展培训6场。\n云溪镇人民政府\n\n2026年1月5日', '云溪镇2025年度法治政府建设情况报告\n2026年1月\n一、主要举措和成效\n全年开展培训6场。'],
    },
  },
  {
    id: 'date-festival-dot',
    pattern: '(?<=“)(?:0?[1-9]|1[0-2])[.．](?:0?[1-9]|[12][0-9]|3[01])(?=”(?![级版倍亿万米]))|(?<![0-9.第条])(?:[1-9]|1[0-2])[.．](?:[1-9]|[12][0-9]|3[01])(?=国家宪法|宪法(?:日|宣传)|全国法制|全民国家安全|国家安全教育|国际禁毒|禁毒(?:日|宣传)|国际消费者|消费者权益|世界|知识产权宣传|防灾减灾|全国消防|消防(?:日|宣传)|全国交通安全)',
    anchors: ['.', '．'],
    exceptions: [],
    validity: {},
    severity: 'hint',
    message: '“{hit}”是节日、事件的月和日，中间按《标点符号用法》用间隔号。',
    advice: '把点改为“·”，如“12·4”。',
    rewrite: [['[.．]', '·']],
    safe: true,
    basis: PUNCTUATION_STANDARD,
    examples: { year: 2024, wrong: ['开展“12.4”国家宪法日宣传。', '结合4.15全民国家安全教育日开展宣传。'], right: ['开展“12·4”国家宪法日宣传。', '推行“互联网2.0”和“3.0”版便民清单。'] },
  },
];

/** Letters of an agency's abbreviation end in one of them: 渝府发, 政办函, 委法字. */
const HEAD_LETTERS = [...'发字函办规委法文通党政纪司'];
const NUMBER_HEAD = `(?<=[一-龥][${HEAD_LETTERS.join('')}])`;

export const DOCUMENT_NUMBERS: readonly TermSpec[] = [
  {
    id: 'number-brackets',
    pattern: `${NUMBER_HEAD}[\\[［(（【]20[0-9]{2}[\\]］)）】]第?[0-9]{1,4}号`,
    anchors: ['[', '［', '(', '（20', '【'],
    exceptions: [],
    validity: {},
    severity: 'warning',
    message: '发文字号“{hit}”的年份括号不对，《党政机关公文格式》用六角括号“〔〕”。',
    advice: '写作“〔2025〕27号”这样的形式。',
    rewrite: [['^[^0-9]', '〔'], ['(?<=[0-9])[\\]］)）】]第?', '〕']],
    basis: FORMAT_STANDARD,
    examples: { year: 2025, wrong: ['印发云府发(2025)27号文件。', '《实施方案》（云府办发[2025]3号）'], right: ['《实施方案》（云府办发〔2025〕3号）', '行政判决书（2025）云0101行初12号', '公告（2025）3号'] },
  },
  {
    id: 'number-brackets-lost',
    pattern: `${NUMBER_HEAD}(?<!印发|制发)20[0-9]{2}第?[0-9]{1,3}号`,
    anchors: HEAD_LETTERS.map((letter) => `${letter}20`),
    exceptions: [],
    validity: {},
    severity: 'warning',
    message: '发文字号“{hit}”的年份没有括号，《党政机关公文格式》用六角括号“〔〕”。',
    advice: '写作“〔2025〕27号”这样的形式。',
    rewrite: [['^([0-9]{4})第?', '〔$1〕']],
    basis: FORMAT_STANDARD,
    examples: { year: 2025, wrong: ['落实云委法20259号文件要求。'], right: ['落实云委法〔2025〕9号文件要求。', '该法2025年施行。'] },
  },
  {
    id: 'number-brackets-broken',
    pattern: '〔20[0-9]{2}[)）\\]］】][0-9]{1,4}号?|〔20[0-9]{3,6}号',
    anchors: ['〔20'],
    exceptions: [],
    validity: {},
    severity: 'warning',
    message: '发文字号“{hit}”的六角括号不成对。',
    advice: '写作“〔2025〕27号”这样的形式。',
    rewrite: [['(?<=^〔[0-9]{4})[)）\\]］】]?(?=[0-9])', '〕']],
    basis: FORMAT_STANDARD,
    examples: { year: 2025, wrong: ['《实施方案》（云府办发〔202526号）', '《实施方案》（云府办发〔2025)27号）'], right: ['《实施方案》（云府办发〔2025〕27号）'] },
  },
  {
    id: 'number-padded',
    pattern: '(?<![罚决处许强立案审诉行检缴](?:字|字第)?)〔20[0-9]{2}〕(?:第[0-9]{1,4}|0[0-9]{1,3})号',
    anchors: ['〕0', '〕第'],
    exceptions: [],
    validity: {},
    severity: 'warning',
    message: '发文字号“{hit}”的序号多了字，《党政机关公文格式》规定发文顺序号不加“第”、不编虚位。',
    advice: '写作“〔2025〕4号”这样的形式。',
    rewrite: [['(?<=〕)第?0*(?=[1-9])', '']],
    basis: FORMAT_STANDARD,
    examples: { year: 2025, wrong: ['（云政发〔2025〕04号）', '（云政发〔2025〕第4号）'], right: ['云综执罚决字〔2024〕第012号', '（云政发〔2025〕40号）', '（云政发〔2025〕4号）'] },
  },
];

interface HalfWidth {
  readonly id: string;
  readonly half: string;
  readonly full: string;
  readonly name: string;
}

const HALF_WIDTH_MARKS: readonly HalfWidth[] = [
  { id: 'colon', half: ':', full: '：', name: '冒号' },
  { id: 'semicolon', half: ';', full: '；', name: '分号' },
  { id: 'question', half: '?', full: '？', name: '问号' },
  { id: 'exclamation', half: '!', full: '\uff01', name: '叹号' },
];

const QUOTED = '“(?![0-9]{1,2}[·.•])[^“”]{1,30}”';
const TITLED = '《[^《》]{1,60}》';

export const PUNCTUATION: readonly TermSpec[] = [
  {
    id: 'half-width-comma',
    pattern: `(?<=${BEFORE}),(?![,，。；])|(?<![,，。；0-9A-Za-z]|[0-9],[0-9]*),(?=${AFTER})|(?<=[0-9%]),(?=${AFTER})`,
    anchors: [','],
    exceptions: [],
    validity: {},
    severity: 'warning',
    message: '中文里用了半角逗号“,”，《标点符号用法》要求用全角。',
    advice: '改为“，”。',
    replacement: '，',
    safe: true,
    basis: PUNCTUATION_STANDARD,
    examples: { year: 2024, wrong: ['发放资金190万元,惠及群众800人。', '办理案件12%,其余转办。'], right: ['发放资金1,900万元，惠及群众800人。', '采用A,B两种方式。'] },
  },
  ...HALF_WIDTH_MARKS.map(
    ({ id, half, full, name }): TermSpec => ({
      id: `half-width-${id}`,
      pattern: `(?<=${BEFORE})\\${half}(?=${AFTER}|$)`.replace('\\;', ';').replace('\\:', ':').replace('\\!', '!'),
      anchors: [half],
      exceptions: [],
      validity: {},
      severity: 'hint',
      message: `中文里用了半角${name}“{hit}”，《标点符号用法》要求用全角。`,
      advice: `换成全角${name}。`,
      replacement: full,
      safe: true,
      basis: PUNCTUATION_STANDARD,
      examples: { year: 2024, wrong: [`全年成效明显${half}仍有不足。`], right: [`全年成效明显${full}仍有不足。`, `编号12${half}30`] },
    }),
  ),
  {
    id: 'half-width-brackets',
    pattern: `(?<=${BEFORE})\\((?![一二三四五六七八九十]{1,3}\\))(?=[^()（）]*[一-龥])[^()（）]{1,40}\\)`,
    anchors: ['('],
    exceptions: [],
    validity: {},
    severity: 'hint',
    message: '中文里用了半角括号“{hit}”，《标点符号用法》要求用全角。',
    advice: '换成全角括号“（）”。',
    rewrite: [['^\\(', '（'], ['\\)$', '）']],
    safe: true,
    basis: PUNCTUATION_STANDARD,
    examples: { year: 2024, wrong: ['调解成功18起(含跨村2起)。'], right: ['调解成功18起（含跨村2起）。', '按照第三条(一)项办理。', '详见系统(V2.0)说明。'] },
  },
  {
    id: 'titles-comma',
    pattern: `${TITLED}(?:、?${TITLED})*、${TITLED}(?:、?${TITLED})*`,
    anchors: ['》、《'],
    exceptions: ['》（[^）]*）、《'],
    validity: {},
    severity: 'hint',
    message: '并列的书名号之间用了顿号，《标点符号用法》规定通常不用。',
    advice: '删去书名号之间的“、”。',
    rewrite: [['(?<=》)、(?=《)', '']],
    safe: true,
    basis: punctuation('4.5.3.5'),
    examples: { year: 2024, wrong: ['学习《宪法》、《民法典》和《行政处罚法》。', '学习《宪法》、《民法典》、《行政处罚法》。'], right: ['学习《宪法》《民法典》。', '学习《宪法》（2018年修正）、《民法典》、《行政处罚法》。', '学习《宪法》、民法典。'] },
  },
  {
    id: 'quotes-comma',
    pattern: `(?<![、”])${QUOTED}(?:、?${QUOTED})*、${QUOTED}(?:、?${QUOTED})*(?!、)`,
    anchors: ['”、“'],
    exceptions: ['”（[^）]*）、“', '“[0-9]{1,2}[·.•][0-9]{1,2}”'],
    validity: {},
    severity: 'hint',
    message: '并列的引号之间用了顿号，《标点符号用法》规定通常不用。',
    advice: '删去引号之间的“、”。',
    rewrite: [['(?<=”)、(?=“)', '']],
    safe: true,
    basis: punctuation('4.5.3.5'),
    examples: { year: 2024, wrong: ['建立“法律明白人”、“网格员”队伍。'], right: ['建立“法律明白人”“网格员”队伍。', '开展“五进”、“4·15”等宣传。', '开展“五进”、送法下乡、“村村通”、“户户通”、夜校等活动。'] },
  },
  {
    id: 'mark-doubled',
    pattern: '([。，、；：])\\1+',
    anchors: ['。。', '，，', '、、', '；；', '：：'],
    exceptions: [],
    validity: {},
    severity: 'warning',
    message: '标点“{hit}”重复。',
    advice: '只留一个。',
    rewrite: [['(?<=^.).+', '']],
    basis: PUNCTUATION_STANDARD,
    examples: { year: 2024, wrong: ['全年开展培训6场。。', '镇党委高度重视，，多次研究。'], right: ['全年开展培训6场……'] },
  },
  {
    id: 'marks-adjoining',
    pattern: '(?!([。，、；：])\\1+(?![。，、；：,]))(?:[。，、；：]|,(?=[。，、；：]))[。，、；：,]+',
    anchors: ['，。', '。，', '，、', '、，', '；。', '。；', '，；', '；，', '、。', '。、', '：，', '，：', '：。', '。：', '、；', '；、', ',，', '，,', ',。', '。,'],
    exceptions: [],
    validity: {},
    severity: 'warning',
    message: '两个标点“{hit}”连在一起。',
    advice: '只留正确的一个。',
    basis: PUNCTUATION_STANDARD,
    examples: { year: 2024, wrong: ['全年开展培训6场，。', '镇党委高度重视。，多次研究。'], right: ['“全年开展培训6场。”', '一是强化领导；二是压实责任。'] },
  },
  {
    id: 'stop-before-year',
    // The look behind stands last, so that it is asked only where a year is.
    pattern: '20[0-9]{2}年(?=，)(?<=[^。，、；：？“”《》（）\\uff01]{6}(?<![于至到自在从对为年即是迎由按照截及和与或比较前后了以]|力争|回顾|展望|其中|进入|面对|立足|面向|围绕|聚焦|谋划|确保|计划|预计|特别|过去|走过|踏入|完成|实现|编制|制定|印发|下达|根据|总结|对照|发布|报送|开展|安排|部署|贯彻|落实|修订|听取|审议|梳理|研究)(?<![0-9])20[0-9]{2}年)',
    anchors: ['年，'],
    exceptions: [],
    validity: {},
    severity: 'hint',
    message: '“{hit}”前没有标点，像是两句连在了一起。',
    advice: '前一句完了就补“。”。',
    basis: PUNCTUATION_STANDARD,
    examples: { year: 2025, wrong: ['（一）全面落实执法三项制度2025年，组织执法培训4场。'], right: ['（一）全面落实执法三项制度。2025年，组织执法培训4场。', '力争全面落实执法三项制度到2025年，建成示范点。'] },
  },
];
