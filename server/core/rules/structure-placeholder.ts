// structure-placeholder: what is left of a template or of another place's report. Most claims are data.
// Must not search text, but for the name at the head of the opening.

import { COMMON_USAGE, DOCUMENT_REGULATION } from '../domain/standards.ts';
import { FOREIGN_WORDS, OF_TOWN } from '../domain/terms/placeholder.ts';
import { NO_NAME, OPENING_ACTOR } from '../domain/titles.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { paragraphsWith, termFindingsIn } from '../lint/terms.ts';
import { firstBody } from '../report/opening.ts';
import { sourceSpan } from '../report/query.ts';
import type { Paragraph, Report } from '../report/report.ts';
import { levelOf } from '../report/title.ts';

const ACTOR = new RegExp(OPENING_ACTOR, 'u');
const IN_TOWN = new RegExp(OF_TOWN, 'u');
const NAMELESS = new RegExp(NO_NAME, 'u');

export const structurePlaceholder: Rule = {
  id: 'structure-placeholder',
  title: '模板残留',
  severities: ['error', 'information', 'hint'],
  fix: 'none',
  basis: DOCUMENT_REGULATION,
  *check(report, context) {
    for (const paragraph of paragraphsWith(report, 'structure-placeholder')) yield* termFindingsIn(report, fitting(report, paragraph), 'structure-placeholder', context);
    yield* otherPlace(report);
  },
};

/** The paragraph without the words that are right for this kind of reporter. */
function fitting(report: Report, paragraph: Paragraph): Paragraph {
  const { terms } = paragraph.facts;
  const level = report.level === 'department' && IN_TOWN.test(report.issuer ?? '') ? undefined : report.level;
  const fits = terms.filter(({ term }) => FOREIGN_WORDS[term.id] === undefined || FOREIGN_WORDS[term.id] === level);
  return fits.length === terms.length ? paragraph : { ...paragraph, facts: { ...paragraph.facts, terms: fits } };
}

/** The opening speaks of another town than the title. Counties and cities above it are no other place. */
function* otherPlace(report: Report): Iterable<Finding> {
  const { issuer } = report;
  const paragraph = issuer === undefined || report.level !== 'township' ? undefined : firstBody(report);
  const found = paragraph && ACTOR.exec(paragraph.facts.flow.text);
  const name = found?.groups?.['name'];
  if (!paragraph || !found || issuer === undefined || name === undefined || NAMELESS.test(name) || NAMELESS.test(issuer)) return;
  // 青禾 of 青禾街道: a short form keeps the two characters before the kind.
  const core = name.replace(/(?:镇|乡|街道)$/u, '');
  if (levelOf(name) !== 'township' || issuer.includes(core) || issuer.includes(core.slice(-2))) return;
  const start = found[0].length - name.length;
  yield {
    span: sourceSpan(paragraph, start, start + name.length),
    severity: 'information',
    message: `标题的单位是“${issuer}”，导语开头写的是“${name}”。核对是否沿用了别处的稿子。`,
    basis: COMMON_USAGE,
  };
}
