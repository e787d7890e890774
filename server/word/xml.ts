// XML as Word files hold it, written as text. Must not know what the elements mean.

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Attributes that are undefined are left out; children are markup already. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(String(value))}"`)).join('');
  const content = children.join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** `<w:name w:val="…"/>` */
export const val = (name: string, value: string | number): string => el(`w:${name}`, { 'w:val': value });

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold at all, halves of pairs of surrogates too. */
const UNHELD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** What XML cannot hold becomes the character that stands for the unreadable. */
export const escaped = (text: string): string => text.replace(UNHELD, '\ufffd').replace(/[&<>"]/gu, (each) => ENTITIES[each] as string);
