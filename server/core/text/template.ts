// Text with places to fill in, as VS Code snippets write them: `${1:shown}`, `$0` for where the cursor comes to rest, `\$`
// for the character. What is to be replaced is shown in 【】, so that a place nobody filled in can be told from text; other
// words may stay. Must not know who shows it.

/** An escaped character, a place with its number and words, or the last place. */
const TOKEN = /\\([\\$}])|\$\{(\d+):([^}]*)\}|\$0/gu;

/** The template without tab stops: each place shows its words. */
export const plainText = (template: string): string => template.replace(TOKEN, (_, escaped?: string, _stop?: string, shown?: string) => escaped ?? shown ?? '');

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
      return template.replace(TOKEN, (token, _escaped?: string, stop?: string, shown?: string) => {
        if (stop === undefined) return token;
        if (!numbers.has(stop)) numbers.set(stop, ++last);
        return `\${${numbers.get(stop)}:${shown}}`;
      });
    })
    .join(between);
}
