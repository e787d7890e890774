// wording-local: names and wordings that the office has laid down for itself, as its workspace file says.
// Must not know where the file is, nor search: the report knows where they stand.

import type { LocalWord } from '../domain/types.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { replaceBy } from '../lint/terms.ts';
import { sourceSpan } from '../report/query.ts';
import type { Report } from '../report/report.ts';

export const wordingLocal: Rule = {
  id: 'wording-local',
  title: '本单位用语',
  severities: ['warning', 'error', 'information', 'hint'],
  fix: 'review',
  basis: { document: '本单位规定的名称和用语', note: '写在工作区的 .fazhi-report.json 里', confidence: 'verified', source: 'workspace file' },
  *check(report) {
    for (const [index, hits] of report.localWords.entries()) {
      const paragraph = report.paragraphs[index];
      for (const { word, start, end } of hits) if (paragraph && holds(word, report)) yield finding(report, word, sourceSpan(paragraph, start, end));
    }
  },
};

const holds = ({ since, until }: LocalWord, { year }: Report): boolean =>
  (since === undefined && until === undefined) || (year !== undefined && (since ?? year) <= year && year <= (until ?? year));

function finding(report: Report, { wrong, right, message, severity }: LocalWord, span: Finding['span']): Finding {
  return {
    span,
    severity,
    message: message ?? (right === undefined ? `本单位规定不写“${wrong}”。` : `本单位规定不写“${wrong}”，写“${right}”。`),
    fixes: right === undefined ? [] : [replaceBy(report, span, right, false)],
  };
}
