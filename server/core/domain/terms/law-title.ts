// Titles of laws, regulations and papers that are not written as they are called. Data only; one entry, one claim: that
// these words name no document, and which one is meant. Inside 《》 only, unless the words can mean nothing else.
// Local papers have titles and years of their own: an entry fires on a bare central title, never on one with more before it.

import { DOCUMENTS } from '../documents.ts';
import { FAULT_NAMED } from '../mentions.ts';
import { DUTY_REGULATION } from '../standards.ts';
import type { DocumentSpec, TermSpec } from '../types.ts';
import type { Basis, Severity, Validity } from '../validity.ts';
import { brief } from './brief.ts';

const documentOf = (id: string): DocumentSpec => {
  const found = (DOCUMENTS as readonly DocumentSpec[]).find((document) => document.id === id);
  if (!found) throw new RangeError(`no document ${id}`);
  return found;
};

/** The title as it is usually cited. */
const usual = ({ title, short }: DocumentSpec): string => (short[0] !== undefined && title.endsWith(short[0]) ? short[0] : title);
/** A law may be cited with the country's name before it. */
const COUNTRY = '(?:中华人民共和国)?';
const escaped = (text: string): string => text.replace(/[()（）.+*?|]/gu, '\\$&');

interface Wrong {
  readonly severity?: Severity;
  /** Told outside 《》 as well: the words can mean nothing else. */
  readonly bare?: true;
  readonly validity?: Validity;
  readonly exceptions?: readonly string[];
  readonly message?: string;
}

/** Titles by which no document is called, where one is meant. */
function notCalled(id: string, titles: readonly string[], { severity = 'warning', bare, validity = {}, exceptions = [], message }: Wrong = {}): TermSpec {
  const document = documentOf(id);
  const right = usual(document);
  const words = titles.map(escaped).join('|');
  const told = severity === 'error' && document.basis.confidence !== 'verified' ? 'warning' : severity;
  const inMarks = document.title.startsWith('中华人民共和国') ? COUNTRY : '';
  const year = validity.since === undefined ? 2025 : Number(validity.since.slice(0, 4)) + 1;
  return brief({
    id: `title-${id}-${told}`,
    pattern: bare ? `(?<!《[^》]{0,20}[省市区县州][^》]{0,20})(?:${words})` : `(?<=《${inMarks})(?:${words})(?=》)`,
    anchors: titles,
    exceptions: [FAULT_NAMED, ...exceptions],
    validity,
    severity: told,
    message: message ?? '没有名为“{hit}”的法律、法规或者文件。',
    advice: `应为《${document.title}》${right === document.title ? '' : `，可简称《${right}》`}。`,
    replacement: right,
    basis: document.basis,
    year,
    wrong: titles.slice(0, 2).map((title) => (bare ? `认真宣传${title}。` : `学习宣传《${title}》。`)),
    right: [`学习宣传《${right}》《${document.title}》。`, `落实《云川省${right}实施办法》。`],
  });
}

/** Spoken short forms that are no title: understood, but not how a paper cites a law. */
const spoken = (id: string, titles: readonly string[], more: Wrong = {}): TermSpec =>
  notCalled(id, titles, { severity: 'information', message: '“{hit}”是口头的简称，不是文件的名称。', ...more });

const plan = (id: string): Basis => documentOf(id).basis;
const DASH = '[-－—–~～至]{1,2}';
/** A province or a city named before the title makes it its own plan. */
const NOT_LOCAL = '(?<![省市县区州盟旗厅局](?:委|政府|人民政府)?(?:[、，][省市县区州](?:委|政府|人民政府))?(?:办公厅|办公室)?(?:印发|制定|出台|发布|关于)?的?)';

export const LAW_TITLES: readonly TermSpec[] = [
  {
    id: 'title-duty-regulation',
    pattern:
      '《党政主要负责人(?!履行推进法治建设第一责任人职责规定》)(?:切实)?(?:履行)?(?:推进)?(?:依法|法治)(?:政府)?建设的?第一责任人(?:的?职责)?的?规定》',
    anchors: ['《党政主要负责人'],
    exceptions: [FAULT_NAMED],
    validity: {},
    severity: 'error',
    message: '{hit}不是这份文件的名称。',
    advice: '全称是《党政主要负责人履行推进法治建设第一责任人职责规定》。',
    replacement: '《党政主要负责人履行推进法治建设第一责任人职责规定》',
    basis: DUTY_REGULATION,
    examples: {
      year: 2023,
      wrong: [
        '严格落实《党政主要负责人履行推进法治政府建设第一责任人职责规定》。',
        '严格落实《党政主要负责人履行法治建设第一责任人职责规定》。',
        '严格落实《党政主要负责人履行推进法治建设第一责任人规定》。',
      ],
      right: [
        '严格落实《党政主要负责人履行推进法治建设第一责任人职责规定》。',
        '党政主要负责人履行推进法治政府建设第一责任人职责，带头学法。',
        '制定《云溪镇党政主要负责人履行推进法治政府建设第一责任人职责清单》。',
      ],
    },
  },

  // Titles by which nothing is called
  notCalled('ducha-gongzuo-guiding', ['法治政府建设与责任落实督查工作规定', '法治政府建设与责任落实工作规定', '法治政府建设和责任落实督察工作规定'], { severity: 'error' }),
  notCalled('minfadian', ['民法典法', '民法点', '民法典典'], { severity: 'error' }),
  notCalled('xingzheng-susong-fa', ['行政诉颂法', '行政起诉法'], { severity: 'error' }),
  notCalled('xingzheng-chufa-fa', ['行政处罚条例', '行政处理法'], { severity: 'warning' }),
  notCalled('xingzheng-qiangzhi-fa', ['行政强制执行法'], { severity: 'error' }),
  notCalled('guojia-peichang-fa', ['行政赔偿法'], { severity: 'warning' }),
  notCalled('zhian-guanli-chufa-fa', ['治安处罚法', '治安管理法', '社会治安管理处罚法'], { severity: 'warning' }),
  notCalled('cunweihui-zuzhi-fa', ['村民自治法', '村民委员会法', '村民委员会自治法'], { severity: 'warning' }),
  notCalled('renmin-tiaojie-fa', ['人民调节法', '人民调解条例'], { severity: 'error' }),
  notCalled('shequ-jiaozheng-fa', ['社区纠正法', '社区矫治法'], { severity: 'error' }),
  notCalled('fazhi-xuanchuan-jiaoyu-fa', ['法制宣传教育法', '普法法', '法治宣传法'], { severity: 'warning' }),
  notCalled('minying-jingji-cujin-fa', ['民营企业促进法', '民营经济发展促进法'], { severity: 'warning', exceptions: ['草案|征求意见|立法'] }),
  notCalled('tufa-shijian-yingdui-fa', ['突发事件应急法', '突发事件应急处置法', '突发事件应对条例'], { severity: 'error' }),
  notCalled('anquan-shengchan-fa', ['安全生产法条例'], { severity: 'error', bare: true }),
  notCalled('anquan-shengchan-fa', ['安全生产管理法', '平安生产法'], { severity: 'warning' }),
  notCalled('shengchan-anquan-shigu-yingji-tiaoli', ['安全生产事故应急条例'], { severity: 'error' }),
  notCalled('shengchan-anquan-shigu-diaocha-chuli-tiaoli', ['安全生产事故报告和调查处理条例', '安全生产事故调查处理条例'], { severity: 'error' }),
  notCalled('daolu-jiaotong-anquan-fa', ['交通安全法', '道路安全法', '交通道路安全法'], { severity: 'warning', exceptions: ['海上交通|水上'] }),
  notCalled('xiangcun-zhenxing-cujin-fa', ['乡村振兴法', '乡村振兴促进条例'], { severity: 'warning', exceptions: ['草案|[省市]《|立法'] }),
  notCalled('nongcun-tudi-chengbao-fa', ['农村土地承包经营法'], { severity: 'error' }),
  notCalled('shipin-anquan-fa', ['食品药品安全法'], { severity: 'warning' }),
  notCalled('weichengnianren-baohu-fa', ['青少年保护法', '未成年保护法', '未成年人权益保护法'], { severity: 'error' }),
  notCalled('yufang-weichengnianren-fanzui-fa', ['未成年人预防犯罪法', '预防青少年犯罪法', '未成年人犯罪预防法'], { severity: 'error' }),
  notCalled('jiating-jiaoyu-cujin-fa', ['家庭教育法'], { severity: 'warning', validity: { since: '2022-01-01' }, exceptions: ['草案|立法'] }),
  notCalled('funv-quanyi-baozhang-fa', ['妇女权益保护法', '妇女儿童权益保障法', '妇女儿童权益保护法', '妇女儿童保护法'], { severity: 'error' }),
  notCalled('laonianren-quanyi-baozhang-fa', ['老年人权益保护法', '老年人保护法'], { severity: 'error' }),
  notCalled('canjiren-baozhang-fa', ['残疾人权益保障法', '残疾人保护法', '残疾人权益保护法'], { severity: 'error' }),
  notCalled('fan-youzuzhi-fanzui-fa', ['有组织犯罪法'], { severity: 'error' }),
  notCalled('fan-youzuzhi-fanzui-fa', ['扫黑除恶法'], { severity: 'warning' }),
  notCalled('fan-dianxin-wangluo-zhapian-fa', ['电信网络诈骗法', '反电信诈骗法', '反网络诈骗法', '反网络电信诈骗法', '防电信网络诈骗法'], { severity: 'error' }),
  notCalled('tuiyi-junren-baozhang-fa', ['退伍军人保障法', '退役军人优待法'], { severity: 'warning' }),
  notCalled('daqi-wuran-fangzhi-fa', ['大气污染法', '大气污染治理法'], { severity: 'warning' }),
  notCalled('guti-feiwu-wuran-huanjing-fangzhi-fa', ['固体废物污染防治法', '固体废弃物污染防治法', '固体废弃物污染环境防治法'], { severity: 'warning' }),
  notCalled('laodong-zhengyi-tiaojie-zhongcai-fa', ['劳动争议仲裁法', '劳动争议调解法'], { severity: 'warning' }),
  notCalled('yiwu-jiaoyu-fa', ['九年义务教育法'], { severity: 'warning' }),
  notCalled('zhengfu-xinxi-gongkai-tiaoli', ['政府信息公开法', '政务信息公开条例', '信息公开法'], { severity: 'error' }),
  notCalled('zhengfu-xinxi-gongkai-tiaoli', ['政务公开条例'], { severity: 'warning' }),
  notCalled('zhongda-xingzheng-juece-chengxu-zanxing-tiaoli', ['重大行政决策暂行条例', '重大行政决策程序暂行规定'], { severity: 'warning', exceptions: ['[省市县区州](?:委|政府|人民政府)?(?:出台|印发|制定|修订)?的?《'] }),
  notCalled('xinfang-gongzuo-tiaoli', ['信访法', '信访工作法'], { severity: 'warning', validity: { since: '2022-05-01' }, exceptions: ['立法|草案'] }),
  notCalled('shichang-zhuti-dengji-guanli-tiaoli', ['经营主体登记管理条例', '市场主体登记条例'], { severity: 'warning' }),
  notCalled('yanhua-baozhu-anquan-guanli-tiaoli', ['烟花炮竹安全管理条例', '烟花爆竹安全条例'], { severity: 'error' }),
  notCalled('fazhi-fuxiaozhang-banfa', ['中小学法制副校长聘任与管理办法', '法制副校长聘任与管理办法', '中小学法治副校长聘任和管理办法'], { severity: 'error' }),
  notCalled('xingzheng-zhifa-jiandu-tiaoli', ['行政执法监督法', '行政执法监察条例'], { severity: 'warning', exceptions: ['[省市]《|草案|立法'] }),
  notCalled('fazhi-zhengfu-gangyao-2021', ['法治政府实施纲要', '法治政府建设的实施纲要', '法制政府建设实施纲要'], { severity: 'warning', validity: { since: '2021-08-11', until: '2025-12-31' } }),
  notCalled('fazhi-zhongguo-guihua-2020', ['法治中国建设纲要', '法治中国建设实施规划', '法治中国建设实施纲要', '法制中国建设规划'], { severity: 'warning', validity: { since: '2021-01-10', until: '2025-12-31' } }),
  notCalled('fazhi-shehui-gangyao-2020', ['法治社会实施纲要', '法制社会建设实施纲要'], { severity: 'warning', validity: { since: '2020-12-07', until: '2025-12-31' } }),

  // Short forms in use that are no titles
  spoken('xingzheng-fuyi-fa', ['复议法']),
  spoken('juweihui-zuzhi-fa', ['居民委员会组织法', '社区居民委员会组织法', '居民委员会法']),
  spoken('renmin-tiaojie-fa', ['调解法']),
  spoken('nongcun-tudi-chengbao-fa', ['土地承包法']),
  spoken('tudi-guanli-fa', ['土地法']),
  spoken('fan-jiating-baoli-fa', ['反家暴法', '反家庭暴力犯罪法']),
  spoken('fan-dianxin-wangluo-zhapian-fa', ['反诈骗法', '反诈法', '反电诈法']),
  spoken('fan-kongbu-zhuyi-fa', ['反恐法', '反恐怖法']),
  spoken('baoshou-guojia-mimi-fa', ['国家保密法']),
  spoken('yingxiong-lieshi-baohu-fa', ['英烈保护法']),
  spoken('huanjing-baohu-fa', ['环保法']),
  spoken('guti-feiwu-wuran-huanjing-fangzhi-fa', ['固废法']),
  spoken('laodong-zhengyi-tiaojie-zhongcai-fa', ['劳动仲裁法']),
  spoken('nongmingong-gongzi-zhifu-tiaoli', ['农民工工资支付条例', '农民工工资保障条例']),
  spoken('zhaobiao-toubiao-fa', ['招投标法']),
  spoken('renkou-yu-jihua-shengyu-fa', ['计划生育法', '计生法']),
  spoken('zhengfu-xinxi-gongkai-tiaoli', ['信息公开条例'], { exceptions: ['[省市]《'] }),
  spoken('youhua-yingshang-huanjing-tiaoli', ['营商环境条例'], { exceptions: ['[省市]《|[省市][^，。；]{0,12}立法'] }),
  spoken('zhongda-xingzheng-juece-chengxu-zanxing-tiaoli', ['重大行政决策条例', '重大行政决策程序条例'], { exceptions: ['[省市县区州](?:委|政府|人民政府)?(?:出台|印发|制定|修订)?的?《'] }),
  spoken('guoyou-tudi-fangwu-zhengshou-buchang-tiaoli', ['房屋拆迁条例', '拆迁条例', '房屋征收与补偿条例', '征收补偿条例']),
  spoken('yifa-xingzheng-gangyao-2004', ['依法行政实施纲要', '依法行政纲要']),
  spoken('shengtai-huanjing-fadian', ['环境法典'], { validity: { since: '2026-03-12' } }),
  spoken('guojia-fazhan-guihua-fa', ['发展规划法'], { validity: { since: '2026-03-12' } }),
  spoken('fazhi-zhengfu-gangyao-2021', ['法治政府建设纲要'], { validity: { since: '2021-08-11', until: '2025-12-31' }, exceptions: ['[省市县区州](?:委|政府|人民政府)?《'] }),
  spoken('fazhi-shehui-gangyao-2020', ['法治社会建设纲要'], { validity: { since: '2020-12-07', until: '2025-12-31' }, exceptions: ['[省市县区州](?:委|政府|人民政府)?《'] }),

  // Forms
  brief({
    id: 'title-without-country',
    pattern: '(?<=《)中华人民共和国(?=(?:信访工作条例|重大行政决策程序暂行条例|优化营商环境条例|行政执法监督条例|保障农民工工资支付条例|法规规章备案审查条例|宗教事务条例|国有土地上房屋征收与补偿条例|公平竞争审查条例|生产安全事故应急条例|地方各级人民政府机构设置和编制管理条例)》)',
    anchors: ['《中华人民共和国'],
    exceptions: [FAULT_NAMED],
    severity: 'error',
    message: '这部条例的名称里没有“中华人民共和国”。',
    advice: '删去“{hit}”。'.replace('{hit}', '中华人民共和国'),
    replacement: '',
    basis: { document: '该条例公布的文本', confidence: 'verified', source: 'github.com/LawRefBook/Laws' },
    wrong: ['学习《中华人民共和国优化营商环境条例》。'],
    right: ['学习《优化营商环境条例》。', '学习《中华人民共和国政府信息公开条例》。'],
  }),
  brief({
    id: 'title-country-outside',
    pattern: '《中华人民共和国》[一-龥]{1,20}?(?:法典|法|条例)(?![治律规定人制院官庭])',
    anchors: ['《中华人民共和国》'],
    severity: 'warning',
    message: '书名号只括住了国名，没有括住整个名称。',
    advice: '后一半书名号移到名称末尾。',
    rewrite: [['(?<=国)》', ''], ['(?<=法典|法|条例)$', '》']],
    basis: { document: '《标点符号用法》（GB/T 15834—2011）', confidence: 'verified', source: 'GB/T 15834-2011' },
    wrong: ['宣传《中华人民共和国》行政处罚法。'],
    right: ['宣传《中华人民共和国行政处罚法》。', '参观《中华人民共和国》展览。'],
  }),
  brief({
    id: 'title-mark-early',
    pattern: `(?<=《${COUNTRY}(?:行政处罚|行政许可|行政强制|行政复议|行政诉讼|安全生产|人民调解|社区矫正|法律援助|民营经济促进|治安管理处罚|突发事件应对))》法(?=[、，。；和与及等》]|$)`,
    anchors: ['》法'],
    severity: 'warning',
    message: '“法”落在书名号外面了。',
    advice: '写在书名号里面。',
    replacement: '法》',
    safe: true,
    basis: { document: '《标点符号用法》（GB/T 15834—2011）', confidence: 'verified', source: 'GB/T 15834-2011' },
    wrong: ['宣传《行政处罚》法。'],
    right: ['宣传《行政处罚法》。', '学习《行政许可》法律读本。'],
  }),
  brief({
    id: 'title-unmarked',
    pattern: `中华人民共和国(?:${(DOCUMENTS as readonly DocumentSpec[]).filter(({ title }) => title.startsWith('中华人民共和国')).map(({ title }) => title.slice(7)).sort((a, b) => b.length - a.length).join('|')})(?<![《“][^》”]{0,40})(?![》”一-龥])`,
    anchors: ['中华人民共和国'],
    severity: 'hint',
    message: '“{hit}”是法律法规的全称，没有加书名号。',
    advice: '写作“《{title}》”这样的形式。'.replace('{title}', '中华人民共和国行政处罚法'),
    rewrite: [['^', '《'], ['$', '》']],
    basis: { document: '《标点符号用法》（GB/T 15834—2011）', article: '4.15', confidence: 'verified', source: 'GB/T 15834-2011' },
    wrong: ['宣传中华人民共和国行政处罚法。'],
    right: ['宣传《中华人民共和国行政处罚法》。', '中华人民共和国宪法宣誓仪式。', '宣传行政处罚法。'],
  }),
  brief({
    id: 'title-pufa-85',
    pattern: `(?<=${NOT_LOCAL}《(?:中央宣传部、司法部)?关于)在公民中(?=开展法[治制]宣传教育的第八个五年规划)`,
    anchors: ['在公民中'],
    exceptions: ['[省市县区州盟]', FAULT_NAMED],
    severity: 'information',
    message: '国家第八个五年普法规划的名称里没有“{hit}”，有的省的规划里有。',
    advice: '引用国家规划的，写《中央宣传部、司法部关于开展法治宣传教育的第八个五年规划（2021—2025年）》。',
    replacement: '',
    basis: plan('pufa-guihua-85'),
    wrong: ['落实《中央宣传部、司法部关于在公民中开展法治宣传教育的第八个五年规划（2021—2025年）》。'],
    right: ['落实《中央宣传部、司法部关于开展法治宣传教育的第八个五年规划（2021—2025年）》。', '落实省委宣传部、省司法厅《关于在公民中开展法治宣传教育的第八个五年规划（2021—2025年）》。'],
  }),

  // Years
  brief({
    id: 'title-year-zhengfu',
    pattern: `(?<=${NOT_LOCAL}《法治政府建设实施纲要[（(])(?:2020年?${DASH}2025|2016年?${DASH}2020|2015年?${DASH}2025|2021年?${DASH}20(?:20|24|26|30|35)|2022年?${DASH}20[0-9]{2})(?=年?[）)]》)`,
    anchors: ['《法治政府建设实施纲要'],
    exceptions: [FAULT_NAMED],
    severity: 'error',
    message: '中央的《法治政府建设实施纲要》只有2015—2020年和2021—2025年两份，这里写的是“{hit}”。',
    advice: '核对后写“2021—2025年”或者“2015—2020年”。',
    basis: plan('fazhi-zhengfu-gangyao-2021'),
    validity: { until: '2025-12-31' },
    wrong: ['对照《法治政府建设实施纲要（2020—2025年）》逐项落实。', '对照《法治政府建设实施纲要（2021-2035年）》逐项落实。'],
    right: ['对照《法治政府建设实施纲要（2021—2025年）》逐项落实。', '对照省《法治政府建设实施纲要（2016—2020年）》逐项落实。', '落实《云川省法治政府建设实施方案（2021—2025年）》。'],
  }),
  brief({
    id: 'title-year-zhongguo',
    pattern: `(?<=${NOT_LOCAL}《法治中国建设规划[（(])20(?!20年?${DASH}2025)[0-9]{2}年?${DASH}20[0-9]{2}(?=年?[）)]》)`,
    anchors: ['《法治中国建设规划'],
    exceptions: [FAULT_NAMED],
    severity: 'error',
    message: '《法治中国建设规划》的年限是2020—2025年，这里写的是“{hit}”。',
    advice: '写“2020—2025”。',
    replacement: '2020—2025',
    basis: plan('fazhi-zhongguo-guihua-2020'),
    validity: { until: '2025-12-31' },
    wrong: ['落实《法治中国建设规划（2021—2025年）》。'],
    right: ['落实《法治中国建设规划（2020—2025年）》。', '落实《法治云川建设规划（2021—2025年）》。'],
  }),
  brief({
    id: 'title-year-shehui',
    pattern: `(?<=${NOT_LOCAL}《法治社会建设实施纲要[（(])20(?!20年?${DASH}2025)[0-9]{2}年?${DASH}20[0-9]{2}(?=年?[）)]》)`,
    anchors: ['《法治社会建设实施纲要'],
    exceptions: [FAULT_NAMED],
    severity: 'warning',
    message: '中央《法治社会建设实施纲要》的年限是2020—2025年，这里写的是“{hit}”。',
    advice: '写“2020—2025”。',
    replacement: '2020—2025',
    basis: plan('fazhi-shehui-gangyao-2020'),
    validity: { until: '2025-12-31' },
    wrong: ['落实《法治社会建设实施纲要（2021—2025年）》。'],
    right: ['落实《法治社会建设实施纲要（2020—2025年）》。', '落实《云川省法治社会建设实施方案（2021—2025年）》。'],
  }),
  brief({
    id: 'title-outline-words',
    pattern: `(?<=${NOT_LOCAL}《)法治政府(?:建设纲要|实施纲要)(?=[（(]2021${DASH}2025年?[）)]》)`,
    anchors: ['《法治政府建设纲要', '《法治政府实施纲要'],
    exceptions: [FAULT_NAMED],
    message: '《{hit}（2021—2025年）》的名称少了字。',
    advice: '应为《法治政府建设实施纲要（2021—2025年）》。',
    replacement: '法治政府建设实施纲要',
    basis: plan('fazhi-zhengfu-gangyao-2021'),
    wrong: ['全面落实《法治政府建设纲要（2021—2025年）》。', '认真贯彻《法治政府实施纲要（2021—2025年）》。'],
    right: ['全面落实《法治政府建设实施纲要（2021—2025年）》。', '落实《云川市法治政府建设纲要（2021—2025年）》。'],
  }),
  brief({
    id: 'title-china-words',
    pattern: `(?<=${NOT_LOCAL}《)法治中国建设(?:实施)?纲要(?=[（(]2020${DASH}2025年?[）)]》)`,
    anchors: ['《法治中国建设纲要', '《法治中国建设实施纲要'],
    exceptions: [FAULT_NAMED],
    message: '没有《{hit}（2020—2025年）》，这份文件叫规划。',
    advice: '应为《法治中国建设规划（2020—2025年）》。',
    replacement: '法治中国建设规划',
    basis: plan('fazhi-zhongguo-guihua-2020'),
    wrong: ['贯彻中共中央《法治中国建设纲要（2020—2025年）》。'],
    right: ['贯彻中共中央《法治中国建设规划（2020—2025年）》。'],
  }),
];
