// What is shown when the mouse rests on a place: a rate with its definition and its working, a finding with its
// grounds, a part with what it must contain. Markdown in Chinese. Must not judge anew: report and problems say.

import { KNOWN_UNTIL } from '../domain/known.ts';
import { PARTS } from '../domain/parts.ts';
import type { PartSpec } from '../domain/types.ts';
import { chineseDay } from '../domain/validity.ts';
import { interval, sameKind, type Check } from '../figures/check.ts';
import type { PastReport } from '../compare/past.ts';
import type { Figure } from '../figures/figure.ts';
import type { Ledger, LedgerEntry } from '../ledger/ledger.ts';
import { matchesOf } from '../ledger/matches.ts';
import type { Problem } from '../lint/lint.ts';
import { checksWith, mentions } from '../report/quantities.ts';
import { flowOffset, mainSections, paragraphAt, quoted, sectionsAt, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report, Section } from '../report/report.ts';
import { contains, type Span } from '../text/span.ts';
import type { Segmenter } from '../words/segmenter.ts';
import { historyAt, type History } from './comparison.ts';
import { grounds } from './grounds.ts';
import { measures, shareOf } from './measures.ts';
import { knowledgeAt } from './knowledge.ts';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
  /** Where the report tells the quantity again. */
  readonly places?: readonly Place[];
  /** What the figure was in earlier reports. */
  readonly history?: History;
  /** What the ledger says of the figure. */
  readonly ledger?: { readonly of: Ledger; readonly entry: LedgerEntry; readonly agrees: boolean };
}

/** Another mention of a quantity. */
export interface Place {
  readonly span: Span;
  /** Heading it stands below; empty before the first. */
  readonly section: string;
  /** As written there, `12件`. */
  readonly text: string;
}

/** Undefined where there is nothing to say. */
export function hover(report: Report, problems: readonly Problem[], offset: number, words: Segmenter, past: readonly PastReport[] = [], ledger?: Ledger): Hover | undefined {
  if (!report.recognised) return undefined;
  const sections = [titleAt(report, offset), figureAt(report, offset, words, past, ledger), knowledgeAt(report, offset), ...groundsAt(problems, offset), headingAt(report, offset)].filter((h) => h !== undefined);
  const [first] = sections;
  const places = sections.flatMap((h) => h.places ?? []);
  const history = sections.find((h) => h.history !== undefined)?.history;
  const inLedger = sections.find((h) => h.ledger !== undefined)?.ledger;
  return first && { span: first.span, markdown: sections.map((h) => h.markdown).filter((text) => text !== '').join('\n\n---\n\n'), ...(places.length > 0 ? { places } : {}), ...(history ? { history } : {}), ...(inLedger ? { ledger: inLedger } : {}) };
}

function titleAt({ title, kind, year, asOf }: Report, offset: number): Hover | undefined {
  if (!title || !kind || !contains(title.span, offset)) return undefined;
  const beyond = asOf !== undefined && asOf > KNOWN_UNTIL ? `\n\n提法、法律和会议的资料截至${chineseDay(KNOWN_UNTIL)}，以后的变化没有收入，不作判断。` : '';
  return { span: title.span, markdown: `**${kind.name}**${year === undefined ? '' : ` ${year}年度`}\n\n时限：${kind.due}\n\n${grounds(kind.basis)}${beyond}` };
}

/** A figure with what it measures, its working and its other mentions. */
function figureAt(report: Report, offset: number, words: Segmenter, past: readonly PastReport[], ledger: Ledger | undefined): Hover | undefined {
  const paragraph = paragraphAt(report, offset);
  if (!paragraph) return undefined;
  const at = flowOffset(paragraph, offset);
  const startOf = ({ named, start }: Figure): number => (named && named.end <= start ? named.start : start);
  const { figures } = paragraph.facts;
  const figure = figures.find(({ start, end }) => start <= at && at <= end) ?? figures.find((each) => startOf(each) <= at && at <= each.end);
  if (!figure) return undefined;
  const lines = [...definition(figure), ...size(figure), ...checksWith(paragraph, figure).flatMap((check) => working(paragraph, check, figure))];
  const places = placesOf(report, paragraph, figure, words);
  const history = historyAt(report, past, words, sourceSpan(paragraph, figure.start, figure.end).start);
  const match = ledger && matchesOf(report, ledger, words).find((each) => each.figure === figure);
  if (lines.length + places.length === 0 && !history && !match) return undefined;
  return { span: sourceSpan(paragraph, startOf(figure), figure.end), markdown: lines.join('\n\n'), places, ...(history ? { history } : {}), ...(ledger && match ? { ledger: { of: ledger, entry: match.entry, agrees: match.agrees } } : {}) };
}

/** The other mentions of what a figure counts, whatever value they have. */
function placesOf(report: Report, paragraph: Paragraph, figure: Figure, words: Segmenter): readonly Place[] {
  const all = mentions(report, words);
  const own = all.find((mention) => mention.paragraph === paragraph && mention.figure.start === figure.start);
  return all
    .filter((mention) => own && mention !== own && mention.key === own.key && sameKind(mention.figure, figure))
    .map(({ paragraph: there, figure: { start, end } }) => {
      const span = sourceSpan(there, start, end);
      const section = sectionsAt(report, span.start).at(-1);
      return { span, section: section ? quoted(section) : '', text: there.facts.flow.text.slice(start, end) };
    });
}

function definition({ metric, name }: Figure): readonly string[] {
  if (!metric) return [];
  const alias = name === metric.name ? '' : `（文中称“${name}”）`;
  const arrow = { higher: '，越高越好', lower: '，越低越好', neutral: '' }[metric.direction];
  return [
    `**${metric.name}**${alias}`,
    metric.definition,
    `公式：${metric.numerator}÷${metric.denominator}×100%${arrow}`,
    ...(metric.range === 'open' ? ['可以超过100%。'] : []),
    ...(metric.pitfalls.length > 0 ? [metric.pitfalls.map((pitfall) => `- ${pitfall}`).join('\n')] : []),
    metric.official ? grounds(metric.official) : '全国没有统一公式，以上级统计口径为准。',
  ];
}

/** 3.6万件 is anything from 35500 to 36499. */
function size({ quantity, unit }: Figure): readonly string[] {
  if (quantity.scale === 1 || quantity.exactness === 'range' || quantity.exactness === 'ratio') return [];
  const [low, high] = interval(quantity);
  return [`合${Number(quantity.value.toPrecision(12))}${unit ?? ''}，按写出的位数在${Number(low.toPrecision(12))}和${Number(high.toPrecision(12))}之间。`];
}

function working({ facts: { flow } }: Paragraph, check: Check, figure: Figure): readonly string[] {
  const { kind, verdict, equation, stated } = check;
  const written = flow.text.slice(stated.start, stated.end);
  if (equation === undefined) {
    const { metric } = figure;
    return kind === 'rate' && metric && stated === figure ? [`核算：同一句里没有写全“${metric.numerator}”和“${metric.denominator}”两个数，无法核对。`] : [];
  }
  switch (verdict) {
    case 'consistent':
      return [`核算：${equation}，与${written}相符。`];
    case 'inconsistent':
      return [`核算：${equation}，与${written}**不符**。`];
    case 'doubtful':
      return [`核算：${equation}，与${written}对不上，可能口径不同。`];
    case 'unchecked':
      return [`核算：${equation}，但不能确定${written}就是这样算的，没有核对。`];
  }
}

/** The grounds of the findings at a place; their messages are shown by the editor already. */
function groundsAt(problems: readonly Problem[], offset: number): readonly Hover[] {
  return problems
    .filter((problem) => contains(problem.span, offset))
    .map((problem) => ({ span: problem.span, markdown: `**${problem.rule.title}** ${problem.rule.id}\n\n${grounds(problem.basis ?? problem.rule.basis)}` }));
}

/** A heading: what the part must contain, and how much stands below it. */
function headingAt(report: Report, offset: number): Hover | undefined {
  const path = sectionsAt(report, offset);
  const section = path.at(-1);
  if (!section || !contains(section.heading.span, offset)) return undefined;
  const { heading, parts } = section;
  const specs = heading.depth > 1 ? [] : PARTS.filter(({ id }: PartSpec) => parts.includes(id));
  const around = heading.depth > 1 ? path.at(-2) : undefined;
  const lines = [...specs.flatMap((spec) => required(spec, report.year)), ...(around ? [lengthInside(report, section, around), ...figuresIn(report, section)] : [lengthBeside(report, section)])];
  return { span: heading.span, markdown: lines.join('\n\n') };
}

function required(spec: PartSpec, year: number | undefined): readonly string[] {
  const wordings = spec.wordings.filter((wording) => year !== undefined || !wording.includes('{')).map((wording) => `“${wording.replace('{next}', String((year ?? 0) + 1))}”`);
  return [`**${spec.name}**`, `应写：${spec.contents}`, `标题常写作：${wordings.join('')}`, grounds(spec.basis)];
}

const counted = (words: number): string => `${words.toLocaleString('en')}字`;

/** A main section beside the others. */
function lengthBeside(report: Report, section: Section): string {
  const { whole, of } = measures(report);
  const { words } = of(section.span);
  const others = mainSections(report.sections).filter(({ heading }) => heading.depth === section.heading.depth);
  const own = `本部分${counted(words)}，占全文的${shareOf(words, whole.words)}%`;
  if (others.length < 2 || !others.includes(section)) return `${own}。`;
  const [longest] = [...others].sort((a, b) => of(b.span).words - of(a.span).words);
  const average = Math.round(others.reduce((sum, { span }) => sum + of(span).words, 0) / others.length);
  const most = longest === section || !longest ? '这一部分最长' : `最长的是“${quoted(longest)}”，${counted(of(longest.span).words)}`;
  return `${own}；全文${others.length}个部分平均${counted(average)}，${most}。`;
}

function lengthInside(report: Report, section: Section, around: Section): string {
  const { of } = measures(report);
  const { words } = of(section.span);
  return `${counted(words)}，占“${quoted(around)}”的${shareOf(words, of(around.span).words)}%。`;
}

const MOST_FIGURES = 8;

function figuresIn(report: Report, section: Section): readonly string[] {
  const { heading, span } = section;
  const all = report.paragraphs
    .slice(heading.paragraph)
    .filter(({ span: { start } }) => start < span.end)
    .flatMap((paragraph) => paragraph.facts.figures.flatMap(({ name, start, end }) => (sourceSpan(paragraph, start, end).start < heading.titleAt ? [] : [`${name}${paragraph.facts.flow.text.slice(start, end)}`])));
  if (all.length === 0) return [];
  return [`数据${all.length}个：${all.slice(0, MOST_FIGURES).join('，')}${all.length > MOST_FIGURES ? '……' : ''}。`];
}
