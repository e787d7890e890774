// The grounds on which something is said, as hovers show them. Must not know what is said.

import type { Basis } from '../domain/validity.ts';

export function grounds({ article = '', confidence, document, note }: Basis): string {
  const caution = confidence === 'verified' ? '' : '（通行用法，未附文件出处，供核对）';
  return `依据：${document}${article}${note === undefined ? '' : `：${note}`}${caution}`;
}
