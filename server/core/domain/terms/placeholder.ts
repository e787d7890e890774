// What is left of a template: letters for names and numbers, places to fill in, words of another kind of reporter.
// Data only; one entry, one claim. Which kind of reporter an entry is about, `FOREIGN_WORDS` says.

import { BLANKS } from '../blanks.ts';
import { COMMON_USAGE, DOCUMENT_REGULATION } from '../standards.ts';
import type { LevelSpec, TermSpec } from '../types.ts';

const EXACT = { ...DOCUMENT_REGULATION, note: '起草公文应当内容完整，表述准确' };

/** What stands for a unit or a count behind a letter. */
const UNITS = '[%％]|镇|乡|街道|县|市|区|局|村|社区|名|次|件|个|人次|人|万元|场|条|份|起|年|月|日(?!报)';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** How a place to fill in begins; 【待遇保障】, 【填写指南】 and 【此处风景】 are headings. */
const STUB_VERBS = '(?:写明|填写(?!指南|说明|要求|须知|规范|范围|示例|样例)|此处(?:应|需|可|待)?(?:填|写|补|插|加|放|列|附|替换)|待(?:填|补(?![贴偿助])|定|核(?![查销])|写|完善))';

export const PLACEHOLDERS: readonly TermSpec[] = [
  {
    id: 'placeholder-letter',
    // Not in quoted words: a sample, a title, what somebody said.
    pattern: `(?<!“[^”]{0,30})(?<![A-Za-z0-9+＋×])(?:[Xx]{1,4}|[Yy]{1,2}|×{1,4})(?!人[机像脸工])(?:${UNITS})|20(?:[Xx]{2}|×{2})年`,
    anchors: ['X', 'x', 'Y', 'y', '×'],
    // A case, a scene or what somebody said, told without names.
    exceptions: ['[一-龥]某|某[一-龥]|案例[一二三四五六七八九十0-9：]|(?<![投起应申上])诉(?![求讼前源调])|案(?=[》”）])|(?:典型|指导性?|整治)案|(?:示范|格式)文本|当事人(?:[一-龥×]某|×)|村民[因与之]|组村民|隐去|小品|话剧|相声|剧目|影片|电影|短片|试题|我是|您好|责令改正|”的责令|毗邻|调解室'],
    validity: {},
    severity: 'error',
    message: '“{hit}”是模板里待填的地方。',
    advice: '换成实际的名称或数字。',
    basis: EXACT,
    examples: { year: 2024, wrong: ['2024年，XX镇坚持依法行政。', '培训执法人员x名。', '共办理××件。'], right: ['公示牌样式为“××县××镇×号网格”。', '案例一：张某与××村村民因宅基地产生纠纷。', '××公司诉××镇人民政府案一审胜诉。', '推行“1+X”工作模式。', '长3×2个单元。', '购置X光机1台。'] },
  },
  {
    id: 'placeholder-letter-n',
    // 1+N and N个一 are ways of working; a letter behind another is a name.
    pattern: `(?<!“[^”]{0,30})(?<![A-Za-z0-9+＋×—-])[Nn](?:%|次|件|份|场|起|名|人次|条)(?![+＋]|元|方|级)`,
    anchors: ['N', 'n'],
    exceptions: ['[+＋]\\s?[Nn]|[Nn]\\s?[+＋]'],
    validity: {},
    severity: 'information',
    message: '“{hit}”像是模板里待填的数字。',
    advice: '换成实际的数字。',
    basis: COMMON_USAGE,
    examples: { year: 2024, wrong: ['审查合同N份。', '开展法治宣传n场次。'], right: ['推行“1+N”工作机制。', '建立1+N件监督事项清单。', '打造“N次方”普法品牌。', '运行N个一工作法。', '审查合同12份。'] },
  },
  {
    id: 'placeholder-line',
    // Nothing else has a line in front of its unit; two underscores are Markdown's.
    pattern: `(?:(?<!＿)＿+|(?<!_)_{3,})[ \\u3000]?(?:${UNITS})`,
    anchors: ['＿', '___'],
    exceptions: [],
    validity: {},
    severity: 'error',
    message: '“{hit}”是模板里待填的地方。',
    advice: '换成实际的名称或数字。',
    basis: EXACT,
    examples: { year: 2024, wrong: ['召开专题会议＿＿次。', '审查合同____份。'], right: ['__次要问题__另行说明。', '审查合同12份。'] },
  },
  {
    id: 'placeholder-name',
    pattern: '[（(【\\[〔](?:单位名称|单位全称|乡镇名称|镇名|乡名|街道名称|部门名称|县名|区名|具体数字|具体数据|XX|××)[）)】\\]〕]',
    anchors: ['（', '(', '【', '[', '〔'],
    exceptions: [],
    validity: {},
    severity: 'information',
    message: '“{hit}”像是模板里待填的名称。',
    advice: '换成实际的名称或数字，括号一并删去。',
    basis: COMMON_USAGE,
    examples: { year: 2024, wrong: ['（单位名称）坚持依法行政。', '全年召开专题会议（具体数字）次。'], right: ['（一）坚持依法行政。', '综合行政执法大队（单位名称、职能见公告）。'] },
  },
  {
    id: 'placeholder-own-stub',
    pattern: `【(?:${BLANKS.map(escaped).join('|')}|${STUB_VERBS}[^【】]{0,30})】`,
    anchors: ['【'],
    exceptions: [],
    validity: {},
    severity: 'error',
    message: '“{hit}”是插入的提示，还没有填写。',
    advice: '换成实际内容，或整句删去。',
    basis: EXACT,
    examples: { year: 2024, wrong: ['主要原因是【写明原因】。', '负责人【待定】。', '【此处填写数据】。', '结案率【比率】%。', '【填写牵头部门】负责落实。'], right: ['主要原因是人手不足。', '【典型案例】某企业欠薪案。', '【待遇保障】落实执法人员津贴。', '【待办事项清零】办结12件。', '【待补偿户】签约12户。', '【填写指南】印发到村。'] },
  },
  {
    id: 'placeholder-tab-stop',
    pattern: '\\$\\{[0-9]+(?::[^{}]*)?\\}',
    anchors: ['${'],
    exceptions: [],
    validity: {},
    severity: 'error',
    message: '这是代码片段的占位符，还没有填写。',
    advice: '换成实际内容。',
    basis: EXACT,
    examples: { year: 2024, wrong: ['主要原因是${1:写明原因}。'], right: ['主要原因是人手不足。'] },
  },
  {
    id: 'placeholder-star',
    pattern: '(?<![*0-9A-Za-z一-龥]\\*?)(?<!\\*)\\*{1,2}(?:次|件|名|人|场|个)|(?<=[一-龥])(?<!\\*[^*]{0,40})\\*(?:次|件|名|人次|场|个)(?=[^*]*$)',
    anchors: ['*'],
    exceptions: [],
    validity: {},
    severity: 'hint',
    message: '“{hit}”像是模板里待填的数字。',
    advice: '换成实际的数字。',
    basis: COMMON_USAGE,
    examples: { year: 2024, wrong: ['召开专题会议*次。'], right: ['召开专题会议*三次*。', '召开专题会议3次。'] },
  },
  {
    id: 'placeholder-somewhere',
    pattern: '某某(?:镇|乡|街道|县|市|区|局|村|社区)',
    anchors: ['某某'],
    exceptions: [],
    validity: {},
    severity: 'information',
    message: '“{hit}”代替了名称。',
    advice: '正式文本写实际名称。',
    basis: COMMON_USAGE,
    examples: { year: 2024, wrong: ['2024年，某某镇坚持依法行政。'], right: ['为张某某等人提供法律援助。'] },
  },
  {
    id: 'foreign-bureau',
    pattern: '我局(?!面)|(?<!统揽|服务)全局各项工作|本局(?=党组|机关|执法|各)',
    anchors: ['我局', '全局各项', '本局'],
    exceptions: ['“[^”]{0,60}(?:我局|本局)[^”]{0,60}”'],
    validity: {},
    severity: 'hint',
    message: '报告单位是乡镇（街道），文中却写“{hit}”，像是沿用了部门的稿子。',
    advice: '改成本单位的自称，如“我镇”。',
    basis: COMMON_USAGE,
    examples: { year: 2024, wrong: ['云溪镇2024年度法治政府建设情况报告\n一、主要举措和成效\n我局开展执法培训6场。'], right: ['临岚县农业农村局2024年度法治政府建设情况报告\n一、主要举措和成效\n我局开展执法培训6场。'] },
  },
  {
    id: 'foreign-party-group',
    pattern: '(?<!各级|各单位|部门|各地区各部门|上级)党委[（(]党组[）)]',
    anchors: ['（党组', '(党组'],
    exceptions: ['各[^，。]{0,10}党委[（(]党组'],
    validity: {},
    severity: 'hint',
    message: '报告单位是乡镇（街道），“{hit}”像是模板里没有选定的写法。',
    advice: '写实际的名称，如“镇党委”“党工委”。',
    basis: COMMON_USAGE,
    examples: { year: 2024, wrong: ['云溪镇2024年度法治政府建设情况报告\n一、主要举措和成效\n党委（党组）每季度专题研究。'], right: ['云溪镇2024年度法治政府建设情况报告\n一、主要举措和成效\n落实各级党委（党组）主体责任。'] },
  },
  {
    id: 'foreign-town',
    pattern: '我[镇乡](?!村)',
    anchors: ['我镇', '我乡'],
    exceptions: ['“[^”]{0,60}我[镇乡][^”]{0,60}”'],
    validity: {},
    severity: 'hint',
    message: '报告单位是部门，文中却写“{hit}”，像是沿用了乡镇的稿子。',
    advice: '改成本单位的自称，如“我局”。',
    basis: COMMON_USAGE,
    examples: { year: 2024, wrong: ['临岚县农业农村局2024年度法治政府建设情况报告\n一、主要举措和成效\n我镇开展执法培训6场。'], right: ['云溪镇2024年度法治政府建设情况报告\n一、主要举措和成效\n我镇开展执法培训6场。'] },
  },
];

/** A department whose name holds this belongs to a town, which is its own. */
export const OF_TOWN = '[镇乡]|街道';

/** Entries that hold only in the report of such a reporter. */
export const FOREIGN_WORDS: Readonly<Record<string, LevelSpec['id']>> = {
  'foreign-bureau': 'township',
  'foreign-party-group': 'township',
  'foreign-town': 'department',
};
