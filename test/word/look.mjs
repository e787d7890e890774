// For engineers with LibreOffice and poppler: Word files of reports as pages to look at, and what can be counted on them: lines
// of a page, characters of a line, margins. node test/word/look.mjs [--out DIR] [FILE …] (default: the examples). Not part of
// npm test. Must not judge how they look.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
const out = path.resolve(values.out ?? mkdtempSync(path.join(tmpdir(), 'fazhi-word-')));
mkdirSync(out, { recursive: true });

/** Nothing but characters, so that they can be counted. */
const grid = path.join(out, 'grid.md');
writeFileSync(grid, `# 云岫镇2024年度法治政府建设情况报告\n\n${'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏'.repeat(80)}。\n`);

const files = [grid, ...(positionals.length > 0 ? positionals.map((file) => path.resolve(file)) : readdirSync(path.join(root, 'examples')).map((file) => path.join(root, 'examples', file)))];
const run = (command, ...args) => execFileSync(command, args, { cwd: out, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const POINTS = 72 / 25.4;

for (const file of files) {
  const name = path.basename(file).replace(/\.[^.]+$/u, '');
  run(process.execPath, path.join(root, 'dist/cli.js'), 'export', file, '-o', path.join(out, `${name}.docx`), '--force');
  run('soffice', '--headless', '--convert-to', 'pdf', `${name}.docx`);
  run('pdftoppm', '-r', '60', '-png', `${name}.pdf`, name);
  console.log(`${name}: ${run('pdfinfo', `${name}.pdf`).match(/Pages:\s+(\d+)/u)?.[1]} pages`);
}
// The second page of the grid is full.
const boxes = [...run('pdftotext', '-f', '2', '-l', '2', '-bbox-layout', 'grid.pdf', '-').matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/gu)].map((match) => match.slice(1).map(Number));
const body = boxes.slice(0, -1);
const characters = run('pdftotext', '-f', '2', '-l', '2', 'grid.pdf', '-').split('\n')[0].length;
const mm = (points) => (points / POINTS).toFixed(1);
console.log(`a full page: ${body.length} lines of ${characters} characters, ${mm(body[1][1] - body[0][1])} mm from line to line, left ${mm(Math.min(...body.map(([x]) => x)))} mm, right ${mm(210 * POINTS - Math.max(...body.map(([, , x]) => x)))} mm`);
console.log(`pictures: ${out}`);
