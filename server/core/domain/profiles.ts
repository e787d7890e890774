// How severe findings are while a report is drafted, when it is sent for review, and before it goes out. Data only.
// Nobody has laid this down: an unfinished text lacks what is still to be written, and a final one must not.

import type { ProfileSpec } from './types.ts';

export const PROFILES = [
  {
    id: 'draft',
    name: '起草',
    quiet: [
      'structure-missing-part', 'structure-missing-reason', 'structure-vague-problems', 'structure-merged-parts', 'structure-heading-wording',
      'structure-local', 'structure-opening', 'structure-placeholder', 'format',
    ],
    hints: 'hint',
    optional: false,
  },
  { id: 'review', name: '送审', quiet: [], hints: 'hint', optional: false },
  { id: 'final', name: '定稿', quiet: [], unfinished: 'error', hints: 'information', optional: true },
] as const satisfies readonly ProfileSpec[];
