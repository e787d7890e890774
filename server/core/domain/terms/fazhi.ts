// 法制 written for 法治, and the other way round. Data only; one entry, one claim.
// 法制 is a system of laws: bare it is never wrong, only before the words that speak of government by law. It stays right in
// 法制审核, 法制统一, 法制工作委员会, 公安法制, 法制大队, in names, plaques and titles, and as the end of 学法 + 制度.

import { FAULT_NAMED } from '../mentions.ts';
import type { TermSpec } from '../types.ts';
import type { Basis } from '../validity.ts';
import { brief } from './brief.ts';

const USAGE: Basis = { document: '公文常用字词', confidence: 'general', source: 'general knowledge' };

const THOUGHT: Basis = {
  document: '中央全面依法治国工作会议（2020年11月）',
  confidence: 'verified',
  source: 'https://workercn.cn/829/202011/18/201118080017362.shtml',
};

const THREE_SYSTEMS: Basis = {
  document: '《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）',
  confidence: 'verified',
  source: 'https://www.beijing.gov.cn/gate/big5/www.beijing.gov.cn/zhengce/zhengcefagui/201905/t20190522_61817.html',
};

const PLANS: Basis = {
  document: '《法治中国建设规划（2020—2025年）》《法治社会建设实施纲要（2020—2025年）》《法治政府建设实施纲要（2021—2025年）》',
  note: '各文件的名称',
  confidence: 'verified',
  source: 'http://gsrclawyer.com/htm/20211/7_9997_p',
};

const DUCHA: Basis = {
  document: '《法治政府建设与责任落实督察工作规定》（2019年4月15日起施行）',
  confidence: 'verified',
  source: 'http://m.zgkjsz.com/page/2019/0524/5143930.shtml',
};

/** Before 法制: the last character of 学法, 执法, 司法, 普法 and the like, whose 制 belongs to what follows; fixed names with 法制. */
const NOT_BEHIND = '(?<![学执司普守用立组依无非宪合违]|社会主义|民主|民主与|健全)';
/** Sentences that look back, honour, or name the word as a fault; titles. */
const ELSEWHERE = ['《[^》]{0,60}法制[^》]{0,60}》', '原称|旧称|曾|改称|更名|改为|以前|写成|误写|沿用|荣获|获得|获评|评为|授予|称号|表彰|先进', '改革开放|新中国|十一届三中|十五大|历史', FAULT_NAMED];
const RIGHT = ['重大执法决定法制审核全覆盖。', '维护社会主义法制统一、尊严、权威。', '完善学法制度和执法制度。', '市公安局法制大队、县人大常委会法制工作委员会参加评查。'];

export const FAZHI: readonly TermSpec[] = [
  {
    id: 'fazhi-xi-sixiang',
    pattern: '习近平法制思想|习近平法思想|习近平治思想|习近平法治想|习近平(?:总书记|同志)的?法[治制]思想|习近平依法治国思想',
    anchors: ['习近平法', '习近平治思想', '习近平总书记', '习近平同志', '习近平依法治国思想'],
    exceptions: [],
    validity: {},
    severity: 'error',
    message: '“{hit}”不是固定提法，2020年11月中央全面依法治国工作会议明确的是“习近平法治思想”。',
    advice: '应为“习近平法治思想”。',
    replacement: '习近平法治思想',
    safe: true,
    basis: THOUGHT,
    examples: {
      year: 2024,
      wrong: ['深入学习贯彻习近平法制思想。', '深入学习习近平法治想。', '深入学习习近平总书记法治思想。'],
      right: ['深入学习贯彻习近平法治思想。', '学习习近平总书记关于全面依法治国的重要论述。'],
    },
  },
  {
    id: 'fazhi-zhifa-shenhe',
    pattern: '(?<=重大(?:行政)?(?:执法|处罚)决定)法治审[核查]',
    anchors: ['法治审'],
    exceptions: [],
    validity: {},
    severity: 'error',
    message: '行政执法“三项制度”之三是重大执法决定法制审核制度，不写“{hit}”。',
    advice: '应为“法制审核”。',
    replacement: '法制审核',
    safe: true,
    basis: THREE_SYSTEMS,
    examples: {
      year: 2024,
      wrong: ['全面推行重大执法决定法治审核制度。'],
      right: ['全面推行重大执法决定法制审核制度。'],
    },
  },
  {
    id: 'fazhi-guidao',
    pattern: '法制(?=轨道|思维|政府(?!采购)|化营商环境|素养|信仰)',
    anchors: ['法制轨道', '法制思维', '法制政府', '法制化营商环境', '法制素养', '法制信仰'],
    exceptions: ['《[^》]{0,60}法制[^》]{0,60}》'],
    validity: {},
    severity: 'warning',
    message: '这里说的是依法治理，不是法律制度，“{hit}”疑有错字。',
    advice: '应为“法治”。',
    replacement: '法治',
    safe: true,
    basis: USAGE,
    examples: {
      year: 2024,
      wrong: ['提升干部运用法制思维的能力。', '在法制轨道上推进各项工作。'],
      right: ['提升干部运用法治思维的能力。', '重大执法决定法制审核实现全覆盖。', '市司法局法制科牵头。'],
    },
  },
  {
    id: 'fazhi-xuanchuan-jiaoyu',
    pattern: '(?<![学执司普守用立组])法制(?=(?:宣传教育|宣传(?!教育)|教育)(?!日|中心|基地|局|处|科|股|室|办|馆|报|网|司|大队|栏|车|一条街|(?:文化|主题)?(?:长廊|走廊|广场|公园|街|墙)|橱窗|画廊|站))',
    anchors: ['法制'],
    exceptions: [
      '全国法制宣传日',
      '原称|旧称|曾|改称|更名|改为|以前|写成|误写|沿用',
      '荣获|获得|获评|评为|授予|称号|表彰|先进',
      '碑|牌匾|老照片|陈列|馆藏|旧址|(?:19[0-9]{2}|20[01][0-9])年',
      '《[^》]{0,60}法制(?:宣传|教育)[^》]{0,60}》',
      '纪律和法制教育',
      FAULT_NAMED,
    ],
    validity: { since: '2015-01-01' },
    severity: 'warning',
    message: '2014年10月党的十八届四中全会《决定》起用“法治宣传教育”，不再用“法制宣传教育”。',
    advice: '这里的“法制”改为“法治”。',
    replacement: '法治',
    safe: true,
    basis: {
      document: '《中共中央关于全面推进依法治国若干重大问题的决定》（2014年10月23日党的十八届四中全会通过）',
      confidence: 'verified',
      source: 'http://www.pishu.com.cn/skwx_ps/ps/literature?ID=14012550&SiteID=14',
    },
    examples: {
      year: 2024,
      wrong: ['加强公职人员的法律培训和法制教育。', '深入开展法制宣传教育活动。', '开展法制宣传进校园活动。'],
      right: [
        '深入开展法治宣传教育。',
        '举办国家宪法日暨全国法制宣传日活动。',
        '曾称法制宣传教育，现已统一。',
        '荣获全省法制宣传教育先进集体称号。',
        '村口保留着“法制宣传教育示范村”石碑。',
        '开展“法制宣传教育”老照片征集活动。',
        '落实《关于加强法制宣传教育的意见》。',
        '建成县法制教育基地。',
        '推进会前学法制度宣传工作。',
        '更新法制宣传栏十二块，出动法制宣传车三次。',
        '在法制宣传一条街设点咨询。',
        '修缮法制宣传长廊和法制教育广场。',
        '组织学生参观县法制宣传教育基地。',
        '个别单位仍把有关工作写成法制宣传。',
      ],
    },
  },

  brief({
    id: 'fazhi-state',
    pattern: `${NOT_BEHIND}法制(?=国家|社会(?!主义)|中国|乡村|强国)`,
    anchors: ['法制国家', '法制社会', '法制中国', '法制乡村', '法制强国'],
    exceptions: ELSEWHERE,
    message: '这里说的是依法治理，“{hit}”疑有错字；中央的规划、纲要都写作法治国家、法治政府、法治社会。',
    advice: '应为“法治”。',
    replacement: '法治',
    safe: true,
    basis: PLANS,
    wrong: ['坚持法治国家、法治政府、法制社会一体建设。', '扎实推进法制乡村建设。'],
    right: ['坚持法治国家、法治政府、法治社会一体建设。', '订阅《法制社会》旧刊。', ...RIGHT],
  }),
  brief({
    id: 'fazhi-mind',
    pattern: `${NOT_BEHIND}法制(?=方式|理念|精神|营商环境|信念)`,
    anchors: ['法制方式', '法制理念', '法制精神', '法制营商环境', '法制信念'],
    exceptions: ELSEWHERE,
    message: '这里说的是依法治理，不是法律制度，“{hit}”疑有错字。',
    advice: '应为“法治”。',
    replacement: '法治',
    safe: true,
    basis: USAGE,
    wrong: ['善于运用法治思维和法制方式化解矛盾。', '弘扬法制精神。'],
    right: ['善于运用法治思维和法治方式化解矛盾。', '普法方式更加多样。', ...RIGHT],
  }),
  brief({
    id: 'fazhi-loose',
    pattern: `${NOT_BEHIND}法制(?=观念|意识|文化(?!站|馆|中心)|氛围|环境|素质|保障|宣讲|讲座|讲堂|课堂|知识|培训|建设(?!科|股|处))`,
    anchors: ['法制观念', '法制意识', '法制文化', '法制氛围', '法制环境', '法制素质', '法制保障', '法制宣讲', '法制讲座', '法制讲堂', '法制课堂', '法制知识', '法制培训', '法制建设'],
    exceptions: [...ELSEWHERE, '法制文化(?:广场|公园|长廊|阵地|街|墙)', '“[^”]{0,60}法制[^”]{0,60}”', '审核|机构|法制员'],
    severity: 'information',
    message: '2014年党的十八届四中全会以后，说依法治理的理念、活动时一般写“法治”，“{hit}”后面接的词多与“法治”搭配。',
    advice: '指依法治理的，写“法治”；指法律制度的不改。',
    replacement: '法治',
    basis: {
      document: '《中共中央关于全面推进依法治国若干重大问题的决定》（2014年10月23日党的十八届四中全会通过）',
      note: '搭配为通行用法',
      confidence: 'general',
      source: 'http://www.pishu.com.cn/skwx_ps/ps/literature?ID=14012550&SiteID=14',
    },
    validity: { since: '2015-01-01' },
    wrong: ['群众法制观念明显增强。', '举办法制讲座12场。'],
    right: ['群众法治观念明显增强。', '改造法制文化广场1处。', '健全民主与法制建设档案。', '举办“法制大讲堂”品牌活动。', '组织法制审核人员开展法制培训。', ...RIGHT],
  }),
  brief({
    id: 'fazhi-ducha',
    pattern: '法治督查(?!室|科|股)',
    anchors: ['法治督查'],
    exceptions: ['《[^》]{0,60}督查[^》]{0,60}》', FAULT_NAMED],
    severity: 'information',
    message: '2019年起施行的督察工作规定用的是“法治督察”，“{hit}”的“查”字与规定不一致。',
    advice: '指这项制度的，写“法治督察”。',
    replacement: '法治督察',
    basis: DUCHA,
    validity: { since: '2019-04-15' },
    wrong: ['配合做好法治督查反馈问题整改。'],
    right: ['配合做好法治督察反馈问题整改。', '县委督查室开展专项督查。', '落实《某市法治督查工作办法》。'],
  }),
];
