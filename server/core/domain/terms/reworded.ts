// What is left in a text that was taken from a library of model papers: words changed by machine so that it looks like
// another text (发展 → 开展), and the library's own marks. Data only; one entry, one claim.

import type { TermSpec } from '../types.ts';
import type { Basis } from '../validity.ts';
import { brief } from './brief.ts';

const USAGE: Basis = { document: '公文常用字词', confidence: 'general', source: 'https://m.wnwk.com/doc/699021.html (observed in pasted texts)' };

/** A word put in the place of another, where the words around it show which. */
const changed = (id: string, pattern: string, anchors: readonly string[], by: string, wrong: readonly string[], right: readonly string[]): TermSpec =>
  brief({ id: `reworded-${id}`, pattern, anchors, message: '“{hit}”疑为改写文字时换错的词。', advice: `应为“${by}”。`, replacement: by, safe: true, basis: USAGE, wrong, right });

export const REWORDED: readonly TermSpec[] = [
  {
    id: 'reworded-fazhan',
    pattern: '经济社会开展(?=大局|全局|需要|规划|目标|水平|质量|营造|[，。；])|(?<=促进|推动|服务|护航)(?:[一-龥]域|全[镇县区市])?经济开展(?=[，。；])|新开展(?=理念|格局)',
    anchors: ['经济社会开展', '经济开展', '新开展理念', '新开展格局'],
    exceptions: [],
    validity: {},
    severity: 'warning',
    message: '“{hit}”疑为改写文字时换错的词。',
    advice: '应为“发展”。',
    rewrite: [['开展', '发展']],
    safe: true,
    basis: USAGE,
    examples: {
      year: 2024,
      wrong: ['服务经济社会开展大局。', '贯彻新开展理念。', '为经济社会开展营造良好环境。', '护航县域经济开展。'],
      right: ['服务经济社会发展大局。', '面向社会开展普法。', '围绕服务经济社会开展法治宣传。'],
    },
  },
  {
    id: 'reworded-fuwu',
    pattern: '(?<=公共法律|政务|便民)效劳',
    anchors: ['效劳'],
    exceptions: [],
    validity: {},
    severity: 'warning',
    message: '“{hit}”疑为改写文字时换错的词。',
    advice: '应为“服务”。',
    replacement: '服务',
    safe: true,
    basis: USAGE,
    examples: {
      year: 2024,
      wrong: ['健全公共法律效劳体系。'],
      right: ['健全公共法律服务体系。', '为家乡效劳。'],
    },
  },
  {
    id: 'reworded-mubiao',
    pattern: '各工程标任务',
    anchors: ['各工程标任务'],
    exceptions: [],
    validity: {},
    severity: 'warning',
    message: '“{hit}”疑为改写文字时换错的词。',
    advice: '应为“各项目标任务”。',
    replacement: '各项目标任务',
    safe: true,
    basis: USAGE,
    examples: {
      year: 2024,
      wrong: ['完成各工程标任务。'],
      right: ['完成各项目标任务。'],
    },
  },
  {
    id: 'reworded-guangda',
    pattern: '宏大(?=人民群众|群众|干部群众)',
    anchors: ['宏大人民群众', '宏大群众', '宏大干部群众'],
    exceptions: [],
    validity: {},
    severity: 'warning',
    message: '“{hit}”疑为改写文字时换错的词。',
    advice: '应为“广大”。',
    replacement: '广大',
    safe: true,
    basis: USAGE,
    examples: {
      year: 2024,
      wrong: ['引导宏大干部群众尊法。'],
      right: ['引导广大干部群众尊法。'],
    },
  },
  {
    id: 'reworded-nengli',
    pattern: '(?<=治理体系和治理)才能(?=现代化|水平|建设)|(?<=提升依法行政|提高依法行政|提升依法履职|提高依法履职)才能(?=[，。；])',
    anchors: ['才能'],
    exceptions: [],
    validity: {},
    severity: 'warning',
    message: '“{hit}”疑为改写文字时换错的词。',
    advice: '应为“能力”。',
    replacement: '能力',
    safe: true,
    basis: USAGE,
    examples: {
      year: 2024,
      wrong: ['推进治理体系和治理才能现代化。'],
      right: ['推进治理体系和治理能力现代化。', '坚持依法行政才能取信于民。', '只有依法行政才能不断提升公信力。'],
    },
  },

  changed('jiben', '根本(?=情况(?:如下|[：:，。]|介绍|汇报|报告如下))', ['根本情况'], '基本', ['（一）根本情况。'], ['（一）基本情况。', '从根本上解决问题。', '摸清矛盾产生的根本情况和原因。']),
  changed('jichu', '(?<=法治|工作|群众|思想|坚实的?|良好的?)根底(?!牢|扎实|深|浅|薄)', ['根底'], '基础', ['夯实法治根底。', '为下步工作打下坚实的根底。'], ['夯实法治基础。', '法律专业根底扎实。']),
  changed('fazhan-guan', '(?<=科学)开展(?=观)|(?<=新)开展(?=阶段)', ['科学开展观', '新开展阶段'], '发展', ['贯彻科学开展观。', '立足新开展阶段。'], ['贯彻科学发展观。', '立足新发展阶段。', '高质量开展专项检查。']),
  changed('guifan', '标准性(?=文件)', ['标准性文件'], '规范性', ['加强行政标准性文件管理。'], ['加强行政规范性文件管理。', '采用国家推荐性标准文件。']),
  changed('fuwu-2', '效劳(?=型政府|中心(?!思想)|群众|大厅|窗口|热线|平台|水平|质量|意识|效能)|(?<=优质|法律|志愿|社会化|上门)效劳', ['效劳'], '服务', ['建设效劳型政府。', '设立便民效劳中心。', '提供优质效劳。'], ['建设服务型政府。', '愿为乡亲效劳。', '为国效劳的心愿得以实现。']),
  changed('anquan', '平安消费(?=管理|工作|检查|责任|月|监管|形势|事故|专项)|平安生产(?=月|法|监管|责任|工作|检查|形势|事故|专项)', ['平安消费', '平安生产'], '安全生产', ['开展平安消费检查12次。', '举办平安生产月活动。'], ['开展安全生产检查12次。', '倡导平安消费、放心消费。', '创建平安生产队。']),
  changed('tigao', '不断进步(?=依法|执法|行政|群众|干部|服务|法治|工作)', ['不断进步'], '不断提高', ['不断进步依法行政水平。'], ['不断提高依法行政水平。', '推动社会不断进步。']),
  changed('tupo', '(?<=取得|实现|有了?|获得)新打破', ['新打破'], '新突破', ['普法工作实现新打破。'], ['普法工作实现新突破。', '打破部门壁垒。']),
  changed('jianshe', '(?<=党风廉政|法治政府|作风|(?<!执法|法律)队伍|精神文明)建立(?=工作(?:[，。；]|情况|成效|水平)|责任制|[，。；])|(?<=加强[一-龥]{0,4}执法队伍)建立(?=[，。；])', ['廉政建立', '政府建立', '作风建立', '队伍建立', '文明建立'], '建设', ['加强党风廉政建立。', '推进法治政府建立工作情况。', '加强执法队伍建立，持证率提高。'], ['加强党风廉政建设。', '推动法治政府建立健全制度。', '督促综合执法队伍建立工作台账。', '在法治政府建设中建立台账。']),
  changed('kaizhan', '(?<=深入|广泛|扎实|持续)发展(?=[一-龥]{0,8}(?:宣传教育|宣传|教育|专项|整治|排查)活动)', ['发展'], '开展', ['深入发展法治宣传教育活动。'], ['深入开展法治宣传教育活动。', '持续发展壮大调解队伍。']),
  changed('nengli-2', '(?<=履职|执政|执法|监管|服务)才能(?=[，。；]|水平|建设|和水平)|(?<=依法行政)才能(?=[。；])', ['才能'], '能力', ['提高执法才能水平。', '提升履职才能。', '提升执法人员依法行政才能。'], ['执法能力明显提升。', '依法执法才能得到群众认可。', '严格公正执法才能不断提升公信力。', '优化服务才能有效留住企业。']),
  brief({
    id: 'reworded-library',
    pattern: '(?:精品|优秀|精选|最新|实用)(?:范文|文档|资料)(?:推荐|下载|分享|参考)?|欢迎(?:大家)?(?:下载|阅读)(?:使用|本文)?|(?:感谢|谢谢)(?:您的|大家的?)?(?:阅读|下载)|仅供(?:大家|您)?参考[，,]?(?:欢迎)?下载|[（(](?:完整版|可编辑(?:版)?|[Ww]ord版|共[0-9]+篇|通用[0-9]+篇)[）)]',
    anchors: ['范文', '文档', '品资料', '秀资料', '选资料', '新资料', '用资料', '下载', '阅读', '完整版', '可编辑', 'ord版', '篇）', '篇)'],
    exceptions: ['征集|评选|评比|选编|汇编|图书|书籍|书屋|农家书屋|全民阅读|案例|公众号|小程序|APP|软件|微信|手册'],
    severity: 'warning',
    message: '“{hit}”像是从文库带进来的字。',
    advice: '删去。',
    basis: { document: '公文写作的通行做法', confidence: 'general', source: 'observed in pasted texts' },
    wrong: ['镇法治政府建设工作总结（完整版）', '以上是今年的工作情况，仅供参考，欢迎下载。'],
    right: ['推广微信小程序，欢迎下载使用。', '开展优秀文档评选。', '农家书屋欢迎阅读。'],
  }),
  brief({
    id: 'reworded-page-number',
    pattern: '(?<=[一-龥])第[0-9]{1,3}页[，,]?共[0-9]{1,3}页(?=[一-龥])|(?<=[一-龥])[-—–][0-9]{1,3}[-—–](?=[一-龥])',
    anchors: ['页共', '页，共', '页,共', ...['-', '—', '–'].flatMap((dash) => Array.from({ length: 10 }, (_, i) => `${dash}${i}`))],
    message: '“{hit}”是夹在句子里的页码。',
    advice: '删去。',
    replacement: '',
    basis: { document: '公文写作的通行做法', confidence: 'general', source: 'observed in pasted texts' },
    wrong: ['推进法治政府第3页共12页建设。', '推进法治政-3-府建设。'],
    right: ['推进法治政府建设。', '电话0510-3-12转接。', '台账共12页，第3页有误。'],
  }),
];
