// Snippets for the title, the opening, the parts, their usual topics, figures and the signature, from the same data as fixes,
// completion and new reports. They know no document: numbers and years are places to fill in. Must not touch files.

import { BARE_OPENING, BARE_TITLE, FRAME, FORMULA } from '../../server/core/domain/draft.ts';
import { initialsOf } from '../../server/core/domain/initials.ts';
import { METRICS } from '../../server/core/domain/metrics.ts';
import { PARTS, PROBLEM } from '../../server/core/domain/parts.ts';
import { TOPICS } from '../../server/core/domain/topics.ts';
import type { MetricSpec, PartId, PartSpec, SkeletonItem } from '../../server/core/domain/types.ts';
import { asPlace, bareHeadingOf, closingText, itemText, sentenceText, skeletonOf, type About } from '../../server/core/report/draft.ts';
import { styleFor, type HeadingStyle, type Layout, type Style } from '../../server/core/report/style.ts';
import { toChinese } from '../../server/core/text/numerals.ts';
import { joinTemplates } from '../../server/core/text/template.ts';

export interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

interface Call {
  readonly words: string;
  readonly initials: string;
}

const NOBODY: About = { issuer: undefined, kind: undefined, level: undefined, year: undefined };
const NUMBERS = Array.from({ length: 15 }, (_, i) => toChinese(i + 1));
/** The usual place of a part in the report. */
const USUAL: readonly PartId[] = ['work', 'problems', 'first_person', 'plan', 'other'];

/** A number to choose, the usual one first. While places are numbered through it is one of them, shown so. */
const NUMBER = '①';
const NUMBER_PLACE = `\${9:${NUMBER}}`;
const choice = (usual: number): string => `|${[NUMBERS[usual - 1], ...NUMBERS.filter((_, i) => i !== usual - 1)].join(',')}|`;

function snippet({ words, initials }: Call, description: string, template: string, usual = 1): Snippet {
  const numbered = joinTemplates([template]).replace(`:${NUMBER}}`, `${choice(usual)}}`);
  return { prefix: [initials, words], body: `${numbered}\n\n$0`.split('\n'), description };
}

/** A heading whose number is a place. */
const headed = ({ lead, marker }: HeadingStyle, title: string): string => lead + marker.replace('一', NUMBER_PLACE) + title;

const itemUnder = (item: SkeletonItem, style: Style): string =>
  item.heading === undefined ? itemText(item, NOBODY, style, 1) : joinTemplates([headed(style.second, item.heading), itemText({ body: item.body }, NOBODY, style, 1)], style.gap);

export function snippets(layout: Layout): Readonly<Record<string, Snippet>> {
  const style = styleFor(layout);
  const all: readonly (readonly [name: string, snippet: Snippet])[] = [
    ['报告标题', snippet(FRAME.title, FRAME.title.detail, (layout === 'markdown' ? '# ' : '') + BARE_TITLE)],
    ['导语', snippet(FRAME.opening, FRAME.opening.detail, BARE_OPENING)],
    ...PARTS.map((part: PartSpec) => [part.name, partSnippet(part, style)] as const),
    ...TOPICS.map((topic) => [`${topic.heading}（${topic.name}）`, snippet({ words: topic.name, initials: initialsOf(topic.name) }, topic.heading, itemUnder(asPlace(topic), style))] as const),
    ['不足一项', snippet(FRAME.problem, FRAME.problem.detail, itemText(PROBLEM, NOBODY, style, 1).replace('一', NUMBER_PLACE))],
    ...(METRICS as readonly MetricSpec[]).filter(({ sentence }) => sentence !== undefined).map((metric) => [metric.name, snippet({ words: metric.name, initials: initialsOf(metric.name) }, metric.definition, sentenceText(metric))] as const),
    ['特此报告', snippet(FRAME.formula, FRAME.formula.detail, FORMULA)],
    ['落款', snippet(FRAME.closing, FRAME.closing.detail, closingText(NOBODY, style))],
  ];
  return Object.fromEntries(all);
}

function partSnippet(part: PartSpec, style: Style): Snippet {
  const below = skeletonOf(part, NOBODY).map((item, i) => itemText(item, NOBODY, style, i + 1));
  return snippet(part.call, part.contents, joinTemplates([headed(style.main, bareHeadingOf(part)), ...below], style.gap), USUAL.indexOf(part.id) + 1);
}
