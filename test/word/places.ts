// Where characters stand in a document, looked up in its XML by another way than the reader's: elements counted in the text of
// the part. Must not know how documents are read.

import { strFromU8, unzipSync } from 'fflate';
import type { Place, WordText } from '../../server/word/index.ts';

const unescaped = (text: string): string => text.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&quot;/gu, '"').replace(/&apos;/gu, '\'').replace(/&#x([0-9a-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))).replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code))).replace(/&amp;/gu, '&');

/** The elements of a name, in order: where each opens, and what it says. */
function elements(xml: string, name: string): readonly { readonly at: number; readonly text: string }[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*?)?(?:/>|>([^<]*))`, 'gu'))].map(({ index, 1: text = '' }) => ({ at: index, text: unescaped(text) }));
}

/** The parts of a document as text. */
export function partsOf(bytes: Uint8Array): (part: string) => string {
  const entries = unzipSync(bytes);
  return (part) => strFromU8(entries[part] as Uint8Array);
}

/** What the document has at a place, and whether paragraph, run and piece lie inside each other there. */
export function at(part: (name: string) => string, place: Place): { readonly character: string; readonly isInside: boolean } {
  const xml = part(place.part);
  const [paragraph, run, piece] = [elements(xml, 'w:p')[place.paragraph], elements(xml, place.piece === 'm:t' ? 'm:r' : 'w:r')[place.run], elements(xml, place.piece)[place.nth]];
  const made: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:noBreakHyphen': '-' };
  const isInside = paragraph !== undefined && run !== undefined && piece !== undefined && paragraph.at < run.at && run.at < piece.at;
  return { character: made[place.piece] ?? piece?.text[place.offset] ?? '', isInside };
}

/** Characters whose place does not hold them; there should be none. */
export function misplaced(bytes: Uint8Array, { text, origins }: WordText): readonly string[] {
  const part = partsOf(bytes);
  return origins.flatMap(({ start, end, place }) =>
    Array.from({ length: end - start }, (_, i) => i).flatMap((i) => {
      const { character, isInside } = at(part, { ...place, offset: place.offset + i });
      const shown = text[start + i] as string;
      return isInside && (character === shown || (/\s/u.test(character) && shown === ' ')) ? [] : [`${start + i} ${shown}: ${JSON.stringify(place)} holds ${character}`];
    }),
  );
}

/** All that `w:t` of the body says, without blanks: deletions, readings above text and fallbacks left out, text boxes behind their paragraphs. */
export function saidIn(bytes: Uint8Array): string {
  const xml = partsOf(bytes)('word/document.xml').replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>|<w:(del|moveFrom)\s[\s\S]*?<\/w:\1>|<w:rt>[\s\S]*?<\/w:rt>/gu, '')
    .replace(/(<w:txbxContent>[\s\S]*?<\/w:txbxContent>)([\s\S]*?<\/w:p>)/gu, '$2$1');
  return elements(xml, 'w:t').map(({ text }) => text).join('').replace(/\s+/gu, '');
}

/** The first character of `needle` that does not come in `text`, behind those before it; undefined where all do. */
export function firstLost(needle: string, text: string): string | undefined {
  let at = -1;
  for (const [i, c] of [...needle].entries()) {
    at = text.indexOf(c, at + 1);
    if (at < 0) return [...needle].slice(Math.max(0, i - 10), i + 10).join('');
  }
  return undefined;
}
