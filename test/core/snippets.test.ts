// Every snippet, filled in and put where it belongs in a sound report, is free of findings, whoever reports on whatever year;
// what it leaves open is told; and each is called up by names of its own.

import { describe, expect, test } from 'vitest';
import { snippets, type Snippet } from '../../scripts/generate/snippets.ts';
import { METRICS } from '../../server/core/domain/metrics.ts';
import { PARTS } from '../../server/core/domain/parts.ts';
import { TOPICS } from '../../server/core/domain/topics.ts';
import type { MetricSpec } from '../../server/core/domain/types.ts';
import { analyze, newReport, type KindId } from '../../server/core/index.ts';
import { toChinese } from '../../server/core/text/numerals.ts';
import { fillIn } from '../support/fill.ts';
import { marked, problemsOf } from '../support/check.ts';

const LAYOUTS = ['plain', 'markdown'] as const;
const REPORTERS: readonly (readonly [KindId, string])[] = [['township', '松澜镇'], ['government', '临岚县'], ['department', '临岚县农业农村局'], ['joint', '松澜镇']];
const YEARS = [2018, 2020, 2021, 2023, 2025];

/** A sound report as its paragraphs. */
const sound = (kind: KindId, unit: string, year: number, layout: (typeof LAYOUTS)[number]): string[] =>
  fillIn(newReport({ kind, unit, year, layout })?.text ?? '', year).trim().split('\n\n');

const MAIN = /^(?:## )?[一二三四五]、/u;
const SECOND = /^(?:### )?（[一二三四五六七八九十]+）/u;
const write = ({ body }: Snippet, year: number, wish?: string): string[] => fillIn(body.join('\n'), year, wish).trim().split('\n\n');

/** The report with the snippet in its place. */
function placed(name: string, snippet: Snippet, paragraphs: readonly string[], year: number, unit: string): string[] {
  const mains = paragraphs.flatMap((text, i) => (MAIN.test(text) ? [i] : []));
  const signature = paragraphs.findIndex((text) => /月\d{1,2}日$/u.test(text)) - (paragraphs.some((text) => text.startsWith('中共松澜镇委员会')) && paragraphs[paragraphs.length - 3]?.startsWith('中共') ? 2 : 1);
  const bounds = [...mains, signature];
  const put = (from: number, to: number, lines: readonly string[]): string[] => [...paragraphs.slice(0, from), ...lines, ...paragraphs.slice(to)];
  if (name === '报告标题') return put(0, 1, write({ ...snippet, body: snippet.body.map((line) => line.replace('【单位名称】', unit)) }, year));
  if (name === '导语') return put(1, 2, write(snippet, year));
  if (name === '特此报告') return put(signature, signature, write(snippet, year));
  if (name === '落款') return put(signature, paragraphs.length, write(snippet, year + 1));
  const part = PARTS.findIndex((each) => each.name === name);
  if (part === 4) return put(signature, signature, write(snippet, year));
  if (part >= 0) return put(bounds[part] as number, bounds[part + 1] as number, write(snippet, PARTS[part]?.id === 'plan' ? year + 1 : year));
  if (name === '不足一项') return put(bounds[2] as number, bounds[2] as number, write(snippet, year, '三'));
  if ((METRICS as readonly MetricSpec[]).some((metric) => metric.name === name)) return put((bounds[0] as number) + 3, (bounds[0] as number) + 3, write(snippet, year));
  const topic = TOPICS.find(({ heading }) => name.startsWith(heading));
  if (!topic) throw new Error(`${name} has no place`);
  const section = ['work', 'problems', 'first_person', 'plan'].indexOf(topic.part);
  const [from, to] = [bounds[section] as number, bounds[section + 1] as number];
  const same = paragraphs.findIndex((text, i) => i > from && i < to && text.endsWith(topic.heading));
  const before = paragraphs.slice(from, same < 0 ? to : same).filter((text) => SECOND.test(text)).length;
  // In a part without headings the first stands alone, so it takes the place of what is there.
  const [start, end] = same >= 0 ? [same, same + 2] : before === 0 ? [from + 1, to] : [to, to];
  return put(start, end, write(snippet, year, toChinese(before + 1)));
}

for (const layout of LAYOUTS) {
  describe(`snippets in ${layout}`, () => {
    for (const [name, snippet] of Object.entries(snippets(layout))) {
      test(name, () => {
        for (const [kind, unit] of REPORTERS) {
          for (const year of YEARS) {
            const text = `${placed(name, snippet, sound(kind, unit, year, layout), year, unit).join('\n\n')}\n`;
            expect(marked(text), `${kind} ${year}`).toBe(text);
          }
        }
      });
    }

    test('leave nothing open that is not told', () => {
      for (const [name, { body }] of Object.entries(snippets(layout))) {
        const shown = body.join('\n').replace(/\$\{\d+:([^}]*)\}/gu, '$1').replace(/\$\{\d+\|([^,|]*)[^}]*\}|\$0/gu, '$1');
        const places = shown.match(/【[^】]*】/gu)?.length ?? 0;
        const told = problemsOf(analyze(`松澜镇2024年度法治政府建设情况报告\n\n${shown}`, { isReport: true }), 'structure-placeholder').length;
        expect(told, name).toBe(places);
      }
    });

    test('are called up by names of their own: initials and Chinese', () => {
      const prefixes = Object.values(snippets(layout)).flatMap(({ prefix }) => prefix);
      expect(prefixes.filter((prefix, i) => prefixes.indexOf(prefix) !== i)).toEqual([]);
      for (const { prefix } of Object.values(snippets(layout))) {
        expect(prefix.length).toBe(2);
        expect(prefix[0]).toMatch(/^[a-z]{2,14}$/u);
        expect(prefix[1]).toMatch(/^[一-龥]{2,}$/u);
      }
    });
  });
}

test('every part, every topic and every metric with a sentence has one', () => {
  const names = Object.keys(snippets('plain'));
  expect(names.length).toBe(PARTS.length + TOPICS.length + (METRICS as readonly MetricSpec[]).filter(({ sentence }) => sentence !== undefined).length + 5);
});
