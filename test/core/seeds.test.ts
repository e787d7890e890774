// Regression over five published reports, where they are at hand beside the project. They are not part of it.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze, positionAt, RULES } from '../../server/core/index.ts';
import { allSections } from '../../server/core/report/query.ts';
import { problemsOf, root } from '../support/check.ts';

interface Entry {
  readonly quote: string;
  readonly detect?: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: { readonly line: number; readonly character: number } };
}

interface Expected {
  readonly file: string;
  readonly year: number;
  readonly headings: readonly { readonly line: number; readonly level: number; readonly marker: string; readonly text: string }[];
  readonly terms: readonly Entry[];
  readonly language: readonly Entry[];
  readonly doubtful: readonly Entry[];
  readonly structure: readonly { readonly kind: string; readonly lines: readonly number[] }[];
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

  interface Place {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  }
  const touches = (a: Place, b: Place): boolean => before(a.start, b.end) && before(b.start, a.end);
  const before = (a: Place['start'], b: Place['start']): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);

  const read = (e: Expected) => {
    const report = analyze(readFileSync(path.join(folder, e.file), 'utf8'));
    return problemsOf(report).map(({ rule, severity, span, message }) => ({
      rule: rule.id, severity, message, place: { start: positionAt(report.source, span.start), end: positionAt(report.source, span.end) },
    }));
  };

  test('nothing is said at warning or above that an editor would not say', () => {
    const wrong = expected.flatMap((e) => {
      const lines = new Set(e.structure.flatMap((s) => s.lines));
      const places = [...e.terms, ...e.language, ...e.doubtful].map((entry) => entry.range);
      return read(e)
        .filter(({ severity, place }) => (severity === 'error' || severity === 'warning') && !lines.has(place.start.line + 1) && !places.some((p) => touches(p, place)))
        .map(({ rule, place, message }) => `${e.file.slice(0, 3)}:${place.start.line + 1} ${rule} ${message}`);
    });
    expect(wrong).toEqual([]);
  });

  /** The rule that reports each kind of defect of structure. */
  const RULE_OF: Readonly<Record<string, string>> = {
    missing_part: 'structure-missing-part', reason_missing: 'structure-missing-reason', merged_parts: 'structure-merged-parts',
    number_missing: 'structure-numbering', markdown_level: 'format-heading-style', format_mixed: 'format-heading-style',
    heading_incomplete: 'structure-heading-wording', broken_paragraph: 'format-line-wrap',
  };

  test('what an editor would mark in the language is marked, where a rule or a list can know it', () => {
    const wanted = expected.flatMap((e) => e.language.filter((entry) => entry.detect !== 'editor').map((entry) => ({ e, entry })));
    // One remark may stand for a mistake that a report makes throughout.
    const throughout = (quote: string): boolean => /^\d{1,2}、/u.test(quote);
    const missed = wanted.filter(({ e, entry }) => !read(e).some(({ rule, place }) => touches(place, entry.range) || (throughout(entry.quote) && rule === 'format-numbering')));
    console.log(`language: ${wanted.length - missed.length} of ${wanted.length} found`);
    expect(missed.map(({ e, entry }) => `${e.file.slice(0, 3)} ${entry.quote}`)).toEqual([]);
  });

  test('every outdated or wrong wording is marked by a rule of wordings', () => {
    const wanted = expected.flatMap((e) => e.terms.map((entry) => ({ e, entry })));
    const missed = wanted.filter(({ e, entry }) => !read(e).some(({ rule, place }) => rule.startsWith('wording-') && touches(place, entry.range)));
    const grave = expected.flatMap((e) => read(e).filter(({ rule, severity }) => rule.startsWith('wording-') && (severity === 'error' || severity === 'warning')).map((found) => ({ e, found })));
    const places = (e: Expected) => [...e.terms, ...e.language, ...e.doubtful].map(({ range }) => range);
    const wrong = grave.filter(({ e, found }) => !places(e).some((place) => touches(place, found.place)));
    console.log(`terms: ${wanted.length - missed.length} of ${wanted.length} found; ${wrong.length} of ${grave.length} warnings about wordings are false`);
    const beside = expected.flatMap((e) => read(e).filter(({ rule, place }) => rule.startsWith('wording-') && !places(e).some((other) => touches(other, place))).map(({ severity, rule, message }) => `${e.file.slice(0, 3)} ${severity} ${rule} ${message}`));
    if (beside.length > 0) console.log(`wordings remarked on beside the expected ones:\n${beside.join('\n')}`);
    expect(missed.map(({ e, entry }) => `${e.file.slice(0, 3)} ${entry.quote}`)).toEqual([]);
    expect(wrong.map(({ e, found }) => `${e.file.slice(0, 3)} ${found.rule} ${found.message}`)).toEqual([]);
  });

  test('what an editor would say of the structure is said', () => {
    const rules = new Set(RULES.map((rule) => rule.id));
    const missed = expected.flatMap((e) => {
      const found = read(e);
      return e.structure
        .filter(({ kind }) => rules.has(RULE_OF[kind] ?? ''))
        .filter(({ kind, lines }) => !found.some(({ rule, place }) => rule === RULE_OF[kind] && lines.includes(place.start.line + 1)))
        .map(({ kind, lines }) => `${e.file.slice(0, 3)}:${lines.join(',')} ${kind}`);
    });
    const all = expected.flatMap((e) => e.structure).length;
    console.log(`structure: ${all - missed.length} of ${all} found`);
    expect(missed).toEqual([]);
  });
});
