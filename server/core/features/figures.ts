// The figures of a report: as a list, and by section with what the checks say of each. Must not judge anew: report and
// tables have checked every figure.

import { operandOf, type Check, type Verdict } from '../figures/check.ts';
import type { Exactness, Figure } from '../figures/figure.ts';
import { quantityKey } from '../report/quantities.ts';
import { sectionsAt, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report, Section } from '../report/report.ts';
import { mismatches, namedCells } from '../report/tables.ts';
import type { Span } from '../text/span.ts';
import type { Segmenter } from '../words/segmenter.ts';

export interface FigureItem {
  /** As written, layout blanks taken away. */
  readonly text: string;
  readonly value: number;
  readonly unit: string | undefined;
  readonly percent: boolean;
  readonly exactness: Exactness;
  readonly metric: string | undefined;
  readonly name: string;
  readonly span: Span;
}

/** A figure with the gravest that is said of it, and the working that says so. */
export interface CheckedFigure extends FigureItem {
  readonly verdict: Verdict;
  readonly equation: string | undefined;
}

/** A heading with the figures that stand directly below it; what stands before the first heading has none. */
export interface FigureGroup {
  readonly marker: string;
  readonly title: string;
  readonly heading: Span | undefined;
  readonly figures: readonly CheckedFigure[];
  readonly groups: readonly FigureGroup[];
}

/** In order of position; empty for a text that is no such report. */
export function figures(report: Report): readonly FigureItem[] {
  if (!report.recognised) return [];
  return report.paragraphs.flatMap((paragraph) => paragraph.facts.figures.map((figure) => itemOf(paragraph, figure)));
}

const itemOf = (paragraph: Paragraph, figure: Figure): FigureItem => ({
  text: paragraph.facts.flow.text.slice(figure.start, figure.end),
  value: figure.quantity.value,
  unit: figure.unit,
  percent: figure.unit === '%',
  exactness: figure.quantity.exactness,
  metric: figure.metric?.id,
  name: figure.name,
  span: sourceSpan(paragraph, figure.start, figure.end),
});

const BEFORE_HEADINGS = '标题和导语';

/** The sections that hold figures, as a tree; empty for a text that is no such report. */
export function figureGroups(report: Report, words: Segmenter): readonly FigureGroup[] {
  if (!report.recognised) return [];
  const cells = readCells(report);
  const bySection = new Map<Section | undefined, CheckedFigure[]>();
  for (const paragraph of report.paragraphs) {
    const judged = checksByFigure(paragraph);
    for (const figure of paragraph.facts.figures) {
      if (isNumbering(report, paragraph, figure)) continue;
      const item = itemOf(paragraph, figure);
      // Behind a sign: -20.0%.
      const cell = paragraph.kind === 'row' ? (cells.get(item.span.start) ?? cells.get(item.span.start - 1)) : undefined;
      const section = sectionsAt(report, item.span.start).at(-1);
      const checked = { ...item, name: cell?.name ?? nameOf(paragraph, figure, judged, words), ...(cell?.judgement ?? gravest(judged.get(figure.start) ?? [])) };
      const known = bySection.get(section);
      if (known) known.push(checked);
      else bySection.set(section, [checked]);
    }
  }
  const groupsOf = (sections: readonly Section[]): readonly FigureGroup[] =>
    sections.flatMap((section) => {
      const { marker, title, span } = section.heading;
      const group = { marker, title, heading: span, figures: bySection.get(section) ?? [], groups: groupsOf(section.children) };
      return group.figures.length + group.groups.length > 0 ? [group] : [];
    });
  const before = bySection.get(undefined);
  const opening = before ? [{ marker: '', title: BEFORE_HEADINGS, heading: undefined, figures: before, groups: [] }] : [];
  return [...opening, ...groupsOf(report.sections)];
}

/** The number of a heading is no figure of the report: 1.加强领导. */
export const isNumbering = (report: Report, paragraph: Paragraph, figure: Figure): boolean => {
  const at = sourceSpan(paragraph, figure.start, figure.end).start;
  const heading = sectionsAt(report, at).at(-1)?.heading;
  return heading !== undefined && at < heading.titleAt;
};

const SHORT = 3;
const NEXT_WORDS = /^(?![已均全未])[一-龥]{2,6}/u;

/** A figure whose words before name nothing is called by those behind it, a share by its part: 对13名执法人员, 其中A 8件，占20%. */
function nameOf(paragraph: Paragraph, figure: Figure, judged: ReadonlyMap<number, readonly Check[]>, words: Segmenter): string {
  const { flow } = paragraph.facts;
  if (figure.unit === '%') {
    const share = figure.name.length < SHORT ? judged.get(figure.start)?.find(({ kind }) => kind === 'share') : undefined;
    return `${(share && operandOf(share, 'numerator')?.name) ?? ''}${figure.name}`;
  }
  if (quantityKey(paragraph, figure, words) !== undefined) return figure.name;
  return NEXT_WORDS.exec(flow.text.slice(figure.end))?.[0] ?? figure.name;
}

const GRAVITY: Readonly<Record<Verdict, number>> = { inconsistent: 3, doubtful: 2, consistent: 1, unchecked: 0 };

interface Judgement {
  readonly verdict: Verdict;
  readonly equation: string | undefined;
}

/** The checks that judge a figure, by where it begins; where it is only an operand nothing is said of it. */
function checksByFigure({ facts: { checks } }: Paragraph): ReadonlyMap<number, readonly Check[]> {
  const judged = new Map<number, Check[]>();
  for (const check of checks) {
    const known = judged.get(check.stated.start);
    if (known) known.push(check);
    else judged.set(check.stated.start, [check]);
  }
  return judged;
}

function gravest(checks: readonly Check[]): Judgement {
  const own = [...checks].sort((a, b) => GRAVITY[b.verdict] - GRAVITY[a.verdict]);
  const [first] = own;
  return { verdict: first?.verdict ?? 'unchecked', equation: own.find(({ verdict, equation }) => verdict === first?.verdict && equation !== undefined)?.equation };
}

interface CellReading {
  /** Its row and its column. */
  readonly name: string;
  /** Of a total that its cells do not give. */
  readonly judgement: Judgement | undefined;
}

/** The cells of tables by their source offset. */
function readCells(report: Report): ReadonlyMap<number, CellReading> {
  const cells = new Map<number, CellReading>();
  for (const table of report.tables) {
    const wrong = new Map([...mismatches(table)].map(({ total, parts, sum, certain }) => [
      total.span.start,
      { verdict: certain ? ('inconsistent' as const) : ('doubtful' as const), equation: `${shortened(parts.map(({ text }) => text)).join('＋')}＝${sum}` },
    ]));
    for (const { cell: { span }, row, column } of namedCells(table)) {
      cells.set(span.start, { name: [row, column].filter((part) => part !== '').join(' '), judgement: wrong.get(span.start) });
    }
  }
  return cells;
}

const MOST_ADDENDS = 8;

const shortened = (texts: readonly string[]): readonly string[] =>
  texts.length <= MOST_ADDENDS ? texts : [...texts.slice(0, MOST_ADDENDS / 2), '…', ...texts.slice(-1)];
