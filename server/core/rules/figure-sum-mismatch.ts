// figure-sum-mismatch: parts do not give their total, in a sentence or in a table. An open list may fall short, never
// exceed. Must not compute: the report has added up every list. Never an error: only the writer knows which number is wrong.

import { ARITHMETIC } from '../domain/standards.ts';
import { checkFinding, told, written, type Told } from '../lint/checks.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { mismatches, type TableMismatch } from '../report/tables.ts';

const KINDS = new Set(['sum'] as const);

export const figureSumMismatch: Rule = {
  id: 'figure-sum-mismatch',
  title: '分项与总数不符',
  severities: ['warning', 'information', 'hint'],
  fix: 'none',
  basis: ARITHMETIC,
  *check(report) {
    for (const each of told(report, KINDS)) yield finding(each);
    for (const table of report.tables) for (const each of mismatches(table)) yield tableFinding(each);
  },
};

function finding(each: Told): Finding {
  const { paragraph, check } = each;
  const { stated, equation, computed = 0 } = check;
  const total = written(paragraph, stated);
  const { scale, value, decimals } = stated.quantity;
  const difference = Number((Math.abs(computed - value) / scale).toFixed(Math.max(decimals, 2)));
  const unit = total.replace(/^[\d,. ]+/u, '');
  const sum = `分项相加${equation?.split('＝')[1] ?? ''}${unit.replace(/^[十百千万亿]+/u, '')}（${equation}）`;
  switch (check.reason) {
    case 'over':
      return checkFinding(each, `${sum}，多于总数${total}。核对总数和各个分项。`);
    case 'balance':
      return checkFinding(each, `收进来的和办出去的对不上：${equation}。新收加上年结转，应当等于各项办理结果加结转下年，核对各数。`);
    case 'short':
      return checkFinding(each, `${sum}，比总数${total}少${difference}${unit}。分项应当列全的，核对漏了什么。`);
    default:
      return checkFinding(each, `${sum}，与总数${total}差${difference}${unit}。核对总数和各个分项。`);
  }
}

function tableFinding({ total, parts, sum, name, along, certain }: TableMismatch): Finding {
  const shown = parts.length <= MOST_ADDENDS ? parts : [...parts.slice(0, MOST_ADDENDS - 2), ...parts.slice(-1)];
  const equation = `${shown.map(({ text }) => text).join(parts.length <= MOST_ADDENDS ? '＋' : '＋…＋')}＝${sum}`;
  return {
    span: total.span,
    severity: certain ? 'warning' : 'information',
    message: along === 'column'
      ? `表中${name === '' ? '' : `“${name}”一列`}的合计写为${total.text}，各行相加是${sum}（${equation}）。核对合计和各行。`
      : `表中“${name}”一行的合计写为${total.text}，各列相加是${sum}（${equation}）。核对合计和各列。`,
    related: parts.map(({ span, text }) => ({ span, message: `分项：${text}` })),
  };
}

/** More are shown with their middle left out. */
const MOST_ADDENDS = 8;
