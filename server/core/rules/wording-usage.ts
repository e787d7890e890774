// wording-usage: wordings that are understood but that an editor would change.
// All claims are data. Must not search text.

import { COMMON_USAGE } from '../domain/standards.ts';
import { termRule } from '../lint/terms.ts';

export const wordingUsage = termRule({
  id: 'wording-usage',
  title: '用词可商',
  severities: ['hint', 'information'],
  fix: 'safe',
  basis: COMMON_USAGE,
});
