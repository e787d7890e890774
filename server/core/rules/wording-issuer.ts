// wording-issuer: who issued a document. All claims are data.
// Must not search text.

import { CITED_TEXT } from '../domain/standards.ts';
import { termRule } from '../lint/terms.ts';

export const wordingIssuer = termRule({
  id: 'wording-issuer',
  title: '发文机关写错',
  severities: ['error'],
  fix: 'review',
  basis: CITED_TEXT,
});
