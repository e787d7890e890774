// The frame of a new report: title, opening, signature, and how a reporter speaks of itself. Data only.
// Nothing here is asserted of a year in which it did not hold; `{unit}`, `{year}` and the like are filled in by report/draft.ts.

import type { AddressSpec, ClauseSpec, KindId } from './types.ts';

/** Before 2016 no yearly report was asked for: 《法治政府建设实施纲要（2015—2020年）》 of December 2015 brought it in. */
export const FIRST_YEAR = 2016;
export const LAST_YEAR = 2099;

/** Longer names are no names. */
export const LONGEST_UNIT = 40;

/** What a name of a reporter is made of. */
export const UNIT_NAME = '^[\\p{Script=Han}〇A-Za-z0-9（）()、·“” ]+$';

/** A joint report names two reporters, so the subject needs 关于 to stand apart from them. */
export const TITLES: Readonly<Record<KindId, string>> = {
  joint: '{unit}关于{year}年度法治政府建设情况的报告',
  township: '{unit}{year}年度法治政府建设情况报告',
  government: '{unit}{year}年度法治政府建设情况报告',
  department: '{unit}{year}年度法治政府建设情况报告',
};

/** `{meetings}` are the congress and its plenums up to the end of the report year. */
export const OPENING_CLAUSES: readonly ClauseSpec[] = [
  '{year}年，{own}',
  { text: '坚持以习近平新时代中国特色社会主义思想为指导，', validity: { since: '2017-10-24' } },
  '{meetings}',
  { text: '深入学习贯彻习近平法治思想，', validity: { since: '2020-11-17' } },
  { text: '认真落实《法治政府建设实施纲要（2015—2020年）》，', validity: { since: '2015-12-23', until: '2020-12-31' } },
  { text: '认真落实《法治政府建设实施纲要（2021—2025年）》，', validity: { since: '2021-08-02', until: '2025-12-31' } },
  '${1:【概述全年工作】}。现将{year}年度法治政府建设情况报告如下：',
];

/** In the opening; the first plenum of a term elects, and is not named. */
export const MEETINGS_CLAUSE = '全面贯彻党的{term}大{plenums}精神，';
export const PLENUMS_CLAUSE = '和{term}届{list}全会';
export const PLENUM = '{number}中';
export const FIRST_PLENUM_NAMED = 2;

/** Where nothing is known of year and reporter: a snippet. */
export const BARE_OPENING = '${1:【年份】}年，${2:【单位简称】}${3:【写明指导思想】}，${4:【概述全年工作】}。现将${1:【年份】}年度法治政府建设情况报告如下：';
export const BARE_TITLE = '${1:【单位名称】}${2:【年份】}年度法治政府建设情况报告';
export const BARE_UNIT = '${1:【单位名称】}';
/** Instead of a year in a heading that is not known. */
export const BARE_YEAR = '${1:【年份】}年';

/** The day of signing lies in the year after the report year as a rule. Arabic digits, months and days without 0: GB/T 9704. */
export const DATE = '${1:{next}}年${2:【月】}月${3:【日】}日';
export const BARE_DATE = '${1:【年份】}年${2:【月】}月${3:【日】}日';

/** Above the signature of a report that goes to a superior. */
export const FORMULA = '特此报告。';

/** How a name goes on behind the bare one; 临岚县委 is the committee of a county, 临岚县发改委 is none. */
export const NAME_TAIL = '(?:党委|党工委|党组|工作委员会|管理委员会|管委会|委员会|人民政府|政府|办事处|行政公署|行署|(?<=[省市州盟县区旗镇乡])委|[、和]|中共){1,9}$';
/** Between the two names of a joint report; a title that is read has no blanks. */
export const NAME_BREAK = '[、 ]|(?<=党委|党工委|委员会|[省市州盟县区旗]委)(?=.{1,60}(?:政府|办事处|行政公署|行署|管委会|管理委员会)$)';
/** What stands before the bare name in that of a Party committee. */
export const NAME_HEAD = '^中共';

const government = (name: string, committee: string, head: string): AddressSpec => ({
  ending: name,
  own: `我${name}`,
  signer: '{bare}人民政府',
  head,
  joint: { own: committee, signers: ['中共{bare}委员会', '{bare}人民政府'], head },
});

const prefecture = (ending: string, own: string): AddressSpec => ({
  ending, own: `我${ending}`, signer: '{bare}行政公署', head: `${own}主要负责同志`,
  joint: { own, signers: ['中共{bare}委员会', '{bare}行政公署'], head: `${own}主要负责同志` },
});

/** A zone has no people's government: its committee of management does what one does. */
const zone = (ending: string): AddressSpec => ({
  ending, own: '我区', signer: '{bare}管理委员会', head: '党工委、管委会主要负责同志',
  joint: { own: '区党工委、管委会', signers: ['中共{bare}工作委员会', '{bare}管理委员会'], head: '党工委、管委会主要负责同志' },
});

/** Some departments have a 党委 instead of a 党组, some heads are not in it: its head is named by the duty alone. */
const department = (ending: string, own: string): AddressSpec => ({ ending, own, signer: '{bare}', head: '主要负责人' });

/** The first that fits the name as given, or else the bare one; where none does, the unit is called by its name. */
export const ADDRESSES: readonly AddressSpec[] = [
  government('镇', '镇党委、政府', '镇党委书记、镇长'),
  government('乡', '乡党委、政府', '乡党委书记、乡长'),
  {
    ending: '街道', own: '我街道', signer: '{bare}办事处', head: '街道党工委书记、办事处主任',
    joint: { own: '街道党工委、办事处', signers: ['中共{bare}工作委员会', '{bare}办事处'], head: '街道党工委书记、办事处主任' },
  },
  // 浦东新区 has a government, other 新区 have none: the full name tells.
  { ...government('区', '区委、区政府', '区委、区政府主要负责同志'), ending: '(?<!自治)区(?:人民)?政府' },
  zone('(?:开发|高新|高新技术产业|产业|新|示范|试验|合作|保税|度假|风景名胜|工业园|管理)区(?:管理委员会|管委会)?'),
  // Of another body, such as a lake or a park, nobody knows how it calls itself.
  { ending: '(?:管理委员会|管委会)', own: '管委会', signer: '{bare}管理委员会', head: '党工委、管委会主要负责同志' },
  government('自治区', '自治区党委、政府', '自治区党委、政府主要负责同志'),
  prefecture('盟', '盟委、行署'),
  prefecture('地区', '地委、行署'),
  government('县', '县委、县政府', '县委、县政府主要负责同志'),
  government('区', '区委、区政府', '区委、区政府主要负责同志'),
  government('市', '市委、市政府', '市委、市政府主要负责同志'),
  government('州', '州委、州政府', '州委、州政府主要负责同志'),
  government('旗', '旗委、旗政府', '旗委、旗政府主要负责同志'),
  government('省', '省委、省政府', '省委、省政府主要负责同志'),
  department('局', '我局'),
  department('厅', '我厅'),
  department('(?<![省市州盟县区旗镇乡])委(?:员会)?', '我委'),
  department('(?:办公室|办)', '我办'),
];

/** Who bears the duty where the reporter is not known. */
export const SOME_HEAD = '党政主要负责人';

/** By what the pieces of the frame are called up, and what they are. */
export const FRAME = {
  title: { words: '报告标题', initials: 'bt', detail: '标题：单位、年度、文种' },
  opening: { words: '导语', initials: 'dy', detail: '开头一段和“现将……报告如下”' },
  problem: { words: '不足一项', initials: 'bzyx', detail: '一项不足和原因' },
  formula: { words: '特此报告', initials: 'tcbg', detail: '向上级报送的，写在正文之后' },
  closing: { words: '落款', initials: 'lk', detail: '单位和成文日期' },
} as const;

/** Before a metric's sentence. */
export const ALL_YEAR = '全年';

/** The place of a rate that is computed once both counts are there. */
export const RATE_BLANK = '【比率】';
