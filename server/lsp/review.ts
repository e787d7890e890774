// Sheets of findings over the wire: of the report that is open, of one file after another, and the table of many. Between the
// requests the client keeps what it was told; what it sends back is looked at before it is used. Must not judge reports.

import { analyze, lint, looksLikeReport, review, RULES, SEVERITIES, type ChecklistItem, type Problem, type Report, type Review, type Segmenter } from '../core/index.ts';
import { paperHtml } from '../export/html.ts';
import type { Paper } from '../export/paper.ts';
import { reviewCsv, reviewPaper, rollUpCsv, rollUpPaper, type Reviewed } from '../export/review.ts';
import { REPORT_FILE, reportsAmong } from '../import/folder.ts';
import { toBase64 } from './base64.ts';
import type { Files } from './files.ts';
import { invalid } from './params.ts';
import { isObject, ruleChoiceOf, type Settings } from './settings.ts';
import { fileIn } from './uris.ts';
import { textIn } from './word.ts';

export type PaperFormat = 'docx' | 'html' | 'csv';

/** A file in base64. */
export interface PaperFile {
  readonly data: string;
  /** Findings in it. */
  readonly findings: number;
  /** Reports in it. */
  readonly reports: number;
}

export const formatOf = (value: unknown): PaperFormat => {
  if (value !== 'docx' && value !== 'html' && value !== 'csv') throw invalid('format 写 docx、html 或 csv。');
  return value;
};

export async function sheetFile(name: string, report: Report, problems: readonly Problem[], words: Segmenter, format: PaperFormat): Promise<PaperFile> {
  const found = review(report, problems, words);
  return { data: await fileOf(format, () => reviewPaper(name, found), () => reviewCsv(name, found)), findings: found.findings.length, reports: 1 };
}

export async function tableFile(files: unknown, format: PaperFormat): Promise<PaperFile> {
  if (!Array.isArray(files) || !files.every(isReviewed)) throw invalid('files 要写成 reviewFile 答复的列表。');
  const reviews = files.flatMap((file) => file.review ?? []);
  return { data: await fileOf(format, () => rollUpPaper(files), () => rollUpCsv(files)), findings: reviews.reduce((sum, { findings }) => sum + findings.length, 0), reports: reviews.length };
}

async function fileOf(format: PaperFormat, paper: () => Paper, csv: () => string): Promise<string> {
  if (format === 'docx') return toBase64(await (await import('../word/index.ts')).exportPaper(paper()));
  return toBase64(new TextEncoder().encode(format === 'html' ? paperHtml(paper()) : csv()));
}

/** A file that may be a report; `name` is its path from the folder that was asked about. */
export interface ReportFile {
  readonly uri: string;
  readonly name: string;
}

/** In order of name, folders where their names stand. */
export async function reportsBelow(files: Files, folder: string, path = ''): Promise<readonly ReportFile[]> {
  const found: ReportFile[] = [];
  for (const { name, isFolder } of reportsAmong((await files.list(folder)) ?? [], 'any')) {
    const uri = fileIn(folder.replace(/\/$/u, ''), name);
    if (isFolder) found.push(...(await reportsBelow(files, uri, `${path}${name}/`)));
    else found.push({ uri, name: `${path}${name}` });
  }
  return found;
}

/** What is found in a file, under the name that the client gives it. */
export async function reviewedFile(name: string, content: Uint8Array | string | undefined, settings: Settings, words: Segmenter): Promise<Reviewed> {
  if (content === undefined) return { name, error: '读不了这个文件，没有这个文件，或者文件太大' };
  const read = typeof content === 'string' ? { text: content } : await textIn(content);
  if ('error' in read) return { name, error: read.error };
  const isReport = REPORT_FILE.test(name);
  if (read.text.length > settings.maxCharacters || (!isReport && !looksLikeReport(read.text))) return { name };
  const { year, kind, local, ignores } = settings;
  const report = analyze(read.text, { isReport, ...(year === undefined ? {} : { year }), ...(kind === undefined ? {} : { kind }), ...(local === undefined ? {} : { local }) });
  return report.recognised ? { name, review: review(report, lint(report, { ...ruleChoiceOf(settings), rules: RULES, ignores, words }), words) } : { name };
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isOptional = (value: unknown, type: 'string' | 'number'): boolean => value === undefined || value === null || typeof value === type;
const isOneOf = (value: unknown, all: readonly unknown[]): boolean => all.includes(value);
const ITEMS: readonly ChecklistItem['kind'][] = ['title', 'year', 'opening', 'part', 'local'];
const STANDINGS: readonly ChecklistItem['standing'][] = ['present', 'folded', 'unclear', 'absent', 'optional'];
const all = (value: unknown, is: (each: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);

function isReviewed(value: unknown): value is Reviewed {
  return isObject(value) && isText(value['name']) && isOptional(value['error'], 'string') && (value['review'] === undefined || isReview(value['review']));
}

function isReview(value: unknown): value is Review {
  if (!isObject(value)) return false;
  const { title, issuer, kind, year, findings, checklist, figures } = value;
  return isOptional(title, 'string') && isOptional(issuer, 'string') && isOptional(kind, 'string') && isOptional(year, 'number') &&
    all(findings, isFinding) && Array.isArray(figures) &&
    all(checklist, (item) => isObject(item) && isOneOf(item['kind'], ITEMS) && isText(item['name']) && isOneOf(item['standing'], STANDINGS) && isOptional(item['found'], 'string'));
}

function isFinding(value: unknown): boolean {
  return isObject(value) && isText(value['rule']) && isText(value['title']) && isOneOf(value['severity'], SEVERITIES);
}
