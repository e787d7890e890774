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

export const groupOf = (rule: string): GroupId => rule.slice(0, rule.indexOf('-')) as GroupId;
