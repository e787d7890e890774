// Whatever is offered to be written changes what it says it changes: every edit lies inside the text, edits of one offer do
// not meet, no line break and no pair of surrogates is cut in two, and what is safe comes to rest. Over the golden reports,
// over random damage to them, and over texts of any characters.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze, applyEdits, BUILT_IN_WORDS, completions, fixAll, insertion, joinLines, lint, makeSource, PARTS, positionAt, rename, safeEdits, type Edit } from '../../server/core/index.ts';
import { plainText } from '../../server/core/text/template.ts';
import { damaged } from '../support/edits.ts';
import { anyText } from '../support/characters.ts';
import { ALL_RULES, GOLDEN } from '../support/same.ts';

const anyReport = fc.oneof(damaged(GOLDEN, 0, 12), anyText);
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** @throws where edits cannot be applied as they stand; gives the text behind them. */
function applied(text: string, what: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const source = makeSource(text);
  sorted.forEach(({ span: { start, end } }, index) => {
    const fail = (why: string): never => {
      throw new Error(`${what}: [${start}, ${end}) ${why}`);
    };
    if (!(start >= 0 && start <= end && end <= text.length)) fail('is not in the text');
    const next = sorted[index + 1];
    if (next && (next.span.start < end || (next.span.start === start && next.span.end === end))) fail(`meets [${next.span.start}, ${next.span.end})`);
    for (const at of [start, end]) {
      if (text[at - 1] === '\r' && text[at] === '\n') fail('parts a line break');
      if (isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))) fail('parts a pair');
      expect(positionAt(source, at).character).toBeGreaterThanOrEqual(0);
    }
  });
  // What stands outside the edits, piece by piece.
  const after = applyEdits(text, edits);
  let [before, behind] = [0, 0];
  for (const { span, text: by } of sorted) {
    const kept = span.start - before;
    expect(after.slice(behind, behind + kept), what).toBe(text.slice(before, span.start));
    expect(after.slice(behind + kept, behind + kept + by.length), what).toBe(by);
    [before, behind] = [span.end, behind + kept + by.length];
  }
  expect(after.slice(behind), what).toBe(text.slice(before));
  return after;
}

function tryAll(text: string, places: readonly number[]): void {
  const env = { isReport: true };
  const report = analyze(text, env);
  const problems = lint(report, ALL_RULES);
  for (const { fixes = [], rule, message } of problems) {
    for (const fix of fixes) {
      expect(fix.edits.length, `${rule.id}: ${fix.title}`).toBeGreaterThan(0);
      analyze(applied(text, `${rule.id}: ${fix.title}: ${message}`, fix.edits), env);
      const { template } = fix;
      if (template) expect(plainText(template.text).length, rule.id).toBeGreaterThan(0);
    }
  }
  applied(text, 'all safe fixes', safeEdits(problems));
  const fixed = fixAll(text, env, ALL_RULES);
  expect(fixAll(fixed, env, ALL_RULES), 'safe fixes come to rest').toBe(fixed);
  const joined = applied(text, 'format', joinLines(report));
  expect(joined.replace(/\s/gu, ''), 'formatting only takes blanks away').toBe(text.replace(/\s/gu, ''));
  const inserted = insertion(report, PARTS.map(({ id }) => id));
  if (inserted) applied(text, 'insertion', inserted.edits);
  for (const place of places) {
    const at = Math.round(place * text.length);
    // The cursor of an editor stands in no line break and in no pair.
    if ((text[at - 1] === '\r' && text[at] === '\n') || (isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at)))) continue;
    for (const { span, text: by, edits = [], label } of completions(report, at).items) applied(text, `completion ${label} at ${at}`, [{ span, text: by }, ...edits]);
    const renamed = rename(report, at, '7', BUILT_IN_WORDS);
    if (!('refusal' in renamed)) applied(text, `rename at ${at}`, renamed);
  }
}

test('of the golden reports', () => {
  for (const text of GOLDEN) tryAll(text, Array.from({ length: 40 }, (_, i) => i / 40));
}, 120_000);

test('of damaged ones and of any text', () => {
  fc.assert(fc.property(anyReport, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), tryAll), { numRuns: 300 });
}, 120_000);
