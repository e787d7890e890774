// wording-reworded: words that a machine changed in a pasted text, and marks of the library it came from.
// All claims are data. Must not search text.

import { termRule } from '../lint/terms.ts';

export const wordingReworded = termRule({
  id: 'wording-reworded',
  title: '改写留下的错词',
  severities: ['warning'],
  fix: 'safe',
  basis: {
    document: '公文常用字词',
    note: '从文库改写、粘贴的文字里常见的错词',
    confidence: 'general',
    source: 'general knowledge',
  },
});
