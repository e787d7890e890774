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

/** Words directly before a number that make it approximate or a bound. */
export const BEFORE = [
  { words: ['不少于', '不低于', '至少', '超过', '突破', '超', '逾', '高于', '多于'], exactness: 'at-least' },
  { words: ['不超过', '不高于', '至多', '低于', '少于', '不足'], exactness: 'at-most' },
  { words: ['约', '大约', '近', '将近', '接近', '大概', '上'], exactness: 'about' },
] as const;

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

/** A rate that is being compared or that speaks of change is not the quotient of two counts. */
export const RATE_COMPARED = '同比|环比|比上年|比去年|较上年|较去年|增长|增加|上升|下降|提高|减少|降低|增幅|降幅|提升|压减|压缩|回落|占';

/** Up to the rate, these say that the counts shown are not the ones divided; no quotient is concluded. */
export const BASES_UNCLEAR = '分别|涉及|不含|剔除|其余|上年|去年|上半年|同期';

/** Anywhere in the sentence: cases came from, or went to, another year. */
export const CARRIED_OVER = '结转|旧存|存案|遗留';

/** A sentence that states a requirement or a plan states no result. */
export const REQUIREMENT = '不少于|不低于|每年|每月|每季度|计划|力争|目标|确保|要求|应达到|须达到|努力';

/** Words that only introduce a count and are no part of its name. */
export const COUNT_LEADS = '^(?:其中|全年|今年|本年度|年内|目前|已|共计|共有|共|累计|总计|合计)+|(?:共计|共有|共|累计|总计|合计|达到|达|约|近|逾|超过|超|为|有|了|的)+$';

/** Directly behind a rate: it is then a target or a bound. */
export const TARGET_BEHIND = '^(?:的)?(?:考核|指标|要求|目标|标准|任务|以内|以上|以下|左右)';

/** What may stand before the name of a rate without narrowing it: 其结案率, 矛盾纠纷调解成功率. */
export const RATE_NEUTRAL = ['同时', '其', '总体', '整体', '综合', '平均', '全年', '年度', '总', '案件', '工单', '诉求', '矛盾', '纠纷', '各类', '实现', '使', '且', '并', '群众', '信访', '事项', '行政复议', '人民', '复议', '行政'] as const;

/** What may stand beside the verb of the counted part without narrowing it; actors, years and kinds may not. */
export const COUNT_NEUTRAL = ['其中', '已', '共', '共计', '累计', '全部', '均', '成功', '有效', '依法', '妥善', '圆满', '顺利', '了', '的', '各类', '各', '矛盾', '纠纷', '案件', '诉求', '事项', '工单', '申请', '信访', '群众', '调解', '调处', '化解', '处置', '处理', '办理', '实际', '最终', '且', '并', '达成协议', '人数', '件数', '起', '者', '人员', '负责人', '行政机关', '问题', '案卷', '样品', '批次', '考核', '考试', '评查', '经', '复议', '行政', '全年', '年内', '今年'] as const;

/** Beside the verb of a count: it is then only a part of what the rate counts. */
export const PARTIAL_COUNT = '按期|按时|限期|提前|逾期|超期|当日|当天|当月|当场|当庭|即时|直接|现场|线上|网上|一次|初次|首次|撤诉|判决|裁定|和解|简易|速裁|重点|疑难|重大|部分|基本';

/** Directly before the verb of a count: it then says the opposite. */
export const NEGATION = '(?:未|不|不予|尚未|没有|无|待|正在)$';
