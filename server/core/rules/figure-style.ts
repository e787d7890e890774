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
  /** The number as it stands in the source. */
  readonly digits: string;
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
    const places = report.paragraphs.flatMap((paragraph) => paragraph.facts.figures.map((figure): Place => {
      const { start, end } = sourceSpan(paragraph, figure.number.start, figure.number.end);
      return { paragraph, figure, digits: report.source.text.slice(start, end) };
    }));
    yield* numerals(report, places);
    yield* widths(report, places);
    yield* thousands(places);
  },
};

const spanOf = ({ paragraph, figure }: Place) => sourceSpan(paragraph, figure.start, figure.end);
const editOf = (report: Report, { paragraph, figure }: Place, text: string): readonly Edit[] => {
  const span = sourceSpan(paragraph, figure.number.start, figure.number.end);
  return breaksLine(report, span) ? [] : [{ span, text }];
};

function* numerals(report: Report, places: readonly Place[]): Iterable<Finding> {
  const counts = places.filter(({ figure }) => figure.unit !== undefined && figure.unit !== '%');
  const chinese = counts.filter(({ digits }) => /^[一二三四五六七八九十百千]+$/u.test(digits) && digits.length >= SHORTEST_NUMERAL);
  if (counts.filter(({ digits }) => /[0-9０-９]/u.test(digits)).length < ENOUGH) return;
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

/** One remark for the report, at the first of those that are fewer. */
function* widths(report: Report, places: readonly Place[]): Iterable<Finding> {
  const full = places.filter(({ digits }) => /[０-９]/u.test(digits));
  const half = places.filter(({ digits }) => /[0-9]/u.test(digits));
  const [first] = full;
  if (!first || half.length < ENOUGH) return;
  const edits = full.flatMap((place) => editOf(report, place, place.digits.normalize('NFKC')));
  yield {
    span: spanOf(first),
    message: `“${first.digits}”${full.length > 1 ? `等${full.length}处` : ''}用了全角数字，全文其他数字用半角。统一用半角。`,
    fixes: edits.length === 0 ? [] : [{ title: '全部改为半角数字', applicability: 'review', edits }],
  };
}

/** From here on a number may be parted. */
const PARTED_FROM = 10_000;

function* thousands(places: readonly Place[]): Iterable<Finding> {
  const long = places.filter(({ figure: { quantity, unit } }) => quantity.value >= PARTED_FROM && quantity.scale === 1 && unit !== undefined);
  const parted = long.filter(({ digits }) => /[,，]/u.test(digits));
  const plain = long.filter(({ digits }) => /^[0-9０-９]+$/u.test(digits));
  if (parted.length === 0 || plain.length === 0) return;
  const [first] = parted.length <= plain.length ? parted : plain;
  if (!first) return;
  yield {
    span: spanOf(first),
    message: `五位以上的数字，有${parted.length}处加了千分撇，有${plain.length}处没有加。全文统一一种写法。`,
  };
}
