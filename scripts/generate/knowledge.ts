// docs/knowledge.md: everything the program asserts about wordings, documents and meetings, for an editor to read and to
// dispute: the claim, the years for which it holds, how sure we are and where it was looked up. Must not touch files.

import { DOCUMENTS } from '../../server/core/domain/documents.ts';
import { MEETINGS } from '../../server/core/domain/meetings.ts';
import { TERMS, type Term } from '../../server/core/domain/terms.ts';
import type { DocumentSpec, MeetingSpec } from '../../server/core/domain/types.ts';
import type { Basis, IsoDay, Validity } from '../../server/core/domain/validity.ts';
import { RULES } from '../../server/core/index.ts';

const SEVERITIES = { error: '错误', warning: '警告', information: '提醒', hint: '提示' } as const;
const SURE = { verified: '查到原文或可靠的转载', general: '通行用法' } as const;
const KINDS = { law: '法律', regulation: '行政法规', rule: '规章', party: '党内法规', policy: '政策文件' } as const;

const cell = (text: string): string => text.replace(/\|/gu, '\\|').replace(/\s*\n\s*/gu, ' ⏎ ').replace(/[<>]/gu, (c) => (c === '<' ? '&lt;' : '&gt;'));
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): readonly string[] => [row(...head), row(...head.map(() => '---')), ...rows];
const basis = ({ document, article, note }: Basis): string => `${document}${article === undefined ? '' : ` ${article}`}${note === undefined ? '' : `（${note}）`}`;
const day = (value: IsoDay | undefined): string => value ?? '';

/** The report years for which a claim is made: 31 December is compared. */
function years({ since, until }: Validity): string {
  const first = since === undefined ? undefined : Number(since.slice(0, 4));
  const last = until === undefined ? undefined : Number(until.slice(0, 4)) - (until.endsWith('-12-31') ? 0 : 1);
  if (first === undefined && last === undefined) return '各年';
  if (first === last) return `${first}`;
  return first === undefined ? `${last}及以前` : last === undefined ? `${first}起` : `${first}—${last}`;
}

const terms = (entries: readonly Term[]): readonly string[] =>
  table(
    ['编号', '这样写会提示', '怎么说', '报告年度', '级别', '把握', '依据', '来源'],
    entries.map((t) => row(t.id, t.examples.wrong[0] ?? '', `${t.message}${t.advice}`, years(t.validity), SEVERITIES[t.severity], SURE[t.basis.confidence], basis(t.basis), t.basis.source)),
  );

const phrases = (entries: readonly Term[]): readonly string[] =>
  table(['编号', '固定写法', '级别', '把握', '依据'], entries.map((t) => row(t.id, t.pattern, SEVERITIES[t.severity], SURE[t.basis.confidence], basis(t.basis))));

export function knowledge(): string {
  const documents: readonly DocumentSpec[] = DOCUMENTS;
  const meetings: readonly MeetingSpec[] = MEETINGS;
  const sections = RULES.flatMap((rule) => {
    const own = TERMS.filter((term) => term.rule === rule.id);
    if (own.length === 0) return [];
    const written = own.filter(({ near }) => near === undefined);
    const near = own.filter((term) => term.near !== undefined);
    return [
      `## ${rule.title}（[${rule.id}](rules/${rule.id}.md)，${own.length}条）`, '',
      ...(written.length === 0 ? [] : [...terms(written), '']),
      ...(near.length === 0 ? [] : ['下面的写法，中间漏、多、错一个字或者两个字颠倒的，会提示：', '', ...phrases(near), '']),
    ];
  });
  return [
    '# 知识清单', '',
    '<!-- 由 npm run generate 生成 -->', '',
    '程序对用语、文件、会议的每一个说法都列在这里，供编辑核对。报告年度按当年12月31日判断。“通行用法”没有查到文件出处，最多作警告，写错字以外的只作提醒、提示。哪一条不对，改的是数据，见 CONTRIBUTING.md。', '',
    '所知截至2026年3月，以后的会议、文件、规划一概不说。', '',
    ...sections,
    `## 法律、法规、文件（${documents.length}件）`, '',
    ...table(
      ['名称', '简称', '类别', '制定、印发机关', '公布', '施行', '最近修改施行', '废止', '由什么代替', '把握', '来源'],
      documents.map((d) => row(`《${d.title}》`, d.short.join('、'), KINDS[d.kind], d.issuer, day(d.published), day(d.effective), day(d.revisedEffective), day(d.repealed),
        d.successorNote ?? documents.find(({ id }) => id === d.successor)?.title ?? '', SURE[d.basis.confidence], d.basis.source)),
    ), '',
    `## 党代会、中央全会（${meetings.length}次）`, '',
    ...table(['名称', '开幕', '闭幕', '把握', '来源'], meetings.map((m) => row(m.name, m.opened, m.closed, SURE[m.basis.confidence], m.basis.source))), '',
  ].join('\n');
}
