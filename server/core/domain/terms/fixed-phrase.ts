// Phrases with a wording laid down in a document, quoted incompletely. Data only; one entry, one claim.
// A report may paraphrase: an entry fires only where the words show that the phrase itself was meant.

import { DUTY_REGULATION } from '../standards.ts';
import type { TermSpec } from '../types.ts';

const FOUR = '重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办';
const OBJECT = '(?:重要|重大|重点|关键|法治)[一-龥]{2,4}';
const DOES = '亲自(?:部署|过问|协调|督办)';
const ARTICLE = { ...DUTY_REGULATION, article: '第四条', note: `对法治建设${FOUR}` };

export const FIXED_PHRASES: readonly TermSpec[] = [
  {
    id: 'phrase-four-personally',
    // Three with their objects, and no fourth beside them.
    pattern: `(?<!亲自[一-龥]{2}[、，])(?=(?:[^，、。；]{0,12}[、，]){0,2}[^，、。；]{0,8}(?:重要工作|重大问题|重点环节|重要任务)亲自)(?:(?:${OBJECT})?${DOES}[、，]){2}(?:${OBJECT})?${DOES}(?![、，](?:[一-龥]{0,10})亲自)`,
    anchors: ['亲自部署', '亲自过问', '亲自协调', '亲自督办'],
    exceptions: ['^(?=.*亲自部署)(?=.*亲自过问)(?=.*亲自协调)(?=.*亲自督办)'],
    validity: {},
    severity: 'hint',
    message: '“{hit}”只有三项，规定第四条写的是四项。',
    advice: `引用原文的，写全“${FOUR}”；概括写法可以不改。`,
    replacement: FOUR,
    basis: ARTICLE,
    examples: {
      year: 2024,
      wrong: ['镇党委书记对重要工作亲自部署、重大问题亲自过问、重要任务亲自督办。', '坚持法治工作亲自部署、重大问题亲自协调、重要任务亲自督办，形成合力。'],
      right: [
        `镇党委书记对${FOUR}。`,
        '坚持重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要案件亲自督办。',
        '坚持亲自部署、亲自过问、亲自协调、亲自督办。',
        '对信访积案亲自部署、亲自协调、亲自督办。',
        '坚持重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督促。',
        '坚持重要工作亲自部署、重大问题亲自过问。',
      ],
    },
  },
  {
    id: 'phrase-four-without-object',
    pattern: '(?<=^|[，。；：“]|做到|坚持|落实|带头|负责人|负责同志|书记|[省市县区镇乡局]长|主任)亲自部署(?=、重大问题亲自过问)',
    anchors: ['亲自部署'],
    exceptions: ['重要工作[^。；]{0,6}亲自部署'],
    validity: {},
    severity: 'hint',
    message: '“{hit}”前面漏了“重要工作”，规定第四条的四项各有所指。',
    advice: '写“重要工作亲自部署”。',
    replacement: '重要工作亲自部署',
    basis: ARTICLE,
    examples: {
      year: 2024,
      wrong: ['镇党委书记做到亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。'],
      right: [`镇党委书记做到${FOUR}。`, '对法治工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。'],
    },
  },
];
