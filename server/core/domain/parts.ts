// The parts of a yearly report, their headings in use and the skeletons that fixes and snippets insert.
// Data only. Order: 《法治政府建设与责任落实督察工作规定》 on yearly reports; practice varies, so order is never judged.

import type { PartSpec, SkeletonItem } from './types.ts';
import type { Basis } from './validity.ts';

const SUPERVISION: Basis = {
  document: '《法治政府建设与责任落实督察工作规定》（中共中央办公厅、国务院办公厅，2019年4月15日起施行）',
  note: '年度报告应当包括：上一年度推进法治政府建设的主要举措和成效；存在的不足和原因；党政主要负责人履行推进法治建设第一责任人职责、加强法治政府建设的有关情况；下一年度主要安排；其他需要报告的情况',
  confidence: 'verified',
  source: 'http://scfzw.net/sifa/36/6427.html; http://www.hnhs.gov.cn/22560/22709/43459/43460/43462/43492/content_2139138.html',
};

/** One shortcoming; how many there are, and so its number, is for who writes it down. */
export const PROBLEM: SkeletonItem = { body: ['{number}是${1:【写明具体不足】}。主要原因是${2:【写明原因】}。'] };

/** The same where each has a heading. */
export const PROBLEM_HEADED: SkeletonItem = { heading: '${1:【写明具体不足】}', body: ['主要原因是${1:【写明原因】}。'] };

export const PARTS = [
  {
    id: 'work',
    name: '主要举措和成效',
    heading: '举措|措施|成效|成绩|做法|(?:工作|建设|开展|基本|总体|有关|落实|推进|完成|进展)情况|工作(?:回顾|总结|亮点|进展)|主要工作|重点工作',
    tail: '(?:举措|措施|成效|成绩|做法|情况|回顾|总结|亮点|进展|主要工作|重点工作)$',
    required: true,
    absent: 'warning',
    folded: 'information',
    standardHeading: '{year}年推进法治政府建设的主要举措和成效',
    wordings: ['推进法治政府建设的主要举措和成效', '法治政府建设的主要举措和成效', '主要举措和成效', '主要做法和成效', '主要工作及成效', '工作开展情况'],
    call: { words: '主要举措', initials: 'zyjc' },
    skeleton: [{ body: ['${1:【写明主要做法、成效和数据】}。'] }],
    before: ['problems', 'first_person', 'plan', 'other'],
    contents: '报告年度内推进法治政府建设做了什么、成效如何，用事实和数据说话',
    basis: SUPERVISION,
  },
  {
    id: 'problems',
    name: '存在的不足和原因',
    heading: '不足|(?:存在|主要|突出|的)问题|问题(?:剖析|检视|分析|[与及和](?:思考|反思))|自我检视|堵点|难点|弱项|薄弱之处|制约因素|短处|症结|反思|[及和与、]其?(?:原因|成因|根源)|原因(?:分析|剖析|何在)|短板|薄弱环节|困难|差距|问题(?:及|和|与)(?:原因|建议|对策)|面临的?形势|(?:有待|需要?|亟待|尚需)(?:进一步)?(?:改进|加强|提升)的',
    notHeading: '(?:补[齐足强]|破解|攻克|(?:着力)?解决|打通|疏通|化解|聚焦|紧盯|围绕|坚持|攻坚)[^，、；]{0,10}(?:短板|问题|困难|薄弱环节|不足|堵点|难点|弱项|症结|矛盾)(?:弱项)?',
    tail: '(?:(?:存在|主要|突出)[^，。]{0,10}(?:不足|问题|短板|薄弱环节|困难|差距)|问题|原因|(?:原因|问题)分析)$',
    body: '(?:(?:还|仍|依然|但|仍然|也)[^。；]{0,12}(?:存在|有)[^。；]{0,16}(?:不足|问题|短板|差距|薄弱环节)|(?:差距|不足|短板)(?:主要)?(?:表现|体现)|距离[^。；]{0,30}差距|存在(?:的|一些|以下)?(?:不足|问题|短板))',
    required: true,
    absent: 'warning',
    folded: 'warning',
    standardHeading: '存在的不足和原因',
    wordings: ['推进法治政府建设存在的不足和原因', '存在的不足和原因', '存在的主要问题', '存在的问题及原因', '存在不足和原因'],
    call: { words: '不足原因', initials: 'bzyy' },
    skeleton: [PROBLEM, PROBLEM],
    before: ['plan', 'other'],
    contents: '推进法治政府建设还有哪些具体不足，每一项的原因是什么',
    basis: SUPERVISION,
  },
  {
    id: 'first_person',
    name: '党政主要负责人履行推进法治建设第一责任人职责情况',
    heading: '第一责任人|(?:主要(?:负责人|负责同志|领导|责任人)|书记|镇长|乡长|主任|局长|区长|县长|市长|一把手”?)(?:同志)?.{0,12}(?:履行|履职|推进法治|落实职责|责任落实|抓法治)',
    expects: '第一责任人',
    tail: '(?:情况|职责|履职|落实)$',
    body: '(?:主要负责人|主要负责同志|主要领导|书记|镇长|乡长|县长|区长|市长|局长|主任)[^。]{0,60}第一责任人|第一责任人[^。]{0,60}(?:主要负责人|主要负责同志|主要领导|书记|镇长|乡长|县长|区长|市长|局长|主任)',
    required: true,
    absent: 'warning',
    folded: 'information',
    standardHeading: '党政主要负责人履行推进法治建设第一责任人职责情况',
    wordings: ['党政主要负责人履行推进法治建设第一责任人职责情况', '主要负责人履行推进法治建设第一责任人职责情况', '履行推进法治建设第一责任人职责情况'],
    call: { words: '第一责任人', initials: 'dyzr' },
    skeleton: [{ body: ['${1:{head}}认真履行推进法治建设第一责任人职责，${2:对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办}。${3:【写明主持会议、听取汇报、带头学法述法的次数】}。'] }],
    before: ['plan', 'other'],
    contents: '党政主要负责人怎样履行推进法治建设第一责任人职责、怎样加强法治政府建设',
    basis: SUPERVISION,
  },
  {
    id: 'plan',
    name: '下一年度主要安排',
    heading: '下一?(?:年度?|步|阶段)|新的?一年|新年度|开局之年的?打算|后续(?:推进)?(?:措施|打算|安排|工作)|接下来|打算[和与及]建议|(?:工作|主要|重点)(?:安排|打算|计划|思路)|今后|努力方向|改进(?:措施|方向|打算)|整改(?:措施|方向)|展望|工作谋划|来年|明年',
    namesNextYear: true,
    tail: '(?:安排|打算|计划|思路|措施|方向|重点|任务|要点|举措|工作|展望)$',
    body: '(?:^|[。；])(?:下一步|下一年度?|下一阶段|{next}年)，',
    begins: '下一步|下一年度?|下一阶段|今后|{next}年',
    required: true,
    absent: 'warning',
    folded: 'information',
    standardHeading: '{next}年推进法治政府建设的主要安排',
    wordings: ['下一年度推进法治政府建设的主要安排', '{next}年推进法治政府建设的主要安排', '下一步工作安排', '{next}年工作打算'],
    call: { words: '下一年度', initials: 'xynd' },
    skeleton: [
      { heading: '${1:【针对第一项不足写明打算】}', body: ['${2:【写明措施、责任和时限】}。'] },
      { heading: '${1:【针对第二项不足写明打算】}', body: ['${2:【写明措施、责任和时限】}。'] },
    ],
    before: ['other'],
    contents: '下一年度推进法治政府建设的主要安排，与存在的不足相对应',
    basis: SUPERVISION,
  },
  {
    id: 'other',
    name: '其他需要报告的情况',
    heading: '意见(?:和|与|及)?建议|其他(?:需要)?(?:报告|说明)',
    tail: '(?:建议|报告|说明|情况|事项)$',
    required: false,
    absent: 'hint',
    folded: 'hint',
    standardHeading: '其他需要报告的情况',
    wordings: ['其他需要报告的情况', '有关意见建议'],
    call: { words: '其他情况', initials: 'qtqk' },
    skeleton: [{ body: ['${1:【写明其他需要报告的情况】}。'] }],
    before: [],
    contents: '其他需要报告的情况，没有可以不写',
    basis: SUPERVISION,
  },
] as const satisfies readonly PartSpec[];

/**
 * A heading that begins with such a verb speaks of a subject, whatever words of a part it holds: 加强普法，提升成效.
 * Unless its object is the subject of the whole report: 推进法治政府建设的主要举措和成效.
 */
export const THEMATIC = '^(?:加强|强化|落实|健全|完善|提升|推进|推动|坚持|聚焦|解决|化解|防范|着眼|提高|深化|突出|抓好|抓实|压实|夯实|严格|规范|优化|创新|持续|全面|深入|扎实|切实|着力|有效|大力|积极|不断|认真|做好|做实|构建|打造|筑牢|紧盯|围绕|统筹|强抓|狠抓|增强|牢固|牢牢|高度|充分|依法|立足|以|在|把)(?!.{0,6}法治(?:政府)?建设)';

/** Which part a heading, or a piece of it, is asked for first. */
export const PART_PRIORITY = ['first_person', 'problems', 'plan', 'other', 'work'] as const;
