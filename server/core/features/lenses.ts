// What is said above the headings: how long a section is, what is in it and what is wrong with it; above the title, which
// parts are missing. A first-level heading always has its length, so that lines do not jump while findings come and go.
// Must not judge anew.

import { PARTS } from '../domain/parts.ts';
import type { PartId, PartSpec } from '../domain/types.ts';
import type { Problem } from '../lint/lint.ts';
import { mainSections } from '../report/query.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { countIn, measures, shareOf, within } from './measures.ts';

/** Where a click leads: a view, the next finding inside a span, the parts to be inserted. */
export type LensTarget =
  | { readonly kind: 'structure' | 'figures' }
  | { readonly kind: 'problems'; readonly span: Span }
  | { readonly kind: 'insert'; readonly parts: readonly PartId[] };

export interface Lens {
  /** The line it stands above. */
  readonly span: Span;
  readonly text: string;
  readonly target: LensTarget;
}

/** In order of position; `problems` are those that are told. */
export function lenses(report: Report, problems: readonly Problem[]): readonly Lens[] {
  if (!report.recognised) return [];
  const { whole, of } = measures(report);
  const missing = problems.flatMap(({ missing: parts, span }): Lens[] => (parts ? [{ span, text: missingText(parts), target: { kind: 'insert', parts } }] : []));
  const lacking = problems.filter(({ lacks }) => lacks !== undefined);
  const above = mainSections(report.sections).flatMap((section): Lens[] => {
    const { heading: { span } } = section;
    const { words, figures } = of(section.span);
    const found = countIn(problems, section.span);
    return [
      { span, text: `${words.toLocaleString('en')}字（${shareOf(words, whole.words)}%）`, target: { kind: 'structure' } },
      ...(figures > 0 ? [{ span, text: `数据${figures}个`, target: { kind: 'figures' } } as const] : []),
      ...(found > 0 ? [{ span, text: `问题${found}处`, target: { kind: 'problems', span: section.span } } as const] : []),
      ...within(lacking, section.span).map(({ lacks, span: at }): Lens => ({ span, text: `还缺：${lacks}`, target: { kind: 'problems', span: at } })),
    ];
  });
  return [...missing, ...above];
}

/** One part by its name, several by their number. */
function missingText(parts: readonly PartId[]): string {
  const names = PARTS.filter(({ id }: PartSpec) => parts.includes(id)).map(({ name }) => name);
  return names.length === 1 ? `还缺：${names[0]} · 插入` : `还缺：${names.length}个必备部分 · 插入`;
}
