// The automatic numbers of paragraphs, counted as Word counts them and written as Word shows them. Must not know what stands in
// the paragraphs.

import { numeral } from './numerals.ts';
import { numberingOf, type Style, type Styles } from './styles.ts';
import { bulletOf } from './symbols.ts';
import { child, childrenOf, integer, isOn, valueOf, type Element } from './xml.ts';

export interface Shown {
  readonly text: string;
  readonly isBullet: boolean;
  /** A tab or a blank stands behind it. */
  readonly isApart: boolean;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1、` */
  readonly template: string;
  /** Font of the number, for bullets. */
  readonly font: string;
  readonly isApart: boolean;
  /** All numbers in it in digits. */
  readonly isLegal: boolean;
  /** Begins again behind this level and those above it, from 1; 0 never; undefined behind every one above. */
  readonly restart: number | undefined;
  readonly style: string | undefined;
}

/** A `w:num`: the list that it counts in, and what it has of its own. */
interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;
/** Longer ones are no numbers. */
const LONGEST_TEMPLATE = 60;
const NONE: Level = { start: 1, format: 'none', template: '', font: '', isApart: false, isLegal: false, restart: undefined, style: undefined };

export class Numbers {
  readonly #lists = new Map<number, List>();
  /** The last number of each level of each abstract list; undefined before the first. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** Lists with a start of their own that have begun, by list and level. */
  readonly #begun = new Set<string>();

  constructor(root: Element | undefined, styles: Styles) {
    const abstracts = new Map(childrenOf(root, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]));
    const references = new Map(childrenOf(root, 'w:num').map((each) => [integer(each.attributes['w:numId']), valueOf(each, 'w:abstractNumId') ?? '']));
    /** The one that a style of numbers stands for, where it is named instead. */
    const resolved = (id: string): string => {
      const link = valueOf(abstracts.get(id), 'w:numStyleLink');
      return link === undefined ? id : (references.get(styles.listOf(link) ?? -1) ?? id);
    };
    const read = new Map<string, ReadonlyMap<number, Level>>();
    for (const each of childrenOf(root, 'w:num')) {
      const id = integer(each.attributes['w:numId']);
      if (id === undefined) continue;
      const abstract = resolved(valueOf(each, 'w:abstractNumId') ?? '');
      const usual = read.get(abstract) ?? levelsIn(abstracts.get(abstract));
      read.set(abstract, usual);
      const overrides = childrenOf(each, 'w:lvlOverride').flatMap((override) => {
        const level = levelIn(override);
        return level === undefined ? [] : [{ level, own: child(override, 'w:lvl'), start: integer(valueOf(override, 'w:startOverride')) }];
      });
      const own = overrides.flatMap(({ level, own: element }) => (element ? [[level, levelOf(element)] as const] : []));
      this.#lists.set(id, {
        abstract,
        levels: own.length > 0 ? new Map([...usual, ...own]) : usual,
        starts: new Map(overrides.flatMap(({ level, start }) => (start === undefined ? [] : [[level, start] as const]))),
      });
    }
  }

  /** The number of the next paragraph, by its own properties and its styles; counts on. Undefined where it has none. */
  next(properties: Element | undefined, chain: readonly Style[]): Shown | undefined {
    const own = numberingOf(properties);
    const styled = chain.find(({ numbering }) => numbering?.list !== undefined)?.numbering;
    const id = own?.list ?? styled?.list;
    const list = id === undefined || id === 0 ? undefined : this.#lists.get(id);
    if (!list || id === undefined) return undefined;
    const byStyle = own?.list === undefined ? levelOfStyle(list, chain.map((style) => style.id)) : undefined;
    const level = Math.min(LEVELS - 1, Math.max(0, own?.level ?? byStyle ?? styled?.level ?? 0));
    return this.#count(id, list, level);
  }

  #count(id: number, list: List, level: number): Shown {
    const counts = this.#counts.get(list.abstract) ?? [];
    this.#counts.set(list.abstract, counts);
    const of = (at: number): Level => list.levels.get(at) ?? NONE;
    const startOf = (at: number): number => list.starts.get(at) ?? of(at).start;
    // A list with a start of its own begins there, wherever the others of its kind have come to.
    for (const at of list.starts.keys()) {
      if (at > level || this.#begun.has(`${id} ${at}`)) continue;
      this.#begun.add(`${id} ${at}`);
      counts[at] = undefined;
    }
    counts[level] = counts[level] === undefined ? startOf(level) : counts[level] + 1;
    for (let below = level + 1; below < LEVELS; below++) {
      const { restart } = of(below);
      if (restart === undefined || level < restart) counts[below] = undefined;
    }
    const { template, format, font, isApart, isLegal } = of(level);
    if (format === 'bullet') return { text: template === '' ? '' : bulletOf(template, font), isBullet: template !== '', isApart };
    const text = template.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      return numeral(counts[at] ?? startOf(at), isLegal && of(at).format !== 'none' ? 'decimal' : of(at).format);
    });
    return { text, isBullet: false, isApart };
  }
}

/** The level that names one of the styles as its own. */
const levelOfStyle = ({ levels }: List, styles: readonly string[]): number | undefined =>
  styles.flatMap((id) => [...levels].flatMap(([at, { style }]) => (style === id ? [at] : [])))[0];

function levelIn({ attributes }: Element): number | undefined {
  const level = integer(attributes['w:ilvl']);
  return level !== undefined && level >= 0 && level < LEVELS ? level : undefined;
}

const levelsIn = (abstract: Element | undefined): ReadonlyMap<number, Level> =>
  new Map(childrenOf(abstract, 'w:lvl').flatMap((each) => {
    const at = levelIn(each);
    return at === undefined ? [] : [[at, levelOf(each)] as const];
  }));

function levelOf(element: Element): Level {
  const text = child(element, 'w:lvlText');
  const fonts = child(child(element, 'w:rPr'), 'w:rFonts')?.attributes;
  return {
    start: integer(valueOf(element, 'w:start')) ?? 0,
    format: formatOf(element),
    template: (text?.attributes['w:val'] ?? '').slice(0, LONGEST_TEMPLATE),
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? '',
    isApart: valueOf(element, 'w:suff') !== 'nothing',
    isLegal: isOn(element, 'w:isLgl') === true,
    restart: integer(valueOf(element, 'w:lvlRestart')),
    style: valueOf(element, 'w:pStyle'),
  };
}

/** A format that only newer versions know stands in a choice, with a fallback for the others. */
function formatOf(level: Element): string {
  const format = valueOf(level, 'w:numFmt') ?? valueOf(child(child(level, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt');
  return format ?? 'decimal';
}
