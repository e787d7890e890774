// Lines joined to the paragraphs a reader sees. A line goes on with the one before it unless that one ended a
// sentence or a heading, or this one begins something new. Blank lines alone separate nothing: text from a PDF has
// one between every two lines, and page breaks cut sentences.
// Must not know parts or sections; which paragraph is a heading is only prepared here.

import type { Source } from '../text/source.ts';
import type { Marker } from '../text/numbering.ts';
import { readLines, type Line } from './lines.ts';
import { findTitle, type TitleLines } from './title.ts';

export interface Block {
  /** Source offsets of the first seen character of its first line and behind the last of its last line. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'title' | 'heading' | 'text' | 'row';
  readonly lines: number;
  readonly hashes: number;
  readonly bold: boolean;
  readonly marker: Marker | undefined;
  readonly width: number;
}

export interface Layout {
  readonly blocks: readonly Block[];
  readonly title: TitleLines | undefined;
  readonly wrapWidth: number | undefined;
}

const INNER_STOP = /[。；！？]/u;
/** A first line this much longer than any heading is running text, whatever it lacks. */
const LONGEST_HEADING = 45;

export function readParagraphs(source: Source): Layout {
  const { lines, wrapWidth } = readLines(source);
  const title = findTitle(source.text, lines);
  const blocks: Block[] = [];
  const sequence = new Sequence();
  let open: Line[] = [];
  let marker: Marker | undefined;

  const close = (): void => {
    const first = open[0];
    const last = open[open.length - 1];
    if (!first || !last) return;
    const standsAlone = first.hashes > 0 || (marker !== undefined && !INNER_STOP.test(source.text.slice(first.from, last.to)));
    blocks.push({
      start: first.from,
      end: last.to,
      kind: first.row ? 'row' : standsAlone ? 'heading' : 'text',
      lines: open.length,
      hashes: first.hashes,
      bold: first.bold,
      marker,
      width: open.reduce((sum, line) => sum + line.width, 0),
    });
    open = [];
    marker = undefined;
  };

  lines.forEach((line, index) => {
    if (title && index >= title.first && index <= title.last) {
      if (index === title.first) close();
      open.push(line);
      if (index === title.last) {
        const first = open[0] as Line;
        blocks.push({ start: first.from, end: line.to, kind: 'title', lines: open.length, hashes: first.hashes, bold: first.bold, marker: undefined, width: line.width });
        open = [];
      }
      return;
    }
    const previous = open[open.length - 1];
    const finished = !previous || previous.ending === 'sentence' || isClosedHeading(source.text, open, marker, wrapWidth);
    const begins = beginning(line, finished, sequence);
    if (previous && !begins && goesOn(source.text, open, marker, line, lines[index + 1], wrapWidth)) {
      open.push(line);
      return;
    }
    close();
    open.push(line);
    marker = begins ? line.marker : undefined;
    if (marker) sequence.take(marker);
  });
  close();
  return { blocks, title, wrapWidth };
}

/** The numbers last seen on each level. */
class Sequence {
  readonly #last: (number | undefined)[] = [];

  fits(marker: Marker): boolean {
    return marker.value === 1 ? marker.certain : marker.value === (this.#last[marker.level] ?? 0) + 1;
  }

  take(marker: Marker): void {
    this.#last[marker.level] = marker.value;
    this.#last.length = marker.level + 1;
  }
}

/** Whether the line begins something by its own look; inside a sentence only what continues the numbering does. */
function beginning(line: Line, finished: boolean, sequence: Sequence): boolean {
  if (line.hashes > 0 || line.row) return true;
  if (!line.marker) return line.bold && finished;
  if (!line.marker.certain || !finished) return sequence.fits(line.marker);
  return true;
}

/** A heading alone on its line needs no mark at its end to be finished. */
function isClosedHeading(text: string, open: readonly Line[], marker: Marker | undefined, wrapWidth: number | undefined): boolean {
  const first = open[0] as Line;
  const last = open[open.length - 1] as Line;
  if (first.hashes > 0 || first.row) return true;
  if (INNER_STOP.test(text.slice(first.from, last.to))) return false;
  if (last.ending === 'clause') return false;
  if (wrapWidth !== undefined) return marker !== undefined && last.width < wrapWidth - 3;
  return open.length === 1 && first.width <= LONGEST_HEADING;
}

function goesOn(text: string, open: readonly Line[], marker: Marker | undefined, line: Line, next: Line | undefined, wrapWidth: number | undefined): boolean {
  const first = open[0] as Line;
  const previous = open[open.length - 1] as Line;
  if (first.hashes > 0 || first.row || previous.ending === 'sentence') return false;
  if (previous.ending === 'clause') return true;
  const running = INNER_STOP.test(text.slice(first.from, previous.to));
  if (wrapWidth === undefined) return running || first.width > LONGEST_HEADING;
  if (running || marker === undefined) return previous.width >= wrapWidth / 2;
  return headingGoesOn(text, open, line, next, wrapWidth);
}

/**
 * A numbered heading that fills its line in hard-wrapped text. It goes on if the next line is a short remainder
 * with nothing behind it that belongs to it, or soon ends the heading sentence of a run-in heading.
 */
function headingGoesOn(text: string, open: readonly Line[], line: Line, next: Line | undefined, wrapWidth: number): boolean {
  const previous = open[open.length - 1] as Line;
  if (open.length > 1 || previous.width < wrapWidth - 3) return false;
  if (line.ending === 'open' && line.width < wrapWidth * 0.7) return next !== undefined;
  const stop = text.slice(line.from, line.to).search(INNER_STOP);
  return stop >= 0 && stop < 12 && previous.width + stop <= LONGEST_HEADING;
}
