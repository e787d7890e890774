// Joining lines: only blanks and line breaks go, it is idempotent, and what a reader sees stays the same.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze, applyEdits, joinLines, lint, RULES, selections } from '../../server/core/index.ts';
import { isWhole } from '../../server/core/report/halves.ts';
import { root } from '../support/check.ts';

const folder = path.join(root, 'test/golden');
const texts = readdirSync(folder).filter((file) => /\.(?:txt|md)$/u.test(file)).map((file) => readFileSync(path.join(folder, file), 'utf8'));
const formatted = (text: string): string => applyEdits(text, joinLines(analyze(text)));
const bare = (text: string): string => text.replace(/\s/gu, '');

describe('joining lines', () => {
  test.each(texts.map((text) => [text.trim().slice(0, 20), text]))('%s', (_, text) => {
    const once = formatted(text);
    expect(bare(once)).toBe(bare(text));
    expect(formatted(once)).toBe(once);
    const words = (t: string): string => bare(analyze(t).paragraphs.map((p) => p.facts.flow.text).join(''));
    expect(words(once)).toBe(words(text));
  });

  test('random cuts are healed and nothing else is changed', () => {
    const clean = texts.find((text) => text.includes('澜湾镇')) ?? '';
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), { maxLength: 5 }), (places) => {
        // Behind what is whole without a stop a line may end.
        const endsWhole = (text: string, at: number): boolean => isWhole(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
        let text = clean;
        for (const place of places) {
          const at = Math.floor(place * text.length);
          fc.pre(!endsWhole(text, at));
          text = `${text.slice(0, at)}\n\n${text.slice(at)}`;
        }
        const cut = text;
        const once = formatted(cut);
        expect(bare(once)).toBe(bare(clean));
        expect(formatted(once)).toBe(once);
      }),
      { numRuns: 100 },
    );
  });

  test('tables, titles and page numbers stay', () => {
    const text = '云溪镇\n2024年度法治政府建设情况报告\n\n一、主要举措和成效\n\n全年组织执法人员培训6场。严格执行行政执法公示制\n\n— 3 —\n\n度，共办案12件。\n\n| 项目 | 件 |\n| --- | --- |\n| 受理 | 20 |\n';
    expect(formatted(text)).toBe(text);
  });
});

describe('a short line behind a heading', () => {
  const report = (before: string, after: string): string => `云溪镇2024年度法治政府建设情况报告\n\n一、主要举措和成效\n\n（一）规范执法\n\n${before}\n\n${after}\n\n二、存在的不足和原因\n\n力量薄弱，主要原因是专业人员少。\n`;

  test.each([
    ['全镇认真落实行政执法公示的', '各项要求，公示执法信息46条。'],
    ['全年受理群众线上办件', '347 件，全部按期办结。'],
    ['2024年全镇共排查矛盾纠纷', '１２６起，化解118起。'],
    ['法律顾问为中心工作提供了有力支', '持。'],
    ['组织学习《中华人民共和国', '行政处罚法》4次。'],
    ['深入开展“法律明白人', '”培养工作，新增36名。'],
    ['镇党委会专题研究法治建设工作', '，印发要点1份。'],
  ])('%s⏎%s is one sentence', (before, after) => {
    expect(formatted(report(before, after))).toBe(report(before, after).replace(`${before}\n\n${after}`, before + after));
  });

  test.each([
    '镇党委理论学习中心组专题学习4次，制定年度学习计划。（牵头单位：党政办）',
    '各村设立法治宣传栏12个，全年更新24次。（详见附表（1））',
    '组织行政执法人员参加专门培训，做到持证上岗。**（责任单位：综合执法队）**',
    '法律顾问全年审查各类合同协议，提出修改意见。[1]',
    '调解员队伍进一步充实，每村都有专人负责。①',
    '主要负责人在会上说：“法治是最好的营商环境。”（2024年3月）',
    '群众遇到法律问题可以到公共法律服务站咨询。联系电话：0577-1234567',
    '镇政府网站开设法治专栏，公开执法信息。网址：http://www.example.cn',
    '开展法治宣传活动20场次，发放资料3000余份。详见附件1',
    '全年没有发生行政败诉案件，群众满意度明显提升。——摘自县考核通报',
    '落实行政执法“三项制度”，公示执法信息。执法人员持证率100%',
    '推行“一窗受理”改革，办事窗口合并。群众说：“现在办事真方便”',
  ])('%s is a whole paragraph', (before) => {
    const text = report(before, '镇长高度重视，把法治建设列入重要议事日程。');
    expect(formatted(text)).toBe(text);
    expect(analyze(text).paragraphs.map((p) => p.facts.flow.text)).toContain('镇长高度重视，把法治建设列入重要议事日程。');
  });

  test.each<[string, string, 'warning' | 'information', string]>([
    ['严格落实重大执法决定法制审核制度、行政执法公示制度和执法全过程记录制度，各项制度都写进了考核办法，每季度通报一次，执行法制审', '核制度的案件全部留有记录。', 'warning', '补上“。”'],
    ['健全行政执法公示制度，公示执法信息46条，', '全部按时更新。', 'warning', '断成了两段'],
    ['全年受理群众诉求', '347件，全部按期办结。', 'warning', '断成了两段'],
    ['创建民主法治示范村。现有省级1个、市级3个', '镇党委高度重视法治建设。', 'information', '补上“。”'],
  ])('%s⏎%s: as sure as it is', (before, after, severity, words) => {
    const text = report(`落实行政执法“三项制度”。${before}`, after);
    const found = lint(analyze(text), { rules: RULES }).filter(({ rule }) => rule.id === 'format-line-wrap');
    expect(found.map((problem) => problem.severity)).toEqual([severity]);
    expect(found[0]?.message).toContain(words);
    for (const { edits } of found[0]?.fixes ?? []) expect(lint(analyze(applyEdits(text, edits)), { rules: RULES }).filter(({ rule }) => rule.id === 'format-line-wrap')).toEqual([]);
  });

  test('a bracket inside a sentence ends nothing', () => {
    const [before, after] = ['全年办理行政处罚案件12件（其中简易程序8件，普通程序4件）', '，均在法定期限内办结，没有一件被撤销。'];
    expect(formatted(report(`为了规范执法，${before}`, after))).toBe(report(`为了规范执法，${before}${after}`, '').replace('\n\n\n\n二、', '\n\n二、'));
  });

  test('the rest of a heading goes with it', () => {
    const text = report('镇长研究法治工作4次。', '督办任务4项。').replace('（一）规范执法', '（一）规范行政执法行\n\n为');
    expect(formatted(text)).toBe(text.replace('行\n\n为', '行为'));
  });

  test.each([
    ['夯实基层法治建设的组织基础', '镇党委会专题研究4次。'],
    ['积极办理群众反映的诉求', '126件诉求全部按期办结。'],
    ['规范行政执法行为', '全年办理案件12件。'],
    ['扩大重大行政决策公众参与', '听证2次。'],
    ['其他需要报告的有关情况', '无。'],
    ['云溪镇综合行政执法办公室', '2024年12月31日前完成。'],
    ['做好突发事件依法应对', '的确存在短板的地方，逐项整改。'],
    ['2024年执法情况统计表', '受理12件'],
    ['云溪镇司法所报送材料：', '（一）印发的文件。'],
  ])('%s⏎%s is a heading or a line of its own', (before, after) => {
    expect(formatted(report(before, after))).toBe(report(before, after));
  });
});

test('selections grow from the sentence to the text', () => {
  const text = '云溪镇2024年度法治政府建设情况报告\n\n一、主要举措和成效\n\n（一）规范执法。全年培训6场。考试2次。\n';
  const spans = selections(analyze(text), text.indexOf('培训'));
  expect([...new Set(spans.map(({ start, end }) => text.slice(start, end).trim()))]).toEqual([
    '全年培训6场。', '（一）规范执法。全年培训6场。考试2次。', '一、主要举措和成效\n\n（一）规范执法。全年培训6场。考试2次。', text.trim(),
  ]);
});

test('a separator that is no blank is text: what is said of it lies inside the text', () => {
  for (const separator of ['\u1680', '\u2028', '\u2029']) {
    const text = `《\n${separator}`;
    const problems = lint(analyze(text, { isReport: true }), { rules: RULES });
    for (const { span } of problems) expect(span.end).toBeLessThanOrEqual(text.length);
  }
});
