// What an editor asks of every language: hovers, completion, headings, folding, formatting, hints, renaming, lenses, colours. From a
// feature of the core to the protocol, nothing else. Must not decide anything about a report.

import { completions, folding, hints, hover, joinLines, lenses, outline, rename, renameTarget, selections } from '../../core/index.ts';
import { toCodeLens, toCompletionItem, toFoldingRange, toHover, toInlayHint, toRange, toRenameEdit, toSelectionRange, toSymbol, toTextEdit, toWorkspaceSymbols } from '../convert.ts';
import { LANGUAGE } from '../documents.ts';
import { accepted, invalid, toOffset, toSpan } from '../params.ts';
import type { Session } from '../session.ts';
import { Tokens, tokensIn } from '../tokens.ts';

export function registerLanguage(session: Session): void {
  const { connection, texts, documents } = session;
  const semantic = new Tokens();
  texts.onDidClose(({ document }) => semantic.close(document.uri));

  connection.onHover(async ({ textDocument, position }) => {
    const open = await session.opened(textDocument);
    if (!open) return null;
    const { reports } = await open.past();
    const found = hover(open.report, open.problems(), toOffset(open.report.source, position), documents.words, reports, open.ledger);
    return found ? toHover(open.report.source, open.document.uri, found) : null;
  });

  connection.onCompletion(async ({ textDocument, position }) => {
    const open = await session.opened(textDocument);
    if (!open) return null;
    const { source } = open.report;
    const { items, isWhole } = completions(open.report, toOffset(source, position), session.client.contributesSnippets && open.document.languageId !== LANGUAGE);
    return items.length === 0 ? null : { isIncomplete: !isWhole, items: items.map((item, index) => toCompletionItem(source, item, index, session.client.completion)) };
  });

  connection.onDocumentSymbol(async ({ textDocument }) => {
    const open = await session.opened(textDocument);
    return open ? outline(open.report).map((item) => toSymbol(open.report.source, item)) : [];
  });

  connection.onWorkspaceSymbol(async ({ query }) => {
    if (typeof query !== 'string') throw invalid('query 要写成字符串。');
    const found = await Promise.all(texts.all().map((document) => session.opened(document)));
    return found.flatMap((open) => (open ? toWorkspaceSymbols(open.report.source, open.document.uri, outline(open.report), query) : []));
  });

  connection.onFoldingRanges(async ({ textDocument }) => {
    const open = await session.opened(textDocument);
    return open ? folding(open.report).flatMap((span) => toFoldingRange(open.report.source, span) ?? []) : [];
  });

  connection.onDocumentFormatting(async ({ textDocument }) => {
    const open = await session.opened(textDocument);
    return open ? joinLines(open.report).map((edit) => toTextEdit(open.report.source, edit)) : [];
  });

  connection.onDocumentRangeFormatting(async ({ textDocument, range }) => {
    const open = await session.opened(textDocument);
    if (!open) return [];
    const { source } = open.report;
    return joinLines(open.report, toSpan(source, range)).map((edit) => toTextEdit(source, edit));
  });

  connection.onSelectionRanges(async ({ textDocument, positions }) => {
    const open = await session.opened(textDocument);
    if (!Array.isArray(positions)) throw invalid('positions 要写成数组。');
    return open ? positions.map((position) => toSelectionRange(open.report.source, selections(open.report, toOffset(open.report.source, position)), position)) : null;
  });

  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const open = await session.opened(textDocument);
    if (!open?.settings.inlayHints) return [];
    const { source } = open.report;
    return hints(open.report, toSpan(source, range)).map((hint) => toInlayHint(source, hint));
  });

  connection.onPrepareRename(async ({ textDocument, position }) => {
    const open = await session.opened(textDocument);
    if (!open) return null;
    const { source } = open.report;
    const { span, text } = accepted(renameTarget(open.report, toOffset(source, position)));
    return { range: toRange(source, span), placeholder: text };
  });

  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const open = await session.opened(textDocument);
    if (typeof newName !== 'string') throw invalid('newName 要写成字符串。');
    if (!open) return null;
    const { source } = open.report;
    const edits = accepted(rename(open.report, toOffset(source, position), newName, documents.words));
    return toRenameEdit(source, { uri: open.document.uri, version: open.document.version, annotations: session.client.annotations }, edits);
  });

  connection.onCodeLens(async ({ textDocument }) => {
    const open = await session.opened(textDocument);
    if (!open?.settings.codeLens) return [];
    return lenses(open.report, open.problems()).map((lens) => toCodeLens(open.report.source, open.document.uri, lens, session.client.commands));
  });

  connection.languages.semanticTokens.on(async ({ textDocument }) => {
    const open = await session.opened(textDocument);
    return open ? semantic.full(open.document.uri, open.report) : { data: [] };
  });

  connection.languages.semanticTokens.onDelta(async ({ textDocument, previousResultId }) => {
    const open = await session.opened(textDocument);
    return open ? semantic.delta(open.document.uri, open.report, previousResultId) : { data: [] };
  });

  connection.languages.semanticTokens.onRange(async ({ textDocument, range }) => {
    const open = await session.opened(textDocument);
    return open ? tokensIn(open.report, range) : { data: [] };
  });
}
