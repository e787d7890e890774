// format-heading-style: headings of one level that differ in Markdown depth or in bold type.
// Must not look for headings: their level comes from the numbers and is known.

import { HEADING_STYLE_BASIS } from '../domain/numbering.ts';
import type { Applicability, Finding, Rule } from '../lint/rule.ts';
import { breaksLine, headingsOf, siblings } from '../report/query.ts';
import type { Heading, Report, Section } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import { standardMarker, type Level } from '../text/numbering.ts';

/** Fewer on either side are a slip of another kind, or an emphasis. */
const LEAST_BOLD = 2;

export const formatHeadingStyle: Rule = {
  id: 'format-heading-style',
  title: '同级标题格式不一',
  severities: ['warning', 'hint'],
  fix: 'safe',
  basis: HEADING_STYLE_BASIS,
  *check(report) {
    const headings = headingsOf(report);
    if (headings.some(({ hashes }) => hashes > 0)) yield* depths(report);
    if (headings.some((heading) => heading.bold)) yield* bold(report);
  },
};

interface Wrong {
  readonly heading: Heading;
  readonly wanted: number;
  readonly peers: number;
  readonly edit: Edit;
}

function* depths(report: Report): Iterable<Finding> {
  const headings = headingsOf(report).filter(({ hashes }) => hashes > 0);
  const numbered = headings.filter(({ marker }) => marker !== '');
  // 1. directly below 一、 may well stand higher than 1. below （一）.
  const groups = new Map<number, Heading[]>();
  for (const { heading, parent } of placed(report.sections, 0)) {
    if (heading.hashes === 0 || heading.marker === '') continue;
    const key = heading.depth * 10 + parent;
    const group = groups.get(key);
    if (group) group.push(heading);
    else groups.set(key, [heading]);
  }
  const wrong = [...groups].flatMap(([key, group]) => wrongOnes(report, group, Math.floor(key / 10), key % 10));
  // A heading without a number takes its level from the # of the others.
  const applicability: Applicability = numbered.length === headings.length ? 'safe' : 'review';
  for (const { heading, wanted, peers, edit } of wrong) {
    const marks = '#'.repeat(wanted);
    yield {
      span: heading.span,
      message: `“${heading.marker}”用了“${'#'.repeat(heading.hashes)}”，同级标题有${peers}个用“${marks}”。同一级标题层级应当一致，改用“${marks}”。`,
      fixes: [
        { title: `改用“${marks}”`, applicability, edits: [edit] },
        ...(wrong.length > 1 ? [{ title: '统一全文标题层级', applicability, edits: wrong.map((each) => each.edit) }] : []),
      ],
    };
  }
}

/** Headings with the level of what they stand below, 0 at the top. */
function* placed(sections: readonly Section[], parent: number): Generator<{ heading: Heading; parent: number }> {
  for (const { heading, children } of sections) {
    yield { heading, parent };
    yield* placed(children, heading.depth);
  }
}

function wrongOnes(report: Report, headings: readonly Heading[], level: number, parent: number): readonly Wrong[] {
  const counts = new Map<number, number>();
  for (const { hashes } of headings) counts.set(hashes, (counts.get(hashes) ?? 0) + 1);
  if (counts.size < 2) return [];
  // Under a # title the first level has ##; where nobody writes so, the more frequent form decides.
  const [frequent = level + 1] = [...counts].sort(([a, n], [b, m]) => m - n || a - b).map(([hashes]) => hashes);
  const wanted = counts.has(level + 1) && parent === level - 1 ? level + 1 : frequent;
  return headings.flatMap((heading) => {
    const span = heading.hashes === wanted ? undefined : hashSpan(report, heading);
    return span ? [{ heading, wanted, peers: counts.get(wanted) ?? 0, edit: { span, text: '#'.repeat(wanted) } }] : [];
  });
}

/** The # before a heading; between them and the heading stand only blanks and bold marks. */
function hashSpan(report: Report, heading: Heading): Edit['span'] | undefined {
  const { text } = report.source;
  let end = heading.span.start;
  while (end > 0 && /[ \t\u3000\u00a0*]/u.test(text[end - 1] as string)) end--;
  const start = end - heading.hashes;
  return text.slice(Math.max(0, start), end) === '#'.repeat(heading.hashes) ? { start, end } : undefined;
}

function* bold(report: Report): Iterable<Finding> {
  for (const list of siblings(report)) {
    for (const depth of new Set(list.map(({ heading }) => heading.depth))) {
      const peers = list.map(({ heading }) => heading).filter((h) => h.depth === depth && h.marker !== '');
      const strong = peers.filter((h) => h.bold);
      const plain = peers.filter((h) => !h.bold);
      if (strong.length < LEAST_BOLD || plain.length < LEAST_BOLD) continue;
      const minority = strong.length < plain.length ? strong : plain;
      for (const heading of minority) {
        yield {
          span: heading.span,
          severity: 'hint',
          message: `“${standardMarker(depth as Level, heading.value ?? 1)}”${heading.bold ? '加粗' : '没有加粗'}，同级标题${strong.length}个加粗、${plain.length}个不加粗。格式应当一致，${heading.bold ? '取消加粗' : '改为加粗'}。`,
          fixes: heading.bold ? [] : embolden(report, heading),
        };
      }
    }
  }
}

function embolden(report: Report, heading: Heading): Finding['fixes'] & object {
  const { text } = report.source;
  const end = heading.span.end + (heading.runIn && heading.stopped && text[heading.span.end] === '。' ? 1 : 0);
  const span = { start: heading.span.start, end };
  if (breaksLine(report, span) || (heading.runIn && !heading.stopped) || text.slice(span.start, span.end).includes('*')) return [];
  return [{ title: '改为加粗', applicability: 'review', edits: [{ span: { start: span.start, end: span.start }, text: '**' }, { span: { start: end, end }, text: '**' }] }];
}
