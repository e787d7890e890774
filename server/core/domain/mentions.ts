// How texts name congresses and plenums, and in which company such a name says nothing about the present.
// Data only. Naming: a congress is counted 次 (二十大), a plenum 届 (二十届三中全会).

/** `term` holds the number of the congress, `list` its plenums. */
export const MEETING_MENTION = '(?:党的)?(?<term>十八|十九|二十)届(?<list>(?:[一二三四五六七]中(?:全会)?[、和及与]?){1,8})(?:全会)?(?<=全会)';

/** Without it no meeting is named. */
export const MEETING_SIGN = '全会';

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
  '废止|失效|停止执行|不再|取代|替代|代替|替换|换成|[改换]引|改为|时代|时期|演变|沿革|立于|从《[^》]{2,20}》到《|(?:发生|签订|订立|结婚|成立)于?(?:19[0-9]{2}|20(?:0\\d|1\\d|20))年|(?:19[0-9]{2}|20(?:0\\d|1\\d|20))年(?:12月)?(?:的[^，。；]{0,10}纠纷|结婚)|修订|修改|清理|衔接|原《|旧|曾|以来|期间|总结|收官|评估|编入|吸收|当时|以前|此前|之前|(?:施行|实施|生效|出台)前|历史(?!文化)|遗留|陈列|馆藏|展出|单行本|对比|比对|区别|20(?:0\\d|1\\d|20)年[^，。；]{0,8}(?:签订|订立|发生|受理|立案)';

/** Sentences that name an outdated wording, sign or citation as a fault: problems are reported in the words they have. */
export const FAULT_NAMED =
  '仍(?:然|旧|在)?(?:沿用|使用|引用|停留|称|写|按)|(?:未|没有)(?:能)?及时(?:更换|更新|调整|修订|修改|清理)|更新不(?:及时|够)|(?:用语|表述|称谓|提法)不(?:规范|准确)|要求改正';

/** Sentences that tell of an outdated wording or name as of something past, or of its being put right. */
export const TOLD_AS_PAST =
  '(?:施行|实施|机构改革)(?:以)?前|旧[名称址]|旧(?:标识|门牌|标语|招牌)|前身|陈旧|收藏|名单存档|移交(?:19|20)|回忆|正式(?:提出|确立)|当年[^。；]{0,10}“|不规范用语|全部更新|差异|到“法治|法制(?:宣传|教育)(?:教育)?到|清理[^。；]{0,24}(?:名称|称谓|用语|提法|标语|旧)|(?:更正|更换|替换|升级|改造|更新)[^。；]{0,12}为|标语[^，。；]{0,6}更新|继《|比较《|曾任|历任|统一称|' +
  '(?:19[0-9]{2}|20(?:0[0-9]|1[0-9]))年[^，。；]{0,8}(?:以?前|受聘|挂牌|设立|成立|批复|颁|办理|作出|进入|联合|启动|任命|聘任|选聘|增加|丰富|起)|20(?:0[0-9]|1[0-9]|2[0-4])年以?前|20(?:0[0-9]|1[0-9]|2[01])年(?:任命|聘任|选聘)|提出到?2020年|^(?:19[0-9]{2}|20(?:0[0-9]|1[0-6]))年(?!以来|起|[至—-])|^(?:[0-9]{4}年)?(?:上半年|1[-—－]6月|此前)|20[0-9]{2}年(?:目标)?(?:进一步)?(?:增加|丰富)';

/** A month named in a sentence: in the year of a repeal, an earlier one shows that the document still held. */
export const MONTH_NAMED = '(?<!\\d)(?<month>\\d{1,2})月|年初|上半年|一季度';

/** A document called newly revised, before its title. */
export const NEWLY_REVISED = '新(?:近|一轮)?(?:修订|修正|修改)(?:后|通过|实施|施行|颁布)?的?$';

/** Sentences in which a revision of some years ago is still called new rightly. */
export const REVISION_RETROSPECT = '以来|周年|施行后|实施后|修订后[^《]{0,40}各年|20\\d\\d年[^，。；]{0,12}新(?:修订|修正|修改)';

/** A law that is applied, not merely studied: before its title. */
export const APPLIES_DOCUMENT = '(?:依据|依照|根据|按照|适用|违反)(?:[新现]的?|新(?:修订|颁布)的)?$';

/** What was done under a law that is applied. */
export const DONE_UNDER_DOCUMENT = '作出|处罚|立案|查处|认定|办理|办结|罚款|责令|受理|移送|裁决';

/** Sentences about a law that is only being made. */
export const LAW_DRAFT = '草案|意见稿|立法|起草|调研';

/** Sentences about a law in the making, or that look forward. */
export const LAW_IN_THE_MAKING = '草案|征求意见|意见稿|立法|起草|制定|修订|调研|建议稿|审议|公布|颁布|出台|将|拟|明年|下一?步|即将|贯彻|学习|宣传|培训|宣讲|准备|衔接|实施前|施行前|为契机';

/** Offices that issue central documents, as they are named. `/` parts what is issued together. */
export const OFFICES: Readonly<Record<string, string>> = {
  中共中央办公厅: '中共中央办公厅', 中办: '中共中央办公厅', 中央办公厅: '中共中央办公厅',
  国务院办公厅: '国务院办公厅', 国办: '国务院办公厅',
  中共中央: '中共中央', 党中央: '中共中央',
  国务院: '国务院',
  全国人民代表大会常务委员会: '全国人民代表大会常务委员会', 全国人大常委会: '全国人民代表大会常务委员会',
  全国人民代表大会: '全国人民代表大会', 全国人大: '全国人民代表大会',
};

/** What stands between an issuer and the title. */
export const ISSUED = '(?:联合)?(?:印发|发布|下发|出台|颁布|公布|制定|颁发)了?的?';

/** Kinds of documents by the end of their titles: a title of another kind is another document. */
export const TITLE_KINDS =
  '(?:条例|细则|办法|规定|纲要|规划|意见|通知|决定|计划|方案|章程|法典|税法|法)$';

/** Words that make another document of a title. */
export const TITLE_QUALIFIERS = '实施|暂行|试行';

/** Local documents and drafts have titles of their own, however near they come. */
export const LOCAL_TITLE = '[省市县区州盟旗镇乡]|街道|自治|草案|意见稿|送审稿|解读|释义|读本|汇编|手册|问答|案例|[0-9]{4}';

/** Titles that are near a known one and right: laws that the list of documents does not hold. */
export const OTHER_TITLES: readonly string[] = [
  '环境保护税法', '国家情报法', '职业教育法', '高等教育法', '国防教育法', '民办教育促进法', '药品管理法', '产品质量法', '生物安全法', '核安全法', '海上交通安全法', '全国人民代表大会组织法', '人民法院组织法', '人民检察院组织法', '残疾人就业条例', '农民专业合作社法', '公职律师管理办法', '农药管理条例', '信息工作条例', '城镇房屋拆迁管理条例', '社会组织管理条例', '行政监督法', '行政程序法', '刑事诉讼法', '民事诉讼法', '税收征收管理法', '人民陪审员法', '预备役人员法', '青藏高原生态保护法', '海南自由贸易港法', '国有土地上房屋征收与补偿办法', '中国共产党农村基层组织工作条例', '中国共产党统一战线工作条例', '中国共产党宣传工作条例', '中国共产党组织工作条例', '中国共产党巡视工作条例', '中国共产党机构编制工作条例',
];
