// Text with places to fill in, as VS Code snippets write them: `${1:shown}`, `$0` for where the cursor comes to rest.
// What is to be replaced is shown in 【】, so that a place nobody filled in can be told from text; other words may stay.
// Must not know who shows it.

const TAB_STOP = /\$\{(\d+):([^}]*)\}/gu;
const LAST_STOP = /(?<!\\)\$0/gu;

/** The template without tab stops: each place shows its words. */
export const plainText = (template: string): string => template.replace(TAB_STOP, '$2').replace(LAST_STOP, '').replace(/\\([\\$}])/gu, '$1');

/** Text of the writer's inside a template. */
export const verbatim = (text: string): string => text.replace(/[\\$}]/gu, '\\$&');

/**
 * Several templates one after the other, their tab stops numbered through so that Tab visits all of them.
 * Equal numbers inside one template stay equal: they are filled in together.
 */
export function joinTemplates(templates: readonly string[], between = ''): string {
  let last = 0;
  return templates
    .map((template) => {
      const numbers = new Map<string, number>();
      return template.replace(TAB_STOP, (_, old: string, shown: string) => {
        if (!numbers.has(old)) numbers.set(old, ++last);
        return `\${${numbers.get(old)}:${shown}}`;
      });
    })
    .join(between);
}
