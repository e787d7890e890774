// Comments in the margin of a Word document: a copy of it with some added at the characters they are about. The parts that this
// touches are edited as text, so that whatever else is in them stays; all other entries keep their bytes. Must not know what the
// comments say, nor a clock.

import type { Span } from '../core/index.ts';
import { Budget } from './read/limits.ts';
import { openDocument, type Part, type Parts } from './read/package.ts';
import type { Origin, Place, WordText } from './read/text.ts';
import { child, readXml, type Element } from './read/xml.ts';
import { Archive } from './read/zip.ts';
import { repacked } from './repack.ts';
import { DECLARATION, el, escaped } from './xml.ts';

/** Its place is one in the text that was imported of the document. */
export interface Comment extends Span {
  readonly paragraphs: readonly string[];
}

export interface Signature {
  readonly author: string;
  readonly initials: string;
  /** `2025-03-01T09:30:00Z`; Word takes it for the local time. */
  readonly date: string;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const NAMESPACE = /xmlns(?::([\w.-]+))?\s*=\s*["'](http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/gu;

/**
 * `word` is what was imported of these bytes. A comment on what was made in importing (a number) is put to its paragraph; one in a
 * text box, a formula or a note to what in the body holds it, since Word has no comments inside those.
 * @throws WordRefusal
 */
export function annotateWord(bytes: Uint8Array, word: WordText, comments: readonly Comment[], signature: Signature): Uint8Array {
  const budget = new Budget();
  const parts = openDocument(bytes, budget);
  if (comments.length === 0) return bytes.slice();
  const files = new Files(new Archive(bytes), budget);
  const document = files.read(parts.name) as Text;
  const { used, paths, references } = survey(parts);
  const anchors = new Anchors(document.xml, word, parts, paths, references);
  const first = Math.max(-1, ...used, ...idsIn(parts.comments)) + 1;
  const insertions = new Insertions(document.xml);
  const mark = markUp(document.xml);
  comments.forEach((comment, i) => {
    const { start, end } = anchors.of(comment);
    const id = first + i;
    insertions.add(start, 'starts', mark('commentRangeStart', id));
    insertions.add(end, 'ends', mark('commentRangeEnd', id) + mark('r', undefined, mark('commentReference', id)));
  });
  const folder = parts.name.slice(0, parts.name.lastIndexOf('/') + 1);
  const name = parts.comments?.name ?? `${folder}comments.xml`;
  const changes = new Map([[parts.name, document.encode(insertions.applied())]]);
  const written = comments.map(({ paragraphs }, i) => ({ id: first + i, paragraphs }));
  changes.set(name, commentsPart(files.read(name), document.xml, written, signature));
  const relations = `${folder}_rels/${parts.name.slice(folder.length)}.rels`;
  const related = withRelation(files.read(relations), folder, name, document.xml);
  if (related) changes.set(relations, related);
  const typed = withType(files.read('[Content_Types].xml'), name);
  if (typed) changes.set('[Content_Types].xml', typed);
  return repacked(bytes, changes);
}

/** A part as text, in the encoding it came in. */
interface Text {
  readonly xml: string;
  readonly root: Element;
  readonly encode: (xml: string) => Uint8Array;
}

class Files {
  readonly #archive: Archive;
  readonly #budget: Budget;

  constructor(archive: Archive, budget: Budget) {
    this.#archive = archive;
    this.#budget = budget;
  }

  read(name: string): Text | undefined {
    const pieces = this.#archive.read(name, this.#budget);
    if (!pieces) return undefined;
    const all = [...pieces];
    const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
    all.reduce((at, piece) => (bytes.set(piece, at), at + piece.length), 0);
    const [encoding, unit] = bytes[0] === 0xff ? (['utf-16le', true] as const) : bytes[0] === 0xfe ? (['utf-16be', false] as const) : (['utf-8', undefined] as const);
    const hasMark = unit === undefined ? bytes[0] === 0xef : true;
    return {
      xml: new TextDecoder(encoding).decode(bytes),
      root: readXml([bytes], this.#budget),
      encode: (xml) => {
        const text = hasMark ? `\ufeff${xml}` : xml;
        if (unit === undefined) return new TextEncoder().encode(text);
        const view = new DataView(new ArrayBuffer(2 * text.length));
        for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), unit);
        return new Uint8Array(view.buffer);
      },
    };
  }
}

/** From the root down to the element. */
type Path = readonly Element[];

const keyOf = (name: string, nth: number): string => `${name} ${nth}`;
const PIECES = new Set(['w:t', 'w:tab', 'w:ptab', 'w:br', 'w:cr', 'w:noBreakHyphen', 'w:sym', 'm:t']);

/** One walk over the body: ids of comments that are used, the pieces of text, the marks of notes. */
function survey({ document }: Parts): { readonly used: readonly number[]; readonly paths: ReadonlyMap<string, Path>; readonly references: ReadonlyMap<string, Path> } {
  const used: number[] = [];
  const paths = new Map<string, Path>();
  const references = new Map<string, Path>();
  const open: Element[] = [];
  const visit = (element: Element): void => {
    open.push(element);
    const { name, attributes, nth } = element;
    if (PIECES.has(name)) paths.set(keyOf(name, nth), [...open]);
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') references.set(`${name} ${attributes['w:id'] ?? ''}`, [...open]);
    else if (name.startsWith('w:comment')) used.push(Number(attributes['w:id']) || 0);
    element.children.forEach(visit);
    open.pop();
  };
  visit(document);
  return { used, paths, references };
}

const idsIn = (comments: Part | undefined): readonly number[] => (comments?.root.children ?? []).map(({ attributes }) => Number(attributes['w:id']) || 0);

/** Where markup can be put in: between elements, or inside a run, which is then cut in two. */
interface Point {
  /** Offset into the text of the part. */
  readonly at: number;
  readonly run?: Element;
  /** The text in which the run is cut. */
  readonly piece?: Element;
}

/** What only groups runs; others hold something of their own. */
const GROUPS = new Set(['w:ins', 'w:moveTo', 'w:hyperlink', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:fldSimple', 'w:dir', 'w:bdo', 'w:customXml']);

/** A piece of text in the body: its paragraph there, and the element of this paragraph that holds it. */
interface Spot {
  readonly paragraph: Element;
  /** Of the paragraph. */
  readonly parent: Element | undefined;
  readonly leaf: Element;
  /** Where the leaf is its run, so that it can be cut. */
  readonly piece: Element | undefined;
}

class Anchors {
  readonly #xml: string;
  readonly #word: WordText;
  readonly #parts: Parts;
  readonly #paths: ReadonlyMap<string, Path>;
  readonly #references: ReadonlyMap<string, Path>;

  constructor(xml: string, word: WordText, parts: Parts, paths: ReadonlyMap<string, Path>, references: ReadonlyMap<string, Path>) {
    this.#xml = xml;
    this.#word = word;
    this.#parts = parts;
    this.#paths = paths;
    this.#references = references;
  }

  /** Where a comment begins and ends. */
  of(span: Span): { readonly start: Point; readonly end: Point } {
    const inside = this.#between(span.start, span.end);
    const own = inside.flatMap((origin) => this.#located(origin) ?? []);
    const [from] = own;
    if (!from) return this.#around(span);
    const to = own.findLast(({ spot }) => spot.paragraph === from.spot.paragraph || spot.parent === from.spot.parent) ?? from;
    return {
      start: this.#point(from.spot, from.place.offset + Math.max(0, span.start - from.origin.start), 'start'),
      end: this.#point(to.spot, to.place.offset + Math.min(span.end, to.origin.end) - to.origin.start, 'end'),
    };
  }

  /** Origins that overlap a stretch. */
  #between(start: number, end: number): readonly Origin[] {
    const { origins } = this.#word;
    let [low, high] = [0, origins.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((origins[middle] as Origin).end <= start) low = middle + 1;
      else high = middle;
    }
    const found: Origin[] = [];
    for (let i = low; i < origins.length && (origins[i] as Origin).start < end; i++) found.push(origins[i] as Origin);
    return found;
  }

  #located(origin: Origin): { readonly origin: Origin; readonly place: Place; readonly spot: Spot } | undefined {
    const { place } = origin;
    const path = place.part === this.#parts.name ? this.#paths.get(keyOf(place.piece, place.nth)) : this.#noteOf(place);
    const spot = path && spotOf(path);
    return spot && { origin, place, spot };
  }

  /** The mark in the body of the note that holds a place. */
  #noteOf(place: Place): Path | undefined {
    for (const [kind, part] of [['footnote', this.#parts.footnotes], ['endnote', this.#parts.endnotes]] as const) {
      if (part?.name !== place.part) continue;
      const note = part.root.children.find((each) => holds(each, place.paragraph));
      if (note) return this.#references.get(`w:${kind}Reference ${note.attributes['w:id'] ?? ''}`);
    }
    return undefined;
  }

  /** The paragraph whose text stands on the same line, else the next one, else the one before. */
  #around({ start }: Span): { readonly start: Point; readonly end: Point } {
    const { text, origins } = this.#word;
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = text.indexOf('\n', start);
    const near = [...this.#between(from, lineEnd < 0 ? text.length : lineEnd), ...this.#between(start, text.length).slice(0, 1), ...origins.slice(-1)];
    const spot = near.map((origin) => this.#located(origin)?.spot).find((each) => each !== undefined);
    const paragraph = spot?.paragraph;
    if (!paragraph) return { start: this.#bodyStart(), end: this.#bodyStart() };
    return { start: { at: child(paragraph, 'w:pPr')?.end ?? tagEnd(this.#xml, paragraph.start) }, end: { at: this.#xml.lastIndexOf('</', paragraph.end - 1) } };
  }

  /** A text all of whose words were made stands in no paragraph of the body that could be named. */
  #bodyStart(): Point {
    return { at: tagEnd(this.#xml, (child(this.#parts.document, 'w:body') ?? this.#parts.document).start) };
  }

  #point({ leaf, piece }: Spot, offset: number, side: 'start' | 'end'): Point {
    if (!piece) return { at: side === 'start' ? leaf.start : leaf.end };
    if (piece.name === 'w:t' && offset > 0 && offset < piece.text.length) return { at: rawOffset(this.#xml, piece, offset), run: leaf, piece };
    const at = offset <= 0 ? piece.start : piece.end;
    const content = leaf.children.filter(({ name }) => name !== 'w:rPr');
    if (at === content[0]?.start) return { at: leaf.start };
    if (at === content.at(-1)?.end) return { at: leaf.end };
    return { at, run: leaf };
  }
}

const holds = (element: Element, paragraph: number): boolean => (element.name === 'w:p' && element.nth === paragraph) || element.children.some((each) => holds(each, paragraph));

function spotOf(path: Path): Spot | undefined {
  const at = path.findIndex(({ name }) => name === 'w:p');
  let next = at + 1;
  while (GROUPS.has(path[next]?.name ?? '')) next++;
  const [paragraph, leaf] = [path[at], path[next]];
  if (at < 0 || !paragraph || !leaf) return undefined;
  const isCuttable = leaf.name === 'w:r' && next === path.length - 2 && PIECES.has(path[next + 1]?.name ?? '');
  return { paragraph, parent: path[at - 1], leaf, piece: isCuttable ? path[next + 1] : undefined };
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is put in, by where; of one place, what ends there comes before what starts. */
class Insertions {
  readonly #xml: string;
  readonly #points = new Map<number, { readonly point: Point; readonly starts: string[]; readonly ends: string[] }>();

  constructor(xml: string) {
    this.#xml = xml;
  }

  add(point: Point, side: 'starts' | 'ends', markup: string): void {
    const known = this.#points.get(point.at) ?? { point, starts: [], ends: [] };
    known[side].push(markup);
    this.#points.set(point.at, known);
  }

  applied(): string {
    const xml = this.#xml;
    const cut = new Map<Element, Point[]>();
    const edits: Edit[] = [];
    for (const { point, starts, ends } of this.#points.values()) {
      edits.push({ start: point.at, end: point.at, text: this.#parted(point, [...ends, ...starts].join('')) });
      if (point.piece) cut.set(point.piece, [...(cut.get(point.piece) ?? []), point]);
    }
    for (const piece of cut.keys()) edits.push(...spaceKept(xml, piece));
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end, text } of edits.sort((a, b) => a.start - b.start || a.end - b.end)) {
      pieces.push(xml.slice(at, start), text);
      at = end;
    }
    return pieces.join('') + xml.slice(at);
  }

  /** Inside a run the markup stands between its two halves, which look alike. */
  #parted({ at, run, piece }: Point, markup: string): string {
    if (!run) return markup;
    const xml = this.#xml;
    const look = child(run, 'w:rPr');
    const [open, close] = [xml.slice(run.start, tagEnd(xml, run.start)) + (look ? xml.slice(look.start, look.end) : ''), `</${rawName(xml, run.start)}>`];
    if (!piece) return close + markup + open;
    const isCdata = inCdata(xml, tagEnd(xml, piece.start), at);
    const [before, behind] = isCdata ? [']]>', '<![CDATA['] : ['', ''];
    return `${before}</${rawName(xml, piece.start)}>${close}${markup}${open}${withSpace(xml, piece)}${behind}`;
  }
}

/** Behind the `>` of the tag that opens at an offset. */
function tagEnd(xml: string, at: number): number {
  let quote = '';
  for (let i = at; i < xml.length; i++) {
    const c = xml[i] as string;
    if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === '\'') quote = c;
    else if (c === '>') return i + 1;
  }
  return xml.length;
}

const rawName = (xml: string, at: number): string => /^<([^\s/>]+)/u.exec(xml.slice(at, at + 200))?.[1] ?? '';

/** The opening tag of a text, told to keep its blanks. */
function withSpace(xml: string, piece: Element): string {
  const tag = xml.slice(piece.start, tagEnd(xml, piece.start));
  return piece.attributes['xml:space'] === 'preserve' ? tag : tag.replace(/\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/u, '').replace(/^<[^\s/>]+/u, '$& xml:space="preserve"');
}

/** A text that is cut must keep the blanks at the cut; those at its ends, which Word did not show, go. */
function spaceKept(xml: string, piece: Element): readonly Edit[] {
  if (piece.attributes['xml:space'] === 'preserve') return [];
  const open = tagEnd(xml, piece.start);
  const close = xml.lastIndexOf('</', piece.end - 1);
  const [lead, trail] = [/^\s*/u.exec(piece.text)?.[0].length ?? 0, piece.text.length - piece.text.trimEnd().length];
  // Blanks of Chinese are shown.
  const isPlain = (text: string): boolean => /^[ \t\r\n]*$/u.test(text);
  const edits: Edit[] = [{ start: piece.start, end: open, text: withSpace(xml, piece) }];
  if (lead > 0 && isPlain(xml.slice(open, open + lead))) edits.push({ start: open, end: open + lead, text: '' });
  if (trail > 0 && isPlain(xml.slice(close - trail, close))) edits.push({ start: close - trail, end: close, text: '' });
  return edits;
}

const CDATA = '<![CDATA[';

/** Where the character at `offset` of the data of an element stands: entities and line breaks of two characters are one. */
function rawOffset(xml: string, piece: Element, offset: number): number {
  let at = tagEnd(xml, piece.start);
  let left = offset;
  let isCdata = false;
  for (;;) {
    if (isCdata && xml.startsWith(']]>', at)) {
      isCdata = false;
      at += 3;
    } else if (!isCdata && xml.startsWith(CDATA, at)) {
      isCdata = true;
      at += CDATA.length;
    } else if (!isCdata && xml.startsWith('<!--', at)) at = xml.indexOf('-->', at) + 3;
    else if (!isCdata && xml.startsWith('<?', at)) at = xml.indexOf('?>', at) + 2;
    else if (left === 0) return at;
    else if (!isCdata && xml[at] === '&') {
      const end = xml.indexOf(';', at) + 1;
      const code = /^&#(x?)([0-9a-f]+);$/iu.exec(xml.slice(at, end));
      left -= code && Number.parseInt(code[2] as string, code[1] === '' ? 10 : 16) > 0xffff ? 2 : 1;
      at = end;
    } else {
      at += xml.startsWith('\r\n', at) ? 2 : 1;
      left--;
    }
    if (left < 0 || at >= piece.end) return xml.lastIndexOf('</', piece.end - 1);
  }
}

const inCdata = (xml: string, from: number, at: number): boolean => xml.lastIndexOf(CDATA, at - 1) >= from && xml.lastIndexOf(CDATA, at - 1) > xml.lastIndexOf(']]>', at - 1);

/** Writes elements that the document understands, whatever it calls their namespace. */
function markUp(xml: string): (name: string, id: number | undefined, content?: string) => string {
  const { uri, isUsual } = namespaceOf(xml);
  return (name, id, content = '') => el(`w:${name}`, { 'xmlns:w': isUsual ? undefined : uri, 'w:id': id }, content);
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** As the root has it; usual under the prefix w. */
function namespaceOf(xml: string): { readonly uri: string; readonly isUsual: boolean } {
  const root = rootTag(xml);
  const all = [...root.matchAll(NAMESPACE)];
  return { uri: all[0]?.[2] ?? TRANSITIONAL, isUsual: all.some(([, prefix]) => prefix === 'w') };
}

function rootTag(xml: string): string {
  const at = xml.search(/<[^?!]/u);
  return at < 0 ? '' : xml.slice(at, tagEnd(xml, at));
}

/** With more inside the root, behind all that is there. */
function within({ xml, root, encode }: Text, content: string): Uint8Array {
  const open = tagEnd(xml, root.start);
  if (xml[open - 2] === '/') return encode(`${xml.slice(0, open - 2)}>${content}</${rawName(xml, root.start)}>${xml.slice(open)}`);
  const close = xml.lastIndexOf('</', root.end - 1);
  return encode(xml.slice(0, close) + content + xml.slice(close));
}

function commentsPart(known: Text | undefined, document: string, comments: readonly { readonly id: number; readonly paragraphs: readonly string[] }[], { author, initials, date }: Signature): Uint8Array {
  const { uri, isUsual } = namespaceOf(known?.xml ?? '');
  const declared = known ? (isUsual ? undefined : uri) : undefined;
  const content = comments.map(({ id, paragraphs }) =>
    el('w:comment', { 'xmlns:w': declared, 'w:id': id, 'w:author': author, 'w:date': date, 'w:initials': initials },
      ...paragraphs.map((text) => el('w:p', {}, el('w:r', {}, `<w:t xml:space="preserve">${escaped(text)}</w:t>`))))).join('');
  if (known) return within(known, content);
  return new TextEncoder().encode(DECLARATION + el('w:comments', { 'xmlns:w': namespaceOf(document).uri }, content));
}

/** Undefined where the document has a relationship to its comments. */
function withRelation(relations: Text | undefined, folder: string, name: string, document: string): Uint8Array | undefined {
  const all = relations?.root.children ?? [];
  if (all.some(({ attributes }) => attributes['Type']?.endsWith('/comments'))) return undefined;
  const ids = new Set(all.map(({ attributes }) => attributes['Id']));
  let n = 1;
  while (ids.has(`rIdComments${n}`)) n++;
  const office = namespaceOf(document).uri === TRANSITIONAL ? 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' : 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const relation = el('Relationship', { xmlns: `${PACKAGE}/relationships`, Id: `rIdComments${n}`, Type: `${office}/comments`, Target: name.slice(folder.length) });
  return relations ? within(relations, relation) : new TextEncoder().encode(DECLARATION + el('Relationships', { xmlns: `${PACKAGE}/relationships` }, relation));
}

/** Undefined where the type is told. */
function withType(types: Text | undefined, name: string): Uint8Array | undefined {
  if (!types || types.root.children.some(({ attributes }) => attributes['PartName']?.toLowerCase() === `/${name}`.toLowerCase())) return undefined;
  return within(types, el('Override', { xmlns: `${PACKAGE}/content-types`, PartName: `/${name}`, ContentType: TYPE }));
}
