// Reports that the tests of both shells are written against, every place and number invented, and positions in them.
// Positions are computed here anew on purpose: must not import anything of the server.

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Line breaks as LSP counts them. */
const LINE_BREAK = /\r\n|\r|\n/gu;

export function positionAt(text: string, offset: number): Position {
  let line = 0;
  let start = 0;
  for (const { 0: lineBreak, index } of text.matchAll(LINE_BREAK)) {
    if (index + lineBreak.length > offset) break;
    line++;
    start = index + lineBreak.length;
  }
  return { line, character: offset - start };
}

export function offsetAt(text: string, { line, character }: Position): number {
  if (line === 0) return character;
  let seen = 0;
  for (const { 0: lineBreak, index } of text.matchAll(LINE_BREAK)) {
    if (++seen === line) return index + lineBreak.length + character;
  }
  throw new RangeError(`no line ${line}`);
}

/** Where some words of a text stand; they must stand there once. */
export function rangeOf(text: string, words: string): Range {
  const at = text.indexOf(words);
  if (at < 0 || text.includes(words, at + 1)) throw new RangeError(`“${words}” does not stand in the text exactly once`);
  return { start: positionAt(text, at), end: positionAt(text, at + words.length) };
}

export const textIn = (text: string, { start, end }: Range): string => text.slice(offsetAt(text, start), offsetAt(text, end));

/**
 * One finding of each rule and more: no part on shortcomings, a rate that its counts do not give, a wording with a fix
 * to be looked at, one with a safe fix and one that is certainly wrong.
 */
export const FAULTY = `云汀镇2024年度法治政府建设情况报告

2024年，云汀镇坚持以习近平新时代中国特色社会主义思想为指导，扎实推进依法行政。现将有关情况报告如下：

一、推进法治政府建设的主要举措和成效

（一）化解矛盾纠纷。全年受理调解纠纷250起，成功调解240起，调解成功率98.6%。

（二）加强普法宣传。深入推进“七五”普法，开展活动36场次，聘请法制副校长3名。

（三）做好帮教工作。对13名社区服刑人员落实帮教措施。

二、党政主要负责人履行推进法治建设第一责任人职责情况

镇党委书记、镇长认真履行推进法治建设第一责任人职责，主持研究法治议题6个。

三、2025年推进法治政府建设的主要安排

（一）加强学习。组织机关干部学习习近平法治思想。

（二）加强执法。落实行政裁量权基准，规范行政检查。
`;

/** What is wrong with FAULTY, in order of position: rule, severity and the words marked. */
export const FAULTY_FINDINGS = [
  { rule: 'structure-missing-part', severity: 'warning', words: '云汀镇2024年度法治政府建设情况报告' },
  { rule: 'figure-rate-mismatch', severity: 'warning', words: '98.6%' },
  { rule: 'wording-outdated', severity: 'warning', words: '七五' },
  { rule: 'wording-outdated', severity: 'error', words: '法制副校长' },
  { rule: 'wording-outdated', severity: 'warning', words: '社区服刑人员' },
] as const;

/** FAULTY with its safe fixes applied, and nothing else changed. */
export const FAULTY_FIXED = FAULTY.replace('法制副校长', '法治副校长').replace('社区服刑人员', '社区矫正对象');

/** Nothing is wrong with this one. */
export const SOUND = `溪柏乡2024年度法治政府建设情况报告

2024年，溪柏乡坚持以习近平新时代中国特色社会主义思想为指导，扎实推进依法行政。现将有关情况报告如下：

一、推进法治政府建设的主要举措和成效

（一）化解矛盾纠纷。全年受理调解纠纷250起，成功调解240起，调解成功率96%。

（二）加强普法宣传。深入推进“八五”普法，开展活动36场次，聘请法治副校长3名。

二、存在的不足和原因

执法力量不足。主要原因是专业人员少。

三、党政主要负责人履行推进法治建设第一责任人职责情况

乡党委书记、乡长认真履行推进法治建设第一责任人职责，主持研究法治议题6个。

四、2025年推进法治政府建设的主要安排

加强执法培训，配齐专业人员。
`;

/** Speaks of many things that rules know, but is no such report. */
export const OTHER = `关于镇中心小学春季运动会的通知

各班级：

运动会定于4月12日举行。请法制副校长到场，落实“七五”普法要求，参赛率98.6%。

镇中心小学
`;
