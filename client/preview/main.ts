// The page in the webview: shows a report as it will be printed, and touches only what has changed. Text comes in as text and
// is never read as markup. Must not know documents or the server; the extension around it does.

import { measureWith, missingFonts, styleFont } from './fonts.ts';
import { atomsOf, breakLines, roleFor, shapeOf, type Atom, type Line } from './lines.ts';
import { paginate, type Flow, type Page, type Placed, type Row } from './pagination.ts';
import type { Block, FromPage, Mark, PageState, Place, Sheet, Texts, ToPage } from './shapes.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; getState(): PageState | undefined; setState(state: PageState): void };

const vscode = acquireVsCodeApi();
/** Pixels in a twentieth of a point. */
const PIXEL = 96 / 72 / 20;
const ZOOM = { least: 0.3, most: 2.5, step: 1.15 };
/** A row of a table is parted from the next by a line of half a point. */
const ROW_RULE = 10;
/** After one side has been scrolled by the other it does not answer, in milliseconds. */
const QUIET = 250;

const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const scroller = byId('scroller');
const paper = byId('pages');
const fontNote = byId('fonts');
const count = byId('count');

let sheet: Sheet | undefined;
let texts: Texts | undefined;
let flows: Flow[] = [];
let starts = new Map<Flow, number>(); // index of each block
let pages: readonly Page[] = [];
let shown: { readonly element: HTMLElement; page: Page | undefined }[] = [];
const nodes = new WeakMap<Line | Row, HTMLElement>();
const origins = new WeakMap<Node, { readonly at: number; readonly block: Block }>();
let state: PageState = vscode.getState() ?? {};
let quietUntil = 0;
/** Where the text has led the pages, in pixels. */
let ledTo = -1;

const keep = (change: PageState): void => vscode.setState((state = { ...state, ...change }));
const px = (twips: number): string => `${(twips * PIXEL).toFixed(3)}px`;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'show':
      show(data);
      return;
    case 'scroll':
      scrollTo(data.place);
      return;
    case 'none':
      byId('none').textContent = data.message;
      document.body.classList.toggle('empty', true);
      [flows, pages] = [[], []];
      reconcile();
      return;
  }
});

function show({ uri, sheet: given, from, removed, blocks, texts: words }: Extract<ToPage, { type: 'show' }>): void {
  const start = performance.now();
  document.body.classList.toggle('empty', false);
  if (state.uri !== uri) keep({ uri });
  texts = words;
  // A sheet comes with all blocks.
  if (given) {
    sheet = given;
    flows = [];
    setSheet(given, words);
  }
  if (!sheet) return;
  const measure = measureWith(sheet);
  const current = sheet;
  flows.splice(from, removed, ...blocks.map((block) => flowOf(block, current, measure)));
  starts = new Map(flows.map((flow, i) => [flow, i]));
  pages = paginate(flows, sheet);
  const touched = reconcile();
  vscode.postMessage({ type: 'shown', pages: pages.length, lines: flows.reduce((sum, { lines, rows }) => sum + lines.length + rows.length, 0), touched, took: performance.now() - start });
}

// --- lines and rows ---

function flowOf(block: Block, page: Sheet, measure: ReturnType<typeof measureWith>): Flow {
  const roleOf = roleFor(block);
  if (!block.table) return { block, lines: breakLines(atomsOf(block.pieces, page, roleOf, measure), shapeOf(block, page)), rows: [] };
  const { rows, columns, headers } = block.table;
  return {
    block,
    lines: [],
    rows: rows.map((row, n) => {
      const cells = row.map(({ pieces }, i) => {
        const { share = 0, align = 'left' } = columns[i] ?? {};
        return breakLines(atomsOf(pieces, page, roleOf, measure), { width: share * page.textWidth - 2 * page.tablePadding, left: 0, first: 0, align: n < headers ? 'center' : align, height: page.tableLine });
      });
      return { cells, height: Math.max(...cells.map((lines) => lines.length)) * page.tableLine + ROW_RULE };
    }),
  };
}

function lineNode(line: Line, block: Block): HTMLElement {
  const node = document.createElement('div');
  node.className = 'line';
  node.style.height = node.style.lineHeight = px(line.height);
  node.style.left = px(line.left);
  if (block.kind === 'heading') {
    node.setAttribute('role', 'heading');
    node.setAttribute('aria-level', String((block.depth ?? 1) + 1));
  } else if (block.kind === 'title') {
    node.setAttribute('role', 'heading');
    node.setAttribute('aria-level', '1');
  }
  let run: Atom[] = [];
  const close = (): void => {
    if (run.length > 0) node.append(runNode(run, line.spread, block));
    run = [];
  };
  for (const atom of line.atoms) {
    const last = run[run.length - 1];
    if (last && !(last.role === atom.role && last.latin === atom.latin && last.bold === atom.bold && last.note === undefined && atom.note === undefined && last.at + last.text.length === atom.at && markAt(block, last) === markAt(block, atom))) close();
    run.push(atom);
  }
  close();
  return node;
}

const RANK = { error: 0, warning: 1, information: 2, hint: 3 } as const;

/** The gravest of what was found at a character. */
const markAt = ({ marks = [] }: Block, { at }: Atom): Mark | undefined =>
  marks.filter(({ start, end }) => start <= at && at < end).sort((a, b) => RANK[a.severity] - RANK[b.severity])[0];

function runNode(atoms: readonly Atom[], spread: number, block: Block): HTMLElement {
  const first = atoms[0] as Atom;
  const mark = markAt(block, first);
  const node = document.createElement(mark ? 'mark' : 'span');
  const text = document.createTextNode(first.note === undefined ? atoms.map((atom) => atom.text).join('') : noteNumber(first.note));
  origins.set(text, { at: first.at, block });
  node.append(text);
  node.className = `${first.role} ${first.latin ? 'latin' : 'han'}${first.bold ? ' bold' : ''}${first.note === undefined ? '' : ' reference'}`;
  const tracking = (sheet?.faces[first.role].tracking ?? 0) + spread;
  if (tracking !== 0) node.style.letterSpacing = px(tracking);
  if (mark) {
    node.classList.add(mark.severity);
    node.title = mark.message;
    node.tabIndex = 0;
    node.setAttribute('aria-description', mark.message);
  }
  return node;
}

const noteNumber = (name: string): string => String([...new Set(flows.flatMap(({ lines, rows }) => [...lines, ...rows.flatMap(({ cells }) => cells.flat())].flatMap(({ notes }) => notes)))].indexOf(name) + 1 || name);

function rowNode(row: Row, { block }: Flow): HTMLElement {
  const node = document.createElement('div');
  node.className = 'row';
  node.style.height = px(row.height);
  row.cells.forEach((lines, i) => {
    const cell = document.createElement('div');
    cell.className = 'cell';
    cell.style.width = px((block.table?.columns[i]?.share ?? 0) * (sheet?.textWidth ?? 0));
    cell.style.padding = `0 ${px(sheet?.tablePadding ?? 0)}`;
    cell.append(...lines.map((line) => lineNode(line, block)));
    node.append(cell);
  });
  return node;
}

// --- pages ---

const isSame = (a: readonly Placed[], b: readonly Placed[]): boolean => a.length === b.length && a.every(({ item, top, again }, i) => item === b[i]?.item && top === b[i]?.top && again === b[i]?.again);

/** The number of pages whose content was put in anew. */
function reconcile(): number {
  let touched = 0;
  while (shown.length > pages.length) shown.pop()?.element.remove();
  pages.forEach((page, index) => {
    const slot = shown[index] ?? newPage(index);
    if (slot.page && isSame(slot.page.placed, page.placed) && isSame(slot.page.notes, page.notes)) return;
    slot.page = page;
    touched++;
    fill(slot.element.querySelector('.text') as HTMLElement, page);
  });
  const of = String(pages.length);
  shown.forEach(({ element }, index) => {
    const label = texts?.page.replace('{0}', String(index + 1)).replace('{1}', of) ?? '';
    if (element.getAttribute('aria-label') !== label) element.setAttribute('aria-label', label);
  });
  count.textContent = texts?.pages.replace('{0}', of) ?? '';
  return touched;
}

function newPage(index: number): (typeof shown)[number] {
  const element = document.createElement('section');
  element.className = 'page';
  const text = document.createElement('div');
  text.className = 'text';
  const foot = document.createElement('div');
  foot.className = `foot ${sheet?.pageNumber.side ?? ''} ${index % 2 === 0 ? 'odd' : 'even'}`;
  const { form } = sheet?.pageNumber ?? { form: 'none' };
  foot.textContent = form === 'dashes' ? `— ${index + 1} —` : form === 'plain' ? String(index + 1) : '';
  element.append(text, foot);
  paper.append(element);
  const slot = { element, page: undefined };
  shown.push(slot);
  return slot;
}

function fill(text: HTMLElement, { placed, notes }: Page): void {
  const put = ({ flow, item, top, again }: Placed): HTMLElement => {
    const known = again ? undefined : nodes.get(item);
    const node = known ?? ('cells' in item ? rowNode(item, flow) : lineNode(item, flow.block));
    if (!again) nodes.set(item, node);
    node.style.top = px(top);
    return node;
  };
  const rule = document.createElement('div');
  if (notes[0]) {
    rule.className = 'rule';
    rule.style.top = px(notes[0].top - 100);
  }
  text.replaceChildren(...placed.map(put), ...(notes.length > 0 ? [rule] : []), ...notes.map(put));
}

function setSheet(page: Sheet, words: Texts): void {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries({ width: page.width, height: page.height, top: page.top, left: page.left, 'text-width': page.textWidth, 'text-height': page.textHeight })) style.setProperty(`--page-${name}`, px(value));
  styleFont(page);
  const foot = page.pageNumber.below - page.faces.pageNumber.size * 10;
  style.setProperty('--foot-top', px(page.top + page.textHeight + foot));
  style.setProperty('--foot-blank', px(page.faces.pageNumber.size * 20 * page.pageNumber.blanks));
  const missing = missingFonts(page);
  fontNote.textContent = missing.length === 0 ? '' : words.missing.replace('{0}', missing.map(([font, by]) => words.instead.replace('{0}', font).replace('{1}', by ?? words.other)).join('；'));
  fontNote.title = fontNote.textContent;
  for (const [id, label] of [['smaller', words.smaller], ['larger', words.larger], ['fit', words.fit]] as const) {
    byId(id).title = label;
    byId(id).setAttribute('aria-label', label);
  }
  // What was measured with another page is of no use.
  shown.forEach(({ element }) => element.remove());
  shown = [];
  setZoom(state.zoom);
}

// --- zoom ---

/** Undefined: as wide as the window. */
function setZoom(zoom: number | undefined): void {
  const fit = sheet ? Math.min(1.5, (scroller.clientWidth - 32) / (sheet.width * PIXEL)) : 1;
  const at = topPlace();
  paper.style.setProperty('zoom', String(Math.min(ZOOM.most, Math.max(ZOOM.least, zoom ?? fit))));
  if (at) scrollTo(at);
}

const zoomNow = (): number => Number(paper.style.getPropertyValue('zoom')) || 1;

function zoomBy(factor: number | undefined): void {
  const { zoom: _, ...rest } = state;
  vscode.setState((state = factor === undefined ? rest : { ...rest, zoom: Math.min(ZOOM.most, Math.max(ZOOM.least, zoomNow() * factor)) }));
  setZoom(state.zoom);
}

byId('smaller').addEventListener('click', () => zoomBy(1 / ZOOM.step));
byId('larger').addEventListener('click', () => zoomBy(ZOOM.step));
byId('fit').addEventListener('click', () => zoomBy(undefined));
window.addEventListener('resize', () => {
  if (state.zoom === undefined) setZoom(undefined);
});
window.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '+' || event.key === '=') zoomBy(ZOOM.step);
  else if (event.key === '-') zoomBy(1 / ZOOM.step);
  else if (event.key === '0') zoomBy(undefined);
  else if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.tagName === 'MARK') go(event.target.firstChild, 0);
});

// --- places ---

function go(node: Node | null, offset: number): void {
  const origin = node && origins.get(node);
  if (!origin) return;
  const block = flows.findIndex((flow) => flow.block === origin.block);
  if (block >= 0) vscode.postMessage({ type: 'go', place: { block, offset: origin.at + offset } });
}

function goToPoint(event: MouseEvent): void {
  const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
  if (caret) go(caret.startContainer, caret.startOffset);
}

paper.addEventListener('dblclick', goToPoint);
paper.addEventListener('click', (event) => {
  if (event.target instanceof HTMLElement && event.target.tagName === 'MARK') goToPoint(event);
});

/** All that is placed, page by page, in order. */
function* places(): Generator<{ readonly page: number; readonly top: number; readonly height: number; readonly place: Place }> {
  for (const [page, { placed }] of pages.entries()) {
    for (const { flow, item, top, again } of placed) {
      const atom = 'cells' in item ? item.cells.flat()[0]?.atoms[0] : item.atoms[0];
      if (!again) yield { page, top, height: item.height, place: { block: starts.get(flow) ?? 0, offset: atom?.at ?? 0 } };
    }
  }
}

/** Upper edge of the text of a page, in pixels of the scroller. */
const textTop = (page: number): number => {
  const text = shown[page]?.element;
  return text && sheet ? text.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop + sheet.top * PIXEL * zoomNow() : 0;
};

function scrollTo({ block, offset }: Place): void {
  let found: { readonly page: number; readonly top: number } | undefined;
  for (const each of places()) {
    if (each.place.block > block || (each.place.block === block && each.place.offset > offset && found)) break;
    found = each;
  }
  if (!found) return;
  quietUntil = performance.now() + QUIET;
  // The first line is seen with the head of its page.
  scroller.scrollTop = block === 0 && offset === 0 ? 0 : textTop(found.page) + found.top * PIXEL * zoomNow() - 8;
  ledTo = scroller.scrollTop;
}

/** What stands at the upper edge of the window. */
function topPlace(): Place | undefined {
  const zoom = zoomNow();
  const page = shown.findIndex((_, i) => i + 1 >= shown.length || textTop(i + 1) > scroller.scrollTop);
  if (page < 0) return undefined;
  const from = (scroller.scrollTop - textTop(page)) / (PIXEL * zoom);
  let last: Place | undefined;
  for (const each of places()) {
    if (each.page < page) continue;
    if (each.page > page) return last ?? each.place;
    last = each.place;
    if (each.top + each.height > from) return each.place;
  }
  return last;
}

let asked = false;
scroller.addEventListener('scroll', () => {
  // Where the text led is no answer to it; wherever else the pages are by now, the reader went.
  if (asked || (performance.now() < quietUntil && Math.abs(scroller.scrollTop - ledTo) < 2)) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    const place = topPlace();
    if (place) vscode.postMessage({ type: 'scrolled', place });
  });
});

vscode.postMessage({ type: 'ready' });
