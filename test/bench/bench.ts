// npm run bench: how long analysis and all rules take, from scratch and after one key, beside other checkers over the same
// text; what server and command line take as processes. Prints medians and ratios, and writes them to docs/benchmarks.md.
// Times are of the machine it runs on; ratios hold elsewhere. Must not assert anything.

import { cpus } from 'node:os';
import { writeFileSync } from 'node:fs';
import { analyze, lint, RULES, type Report } from '../../server/core/index.ts';
import { time } from './measure.ts';
import { client, firstDiagnostics, keyToDiagnostics, manyFiles, memory, reviewed, wordsLoad } from './processes.ts';
import { loadRivals, type Rival } from './rivals.ts';
import { DENSE, KEY, makeReport } from './text.ts';

const SIZES = [4_000, 40_000, 1_000_000];
const RUNS: Readonly<Record<number, number>> = { 4_000: 400, 40_000: 60, 1_000_000: 5 };
/** Slow ones are not kept at a long text for minutes. */
const LONGEST_FOR_RIVALS = 40_000;
const PATIENT = new Set(['autocorrect-node']);

const options = { rules: RULES };
let sink = 0;

function scan(text: string): void {
  for (let i = 0; i < text.length; i++) sink = (sink + text.charCodeAt(i)) | 0;
}

const ms = (value: number): string => `${value < 1 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
const times = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ×`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const HEAD = ['characters', 'what', 'median', '÷ scan', '÷ this from scratch'];

interface Measured {
  readonly rows: readonly (readonly string[])[];
  readonly characters: number;
  /** Milliseconds from scratch. */
  readonly scratch: number;
}

/** One text: this, and the others beside it. */
async function measure(size: number, text: string, rivals: readonly Rival[]): Promise<Measured> {
  const runs = RUNS[size] ?? 10;
  const scanning = await time(runs, () => scan(text));
  const scratch = await time(runs, () => lint(analyze(text), options));
  const at = text.indexOf(KEY, text.length >> 1);
  let previous: Report = analyze(text);
  const key = await time(runs, (run) => {
    previous = analyze(`${text.slice(0, at)}${run % 10}${text.slice(at)}`, {}, previous);
    lint(previous, options);
  });
  const of = (name: string, value: number): readonly string[] => [String(text.length), name, ms(value), times(value / scanning), times(value / scratch)];
  const rows = [of('one scan of the text (the limit)', scanning), of('**this, from scratch**', scratch), of('**this, after one key**', key)];
  for (const rival of rivals) {
    if (size > LONGEST_FOR_RIVALS && !PATIENT.has(rival.name)) continue;
    rows.push(of(`${rival.name} ${rival.version}`, await time(Math.min(runs, 60), () => rival.lint(text))));
  }
  return { rows, characters: text.length, scratch };
}

async function analysis(): Promise<string> {
  const rivals = await loadRivals();
  const measured: Measured[] = [];
  for (const size of SIZES) measured.push(await measure(size, makeReport(size), rivals));
  const dense: Measured[] = [];
  for (const size of [4_000, 1_000_000]) dense.push(await measure(size, makeReport(size, DENSE), rivals.filter(({ name }) => PATIENT.has(name) || size === 4_000)));
  const note = rivals.length > 0 ? '' : '\n\nOther checkers are not installed: `npm install --prefix test/bench/rivals`.';
  const [first, last] = [measured[0] as Measured, measured.at(-1) as Measured];
  const exponent = Math.log(last.scratch / first.scratch) / Math.log(last.characters / first.characters);
  return `${table(HEAD, measured.flatMap(({ rows }) => rows))}

From ${first.characters} to ${last.characters} characters the time from scratch grows with the power ${exponent.toFixed(2)} of the length.

A report of nothing but figures, six times as many as usual, costs most:

${table(HEAD, dense.flatMap(({ rows }) => rows))}${note}`;
}

async function processes(): Promise<string> {
  const first = await firstDiagnostics();
  const key = await keyToDiagnostics(10_000);
  const withWords = await memory(true);
  const without = await memory(false);
  const words = wordsLoad();
  const one = await manyFiles(1);
  const many = await manyFiles(1_000);
  const oneCore = await manyFiles(1_000, true);
  const { text, word } = await reviewed(200);
  const { bytes, times } = client();
  return table(['what', 'measured'], [
    ['server: start to first diagnostics, 4,000 characters', ms(first)],
    ['server: key to diagnostics, 10,000 characters', `p50 ${ms(key.p50)}, p95 ${ms(key.p95)}`],
    ['server: memory after 1,000 and 2,000 keys in 40,000 characters, with the engine of words', `${withWords.half.toFixed(0)}, ${withWords.full.toFixed(0)} MB`],
    ['the same without it', `${without.half.toFixed(0)}, ${without.full.toFixed(0)} MB`],
    ['engine of words: load', words ? `${ms(words.ms)}, ${words.mb.toFixed(0)} MB` : 'not installed'],
    ['command line: 1 file; 1,000 files of 4,000 characters', `${one.perSecond.toFixed(1)} per second; ${many.perSecond.toFixed(0)} per second`],
    ['the same 1,000 files on one core; all cores ÷ (cores × one core)', `${oneCore.perSecond.toFixed(0)} per second; ${(many.perSecond / (oneCore.perSecond * cpus().length)).toFixed(2)}`],
    ['command line: review of 200 texts into one table; of the same as Word documents', `${text.seconds.toFixed(1)} s, ${text.peak.toFixed(0)} MB; ${word.seconds.toFixed(1)} s, ${word.peak.toFixed(0)} MB`],
    ['client: bundles, gzipped; load and activate in VS Code; the language client besides, for which nothing waits', `${(bytes / 1024).toFixed(0)} kB; ${times ? `${ms(times.load)} and ${ms(times.activate)}; ${ms(times.languageClient)}` : 'no editor host'}`],
    ['command line: most memory', `${one.peak.toFixed(0)} MB for 1 file; ${oneCore.peak.toFixed(0)} MB for 1,000 on one core; ${many.peak.toFixed(0)} MB on all`],
  ]);
}

// Processes first: what starts them is then a fresh process itself.
const ofProcesses = await processes();
const ofAnalysis = await analysis();
const page = `# Benchmarks

<!-- written by npm run bench -->

${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}. The text is made by the bench: a report of this genre, mostly prose with nine figures in a thousand characters, as published reports have three to ten. All rules that are on by default run. Ratios hold on other machines, times do not.

## Analysis and all rules

${ofAnalysis}

zhlint and textlint check other things; prh is given the wordings of this project that have a replacement. None of the others reads structure or figures.

autocorrect-node gives up on a text of a million bytes, and does so quickly; the longest text is handed to it in pieces of 200,000 characters.

## Processes

${ofProcesses}

## What was slow and is no longer

- **Figures.** One expression with an alternative for everything that looks like a number was tried at every character, and every hit made an array of twenty groups. Now a bit for each character says whether anything can begin there, and a number with its unit right behind it, as nearly all are, is read by hand; the expression is left for the rest. Words before and behind a number are only looked for where its neighbour can end or begin one. A third of the time.
- **Wordings.** The table of their first characters was larger than the fastest memory; now bits that fit it answer "nothing here". Reading one character behind the end of a text made the whole walk twice as slow. Expressions are asked whether they match, not what, and phrases with a slip are compared in numbers, without a closure for every character. Expressions that begin anywhere were filed under single characters such as 率 and ran in every paragraph; now they wait for a pair that is rare. Quotation marks are looked through only where a slip was found. Long words are filed under three characters instead of two: 法治 alone began 27 of them. Where a word asks for a whole paragraph to be searched it is now one that is rare. A third of the time.
- **A key.** Which paragraphs hold a rule's terms, which checks found something, which sections there are: every rule looked for itself, and now asks once for the report. What a heading serves is remembered by its words, and a line is walked once instead of four times. Rules leave where nothing can be found: no heading out of its form, no figure in another form, no list, no break. A third of the time.
- **Logical text.** A paragraph on one line with nothing to take out is only copied, and the copy lies side by side in memory: a piece cut from a longer string costs half as much again at every character of every walk. One on several lines is copied run by run. A third of the time.
- **The first answer.** The engine of words was loaded before the answer had left the process. A quarter of the time. In the editor the server starts before the language client is read.
- **The client.** The language client, four fifths of the code, was read before VS Code could go on. It is a bundle of its own now, read while the server starts. A quarter of the time.
- **Memory.** Most of it was garbage: the server now starts with a small nursery and one helper thread and lets old memory grow by a twentieth between collections; rarer words of the dictionary are left out. A tenth was what the compiler of V8 had needed once: it goes back to the system now (with the GNU C library).
- **Many files.** They went through one thread, and every report was kept to the end. Now each core takes files, the first thread as well, and of each only what is printed is kept, in words of its own: a piece of a text keeps the whole text.

## What is still slow

An ordinary report costs half a millisecond, spread thinly: a quarter goes into wordings, a fifth into figures and what they say of each other, a fifth into the rules, and no function takes more than a twelfth. Every report makes 400 kB of objects, a tenth of them the frames of rules that find nothing.

Each thread of the command line compiles the rules for itself: half of the thousand reports, alone on one core, take three fifths of the time of all of them. So two processes that share nothing reach 0.80 of twice one core; threads lose a little more, since the second starts when the first has read the names of the files. Results are kept until they are printed, some 11 kB for a report with ten findings.
`;
writeFileSync('docs/benchmarks.md', page);
console.log(page);
if (sink === 1) console.log('');
process.exit(0);
