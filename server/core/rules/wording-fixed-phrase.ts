// wording-fixed-phrase: phrases laid down in a document, quoted incompletely or with a slip, and names with a slip. All claims are data.
// Must not search text.

import { CITED_TEXT } from '../domain/standards.ts';
import { termRule } from '../lint/terms.ts';

export const wordingFixedPhrase = termRule({
  id: 'wording-fixed-phrase',
  title: '固定提法有误',
  severities: ['warning', 'information', 'hint'],
  fix: 'safe',
  basis: CITED_TEXT,
});
