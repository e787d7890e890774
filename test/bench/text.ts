// A report of this genre of any length, for the bench: a fixed frame filled with numbered paragraphs, every figure different.
// Must not know what is measured.

/** About `size` characters. */
export function makeReport(size: number): string {
  const lines = ['云溪镇2024年度法治政府建设情况报告', '', '2024年，云溪镇坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想和党的二十届三中全会精神。现将有关情况报告如下：', '', '一、2024年推进法治政府建设的主要举措和成效', ''];
  const tail = ['二、存在的不足和原因', '', '一是执法力量还比较薄弱，主要原因是专业人员少。', '', '三、党政主要负责人履行推进法治建设第一责任人职责情况', '', '党政主要负责人主持召开专题会议6次。', '', '四、2025年推进法治政府建设的主要安排', '', '持续加强执法队伍建设，落实《中华人民共和国行政处罚法》和行政执法“三项制度”。', ''];
  let length = [...lines, ...tail].join('\n').length;
  for (let i = 1; length < size; i++) {
    const received = 200 + (i % 97);
    const closed = received - (i % 7);
    const text = `${i}.办好第${i}批民生实事。坚持和发展新时代“枫桥经验”，整合司法所、派出所和村（社区）力量，全年受理调解各类矛盾纠纷${received}起，成功调解${closed}起，调解成功率${((closed / received) * 100).toFixed(1)}%。开展法治宣传活动${20 + (i % 30)}场次，发放资料${3000 + i * 10}余份，走访企业${15 + (i % 40)}家，审查合同${40 + (i % 60)}份。严格落实重大执法决定法制审核制度，帮扶困难群众${60 + (i % 50)}人次。`;
    lines.push(text, '');
    length += text.length + 2;
  }
  return [...lines, ...tail].join('\n');
}
