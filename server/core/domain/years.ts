// How reports speak of years: of their own, of the one before and after, and when another year is right. Data only.

/** Digits and 年, not part of a longer number. */
export const YEAR_NAMED = '(?<![0-9])(?:19|20)[0-9]{2}年';

/** Where years are not the report's own: titles, quotations, document numbers, spans of years. */
export const YEARS_HIDDEN =
  '《[^《》]*》|“[^“”]*”|〔[^〔〕]*〕|(?:19|20)[0-9]{2}年?(?:[-–—~～－]{1,2}|至|到)(?:19|20)?[0-9]{2}年';

/** The first sentence of an opening that begins with the year reported on: 2024年，…… */
export const OPENS_WITH_YEAR = '^(?:19|20)[0-9]{2}年度?，';

/** The same further on in the paragraph: then the first year belongs to what went before. */
export const YEAR_AT_SENTENCE = '(?<=[。；])(?:19|20)[0-9]{2}年度?，';

/** A first sentence that leaves the year to the reader, up to its comma. */
export const RELATIVE_YEAR = '^(?:今年(?:以来)?|一年来|一年以来|过去(?:的)?一年(?:里|来)?|本年度)(?=，)';

/** A month or day follows: the date of an event, not the year reported on. */
export const DATE_GOES_ON = '^[0-9]{1,2}月';

/** The first months of the next year, before such a report is published. */
export const EARLY_NEXT_YEAR = '^[1-4]月';

/** A title for several years: nothing can be compared with it. */
export const YEAR_SPAN = '(?:19|20)[0-9]{2}年?(?:[-–—~～－]{1,2}|至|到)(?:19|20)?[0-9]{2}年';

/** A sentence that tells of a year as a whole: behind its year stands this. */
export const WHOLE_YEAR = '^度?(?:全年)?，';

/** A sentence in which the year after the report year is right: plans, tasks, what goes beyond the year. */
export const YEAR_AHEAD =
  '计划|规划|安排|谋划|部署|打算|目标|力争|争取|到(?:19|20)|预算|任务|要点|下一年|下一步|明年|跨年|延续|启动|将于|拟|预计|底前|年前|之前|以前|有效期|期限|至(?:19|20)|提前|备战|迎接|展望|征集|编制|制定|立法|建议|荐|春节|元旦|列入|台账|跟踪|签订|编报|申报|责任书|春耕|合同|降至|升至';

/** Behind the next year in the formula of the opening: the report also holds the plan. */
export const PLAN_BEHIND = '^度?[^，。；]{0,10}(?:计划|安排|打算|思路|要点|谋划)';

/** A sentence in which a year before the report year is right: comparison, retrospect, awards, party meetings. */
export const YEAR_BACK =
  '降至|升至|回落|翻番|以来|[自从由](?:19|20)|起|至今|截至|截止|连续|首[次个批]|荣获|获评|被评|授予|荣誉|表彰|命名|同比|相比|比(?:19|20)|较|增长|下降|减少|增加|提升|上升|曾|此前|去年|上年|建成|成立|印发|出台|制定|修订|修正|施行|实施|党的|届|历史|遗留|整改|反馈|督察|巡[察视]|回头看|基础上|评估|考核|结转|积案|计划|规划|安排|要点';
