// A figure over the years as a small picture for a tooltip, in the colours of the theme in use: pictures do not follow it by
// themselves. Must not know reports.

import { ColorThemeKind, window } from 'vscode';
import { toBase64 } from './base64.ts';

export interface Point {
  readonly label: string;
  /** As written. */
  readonly text: string;
  readonly value: number;
}

const [STEP, HEIGHT, TOP, BOTTOM] = [84, 112, 34, 30];

interface Colours {
  readonly line: string;
  readonly text: string;
  readonly soft: string;
}

function colours(): Colours {
  const dark = window.activeColorTheme.kind === ColorThemeKind.Dark || window.activeColorTheme.kind === ColorThemeKind.HighContrast;
  return dark ? { line: '#59a4f9', text: '#e6e6e6', soft: '#9d9d9d' } : { line: '#0064b7', text: '#222222', soft: '#6b6b6b' };
}

/** Markdown of a picture: a line through the points, the value above and the label below each. */
export function chart(points: readonly Point[]): string {
  const { line, text, soft } = colours();
  const values = points.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const width = STEP * points.length;
  const x = (i: number): number => STEP * (i + 0.5);
  const y = (value: number): number => Math.round(most === least ? (HEIGHT + TOP - BOTTOM) / 2 : HEIGHT - BOTTOM - 8 - ((value - least) / (most - least)) * (HEIGHT - TOP - BOTTOM - 8));
  const words = (at: number, height: number, colour: string, said: string): string => `<text x="${at}" y="${height}" fill="${colour}" text-anchor="middle">${escaped(said)}</text>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<polyline points="${points.map(({ value }, i) => `${x(i)},${y(value)}`).join(' ')}" fill="none" stroke="${line}" stroke-width="2"/>`,
    ...points.flatMap(({ label, text: written, value }, i) => [`<circle cx="${x(i)}" cy="${y(value)}" r="3.5" fill="${line}"/>`, words(x(i), y(value) - 10, text, written), words(x(i), HEIGHT - 8, soft, label)]),
    '</svg>',
  ].join('');
  return `![${points.map(({ label, text: written }) => `${label} ${written}`).join('，')}](data:image/svg+xml;base64,${toBase64(new TextEncoder().encode(svg))})`;
}

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
