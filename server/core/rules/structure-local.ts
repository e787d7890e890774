// structure-local: what the office or the province asks for beyond the rules, as its workspace file says.
// Must not know where the file is or how it is written.

import { PARTS } from '../domain/parts.ts';
import type { LocalRules, PartId } from '../domain/types.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { paragraphsOf } from '../report/query.ts';
import { localParts } from '../report/required.ts';
import { wordsOf } from '../report/length.ts';
import type { Report, Section } from '../report/report.ts';
import type { Span } from '../text/span.ts';

export const structureLocal: Rule = {
  id: 'structure-local',
  title: '本地要求',
  severities: ['warning', 'error', 'information', 'hint'],
  fix: 'none',
  basis: { document: '本单位或者上级的要求', note: '写在工作区的 .fazhi-report.json 里', confidence: 'verified', source: 'workspace file' },
  *check(report) {
    if (!report.local) return;
    yield* parts(report);
    yield* wordings(report, report.local);
    yield* lengths(report, report.local);
  },
};

function* parts(report: Report): Iterable<Finding> {
  for (const { name, headings, severity, section } of localParts(report)) {
    if (section) continue;
    yield { span: titleSpan(report), severity, message: `缺少“${name}”部分，这是本地要求的。标题里写上${headings.map((words) => `“${words}”`).join('或')}即可。` };
  }
}

function* wordings(report: Report, { wordings: required }: LocalRules): Iterable<Finding> {
  for (const { text, part, severity } of required) {
    const section = part && sectionOf(report, part);
    if (part && !section) continue;
    const paragraphs = section ? paragraphsOf(report, section) : report.paragraphs;
    if (paragraphs.some((paragraph) => paragraph.facts.flow.text.includes(text))) continue;
    yield {
      span: section?.heading.span ?? titleSpan(report),
      severity,
      message: `${part ? `“${nameOf(part)}”部分` : '全文'}没有写到“${text}”，这是本地要求的。`,
    };
  }
}

function* lengths(report: Report, { lengths: limits }: LocalRules): Iterable<Finding> {
  for (const { part, least, most, severity } of limits) {
    const section = part && sectionOf(report, part);
    if (part && !section) continue;
    const paragraphs = section ? paragraphsOf(report, section) : report.paragraphs;
    const length = paragraphs.reduce((sum, paragraph) => sum + wordsOf(report, paragraph), 0);
    const limit = least !== undefined && length < least ? `少于${least}字` : most !== undefined && length > most ? `多于${most}字` : undefined;
    if (limit === undefined) continue;
    yield {
      span: section?.heading.span ?? titleSpan(report),
      severity,
      message: `${part ? `“${nameOf(part)}”部分` : '全文'}现有${length}字，${limit}，不合本地的字数要求。`,
    };
  }
}

const sectionOf = (report: Report, part: PartId): Section | undefined => report.parts.find((state) => state.id === part)?.section;

const nameOf = (part: PartId): string => PARTS.find((spec) => spec.id === part)?.name ?? part;

const titleSpan = (report: Report): Span => report.title?.span ?? report.paragraphs[0]?.span ?? { start: 0, end: 0 };
