// How figures are written: classifiers, words that approximate, and names that only look like figures.
// Data only. Must not know rates or metrics. Sources: GB/T 15835-2011 for number forms; the lists are observed usage.

import type { CountClass } from './types.ts';

export interface UnitSpec {
  readonly name: string;
  /** Counts of one class may be divided by each other; absent for measures and money. */
  readonly counts?: CountClass;
}

/** Longer names first where one begins another is not needed: the scanner takes the longest. */
export const UNITS = [
  ...['件', '起', '宗', '例', '桩'].map((name) => ({ name, counts: 'case' }) as const),
  ...['人', '名', '位'].map((name) => ({ name, counts: 'person' }) as const),
  ...['份', '卷', '册', '本', '张', '部', '幅'].map((name) => ({ name, counts: 'document' }) as const),
  ...['家', '户', '所', '处', '站', '座'].map((name) => ({ name, counts: 'place' }) as const),
  ...['项', '条', '个'].map((name) => ({ name, counts: 'item' }) as const),
  ...['批次', '批'].map((name) => ({ name, counts: 'batch' }) as const),
  ...['通'].map((name) => ({ name, counts: 'call' }) as const),
  ...['篇'].map((name) => ({ name, counts: 'paper' }) as const),
  ...['件次', '人次', '人数', '场次', '户次', '家次', '起次', '车次', '班次', '次', '场', '期', '支', '队', '组', '班', '辆', '台', '套', '块', '面', '则', '类', '对', '堂', '课', '轮', '只', '盏', '字', '季度', '周', '课时', '学时', '小时', '分钟', '天', '个月', '个工作日', '工作日', '年', '岁', '元', '余元', '亩', '公顷', '平方米', '平方公里', '公里', '千米', '米', '公斤', '吨', '倍', '个百分点', '分', '级'].map(
    (name) => ({ name }),
  ),
] as const satisfies readonly UnitSpec[];

/** Classifiers that a Chinese numeral (十二人, 两次) may stand before and count; 个 and 项 make slogans. */
export const CHINESE_COUNTED = ['人次', '人', '名', '件', '起', '宗', '例', '场次', '场', '次', '份', '篇', '期', '户', '所'] as const;

/** Words directly before a number that make it approximate or a bound, if what stands before them ends as `behind` says. */
export const BEFORE: readonly { readonly words: readonly string[]; readonly exactness: 'at-least' | 'at-most' | 'about'; readonly behind?: string }[] = [
  { words: ['不少于', '不低于', '至少', '超过', '突破', '超', '逾', '高于', '多于'], exactness: 'at-least' },
  { words: ['不超过', '不高于', '至多', '低于', '少于'], exactness: 'at-most' },
  { words: ['大约', '将近', '接近', '大概'], exactness: 'about' },
  // 证据不足16人, 线上30件, 签约12户 say something else.
  { words: ['不足'], exactness: 'at-most', behind: '(?:^|[，,、。；：（(“]|仅|还|尚|共|已|计|人数|为|有|达|了)$' },
  { words: ['上'], exactness: 'about', behind: '(?:^|[，,、。；：（(“]|仅|还|尚|共|已|计|人数|为|有|达|了)$' },
  { words: ['约', '近'], exactness: 'about', behind: '(?:^|[^预签违合特节邀制缔立履赴附邻临最])$' },
];

/** Words behind the number (before or behind its unit) that do the same. */
export const BEHIND = [
  { words: ['以上'], exactness: 'at-least' },
  { words: ['以下', '以内'], exactness: 'at-most' },
  { words: ['左右', '上下'], exactness: 'about' },
] as const;

/** Between the digits and the unit: 50余场次, 560多人次. */
export const OVER = ['余', '多', '几', '来'] as const;

/** Public service numbers; a figure only when a classifier follows at once. */
export const SERVICE_NUMBERS = ['110', '112', '114', '119', '120', '122', '8890', '12110', '12123', '12309', '12315', '12318', '12319', '12320', '12328', '12329', '12333', '12337', '12338', '12339', '12345', '12348', '12350', '12351', '12355', '12358', '12363', '12366', '12367', '12368', '12369', '12377', '12380', '12381', '12388', '12389', '12393', '12396', '95598', '96333'] as const;

/** Patterns that hold digits or numerals and are names, dates or ordinals. Matched before any number is read. */
export const NOT_FIGURES = [
  '[12]\\d{3}[-－—–～~至到]{1,3}[12]\\d{3}年?',
  '[12]\\d{3}年(?:度)?(?:\\d{1,2}月(?:\\d{1,2}日)?)?',
  '\\d{1,2}月(?:\\d{1,2}日)?(?:至\\d{1,2}月(?:\\d{1,2}日)?)?(?!份)',
  '[〔\\[［（(][12]\\d{3}[〕\\]］）)](?:第?\\d+号)?',
  '\\d{1,6}号',
  '第[0-9〇一二三四五六七八九十百千]{1,8}(?:条|款|项|次|个|届|季度|批|届|章|节|期|名|轮|部分|位)?',
  '\\d{1,4}[+＋][NnX0-9A-Za-z一-龥]',
  '[“"]\\d{1,2}[·.．・]\\d{1,2}[”"]',
  '\\d{1,2}[·・]\\d{1,2}',
  '\\d{1,2}[.．]\\d{1,2}(?=[”"]?(?:国家|全民|全国|国际|世界|消费者|宪法|禁毒|安全|普法))',
  '[A-Za-z]{1,12}-?\\d{1,12}(?![\\d.%])|\\d{1,12}[A-Za-z]+',
  '\\d{1,2}[:：]\\d{2}',
  '[“"][^“”"]{0,8}[一二三四五六七八九十][^“”"]{0,12}[”"]',
  '[一二三四五六七八九十]五(?=普法|规划|时期|期间)',
  '“?[一二三四五六七八九十]{1,2}五”?(?=普法|规划|时期)',
] as const;

/** Between the name of a rate and its number: 结案率达到97.8%. */
export const RATE_LINKS = ['分别为', '均达到', '均达', '均为', '均', '达到了', '达到', '达', '约为', '约', '为', '是', '高达', '保持在', '保持', '稳定在', '在', '提高到', '提升到', '提升至', '提高至', '上升到', '上升至', '下降到', '下降至', '降至', '实现', '超过', '超', '近', '不低于', '已', '接近', '逾', '：', ':'] as const;

/** How a name of a rate ends when it is not in the catalogue. */
export const RATE_NAME = '[一-龥]{1,12}(?:率|满意度|知晓度|占比|比重)$';

/** Words that only introduce a count and are no part of its name, before it … */
export const COUNT_LEADS = ['其中', '全年', '今年以来', '今年', '本年度', '年内', '目前', '已', '共计', '共有', '共', '累计', '总计', '合计'] as const;

/** … and behind it. */
export const COUNT_TRAILS = ['共计', '共有', '共', '累计', '总计', '合计', '达到', '达', '大约', '约', '将近', '近', '逾', '不少于', '不低于', '至少', '超过', '突破', '超', '为', '有', '了', '的'] as const;

/** Between the names of several rates and their numbers. */
export const EACH_OF = '分别(?:为|达到|达|是)?';

// Shares
