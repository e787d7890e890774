// The same report in another layout is the same report: its headings, parts and findings do not depend on how its lines
// were broken, indented or marked.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze, applyEdits } from '../../server/core/index.ts';
import { allSections } from '../../server/core/report/query.ts';
import { problemsOf, root } from '../support/check.ts';

const folder = path.join(root, 'test/golden');
const PLAIN = readdirSync(folder).filter((file) => file.endsWith('.txt') && !/pdf|wrapped|web-page|full-width|no-report|crlf/u.test(file) && !/^(?:#|\*\*)/mu.test(readFileSync(path.join(folder, file), 'utf8')));

const heading = (title: string): string => title.replace(/[\s。]/gu, '').normalize('NFKC');
const portrait = (text: string) => {
  const report = analyze(text, { isReport: true });
  return {
    title: report.title?.text,
    year: report.year,
    headings: allSections(report.sections).map(({ heading: h }) => `${h.depth} ${h.marker.replace(/\s/gu, '').normalize('NFKC')} ${heading(h.title)}`),
    parts: report.parts.map(({ id, how }) => `${id} ${how}`),
    findings: problemsOf(report).filter(({ rule }) => rule.id.startsWith('structure-numbering') || rule.id.startsWith('structure-missing') || rule.id.startsWith('figure-') || rule.id.startsWith('wording-')).map(({ message }) => message.normalize('NFKC')),
  };
};

/** Lines of 28 characters, the first indented by two, as on the printed page; the title stays. */
function wrapped(text: string, gap: string): string {
  const end = analyze(text, { isReport: true }).title?.span.end ?? 0;
  const lines = text.slice(end).split(/\r?\n/u).flatMap((line) => {
    const bare = line.trim();
    if (bare === '' || bare.includes('\t') || bare.startsWith('|')) return [bare];
    const full = `　　${bare}`;
    return full.match(/.{1,28}(?!(?<=[0-9.])[0-9.%])/gu) ?? []; // a number is never cut
  });
  return text.slice(0, end) + lines.filter((line) => line !== '').map((line) => `\n${gap}${line}`).join('');
}

const LAYOUTS: Readonly<Record<string, (text: string) => string>> = {
  'hard-wrapped': (text) => wrapped(text, ''),
  'hard-wrapped with blank lines': (text) => wrapped(text, '\n'),
  'with page numbers': (text) => text.split('\n\n').map((block, i) => (i > 0 && i % 4 === 0 ? `— ${i / 4} —\n\n${block}` : block)).join('\n\n'),
  'with tabs': (text) => text.replace(/^(?=\S)/gmu, '\t'),
  'with CRLF': (text) => text.replace(/\r?\n/gu, '\r\n'),
  'without blank lines': (text) => text.replace(/\n{2,}/gu, '\n'),
  'with headings in Markdown': (text) => {
    const sections = allSections(analyze(text, { isReport: true }).sections).filter(({ heading: h }) => !h.runIn && !text.slice(h.span.start, h.span.end).includes('\n') && h.marker !== '' && h.hashes === 0 && !h.bold);
    return applyEdits(text, sections.map(({ heading: { span, depth } }) => ({ span: { start: span.start, end: span.start }, text: `${'#'.repeat(depth + 2)} ` }))).replace(/^[ \t　]+(?=#)/gmu, '');
  },
};

describe.each(Object.entries(LAYOUTS))('%s', (name, change) => {
  test.each(PLAIN)('%s', (file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const changed = change(text);
    // Too few full lines to see how wide the page was, or headings that only their own line made headings.
    if (changed !== text && name.startsWith('hard-wrapped') && (analyze(changed).wrapWidth === undefined || file === 'unnumbered.txt')) return;
    expect(portrait(changed)).toEqual(portrait(text));
  });
});
