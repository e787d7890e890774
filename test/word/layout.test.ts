// The text of a document in the two layouts: title, headings, tables, lines of a page joined; and that the core reads it.

import { describe, expect, test } from 'vitest';
import { analyze, lint, RULES } from '../../server/core/index.ts';
import { importWord } from '../../server/word/index.ts';
import { docx, listed, lists, lvl, p, r, style, styled, tbl, tc, tr, type Given } from './docx.ts';
import { misplaced } from './places.ts';

const markdown = (given: Given | string): string => importWord(docx(given), { layout: 'markdown' }).text;
const plain = (given: Given | string): string => importWord(docx(given), { layout: 'plain' }).text;
const CENTRED = '<w:jc w:val="center"/>';
const TITLE = p('松澜镇2024年度法治政府建设情况报告', CENTRED);
const OPENING = p('2024年，松澜镇扎实推进依法行政。现将有关情况报告如下：');

describe('title and headings', () => {
  test('of a draft without any styles are those that are written as such', () => {
    const body = TITLE + OPENING + p('一、主要举措和成效') + p('（一）规范行政执法') + p('开展检查6次。') + p('（二）加强普法宣传。开展宣传12场，发放资料3000份。') + p('二、存在的不足和原因') + p('一是培训不够，主要原因是人手少。');
    expect(markdown(body)).toBe('# 松澜镇2024年度法治政府建设情况报告\n\n2024年，松澜镇扎实推进依法行政。现将有关情况报告如下：\n\n## 一、主要举措和成效\n\n### （一）规范行政执法\n\n开展检查6次。\n\n（二）加强普法宣传。开展宣传12场，发放资料3000份。\n\n## 二、存在的不足和原因\n\n一是培训不够，主要原因是人手少。\n');
    expect(plain(body)).toBe('松澜镇2024年度法治政府建设情况报告\n\n2024年，松澜镇扎实推进依法行政。现将有关情况报告如下：\n\n一、主要举措和成效\n\n（一）规范行政执法\n\n开展检查6次。\n\n（二）加强普法宣传。开展宣传12场，发放资料3000份。\n\n二、存在的不足和原因\n\n一是培训不够，主要原因是人手少。\n');
  });

  test('by styles count where nothing else shows them', () => {
    const styles = style('1', 'heading 1') + style('2', 'heading 2') + style('T', 'Title') + style('3', '标题 3');
    const body = p('工作要点', styled('T')) + p('总体安排', styled('1')) + p('执法', styled('2')) + p('检查', styled('3')) + p('这一段误设为标题，其实是正文，写了很长很长很长很长很长很长很长很长很长很长很长很长很长的一段话。', styled('1')) + p('正文', '<w:outlineLvl w:val="9"/>');
    expect(markdown({ body, styles })).toBe('# 工作要点\n\n## 总体安排\n\n### 执法\n\n#### 检查\n\n这一段误设为标题，其实是正文，写了很长很长很长很长很长很长很长很长很长很长很长很长很长的一段话。\n\n正文\n');
  });

  test('over several lines become one in Markdown', () => {
    const body = p(`${r('松澜镇人民政府关于2024年度')}<w:r><w:br/></w:r>${r('法治政府建设情况的报告')}`, CENTRED) + OPENING + p('一、主要举措和成效');
    expect(markdown(body)).toMatch(/^# 松澜镇人民政府关于2024年度法治政府建设情况的报告\n\n2024年/u);
    expect(plain(body)).toMatch(/^松澜镇人民政府关于2024年度\n\n法治政府建设情况的报告\n\n2024年/u);
    expect(analyze(plain(body)).title?.text).toBe('松澜镇人民政府关于2024年度法治政府建设情况的报告');
  });

  test('of parts stand above those with 一、', () => {
    const body = TITLE + OPENING + p('第一部分 主要举措和成效') + p('一、规范行政执法') + p('开展检查6次。');
    expect(markdown(body)).toContain('\n## 第一部分 主要举措和成效\n\n### 一、规范行政执法\n');
  });

  test('with automatic numbers are those of the report', () => {
    const numbering = lists([[lvl(0, 'chineseCounting', '%1、', '<w:pStyle w:val="1"/>'), lvl(1, 'chineseCounting', '（%2）')]], [[0]]);
    const styles = style('1', 'heading 1', '<w:numPr><w:numId w:val="1"/></w:numPr>');
    const text = markdown({ numbering, styles, body: TITLE + OPENING + p('主要举措和成效', styled('1')) + p('规范行政执法', listed(1, 1)) + p('存在的不足和原因', styled('1')) });
    expect(text).toContain('\n## 一、主要举措和成效\n\n### （一）规范行政执法\n\n## 二、存在的不足和原因\n');
    expect(analyze(text).parts.filter(({ how }) => how === 'heading').map(({ id }) => id)).toEqual(['work', 'problems']);
  });
});

describe('marks of Markdown', () => {
  test('stand as the writer wrote them, but where they would make a paragraph something else', () => {
    const body = p('张**、李_某_办理1.5万件*') + p('#1井场') + p('# 号段') + p('>50人') + p('|甲|') + p('- 甲') + p('1. 乙是一处。') + p(r('<!-- 丙 -->'));
    expect(markdown(body)).toBe('张**、李_某_办理1.5万件*\n\n#1井场\n\n\\# 号段\n\n\\>50人\n\n\\|甲|\n\n- 甲\n\n1. 乙是一处。\n\n\\<!-- 丙 -->\n');
    expect(plain(body)).toBe('张**、李_某_办理1.5万件*\n\n#1井场\n\n# 号段\n\n>50人\n\n|甲|\n\n- 甲\n\n1. 乙是一处。\n\n<!-- 丙 -->\n');
  });
});

describe('tables', () => {
  const body = (total: string): string => `${TITLE}${OPENING}${p('一、主要举措和成效')}${tbl(
    tr(tc('类别', '<w:vMerge w:val="restart"/>'), tc('件数', '<w:gridSpan w:val="2"/>'), tc('结案率（%）', '<w:vMerge w:val="restart"/>')),
    tr(tc('', '<w:vMerge/>'), '受理', '办结', tc('', '<w:vMerge w:val="continue"/>')),
    tr('调解', '200', '190', '95'),
    tr('信访', '50', '50', '100'),
    tr('合计', total, '240', '96'),
  )}${p('以上。')}`;

  test('keep every cell in its column, headings over two rows in both', () => {
    expect(markdown(body('250'))).toContain('\n\n| 类别 | 件数 | | 结案率（%） |\n| --- | --- | --- | --- |\n| 类别 | 受理 | 办结 | 结案率（%） |\n| 调解 | 200 | 190 | 95 |\n| 信访 | 50 | 50 | 100 |\n| 合计 | 250 | 240 | 96 |\n\n以上。\n');
    expect(plain(body('250'))).toContain('\n\n类别\t件数\t\t结案率（%）\n类别\t受理\t办结\t结案率（%）\n调解\t200\t190\t95\n信访\t50\t50\t100\n合计\t250\t240\t96\n\n以上。\n');
  });

  test('are added up by the core, in both layouts', () => {
    const sums = (text: string): readonly string[] => lint(analyze(text), { rules: RULES }).filter(({ rule }) => rule.id.startsWith('figure-')).map(({ message }) => message);
    for (const of of [markdown, plain]) {
      expect(sums(of(body('250')))).toEqual([]);
      expect(sums(of(body('245')))[0]).toBe('表中“受理”一列的合计写为245，各行相加是250（200＋50＝250）。核对合计和各行。');
    }
  });

  test('break a cell only where a sentence or an item ends', () => {
    const cell = tc(p('结案') + p('率'));
    const list = tc(p('1.受理') + p('2.办结') + p('完成。') + p('其他'));
    expect(markdown(tbl(tr(cell, '乙'), tr(list, '5')))).toBe('| 结案率 | 乙 |\n| --- | --- |\n| 1.受理<br>2.办结完成。<br>其他 | 5 |\n');
    expect(plain(tbl(tr(cell, '乙'), tr(list, '5')))).toBe('结案率\t乙\n1.受理 2.办结完成。 其他\t5\n');
  });

  test('inside a cell are one line, and told', () => {
    const inner = tbl(tr('甲', '1'), tr('乙', '2'));
    const given = tbl(tr('项目', '明细'), tr('件数', tc(p('共3件：') + inner + p(''))));
    expect(markdown(given)).toBe('| 项目 | 明细 |\n| --- | --- |\n| 件数 | 共3件：<br>甲 1乙 2 |\n');
    expect(importWord(docx(given), { layout: 'plain' }).notes).toEqual(['有的单元格里还有表格，写成了这一格里的一行字。']);
  });

  test('of one column are a frame around text', () => {
    const framed = tbl(`<w:tr>${tc(TITLE + OPENING + p('一、主要举措和成效'))}</w:tr>`);
    expect(markdown(framed)).toMatch(/^# 松澜镇.+\n\n2024年.+\n\n## 一、主要举措和成效\n$/u);
  });

  test('with columns left out, empty rows, tabs and bars in cells keep their columns', () => {
    const given = tbl(tr('甲', '乙', '丙'), `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('1')}${tc('2')}</w:tr>`, tr('', '', ''), tr(tc(p(`${r('a')}<w:r><w:tab/></w:r>${r('b')}`)), 'x|y', ''));
    expect(plain(given)).toBe('甲\t乙\t丙\n\t1\t2\na b\tx|y\t\n');
    expect(markdown(given)).toBe('| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| | 1 | 2 |\n| a b | x\\|y | |\n');
  });

  test('without text are nothing', () => {
    expect(markdown(p('甲') + tbl(tr('', '')) + tbl() + p('乙'))).toBe('甲\n\n乙\n');
  });
});

describe('lines of a page', () => {
  const sentence = '镇党委、政府把法治政府建设摆在重要位置，定期研究解决重点难点问题，明确责任分工，细化工作措施，推动各项任务落地见效，形成齐抓共管的工作格局，群众满意度不断提升。';
  const lines = (text: string, width = 28): readonly string[] => Array.from({ length: Math.ceil(text.length / width) }, (_, i) => text.slice(i * width, (i + 1) * width));
  const body = TITLE + OPENING + ['一、主要举措和成效', ...Array.from({ length: 8 }, (_, i) => `全年开展检查${i + 3}次，${sentence}`)].flatMap((text) => lines(text)).map((line) => p(line)).join('');

  test('that each are a paragraph are joined to those that were written, and it is told', () => {
    for (const layout of ['plain', 'markdown'] as const) {
      const bytes = docx(body);
      const word = importWord(bytes, { layout });
      expect(word.text.split('\n\n')).toHaveLength(11);
      expect(word.text).toContain(`\n\n全年开展检查3次，${sentence}\n\n全年开展检查4次，${sentence}\n\n`);
      expect(word.notes).toEqual(['文档里一行是一段（多半是从 PDF 复制的），已把断开的句子接起来。']);
      expect(misplaced(bytes, word)).toEqual([]);
    }
  });

  test('stay where they are in a document that was written', () => {
    expect(importWord(docx(TITLE + OPENING + p('一、主要举措和成效') + p(sentence) + p('松澜镇人民政府') + p('2025年1月10日')), { layout: 'plain' }).notes).toEqual([]);
  });
});
