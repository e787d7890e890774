// What styles give to paragraphs and runs, of the little that reading needs: numbers, outline levels, titles, hidden text.
// Must not know how numbers are counted.

import { child, childrenOf, integer, isOn, valueOf, type Element } from './xml.ts';

/** What a paragraph or its style says of its number; each half may come from another style. */
export interface Numbering {
  /** `w:num`; 0 switches numbers off. */
  readonly list: number | undefined;
  /** From 0. */
  readonly level: number | undefined;
}

/** What a style says by itself; undefined where it says nothing. */
export interface Style {
  readonly id: string;
  readonly basedOn: string | undefined;
  readonly isTitle: boolean;
  readonly numbering: Numbering | undefined;
  readonly outline: number | undefined;
  readonly alignment: string | undefined;
  readonly isHidden: boolean | undefined;
}

const LONGEST_CHAIN = 32;
/** In the file their names are English whatever language Word speaks; other programs write them otherwise. */
const HEADING = /^(?:heading|标题)\s*([1-9])$/iu;
const TITLE = /^(?:title|标题)$/iu;
const BODY_LEVEL = 9;

export function numberingOf(properties: Element | undefined): Numbering | undefined {
  const given = child(properties, 'w:numPr');
  return given && { list: integer(valueOf(given, 'w:numId')), level: integer(valueOf(given, 'w:ilvl')) };
}

export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #chains = new Map<string, readonly Style[]>();
  readonly #usual: string | undefined;

  constructor(root: Element | undefined) {
    let usual: string | undefined;
    for (const each of childrenOf(root, 'w:style')) {
      const id = each.attributes['w:styleId'];
      if (id === undefined) continue;
      if (each.attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/u.test(each.attributes['w:default'] ?? '')) usual ??= id;
      this.#styles.set(id, styleOf(id, each));
    }
    this.#usual = usual;
  }

  /** A style and those that it is based on, nearest first; without an id, the usual one of paragraphs. */
  chain(id = this.#usual ?? ''): readonly Style[] {
    const known = this.#chains.get(id);
    if (known) return known;
    const chain: Style[] = [];
    for (let style = this.#styles.get(id); style && chain.length < LONGEST_CHAIN && !chain.includes(style); style = style.basedOn === undefined ? undefined : this.#styles.get(style.basedOn)) chain.push(style);
    this.#chains.set(id, chain);
    return chain;
  }

  /** The list of a style of numbers. */
  listOf(id: string): number | undefined {
    return firstIn(this.chain(id), (style) => style.numbering?.list);
  }

  /** 0 for the first level of headings. */
  outlineOf(properties: Element | undefined, chain: readonly Style[]): number | undefined {
    const level = integer(valueOf(properties, 'w:outlineLvl')) ?? firstIn(chain, (style) => style.outline);
    return level === undefined || level < 0 || level >= BODY_LEVEL ? undefined : level;
  }

  isCentred(properties: Element | undefined, chain: readonly Style[]): boolean {
    return (valueOf(properties, 'w:jc') ?? firstIn(chain, (style) => style.alignment)) === 'center';
  }

  /** Of a run. */
  isHidden(properties: Element | undefined, chain: readonly Style[]): boolean {
    const named = valueOf(properties, 'w:rStyle');
    return isOn(properties, 'w:vanish') ?? (named === undefined ? undefined : firstIn(this.chain(named), (style) => style.isHidden)) ?? firstIn(chain, (style) => style.isHidden) ?? false;
  }
}

function styleOf(id: string, element: Element): Style {
  const [paragraph, run, name] = [child(element, 'w:pPr'), child(element, 'w:rPr'), (valueOf(element, 'w:name') ?? '').trim()];
  const heading = HEADING.exec(name)?.[1];
  return {
    id,
    basedOn: valueOf(element, 'w:basedOn'),
    isTitle: TITLE.test(name),
    numbering: numberingOf(paragraph),
    outline: integer(valueOf(paragraph, 'w:outlineLvl')) ?? (heading === undefined ? undefined : Number(heading) - 1),
    alignment: valueOf(paragraph, 'w:jc'),
    isHidden: isOn(run, 'w:vanish'),
  };
}

function firstIn<T>(chain: readonly Style[], of: (style: Style) => T | undefined): T | undefined {
  for (const style of chain) {
    const value = of(style);
    if (value !== undefined) return value;
  }
  return undefined;
}
