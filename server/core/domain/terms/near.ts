// Phrases, institutions and units by their right names: what is marked is the name with one slip inside (a character lost,
// doubled, changed or swapped). Data only. A name stands here only if what it turns into by one slip is never right, or if
// the exceptions hold what is: 最优营商环境, 行政信息公开, 安置帮扶工作 keep 优化营商环境 and the like out of the list or cost it an exception.

import type { TermSpec } from '../types.ts';
import type { Basis } from '../validity.ts';

const PHRASE: Basis = { document: '党和国家文件的固定提法', confidence: 'general', source: 'general knowledge' };
const NAME: Basis = { document: '机构和制度的规范名称', confidence: 'general', source: 'general knowledge' };

/** A slip in the last third: the character there doubled, and the one before the last lost. */
function slips(phrase: string): readonly string[] {
  const at = phrase.length - 2;
  return [`认真落实${phrase.slice(0, at)}${phrase[at]}${phrase.slice(at)}有关要求。`, `认真落实${phrase.slice(0, at)}${phrase.slice(at + 1)}有关要求。`];
}

interface More {
  readonly wrong?: readonly string[];
  /** What one slip may rightly give. */
  readonly but?: readonly string[];
  readonly right?: readonly string[];
}

const near = (basis: Basis) => (id: string, phrase: string, { but = [], right = [], wrong = slips(phrase) }: More = {}): TermSpec => ({
  id: `near-${id}`,
  pattern: phrase,
  near: true,
  anchors: [phrase],
  exceptions: but,
  validity: {},
  severity: 'warning',
  message: '“{hit}”有错字、漏字或者多字。',
  advice: `应为“${phrase}”。`,
  safe: true,
  basis,
  examples: { year: 2024, wrong, right: [`认真落实${phrase}有关要求。`, ...right] },
});

const said = near(PHRASE);
const named = near(NAME);
/** For a phrase that stands in quotation marks, so that its last character can be judged as well. */
const closed = (id: string, phrase: string, more: More): TermSpec => ({ ...said(id, phrase, more), near: 'closed' });

export const NEAR_MISSES: readonly TermSpec[] = [
  // Guiding thought
  said('xi-sixiang', '习近平新时代中国特色社会主义思想'),
  said('xi-fazhi', '习近平法治思想', { but: ['习近平法制思想|习近平法治想'], wrong: ['学习习近平法法治思想。', '学习习近平法治治思想。'] }),
  said('xi-hexin', '以习近平同志为核心的党中央'),
  closed('four-minds', '增强四个意识', { but: ['增强“?四[种大]意识|增强“?[一二两三五六七八九]个意识'], right: ['增强“四个意识”。', '增强公民意识。'] }),
  closed('four-confidence', '坚定四个自信', { but: ['坚定“?[一二两三五六七八九]个自信'], right: ['坚定“四个自信”。', '坚定文化自信。'] }),
  closed('two-keeps', '做到两个维护', { but: ['做到“?[一二三四五六七八九]个维护'], right: ['做到“两个维护”。'] }),
  said('two-establish', '两个确立的决定性意义', { right: ['“两个确立”的决定性意义。'] }),
  said('core-values', '社会主义核心价值观'),
  said('modern-governance', '治理体系和治理能力现代化'),
  said('community', '铸牢中华民族共同体意识', { but: ['[筑注]牢中华民族'] }),

  // Rule of law
  said('rule-by-law', '全面推进依法治国', { but: ['全面推行依法|依宪治国'] }),
  said('rule-by-law-2', '全面依法治国', { but: ['全面推进依法治国|全面依法制国|依宪治国'], right: ['推动全面依法治县、全面依宪治国。'] }),
  said('socialist-rule', '中国特色社会主义法治体系', { but: ['社会主义法律体系'], right: ['形成中国特色社会主义法律体系。'] }),
  said('socialist-rule-2', '社会主义法治国家', { but: ['社会主义法制国家'] }),
  said('fazhi-zhengfu', '法治政府建设', { but: ['法治政府设[立置定备]', '法治政府(?:部门)?建立|法治政府的建设|法治政府(?:与|和|及)建设|法治政建设|法治府建设|法治政府.设|法治机关建设'], right: ['法治政府创建工作。', '法治政府部门建设。'] }),
  said('fazhi-zhengfu-shifan', '法治政府建设示范创建'),
  said('yifa-xingzheng', '推进依法行政', { but: ['推进依法治|推进依法[执理]政'], right: ['推进依法执政、依法治县。'] }),
  said('diyi-zerenren', '推进法治建设第一责任人', { but: ['法治建设的第一'] }),
  said('siwei', '法治思维和法治方式', { but: ['法治思维和法治方法|法治思维[与及]法治方式|法制'] }),
  said('zhifa-sihua', '严格规范公正文明执法'),
  said('shei-zhifa', '谁执法谁普法', { but: ['谁执法、谁普法|谁[司用立守]法谁普法'] }),
  said('zunfa', '尊法学法守法用法', { but: ['遵法学法|懂法|知法|[信敬]法|学法遵法'] }),
  said('fengqiao', '新时代枫桥经验', { but: ['新时期|枫桥精神|[风]桥经验|枫桥经念|枫桥精验'], right: ['新时代“枫桥经验”。', '新时代的“枫桥经验”。', '新时代“枫桥式”派出所。'] }),
  said('jiuhuo', '多元预防调处化解', { but: ['多元化预防'] }),
  said('xianfa-xuanshi', '宪法宣誓制度', { but: ['宪法宣传'] }),
  said('guotu-xianfa', '国家宪法日', { but: ['[全我]国宪法'] }),
  said('pufa-ganbu', '领导干部学法用法', { but: ['领导干部学法[^用法]'], right: ['组织领导干部学法守法。'] }),
  said('fazhi-daiwo', '农村学法用法示范户'),
  said('mingbairen', '法律明白人', { but: ['法治明白|[学守用]法明白', '法律名白人|法律明白[入仁]'] }),

  // Administrative law
  named('sanxiang-1', '行政执法公示制度', { but: ['执法公开'] }),
  named('sanxiang-2', '执法全过程记录制度', { but: ['全过程纪录'] }),
  named('sanxiang-3', '重大执法决定法制审核制度', { but: ['法治审核|重大行政执法'] }),
  named('sanxiang-4', '重大行政执法决定法制审核', { but: ['法治审核'] }),
  named('zhifa-jiandu', '行政执法监督', { but: ['行政[司立]法', '行政执法[和与]监督|行政执法监察|行政执法监管'] }),
  named('zhifa-anjuan', '行政执法案卷评查', { but: ['行政执法案件卷'] }),
  named('zhongda-juece', '重大行政决策', { but: ['重大行政执法|重大行政处|重大行政决定|重大行政政策'], right: ['重大行政决定法制审核。'] }),
  named('guifan-wenjian', '行政规范性文件', { but: ['规范行文件|标准性文件|行政性规范|行政规范化'] }),
  named('hefaxing', '合法性审查', { but: ['合法审查|合[宪规理]性', '合理性审查|合法性审[核察茶]|合法合规性|合规性'] }),
  named('gongping', '公平竞争审查', { but: ['公平竞争审[核察茶]'] }),
  named('beian', '备案审查制度', { but: ['备案审[察茶核]'] }),
  named('fuyi', '行政复议应诉', { but: ['行政复议[和与、及]'] }),
  named('fuyi-2', '行政复议委员会'),
  named('fuzeren', '行政机关负责人出庭应诉', { but: ['出[廷挺]应诉'] }),
  named('xinxi', '政府信息公开', { but: ['[行财邮]政信息|政[策务治]信息', '政务信息|政府信息化公开|政府信息主动公开'] }),
  named('shenpi', '行政审批制度改革', { but: ['审批制改革'] }),
  named('quanze', '权力和责任清单', { but: ['权力责任', '权利和责任'] }),
  named('gonggong-falv', '公共法律服务', { but: ['公[益证司职]法律', '公共法律(?:咨询|援助)', '公共法律效劳'] }),
  named('falv-guwen', '政府法律顾问', { but: ['[行镇财]政法律|政[策务]法律', '政府(?:的|聘请的?|外聘)法律'] }),
  named('renmin-tiaojie', '人民调解委员会', { but: ['人民调节委'] }),
  named('shequ-jiaozheng', '社区矫正对象', { but: ['社区矫(?:政|证)|社区[娇纠]正'] }),
  named('anzhi', '安置帮教工作', { but: ['安置帮扶', '按置帮教'] }),
  named('jiufen', '矛盾纠纷排查化解', { but: ['矛盾纠纷排查[和与、及]|纠[份分]排查', '矛盾纠纷排除|矛盾纠纷排查[调疏]解'], right: ['开展矛盾纠纷排查调解。'] }),
  named('jiufen-2', '矛盾纠纷多元化解', { but: ['多元[调疏]解'], right: ['完善矛盾纠纷多元调解。'] }),
  named('zongzhi', '社会治安综合治理', { but: ['社会管理综合'] }),
  named('suiji', '双随机一公开', { but: ['一公[示布]|双随即'] }),
  named('baoan', '保障农民工工资支付'),

  // Bodies and units
  named('renda-changwei', '人民代表大会常务委员会', { but: ['人民代表大会及其常务'] }),
  named('renda', '人民代表大会', { but: ['人民代表会|人民代表大会(?:及|和)|人民代表[团选小]'], wrong: ['召开镇人民代表大大会。', '召开镇人民代代表大会。'] }),
  named('jiwei', '纪律检查委员会', { but: ['纪律审查', '纪律监察'] }),
  named('zhongxinzu', '党委理论学习中心组', { but: ['党组理论|党委（党组）', '党委理论中心组'] }),
  named('zhongxinzu-2', '理论学习中心组', { but: ['理论中心组|理论学习(?:中心)?小组'] }),
  named('zhengxie', '人民政治协商会议'),
  named('jianchayuan', '人民检察院', { but: ['人民检查院|人民检察[官机建]'] }),
  named('renshe', '人力资源和社会保障', { but: ['人力资源社会保障|人力资源[与及、]社会'] }),
  named('shichang', '市场监督管理局', { but: ['市场监管局|市场监督管理(?:所|分局|总局|部门)|市场监管管理局|市场监督局'], right: ['市场监管局、市场监督管理所联合检查。'] }),
  named('zonghe-zhifa', '综合行政执法', { but: ['综合行政(?:审批|许可)|综合行政和?执法|综合性行政|综合执法'], right: ['综合行政执法大队、综合行政执法中队、综合行政执法办公室。'] }),
  named('nongye', '农业农村局', { but: ['农[牧林]农村', '农业和农村|农业农[林机垦]'] }),
  named('ziran', '自然资源和规划局', { but: ['自然资源[与及]规划|自然资源规划局'] }),
  named('yingji', '应急管理局', { but: ['应急(?:管理)?(?:办|指挥)|应急救援'] }),
  named('tuiyi', '退役军人事务局', { but: ['退役军人(?:服务|事务站|管理)'] }),
  named('weijian', '卫生健康委员会'),
  named('yibao', '医疗保障局', { but: ['医疗保险局'] }),
  named('zhujian', '住房和城乡建设', { but: ['住房[与及、]城乡|住房城乡'] }),
  named('sifa', '司法行政机关', { but: ['公司行政', '司法行政[部工]', '司法(?:、|和)行政'] }),
  named('zongzhi-zhongxin', '社会治安综合治理中心'),
  named('xinfang', '信访工作条例', { but: ['信访工作(?:条理|守则)|信访条例'] }),
  named('12345', '政务服务便民热线', { but: ['政务服务热线'] }),
];
