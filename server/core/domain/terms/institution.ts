// Bodies that were renamed, merged or dissolved, by the report year from which their old name is out of place. Data only; one
// entry, one claim. National dates are verified; towns and counties followed later and keep names of their own, so an entry
// begins with the first full year and is a warning only where the old name can hardly have stayed.

import { FAULT_NAMED } from '../mentions.ts';
import type { TermSpec } from '../types.ts';
import type { Basis, Severity, Validity } from '../validity.ts';
import { brief, LOOKS_BACK } from './brief.ts';

const REFORM_2018: Basis = {
  document: '深化党和国家机构改革方案（2018年）',
  note: '地方机构改革2019年3月底前基本完成；内设机构和地方叫法以当地文件为准',
  confidence: 'verified',
  source: 'http://zgyhbz.com/shownews.php?dir=0&id=4608 ; http://xiongan.gov.cn/2018-03/21/c_129834228_3.htm',
};
const GENERAL_2018: Basis = { ...REFORM_2018, confidence: 'general' };
const REFORM_2023: Basis = {
  document: '党和国家机构改革方案（2023年）',
  note: '地方机构名称以当地文件为准',
  confidence: 'general',
  source: 'http://bmcg.com.cn/details/578.html ; https://jianpian.cn/a/19fmmggo',
};

interface Renamed {
  readonly pattern: string;
  readonly anchors: readonly string[];
  /** What took its place, for the message. */
  readonly now: string;
  readonly advice: string;
  readonly validity?: Validity;
  readonly severity?: Severity;
  readonly basis?: Basis;
  readonly exceptions?: readonly string[];
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

function renamed(id: string, { pattern, anchors, now, advice, validity = { since: '2020-01-01' }, basis = REFORM_2018, severity = basis.confidence === 'verified' ? 'warning' : 'information', exceptions = [], wrong, right }: Renamed): TermSpec {
  return brief({
    id: `body-${id}`,
    pattern,
    anchors,
    exceptions: [LOOKS_BACK, '《[^》]{0,60}(?:局|委|部|办|厅|所|会)[^》]{0,60}》|签发|颁发|核发|发证|房产证|许可证|判决|被告|诉', FAULT_NAMED, ...exceptions],
    validity,
    severity,
    message: `${now}，“{hit}”是旧称。`,
    advice,
    basis,
    year: Math.max(2023, Number((validity.since ?? '').slice(0, 4)) + 1),
    wrong,
    right,
  });
}

export const INSTITUTIONS: readonly TermSpec[] = [
  renamed('fazhiban', {
    pattern: '(?<=国务院|[省市县区州盟旗]|政府)(?<![镇乡](?:人民)?政府)法制办(?:公室)?(?!理)',
    anchors: ['法制办'],
    now: '2018年机构改革后，政府法制机构并入司法行政机关',
    advice: '写“司法厅（局）”。',
    exceptions: ['人大|人民代表大会|联合'],
    wrong: ['报县政府法制办备案。'],
    right: ['报县司法局备案。', '原县法制办职能划入司法局。', '县人大常委会法制办公室来镇调研。'],
  }),
  renamed('gongshang', {
    pattern: '工商行政管理局|(?<=[县区市镇乡])工商(?:分局|所|局)|质量技术监督局|质监局|食品药品监督管理(?:局|所)|食药监(?:局|所)',
    anchors: ['工商行政管理局', '工商分局', '工商所', '工商局', '质量技术监督局', '质监局', '食品药品监督', '食药监'],
    now: '2018年机构改革组建了市场监督管理部门',
    advice: '写“市场监督管理局（所）”。',
    wrong: ['联合县工商局开展检查。', '会同食药监所检查餐饮单位。'],
    right: ['联合县市场监管局开展检查。', '县工商联、工商银行参加。', '国家药品监督管理局通报。'],
  }),
  renamed('guotu', {
    pattern: '国土资源(?:部(?![门分署])|厅|局|所|分局)|(?<=[县区市镇乡])国土(?:分局|所|局)',
    anchors: ['国土资源', '国土分局', '国土所', '国土局'],
    now: '2018年机构改革组建了自然资源部，地方为自然资源（和规划）局',
    advice: '写“自然资源（和规划）局（所）”。',
    wrong: ['会同县国土资源局查处违法占地。', '镇国土所开展巡查。'],
    right: ['会同县自然资源和规划局查处违法占地。', '编制国土空间规划。', '推进国土绿化。'],
  }),
  renamed('huanbao', {
    pattern: '环境保护(?:厅|局)|环境保护部(?![门分署])|(?<=[省市县区])环保(?:厅|局|分局)',
    anchors: ['环境保护厅', '环境保护局', '环境保护部', '环保厅', '环保局', '环保分局'],
    now: '2018年机构改革组建了生态环境部，地方为生态环境（分）局',
    advice: '写“生态环境（分）局”。',
    wrong: ['联合县环保局开展执法检查。'],
    right: ['联合市生态环境局临岚分局开展执法检查。', '环境保护部门、环保督察组、镇环保办到场。'],
  }),
  renamed('nongye', {
    pattern: '(?<![渔林牧畜]业?|现代)农业部(?![门分署队位])|(?<=[省市县区])农业(?:厅|局|委员会)(?![部限势面])',
    anchors: ['农业部', '农业厅', '农业局', '农业委员会'],
    now: '2018年机构改革组建了农业农村部，地方为农业农村局',
    advice: '写“农业农村局”。',
    severity: 'information',
    wrong: ['配合县农业局查处假种子案。'],
    right: ['配合县农业农村局查处假种子案。', '县农牧局、林业局、农业部门到场。', '农业综合行政执法大队。'],
  }),
  renamed('anjian', {
    pattern: '安全生产监督管理(?:总局|局)|安监总局|(?<=[省市县区镇])安监局',
    anchors: ['安全生产监督管理', '安监总局', '安监局'],
    now: '2018年机构改革组建了应急管理部门',
    advice: '核对后写“应急管理局”。',
    severity: 'information',
    wrong: ['会同县安监局检查企业。'],
    right: ['会同县应急管理局检查企业。', '镇安监站、安监办开展巡查。'],
  }),
  renamed('lvyou', {
    pattern: '(?<=[省市县区])旅游局|文广新局|文化广电新闻出版局|文体广?电?新(?:闻出版)?局|新闻出版广电(?:总局|局)',
    anchors: ['旅游局', '文广新局', '新闻出版局', '文体', '新闻出版广电'],
    now: '2018年机构改革组建了文化和旅游部门，新闻出版管理职责划入宣传部门',
    advice: '核对后写“文化和旅游局”或者当地现名。',
    severity: 'information',
    wrong: ['联合县文广新局检查网吧。'],
    right: ['联合县文化广电和旅游局检查网吧。', '县文化广电旅游局到场。'],
  }),
  renamed('weiji', {
    pattern: '卫计(?:委|局|部门)|卫生和计划生育(?:委员会|局)|人口和计划生育(?:委员会|局)|(?<=[省市县区])(?:计生(?:委|局)|卫生(?:厅|局)(?!长))',
    anchors: ['卫计', '卫生和计划生育', '人口和计划生育', '计生委', '计生局', '卫生厅', '卫生局'],
    now: '2018年机构改革组建了卫生健康委员会',
    advice: '写“卫生健康委（局）”。',
    wrong: ['县卫计局开展执法检查。'],
    right: ['县卫生健康局开展执法检查。', '镇计生协会开展活动。'],
  }),
  renamed('fupin', {
    pattern: '扶贫开发(?:办公室|办|局)|(?<=国务院|[省市县区镇乡])扶贫(?:办公室|办|局)|扶贫(?:开发)?领导小组',
    anchors: ['扶贫开发', '扶贫办', '扶贫局', '扶贫领导小组'],
    now: '2021年2月国家乡村振兴局挂牌，扶贫机构不再保留',
    advice: '按报告年度核对后写“乡村振兴局”或者“农业农村局”。',
    validity: { since: '2022-01-01' },
    basis: { document: '国家乡村振兴局挂牌（2021年2月25日）', confidence: 'general', source: 'http://bmcg.com.cn/details/578.html' },
    wrong: ['会同县扶贫办核查资金。'],
    right: ['会同县农业农村局核查资金。', '扶贫资产清查完成。'],
  }),
  renamed('xiangcun-zhenxing', {
    pattern: '(?<![（(、])(?<=[省市县区]|国家)乡村振兴局(?![）)])',
    anchors: ['乡村振兴局'],
    now: '2023年机构改革后，乡村振兴局不再单设，职责划入农业农村部门',
    advice: '核对后写“农业农村局”。',
    validity: { since: '2025-01-01' },
    basis: REFORM_2023,
    severity: 'hint',
    exceptions: ['加挂'],
    wrong: ['会同县乡村振兴局核查项目。'],
    right: ['会同县农业农村局（县乡村振兴局）核查项目。'],
  }),
  renamed('jinrong', {
    pattern: '银(?:行业)?保(?:险业)?监(?:督管理(?:委员会)?)?(?:会|局|分局)|(?<!中国)银监(?:会|局|分局)|保监(?:会|局|分局)',
    anchors: ['银保监', '银行业保险', '银监', '保监'],
    now: '2023年5月国家金融监督管理总局挂牌，银保监会不再保留',
    advice: '写“国家金融监督管理总局”及其派出机构的现名。',
    validity: { since: '2024-01-01' },
    basis: REFORM_2023,
    wrong: ['联合银保监分局开展防非宣传。'],
    right: ['联合金融监管支局开展防非宣传。'],
  }),
  renamed('shuiwu', {
    pattern: '国(?:家)?税(?:务)?局[、和]地(?:方)?税(?:务)?局|地税(?:局|所|部门)|(?<!国家)国税(?:局|所|部门)',
    anchors: ['国税', '地税', '国家税务局', '地方税务局'],
    now: '2018年国税地税征管体制改革后，县乡税务机构合并',
    advice: '写“税务局（所）”。',
    validity: { since: '2019-01-01' },
    basis: { ...GENERAL_2018, document: '国税地税征管体制改革（2018年）' },
    wrong: ['会同国税局、地税局开展宣传。'],
    right: ['会同国家税务总局临岚县税务局开展宣传。'],
  }),
  renamed('xiaofang', {
    pattern: '公安消防(?:支队|大队|中队|总队|部队)|消防(?:武警|部队官兵)|武警消防',
    anchors: ['公安消防', '消防武警', '消防部队', '武警消防'],
    now: '2018年公安消防部队转制为国家综合性消防救援队伍',
    advice: '写“消防救援大队（站）”。',
    basis: GENERAL_2018,
    wrong: ['邀请公安消防大队授课。'],
    right: ['邀请县消防救援大队授课。', '公安、消防大队到场。'],
  }),
  renamed('jiancha', {
    pattern: '(?<=[省市县区])监察(?:局|厅)(?!长)|监察部(?![门署队分])|反贪污?贿?赂?局|反渎职侵权局',
    anchors: ['监察局', '监察厅', '监察部', '反贪', '反渎职'],
    now: '2018年组建监察委员会，监察局和检察院反贪机构不再保留',
    advice: '写“监察委员会”或者“纪委监委”。',
    validity: { since: '2019-01-01' },
    exceptions: ['矿山|煤矿|劳动|环境|生态'],
    wrong: ['向县监察局移送线索。'],
    right: ['向县纪委监委移送线索。', '劳动保障监察大队、监察部门到场。', '国家矿山安全监察局通报。'],
  }),
  renamed('liangshi', {
    pattern: '(?<=[省市县区])粮食局|(?<=[省市县区])城乡规划局|(?<=[省市县区])规划局',
    anchors: ['粮食局', '规划局'],
    now: '2018年机构改革后，粮食和城乡规划的职责分别划入发展改革（粮食和物资储备）部门、自然资源部门',
    advice: '核对机构的现名后改写。',
    severity: 'hint',
    wrong: ['会同县规划局认定违建。'],
    right: ['会同县自然资源和规划局认定违建。'],
  }),
  renamed('bianfang', {
    pattern: '边防派出所|公安边防(?:支队|大队|部队)',
    anchors: ['边防派出所', '公安边防'],
    now: '2019年1月起公安边防部队转制',
    advice: '写“边境派出所”或者“移民管理机构”。',
    basis: GENERAL_2018,
    wrong: ['联合边防派出所巡查。'],
    right: ['联合边境派出所巡查。'],
  }),
  brief({
    id: 'body-fazhi-ribao',
    pattern: '法制日报',
    exceptions: [LOOKS_BACK],
    validity: { since: '2021-01-01' },
    severity: 'hint',
    message: '《{hit}》2020年8月1日起更名为《法治日报》。',
    advice: '写《法治日报》；引用更名以前的报道不改。',
    replacement: '法治日报',
    basis: { document: '《法治日报》更名（2020年8月1日）', confidence: 'verified', source: 'https://cna.com.tw/news/acn/202008020120.aspx' },
    year: 2023,
    wrong: ['《法制日报》刊发我镇经验。'],
    right: ['《法治日报》刊发我镇经验。', '原《法制日报》更名为《法治日报》。'],
  }),
];
