// structure-title: a title without issuer or year, with its type named twice, broken up by lines or blanks.
// Must not find the title: the report knows where it stands.

import { DOCUMENT_REGULATION } from '../domain/standards.ts';
import { NAME_LINE, NAMED_BESIDE, TITLE_AFTER_ISSUER, TITLE_SECOND_LINE, TYPE_DOUBLED } from '../domain/titles.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import { plain, yearIn } from '../report/title.ts';
import type { Edit } from '../text/edit.ts';

const DOUBLED = new RegExp(TYPE_DOUBLED, 'u');
const NAMES = new RegExp(NAME_LINE, 'u');
const IS_BESIDE = new RegExp(NAMED_BESIDE, 'u');
const SECOND_LINE = new RegExp(TITLE_SECOND_LINE, 'u');
const AFTER_ISSUER = new RegExp(TITLE_AFTER_ISSUER, 'u');
const HAS_BLANK = /[\s\u3000\u00a0]/u;
const LINE_BREAK = /(?<![ \t\u3000\u00a0])[ \t\u3000\u00a0]*(?:\r\n|\r|\n)[\s\u3000\u00a0#*]*/gu;
/** Blanks between two words of one language may be meant; beside Chinese they are layout. */
const BLANKS = /(?<=[\u3400-\u9fff（）])[ \t\u3000\u00a0]+(?=[\u3400-\u9fff（）\d])|(?<=\d)[ \t\u3000\u00a0]+(?=[\u3400-\u9fff（）])/gu;

export const structureTitle: Rule = {
  id: 'structure-title',
  title: '标题写法',
  severities: ['warning', 'hint'],
  fix: 'safe',
  basis: { ...DOCUMENT_REGULATION, article: '第九条', note: '标题由发文机关名称、事由和文种组成' },
  *check(report) {
    const { title } = report;
    const paragraph = report.paragraphs.find((p) => p.kind === 'title');
    if (!title || !paragraph) return;
    yield* incomplete(report, title, paragraph);
    yield* doubled(paragraph);
    yield* brokenUp(report, paragraph);
  },
};

function* incomplete(report: Report, title: NonNullable<Report['title']>, paragraph: Paragraph): Iterable<Finding> {
  if (report.issuer !== undefined && yearIn(title.text) !== undefined) return;
  const near = beside(report, paragraph);
  const unnamed = report.issuer === undefined && !NAMES.test(plain(above(report, paragraph)?.facts.flow.text ?? '')) && !near.some((line) => IS_BESIDE.test(line));
  const undated = yearIn(title.text) === undefined && !near.some((line) => /^[（(]/u.test(line) && yearIn(line) !== undefined);
  const missing = [...(unnamed ? ['单位'] : []), ...(undated ? ['年度'] : [])];
  if (missing.length === 0) return;
  yield {
    span: title.span,
    message: `标题没有写明${missing.join('和')}。${unnamed ? '公文标题由发文机关名称、事由和文种组成' : '年度报告的标题应写明是哪一年的'}，如“${report.issuer ?? '××镇'}${report.year ?? '××××'}年度法治政府建设情况报告”。`,
  };
}

function* doubled(paragraph: Paragraph): Iterable<Finding> {
  const found = DOUBLED.exec(paragraph.facts.flow.text);
  if (!found) return;
  yield {
    span: sourceSpan(paragraph, found.index, found.index + found[0].length),
    severity: 'hint',
    message: `标题中“${found[0]}”重复写了文种。只留一个，如“情况报告”或“年度报告”。`,
  };
}

function* brokenUp(report: Report, paragraph: Paragraph): Iterable<Finding> {
  const { text } = report.source;
  const { span } = paragraph;
  const raw = text.slice(span.start, span.end);
  const issuer = issuerAbove(report, paragraph);
  if (!issuer && !HAS_BLANK.test(raw)) return;
  const editsOf = (pattern: RegExp, by = ''): Edit[] =>
    [...raw.matchAll(pattern)].map((m) => ({ span: { start: span.start + m.index, end: span.start + m.index + m[0].length }, text: by }));
  // Below the issuer's own line the rest is set as on the printed page, in as many lines as it takes.
  const asPrinted = report.issuer !== undefined && SECOND_LINE.test(plain(raw));
  const breaks = asPrinted ? [] : editsOf(LINE_BREAK).filter((edit) => !SECOND_LINE.test(plain(text.slice(edit.span.end, span.end))));
  if (issuer) breaks.unshift({ span: { start: issuer.span.end, end: span.start }, text: '' });
  if (breaks.length > 0) {
    yield {
      span: issuer ? { start: issuer.span.start, end: span.end } : span,
      severity: 'hint',
      message: '标题断成几行，复制、检索时会被当作几段。连成一行，由排版自动转行。',
      fixes: [{ title: '连成一行', applicability: 'review', edits: breaks }],
    };
  }
  const blanks = editsOf(BLANKS);
  if (blanks.length === 0) return;
  yield {
    span,
    severity: 'hint',
    message: '标题的文字之间有空格。公文标题的字、词、数字之间不空格。',
    fixes: [{ title: '删去标题中的空格', applicability: 'safe', edits: blanks }],
  };
}

/** So far from the title, and so short, stand the lines that belong to it. */
const NEAR = 3;
const LONGEST_BESIDE = 40;

function beside({ paragraphs }: Report, title: Paragraph): readonly string[] {
  const at = paragraphs.indexOf(title);
  return [...paragraphs.slice(Math.max(0, at - NEAR), at), ...paragraphs.slice(at + 1, at + 1 + NEAR)].map(({ facts }) => plain(facts.flow.text)).filter(({ length }) => length <= LONGEST_BESIDE);
}

const above = (report: Report, paragraph: Paragraph): Paragraph | undefined => report.paragraphs[report.paragraphs.indexOf(paragraph) - 1];

/** A line with the issuer alone, which the title goes on from with its year. */
function issuerAbove(report: Report, paragraph: Paragraph): Paragraph | undefined {
  const before = above(report, paragraph);
  if (!before || !AFTER_ISSUER.test(paragraph.facts.flow.text)) return undefined;
  return plain(before.facts.flow.text) === report.issuer ? before : undefined;
}
