// figure-precision: a number is written more or less exactly than it can be: 129余条, 3.2次. The claims are data.
// Must not search text.

import { NUMERAL_STANDARD } from '../domain/standards.ts';
import { termRule } from '../lint/terms.ts';

export const figurePrecision = termRule({
  id: 'figure-precision',
  title: '约数和精确数混用',
  severities: ['warning', 'information', 'hint'],
  fix: 'none',
  basis: NUMERAL_STANDARD,
});
