// The physical lines of a source, each classified by its own characters alone, and the shape of the page.
// Must not know paragraphs or headings: what a line means in its surroundings is for paragraphs.ts.

import { isBlank, isInvisible, oneOf } from '../text/characters.ts';
import { contentStart, isPageNumber } from '../text/flow.ts';
import { readMarker, type Marker } from '../text/numbering.ts';
import { lineEnd, type Source } from '../text/source.ts';

export interface Line {
  /** Source offsets; `end` is before the line break. */
  readonly start: number;
  readonly end: number;
  /** First and behind-the-last character that a reader sees, without blanks and Markdown marks. */
  readonly from: number;
  readonly to: number;
  /** Number of Markdown `#`. */
  readonly hashes: number;
  readonly bold: boolean;
  readonly row: boolean;
  readonly marker: Marker | undefined;
  /** Length as printed: a full-width character counts 1, a half-width one a half. */
  readonly width: number;
  readonly ending: 'sentence' | 'clause' | 'open';
  /** Characters before its first 。；！？; undefined where it has none. */
  readonly stop: number | undefined;
  /** Whether it begins with a Markdown list bullet. */
  readonly bullet: boolean;
}

export interface Lines {
  /** Lines that carry text: no blank ones, page numbers, rules, front matter or comments. */
  readonly lines: readonly Line[];
  /** Usual width of a full line where the text is hard-wrapped, as pasted from a PDF. */
  readonly wrapWidth: number | undefined;
}

const isUnseen = (c: number): boolean => isBlank(c) || isInvisible(c);
const isSentenceMark = oneOf('。！？：；!?:;…');
const isClauseMark = oneOf('，,、（(《“');
const isInnerStop = oneOf('。；！？');
const isCloser = oneOf('”’"』」）)》〉】]*_①②③④⑤⑥⑦⑧⑨⑩¹²³');
const isEmphasis = oneOf('*_');
const isOpeningBracket = oneOf('（([〔【');
const isClosingBracket = oneOf('）)]〕】');
const isBullet = oneOf('-+*');
const TAB = 9;
const HASH = 35;
const STAR = 42;

export function readLines(source: Source): Lines {
  const { text } = source;
  const lines: Line[] = [];
  let inComment = false;
  for (let n = frontMatterEnd(source); n < source.lineStarts.length; n++) {
    const start = source.lineStarts[n] as number;
    const end = lineEnd(source, n);
    if (inComment) {
      inComment = !text.slice(start, end).includes('-->');
      continue;
    }
    const layout = layoutOf(text, start, end);
    inComment = layout === 'comment opens';
    if (layout) continue;
    const line = readLine(text, start, end);
    if (line) lines.push(line);
  }
  return { lines, wrapWidth: wrapWidthOf(lines) };
}

function readLine(text: string, start: number, end: number): Line | undefined {
  let first = start;
  while (first < end && isUnseen(text.charCodeAt(first))) first++;
  let to = end;
  while (to > first && isUnseen(text.charCodeAt(to - 1))) to--;
  if (first === to) return undefined;
  const from = contentStart(text, first, to);
  let hashes = 0;
  while (text.charCodeAt(first + hashes) === HASH) hashes++;
  if (hashes > 0 && from === first) hashes = 0;
  let seen = to;
  while (seen > from && text.charCodeAt(seen - 1) === STAR) seen--;
  const { wide, stop, tab } = scan(text, from, seen);
  // What stands in a Markdown quotation has the numbers of its source.
  const marker = text[first] === '>' ? undefined : readMarker(text, from);
  return {
    start,
    end,
    from,
    to: seen,
    hashes: hashes > 6 ? 0 : hashes,
    bold: from >= first + 2 && text.startsWith('**', from - 2),
    // A tab behind the number is what an automatic one leaves, and parts no cells.
    row: text[first] === '|' || (tab >= from && tab >= (marker && !isCell(marker.text) ? behindBlanks(text, marker.end, to) : from)),
    marker,
    width: wide + (seen - from - wide) / 2,
    ending: endingOf(text, from, to),
    stop: stop < 0 ? undefined : stop - from,
    bullet: isBullet(text.charCodeAt(first)) && !text.startsWith('**', first),
  };
}

/** One walk over a line: its full-width characters, the offset of its first 。 or the like and of its last tab, -1 where it has none. */
function scan(text: string, from: number, to: number): { readonly wide: number; readonly stop: number; readonly tab: number } {
  let wide = 0;
  let stop = -1;
  let tab = -1;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x100) {
      wide++;
      if (stop < 0 && isInnerStop(c)) stop = i;
    } else if (c === TAB) tab = i;
  }
  return { wide, stop, tab };
}

function layoutOf(text: string, start: number, end: number): 'blank' | 'comment' | 'comment opens' | 'mark' | undefined {
  let i = start;
  while (i < end && isUnseen(text.charCodeAt(i))) i++;
  if (i === end) return 'blank';
  const c = text[i];
  if (c === '<' && text.startsWith('<!--', i)) {
    const rest = text.slice(i, end).trimEnd();
    return rest.endsWith('-->') ? 'comment' : rest.includes('-->') ? undefined : 'comment opens';
  }
  if (isPageNumber(text, start, end)) return 'mark';
  // The line between two paragraphs of a Markdown quotation.
  if (c === '>' && text.slice(i, end).trim() === '>') return 'mark';
  const isRule = (c === '-' || c === '—' || c === '–' || c === '－') && /^[-—–－][-—–－ ]{2,}$/u.test(text.slice(i, end).trimEnd());
  return isRule ? 'mark' : undefined;
}

/** Number of lines that a leading `---` … `---` block takes. */
function frontMatterEnd(source: Source): number {
  if (!source.text.startsWith('---') || source.text.slice(0, lineEnd(source, 0)).trim() !== '---') return 0;
  for (let n = 1; n < Math.min(source.lineStarts.length, 40); n++) {
    if (source.text.slice(source.lineStarts[n], lineEnd(source, n)).trim() === '---') return n + 1;
  }
  return 0;
}

/** 1. and （1） may be cells of a first column; 一、 and （一） are not. */
const isCell = (marker: string): boolean => /[0-9０-９]/u.test(marker);

function behindBlanks(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && isUnseen(text.charCodeAt(i))) i++;
  return i;
}

function endingOf(text: string, from: number, to: number): Line['ending'] {
  let i = to;
  while (i > from && isCloser(text.charCodeAt(i - 1))) i--;
  if ((i > 0 && isSentenceMark(text.charCodeAt(i - 1))) || endsInRemark(text, from, to)) return 'sentence';
  return isClauseMark(text.charCodeAt(to - 1)) ? 'clause' : 'open';
}

/** 。（责任单位：司法所） and 。[1]: what stands in brackets behind a sentence leaves it ended. */
function endsInRemark(text: string, from: number, to: number): boolean {
  let end = to;
  while (end > from && isEmphasis(text.charCodeAt(end - 1))) end--;
  if (end === from || !isClosingBracket(text.charCodeAt(end - 1))) return false;
  let depth = 0;
  for (let i = end - 1; i > from; i--) {
    const c = text.charCodeAt(i);
    if (isClosingBracket(c)) depth++;
    else if (isOpeningBracket(c) && --depth === 0) {
      let before = i;
      while (before > from && (isCloser(text.charCodeAt(before - 1)) || isUnseen(text.charCodeAt(before - 1)))) before--;
      return before > from && isSentenceMark(text.charCodeAt(before - 1));
    }
  }
  return false;
}

/**
 * A text is hard-wrapped where many lines stop in mid-sentence and nearly all of those at the same right margin.
 * The official page holds 28 characters a line; other grids are as regular. A first line may be indented by two.
 */
function wrapWidthOf(lines: readonly Line[]): number | undefined {
  const running = lines.filter((line) => line.hashes === 0 && !line.row && !line.marker);
  const widths = running.filter((line) => line.ending !== 'sentence').map((line) => line.width).sort((a, b) => a - b);
  if (widths.length < 6 || widths.length < running.length * 0.35) return undefined;
  const margin = widths[Math.floor(widths.length * 0.8)] ?? 0;
  if (margin < 14 || margin > 80) return undefined;
  const full = widths.filter((width) => width >= margin - 4 && width <= margin + 2).length;
  return full >= widths.length * 0.6 ? margin : undefined;
}
