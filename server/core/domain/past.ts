// How a report speaks of the year before, and what of an earlier report may stand again in a later one. Data only: sources of
// regular expressions, from the usage of published reports.

/** What a reporter's name may end with or not: 云溪镇人民政府, 云溪镇; an office of the party is another reporter. */
export const OFFICE_TAIL = '人民政府$|办事处$';

/** What ends the name of a place, and is left out where names of files are short. */
export const PLACE_TAIL = '(?:街道|[省市县区乡镇局])$';

/** Around a figure: it belongs to the year before, or is compared with it. */
export const COMPARED = '上年|去年|往年|前年|同期|同比|环比';

/** Directly before a year: the change before it is one since then. */
export const COMPARES_WITH = '[较比与和同]$';

/** Between a value and its change: it is the change against the year before, `{last}`, and against nothing else. */
export const AGAINST_LAST_YEAR = '同比|(?:[比较与和同]|相比)(?:上年度?|去年|上一年度?|{last}年)(?:同期|全年|度)?|(?:上年|去年)同期';

/** Words around the value of the year before that name no other quantity: 上年为100件, 比去年的100件. */
export const BASE_WORDS = '同比|比|较|而|上年度?|去年|上一年度?|同期|全年|受理|办理|的|为|是|仅|有|共|度|{last}年';

/** Headings of columns that hold no value of the year, or one that no other year has. */
export const NOT_COMPARED = '同比|环比|增长|增幅|上年|去年|序号|年份|年度|排名|名次|日期|时间|电话|编号|备注|[12][0-9]{3}年';

/** Directly before a year: it is where something began, or what is compared with. */
export const YEAR_FROM = '(?:自从?|从|由|较|比|与|和|同|截至|截止|至|到)$';

/** Directly behind a year: a date, a beginning, something compared. */
export const YEAR_GOES_ON = '^(?:[0-9]{1,2}月|以来|起|开始|同期|相比|[年]?底|末|初|版|级|届)';

/** In the sentence: what happened then happened once, or a paper of that year is named; both may be told again a year later. */
export const HAPPENED_ONCE =
  '印发|出台|修订|修正|公布|颁布|施行|实施|成立|组建|设立|挂牌|建成|落成|启用|投入使用|荣获|获评|获得|被评|授予|命名|表彰|批准|验收|当选|以来|同比|相比|上年|去年|曾|当时|此前|考核|督察|督查|巡察|巡视|反馈|整改|遗留|结转|《';

/** Of what two problems say, as pairs of characters; from this share on they are one problem in nearly the same words. */
export const SAME_PROBLEM = 0.8;

/** Problems shorter than this are headings that many share. */
export const SHORTEST_PROBLEM = 16;

/** A plan that speaks of everything at once was kept if anything was done. */
export const PLANS_NOTHING = '(?:进一步|持续|不断)?(?:加强|强化|提升|提高|深化|推进|推动)(?:学习|领导|组织领导|思想认识|政治站位|法治(?:政府)?建设)$';
