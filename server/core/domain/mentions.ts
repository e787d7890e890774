// How texts name congresses and plenums, and in which company such a name says nothing about the present.
// Data only. Naming: a congress is counted 次 (二十大), a plenum 届 (二十届三中全会).

/** `term` holds the number of the congress, `list` its plenums. */
export const MEETING_MENTION = '(?:党的)?(?<term>十八|十九|二十)届(?<list>(?:[一二三四五六七]中(?:全会)?[、和及与]?){1,8})(?:全会)?(?<=全会)';

/** Sentences that look back, plan or quote: an old or a future name is in its place there. */
export const MEETING_RETROSPECT = '以来|历次|提出|指出|明确|强调|部署|决定|通过|审议|之后|召开|闭幕|回顾|总结';

/** Words that make naming a meeting a duty of the day: only then is a list of them asked to be complete. */
export const MEETING_STUDY = '学习|贯彻|落实|领会|宣传|宣讲|传达';

/** Sentences in which a document that no longer holds may be named. */
export const DOCUMENT_RETROSPECT = '废止|失效|停止执行|不再|取代|替代|代替|修订|修改|清理|衔接|原《|旧|曾|以来|期间|总结|收官|评估|编入|吸收';
