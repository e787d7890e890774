// Edits that break what an incremental reader may take for granted: inside numbers, marks, headings, tables and line breaks,
// halves of pairs, whole paragraphs moved, half the text gone, another text in its place, undone, read under other settings.
// Every edit is data, so that a failing row of them can be shrunk. Must not know what the analysis does.

import fc from 'fast-check';
import { KINDS, type Env, type KindId, type LocalRules } from '../../server/core/index.ts';

/** A text and what it is read under. */
export interface Version {
  readonly text: string;
  readonly env: Env;
}

/** One edit; the numbers choose the place and the variant, wherever the text is long enough. */
export interface Edit {
  readonly kind: keyof typeof EDITS;
  /** Of the places there are, as a fraction. */
  readonly at: number;
  readonly pick: number;
}

type Change = (version: Version, at: number, pick: number, texts: readonly string[]) => Version;

/** What is typed or pasted. */
const SNIPPETS = [
  '。', '；', '，', '、', '：', '“', '”', '《', '》', '（', '）', '(', ')', '%', '％', ' ', '\u3000', '\t', '\n', '\n\n', '\r', '\r\n', '\u2028', '\u00a0', '\u200b', '\ufeff', '\0', '\ud83d', '\ude00', '😀', '𠀀', '２', '9', '.', '〇',
  '一、', '（二）', '3.', '（4）', '## ', '**', '第三部分', '第二章 ', '一是', '二是', '第一，', '|', '|---|---|\n', '| 合计 | 7 |\n', '- ', '> ', '---\n', '<!--', '-->', '【写明原因】', '××',
  '97.8%', '受理纠纷20起，成功调解18起，调解成功率80%。', '其中行政案件3件、民事案件5件，其他1件。', '同比增长12.5%', '社区服刑人员', '法制副校长', '“七五”普法', '存在的不足和原因', '党政主要负责人履行推进法治建设第一责任人职责情况', '2026年主要安排', '《合同法》', '《中华人民共和国民法典', '二十届二中全会', '十八大以来', '法治政府建设情况报告', '截止目前', '2023年', '12月31日', '现将有关情况报告如下', '附件：', '全文完',
] as const;

const DIGITS = /[0-9０-９]+/gu;
const MARKS = /[。，、；：！？“”‘’《》（）()【】%％.·—…-]/gu;
const NUMBERINGS = /(?:^|\n)[ \t\u3000#*>-]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[)）]|[0-9]+[.．、]|第[一二三四五六七八九十]+[章部]分?)/gu;
const BREAKS = /\r\n|\r|\n/gu;
const ROWS = /(?:^|\n)[^\n]*[|\t][^\n]*/gu;
const YEARS = /20[0-9]{2}/gu;

const replaced = (version: Version, start: number, end: number, by: string): Version => ({ ...version, text: version.text.slice(0, start) + by + version.text.slice(end) });
const fraction = (at: number, count: number): number => Math.min(count - 1, Math.floor(at * count));
const chosen = <T>(from: readonly [T, ...T[]] | readonly T[], pick: number): T => from[pick % from.length] as T;

/** The hit that the fraction chooses, if there is any. */
function hit(text: string, pattern: RegExp, at: number): { readonly start: number; readonly end: number; readonly text: string } | undefined {
  const hits = [...text.matchAll(pattern)];
  const match = hits[fraction(at, hits.length)];
  return match && { start: match.index, end: match.index + match[0].length, text: match[0] };
}

/** An edit of a hit: what stands there becomes something else. */
const inside = (pattern: RegExp, by: (words: string, pick: number) => string): Change => (version, at, pick) => {
  const found = hit(version.text, pattern, at);
  return found ? replaced(version, found.start, found.end, by(found.text, pick)) : version;
};

/** Edits of whole lines, each with the break behind it. */
const lines = (change: (lines: string[], index: number, pick: number) => void): Change => (version, at, pick) => {
  const all = version.text.split(/(?<=\n|\r(?!\n))/u);
  change(all, fraction(at, all.length), pick);
  return { ...version, text: all.join('') };
};

const LOCAL: LocalRules = {
  parts: [{ name: '优化法治化营商环境', headings: ['营商环境'], severity: 'warning' }],
  wordings: [{ text: '述法', part: 'first_person', severity: 'information' }],
  words: [{ wrong: '矛盾纠纷', right: '矛盾争议', since: undefined, until: undefined, message: undefined, severity: 'hint' }],
  lengths: [{ part: undefined, least: 3000, most: undefined, severity: 'warning' }],
};

const EDITS = {
  type: (version, at, pick) => {
    const place = Math.floor(at * (version.text.length + 1));
    return replaced(version, place, place, chosen(SNIPPETS, pick));
  },
  erase: (version, at, pick) => {
    const place = Math.floor(at * (version.text.length + 1));
    return replaced(version, place, place + 1 + (pick % 40), '');
  },
  overwrite: (version, at, pick) => {
    const place = Math.floor(at * (version.text.length + 1));
    return replaced(version, place, place + (pick % 7), chosen(SNIPPETS, Math.floor(pick / 7)));
  },
  digit: inside(DIGITS, (digits, pick) => {
    const at = pick % (digits.length + 1);
    return digits.slice(0, at) + chosen(['0', '7', '.', ',', '，', '％', '余', '\n', ' ', '万', ''], Math.floor(pick / 3)) + digits.slice(at + (pick % 2));
  }),
  mark: inside(MARKS, (mark, pick) => chosen(['', mark + mark, '。', '，', '、', '；', ',', '(', '）', '“', '》', `${mark}\n`], pick)),
  heading: inside(NUMBERINGS, (words, pick) => chosen(['\n', words.slice(0, -1), words.replace(/[一二三四五]/u, '六'), words + words.trim(), words.replace(/\n/u, ''), `${words} `, `${words}\n`, words.replace(/[（）]/gu, '')], pick)),
  row: inside(ROWS, (row, pick) => chosen([row.replace(/[|\t]/u, ''), `${row}|`, row + row, row.replace(/[0-9]/u, '8'), row.replace(/\n/u, ''), `${row}\n`, row.replace(/合计/u, '总计')], pick)),
  break: inside(BREAKS, (mark, pick) => chosen(['', '\r', '\n', '\r\n', '\n\r', mark + mark, '\u2028', ' ', mark.slice(0, 1), mark.slice(1)], pick)),
  half: (version, at, pick) => {
    const pair = /[\ud800-\udbff][\udc00-\udfff]/gu;
    const found = hit(version.text, pair, at);
    if (found && pick % 3 > 0) return replaced(version, found.start + (pick % 2), found.start + (pick % 2) + 1, '');
    const place = Math.floor(at * (version.text.length + 1));
    return replaced(version, place, place, chosen(['\ud842', '\udfb7', '\ud842\udfb7', '\udfb7\ud842'], pick));
  },
  move: lines((all, index, pick) => {
    const [line = ''] = all.splice(index, 1);
    all.splice(pick % (all.length + 1), 0, line);
  }),
  copy: lines((all, index, pick) => void all.splice(pick % (all.length + 1), 0, all[index] ?? '')),
  swap: lines((all, index) => void all.splice(index, 2, ...all.slice(index, index + 2).reverse())),
  remove: lines((all, index, pick) => void all.splice(index, 1 + (pick % 3))),
  indent: lines((all, index, pick) => void (all[index] = chosen(['\u3000\u3000', '  ', '\t', '# ', '### ', '- ', '> ', '**'], pick) + (all[index] ?? ''))),
  wrap: lines((all, index, pick) => void (all[index] = (all[index] ?? '').replace(new RegExp(`.{${20 + (pick % 15)}}`, 'gu'), '$&\n'))),
  halve: (version, _, pick) => {
    const middle = Math.floor(version.text.length / 2);
    return { ...version, text: pick % 2 === 0 ? version.text.slice(0, middle) : version.text.slice(middle) };
  },
  whole: (version, at, pick, texts) => ({ ...version, text: pick % 8 === 0 ? '' : chosen(texts, Math.floor(at * 10_000) + pick) }),
  append: (version, at, _, texts) => ({ ...version, text: version.text + chosen(texts, Math.floor(at * 10_000)).slice(0, 600) }),
  breaks: (version, _, pick) => ({ ...version, text: version.text.replace(/\r\n?|\n/gu, chosen(['\n', '\r\n', '\r'], pick)) }),
  year: inside(YEARS, (year, pick) => String(2015 + ((Number(year) + pick) % 15))),
  titleYear: (version, _, pick) => ({ ...version, text: version.text.replace(/20[0-9]{2}/u, String(2015 + (pick % 15))) }),
  kind: (version, _, pick) => ({ ...version, env: { ...version.env, kind: chosen(KINDS, pick).id as KindId } }),
  settings: (version, _, pick) => ({ ...version, env: chosen([{}, { isReport: true }, { year: 2019 }, { year: 2024, isReport: true }, { local: LOCAL }, { local: LOCAL, isReport: true }], pick) }),
  /** Left to who keeps the versions: the text is what it was some edits ago. */
  undo: (version) => version,
} as const satisfies Record<string, Change>;

const often: readonly (keyof typeof EDITS)[] = ['type', 'type', 'type', 'erase', 'erase', 'overwrite', 'digit', 'digit', 'mark', 'mark', 'heading', 'heading', 'row', 'break', 'break', 'undo'];
const kinds = [...often, ...(Object.keys(EDITS) as (keyof typeof EDITS)[])];

export const edits = (minLength: number, maxLength: number): fc.Arbitrary<Edit[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), pick: fc.nat(100_000) }), { minLength, maxLength, size: 'max' });

/** Longer texts are halved first, so that a row of copies stays a report. */
const LONGEST = 12_000;

/** The versions an edit after the other makes; `texts` are what a whole document may be replaced with. */
export function* versions(start: Version, given: readonly Edit[], texts: readonly string[]): Generator<Version> {
  const past = [start];
  for (const { kind, at, pick } of given) {
    const now = past[past.length - 1] as Version;
    const short = now.text.length > LONGEST ? { ...now, text: now.text.slice(0, LONGEST / 2) } : now;
    const next = kind === 'undo' ? (past[Math.max(0, past.length - 1 - (1 + (pick % 5)))] as Version) : EDITS[kind](short, at, pick, texts);
    past.push(next);
    yield next;
  }
}

/** A text after random edits of all these kinds. */
export const damaged = (texts: readonly string[], least: number, most: number): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...texts), edits(least, most)).map(([text, given]) => [...versions({ text, env: {} }, given, texts)].at(-1)?.text ?? text);
