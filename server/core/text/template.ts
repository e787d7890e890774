// Text with places to fill in, `${1:what belongs here}`, as VS Code snippets write them.
// Must not know who shows it; a shell without tab stops gets the plain reading.

const TAB_STOP = /\$\{(\d+):([^}]*)\}/gu;

/** The template without tab stops; each place shows what belongs there in 【】. */
export const plainText = (template: string): string => template.replace(TAB_STOP, '【$2】');

/** Numbers the tab stops of several templates one after the other, so that Tab visits all of them. */
export function renumberTabStops(template: string): string {
  let stop = 0;
  return template.replace(TAB_STOP, (_, _old: string, hint: string) => `\${${++stop}:${hint}}`);
}
