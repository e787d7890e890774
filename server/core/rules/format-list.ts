// format-list: marks in running lists: one behind 一是, and items that end now with ；, now with 。.
// Must not look for items: the report has found them. Told once for a paragraph.

import { NARRATIVE_BASIS } from '../domain/numbering.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import type { ListItem } from '../report/items.ts';
import { sourceSpan } from '../report/query.ts';
import type { Paragraph } from '../report/report.ts';

export const formatList: Rule = {
  id: 'format-list',
  title: '“一是”“二是”标点',
  severities: ['hint'],
  fix: 'safe',
  basis: NARRATIVE_BASIS,
  *check(report) {
    for (const paragraph of report.paragraphs) {
      if (paragraph.kind === 'row' || paragraph.facts.items.length === 0) continue;
      yield* marksBehind(paragraph);
      for (const list of listsOf(paragraph.facts.items)) yield* separators(paragraph, list);
    }
  },
};

function* marksBehind(paragraph: Paragraph): Iterable<Finding> {
  const marked = paragraph.facts.items.filter(({ mark }) => mark !== '');
  const [first] = marked;
  if (!first) return;
  const written = paragraph.facts.flow.text.slice(first.start, first.end);
  yield {
    span: sourceSpan(paragraph, first.start, first.end + first.mark.length),
    message: `“${written}${first.mark}”${marked.length > 1 ? `等${marked.length}处` : ''}后面加了标点。“一是”“二是”叙述性强，后面不用标点，直接写“${written}”。`,
    fixes: [{
      title: marked.length > 1 ? '删去这些标点' : `删去“${first.mark}”`,
      applicability: 'safe',
      edits: marked.map((item) => ({ span: sourceSpan(paragraph, item.end, item.end + item.mark.length), text: '' })),
    }],
  };
}

/** Lists that count on from one within the paragraph. */
function listsOf(items: readonly ListItem[]): readonly (readonly ListItem[])[] {
  const lists: ListItem[][] = [];
  for (const item of items) {
    const list = lists[lists.length - 1];
    if (item.value === 1) lists.push([item]);
    else if (list && item.value === list.length + 1) list.push(item);
    else lists.push([]);
  }
  return lists.filter((list) => list.length > 2);
}

/** The last item ends the sentence and is not asked; where an item holds a 。 inside, 。 is needed everywhere. */
function* separators(paragraph: Paragraph, list: readonly ListItem[]): Iterable<Finding> {
  const { text } = paragraph.facts.flow;
  const bodies = list.slice(0, -1).map((item, i) => ({ start: item.end, end: (list[i + 1] as ListItem).start }));
  if (bodies.some(({ start, end }) => /[。！？]/u.test(text.slice(start, end - 1)))) return;
  const stops = bodies.filter(({ end }) => text[end - 1] === '。');
  const semicolons = bodies.filter(({ end }) => text[end - 1] === '；');
  const [first] = stops;
  if (!first || semicolons.length === 0) return;
  const last = list[list.length - 1] as ListItem;
  if (/。./u.test(text.slice(last.end))) return;
  yield {
    span: sourceSpan(paragraph, first.end - 1, first.end),
    message: `这一组“一是”“二是”有${semicolons.length}条以分号结尾，${stops.length}条以句号结尾。各条之间标点应当一致，都用分号，最后一条用句号。`,
    fixes: [{ title: '统一用分号', applicability: 'review', edits: stops.map(({ end }) => ({ span: sourceSpan(paragraph, end - 1, end), text: '；' })) }],
  };
}
