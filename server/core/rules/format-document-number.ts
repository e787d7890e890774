// format-document-number: a document's number with wrong brackets or a padded serial. All claims are data.
// Must not search text.

import { FORMAT_STANDARD } from '../domain/standards.ts';
import { termRule } from '../lint/terms.ts';

export const formatDocumentNumber = termRule({
  id: 'format-document-number',
  title: '发文字号写法',
  severities: ['warning'],
  fix: 'review',
  basis: FORMAT_STANDARD,
});
