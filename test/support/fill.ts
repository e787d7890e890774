// Fills in drafts as a clerk would: each place gets a plausible value, a choice its first, and what is computed is computed.
// Must not know rules; a place without a value here is an error, so that new places are thought of.

/** What stands in a place; counts are chosen so that parts never exceed wholes. */
const VALUES: readonly (readonly [place: RegExp, value: string])[] = [
  [/^单位名称$/u, '松澜镇'],
  [/^单位简称$/u, '松澜镇'],
  [/^写明指导思想$/u, '全面落实上级部署'],
  [/^概述全年工作$/u, '扎实推进各项任务，依法行政水平稳步提高'],
  [/^(?:次数)$/u, '4'],
  [/^场次$/u, '26'],
  [/^(?:受理|排查|审结|收到|应出庭|应结|应办结|应参训|参加|在岗|提出|评查|抽检|发现|承办)数$|^办结总数$/u, '50'],
  [/^(?:依法受理|调解成功|化解|办结|纠错|败诉|出庭|结案|按期结案|按期办结|按时办结|答复|参训|合格|持证|采纳|整改|办复|回复)数$/u, '47'],
  [/^(?:件|份|条)数$/u, '12'],
  [/^备案数$/u, '12'],
  [/^月$/u, '1'],
  [/^日$/u, '15'],
  [/^写明具体不足$/u, '基层执法力量还不够强'],
  [/^写明原因$/u, '培训的针对性不强，跟班学习机会少'],
  [/^针对第一项不足写明打算$/u, '充实执法力量'],
  [/^针对第二项不足写明打算$/u, '改进宣传方式'],
  [/^写明措施、责任和时限$/u, '由司法所牵头，上半年完成业务培训和跟班学习'],
  [/^写明其他需要报告的情况$/u, '建议上级加强业务指导'],
  [/^写明部署的事项和分工$/u, '印发年度工作要点，把任务分到各办公室'],
  [/^写明考核、督察、述法等落实责任的做法$/u, '把法治建设纳入年度考核，班子成员全部述法'],
  [/^写明主持会议、听取汇报、带头学法述法的次数$/u, '全年主持研究法治建设议题8个，讲授法治课2次'],
  [/^写明主持学法、讲法治课、年终述法的次数$/u, '全年主持学法6次，讲授法治课2次'],
  [/^写明主持会议、听取汇报的次数和解决的问题$/u, '全年主持专题会议5次，解决执法装备不足的问题'],
  [/^写明督办事项、调研检查和整改情况$/u, '督促整改执法案卷中的问题'],
  [/^写明/u, '完善工作机制，明确办理流程'],
];

/** `year` is that of the first place asked for in the document: the report year. */
export function valueOf(place: string, year: number): string {
  const words = /^【(.*)】$/u.exec(place)?.[1];
  if (words === undefined) return place;
  if (words === '年份') return String(year);
  const value = VALUES.find(([pattern]) => pattern.test(words))?.[1];
  if (value === undefined) throw new Error(`no value for the place ${place}`);
  return value;
}

const RATE = /([0-9]+)(?:件|起|条|人|卷|批次|个)，[^，。]*?([0-9]+)(?:件|起|条|人|卷|批次|个)，[^，。]*$/u;

/** A snippet with all places filled in; the rate is computed from the two counts before it. Without a wish the first choice is taken. */
export function fillIn(template: string, year: number, wish?: string): string {
  const chosen = template
    .replace(/\$\{\d+\|([^|]*)\|\}/gu, (_, options: string) => {
      const all = options.split(',');
      if (wish !== undefined && !all.includes(wish)) throw new Error(`${wish} is not among ${options}`);
      return wish ?? (all[0] as string);
    })
    .replace(/\$0/gu, '');
  let text = '';
  let at = 0;
  for (const match of chosen.matchAll(/\$\{\d+:([^}]*)\}/gu)) {
    text += chosen.slice(at, match.index);
    at = match.index + match[0].length;
    const place = match[1] ?? '';
    text += place === '【比率】' ? rateIn(text) : valueOf(place, year);
  }
  return (text + chosen.slice(at)).replace(/\\([\\$}])/gu, '$1');
}

function rateIn(before: string): string {
  const [, whole, part] = RATE.exec(before) ?? [];
  if (whole === undefined || part === undefined) throw new Error(`no counts before a rate: ${before.slice(-40)}`);
  return String(Number(((Number(part) / Number(whole)) * 100).toFixed(1)));
}
