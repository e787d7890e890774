// How the title and the opening of a yearly report are worded. Data only.
// Sources: titles and openings of published reports; 《党政机关公文处理工作条例》 for the make-up of a title.

/** A title line, after blanks and marks are taken away. */
export const TITLE = '法治(?:政府|社会)?建设[^。；！？]{0,16}(?:报告|总结|情况|汇报)(?:[及和暨与、][^。；！？]{2,20}(?:计划|打算|思路|安排|要点))?(?:[（(][^）)]{0,16}[）)])?$';

/** Lines that end like a title and are none. */
export const NOT_TITLE = '发布|公布|公示|印发|报送|召开|审议|听取|关于做好|关于开展|关于认真|学习贯彻|^[一二三四五六七八九十]+、|如下';

/** A first line that names another kind of paper, whatever the file is called. */
export const OTHER_TITLE = '(?:通知|通报|方案|要点|公告|公示|函|办法|意见|清单|细则|规程|制度|通稿|纪要|须知|新闻|讲话)(?:[（(][^）)]{0,16}[）)])?$';

/** Where the subject begins; what stands before it names the issuer. */
export const SUBJECT = '(?:推进|加强|全面推进|深入推进|开展)?法治(?:政府|社会)?建设';

/** Words around the issuer's name in a title. */
export const NOT_ISSUER = '关于|[12][0-9]{3}年(?:度)?|[〇零一二三四五六七八九]{4}年(?:度)?|年度|上半年|的$';

/** The sentence that leads from the opening to the first part. */
export const OPENING = '(?:现将|现就|现对|现结合|现根据|现提?将)[^。]{0,60}(?:报告|汇报|总结)如下';

/** What the opening of such a report speaks of. */
export const TOPIC = '法治(?:政府)?建设';

/** A date on a line of its own, as below a signature. */
export const DATE_LINE = '^(?:[12][0-9]{3}|[〇零一二三四五六七八九]{4})年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日$';

/** The formula that closes a report. */
export const CLOSING_LINE = '^(?:特此报告|专此报告|以上报告|附件)';
