// Titles of laws, regulations and papers that are not written as they are called. Data only; one entry, one claim.

import { FAULT_NAMED } from '../mentions.ts';
import { DUTY_REGULATION } from '../standards.ts';
import type { TermSpec } from '../types.ts';

export const LAW_TITLES: readonly TermSpec[] = [
  {
    id: 'title-duty-regulation',
    pattern:
      '《党政主要负责人(?!履行推进法治建设第一责任人职责规定》)(?:切实)?(?:履行)?(?:推进)?(?:依法|法治)(?:政府)?建设的?第一责任人(?:的?职责)?的?规定》',
    anchors: ['《党政主要负责人'],
    exceptions: [FAULT_NAMED],
    validity: {},
    severity: 'error',
    message: '{hit}不是这份文件的名称。',
    advice: '全称是《党政主要负责人履行推进法治建设第一责任人职责规定》。',
    replacement: '《党政主要负责人履行推进法治建设第一责任人职责规定》',
    basis: DUTY_REGULATION,
    examples: {
      year: 2023,
      wrong: [
        '严格落实《党政主要负责人履行推进法治政府建设第一责任人职责规定》。',
        '严格落实《党政主要负责人履行法治建设第一责任人职责规定》。',
        '严格落实《党政主要负责人履行推进法治建设第一责任人规定》。',
      ],
      right: [
        '严格落实《党政主要负责人履行推进法治建设第一责任人职责规定》。',
        '党政主要负责人履行推进法治政府建设第一责任人职责，带头学法。',
        '制定《云溪镇党政主要负责人履行推进法治政府建设第一责任人职责清单》。',
      ],
    },
  },
];
