// How a document writes its headings, its paragraphs and the space between them, learnt from those it has; a new document
// is given a layout. Must not know what is written.

import { standardMarker, withValue, type Level } from '../text/numbering.ts';
import { lineStart } from '../text/source.ts';
import { allSections, markerSpan } from './query.ts';
import type { Report, Section } from './report.ts';

export interface HeadingStyle {
  readonly level: Level;
  /** What stands before the number: indent, `## `, `**`. */
  readonly lead: string;
  /** An example of a number; empty where headings have none. */
  readonly marker: string;
  /** Between number and title. */
  readonly space: string;
  /** The other half of `**`. */
  readonly close: string;
  /** A heading on a line of its own ends with 。 */
  readonly stopped: boolean;
  /** The heading is the first sentence of its paragraph. */
  readonly runIn: boolean;
}

export interface Style {
  readonly main: HeadingStyle;
  readonly second: HeadingStyle;
  /** Between two paragraphs. */
  readonly gap: string;
  /** Before the first word of a paragraph. */
  readonly indent: string;
}

export type Layout = 'plain' | 'markdown';

const plainHeading = (level: Level, lead: string): HeadingStyle => ({ level, lead, marker: standardMarker(level, 1), space: '', close: '', stopped: false, runIn: false });

/** How a new document is written. */
export const styleFor = (layout: Layout): Style => ({
  main: plainHeading(1, layout === 'markdown' ? '## ' : ''),
  second: plainHeading(2, layout === 'markdown' ? '### ' : ''),
  gap: '\n\n',
  indent: '',
});

/** The heading with the number `value`; behind a run-in one its paragraph goes on at once. */
export function writeHeading({ level, lead, marker, space, close, stopped, runIn }: HeadingStyle, title: string, value: number): string {
  const number = marker === '' ? '' : (withValue(marker, value) || standardMarker(level, value)) + space;
  return `${lead}${number}${title}${stopped || runIn ? '。' : ''}${close}`;
}

/** `sections` is the list that parts stand in; inside `near`, one of them, its own headings set the style. */
export function styleOf(report: Report, sections: readonly Section[], near?: Section): Style {
  const { source } = report;
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  const isNew = sections.length === 0;
  const sample = sections.find((s) => s.heading.marker !== '' && !s.heading.runIn) ?? sections.find((s) => s.heading.marker !== '') ?? sections[0];
  const main = sample ? learnt(report, sample) : plainHeading(1, isMarkdown(report) ? '## ' : '');
  const lower = [...(near ? allSections([near]) : []), ...allSections(sections)].find(({ heading }) => heading.depth > main.level && heading.depth > 1 && heading.marker !== '');
  const second = lower ? learnt(report, lower) : plainHeading(2, deeper(main.lead));
  const text = report.paragraphs.find((p) => p.kind === 'text' && p.span.start > (sample?.heading.span.start ?? 0));
  const lead = text ? leadOf(source.text, text.span.start) : '';
  return { main, second, gap: isNew || hasBlankLines(report) ? eol + eol : eol, indent: /^[ \t\u3000]*$/u.test(lead) ? lead : '' };
}

function learnt({ source: { text } }: Report, { heading }: Section): HeadingStyle {
  const lead = leadOf(text, heading.span.start);
  return {
    level: heading.depth as Level,
    lead,
    marker: heading.marker,
    space: heading.depth === 0 ? text.slice(markerSpan(heading).end, heading.titleAt) : '',
    close: lead.endsWith('**') ? '**' : '',
    stopped: heading.stopped && !heading.runIn,
    runIn: heading.runIn,
  };
}

const leadOf = (text: string, at: number): string => text.slice(lineStart(text, at), at);

/** `### ` below `## `; nothing below a heading without `#`. */
const deeper = (lead: string): string => (/^#{1,5} /u.test(lead) ? `#${lead}` : '');

const isMarkdown = ({ source, title }: Report): boolean => title !== undefined && /^[ \t]*#/u.test(leadOf(source.text, title.span.start) + (source.text[title.span.start] ?? ''));

/** Whether a blank line usually stands between two paragraphs. */
function hasBlankLines({ source, paragraphs }: Report): boolean {
  let blank = 0;
  for (let i = 1; i < paragraphs.length; i++) {
    const between = source.text.slice(paragraphs[i - 1]?.span.end, paragraphs[i]?.span.start);
    if ((between.match(/\n|\r(?!\n)/gu) ?? []).length > 1) blank++;
  }
  return blank * 2 >= paragraphs.length - 1;
}
