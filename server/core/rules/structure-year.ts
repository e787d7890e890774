// structure-year: title, opening and headings speak of different years, or the year is left to the reader.
// Must not find years: the report knows them. Where the title names no year, nothing is compared.

import { COMMON_USAGE } from '../domain/standards.ts';
import { DATE_GOES_ON, EARLY_NEXT_YEAR, OPENS_WITH_YEAR, RELATIVE_YEAR, WHOLE_YEAR, YEAR_AHEAD, YEAR_AT_SENTENCE, YEAR_BACK, YEAR_SPAN, PLAN_BEHIND } from '../domain/years.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { firstBody, formulaOf } from '../report/opening.ts';
import { mainSections, paragraphsOf, quoted, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report, Section } from '../report/report.ts';
import { yearIn } from '../report/title.ts';
import type { YearMention } from '../report/years.ts';
import { sentenceAround } from '../text/sentence.ts';

/** Shorter lines are dates and signatures. */
const SHORTEST_SENTENCE = 16;

const OPENS = new RegExp(OPENS_WITH_YEAR, 'u');
const AT_SENTENCE = new RegExp(YEAR_AT_SENTENCE, 'gu');
const RELATIVE = new RegExp(RELATIVE_YEAR, 'u');
const GOES_ON = new RegExp(DATE_GOES_ON, 'u');
const EARLY = new RegExp(EARLY_NEXT_YEAR, 'u');
const SPAN = new RegExp(YEAR_SPAN, 'u');
const IN_TITLE_MARKS = /《[^》]{0,80}》/gu;
const WHOLE = new RegExp(WHOLE_YEAR, 'u');
const AHEAD = new RegExp(YEAR_AHEAD, 'u');
const BACK = new RegExp(YEAR_BACK, 'u');

const PLANNED = new RegExp(PLAN_BEHIND, 'u');

export const structureYear: Rule = {
  id: 'structure-year',
  title: '年度前后不一',
  severities: ['warning', 'hint'],
  fix: 'review',
  basis: COMMON_USAGE,
  *check(report) {
    const named = report.title?.text ?? '';
    const title = named.includes('《') ? named.replace(IN_TITLE_MARKS, '') : named;
    const year = yearIn(title);
    if (year === undefined || SPAN.test(title)) return;
    yield* formula(report, year);
    yield* opening(report, year);
    for (const section of mainSections(report.sections)) {
      yield* heading(report, section, year);
      // Where the parts stand inside it, each is read by itself.
      if (section.children.some((child) => child.heading.depth === 1 && child.parts.length > 0)) continue;
      if (section.parts.length > 0 && section.parts.every((id) => id === 'work' || id === 'first_person')) yield* body(report, section, year);
    }
  },
};

function finding(paragraph: Paragraph, mention: YearMention, severity: 'warning' | 'hint', message: string, right?: number): Finding {
  const digits = sourceSpan(paragraph, mention.start, mention.start + 4);
  return {
    span: sourceSpan(paragraph, mention.start, mention.end),
    severity,
    message,
    fixes: right === undefined ? [] : [{ title: `改为“${right}”`, applicability: 'review', edits: [{ span: digits, text: String(right) }] }],
  };
}

const NONE: readonly never[] = [];

/** The years that are not part of a date. */
const wholeYears = ({ facts }: Paragraph): readonly YearMention[] => facts.years.length === 0 ? NONE : facts.years.filter((m) => !GOES_ON.test(facts.flow.text.slice(m.end, m.end + 3)));

/** 现将2023年……报告如下 under a title of 2024. */
function* formula(report: Report, year: number): Iterable<Finding> {
  const found = formulaOf(report);
  const text = found?.paragraph.facts.flow.text ?? '';
  const years = found
    ? wholeYears(found.paragraph).filter((m) => m.start >= found.start && m.end <= found.end && !(m.year === year + 1 && PLANNED.test(text.slice(m.end, m.end + 16))))
    : [];
  const [first] = years;
  if (!found || !first || years.some((m) => m.year === year)) return;
  yield finding(found.paragraph, first, 'warning', `标题写的是${year}年，导语写的是${first.year}年。核对后改成一致。`, year);
}

/** The opening begins with 2023年， or with 今年，. */
function* opening(report: Report, year: number): Iterable<Finding> {
  const paragraph = firstBody(report);
  if (!paragraph) return;
  const { text } = paragraph.facts.flow;
  const [first] = paragraph.facts.years;
  const relative = RELATIVE.exec(text)?.[0];
  if (relative !== undefined) {
    const span = sourceSpan(paragraph, 0, relative.length);
    yield {
      span,
      severity: 'hint',
      message: `导语用“${relative}”，读者要回头看标题才知道是哪一年。写明“${year}年”。`,
      fixes: [{ title: `改为“${year}年”`, applicability: 'review', edits: [{ span, text: `${year}年` }] }],
    };
  }
  if (!first || first.start !== 0 || first.year === year || !OPENS.test(text)) return;
  if ([...text.matchAll(AT_SENTENCE)].some((m) => m[0].startsWith(String(year)))) return;
  yield finding(paragraph, first, 'warning', `标题写的是${year}年，导语开头写的是${first.year}年。核对后改成一致。`, year);
}

/** A plan is for the next year, everything else for the title's. */
function* heading(report: Report, section: Section, year: number): Iterable<Finding> {
  const { span, title } = section.heading;
  const paragraph = report.paragraphs[section.heading.paragraph];
  if (!paragraph || title === '') return;
  const named = wholeYears(paragraph).filter((m) => sourceSpan(paragraph, m.start, m.end).end <= span.end);
  const [first] = named;
  if (!first) return;
  const names = (y: number): boolean => named.some((m) => m.year === y);
  const plans = section.parts.includes('plan');
  if (plans) {
    if (names(year + 1) || (section.parts.length > 1 && names(year))) return;
    yield finding(paragraph, first, 'warning', `“${quoted(section)}”写的是${first.year}年。报告年度是${year}年，下一年度的安排应写${year + 1}年。`, year + 1);
  } else if (!names(year)) {
    const severity = section.parts.includes('work') ? 'warning' : 'hint';
    yield finding(paragraph, first, severity, `标题是${year}年的报告，“${quoted(section)}”写的却是${first.year}年。核对后改成一致。`, year);
  }
}

/** Sentences of the work and first-person parts that speak of the year after, or begin with another year. */
function* body(report: Report, section: Section, year: number): Iterable<Finding> {
  for (const paragraph of paragraphsOf(report, section)) {
    const { flow: { text }, years } = paragraph.facts;
    if (years.length === 0 || paragraph.kind !== 'text' || text.length < SHORTEST_SENTENCE) continue;
    for (const mention of years) {
      if (mention.year === year || mention.year < year - 1 || mention.year > year + 1) continue;
      const around = sentenceAround(text, mention.start, mention.end);
      const sentence = text.slice(around.start, around.end);
      if (sentence.includes(`${year}年`)) continue; // a comparison
      const ahead = mention.year > year;
      const opens = around.start === mention.start && WHOLE.test(text.slice(mention.end, mention.end + 5));
      if (ahead ? AHEAD.test(sentence) || EARLY.test(text.slice(mention.end, mention.end + 2)) : !opens || BACK.test(sentence)) continue;
      yield finding(paragraph, mention, 'hint', `报告年度是${year}年，这里写的是${mention.year}年。${ahead ? '下一年的事放在下一年度安排里，' : ''}核对是否笔误或沿用旧稿。`);
    }
  }
}
