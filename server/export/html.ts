// A paper as a page of its own: for browsers and for Word, in print on A4. It runs nothing and loads nothing, and whatever stands in
// it is text. Must not know what is written.

import type { Lines, Paper, PaperBlock, Piece } from './paper.ts';

const STYLE = `
@page { size: A4 landscape; margin: 16mm 14mm; }
body { font: 14px/1.6 "Songti SC", SimSun, "Noto Serif CJK SC", serif; color: #000; background: #fff; margin: 0 auto; max-width: 1060px; padding: 20px 24px 48px; }
h1 { font: 600 24px/1.4 "Heiti SC", SimHei, "Noto Sans CJK SC", sans-serif; text-align: center; margin: 8px 0 18px; } h1.new { break-before: page; page-break-before: always; margin-top: 56px; }
h2 { font: 600 16px/1.5 "Heiti SC", SimHei, "Noto Sans CJK SC", sans-serif; margin: 22px 0 6px; break-after: avoid; page-break-after: avoid; }
p { margin: 5px 0; } .signature { margin: 18px 0; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; } thead { display: table-header-group; } tr { break-inside: avoid; page-break-inside: avoid; }
td, th { border: 1px solid #444; padding: 4px 7px; vertical-align: top; text-align: left; overflow-wrap: anywhere; } th { font-weight: 600; background: #eee; text-align: center; vertical-align: middle; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.c { text-align: center; } .form th { text-align: left; } .narrow { writing-mode: vertical-rl; margin: 0 auto; white-space: nowrap; text-align: left; } .n { padding: 6px 0; }
mark { background: #fde68a; color: #000; font-weight: 600; -webkit-print-color-adjust: exact; print-color-adjust: exact; } .soft { color: #555; font-size: 13px; }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; } h1.new { margin-top: 0; } }
`;

const CSP = "default-src 'none'; style-src 'unsafe-inline'";

export const paperHtml = ({ title, blocks }: Paper): string =>
  `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CSP}"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head>\n<body>\n${blocks.map(blockHtml).join('\n')}\n</body></html>\n`;

function blockHtml(block: PaperBlock): string {
  switch (block.kind) {
    case 'title': return `<h1${block.newPage ? ' class="new"' : ''}>${pieces(block.pieces)}</h1>`;
    case 'heading': return `<h2>${pieces(block.pieces)}</h2>`;
    case 'text': return `<p>${pieces(block.pieces)}</p>`;
    case 'signature': return `<p class="signature">${pieces(block.pieces)}</p>`;
    case 'table': return tableHtml(block);
  }
}

function tableHtml({ columns, rows, isForm }: PaperBlock & { readonly kind: 'table' }): string {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => `<col style="width:${((share / all) * 100).toFixed(2)}%">`).join('');
  const head = columns.map(({ title, isNarrow }) => (isNarrow ? `<th scope="col" class="n"><div class="narrow">${escaped(title)}</div></th>` : `<th scope="col">${escaped(title)}</th>`)).join('');
  const body = rows.map((row) => `<tr>${row.map((cell, i) => (isForm && i === 0 ? `<th scope="row">${lines(cell)}</th>` : `<td${columns[i]?.align ? ' class="c"' : ''}>${lines(cell)}</td>`)).join('')}</tr>`);
  return `<table${isForm ? ' class="form"' : ''}><colgroup>${widths}</colgroup>${isForm ? '' : `<thead><tr>${head}</tr></thead>`}<tbody>\n${body.join('\n')}\n</tbody></table>`;
}

const lines = (cell: Lines): string => cell.map(pieces).join('<br>');

const pieces = (all: readonly Piece[]): string =>
  all.map(({ text, look }) => (look === 'mark' ? `<mark>${escaped(text)}</mark>` : look === 'strong' ? `<b>${escaped(text)}</b>` : look === 'soft' ? `<span class="soft">${escaped(text)}</span>` : escaped(text))).join('');

/** For elements and for attributes in quotation marks; what HTML cannot hold becomes the character for the unreadable. */
export const escaped = (text: string): string => text.replace(UNHELD, '\ufffd').replace(/[&<>"']/gu, (c) => ENTITIES[c] as string);

const UNHELD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
