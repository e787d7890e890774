// Documents named with an issuer who did not issue them, or with one of two. Data only; one entry, one claim.
// Which office issued what does not change with the year, so the entries hold always.

import { FAULT_NAMED } from '../mentions.ts';
import { DUTY_REGULATION, SUPERVISION_REGULATION } from '../standards.ts';
import type { TermSpec } from '../types.ts';

/** What stands between an issuer and a title. */
const ISSUED = '(?:(?:联合)?(?:印发|发布|下发|出台|制定)的?)?';

/** Offices named instead of the general offices of both the Central Committee and the State Council. */
const notBothOffices = (title: string): string =>
  `(?<!办公厅[、和与及暨，]?|[中国]办[、和与及]?|[、和与及])(?:(?:中共中央|党中央)[、和与及])?国务院(?:办公厅)?(?=${ISSUED}《${title}》)|(?<![、和与及])中共中央(?:办公厅)?(?=${ISSUED}《${title}》)`;

const BOTH_OFFICES = '中共中央办公厅、国务院办公厅';

export const ISSUERS: readonly TermSpec[] = [
  {
    id: 'issuer-duty-regulation',
    pattern: notBothOffices('党政主要负责人履行推进法治(?:政府)?建设第一责任人职责规定'),
    anchors: ['国务院', '中共中央'],
    exceptions: [FAULT_NAMED],
    validity: {},
    severity: 'error',
    message: '《党政主要负责人履行推进法治建设第一责任人职责规定》2016年12月由中共中央办公厅、国务院办公厅联合印发，这里写的是“{hit}”。',
    advice: '写“中共中央办公厅、国务院办公厅”。',
    replacement: BOTH_OFFICES,
    basis: DUTY_REGULATION,
    examples: {
      year: 2023,
      wrong: [
        '镇党委认真落实国务院办公厅印发的《党政主要负责人履行推进法治建设第一责任人职责规定》。',
        '学习中共中央、国务院印发的《党政主要负责人履行推进法治建设第一责任人职责规定》。',
        '对照中共中央办公厅《党政主要负责人履行推进法治建设第一责任人职责规定》逐项落实。',
      ],
      right: [
        '落实中共中央办公厅、国务院办公厅印发的《党政主要负责人履行推进法治建设第一责任人职责规定》。',
        '落实中办、国办《党政主要负责人履行推进法治建设第一责任人职责规定》。',
        '落实中共中央办公厅和国务院办公厅联合印发的《党政主要负责人履行推进法治建设第一责任人职责规定》。',
        '落实国务院办公厅印发的《关于全面推行行政执法公示制度的指导意见》和《党政主要负责人履行推进法治建设第一责任人职责规定》。',
      ],
    },
  },
  {
    id: 'issuer-supervision-regulation',
    pattern: notBothOffices('法治政府建设与责任落实督察工作规定'),
    anchors: ['国务院', '中共中央'],
    exceptions: [FAULT_NAMED],
    validity: {},
    severity: 'error',
    message: '《法治政府建设与责任落实督察工作规定》由中共中央办公厅、国务院办公厅联合印发，2019年4月15日起施行，这里写的是“{hit}”。',
    advice: '写“中共中央办公厅、国务院办公厅”。',
    replacement: BOTH_OFFICES,
    basis: SUPERVISION_REGULATION,
    examples: {
      year: 2023,
      wrong: ['根据国务院办公厅印发的《法治政府建设与责任落实督察工作规定》，现将有关情况报告如下。'],
      right: ['根据中共中央办公厅、国务院办公厅《法治政府建设与责任落实督察工作规定》，现将有关情况报告如下。', '根据《法治政府建设与责任落实督察工作规定》，现将有关情况报告如下。'],
    },
  },
];
