// How sentences and tables relate figures: what is divided by what, which parts make a total, what changed since when,
// and which words forbid a conclusion. Data only: sources of regular expressions. Observed usage of published reports.

// Rates

/** A rate that is being compared or that speaks of change is not the quotient of two counts. */
export const RATE_COMPARED = '同比|环比|比上年|比去年|较上年|较去年|增长|增加|上升|下降|提高|减少|降低|增幅|降幅|提升|压减|压缩|回落|占';

/** A bracket right behind a rate that says what it is a rate of. */
export const BASE_EXPLAINED = '^[（(][^）)]{0,20}(?:不含|不计|剔除|扣除|到期|免|中止|补|纳入|除|另)';

/** Up to the rate, these say that the counts shown are not the ones divided; no quotient is concluded. */
export const BASES_UNCLEAR = '分别|涉及|不含|剔除|其余|上年|去年|上半年|同期';

/** Anywhere in the sentence: cases came from, or went to, another year. */
export const CARRIED_OVER = '结转|旧存|存案|遗留';

/** A sentence that states a requirement or a plan states no result. */
export const REQUIREMENT = '不少于|不低于|每年|每月|每季度|计划|力争|目标|确保|要求|应达到|须达到|努力';

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

/** In the head of a count: these are not all, only those not yet through. */
export const UNFINISHED = '正在|尚|待|中$|(?:未|不)(?!合格|满意)';

/** Rates that exceed 100 % where cases of the year before are closed too. */
export const CARRIES_OVER: ReadonlySet<string> = new Set([
  'case-closing', 'timely-closing', 'completion-of-requests', 'timely-completion', 'reconsideration-closing', 'dispute-resolution', 'mediation-success', 'issue-resolution', 'rectification', 'reply', 'early-completion', 'data-entry', 'dispatch', 'coverage', 'online-handling',
]);

// Shares

/** Between a named base and its share: 占投诉27723件的55.5%. */
export const SHARE_OF = '^(?:的|的比例为|的比重为)?$';

/** Between a part and its share on a base that is not named, or only as 总数. */
export const SHARE_BARE =
  '^[^，,、。；;：:（）()]{0,8}[，,（(、](?:约)?占(?:比|比率|比例|比重|总数|总量|总件数|总人数|总数量|全部)?(?:的)?(?:比例|比重)?(?:为|达到|达|约|近)?$|^[^，,、。；;：:（）()]{0,8}[，,（(]占比率?(?:为|达)?$';

/** Directly behind such a share: nothing that would name another base. */
export const SHARE_AFTER = '^(?:[，,、。；;）)]|以上|左右|$)';

/** Shares before their counts. */
export const SHARES_FIRST = '占[^。；]{0,60}%[^。；]{0,10}分别为';

/** Between the counts and their shares. */
export const SHARES_LAST = '^[^，,、。；;：:（）()]{0,8}，(?:分别|各)占(?:总数|总量|比)?(?:的)?(?:为|达|约)?$';

// Parts and totals

/** Between a total and its first part; `label` names the part. */
export const OPENS_PARTS =
  '^(?<tail>[^，,、。；;：:（）()]{0,16})(?:，(?:其中|包括)[:：，]?|(?<listed>[:：])|，(?:分别(?:为|是))[:：]?|(?<bracket>[（(])(?:其中)?[:：，]?)(?<label>[^，。；;：:（）()]*)$';

/** A passage that goes on with the parts of the total before it. */
export const RESUMES_PARTS = '^其中[，：]?(?<label>[^，。；：（）]*)$';

/** Between two parts. */
export const NEXT_PART = '^[^，,、。；;：:（）()]{0,8}[）)]?(?<separator>[、，；]|和|及|以及|与)(?<label>[^，。；;：:（）()]*)$';

/** Between a part and its share of the total: 54件，占58.07%. */
export const SHARE_COMPANION = '^[，（(]?(?:约?占(?:比|总数|总量|总件数)?(?:的)?(?:比例)?(?:为|达|约)?|占比率?|比例为?|约)?$';

/** In the label of a part: a list inside the list, or a total. */
export const INNER_LIST = '其中|含|包括|合计|共计|小计|总计|另|剔除|涉及|均|占|共$|^共';

/** Label of the part that stands for all others. */
export const CLOSES_LIST = '^(?:其他|其它|其余|剩余)(?!需要|方面)';

/** Directly behind the last part: there are more. */
export const ENDS_OPEN = '^[^，。；]{0,6}等';

/** 共收到16件：…: what is listed is all. */
export const LISTED_TOTAL = '共|合计|总';

/** Labels that cut a total in two without a rest. */
export const TWO_HALVES = '男[^、]{0,40}、女|女[^、]{0,40}、男|上半年[^、]{0,40}、下半年';

/** In the label of a part: it may be counted in another part too, or not be a part at all. */
export const UNCERTAIN_PARTS = '结转|累计|历年|往年|上年|去年|同比|每|平均|以上|以下|不含|重复|同时|还|新增|计划';

/** What is held, done or counted together is one and yet counts as each. */
export const HELD_TOGETHER = '套开|合[开办]|合并|联席|并处|重复|兼涉|转岗|撤并|调出|交叉|设在|合署|夹页|兼有|既[^，。；]{1,12}又';

/** Somebody who leads a group is told by office and not counted among its parts. */
export const LED_BY = '(?:组长|队长|所长|主任|书记|镇长|局长|科长|院长)[^，。；]{0,16}(?:担?任|带队|牵头|负责)|由[^，。；]{2,24}(?:担?任|带队|牵头)|(?:组|队|班)长[0-9]|各[0-9一二两三四五]|[一二两三四五六七八九十][次名人件]';

/** Parts of one total that one case may have several of: fined and confiscated, complained of for two things. */
export const COMBINED_PARTS = '罚款|没收|拘留|警告|查封|扣押|反映|发现|存在|涉及|问题|瑕疵|规上|外贸';

/** Labels that cut a total in more than one way: by sex, party, schooling, field. */
export const OVERLAPPING = '党员|女|妇女|少数民族|青年|学历|本科|研究生|大专|持证|职称|代表|委员|退役|涉|重点|重大|疑难|集体|群体|当庭|当场|简易|听证|未成年|老年|残疾|农民工|纠错|按期|限期|负责人|审议|听取|学法|学习|部署|传达|专题研究|专题学|法律明白人|网格员|志愿者|骨干|带头人|乡贤|五老|积案|遗留|历史';

/** A label that begins so tells what became of the whole, not what a part of it is. */
export const RESULT_VERBS = '^(?:已|均|全部|成功|共|累计)*(?:办结|结案|化解|办理|处理|处置|答复|回复|整改|完成|查处|移送|解决|成功)';

/** Before a total that closes a list. `named`: without 共 or 合计. */
export const CLOSES_TOTAL =
  '^[^，,、。；;：:（）()]{0,8}[）)]?[，；、,]?(?<before>[^，。；;：:、（）()]{0,10}?)(?:(?:合计|共计|总计|合共|总共|共)(?<label>[^，。；;：:、（）()]{0,8})|(?<named>(?:总量|总数|总件数)(?:为|达)?))$';

/** Around 共 these say nothing about what is counted. */
export const TOTAL_NEUTRAL = '(?:[两三四五六七八九十]|[0-9]{1,9})(?:个)?(?:村|镇|乡|县|区|市|项|者|类|级|家|所|中队|单位|部门)|全年|全镇|全街道|全县|全区|全市|年内|今年|以上|上述|各类|各级|一|了|有|为|达|的|全|两项|三项|四项|总|其';

/** Nouns that stand for whatever was listed. */
export const TOTAL_NOUN = '^(?:诉求|案件|工单|事项|数量|件数|信访|办件|收案|群众|来信|问题|申请|线索|业务)+$';

/** At the head of a list: the time it all belongs to. */
export const PERIOD_LEAD = '^(?:上年度?|去年|全年|今年|本年度?|截至[^，、]{2,8}|(?:19|20)[0-9]{2}年(?:度|全年)?)';

/** Before the first part of a list that its total closes. */
export const LIST_LEAD = '^.*(?:包括|分别有|有)';

/** The accounts of cases: came in, was there, is left. */
export const RECEIVED_ANEW = '新收|收到|受理|新增';

export const FROM_LAST_YEAR = '(?:上年|去年|上年度)(?:度)?结转';

export const TO_NEXT_YEAR = '结转(?:至|到)?(?:下年|下一年|次年)';

// Changes

/** Without one of these shortly before a figure it is no change and no value reached. */
export const CHANGE_WORD = '[增升提降减涨跌滑落高低多少缩压简＋+－-]';

/** At the end of the words before a change: its verb, upwards … */
export const CHANGE_UP = '(?:增长|增加|上升|提高|提升|增幅|攀升|增多|上涨|上浮|高出|增|多)(?:了|达到|达|为|约|近)?$';

/** … and downwards. */
export const CHANGE_DOWN = '(?:下降|减少|降低|回落|降幅|下滑|下跌|缩减|压减|减幅|压缩|缩短|精简|低|降|减|少)(?:了|达到|达|为|约|近)?$';

/** Verbs of cutting time and papers. */
export const CHANGE_CUT = '压缩|缩短|精简|压减';

/** Before a value that was reached, not a change: 增至, 下降到. */
export const CHANGE_TO = '(?:增|升|降|减|提高|提升|上升|增长|增加|下降|减少|降低|回落|下滑|攀升|压缩|缩短|精简)(?:至|到|为)(?:了|约|近)?(?:(?:(?:19|20)[0-9]{2}年|今年|本年|目前|现在)的?)?$';

/** Places and grades, of which the first is the best: 升 and 降 say nothing of the number. */
export const RANKED = '排名|位次|名次|位列|排位|排序|等级|级别|类别|响应|评估|考核|测评';
export const RANK_UNITS: readonly string[] = ['级', '类', '位'];

/** What gets better as its number falls: 提升 may mean so, 缩短 cannot mean the contrary. */
export const LESS_IS_MORE = '整合|优化|便利|时限|时间|时长|用时|周期|速度|效率|半径|环节|层级';
export const LESS_IS_MORE_UNITS: readonly string[] = ['年', '天', '小时', '分钟', '工作日', '个工作日', '个月', '公里', '米'];

/** 名 counts persons, or places in a ranking: there 由78名提升至31名 is right, and of persons nobody says so. */
export const RISES_IN_RANK = { unit: '名', before: '[提升移][^，。；]{0,4}$' } as const;

/** Of the verbs before a value reached, those that rise. */
export const REACHED_UPWARDS = '^(?:增|升|提|上|攀)';

/** Behind a change, before the value it led to. */
export const REACHED_BEHIND = '^，(?:总数)?(?:达到|达|为|共|共计|现有)$';

/** Before the value a change sets out from. */
export const CHANGE_FROM = '(?:^|[一-龥])(?:由|从)(?:原来的?|原先的?|上年的?|去年的?|上年度的?|去年同期的?|年初的?|上期的?|(?:19|20)[0-9]{2}年(?:同期)?的?)?$';

/** Before a value of the time compared with. */
export const BASE_VALUE = '^(?:而|而较|同比|相比|比|较|与|是|为|相当于|低于|高于)?(?:上年度?|去年|同期|上期|上月|上周|上季度|前年|上一年度?)(?:同期|全年|同月)?(?:的|为|是|仅|有|共)?[^，。；增减多少升降]{0,6}$|(?:比|较|与)(?:19|20)[0-9]{2}年(?:同期|全年)?(?:的)?[^，。；增减多少升降]{0,6}$|(?:上年|去年|上年度)(?:同期|的)[^，。；增减多少升降]{0,8}$';

/** A year named before a value. */
export const EARLIER_YEAR = '((?:19|20)[0-9]{2})年(?:度|全年|同期)?[^，。；]{0,14}$';

/** What may stand before the verb of a change without naming another quantity. */
export const CHANGE_NEUTRAL =
  '^(?:环比|相比|总体|总数|总量|数量|件数|人数|起数|批次|人次|案件数|分别|均|则|也|又|共|约|净|年均|较|比|与|和|同|上年度?|去年|同期|上期|上月|上周|上季度|上一年度?|全年|同月|的|已|，|实现|呈|(?:19|20)[0-9]{2}年)*$';

/** From the first value on: the values are not those of one quantity in two years. */
export const CHANGE_UNCERTAIN = '年均|平均|日均|人均|翻|结转|其中|占(?!比)|目标|计划|力争|预计|累计|连续|近[三五两]年|[三五两]年来|以来|涉及|金额|旧存|不含';

/** Before points: what moves is a rate, even if no rate is printed. */
export const POINTS_SUBJECT = '率|满意度|知晓度|占比|比重|比例|%|安全感|指数|得分|占|百分';

/** Before a percentage: it is a rate, and moves in points. */
export const MOVES_IN_POINTS = '率|满意度|知晓度|占比|比重';

// Claims that all was done

/** 应评尽评: all that ought to be done was done. */
export const ALL_THAT_OUGHT = '应(?<verb>[一-龥]{1,2}?)尽\\k<verb>';

/** Before the same verb, what was done. */
export const DONE_LEADS = '实际?|已|实际已';

// One quantity, several mentions

/** Words of a head that do not say what is counted. */
export const FILLERS: readonly string[] = [
  '本年', '今年以来', '截至', '全局', '人民', '共有', '现有', '一共', '总共',
  '全年', '年内', '今年', '本年度', '一年来', '全镇', '全乡', '全街道', '全县', '全区', '全市', '我镇', '我乡', '我街道', '我县', '我区', '我市', '我局', '共', '共计', '累计', '总计', '合计', '已', '了', '的', '各类', '各', '等', '达', '达到', '为', '有', '组织', '并', '其中', '先后', '镇', '乡', '街道', '辖区', '目前', '实现', '也', '则', '均', '是', '在', '保持', '稳定',
];

/** Before a figure, in its sentence: it is the total of the report year, or a stock of which there is one. */
export const WHOLE_PERIOD =
  '(?:^|，)(?:全年|年内|一年来|本年度?|今年以来|(?:19|20)[0-9]{2}年(?:度|全年)?)，?[^，]*$|(?:^|，)(?:目前，?)?(?:全[镇乡县区市局]|全街道|我[镇乡县区市局]|我街道|辖区|[镇乡局]|街道)?(?:内)?(?:现有|共有|聘请|聘任|拥有|设有|建有)[^，]*$';

/** A sentence without one of these says no such thing: a cheap question before the dear one. */
export const PERIOD_SIGN = '年|[现共拥设建]有|聘[请任]';

/** In the sentence before a figure: it belongs to another time or to a part only. */
export const OTHER_SCOPE =
  '季度|半年|[0-9]月|月份|上年|去年|往年|同期|同比|环比|累计|截至|截止|近[三五两0-9]年|连续|期间|其中|每|平均|人均|某|试点|[一-龥]村(?!法)|社区|分别|线上|线下|网上|窗口|一次|首次|目标|计划|力争|由|达标|预计|活动周|宣传周|宣传月|重点';

/** Quantities of which a reporter has one a year. */
export const UNIQUE_QUANTITY = '^(?:收到|受理|新收|办理|审结|办结|被申请|作为被告(?:的)?|发生|涉及|主动公开|镇政府|县政府)?(?:行政复议|行政诉讼|行政应诉|一审行政|行政复议和行政诉讼|政府信息)(?:申请|案件)?$|^(?:制定|出台|备案|清理|报备)(?:行政)?规范性文件$';

/** Words that such a quantity is named with. */
export const UNIQUE_SUBJECT = '行政复议|行政诉讼|行政应诉|一审行政|政府信息|规范性文件';

/** Units that are taken for each other. */
export const CONFUSED_UNITS: readonly (readonly [string, string])[] = [['人', '人次'], ['名', '人次'], ['件', '件次'], ['家', '家次'], ['户', '户次'], ['批', '人次']];

// Tables

/** A cell that names a total. */
export const TOTAL_CELL = '^(?:合计|总计|共计|总数|全[镇乡县区市局]合计)(?:（[^）]*）)?$';

/** A cell that names a total below the total. */
export const SUBTOTAL_CELL = '^小计';

/** A row that is a part of the row above it. */
export const PART_OF_ROW = '^其中';

/** Headings of columns that are no counts to be added. */
export const NO_SUM_COLUMN = '率|满意度|累计|占比|比例|比重|%|平均|人均|序号|年份|年度|日期|时间|电话|编号|得分|分数|排名|名次|同比|环比|增长|增幅|单价|备注';

/** Headings of columns that are shares of the column before. */
export const SHARE_HEADING = '^(?:占比|比重|比例|占总数(?:的)?比(?:例|重)?|所占比例)(?:[（(]?%[）)]?)?$';
