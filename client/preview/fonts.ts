// The fonts of this machine: how wide their half-width characters are, which of those that the page asks for are missing and
// what stands in. Must not know text or pages.

import type { Measure } from './lines.ts';
import type { Face, FontChoice, Role, Sheet } from './shapes.ts';

const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
/** Pixels of the trial: large, so that rounding is small. */
const TRIAL = 200;

const GENERIC = ['monospace', 'serif', 'sans-serif'] as const;
const SAMPLE = 'mmmWWWiiilll0123456789';

const listed = ({ families, generic }: FontChoice): string => [...families.map((family) => JSON.stringify(family)), generic].join(', ');

/** A font that is there makes text as wide whatever stands behind it, and not as wide as that alone. */
function isInstalled(font: string): boolean {
  const widths = GENERIC.map((generic) => {
    context.font = `${TRIAL}px ${generic}`;
    const alone = context.measureText(SAMPLE).width;
    context.font = `${TRIAL}px ${JSON.stringify(font)}, ${generic}`;
    return [alone, context.measureText(SAMPLE).width] as const;
  });
  return widths.some(([alone, own]) => alone !== own);
}

/** Fonts that the page names and the machine lacks, with what is shown instead; undefined where that is left to the browser. */
export function missingFonts({ faces, latin }: Sheet): readonly (readonly [font: string, instead: string | undefined])[] {
  const named = new Map([...Object.values(faces), ...(latin ? [latin] : [])].map((choice) => [choice.font, choice] as const));
  return [...named.values()].flatMap(({ font, families }) => (isInstalled(font) ? [] : [[font, families.find((family) => family !== font && isInstalled(family))] as const]));
}

/** Widths in twentieths of a point, of the font that digits and letters have. */
export function measureWith({ latin }: Sheet): Measure {
  const known = new Map<string, number>();
  return (text: string, face: Face, bold: boolean) => {
    const family = listed(latin ?? face);
    const key = `${bold ? 'b' : ''}${text}${family}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = `${bold ? 'bold ' : ''}${TRIAL}px ${family}`;
      width = context.measureText(text).width / TRIAL;
      known.set(key, width);
    }
    return width * face.size * 20;
  };
}

/** Says in the style sheet of the page what each role looks like. */
export function styleFont({ faces, latin }: Sheet): void {
  const { style } = document.documentElement;
  for (const [role, face] of Object.entries(faces) as [Role, Face][]) {
    style.setProperty(`--${role}-font`, listed(face));
    style.setProperty(`--${role}-size`, `${(face.size * 96) / 72}px`);
  }
  document.documentElement.classList.toggle('own-latin', latin !== null);
  if (latin) style.setProperty('--latin-font', listed(latin));
}
