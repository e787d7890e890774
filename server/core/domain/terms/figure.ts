// Forms of figures that are wrong in themselves: signs lost or doubled, 余 behind an exact number, falls by multiples.
// Data only; one entry, one claim. Blanks are gone from logical text and digits are half-width.

import { ARITHMETIC, COMMON_USAGE, NUMERAL_STANDARD } from '../standards.ts';
import type { TermSpec } from '../types.ts';
import { pairsOf } from './brief.ts';

const ALWAYS = { exceptions: [], validity: {} } as const;
/** Things that are only ever counted whole. */
const WHOLE = '(?:件次|人次|场次|批次|户次|家次|件|起|宗|人|名|次|场|份|篇|户|批)';
const YEAR = 2024;

export const RATE_FORMS: readonly TermSpec[] = [
  {
    ...ALWAYS,
    id: 'percent-doubled',
    pattern: '(?<=[0-9])%{2,}',
    anchors: ['%%'],
    severity: 'warning',
    message: '百分号写了两遍。',
    advice: '只留一个“%”。',
    replacement: '%',
    safe: true,
    basis: NUMERAL_STANDARD,
    examples: { year: YEAR, wrong: ['群众满意率达到98%%。', '已经解决377件，占80.9%%。'], right: ['群众满意率达到98%。', '占比8.5%，较上年提高2.1%。'] },
  },
  {
    ...ALWAYS,
    id: 'percent-lost-share',
    pattern: '(?<=占(?:比|总数|总量|总件数|总数的|总量的)?(?:为|达|达到)?)[0-9]{1,2}\\.[0-9]{1,2}(?=[，。；、）])',
    anchors: ['占'],
    severity: 'warning',
    message: '占比写为{hit}，后面没有百分号。',
    advice: '补上“%”。',
    basis: NUMERAL_STANDARD,
    examples: { year: YEAR, wrong: ['其中咨询类96件，占40.17。', '线上办理212件，占比达63.47，群众少跑路。'], right: ['其中咨询类96件，占40.17%。', '占地12.5亩，建筑面积300平方米。', '占12.5个百分点。', '咨询类\t占比\t40.17'] },
  },
  {
    ...ALWAYS,
    id: 'percent-lost-rate',
    pattern: '(?<=[一-龥]率(?:为|达|达到|均为|均达|均达到|保持在|分别为)?)[0-9]{2}\\.[0-9]{1,2}(?=[，。；、）])',
    anchors: pairsOf('0123456789', '，。；、）'),
    exceptions: ['[百千万](?:人|户|车|吨)|死亡率'],
    severity: 'warning',
    message: '比率写为{hit}，后面没有百分号。',
    advice: '补上“%”。',
    basis: NUMERAL_STANDARD,
    examples: { year: YEAR, wrong: ['调解成功率97.84，群众比较满意。', '办结率达99.2。'], right: ['调解成功率97.84%。', '万人起诉率86.67，下降12.26。', '汇率7.12元，利率3.45%。', '频率为88.6兆赫。'] },
  },
];

export const CHANGE_FORMS: readonly TermSpec[] = [
  {
    ...ALWAYS,
    id: 'fall-by-multiple',
    pattern: '(?:下降|减少|降低|缩短|下跌|回落)了?[0-9一二两三四五六七八九十]+(?:\\.[0-9]+)?倍',
    anchors: ['倍'],
    severity: 'warning',
    message: '“{hit}”算不通，减少一倍就成了零。',
    advice: '下降用百分之几或者几分之几，如“下降50%”。',
    basis: ARITHMETIC,
    examples: { year: YEAR, wrong: ['信访总量同比下降2倍。', '办理时限缩短了一倍。'], right: ['信访总量同比下降50%。', '宣传场次增加1倍。', '办件量是上年的2倍。'] },
  },
  {
    ...ALWAYS,
    id: 'tongbi-last-month',
    pattern: '(?:较|比|与)上(?:个?月|周|个?季度)(?:(?!增|减|升|降)[一-龥]){0,5}同比|同比(?:较|比)?上(?:个?月|周|个?季度)',
    anchors: ['同比'],
    severity: 'warning',
    message: '“{hit}”里的“同比”用错了，同比是和上年同期比，和上一个月、上一个季度比是环比。',
    advice: '和上月、上季度比写“环比”。',
    basis: COMMON_USAGE,
    examples: { year: YEAR, wrong: ['受理量较上月同比增长3%。', '工单量同比上季度下降5%。'], right: ['受理量环比增长3%。', '受理量同比增长3%，比上月下降1%。'] },
  },
  {
    ...ALWAYS,
    id: 'huanbi-last-year',
    pattern: '(?:较|比|与)(?:上年|去年)(?:同期)?(?:相比)?环比|环比(?:较|比)?(?:上年|去年)(?:同期)?',
    anchors: ['环比'],
    severity: 'information',
    message: '“{hit}”里的“环比”用错了，环比是和上一个月、上一个季度比，和上年同期比是同比。',
    advice: '和上年比写“同比”。',
    basis: COMMON_USAGE,
    examples: { year: YEAR, wrong: ['受理量较上年环比增长3%。', '工单量环比去年同期下降5%。'], right: ['受理量同比增长3%。', '四季度受理量环比增长3%，较上年同期下降1%。'] },
  },
  {
    ...ALWAYS,
    id: 'division-by-zero',
    pattern: '（[0-9]+/0）%?',
    anchors: ['/0）'],
    severity: 'warning',
    message: '“{hit}”是模板里的除式，上期为0时算不出增减幅度。',
    advice: '写明上期为0，只写增加了多少。',
    basis: ARITHMETIC,
    examples: { year: YEAR, wrong: ['受理复议案件12件，同比增长（12/0）%。'], right: ['受理复议案件12件，上年为0。', '得分（96/100）。'] },
  },
];

export const PRECISION: readonly TermSpec[] = [
  {
    ...ALWAYS,
    id: 'over-exact',
    pattern: `(?<![0-9.])[0-9]*[1-9](?:余|多)(?:${WHOLE}|条|个|项|家|所|册|张|幅|本|台|辆|天|部|种|类|支|处)`,
    anchors: pairsOf('123456789', '余多'),
    // 1个多月, 5多云: nothing of that stands before a classifier
    severity: 'warning',
    message: '“{hit}”的数字已经精确到个位，后面不能再加“余”“多”。',
    advice: '写准确的数，或者写整十整百的“余”，如“120余条”。',
    basis: NUMERAL_STANDARD,
    examples: { year: YEAR, wrong: ['发布各类信息129余条。', '出具法律意见16余次。', '走访群众1253多户。'], right: ['发布各类信息120余条。', '发放资料3600余份。', '惠及群众1.2万余人次。', '历时3个多月。', '资金36余万元。'] },
  },
  {
    ...ALWAYS,
    id: 'nearly-over',
    pattern: '(?:(?<![附最临邻靠])近|将近|接近|(?<![节签违制条预])约|大约|逾|超过|超|突破)(?:[0-9一二三四五六七八九两]+(?:\\.[0-9]+)?[百千万亿]?|[百千万])(?:余|多)[百千万亿]?(?=[一-龥])',
    anchors: pairsOf('近约逾过超破', '0123456789一二三四五六七八九两百千万'),
    severity: 'information',
    message: '“{hit}”前后重复或者矛盾：“近”“约”是不到或者大约，“超过”“逾”“余”“多”是超过。',
    advice: '只留一个。',
    basis: COMMON_USAGE,
    examples: { year: YEAR, wrong: ['发放资料近5000余份。', '惠及群众约1.2万余人次。', '参训人员超过400余人次。', '近百余名群众参加活动。'], right: ['发放资料近5000份。', '发放资料5000余份。', '超多人参加活动。'] },
  },
  {
    ...ALWAYS,
    id: 'about-around',
    pattern: `(?:大约|约)[0-9]+(?:\\.[0-9]+)?[百千万亿]?(?:${WHOLE}|元|万元|条|个|项|家|%)?(?:左右|上下)`,
    anchors: ['左右', '上下'],
    severity: 'hint',
    message: '“{hit}”里“约”和“左右”重复。',
    advice: '只留一个。',
    basis: COMMON_USAGE,
    examples: { year: YEAR, wrong: ['每月受理约30件左右。', '投入资金约350万元左右。'], right: ['每月受理约30件。', '每月受理30件左右。'] },
  },
  {
    ...ALWAYS,
    id: 'fraction-of-whole',
    pattern: `(?<![0-9.])[0-9]+\\.[0-9]+${WHOLE}(?![一-龥]{0,2}/|以上学历)`,
    anchors: ['.'],
    exceptions: ['平均|[一-龥]均|每[一-龥]|/|[十百千万亿](?:人|户|村|车|吨|元|名|老年)|折合|折算|当量|次数|跑动|相当于|[件案]比|应配|需配|测算|中位数'],
    severity: 'warning',
    message: '“{hit}”是小数，但只能整数计，多半漏了“万”或者点错了小数点。',
    advice: '核对后写整数，或者补上“万”。',
    basis: ARITHMETIC,
    examples: { year: YEAR, wrong: ['开展法律政策宣传3.2次。', '受理各类诉求1.5件。'], right: ['开展法律政策宣传32次。', '受理各类诉求1.5万件。', '平均每村调解1.5件。', '“12.4”宪法日宣传活动', '投入2.5个小时。', '日均受理3.2件。'] },
  },
];

export const UNITS_OF_FIGURES: readonly TermSpec[] = [
  {
    ...ALWAYS,
    id: 'persons-or-visits',
    pattern: '(?:人|单位|户|件)数(?:约|共|计|达|到|为|超|过|累)*[0-9][0-9. ]*[万千]?(?:余|多)?(?:人|家|户|件)次',
    anchors: ['人数', '单位数', '户数', '件数'],
    severity: 'information',
    message: '“{hit}”前面说的是人数、件数，后面用了人次、件次，两种计量混在一起。一个人参加三次是1人、3人次。',
    advice: '按统计口径只用一种：写“人数……人”，或者删去“人数”写“人次”。',
    basis: COMMON_USAGE,
    examples: { year: YEAR, wrong: ['受惠人数16210人次。', '培训人数达到3.2万余人次。'], right: ['受惠16210人次。', '培训人数达到320人。', '参训人数320人，培训时长1200人次课时。'] },
  },
];
