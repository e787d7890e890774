// format-numbering: the form of the numbers before headings: brackets, points and blanks. What a whole report does
// alike is told once. Must not judge values or order, nor look for headings.

import { NUMBER_FORMS_BASIS } from '../domain/numbering.ts';
import type { Finding, Fix, Rule } from '../lint/rule.ts';
import { headingsOf, markerSpan, siblings } from '../report/query.ts';
import type { Heading, Report } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import { readMarker, standardMarker, withValue } from '../text/numbering.ts';

export const formatNumbering: Rule = {
  id: 'format-numbering',
  title: '编号写法不规范',
  severities: ['warning', 'hint'],
  fix: 'safe',
  basis: NUMBER_FORMS_BASIS,
  *check(report) {
    const headings = headingsOf(report).filter(({ marker }) => marker !== '');
    if (headings.every(isStandard)) return;
    const told = new Set<Heading>();
    for (const depth of [2, 4]) yield* brackets(report, headings.filter((h) => h.depth === depth), told);
    yield* points(report, headings);
    yield* delimiters(headings);
    for (const depth of [1, 2]) yield* blanks(report, headings.filter((h) => h.depth === depth && !told.has(h)));
    if (!headings.some(({ hashes }) => hashes > 0)) yield* mixedBlanks(report);
  },
};

/** 一、 （一） 1. （1） with the title right behind it: nothing to tell, and the way of nearly all. */
function isStandard({ depth, marker, span, titleAt }: Heading): boolean {
  if (depth === 0) return true;
  if (titleAt !== span.start + marker.length || /[ \u3000]/u.test(marker)) return false;
  const last = marker[marker.length - 1];
  return depth === 1 ? last === '、' : depth === 3 ? last === '.' || last === '．' : marker.startsWith('（') && last === '）';
}

/** What stands between number and title. */
const gapOf = (report: Report, heading: Heading): string => report.source.text.slice(markerSpan(heading).end, heading.titleAt);
const IS_BLANK = /^[ \t\u3000\u00a0\u2000-\u200a]+$/u;
const INNER_BLANK = /[ \u3000]/gu;

/** The number written anew, with what stands behind it up to `end`; undefined where it would no longer be read as that number. */
function rewritten(heading: Heading, marker: string, end = markerSpan(heading).end): Edit | undefined {
  const read = readMarker(marker + heading.title, 0);
  if (read?.level !== heading.depth || read.value !== heading.value || read.text !== marker) return undefined;
  return { span: { start: heading.span.start, end }, text: marker };
}

const defined = (edits: readonly (Edit | undefined)[]): readonly Edit[] => edits.flatMap((edit) => (edit ? [edit] : []));
const safe = (title: string, edits: readonly Edit[]): readonly Fix[] => (edits.length === 0 ? [] : [{ title, applicability: 'safe', edits }]);

/** (一) among （一）; the standard form is the full-width one, whichever is more frequent. */
function* brackets(report: Report, headings: readonly Heading[], told: Set<Heading>): Iterable<Finding> {
  const bracketed = headings.filter(({ marker }) => /^[（(].*[）)]$/u.test(marker));
  const half = bracketed.filter(({ marker }) => !/^（.*）$/u.test(marker));
  const full = bracketed.length - half.length;
  const [first] = half;
  if (!first || (full === 0 && first.depth === 4)) return;
  const widened = (h: Heading): string => h.marker.replace('(', '（').replace(')', '）').replace(INNER_BLANK, '');
  const edit = (h: Heading): Edit | undefined => {
    const blank = IS_BLANK.test(gapOf(report, h));
    if (blank) told.add(h);
    return rewritten(h, widened(h), blank ? h.titleAt : markerSpan(h).end);
  };
  if (half.length > full) {
    const edits = defined(half.map(edit));
    yield {
      span: markerSpan(first),
      severity: full === 0 ? 'hint' : 'warning',
      message: full === 0
        ? `这一级编号都用半角括号“${first.marker}”。公文中括号用全角，写“${widened(first)}”。`
        : `这一级编号有${half.length}个用半角括号“${first.marker}”，${full}个用全角括号，写法不一。统一写全角的“${widened(first)}”。`,
      fixes: safe('全部改为全角括号', edits),
    };
    return;
  }
  for (const heading of half) {
    const own = edit(heading);
    yield {
      span: markerSpan(heading),
      message: `“${heading.marker}”用了半角括号${told.has(heading) ? '，后面还空了格' : ''}，同级其他${full}个编号用全角括号。写“${widened(heading)}”。`,
      fixes: safe(`改为“${widened(heading)}”`, defined([own])),
    };
  }
}

/** （一）、 */
function* points(report: Report, headings: readonly Heading[]): Iterable<Finding> {
  for (const heading of headings) {
    const gap = gapOf(report, heading);
    if (!/[）)]$/u.test(heading.marker) || !/^[ \u3000]*[、．.，,：:][ \u3000]*$/u.test(gap)) continue;
    const span = { start: heading.span.start, end: heading.titleAt };
    yield {
      span,
      message: `“${heading.marker}${gap.trim()}”中带括号的编号后面又加了“${gap.trim()}”。括号已经把编号隔开，后面不用点号，写“${heading.marker}”。`,
      fixes: safe(`删去“${gap.trim()}”`, defined([rewritten(heading, heading.marker, heading.titleAt)])),
    };
  }
}

/** 一. and 1、: told once each. */
function* delimiters(headings: readonly Heading[]): Iterable<Finding> {
  const first = headings.filter(({ depth, marker }) => depth === 1 && /[.．，,：:]$/u.test(marker));
  if (first[0]) {
    const right = standardMarker(1, first[0].value ?? 1);
    yield {
      span: markerSpan(first[0]),
      severity: 'hint',
      message: `“${first[0].marker}”${first.length > 1 ? `等${first.length}处` : ''}的汉字数字后面没有用顿号。不带括号的汉字编号用顿号，写“${right}”。`,
      fixes: safe(first.length > 1 ? '全部改用顿号' : `改为“${right}”`, defined(first.map((h) => rewritten(h, standardMarker(1, h.value ?? 1))))),
    };
  }
  const third = headings.filter(({ depth, marker }) => depth === 3 && marker.endsWith('、'));
  if (third[0]) {
    const pointed = (marker: string): string => marker.replace(INNER_BLANK, '').replace('、', /[０-９]/u.test(marker) ? '．' : '.');
    yield {
      span: markerSpan(third[0]),
      severity: 'hint',
      message: `“${third[0].marker}”${third.length > 1 ? `等${third.length}处` : ''}的阿拉伯数字后面用了顿号。阿拉伯数字编号用下脚点，写“${pointed(third[0].marker)}”。`,
      fixes: safe(third.length > 1 ? '全部改用下脚点' : `改为“${pointed(third[0].marker)}”`, defined(third.map((h) => rewritten(h, pointed(h.marker))))),
    };
  }
}

/** 一、 主要工作: told once for a level. */
function* blanks(report: Report, headings: readonly Heading[]): Iterable<Finding> {
  const edits = headings.map((h) => {
    const inside = h.marker.replace(INNER_BLANK, '');
    const behind = IS_BLANK.test(gapOf(report, h));
    return inside !== h.marker || behind ? { heading: h, edit: rewritten(h, inside, behind ? h.titleAt : markerSpan(h).end) } : undefined;
  }).flatMap((each) => (each?.edit ? [{ heading: each.heading, edit: each.edit }] : []));
  const [first] = edits;
  if (!first) return;
  const name = withValue(first.heading.marker, first.heading.value ?? 1).replace(INNER_BLANK, '');
  yield {
    span: first.edit.span,
    severity: 'hint',
    message: `“${name}”${edits.length > 1 ? `等${edits.length}处` : ''}的编号带空格。“一、”“（一）”和标题之间不空格。`,
    fixes: safe('删去空格', edits.map(({ edit }) => edit)),
  };
}

/** 1. 强化 and 2.规范 in one list; in Markdown the blank belongs to its own lists. */
function* mixedBlanks(report: Report): Iterable<Finding> {
  for (const list of siblings(report)) {
    const third = list.map(({ heading }) => heading).filter(({ depth, marker }) => depth === 3 && marker !== '');
    const spaced = third.filter((h) => IS_BLANK.test(gapOf(report, h)));
    const [first] = spaced;
    if (!first || spaced.length === third.length) continue;
    const edits = defined(spaced.map((h) => rewritten(h, h.marker, h.titleAt)));
    if (edits.length < spaced.length) continue;
    yield {
      span: { start: first.span.start, end: first.titleAt },
      severity: 'hint',
      message: `这一组编号有${spaced.length}个后面空了格，${third.length - spaced.length}个没有空。统一不空格，写“${first.marker}”。`,
      fixes: safe('删去空格', edits),
    };
  }
}
