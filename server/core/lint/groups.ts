// The four groups of rules; the first word of a rule's id names its group. Must not know any rule.

export const GROUPS = [
  { id: 'structure', name: '结构' },
  { id: 'figure', name: '数据' },
  { id: 'wording', name: '用语' },
  { id: 'format', name: '格式' },
] as const;

export type GroupId = (typeof GROUPS)[number]['id'];

/** Groups that are switched off are `false`. */
export type GroupSettings = Readonly<Partial<Record<GroupId, boolean>>>;

export function groupOf(rule: string): GroupId {
  const known = byRule.get(rule);
  if (known) return known;
  const group = rule.slice(0, rule.indexOf('-')) as GroupId;
  byRule.set(rule, group);
  return group;
}

/** Asked for every rule after every key. The ids of rules are few. */
const byRule = new Map<string, GroupId>();
