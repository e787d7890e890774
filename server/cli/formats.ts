// How results are printed. Shapes of JSON are a contract with other programs: only add to them.
// Must not read files or decide the exit code.

import { BUILT_IN_WORDS, figureGroups, figures, outline, positionAt, review, RULES, surroundings, type FigureItem, type OutlineItem, type Position, type Problem, type Quotation, type Report, type Review, type Severity, type Source, type Span } from '../core/index.ts';
import { figuresCsv } from '../export/csv.ts';
import { SEVERITY_NAMES } from '../export/review.ts';

/** What lint says of one file, as it is printed: nothing in it but data, so that it can come from another thread. */
export interface Linted {
  readonly path: string;
  readonly recognised: boolean;
  readonly report: { readonly title: string | null; readonly year: number | null; readonly issuer: string | null; readonly level: string | null };
  readonly problems: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    /** Lines and columns 0-based, UTF-16. */
    readonly range: { readonly start: Position; readonly end: Position };
    readonly fixes: readonly { readonly title: string; readonly applicability: string }[];
    /** The words at the place and those around, without blanks: by them a finding is known again in a later run. */
    readonly around: Quotation;
  }[];
  /** For review alone; its findings are the problems, in the same order. */
  readonly review?: Review;
}

/** What outline and figures are taken from. */
export interface Analysed {
  readonly path: string;
  readonly report: Report;
}

export interface Unreadable {
  readonly path: string;
  readonly error: string;
}

export interface Tool {
  readonly name: string;
  readonly version: string;
}

export const rangeOf = (source: Source, span: Span) => ({ start: positionAt(source, span.start), end: positionAt(source, span.end) });

export const lintedOf = (path: string, report: Report, problems: readonly Problem[]): Linted => ({
  path,
  recognised: report.recognised,
  report: { title: report.title?.text ?? null, year: report.year ?? null, issuer: report.issuer ?? null, level: report.level ?? null },
  problems: problems.map((problem) => ({
    rule: problem.rule.id,
    severity: problem.severity,
    message: problem.message,
    range: rangeOf(report.source, problem.span),
    fixes: (problem.fixes ?? []).map(({ title, applicability }) => ({ title, applicability })),
    around: surroundings(report, problem.span),
  })),
});

export const reviewedOf = (path: string, report: Report, problems: readonly Problem[]): Linted => ({ ...lintedOf(path, report, problems), review: review(report, problems, BUILT_IN_WORDS) });

export function lintText(outcomes: readonly (Linted | Unreadable)[]): string {
  const lines: string[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let files = 0;
  for (const outcome of outcomes) {
    if ('error' in outcome || !outcome.recognised) continue;
    files++;
    for (const problem of outcome.problems) {
      const { line, character } = problem.range.start;
      counts[problem.severity]++;
      lines.push(`${outcome.path}:${line + 1}:${character + 1} ${SEVERITY_NAMES[problem.severity]} ${problem.message} [${problem.rule}]`);
    }
  }
  const found = (Object.keys(counts) as Severity[]).filter((severity) => counts[severity] > 0);
  lines.push(`检查了 ${files} 份报告：${found.length === 0 ? '没有发现问题' : found.map((severity) => `${SEVERITY_NAMES[severity]} ${counts[severity]}`).join('，')}。`);
  return lines.join('\n');
}

export function lintJson(outcomes: readonly (Linted | Unreadable)[], tool: Tool): string {
  const files = outcomes.map((outcome) =>
    'error' in outcome
      ? { path: outcome.path, report: { title: null, year: null, issuer: null, level: null }, problems: [], error: outcome.error }
      : { path: outcome.path, report: outcome.report, problems: outcome.problems },
  );
  return JSON.stringify({ tool, files }, undefined, 2);
}

const SARIF_LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** SARIF 2.1.0: lines and columns 1-based, UTF-16. */
export function lintSarif(outcomes: readonly (Linted | Unreadable)[], tool: Tool): string {
  const results = outcomes.flatMap((outcome) =>
    'error' in outcome
      ? []
      : outcome.problems.map((problem) => {
          const { start, end } = problem.range;
          return {
            ruleId: problem.rule,
            level: SARIF_LEVELS[problem.severity],
            message: { text: problem.message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: outcome.path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/') },
                  region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
                },
              },
            ],
          };
        }),
  );
  const notifications = outcomes.flatMap((outcome) => ('error' in outcome ? [{ level: 'error', message: { text: outcome.error } }] : []));
  const rules = RULES.map((rule) => ({
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: `依据：${rule.basis.document}` },
    defaultConfiguration: { level: SARIF_LEVELS[rule.severities[0]], ...(rule.optional ? { enabled: false } : {}) },
  }));
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { ...tool, rules } },
          columnKind: 'utf16CodeUnits',
          invocations: [{ executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications }],
          results,
        },
      ],
    },
    undefined,
    2,
  );
}

const GITHUB_LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

export function lintGithub(outcomes: readonly (Linted | Unreadable)[]): string {
  const data = (text: string): string => text.replace(/%/gu, '%25').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A');
  const property = (text: string): string => data(text).replace(/:/gu, '%3A').replace(/,/gu, '%2C');
  return outcomes
    .flatMap((outcome) =>
      'error' in outcome
        ? []
        : outcome.problems.map((problem) => {
            const { start, end } = problem.range;
            const place = `file=${property(outcome.path)},line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1}`;
            return `::${GITHUB_LEVELS[problem.severity]} ${place},title=${property(problem.rule)}::${data(problem.message)}`;
          }),
    )
    .join('\n');
}

export function outlineText(outcomes: readonly (Analysed | Unreadable)[]): string {
  const lines: string[] = [];
  const visit = (items: readonly OutlineItem[], indent: string): void => {
    for (const item of items) {
      lines.push(`${indent}${item.marker}${item.title}`);
      visit(item.children, `${indent}  `);
    }
  };
  for (const outcome of outcomes) {
    if ('error' in outcome) continue;
    lines.push(`${outcome.path}${outcome.report.title ? `  ${outcome.report.title.text}` : ''}`);
    visit(outline(outcome.report), '  ');
  }
  return lines.join('\n');
}

export function outlineJson(outcomes: readonly (Analysed | Unreadable)[]): string {
  const files = outcomes.map((outcome) => {
    if ('error' in outcome) return { path: outcome.path, sections: [], error: outcome.error };
    const toSection = (item: OutlineItem): object => ({
      marker: item.marker,
      title: item.title,
      depth: item.depth,
      range: rangeOf(outcome.report.source, item.heading),
      parts: item.parts,
      children: item.children.map(toSection),
    });
    return { path: outcome.path, sections: outline(outcome.report).map(toSection) };
  });
  return JSON.stringify({ files }, undefined, 2);
}

export function figuresText(outcomes: readonly (Analysed | Unreadable)[]): string {
  return outcomes
    .flatMap((outcome) =>
      'error' in outcome
        ? []
        : figures(outcome.report).map((figure: FigureItem) => {
            const { line, character } = positionAt(outcome.report.source, figure.span.start);
            return `${outcome.path}:${line + 1}:${character + 1} ${figure.name} ${figure.text}`;
          }),
    )
    .join('\n');
}

export function figuresJson(outcomes: readonly (Analysed | Unreadable)[]): string {
  const files = outcomes.map((outcome) => {
    if ('error' in outcome) return { path: outcome.path, figures: [], error: outcome.error };
    return {
      path: outcome.path,
      figures: figures(outcome.report).map(({ span, unit, metric, ...figure }) => ({
        ...figure,
        unit: unit ?? null,
        metric: metric ?? null,
        range: rangeOf(outcome.report.source, span),
      })),
    };
  });
  return JSON.stringify({ files }, undefined, 2);
}

/** Where several files are named, each line says which one it is from. */
export const figuresSheet = (outcomes: readonly (Analysed | Unreadable)[]): string =>
  figuresCsv(
    outcomes.flatMap((outcome) =>
      'error' in outcome ? [] : [{ source: outcome.report.source, groups: figureGroups(outcome.report, BUILT_IN_WORDS), ...(outcomes.length > 1 ? { path: outcome.path } : {}) }],
    ),
  ).text;
