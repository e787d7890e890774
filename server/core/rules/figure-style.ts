// figure-style: counts written in two ways in one report: 十二人 among 12人, １２ among 12, 1,234 among 1234. What a report
// does alike throughout is left alone. Must not search text: the report knows its figures.

import { NUMERAL_STANDARD } from '../domain/standards.ts';
import type { Figure } from '../figures/figure.ts';
import { written } from '../lint/checks.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { breaksLine, sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';

interface Place {
  readonly paragraph: Paragraph;
  readonly figure: Figure;
}

/** So many counts in digits, and digits are the report's way. */
const ENOUGH = 3;
/** 两次 and 三起 are usual beside digits; what takes two characters is not. */
const SHORTEST_NUMERAL = 2;

export const figureStyle: Rule = {
  id: 'figure-style',
  title: '数字写法不统一',
  severities: ['hint'],
  fix: 'review',
  basis: NUMERAL_STANDARD,
  *check(report) {
    const unusual = placesOf(report, ({ form }) => form !== 'digits');
    if (unusual.length > 0) yield* numerals(report, unusual);
    if (FULL_WIDTH.test(report.source.text)) yield* widths(report);
    if (unusual.length > 0) yield* thousands(report, unusual);
  },
};

/** Every figure is looked at after every key, so nothing is made for those that are as they should be. */
function placesOf({ paragraphs }: Report, fits: (figure: Figure) => boolean): readonly Place[] {
  const places: Place[] = [];
  for (const paragraph of paragraphs) {
    for (const figure of paragraph.facts.figures) if (fits(figure)) places.push({ paragraph, figure });
  }
  return places;
}

/** Whether so many figures fit that it is the report's way. */
function isUsual({ paragraphs }: Report, fits: (figure: Figure) => boolean): boolean {
  let found = 0;
  for (const { facts } of paragraphs) {
    for (const figure of facts.figures) if (fits(figure) && ++found >= ENOUGH) return true;
  }
  return false;
}

const isCount = ({ unit }: Figure): boolean => unit !== undefined && unit !== '%';

const FULL_WIDTH = /[０-９]/u;

const spanOf = ({ paragraph, figure }: Place) => sourceSpan(paragraph, figure.start, figure.end);
const editOf = (report: Report, { paragraph, figure }: Place, text: string): readonly Edit[] => {
  const span = sourceSpan(paragraph, figure.number.start, figure.number.end);
  return breaksLine(report, span) ? [] : [{ span, text }];
};

function* numerals(report: Report, unusual: readonly Place[]): Iterable<Finding> {
  const chinese = unusual.filter(({ figure }) => figure.form === 'numeral' && isCount(figure) && figure.number.end - figure.number.start >= SHORTEST_NUMERAL);
  if (chinese.length === 0 || !isUsual(report, (figure) => figure.form !== 'numeral' && isCount(figure))) return;
  for (const place of chinese) {
    const { figure, paragraph } = place;
    if (figure.quantity.exactness !== 'exact') continue; // 二百余场次
    const edits = editOf(report, place, String(figure.quantity.value));
    yield {
      span: spanOf(place),
      message: `“${written(paragraph, figure)}”用了汉字数字，全文其他数量用阿拉伯数字。写“${figure.quantity.value}${figure.unit ?? ''}”。`,
      fixes: edits.length === 0 ? [] : [{ title: `改为“${figure.quantity.value}”`, applicability: 'review', edits }],
    };
  }
}

/** One remark for the report. */
function* widths(report: Report): Iterable<Finding> {
  const places = placesOf(report, ({ form }) => form !== 'numeral');
  const asWritten = ({ paragraph, figure }: Place): string => {
    const { start, end } = sourceSpan(paragraph, figure.number.start, figure.number.end);
    return report.source.text.slice(start, end);
  };
  const full = places.filter((place) => FULL_WIDTH.test(asWritten(place)));
  const half = places.filter((place) => /[0-9]/u.test(asWritten(place)));
  const [first] = full;
  if (!first || half.length < ENOUGH) return;
  const edits = full.flatMap((place) => editOf(report, place, asWritten(place).normalize('NFKC')));
  yield {
    span: spanOf(first),
    message: `“${asWritten(first)}”${full.length > 1 ? `等${full.length}处` : ''}用了全角数字，全文其他数字用半角。统一用半角。`,
    fixes: edits.length === 0 ? [] : [{ title: '全部改为半角数字', applicability: 'review', edits }],
  };
}

/** From here on a number may be parted. */
const PARTED_FROM = 10_000;

function* thousands(report: Report, unusual: readonly Place[]): Iterable<Finding> {
  const isLong = ({ quantity: { value, scale }, unit }: Figure): boolean => value >= PARTED_FROM && scale === 1 && unit !== undefined;
  const parted = unusual.filter(({ figure }) => figure.form === 'parted' && isLong(figure));
  if (parted.length === 0) return;
  const plain = placesOf(report, (figure) => figure.form === 'digits' && isLong(figure));
  if (plain.length === 0) return;
  const [first] = parted.length <= plain.length ? parted : plain;
  if (!first) return;
  yield {
    span: spanOf(first),
    message: `五位以上的数字，有${parted.length}处加了千分撇，有${plain.length}处没有加。全文统一一种写法。`,
  };
}
