// 应评尽评 against two counts that differ: 应评40卷，实评38卷. Works on logical text. Must not phrase messages.

import { ALL_THAT_OUGHT, DONE_LEADS } from '../domain/figures.ts';
import { isExactCount, sameKind, type Check } from './check.ts';
import { gap, type Statement } from './statement.ts';

const CLAIM = new RegExp(ALL_THAT_OUGHT, 'gu');

export function checkCompleteness(statement: Statement): readonly Check[] {
  const { text, start, end, figures } = statement;
  const passage = text.slice(start, end);
  if (figures.length < 2 || !passage.includes('尽')) return [];
  return [...passage.matchAll(CLAIM)].flatMap(({ groups, index }): Check[] => {
    const verb = groups?.['verb'] ?? '';
    const before = figures.map((figure, i) => ({ figure, words: gap(statement, i) })).filter(({ figure }) => figure.end <= start + index || figure.start > start + index);
    const ought = before.filter(({ words }) => words.includes(`应${verb}`));
    const done = before.filter(({ words }) => new RegExp(`(?:${DONE_LEADS})${verb}`, 'u').test(words));
    const [whole] = ought;
    const [part] = done;
    if (!whole || !part || ought.length > 1 || done.length > 1 || !sameKind(whole.figure, part.figure) || !isExactCount(whole.figure) || !isExactCount(part.figure)) return [];
    const same = whole.figure.quantity.value === part.figure.quantity.value;
    return [
      {
        kind: 'completeness',
        stated: part.figure,
        operands: [{ figure: whole.figure, role: 'total' }],
        verdict: same ? 'consistent' : 'inconsistent',
        ...(same ? {} : { reason: 'incomplete' as const }),
      },
    ];
  });
}
