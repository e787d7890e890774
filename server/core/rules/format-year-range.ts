// format-year-range: a span of years without its dash, with another mark, or with half a year. All claims are data.
// Must not search text.

import { NUMERAL_STANDARD } from '../domain/standards.ts';
import { termRule } from '../lint/terms.ts';

export const formatYearRange = termRule({
  id: 'format-year-range',
  title: '起止年份写法',
  severities: ['hint', 'error'],
  fix: 'safe',
  basis: NUMERAL_STANDARD,
});
