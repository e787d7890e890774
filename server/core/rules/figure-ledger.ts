// figure-ledger: a figure differs from what the ledger says of it. Runs only where there is a ledger. Must not compare: ledger/
// holds reports against it.

import { ledgerFix, ledgerPlace } from '../ledger/edits.ts';
import { matchesOf, type LedgerMatch } from '../ledger/matches.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { OWN_LEDGER } from '../domain/standards.ts';
import { written } from '../lint/checks.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import type { Report } from '../report/report.ts';

export const figureLedger: Rule = {
  id: 'figure-ledger',
  title: '与数据台账不符',
  severities: ['information', 'warning'],
  fix: 'review',
  basis: OWN_LEDGER,
  *check(report, { ledger, words }) {
    if (!ledger) return;
    for (const match of matchesOf(report, ledger, words)) if (!match.agrees) yield finding(report, ledger, match);
  },
};

function finding(report: Report, ledger: Ledger, match: LedgerMatch): Finding {
  const { paragraph, figure, span, entry, certain } = match;
  const source = entry.source === '' ? '' : `，来源：${entry.source}`;
  const edit = ledgerFix(report, match);
  return {
    span,
    severity: certain ? 'warning' : 'information',
    message: `“${entry.name}”这里写的是${written(paragraph, figure)}，台账是${entry.text}（${ledgerPlace(ledger, entry)}${source}）。${certain ? '核对哪个对：正文错了改正文，台账旧了改台账。' : '是同一个数的，核对哪个对；口径不同的，不用改。'}`,
    ...(ledger.source && entry.span ? { related: [{ span: entry.span, message: `台账第${entry.row}行：${entry.name} ${entry.text}`, file: { id: ledger.id, source: ledger.source } }] } : {}),
    ...(edit ? { fixes: [{ title: `改为台账的${entry.text}`, applicability: 'review', edits: [edit] }] } : {}),
  };
}
