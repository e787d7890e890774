// What a reviewer is handed, as papers and as tables for spreadsheets: the sheet of one report, and many reports side by side.
// Must not judge, nor know markup, files or a clock.

import { SEVERITIES, type ChecklistItem, type Quotation, type Review, type ReviewFinding, type Severity } from '../core/index.ts';
import { csvOf } from './csv.ts';
import { block, line, type Column, type Lines, type Paper, type PaperBlock } from './paper.ts';

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', information: '提醒', hint: '提示' };

/** A file that was looked at: `review` where it is a report, `error` where it could not be read. */
export interface Reviewed {
  /** As it is shown. */
  readonly name: string;
  readonly review?: Review;
  readonly error?: string;
}

type Counts = Readonly<Record<Severity, number>>;

const countsOf = (findings: readonly ReviewFinding[]): Counts => {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
};

/** 错误2处，警告6处 */
const countsText = (counts: Counts, none: string): string => {
  const found = SEVERITIES.filter((severity) => counts[severity] > 0);
  return found.length === 0 ? none : found.map((severity) => `${SEVERITY_NAMES[severity]}${counts[severity]}处`).join('，');
};

const BEFORE_HEADINGS = '标题和导语';
const pathText = (path: readonly string[]): string => (path.length === 0 ? BEFORE_HEADINGS : path.join(' / '));
const quoteText = ({ before, marked, after }: Quotation): string => `${before}【${marked}】${after}`;
const quoteLines = ({ before, marked, after }: Quotation): Lines => [[{ text: before }, { text: marked, look: 'mark' as const }, { text: after }].filter(({ text }) => text !== '')];

/** Ticked by hand. */
const DECISION: Lines = [[{ text: '□采纳' }], [{ text: '□不采纳' }]];

const FINDING_COLUMNS: readonly Column[] = [
  { title: '序号', share: 5, align: 'center' },
  { title: '级别', share: 6, align: 'center' },
  { title: '位置', share: 14 },
  { title: '原文', share: 25 },
  { title: '问题', share: 26 },
  { title: '怎样改', share: 13 },
  { title: '依据', share: 16 },
  { title: '处理', share: 9 },
];

/** The sheet of one report; `newPage` where another one stands before it. */
export function reviewBlocks(name: string, review: Review, newPage = false): readonly PaperBlock[] {
  const { title, issuer, year, kind, findings, figures } = review;
  const counts = countsOf(findings);
  const form = ([
    ['报告标题', title ?? '没有识别出标题'],
    ['报告单位', issuer ?? '没有识别出单位'],
    ['报告年度', year === undefined ? '没有识别出年度' : `${year}年`],
    ['单位类别', kind ?? '没有识别出类别'],
    ['文件', name],
    ['发现的问题', countsText(counts, '没有发现问题')],
  ] as const).map(([label, text]) => [line(label), line(text)]);
  return [
    block('title', '法治政府建设年度报告校核单', newPage),
    { kind: 'table', columns: [{ title: '', share: 14 }, { title: '', share: 86 }], rows: form, isForm: true },
    block('heading', '一、问题'),
    ...(findings.length === 0
      ? [block('text', '按规则没有发现问题。')]
      : [
          { kind: 'text' as const, pieces: [{ text: '错误要改；警告多半有错，核对后改；提醒、提示供参考。原文里标出的是问题所在的字。', look: 'soft' as const }] },
          { kind: 'table' as const, columns: FINDING_COLUMNS, rows: findings.map(findingRow) },
        ]),
    block('heading', '二、必备部分'),
    { kind: 'table', columns: [{ title: '应有的内容', share: 30 }, { title: '情况', share: 14, align: 'center' }, { title: '所在位置', share: 56 }], rows: review.checklist.map((item) => [line(itemName(item)), line(standingText(item), item.standing === 'absent' ? 'strong' : undefined), line(item.found ?? '')]) },
    block('heading', '三、对不上的数据'),
    ...(figures.length === 0
      ? [block('text', '互相能核算的数据里，没有发现对不上的。')]
      : [{
          kind: 'table' as const,
          columns: [{ title: '数据', share: 26 }, { title: '报告写的', share: 12, align: 'center' as const }, { title: '核算', share: 26 }, { title: '结果', share: 10, align: 'center' as const }, { title: '位置', share: 26 }],
          rows: figures.map(({ name: figure, text, equation, verdict, path }) => [line(figure), line(text), line(equation), line(VERDICT_NAMES[verdict]), line(pathText(path))]),
        }]),
    block('heading', '四、处理意见'),
    block('text', '□全部采纳，修改后再报　　□部分采纳，不采纳的序号和理由：　　　　　　　　　　　　　　　　　　□不采纳'),
    block('signature', '校核人（签名）：　　　　　　　　　　审核人（签名）：　　　　　　　　　　日期：　　　　年　　月　　日'),
  ];
}

const VERDICT_NAMES = { inconsistent: '对不上', doubtful: '可疑' } as const;

const findingRow = ({ severity, path, quotation, message, basis, fixes }: ReviewFinding, i: number): readonly Lines[] => [
  line(String(i + 1)), line(SEVERITY_NAMES[severity]), line(pathText(path)), quoteLines(quotation), line(message), fixes.length === 0 ? line('见“问题”一栏') : fixes.flatMap((fix) => line(fix)), line(basis), DECISION,
];

const ITEM_NAMES: Readonly<Record<Exclude<ChecklistItem['kind'], 'part' | 'local'>, string>> = { title: '标题', year: '报告年度', opening: '导语' };
const itemName = ({ kind, name }: Omit<ChecklistItem, 'span'>): string => (kind === 'part' ? name : kind === 'local' ? `${name}（本单位要求）` : ITEM_NAMES[kind]);

const STANDINGS: Readonly<Record<ChecklistItem['standing'], string>> = { present: '有', folded: '并入他处', unclear: '看不出', absent: '缺', optional: '没有写，可以不写' };
const standingText = ({ standing }: Omit<ChecklistItem, 'span'>): string => STANDINGS[standing];

/** A finding as a comment in the margin, paragraph by paragraph. */
export const commentOf = ({ severity, message, fixes, basis }: ReviewFinding): readonly string[] => [`【${SEVERITY_NAMES[severity]}】${message}`, ...(fixes.length === 0 ? [] : [`怎样改：${fixes.join('；')}`]), `依据：${basis}`];

export const reviewPaper = (name: string, review: Review): Paper => ({ title: `校核单 ${name}`, blocks: reviewBlocks(name, review) });

/** One line for every finding. */
export const reviewCsv = (name: string, { issuer, year, findings }: Review): string =>
  csvOf([
    ['序号', '单位', '年度', '文件', '级别', '位置', '原文', '问题', '怎样改', '依据', '处理'],
    ...findings.map(({ severity, path, quotation, message, fixes, basis }, i) => [i + 1, issuer, year, name, SEVERITY_NAMES[severity], pathText(path), quoteText(quotation), message, fixes.join('；'), basis, '']),
  ]);

/** A report among others. */
interface Row {
  readonly name: string;
  readonly review: Review;
  readonly unit: string;
  readonly counts: Counts;
  /** By rule and severity. */
  readonly byKey: ReadonlyMap<string, number>;
}

interface RuleColumn {
  readonly key: string;
  readonly title: string;
  readonly severity: Severity;
  readonly count: number;
}

interface RollUp {
  /** The worst first. */
  readonly rows: readonly Row[];
  /** The gravest first, then the most frequent. */
  readonly columns: readonly RuleColumn[];
  readonly total: Counts;
  readonly unreadable: readonly { readonly name: string; readonly error: string }[];
  readonly others: readonly string[];
}

const keyOf = ({ rule, severity }: ReviewFinding): string => `${rule} ${severity}`;
const sumOf = (counts: Counts): number => SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function rollUp(files: readonly Reviewed[]): RollUp {
  const columns = new Map<string, RuleColumn>();
  const rows = files.flatMap(({ name, review }): Row[] => {
    if (!review) return [];
    const byKey = new Map<string, number>();
    for (const finding of review.findings) {
      const key = keyOf(finding);
      byKey.set(key, (byKey.get(key) ?? 0) + 1);
      columns.set(key, { key, title: finding.title, severity: finding.severity, count: (columns.get(key)?.count ?? 0) + 1 });
    }
    return [{ name, review, unit: review.issuer ?? name, counts: countsOf(review.findings), byKey }];
  });
  rows.sort((a, b) => SEVERITIES.map((severity) => b.counts[severity] - a.counts[severity]).find((difference) => difference !== 0) ?? byName(a.name, b.name));
  return {
    rows,
    columns: [...columns.values()].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count || byName(a.key, b.key)),
    total: countsOf(rows.flatMap(({ review }) => review.findings)),
    unreadable: files.flatMap(({ name, error }) => (error === undefined ? [] : [{ name, error: error.startsWith(`${name}：`) ? error.slice(name.length + 1) : error }])),
    others: files.flatMap(({ name, review, error }) => (review || error !== undefined ? [] : [name])),
  };
}

const columnTitle = ({ title, severity }: RuleColumn): string => `${title}（${SEVERITY_NAMES[severity]}）`;
const yearText = ({ year }: Review): string => (year === undefined ? '' : String(year));
/** Blank for none: what is there stands out. */
const countText = (count: number | undefined): string => (count ? String(count) : '');

/** Many reports side by side: units by rules, required parts by units, what could not be read. */
export function rollUpPaper(files: readonly Reviewed[]): Paper {
  const { rows, columns, total, unreadable, others } = rollUp(files);
  const narrow = (title: string): Column => ({ title, share: 4, align: 'center', isNarrow: true });
  const named: readonly Column[] = [{ title: '单位', share: 20 }, { title: '年度', share: 6, align: 'center' }];
  const withParts = rows.filter(({ review }) => partsOf(review).some(({ standing }) => standing !== 'present'));
  const parts = [...new Set(rows.flatMap(({ review }) => partsOf(review).map(itemName)))];
  return {
    title: '法治政府建设年度报告汇总校核',
    blocks: [
      block('title', '法治政府建设年度报告汇总校核'),
      block('text', `校核了${rows.length}份报告，${countsText(total, '没有发现问题')}。${unreadable.length > 0 ? `另有${unreadable.length}个文件读不了。` : ''}${others.length > 0 ? `另有${others.length}个文件不像年度报告，没有校核。` : ''}问题多的单位排在前面。`),
      block('heading', '一、各单位的问题'),
      rows.length === 0
        ? block('text', '没有可以校核的报告。')
        : {
            kind: 'table',
            columns: [...named, ...SEVERITIES.map((severity) => narrow(SEVERITY_NAMES[severity])), narrow('合计'), ...columns.map((column) => narrow(columnTitle(column)))],
            rows: [
              ...rows.map(({ name, unit, review, counts, byKey }) => [
                unitLines(unit, name), line(yearText(review)),
                ...SEVERITIES.map((severity) => line(countText(counts[severity]))), line(String(sumOf(counts)), 'strong'), ...columns.map(({ key }) => line(countText(byKey.get(key)))),
              ]),
              [line('合计', 'strong'), line(''), ...SEVERITIES.map((severity) => line(countText(total[severity]), 'strong')), line(String(sumOf(total)), 'strong'), ...columns.map(({ count }) => line(String(count), 'strong'))],
            ],
          },
      block('heading', '二、缺少的部分'),
      withParts.length === 0
        ? block('text', rows.length === 0 ? '没有可以校核的报告。' : '各份报告的必备部分都有。')
        : {
            kind: 'table',
            columns: [...named, ...parts.map((title): Column => ({ title, share: 74 / parts.length, align: 'center' }))],
            rows: withParts.map(({ unit, name, review }) => {
              const own = new Map(partsOf(review).map((item) => [itemName(item), item]));
              return [unitLines(unit, name), line(yearText(review)), ...parts.map((part) => {
                const item = own.get(part);
                return line(item ? standingText(item) : '', item?.standing === 'absent' ? 'strong' : undefined);
              })];
            }),
          },
      ...(unreadable.length === 0 ? [] : [block('heading', '三、读不了的文件'), listOf(unreadable.map(({ name, error }) => [name, error]))]),
      ...(others.length === 0 ? [] : [block('heading', `${unreadable.length === 0 ? '三' : '四'}、不像年度报告的文件`), listOf(others.map((name) => [name, '开头不像法治政府建设年度报告，没有校核']))]),
    ],
  };
}

const unitLines = (unit: string, name: string): Lines => [[{ text: unit }], ...(unit === name ? [] : [[{ text: name, look: 'soft' as const }]])];

const listOf = (rows: readonly (readonly [name: string, text: string])[]): PaperBlock => ({ kind: 'table', columns: [{ title: '文件', share: 40 }, { title: '说明', share: 60 }], rows: rows.map(([name, text]) => [line(name), line(text)]) });

/** Those that the regulation or the office asks for. */
const partsOf = ({ checklist }: Review): readonly Omit<ChecklistItem, 'span'>[] => checklist.filter(({ kind }) => kind === 'part' || kind === 'local');

/** The same as one table: a line for every file. */
export function rollUpCsv(files: readonly Reviewed[]): string {
  const { rows, columns, total, unreadable, others } = rollUp(files);
  const wanting = (review: Review, standing: ChecklistItem['standing']): string => partsOf(review).filter((item) => item.standing === standing).map(itemName).join('；');
  const blank = [...SEVERITIES, '', ...columns].map(() => '');
  return csvOf([
    ['单位', '年度', '文件', ...SEVERITIES.map((severity) => SEVERITY_NAMES[severity]), '合计', ...columns.map(columnTitle), '缺少的部分', '并入他处的部分', '说明'],
    ...rows.map(({ unit, name, review, counts, byKey }) => [unit, review.year, name, ...SEVERITIES.map((severity) => counts[severity]), sumOf(counts), ...columns.map(({ key }) => byKey.get(key) ?? 0), wanting(review, 'absent'), wanting(review, 'folded'), '']),
    ['合计', '', '', ...SEVERITIES.map((severity) => total[severity]), sumOf(total), ...columns.map(({ count }) => count), '', '', ''],
    ...unreadable.map(({ name, error }) => ['', '', name, ...blank, '', '', error]),
    ...others.map((name) => ['', '', name, ...blank, '', '', '不像法治政府建设年度报告，没有校核']),
  ]);
}
