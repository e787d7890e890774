// structure-unanswered-problem: a problem that the plan says nothing about. Told only where the problem has a clear subject and
// neither the subject nor anything else of it comes up in the plan. All words are data.
// Must not find the parts: the report knows where they stand.

import { COMMON_USAGE } from '../domain/standards.ts';
import { ANSWERS_ALL, ANSWERS_ITSELF, COMMON_WORDS, LACKING, LEADS_TO_PROBLEMS } from '../domain/subjects.ts';
import type { Rule } from '../lint/rule.ts';
import { mattersOf, sectionOf, SUBJECT_PATTERNS, type Matter } from '../report/matters.ts';
import { paragraphsOf, quoted } from '../report/query.ts';

const IS_LACKING = new RegExp(LACKING, 'u');
const LEADS = new RegExp(LEADS_TO_PROBLEMS, 'u');
const ITSELF = new RegExp(ANSWERS_ITSELF, 'u');
const ALL = new RegExp(ANSWERS_ALL, 'u');
const COMMON = new RegExp(COMMON_WORDS, 'gu');
const LACKING_WORDS = new RegExp(LACKING, 'gu');
const CHINESE_PAIR = /^[一-龥]{2}$/u;

export const structureUnansweredProblem: Rule = {
  id: 'structure-unanswered-problem',
  title: '不足没有对应安排',
  severities: ['information'],
  fix: 'none',
  optional: true,
  basis: COMMON_USAGE,
  *check(report) {
    const problems = sectionOf(report, 'problems');
    const plan = sectionOf(report, 'plan');
    if (!problems || !plan) return;
    const planned = paragraphsOf(report, plan).map(({ facts }) => facts.flow.text).join('');
    if (planned === '' || ALL.test(planned)) return;
    for (const matter of mattersOf(report, problems)) {
      const subjects = SUBJECT_PATTERNS.filter(({ words }) => words.test(matter.head));
      if (subjects.length === 0 || !isProblem(matter) || isAnswered(matter, planned)) continue;
      yield {
        span: matter.span,
        message: `“${quoted(plan)}”里没有看到对应的安排，这项不足说的是${subjects.map(({ name }) => name).join('、')}。补一条措施，写明怎样解决、什么时候完成。`,
        related: [{ span: plan.heading.span, message: '安排写在这一部分' }],
      };
    }
  },
};

const isProblem = ({ head, text }: Matter): boolean => IS_LACKING.test(head) && !LEADS.test(head) && !ITSELF.test(text);

/** Whether a subject of the problem, its causes included, or two characters of what it says come up in the plan. */
function isAnswered({ head, text }: Matter, planned: string): boolean {
  if (SUBJECT_PATTERNS.some(({ words, answers }) => words.test(text) && answers.test(planned))) return true;
  const said = head.replace(LACKING_WORDS, '，').replace(COMMON, '，');
  return [...said].some((_, i) => CHINESE_PAIR.test(said.slice(i, i + 2)) && planned.includes(said.slice(i, i + 2)));
}
