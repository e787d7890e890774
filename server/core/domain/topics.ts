// What is usually written under headings of its own inside a part: for new reports, completion and snippets. Data only.
// Headings in common use; the order of the work part follows the outlines of 2015 and 2021. Nothing here is required.

import type { LevelSpec, TopicSpec } from './types.ts';

const TOWN: readonly LevelSpec['id'][] = ['township'];
const GOVERNMENT: readonly LevelSpec['id'][] = ['county', 'city', 'province'];
const DEPARTMENT: readonly LevelSpec['id'][] = ['department'];
const ALL = [...TOWN, ...GOVERNMENT, ...DEPARTMENT];

export const TOPICS: readonly TopicSpec[] = [
  {
    id: 'leadership', part: 'work', name: '党的领导', drafted: ALL, validity: {},
    heading: '加强党的领导，压实法治建设责任',
    covers: '党的(?:全面)?领导|组织领导|法治建设责任|统筹推进|党对法治',
    body: ['召开会议研究部署法治建设工作${1:【次数】}次，${2:【写明部署的事项和分工】}。${3:【写明考核、督察、述法等落实责任的做法】}。'],
  },
  {
    id: 'functions', part: 'work', name: '营商环境', drafted: [...GOVERNMENT, ...DEPARTMENT], validity: {},
    heading: '转变政府职能，优化法治化营商环境',
    covers: '职能|营商环境|放管服',
    body: ['${1:【写明权责清单、行政许可、市场监管等做法】}。', { metric: 'permit-timely-completion' }],
  },
  {
    id: 'service', part: 'work', name: '政务服务', drafted: TOWN, validity: {},
    heading: '优化政务服务，方便群众办事',
    covers: '政务服务|便民|群众办事',
    body: ['${1:【写明窗口、帮办代办、热线等做法】}。', { metric: 'timely-completion' }],
  },
  {
    id: 'rules', part: 'work', name: '制度建设', drafted: [...GOVERNMENT, ...DEPARTMENT], validity: {},
    heading: '健全制度体系，加强行政规范性文件管理',
    covers: '制度(?:体系|建设)|规范性文件|立法',
    body: ['制定行政规范性文件${1:【件数】}件，备案${2:【备案数】}件。${3:【写明合法性审核、公平竞争审查、文件清理的做法】}。'],
  },
  {
    id: 'decision', part: 'work', name: '依法决策', drafted: ALL, validity: {},
    heading: '规范行政决策，严格依法办事',
    covers: '决策',
    body: ['${1:【写明公众参与、专家论证、风险评估、合法性审查、集体讨论的做法】}。法律顾问参与审查合同、协议${2:【份数】}份。'],
  },
  {
    id: 'enforcement', part: 'work', name: '行政执法', drafted: ALL, validity: {},
    heading: '规范行政执法，提升执法水平',
    covers: '执法',
    body: [
      { text: '${1:落实行政执法公示、执法全过程记录、重大执法决定法制审核制度}。', validity: { since: '2018-12-05' } },
      '开展执法检查${1:【次数】}次，${2:【写明重点领域和案卷评查等做法】}。',
      { metric: 'case-closing' },
    ],
  },
  {
    id: 'emergency', part: 'work', name: '应急处置', drafted: GOVERNMENT, validity: {},
    heading: '依法应对突发事件，维护公共安全',
    covers: '突发|应急|公共安全',
    body: ['${1:【写明预案、演练、队伍和依法处置的做法】}。'],
  },
  {
    id: 'disputes', part: 'work', name: '矛盾纠纷', drafted: [...TOWN, ...GOVERNMENT], validity: {},
    heading: '化解矛盾纠纷，维护社会稳定',
    covers: '纠纷|矛盾|调解|社会稳定|基层治理',
    body: [
      { text: '坚持和发展新时代“枫桥经验”。', validity: { since: '2018-01-01' } },
      '${1:【写明排查、调解、信访的做法】}。',
      { metric: 'mediation-success' },
    ],
  },
  {
    id: 'review', part: 'work', name: '复议应诉', drafted: [...GOVERNMENT, ...DEPARTMENT], validity: {},
    heading: '做好行政复议和应诉，化解行政争议',
    covers: '复议|应诉|行政争议',
    body: ['办理行政复议案件${1:【件数】}件，${2:【写明复议结果】}。', { metric: 'court-appearance' }],
  },
  {
    id: 'supervision', part: 'work', name: '权力监督', drafted: GOVERNMENT, validity: {},
    heading: '自觉接受监督，规范权力运行',
    covers: '监督|权力',
    body: ['${1:【写明人大、政协、司法、审计等监督的落实情况】}。', { metric: 'proposal-reply' }],
  },
  {
    id: 'openness', part: 'work', name: '政务公开', drafted: DEPARTMENT, validity: {},
    heading: '推进政务公开，回应社会关切',
    covers: '公开',
    body: ['主动公开政府信息${1:【条数】}条，办理依申请公开${2:【件数】}件。${3:【写明政策解读、回应关切的做法】}。'],
  },
  {
    id: 'digital', part: 'work', name: '数字法治', drafted: [], validity: { since: '2021-08-11' },
    heading: '推进数字法治政府建设，提升治理效能',
    covers: '数字|信息化|智慧|科技',
    body: ['${1:【写明平台、数据共享、智能应用的做法】}。'],
  },
  {
    id: 'publicity', part: 'work', name: '普法宣传', drafted: ALL, validity: {},
    heading: '深化普法宣传，营造法治氛围',
    covers: '普法|法治宣传|法治氛围|法治文化|法治社会',
    body: ['${1:落实“谁执法谁普法”普法责任制}，开展宣传活动${2:【场次】}场次。${3:【写明对象、内容和形式】}。'],
  },
  {
    id: 'learning', part: 'work', name: '学法用法', drafted: [], validity: {},
    heading: '抓实学法用法，提升依法行政能力',
    covers: '学法|依法行政能力|法治素养|法治思维',
    body: ['组织集体学法${1:【次数】}次，${2:【写明学习内容】}。', { metric: 'exam-pass' }],
  },
  {
    id: 'legal-service', part: 'work', name: '法律服务', drafted: [], validity: {},
    heading: '完善公共法律服务，方便群众寻求帮助',
    covers: '法律服务|法律援助',
    body: ['${1:【写明村（社区）法律顾问、法律援助等做法】}。', { metric: 'legal-aid-completion' }],
  },
  {
    id: 'study-first', part: 'first_person', name: '带头学法', drafted: [], validity: {},
    heading: '带头学法述法', covers: '学法|述法',
    body: ['${1:【写明主持学法、讲法治课、年终述法的次数】}。'],
  },
  {
    id: 'deploy-first', part: 'first_person', name: '研究部署', drafted: [], validity: {},
    heading: '研究部署法治建设重点工作', covers: '研究|部署',
    body: ['${1:【写明主持会议、听取汇报的次数和解决的问题】}。'],
  },
  {
    id: 'urge-first', part: 'first_person', name: '督促落实', drafted: [], validity: {},
    heading: '督促落实法治建设任务', covers: '督促|督办|落实',
    body: ['${1:【写明督办事项、调研检查和整改情况】}。'],
  },
  {
    id: 'plan-duty', part: 'plan', name: '责任落实', drafted: [], validity: {},
    heading: '压实法治建设责任', covers: '责任|组织领导|党的领导',
    body: ['${1:【写明措施、责任和时限】}。'],
  },
  {
    id: 'plan-ability', part: 'plan', name: '能力提升', drafted: [], validity: {},
    heading: '提升依法行政能力', covers: '能力|依法行政|队伍|学法',
    body: ['${1:【写明措施、责任和时限】}。'],
  },
  {
    id: 'plan-enforcement', part: 'plan', name: '执法提升', drafted: [], validity: {},
    heading: '提高行政执法质量', covers: '执法',
    body: ['${1:【写明措施、责任和时限】}。'],
  },
  {
    id: 'plan-disputes', part: 'plan', name: '纠纷化解', drafted: [], validity: {},
    heading: '健全矛盾纠纷化解机制', covers: '纠纷|矛盾|调解|治理',
    body: ['${1:【写明措施、责任和时限】}。'],
  },
  {
    id: 'plan-publicity', part: 'plan', name: '普法提升', drafted: [], validity: {},
    heading: '增强普法宣传实效', covers: '普法|宣传|法治文化',
    body: ['${1:【写明措施、责任和时限】}。'],
  },
];
