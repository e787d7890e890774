// The TextMate grammar of fazhi-report documents, from the same data as the checks. Must not touch files.

import { UNITS } from '../../server/core/domain/figures.ts';

const NUMERAL = '[一二三四五六七八九十百]{1,4}';
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const units = [...new Set(UNITS.map((unit) => unit.name))].sort((a, b) => b.length - a.length).map(escape).join('|');

/** A heading line or, where text follows its 。, the heading sentence that begins it. */
const heading = (level: number, marker: string): object => ({
  match: `^[ \\t　]*(?:#{1,6}[ \\t]+)?(?:\\*\\*)?(${marker})([^。\\n]{1,60})(。|$)`,
  captures: {
    1: { name: `punctuation.definition.heading.fazhi-report markup.heading.${level}.fazhi-report` },
    2: { name: `markup.heading.${level}.fazhi-report entity.name.section.fazhi-report` },
    3: { name: `markup.heading.${level}.fazhi-report` },
  },
});

export function grammar(): object {
  return {
    name: '法治政府建设报告',
    scopeName: 'text.fazhi-report',
    patterns: [
      { name: 'comment.block.fazhi-report', begin: '<!--', end: '-->' },
      { match: '^[ \\t　]*(?:#[ \\t]+)?(?![一二三四五六七八九十]{1,3}、|[（(])(\\S{0,40}法治(?:政府|社会)?建设\\S{0,16}(?:报告|总结|情况))[ \\t]*$', captures: { 1: { name: 'markup.heading.title.fazhi-report entity.name.type.fazhi-report' } } },
      heading(1, `第(?:${NUMERAL}|[0-9０-９]{1,2})(?:部分|[章篇])[ \\t　：:]`),
      heading(1, `${NUMERAL}、`),
      heading(2, `[（(]${NUMERAL}[）)]`),
      heading(3, '[0-9０-９]{1,2}[.．、](?![0-9０-９])'),
      heading(4, '[（(][0-9０-９]{1,2}[）)]'),
      { include: '#inline' },
    ],
    repository: {
      inline: {
        patterns: [
          { name: 'string.quoted.title.fazhi-report', match: '《[^》\\n]{1,80}》' },
          { name: 'constant.numeric.rate.fazhi-report', match: '[0-9０-９]+(?:[.．][0-9０-９]+)?[ ]?[%％]|百分之[一二三四五六七八九十百零点0-9]+' },
          { name: 'constant.numeric.figure.fazhi-report', match: `(?<![0-9０-９.．])(?![12１２][0-9０-９]{3}[ ]?年)[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?[余多]?[万亿]?[余多]?[ ]?(?:${units})` },
          { name: 'invalid.deprecated.placeholder.fazhi-report', match: '【[^】\\n]{1,40}】|[XxＸ×]{2,}' },
        ],
      },
    },
  };
}

export function languageConfiguration(): object {
  const pairs = [['（', '）'], ['《', '》'], ['“', '”'], ['〔', '〕'], ['【', '】'], ['(', ')'], ['[', ']']];
  return {
    comments: { blockComment: ['<!--', '-->'] },
    brackets: pairs,
    // They belong to headings and titles, and are coloured with those.
    colorizedBracketPairs: [],
    autoClosingPairs: pairs.map(([open, close]) => ({ open, close })),
    surroundingPairs: pairs,
    folding: { offSide: false },
    // A run of Chinese between two marks is a word: by default marks belong to words, and a whole paragraph would be one.
    wordPattern: { pattern: '[\\u3400-\\u9fff]+|[0-9]+(?:\\.[0-9]+)?%?|[A-Za-z]+|[０-９]+', flags: 'u' },
  };
}
