// How texts name congresses and plenums, and in which company such a name says nothing about the present.
// Data only. Naming: a congress is counted 次 (二十大), a plenum 届 (二十届三中全会).

/** `term` holds the number of the congress, `list` its plenums. */
export const MEETING_MENTION = '(?:党的)?(?<term>十八|十九|二十)届(?<list>(?:[一二三四五六七]中(?:全会)?[、和及与]?){1,8})(?:全会)?(?<=全会)';

/** A congress named beside a plenum makes the sentence a list of what is studied. */
export const MEETING_CONGRESS = '(?:十八|十九|二十)大';

/** Sentences that look back, plan, quote, honour or name a part of the year: an old or a future name is in its place there. */
export const MEETING_RETROSPECT =
  '以来|历次|提出|指出|明确|强调|部署|决定|通过|审议|之后|召开|闭幕|回顾|总结|期间|当时|去年|上年度|往年|表彰|先进|荣获|获评|评为|(?<!\\d|截[至止]到?(?:20\\d\\d年)?)\\d{1,2}月|[一二三四]季度|[上下]半年|年初|(?<!截[至止](?:20\\d\\d)?)年[底末]|(?<!一)年中';

/** Words that make naming a meeting a duty of the day: only then is a list of them asked to be complete. */
export const MEETING_STUDY = '学习|贯彻|落实|领会|宣传|宣讲|传达|为指[引导]';

/** The tasks that one plenum set: such a sentence speaks of that plenum alone. */
export const MEETING_TASKS = '全会[^，。；]{0,10}改革|改革[^，。；]{0,6}(?:任务|举措|事项)';

/** A plenum that is named for its subject long after it: its resolution founded the work reported on. */
export const MEETING_LANDMARK = '十八届四中';

/** Sentences in which a document that no longer holds may be named. */
export const DOCUMENT_RETROSPECT =
  '废止|失效|停止执行|不再|取代|替代|代替|修订|修改|清理|衔接|原《|旧|曾|以来|期间|总结|收官|评估|编入|吸收|当时|以前|此前|之前|(?:施行|实施|生效|出台)前|历史(?!文化)|遗留|对比|比对|区别|20(?:0\\d|1\\d|20)年[^，。；]{0,8}(?:签订|订立|发生|受理|立案)';

/** Sentences that name an outdated wording, sign or citation as a fault: problems are reported in the words they have. */
export const FAULT_NAMED =
  '仍(?:然|旧|在)?(?:沿用|使用|引用|停留|称|写|按)|(?:未|没有)(?:能)?及时(?:更换|更新|调整|修订|修改|清理)|更新不(?:及时|够)|(?:用语|表述|称谓|提法)不(?:规范|准确)|要求改正';

/** A month named in a sentence: in the year of a repeal, an earlier one shows that the document still held. */
export const MONTH_NAMED = '(?<!\\d)(?<month>\\d{1,2})月|年初|上半年|一季度';
