// What is offered while a report is written: at the start of a line what is still missing there, after the name of a rate
// its sentence or the rate itself, and nothing in running text. `|` is the cursor.

import { describe, expect, test } from 'vitest';
import { analyze, applyEdits, completions, rateFor, type Completion } from '../../server/core/index.ts';
import { initialsOf } from '../../server/core/domain/initials.ts';
import { METRICS } from '../../server/core/domain/metrics.ts';
import { TOPICS } from '../../server/core/domain/topics.ts';
import type { MetricSpec } from '../../server/core/domain/types.ts';
import { sentenceText } from '../../server/core/report/draft.ts';
import { fillIn } from '../support/fill.ts';
import { marked, problemsOf } from '../support/check.ts';

function offered(marked: string, answersNames = false): { readonly text: string; readonly items: readonly Completion[] } {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  return { text, items: completions(analyze(text, { isReport: true }), at, answersNames).items };
}
const labels = (marked: string, answersNames = false): string[] => offered(marked, answersNames).items.map(({ label }) => label);

/** The text after the item with this label is taken, places shown. */
function taken(marked: string, label: string): string {
  const { text, items } = offered(marked);
  const item = items.find((each) => each.label === label);
  expect(items.map((each) => each.label)).toContain(label);
  return item ? applyEdits(text, [{ span: item.span, text: item.text }, ...(item.edits ?? [])]) : text;
}

const HEAD = '云溪镇2024年度法治政府建设情况报告\n\n2024年，我镇扎实推进法治政府建设。现将有关情况报告如下：\n\n';
const WORK = '一、主要举措和成效\n\n（一）加强组织领导\n\n全年召开会议4次。\n\n（二）规范行政执法\n\n开展检查6次。\n\n';
const PLAN = '二、2025年工作安排\n\n充实执法力量。\n';

describe('at the start of a line', () => {
  test('an empty report begins with its title, then its opening', () => {
    expect(labels('|').slice(0, 2)).toEqual(['报告标题', '导语']);
    expect(labels('bt|')).toEqual(['报告标题']);
    expect(taken('bt|', '报告标题')).toBe('【单位名称】【年份】年度法治政府建设情况报告');
    expect(taken('# bt|', '报告标题')).toBe('# 【单位名称】【年份】年度法治政府建设情况报告');
    expect(taken('云溪镇2024年度法治政府建设情况报告\n\n## zyjc|', '一、2024年推进法治政府建设的主要举措和成效')).toMatch(/\n\n## 一、[\s\S]*\n\n### （一）/u);
    expect(labels('云溪镇2024年度法治政府建设情况报告\n\ndy|')[0]).toBe('导语');
    expect(taken('云溪镇2024年度法治政府建设情况报告\n\ndy|', '导语')).toContain('2024年，我镇坚持');
    for (const names of ['中共云溪县委、云溪县人民政府', '中共云溪县委 云溪县人民政府']) expect(taken(`${names}关于2024年度法治政府建设情况的报告\n\ndy|`, '导语')).toContain('2024年，县委、县政府坚持');
    expect(labels(`${HEAD}dy|`)).not.toContain('导语');
  });

  test('the parts that are missing, numbered for this place', () => {
    expect(labels(`${HEAD}${WORK}二|`)).toEqual(['二、存在的不足和原因', '二、党政主要负责人履行推进法治建设第一责任人职责情况', '二、2025年推进法治政府建设的主要安排', '二、其他需要报告的情况']);
    expect(labels(`${HEAD}${WORK}bzyy|`)).toEqual(['二、存在的不足和原因']);
    expect(labels(`${HEAD}${WORK}存在|`)).toEqual(['二、存在的不足和原因']);
    expect(labels(`${HEAD}${WORK}二、dy|`)).toEqual(['二、党政主要负责人履行推进法治建设第一责任人职责情况']);
    expect(labels(`${HEAD}${WORK}第一责任|`)).toEqual(['二、党政主要负责人履行推进法治建设第一责任人职责情况']);
    expect(taken(`${HEAD}${WORK}bz|`, '二、存在的不足和原因')).toBe(`${HEAD}${WORK}二、存在的不足和原因\n\n一是【写明具体不足】。主要原因是【写明原因】。\n\n二是【写明具体不足】。主要原因是【写明原因】。`);
  });

  test('what follows moves on where its number would stand twice', () => {
    expect(taken(`${HEAD}${WORK}bz|\n\n${PLAN}`, '二、存在的不足和原因')).toContain('\n\n三、2025年工作安排\n');
    expect(taken(`${HEAD}${WORK}bz|\n\n${PLAN.replace('二、', '三、')}`, '二、存在的不足和原因')).toContain('\n\n三、2025年工作安排\n');
    expect(taken(`${HEAD}一、主要举措和成效\n\n（一）加强组织领导\n\n甲。\n\npfxc|\n\n（二）规范行政执法\n\n乙。\n`, '（二）深化普法宣传，营造法治氛围')).toContain('（三）规范行政执法');
  });

  test('a bare number above a heading takes nothing from it', () => {
    for (const gap of ['\n\n', '\n']) {
      const tight = (text: string): string => text.replaceAll('\n\n', gap);
      const behind = tight('\n\n二、下一步工作安排\n\n充实执法力量。\n');
      for (const typed of ['二、', '二', '（三）', '二、存在']) {
        const all = labels(`${tight(HEAD + WORK)}${typed}|${behind}`);
        expect(all.some((label) => /主要安排/u.test(label)), typed).toBe(false);
      }
      expect(taken(`${tight(HEAD + WORK)}二、|${behind}`, '二、存在的不足和原因')).toContain('\n三、下一步工作安排\n');
      expect(taken(`${tight(HEAD + WORK)}二、|\n二、下一步工作安排\n`, '二、存在的不足和原因')).toContain('\n三、下一步工作安排\n');
      const both = `\n二、存在的不足\n人手少，主要原因是编制紧。${behind.replace('二、', '三、')}`;
      expect(labels(`${tight(HEAD + WORK)}二、|${both}`)).toEqual(['二、党政主要负责人履行推进法治建设第一责任人职责情况']);
      const written = taken(`${tight(HEAD + WORK)}二、|${both}`, '二、党政主要负责人履行推进法治建设第一责任人职责情况');
      expect(written.match(/^[一二三四五]、/gmu)).toEqual(['一、', '二、', '三、', '四、']);
    }
  });

  test('the usual topics of the part that are not there yet', () => {
    const all = labels(`${HEAD}${WORK}（三|`);
    expect(all).toContain('（三）深化普法宣传，营造法治氛围');
    expect(all.some((label) => /加强党的领导|规范行政执法/u.test(label))).toBe(false);
    expect(labels(`${HEAD}${WORK}（三）普法|`)).toEqual(['（三）深化普法宣传，营造法治氛围']);
    expect(labels(`${HEAD}${WORK}pf|`)).toEqual(['（三）深化普法宣传，营造法治氛围']);
    expect(labels(`${HEAD}${WORK}（三）|\n`).length).toBeGreaterThan(5);
    expect(labels(`${HEAD}${WORK}二、存在的不足和原因\n\npf|`)).toEqual([]);
    expect(labels(`${HEAD}${WORK}二、2025年工作安排\n\n（|`)).toContain('（一）提高行政执法质量');
    expect(labels(`${HEAD.replace('2024', '2019')}${WORK}szfz|`)).toEqual([]);
    expect(labels(`${HEAD}${WORK}szfz|`)).toEqual(['（三）推进数字法治政府建设，提升治理效能']);
  });

  test('a bracket that the editor closed of itself is taken in', () => {
    expect(taken(`${HEAD}${WORK}（三|）`, '（三）优化政务服务，方便群众办事')).toContain('\n\n（三）优化政务服务，方便群众办事\n\n');
  });

  test('the next shortcoming', () => {
    const problems = `${HEAD}${WORK}二、存在的不足和原因\n\n一是人手少。主要原因是编制紧。\n\n`;
    expect(labels(`${problems}二|`)).toContain('二是……');
    expect(taken(`${problems}bzyx|`, '二是……')).toBe(`${problems}二是【写明具体不足】。主要原因是【写明原因】。`);
    const headed = `${HEAD}${WORK}二、存在的不足和原因\n\n（一）人手少。主要原因是编制紧。\n\n`;
    expect(taken(`${headed}（二|`, '（二）一项不足和原因')).toBe(`${headed}（二）【写明具体不足】。主要原因是【写明原因】。`);
  });

  test('the signature at the end, once', () => {
    const whole = `${HEAD}${WORK}${PLAN}\n`;
    expect(taken(`${whole}lk|`, '落款')).toBe(`${whole}云溪镇人民政府\n\n2025年【月】月【日】日`);
    expect(labels(`${whole}云溪镇人民政府\n\n2025年1月5日\n\nlk|`)).toEqual([]);
    expect(labels(`${HEAD}${WORK}lk|\n\n${PLAN}`)).toEqual([]);
  });

  test('in the style of the document', () => {
    const markdown = `# ${HEAD}## ${WORK.replaceAll('（一）', '### （一）').replaceAll('（二）', '### （二）')}`;
    expect(taken(`${markdown}## 二|`, '二、存在的不足和原因')).toContain('\n\n## 二、存在的不足和原因\n\n一是');
    expect(taken(`${markdown}pf|`, '（三）深化普法宣传，营造法治氛围')).toContain('\n\n### （三）深化普法宣传，营造法治氛围\n\n落实');
    expect(taken(`# ${HEAD}zyjc|`, '一、2024年推进法治政府建设的主要举措和成效')).toMatch(/\n\n## 一、2024年[\s\S]*\n\n### （一）加强/u);
    const runIn = `${HEAD}一、主要举措和成效\n\n（一）加强组织领导。全年召开会议4次。\n\n`;
    expect(taken(`${runIn}pf|`, '（二）深化普法宣传，营造法治氛围')).toContain('\n\n（二）深化普法宣传，营造法治氛围。落实“谁执法谁普法”');
    const indented = `${HEAD}　　一、主要举措和成效\n　　甲。\n`.replaceAll('\n\n', '\n');
    expect(taken(`${indented}bz|`, '二、存在的不足和原因')).toBe(`${indented}　　二、存在的不足和原因\n　　一是【写明具体不足】。主要原因是【写明原因】。\n　　二是【写明具体不足】。主要原因是【写明原因】。`);
    expect(taken(`${indented}　　bz|`, '二、存在的不足和原因')).toBe(taken(`${indented}bz|`, '二、存在的不足和原因'));
    const crlf = `${HEAD}${WORK}`.replaceAll('\n', '\r\n');
    expect(taken(`${crlf}bz|`, '二、存在的不足和原因').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  test('parted from its neighbours by blank lines where the document has them', () => {
    const close = `${HEAD}${WORK.trimEnd()}\nbz|\n${PLAN}`;
    expect(taken(close, '二、存在的不足和原因')).toMatch(/开展检查6次。\n\n二、存在[^\n]*\n\n一是[^\n]*\n\n二是[^\n]*\n\n三、2025年工作安排/u);
    expect(taken(close.replaceAll('\n', '\r\n'), '二、存在的不足和原因')).toBe(taken(close, '二、存在的不足和原因').replaceAll('\n', '\r\n'));
    const tight = close.replaceAll('\n\n', '\n');
    expect(taken(tight, '二、存在的不足和原因')).not.toContain('\n\n');
  });

  test('every part and topic, filled in, is free of findings where it is put', () => {
    const sound = (label: string, before: string, behind: string): void => {
      const { text, items } = offered(`${before}|${behind}`);
      const item = items.find((each) => each.label.includes(label));
      expect(item, label).toBeDefined();
      const filled = item ? applyEdits(text, [{ span: item.span, text: fillIn(item.template ?? item.text, 2024) }, ...(item.edits ?? [])]) : '';
      expect(marked(filled)).toBe(filled);
    };
    const problems = '二、存在的不足和原因\n\n人手少，主要原因是编制紧。\n\n';
    const duty = '三、党政主要负责人履行推进法治建设第一责任人职责情况\n\n镇党委书记主持学法4次。\n\n';
    const plan = '四、2025年推进法治政府建设的主要安排\n\n充实执法力量。\n\n';
    sound('主要举措和成效', HEAD, `\n\n${(problems + duty + plan).replace('二、', '一、').replace('三、', '二、').replace('四、', '三、')}`);
    sound('存在的不足', HEAD + WORK, `\n\n${(duty + plan).replace('三、', '二、').replace('四、', '三、')}`);
    sound('第一责任人', HEAD + WORK + problems, `\n\n${plan.replace('四、', '三、')}`);
    sound('主要安排', HEAD + WORK + problems + duty, '\n');
    for (const { heading } of TOPICS.filter(({ part, id }) => part === 'work' && id !== 'leadership' && id !== 'enforcement')) sound(heading, HEAD + WORK, `\n\n${problems}${duty}${plan}`);
    for (const { heading } of TOPICS.filter(({ part }) => part === 'plan')) sound(heading, HEAD + WORK + problems + duty + plan, '\n');
    sound('落款', HEAD + WORK + problems + duty + plan, '');
    sound('特此报告', HEAD + WORK + problems + duty + plan, '');
  });
});

describe('figures', () => {
  const told = (words: string): string => `${HEAD}一、主要举措和成效\n\n${words}`;
  test('the rate where both counts stand', () => {
    expect(taken(told('全年受理案件250件，结案242件，结案率|'), '结案率96.8%')).toContain('结案242件，结案率96.8%');
    expect(taken(told('全年受理案件250件，结案242件，结案|。'), '结案率96.8%')).toContain('结案242件，结案率96.8%。');
    expect(taken(told('全年受理案件250件，结案242件，结案率达到|。'), '结案率达到96.8%')).toContain('结案率达到96.8%。');
    expect(taken(told('全年受理案件250件，结案242件，jal|%。'), '结案率96.8%')).toContain('，结案率96.8%。');
    expect(labels(told('全年受理案件250件，结案250件，结案率|'))).toEqual(['结案率100%']);
    expect(labels(told('全年受理案件2500件，结案2499件，结案率|'))).toEqual(['结案率99.96%']);
    expect(labels(told('全年受理案件20件，结案19件，结案率|'))).toEqual(['结案率95%']);
  });

  test('no rate where the counts leave a doubt', () => {
    for (const words of ['全年受理案件250余件，结案242件，结案率|', '受理案件250件，其中上年结转20件，结案242件，结案率|', '结案242件，结案率|', '受理案件250件，结案率|']) expect(labels(told(words)).filter((label) => label.includes('%')), words).toEqual([]);
  });

  test('the sentence where none stands', () => {
    expect(taken(told('jal|'), '结案率')).toBe(told('全年应结案件【应结数】件，结案【结案数】件，结案率【比率】%。'));
    expect(taken(told('案件办理有序。结案|'), '结案率')).toContain('有序。全年应结案件');
    expect(taken(told('案件办理有序，结案率|。'), '结案率')).toContain('有序，应结案件【应结数】件，结案【结案数】件，结案率【比率】%。');
    expect(labels(told('出庭应诉|')).length).toBeGreaterThan(0);
  });

  test.each(['全年调解|', '行政复议|', '行政|', '案件办结|', '提高结案率|', '加强调解|', '办结12件，结案|', '经过化解|', '开展app|', '率|', '学习、|', '全镇（含社区）|'])('nothing in running text: %s', (words) => {
    expect(labels(told(`全镇坚持依法办事，${words}`))).toEqual([]);
    expect(labels(told(`全镇坚持依法办事，${words}后继续办理有关事项。`))).toEqual([]);
  });

  test('the place of a rate is filled in once both counts stand', () => {
    const at = (text: string): string | undefined => rateFor(analyze(text, { isReport: true }), { start: text.indexOf('【比率】'), end: text.indexOf('【比率】') + 4 });
    for (const metric of (METRICS as readonly MetricSpec[]).filter(({ sentence }) => sentence !== undefined)) {
      const written = fillIn(sentenceText(metric).replace('【比率】', '比率'), 2024).replace('比率', '【比率】');
      expect(at(told(written)), metric.id).toBe('94');
      expect(at(told(written.replace('50', '【受理数】'))), metric.id).toBeUndefined();
    }
    expect(rateFor(analyze(told('结案率96.8%')), { start: 0, end: 4 })).toBeUndefined();
  });

  test('every sentence is checked and right with its own rate, and found out with another', () => {
    for (const metric of (METRICS as readonly MetricSpec[]).filter(({ sentence }) => sentence !== undefined)) {
      const right = `${told(fillIn(sentenceText(metric), 2024))}\n`;
      const report = analyze(right);
      expect(report.paragraphs.flatMap(({ facts }) => facts.checks).map(({ verdict, stated }) => [verdict, stated.metric?.id]), metric.id).toEqual([['consistent', metric.id]]);
      expect(problemsOf(analyze(right.replace('94%', '91%')), 'figure-rate-mismatch').length, metric.id).toBe(1);
    }
  });
});

test('where the editor answers names, only begun numbers, rates and titles are answered', () => {
  expect(labels(`${HEAD}${WORK}|`, true)).toEqual([]);
  expect(labels(`${HEAD}${WORK}bzyy|`, true)).toEqual([]);
  expect(labels(`${HEAD}${WORK}jal|`, true)).toEqual([]);
  expect(labels(`${HEAD}${WORK}二、|`, true)).toContain('二、存在的不足和原因');
  expect(labels(`${HEAD}${WORK}受理案件250件，结案242件，结案率|`, true)).toEqual(['结案率96.8%']);
});

test('a heading written in full is not offered again', () => {
  expect(labels(`${HEAD}${WORK}二、存在的不足和原因|`)).toEqual([]);
  expect(labels(`${HEAD}${WORK}二、存在的主要问题|`)).toEqual([]);
});

test('every name that can be called up by initials has them', () => {
  const names = [...TOPICS.map(({ name }) => name), ...(METRICS as readonly MetricSpec[]).filter(({ sentence }) => sentence !== undefined).flatMap(({ name, aliases }) => [name, ...aliases])];
  expect(names.filter((name) => initialsOf(name).includes('?'))).toEqual([]);
  expect(initialsOf('调解成功率')).toBe('tjcgl');
});

test('an item stands where the cursor is, and is found by what stands there', () => {
  for (const where of ['|', `${HEAD}${WORK}（三|`, `${HEAD}${WORK}zy|`, `${HEAD}${WORK}　　二、|`, `${HEAD}jal|`, `${HEAD}依照《民|`]) {
    const { text, items } = offered(where);
    const at = where.indexOf('|');
    for (const { span, filter } of items) {
      expect(span.start).toBeLessThanOrEqual(at);
      expect(span.end).toBeGreaterThanOrEqual(at);
      if (!where.includes('《')) expect(filter).toBe(text.slice(span.start, at));
    }
  }
});

// Asked again, since a busy machine may be slow once.
test('no place in any text makes it throw, and it is quick', { retry: 2 }, () => {
  const text = `${HEAD}${WORK}${'（九）事项\n\n全年受理案件250件，结案242件，结案率96.8%。\n\n'.repeat(1000)}${PLAN}`;
  const report = analyze(text);
  for (let at = 0; at < 400; at++) completions(report, at);
  const start = performance.now();
  for (let i = 0; i < 20; i++) completions(report, text.length - 1 - i);
  expect((performance.now() - start) / 20).toBeLessThan(20);
});
