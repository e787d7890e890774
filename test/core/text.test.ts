// The text layer: positions, logical text and the way back, numerals, numbering, matching, edits, templates.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/core/text/edit.ts';
import { fromRaw, makeFlow, toRaw, toRawSpan } from '../../server/core/text/flow.ts';
import { makeMatcher } from '../../server/core/text/matcher.ts';
import { readMarker, standardMarker, withValue } from '../../server/core/text/numbering.ts';
import { chineseValue, toChinese, toDecimals, toFullWidth } from '../../server/core/text/numerals.ts';
import { makeSource, offsetAt, positionAt } from '../../server/core/text/source.ts';
import { joinTemplates, plainText, verbatim } from '../../server/core/text/template.ts';
import { atWordBorders, longestMatch } from '../../server/core/words/segmenter.ts';
import { mark, unmark } from '../support/marks.ts';

describe('source', () => {
  test.each([
    ['a\nb\nc', [0, 2, 4]],
    ['a\r\nb\rc\n', [0, 3, 5, 7]],
    ['', [0]],
  ])('lines of %j', (text, starts) => expect(makeSource(text).lineStarts).toEqual(starts));

  test('positions and offsets are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '法', '\n', '\r', '\r\n', '𠮷') }), fc.nat(40), (text, n) => {
        const source = makeSource(text);
        const offset = Math.min(n, text.length);
        expect(offsetAt(source, positionAt(source, offset))).toBe(offset);
      }),
    );
  });

  test('places outside the text are clamped', () => {
    const source = makeSource('甲\n乙');
    expect(offsetAt(source, { line: 9, character: 9 })).toBe(3);
    expect(offsetAt(source, { line: 0, character: 9 })).toBe(2);
    expect(positionAt(source, 99)).toEqual({ line: 1, character: 1 });
  });
});

describe('flow', () => {
  test.each([
    ['办理 12345 公共服务热线 7823 件', '办理12345公共服务热线7823件'],
    ['坚持习近平法\n\n治思想', '坚持习近平法治思想'],
    ['　　（一）甲\r\n乙', '（一）甲乙'],
    ['**（四）规范执法。**加强', '（四）规范执法。加强'],
    ['## 一、工作', '一、工作'],
    ['- 一项', '一项'],
    ['占９８．５％，共１，０００件', '占98.5%，共1,000件'],
    ['甲，２乙', '甲，2乙'],
    ['VS Code 1 2', 'VS Code 1 2'],
    ['前<!-- 注\n释 -->后', '前后'],
    ['上\n— 3 —\n下', '上下'],
    ['', ''],
    [' \n\t', ''],
    ['*强调*与**未闭合', '*强调*与未闭合'],
  ])('%j reads %j', (raw, text) => expect(makeFlow(raw).text).toBe(text));

  test('every character maps back to itself', () => {
    const unit = fc.constantFrom('法', '治', ' ', '\n', '\r\n', '*', '**', '#', '９', '％', '1', 'a', '—', '<!--', '-->', '\u3000', '\ud842', '。');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (raw) => {
        const flow = makeFlow(raw);
        let before = -1;
        [...Array(flow.text.length).keys()].forEach((i) => {
          const at = toRaw(flow, i);
          expect(at).toBeGreaterThan(before);
          before = at;
          const c = raw[at] as string;
          expect([c, c.normalize('NFKC'), /\s/u.test(c) ? ' ' : c]).toContain(flow.text[i]);
          expect(fromRaw(flow, at)).toBe(i);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a span does not reach over the layout behind it', () => {
    const flow = makeFlow('合格\n\n率');
    expect(toRawSpan(flow, 0, 2)).toEqual({ start: 0, end: 2 });
    expect(toRawSpan(flow, 0, 3)).toEqual({ start: 0, end: 5 });
  });
});

describe('numerals', () => {
  test.each([
    ['一', 1], ['十', 10], ['十二', 12], ['二十', 20], ['一百零三', 103], ['二百', 200], ['两千三百', 2300], ['三万五千', 35_000], ['二〇二四', 2024], ['九十五', 95],
    ['', undefined], ['百', undefined], ['二三百', undefined], ['甲', undefined], ['十百', undefined],
  ])('%s is %s', (text, value) => expect(chineseValue(text)).toBe(value));

  test('Chinese numerals are read as they are written', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (n) => {
      expect(chineseValue(toChinese(n))).toBe(n);
    }));
  });

  test.each([[97.845, 1, '97.8'], [97.85, 1, '97.9'], [96, 0, '96'], [100, 2, '100.00']])('%s to %s places is %s', (value, places, text) =>
    expect(toDecimals(value, places)).toBe(text));

  test('full width', () => expect(toFullWidth('97%')).toBe('９７％'));
});

describe('numbering', () => {
  test.each([
    ['一、工作', 1, 1, '一、'], ['十二、甲', 1, 12, '十二、'], ['一.甲', 1, 1, '一.'],
    ['（三）甲', 2, 3, '（三）'], ['(一) 甲', 2, 1, '(一)'], ['一）甲', 2, 1, '一）'],
    ['1.甲', 3, 1, '1.'], ['１２．甲', 3, 12, '１２．'], ['3、甲', 3, 3, '3、'],
    ['（2）甲', 4, 2, '（2）'], ['2）甲', 4, 2, '2）'],
  ])('%s', (text, level, value, written) => expect(readMarker(text, 0)).toMatchObject({ level, value, text: written }));

  test.each(['一是甲', '12.4国家宪法日', '2024年', '3、4月', '第一、', '甲', '一百', '0.5万', '（近海镇）'])('%s has none', (text) =>
    expect(readMarker(text, 0)).toBeUndefined());

  test.each([['（一）', 5, '（五）'], ['(二)', 12, '(十二)'], ['１、', 3, '３、'], ['4.', 5, '5.'], ['九、', 10, '十、']])('%s as %s is %s', (marker, value, text) =>
    expect(withValue(marker, value)).toBe(text));

  test('standard forms are read again', () => {
    for (const level of [1, 2, 3, 4] as const) expect(readMarker(standardMarker(level, 7), 0)).toMatchObject({ level, value: 7 });
  });
});

describe('matcher', () => {
  test('finds what running every pattern would find', () => {
    const entries = ['法制(?:教育|宣传)', '制教', '[“"]?七五[”"]?普法', '(?<=育)法'].map((pattern, i) => ({ pattern, anchors: [['法制'], ['制教'], ['七五'], ['法']][i] as string[] }));
    const matcher = makeMatcher(entries);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('法', '制', '教', '育', '宣传', '“', '七五', '”', '普法') }), (text) => {
        const naive = entries.flatMap((entry, index) => [...text.matchAll(new RegExp(entry.pattern, 'gu'))].map((m) => ({ entry, index, start: m.index, end: m.index + m[0].length })));
        expect(matcher.scan(text)).toEqual(naive.sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index));
      }),
    );
  });

  test('refuses entries it could not index', () => {
    expect(() => makeMatcher([{ pattern: 'a', anchors: [] }])).toThrow(RangeError);
    expect(() => makeMatcher([{ pattern: 'a', anchors: [''] }])).toThrow(RangeError);
  });
});

test('edits are applied in order of place and must not overlap', () => {
  expect(applyEdits('甲乙丙', [{ span: { start: 2, end: 3 }, text: '丁' }, { span: { start: 0, end: 0 }, text: '前' }])).toBe('前甲乙丁');
  expect(() => applyEdits('甲乙丙', [{ span: { start: 0, end: 2 }, text: '' }, { span: { start: 1, end: 3 }, text: '' }])).toThrow(RangeError);
});

test('a template reads without tab stops, and what was typed into it as typed', () => expect(plainText(`一是\${1:【不足】}。原因是\${2:原因}。${verbatim('${1:}\\')}$0`)).toBe('一是【不足】。原因是原因。${1:}\\'));
test('templates are numbered through; equal places of one stay equal', () => expect(joinTemplates(['${1:甲}${2:乙}${1:甲}', '${1:丙}'], '，')).toBe('${1:甲}${2:乙}${1:甲}，${3:丙}'));

describe('words', () => {
  const words = longestMatch(['农贸市场', '市场主体', '主体工程', '市场', '主体']);
  test('joined words are the text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('农', '贸', '市场', '主体', '工程', '𠮷', '\ud842') }), (text) => {
      expect(words.cut(text).join('')).toBe(text);
    }));
  });
  test('a hit inside other words is none', () => {
    expect(atWordBorders(words, '农贸市场主体工程', 2, 6)).toBe(false);
    expect(atWordBorders(words, '培育市场主体', 2, 6)).toBe(true);
  });
});

test('mark and unmark are each other’s inverse', () => {
  const nested = '甲⟦乙⟦丙⟧{内}⟧{外}{又}丁';
  const { text, marks } = unmark(nested);
  expect(text).toBe('甲乙丙丁');
  expect(mark(text, marks)).toBe(nested);
});
