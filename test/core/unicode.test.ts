// Any characters in any order: nothing throws, and every place that is spoken of lies inside the text, the right way round,
// and becomes a line and a column that lead back to it.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze, figures, fixAll, lintAll, looksLikeReport, newReport, offsetAt, positionAt, signsOf, unitProblem, type Report, type Span } from '../../server/core/index.ts';
import { anyText } from '../support/characters.ts';
import { ALL_RULES, views, viewsAt } from '../support/same.ts';

/** All spans in a value, wherever they are; the facts of paragraphs speak of logical text and are left out, other reports too. */
function* spansIn(value: unknown, seen = new Set<unknown>()): Generator<Span> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number') yield value as Span;
  for (const [key, child] of Object.entries(value)) if (!['facts', 'memo', 'of', 'rule', 'basis', 'source', 'kind', 'localWords'].includes(key)) yield* spansIn(child, seen);
}

function expectInside(report: Report, what: string, value: unknown): void {
  const { source } = report;
  for (const { start, end } of spansIn(value)) {
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= source.text.length)) throw new Error(`${what}: [${start}, ${end}) of ${source.text.length}`);
    for (const offset of [start, end]) {
      const { line, character } = positionAt(source, offset);
      if (!(line >= 0 && line < source.lineStarts.length && character >= 0 && offsetAt(source, { line, character }) === offset)) throw new Error(`${what}: ${offset} is line ${line}, character ${character}`);
      // An editor knows no place between the two, and would take the one before them.
      if (source.text[offset - 1] === '\r' && source.text[offset] === '\n') throw new Error(`${what}: ${offset} parts a line break`);
    }
  }
}

test('is survived by everything', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), (text, places) => {
      looksLikeReport(text);
      signsOf(text, { isReport: true });
      for (const env of [{}, { isReport: true }, { isReport: true, year: 2019, kind: 'joint' as const }]) {
        const report = analyze(text, env);
        const problems = lintAll(report, ALL_RULES);
        expect(problems.filter(({ message }) => message.includes('没有查完')).map(({ message }) => message)).toEqual([]);
        expectInside(report, 'report', { ...report, paragraphs: report.paragraphs.map(({ span }) => span) });
        expectInside(report, 'problems', problems);
        expectInside(report, 'figures', figures(report));
        for (const [what, view] of Object.entries(views(report, problems))) expectInside(report, what, view);
        for (const place of places) {
          const offset = Math.round(place * text.length);
          for (const [what, view] of Object.entries(viewsAt(report, problems, offset))) expectInside(report, `${what} at ${offset}`, view);
        }
      }
      fixAll(text, { isReport: true }, ALL_RULES);
    }),
    { numRuns: 250 },
  );
}, 60_000);

test('facts of a paragraph lie inside its logical text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { facts } of analyze(text, { isReport: true }).paragraphs) {
        const { flow, ...rest } = facts;
        for (const { start, end } of spansIn(rest)) expect(start >= 0 && start <= end && end <= flow.text.length, `[${start}, ${end}) of ${flow.text.length}`).toBe(true);
        expect(flow.runs.length).toBe(flow.origins.length);
      }
    }),
    { numRuns: 250 },
  );
}, 60_000);

test('in names of reporters is survived', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('township', 'joint', 'department'), fc.boolean(), (unit, kind, markdown) => {
      newReport({ kind, unit, year: 2025, layout: markdown ? 'markdown' : 'plain' } as never);
      unitProblem(kind as never, unit);
    }),
    { numRuns: 200 },
  );
});
