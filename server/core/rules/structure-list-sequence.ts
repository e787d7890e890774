// structure-list-sequence: a running list 一是……二是…… with a number skipped or used twice, or another list inside.
// Must not look for items: the report has found them. A list may run over the paragraphs of a section.

import { LEVELS_BASIS, OTHER_ITEM, OTHER_START } from '../domain/numbering.ts';
import type { Finding, Fix, Rule } from '../lint/rule.ts';
import type { ListItem } from '../report/items.ts';
import { breaksLine, headingsOf, sourceSpan } from '../report/query.ts';
import type { Heading, Paragraph, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { toChinese } from '../text/numerals.ts';

export const structureListSequence: Rule = {
  id: 'structure-list-sequence',
  title: '“一是”“二是”序号错误',
  severities: ['warning', 'hint'],
  fix: 'review',
  basis: LEVELS_BASIS,
  *check(report) {
    for (const places of placesBySection(report)) yield* listFindings(report, places);
  },
};

const STARTED = new RegExp(OTHER_START, 'u');

/** A section with more defects than this holds no lists. */
const MOST_TOLD = 20;

interface Place {
  readonly paragraph: Paragraph;
  readonly item: ListItem;
}

/** A heading closes the list before it; a heading at the beginning of its paragraph opens that paragraph. */
function placesBySection(report: Report): readonly (readonly Place[])[] {
  const bySection: Place[][] = [];
  const headings = headingsOf(report);
  let next = 0;
  let last: number | undefined;
  for (let index = 0; index < report.paragraphs.length; index++) {
    const paragraph = report.paragraphs[index] as Paragraph;
    if (paragraph.facts.items.length === 0 || paragraph.kind === 'row' || paragraph.kind === 'title') continue;
    while (next < headings.length && (headings[next] as Heading).paragraph <= index) next++;
    if (next !== last) bySection.push([]);
    last = next;
    for (const item of paragraph.facts.items) bySection[bySection.length - 1]?.push({ paragraph, item });
  }
  return bySection;
}

interface List {
  readonly first: Place;
  last: Place;
  value: number;
  /** What its last item should have been, where that was told. */
  meant: number | undefined;
  readonly skipped: Set<number>;
}

const name = (value: number): string => `“${toChinese(value)}是”`;
const spanOf = ({ paragraph, item }: Place): Span => sourceSpan(paragraph, item.start, item.end);

function* listFindings(report: Report, places: readonly Place[]): Iterable<Finding> {
  let open: List[] = [];
  let told = 0;
  for (const [index, place] of places.entries()) {
    const { value } = place.item;
    if (told >= MOST_TOLD) return;
    const inner = open[open.length - 1];
    if (value === 1) {
      // Only inside a paragraph can a list stand in the item of another.
      if (inner && inner.last.paragraph !== place.paragraph) open = [];
      open.push({ first: place, last: place, value: 1, meant: undefined, skipped: new Set() });
      continue;
    }
    if (!inner) continue;
    if (inner.last.paragraph !== place.paragraph && STARTED.test(place.paragraph.facts.flow.text.slice(0, place.item.start))) {
      open = [];
      continue;
    }
    if (value === inner.value + 1 || value === (inner.meant ?? -1) + 1) {
      inner.meant = undefined;
    } else if (inner.skipped.delete(value)) {
      continue;
    } else {
      const outer = open.findLastIndex((list, at) => at < open.length - 1 && list.value + 1 === value);
      const within = open[outer + 1];
      if (outer >= 0 && within) {
        if (within.value > 1) yield nested(within.first, open[outer] as List);
        open = open.slice(0, outer + 1);
        Object.assign(open[outer] as List, { last: place, value });
        continue;
      }
      const expected = inner.value + 1;
      if (value > expected) {
        if (continuesOtherwise(report, inner.last, place, expected)) {
          Object.assign(inner, { last: place, value });
          continue;
        }
        for (let each = expected; each < value; each++) inner.skipped.add(each);
        yield skipped(report, places, index, inner, expected);
      } else {
        yield repeated(report, places, index, expected);
      }
      inner.meant = expected;
      told++;
    }
    Object.assign(inner, { last: place, value });
  }
}

/** Whether the missing item stands there in another form: 其二, 二要, 第二. */
function continuesOtherwise(report: Report, from: Place, to: Place, value: number): boolean {
  const numeral = toChinese(value);
  const other = new RegExp(OTHER_ITEM.replaceAll('{n}', numeral), 'u');
  const last = report.paragraphs.indexOf(to.paragraph);
  for (let i = report.paragraphs.indexOf(from.paragraph); i <= last; i++) {
    const paragraph = report.paragraphs[i] as Paragraph;
    const { text } = paragraph.facts.flow;
    const between = text.slice(paragraph === from.paragraph ? from.item.end : 0, paragraph === to.paragraph ? to.item.start : text.length);
    if (between.includes(`${numeral}是`) || other.test(between)) return true;
  }
  return false;
}

function skipped(report: Report, places: readonly Place[], index: number, list: List, expected: number): Finding {
  const { item } = places[index] as Place;
  const missing = Array.from({ length: item.value - expected }, (_, k) => name(expected + k)).join('');
  return {
    span: spanOf(places[index] as Place),
    message: `${name(list.value)}之后是${name(item.value)}，缺${missing}。核对是漏写了一条还是序号写错。`,
    related: [{ span: spanOf(list.last), message: '前一条' }],
    fixes: renumber(report, places, index, expected),
  };
}

function repeated(report: Report, places: readonly Place[], index: number, expected: number): Finding {
  const place = places[index] as Place;
  return {
    span: spanOf(place),
    message: `${name(place.item.value)}重复，前面已经用过。按次序这里应写${name(expected)}，后面的顺延。`,
    fixes: renumber(report, places, index, expected),
  };
}

function nested(first: Place, outer: List): Finding {
  return {
    span: spanOf(first),
    severity: 'hint',
    message: `${name(outer.value)}里面又从“一是”编起，两层序号相同，读者分不清层次。里面一层改用别的序号，或者不编号。`,
    related: [{ span: spanOf(outer.last), message: '外面一层' }],
  };
}

function renumber(report: Report, places: readonly Place[], from: number, first: number): readonly Fix[] {
  const edits: { span: Span; text: string }[] = [];
  let value = first;
  for (const { paragraph, item } of places.slice(from)) {
    if (item.value === 1) break;
    const span = sourceSpan(paragraph, item.start, item.end - 1);
    if (breaksLine(report, span)) return [];
    if (item.value !== value) edits.push({ span, text: toChinese(value) });
    value++;
  }
  return edits.length === 0 ? [] : [{ title: `从这里起改为${name(first)}，依次顺延`, applicability: 'review', edits }];
}
