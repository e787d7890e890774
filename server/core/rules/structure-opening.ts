// structure-opening: the formula that opens the report, and the addressee. All claims are data.
// Must not search text.

import { DOCUMENT_REGULATION } from '../domain/standards.ts';
import { termRule } from '../lint/terms.ts';

export const structureOpening = termRule({
  id: 'structure-opening',
  title: '导语写法',
  severities: ['warning', 'error', 'information', 'hint'],
  fix: 'safe',
  basis: DOCUMENT_REGULATION,
});
