// The matters that a section goes through one by one: its subsections, else the items of its running lists, else its
// sentences. Asked for by rules that are off by default, so it is no fact of the report. Must not judge what they say.

import { REASON } from '../domain/reasons.ts';
import { SUBJECTS } from '../domain/subjects.ts';
import type { PartId } from '../domain/types.ts';
import { sentencesOf } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';
import { paragraphsOf, sourceSpan } from './query.ts';
import type { Paragraph, Report, Section } from './report.ts';

export interface Matter {
  /** Source span of its first sentence or heading, without marks and number. */
  readonly span: Span;
  /** That sentence, logical text. */
  readonly head: string;
  /** All it says, logical text, the head included. */
  readonly text: string;
}

const NAMES_REASON = new RegExp(REASON, 'u');

/** What problems and plans speak of: words that name a subject, and those that answer it as well. */
export const SUBJECT_PATTERNS = SUBJECTS.map(({ name, words, answers }) => ({ name, words: new RegExp(words, 'u'), answers: new RegExp(answers === undefined ? words : `${words}|${answers}`, 'u') }));

/** The section of a part, where it serves this part alone. */
export function sectionOf(report: Report, id: PartId): Section | undefined {
  const section = report.parts.find((part) => part.id === id)?.section;
  return section?.parts.length === 1 ? section : undefined;
}

export function mattersOf(report: Report, section: Section): readonly Matter[] {
  if (section.children.length > 0) return section.children.map((child) => subsection(report, child));
  const paragraphs = paragraphsOf(report, section).filter(({ kind }) => kind === 'text' || kind === 'heading');
  const isList = paragraphs.some(({ facts }) => facts.items.length > 0);
  const matters: Matter[] = [];
  const goOn = (text: string): void => {
    const last = matters.pop();
    if (last) matters.push({ ...last, text: last.text + text });
  };
  for (const paragraph of paragraphs) {
    const { flow: { text }, items } = paragraph.facts;
    const from = section.heading.runIn && paragraph.span.start === section.heading.span.start ? section.heading.marker.length + section.heading.title.length : 0;
    if (!isList) {
      for (const { start, end } of sentencesOf(text, from)) {
        const sentence = text.slice(start, end);
        if (NAMES_REASON.test(sentence) && matters.length > 0) goOn(sentence);
        else matters.push(matter(paragraph, start, end));
      }
    } else if (items.length === 0) {
      goOn(text.slice(from));
    } else {
      // What stands before the first item belongs to the item above, if there is one.
      goOn(text.slice(from, items[0]?.start));
      items.forEach((item, index) => matters.push(matter(paragraph, item.end, items[index + 1]?.start ?? text.length)));
    }
  }
  return matters;
}

function subsection(report: Report, section: Section): Matter {
  const { heading } = section;
  const text = paragraphsOf(report, section).map(({ facts }) => facts.flow.text).join('');
  return { span: heading.span, head: heading.title, text: heading.runIn ? text : heading.title + text };
}

function matter(paragraph: Paragraph, start: number, end: number): Matter {
  const { text } = paragraph.facts.flow;
  const [head = { start, end }] = sentencesOf(text.slice(0, end), start);
  return { span: sourceSpan(paragraph, head.start, head.end), head: text.slice(head.start, head.end), text: text.slice(start, end) };
}
