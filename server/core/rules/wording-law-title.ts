// wording-law-title: titles of laws and papers that are not written as they are called. All claims are data.
// Must not search text.

import { CITED_TEXT } from '../domain/standards.ts';
import { termRule } from '../lint/terms.ts';

export const wordingLawTitle = termRule({
  id: 'wording-law-title',
  title: '文件名称写错',
  severities: ['error'],
  fix: 'review',
  basis: CITED_TEXT,
});
