// Regression over five published reports, where they are at hand beside the project. They are not part of it.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze, positionAt } from '../../server/core/index.ts';
import { allSections } from '../../server/core/report/query.ts';
import { problemsOf, root } from '../support/check.ts';

interface Expected {
  readonly file: string;
  readonly year: number;
  readonly headings: readonly { readonly line: number; readonly level: number; readonly marker: string; readonly text: string }[];
  readonly terms: readonly { readonly quote: string }[];
  readonly language: readonly { readonly quote: string }[];
}

const folder = path.join(root, '../shared/seeds');
const present = existsSync(path.join(folder, 'expected.json'));
const expected: readonly Expected[] = present ? JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) : [];
const bare = (text: string): string => text.replace(/\s/gu, '');

describe.skipIf(!present)('published reports', () => {
  test.each(expected.map((e) => [e.file, e] as const))('%s', (file, e) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const report = analyze(text);
    expect(report.year).toBe(e.year);

    const found = [...allSections(report.sections)].map(({ heading }) => `${positionAt(report.source, heading.span.start).line + 1} ${heading.depth} ${heading.marker} ${bare(heading.title)}`);
    expect(found).toEqual(e.headings.filter((h) => h.level > 0).map((h) => `${h.line} ${h.level} ${h.marker} ${bare(h.text)}`));

    // Every expected quote can be seen in the logical text of one paragraph, whatever line breaks stand inside it.
    const paragraphs = report.paragraphs.map((p) => bare(p.facts.flow.text));
    for (const { quote } of [...e.terms, ...e.language]) {
      const seen = bare(quote).normalize('NFKC');
      expect(paragraphs.some((p) => p.normalize('NFKC').includes(seen)), quote).toBe(true);
    }

    // Every checkable figure in them is consistent.
    const figureProblems = problemsOf(report).filter((p) => p.rule.id.startsWith('figure-') && (p.severity === 'error' || p.severity === 'warning'));
    expect(figureProblems).toEqual([]);
  });

  test('the missing part and the outdated wording are found, and nothing else', () => {
    const findings = expected.map(({ file }) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const report = analyze(text);
      return problemsOf(report).map((p) => `${positionAt(report.source, p.span.start).line + 1} ${p.severity} ${p.rule.id}`);
    });
    expect(findings).toEqual([
      ['226 warning structure-missing-part', '246 warning wording-outdated'],
      [],
      ['7 information wording-outdated'],
      [],
      ['5 error wording-outdated', '13 information wording-outdated'],
    ]);
  });
});
