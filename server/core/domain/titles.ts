// How the title and the opening of a yearly report are worded, and how other papers are. Data only.
// Sources: titles and openings of published reports; 《党政机关公文处理工作条例》 for the make-up of a title.

/** A title line, after blanks, marks and 《》 around it are taken away. */
export const TITLE = '法治(?:政府)?(?:（[^）]{2,8}）)?建设[^。；！？]{0,16}(?:报告|总结|情况|汇报|说明)(?:材料)?(?:[及和暨与、][^。；！？]{2,20}(?:计划|打算|思路|安排|要点))?(?:[（(][^）)]{0,16}[）)])?$';

/** Lines that end like a title and are none, or are the title of another paper. */
export const NOT_TITLE = '^附件|^(?!.*法治政府建设.*履行).*履行推进法治(?:政府)?建设第一责任人|发布|公布|公示|印发|报送|召开|审议|听取|关于做好|关于开展|关于认真|学习贯彻|整改|评估|示范|创建|述法|述职|模板|范本|督察|反馈|首页|当前位置|向[^，。]{2,16}报告|[>＞|｜]|^[一二三四五六七八九十]+、|^第[一二三四五六七八九十]+(?:部分|[章篇])|如下|[：:].*[：:]';

/** A line behind the title that makes the two together the title of another paper. */
export const OTHER_TITLE_REST = '^[^。；]{0,12}的?(?:通知|通报|方案|公告|函|意见|批复)$';

/** A first line that names another kind of paper, whatever the file is called. */
export const OTHER_TITLE = '(?:通知|通报|方案|要点|公告|公示|函|办法|意见|清单|细则|规程|制度|通稿|纪要|须知|新闻|讲话|批复)(?:[（(][^）)]{0,16}[）)])?$';

/** Lines that belong to the title below them: what they end or begin with. */
export const TITLE_ABOVE = '关于$|^关于|[12][0-9]{3}年度?$';

/** Words of which a title of this subject or its forerunners holds one. */
export const RELATED = '法治|依法行政';

/** A line that is the title of some report. */
export const SOME_TITLE = '(?:报告|总结|汇报)(?:[（(][^）)]{0,16}[）)])?$';

/** Where the subject begins; what stands before it names the issuer. */
export const SUBJECT = '(?:全面|深入|持续|扎实)?(?:推进|加强|开展|深化)?(?:依法行政和?|法治[区县市镇乡]建设[暨和])?法治(?:政府)?(?:（[^）]{2,8}）)?建设';

/** Words around the issuer's name in a title. */
export const NOT_ISSUER = '《[^》]{0,80}》|[12][0-9]{3}(?:年(?:度)?)?[-－—–～~至]{1,2}[12][0-9]{3}年(?:度)?|[12][0-9]{3}年(?:度)?|[〇○零一二三四五六七八九]{4}年(?:度)?|关于|年度|上半年|贯彻落实|贯彻|落实|的$|^[-—–·“”"]+|(?<![-—–])[-—–]+$';

/** Documents and spans of years in a title are not its year. */
export const NOT_YEAR = '《[^》]{0,80}》|[12][0-9]{3}年?[-－—–～~至]{1,2}(?=[12][0-9]{3}年)';

/** The sentence that leads from the opening to the first part. */
export const OPENING = '(?:现将|现就|现对|现结合|现根据|现提?将)[^。]{0,60}(?:报告|汇报|总结)如下';

/** Openings of other reports, which may speak of this subject as well. */
export const OTHER_OPENING = '信息公开|政务公开|述职|述法|督察|整改|普法工作|信访工作|安全生产|平安建设|党风廉政|工作要点|自查评估';

/** What the opening of such a report speaks of. */
export const TOPIC = '法治(?:政府)?(?:（[^）]{2,8}）)?建设';

/** A date on a line of its own, as below a signature. */
export const DATE_LINE = '^(?:[12][0-9]{3}|[〇○零一二三四五六七八九]{4})年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日$';

/** The formula that closes a report. */
export const CLOSING_LINE = '^(?:特此报告|专此报告|以上报告|附件)';

/** From here on stands an attachment: its headings are not the report's. */
export const ATTACHMENT = '^附件(?:[0-9一二三四五]{1,2}|[:：]|$)|^相关(?:链接|信息|文档|阅读|新闻|附件)[:：]?$';

/** The line that names to whom the report goes. */
export const ADDRESSEE_LINE = '^[^。；]{2,60}[:：]$';

/** A title that names the kind of document twice. */
export const TYPE_DOUBLED = '情况工作报告$|总结报告$|年度[^年]{0,12}年度(?:工作|情况)?报告$';

/** In two lines a title may be written so: 机关名称⏎关于……的报告. */
export const TITLE_SECOND_LINE = '^关于';

/** A title line that goes on with the year belongs to the issuer's line above it. */
export const TITLE_AFTER_ISSUER = '^(?:[12][0-9]{3}|[〇○零一二三四五六七八九]{4})年';

/** The name at the head of the opening, in the issuer's place: 2024年，云溪镇坚持…… */
export const OPENING_ACTOR =
  '^(?:[12][0-9]{3}年度?(?:以来)?，|今年以来，|一年来，)?(?<name>[一-龥]{2,8}?(?:镇|乡|街道))(?=党委|党工委|人民政府|政府|办事处|坚持|深入|认真|全面|以|始终|紧紧|严格|扎实|持续|切实|积极)';

/** A line that may be the name of a reporter of a kind not known here. */
export const NAME_LINE = '^(?!.*法治)[一-龥（）、]{4,30}$';

/** A line beside the title that says whose report it is: a letterhead, a bracket below, who speaks where. */
export const NAMED_BESIDE = '^.{0,36}(?:人民政府|街道办事处|管委会|委员会|局|镇|乡|街道)(?:文件)?$|^[（(][^（）()]{0,36}(?:人民政府|街道办事处|管委会|委员会|局|镇|乡|街道)[^（）()]{0,36}[）)]$|^(?:.{0,16}[年月日])?(?:——|--)?在.{4,40}会(?:议)?上$';

/** Not a name: 我镇, 全镇, 各乡镇. */
export const NO_NAME = '[我全本该各某]|乡镇|^在|中心镇$';
