// Lines joined to the paragraphs a reader sees. A line goes on with the one before it unless that one ended a
// sentence or a heading, or this one begins something new. Blank lines alone separate nothing: text from a PDF has
// one between every two lines, and page breaks cut sentences.
// Must not know parts or sections; which paragraph is a heading is only prepared here.

import { HEADING_REST } from '../domain/marks.ts';
import type { Source } from '../text/source.ts';
import type { Marker } from '../text/numbering.ts';
import { areHalves, isWhole } from './halves.ts';
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
}

export interface Layout {
  readonly blocks: readonly Block[];
  readonly title: TitleLines | undefined;
  readonly lines: readonly Line[];
  readonly wrapWidth: number | undefined;
}

/** A first line this much longer than any heading is running text, whatever it lacks. */
const LONGEST_HEADING = 45;
/** What a reference ends in when the number it names stands on the next line: 第三条第⏎（二）项. */
const REFERENCE = /[第条款项及和与]$/u;

/** The paragraph being joined. */
interface Open {
  readonly lines: Line[];
  readonly marker: Marker | undefined;
  /** It holds a 。；！？ already, so it is running text and no heading. */
  running: boolean;
}

export function readParagraphs(source: Source): Layout {
  const { lines, wrapWidth } = readLines(source);
  const title = findTitle(source.text, lines);
  const blocks: Block[] = [];
  const sequence = new Sequence();
  let open: Open | undefined;

  const close = (kind?: Block['kind']): void => {
    const first = open?.lines[0];
    const last = open?.lines[open.lines.length - 1];
    if (open && first && last) {
      const standsAlone = first.hashes > 0 || (open.marker !== undefined && !open.running);
      blocks.push({
        start: first.from,
        end: last.to,
        kind: kind ?? (first.row ? 'row' : standsAlone ? 'heading' : 'text'),
        lines: open.lines.length,
        hashes: first.hashes,
        bold: first.bold,
        marker: open.marker,
      });
    }
    open = undefined;
  };
  const add = (line: Line): void => {
    if (!open) return;
    open.lines.push(line);
    open.running ||= line.stop !== undefined;
  };

  lines.forEach((line, index) => {
    if (title && index >= title.first && index <= title.last) {
      if (index === title.first) {
        close();
        open = { lines: [], marker: undefined, running: false };
      }
      add(line);
      if (index === title.last) close('title');
      return;
    }
    const begins = beginning(source.text, line, open, sequence, wrapWidth);
    if (open && !begins && goesOn(source.text, open, line, lines[index + 1], wrapWidth)) {
      add(line);
      return;
    }
    close();
    const marker = begins ? line.marker : undefined;
    open = { lines: [], marker, running: false };
    add(line);
    if (marker) sequence.take(marker);
  });
  close();
  return { blocks, title, lines, wrapWidth };
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
function beginning(text: string, line: Line, open: Open | undefined, sequence: Sequence, wrapWidth: number | undefined): boolean {
  if (line.hashes > 0 || line.row) return true;
  const previous = open?.lines[open.lines.length - 1];
  const finished = !open || !previous || previous.ending === 'sentence' || isClosedHeading(open, wrapWidth);
  if (!line.marker) return line.bold && finished;
  // 第一部分 begins sentences as well: only a short line of its own is a heading.
  if (line.marker.level === 0) return finished && line.stop === undefined && line.ending === 'open' && line.width <= LONGEST_HEADING;
  if (finished) return line.marker.certain || sequence.fits(line.marker);
  if (REFERENCE.test(text.slice(previous.from, previous.to))) return false;
  // In hard-wrapped text a full line in mid-sentence runs on, whatever the next one begins with.
  if (wrapWidth !== undefined && previous.width >= wrapWidth - 2 && (open.running || previous.ending === 'clause')) return false;
  return sequence.fits(line.marker);
}

/** 第一部分 on a line of its own, its title on the next. */
const standsWithoutTitle = ({ lines, marker }: Open): boolean => marker?.level === 0 && lines.length === 1 && marker.end === lines[0]?.to;

/** A heading alone on its line needs no mark at its end to be finished. */
function isClosedHeading(open: Open, wrapWidth: number | undefined): boolean {
  const first = open.lines[0] as Line;
  const last = open.lines[open.lines.length - 1] as Line;
  if (first.hashes > 0 || first.row) return true;
  if (open.running || last.ending === 'clause') return false;
  if (wrapWidth !== undefined) return open.marker !== undefined && last.width < wrapWidth - 3;
  return open.lines.length === 1 && first.width <= LONGEST_HEADING;
}

function goesOn(text: string, open: Open, line: Line, next: Line | undefined, wrapWidth: number | undefined): boolean {
  const first = open.lines[0] as Line;
  const previous = open.lines[open.lines.length - 1] as Line;
  if (first.hashes > 0 || first.row || previous.ending === 'sentence') return false;
  if (standsWithoutTitle(open)) return line.marker === undefined && line.stop === undefined && line.ending === 'open' && line.width <= LONGEST_HEADING;
  if (previous.ending === 'clause') return true;
  if (open.marker && !open.running && IS_REST.test(text.slice(line.from, line.to)) && line.bold === first.bold) return next !== undefined;
  if (wrapWidth === undefined) return open.running || first.width > LONGEST_HEADING ? !endsWhole(text, open, line) : isHalf(text, open, line);
  if (open.running || open.marker === undefined) return previous.width >= wrapWidth / 2;
  return headingGoesOn(open, line, next, wrapWidth);
}

const IS_REST = new RegExp(HEADING_REST, 'u');
/** A shorter line may be a cell or a name. */
const SHORTEST_HALF = 10;

/** Whether a short line and the next are one sentence, cut by the end of a page; heading and text look the same otherwise. */
function isHalf(text: string, { lines, marker }: Open, line: Line): boolean {
  const [first] = lines;
  const width = lines.reduce((sum, each) => sum + each.width, 0);
  if (!first || marker || first.bold || first.bullet || width < SHORTEST_HALF) return false;
  if (line.bullet || line.bold) return false;
  return areHalves(textOf(text, lines), text.slice(line.from, line.to));
}

/** Running text that goes on with a line of its own kind, unless it is whole without a stop. */
const endsWhole = (text: string, { lines }: Open, line: Line): boolean => {
  const before = textOf(text, lines);
  return isWhole(before) && !areHalves(before, text.slice(line.from, line.to));
};

/** Farther back nothing tells whether a sentence goes on; a paragraph may have a line for every character. */
const LINES_BACK = 4;

const textOf = (text: string, lines: readonly Line[]): string => lines.slice(-LINES_BACK).map(({ from, to }) => text.slice(from, to)).join('');

/**
 * A numbered heading that fills its line in hard-wrapped text. It goes on if the next line is a short remainder
 * with text behind it, or soon ends the heading sentence of a run-in heading.
 */
function headingGoesOn(open: Open, line: Line, next: Line | undefined, wrapWidth: number): boolean {
  const previous = open.lines[open.lines.length - 1] as Line;
  if (open.lines.length > 1 || previous.width < wrapWidth - 3) return false;
  if (line.ending === 'open' && line.stop === undefined && line.width < wrapWidth - 3) return next !== undefined;
  return line.stop !== undefined && line.stop < 12 && previous.width + line.stop <= LONGEST_HEADING;
}
