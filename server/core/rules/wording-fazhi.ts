// wording-fazhi: 法制 written for 法治, and the other way round.
// All claims are data. Must not search text.

import { termRule } from '../lint/terms.ts';

export const wordingFazhi = termRule({
  id: 'wording-fazhi',
  title: '法制与法治',
  severities: ['warning', 'error', 'information'],
  fix: 'safe',
  basis: {
    document: '中央文件和法律对“法治”“法制”的用法',
    note: '各条依据见悬停说明',
    confidence: 'general',
    source: 'general knowledge',
  },
});
