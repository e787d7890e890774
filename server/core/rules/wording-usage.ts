// wording-usage: wordings that are understood but that an editor would change.
// All claims are data. Must not search text.

import { termRule } from '../lint/terms.ts';

export const wordingUsage = termRule({
  id: 'wording-usage',
  title: '用词可商',
  severities: ['hint', 'information'],
  fix: 'safe',
  basis: {
    document: '公文写作的通行做法',
    note: '各条依据见悬停说明',
    confidence: 'general',
    source: 'general knowledge',
  },
});
