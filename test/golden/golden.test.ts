// Whole fictional reports, one per shape: what is recognised, the outline and every finding, against expected/.
// `npx vitest run -u test/golden` writes the expectations anew; read them before committing.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze, outline, positionAt, type OutlineItem } from '../../server/core/index.ts';
import { problemsOf, root } from '../support/check.ts';

const folder = path.join(root, 'test/golden');
const reports = readdirSync(folder).filter((file) => /\.(?:txt|md)$/u.test(file));

/** Files in which nothing at all may be found. */
const CLEAN = ['clean.txt', 'county.txt', 'department.txt', 'markdown.md', 'no-report.txt', 'outermost-parts.txt', 'contents-and-attachments.txt', 'listed-cases.txt', 'items-by-paragraph.txt', 'chapters.txt', 'quoted-provisions.txt'];

function portrait(text: string): string {
  const report = analyze(text);
  const { source } = report;
  const lineOf = (offset: number): number => positionAt(source, offset).line + 1;
  const lines = [
    `标题 ${report.title?.text ?? '—'}`,
    `年度 ${report.year ?? '—'} 单位 ${report.issuer ?? '—'} 类别 ${report.level ?? '—'}`,
    ...report.parts.map(({ id, how, section }) => `部分 ${id} ${how}${section ? ` ${lineOf(section.heading.span.start)}` : ''}`),
    '',
  ];
  const items = outline(report);
  const top = Math.min(1, ...items.map(({ depth }) => depth));
  const visit = (siblings: readonly OutlineItem[]): void => {
    for (const { depth, marker, title, heading, parts, children } of siblings) {
      lines.push(`${'  '.repeat(depth - top)}${lineOf(heading.start)} ${marker}${title}${parts.length > 0 ? ` (${parts.join('+')})` : ''}`);
      visit(children);
    }
  };
  visit(items);
  lines.push('');
  for (const { span, severity, rule, message, fixes = [] } of problemsOf(report)) {
    const { line, character } = positionAt(source, span.start);
    lines.push(`${line + 1}:${character + 1} ${severity} ${rule.id} ${JSON.stringify(text.slice(span.start, span.end))}`, `  ${message}`, ...fixes.map((fix) => `  → ${fix.title}（${fix.applicability}）`));
  }
  return `${lines.join('\n').trim()}\n`;
}

describe('golden reports', () => {
  test.each(reports)('%s', async (file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    await expect(portrait(text)).toMatchFileSnapshot(path.join(folder, 'expected', `${file}.golden`));
  });

  test.each(reports.filter((file) => /^(?:good|structure-right|wording-right)-/u.test(file)))('%s draws no warning', (file) => {
    const problems = problemsOf(analyze(readFileSync(path.join(folder, file), 'utf8')));
    expect(problems.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ message }) => message)).toEqual([]);
  });

  test.each(reports.filter((file) => file.startsWith('figures-right-')))('no figure of %s is wrong', (file) => {
    const problems = problemsOf(analyze(readFileSync(path.join(folder, file), 'utf8')));
    expect(problems.filter(({ rule, severity }) => rule.id.startsWith('figure-') && severity !== 'hint').map(({ message }) => message)).toEqual([]);
  });

  test.each(CLEAN)('%s stays silent', (file) => {
    expect(problemsOf(analyze(readFileSync(path.join(folder, file), 'utf8')))).toEqual([]);
  });
});
