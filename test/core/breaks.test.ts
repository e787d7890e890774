// Joining lines: only blanks and line breaks go, it is idempotent, and what a reader sees stays the same.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze, applyEdits, joinLines, selections } from '../../server/core/index.ts';
import { root } from '../support/check.ts';

const folder = path.join(root, 'test/golden');
const texts = readdirSync(folder).filter((file) => /\.(?:txt|md)$/u.test(file)).map((file) => readFileSync(path.join(folder, file), 'utf8'));
const formatted = (text: string): string => applyEdits(text, joinLines(analyze(text)));
const bare = (text: string): string => text.replace(/\s/gu, '');

describe('joining lines', () => {
  test.each(texts.map((text) => [text.trim().slice(0, 20), text]))('%s', (_, text) => {
    const once = formatted(text);
    expect(bare(once)).toBe(bare(text));
    expect(formatted(once)).toBe(once);
    const words = (t: string): string => bare(analyze(t).paragraphs.map((p) => p.facts.flow.text).join(''));
    expect(words(once)).toBe(words(text));
  });

  test('random cuts are healed and nothing else is changed', () => {
    const clean = texts.find((text) => text.includes('澜湾镇')) ?? '';
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), { maxLength: 5 }), (places) => {
        const cut = places.reduce((text, place) => `${text.slice(0, place * text.length)}\n\n${text.slice(place * text.length)}`, clean);
        const once = formatted(cut);
        expect(bare(once)).toBe(bare(clean));
        expect(formatted(once)).toBe(once);
      }),
      { numRuns: 100 },
    );
  });

  test('tables, titles and page numbers stay', () => {
    const text = '云溪镇\n2024年度法治政府建设情况报告\n\n一、主要举措和成效\n\n全年组织执法人员培训6场。严格执行行政执法公示制\n\n— 3 —\n\n度，共办案12件。\n\n| 项目 | 件 |\n| --- | --- |\n| 受理 | 20 |\n';
    expect(formatted(text)).toBe(text);
  });
});

test('selections grow from the sentence to the text', () => {
  const text = '云溪镇2024年度法治政府建设情况报告\n\n一、主要举措和成效\n\n（一）规范执法。全年培训6场。考试2次。\n';
  const spans = selections(analyze(text), text.indexOf('培训'));
  expect([...new Set(spans.map(({ start, end }) => text.slice(start, end).trim()))]).toEqual([
    '全年培训6场。', '（一）规范执法。全年培训6场。考试2次。', '一、主要举措和成效\n\n（一）规范执法。全年培训6场。考试2次。', text.trim(),
  ]);
});
