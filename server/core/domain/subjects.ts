// What problems and plans of these reports speak of: subjects with their words, so that a plan can be seen to answer a problem
// it names otherwise. Also how a problem, and an answer to all of them, is worded. Data only: sources of regular
// expressions, from the usage of published reports; nobody has laid down which words go together.

import type { SubjectSpec } from './types.ts';

export const SUBJECTS: readonly SubjectSpec[] = [
  { id: 'enforcement', name: '行政执法', words: '执法|行政处罚|行政检查|行政强制|裁量|案卷|三项制度|办案', answers: '赋权|[权职]责|权力|监管|处罚|检查|文书|文明|清单|协同|联合|线索' },
  { id: 'legal-education', name: '普法宣传', words: '普法|法治宣传|法治教育|法治文化|法律[六七八]?进|宣传教育|(?:法治|法律)(?:意识|观念|素养|氛围)|宪法|明白人|学法|守法|懂法|找法', answers: '法治副校长|授课|讲座|讲堂|讲法|释法|说法|法治课|宣讲|宣传|校园|培训|知晓|长廊|阵地|广场|载体' },
  { id: 'disputes', name: '矛盾纠纷化解', words: '纠纷|调解|矛盾|枫桥|综治|诉源|诉前|行政争议', answers: '信访|和谐|诉求|排查|平安|风险' },
  { id: 'petitions', name: '信访', words: '信访|上访|访诉|积案', answers: '纠纷|调解|矛盾|综治|枫桥|诉求|包案|来访|接访' },
  { id: 'decisions', name: '重大行政决策', words: '决策|合法性审查|合法性审核|专家论证|集体讨论', answers: '法律顾问|公众参与|三重一大|议事规则' },
  { id: 'counsel', name: '法律顾问', words: '法律顾问|公职律师', answers: '合法性审查|外聘律师|法律职业|资格考试' },
  { id: 'documents', name: '规范性文件', words: '规范性文件|备案审查|文件(?:清理|管理|审查|备案|起草|制定)', answers: '合法性审查|合法性审核|立改废' },
  { id: 'openness', name: '政务公开', words: '政务公开|信息公开|公开(?:不|内容|事项|渠道)|栏目|政务新媒体', answers: '公开|透明|阳光|公示|政府网站|公众号|回应' },
  { id: 'litigation', name: '行政复议和应诉', words: '复议|应诉|行政诉讼|败诉|纠错率|出庭', answers: '诉讼|涉诉|争议|庭审|答复' },
  { id: 'services', name: '政务服务', words: '政务服务|窗口|办事|营商环境|一件事|放管服|审批|证明事项|便民', answers: '服务(?:效能|质量|水平|大厅|中心)|高效|涉企|企业|简政|材料|承诺制|压减|流程|环节|代办|[一1]窗|网办|通办|跑' },
  { id: 'legal-services', name: '公共法律服务', words: '法律服务|法律援助|法律帮助|法律咨询|公证|律师资源', answers: '律师|法律顾问|援助|公证|司法所' },
  { id: 'corrections', name: '社区矫正和安置帮教', words: '矫正|帮教', answers: '特殊人群|重点人群|刑满|服刑' },
  { id: 'digital', name: '信息化建设', words: '数字化|信息化|智慧|智能|大数据|共享|系统平台|线上', answers: '互联网|平台|数字|数据|科技|非现场|网络|系统|打通|互通' },
  { id: 'supervision', name: '监督', words: '监督', answers: '督察|督查|督导|检查|评查|巡察|监察|考核|问责|制约' },
  { id: 'safety', name: '安全生产和应急', words: '安全生产|消防|应急|隐患|安全监管', answers: '安全|突发|风险' },
  { id: 'villages', name: '基层治理', words: '村规民约|居民公约|(?:基层|乡村|社会|社区|村级)治理|网格|自治|民主法治示范', answers: '德治|三治|治理|乡村|村（社区）|村（居）' },
  { id: 'responsibility', name: '责任落实', words: '考核|责任(?:落实|传导|不)|压力传导|统筹|协调|配合|合力|联动|平衡|重视', answers: '责任|职责|领导|组织|联席|机制|督察|督查|述法|体系|推进|规划' },
  { id: 'leaders', name: '领导干部依法办事能力', words: '法治思维|关键少数|领导干部|(?:党员|机关|镇|乡|村)?干部[^，。；]{0,12}(?:意识|能力|素养|水平)|依法(?:行政|办事)的?(?:意识|能力|水平)', answers: '干部|学法|学习|培训|述法|旁听|讲座|本领|法治素养|考试|成员|班子' },
  { id: 'staff', name: '队伍建设', words: '队伍|力量|人员|人才|编制|人手|专业(?:能力|素质|水平)|业务(?:能力|素质|水平)|持证', answers: '培训|选优配强|配齐|配强|充实|招录|招聘|选聘|业务|培养|能力|学习' },
  { id: 'funds', name: '经费和装备', words: '经费|资金|装备|待遇|投入', answers: '预算|财政|财力|保障|设备|配备|补助|补贴|购置' },
];

/** How a problem says what is lacking. */
export const LACKING =
  '不[足够高强实全便深齐稳专精优佳顺畅广多严准细]|不(?:及时|规范|健全|完善|到位|平衡|均衡|充分|明显|理想|适应|扎实|稳定|熟悉|清晰|合理|科学|协调|严格|深入|紧密|精准|统一|透明)|薄弱|单一|单调|滞后|短缺|缺乏|欠缺|缺少|偏[低少高大弱慢]|[较过][弱少低慢差]|有待|亟待|差距|难度[较很]?大|粗糙|缓慢|走过场|流于形式|形式化|脱节|参差|老化|重复信访|多次跑|跟不上';

/** A sentence that only leads to the problems, or speaks of the good side first. */
export const LEADS_TO_PROBLEMS = '^(?:虽然|尽管|一年来|过去一年|总[体的]来?看|回顾|20[0-9]{2}年)|(?:存在|还有|仍有)(?:着|了)?(?:一些|以下|不少|一定|诸多|若干|较多)?(?:的)?(?:困难|不足|问题|短板|差距|薄弱环节)';

/** Inside a problem: it says itself what will be done about it. */
export const ANSWERS_ITSELF = '下一步|今后|下[一]?阶段|下年度|将(?:进一步|继续|通过|持续|着力|加大|加强)|拟(?:于|在|通过)';

/** In a plan: it answers whatever problems there are. */
export const ANSWERS_ALL = '(?:针对|对照|围绕|紧盯|聚焦|着眼于?|瞄准|找准|查摆)[^。；]{0,16}(?:问题|不足|短板|弱项|差距)|逐[项条一](?:整改|解决|销号|研究)|问题(?:整改|清单|导向)|补(?:齐|足|上|强)?[^，。；]{0,6}(?:短板|弱项)|(?:以上|上述|存在的?)(?:问题|不足)';

/** Words that any problem and any plan may share: they show nothing. */
export const COMMON_WORDS =
  '法治|政府|建设|工作|依法|行政|能力|水平|意识|机制|制度|体系|质量|力度|效果|成效|作用|发挥|落实|推进|推动|开展|加强|提升|提高|完善|健全|规范|强化|深入|深化|持续|进一步|不断|全面|切实|严格|有效|主要|个别|部分|有时|存在|还需|需要|仍然|比较|较为|相关|各类|各项|基层|部门|单位|群众|人员|干部|村民|组织|管理|方式|方法|形式|手段|措施|内容|情况|问题|原因|重点|领域|年度|全镇|全县|全区|全市|我镇|我县|我区|我市|我局|我乡|街道|村级|社会|专业|业务|培训|活动|学习|服务|责任|保障|创新|单一|丰富|执行|程序|审查|清理|及时|较大|不足|不够|不高|不强|没有|长期|已不|一些';
