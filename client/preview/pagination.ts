// Lines and rows put on pages: each page takes what fits between its margins, headings stay with what follows, notes stand at
// the foot of the page that refers to them, heads of tables are repeated. Must not know the DOM or break lines.

import type { Line } from './lines.ts';
import type { Block, Sheet } from './shapes.ts';

/** One row of a table; its cells' lines stand in the middle of its height. */
export interface Row {
  readonly cells: readonly (readonly Line[])[];
  readonly height: number;
}

/** A block with its lines broken. */
export interface Flow {
  readonly block: Block;
  readonly lines: readonly Line[];
  readonly rows: readonly Row[];
}

/** A line or a row at its place, in twentieths of a point from the upper edge of the text. */
export interface Placed {
  readonly flow: Flow;
  readonly item: Line | Row;
  readonly top: number;
  /** A row that stands there again as the head of what goes on. */
  readonly again?: true;
}

export interface Page {
  readonly placed: readonly Placed[];
  /** Notes at the foot, by their upper edge; empty where there are none. */
  readonly notes: readonly Placed[];
}

/** What must not be the last on its page. */
const KEPT: ReadonlySet<Block['kind']> = new Set(['title', 'heading', 'issuer', 'annex', 'annexTitle']);
/** The rule above the notes and the space around it. */
export const NOTE_RULE = 200;

const itemsOf = ({ lines, rows, block }: Flow): readonly (Line | Row)[] => (block.table ? rows : lines);

export function paginate(flows: readonly Flow[], { textHeight, line }: Sheet): readonly Page[] {
  const notes = new Map(flows.flatMap((flow) => (flow.block.kind === 'note' && flow.block.name !== undefined ? [[flow.block.name, flow] as const] : [])));
  const running = flows.filter(({ block }) => block.kind !== 'note');
  const pages: { placed: Placed[]; notes: Flow[] }[] = [{ placed: [], notes: [] }];
  const page = (): { placed: Placed[]; notes: Flow[] } => pages[pages.length - 1] as { placed: Placed[]; notes: Flow[] };
  const told = new Set<string>();
  let top = 0;
  let foot = 0; // height of the notes of this page

  const turn = (): void => {
    pages.push({ placed: [], notes: [] });
    top = foot = 0;
  };
  const newNotes = (item: Line | Row): readonly Flow[] => {
    const names = 'cells' in item ? item.cells.flat().flatMap((each) => each.notes) : item.notes;
    return [...new Set(names)].flatMap((name) => (told.has(name) ? [] : (notes.get(name) ?? [])));
  };
  const heightOf = (own: readonly Flow[]): number => own.reduce((sum, { lines }) => sum + lines.reduce((all, { height }) => all + height, 0), 0);
  const place = (flow: Flow, item: Line | Row): void => {
    const own = newNotes(item);
    const needed = own.length === 0 ? 0 : heightOf(own) + (foot === 0 ? NOTE_RULE : 0);
    if (top + item.height + foot + needed > textHeight && page().placed.length > 0) {
      turn();
      repeatHead(flow, item);
    }
    for (const note of own) {
      told.add(note.block.name ?? '');
      foot += heightOf([note]) + (foot === 0 ? NOTE_RULE : 0);
      page().notes.push(note);
    }
    page().placed.push({ flow, item, top });
    top += item.height;
  };
  const repeatHead = (flow: Flow, item: Line | Row): void => {
    const headers = flow.block.table?.headers ?? 0;
    if (!('cells' in item) || flow.rows.indexOf(item) < headers) return;
    for (const head of flow.rows.slice(0, headers)) {
      page().placed.push({ flow, item: head, top, again: true });
      top += head.height;
    }
  };

  running.forEach((flow, index) => {
    const { block } = flow;
    const gap = (block.gap ?? 0) * line;
    if (block.newPage && page().placed.length > 0) turn();
    // Blank lines at the top of a page that was turned by itself are left out, as Word does.
    const isTop = page().placed.length === 0 && index > 0 && !block.newPage;
    if (page().placed.length > 0 && top + gap + keptHeight(running, index, line) + foot > textHeight) turn();
    else if (!isTop) top += gap;
    for (const item of itemsOf(flow)) place(flow, item);
  });
  return pages.map(({ placed, notes: own }) => ({ placed, notes: placeNotes(own, textHeight) }));
}

/** Of a block with the one line of what must stand on the same page. */
function keptHeight(running: readonly Flow[], from: number, line: number): number {
  let height = 0;
  for (let i = from; i < running.length; i++) {
    const flow = running[i] as Flow;
    const items = itemsOf(flow);
    if (i > from) height += (flow.block.gap ?? 0) * line;
    if (!KEPT.has(flow.block.kind) || flow.block.newPage && i > from) return height + (items[0]?.height ?? 0);
    height += items.reduce((sum, item) => sum + item.height, 0);
  }
  return height;
}

function placeNotes(notes: readonly Flow[], textHeight: number): readonly Placed[] {
  const lines = notes.flatMap((flow) => flow.lines.map((item) => ({ flow, item })));
  let top = textHeight - lines.reduce((sum, { item }) => sum + item.height, 0);
  return lines.map(({ flow, item }) => {
    const placed = { flow, item, top };
    top += item.height;
    return placed;
  });
}
