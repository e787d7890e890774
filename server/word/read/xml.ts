// XML to a tree of elements under the prefixes that are usual for Office, whichever the file has, and in both dialects of the
// format, the transitional and the strict one. No document types and no entities of their own: what has either is refused.
// Must not know what elements mean.

import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Budget } from './limits.ts';
import { DAMAGED, WordRefusal } from './refusal.ts';

export interface Element {
  /** `w:p`; a name of a namespace that is not known has none. */
  readonly name: string;
  /** By names like `w:val`; those without a namespace as they are. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Character data, of the elements that have some to be read. */
  readonly text: string;
  /** How many elements of this name stand before it in the part. */
  readonly nth: number;
  /** Offsets into the text of the part, from `<` to behind the last `>`. */
  readonly start: number;
  readonly end: number;
}

const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
};

/** Elsewhere character data are the blanks between elements. */
const WITH_TEXT = new Set(['w:t', 'm:t', 'w:instrText', 'x:t', 'x:v']);

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
  readonly nth: number;
  readonly start: number;
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};
const NO_CHILDREN: Element[] = [];

/** The root of a part. @throws WordRefusal */
export function readXml(pieces: Iterable<Uint8Array>, budget: Budget): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [];
  const seen = new Map<string, number>();
  let root: Element | undefined;
  let start = 0;

  parser.on('error', () => {
    throw new WordRefusal(DAMAGED);
  });
  parser.on('doctype', () => {
    throw new WordRefusal('文档里夹带了 Word 不会写的内容（DTD 声明），没有读。');
  });
  /** What is being parsed, and the end of what was before; `at` is where it begins in the part. */
  let window = '';
  let at = 0;
  // Behind the name one more character was read, or a line break of two.
  parser.on('opentagstart', ({ name }) => {
    const read = parser.position - at;
    start = parser.position - (window[read - 1] === '\n' && window[read - 2] === '\r' ? 2 : 1) - name.length - 1;
  });
  parser.on('opentag', (tag) => {
    budget.element(open.length);
    const name = nameOf(tag);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    open.push({ name, attributes: attributesOf(tag), children: NO_CHILDREN, text: '', nth, start });
  });
  const add = (text: string): void => {
    const inner = open.at(-1);
    if (inner && WITH_TEXT.has(inner.name)) inner.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const { name, attributes, children, text, nth, start: from } = open.pop() as Open;
    const element: Element = { name, attributes, children, text, nth, start: from, end: parser.position };
    const outer = open.at(-1);
    if (!outer) root = element;
    else if (outer.children === NO_CHILDREN) outer.children = [element];
    else outer.children.push(element);
  });

  for (const text of decoded(pieces)) {
    const kept = window.slice(-2);
    at += window.length - kept.length;
    window = kept + text;
    parser.write(text);
  }
  parser.close();
  if (!root) throw new WordRefusal(DAMAGED);
  return root;
}

function nameOf({ uri, local }: Pick<SaxesTagNS, 'uri' | 'local'>): string {
  const prefix = PREFIXES[uri];
  return prefix === undefined ? local : `${prefix}:${local}`;
}

function attributesOf({ attributes }: SaxesTagNS): Readonly<Record<string, string>> {
  const named = Object.values(attributes);
  if (named.length === 0) return NO_ATTRIBUTES;
  return Object.fromEntries(named.flatMap((attribute) => (attribute.prefix === 'xmlns' || attribute.name === 'xmlns' ? [] : [[attribute.uri === '' ? attribute.local : nameOf(attribute), attribute.value]])));
}

/** UTF-8, or UTF-16 where a mark says so. */
function* decoded(pieces: Iterable<Uint8Array>): Iterable<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for (const piece of pieces) {
      if (piece.length === 0) continue;
      decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8', { fatal: true });
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    throw error instanceof TypeError ? new WordRefusal(DAMAGED) : error;
  }
}

/** The first child of that name. */
export const child = (element: Element | undefined, name: string): Element | undefined => element?.children.find((each) => each.name === name);

export const childrenOf = (element: Element | undefined, name: string): readonly Element[] => element?.children.filter((each) => each.name === name) ?? [];

/** `w:val` of the first child of that name. */
export const valueOf = (element: Element | undefined, name: string): string | undefined => child(element, name)?.attributes['w:val'];

/** Whether a switch like `<w:vanish/>` is on; undefined where it is not there. */
export function isOn(element: Element | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found && !/^(?:0|false|off)$/u.test(found.attributes['w:val'] ?? '');
}

/** A whole number; undefined for anything else. */
export function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d{1,9}$/u.test(text) ? Number(text) : undefined;
}
