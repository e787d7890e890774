// structure-copied-paragraph: a paragraph that stands in another report at hand as well, word for word or with other numbers
// and names. Must not compare texts: the report knows the fingerprints of its paragraphs.

import { COMMON_USAGE } from '../domain/standards.ts';
import type { Rule } from '../lint/rule.ts';
import { differenceOf, placesOf, printsOf } from '../report/copies.ts';
import type { Report } from '../report/report.ts';

export const structureCopiedParagraph: Rule = {
  id: 'structure-copied-paragraph',
  title: '与另一份报告雷同',
  severities: ['information'],
  fix: 'none',
  optional: true,
  compares: true,
  basis: COMMON_USAGE,
  *check(report, { others, past }) {
    if (others.length + past.length === 0) return;
    const [found, earlier] = [placesOf(others), placesOf(past)];
    for (const [print, paragraph] of printsOf(report)) {
      const place = [...(found.get(print) ?? []), ...(earlier.get(print) ?? [])].find(({ of }) => of.report !== report && !isSameReport(of.report, report));
      if (!place) continue;
      const { numbers, names } = differenceOf(paragraph, report, place.paragraph, place.of.report);
      const how = numbers || names ? `只有${[...(names ? ['单位名称'] : []), ...(numbers ? ['数字'] : [])].join('和')}不同` : '一字不差';
      const ownPast = past.find(({ report: each }) => each === place.of.report);
      yield {
        span: paragraph.span,
        message: ownPast
          ? `这一段和${ownPast.year}年的报告里的一段${how}。写本年度的新做法、新情况；确实一样的，不用改。`
          : `这一段和“${place.of.name}”里的一段${how}。写本单位、本年度的实际做法；确实一样的，不用改。`,
        related: [{ span: place.paragraph.span, message: ownPast ? `${ownPast.year}年的报告里的这一段` : '另一份报告里的这一段', of: place.of }],
      };
    }
  },
};

/** Another version of one report, or a copy of its file. A title that names nobody is many a reporter's. */
const isSameReport = (a: Report, b: Report): boolean =>
  a.issuer !== undefined && a.issuer === b.issuer && (a.title?.text === b.title?.text || (a.year !== undefined && a.year === b.year));
