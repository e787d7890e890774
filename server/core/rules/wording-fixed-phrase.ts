// wording-fixed-phrase: phrases laid down in a document, quoted incompletely. All claims are data.
// Must not search text.

import { CITED_TEXT } from '../domain/standards.ts';
import { termRule } from '../lint/terms.ts';

export const wordingFixedPhrase = termRule({
  id: 'wording-fixed-phrase',
  title: '固定表述不全',
  severities: ['hint'],
  fix: 'review',
  basis: CITED_TEXT,
});
