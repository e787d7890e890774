// Golden reports after random damage, through the server: every answer speaks of places that the document has, and every edit
// on offer, applied by the applier of an editor's library, changes what it names and nothing else.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CompletionRequest, DocumentFormattingRequest, SelectionRangeRequest, type CompletionList, type Range, type TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { anyText } from '../support/characters.ts';
import { damaged } from '../support/edits.ts';
import { GOLDEN } from '../support/same.ts';
import { editsOf, newText, startClient, type Client, type OpenDocument } from './client.ts';
import { offsetAt } from './texts.ts';

const TITLE = '云汀镇2024年度法治政府建设情况报告';
/** What a client that takes no snippets is given. */
const PLAIN_EDITS = { workspace: { workspaceEdit: { documentChanges: true } }, textDocument: { formatting: { dynamicRegistration: true }, rangeFormatting: { dynamicRegistration: true }, rename: { prepareSupport: true } } };

/** Places in an answer, wherever they are; edits of the workspace file are of another document. */
function* rangesIn(value: unknown): Generator<Range> {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value && typeof value.start === 'object') yield value as Range;
  for (const [key, child] of Object.entries(value)) if (key !== 'command' && key !== 'edit') yield* rangesIn(child);
}

function expectPlaces(what: string, text: string, answer: unknown): void {
  const lines = text.split(/\r\n|\r|\n/u);
  for (const { start, end } of rangesIn(answer)) {
    for (const { line, character } of [start, end]) {
      const length = lines[line]?.length;
      if (length === undefined || !Number.isInteger(character) || character < 0 || character > length) throw new Error(`${what}: line ${line}, character ${character} of ${length ?? 'no such line'}`);
    }
    if (start.line > end.line || (start.line === end.line && start.character > end.character)) throw new Error(`${what}: ${JSON.stringify({ start, end })} is the wrong way round`);
  }
}

/** The text behind the edits by the library's applier, which refuses edits that overlap, and by offsets; both must agree. */
function applied(what: string, text: string, edits: readonly TextEdit[]): string {
  expectPlaces(what, text, edits);
  const byLibrary = TextDocument.applyEdits(TextDocument.create('x:', 'plaintext', 1, text), [...edits]);
  let byOffsets = text;
  for (const { range, newText: by } of [...edits].map((edit, index) => ({ edit, index })).sort((a, b) => offsetAt(text, b.edit.range.start) - offsetAt(text, a.edit.range.start) || b.index - a.index).map(({ edit }) => edit)) {
    byOffsets = byOffsets.slice(0, offsetAt(text, range.start)) + by + byOffsets.slice(offsetAt(text, range.end));
  }
  expect(byLibrary, what).toBe(byOffsets);
  return byLibrary;
}

async function tryAll(client: Client, document: OpenDocument, at: number): Promise<void> {
  const { text, uri } = document;
  const whole = { start: { line: 0, character: 0 }, end: { line: text.split(/\r\n|\r|\n/u).length, character: 0 } };
  const mirror = TextDocument.create(uri, 'plaintext', 1, text);
  const position = mirror.positionAt(at);
  expectPlaces('findings', text, (await client.pull(document)).map(({ range, relatedInformation = [] }) => [range, relatedInformation.map(({ location }) => location.range)]));
  for (const only of [undefined, ['source.fixAll.fazhiReport']]) {
    for (const action of await client.actions(document, whole, only)) {
      applied(action.title, text, editsOf(action, document).map((edit) => ({ range: edit.range, newText: newText(edit) })));
      expectPlaces(action.title, text, action.diagnostics?.map(({ range }) => range));
    }
  }
  const formatted = await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri }, options: { tabSize: 4, insertSpaces: true } });
  expect(applied('format', text, formatted ?? []).replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
  const completed = (await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position })) as CompletionList | null;
  for (const { label, textEdit, additionalTextEdits = [] } of completed?.items ?? []) if (textEdit && 'range' in textEdit) applied(`completion ${label}`, text, [textEdit, ...additionalTextEdits]);
  const inserted = await client.connection.sendRequest<{ edit: object } | null>('fazhiReport/insert', { uri, parts: ['work', 'problems', 'first_person', 'plan'] });
  if (inserted) applied('insert', text, editsOf({ edit: inserted.edit }, document).map((edit) => ({ range: edit.range, newText: newText(edit) })));
  const renamed = await client.rename(document, position, '7').catch(() => undefined);
  if (renamed) applied('rename', text, editsOf({ edit: renamed }, document).map((edit) => ({ range: edit.range, newText: newText(edit) })));
  expectPlaces('hover', text, await client.hover(document, position));
  expectPlaces('symbols', text, await client.symbols(document));
  expectPlaces('lenses', text, await client.lenses(document));
  expectPlaces('hints', text, (await client.hints(document, whole)).map(({ position: start }) => ({ start, end: start })));
  expectPlaces('selections', text, await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument: { uri }, positions: [position] }));
  expectPlaces('overview', text, await client.overview(document, 'structure', 'problems', 'figures'));
  for (const { startLine, endLine } of await client.folds(document)) expect(startLine >= 0 && startLine < endLine && endLine < whole.end.line).toBe(true);
  const { data } = await client.tokens(document);
  let [line, character] = [0, 0];
  const tokens = Array.from({ length: data.length / 5 }, (_, i) => data.slice(i * 5, i * 5 + 5)).map(([down = 0, right = 0, length = 0]) => {
    [line, character] = [line + down, down === 0 ? character + right : right];
    return { start: { line, character }, end: { line, character: character + length } };
  });
  expectPlaces('tokens', text, tokens);
  expect(data.every((number) => Number.isInteger(number) && number >= 0)).toBe(true);
}

test.each([['damaged reports', damaged(GOLDEN, 1, 12), 60], ['texts of any characters', anyText.map((text) => `${TITLE}\n${text}`), 60]] as const)('%s', async (_name, texts, numRuns) => {
  const client = await startClient({ capabilities: PLAIN_EDITS, settings: { profile: 'final', inlayHints: true } });
  await fc.assert(
    fc.asyncProperty(texts, fc.double({ min: 0, max: 1, noNaN: true }), async (text, place) => {
      const at = Math.round(place * text.length);
      const document = await client.open(text, { language: 'fazhi-report' });
      await tryAll(client, document, at);
      await client.change(document, { start: at, end: Math.min(text.length, at + 3), text: '好\r\n' });
      await tryAll(client, document, at);
      await client.close(document);
    }),
    { numRuns },
  );
  expect(client.stderr.join('')).toBe('');
}, 120_000);
