// wording-outdated: wording, meetings, plans and documents that no longer hold in the report year, or do not yet.
// Must not search text: the report knows the terms, citations and meetings. All claims are data.

import { MEETINGS } from '../domain/meetings.ts';
import {
  MEETING_CONGRESS,
  MEETING_LANDMARK,
  MEETING_RETROSPECT,
  MEETING_STUDY,
  MEETING_TASKS,
} from '../domain/mentions.ts';
import type { MeetingSpec } from '../domain/types.ts';
import { chineseDay, type IsoDay } from '../domain/validity.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { termFindings } from '../lint/terms.ts';
import { sourceSpan } from '../report/query.ts';
import type { MeetingMention } from '../report/citations.ts';
import type { Paragraph, Report } from '../report/report.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';

const LOOKS_BACK = new RegExp(MEETING_RETROSPECT, 'u');
const STUDIES = new RegExp(MEETING_STUDY, 'u');
const TASKS = new RegExp(MEETING_TASKS, 'u');
const CONGRESS = new RegExp(MEETING_CONGRESS, 'u');
const LANDMARK = new RegExp(MEETING_LANDMARK, 'u');
const CONGRESSES: readonly MeetingSpec[] = MEETINGS.filter((m: MeetingSpec) => m.kind === 'congress');
const PLENUMS: readonly MeetingSpec[] = MEETINGS.filter((m: MeetingSpec) => m.kind === 'plenum');

export const wordingOutdated: Rule = {
  id: 'wording-outdated',
  title: '过时提法',
  severities: ['warning', 'error', 'information', 'hint'],
  fix: 'safe',
  basis: {
    document: '党的全国代表大会和中央全会文件、中央和国家规划纲要、机构改革方案',
    note: '按报告年度12月31日判断，各条依据见悬停说明',
    confidence: 'verified',
    source: 'domain data',
  },
  *check(report, context) {
    yield* termFindings(report, 'wording-outdated', context);
    if (report.asOf === undefined) return;
    for (const paragraph of report.paragraphs) {
      for (const mention of paragraph.facts.meetings) yield* meeting(report, paragraph, mention, report.asOf);
    }
  },
};

/** A plenum that had not met when the report was written, or a list that lacks the latest one. */
function* meeting(report: Report, paragraph: Paragraph, mention: MeetingMention, asOf: IsoDay): Iterable<Finding> {
  const { text } = paragraph.facts.flow;
  const span = sourceSpan(paragraph, mention.start, mention.end);
  const named = PLENUMS.filter((m) => m.term === mention.term && mention.plenums.includes(m.plenum ?? 0));
  const publishedBy = `${Number(asOf.slice(0, 4)) + 1}-04-01`;
  const early = named.find((m) => m.opened > publishedBy);
  if (early) {
    yield {
      span,
      severity: early.basis.confidence === 'verified' ? 'warning' : 'information',
      message: `${early.name}于${chineseDay(early.opened)}召开，${report.year}年的报告写不到这次会议。核对报告年度或会议名称。`,
      fixes: [],
      basis: early.basis,
    };
    return;
  }
  const words = sentence(text, mention);
  const quoted = paragraph.facts.citations.some((c) => c.start < mention.start && mention.end < c.end);
  if (quoted || !STUDIES.test(words) || LOOKS_BACK.test(words)) return;
  const latest = PLENUMS.filter((m) => m.closed <= asOf).at(-1);
  const last = named.at(-1);
  if (!latest || !last) return;
  if (mention.term < latest.term) {
    yield* olderTerm(paragraph, mention, last, span, asOf);
    return;
  }
  const alone = mention.plenums.length === 1 && !CONGRESS.test(words);
  if (alone && TASKS.test(words)) return;
  const namesLatest = (p: Paragraph): boolean =>
    p.facts.meetings.some((m) => m.term === latest.term && m.plenums.includes(latest.plenum ?? 0));
  if (namesLatest(paragraph) || (alone && report.paragraphs.some(namesLatest))) return;
  yield {
    span,
    severity: 'information',
    message: `只列举到${last.name}，${latest.name}${latest.basis.confidence === 'verified' ? `已于${chineseDay(latest.opened)}召开` : '也已召开'}。可补上这次全会，或写“历次全会”。`,
    fixes: [],
    basis: latest.basis,
  };
}

/** From the year after a congress on, studying only plenums of the term before leaves out the congress itself. */
function* olderTerm(paragraph: Paragraph, mention: MeetingMention, last: MeetingSpec, span: Span, asOf: IsoDay): Iterable<Finding> {
  const { meetings, flow } = paragraph.facts;
  const congress = CONGRESSES.filter((m) => m.closed.slice(0, 4) < asOf.slice(0, 4)).at(-1);
  if (!congress || mention.term !== congress.term - 1 || LANDMARK.test(flow.text.slice(mention.start, mention.end))) return;
  const words = sentence(flow.text, mention);
  if (CONGRESS.test(words) || namesYearBefore(words, asOf) || meetings.some((m) => m.term >= congress.term)) return;
  yield {
    span,
    severity: 'information',
    message: `只写到${last.name}，${congress.name}已于${chineseDay(congress.closed)}闭幕。可补上${congress.name}和其后的历次全会。`,
    fixes: [],
    basis: congress.basis,
  };
}

function namesYearBefore(words: string, day: IsoDay): boolean {
  return [...words.matchAll(/20\d\d(?=年)/gu)].some(([year]) => year < day.slice(0, 4));
}

function sentence(text: string, { start, end }: Span): string {
  const around = sentenceAround(text, start, end);
  return text.slice(around.start, around.end);
}
