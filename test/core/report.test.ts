// Properties of analysis and fixing over the golden reports under random edits: never throws, depends on the text alone,
// sections nest and cover, fixes converge and touch nothing else. Seeds are printed by fast-check on failure.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze, applyEdits, fixAll, lint, RULES, type Report } from '../../server/core/index.ts';
import { allSections } from '../../server/core/report/query.ts';
import type { Section } from '../../server/core/report/report.ts';
import { root } from '../support/check.ts';

const folder = path.join(root, 'test/golden');
const texts = readdirSync(folder).filter((file) => /\.(?:txt|md)$/u.test(file)).map((file) => readFileSync(path.join(folder, file), 'utf8'));

const snippet = fc.constantFrom('', '。', '\n', '\n\n', '一、', '（二）', '3.', '## ', '**', '97.8%', '受理纠纷20起，成功调解18起，调解成功率80%。', '社区服刑人员', '存在的不足和原因', '《合同法》', '\u0000', '\ud83d', '２', '<!--', '-->', '|a|b|', '\t', '\r\n', '法治政府建设情况报告', '二十届二中全会');
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(40), insert: snippet });

const change = (text: string, { at, remove, insert }: { at: number; remove: number; insert: string }): string => {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + insert + text.slice(from + remove);
};

/** All but the memo, which only saves time. */
const comparable = ({ memo: _, ...report }: Report): unknown => report;

describe('analysis', () => {
  test('takes any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const report = analyze(text, { isReport: true });
        lint(report, { rules: RULES });
      }),
      { numRuns: 300 },
    );
  });

  test('the version before only saves time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        let current = text;
        let report = analyze(current);
        for (const each of edits) {
          current = change(current, each);
          report = analyze(current, {}, report);
        }
        expect(comparable(report)).toEqual(comparable(analyze(current)));
      }),
      { numRuns: 150 },
    );
  });

  test('facts of untouched paragraphs are the same objects', () => {
    const text = texts.find((t) => t.includes('澜湾镇')) ?? '';
    const before = analyze(text);
    const at = text.indexOf('（三）');
    const after = analyze(`${text.slice(0, at)}${text.slice(at).replace('。', '。全年无事故。')}`, {}, before);
    const kept = after.paragraphs.filter((p) => before.paragraphs.some((q) => q.facts === p.facts));
    expect(kept.length).toBe(before.paragraphs.length - 1);
  });

  test('nothing is kept of versions gone by', () => {
    let report = analyze(texts[0] ?? '');
    for (let i = 0; i < 50; i++) report = analyze(`${texts[0]}第${i}次修改。`, {}, report);
    expect(report.memo.size).toBeLessThanOrEqual(report.paragraphs.length);
  });

  test('sections nest, are in order and cover what follows the first heading', () => {
    const covers = (sections: readonly Section[], start: number, end: number): void => {
      let at = start;
      for (const { span, heading, children } of sections) {
        expect(span.start).toBeGreaterThanOrEqual(at);
        expect(heading.span.start).toBe(span.start);
        expect(heading.span.end).toBeLessThanOrEqual(span.end);
        covers(children, heading.span.end, span.end);
        for (const child of children) expect(child.heading.depth).toBeGreaterThan(heading.depth);
        at = span.end;
      }
      if (sections.length > 0) expect(sections[sections.length - 1]?.span.end).toBe(end);
    };
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { maxLength: 4 }), (text, edits) => {
        const changed = edits.reduce(change, text);
        const { sections } = analyze(changed, { isReport: true });
        covers(sections, 0, changed.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('findings and fixes', () => {
  const options = { rules: RULES };
  const everything = fc.tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: 4 })).map(([text, edits]) => edits.reduce(change, text));

  test('findings lie inside the text and are in order', () => {
    fc.assert(
      fc.property(everything, (text) => {
        const problems = lint(analyze(text, { isReport: true }), options);
        for (const { span, message } of problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(message).not.toMatch(/undefined|NaN|请|！/u);
        }
        expect(problems.map((p) => p.span.start)).toEqual(problems.map((p) => p.span.start).sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  test('a fix removes its finding', () => {
    for (const text of texts) {
      const report = analyze(text);
      for (const problem of lint(report, options)) {
        for (const fix of problem.fixes ?? []) {
          const after = lint(analyze(applyEdits(text, fix.edits)), options);
          expect(after.filter((p) => p.message === problem.message).length, `${fix.title}: ${problem.message}`).toBeLessThan(
            lint(report, options).filter((p) => p.message === problem.message).length,
          );
        }
      }
    }
  });

  test('safe fixes converge, add no finding and are idempotent', () => {
    fc.assert(
      fc.property(everything, (text) => {
        const fixed = fixAll(text, {}, options);
        expect(fixAll(fixed, {}, options)).toBe(fixed);
        expect(lint(analyze(fixed), options).length).toBeLessThanOrEqual(lint(analyze(text), options).length);
      }),
      { numRuns: 100 },
    );
  });
});

test('parents come before their children', () => {
  for (const text of texts) {
    const starts = [...allSections(analyze(text).sections)].map((s) => s.span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  }
});
