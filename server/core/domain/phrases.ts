// Fixed phrases that a report may write: how they read in full, since when, and where they are laid down. For hovers and
// completion; what is wrong with a phrase is said by terms/fixed-phrase.ts. Data only. Known until March 2026.

import { DUTY_REGULATION } from './standards.ts';
import type { PhraseSpec } from './types.ts';
import type { Basis } from './validity.ts';

const known = (document: string, source: string): Basis => ({ document, confidence: 'verified', source });
const USAGE: Basis = { document: '党中央文件的通行提法', confidence: 'general', source: 'general knowledge' };
const OUTLINE_2021 = known('《法治政府建设实施纲要（2021—2025年）》', 'http://zqb.cyol.com/html/2021-08/12/nw.D110000zgqnb_20210812_3-01.htm');
const CONFERENCE_2020 = known('中央全面依法治国工作会议（2020年11月）', 'https://workercn.cn/829/202011/18/201118080017362.shtml');
const SIXTH_PLENUM = known('党的十九届六中全会文件和此后中央文件的通行提法', 'https://freewechat.com/a/MzA3ODY1MjQxNg==/2650450208/3');
const PUFA_85 = known('中央宣传部、司法部关于开展法治宣传教育的第八个五年规划（2021—2025年）', 'https://dzb.zzrbnews.com/news/9001.html');
const THREE_SYSTEMS = known(
  '《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）',
  'https://www.beijing.gov.cn/gate/big5/www.beijing.gov.cn/zhengce/zhengcefagui/201905/t20190522_61817.html',
);

export const PHRASES: readonly PhraseSpec[] = [
  { id: 'xi-fazhi', text: '习近平法治思想', begins: ['习近平法治', '法治思想'], meaning: '全面依法治国的指导思想。', validity: { since: '2020-11-17' }, basis: CONFERENCE_2020 },
  { id: 'four-minds', text: '“四个意识”', begins: ['四个意识', '四个意'], meaning: '政治意识、大局意识、核心意识、看齐意识。', validity: {}, basis: USAGE },
  { id: 'four-confidence', text: '“四个自信”', begins: ['四个自信', '四个自'], meaning: '道路自信、理论自信、制度自信、文化自信。', validity: {}, basis: USAGE },
  { id: 'two-keeps', text: '“两个维护”', begins: ['两个维护', '两个维'], meaning: '坚决维护习近平总书记党中央的核心、全党的核心地位，坚决维护党中央权威和集中统一领导。', validity: {}, basis: USAGE },
  { id: 'two-establish', text: '“两个确立”', begins: ['两个确立', '两个确'], meaning: '确立习近平同志党中央的核心、全党的核心地位，确立习近平新时代中国特色社会主义思想的指导地位。', validity: { since: '2021-11-11' }, basis: SIXTH_PLENUM },
  {
    id: 'seven', text: '职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意的法治政府', begins: ['职能科学'],
    meaning: '对法治政府的七项要求，依次写全。', validity: { since: '2021-08-11' }, basis: OUTLINE_2021,
  },
  {
    id: 'four-personally', text: '重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办', begins: ['重要工作亲自部署', '重要工作亲自', '四个亲自'],
    meaning: '党政主要负责人对法治建设的要求，四项写全。', validity: { since: '2016-12-01' }, basis: { ...DUTY_REGULATION, article: '第四条' },
  },
  {
    id: 'three-systems', text: '行政执法“三项制度”', begins: ['三项制度', '行政执法三项'],
    meaning: '行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度。', validity: { since: '2018-12-05' }, basis: THREE_SYSTEMS,
  },
  { id: 'pufa-85', text: '“八五”普法', begins: ['八五普法', '“八五”普'], meaning: '第八个五年普法规划，2021年至2025年。', validity: { since: '2021-06-01', until: '2025-12-31' }, basis: PUFA_85 },
  { id: 'fengqiao', text: '新时代“枫桥经验”', begins: ['枫桥经验', '新时代枫桥'], meaning: '写“经验”，不写“精神”；全称前有“新时代”。', validity: { since: '2018-01-01' }, basis: USAGE },
];
