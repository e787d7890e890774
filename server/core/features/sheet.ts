// A page in the units of type: what an office sets of it (domain/page) worked out to lengths, and the fonts that may stand
// for each other. Must not know what the parts of a report are.

import type { Report } from '../report/report.ts';
import { print, type Printed } from './print.ts';
import { FONTS, NOTE_SPACING, NUMBER_BELOW, PAGE, PAPER, PRINT_ROLES, RIGHT_BLANKS, TABLE, type FontFamily, type Page, type PrintRole } from '../domain/page.ts';

/** Type of one role. */
export interface Face {
  /** As named first. */
  readonly font: string;
  /** The same and what may stand for it, best first. */
  readonly families: readonly string[];
  readonly generic: FontFamily['generic'];
  /** The shape of the font, as a font table of Word has it; undefined where it is not known. */
  readonly shape: Pick<FontFamily, 'panose' | 'family'> | undefined;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  /** Between two characters more than none, or less, in twentieths of a point: so many stand on a line as are asked for. */
  readonly tracking: number;
}

/** All lengths in twentieths of a point, as Word counts them, and whole. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Of the text. */
  readonly textWidth: number;
  readonly textHeight: number;
  readonly lines: number;
  readonly characters: number;
  /** From line to line. */
  readonly line: number;
  readonly titleLine: number;
  readonly tableLine: number;
  readonly tablePadding: number;
  readonly noteLine: number;
  /** From character to character of the body. */
  readonly pitch: number;
  /** Characters before the first word of a paragraph. */
  readonly indent: number;
  readonly faces: Readonly<Record<PrintRole, Face>>;
  /** Of digits and Latin letters; undefined where they have the font around them. */
  readonly latin: Omit<Face, 'size' | 'bold' | 'tracking'> | undefined;
  readonly pageNumber: Page['pageNumber'] & { readonly below: number; readonly blanks: number };
}

const TWIPS = 20;
const fromMillimetres = (length: number): number => Math.round((length / 25.4) * 72 * TWIPS);

/** What is set of a page, by its path: `margins.top`. */
export type PageChoices = Readonly<Record<string, number | string | boolean>>;

/** The standard page with what was set instead. A path that names no field is passed over. */
export function pageOf(choices: PageChoices): Page {
  const page = structureOf(PAGE);
  for (const [path, value] of Object.entries(choices)) {
    const [field = '', inner] = path.split('.');
    const holder = inner === undefined ? page : page[field];
    const name = inner ?? field;
    if (typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name)) (holder as Record<string, unknown>)[name] = value;
  }
  return page as unknown as Page;
}

/** A copy of one level of objects below the first. */
const structureOf = (page: Page): Record<string, unknown> => Object.fromEntries(Object.entries(page).map(([name, value]) => [name, typeof value === 'object' ? { ...value } : value]));

export function sheetOf(page: Page): Sheet {
  const { margins, lines, characters } = page;
  const [width, height] = [fromMillimetres(PAPER.width), fromMillimetres(PAPER.height)];
  const [top, bottom, left, right] = [margins.top, margins.bottom, margins.left, margins.right].map(fromMillimetres) as [number, number, number, number];
  const [textWidth, textHeight] = [width - left - right, height - top - bottom];
  // Rounded down, and a twentieth of a point less for programs that round otherwise, so that the last character of the line
  // still fits; lines that are full are spread over the rest.
  const pitch = Math.floor(textWidth / characters) - 1;
  const trackingOf = (size: number): number => (size === page.sizes.body ? pitch - Math.round(size * TWIPS) : 0);
  return {
    width, height, top, bottom, left, right, textWidth, textHeight, lines, characters,
    // Rounded down, so that the last line of the page still fits.
    line: page.lineSpacing > 0 ? Math.round(page.lineSpacing * TWIPS) : Math.floor(textHeight / lines),
    titleLine: Math.round(page.titleSpacing * TWIPS),
    tableLine: TABLE.spacing * TWIPS,
    tablePadding: TABLE.padding * TWIPS,
    noteLine: NOTE_SPACING * TWIPS,
    pitch,
    indent: page.indent,
    faces: Object.fromEntries(PRINT_ROLES.map((role) => [role, { ...familiesOf(page.fonts[role]), size: page.sizes[role], bold: page.bold[role], tracking: trackingOf(page.sizes[role]) }])) as Record<PrintRole, Face>,
    latin: page.latin === '' ? undefined : familiesOf(page.latin),
    pageNumber: { ...page.pageNumber, below: fromMillimetres(NUMBER_BELOW), blanks: RIGHT_BLANKS.pageNumber },
  };
}

/** A report as it is printed on these pages. */
export const printFor = (report: Report, { textWidth, faces }: Sheet): Printed => print(report, textWidth / (faces.title.size * TWIPS));

function familiesOf(font: string): Omit<Face, 'size' | 'bold' | 'tracking'> {
  const family = FONTS.find(({ names }) => names.includes(font));
  return {
    font,
    families: [...new Set([font, ...(family?.names ?? []), ...(family?.substitutes ?? [])])],
    generic: family?.generic ?? 'serif',
    shape: family && { panose: family.panose, family: family.family },
  };
}
