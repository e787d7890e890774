// What is known of a law, a paper, a meeting or a fixed phrase that the text names: for the mouse resting on it. Judged by the report's
// year, never by today. Markdown in Chinese. Must not find citations: the report has them.

import { DOCUMENTS } from '../domain/documents.ts';
import { KNOWN_UNTIL } from '../domain/known.ts';
import { MEETINGS } from '../domain/meetings.ts';
import { PHRASES } from '../domain/phrases.ts';
import type { DocumentSpec, MeetingSpec, PhraseSpec } from '../domain/types.ts';
import { appliesOn, chineseDay, type Basis, type IsoDay } from '../domain/validity.ts';
import { flowOffset, paragraphAt, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { grounds } from './grounds.ts';

export interface Knowledge {
  /** None: kept alike with other hovers. */
  readonly places?: undefined;
  readonly history?: undefined;
  readonly ledger?: undefined;
  readonly span: Span;
  readonly markdown: string;
}

const BY_ID = new Map((DOCUMENTS as readonly DocumentSpec[]).map((document) => [document.id, document]));

/** What stands at an offset: a title in 《》, a meeting, a fixed phrase; undefined for anything else, or where nothing is known of it. */
export function knowledgeAt(report: Report, offset: number): Knowledge | undefined {
  const paragraph = paragraphAt(report, offset);
  if (!paragraph) return undefined;
  const at = flowOffset(paragraph, offset);
  const { citations, meetings } = paragraph.facts;
  const citation = citations.find(({ start, end }) => start <= at && at <= end);
  if (citation?.document) return { span: sourceSpan(paragraph, citation.start, citation.end), markdown: aboutDocument(citation.document, report.asOf) };
  const mention = meetings.find(({ start, end }) => start <= at && at <= end);
  if (!mention) return phraseAt(report, paragraph, at);
  const named = (MEETINGS as readonly MeetingSpec[]).filter(({ term, plenum }) => term === mention.term && (mention.plenums.length === 0 ? plenum === undefined : plenum !== undefined && mention.plenums.includes(plenum)));
  return named.length === 0 ? undefined : { span: sourceSpan(paragraph, mention.start, mention.end), markdown: named.map(aboutMeeting).join('\n\n') };
}

/** A fixed phrase, with or without its quotation marks. */
function phraseAt(report: Report, paragraph: Paragraph, at: number): Knowledge | undefined {
  const { text } = paragraph.facts.flow;
  for (const phrase of PHRASES) {
    for (const written of [phrase.text, phrase.text.replace(/[“”]/gu, '')]) {
      const start = text.lastIndexOf(written, at);
      if (start < 0 || start + written.length < at) continue;
      return { span: sourceSpan(paragraph, start, start + written.length), markdown: aboutPhrase(phrase, report.asOf) };
    }
  }
  return undefined;
}

function aboutPhrase({ text, meaning, validity, basis }: PhraseSpec, asOf: IsoDay | undefined): string {
  const late = asOf !== undefined && !appliesOn(validity, asOf) ? [`${asOf.slice(0, 4)}年的报告：年末不在这个提法的时限内，核对后再写。`] : [];
  return [`**${text}**`, meaning, ...(validity.since === undefined ? [] : [`${dayOf(validity.since, basis)}起${validity.until === undefined ? '' : `，至${dayOf(validity.until, basis)}止`}。`]), ...late, grounds(basis)].join('\n\n');
}

function aboutDocument(document: DocumentSpec, asOf: IsoDay | undefined): string {
  const { title, short, issuer, effective, revisedEffective, repealed, successor, successorNote, basis } = document;
  const next = successor === undefined ? undefined : BY_ID.get(successor);
  const instead = successorNote ?? (next && `《${next.title}》`);
  const lines = [
    `**《${title}》**${short.length > 0 ? `（简称${short.map((name) => `《${name}》`).join('、')}）` : ''}`,
    `${issuer}，${dayOf(effective, basis)}起施行${revisedEffective === undefined ? '' : `，现行文本${dayOf(revisedEffective, basis)}起施行`}。`,
  ];
  if (repealed !== undefined) lines.push(`${dayOf(repealed, basis)}起不再施行${instead ? `，由${instead}代替` : ''}。`);
  if (asOf !== undefined) lines.push(advice(document, asOf, instead));
  lines.push(grounds(basis), `资料截至${chineseDay(KNOWN_UNTIL)}。`);
  return lines.join('\n\n');
}

/** What a report of this year should write. */
function advice({ title, effective, revisedEffective, repealed }: DocumentSpec, asOf: IsoDay, instead: string | undefined): string {
  const year = asOf.slice(0, 4);
  if (asOf > KNOWN_UNTIL && repealed === undefined) return `${year}年末是否仍然有效，资料没有收到那时，以公布的为准。`;
  if (repealed !== undefined && repealed <= asOf) return `${year}年的报告：不作现行文件引用${instead ? `，写${instead}` : ''}。`;
  if (effective > asOf) return `${year}年的报告：年末还没有施行，只能写学习、宣传和准备。`;
  return `${year}年的报告：写“《${title}》”${revisedEffective !== undefined && revisedEffective > asOf ? '，年末施行的还是修订前的文本' : ''}。`;
}

const aboutMeeting = ({ name, opened, closed, basis }: MeetingSpec): string =>
  `**${name}**\n\n${dayOf(opened, basis)}${closed === opened ? '召开' : `至${dayOf(closed, basis)}召开`}。\n\n${grounds(basis)}`;

/** A day that was not seen in an official text is given by its year only. */
const dayOf = (day: IsoDay, { confidence }: Basis): string => (confidence === 'verified' ? chineseDay(day) : `${day.slice(0, 4)}年`);
