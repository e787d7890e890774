// wording-misspelling: wrong, lost or doubled characters, and words that do not go together. All claims are data.
// Must not search text.

import { termRule } from '../lint/terms.ts';

export const wordingMisspelling = termRule({
  id: 'wording-misspelling',
  title: '错别字',
  severities: ['warning', 'error', 'information', 'hint'],
  fix: 'safe',
  basis: {
    document: '公文常用字词',
    note: '各条依据见悬停说明',
    confidence: 'general',
    source: 'general knowledge',
  },
});
