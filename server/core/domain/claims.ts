// How reports claim success without saying in what, and what shows that they do say it. Data only: sources of regular
// expressions, from the usage of published reports. That such words alone say little is common usage, laid down nowhere.

/** A claim that would fit any office and any year. */
export const VAGUE_CLAIM =
  '(?:成效|成果|效果|实效|作用)(?:十分|非常|更加|日益|较为)?(?:显著|明显|突出)(?![^，。；]{0,4}的?(?:问题|不足))|(?:取得|收到|获得)(?:了)?(?:较好|良好|显著|明显|积极|突出|丰硕|实实在在)的?(?:法治|社会|工作)?(?:成效|成果|成绩|效果|进展|反响)|(?:显著|明显|大幅度?|极大地?|稳步|进一步)(?:得到)?(?:提升|提高|增强|改善|好转|优化)(?=[，。；！]|$)|(?:得到|有)了?(?:进一步|显著|明显|大幅度?|极大|较大|全面)的?(?:提升|提高|增强|改善)(?=[，。；！]|$)|(?:迈上|跃上)(?:了)?(?:一个)?新(?:的)?台阶|再上(?:一个)?(?:新)?台阶|开创(?:了)?[^，。；]{0,8}新局面';

/** What is wished for, or lacking, or somebody else's is no claim. */
export const NO_CLAIM = '不断|力争|努力|确保|目标|要求|争取|将|有待|还需|仍需|以期|旨在|为[^，。；]{0,12}(?:提供|奠定)|不(?:够)?(?:显著|明显|突出)|促进|推动|着力|切实|以[^，。；]{2,16}(?:促|推动|带动)|没有|未能|是否';

/** Shows what the claim rests on: a case, a name, a place in a list, a document. */
export const EVIDENCE =
  '如[：:，]?|例如|比如|其中|案例|为例|某|荣获|获评|入选|评为|被[^，。；]{2,12}(?:评|授予|表彰|推广|转发|报道)|授予|表彰|示范|试点|排名|位居|位列|第[一二三四五六七八九十]|首[个批次家例]|全[国省市县区](?:推广|率先|首)|《|“|‘|零(?:败诉|投诉|上访|纠错|复议)|同比|环比|[一二三四五六七八九十百千](?:件|起|次|场|名|人|个|份|条|部|家|户|处|项|所|批)|[一-龥]{2,6}(?:平台|中心|工作室|工作站|调解室|法庭|广场|公园|长廊|小区|村|社区)';
