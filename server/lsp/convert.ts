// From the core's spans to the protocol's ranges, and from its results to the protocol's. Stateless.
// Must not decide anything about a report.

import {
  AnnotatedTextEdit,
  CodeAction,
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  DocumentSymbol,
  FoldingRange,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  SnippetTextEdit,
  SymbolKind,
  TextEdit,
  type CodeLens,
  type CompletionItem,
  type Diagnostic,
  type ChangeAnnotation,
  type Hover as ProtocolHover,
  type InlayHint,
  type Position,
  type Range,
  type SelectionRange,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { NO_SUCH_FILE, readConfig } from '../config/read.ts';
import {
  makeSource, positionAt,
  type Edit, type Fix, type Hint, type History, type FillReason, type Hover, type Ledger, type LedgerFill, type Lens, type OutlineItem, type Problem, type RenameEdit, type RenameReason, type Severity, type Source, type Span, type Completion } from '../core/index.ts';

export const SOURCE_NAME = '法治报告';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const toRange = (source: Source, span: Span): Range => ({ start: positionAt(source, span.start), end: positionAt(source, span.end) });

/** `pages` is the folder of the rule pages as a URI, if the client has one. */
export function toDiagnostic(source: Source, uri: string, problem: Problem, pages: string | undefined): Diagnostic {
  return {
    range: toRange(source, problem.span),
    severity: SEVERITY[problem.severity],
    code: problem.rule.id,
    ...(pages === undefined ? {} : { codeDescription: { href: `${pages}/${problem.rule.id}.md` } }),
    source: SOURCE_NAME,
    message: problem.message,
    ...(problem.related === undefined ? {} : { relatedInformation: problem.related.map(({ span, message, of, file }) => ({ location: { uri: file?.id ?? of?.id ?? uri, range: toRange(file?.source ?? of?.report.source ?? source, span) }, message })) }),
  };
}

/** What is wrong in a workspace file; the entries that are right hold nevertheless. `exists` says of a path that it lists whether there is such a file. */
export async function configDiagnostics(text: string, exists: (path: string) => Promise<boolean>): Promise<Diagnostic[]> {
  const source = makeSource(text);
  const { problems, files } = readConfig(text);
  const found = await Promise.all(files.map(({ path }) => exists(path)));
  const missing = files.filter((_, i) => !found[i]).map(({ span }) => ({ span, message: NO_SUCH_FILE }));
  return [...problems, ...missing].map(({ span, message }) => ({ range: toRange(source, span), severity: DiagnosticSeverity.Warning, source: SOURCE_NAME, message }));
}

export interface EditTarget {
  readonly uri: string;
  readonly version: number;
  /** Whether the client fills in tab stops inside workspace edits. */
  readonly snippets: boolean;
}

export function toCodeAction(source: Source, target: EditTarget, problem: Problem, fix: Fix, pages: string | undefined): CodeAction {
  const action = CodeAction.create(fix.title, toWorkspaceEdit(source, target, fix), CodeActionKind.QuickFix);
  action.diagnostics = [toDiagnostic(source, target.uri, problem, pages)];
  action.isPreferred = problem.fixes?.length === 1;
  return action;
}

export function toWorkspaceEdit(source: Source, target: EditTarget, fix: Pick<Fix, 'edits' | 'template'>): WorkspaceEdit {
  const { uri, version, snippets } = target;
  const edits = fix.edits.map((edit, index): TextEdit | SnippetTextEdit => {
    const range = toRange(source, edit.span);
    return snippets && fix.template?.edit === index
      ? { range, snippet: { kind: 'snippet', value: fix.template.text } }
      : { range, newText: edit.text };
  });
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

export function toSymbol(source: Source, item: OutlineItem): DocumentSymbol {
  return {
    name: `${item.marker}${item.title}`.replace(/。$/u, '') || '（无标题）',
    kind: item.depth <= 1 ? SymbolKind.Module : item.depth === 2 ? SymbolKind.Namespace : SymbolKind.String,
    range: toRange(source, item.section),
    selectionRange: toRange(source, item.heading),
    children: item.children.map((child) => toSymbol(source, child)),
  };
}

/** The headings, at all depths, whose words hold the query. */
export function toWorkspaceSymbols(source: Source, uri: string, items: readonly OutlineItem[], query: string): WorkspaceSymbol[] {
  return items.flatMap((item) => {
    const { name, kind, selectionRange } = toSymbol(source, { ...item, children: [] });
    const own = name.includes(query) ? [{ name, kind, location: { uri, range: selectionRange } }] : [];
    return [...own, ...toWorkspaceSymbols(source, uri, item.children, query)];
  });
}

/** Undefined where the span does not go on to another line. */
export function toFoldingRange(source: Source, span: Span): FoldingRange | undefined {
  const { start, end } = toRange(source, span);
  return end.line > start.line ? { startLine: start.line, endLine: end.line } : undefined;
}

export const toTextEdit = (source: Source, edit: Edit): TextEdit => ({ range: toRange(source, edit.span), newText: edit.text });

/** Spans from the inmost outwards; a place outside all of them selects nothing. */
export function toSelectionRange(source: Source, spans: readonly Span[], position: Position): SelectionRange {
  const chain = spans.reduceRight<SelectionRange | undefined>((parent, span) => ({ range: toRange(source, span), ...(parent ? { parent } : {}) }), undefined);
  return chain ?? { range: { start: position, end: position } };
}

const MOST_PLACES = 5;

/** Other mentions become links that open the document at their line. */
export function toHover(source: Source, uri: string, { span, markdown, places = [], history, ledger }: Hover): ProtocolHover {
  const target = linkTo(uri);
  const links = places.slice(0, MOST_PLACES).map((place) => {
    const { line, character } = positionAt(source, place.span.start);
    return `- [第${line + 1}行](${target}#L${line + 1},${character + 1}) ${escaped(`${place.section} ${place.text}`.trim())}`;
  });
  const more = places.length > MOST_PLACES ? `（共${places.length}处，列出前${MOST_PLACES}处）` : '';
  const list = links.length > 0 ? [`本文其他地方也写到这个数${more}：\n\n${links.join('\n')}`] : [];
  return {
    contents: { kind: MarkupKind.Markdown, value: [...(markdown === '' ? [] : [markdown]), ...(ledger ? [ledgerValue(ledger)] : []), ...(history ? [earlierValues(history)] : []), ...list].join('\n\n') },
    range: toRange(source, span),
  };
}

const linkTo = (uri: string): string => uri.replaceAll('(', '%28').replaceAll(')', '%29');

function ledgerValue({ of, entry, agrees }: NonNullable<Hover['ledger']>): string {
  const place = `${escaped(of.name)} 第${entry.row}行`;
  // A workbook has no lines that a link could lead to.
  const link = of.source && entry.span ? `[${place}](${linkTo(of.id)}#L${positionAt(of.source, entry.span.start).line + 1},1)` : place;
  const said = [entry.periodText, entry.source === '' ? '' : `来源：${entry.source}`].filter((part) => part !== '').map(escaped);
  return `数据台账：**${escaped(`${entry.name} ${entry.text}`)}**${agrees ? '' : '，和这里**不一样**'}\n\n${[...said, link].join('　')}`;
}

function earlierValues({ values, text }: History): string {
  const lines = values.slice(0, MOST_PLACES).map(({ year, text: written, span, of }) => {
    const { line, character } = positionAt(of.report.source, span.start);
    return `- ${year}年 ${escaped(written)} [${escaped(of.name)} 第${line + 1}行](${linkTo(of.id)}#L${line + 1},${character + 1})`;
  });
  return `较${values[0]?.year}年的报告：**${escaped(text)}**\n\n${lines.join('\n')}`;
}

/** Text that Markdown shows as it is. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!<>|~&]/gu, '\\$&');

export const toInlayHint = (source: Source, hint: Hint): InlayHint => ({
  position: positionAt(source, hint.at),
  label: hint.text,
  tooltip: hint.tooltip,
  paddingLeft: true,
});

/** What the writer has asked for needs no further consent; an editor that asks for it shows all changes before it makes any. */
const REASONS: Readonly<Record<RenameReason, ChangeAnnotation>> = {
  this: { label: '改这个数', needsConfirmation: false },
  same: { label: '同一个数的另一处', needsConfirmation: true },
  derived: { label: '按新数重算', needsConfirmation: true },
};

/** One edit of the document; where the client can show reasons, what goes beyond the place asked about waits for consent. */
export function toRenameEdit(source: Source, { uri, version, annotations }: { readonly uri: string; readonly version: number; readonly annotations: boolean }, edits: readonly RenameEdit[]): WorkspaceEdit {
  if (!annotations) return { documentChanges: [{ textDocument: { uri, version }, edits: edits.map((edit) => toTextEdit(source, edit)) }] };
  const used = new Set(edits.map(({ reason }) => reason));
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: edits.map((edit) => AnnotatedTextEdit.replace(toRange(source, edit.span), edit.text, edit.reason)) }],
    changeAnnotations: Object.fromEntries([...used].map((reason) => [reason, REASONS[reason]])),
  };
}

/** All of them wait for consent, so that an editor that asks for it shows them before it makes any. */
const FILL_REASONS: Readonly<Record<FillReason, ChangeAnnotation>> = {
  place: { label: '待填处按台账填数', needsConfirmation: true },
  value: { label: '和台账不一样的数', needsConfirmation: true },
  doubtful: { label: '可能是同一个数，核对口径', needsConfirmation: true },
};

/** What is put into a report from the ledger; undefined where the client cannot show what it would change. */
export function toFillEdit(source: Source, { uri, version, annotations }: { readonly uri: string; readonly version: number; readonly annotations: boolean }, fills: readonly LedgerFill[]): WorkspaceEdit | undefined {
  if (!annotations) return undefined;
  const used = new Set(fills.map(({ reason }) => reason));
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: fills.map(({ span, text, reason }) => AnnotatedTextEdit.replace(toRange(source, span), text, reason)) }],
    changeAnnotations: Object.fromEntries([...used].map((reason) => [reason, FILL_REASONS[reason]])),
  };
}

/** What is wrong in a ledger that is a text: at its cells, or at its first line. */
export const ledgerDiagnostics = ({ problems, source = makeSource('') }: Ledger): Diagnostic[] =>
  problems.map(({ span = { start: 0, end: 0 }, message }) => ({ range: toRange(source, span), severity: DiagnosticSeverity.Warning, source: SOURCE_NAME, message }));

/** Commands of the client that lenses call. */
const LENS_COMMANDS = { structure: 'fazhiReport.structure.focus', figures: 'fazhiReport.figures.focus', problems: 'fazhiReport.nextProblem', insert: 'fazhiReport.insertParts' } as const;

/** For a client that does not know the commands it is text to read. */
export function toCodeLens(source: Source, uri: string, { span, text, target }: Lens, hasCommands: boolean): CodeLens {
  const args = target.kind === 'problems' ? [uri, toRange(source, target.span)] : target.kind === 'insert' ? [uri, target.parts] : [];
  return { range: toRange(source, span), command: hasCommands ? { title: text, command: LENS_COMMANDS[target.kind], arguments: args } : { title: text, command: '' } };
}

const COMPLETION_KIND: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  title: CompletionItemKind.Reference,
  phrase: CompletionItemKind.Reference,
  part: CompletionItemKind.Module,
  topic: CompletionItemKind.Field,
  figure: CompletionItemKind.Value,
  text: CompletionItemKind.Text,
};

/** Sorted as the core gives them. None is taken by a character typed on: no commit characters. */
export function toCompletionItem(source: Source, completion: Completion, index: number, client: { readonly snippets: boolean; readonly labels: boolean }): CompletionItem {
  const { label, detail, kind, filter, text, template, span, preview, edits = [] } = completion;
  const isSnippet = client.snippets && template !== undefined;
  // Titles have long details: those of the one in focus are enough.
  const isShort = client.labels && kind !== 'title' && kind !== 'phrase';
  return {
    label,
    kind: COMPLETION_KIND[kind],
    ...(isShort ? { labelDetails: { description: detail } } : { detail }),
    filterText: filter,
    sortText: String(index).padStart(4, '0'),
    ...(preview === undefined ? {} : { documentation: preview }),
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    // The text brings its own indent.
    ...(preview === undefined ? {} : { insertTextMode: InsertTextMode.asIs }),
    textEdit: { range: toRange(source, span), newText: isSnippet ? template : text },
    ...(edits.length === 0 ? {} : { additionalTextEdits: edits.map((edit) => toTextEdit(source, edit)) }),
  };
}
